"""The store as a command finds it: what `run` has kept, or before its first run the baseline alone.

Knows where the store is and what is to be known without one. Asks nothing of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Configuration
from bot.watching import baseline_of
from watchers.ledger.speakers import Speakers
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.schema import open_database
from watchers.watchlist import Watchlist

_SQLITE_FILE = "sqlite:///"
_IN_MEMORY = "sqlite://"


@contextmanager
def open_ledger(settings: Configuration, watchlist: Watchlist) -> Iterator[Database]:
    """The store with the configured baseline in it. Asking creates no file. Raises `VoltefaceError`."""
    url = settings.store_url()
    if url.startswith(_SQLITE_FILE) and not Path(url.removeprefix(_SQLITE_FILE)).exists():
        url = _IN_MEMORY
    database = open_database(url)
    try:
        ledger = LedgerStore(Speakers(watchlist.actors).key, settings.ledger)
        givens = baseline_of(settings, watchlist)
        with database.write() as connection:
            ledger.give(connection, givens, datetime.now(UTC))
        yield database
    finally:
        database.close()
