"""Sends a digest when one is due. Knows the store and the outbox; `bot.digests.rules` decides."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cards import day
from bot.digests.card import digest_card
from bot.digests.rules import STALE_AFTER, DigestRules, Period, decide_period, is_worth_sending
from bot.outbox import enqueue_card
from bot.telling import Names, view_changes, view_holdings
from bot.views import DigestView
from watchers.model import Kind, State
from watchers.store import outbox, period
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: Seconds between two looks at the clock.
LOOK_EVERY = 60.0


class Digests:
    """Looks at the clock and queues what is due, once."""

    def __init__(
        self,
        store: DatabaseThread,
        names: Names,
        *,
        rules: DigestRules,
        channels: Sequence[str],
        kinds: frozenset[Kind],
        feeds: int,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._names = names
        self._rules = rules
        self._channels = channels
        self._kinds = kinds
        #: How many are watched.
        self._feeds = feeds
        self._clock = clock
        self._started = clock()
        #: The last digest that was decided on, sent or not.
        self._decided: str | None = None

    async def run(self, stop: asyncio.Event, on_queued: Callable[[], None]) -> None:
        """Until told to stop."""
        while not stop.is_set():
            try:
                if await self.look():
                    on_queued()
            except Exception:
                log.exception("digest_failed")  # the watchers go on; there is another look
            try:
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)
            except TimeoutError:
                continue

    async def look(self) -> bool:
        """Whether a digest was queued."""
        return await self._store.write(self._queue)

    def _queue(self, connection: Connection) -> bool:
        last = outbox.newest_key(connection, "digest:")
        found = decide_period(
            self._rules, now=self._clock(), started=self._started, last=_end(last, self._rules)
        )
        if found is None or found.key == self._decided:
            return False
        self._decided = found.key
        digest = view_digest(
            connection, found, self._names, kinds=self._kinds, feeds=self._feeds, rules=self._rules
        )
        if not is_worth_sending(digest, found, self._rules):
            return False
        for channel in self._channels:
            enqueue_card(
                connection, digest_card(digest), channel=channel, key=found.key, now=self._clock()
            )
        return True


def _end(key: str | None, rules: DigestRules) -> datetime | None:
    """When the digest of that key was due."""
    if key is None:
        return None
    local = datetime.fromisoformat(key.removeprefix("digest:"))
    return datetime.combine(local.date(), rules.at, tzinfo=rules.zone)


def view_digest(
    connection: Connection,
    told: Period,
    names: Names,
    *,
    kinds: frozenset[Kind],
    feeds: int,
    rules: DigestRules,
) -> DigestView:
    """What the store knows of a period."""
    turned = view_changes(connection, period.turned(connection, told.since, told.until), names)
    stale = period.went_stale(
        connection, (told.since - STALE_AFTER).date(), (told.until - STALE_AFTER).date()
    )
    firsts = period.first_heard(connection, told.since, told.until)
    return DigestView(
        since=told.since.astimezone(rules.zone).date(),
        until=told.until.astimezone(rules.zone).date(),
        moved=tuple(c for c in turned if c.state is State.CONFIRMED and c.kind in kinds),
        heard=tuple(c for c in turned if c.state is State.HEARD),
        first=tuple(view_holdings(connection, firsts, names)),
        contested=tuple(c for c in turned if c.state is State.CONTESTED),
        stale=tuple(view_holdings(connection, stale, names)),
        down=tuple(
            f"{one.title or one.url}: {one.detail}, since {day(one.since.date())}"
            for one in period.feeds_down(connection)
        ),
        articles=period.count_articles(connection, told.since, told.until),
        feeds=feeds,
    )
