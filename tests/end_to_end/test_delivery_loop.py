"""The event loop is never held up for long; the figures are a command: `python -m tests.end_to_end.loop`."""

from tests.end_to_end.loop import ALERTS, measure

#: Milliseconds of the processor: how late the heart beat besides depends on who else wants it.
LONGEST_MS = 50


async def test_the_loop_is_never_blocked_over_fifty_milliseconds() -> None:
    measured = await measure()
    assert measured["posted"] == ALERTS
    assert measured["drawn"] == 1
    assert measured["queries_on_loop"] == 0
    assert measured["longest_turn_ms"] < LONGEST_MS
