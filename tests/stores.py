"""A store in memory for tests that need a new one hundreds of times."""

import sqlite3
from functools import cache

from watchers.store.database import Database
from watchers.store.tables import metadata


def empty_store() -> Database:
    """The one store in memory of this process, as new: who had it before has it no more.

    To make tables and a new engine, which compiles every statement again, takes longer than most stories.
    """
    database = _store()
    with database.engine.connect() as connection:
        held = connection.connection.driver_connection
        assert isinstance(held, sqlite3.Connection)
        _tables().backup(held)
    return database


@cache
def _store() -> Database:
    return Database("sqlite://")


@cache
def _tables() -> sqlite3.Connection:
    """A store with its tables and nothing in them."""
    database = Database("sqlite://")
    metadata.create_all(database.engine)
    with database.engine.connect() as connection:
        held = connection.connection.driver_connection
    assert isinstance(held, sqlite3.Connection)
    return held
