"""The database's shape over time: brings a store to the newest revision. Knows alembic; no tables.

A new revision: change `tables.py`, then `python -m watchers.store.schema "what changed and why"`.
"""

import sys
from pathlib import Path

import alembic.command
import alembic.config
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from watchers.errors import Misuse, Trouble
from watchers.store.database import Database

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(url: str) -> Database:
    """The database at `url`, made or brought to the newest revision.

    Raises `Misuse` where `url` is no such address, `Trouble` where the database cannot be opened or
    was written by a newer Volteface.
    """
    try:
        database = Database(url)
    except ModuleNotFoundError as error:
        raise Misuse(
            f"store.url: {_shown(url)}: the module {error.name} is not installed; PostgreSQL needs "
            "pip install 'volteface[postgresql]'"
        ) from None
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise Misuse(
            f"store.url: no database is reached like this: {error}; "
            "as in sqlite:////var/lib/volteface/store.sqlite"
        ) from None
    except OSError as error:
        raise Trouble(f"store.url: {_shown(url)} cannot be opened: {error}") from error
    try:
        with database.write() as connection:
            if _revision(connection) != _newest():
                _refuse_a_newer_one(connection, url)
                alembic.command.upgrade(configured(connection), "head")
    except (sa.exc.DBAPIError, OSError) as error:
        database.close()
        cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        raise Trouble(f"store.url: {_shown(url)} cannot be opened: {cause}") from error
    return database


def _refuse_a_newer_one(connection: Connection, url: str) -> None:
    known = {script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}
    revision = _revision(connection)
    if revision is not None and revision not in known:
        raise Trouble(
            f"store.url: {_shown(url)} was written by a newer Volteface (revision {revision}); "
            "update this one"
        )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _newest() -> str | None:
    return ScriptDirectory(str(_MIGRATIONS)).get_current_head()


def configured(connection: Connection) -> alembic.config.Config:
    """Alembic, told of our revisions and this connection."""
    config = alembic.config.Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _shown(url: str) -> str:
    return sa.make_url(url).render_as_string(hide_password=True)


def write_revision(message: str) -> None:
    """Write the revision that leads from the newest one to `tables.py`; read it before you commit."""
    number = len(list(ScriptDirectory(str(_MIGRATIONS)).walk_revisions())) + 1
    database = Database("sqlite://")
    with database.write() as connection:
        config = configured(connection)
        alembic.command.upgrade(config, "head")
        alembic.command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
    database.close()


if __name__ == "__main__":
    write_revision(sys.argv[1])
