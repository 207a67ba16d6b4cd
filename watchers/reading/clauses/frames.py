"""Which of its frames a cue has where it stands: a word that is verb and noun alike, a state that needs its "be".

Knows the words before a cue. Knows no clause and no claim.
"""

from watchers.cues import Frame
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import LIKENED
from watchers.reading.words.adverbials import DAYS, before_adverbials
from watchers.reading.words.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BARE_STATES,
    BE,
    BEARING,
    NOUN_LIKE,
    PREVERBAL,
    STATES,
    VERB_LEADS,
)
from watchers.reading.words.vocabulary import Cue, Mark

#: What may stand between a form of "be" and a state.
_BEFORE_STATE = ADVERBS - {"in"}
_STATE_LEADS = (BE - {"'s"}) | BEARING

#: What opens an object.
_OBJECTS = (["a"], ["an"], ["any"])
#: What tells that "may" behind it is a month.
_BEFORE_MONTH = frozenset({"by", "early", "in", "last", "late", "next", "since", "until"})


class Frames:
    """The marks of one sentence, and which of the cues at a place is meant."""

    def __init__(self, sentence: Sentence, marks: list[Mark], voices: list[Voice]) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.marks, self.voices = marks, voices

    def _one_for_each_place(self, cues: list[Mark]) -> list[Mark]:
        """Where one expression may be noun or verb, the word before it decides; a state needs its "be"."""
        kept: dict[tuple[int, int], Mark] = {}
        for mark in cues:
            frame = mark.value.frame
            if frame is Frame.STATE and not self._is_state(mark):
                continue
            if frame is Frame.VERB and not self._is_verb(mark):
                continue
            known = kept.get((mark.i, mark.j))
            if known is None or self._fits_frame(frame, mark.i) > self._fits_frame(
                known.value.frame, mark.i
            ):
                kept[mark.i, mark.j] = mark
        return list(kept.values())

    def _is_month(self, i: int) -> bool:
        """As in "decided in May to send troops"."""
        return i > 0 and self.words[i] == "may" and self.words[i - 1] in _BEFORE_MONTH

    def _is_verb(self, mark: Mark) -> bool:
        """A word that is verb and noun alike needs a place where only a verb can stand."""
        cue: Cue = mark.value
        if (
            cue.text.endswith(" on")
            and self.words[mark.j : mark.j + 1]
            and self.words[mark.j] in DAYS
        ):
            return False  # "insisted on Friday that …"
        lead = self.words[mark.i - 1 : mark.i]
        if (cue.form == "ing" and lead in (["a"], ["an"])) or (cue.form == "s" and lead == ["to"]):
            return False  # "a leading role", "said no to calls for"
        if cue.text == "right" and self.words[mark.j : mark.j + 1] == ["of"]:
            return False  # "a Russian right of veto"
        if lead == ["as"] and cue.text == "expect" and self.words[mark.j : mark.j + 1] == [","]:
            return False  # "As expected, …"
        if cue.text == "like" and mark.i and self.words[mark.i - 1] in LIKENED | {"-"}:
            return False  # "Countries like Germany …", "Article 5-like guarantees"
        before = self.words[mark.i - 1] if mark.i else ""
        if cue.text == "like" and cue.form == "base" and before in ("", ","):
            return False  # "Poland, like Romania, …"
        if cue.form not in ("base", "s") or cue.text.split()[0] not in NOUN_LIKE:
            return True
        if any(m.kind == "men" and m.j == mark.i for m in self.marks):
            return True  # "European troops need a backstop"
        subjects = [v for v in self.voices if v.j == mark.i]
        if subjects:
            return (
                cue.form == "s"
                or any(self._is_several(v) or self._is_inverted(v) for v in subjects)
                or self.sentence.in_title
            )
        if cue.form == "s" and self._has_object(mark.j):
            return True
        if before in VERB_LEADS or before in PREVERBAL or before.endswith(("ly", "n't")):
            return True
        if not before:
            return self.sentence.in_title or cue.form == "base"  # "Guarantees modelled on …"
        begin = before_adverbials(self.words, mark.i)
        return begin == 0 or self.words[begin - 1] in VERB_LEADS

    def _has_object(self, k: int) -> bool:
        """As in "the force needs a backstop", "any plan needs American planes": an object, which no noun has."""
        return self.words[k : k + 1] in _OBJECTS or any(
            m.kind == "adj" and m.i == k for m in self.marks
        )

    def _is_several(self, voice: Voice) -> bool:
        """As in "we support", "Polish officials support", "leaders in Paris support"."""
        if voice.role == "place" and self.words[voice.i - 1] == "in":
            return any(v.plural and v.j == voice.i - 1 for v in self.voices)
        return voice.plural or voice.word in ("we", "they", "i") or self._ends_list(voice.i)

    def _is_inverted(self, voice: Voice) -> bool:
        """As in "Nor does Rome want", "Under no circumstances will the chancellor back": behind its auxiliary."""
        k = voice.i - 1 - (self.words[voice.i - 1] == "the")
        return (
            k > 0
            and self.words[k] in AUXILIARIES
            and any(m.kind == "neg" and m.j == k for m in self.marks)
        )

    def _ends_list(self, i: int) -> bool:
        """As in "Germany and Italy support a ban", where "with Germany and Italy support" has none who do."""
        first = next((v for v in self.voices if v.j == i - 1), None)
        if first is None or self.words[i - 1] != "and":
            return False
        return first.role == "agent"

    def _fits_frame(self, frame: Frame, i: int) -> int:
        """How well a frame fits the words before a token."""
        if frame is Frame.NOUN:
            return 2 if self._before_noun(i) else 0
        if frame is Frame.ABOUT:
            return 2 if i and self.words[i - 1] in BE else 0
        return 1

    def _is_state(self, mark: Mark) -> bool:
        i = mark.i
        before = self.words[max(0, i - 4) : i]
        if mark.value.text in BARE_STATES and not self.sentence.in_title:
            while before and (before[-1] in _BEFORE_STATE or before[-1].endswith("ly")):
                before.pop()
            return before[-1:] != [] and before[-1] in _STATE_LEADS
        if self.sentence.in_title and self.words[i] == "for" and "no" in before:
            return False  # "No troops for Ukraine" is no support
        return (
            any(w in BE or w in STATES for w in before)
            or not before
            or (self.sentence.in_title and before[-1].isalpha())
        )

    def _before_noun(self, i: int) -> bool:
        return i > 0 and self.words[i - 1] in (
            "'s",
            "his",
            "her",
            "its",
            "their",
            "our",
            "the",
            "a",
            "an",
            "no",
            "any",
            "this",
            "that",
            "firm",
            "clear",
            "of",
        )
