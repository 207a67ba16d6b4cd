"""`volteface demo`: the week in `bot.demo`, in this terminal."""

import asyncio

from rich.console import Console

from bot.demo.show import show
from bot.logs import start_logging

#: Columns; longer lines are hard to read, also where the terminal is wide.
_WIDTH_MAX = 100


def demo() -> None:
    """Play the week; log lines would only stand between the alerts."""
    start_logging("error", "text")
    console = Console(highlight=False)
    console.width = min(console.width, _WIDTH_MAX)
    asyncio.run(show(console))
