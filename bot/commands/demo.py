"""`volteface demo`: the week in `bot.demo`, in this terminal."""

import asyncio
import sys
from io import TextIOWrapper

from rich.console import Console

from bot.demo.show import show
from bot.logs import start_logging

#: Columns; longer lines are hard to read, also where the terminal is wide.
_WIDTH_MAX = 100


def demo() -> None:
    """Play the week; log lines would only stand between the alerts."""
    start_logging("error", "text")
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal without UTF-8 gets question marks for signs and frames, and every alert.
        sys.stdout.reconfigure(errors="replace")
    console = Console(highlight=False)
    console.width = min(console.width, _WIDTH_MAX)
    asyncio.run(show(console))
