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

#: Seconds that a parser may take which does not hang; on a busy machine 5,000 items took more than eight.
PATIENCE_S = 30.0
#: What came of a row: entries stored, and the two polls' problems.
Came = tuple[int, FeedProblem | None, FeedProblem | None]


def _problem(outcome: FeedOutcome | None) -> FeedProblem | None:
    return outcome.trouble.problem if outcome and outcome.trouble else None


def _hangs(row: FeedRow) -> bool:
    """Whether the parser must be stopped at a row: it ends by itself, but far later than any other."""
    return row.first is FeedProblem.UNPARSABLE


async def _poll_twice(
    rows: tuple[FeedRow, ...], *, parse_seconds: float
) -> tuple[dict[str, Came], float]:
    async with NastyWeb({row.name: row.does for row in rows}) as web:
        sources = {row.name: FeedSource(url=web.url(row.name)) for row in rows}
        policy = PollPolicy(parse_seconds=parse_seconds, max_bytes=3_000_000)
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
    rows = tuple(row for row in feed_rows() if not _hangs(row))
    came, elapsed = await _poll_twice(rows, parse_seconds=PATIENCE_S)
    for name, (stored, first, second) in came.items():  # the table of what came out, with -s
        print(f"{name:24} {stored:5} stored  {first or 'fine':16} {second or 'fine'}")  # noqa: T201
    assert came == {row.name: (row.stored, row.first, row.second) for row in rows}
    assert elapsed < 60, "the slow ones held the others up"


async def test_a_feed_at_which_the_parser_hangs_is_given_up_and_holds_up_no_other() -> None:
    rows = tuple(row for row in feed_rows() if _hangs(row) or row.name == "fine")
    came, elapsed = await _poll_twice(rows, parse_seconds=4.0)
    assert came == {row.name: (row.stored, row.first, row.second) for row in rows}
    assert len(rows) > 1
    assert elapsed < 60, "the slow ones held the others up"


def test_no_misbehaviour_stands_there_twice() -> None:
    names = [row.name for row in feed_rows()]
    assert len(names) == len(set(names)) >= 60
