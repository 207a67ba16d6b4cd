"""The cards in a terminal."""

from datetime import UTC, datetime
from io import StringIO

from rich.console import Console

from bot.cards import change_card
from bot.console import ConsoleSurface
from bot.surfaces import Outgoing
from tests.unit.alerts_material import US_TROOPS, change
from watchers.model import State


async def test_an_alert_is_printed_and_printed_again_when_it_changes() -> None:
    out = StringIO()
    surface = ConsoleSurface(Console(file=out, width=100, force_terminal=False))
    mark = await surface.post("console", Outgoing(cards=(change_card(US_TROOPS),), mark="vfa"))
    withdrawn = change_card(change(1, state=State.WITHDRAWN, reason="he took it back"))
    await surface.edit("console", mark, Outgoing(cards=(withdrawn,), mark="vfa"))
    lines = [line.strip("│ \n") for line in out.getvalue().splitlines()]
    assert lines[0].startswith("╭─ ✅ Confirmed reversal: United States ─")
    assert "+ open → −− opposes" in lines
    assert any("https://www.foxnews.example/politics/trump-troops" in line for line in lines)
    assert any(line.startswith("╭─ ❌ Withdrawn · Reversal: Actor 1 ─") for line in lines)
    assert "Withdrawn: he took it back" in lines
    assert all(len(line) <= 100 for line in out.getvalue().splitlines())


async def test_foreign_text_cannot_steer_the_terminal() -> None:
    out = StringIO()
    surface = ConsoleSurface(Console(file=out, width=100, force_terminal=False))
    nasty = change(1, claim="\x1b[2J\x1b]0;owned\x07 [bold red]x[/] :smile:")
    await surface.post("console", Outgoing(cards=(change_card(nasty),), mark="vfa"))
    assert "\x1b" not in out.getvalue()
    assert "[bold red]x[/] :smile:" in out.getvalue()


async def test_a_terminal_cannot_be_asked_what_it_showed() -> None:
    assert await ConsoleSurface().find("console", "vfa", since=datetime.now(UTC)) is None
