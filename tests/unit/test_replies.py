"""Days as people type them."""

from datetime import date

import pytest

from bot.answering.replies import Misunderstood, read_day

TODAY = date(2026, 3, 9)

DAYS = {
    "a date": ("2025-08-19", date(2025, 8, 19)),
    "today": (" Today ", TODAY),
    "yesterday": ("yesterday", date(2026, 3, 8)),
    "days": ("3 days ago", date(2026, 3, 6)),
    "a short form": ("7d", date(2026, 3, 2)),
    "weeks": ("2 weeks", date(2026, 2, 23)),
    "months": ("1 month ago", date(2026, 2, 7)),
    "a year": ("1y", date(2025, 3, 9)),
}


@pytest.mark.parametrize(("typed", "day"), DAYS.values(), ids=DAYS.keys())
def test_a_day_is_understood(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "once", "2025-13-01", "9999 years ago", "31.12.2025", "-3d"])
def test_no_day_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(Misunderstood, match="is no day"):
        read_day(typed, TODAY)
