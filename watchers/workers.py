"""Processes for work that may hang, bloat or crash: parsing, extraction, reading. Knows no texts.

pebble kills a worker when its time is up and starts another, which no executor of the standard
library does. A worker is replaced after some tasks, since lxml's memory never shrinks, and may not
grow beyond its limit in the meantime.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import pebble

T = TypeVar("T")

#: Modules that the fork server loads once, so that a fresh worker costs milliseconds.
_PRELOADED = (
    "feedparser",
    "trafilatura",
    "watchers.feeds.parsing",
    "watchers.articles.making",
    "watchers.reading_worker",
    "typer",  # each process imports the console script again, of which this is the most
)
#: What it loads beside them where the processes are readers.
READERS = ("watchers.reading_words",)

#: Seconds for a process to start and to be prepared.
_READY_SECONDS = 30.0
#: By so much workers step back behind the event loop, which has little to do but must do it at once.
_NICENESS = 5


class WorkProblem(StrEnum):
    """Why a task brought no result."""

    TOO_SLOW = "too_slow"
    #: The process died: out of memory, or a fault in a C library.
    DIED = "died"
    RAISED = "raised"


class WorkFailed(Exception):
    """A task brought no result; the input is at fault, and the next one will do."""

    def __init__(self, problem: WorkProblem, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """The bounds of the worker processes; `[workers]` in the configuration."""

    processes: int = 2
    #: Tasks after which a process is replaced.
    tasks_each: int = 400
    #: Bytes of address space of one process; a task that needs more fails alone.
    max_memory: int = 1_500_000_000


class Workers:
    """A pool of processes. `async with` it; leaving it gives tasks in hand a second, then ends them."""

    def __init__(
        self,
        limits: WorkerLimits | None = None,
        *,
        prepare: Callable[..., object] | None = None,
        prepare_args: tuple[Any, ...] = (),
        preload: tuple[str, ...] = (),
        stop_seconds: float = 1.0,
    ) -> None:
        """`prepare` runs once in each process before its first task, and must be picklable.

        `preload` are modules that the fork server imports before it makes the first of them.
        """
        self._limits = limits or WorkerLimits()
        self._prepare = (prepare, prepare_args)
        self._preload = [*_PRELOADED, *preload]
        self._stop_seconds = stop_seconds
        self._pool: pebble.ProcessPool | None = None
        #: Pools that finish what they have in hand, after `renew`.
        self._leaving: dict[asyncio.Task[None], pebble.ProcessPool] = {}
        self._awaited: set[asyncio.Future[Any]] = set()
        self._is_stopping = False
        #: How often the processes were prepared anew: what an earlier generation made is out of date.
        self.generation = 0

    async def __aenter__(self) -> "Workers":
        self._pool = await asyncio.to_thread(self._started, self._prepare)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_stopping = True
        pool, self._pool = self._pool, None
        leaving = dict(self._leaving)
        if pool is not None:
            await asyncio.to_thread(self._stop, pool)
        for task, left in leaving.items():
            if not task.done():
                # Its own thread waits for it and clears up; two must not.
                left.stop()  # type: ignore[no-untyped-call]
        await asyncio.gather(*leaving, return_exceptions=True)
        for future in self._awaited:
            future.cancel()  # a pool that is stopped leaves some of its futures as they were

    async def renew(self, *prepare_args: Any) -> None:
        """Prepare other processes and give them all further tasks; those in hand end where they are.

        WorkFailed where the new ones cannot be prepared; the old ones then go on.
        """
        prepared = (self._prepare[0], prepare_args)
        pool = await asyncio.to_thread(self._started, prepared)
        try:
            await self._run_in(pool, _is_ready, seconds=_READY_SECONDS)
        except (WorkFailed, BrokenProcessPool) as error:
            await asyncio.to_thread(self._stop, pool)
            raise WorkFailed(WorkProblem.RAISED, str(error)) from error
        left, self._pool, self._prepare = self._pool, pool, prepared
        self.generation += 1
        if left is not None:
            leaving = asyncio.create_task(asyncio.to_thread(self._leave, left))
            self._leaving[leaving] = left
            leaving.add_done_callback(self._leaving.pop)

    def _started(
        self, prepare: tuple[Callable[..., object] | None, tuple[Any, ...]]
    ) -> "pebble.ProcessPool":
        import pebble

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(self._preload)
        pool = pebble.ProcessPool(
            max_workers=self._limits.processes,
            max_tasks=self._limits.tasks_each,
            initializer=_start,
            initargs=(self._limits.max_memory, *prepare),
            context=context,
        )
        # The first task starts the processes, and waits for that: here, and not on the event loop.
        pool.submit(_is_ready, _READY_SECONDS)
        return pool

    @staticmethod
    def _leave(pool: "pebble.ProcessPool") -> None:
        """Wait for the tasks in hand, each of which has a time limit of its own."""
        pool.close()  # type: ignore[no-untyped-call]
        pool.join()

    def _stop(self, pool: "pebble.ProcessPool") -> None:
        pool.close()  # type: ignore[no-untyped-call]
        try:
            pool.join(timeout=self._stop_seconds)
        except FutureTimeoutError:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    async def run(self, task: Callable[..., T], *args: Any, seconds: float) -> T:
        """The task's result, computed in a worker; WorkFailed after `seconds` of its own time.

        Cancelled, and nobody blamed, where the workers are stopped before it ends.
        """
        pool = self._pool
        try:
            return await self._run_in(pool, task, *args, seconds=seconds)
        except BrokenProcessPool:
            # Not the task's doing: the processes cannot be started or spoken to any more.
            if self._pool is pool and not self._is_stopping:
                self._pool = await asyncio.to_thread(self._started, self._prepare)
            return await self._run_in(self._pool, task, *args, seconds=seconds)

    async def _run_in(
        self, pool: "pebble.ProcessPool | None", task: Callable[..., T], *args: Any, seconds: float
    ) -> T:
        if pool is None:
            raise asyncio.CancelledError
        awaited = asyncio.wrap_future(_submitted(pool, task, *args, seconds=seconds))
        self._awaited.add(awaited)
        try:
            result: T = await awaited
        except Exception as error:
            if self._is_stopping:
                raise asyncio.CancelledError from error
            raise _named(error, seconds) from error
        finally:
            self._awaited.discard(awaited)
        return result


def _submitted(
    pool: "pebble.ProcessPool", task: Callable[..., T], *args: Any, seconds: float
) -> "Future[T]":
    try:
        return pool.submit(task, seconds, *args)
    except RuntimeError as error:
        raise BrokenProcessPool(str(error)) from error  # what pebble says of a pool that has ended


def _named(error: Exception, seconds: float) -> Exception:
    """The failure in our words; a pool's own end stays as it is."""
    import pebble

    if isinstance(error, BrokenProcessPool):
        return error
    if isinstance(error, FutureTimeoutError):
        return WorkFailed(WorkProblem.TOO_SLOW, f"not done in {seconds:g} s")
    if isinstance(error, pebble.ProcessExpired):
        return WorkFailed(WorkProblem.DIED, f"the worker process died ({error.exitcode})")
    brief = str(error).partition("\n")[0][:200]
    return WorkFailed(WorkProblem.RAISED, f"{type(error).__name__}: {brief}")


def _is_ready() -> bool:
    return True


def _start(
    max_memory: int, prepare: Callable[..., object] | None, prepare_args: tuple[Any, ...]
) -> None:
    """First thing in each process: limits, signals, and what the tasks will need."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (max_memory, max_memory))
    # Ctrl-C reaches every process of the terminal; the parent decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if prepare is not None:
        prepare(*prepare_args)
    os.nice(_NICENESS)
