"""Watch hundreds of feeds at many times the real pace, and count what arrived, when and at what cost.

    python -m tests.soak --feeds 500 --pace 100 --minutes 30

The publishers run in a process of their own; the watch is the real one, with its store on disk.
Prints what should have arrived and did, the latest arrival, the memory and the longest time for
which the event loop was held up. Needs the shared material.
"""

import argparse
import asyncio
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bot.settings import load_configuration
from bot.watching import watchlist_of, worker_reader
from tests.nasty_web import NastyWeb, serve
from tests.shared import shared
from tests.soak_web import (
    START,
    Now,
    PacedClock,
    Stock,
    misbehaves,
    published_at,
    published_by,
    publisher,
    row_name,
)
from tests.watching import QUICK
from watchers.articles.maker import ArticleMaker
from watchers.articles.making import prepare_reader
from watchers.feeds.polling import Poller
from watchers.feeds.records import FeedSource, PollPolicy
from watchers.feeds.schedule import Schedule
from watchers.fetch import Fetcher
from watchers.ledger.speakers import Speakers
from watchers.pipeline import Pipeline
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.tables import entries, feeds, metadata
from watchers.store.thread import DatabaseThread
from watchers.workers import Workers

#: Seconds within which an entry must be read once its feed was asked.
SLACK_SECONDS = 5.0
_SAMPLE_SECONDS = 5.0
_LOOP_STEP_SECONDS = 0.01


@dataclass(slots=True)
class Gauges:
    """What was measured on the way."""

    memory_mb: list[float] = field(default_factory=list)
    held_up_ms: list[float] = field(default_factory=list)


def serve_publishers(pipe: Pipe, count: int, folder: str) -> None:
    async def run() -> None:
        stock, clock = Stock.load(Path(folder)), pipe.recv()
        now = Now(clock)
        rows = {row_name(n): publisher(n, stock, clock, now) for n in range(count)}
        async with NastyWeb(rows) as web:
            pipe.send(web.port)
            await asyncio.to_thread(pipe.recv)

    asyncio.run(run())


async def soak(pipe: Pipe, count: int, pace: float, minutes: float) -> bool:
    clock = PacedClock(begun=time.time() + 1.0, start=START, pace=pace)
    pipe.send(clock)
    web = NastyWeb({row_name(n): serve(b"") for n in range(count)}, port=pipe.recv())
    gauges = Gauges()
    with TemporaryDirectory(prefix="volteface-soak-") as folder:
        async with _watch(web, Now(clock), f"sqlite:///{folder}/store.db") as (pipeline, database):
            measuring = asyncio.create_task(_measure(gauges))
            async with Schedule(pipeline.tick, seconds=1.0):
                await _tell_progress(pipeline, minutes * 60)
            ended = Now(clock)()
            started = time.monotonic()
            await pipeline.finish()
            stopped = time.monotonic() - started
            measuring.cancel()
            report = await database.read(lambda c: _compare(c, web, count, clock, ended))
    return _print_report(report, gauges, pipeline, stopped)


@asynccontextmanager
async def _watch(
    web: NastyWeb, now: Now, store: str
) -> AsyncIterator[tuple[Pipeline, DatabaseThread]]:
    sources = [FeedSource(url=web.url(row)) for row in web.rows]
    watchlist = watchlist_of(load_configuration(None))
    limits = replace(QUICK, allow_private_hosts=web.hosts, total_seconds=5.0, pause_seconds=0.01)
    database = Database(store)
    metadata.create_all(database.engine)
    thread = DatabaseThread(database)
    async with (
        Fetcher(limits, resolver=web.resolver, clock=lambda: now().timestamp()) as fetcher,
        Workers(prepare=prepare_reader, prepare_args=(worker_reader(watchlist),)) as workers,
    ):
        parts = {"database": thread, "fetcher": fetcher, "workers": workers, "clock": now}
        poller = Poller(sources, policy=PollPolicy(), **parts)
        await poller.register()
        pipeline = Pipeline(
            database=thread,
            poller=poller,
            maker=ArticleMaker(sources, **parts),
            ledger=LedgerStore(Speakers(watchlist.actors).key),
            tell=lambda connection, lines: None,
            tell_alarm=lambda connection, alarm: None,
            on_queued=lambda: None,
            clock=now,
        )
        yield pipeline, thread
    thread.close()
    database.close()


async def _measure(gauges: Gauges) -> None:
    sampled = 0.0
    while True:
        before = time.perf_counter()
        await asyncio.sleep(_LOOP_STEP_SECONDS)
        held_up = time.perf_counter() - before - _LOOP_STEP_SECONDS
        gauges.held_up_ms.append(held_up * 1000)
        if before - sampled > _SAMPLE_SECONDS:
            sampled = before
            gauges.memory_mb.append(await asyncio.to_thread(_memory_of_tree, os.getpid()))


def _memory_of_tree(root: int) -> float:
    """Megabytes, shared pages counted once (proportional set size), of this process and its workers."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    tree = {root}
    while grown := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= grown
    tree -= {pid for pid in tree if b"soak-publishers" in _read(f"/proc/{pid}/cmdline")}
    return sum(_pss_kb(pid) for pid in tree) / 1024


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _pss_kb(pid: int) -> int:
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1])
    return 0


async def _tell_progress(pipeline: Pipeline, seconds: float) -> None:
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        await asyncio.sleep(min(30.0, left))
        t = pipeline.tally
        print(f"{left:6.0f} s left: {t.polled} polls, {t.entries} entries, {t.articles} articles", file=sys.stderr)  # fmt: skip  # noqa: T201


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What arrived, against what should have."""

    expected: int
    stored: int
    doubled: int
    missing: int
    unread: int
    #: Seconds of real time between publication and verdict, of what came after the first sight.
    delays: list[float]
    #: The same beyond the feed's own interval.
    beyond: list[float]


def _compare(
    connection: sa.Connection, web: NastyWeb, count: int, clock: PacedClock, ended: object
) -> Report:
    rows = connection.execute(
        sa.select(feeds.c.url, feeds.c.interval_seconds, feeds.c.first_success_at, feeds.c.last_success_at, entries)
        .join(entries, entries.c.feed_id == feeds.c.id)
    ).all()  # fmt: skip
    numbers = {web.url(row_name(n)): n for n in range(count)}
    seen = [(numbers[row.url], int(row.identity.removeprefix("id:"))) for row in rows]
    expected: set[tuple[int, int]] = set()
    polled = {row.url: row.last_success_at for row in rows}
    for n in (n for n in range(count) if not misbehaves(n)):
        last = polled.get(web.url(row_name(n)))
        if last is not None:
            # What was published in the last second before a poll may have come a moment after it.
            safe = last - timedelta(seconds=2 * clock.pace)
            oldest = min(entry for number, entry in seen if number == n)
            expected |= {(n, entry) for entry in published_by(n, START, safe) if entry >= oldest}
    delays, beyond = [], []
    for row, (n, entry) in zip(rows, seen, strict=True):
        if row.first_seen_at > row.first_success_at and row.done_at is not None:
            delay = clock.real_seconds(row.done_at - published_at(n, entry, START))
            delays.append(delay)
            beyond.append(delay - 1.1 * row.interval_seconds / clock.pace)
    return Report(
        expected=len(expected),
        stored=len(seen),
        doubled=len(seen) - len(set(seen)),
        missing=len(expected - set(seen)),
        unread=sum(not row.done for row in rows),
        delays=sorted(delays),
        beyond=sorted(beyond),
    )


def _print_report(report: Report, gauges: Gauges, pipeline: Pipeline, stopped: float) -> bool:
    memory, held_up = gauges.memory_mb, sorted(gauges.held_up_ms)
    half = len(memory) // 2
    tally = pipeline.tally
    lines = {
        "polls": f"{tally.polled}, {len(tally.failed)} without success",
        "entries": f"{report.stored} stored of {report.expected} expected at least; {report.missing} missing, {report.doubled} doubled, {report.unread} unread at the end",
        "articles": f"{tally.articles} read, {tally.statements} statements, {tally.changes} changes",
        "from publication to verdict": f"{_at(report.delays, 0.5):.1f} s in the middle, {_at(report.delays, 1):.1f} s at most",
        "beyond the feed's interval": f"{_at(report.beyond, 1):.1f} s at most, over {SLACK_SECONDS:.0f} s: {sum(b > SLACK_SECONDS for b in report.beyond)}",
        "memory with workers": f"{max(memory):.0f} MB at most; first half {statistics.mean(memory[:half] or memory):.0f} MB, second half {statistics.mean(memory[half:]):.0f} MB",
        "event loop held up": f"{_at(held_up, 0.999):.0f} ms at 99.9 %, {held_up[-1]:.0f} ms at most, over 50 ms: {sum(h > 50 for h in held_up)} of {len(held_up)}",
        "stop": f"{stopped:.1f} s",
    }
    for name, text in lines.items():
        print(f"{name:28} {text}")  # noqa: T201
    return not (report.missing or report.doubled)


def _at(values: list[float], share: float) -> float:
    return values[min(int(share * len(values)), len(values) - 1)] if values else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description="Watch many feeds at many times the real pace.")
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--pace", type=float, default=100.0)
    parser.add_argument("--minutes", type=float, default=30.0)
    given = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    arguments = (theirs, given.feeds, str(shared()))
    publishers = context.Process(target=serve_publishers, args=arguments, name="publishers")
    publishers.start()
    try:
        went_well = asyncio.run(soak(ours, given.feeds, given.pace, given.minutes))
    finally:
        ours.send("done")
        publishers.join()
    sys.exit(0 if went_well else 1)


if __name__ == "__main__":
    main()
