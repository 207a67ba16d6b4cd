"""Small adversarial sequences and what must be told of each: nothing else, nothing twice.

`stories.jsonl` and `twists.jsonl` have one a line, as the guide of the labelled corpus describes them; the
second are our own, written from the policy alone before they were played.
"""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.stories.playing import articles, givens, play, play_at_once
from watchers.ledger.policy import DEFAULT
from watchers.store.ledger_rebuild import rebuild

STORIES = [
    json.loads(line)
    for name in ("stories.jsonl", "twists.jsonl")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
]
#: After the last window of every story has passed.
AT_LAST = datetime(2027, 1, 1, tzinfo=UTC)


def named(story: dict[str, Any]) -> str:
    return f"{story['id']} {story['what']}"


def cases(story: dict[str, Any]) -> list[dict[str, Any]]:
    whole = {"articles": [a["id"] for a in story["articles"]], "expect": story.get("expect", [])}
    return story.get("orders", [whole])


def known(story: dict[str, Any]) -> list[Any]:
    heard = givens(story.get("baseline", []))
    return heard + givens(story.get("inherited", []), inherited=True)


def wanted(holdings: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    return {
        (h["actor"], h["claim"], h["position"], h["since"], bool(h.get("contested")))
        for h in holdings
    }


def stands(played: Any) -> set[tuple[Any, ...]]:
    return {
        (h.actor, h.claim, h.position.value, h.since.isoformat(), h.contested)
        for h in played.holdings
    }


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_story_is_told_as_the_policy_asks(story: dict[str, Any]) -> None:
    by_id = {a["id"]: a for a in story["articles"]}
    for case in cases(story):
        arrivals = articles(by_id[i] for i in case["articles"])
        played = play(arrivals, known(story))
        assert played.announced == case["expect"]
        assert wanted(story["holdings"]) <= stands(played)
        assert play_at_once(arrivals, known(story)).announced == case["expect"]


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_rebuilt_story_is_the_same_to_the_byte(story: dict[str, Any]) -> None:
    played = play(articles(story["articles"]), known(story))
    with played.database.write() as connection:
        rebuilt = rebuild(connection, DEFAULT, AT_LAST)
    assert rebuilt.same


#: Not those with an article that was changed: it is what its last version says.
IN_ANY_ORDER = [
    story
    for story in STORIES
    if len({article["url"] for article in story["articles"]}) == len(story["articles"])
]


@pytest.mark.parametrize("story", IN_ANY_ORDER, ids=named)
def test_the_order_of_arrival_decides_no_holding(story: dict[str, Any]) -> None:
    shuffled = list(story["articles"])
    expected = stands(play(articles(shuffled), known(story)))
    for seed in range(2):
        random.Random(seed).shuffle(shuffled)
        assert stands(play(articles(shuffled), known(story))) == expected
