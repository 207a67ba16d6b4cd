"""Draws in a process of its own, which ends with the picture. Knows processes; not what is drawn.

matplotlib would hold up the event loop while it is loaded, and keep its memory for good.
"""

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from datetime import date

from pebble import ProcessExpired, ProcessPool

from bot.commands.history import draw_history
from watchers.errors import Trouble
from watchers.store.ledger_history import History

log = logging.getLogger(__name__)

#: Seconds for one picture, the start of its process included; it takes about two.
LIMIT_SECONDS = 30


class Drawer:
    """Draws one picture at a time."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._free = asyncio.Lock()

    async def __call__(self, found: History, title: str) -> bytes | None:
        """The picture as a PNG; `None` where nothing is known, or it cannot be drawn."""
        if not found.said:
            return None
        async with self._free:
            return await asyncio.to_thread(_draw, found, title, self._today())


def _draw(found: History, title: str, until: date) -> bytes | None:
    pool = ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn"))
    try:
        drawn = pool.schedule(
            draw_history, args=[found, title], kwargs={"until": until}, timeout=LIMIT_SECONDS
        )
        picture: bytes = drawn.result()
    except (Trouble, ProcessExpired, TookTooLong) as error:
        log.warning("picture_failed reason=%s", error)
        return None
    else:
        return picture
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
