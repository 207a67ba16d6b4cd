"""One sentence with its cues, modals and negations, and where its clauses begin and end.

Knows word order. Knows no claim; what governs a mention is `chain.py`.
"""

from dataclasses import dataclass

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.frames import Frames
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import MEMBERS
from watchers.reading.words.adverbials import before_adverbials, opening_comma
from watchers.reading.words.clause_words import (
    AUXILIARIES,
    BE,
    CALLED,
    EVENTS,
    GROUP_ENDS,
    LIGHT_VERBS,
    SOFT,
    STRETCH_ENDS,
)
from watchers.reading.words.vocabulary import Mark

HARD = frozenset({";", ":", "–", "?", "!"})


#: What may stand between a verb and the noun of a stance: "stressed his support for".
OWNING = frozenset({"a", "an", "any", "her", "his", "its", "no", "our", "the", "their"})
_RELATIVE = frozenset({"which", "who", "whose"})
#: Verbs that one does, and no two.
_OF_ONE = (["does"], ["has"], ["is"], ["was"])
#: Tokens of "for the first time", "on Monday in Paris" between a verb and its object, what begins them, and what ends them.
_ADVERBIAL_MAX = 6
_ADVERBIAL_LEADS = frozenset({
    "again", "at", "during", "for", "in", "last", "late", "on", "once", "publicly", "this", "today", "yesterday",
})  # fmt: skip
_NO_ADVERBIAL = frozenset(
    {",", '"', "that", "to", "of", "was", "is", "had", "has", "would", "will"}
)
#: Tokens of "neither the Hungarian government nor the Polish one".
_SUBJECTS_MAX = 9
#: Words that ask for a part of what is done, and what stands before them where somebody is asked.
_ASKING = frozenset({"how", "what", "which"})
_ASKED = frozenset(
    {
        "about",
        "ask",
        "asked",
        "asking",
        "clear",
        "explain",
        "explained",
        "of",
        "on",
        "over",
        "say",
        "unclear",
        "with",
    }
)
#: What opens a clause that grants something before the main one; tokens from a matter to its modal: "expansion to include Kyiv".
_CONCEDING, _TO_MODAL = frozenset({"although", "though", "whereas", "while"}), 4
#: Tokens of "thousands of European" before "troops".
_LEAD_MAX = 3
#: What opens an aside between commas.
_OPENING_ASIDE = _RELATIVE | frozenset({
    "accompanied", "addressing", "answering", "arriving", "asked", "attending", "citing", "considered", "elected", "flanked", "known",
    "pressed", "questioned", "reacting", "regarded", "responding", "returning", "seen", "speaking", "standing", "viewed", "visiting", "writing",
})  # fmt: skip
#: Tokens of the longest aside that is passed over.
_ASIDE_MAX = 14


@dataclass(frozen=True, slots=True)
class Governed:
    """A mention with what stands over it."""

    mention: Mention
    groups: tuple[Group, ...]
    #: Tokens of the outermost cue or modal, and of the cue that carries the position.
    first: int
    cue: tuple[int, int] | None
    #: left, right, passive, called, answer, shared, verbless, loose
    side: str
    #: voices, impersonal, matter, inherited, none
    subject: str
    subjects: tuple[Voice, ...] = ()
    #: What opened the clause: if, whether, when …; else empty.
    opener: str = ""
    noun: bool = False
    #: Form of the outermost verb: base, s, past, part, ing, plain.
    form: str = ""
    text: str = ""
    #: Who speaks of the stance of another, whose it is.
    teller: Voice | None = None


def _asides(words: list[str]) -> dict[int, int]:
    """The token of each "which", "speaking" or "rejected by" after a comma, and that of the comma that closes its clause."""
    found: dict[int, int] = {}
    if "by" not in words and _OPENING_ASIDE.isdisjoint(words):
        return found
    for k, word in enumerate(words):
        opens = word in _OPENING_ASIDE or (word.endswith("ed") and words[k + 1 : k + 2] == ["by"])
        if opens and k and words[k - 1] == ",":
            end = next((n for n in range(k + 1, len(words)) if words[n] in (",", ";")), None)
            if end is not None and end - k <= _ASIDE_MAX and words[end] == ",":
                found[k] = end
    return found


#: Verbs by which somebody is taken for something, and the tokens from there to "as a".
_TAKING, _TAKEN_REACH = frozenset({"accept", "embrace", "want", "welcome"}), 3
_AS_WHAT = (["as", "a"], ["as", "an"])
#: As in "as expected, he rejected it": no clause.
_AS_ADVERBS = frozenset(
    {
        "always",
        "announced",
        "before",
        "ever",
        "expected",
        "feared",
        "planned",
        "predicted",
        "promised",
        "usual",
    }
)
#: How somebody is told to be one of those of whom a clause tells, and the tokens from there to the clause.
_IS_ONE, _WHICH_REACH = frozenset({"among", "of", "only"}), 4


#: As in "does not even want it", "would even agree to it".
_BEFORE_EVEN = AUXILIARIES | {"never", "not"}
#: Verbs of which nobody can do too much: "cannot stress the need for it enough".
_PRAISING = frozenset(
    {"emphasise", "emphasize", "overstate", "praise", "stress", "thank", "underline"}
)


class Clauses(Frames):
    """The marks of one sentence and the bounds of its clauses."""

    def __init__(
        self,
        sentence: Sentence,
        marks: list[Mark],
        voices: list[Voice],
        mentions: list[Mention],
        stops: set[int],
    ) -> None:
        super().__init__(sentence, marks, voices)
        self.mentions = mentions
        obliged = {m.i for m in marks if m.kind == "modal" and m.value == "must"}
        self.cues = self._one_for_each_place(
            [
                m
                for m in marks
                if m.kind == "cue"
                and not (m.value.text == "going to" and m.j in obliged)
                and not (m.value.text == "over" and sentence.words[m.i - 1].endswith("ed"))
            ]
        )
        self.modals = [
            m
            for m in marks
            if m.kind == "modal" and not self._is_inverted_if(m.i) and not self._is_month(m.i)
        ]
        if sentence.in_title:
            self.modals += self._to_come()
        self.negs = [
            m
            for m in marks
            if m.kind == "neg"
            and self.words[m.j : m.j + 1]
            not in (["change"], ["less"], ["let-up"], ["only"], ["softening"])
            and self.words[m.j : m.j + 2] != ["alone", "in"]
        ]
        self._in_phrases = {k for m in (*self.modals, *self.negs) for k in range(m.i + 1, m.j)}
        self._inverted = [v for v in voices if self._is_inverted(v)]
        self._agents_end = {v.j for v in voices if v.role == "agent" and v.word != "it"}
        #: Tokens of report verbs: a clause ends there.
        self.stops = stops - self._with_objects(stops)
        #: Relative clauses between commas: ", which borders Russia,".
        self.asides = _asides(self.words) | self._between_dashes()
        #: Token -> where its clause begins and by which word, as far as asked for.
        self._starts: dict[int, tuple[int, str]] = {}
        #: The last mention that was looked at, with what stands behind it.
        self._behind: tuple[Mention, Governed | None] | None = None

    def _between_dashes(self) -> dict[int, int]:
        """The same of what stands between dashes behind somebody: "Robert Fico – who met Vladimir Putin – rejected"."""
        if self.words.count("–") != 2:
            return {}
        begin = self.words.index("–")
        end = self.words.index("–", begin + 1)
        named = any(v.j == begin and v.role == "agent" for v in self.voices)
        return {begin + 1: end} if named and end - begin <= _ASIDE_MAX else {}

    def _with_objects(self, stops: set[int]) -> set[int]:
        """As in "admits the possibility of", "stressed on Monday its support for": a report verb with a stance for its object."""
        nouns = {c.i for c in self.cues if c.value.frame is Frame.NOUN}
        found = set()
        for k in stops:
            reach = self.words[k + 1 : k + 2 + _ADVERBIAL_MAX]
            owned = (n for n, word in enumerate(reach, k + 1) if word in OWNING)
            n = next((n for n in owned if {n + 1, n + 2} & nouns), None)
            if n is None:
                continue
            between = self.words[k + 1 : n]
            if not between or (
                between[0] in _ADVERBIAL_LEADS and not any(w in _NO_ADVERBIAL for w in between)
            ):
                found.add(k)
        return found

    def _to_come(self) -> list[Mark]:
        """As in the headline "US to give Kyiv guarantees", "Italy not to send troops": what will be."""
        words = self.words
        return [
            Mark(v.j, k + 1, "modal", "will")
            for v in self.voices
            if v.role == "agent"
            and (k := v.j + (words[v.j : v.j + 1] == ["not"])) < len(words) - 1
            and words[k] == "to"
            and (words[k + 1] in LIGHT_VERBS or any(c.i == k + 1 for c in self.cues))
        ]

    def _is_inverted_if(self, i: int) -> bool:
        """As in "Should the bid be stuck for long, …": a condition and no demand."""
        return self.words[i] == "should" and (i == 0 or self.words[i - 1] in (",", ";", ":", '"'))

    def _clause_start(self, head: int) -> tuple[int, str]:
        """Where the clause around a token begins, and the word that opens it."""
        if head not in self._starts:
            self._starts[head] = self._find_start(head)
        return self._starts[head]

    def _find_start(self, head: int) -> tuple[int, str]:
        k = head - 1
        closing = {end: begin for begin, end in self.asides.items()} if self.asides else {}
        while k >= 0:
            if k in closing and closing[k] > 0:
                k = closing[k] - 1  # past "Tokyo, which follows the talks as an observer, …"
                k -= self.words[k] == "–"
                continue
            opener = None if self._goes_on(k, head) else self._opener_at(k, head)
            if opener is not None:
                return k + 1, opener
            k -= 1
        return 0, ""

    def _goes_on(self, k: int, head: int) -> bool:
        """Whether a word that opens a clause elsewhere opens none here: "so far", "anything but", "any scenario where"."""
        return (
            k in self._in_phrases
            or self.asides.get(k, head) < head
            or self.words[k : k + 2] == ["so", "far"]
            or (self.words[k] == "even" and self.words[k - 1] in _BEFORE_EVEN)
            or (self.words[k] == "as" and self.words[k + 1] in _AS_ADVERBS)
            or (self.words[k : k + 2] in _AS_WHAT and self._is_taken_as(k))
            or (self.words[k] == "since" and self._is_of_time(k))
            or (self.words[k] == "where" and self.words[k - 1] in EVENTS)
        )

    def _is_of_time(self, since: int) -> bool:
        """As in "a member since 2004", "has since said": no clause."""
        behind = self.words[since + 1 : since + 2]
        year = behind != [] and behind[0].isdigit()
        return year or self.words[since - 1] in ("had", "has", "have", "ever")

    def _is_taken_as(self, k: int) -> bool:
        """As in "accepts Ukraine as a member": what somebody is taken for, where "as a truce nears" tells when."""
        return any(c.value.text in _TAKING and 0 < k - c.j <= _TAKEN_REACH for c in self.cues)

    def _opener_at(self, k: int, head: int) -> str | None:
        """The word at a token if it opens the clause behind it, "" for what opens one without a word of its own."""
        word = self.words[k]
        if (k in self.stops and not self._is_cue(k)) or word in HARD or self._opens_quote(k):
            return ""
        if word == "should" and self._is_inverted_if(k) and "," not in self.words[k + 1 : head]:
            return "if"
        if word in _ASKING and k and self.words[k - 1] in _ASKED and not self._holds(k, head):
            return "whether"  # "vague about what troops it would send"
        if word in SOFT and not self._within_cue(k):
            return "if" if word == "as" and k and self.words[k - 1] in ("soon", "long") else word
        if word == "yet" and k and self.words[k - 1] in (",", ";"):
            return "but"
        begins = (
            (word == "that" and k and self.words[k - 1] in ("and", "but", "or"))
            or (word == "that" and self._tells_which(k))
            or (word in ("and", "or", ",", "–") and self._new_subject(k + 1, head))
            or (word == "and" and self._new_verb(k + 1, head))
            or (word == "," and self._soldiers_begin(k + 1, head))
            or (word == "," and self._matter_begins(k + 1, head))
        )
        return "" if begins else None

    def _tells_which(self, that: int) -> bool:
        """As in "the countries that would send", where "told the leaders that he would" tells none."""
        lead = self.words[max(0, that - _WHICH_REACH) : that]
        if MEMBERS.isdisjoint(lead[-1:]) or not _IS_ONE.isdisjoint(lead):
            return False
        after = that + 1
        return any(
            m.i == after
            for m in (*self.modals, *self.cues)
            if m.kind == "modal" or m.value.frame is Frame.VERB
        )

    def _holds(self, begin: int, head: int) -> bool:
        """Whether a stance stands between a question word and a matter: "said what he wants is a force"."""
        return any(
            begin < c.i < head and c.value.cue_class is not CueClass.TRANSPARENT for c in self.cues
        )

    def _opens_quote(self, k: int) -> bool:
        return (
            self.words[k] == '"'
            and self.sentence.quote[k] >= 0
            and (k == 0 or self.words[k - 1] in (",", ":", '"') or k - 1 in self.stops)
        )

    def _soldiers_begin(self, start: int, head: int) -> bool:
        """As in "Once the guns fall silent, European troops will …": soldiers with a modal of their own."""
        return any(
            0 <= s.i - start <= _LEAD_MAX
            and s.j <= max(head, s.i) + 1
            and any(0 <= m.i - s.j <= 1 for m in self.modals)
            for s in self.marks
            if s.kind == "men"
        )

    def _matter_begins(self, start: int, head: int) -> bool:
        """As in "While guarantees could be found, NATO expansion would not be …": a matter that opens the main clause."""
        if _CONCEDING.isdisjoint(self.words[: start - 1]):
            return False
        return any(
            0 <= m.i - start <= _LEAD_MAX
            and m.i <= head
            and any(0 <= modal.i - m.j <= _TO_MODAL for modal in self.modals)
            for m in self.mentions
            if m.how == "keyword"
        )

    def _is_cue(self, token: int) -> bool:
        return any(
            c.i <= token < c.j and c.value.cue_class not in (CueClass.TRANSPARENT,)
            for c in self.cues
        )

    def _within_cue(self, token: int) -> bool:
        return any(c.i <= token < c.j for c in self.cues) or any(
            m.i <= token < m.j for m in self.marks if m.kind in ("even", "past")
        )

    def _new_subject(self, start: int, head: int) -> bool:
        """A voice right after "and" or a comma, with a verb of its own behind it."""
        ends = (
            (start - 1, start - 2) if self.words[start - 2 : start - 1] == [","] else (start - 1,)
        )
        before = next((v for v in self.voices if v.j in ends), None)
        if self.words[start - 1] != "," and before is not None:
            # "Britain and France have offered": one subject; "a treaty with Ukraine and France backs": two
            return before.role == "object" and self._is_one_doing(start)
        if self.words[start : start + 1] in (["and"], ["or"]) and any(
            v.j == start - 1 and v.role == "agent" for v in self.voices
        ):
            return False  # "…, Romania, and Croatia have ruled out"
        voice = next(
            (v for v in self.voices if v.i in (start, start + 1) and v.role in ("agent",)), None
        )
        if voice is None or voice.j >= head or self._is_apposed(voice):
            return False
        following = range(voice.j, min(voice.j + 3, head + 1))
        return any(m.i in following for m in (*self.modals, *self.cues)) or any(
            self.words[k] in BE or self.words[k] in ("has", "have", "had", "did", "does", "do")
            for k in following
            if k < len(self.words)
        )

    def _is_one_doing(self, start: int) -> bool:
        """As in "Poland is", "the chancellor rejects": one subject right behind "and", by the form of its verb."""
        ends = {v.j for v in self.voices if v.i in (start, start + 1) and v.role == "agent"}
        return any(self.words[k : k + 1] in _OF_ONE for k in ends) or any(
            c.i in ends and c.value.form == "s" for c in self.cues
        )

    def _is_apposed(self, voice: Voice) -> bool:
        """As in "Slovakia, a NATO member, rejected": what the one before it is."""
        k = voice.i - 2
        if self.words[k : k + 2] not in ([",", "a"], [",", "an"]) or self.words[
            voice.j : voice.j + 1
        ] != [","]:
            return False
        return any(v.j == k and v.role == "agent" for v in self.voices)

    def _new_verb(self, start: int, head: int) -> bool:
        """As in "sees no plan and will not take part": a second verb with its own modal, of the same subject."""
        if start >= head or start < 2 or any(m.j == start - 1 for m in self.modals):
            return False
        return self.words[start - 2] not in BE and any(
            start <= m.i < head and before_adverbials(self.words, m.i) == start for m in self.modals
        )

    def _clause_end(self, start: int) -> int:
        for k in range(start, len(self.words)):
            word = self.words[k]
            if word in HARD or (
                word in ("but", "while", "whereas", "although", "because")
                and k > start
                and k not in self._in_phrases
            ):
                return k
            if k in self.stops and not self._is_cue(k):
                return k
        return len(self.words)

    def _stretch(self, mention: Mention) -> tuple[int, int]:
        """Around a mention, up to what ends a clause for good."""
        low = mention.i
        while low > 0 and self.words[low - 1] not in STRETCH_ENDS and low - 1 not in self.stops:
            low -= 1
        high = mention.j
        while (
            high < len(self.words)
            and self.words[high] not in STRETCH_ENDS
            and high not in self.stops
        ):
            high += 1
        return low, high

    def before(self, low: int, high: int, mark: Mark) -> tuple[tuple[str, ...], bool, int]:
        """Modals and negation of the verb group that ends at `high`, and where the group begins."""
        if self.words[high - 1 : high] == ["it"] and high > 1 and self.words[high - 2] in CALLED:
            return self.before(max(0, high - 10), high - 2, mark)  # "did not think it practical"
        begin = high
        while begin > low and not self._ends_group(begin - 1, mark):
            begin -= 1
        modals = [m for m in self.modals if begin <= m.i < high and m.j <= max(high, m.i + 1)]
        negs = [
            m
            for m in self.negs
            if begin <= m.i < high
            and (
                self.words[m.i] != "no"
                or m.j == high
                or mark.value.frame is not Frame.VERB
                or m.j - m.i > 1  # "no one", "no longer fully"
            )
        ]
        joined = begin + (self.words[begin : begin + 1] in (["nor"], ["or"]))  # "not want or need"
        if not modals and not negs and self.words[joined:high] in ([], ["even"]) and joined > low:
            shared = self._coordinated_cue(joined, mark)
            if shared is not None:
                return self.before(max(0, shared.i - 8), shared.i, shared)
        if not negs and (self._is_neither_of(begin) or self._is_broken_off(begin)):
            return tuple(m.value for m in modals), True, min([m.i for m in modals], default=high)
        if "lightly" in self.words[high:]:
            negs = []  # "did not decide lightly" is a decision all the same
        if negs and any(m.value == "may" for m in modals) and self._is_more_than_can_be(high):
            return (), False, min(m.i for m in modals)
        if any(begin < v.i and v.j <= high for v in self._inverted):
            return tuple(m.value for m in modals), self._is_negated(negs), high
        near = [m.i for m in negs if (modals[0].i if modals else high) - m.i <= 2]
        lead = min([*(m.i for m in modals), *near], default=high)
        return tuple(m.value for m in modals), self._is_negated(negs), lead

    def _is_neither_of(self, begin: int) -> bool:
        """As in "Neither Hungary nor Poland supports", "Neither supports": the subjects before a verb group are denied."""
        lead = self.words[max(0, begin - _SUBJECTS_MAX) : begin]
        if begin not in self._agents_end or "neither" not in lead:
            return False
        return "nor" in lead or any(
            v.j == begin and self.words[v.i] == "neither" for v in self.voices
        )

    def _is_more_than_can_be(self, high: int) -> bool:
        """As in "cannot support it strongly enough": no measure is too much."""
        rest = [w for w in self.words[high : self._clause_end(high)] if w.isalpha()]
        return rest[-1:] == ["enough"] and (
            rest[-2:-1] == ["often"] or rest[-2].endswith("ly") or rest[0] in _PRAISING
        )

    def _is_broken_off(self, begin: int) -> bool:
        """As in "does not, and will not, support" and "does not, however, support"."""
        if self.words[begin - 1 : begin] != [","]:
            return False
        opening = opening_comma(self.words, begin - 1)
        is_aside = opening and self.words[opening + 1] not in ("and", "but")
        ends = (begin - 1, opening) if is_aside else (begin - 1,)
        return any(n.j in ends for n in self.negs)

    def _coordinated_cue(self, begin: int, mark: Mark) -> Mark | None:
        """The verb before "or", "nor" or a comma that shares its modal and negation with this one."""
        k = begin - 1
        while k >= 0 and self.words[k] in (",", "or", "nor", "even", "and"):
            k -= 1
        if k == begin - 1:
            return None
        frames = (Frame.VERB, Frame.STATE)
        return next(
            (
                c
                for c in self.cues
                if c.j in (k + 1, k, k - 1)
                and c.i < mark.i
                and c.value.frame in frames
                and mark.value.frame in frames
            ),
            None,
        )

    def _ends_group(self, token: int, mark: Mark) -> bool:
        """What cannot stand between a modal or negation and its verb."""
        word = self.words[token]
        if token in self._in_phrases:
            return False  # the "to" of "have to", the "but" of "anything but"
        if (
            word in GROUP_ENDS
            or word in HARD
            or (
                mark.value.frame is Frame.VERB
                and word in ("to", "of")
                and not (word == "to" and token and self.words[token - 1] in ("not", "never"))
            )
        ):
            return True
        if token + 1 in self._agents_end:
            subjects = [v for v in self.voices if v.j == token + 1]
            return not any(
                v in self._inverted or any(m.j == v.i for m in self.modals) for v in subjects
            )
        return any(c.j == token + 1 and (c.i, c.j) != (mark.i, mark.j) for c in self.cues)

    def _is_negated(self, negs: list[Mark]) -> bool:
        """Two negations undo each other, "neither … nor" is one."""
        words = [self.words[m.i] for m in negs]
        return (len(words) - words.count("nor") * ("neither" in words or len(words) > 1)) % 2 == 1
