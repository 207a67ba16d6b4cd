"""A feed's state after a poll. Pure: knows what the poll brought; time is an argument."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from watchers.feeds.intervals import backoff, first_wait, next_interval, spread, wished_interval
from watchers.feeds.records import (
    FeedProblem,
    FeedSource,
    FeedState,
    ParsedFeed,
    PollPolicy,
    Trouble,
)
from watchers.model import Entry

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
#: Weight of the newest gap in a feed's rhythm.
_GAP_WEIGHT = 0.2
#: Failures in a row after which a remembered move is forgotten again.
_MOVE_FORGOTTEN_AFTER = 3


def is_archive(entry: Entry, state: FeedState, policy: PollPolicy) -> bool:
    """Whether an entry that is new to us is old to the feed: it fills the ledger in silence."""
    if state.first_success_at is None:
        return True
    if entry.published is None or state.newest_published is None:
        return False
    return entry.published < state.newest_published - policy.archive_age


def decide_brief(
    entries: Collection[Entry], state: FeedState, policy: PollPolicy
) -> frozenset[str]:
    """Identities of the old entries that are not worth their page: there are newer ones enough."""
    old = [entry for entry in entries if is_archive(entry, state, policy)]
    # Feeds without dates list the newest first.
    old.sort(key=lambda entry: entry.published or _LONG_AGO, reverse=True)
    return frozenset(entry.identity for entry in old[policy.first_sight :])


def after_success(
    state: FeedState,
    source: FeedSource,
    parsed: ParsedFeed,
    *,
    new: int,
    cache_control: str,
    policy: PollPolicy,
    now: datetime,
) -> FeedState:
    """After an answer that was understood; `parsed` is empty where it was the one we have."""
    total = len(parsed.entries)
    gap = _usual_gap(state, new, now)
    interval = next_interval(
        state.interval, total=total, known=total - new, usual_gap=gap, source=source, policy=policy
    )
    is_first = state.first_success_at is None
    interval = state.interval if is_first else interval
    wished = wished_interval(ttl=parsed.ttl, cache_control=cache_control, policy=policy)
    wait = first_wait(state.url, interval) if is_first else spread(state.url, interval)
    return replace(
        state,
        kind=parsed.kind or state.kind,
        title=parsed.title or state.title,
        interval=interval,
        next_due_at=now + max(wait, wished),
        first_success_at=state.first_success_at or now,
        last_polled_at=now,
        last_success_at=now,
        last_new_at=now if new or is_first else state.last_new_at,
        usual_gap=gap,
        newest_published=_newest(state, parsed, now),
        largest=max(state.largest, total),
        failures=0,
        failing_since=None,
        last_problem=None,
        last_detail="",
        muted=False,
    )


def after_trouble(
    state: FeedState, trouble: Trouble, *, policy: PollPolicy, now: datetime
) -> FeedState:
    """After a poll that brought nothing; the feed is asked again, however often that happened."""
    if trouble.problem is FeedProblem.HOST_TOLD_TO_WAIT:
        # Not asked, so it did not fail; it is due before the feed that was, whose wait grows.
        due = now + timedelta(seconds=trouble.wait_seconds or 0.0)
        if state.failures:
            return replace(state, next_due_at=due)
        return replace(
            state, next_due_at=due, last_problem=trouble.problem, last_detail=trouble.detail
        )
    failures = state.failures + 1
    gone = trouble.problem is FeedProblem.GONE
    wait = (
        policy.muted_every
        if gone
        else backoff(
            state.url,
            failures,
            interval=state.interval,
            asked=trouble.wait_seconds,
            policy=policy,
        )
    )
    return replace(
        state,
        fetch_url=state.url if failures >= _MOVE_FORGOTTEN_AFTER else state.fetch_url,
        next_due_at=now + wait,
        last_polled_at=now,
        failures=failures,
        failing_since=state.failing_since or now,
        last_problem=trouble.problem,
        last_detail=trouble.detail,
        muted=gone,
    )


def _usual_gap(state: FeedState, new: int, now: datetime) -> timedelta | None:
    if not new or state.last_new_at is None:
        return state.usual_gap
    gap = now - state.last_new_at
    if state.usual_gap is None:
        return gap
    return state.usual_gap * (1 - _GAP_WEIGHT) + gap * _GAP_WEIGHT


def _newest(state: FeedState, parsed: ParsedFeed, now: datetime) -> datetime | None:
    """Dates in the future are the feed's mistake and would make all else look old."""
    dates = [entry.published for entry in parsed.entries if entry.published is not None]
    past = [date for date in [*dates, state.newest_published] if date is not None and date <= now]
    return max(past, default=None)
