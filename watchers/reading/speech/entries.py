"""Entries of a roll call: lines headed by a country or its capital, with what it holds below or behind.

"- Poland: opposed", "ROME. Has ruled it out.", "**Spain**" over "Supports the idea.": who is told of stands in the
heading. Knows names and the marks around them. Knows no claim and no position.
"""

from collections.abc import Sequence
from dataclasses import replace

from watchers.cues import Frame
from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE
from watchers.reading.words.vocabulary import Mark

#: What stands before a heading's name, and at most so often.
_BULLETS, _BULLETS_MAX = frozenset({"*", "-", "–", "•", "·", "#"}), 4
#: What parts a heading from its entry.
_PARTING = frozenset({"*", "-", "–", ".", ":"})
#: Countries that make a roll call.
_COUNTRIES_MIN = 2
#: Forms of verbs that tell what their subject does.
_FINITE = frozenset({"past", "s"})
#: What makes a noun of a word in "-s" at the head of a line, or what others say of it: "Calls for", "Said to be".
_NOUNISH = (["for"], ["of"], ["over"], ["to"])
#: Words of a headline or lead whose "yes" is a no, and of one that tells what a plan lays down.
_TURNING = frozenset({
    "against", "mistake", "oppose", "opposed", "opposes", "refuse", "refuses", "reject", "rejected", "rejects", "veto", "vetoes",
})  # fmt: skip
_PLANNING = frozenset(
    {"agreement", "blueprint", "deal", "draft", "plan", "plans", "points", "text"}
)
_LEAD = 2


class Entries:
    """Follows the headings of one article, sentence after sentence."""

    def __init__(self, named: Sequence[tuple[Sentence, list[Mark]]]) -> None:
        #: Sentence that opens with a heading -> the token behind it.
        self._begins: dict[int, int] = {}
        countries, paragraph = set(), -1
        for sentence, marks in named:
            if sentence.paragraph != paragraph and not sentence.in_title:
                heading = _heading(sentence.words, marks)
                if heading is not None:
                    self._begins[sentence.index] = heading.j
                    countries.add(heading.value)
            paragraph = sentence.paragraph
        lead = {word for sentence, _ in named[:_LEAD] for word in sentence.words}
        if len(countries) < _COUNTRIES_MIN or not _PLANNING.isdisjoint(lead):
            self._begins = {}
        self._is_turned = not _TURNING.isdisjoint(lead)
        self._of: Voice | None = None
        #: The last paragraph that may be of the entry.
        self._until = -1

    def __contains__(self, sentence: int) -> bool:
        return sentence in self._begins

    def headed(
        self, sentence: Sentence, marks: list[Mark], voices: list[Voice]
    ) -> tuple[list[Voice], list[Report]]:
        """The voices of a sentence, with the one in the heading as the subject of what has none; and what it is told to say."""
        if not self._begins:
            return voices, []
        begin = self._begins.get(sentence.index, 0)
        if begin:
            named = [v for v in voices if v.j <= begin and v.kind == "country"]
            self._of = named[0] if len(named) == 1 else None
            alone = begin == len(sentence.words)
            self._until = sentence.paragraph + alone
        if self._of is None or sentence.paragraph > self._until or begin == len(sentence.words):
            return voices, []
        subject = replace(self._of, i=begin, j=begin)
        rest = [v for v in voices if v.i >= begin]
        if _is_said(sentence.words, marks, begin, is_turned=self._is_turned):
            told = Report(subject, begin, begin, begin, len(sentence.words), "colon")
            return [subject, *rest], [told]
        if _lacks_subject(sentence.words, marks, begin):
            return [subject, *rest], []
        self._of = None  # somebody else is the subject
        return voices, []


def _heading(words: list[str], marks: list[Mark]) -> Mark | None:
    """The name with which a line opens, from its first token to what it heads; `None` where it is part of a sentence."""
    i = 0
    while i < min(_BULLETS_MAX, len(words)) and words[i] in _BULLETS:
        i += 1
    begin = (i, i + (words[i : i + 1] == ["the"]))  # "THE HAGUE", "the Netherlands"
    named = [m for m in marks if m.i in begin and m.kind == "name"]
    if not named:
        return None
    name = max(named, key=lambda m: m.j)
    k = name.j
    while k < len(words) and words[k] in _PARTING:
        k += 1
    if k == name.j < len(words):
        return None
    return Mark(0, k, name.kind, name.value)


def _is_said(words: list[str], marks: list[Mark], begin: int, *, is_turned: bool) -> bool:
    """As in "No.", "Nothing has been decided": an answer, or a clause that says all by itself.

    Answers to a question that `is_turned` ("Who opposes it?") are left alone, as is "No longer opposed".
    """
    return any(
        m.i == begin
        and (
            m.kind == "clause"
            or (
                m.kind == "answer" and not is_turned and not "".join(words[m.j : m.j + 1]).isalpha()
            )
        )
        for m in marks
    )


def _lacks_subject(words: list[str], marks: list[Mark], begin: int) -> bool:
    """As in "Has ruled it out", "Supports the idea", "Firmly opposed": what a heading's country does or is."""
    k = begin
    while k < len(words) - 1 and (words[k] in ADVERBS or words[k].endswith("ly")):
        k += 1
    if words[k] in ("no", "was", "were") or words[k + 1 : k + 2] in _NOUNISH:
        return False  # "Was told", "Calls for it are growing"
    if words[k] in AUXILIARIES or words[k] in BE:
        return True
    return any(
        begin <= m.i <= k
        and (
            m.kind == "bare"
            or (m.kind == "cue" and m.value.frame is Frame.VERB and m.value.form in _FINITE)
            or (m.kind == "say" and m.value[1] in _FINITE)
        )
        for m in marks
    )
