"""What happened between two moments, for a digest. Reads; writes nothing. Knows tables, no names."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.store import asking
from watchers.store import tables as t
from watchers.store.asking import Moved, Stands


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDown:
    """A feed with an alarm in force."""

    url: str
    title: str
    detail: str
    since: datetime


def turned(connection: Connection, since: datetime, until: datetime) -> list[Moved]:
    """Changes whose state moved in the period, each as it ended up, in that order."""
    c = t.ledger_transitions.c
    rows = connection.execute(
        sa.select(c.change).where(c.at >= since, c.at < until).order_by(c.at, c.id)
    )
    ids = list(dict.fromkeys(row.change for row in reversed(rows.all())))[::-1]
    found = (asking.change(connection, one) for one in ids)
    return [one for one in found if one is not None]


def first_heard(connection: Connection, since: datetime, until: datetime) -> list[Stands]:
    """Holdings that the feeds' first word on a matter made in the period."""
    s, e = t.ledger_statements.c, t.ledger_events.c
    pairs = connection.execute(
        sa.select(s.actor, s.claim)
        .join(t.ledger_events, e.seq == s.seq)
        .join(t.ledger_verdicts, t.ledger_verdicts.c.statement == s.id)
        .where(t.ledger_verdicts.c.reason == "first_position")
        .where(e.learned_at >= since, e.learned_at < until)
        .distinct()
    ).all()
    return [
        one
        for pair in pairs
        for one in asking.standing(connection, actor=pair.actor, claim=pair.claim)
    ]


def went_stale(connection: Connection, after: date, until: date) -> list[Stands]:
    """Holdings last heard of between two days; those that only the baseline knows are left out."""
    return [
        one
        for one in asking.standing(connection, actor=None, claim=None)
        if after < one.heard <= until and not one.inherited
    ]


def count_articles(connection: Connection, since: datetime, until: datetime) -> int:
    """Entries that were dealt with in the period."""
    c = t.entries.c
    return int(
        connection.execute(
            sa.select(sa.func.count()).where(c.done, c.done_at >= since, c.done_at < until)
        ).scalar_one()
    )


def feeds_down(connection: Connection) -> list[FeedDown]:
    """Feeds whose newest alarm of a kind is in force, one line a feed."""
    a = t.feed_alarms.c
    newest = sa.select(sa.func.max(a.id).label("id")).group_by(a.feed_id, a.kind).subquery()
    rows = connection.execute(
        sa.select(t.feeds.c.url, t.feeds.c.title, a.detail, a.at)
        .join(newest, newest.c.id == a.id)
        .join(t.feeds, t.feeds.c.id == a.feed_id)
        .where(a.begins)
        .order_by(t.feeds.c.url, a.at)
    )
    found = {
        row.url: FeedDown(url=row.url, title=row.title, detail=row.detail, since=row.at)
        for row in rows
    }
    return list(found.values())
