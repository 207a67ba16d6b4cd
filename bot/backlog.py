"""Say how far the reading of what feeds listed at their first sight has come. Knows counts and words.

A feed of thousands takes an hour at the polite pause between two pages of a host. Whoever has just
started the bot wants to know that it is at work, and when it will be done.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from rich.console import Console

from watchers.links import host_of
from watchers.store.thread import DatabaseThread
from watchers.store.waiting import Stock, time_needed, unread_stock

#: Seconds until the first word, and from one to the next: a small stock is read without any.
_FIRST_SECONDS, _EVERY_SECONDS = 15.0, 60.0


async def tell_backlog(
    database: DatabaseThread, console: Console, clock: Callable[[], datetime]
) -> None:
    """Print a line now and then for as long as there is a stock to read; until cancelled."""
    was_told = False
    await asyncio.sleep(_FIRST_SECONDS)
    while True:
        stocks = await database.read(lambda connection: unread_stock(connection, now=clock()))
        if stocks or was_told:
            console.print(in_a_line(stocks), style="dim", markup=False)
        was_told = bool(stocks)
        await asyncio.sleep(_EVERY_SECONDS)


def in_a_line(stocks: Sequence[Stock]) -> str:
    """What is left of all feeds, with the one that has most."""
    if not stocks:
        return "All that the feeds listed at their first sight is read."
    left, listed = sum(one.left for one in stocks), sum(one.listed for one in stocks)
    most = max(stocks, key=lambda one: one.left)
    where = f", {most.left:,} of them of {host_of(most.feed_url)}" if len(stocks) > 1 else ""
    return (
        f"Reading what the feeds listed at their first sight, the newest first: {listed - left:,} of "
        f"{listed:,} entries read, {left:,} left{where}{_duration(time_needed(stocks))}. News comes before them."
    )


def of_feed(stock: Stock) -> str:
    """The same of one feed."""
    return (
        f"reading what it listed at first sight, the newest first: {stock.left:,} of {stock.listed:,} "
        f"entries left{_duration(stock.needs)}"
    )


def _duration(needs: timedelta | None) -> str:
    if needs is None:
        return ""
    minutes = max(1, round(needs / timedelta(minutes=1)))
    if minutes < 120:  # noqa: PLR2004 - up to here minutes are easier to read than hours
        return f", about {minutes} min"
    return f", about {minutes / 60:.0f} h"
