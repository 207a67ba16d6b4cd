"""A copy in memory of what the ledger has on one claim, to try things on. The store stays as it is."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.store import tables as t
from watchers.store.database import Database

#: Rows that are copied at once.
_ROWS = 500
_OF_CLAIM = (
    t.ledger_statements,
    t.ledger_holdings,
    t.ledger_moves,
    t.ledger_changes,
    t.ledger_checkpoints,
    t.ledger_carriers,
)

_OF_STATEMENTS = (
    t.ledger_quotations,
    t.ledger_datings,
    t.ledger_echoes,
    t.ledger_fallen,
    t.ledger_verdicts,
)


@contextmanager
def scratch_ledger(connection: Connection, claim: str) -> Iterator[Connection]:
    """A ledger of that claim alone, in a transaction that is never kept."""
    database = Database("sqlite://")
    try:
        t.metadata.create_all(database.engine)
        with database.engine.connect() as scratch:
            _copy(connection, scratch, claim)
            yield scratch
    finally:
        database.close()


def _copy(source: Connection, scratch: Connection, claim: str) -> None:
    said = t.ledger_statements.c
    ids = sa.select(said.id).where(said.claim == claim)
    arrivals = sa.select(said.seq).where(said.claim == claim)
    _rows(source, scratch, t.ledger_events, sa.true())  # few columns, and numbers must go on
    for table in (t.ledger_articles, t.ledger_sketches):
        _rows(source, scratch, table, table.c.seq.in_(arrivals))
    for table in _OF_CLAIM:
        _rows(source, scratch, table, table.c.claim == claim)
    for table in _OF_STATEMENTS:
        _rows(source, scratch, table, table.c.statement.in_(ids))


def _rows(
    source: Connection, scratch: Connection, table: sa.Table, which: sa.ColumnElement[bool]
) -> None:
    rows = source.execute(sa.select(table).where(which)).mappings()
    for some in rows.partitions(_ROWS):
        scratch.execute(table.insert(), [dict(row) for row in some])
