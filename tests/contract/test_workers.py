"""Worker processes against tasks that hang, bloat, die and raise; and the schedule that ticks."""

import asyncio
import os
import time

import pytest

from watchers.feeds.schedule import Schedule
from watchers.workers import WorkerLimits, Workers, WorkFailed, WorkProblem

_prepared: list[str] = []


def remember(word: str) -> None:
    _prepared.append(word)


def what_is_prepared() -> list[str]:
    return _prepared


def hang() -> None:
    while True:
        pass


def bloat() -> int:
    return len(bytearray(4_000_000_000))


def die() -> None:
    os._exit(7)


def trip() -> None:
    raise KeyError("first line\nsecond line")


def own_id() -> int:
    return os.getpid()


@pytest.mark.parametrize(
    ("task", "problem", "says"),
    {
        "hangs": (hang, WorkProblem.TOO_SLOW, "not done in 0.5 s"),
        "bloats": (bloat, WorkProblem.RAISED, "MemoryError"),
        "dies": (die, WorkProblem.DIED, "died"),
        "raises": (trip, WorkProblem.RAISED, "KeyError: 'first line"),
    }.values(),
)
async def test_a_bad_task_fails_alone(task, problem: WorkProblem, says: str) -> None:
    async with Workers(WorkerLimits(processes=1)) as workers:
        with pytest.raises(WorkFailed, match=says) as caught:
            await workers.run(task, seconds=0.5 if task is hang else 20.0)
        assert caught.value.problem is problem
        assert await workers.run(len, "next", seconds=20.0) == 4


async def test_each_process_is_prepared_once() -> None:
    async with Workers(WorkerLimits(processes=1), prepare=remember, prepare_args=("x",)) as workers:
        for _ in range(3):
            assert await workers.run(what_is_prepared, seconds=20.0) == ["x"]


async def test_processes_are_replaced_after_some_tasks() -> None:
    async with Workers(WorkerLimits(processes=1, tasks_each=2)) as workers:
        ids = [await workers.run(own_id, seconds=20.0) for _ in range(4)]
    assert len(set(ids)) > 1


async def test_leaving_ends_what_hangs() -> None:
    started = time.monotonic()
    async with Workers(WorkerLimits(processes=1), stop_seconds=0.2) as workers:
        hanging = asyncio.create_task(workers.run(hang, seconds=600.0))
        await asyncio.sleep(0.5)
    assert time.monotonic() - started < 25
    # Cancelled, not failed: what was read meanwhile is not to blame and will be read again.
    for task in (hanging, asyncio.create_task(workers.run(len, "late", seconds=1.0))):
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled()


async def test_a_pool_that_broke_is_built_anew() -> None:
    async with Workers(WorkerLimits(processes=1)) as workers:
        broken = workers._pool
        assert broken is not None
        broken.stop()
        broken.join()
        assert await workers.run(len, "next", seconds=20.0) == 4


async def test_the_schedule_ticks_at_once_and_again_and_never_twice_at_a_time() -> None:
    ticks = at_work = 0
    third = asyncio.Event()

    async def tick() -> None:
        nonlocal ticks, at_work
        assert at_work == 0
        at_work, ticks = at_work + 1, ticks + 1
        await asyncio.sleep(0.15)
        at_work -= 1
        if ticks == 3:
            third.set()

    async with Schedule(tick, seconds=0.05):
        async with asyncio.timeout(20):
            await third.wait()
    assert at_work == 0, "the last tick was not waited for"
    seen = ticks
    await asyncio.sleep(0.2)
    assert ticks == seen


async def test_a_tick_that_fails_does_not_end_the_schedule(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ticks = 0
    second = asyncio.Event()

    async def tick() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 2:
            second.set()
        raise RuntimeError("a defect of ours")

    async with Schedule(tick, seconds=0.05):
        async with asyncio.timeout(20):
            await second.wait()
    assert "a defect of ours" in caplog.text
