"""A few random edits while the demo's week is watched; `python -m tests.end_to_end.edits` makes a hundred."""

from tests.end_to_end.edited_week import compared, play


async def test_edits_neither_lose_nor_double_an_alert():
    found = compared(await play(0, 7), await play(10, 7))
    assert [found[key] for key in ("lost", "added", "alerts_lost", "told_twice")] == [
        [],
        [],
        [],
        [],
    ]
