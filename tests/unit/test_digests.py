"""When a digest is due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digests.rules import DigestRules, Every, Period, decide_period, is_worth_sending
from bot.views import DigestView
from tests.unit.alerts_material import US_TROOPS

BERLIN = ZoneInfo("Europe/Berlin")
DAILY = DigestRules(every=Every.DAILY, at=time(8), zone=BERLIN)
WEEKLY = DigestRules(every=Every.WEEKLY, at=time(8), weekday=0, zone=BERLIN)
#: A Wednesday, 12:00 in Berlin.
NOW = datetime(2026, 3, 11, 11, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=300)


def utc(day: int, hour: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


DUE: dict[str, tuple[DigestRules, datetime, datetime, datetime | None, tuple[datetime, datetime] | None]] = {
    "daily, the first": (DAILY, NOW, LONG_AGO, None, (utc(10, 7), utc(11, 7))),
    "daily, sent this morning": (DAILY, NOW, LONG_AGO, utc(11, 7), None),
    "daily, three days down": (DAILY, NOW, LONG_AGO, utc(8, 7), (utc(8, 7), utc(11, 7))),
    "daily, a year down": (DAILY, NOW, LONG_AGO, LONG_AGO, (utc(11, 7) - timedelta(days=31), utc(11, 7))),
    "daily, before eight": (DAILY, utc(11, 6), LONG_AGO, utc(10, 7), None),
    "just started": (DAILY, NOW, NOW - timedelta(hours=1), None, None),
    "weekly": (WEEKLY, NOW, LONG_AGO, utc(2, 7), (utc(2, 7), utc(9, 7))),
    "weekly, sent": (WEEKLY, NOW, LONG_AGO, utc(9, 7), None),
    "summer time begins": (DAILY, utc(29, 6), LONG_AGO, utc(28, 7), (utc(28, 7), utc(29, 6))),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "now", "started", "last", "due"), DUE.values(), ids=DUE.keys())
def test_a_digest_is_due(
    rules: DigestRules,
    now: datetime,
    started: datetime,
    last: datetime | None,
    due: tuple[datetime, datetime] | None,
) -> None:
    found = decide_period(rules, now=now, started=started, last=last)
    assert (found and (found.since, found.until)) == due


QUIET = DigestView(since=date(2026, 3, 9), until=date(2026, 3, 10), articles=4120, feeds=31)


@pytest.mark.parametrize(
    ("digest", "day", "sent"),
    [
        (QUIET, date(2026, 3, 10), False),
        (QUIET, date(2026, 3, 9), True),
        (DigestView(since=QUIET.since, until=QUIET.until, moved=(US_TROOPS,)), date(2026, 3, 10), True),
    ],
    ids=["a quiet Tuesday", "a quiet Monday", "somebody moved"],
)  # fmt: skip
def test_a_quiet_day_is_not_told_and_a_quiet_week_is(
    digest: DigestView, day: date, sent: bool
) -> None:
    period = Period(key="digest:x", since=NOW, until=NOW, day=day)
    assert is_worth_sending(digest, period, DAILY) is sent
