"""What was read and told nobody: statements that moved nothing, entries that were not read. Queries only."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.articles.records import Reason as NotRead
from watchers.ledger.records import Reason
from watchers.model import State
from watchers.store import tables as t


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietStatement:
    """A statement that moved nothing when it came."""

    reason: Reason
    actor: str
    claim: str
    outlet: str
    title: str
    learned_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadEntry:
    """An entry of which no article was read; a headline may have been."""

    reason: NotRead
    title: str
    done_at: datetime


def quiet_statements(connection: Connection) -> tuple[QuietStatement, ...]:
    """Every statement that moved nothing, in the order of arrival."""
    verdicts, statements, articles = t.ledger_verdicts, t.ledger_statements, t.ledger_articles
    query = (
        sa.select(
            verdicts.c.reason,
            statements.c.actor,
            statements.c.claim,
            articles.c.outlet,
            articles.c.title,
            t.ledger_events.c.learned_at,
        )
        .join_from(verdicts, statements, verdicts.c.statement == statements.c.id)
        .join(articles, articles.c.seq == statements.c.seq)
        .join(t.ledger_events, t.ledger_events.c.seq == statements.c.seq)
        .where(verdicts.c.reason.is_not(None))
        .order_by(statements.c.id)
    )
    return tuple(
        QuietStatement(
            reason=Reason(row.reason),
            actor=row.actor,
            claim=row.claim,
            outlet=row.outlet,
            title=row.title,
            learned_at=row.learned_at,
        )
        for row in connection.execute(query)
    )


def count_withdrawn(connection: Connection) -> int:
    """Changes that were possible or confirmed and no longer stand."""
    c = t.ledger_changes.c
    query = sa.select(sa.func.count()).where(c.state == State.WITHDRAWN.value)
    return connection.execute(query).scalar_one()


def unread_entries(connection: Connection) -> tuple[UnreadEntry, ...]:
    """Every entry that is done with and whose page was not read as an article."""
    c = t.entries.c
    query = (
        sa.select(c.reason, c.title, c.done_at)
        .where(c.done, c.reason.not_in([NotRead.READ, NotRead.WHOLE_IN_FEED]))
        .order_by(c.id)
    )
    return tuple(
        UnreadEntry(reason=NotRead(row.reason), title=row.title, done_at=row.done_at)
        for row in connection.execute(query)
    )
