"""One thread on which a program's database calls run in order, so that its event loop never waits.

Knows functions; not what they store.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.engine import Connection

from watchers.store.database import Database

T = TypeVar("T")


class DatabaseThread:
    """Runs functions of a connection, each in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def write(self, do: Callable[[Connection], T]) -> T:
        """`do`'s result, durable once this returns; nothing of it is where it raises."""

        def work() -> T:
            with self._database.write() as connection:
                return do(connection)

        return await self._on_thread(work)

    async def read(self, ask: Callable[[Connection], T]) -> T:
        def work() -> T:
            with self._database.read() as connection:
                return ask(connection)

        return await self._on_thread(work)

    async def _on_thread(self, work: Callable[[], T]) -> T:
        # A caller that is cancelled does not undo what it has begun to write.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def close(self) -> None:
        """Let what was begun end; the database stays open."""
        self._thread.shutdown(wait=True)
