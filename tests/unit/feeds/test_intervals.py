"""When a feed is asked next."""

from datetime import timedelta

import pytest

from watchers.feeds.intervals import backoff, first_wait, next_interval, spread, wished_interval
from watchers.feeds.records import FeedSource, PollPolicy

URL = "https://paper.example/feed"
POLICY = PollPolicy()


def _minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("current", "total", "known", "gap", "expected"),
    {
        "little was known: sooner": (40, 30, 5, 60, 20),
        "half was known: as before": (40, 30, 15, 60, 40),
        "most was known: later": (40, 30, 29, 60, 50),
        "the same answer as before: later": (40, 0, 0, 60, 50),
        "never below the floor": (10, 30, 0, 60, 10),
        "never above the ceiling": (350, 30, 30, None, 360),
        "never above the feed's own rhythm": (50, 30, 29, 55, 55),
        "a rhythm that has quickened pulls it down": (100, 30, 15, 30, 30),
        "a quick rhythm does not beat the configured pace": (15, 30, 30, 1, 15),
    }.values(),
)
def test_interval_follows_what_the_feed_does(
    current: int, total: int, known: int, gap: int | None, expected: int
) -> None:
    found = next_interval(
        _minutes(current),
        total=total,
        known=known,
        usual_gap=_minutes(gap) if gap is not None else None,
        source=FeedSource(url=URL),
        policy=POLICY,
    )
    assert found == _minutes(expected)


def test_a_configured_pace_below_the_floor_is_kept() -> None:
    source = FeedSource(url=URL, every=timedelta(seconds=30))
    found = next_interval(
        source.every, total=9, known=0, usual_gap=None, source=source, policy=POLICY
    )
    assert found == timedelta(seconds=30)


@pytest.mark.parametrize(
    ("ttl", "cache_control", "expected"),
    {
        "nothing wished": (None, "", 0),
        "ttl": (60, "", 60),
        "max-age": (None, "public, max-age=1200", 20),
        "the longer of both": (60, "max-age=60", 60),
        "max-age that is not to be cached": (None, "no-cache, max-age=1200", 0),
        "no number": (None, "max-age=soon", 0),
        "at most the ceiling": (99_999, "max-age=999999999", 360),
    }.values(),
)
def test_the_publishers_wish_is_heeded(ttl: int | None, cache_control: str, expected: int) -> None:
    wish = wished_interval(
        ttl=_minutes(ttl) if ttl else None, cache_control=cache_control, policy=POLICY
    )
    assert wish == _minutes(expected)


def test_backing_off_doubles_is_jittered_and_never_final() -> None:
    waits = [
        backoff(URL, n, interval=_minutes(15), asked=None, policy=POLICY) for n in range(1, 200)
    ]
    assert timedelta(minutes=12) <= waits[0] <= timedelta(minutes=18)
    assert waits[:5] == sorted(waits[:5])
    assert max(waits) <= timedelta(days=1)
    assert min(waits[8:]) >= timedelta(hours=19)
    assert len(set(waits[8:])) > 50, "retries in step"


def test_a_server_may_ask_for_more_but_not_for_ever() -> None:
    def wait(asked: float) -> timedelta:
        return backoff(URL, 1, interval=_minutes(15), asked=asked, policy=POLICY)

    assert timedelta(hours=2) < wait(7200.0) < timedelta(hours=2.5)
    assert wait(1e12) == timedelta(days=1)


def test_feeds_are_spread_by_their_addresses_alone() -> None:
    hour = timedelta(hours=1)
    urls = [f"https://paper{n}.example/feed" for n in range(200)]
    waits = {spread(url, hour) for url in urls}
    assert len(waits) == 200
    assert min(waits) >= 0.9 * hour
    assert max(waits) <= 1.1 * hour
    assert {spread(url, hour) for url in urls} == waits, "two runs differ"
    assert all(0.5 * hour <= first_wait(url, hour) <= hour for url in urls)
