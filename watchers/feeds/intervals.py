"""When a feed is asked next. Pure: knows what the last answers brought; not the network.

Spread without dice: what differs between feeds is drawn from their address, so that a test and a
restart see the same times, and two feeds never retry in step.
"""

import hashlib
import re
from datetime import timedelta

from watchers.feeds.records import FeedSource, PollPolicy

#: Shares of an answer's entries that were known.
_FEW_KNOWN, _MANY_KNOWN = 1 / 3, 2 / 3
_SOONER, _LATER = 0.5, 1.25
#: Doublings after which the ceiling is reached in any case.
_MOST_DOUBLINGS = 12
_MAX_AGE = re.compile(r"(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_UNCACHED = re.compile(r"no-cache|no-store|must-revalidate", re.IGNORECASE)


def next_interval(
    current: timedelta,
    *,
    total: int,
    known: int,
    usual_gap: timedelta | None,
    source: FeedSource,
    policy: PollPolicy,
) -> timedelta:
    """Sooner when little of the answer was known, later when most was.

    A feed is not asked more seldom than it usually has news: else most answers of a long feed, with
    one new entry an hour, would send it to the ceiling.
    """
    share = known / total if total else 1.0
    factor = _SOONER if share < _FEW_KNOWN else _LATER if share > _MANY_KNOWN else 1.0
    floor = min(policy.floor, source.every)
    ceiling = max(source.every, min(policy.ceiling, usual_gap or policy.ceiling))
    return max(floor, min(current * factor, ceiling))


def wished_interval(*, ttl: timedelta | None, cache_control: str, policy: PollPolicy) -> timedelta:
    """The wait that the publisher asks for, by the feed's ttl or by HTTP; at most the ceiling."""
    match = None if _UNCACHED.search(cache_control) else _MAX_AGE.search(cache_control)
    max_age = timedelta(seconds=int(match[1])) if match else timedelta()
    return min(max(ttl or timedelta(), max_age), policy.ceiling)


def spread(url: str, interval: timedelta) -> timedelta:
    """The interval, up to a tenth more or less by the feed's address."""
    return interval * (0.9 + 0.2 * _fraction(url))


def first_wait(url: str, interval: timedelta) -> timedelta:
    """The wait after the very first poll: somewhere in the second half of the interval."""
    return interval * (0.5 + 0.5 * _fraction(url))


def backoff(
    url: str, failures: int, *, interval: timedelta, asked: float | None, policy: PollPolicy
) -> timedelta:
    """The wait after so many failures in a row; never shorter than the server asked, within a day."""
    fraction = _fraction(f"{url} {failures}")
    doubled = interval * float(2 ** min(failures - 1, _MOST_DOUBLINGS))
    jittered = min(doubled, policy.backoff_ceiling) * (0.8 + 0.4 * fraction)
    ceiling = policy.backoff_ceiling.total_seconds()
    # A little later than asked, so that the host's other feeds have their turn first.
    wanted = timedelta(seconds=min(asked or 0.0, ceiling)) * (1.05 + 0.1 * fraction)
    return min(max(jittered, wanted), policy.backoff_ceiling)


def _fraction(key: str) -> float:
    """A number from 0 to 1 that only the key decides."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:4]) / 2**32
