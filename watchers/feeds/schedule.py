"""Call one short function again and again. The one module that imports APScheduler.

One job for all feeds, whose due times are in the store: a job a feed hangs and skips (measured). The
default grace time of a second would drop whole ticks of a busy machine, and the scheduler's own way
to stop cancels coroutines; so the grace is unbounded and stopping waits for the tick in hand.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

log = logging.getLogger(__name__)

#: Seconds between two looks at which feeds are due; by so much news may be late.
TICK_SECONDS = 1.0


class Schedule:
    """`async with` it; `tick` is called at once and then every `seconds`, never twice at a time."""

    def __init__(
        self, tick: Callable[[], Awaitable[None]], *, seconds: float = TICK_SECONDS
    ) -> None:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._tick = tick
        self._in_hand: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._on_time,
            "interval",
            seconds=seconds,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )

    async def __aenter__(self) -> "Schedule":
        self._begin()
        self._scheduler.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._scheduler.shutdown(wait=False)
        if self._in_hand is not None:
            await asyncio.wait({self._in_hand})

    async def _on_time(self) -> None:
        # A coroutine, since the scheduler runs plain functions in a thread.
        self._begin()

    def _begin(self) -> None:
        """Start a tick of our own task set, unless the last one is still at work."""
        if self._in_hand is None or self._in_hand.done():
            self._in_hand = asyncio.create_task(self._call(), name="tick")

    async def _call(self) -> None:
        try:
            await self._tick()
        except Exception:
            log.exception("tick_failed")  # the next one may do better
