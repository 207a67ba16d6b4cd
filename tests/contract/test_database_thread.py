"""Writes that wait together share a commit, and none of them another's failure."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from watchers.store.database import Connection, Database
from watchers.store.thread import MOST_TOGETHER, DatabaseThread

numbers = sa.Table("numbers", sa.MetaData(), sa.Column("number", sa.Integer, unique=True))


@pytest.fixture
async def store(tmp_path) -> AsyncIterator[tuple[Database, DatabaseThread]]:
    database = Database(f"sqlite:///{tmp_path}/store.db")
    numbers.create(database.engine)
    thread = DatabaseThread(database)
    yield database, thread
    thread.close()
    database.close()


def _add(connection: Connection, number: int) -> int:
    connection.execute(numbers.insert().values(number=number))
    return number


async def _while_busy(thread: DatabaseThread, *adding: int) -> list[int | BaseException]:
    """Writes that are all asked for while the thread is at something else."""
    go = threading.Event()
    busy = asyncio.create_task(thread.read(lambda _: go.wait(5)))
    await asyncio.sleep(0)
    writes = [asyncio.create_task(thread.write(lambda c, n=n: _add(c, n))) for n in adding]  # type: ignore[misc]
    await asyncio.sleep(0)
    go.set()
    await busy
    return await asyncio.gather(*writes, return_exceptions=True)


async def _held(thread: DatabaseThread) -> list[int]:
    return list(await thread.read(lambda c: c.execute(sa.select(numbers)).scalars().all()))


async def test_what_waits_together_is_committed_together(store) -> None:
    database, thread = store
    commits = 0

    @sa.event.listens_for(database.engine, "commit")
    def count(_: Connection) -> None:
        nonlocal commits
        commits += 1

    results = await _while_busy(thread, *range(MOST_TOGETHER + 8))
    written = commits
    assert results == list(range(MOST_TOGETHER + 8)) == await _held(thread)
    assert written == 3, "one read and two writes"


async def test_one_that_fails_fails_alone(store) -> None:
    _, thread = store
    results = await _while_busy(thread, 1, 2, 2, 3)
    assert [one for one in results if isinstance(one, int)] == [1, 2, 3] == await _held(thread)
    assert sum(isinstance(one, sa.exc.IntegrityError) for one in results) == 1


async def test_a_read_sees_the_writes_that_were_asked_for_before_it(store) -> None:
    _, thread = store
    write = asyncio.create_task(thread.write(lambda c: _add(c, 7)))
    await asyncio.sleep(0)
    assert await _held(thread) == [7]
    await write
