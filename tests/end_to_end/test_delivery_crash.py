"""A few kills of the crash test; the whole of it is a command: `python -m tests.end_to_end.crash`."""

from tests.end_to_end.crash import crash


async def test_a_killed_bot_loses_nothing_and_doubles_nothing() -> None:
    result = await crash(6, seed=7)
    assert (result["lost"], result["doubled"], result["complaints"]) == (0, 0, 0)
