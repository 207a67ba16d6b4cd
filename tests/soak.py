"""Watch hundreds of feeds at many times the real pace, and count what arrived, when and at what cost.

    python -m tests.soak --feeds 500 --pace 100 --minutes 30

The publishers run in a process of their own; the watch is that of `volteface run`, with its store on
disk, and shows its alerts to a list. Each of the four figures has its verdict, and all four decide the
exit code. Needs the shared material.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import statistics
import sys
import time
from bisect import bisect_left
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bot.alerts import CONSOLE
from bot.app import Bot, open_bot
from bot.settings import Configuration
from bot.surfaces import Outgoing
from tests.nasty_web import NastyWeb, serve
from tests.soak_web import (
    PacedClock,
    Stock,
    misbehaves,
    published_at,
    published_by,
    publishers,
    row_name,
)
from watchers.feeds.schedule import Schedule
from watchers.model import State
from watchers.store.database import Connection
from watchers.store.tables import entries, feeds, ledger_transitions, outbox_items

#: What is allowed: seconds beyond a feed's interval, megabytes, milliseconds of the event loop, and
#: by how much the second half's memory may exceed the first's.
SLACK_SECONDS, MEMORY_MB, HELD_UP_MS, GROWTH = 5.0, 400.0, 50.0, 1.1
_SAMPLE_SECONDS = 5.0
_LOOP_STEP_SECONDS = 0.01
_TOLD = (State.POSSIBLE.value, State.CONFIRMED.value)


@dataclass(slots=True)
class Gauges:
    """What was measured on the way."""

    memory_mb: list[float] = field(default_factory=list)
    #: How late the loop was, and for how much of that its own thread was computing; milliseconds.
    held_up: list[tuple[float, float]] = field(default_factory=list)
    #: By feed: when it was polled, and the wait until its next poll that was decided then.
    waits: dict[int, dict[datetime, timedelta]] = field(default_factory=lambda: defaultdict(dict))


@dataclass(slots=True)
class Shown:
    """A surface that remembers when a message about a change was posted or edited."""

    clock: PacedClock
    at: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    posts: int = 0

    async def post(self, channel: str, message: Outgoing) -> str:
        self.posts += 1
        self._note(message)
        return str(self.posts)

    async def edit(self, channel: str, message_id: str, message: Outgoing) -> None:
        self._note(message)

    async def find(self, channel: str, mark: str, *, since: datetime) -> str | None:
        return None

    def _note(self, message: Outgoing) -> None:
        for change in message.changes:
            self.at[change].append(self.clock())


def serve_publishers(pipe: Pipe, count: int) -> None:
    async def run() -> None:
        stock = Stock.load()
        pipe.send("ready")
        async with NastyWeb(publishers(count, stock, pipe.recv())) as web:
            pipe.send(web.port)
            await asyncio.to_thread(pipe.recv)

    asyncio.run(run())


async def soak(pipe: Pipe, apart: int, count: int, pace: float, minutes: float) -> bool:
    pipe.recv()
    clock = PacedClock(begun=time.time() + 1.0, pace=pace)
    pipe.send(clock)
    web = NastyWeb({row_name(n): serve(b"") for n in range(count)}, port=pipe.recv())
    gauges, shown, stop = Gauges(), Shown(clock), asyncio.Event()
    with TemporaryDirectory(prefix="volteface-soak-") as folder:
        settings = _settings(web, f"sqlite:///{folder}/store.db")
        async with open_bot(
            settings,
            surfaces={CONSOLE: shown},
            tell=lambda notice: None,
            clock=clock,
            resolver=web.resolver,
        ) as bot:
            beside = [
                asyncio.create_task(bot.delivery.run(stop)),
                asyncio.create_task(_measure_loop(gauges)),
                asyncio.create_task(_measure_rest(bot, gauges, apart)),
            ]
            async with Schedule(bot.pipeline.tick):
                await _tell_progress(bot, minutes * 60)
            started = time.monotonic()
            await bot.pipeline.finish()
            stopped = time.monotonic() - started
            await asyncio.sleep(SLACK_SECONDS)  # for the last alert
            stop.set()
            await beside[0]
            for task in beside[1:]:
                task.cancel()
            report = await bot.database.read(lambda c: _compare(c, web, count, gauges, shown))
            return _print_report(report, gauges, bot, shown, stopped)


def _settings(web: NastyWeb, store: str) -> Configuration:
    return Configuration.model_validate(
        {
            "watch": {"baseline": "none"},
            "feeds": [{"url": web.url(row), "outlet": f"Paper {row}"} for row in web.rows],
            "fetch": {
                "allow_private_hosts": web.hosts,
                "connect_seconds": 1.0,
                "read_seconds": 1.0,
                "total_seconds": 5.0,
                "pause_seconds": 0.01,
            },
            "alerts": {"fold_above": 20},
            "store": {"url": store},
        }
    )


async def _measure_loop(gauges: Gauges) -> None:
    while True:
        before, computed = time.perf_counter(), time.thread_time()
        await asyncio.sleep(_LOOP_STEP_SECONDS)
        late = time.perf_counter() - before - _LOOP_STEP_SECONDS
        gauges.held_up.append((late * 1000, (time.thread_time() - computed) * 1000))


async def _measure_rest(bot: Bot, gauges: Gauges, apart: int) -> None:
    while True:
        gauges.memory_mb.append(await asyncio.to_thread(_memory_of_tree, os.getpid(), apart))
        for _ in range(int(_SAMPLE_SECONDS)):
            for feed, polled, due in await bot.database.read(_schedule):
                gauges.waits[feed][polled] = due - polled
            await asyncio.sleep(1.0)


def _schedule(connection: Connection) -> list[sa.Row[tuple[int, datetime, datetime]]]:
    columns = sa.select(feeds.c.id, feeds.c.last_polled_at, feeds.c.next_due_at)
    return list(connection.execute(columns.where(feeds.c.last_polled_at.is_not(None))).all())


def _memory_of_tree(root: int, apart: int) -> float:
    """Megabytes, shared pages counted once (proportional set size), of this process and its workers."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    tree = {root}
    while grown := {pid for pid, parent in parents.items() if parent in tree} - tree - {apart}:
        tree |= grown
    return sum(_pss_kb(pid) for pid in tree) / 1024


def _pss_kb(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


async def _tell_progress(bot: Bot, seconds: float) -> None:
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        await asyncio.sleep(min(30.0, left))
        t = bot.pipeline.tally
        print(f"{left:6.0f} s left: {t.polled} polls, {t.entries} entries, {t.articles} articles, {t.changes} changes", file=sys.stderr)  # fmt: skip  # noqa: T201


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What arrived, against what should have."""

    expected: int
    stored: int
    doubled: int
    missing: int
    unread: int
    #: Seconds of real time beyond the feed's interval, from publication to verdict, of what came
    #: after the first sight; and from publication to alert.
    verdicts: list[float]
    alerts: list[float]
    #: Changes that were to be told and were not.
    untold: int


def _compare(
    connection: Connection, web: NastyWeb, count: int, gauges: Gauges, shown: Shown
) -> Report:
    rows = connection.execute(
        sa.select(feeds.c.url, feeds.c.first_success_at, feeds.c.last_success_at, entries)
        .join(entries, entries.c.feed_id == feeds.c.id)
    ).all()  # fmt: skip
    numbers = {web.url(row_name(n)): n for n in range(count)}
    seen = {row.id: (numbers[row.url], int(row.identity.removeprefix("id:"))) for row in rows}
    expected = _expected(rows, numbers, shown.clock)
    beyond = {
        row.id: _until(row, *seen[row.id], gauges, shown.clock) for row in rows if not row.silent
    }
    news = {row.article_id: row for row in rows if not row.silent and row.article_id}
    alerts, untold = _alerts(connection, news, beyond, shown)
    verdicts = [
        beyond[row.id] + shown.clock.real_seconds(row.done_at - row.first_seen_at)
        for row in rows
        if not row.silent and row.done_at is not None
    ]
    return Report(
        expected=len(expected),
        stored=len(seen),
        doubled=len(seen) - len(set(seen.values())),
        missing=len(expected - set(seen.values())),
        unread=sum(not row.done for row in rows),
        verdicts=sorted(verdicts),
        alerts=sorted(alerts),
        untold=untold,
    )


def _expected(
    rows: list[sa.Row[tuple[object, ...]]], numbers: dict[str, int], clock: PacedClock
) -> set[tuple[int, int]]:
    """What each feed listed at its last poll or before, since its first."""
    expected: set[tuple[int, int]] = set()
    for url, n in numbers.items():
        own = [row for row in rows if row.url == url]
        if own and not misbehaves(n):
            oldest = min(int(row.identity.removeprefix("id:")) for row in own)
            # What was published in the last second before a poll may have come a moment after it.
            safe = own[0].last_success_at - timedelta(seconds=2 * clock.pace)
            expected |= {(n, entry) for entry in published_by(n, safe) if entry >= oldest}
    return expected


def _until(
    row: sa.Row[tuple[object, ...]], n: int, entry: int, gauges: Gauges, clock: PacedClock
) -> float:
    """Real seconds from publication to first sight, less the interval that was in force."""
    waits = gauges.waits[row.feed_id]
    polls = sorted(waits)
    before = bisect_left(polls, row.first_seen_at) - 1
    interval = waits[polls[before]] if before >= 0 else timedelta()
    return clock.real_seconds(row.first_seen_at - published_at(n, entry) - interval)


def _alerts(
    connection: Connection,
    news: dict[str, sa.Row[tuple[object, ...]]],
    beyond: dict[int, float],
    shown: Shown,
) -> tuple[list[float], int]:
    """How long each move of a change took to be shown, beyond the interval; how many never were."""
    queued = set(connection.execute(sa.select(outbox_items.c.subject)).scalars())
    moves = connection.execute(
        sa.select(ledger_transitions).where(ledger_transitions.c.state.in_(_TOLD))
    ).all()
    delays, untold = [], 0
    for move in moves:
        entry = news.get(move.article) if move.change in queued else None
        if entry is None:
            continue
        told = next((at for at in sorted(shown.at[move.change]) if at >= move.at), None)
        if told is None:
            untold += 1
        else:
            after = shown.clock.real_seconds(told - entry.first_seen_at)
            delays.append(beyond[entry.id] + after)
    return delays, untold


def _print_report(report: Report, gauges: Gauges, bot: Bot, shown: Shown, stopped: float) -> bool:
    memory, late = gauges.memory_mb, sorted(gauges.held_up)
    half, tally = len(memory) // 2, bot.pipeline.tally
    first, second = statistics.mean(memory[:half] or memory), statistics.mean(memory[half:])
    blocked = [(ms, own) for ms, own in late if ms > HELD_UP_MS]
    # Where others have the processor, a late loop was not held up by us.
    ours = [own for _, own in blocked if own > HELD_UP_MS]
    slow = sum(one > SLACK_SECONDS for one in report.alerts)
    verdicts = {
        "every entry exactly once": not (report.missing or report.doubled),
        "memory flat": max(memory) < MEMORY_MB and second < first * GROWTH,
        "loop never blocked": not ours,
        "alerts in time": bool(report.alerts) and not slow and not report.untold,
    }
    lines = {
        "polls": f"{tally.polled}, {len(tally.failed)} without success",
        "entries": f"{report.stored} stored of {report.expected} expected at least; {report.missing} missing, {report.doubled} doubled, {report.unread} unread at the end",
        "articles": f"{tally.articles} read, {tally.statements} statements, {tally.changes} changes, {shown.posts} messages",
        "publication to verdict": f"beyond the feed's interval {_at(report.verdicts, 0.5):.1f} s in the middle, {_at(report.verdicts, 0.99):.1f} s at 99 %, {_at(report.verdicts, 1):.1f} s at most",
        "publication to alert": f"of {len(report.alerts)}, beyond the feed's interval {_at(report.alerts, 0.5):.1f} s in the middle, {_at(report.alerts, 1):.1f} s at most; over {SLACK_SECONDS:.0f} s {slow}, untold {report.untold}",
        "memory with workers": f"{max(memory):.0f} MB at most; first half {first:.0f} MB, second half {second:.0f} MB",
        "memory by tenths": ", ".join(f"{_mean_of_tenth(memory, n):.0f}" for n in range(10)),
        "event loop late": f"{_at([ms for ms, _ in late], 0.999):.0f} ms at 99.9 %, {late[-1][0]:.0f} ms at most; over {HELD_UP_MS:.0f} ms {len(blocked)} of {len(late)} times, {len(ours)} of them by our own computing (at most {max(ours, default=0):.0f} ms)",
        "stop": f"{stopped:.1f} s",
        "verdict": json.dumps(verdicts),
    }
    for name, text in lines.items():
        print(f"{name:24} {text}")  # noqa: T201
    return all(verdicts.values())


def _mean_of_tenth(values: list[float], tenth: int) -> float:
    start, stop = len(values) * tenth // 10, len(values) * (tenth + 1) // 10
    return statistics.mean(values[start:stop] or values)


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
    web = context.Process(target=serve_publishers, args=(theirs, given.feeds), name="publishers")
    web.start()
    assert web.pid is not None
    try:
        went_well = asyncio.run(soak(ours, web.pid, given.feeds, given.pace, given.minutes))
    finally:
        ours.send("done")
        web.join()
    sys.exit(0 if went_well else 1)


if __name__ == "__main__":
    main()
