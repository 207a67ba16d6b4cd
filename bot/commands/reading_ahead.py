"""Read the articles of files ahead of whoever files them, in processes of their own.

Knows files, readers, and what the ledger takes in of a text; not the ledger. Few articles are read
where they are asked for: to start another process takes longer.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import forkserver, get_context
from pathlib import Path
from threading import current_thread, main_thread

from watchers.article_files import LabelledArticle, lines_of, parse_articles
from watchers.errors import Misuse
from watchers.ledger.intake import Intake, take_in
from watchers.ledger.policy import Policy
from watchers.model import Article, Statement

#: Articles below which no process is started: what one can read in the second that it takes.
AHEAD_FROM = 2000
#: Lines of one task; what a process reads with rules in a second or two.
TASK_LINES = 200
#: Tasks that each process has in hand or done: so much is read ahead, and held.
TASKS_AHEAD = 6
#: More processes read faster than one can file.
PROCESSES_MAX = 8

#: Loaded once for all processes, so that each starts at once.
_PRELOADED = ("bot.commands.replay", "watchers.reading_worker", "watchers.reading_words", "typer")

#: Makes an article's statements.
ReadArticle = Callable[[LabelledArticle], Sequence[Statement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read."""

    #: Makes what reads them, once in each process.
    make: Callable[[], ReadArticle]
    #: Whether it can be made in another process.
    goes_elsewhere: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An article as it was read, and what the ledger takes in of it; nothing where it says nothing."""

    article: Article
    statements: Sequence[Statement]
    intake: Intake | None


@dataclass(frozen=True, slots=True)
class _Task:
    """Some lines of a file."""

    name: str
    first: int
    lines: list[str]


def read_ahead(
    files: Sequence[Path], reading: Reading, policy: Policy, total: int
) -> Iterator[Taken]:
    """The articles of the files in order; there are about `total`. Raises `Misuse` at a faulty one."""
    tasks = (task for path in files for task in _tasks(path))
    if total < AHEAD_FROM or not reading.goes_elsewhere:
        read = reading.make()
        for task in tasks:
            yield from _take(task, read, policy)
        return
    processes = min(PROCESSES_MAX, os.cpu_count() or 1)
    context = get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    with _deaf_to_interrupts():
        forkserver.ensure_running()
    pool = ProcessPoolExecutor(
        processes, context, initializer=_prepare, initargs=(reading.make, policy)
    )
    try:
        yield from _in_order(pool, tasks, processes * TASKS_AHEAD)
    except BrokenProcessPool:
        raise Misuse("a process that read articles was ended; is there enough memory?") from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started meanwhile hears no Ctrl-C: whoever files says when to stop."""
    if current_thread() is not main_thread():  # which no signal reaches
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _in_order(pool: ProcessPoolExecutor, tasks: Iterable[_Task], ahead: int) -> Iterator[Taken]:
    waiting: deque[Future[list[Taken]]] = deque()
    for task in tasks:
        waiting.append(pool.submit(_take_prepared, task))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _tasks(path: Path) -> Iterator[_Task]:
    lines = lines_of(path)
    first = 1
    while some := list(islice(lines, TASK_LINES)):
        yield _Task(str(path), first, some)
        first += len(some)


def _take(task: _Task, read: ReadArticle, policy: Policy) -> Iterator[Taken]:
    for labelled in parse_articles(task.lines, name=task.name, first=task.first):
        statements = read(labelled)
        intake = take_in(labelled.article, statements, policy) if statements else None
        yield Taken(article=labelled.article, statements=statements, intake=intake)


#: What a process was prepared with: its reader and the policy.
_prepared: tuple[ReadArticle, Policy] | None = None


def _prepare(make: Callable[[], ReadArticle], policy: Policy) -> None:
    global _prepared  # noqa: PLW0603 - a process of a pool has no other place
    _prepared = (make(), policy)


def _take_prepared(task: _Task) -> list[Taken]:
    assert _prepared is not None
    return list(_take(task, *_prepared))
