"""Read what is kept of the last days again, for claims, actors or keywords that are new. Silently.

Puts store, workers and ledger in order, a few texts at a time, so that polls and deliveries go on
between them. It may end anywhere: what was filed is filed, and the next time finds nothing new in it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from watchers.articles.publishers import Publishers
from watchers.articles.rereading import Again, ReadAgain, read_all_again
from watchers.feeds.records import FeedSource
from watchers.ledger.filing import ChangeLine
from watchers.scope import Scope, is_models, merged
from watchers.store import rereading
from watchers.store.ledger import LedgerStore
from watchers.store.model_readings import queue_again
from watchers.store.rereading import KeptText
from watchers.store.thread import DatabaseThread
from watchers.workers import Workers, WorkFailed

if TYPE_CHECKING:
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: Texts that a worker reads in one go, and seconds for them: a page takes 20 at most.
BATCH, BATCH_SECONDS = 20, 120.0
#: Seconds between two words about how far it is.
SAY_EVERY = 5.0

#: Kept texts, and what each says when it is read again.
_Batch = tuple[Sequence[KeptText], Sequence[ReadAgain | None]]

#: Alters what was told already of changes, in the transaction that moves them; tells nothing new.
Amend = Callable[["Connection", Sequence[ChangeLine]], None]


@dataclass(slots=True, kw_only=True)
class FoundBack:
    """What reading back came to; grows as it goes."""

    texts: int = 0
    #: How many of them were looked at.
    done: int = 0
    #: When the oldest text was fetched; `None` where none is kept.
    since: datetime | None = None
    #: Articles that speak to what is new.
    articles: int = 0
    #: Articles that spoke to it before and do so no more.
    silenced: int = 0
    #: Pairs of an actor and a claim that hold a position now and held none before.
    placed: set[tuple[str, str]] = field(default_factory=set)
    #: Texts that could not be read.
    failed: int = 0

    @property
    def actors(self) -> int:
        return len({actor for actor, _ in self.placed})


def to_read_again(text: KeptText, publishers: Publishers, speaking: frozenset[str]) -> Again:
    """A kept text as a worker reads it, with what the configuration says of its feed."""
    material = publishers.sign(text.material, feed_url=text.feed_url or "")
    return Again(kept=text.kept, material=material, speaks=text.key in speaking)


def file_again(
    connection: Connection,
    ledger: LedgerStore,
    read: ReadAgain,
    scope: Scope,
    now: datetime,
) -> Sequence[ChangeLine] | None:
    """File an article as it is read now; what moved, `None` where it says what it said before."""
    url = read.article.url
    known = rereading.statements_of(connection, url)
    wrong = rereading.marked_wrong(connection, url)
    statements = merged(known, read.statements, scope, wrong)
    if statements is None:
        return None
    queue_again(connection, read.article, [s for s in statements if not is_models(s)], now)
    return ledger.read_again(connection, read.article, statements, now)


class ReadingBack:
    """Reads back for one scope. To be run by one task at a time."""

    def __init__(
        self,
        scope: Scope,
        *,
        claims: frozenset[str],
        ledger: LedgerStore,
        sources: Sequence[FeedSource],
        database: DatabaseThread,
        workers: Workers,
        amend: Amend,
        clock: Callable[[], datetime],
    ) -> None:
        """`claims` are those that a text must name to be read: with an actor in the scope, all."""
        self._scope = scope
        self._claims = claims
        self._ledger = ledger
        self._publishers = Publishers(sources)
        self._database = database
        self._workers = workers
        self._amend = amend
        self._clock = clock
        self._speaking: frozenset[str] = frozenset()
        self.found = FoundBack()

    async def run(self) -> FoundBack:
        """Read all that is kept; what it came to."""
        found, scope = self.found, self._scope
        keys = await self._database.read(rereading.kept_keys)
        found.texts = len(keys)
        found.since = await self._database.read(rereading.oldest_text)
        before = await self._database.read(lambda c: _placed(c, scope))
        self._speaking = await self._database.read(
            lambda c: rereading.speaking_keys(c, tuple(scope.claims), tuple(scope.actors))
        )
        said_at = asyncio.get_running_loop().time()
        async with aclosing(self._all_read(keys)) as batches:
            async for texts, made in batches:
                for text, one in zip(texts, made, strict=True):
                    if one is not None:
                        await self._file(text, one)
                found.done += len(texts)
                now = asyncio.get_running_loop().time()
                if now - said_at >= SAY_EVERY:
                    said_at = now
                    log.info(
                        "reading_back done=%d of=%d articles=%d",
                        *(found.done, found.texts, found.articles),
                    )
        found.placed = await self._database.read(lambda c: _placed(c, scope)) - before
        return found

    async def _all_read(self, keys: Sequence[str]) -> AsyncGenerator[_Batch, None]:
        """Some texts after others, with what each says now; the next are read while these are filed."""
        ahead: asyncio.Task[_Batch] | None = None
        try:
            for start in range(0, len(keys) + BATCH, BATCH):
                ready = ahead
                ahead = asyncio.create_task(self._read(keys[start : start + BATCH]))
                if ready is not None:
                    yield await ready
        finally:
            if ahead is not None:
                ahead.cancel()

    async def _read(self, keys: Sequence[str]) -> _Batch:
        texts = await self._database.read(lambda c: rereading.kept_texts(c, keys))
        return texts, await self._read_all(texts) if texts else ()

    async def _read_all(self, texts: Sequence[KeptText]) -> Sequence[ReadAgain | None]:
        """What each text says now. One that kills its worker must not take others with it."""
        batch = [to_read_again(text, self._publishers, self._speaking) for text in texts]
        try:
            return await self._workers.run(
                read_all_again, batch, self._claims, seconds=BATCH_SECONDS
            )
        except WorkFailed as error:
            if len(texts) > 1:
                return [one for text in texts for one in await self._read_all([text])]
            self.found.failed += 1
            log.warning("reading_back_failed text=%s why=%s", texts[0].key, error.detail)
            return [None]

    async def _file(self, text: KeptText, read: ReadAgain) -> None:
        speaks = any(self._scope.holds(s.actor, s.claim) for s in read.statements)
        self.found.articles += speaks
        self.found.silenced += text.key in self._speaking and not speaks
        now = self._clock()

        def record(connection: Connection) -> None:
            if not rereading.is_kept_still(connection, text):
                return  # a newer text was fetched meanwhile, and read by the same reader
            if read.kept is not None and read.statements:
                rereading.record_read_again(
                    connection,
                    text.key,
                    article_id=read.article.id,
                    statements=len(read.statements),
                    kept=read.kept,
                )
            lines = file_again(connection, self._ledger, read, self._scope, now)
            if lines:
                self._amend(connection, lines)

        await self._database.write(record)


def _placed(connection: Connection, scope: Scope) -> set[tuple[str, str]]:
    return rereading.placed(connection, tuple(scope.claims), tuple(scope.actors))
