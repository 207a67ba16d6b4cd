"""Entries that wait to be read: news, and the stock that feeds listed when they were first seen.

Knows the tables; decides nothing but the order. Stock is what is read in silence: it may take hours,
and nothing that is news waits for it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.store.entries import StoredEntry, read_entry
from watchers.store.tables import entries, feeds

#: Entries of one feed that are in hand at once: of news, and of stock, where one is fetched while the
#: next waits for its host.
SHARE_OF_NEWS, SHARE_OF_STOCK = 10, 2
#: Over so long a time it is counted how fast stock is read.
LATELY = timedelta(minutes=10)


def waiting_news(
    connection: Connection,
    *,
    now: datetime,
    limit: int,
    in_hand: Collection[int] = (),
    given_up: Collection[int] = (),
) -> tuple[StoredEntry, ...]:
    """Entries that are stored and not done, those put off for later left out, and these ids.

    The feeds in turn, a few of each with those in hand: one with hundreds on a slow host must not
    keep another's waiting.
    """
    place = sa.func.row_number().over(partition_by=entries.c.feed_id, order_by=entries.c.id)
    waiting = (
        sa.select(entries.c.id, place.label("place"))
        .where(*_is_due(now, given_up), sa.not_(entries.c.silent))
        .subquery()
    )
    first = (
        sa.select(waiting.c.id)
        .where(waiting.c.place <= SHARE_OF_NEWS, waiting.c.id.not_in(tuple(in_hand)))
        .order_by(waiting.c.place, waiting.c.id)
        .limit(limit)
    )
    return _read(connection, connection.execute(first).scalars())


def waiting_stock(
    connection: Connection,
    *,
    now: datetime,
    limit: int,
    turn: int = 0,
    in_hand: Collection[int] = (),
    given_up: Collection[int] = (),
) -> tuple[StoredEntry, ...]:
    """The same of what is read in silence, each feed's newest first, beginning with the `turn`th feed.

    What is read without its page goes before: it takes no time.
    Feed by feed, since sorting ten thousand entries for the next few would keep the store busy.
    """
    is_due = (*_is_due(now, given_up), entries.c.silent)
    listed = sa.select(entries.c.feed_id).distinct().where(*is_due).order_by(entries.c.feed_id)
    line = connection.execute(listed).scalars().all()
    start = turn % len(line) if line else 0
    found: list[tuple[int, int]] = []
    for feed in (*line[start:], *line[:start])[:limit]:
        newest = (
            sa.select(entries.c.id)
            .where(*is_due, entries.c.feed_id == feed)
            .order_by(entries.c.brief.desc(), entries.c.published.desc().nulls_last(), entries.c.id)
            .limit(SHARE_OF_STOCK)
        )
        found += enumerate(connection.execute(newest).scalars())
    found.sort(key=lambda one: one[0])
    return _read(connection, [id_ for _, id_ in found if id_ not in in_hand][:limit])


def _is_due(now: datetime, given_up: Collection[int]) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        entries.c.done.is_(False),
        entries.c.next_try_at <= now,
        entries.c.id.not_in(tuple(given_up)),
    )


def _read(connection: Connection, ids: Iterable[int]) -> tuple[StoredEntry, ...]:
    """The entries, in the order of their ids here."""
    place = {id_: number for number, id_ in enumerate(ids)}
    rows = connection.execute(
        sa.select(entries, feeds.c.url.label("feed_url"), feeds.c.title.label("feed_title"))
        .join(feeds, feeds.c.id == entries.c.feed_id)
        .where(entries.c.id.in_(place))
    ).all()
    return tuple(read_entry(row) for row in sorted(rows, key=lambda row: place[row.id]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """How far the reading of what a feed listed at its first sight has come."""

    feed_url: str
    #: Entries that are worth their page, of which `left` are still to be read.
    listed: int
    left: int
    #: What it takes at the pace of the last minutes; `None` where nothing was read in them.
    needs: timedelta | None


def unread_stock(connection: Connection, *, now: datetime) -> tuple[Stock, ...]:
    """The feeds whose stock is not read yet, the longest first."""
    since = now - LATELY
    is_left = entries.c.done.is_(False) & (entries.c.next_try_at <= now)
    left = sa.func.count().filter(is_left).label("left")
    rows = connection.execute(
        sa.select(
            feeds.c.url,
            left,
            sa.func.count().label("listed"),
            sa.func.count().filter(entries.c.done_at >= since).label("lately"),
            sa.func.min(entries.c.first_seen_at).label("began"),
        )
        .join(feeds, feeds.c.id == entries.c.feed_id)
        .where(entries.c.silent, entries.c.brief.is_(False))
        .group_by(feeds.c.id)
        .having(left > 0)
        .order_by(left.desc(), feeds.c.id)
    )
    return tuple(
        Stock(
            feed_url=row.url,
            listed=row.listed,
            left=row.left,
            needs=(now - max(row.began, since)) / row.lately * row.left if row.lately else None,
        )
        for row in rows
    )


def time_needed(stocks: Iterable[Stock]) -> timedelta | None:
    """What all of it takes: as long as the slowest feed; `None` where nobody can say."""
    return max((stock.needs for stock in stocks if stock.needs is not None), default=None)
