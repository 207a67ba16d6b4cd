"""The connection: engine, durable writes, one writer. Knows SQL engines; not what the tables mean."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.pool import StaticPool

#: `Connection` is named from here by the rooms that hand one on; they import no SQLAlchemy.
__all__ = ["Connection", "Database", "UtcDateTime"]

#: How SQLite keeps what was committed through a crash, and one row's word on another.
_KEPT = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
#: Where nobody will ever open it again, a commit need not wait for the disk, nor be undone.
_PASSING = ("journal_mode=OFF", "synchronous=OFF")
#: Seconds a writer waits for another process's write before it gives up.
BUSY_TIMEOUT_SECONDS = 30


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """An aware datetime in UTC; SQLite gives back naive ones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime cannot be stored: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Database:
    """One database; every `write` is one durable transaction that begins as a writer.

    `begin immediate` keeps two writers from both reading first and one failing at its commit.
    """

    def __init__(self, url: str, *, kept: bool = True) -> None:
        """Open a database; one that is not `kept` ends with its process, so nothing is made durable."""
        self.engine = _engine(url, _KEPT if kept else _PASSING)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.info["write"] = True
            try:
                with connection.begin():
                    yield connection
            finally:
                connection.info.pop("write", None)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str, pragmas: tuple[str, ...]) -> Engine:
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sa.create_engine(parsed)
    in_memory = parsed.database in (None, "", ":memory:")
    if not in_memory:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = sa.create_engine(
        parsed,
        connect_args={
            "timeout": BUSY_TIMEOUT_SECONDS,
            "check_same_thread": False,
            "isolation_level": None,  # we say BEGIN ourselves
        },
        **options,
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("write") else "BEGIN")

    return engine
