"""Kill the watch at random points of polling and reading; count what was lost and what came twice.

    python -m tests.end_to_end.crash_watching --kills 200

Each round the publishers have a few entries more, a fresh process takes up the same store, and it gets
a SIGKILL at a random moment. In the end one process is left to finish: every entry that was ever
published must stand in the store once, be read, and be in the ledger once.
"""

import argparse
import asyncio
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

import sqlalchemy as sa

from tests.nasty_pages import page
from tests.nasty_web import Behaviour, Connection, NastyWeb, Request, answer, rss
from tests.watching import QUICK, WordReader
from watchers.articles.maker import ArticleMaker
from watchers.articles.making import prepare_reader
from watchers.feeds.polling import Poller
from watchers.feeds.records import FeedSource
from watchers.fetch import Fetcher
from watchers.fetched import FetchLimits
from watchers.model import Article, Authority, Position, Statement, Via, When
from watchers.pipeline import Pipeline
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.tables import entries, ledger_articles, ledger_statements, metadata
from watchers.store.thread import DatabaseThread
from watchers.workers import Workers

FEEDS, NEW_EACH_ROUND, LISTED = 6, 2, 60
#: One round in so many runs undisturbed, to measure how long one takes.
_MEASURED_EACH = 12
_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class OneStatementReader(WordReader):
    """Reads one statement from every article, another for each."""

    def read(self, article: Article) -> tuple[Statement, ...]:
        statement = Statement(
            actor=f"actor-{article.id}",
            claim="us-troops",
            position=Position.OPPOSES,
            speaker="A. Minister",
            authority=Authority.MINISTER,
            when=When.NOW,
            via=Via.REPORTED,
            evidence=article.title,
        )
        return (statement,)


def work(store: str, port: int, hosts: tuple[str, ...], minutes: int) -> None:
    """The process that is killed: polls everything, reads everything."""
    asyncio.run(_work(store, port, hosts, minutes))


async def _work(store: str, port: int, hosts: tuple[str, ...], minutes: int) -> None:
    def clock() -> datetime:
        # Each round finds every feed due again, and every entry that was put off.
        return datetime.fromtimestamp(_NOON.timestamp() + minutes * 60 + time.monotonic() % 60, UTC)

    web = NastyWeb({})
    sources = [FeedSource(url=f"http://{host}:{port}/feed") for host in hosts]
    limits = FetchLimits(**{**_fields(QUICK), "allow_private_hosts": hosts, "total_seconds": 20.0})
    database = Database(store)
    thread = DatabaseThread(database)
    async with (
        Fetcher(limits, resolver=web.resolver) as fetcher,
        Workers(prepare=prepare_reader, prepare_args=(OneStatementReader,)) as workers,
    ):
        parts = {"database": thread, "fetcher": fetcher, "workers": workers, "clock": clock}
        poller = Poller(sources, **parts)
        await poller.register()
        pipeline = Pipeline(
            database=thread,
            poller=poller,
            maker=ArticleMaker(sources, **parts),
            ledger=LedgerStore(lambda actor, speaker, authority, day: speaker),
            tell=lambda connection, lines: None,
            tell_alarm=lambda connection, alarm: None,
            on_queued=lambda: None,
            clock=clock,
        )
        await pipeline.run_once()
    thread.close()
    database.close()


def _fields(limits: FetchLimits) -> dict[str, object]:
    return {name: getattr(limits, name) for name in limits.__dataclass_fields__}


def _publisher(number: int, published: Callable[[], int]) -> Behaviour:
    async def behave(request: Request, connection: Connection) -> None:
        if request.path == "/feed":
            host = request.headers["host"]
            listed = range(published())[-LISTED:]
            body = rss(*(_item(host, number, entry) for entry in listed))
            tag = f'"{listed[-1]}"'
            same = request.headers.get("if-none-match") == tag
            await connection.send(
                answer(status="304 Not Modified")
                if same
                else answer(body, headers=[f"ETag: {tag}"])
            )
        else:
            title = _title(number, int(request.path.rpartition("/")[2]))
            text = f"{title}, and that the peacekeepers would go, was what the minister said on Friday."
            await connection.send(answer(page(text, title=title), kind="text/html"))

    return behave


def _title(number: int, entry: int) -> str:
    return f"Peacekeepers, story {entry} of paper {number}"


def _item(host: str, number: int, entry: int) -> str:
    return f"<guid>{entry}</guid><link>http://{host}/news/{entry}</link><title>{_title(number, entry)}</title>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What stands in the store in the end."""

    published: int
    #: Kills that left entries behind which were stored and not read.
    kills_in_between: int
    stored: int
    entries_doubled: int
    undone: int
    filed: int
    articles_doubled: int
    statements: int

    @property
    def is_exact(self) -> bool:
        return (
            self.stored == self.filed == self.statements == self.published
            and not self.entries_doubled
            and not self.undone
            and not self.articles_doubled
        )


async def crash(kills: int, *, seed: int, folder: Path) -> Counted:
    dice, rounds = random.Random(seed), 0
    store = f"sqlite:///{folder}/store.db"
    database = Database(store)
    metadata.create_all(database.engine)
    database.close()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.end_to_end.crash_watching", "trafilatura", "feedparser"])
    web = NastyWeb(
        {f"paper{n}": _publisher(n, lambda: 3 + rounds * NEW_EACH_ROUND) for n in range(FEEDS)}
    )
    async with web:

        def start() -> BaseProcess:
            arguments = (store, web.port, web.hosts, rounds * 24 * 60)
            process = context.Process(target=work, args=arguments, daemon=False)
            process.start()
            return process

        span = await _span_of(start(), web)
        killed = in_between = 0
        while killed < kills:
            rounds += 1
            if rounds % _MEASURED_EACH == 0:
                span = await _span_of(start(), web)
                continue
            process = start()
            await _until_asked(web, process)
            await asyncio.sleep(dice.uniform(0.0, span))
            if process.is_alive() and process.pid is not None:
                os.kill(process.pid, signal.SIGKILL)
                killed += 1
            await asyncio.to_thread(process.join)
            in_between += _has_undone(store)
        last = rounds + 2
        while rounds < last:
            rounds += 1
            await _span_of(start(), web)
        published = FEEDS * (3 + rounds * NEW_EACH_ROUND)
        return _count(store, published=published, in_between=in_between)


async def _span_of(process: BaseProcess, web: NastyWeb) -> float:
    """Seconds between a watch's first request and its end, when nobody kills it."""
    await _until_asked(web, process)
    started = time.monotonic()
    await asyncio.to_thread(process.join)
    assert process.exitcode == 0, "a watch that nobody killed did not end well"
    return time.monotonic() - started


def _has_undone(store: str) -> bool:
    database = Database(store)
    with database.read() as connection:
        found = connection.execute(sa.select(entries.c.id).where(entries.c.done.is_(False))).first()
    database.close()
    return found is not None


async def _until_asked(web: NastyWeb, process: BaseProcess) -> None:
    """Starting up is the same in every round; what can be lost begins with the first request."""
    before = len(web.requests)
    while len(web.requests) == before and process.is_alive():
        await asyncio.sleep(0.002)


def _count(store: str, *, published: int, in_between: int) -> Counted:
    database = Database(store)
    with database.read() as connection:
        rows = connection.execute(
            sa.select(entries.c.feed_id, entries.c.link, entries.c.done)
        ).all()
        filed = connection.execute(sa.select(ledger_articles.c.article_id)).scalars().all()
        statements = connection.execute(
            sa.select(sa.func.count()).select_from(ledger_statements)
        ).scalar_one()
    database.close()
    return Counted(
        published=published,
        kills_in_between=in_between,
        stored=len(rows),
        entries_doubled=_doubled(row.link for row in rows),
        undone=sum(not row.done for row in rows),
        filed=len(filed),
        articles_doubled=_doubled(filed),
        statements=statements,
    )


def _doubled(items: object) -> int:
    return sum(count - 1 for count in Counter(items).values())  # type: ignore[call-overload]


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill the watch at random points.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="volteface-crash-") as folder:
        counted = asyncio.run(crash(given.kills, seed=given.seed, folder=Path(folder)))
    print(counted)  # noqa: T201
    sys.exit(0 if counted.is_exact else 1)


if __name__ == "__main__":
    main()
