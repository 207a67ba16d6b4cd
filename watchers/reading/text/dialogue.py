"""Which sentences of an article are questions and which are answers, where it is an interview.

Knows how interviews are set: "Q:" and "A:", questions in bold or italics, dashes. Knows no speaker.
"""

import re
from enum import Enum

from watchers.reading.text.document import Document

_ASKED = re.compile(r"[*_>\s]*(?:Q|Question|Reporter|Journalist|Interviewer)\b[^:\n]{0,30}:")
_ANSWERED = re.compile(r"[*_>\s]*(?:A|Answer)\s*:")
_EMPHASIS = re.compile(r"\*\*(?!\*).+?\*\*\s*|\*(?!\*).+?\*\s*")
_DASH = re.compile(r"[—–-]\s?")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
#: Questions that make an interview of an article, where nothing but their setting tells.
_QUESTIONS_MIN = 2


class Turn(Enum):
    """What a sentence is in an interview."""

    NONE = ""
    QUESTION = "question"
    ANSWER = "answer"


class Dialogue:
    """The turns of an article's sentences, by number; none of an article that is no interview."""

    def __init__(self, document: Document) -> None:
        self._turns: dict[int, Turn] = {}
        raw = document.raw
        if "?" not in raw:
            return
        lines: dict[int, str] = {}
        turns, line_turn, paragraph = {}, Turn.NONE, -1
        asked = spoken = 0
        for sentence in document.sentences:
            if sentence.in_title:
                continue
            text = raw[sentence.start : sentence.end]
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                begin = raw.rfind("\n", 0, sentence.start) + 1
                end = raw.find("\n", sentence.start)
                lines[paragraph] = raw[begin : end if end >= 0 else len(raw)].strip()
                line_turn = _turn_of(lines[paragraph], line_turn)
                asked += line_turn is Turn.QUESTION
                text = lines[paragraph][: len(text) + 8]
            elif _ANSWERED.match(text):
                line_turn = Turn.ANSWER
            elif _ASKED.match(text):
                line_turn = Turn.QUESTION
                asked += 1
            turns[sentence.index] = line_turn
            if line_turn is Turn.ANSWER and _FIRST_PERSON.search(text):
                spoken += 1
        if asked >= _QUESTIONS_MIN and spoken >= _QUESTIONS_MIN:
            self._turns = turns

    def __bool__(self) -> bool:
        return bool(self._turns)

    def turn(self, sentence: int) -> Turn:
        return self._turns.get(sentence, Turn.NONE)


def _turn_of(line: str, before: Turn) -> Turn:
    """What a paragraph is, by its setting and by the paragraph before it."""
    if _ASKED.match(line):
        return Turn.QUESTION
    if _ANSWERED.match(line):
        return Turn.ANSWER
    if _DASH.match(line):
        return Turn.QUESTION if line.rstrip("*_ ").endswith("?") else Turn.ANSWER
    if _EMPHASIS.fullmatch(line):
        asks = line.rstrip("*_ ").endswith("?") or before is not Turn.NONE
        return Turn.QUESTION if asks else Turn.NONE
    return Turn.ANSWER if before is not Turn.NONE else Turn.NONE
