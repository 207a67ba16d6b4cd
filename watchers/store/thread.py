"""One thread on which a program's database calls run in order, so that its event loop never waits.

Writes that wait together are made durable together: a commit takes as long as the disk needs to say
that it has it, which is ten times as long as the writing. Knows functions; not what they store.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from watchers.store.database import Database

T = TypeVar("T")

#: Writes in one transaction; more would keep the first of them waiting.
MOST_TOGETHER = 32

_Write = tuple[Callable[[Connection], Any], "Future[Any]"]


class DatabaseThread:
    """Runs functions of a connection. A read sees every write that was asked for before it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._writes: deque[_Write] = deque()

    async def write(self, do: Callable[[Connection], T]) -> T:
        """`do`'s result, durable once this returns; nothing of it is where it raises.

        It may be called a second time, where a write beside it failed and took the transaction along.
        """
        done: Future[T] = Future()
        self._writes.append((do, done))
        self._thread.submit(self._write_waiting)
        # A caller that is cancelled does not undo what it has begun to write.
        return await asyncio.shield(asyncio.wrap_future(done))

    async def read(self, ask: Callable[[Connection], T]) -> T:
        def work() -> T:
            with self._database.read() as connection:
                return ask(connection)

        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def _write_waiting(self) -> None:
        """Once for each write; the first of several that wait finds them all, and the others none."""
        writes = [self._writes.popleft() for _ in range(min(len(self._writes), MOST_TOGETHER))]
        if len(writes) > 1 and self._write_together(writes):
            return
        for write in writes:
            self._write_alone(*write)

    def _write_together(self, writes: list[_Write]) -> bool:
        """Whether all went well; else nothing was written, and the one at fault is still to be found."""
        try:
            with self._database.write() as connection:
                results = [do(connection) for do, _ in writes]
        except Exception:
            return False
        for (_, done), result in zip(writes, results, strict=True):
            done.set_result(result)
        return True

    def _write_alone(self, do: Callable[[Connection], Any], done: "Future[Any]") -> None:
        try:
            with self._database.write() as connection:
                result = do(connection)
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(result)

    def close(self) -> None:
        """Let what was begun end; the database stays open."""
        self._thread.shutdown(wait=True)
