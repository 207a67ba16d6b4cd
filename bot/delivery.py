"""Shows what the outbox holds, in order for a channel, for as long as it takes, and never twice.

Knows surfaces, their ways of saying no, and how long to wait. Knows no discord.py and no cards.
It may die at any point: an attempt is recorded before anything is sent, so that after an attempt
whose end is unknown the surface is asked for the message before it is posted again.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.alerts import AlertRules
from bot.cards import notice_card
from bot.outbox import Due, enqueue_card, next_due
from bot.surfaces import (
    ChannelClosed,
    MessageRefused,
    MessageRemoved,
    NeedsAPerson,
    Surface,
    SurfaceClosed,
    TryAgain,
)
from bot.views import Notice
from watchers.store import outbox
from watchers.store.outbox import MessageState
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How patient delivery is; seconds."""

    #: The wait after a first failure; doubled with each further one.
    first_wait: float = 1.0
    longest_wait: float = 300.0
    #: What a surface asks us to wait is believed up to this long.
    longest_asked: float = 3600.0
    #: A channel's queue is left alone this long after it begins, so that a burst is seen as one.
    settle: float = 3.0
    #: A channel that takes nothing is left alone this long: an address is banned for 10,000 refusals
    #: in ten minutes. A refused token is left alone until the next start.
    closed_for: float = 3600.0
    #: How often the outbox is looked at when nobody says that there is something new.
    look: float = 5.0


class Delivery:
    """Delivers to every channel at once, to each in order."""

    def __init__(
        self,
        store: DatabaseThread,
        surfaces: Mapping[str, Surface],
        *,
        rules: AlertRules,
        tell: Callable[[Notice], None],
        pace: Pace | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        #: By the part of a channel's name before the colon.
        self._surfaces = surfaces
        self._rules = rules
        self._tell = tell
        self._pace = pace or Pace()
        self._clock = clock
        self._news = asyncio.Event()
        #: Channels and surfaces that take nothing, and until when they are left alone.
        self._closed: dict[str, float] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}

    def use(self, rules: AlertRules) -> None:
        """Deliver by other rules from now on; what is being sent then is not sent again.

        Whoever changed them may have put right what closed a channel.
        """
        self._rules = rules
        self._closed.clear()

    def wake(self) -> None:
        """There is something new; to be called on the event loop."""
        self._news.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until told to stop; what is being sent then is finished first."""
        while not stop.is_set():
            self._news.clear()
            try:
                await self._start_workers(stop, settle=self._pace.settle)
            except Exception:
                log.exception("outbox_unreadable")  # a locked store; there is another look
            await _first_of(stop.wait(), self._news.wait(), seconds=self._pace.look)
        await asyncio.gather(*self._workers.values(), return_exceptions=True)

    async def drain(self, *, patience: float) -> int:
        """Deliver what there is, for `patience` seconds at most; return how many things are left."""
        stop = asyncio.Event()
        alarm = asyncio.get_running_loop().call_later(patience, stop.set)
        while not stop.is_set():
            await self._start_workers(stop, settle=0)
            if not self._workers:
                break
            await asyncio.gather(*self._workers.values(), return_exceptions=True)
        alarm.cancel()
        return await self._store.read(outbox.count_left)

    async def _start_workers(self, stop: asyncio.Event, *, settle: float) -> None:
        for channel, task in list(self._workers.items()):
            if task.done():
                del self._workers[channel]
                if error := task.exception():
                    log.error("outbox_defect channel=%s", channel, exc_info=error)
        for channel in await self._store.read(outbox.busy_channels):
            if channel not in self._workers and not self._is_closed(channel):
                work = self._work(channel, stop, settle)
                self._workers[channel] = asyncio.create_task(work, name=f"deliver {channel}")

    def _is_closed(self, channel: str) -> bool:
        surface = _surface_of(channel)
        until = max(self._closed.get(channel, 0.0), self._closed.get(surface, 0.0))
        return time.monotonic() < until or surface not in self._surfaces

    async def _work(self, channel: str, stop: asyncio.Event, settle: float) -> None:
        """One channel's queue, from its head; a head that fails for now holds up the rest."""
        if settle:
            await _first_of(stop.wait(), seconds=settle)
        failures = 0
        while not stop.is_set() and not self._is_closed(channel):
            due = await self._store.write(lambda c: next_due(c, channel, self._rules))
            if due is None:
                return
            refusal = await self._deliver(due)
            if refusal is None:
                failures = 0
                continue
            failures += 1
            wait = self._wait(failures, refusal.after_seconds)
            log.warning(
                "delivery_failed channel=%s mark=%s wait_s=%.1f reason=%s",
                *(channel, due.message.mark, wait, refusal),
            )
            await _first_of(stop.wait(), seconds=wait)

    async def _deliver(self, due: Due) -> TryAgain | None:
        """Show one message as it should be now; a refusal that time may heal is returned."""
        try:
            await self._show(due)
        except TryAgain as refusal:
            reason = str(refusal)
            await self._store.write(lambda c: outbox.record_failure(c, due.message.id, reason))
            return refusal
        except MessageRefused as refusal:
            await self._end(due, MessageState.FAILED, str(refusal))
            self._tell(_refused(due, refusal, self._clock()))
        except MessageRemoved as refusal:
            await self._end(due, MessageState.GONE, str(refusal))
        except NeedsAPerson as refusal:
            await self._close(due, refusal)
        except Exception as error:
            # A defect must not end the queue: it is logged and tried again like any other failure.
            log.exception("delivery_defect mark=%s", due.message.mark)
            return TryAgain(f"{type(error).__name__}: {error}")
        return None

    async def _show(self, due: Due) -> None:
        message, surface = due.message, self._surfaces[_surface_of(due.message.channel)]
        if due.is_moot:
            return await self._end(due, MessageState.DROPPED, "ended before anybody was told")
        if message.state is MessageState.GONE:
            return await self._end(due, MessageState.GONE, message.reason or "")
        message_id = message.message_id or await self._found(surface, due)
        if message_id is None:
            await self._store.write(lambda c: outbox.record_attempt(c, message.id, self._clock()))
            message_id = await surface.post(message.channel, due.outgoing)
        else:
            await surface.edit(message.channel, message_id, replace(due.outgoing, roles=()))
        await self._shown(message, message_id)
        return None

    async def _found(self, surface: Surface, due: Due) -> str | None:
        """The message of an earlier attempt whose end is not known."""
        message = due.message
        if message.first_attempt_at is None:
            return None
        try:
            since = message.first_attempt_at
            found = await surface.find(message.channel, message.mark, since=since)
        except ChannelClosed as refusal:
            # It may be that posting is allowed and reading is not: the nonce is left to guard it.
            log.warning("channel_unreadable channel=%s reason=%s", message.channel, refusal)
            return None
        if found is not None:
            await self._store.write(
                lambda c: outbox.record_found(c, message.id, found, self._clock())
            )
        return found

    async def _shown(self, message: outbox.Message, message_id: str) -> None:
        def record(connection: Connection) -> bool:
            outbox.record_shown(connection, message, message_id, self._clock())
            return outbox.resume(connection, message.channel, _surface_of(message.channel))

        resumed = await self._store.write(record)
        log.info(
            "delivered channel=%s mark=%s message=%s", message.channel, message.mark, message_id
        )
        if resumed:
            log.info("channel_resumed channel=%s", message.channel)

    async def _end(self, due: Due, state: MessageState, reason: str) -> None:
        await self._store.write(lambda c: outbox.record_end(c, due.message, state, reason))

    async def _close(self, due: Due, refusal: NeedsAPerson) -> None:
        """Stop posting here; tell the operator once, in the log and where there is another way."""
        channel = due.message.channel
        if isinstance(refusal, SurfaceClosed):
            closed, until = _surface_of(channel), math.inf
        else:
            closed, until = channel, time.monotonic() + self._pace.closed_for
        self._closed[closed] = until
        notice = Notice(
            key=f"closed:{closed}", what=str(refusal), cure=refusal.cure, at=self._clock()
        )

        def record(connection: Connection) -> bool:
            outbox.record_failure(connection, due.message.id, str(refusal))
            is_news = outbox.stop_channel(connection, closed, str(refusal), notice.at)
            elsewhere = self._elsewhere()
            if is_news and elsewhere is not None:
                enqueue_card(
                    connection,
                    notice_card(notice),
                    channel=elsewhere,
                    key=f"{notice.key}:{notice.at.isoformat()}",
                    now=notice.at,
                )
            return is_news

        if await self._store.write(record):
            self._tell(notice)

    def _elsewhere(self) -> str | None:
        """A channel that still takes something: the operator's own, else any that is told changes."""
        routed = (route.channel for route in self._rules.routes)
        for channel in (self._rules.operator_channel, *self._rules.channels, *routed):
            if channel is not None and not self._is_closed(channel):
                return channel
        return None

    def _wait(self, failures: int, asked: float | None) -> float:
        doubled = self._pace.first_wait * 2.0 ** min(failures - 1, 30)
        wait = min(doubled, self._pace.longest_wait)
        return max(wait, min(asked or 0.0, self._pace.longest_asked))


def _surface_of(channel: str) -> str:
    return channel.partition(":")[0]


def _refused(due: Due, refusal: MessageRefused, at: datetime) -> Notice:
    return Notice(
        key=f"refused:{due.message.mark}",
        what=f"One alert was refused in {due.message.channel}: {refusal}",
        cure="Read it with `volteface outbox`; it is a defect, please report it.",
        at=at,
    )


async def _first_of(*events: Coroutine[Any, Any, Any], seconds: float) -> None:
    """Return at the first event or after so many seconds."""
    tasks = [asyncio.ensure_future(one) for one in events]
    await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
