"""Two polls of every feed that misbehaves: nothing crashes, nothing is lost, nothing waits."""

import time
from dataclasses import replace

import sqlalchemy as sa

from tests.nasty_feeds import FeedRow, feed_rows
from tests.nasty_web import NastyWeb
from tests.watching import QUICK, watching
from watchers.feeds.polling import FeedOutcome
from watchers.feeds.records import FeedProblem, FeedSource, PollPolicy
from watchers.store.tables import entries, feeds

#: What came of a row: entries stored, and the two polls' problems.
Came = tuple[int, FeedProblem | None, FeedProblem | None]


def _problem(outcome: FeedOutcome | None) -> FeedProblem | None:
    return outcome.trouble.problem if outcome and outcome.trouble else None


async def _poll_twice(rows: tuple[FeedRow, ...]) -> tuple[dict[str, Came], float]:
    async with NastyWeb({row.name: row.does for row in rows}) as web:
        sources = {row.name: FeedSource(url=web.url(row.name)) for row in rows}
        policy = PollPolicy(parse_seconds=8.0, max_bytes=3_000_000)
        async with watching(
            sources.values(),
            limits=replace(QUICK, read_seconds=2.0, total_seconds=8.0),
            allowed=web.hosts,
            resolver=web.resolver,
            polling=policy,
        ) as parts:
            started = time.monotonic()
            first = await parts.poll()
            elapsed = time.monotonic() - started
            parts.clock.forward(hours=1)
            second = await parts.poll()
            stored = await parts.database.read(
                lambda c: dict(
                    c.execute(
                        sa.select(feeds.c.url, sa.func.count())
                        .join(entries, entries.c.feed_id == feeds.c.id)
                        .group_by(feeds.c.url)
                    ).all()
                )
            )
    came = {
        name: (
            stored.get(source.url, 0),
            _problem(first[source.url]),
            _problem(second.get(source.url)),
        )
        for name, source in sources.items()
    }
    return came, elapsed


async def test_every_misbehaviour_ends_as_its_row_says() -> None:
    rows = feed_rows()
    came, elapsed = await _poll_twice(rows)
    for name, (stored, first, second) in came.items():  # the table of what came out, with -s
        print(f"{name:24} {stored:5} stored  {first or 'fine':16} {second or 'fine'}")  # noqa: T201
    assert came == {row.name: (row.stored, row.first, row.second) for row in rows}
    assert elapsed < 60, "the slow ones held the others up"


def test_no_misbehaviour_stands_there_twice() -> None:
    names = [row.name for row in feed_rows()]
    assert len(names) == len(set(names)) >= 60
