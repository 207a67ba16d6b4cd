"""When a digest is due, and what is worth one. Knows clocks as arguments; no store and no chat."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.views import DigestView

#: A digest after a long silence goes back no further.
LONGEST_PERIOD = timedelta(days=31)
#: A holding nobody mentioned for so long is stale.
STALE_AFTER = timedelta(days=60)


class Every(StrEnum):
    """How often."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRules:
    """What the configuration says under `[digest]`."""

    every: Every = Every.WEEKLY
    #: Local time.
    at: time = time(8)
    #: Of a weekly digest, and of the weekly sign of life; Monday is 0.
    weekday: int = 0
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a digest tells of."""

    #: The same for the same digest, so that it is sent once.
    key: str
    since: datetime
    until: datetime
    #: The local day on which it is due.
    day: date


def decide_period(
    rules: DigestRules, *, now: datetime, started: datetime, last: datetime | None
) -> Period | None:
    """The digest that is due, if one is.

    `last` is the end of the last one that was sent; a bot that never sent one begins with the first
    that comes due after it was `started`.
    """
    due = latest_due(rules, now)
    if due <= (last or started):
        return None
    span = timedelta(days=1 if rules.every is Every.DAILY else 7)
    since = max(last or due - span, due - LONGEST_PERIOD)
    local = due.astimezone(rules.zone).date()
    return Period(key=f"digest:{local.isoformat()}", since=since, until=due, day=local)


def latest_due(rules: DigestRules, now: datetime) -> datetime:
    """The last moment up to now at which a digest was due."""
    today = now.astimezone(rules.zone).date()
    for back in range(9):
        day = today - timedelta(days=back)
        moment = datetime.combine(day, rules.at, tzinfo=rules.zone).astimezone(UTC)
        if moment <= now and (rules.every is Every.DAILY or day.weekday() == rules.weekday):
            return moment
    raise AssertionError("every week has each weekday")


def is_worth_sending(digest: DigestView, period: Period, rules: DigestRules) -> bool:
    """A quiet day is not told; a quiet week is, since a silent bot must not look dead."""
    return not digest.is_quiet or period.day.weekday() == rules.weekday
