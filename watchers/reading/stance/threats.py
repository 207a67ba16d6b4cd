"""What somebody threatens with, should a matter come true: "if soldiers arrive, we will respond".

Knows the openers of a condition, verbs of coming about, and words of threat. Knows no cue's words and no speaker.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.excepted import Excepted
from watchers.reading.voices.voice import PRONOUNS
from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE
from watchers.reading.words.inflect import stem, verb_forms

_OPENERS = frozenset({"if", "once", "should", "when", "whenever", "wherever"})
#: As in "in the event of", "in case of".
_NOUN_OPENERS = frozenset({"case", "event"})
#: Verbs by which a matter comes about.
_COMING = frozenset(
    form
    for verb in (
        "adopt", "appear", "approve", "arrive", "begin", "come", "cross", "deliver", "deploy", "dispatch", "emerge",
        "enter", "establish", "form", "give", "go", "grant", "happen", "impose", "introduce", "join", "land", "launch",
        "materialise", "move", "pass", "proceed", "provide", "send", "set", "show", "sign", "start", "station", "supply",
        "take", "transfer", "turn",
    )
    for form in verb_forms(verb)
)  # fmt: skip
_THREATS = frozenset(stem(word) for word in (
    "annihilated", "blood", "bloodshed", "bombed", "catastrophe", "catastrophic", "clash", "coffins", "collapse",
    "consequences", "countermeasures", "crushed", "destroyed", "destruction", "disaster", "eliminated", "enemies", "enemy",
    "escalate", "escalation", "fire", "hell", "hit", "killed", "pay", "reaction", "regret", "repercussions", "respond", "response",
    "retaliate", "retaliation", "strike", "target", "targets", "unleash", "war", "wiped",
))  # fmt: skip
#: Words that threaten by what they go with.
_ANSWERS = frozenset(stem(word) for word in ("respond", "response", "reaction"))
_FORCE = frozenset({"arms", "everything", "force", "might", "missiles", "nuclear", "power", "strikes", "weapons"})  # fmt: skip
#: What a threat is softened or turned by.
_NONE = frozenset({"no", "not", "never", "without", "n't", "won't", "wouldn't"})
#: Tokens from an opener to the matter, and from the matter to what comes about.
_LEAD, _VERB_REACH = 4, 7
#: Tokens of the main clause that are looked at.
_REACH = 18


class Threats(Excepted):
    """Finds what is threatened with under a condition."""

    def _threat(self, mention: Mention) -> Governed | None:
        """Who threatens with something should it come about is against it."""
        opener = self._condition(mention)
        if opener is None or mention.polarity < 0:
            return None
        begin = self._clause_start(opener)[0] if opener else 0
        if begin - 1 in self.stops and self._threatens(begin - 1):  # "will respond if …"
            begin = self._clause_start(begin - 1)[0]
        threat = self._threatened(begin, opener)
        if threat is None and (opener - begin <= 1 or self.words[opener] in _NOUN_OPENERS):
            begin = self._main_clause(mention.j)
            threat = self._threatened(begin, min(len(self.words), begin + _REACH))
        if threat is None:
            return None
        subject, subjects = self._subject(begin, threat, mention)
        if subject != "voices" or any(v.word in ("it", "they") for v in subjects):
            subject, subjects = "matter", ()
        group = Group(CueClass.REJECT, Frame.VERB)
        return Governed(
            mention, (group,), threat, (threat, threat + 1), "threat", subject, subjects, form="base"
        )  # fmt: skip

    def _main_clause(self, after: int) -> int:
        """Where the main clause begins behind a condition: at its comma, or without one at its pronoun."""
        for k in range(after, len(self.words)):
            if self.words[k] in (",", ";", "–"):
                return k + 1
            if self.words[k] in PRONOUNS:
                return k
        return len(self.words)

    def _condition(self, mention: Mention) -> int | None:
        """The token that opens a condition under which the matter comes about."""
        lead = range(max(0, mention.i - _LEAD), mention.i)
        opener = next((k for k in reversed(lead) if self._opens(k)), None)
        if opener is None or any(
            c.i > opener and c.j <= mention.i for c in self.cues
        ) or any(opener < n.i <= mention.j + 2 for n in self.negs):  # fmt: skip
            return None
        if mention.act or self.words[opener] in _NOUN_OPENERS:
            return opener
        for k in range(mention.j, min(mention.j + _VERB_REACH, len(self.words))):
            word = self.words[k]
            if word in _COMING:
                return opener
            if word == ",":
                return None
            is_place = any(v.i <= k < v.j for v in self.voices) or word in ("in", "on", "to", "the")
            if not (word in AUXILIARIES or word in BE or word in ADVERBS or is_place):
                return None
        return None

    def _opens(self, k: int) -> bool:
        word = self.words[k]
        if word == "should":
            return k == 0 or self.words[k - 1] in (",", ";", ":", '"', "that")
        if word in _NOUN_OPENERS:
            return self.words[k - 1 : k] in (["in"], ["the"]) and self.words[k + 1 : k + 2] == [
                "of"
            ]
        return word in _OPENERS

    def _threatened(self, begin: int, end: int) -> int | None:
        """The token of a threat in a clause, where nothing takes it back."""
        clause = self.words[begin:end]
        if not _NONE.isdisjoint(clause):
            return None
        return next((k for k in range(begin, begin + len(clause)) if self._threatens(k)), None)

    def _threatens(self, k: int) -> bool:
        """Whether a word threatens; an answer "with flowers" does not."""
        root = stem(self.words[k])
        if root not in _THREATS:
            return False
        rest = self.words[k + 1 : k + 5]
        return (
            root not in _ANSWERS
            or rest[:1] != ["with"]
            or any(word in _FORCE or stem(word) in _THREATS for word in rest)
        )
