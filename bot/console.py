"""The cards in a terminal. Knows rich; not Discord, the store or the clock."""

from datetime import datetime

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.cards import Card, Tone
from bot.surfaces import Outgoing
from bot.text import Line, Style

_COLOURS = {
    Tone.POSSIBLE: "yellow",
    Tone.CONFIRMED: "green",
    Tone.ENDED: "bright_black",
    Tone.CONTESTED: "magenta",
    Tone.PLAIN: "blue",
    Tone.TROUBLE: "red",
}
_STYLES = {Style.PLAIN: "", Style.BOLD: "bold", Style.STRUCK: "strike dim"}
#: Columns; longer lines are hard to read, also where the terminal is wide.
_WIDTH = 100


def render(card: Card) -> RenderableType:
    """The card as a panel."""
    parts: list[RenderableType] = [_shown(one) for one in card.lines]
    if card.fields:
        fields = Text()
        for at, one in enumerate(card.fields):
            fields.append("   " if at else "").append(f"{one.name}: ", "dim")
            fields.append_text(_text(one.value))
        parts += [Text(), fields]
    return Panel(
        Group(*parts),
        title=_text(card.title),
        title_align="left",
        subtitle=card.footer or None,
        subtitle_align="right",
        border_style=_COLOURS[card.tone],
        width=_WIDTH,
    )


def _shown(told: Line) -> RenderableType:
    text = _text(told)
    return Padding(text, (0, 0, 0, 3), style="italic") if told.quoted else text


def _text(told: Line) -> Text:
    """The line's words; a terminal that cannot follow a link is shown the address."""
    text = Text()
    for one in told.pieces:
        if one.href is None:
            text.append(one.text, _STYLES[one.style])
        else:
            text.append(one.href, f"link {one.href} cyan")
    return text


class ConsoleSurface:
    """Prints messages as they come; an edited one is printed again."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console()

    async def post(self, _channel: str, message: Outgoing) -> str:
        self._print(message)
        return message.mark

    async def edit(self, _channel: str, _message_id: str, message: Outgoing) -> None:
        self._print(message)

    async def find(self, _channel: str, _mark: str, *, since: datetime) -> str | None:
        """A terminal cannot be asked what it showed."""
        return None

    def _print(self, message: Outgoing) -> None:
        for card in message.cards:
            self._console.print(render(card))
