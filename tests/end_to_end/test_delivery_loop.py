"""The event loop is never held up for long; the figures are a command: `python -m tests.end_to_end.loop`."""

from tests.end_to_end.loop import ALERTS, measure

#: A test beside us may take the processor; three that all do are no excuse.
TRIES = 3
WORST_MS = 50


async def test_the_loop_is_never_blocked_over_fifty_milliseconds() -> None:
    worst = []
    for _ in range(TRIES):
        measured = await measure()
        assert measured["posted"] == ALERTS
        worst.append(measured["worst_ms"])
        if worst[-1] < WORST_MS:
            return
    raise AssertionError(f"held up for {worst} ms")
