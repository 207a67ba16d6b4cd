"""What somebody says of the topic in a whole clause or in a word: "nothing has been decided", ""Not with us," said X".

Knows where such clauses and answers stand. Whose they are is `resolve.py`'s, what they speak of is the topic.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.composition import Composed, Group, compose
from watchers.reading.matter.mentions import Mention, at
from watchers.reading.speech.report import Report
from watchers.reading.stance.chain import Governed
from watchers.reading.text.document import Sentence
from watchers.reading.thread.answers import ANSWERS, governed_by_answer
from watchers.reading.thread.stances import ends
from watchers.reading.words.vocabulary import Cue, Mark

#: What may stand before a clause that is whole.
_BEFORE = frozenset({
    '"', "'", ",", ":", ";", "–", "and", "but", "however", "now", "so", "still", "that", "therefore", "though", "thus", "well", "yet",
})  # fmt: skip
#: Words of "for the moment", "so far", "at present" before it.
_FOR_NOW = frozenset({"at", "being", "currently", "far", "for", "moment", "now", "present", "so", "the", "time", "today"})  # fmt: skip
#: What may stand before an answer of a word or two: there it is all that is said.
_OPENING = frozenset({'"', ":", "–"})
_CLOSING = frozenset({".", "!", ";", '"', "–"})

#: What may stand before an answer that somebody's was: "Rome's answer was a clear no".
_SHORT = frozenset({"a", "again", "an", "clear", "definite", "emphatic", "firm", "flat", "resounding", "short", "simple"})  # fmt: skip

Saying = tuple[Governed, Composed]


def sayings(
    sentence: Sentence, marks: list[Mark], reports: list[Report], topic: Mention
) -> list[Saying]:
    """What a sentence says of a topic in whole clauses and in answers, as chains over it with their positions."""
    words = sentence.words
    if topic.polarity < 0 or "?" in words[-3:] or any(m.kind == "ask" for m in marks):
        return []  # of a question of its own, which is on another matter
    found: list[Saying] = []
    for mark in marks:
        if mark.kind == "clause" and _is_whole(sentence, mark, reports):
            composed = _of_clause(mark.value)
        elif mark.kind == "answer" and _is_said(sentence, mark, reports):
            position = ANSWERS[mark.value]
            composed = Composed(position, CueClass.COMMIT, rules=(f"answer-{mark.value}",))
        else:
            continue
        if composed is None:
            continue
        said = replace(at(topic, mark.i, mark.j), how="said")
        chain = replace(governed_by_answer(said, (mark.i, mark.j)), side="said")
        found.append((chain, composed))
    return found[:1]


def _of_clause(cue: Cue) -> Composed | None:
    return compose([Group(cue.cue_class, Frame.CLAUSE, (), False, True)])


def _is_whole(sentence: Sentence, mark: Mark, reports: list[Report]) -> bool:
    """Whether a clause begins and ends where the expression does."""
    if mark.value.form == "fragment":
        return _is_said(sentence, mark, reports)
    words, i = sentence.words, mark.i
    while i and words[i - 1] in _FOR_NOW:
        i -= 1
    begins = i == 0 or words[i - 1] in _BEFORE or any(r.j == i for r in reports)
    return begins and (mark.value.form == "open" or ends(words, mark.j, mark.value.cue_class))


def _is_said(sentence: Sentence, mark: Mark, reports: list[Report]) -> bool:
    """Whether an answer is all that a quotation or an indirect report says, up to its next pause."""
    words, i, j = sentence.words, mark.i, mark.j
    told = [r for r in reports if r.covers(i) and r.source is not None]
    if not told:
        return False
    answered = any(r.rule == "whose-line" and _SHORT.issuperset(words[r.j : i]) for r in told)
    if not (i == 0 or words[i - 1] in _OPENING or answered or any(r.start == i for r in told)):
        return False
    rest = words[j : j + 2]
    return (
        rest[:1] == []
        or rest[0] in _CLOSING
        or (rest[0] == "," and (rest[1:] == ['"'] or sentence.quote[i] < 0))
    )
