"""`volteface read`: what the reader sees in an article, span by span. Knows files and terminals; no rules.

Takes a text file (its first line is the title), labelled or bare articles in JSON or JSON Lines, the
address of a page, or "-".
"""

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AsyncExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.settings import Configuration, load_configuration
from bot.watching import compile_reader, watchlist_of
from watchers.article_files import parse_articles
from watchers.errors import Misuse, Trouble
from watchers.model import Article, Entry, Statement
from watchers.reading.reader import Reading

#: Colours of the roles in a terminal.
STYLES = {"source": "bold cyan", "cue": "bold magenta", "claim": "bold yellow"}


def articles_in(source: str, settings: Configuration, *, now: datetime) -> Iterator[Article]:
    """The articles of a path, an address or standard input; a plain text counts as published `now`."""
    if source.startswith(("http://", "https://")):
        yield asyncio.run(_article_at(source, settings, now))
        return
    text, name = _content(source)
    if not text.strip():
        raise Misuse(f"{name}: there is no text in it")
    if text.lstrip().startswith("{"):
        rows = text.splitlines() if not _is_one_object(text) else [json.dumps(json.loads(text))]
        for item in parse_articles(rows, name=name):
            yield item.article
        return
    title, _, body = text.strip().partition("\n")
    yield Article(id=name, url="", title=title.strip(), text=body.strip(), published=now, outlet="")


def _content(source: str) -> tuple[str, str]:
    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8"), "-"
        return Path(source).read_text(encoding="utf-8"), source
    except FileNotFoundError:
        raise Misuse(f"{source}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{source}: cannot be read as UTF-8 text: {error}") from error


class AnyText:
    """Takes every text for worth extracting, and leaves the reading to others."""

    def looks_relevant(self, _text: str) -> bool:
        return True

    def read(self, _article: Article) -> tuple[Statement, ...]:
        return ()


async def _article_at(url: str, settings: Configuration, now: datetime) -> Article:
    """The article on a page, by the parts and behind the guards of `run`; nothing is kept."""
    from watchers.articles.maker import ArticleMaker
    from watchers.articles.making import prepare_reader
    from watchers.articles.records import Read
    from watchers.fetch import Fetcher
    from watchers.store.entries import StoredEntry
    from watchers.store.schema import open_database
    from watchers.store.thread import DatabaseThread
    from watchers.workers import WorkerLimits, Workers

    one = WorkerLimits(processes=1)  # a second would still be starting when this is over
    entry = Entry(identity=url, link=url, title="", summary="", published=None)
    async with AsyncExitStack() as stack:
        store = stack.enter_context(closing(open_database("sqlite://")))
        maker = ArticleMaker(
            (),
            database=stack.enter_context(closing(DatabaseThread(store))),
            fetcher=await stack.enter_async_context(Fetcher(settings.fetch)),
            workers=await stack.enter_async_context(
                Workers(one, prepare=prepare_reader, prepare_args=(AnyText,))
            ),
            clock=lambda: now,
        )
        made = await maker.make(
            StoredEntry(
                id=0,
                feed_url=url,
                feed_title="",
                entry=entry,
                first_seen_at=now,
                silent=True,
                brief=False,
                revision=0,
                attempts=0,
            )
        )
    if isinstance(made, Read):
        return made.article
    raise Trouble(
        f"{url}: {made.reason.value.replace('_', ' ')}{made.detail and ': ' + made.detail}"
    )


def _is_one_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def as_json(article: Article, reading: Reading) -> dict[str, Any]:
    """One line of `--format json`; other programs read it, so its keys stay."""
    return {
        "id": article.id,
        "statements": [_statement(s) for s in reading.statements],
        "near_misses": [
            {"claim": m.claim, "reason": m.reason, "evidence": m.evidence, "span": m.span}
            for m in reading.near_misses
        ],
        **({"refused": reading.refusal} if reading.refusal else {}),
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "actor": s.actor,
        "claim": s.claim,
        "position": s.position,
        "speaker": s.speaker,
        "when": s.when,
        "via": s.via,
        "act": s.act,
        "said_on": s.said_on.isoformat() if s.said_on else None,
        "evidence": s.evidence,
        "span": list(s.span) if s.span else None,
        "confidence": round(s.confidence, 3),
        "rules": list(s.rules),
    }


def show(article: Article, reading: Reading) -> Iterable[Any]:
    """The article with its spans coloured, then statements and near misses, for a terminal."""
    from rich.text import Text

    title, body = Text(article.title, style="bold"), Text(article.text)
    for statement in reading.statements:
        for role in statement.roles:
            (title if role.in_title else body).stylize(
                STYLES.get(role.role, "bold"), role.start, role.end
            )
    yield title
    yield body
    yield Text("")
    for s in reading.statements:
        yield Text(
            f"{s.actor} {s.position} {s.claim}  ({s.speaker}, {s.when}, {s.via}{', ' + s.act if s.act else ''})  {s.confidence:.2f}",
            style="bold green",
        )
        yield Text(f"    {s.evidence}", style="italic")
        yield Text(f"    {' → '.join(s.rules)}", style="dim")
    for m in reading.near_misses:
        yield Text(f"not read: {m.claim}: {m.reason}: {m.evidence}", style="dim")
    if reading.refusal:
        yield Text(f"not read: {reading.refusal}", style="dim")


def read(source: str, *, as_lines: bool, config: Path | None, now: datetime) -> None:
    """Read and print."""
    from rich.console import Console

    settings = load_configuration(config)
    reader = compile_reader(watchlist_of(settings))
    console = None if as_lines else Console()
    for article in articles_in(source, settings, now=now):
        reading = reader.read(article)
        if console is None:
            print(json.dumps(as_json(article, reading), ensure_ascii=False))
        else:
            for part in show(article, reading):
                console.print(part)
