"""What a file of articles may hold, and what its faults are called."""

import json
from datetime import UTC, date, datetime

import pytest

from watchers.article_files import load_articles, parse_articles
from watchers.errors import Misuse
from watchers.model import Act, Position, Via, When

LABEL = {
    "actor": "us",
    "claim": "us-troops",
    "position": "opposes",
    "speaker": "Donald Trump",
    "when": "now",
    "via": "quote",
    "evidence": "No.",
}
ARTICLE = {"id": "a", "published": "2025-08-19T14:05:00+02:00", "title": "T", "text": "No."}


def parsed(*articles):
    return list(parse_articles([json.dumps(article) for article in articles], name="f.jsonl"))


def test_an_article_without_labels_is_whole():
    (labelled,) = parsed(ARTICLE)
    assert labelled.labels == ()
    assert labelled.article.published == datetime(2025, 8, 19, 12, 5, tzinfo=UTC)
    assert labelled.article.owner is None


def test_labels_become_words_of_the_field():
    label = {**LABEL, "act": "denies", "said_on": "2025-08-18", "unknown": 1}
    (labelled,) = parsed({**ARTICLE, "statements": [label], "note": "hard"})
    (read,) = labelled.labels
    assert (read.position, read.when, read.via) == (Position.OPPOSES, When.NOW, Via.QUOTE)
    assert (read.act, read.said_on) == (Act.DENIES, date(2025, 8, 18))


def test_half_a_letter_is_replaced_and_can_be_kept_and_shown():
    (labelled,) = parsed({**ARTICLE, "title": "Troops \ud83d"})
    assert labelled.article.title == "Troops ?"


FAULTS = {
    "no JSON": ("{", "not JSON: "),
    "JSON too deep": ("[" * 100_000, "not JSON: "),
    "a number of too many digits": ('{"id": ' + "9" * 5_000 + "}", "not JSON: "),
    "a moment before the first day": (
        json.dumps({**ARTICLE, "published": "0001-01-01T00:00:00+14:00"}),
        "published: ",
    ),
    "no object": ("[]", "each line must hold one JSON object"),
    "no id": (json.dumps({**ARTICLE, "id": None}), "id: is missing"),
    "a number for a text": (json.dumps({**ARTICLE, "text": 5}), "text: must be text"),
    "no date": (
        json.dumps({**ARTICLE, "published": "yesterday"}),
        "published: 'yesterday' is no date",
    ),
    "a position of another scale": (
        json.dumps({**ARTICLE, "statements": [{**LABEL, "position": "neutral"}]}),
        "position: 'neutral' is none of opposes, reluctant",
    ),
    "statements that are no list": (
        json.dumps({**ARTICLE, "statements": {"a": 1}}),
        "statements: must be",
    ),
    "a day that is none": (
        json.dumps({**ARTICLE, "statements": [{**LABEL, "said_on": "2025-02-31"}]}),
        "said_on: '2025-02-31' is no day",
    ),
}


@pytest.mark.parametrize(("line", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_and_line(line, message):
    with pytest.raises(Misuse) as raised:
        list(parse_articles(["\n", line], name="f.jsonl"))
    assert str(raised.value).startswith(f"f.jsonl:2: {message}")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Misuse, match="there is no such file"):
        list(load_articles(tmp_path / "absent.jsonl"))
