"""A feed's state from one poll to the next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from watchers.feeds.advance import after_success, after_trouble, is_archive
from watchers.feeds.records import (
    FeedKind,
    FeedProblem,
    FeedSource,
    FeedState,
    ParsedFeed,
    PollPolicy,
    Trouble,
)
from watchers.model import Entry

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
POLICY = PollPolicy()
SOURCE = FeedSource(url="https://paper.example/feed")
FRESH = FeedState(
    id=1, url=SOURCE.url, fetch_url=SOURCE.url, interval=SOURCE.every, next_due_at=NOW
)
KNOWN = replace(
    FRESH,
    first_success_at=NOW - timedelta(days=9),
    last_new_at=NOW - timedelta(hours=2),
    newest_published=NOW - timedelta(hours=2),
)


def entry(published: datetime | None) -> Entry:
    return Entry(identity="id:1", link=None, title="t", summary="", published=published)


@pytest.mark.parametrize(
    ("state", "published", "expected"),
    {
        "first sight is silent": (FRESH, NOW, True),
        "news": (KNOWN, NOW, False),
        "late news": (KNOWN, NOW - timedelta(days=3), False),
        "an archive that came up again": (KNOWN, NOW - timedelta(days=30), True),
        "no date": (KNOWN, None, False),
        "no date to compare with": (replace(KNOWN, newest_published=None), NOW, False),
    }.values(),
)
def test_what_fills_the_ledger_in_silence(
    state: FeedState, published: datetime | None, expected: bool
) -> None:
    assert is_archive(entry(published), state, POLICY) is expected


def _succeed(state: FeedState, parsed: ParsedFeed, *, new: int, cache: str = "") -> FeedState:
    return after_success(
        state, SOURCE, parsed, new=new, cache_control=cache, policy=POLICY, now=NOW
    )


def test_the_first_success_is_remembered_and_the_start_spread() -> None:
    parsed = ParsedFeed(kind=FeedKind.RSS, title="The Paper", entries=(entry(NOW),))
    after = _succeed(FRESH, parsed, new=1)
    assert (after.first_success_at, after.last_new_at, after.kind) == (NOW, NOW, FeedKind.RSS)
    assert timedelta(minutes=7) < after.next_due_at - NOW <= timedelta(minutes=15)


def test_success_ends_all_trouble() -> None:
    troubled = replace(
        KNOWN, failures=7, failing_since=NOW, last_problem=FeedProblem.GONE, muted=True
    )
    after = _succeed(troubled, ParsedFeed(), new=0)
    assert (after.failures, after.failing_since, after.last_problem, after.muted) == (
        0,
        None,
        None,
        False,
    )


def test_a_publishers_wish_puts_the_next_poll_off() -> None:
    after = _succeed(KNOWN, ParsedFeed(ttl=timedelta(hours=2)), new=0, cache="max-age=60")
    assert after.next_due_at == NOW + timedelta(hours=2)


def test_the_rhythm_is_a_running_mean() -> None:
    after = _succeed(KNOWN, ParsedFeed(), new=1)
    assert after.usual_gap == timedelta(hours=2)
    later = _succeed(replace(after, last_new_at=NOW - timedelta(hours=12)), ParsedFeed(), new=1)
    assert later.usual_gap == timedelta(hours=4)


def test_a_date_in_the_future_is_not_the_newest() -> None:
    parsed = ParsedFeed(entries=(entry(NOW + timedelta(days=900)), entry(NOW - timedelta(hours=1))))
    assert _succeed(KNOWN, parsed, new=2).newest_published == NOW - timedelta(hours=1)


def _fail(state: FeedState, problem: FeedProblem, wait: float | None = None) -> FeedState:
    trouble = Trouble(problem=problem, detail="why", wait_seconds=wait)
    return after_trouble(state, trouble, policy=POLICY, now=NOW)


def test_failures_are_counted_and_put_the_next_poll_off() -> None:
    first = _fail(KNOWN, FeedProblem.SERVER_ERROR)
    second = _fail(first, FeedProblem.SERVER_ERROR)
    assert (second.failures, second.failing_since, second.last_detail) == (2, NOW, "why")
    assert first.next_due_at < second.next_due_at


def test_gone_mutes_and_is_asked_again_in_a_week() -> None:
    after = _fail(KNOWN, FeedProblem.GONE)
    assert after.muted
    assert after.next_due_at == NOW + timedelta(days=7)


def test_a_remembered_move_is_forgotten_when_it_leads_nowhere() -> None:
    state = replace(KNOWN, fetch_url="https://moved.example/feed")
    for _ in range(2):
        state = _fail(state, FeedProblem.NOT_FOUND)
        assert state.fetch_url == "https://moved.example/feed"
    assert _fail(state, FeedProblem.NOT_FOUND).fetch_url == SOURCE.url
