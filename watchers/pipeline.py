"""Feeds to changes: polls, makes articles, has them read and filed. Puts the rooms in order; decides nothing.

An entry's verdict, its statements, the changes that they make and what is to be told of these are
written in one transaction, so that a process that dies anywhere finds either all of it or the entry
as it was, and reads it again.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from watchers.articles.maker import ArticleMaker
from watchers.articles.records import Made, Read
from watchers.feeds.polling import FeedOutcome, Poller
from watchers.feeds.records import Alarm
from watchers.fetch import CONNECTIONS
from watchers.ledger.filing import ChangeLine
from watchers.model import Article, Statement
from watchers.scope import Scope
from watchers.store.database import Connection
from watchers.store.entries import StoredEntry, forget_old_entries
from watchers.store.feeds import mark_told, untold_alarms
from watchers.store.ledger import forget_sketches
from watchers.store.outbox import forget_told
from watchers.store.pages import forget_old_pages
from watchers.store.thread import DatabaseThread
from watchers.store.verdicts import record_made
from watchers.store.waiting import waiting_news, waiting_stock

log = logging.getLogger(__name__)

#: Entries of news in hand at once, and of what is read in silence: fewer than there are connections,
#: so that a poll and the page of a piece of news always find one.
NEWS_IN_HAND, STOCK_IN_HAND = 200, CONNECTIONS - 6
#: How long texts are kept for a new claim or keyword to be tried on, ids against repeats, and notices.
TEXTS_KEPT = timedelta(days=30)
IDS_KEPT = timedelta(days=90)
NOTICES_KEPT = timedelta(days=90)
#: Between two looks for what may be forgotten.
FORGET_EVERY = timedelta(hours=6)


class LedgerKeeper(Protocol):
    """The ledger in a store; called in the order of arrival, in the caller's transaction.

    It holds nothing between two calls: what it did is undone with the transaction.
    """

    def receive(
        self,
        connection: Connection,
        article: Article,
        statements: Sequence[Statement],
        learned_at: datetime,
    ) -> Sequence[ChangeLine]:
        """File an article's statements; what moved, in the order to tell it."""

    def expire(self, connection: Connection, now: datetime) -> Sequence[ChangeLine]:
        """What time alone ends."""


class Seconder(Protocol):
    """Another reader, who reads later what the rules have read, and whom nobody waits for."""

    def as_known(
        self, connection: Connection, article: Article, statements: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """The rules' statements with what the other said of an earlier version and still stands."""

    def queue(
        self,
        connection: Connection,
        article: Article,
        statements: Sequence[Statement],
        *,
        silent: bool,
        now: datetime,
    ) -> None:
        """Remember the article, in the transaction that records it."""

    def wake(self) -> None:
        """Something was queued for good; called on the event loop."""


#: Queues changes to be told, in the transaction that makes them true.
Tell = Callable[[Connection, Sequence[ChangeLine]], None]
#: Queues what the operator is to be told, in the transaction that marks it told.
TellAlarm = Callable[[Connection, Alarm], None]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run came to; grows as it goes."""

    polled: int = 0
    failed: list[FeedOutcome] = field(default_factory=list)
    entries: int = 0
    articles: int = 0
    statements: int = 0
    changes: int = 0


class _Hold:
    """News that waits until the past has been read back."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        #: Whether it ended too early for what waits: that must be read anew.
        self.outdated: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def concerns(self, statements: Iterable[Statement]) -> bool:
        return any(self._scope.holds(s.actor, s.claim) for s in statements)


class Pipeline:
    """Runs the rooms one after another for each entry, many entries at a time."""

    def __init__(
        self,
        *,
        database: DatabaseThread,
        poller: Poller,
        maker: ArticleMaker,
        ledger: LedgerKeeper,
        tell: Tell,
        tell_alarm: TellAlarm,
        on_queued: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        """`on_queued` is called on the event loop after something was queued for good."""
        self._database = database
        self._poller = poller
        self._maker = maker
        self._ledger = ledger
        self._tell = tell
        self._tell_alarm = tell_alarm
        self._on_queued = on_queued
        self._clock = clock
        self._seconder: Seconder | None = None
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        #: Of these, what is read in silence.
        self._stock: set[int] = set()
        #: Which feed's stock comes next.
        self._turn = 0
        self._looks: set[asyncio.Task[bool]] = set()
        self._is_looking = self._is_asked = False
        self._is_finishing = False
        #: Entries on which we failed by a defect of our own: left alone until the next start.
        self._given_up: set[int] = set()
        self._hold: _Hold | None = None
        #: Entries in hand that wait for the hold to end.
        self._put_off: set[int] = set()
        self._polls: set[asyncio.Task[None]] = set()
        self._forget_at: datetime | None = None
        self.tally = Tally()

    def use(self, ledger: LedgerKeeper) -> None:
        """File with another ledger from now on: one that knows other speakers or another policy."""
        self._ledger = ledger

    def hold(self, scope: Scope) -> None:
        """Put off the news of these claims and actors until `release`: what is kept is read for them first.

        Filed before that, a change would look like a first position and be told to nobody. To be called
        whenever another reader comes, who then reads anew what was put off before.
        """
        self._end_hold(outdated=True)
        self._hold = _Hold(scope) if scope else None

    def release(self) -> None:
        """File what was put off, and tell it as the news that it is."""
        self._end_hold(outdated=False)
        self._hold = None

    def _end_hold(self, *, outdated: bool) -> None:
        if self._hold is not None and not self._hold.outdated.done():
            self._hold.outdated.set_result(outdated)

    def add_seconder(self, seconder: Seconder) -> None:
        """Let another reader have, from now on, what the rules have read."""
        self._seconder = seconder

    async def run_once(self) -> Tally:
        """Poll every feed that is due, read everything that waits, and end."""
        await self._expire()
        for outcome in await self._poller.poll_due():
            await self._note(outcome)
        while True:
            # Not what is in hand afterwards: it may have ended, and let others in, while the store was asked. A look
            # under way may take a feed's share and fail on it meanwhile.
            was_idle = not self._in_hand and not self._looks
            is_found = await self._start_waiting()
            if self._in_hand:
                await asyncio.wait(self._in_hand.values(), return_when=asyncio.FIRST_COMPLETED)
            elif was_idle and not is_found:
                return self.tally

    async def tick(self) -> None:
        """Start what is due and not in hand; waits for none of it."""
        await self._expire()
        for poll in await self._poller.start_due():
            task = asyncio.create_task(self._finish_poll(poll))
            self._polls.add(task)
            task.add_done_callback(self._polls.discard)
        await self._look()
        await self._forget()

    async def finish(self) -> None:
        """Wait for what is in hand; nothing new is started, and what was put off waits in the store."""
        self._is_finishing = True
        self._end_hold(outdated=True)
        await self._poller.finish()
        await asyncio.gather(*self._polls, *self._looks, return_exceptions=True)
        await asyncio.gather(*self._in_hand.values(), return_exceptions=True)

    async def _finish_poll(self, poll: asyncio.Task[FeedOutcome]) -> None:
        outcome = await poll
        await self._note(outcome)
        if outcome.counts.new or outcome.counts.edited:
            await self._look()

    async def _note(self, outcome: FeedOutcome) -> None:
        self.tally.polled += 1
        self.tally.entries += outcome.counts.new
        if outcome.trouble is not None:
            self.tally.failed.append(outcome)
        if outcome.alarms:
            await self._database.write(self._tell_alarms)
            self._on_queued()

    def _tell_alarms(self, connection: Connection) -> None:
        alarms = untold_alarms(connection)
        for _, alarm in alarms:
            self._tell_alarm(connection, alarm)
        mark_told(connection, [number for number, _ in alarms], now=self._clock())

    async def _look(self) -> None:
        """Begin on what waits; asked for while another look is under way, that one looks again."""
        self._is_asked = True
        if self._is_looking:
            return
        self._is_looking = True
        try:
            while self._is_asked:
                self._is_asked = False
                await self._start_waiting()
        finally:
            self._is_looking = False

    async def _start_waiting(self) -> bool:
        """Begin on entries that wait: news, oldest first, and beside it stock, newest first.

        Whether any were found.
        """
        limit = NEWS_IN_HAND - len(self._in_hand.keys() - self._stock - self._put_off)
        news = await self._waiting(waiting_news, limit)
        self._begin(sorted(news, key=_news_first))
        return await self._start_stock() or bool(news)

    async def _start_stock(self) -> bool:
        # Not one by one: the store looks through all of it for the next.
        if len(self._stock) > STOCK_IN_HAND // 2:
            return False
        ask = partial(waiting_stock, turn=self._turn)
        stock = await self._waiting(ask, STOCK_IN_HAND - len(self._stock))
        self._turn += self._begin(stock)
        return bool(stock)

    async def _waiting(
        self, ask: Callable[..., Sequence[StoredEntry]], limit: int
    ) -> Sequence[StoredEntry]:
        if limit <= 0 or self._is_finishing:
            return ()
        now = self._clock()
        # Left out in the store, where else they would fill their feed's share for good.
        given_up = frozenset(self._given_up | self._put_off)
        in_hand = frozenset(self._in_hand.keys() - self._put_off)
        return await self._database.read(
            lambda connection: ask(
                connection, now=now, limit=limit, in_hand=in_hand, given_up=given_up
            )
        )

    def _begin(self, entries: Iterable[StoredEntry]) -> int:
        """How many were begun."""
        before = len(self._in_hand)
        for stored in entries:
            # Looked at again: one may have been begun or given up while the store was asked.
            if stored.id in self._in_hand or stored.id in self._given_up:
                continue
            self._in_hand[stored.id] = asyncio.create_task(
                self._read(stored), name=f"read {stored.id}"
            )
            if stored.silent:
                self._stock.add(stored.id)
        return len(self._in_hand) - before

    async def _read(self, stored: StoredEntry) -> None:
        try:
            made = await self._maker.make(stored)
            if await self._is_its_turn(stored, made):
                await self._record(stored, made)
        except Exception:
            # A defect must not end the watch: the entry stays undone and the log says why.
            self._given_up.add(stored.id)
            log.exception("entry_failed entry=%s feed=%s", stored.id, stored.feed_url)
        finally:
            self._end(stored)

    def _end(self, stored: StoredEntry) -> None:
        self._in_hand.pop(stored.id, None)
        if stored.silent:
            self._stock.discard(stored.id)
            if not self._looks:
                look = asyncio.create_task(self._start_stock())
                self._looks.add(look)
                look.add_done_callback(self._looks.discard)

    async def _is_its_turn(self, stored: StoredEntry, made: Made) -> bool:
        """Put the entry off while it must be; False where it must be read anew then."""
        if stored.silent or not isinstance(made, Read):
            return True
        self._put_off.add(stored.id)
        try:
            return await self._is_current(made.statements)
        finally:
            self._put_off.discard(stored.id)

    async def _is_current(self, statements: Sequence[Statement]) -> bool:
        hold = self._hold
        if hold is None or not hold.concerns(statements):
            return True
        return not await asyncio.shield(hold.outdated) and self._hold is None

    async def _record(self, stored: StoredEntry, made: Made) -> None:
        now = self._clock()

        def record(connection: Connection) -> Sequence[ChangeLine]:
            is_new = record_made(connection, stored, made, now=now)
            if not (is_new and isinstance(made, Read)):
                return ()
            article, statements = made.article, made.statements
            if self._seconder is not None:
                statements = self._seconder.as_known(connection, article, statements)
                self._seconder.queue(
                    connection, article, made.statements, silent=stored.silent, now=now
                )
            lines = self._ledger.receive(connection, article, statements, now)
            if lines and not stored.silent:
                self._tell(connection, lines)
            return lines

        lines = await self._database.write(record)
        if isinstance(made, Read):
            self.tally.articles += 1
            self.tally.statements += len(made.statements)
            if self._seconder is not None:
                self._seconder.wake()
        self._log(stored, made, lines)
        self._moved(lines, told=not stored.silent)

    async def record_late(
        self,
        article: Article,
        statements: Sequence[Statement],
        *,
        silent: bool,
        close: Callable[[Connection], None],
    ) -> None:
        """File an article's statements anew, as read since; `close` belongs to the transaction.

        Cancelled where they were put off and must be read anew.
        """
        if not silent and not await self._is_current(statements):
            raise asyncio.CancelledError  # it stays in its reader's queue
        now = self._clock()

        def record(connection: Connection) -> Sequence[ChangeLine]:
            lines = self._ledger.receive(connection, article, statements, now)
            if lines and not silent:
                self._tell(connection, lines)
            close(connection)
            return lines

        self._moved(await self._database.write(record), told=not silent)

    async def _expire(self) -> None:
        now = self._clock()

        def record(connection: Connection) -> Sequence[ChangeLine]:
            lines = self._ledger.expire(connection, now)
            if lines:
                self._tell(connection, lines)
            return lines

        self._moved(await self._database.write(record), told=True)

    def _moved(self, lines: Iterable[ChangeLine], *, told: bool) -> None:
        moved = list(lines)
        self.tally.changes += len(moved)
        if moved and told:
            self._on_queued()

    async def _forget(self) -> None:
        now = self._clock()
        if self._forget_at is not None and now < self._forget_at:
            return
        self._forget_at = now + FORGET_EVERY

        def forget(connection: Connection) -> None:
            forget_old_entries(connection, now=now, ids_kept=IDS_KEPT, texts_kept=TEXTS_KEPT)
            forget_old_pages(connection, now=now, kept_for=TEXTS_KEPT)
            forget_sketches(connection, now)
            forget_told(connection, queued_before=now - NOTICES_KEPT)

        await self._database.write(forget)

    def _log(self, stored: StoredEntry, made: Made, lines: Sequence[ChangeLine]) -> None:
        log.info(
            "entry_done feed=%s link=%s verdict=%s statements=%d changes=%d",
            stored.feed_url,
            stored.entry.link,
            made.reason,
            len(made.statements) if isinstance(made, Read) else 0,
            len(lines),
        )


def _news_first(stored: StoredEntry) -> tuple[datetime, int]:
    """News is filed in the order in which it was published, as far as that is known."""
    return stored.entry.published or stored.first_seen_at, stored.id
