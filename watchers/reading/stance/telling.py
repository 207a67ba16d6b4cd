"""What stands by a matter and holds nothing of it: views that are told, deeds that are denied, what is left out.

Knows verbs with their objects and "without". Knows no subject and no position.
"""

from collections.abc import Sequence
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.stance.rights import Rights
from watchers.reading.voices.voice_words import GROUP_HEADS, PREPOSITIONS
from watchers.reading.words.adverbials import before_adverbials
from watchers.reading.words.clause_words import BE, TALKS, TELLINGS
from watchers.reading.words.vocabulary import Mark

#: Tokens from "without" to the matter that it leaves out; what, without a thing, asks for it: "rejects peace without …".
_WITHOUT_REACH = 5
_REFUSING = frozenset({CueClass.REJECT, CueClass.PREVENT, CueClass.DOUBT})
#: Verbs that weigh a matter while they go on, and merely speak of it when they are done or to come.
_TALKING = frozenset({
    "analyse", "analyze", "assess", "debate", "discuss", "evaluate", "examine", "investigate", "review", "talk about",
})  # fmt: skip
#: Verbs that may merely tell of a matter, and tokens behind them in which that is said: "offered different views".
_GIVING = frozenset({CueClass.COMMIT, CueClass.ENDORSE, CueClass.WANT})
_GIVEN_REACH = 4
#: Verbs of whoever is at a gathering, or holds it.
_ATTENDING = frozenset({"convene", "host", "lead", "participate in", "take part in"})
#: As in "Poland is one of the countries that oppose it", which so does Poland; tokens in which that is said.
_BELONGING, _MEMBER_REACH = frozenset({"among", "join", "joined", "joins", "like", "one"}), 6
_RELATIVE = frozenset({"that", "which", "who"})
#: Those who stand for or against a matter: "hit back at critics of the plan" is no word against it.
_PARTISANS = frozenset({
    "adversaries", "advocates", "backers", "critics", "detractors", "foes", "opponents", "proponents", "sceptics", "skeptics",
    "supporters",
})  # fmt: skip
_HAVING = frozenset({"had", "has", "have", "having"})
#: What follows "had" where no deed does: "denied that it had any plans".
_HAD = frozenset({"a", "any", "been", "no", "plans", "to"})
#: By what is made sure of that follows, tokens from there to the matter, and from the matter to its "not".
_SECURING, _SECURED_REACH, _NOT_REACH = (
    frozenset({"certain", "ensure", "ensured", "ensures", "ensuring", "guarantee", "sure"}), 3, 4
)  # fmt: skip
_NEW_CLAUSE = frozenset({",", "and", "but", "that", "to", "which", "who"})
#: How something comes about or comes again.
_COMES_ABOUT = frozenset({
    "come", "comes", "exist", "exists", "happen", "happens", "put", "reopen", "reopened", "reopens", "restart", "restarted",
    "restarts", "resume", "resumed", "resumes", "return", "returns", "revived",
})  # fmt: skip

#: Who is criticised may be somebody, and for what; tokens from there to him, and from him to a matter.
_CRITICISING, _OBJECT_REACH = frozenset({"criticise", "criticize"}), 3
#: Verbs that make a law of their object alone, and what leads on to another thing.
_INTRODUCING = frozenset({"enact", "introduce", "levy"})
_ANOTHER = PREPOSITIONS | {","}

#: Classes that tell what comes behind "that", and what it says is what somebody is for.
_TELLING = frozenset({CueClass.COMMIT, CueClass.TRANSPARENT, CueClass.WANT})
#: Modals by which it is told what a matter will do, tokens from it to them, and what has the matter for a part.
_FORETELLING, _TOLD_REACH = frozenset({"may", "would"}), 3
_INCLUDING = frozenset({"bring", "contain", "include", "involve", "need", "provide", "require"})
#: Nouns of these classes are a matter's own side: who criticises the plan criticises what is planned.
_MADE = frozenset({CueClass.COMMIT, CueClass.CONSIDER, CueClass.ENDORSE, CueClass.WANT})


class Telling(Rights):
    """Tells what is said by the way from what is held."""

    def _is_aside(self, mark: Mark, head: int) -> bool:
        """Whether a cue before token `head` holds nothing of what begins there."""
        return (
            self._is_telling_of(mark, head)
            or self._is_gathering_on(mark, head)
            or not _PARTISANS.isdisjoint(self.words[mark.j : head])
            or self._denies_another_deed(mark, head)
            or self._is_mere_right(mark)
        )

    def _has_own_object(self, cue: Mark, head: int) -> bool:
        """Whether a cue before token `head` is about somebody or something else, and goes no further.

        As in "sanctions targeting Russia, including a ban", "criticised Orbán for speaking in public of the ban",
        "introduced tariffs over the tax".
        """
        if cue.value.text in _CRITICISING:
            another = any(cue.j <= c.i < head for c in self.cues)
            return not another and any(
                0 <= v.i - cue.j <= _OBJECT_REACH
                and head - v.j > _OBJECT_REACH
                and self.words[v.j] == "for"
                for v in self.voices
            )
        if cue.value.text in _INTRODUCING:
            return not _ANOTHER.isdisjoint(self.words[cue.j : head])
        if cue.value.form != "ing" or cue.value.cue_class is not CueClass.REJECT:
            return False
        return any(
            v.i == cue.j and v.j < head and self.words[v.j] == "," and v.kind == "country"
            for v in self.voices
        )

    def _secured_not(self, mention: Mention) -> str:
        """What is made sure of that a matter is not to do: "ensure that the pipeline cannot be | put into operation"."""
        words = self.words
        if _SECURING.isdisjoint(words[max(0, mention.i - _SECURED_REACH) : mention.i]):
            return ""
        reach = range(mention.j, mention.j + _NOT_REACH)
        negation = next((n for n in self.negs if n.i in reach), None)
        if negation is None or not _NEW_CLAUSE.isdisjoint(words[mention.j : negation.i]):
            return ""
        return next((w for w in words[negation.j :] if w not in BE), "")

    def _without_secured(self, groups: list[Group], mention: Mention) -> list[Group]:
        """What stands over a matter that somebody makes sure does not come about; nothing where he keeps it from harm."""
        verb = self._secured_not(mention) if groups else ""
        if not verb:
            return groups
        if verb not in _COMES_ABOUT:
            return []
        return [*groups[:-1], replace(groups[-1], negated=not groups[-1].negated)]

    def _as_aim(self, groups: list[Group], first: int) -> list[Group]:
        """As in "Moscow's goal is to prevent X": what it is after itself, and no "is to" that others are told."""
        if not groups or self._whose_aim(first) is None:
            return groups
        return [replace(groups[0], modals=()), *groups[1:]]

    def _is_mere_report(self, cue: Mark, mention: Mention) -> bool:
        """As in "insisted that Polish soldiers would stay at home", "argued that the tax could harm": nothing is wanted."""
        if cue.j > mention.i or not self._tells_that(cue, mention):
            return False
        if cue.value.text == "assure":
            return True  # "assured reporters that X was out of the question"
        if mention.how in SOLDIERLY:
            return any(
                m.value in ("will", "would") and 0 <= m.i - mention.j <= 1 for m in self.modals
            )
        return cue.value.cue_class is CueClass.WANT and any(
            m.value in _FORETELLING
            and (
                0 <= m.i - mention.j <= _TOLD_REACH
                or (
                    cue.j <= m.i < mention.i
                    and not mention.act
                    and _INCLUDING.isdisjoint(self.words[m.j : mention.i])
                )
            )
            for m in self.modals
        )

    def _tells_that(self, cue: Mark, mention: Mention) -> bool:
        """As in "promised that Polish soldiers", "reaffirmed in Paris that no Italian troops"."""
        if cue.value.cue_class in _TELLING:
            return "that" in self.words[cue.j - 1 : mention.i]
        return cue.value.cue_class is CueClass.ENDORSE and self.words[cue.j - 1] == "that"

    def _is_made(self, left: Governed) -> bool:
        """As in "Paris' decision to send troops drew criticism from Rome": who decides is answered, and so is the matter."""
        group = left.groups[0]
        return left.noun and group.cue in _MADE and not (group.negated or group.negative)

    def _is_telling_of(self, mark: Mark, head: int) -> bool:
        """As in "offered different views on the force", "gave an account of": who tells of it takes no side."""
        curious = mark.value.text.endswith("interest in")  # "expressed interest in the details of"
        if mark.value.frame is not Frame.VERB or not (curious or mark.value.cue_class in _GIVING):
            return False
        given = self.words[mark.j : min(head, mark.j + _GIVEN_REACH)]
        return not TELLINGS.isdisjoint(given)

    def _is_of_named(self, first: int) -> bool:
        """As in "listed several states that had come out against X": those of whom it is told."""
        k = before_adverbials(self.words, first) if first else 0
        while k and self.words[k - 1] in _HAVING:
            k -= 1
        if k < 2 or self.words[k - 1] not in _RELATIVE or self.words[k - 2] not in GROUP_HEADS:
            return False
        lead = self.words[max(0, k - 1 - _MEMBER_REACH) : k - 1]
        return (_BELONGING | BE).isdisjoint(lead) and not any(v.j == k - 1 for v in self.voices)

    def _is_gathering_on(self, mark: Mark, head: int) -> bool:
        """As in "took part in a debate on X", "hosted talks on X": what is attended, and nothing of what it is on."""
        given = self.words[mark.j : min(head, mark.j + _GIVEN_REACH)]
        return mark.value.text in _ATTENDING and not (TALKS | TELLINGS).isdisjoint(given)

    def _denies_another_deed(self, mark: Mark, head: int) -> bool:
        """As in "denied that it had tied guarantees to a withdrawal": what is denied is done to the matter."""
        if mark.value.cue_class is not CueClass.DENY:
            return False
        k = next((k for k in range(mark.j, head - 1) if self.words[k] in _HAVING), -1)
        if k < 0 or self.words[k + 1] in _HAD:
            return False
        return not any(m.i <= k + 1 < m.j for m in self.marks if m.kind in ("act", "cue"))

    def _is_left_out(self, begin: int, mention: Mention) -> bool:
        """As in "proposes guarantees without admitting Ukraine to NATO": what is left out of it is not refused."""
        start = max(begin, mention.i - _WITHOUT_REACH)
        at = next((k for k in range(mention.i - 1, start, -1) if self.words[k] == "without"), 0)
        return at > 0 and not any(
            (begin <= c.i < at and c.value.cue_class in _REFUSING)
            or (at < c.i < mention.i and c.value.frame is Frame.NOUN)
            for c in self.cues
        )


def is_mere_talk(groups: Sequence[Group], text: str, form: str, mention: Mention) -> bool:
    """As in "discussed the force with Merz", where "is discussing sending troops" weighs it."""
    return (
        len(groups) == 1
        and groups[0].cue is CueClass.CONSIDER
        and not groups[0].negated
        and text in _TALKING
        and "ing" not in (form, mention.act)
    )
