"""Insert many rows at once with little ado. Knows columns and how a database takes their values.

SQLAlchemy prepares each row's values one by one, which takes most of the time of a large insert;
here that is done for a column at a time where the database takes values by position.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect

from watchers.store.database import UtcDateTime

#: Below so many rows the usual way is as quick.
BULK_FROM = 50
#: Moments and days whose values are remembered.
MOMENTS_MAX = 8192


def insert_all(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same keys."""
    if len(rows) < BULK_FROM or not connection.dialect.positional:
        connection.execute(sa.insert(table), list(rows))
        return
    sql, makers = _plan(connection.dialect, table, tuple(rows[0]))
    columns = [
        [row[name] for row in rows] if make is None else [make(row[name]) for row in rows]
        for name, make in makers
    ]
    connection.exec_driver_sql(sql, list(zip(*columns, strict=True)))


@lru_cache(maxsize=64)
def _plan(
    dialect: Dialect, table: sa.Table, names: tuple[str, ...]
) -> tuple[str, list[tuple[str, Callable[[Any], Any] | None]]]:
    """The statement, and for each place its column and what makes the database's value of one."""
    compiled: Any = sa.insert(table).compile(dialect=dialect, column_keys=list(names))
    makers = [(name, _maker(dialect, table.c[name].type)) for name in compiled.positiontup]
    return str(compiled), makers


def _maker(dialect: Dialect, kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any] | None:
    if isinstance(kind, sa.Date):
        return _remembering(dialect, sa.Date)
    if isinstance(kind, UtcDateTime):
        return _remembering(dialect, UtcDateTime)
    return kind.dialect_impl(dialect).bind_processor(dialect)


@lru_cache(maxsize=16)
def _remembering(
    dialect: Dialect, make_type: Callable[[], sa.types.TypeEngine[Any]]
) -> Callable[[Any], Any] | None:
    """An article's moments and days stand in several of its rows."""
    make = make_type().dialect_impl(dialect).bind_processor(dialect)
    return make and lru_cache(maxsize=MOMENTS_MAX)(make)
