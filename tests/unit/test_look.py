"""The cheap look is never wrongly False: whatever the reader finds, it lets through."""

import json
from datetime import datetime
from html import escape
from pathlib import Path

import pytest

from bot.settings import Configuration
from bot.watching import compile_reader, watchlist_of
from tests.nasty_pages import page
from watchers.look import Look
from watchers.model import Article
from watchers.plaintext import rough_text, without_scripts

CORPUS = Path(__file__).parents[1] / "quality" / "corpus"
#: Labelled sets, each with the claims that it is about; `None` is the shipped ones.
SETS = {
    "winter-spring-2025": None,
    "winter-2025-26": None,
    "timeline-2025": None,
    "wire": None,
    "extra-core": None,
    "nordic-nato": "nordic-nato.domain.json",
    "extra-eu-enlargement": "extra-eu-enlargement.domain.json",
    "extra-gaza-force": "extra-gaza-force.domain.json",
}


def configured(domain: str | None) -> Configuration:
    if domain is None:
        return Configuration()
    given = json.loads((CORPUS / domain).read_text(encoding="utf-8"))
    return Configuration.model_validate(
        {"watch": {"seeds": False}, "claims": given["claims"], "actors": given["actors"]}
    )


@pytest.mark.parametrize("name", SETS)
def test_what_the_reader_finds_passes_the_look(name: str):
    watchlist = watchlist_of(configured(SETS[name]))
    reader = compile_reader(watchlist)
    looks = {one.id: Look(watchlist, reader, frozenset({one.id})) for one in watchlist.claims}
    missed, found = [], 0
    for row in map(json.loads, (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        article = Article(
            id=row["id"],
            url=row.get("url", ""),
            title=row["title"],
            text=row["text"],
            published=datetime.fromisoformat(row["published"]),
            outlet=row.get("outlet", ""),
        )
        for claim in {s.claim for s in reader.read(article).statements}:
            found += 1
            if not looks[claim].names_one(f"{article.title}\n{article.text}"):
                missed.append((claim, article.id))
    assert found
    assert missed == []


def test_a_text_on_another_matter_does_not_pass():
    watchlist = watchlist_of(Configuration())
    look = Look(watchlist, compile_reader(watchlist), frozenset({"security-guarantees"}))
    assert not look.names_one("The mayor opened a swimming pool on Sunday.")


@pytest.mark.parametrize("name", SETS)
def test_no_page_of_a_labelled_article_with_a_statement_is_passed_over(name: str):
    reader = compile_reader(watchlist_of(configured(SETS[name])))
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = [one for one in map(json.loads, lines) if one["statements"]]
    pages = (
        page(*map(escape, one["text"].split("\n\n")), title=escape(one["title"])).decode()
        for one in labelled
    )
    passed_over = [
        one["id"]
        for one, markup in zip(labelled, pages, strict=True)
        if not reader.names_a_claim(rough_text(without_scripts(markup)))
    ]
    assert labelled
    assert passed_over == []
