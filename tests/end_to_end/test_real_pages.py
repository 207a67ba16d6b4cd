"""Pages as real sites serve them: none crashes, none yields a statement, and an article of ours that
stands among their boilerplate is read as if it stood alone.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.reading import reader_for
from tests.shared import files, shared
from tests.watching import EagerReader
from tests.wrapping import wrapped
from watchers.articles.making import make_with
from watchers.articles.records import Material, Page, Read, Reason, Source
from watchers.model import Article, Statement

SEEN = datetime(2026, 11, 20, 12, tzinfo=UTC)


class ShippedReader(EagerReader):
    """The real reader, asked of every text."""

    def __init__(self) -> None:
        self._reader = reader_for(None)

    def read(self, article: Article) -> tuple[Statement, ...]:
        return tuple(self._reader.read(article).statements)


@pytest.fixture(scope="module")
def reader() -> ShippedReader:
    return ShippedReader()


def _material(url: str, title: str, body: bytes, published: datetime | None = None) -> Material:
    return Material(
        url=url,
        title=title,
        summary="",
        published=published,
        author=None,
        outlet="The Paper",
        feed_title="",
        owner=None,
        seen_at=SEEN,
        page=Page(url=url, status=200, headers={"content-type": "text/html"}, body=body),
    )


def _articles() -> list[dict[str, str]]:
    text = shared("corpus", "dev", "wire.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_real_pages_yield_no_statement(reader: ShippedReader) -> None:
    for path in files("real", "pages"):
        url = f"https://paper.example/{path.stem}"
        made = make_with(reader, _material(url, "", path.read_bytes()))
        assert isinstance(made, Read) or made.reason is Reason.NO_TEXT, path.name
        assert not isinstance(made, Read) or made.statements == (), path.name


def _bare(statements: tuple[Statement, ...]) -> set[tuple[object, ...]]:
    """What a statement says, without its places in the text: boilerplate moves these."""
    return {
        (s.actor, s.claim, s.position, s.speaker, s.when, s.via, s.act, s.said_on, s.evidence)
        for s in statements
    }


def test_articles_among_real_boilerplate_are_read_as_if_alone(reader: ShippedReader) -> None:
    """Each page carries three of the articles in turn, so that every article stands in several."""
    articles, tried = _articles(), 0
    for number, path in enumerate(files("real", "pages")):
        for step in range(3):
            article = articles[(number * 3 + step) % len(articles)]
            tried += _is_read_alike(reader, path, article)
    assert tried >= 80


def _is_read_alike(reader: ShippedReader, path: Path, labelled: dict[str, str]) -> bool:
    body = wrapped(
        path.read_bytes(),
        title=labelled["title"],
        paragraphs=labelled["text"].split("\n\n"),
        url=labelled["url"],
    )
    if body is None:
        return False
    published = datetime.fromisoformat(labelled["published"])
    made = make_with(reader, _material(labelled["url"], labelled["title"], body, published))
    assert isinstance(made, Read), (path.name, labelled["id"], made)
    assert made.source is Source.PAGE, (path.name, labelled["id"], made.reason, made.detail)
    bare = Article(
        id=labelled["id"],
        url=labelled["url"],
        title=labelled["title"],
        text=labelled["text"],
        published=published,
        outlet=labelled["outlet"],
    )
    assert _bare(made.statements) == _bare(reader.read(bare)), (path.name, labelled["id"])
    return True
