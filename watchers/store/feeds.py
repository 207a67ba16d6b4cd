"""Feeds between two polls, and the alarms they raised. Knows the tables; decides nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.feeds.records import Alarm, AlarmKind, FeedKind, FeedProblem, FeedSource, FeedState
from watchers.store.tables import feed_alarms, feeds

#: Fields that the table keeps in seconds.
_SPANS = {"interval": "interval_seconds", "usual_gap": "usual_gap_seconds"}


def register_feeds(connection: Connection, sources: Iterable[FeedSource], *, now: datetime) -> None:
    """Let the store know every configured feed; a new one is due at once."""
    known = {row.url: row for row in connection.execute(sa.select(feeds.c.url))}
    new = [source for source in sources if source.url not in known]
    for source in new:
        connection.execute(
            feeds.insert().values(
                url=source.url,
                fetch_url=source.url,
                interval_seconds=source.every.total_seconds(),
                next_due_at=now,
            )
        )


def due_feeds(
    connection: Connection, urls: Sequence[str], *, now: datetime
) -> tuple[FeedState, ...]:
    """Those of the named feeds that are due, the longest due first."""
    wanted = set(urls)
    rows = connection.execute(
        sa.select(feeds).where(feeds.c.next_due_at <= now).order_by(feeds.c.next_due_at)
    )
    return tuple(_state(row) for row in rows if row.url in wanted)


def all_feeds(connection: Connection, urls: Sequence[str]) -> tuple[FeedState, ...]:
    """The named feeds; rows of feeds that left the configuration stay and are not looked at."""
    wanted = set(urls)
    rows = connection.execute(sa.select(feeds).order_by(feeds.c.id))
    return tuple(_state(row) for row in rows if row.url in wanted)


def save_feed(connection: Connection, state: FeedState) -> None:
    connection.execute(feeds.update().where(feeds.c.id == state.id).values(**_columns(state)))


def raised_alarms(connection: Connection, feed_id: int) -> frozenset[AlarmKind]:
    """The alarms of a feed that are in force: the newest word on each kind decides."""
    rows = connection.execute(
        sa.select(feed_alarms.c.kind, feed_alarms.c.begins)
        .where(feed_alarms.c.feed_id == feed_id)
        .order_by(feed_alarms.c.id)
    )
    newest = {row.kind: row.begins for row in rows}
    return frozenset(AlarmKind(kind) for kind, begins in newest.items() if begins)


def add_alarms(connection: Connection, feed_id: int, alarms: Iterable[Alarm]) -> None:
    for alarm in alarms:
        connection.execute(
            feed_alarms.insert().values(
                feed_id=feed_id,
                kind=alarm.kind.value,
                begins=alarm.begins,
                at=alarm.at,
                detail=alarm.detail,
            )
        )


def untold_alarms(connection: Connection) -> tuple[tuple[int, Alarm], ...]:
    """Alarms that the operator has not been told, oldest first, each with its row's id."""
    rows = connection.execute(
        sa.select(feed_alarms, feeds.c.url)
        .join(feeds, feeds.c.id == feed_alarms.c.feed_id)
        .where(feed_alarms.c.told_at.is_(None))
        .order_by(feed_alarms.c.id)
    )
    return tuple(
        (
            row.id,
            Alarm(
                feed_url=row.url,
                kind=AlarmKind(row.kind),
                begins=row.begins,
                at=row.at,
                detail=row.detail,
            ),
        )
        for row in rows
    )


def mark_told(connection: Connection, alarm_ids: Iterable[int], *, now: datetime) -> None:
    connection.execute(
        feed_alarms.update().where(feed_alarms.c.id.in_(list(alarm_ids))).values(told_at=now)
    )


def _state(row: Any) -> FeedState:
    values = {
        field.name: getattr(row, _SPANS.get(field.name, field.name)) for field in fields(FeedState)
    }
    for name in _SPANS:
        values[name] = None if values[name] is None else timedelta(seconds=values[name])
    values["kind"] = FeedKind(row.kind) if row.kind else None
    values["last_problem"] = FeedProblem(row.last_problem) if row.last_problem else None
    return FeedState(**values)


def _columns(state: FeedState) -> dict[str, Any]:
    values = {field.name: getattr(state, field.name) for field in fields(FeedState)}
    for name, column in _SPANS.items():
        span = values.pop(name)
        values[column] = None if span is None else span.total_seconds()
    return values
