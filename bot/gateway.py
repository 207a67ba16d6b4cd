"""Discord's gateway beside the bot: opened, and opened anew where the configuration moves it.

Knows when to connect; what members are answered is the desk's, and alerts need no gateway.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from bot.settings import Configuration
from bot.views import Notice

if TYPE_CHECKING:
    from bot.answering.replies import Desk


class LiveDesk:
    """The desk as it is now, for those who were handed it before a reload."""

    def __init__(self, desk: "Desk") -> None:
        self.now = desk

    def __getattr__(self, name: str) -> Any:
        return getattr(self.now, name)


class Gateway:
    """Holds one connection at most."""

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        self._tell = tell
        self._desk: LiveDesk | None = None
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def open(self, settings: Configuration, desk: "Desk") -> None:
        """Connect with the access that the configuration names; it must name one."""
        from bot.app import access_of
        from bot.discord.client import Client, keep_connected

        live = self._desk = LiveDesk(desk)
        self._stop = asyncio.Event()
        self._task = asyncio.create_task(
            keep_connected(
                access_of(settings), lambda: Client(cast("Desk", live)), self._stop, self._tell
            ),
            name="gateway",
        )

    def answer_from(self, desk: "Desk") -> None:
        """Answer from another desk, over the connection that there is."""
        if self._desk is not None:
            self._desk.now = desk

    async def close(self) -> None:
        """Leave; what is being answered is answered first, as far as it can be."""
        self._stop.set()
        task, self._task, self._desk = self._task, None, None
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)
