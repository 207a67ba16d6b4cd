"""Which alarms begin and end: each is told once, and its end as well."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from watchers.feeds.health import decide_alarms
from watchers.feeds.records import Alarm, AlarmKind, FeedProblem, FeedState, PollPolicy

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
WELL = FeedState(
    id=1,
    url="https://paper.example/feed",
    fetch_url="https://paper.example/feed",
    interval=timedelta(minutes=15),
    next_due_at=NOW,
    last_new_at=NOW,
    usual_gap=timedelta(hours=1),
)


def failing(problem: FeedProblem, times: int, *, hours: float = 1) -> FeedState:
    return replace(
        WELL,
        failures=times,
        failing_since=NOW - timedelta(hours=hours),
        last_problem=problem,
        last_detail="HTTP 500",
    )


def _decide(
    state: FeedState,
    raised: frozenset[AlarmKind] = frozenset(),
    *,
    total: int = 10,
    known: int = 10,
    before: bool = True,
) -> tuple[Alarm, ...]:
    return decide_alarms(
        state,
        raised,
        total=total,
        known=known,
        was_known_before=before,
        policy=PollPolicy(),
        now=NOW,
    )


SILENT = replace(WELL, last_new_at=NOW - timedelta(hours=30))


@pytest.mark.parametrize(
    ("state", "raised", "expected"),
    {
        "well": (WELL, set(), []),
        "one failure is no news": (failing(FeedProblem.SERVER_ERROR, 1), set(), []),
        "three in a row": (failing(FeedProblem.SERVER_ERROR, 3), set(), [(AlarmKind.DOWN, True)]),
        "a day long": (
            failing(FeedProblem.NOT_FOUND, 2, hours=25),
            set(),
            [(AlarmKind.DOWN, True)],
        ),
        "down is told once": (failing(FeedProblem.SERVER_ERROR, 9), {AlarmKind.DOWN}, []),
        "back": (WELL, {AlarmKind.DOWN}, [(AlarmKind.DOWN, False)]),
        "turned into a page": (
            failing(FeedProblem.HTML, 1),
            set(),
            [(AlarmKind.TURNED_HTML, True)],
        ),
        "blocked": (failing(FeedProblem.BLOCKED, 1), set(), [(AlarmKind.BLOCKED, True)]),
        "gone": (failing(FeedProblem.GONE, 1), set(), [(AlarmKind.GONE, True)]),
        "down becomes blocked": (
            failing(FeedProblem.BLOCKED, 4),
            {AlarmKind.DOWN},
            [(AlarmKind.DOWN, False), (AlarmKind.BLOCKED, True)],
        ),
        "silent": (SILENT, set(), [(AlarmKind.SILENT, True)]),
        "still silent": (SILENT, {AlarmKind.SILENT}, []),
        "quiet for a night": (replace(WELL, last_new_at=NOW - timedelta(hours=9)), set(), []),
        "quiet as it always is": (
            replace(SILENT, usual_gap=timedelta(hours=20)),
            set(),
            [],
        ),
        "no rhythm known": (replace(SILENT, usual_gap=None), set(), []),
    }.values(),
)
def test_alarms(
    state: FeedState, raised: set[AlarmKind], expected: list[tuple[AlarmKind, bool]]
) -> None:
    alarms = _decide(state, frozenset(raised))
    assert [(alarm.kind, alarm.begins) for alarm in alarms] == expected
    assert all(alarm.detail for alarm in alarms)


@pytest.mark.parametrize(
    ("total", "known", "before", "raised", "expected"),
    {
        "no overlap: entries may be lost": (20, 0, True, set(), [(AlarmKind.TOO_FAST, True)]),
        "first sight has none to overlap with": (20, 0, False, set(), []),
        "two entries prove nothing": (2, 0, True, set(), []),
        "an unchanged answer ends nothing": (0, 0, True, {AlarmKind.TOO_FAST}, []),
        "overlap again": (20, 3, True, {AlarmKind.TOO_FAST}, [(AlarmKind.TOO_FAST, False)]),
    }.values(),
)
def test_a_feed_that_moves_too_fast(
    total: int,
    known: int,
    before: bool,
    raised: set[AlarmKind],
    expected: list[tuple[AlarmKind, bool]],
) -> None:
    alarms = _decide(WELL, frozenset(raised), total=total, known=known, before=before)
    assert [(alarm.kind, alarm.begins) for alarm in alarms] == expected
