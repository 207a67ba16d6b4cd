"""The parts of watching, put together for a test: a store in memory or on disk, a clock that obeys."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from watchers.articles.maker import ArticleMaker
from watchers.articles.making import prepare_reader
from watchers.articles.records import ArticlePolicy, Made, TextReader
from watchers.feeds.polling import FeedOutcome, Poller
from watchers.feeds.records import FeedSource, PollPolicy
from watchers.fetch import Fetcher
from watchers.fetched import FetchLimits
from watchers.model import Article, Statement
from watchers.network import Resolver, resolve
from watchers.store.database import Database
from watchers.store.entries import StoredEntry
from watchers.store.tables import metadata
from watchers.store.thread import DatabaseThread
from watchers.store.verdicts import record_made
from watchers.store.waiting import waiting_news, waiting_stock
from watchers.workers import WorkerLimits, Workers

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class WordReader:
    """Finds a text worth reading that says "peacekeepers", and no statements in it."""

    def looks_relevant(self, text: str) -> bool:
        return "peacekeepers" in text.lower()

    def read(self, article: Article) -> tuple[Statement, ...]:
        return ()


class EagerReader(WordReader):
    """Finds every text worth reading."""

    def looks_relevant(self, text: str) -> bool:
        return True


@dataclass(slots=True)
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(slots=True, kw_only=True)
class Watching:
    """What a test holds in hand."""

    database: DatabaseThread
    fetcher: Fetcher
    poller: Poller
    maker: ArticleMaker
    clock: Clock

    async def poll(self) -> dict[str, FeedOutcome]:
        return {outcome.url: outcome for outcome in await self.poller.poll_due()}

    async def waiting(self) -> tuple[StoredEntry, ...]:
        now = self.clock()
        return await self.database.read(
            lambda c: (
                *waiting_news(c, now=now, limit=10_000),
                *waiting_stock(c, now=now, limit=10_000),
            )
        )

    async def make_waiting(self) -> dict[str, Made]:
        """Make and record every waiting entry, one after the other; by link."""
        results = {}
        while waiting := await self.waiting():
            for stored in waiting:
                made = await self.maker.make(stored)
                results[stored.entry.link or stored.entry.identity] = made
                await self._record(stored, made)
        return results

    async def _record(self, stored: StoredEntry, made: Made) -> None:
        now = self.clock()
        await self.database.write(lambda c: record_made(c, stored, made, now=now))


#: Limits for servers that answer at once or never.
QUICK = FetchLimits(
    connect_seconds=1.0,
    read_seconds=1.0,
    total_seconds=2.0,
    pause_seconds=0.0,
    allow_private_hosts=("127.0.0.1",),
)


@asynccontextmanager
async def watching(
    sources: Iterable[FeedSource],
    *,
    limits: FetchLimits = QUICK,
    allowed: Iterable[str] = (),
    resolver: Resolver = resolve,
    polling: PollPolicy | None = None,
    articles: ArticlePolicy | None = None,
    reader: Callable[[], TextReader] = WordReader,
    store: str = "sqlite://",
    workers: WorkerLimits | None = None,
) -> AsyncIterator[Watching]:
    sources = tuple(sources)
    clock = Clock()
    limits = replace(limits, allow_private_hosts=(*limits.allow_private_hosts, *allowed))
    database = Database(store)
    metadata.create_all(database.engine)
    thread = DatabaseThread(database)
    try:
        async with (
            Fetcher(limits, resolver=resolver, clock=lambda: clock().timestamp()) as fetcher,
            Workers(workers, prepare=prepare_reader, prepare_args=(reader,)) as pool,
        ):
            parts = {"database": thread, "fetcher": fetcher, "workers": pool, "clock": clock}
            poller = Poller(sources, policy=polling, **parts)
            maker = ArticleMaker(sources, policy=articles, **parts)
            await poller.register()
            yield Watching(
                database=thread, fetcher=fetcher, poller=poller, maker=maker, clock=clock
            )
            await poller.finish()
    finally:
        thread.close()
        database.close()
