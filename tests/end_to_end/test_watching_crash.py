"""A few kills in every run; the measurement with hundreds is `tests.end_to_end.crash_watching`."""

from pathlib import Path

from tests.end_to_end.crash_watching import crash


async def test_a_watch_that_is_killed_loses_and_doubles_nothing(tmp_path: Path) -> None:
    counted = await crash(3, seed=7, folder=tmp_path)
    assert counted.is_exact, counted
