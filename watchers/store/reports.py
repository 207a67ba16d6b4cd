"""What readers say was misread, and what editors made of it. Knows one table; withdraws nothing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from watchers.store.tables import reports as table


class Fault(StrEnum):
    """What is wrong with a change."""

    WRONG_ACTOR = "wrong actor"
    WRONG_SIDE = "wrong side"
    OLD_NEWS = "old news"
    ANOTHER_MATTER = "another matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One reader's word on one change."""

    id: int
    change: str
    statements: tuple[int, ...]
    fault: Fault
    words: str
    #: A chat's own id of the person.
    reported_by: str
    reported_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    #: `None` while nobody has decided.
    agreed: bool | None


def add_report(
    connection: Connection,
    *,
    change: str,
    statements: tuple[int, ...],
    fault: Fault,
    words: str,
    by: str,
    now: datetime,
) -> int:
    """Keep a report and return its number; the same person's second one on a change replaces it."""
    c = table.c
    same = connection.execute(
        sa.select(c.id).where(c.change == change, c.reported_by == by, c.agreed.is_(None))
    ).scalar()
    values = {
        "change": change,
        "statements": list(statements),
        "fault": fault.value,
        "words": words,
        "reported_by": by,
        "reported_at": now,
    }
    if same is not None:
        connection.execute(table.update().where(c.id == same).values(values))
        return int(same)
    return int(connection.execute(table.insert().values(values).returning(c.id)).scalar_one())


def open_reports(connection: Connection) -> tuple[Report, ...]:
    """Those nobody has decided, oldest first."""
    rows = connection.execute(sa.select(table).where(table.c.agreed.is_(None)).order_by(table.c.id))
    return tuple(_report(row) for row in rows)


def agreed_reports(connection: Connection) -> tuple[Report, ...]:
    """Those an editor agreed with, oldest first."""
    rows = connection.execute(sa.select(table).where(table.c.agreed).order_by(table.c.id))
    return tuple(_report(row) for row in rows)


def report(connection: Connection, number: int) -> Report | None:
    row = connection.execute(sa.select(table).where(table.c.id == number)).first()
    return None if row is None else _report(row)


def decide(connection: Connection, number: int, *, agreed: bool, by: str, now: datetime) -> None:
    """Note what an editor decided."""
    connection.execute(
        table.update()
        .where(table.c.id == number)
        .values(agreed=agreed, decided_by=by, decided_at=now)
    )


def _report(row: Row[Any]) -> Report:
    values = dict(row._mapping)
    statements, fault = tuple(values["statements"]), Fault(values["fault"])
    return Report(**{**values, "statements": statements, "fault": fault})
