"""Tones are found in all their forms, and each list of the shipped file says what it is for by its members."""

import pytest

from watchers.cues import load_cues
from watchers.reading.text.document import Document
from watchers.reading.weighing.tones import Tones
from watchers.reading.words.inflect import stem

TONES = Tones(load_cues().tones)


def tones_of(text: str) -> set[str]:
    sentence = Document("", text).sentences[0]
    return {toned.tone for toned in TONES.find([stem(word) for word in sentence.words])}


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Oslo warmly welcomed the paper.", "welcome"),
        ("They brushed aside the idea.", "refuse"),
        ("He poured cold water on it.", "refuse"),
        ("She would not say.", "silent"),
        ("It is far too early.", "delay"),
        ("Nothing is off the table, or on the table.", "possible"),
        ("There will be consequences.", "threaten"),
        ("He remains sceptical.", "doubt"),
        ("What folly, he said.", "criticise"),
        ("It was a change of heart.", "turn"),
    ],
)
def test_a_sentence_has_its_tone(text: str, tone: str) -> None:
    assert tone in tones_of(text)


def test_a_plain_sentence_has_none() -> None:
    assert tones_of("The train to Warsaw left at nine.") <= {"turn"}
