"""Dates as feeds and pages write them. Knows formats; not the time of day."""

import calendar
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: News has no date before the web; a stamp of 1970 is a missing one.
_EARLIEST_YEAR = 1991


def parse_date(text: str) -> datetime | None:
    """An aware moment from RFC 3339, ISO 8601 or RFC 2822; `None` where it is none of them."""
    text = text.strip()
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return plausible(parse(text))
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def from_struct(stamps: Iterable[time.struct_time | None]) -> datetime | None:
    """The first of feedparser's parsed stamps (UTC) that is a plausible moment."""
    for stamp in stamps:
        if stamp is None:
            continue
        try:
            moment = plausible(datetime.fromtimestamp(calendar.timegm(stamp), UTC))
        except (ValueError, OverflowError, OSError):
            continue
        if moment is not None:
            return moment
    return None


def plausible(moment: datetime) -> datetime | None:
    """The moment in UTC; `None` where the year cannot be news."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    moment = moment.astimezone(UTC)
    return moment if moment.year >= _EARLIEST_YEAR else None
