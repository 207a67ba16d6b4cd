"""Where everybody stands, in a few lines a question: each position, and who holds it. Knows rich."""

from collections.abc import Collection, Sequence
from datetime import date

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.cards import day, said
from bot.views import HoldingView
from watchers.model import Position

_STYLES = {
    Position.OPPOSES: "red",
    Position.RELUCTANT: "red",
    Position.UNDECIDED: "yellow",
    Position.OPEN: "green",
    Position.SUPPORTS: "green",
}
#: Columns: two of margin, the longest position with its sign, two of gap.
_POSITION_COLUMNS = 14


def stances(
    holdings: Sequence[HoldingView], *, moved: Collection[tuple[str, str]], today: date
) -> Group:
    """All claims; `moved` are the pairs of actor and claim that are set in bold, with the day."""
    parts: list[Text | Table] = []
    for claim in dict.fromkeys(one.claim for one in holdings):
        of_claim = [one for one in holdings if one.claim == claim]
        parts += [Text(claim, style="bold"), _positions(of_claim, moved, today), Text()]
    return Group(*parts)


def _positions(
    holdings: Sequence[HoldingView], moved: Collection[tuple[str, str]], today: date
) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_POSITION_COLUMNS, no_wrap=True)
    table.add_column()
    for position in reversed(Position):
        holders = [_holder(one, moved, today) for one in holdings if one.position is position]
        if holders:
            sign = Text(f"  {said(position)}", style=_STYLES[position])
            table.add_row(sign, Text(", ").join(holders))
    return table


def _holder(holding: HoldingView, moved: Collection[tuple[str, str]], today: date) -> Text:
    name = _in_one_piece(holding.actor)
    if (holding.actor_id, holding.claim_id) in moved:
        since = _in_one_piece(f" since {day(holding.since, today)}")
        return Text(name + since, style="bold")
    if holding.pending is not None:
        maybe = _in_one_piece(f"(possibly {holding.pending.after.value} now)")
        return Text(f"{name} {maybe}", style="yellow")
    return Text(name)


def _in_one_piece(words: str) -> str:
    """With blanks at which no line is broken."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")
