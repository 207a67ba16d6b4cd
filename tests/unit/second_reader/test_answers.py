"""What comes back from a model, in every state of repair."""

import json

import pytest

from watchers.model import Act, Position, Via, When
from watchers.second_reader.answers import (
    STATEMENTS_MAX,
    Answer,
    Dropped,
    Raw,
    Unreadable,
    read_answer,
)

ONE = {
    "sentence": 2,
    "actor": "france",
    "claim": "own-troops",
    "position": "supports",
    "speaker": "Emmanuel Macron",
    "when": "now",
    "via": "reported",
    "act": "none",
    "said_on": "",
}
READ = Raw(
    sentence=2,
    actor="france",
    claim="own-troops",
    position=Position.SUPPORTS,
    speaker="Emmanuel Macron",
    when=When.NOW,
    via=Via.REPORTED,
    act=None,
    said_on=None,
)
PLAIN = json.dumps({"statements": [ONE]})

READABLE = {
    "plain": PLAIN,
    "in a fence": f"```json\n{PLAIN}\n```",
    "prose around it": f"Sure! Here is the JSON you asked for:\n{PLAIN}\nLet me know {{if}} so.",
    "thoughts before it": f'<think>Perhaps {{"statements": []}}? No.</think>{PLAIN}',
    "line breaks in a string": PLAIN.replace("Emmanuel Macron", "Emmanuel\nMacron"),
    "more keys than asked": json.dumps({"note": 1, "statements": [{**ONE, "why": "…"}]}),
    "fields left out": json.dumps(
        {"statements": [{k: v for k, v in ONE.items() if k not in ("act", "said_on")}]}
    ),
    "null for nothing": json.dumps({"statements": [{**ONE, "act": None, "said_on": None}]}),
    "capitals": PLAIN.replace("supports", "Supports"),
}


@pytest.mark.parametrize("content", READABLE.values(), ids=READABLE)
def test_what_can_be_read_is_read(content):
    assert read_answer(content) == Answer(statements=(READ,), dropped=())


UNREADABLE = {
    "nothing": ("", Unreadable.EMPTY),
    "blanks": (" \n ", Unreadable.EMPTY),
    "half": (PLAIN[:60], Unreadable.HALF),
    "half of the second statement": (PLAIN[:-2] + ", " + PLAIN[16:80], Unreadable.HALF),
    "prose": ("I cannot help with that.", Unreadable.NO_JSON),
    "another object": ('{"positions": []}', Unreadable.NO_JSON),
    "no list": ('{"statements": "none"}', Unreadable.HALF),
    "a depth that breaks parsers": ('{"statements": ' + "[" * 100_000, Unreadable.HALF),
    "the same for ever": ('{"statements": [' + json.dumps(ONE) + ", " * 50_000, Unreadable.HALF),
}


@pytest.mark.parametrize(("content", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_says_why(content, why):
    assert read_answer(content) is why


WRONG = {
    "no object": ("france", Dropped.MALFORMED),
    "a number as text": ({**ONE, "sentence": "2"}, Dropped.MALFORMED),
    "true for a number": ({**ONE, "sentence": True}, Dropped.MALFORMED),
    "a list of speakers": ({**ONE, "speaker": ["Macron"]}, Dropped.MALFORMED),
    "no speaker": ({**ONE, "speaker": " "}, Dropped.MALFORMED),
    "an unknown position": ({**ONE, "position": "favours"}, Dropped.UNKNOWN_POSITION),
    "an unknown when": ({**ONE, "when": "soon"}, Dropped.MALFORMED),
    "an unknown act": ({**ONE, "act": "shouts"}, Dropped.MALFORMED),
    "no day": ({**ONE, "said_on": "Tuesday"}, Dropped.MALFORMED),
    "a number for a day": ({**ONE, "said_on": 20250818}, Dropped.MALFORMED),
}


@pytest.mark.parametrize(("given", "reason"), WRONG.values(), ids=WRONG)
def test_one_wrong_statement_falls_alone(given, reason):
    answer = read_answer(json.dumps({"statements": [given, ONE]}))
    assert isinstance(answer, Answer)
    assert answer.statements == (READ,)
    assert [drop.reason for drop in answer.dropped] == [reason]
    assert len(answer.dropped[0].given) <= 160


def test_a_model_that_repeats_itself_is_heard_so_often_and_no_more():
    answer = read_answer(json.dumps({"statements": [ONE] * 500}))
    assert isinstance(answer, Answer)
    assert len(answer.statements) == STATEMENTS_MAX
    assert answer.dropped[0].reason is Dropped.TOO_MANY


def test_an_act_is_read():
    answer = read_answer(json.dumps({"statements": [{**ONE, "act": "denies"}]}))
    assert isinstance(answer, Answer)
    assert answer.statements[0].act is Act.DENIES
