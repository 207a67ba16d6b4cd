"""The examples in docs/ are complete: they load, and find positions in articles on their subject."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import load_configuration
from bot.watching import compile_reader, watchlist_of
from watchers.model import Article

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
CORPUS = ROOT / "tests" / "quality" / "corpus"
#: Sentences on the second subject, written for this test.
WEAPONS = {
    "Germany will send Leopard 2 tanks to Ukraine, Chancellor Olaf Scholz said on Wednesday.": (
        "germany",
        "leopards",
        1,
    ),
    "Chancellor Olaf Scholz ruled out delivering Taurus missiles to Ukraine on Monday.": (
        "germany",
        "taurus",
        -1,
    ),
}


def article(title: str, text: str, published: str) -> Article:
    at = datetime.fromisoformat(published)
    return Article(id="a", url="", title=title, text=text, published=at, outlet="Paper")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda p: p.stem)
def test_an_example_loads_and_watches_its_own_alone(path: Path):
    settings = load_configuration(path)
    watchlist = watchlist_of(settings)
    assert {claim.id for claim in watchlist.claims} == set(settings.claims)
    assert {actor.id for actor in watchlist.actors} == set(settings.actors)
    assert len(settings.claims) >= 4


def test_sweden_in_nato_finds_labelled_positions():
    reader = compile_reader(watchlist_of(load_configuration(EXAMPLES / "sweden-in-nato.toml")))
    rows = (CORPUS / "nordic-nato.jsonl").read_text(encoding="utf-8").splitlines()
    found = 0
    for row in map(json.loads, rows):
        read = reader.read(article(row["title"], row["text"], row["published"])).statements
        mine = {(s.actor, s.claim) for s in read}
        labels = {(s["actor"], s["claim"]) for s in row["statements"] if s["when"] == "now"}
        found += len(mine & labels)
    assert found >= 10  # how many of them there should be is the quality gate's to say


@pytest.mark.parametrize(("sentence", "expected"), WEAPONS.items())
def test_weapons_for_ukraine_reads_plain_sentences(sentence: str, expected):
    reader = compile_reader(watchlist_of(load_configuration(EXAMPLES / "weapons-for-ukraine.toml")))
    read = reader.read(article("News of the day", sentence, "2023-05-03T12:00:00+00:00"))
    assert [(s.actor, s.claim, int(s.position.direction)) for s in read.statements] == [expected]
