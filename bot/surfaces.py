"""What delivery asks of a place that shows messages, and how such a place says no.

SurfaceError              the message is not shown, or nobody knows whether it is
├── TryAgain              it may work later; after how long, where the place said so
├── MessageRefused        this message will never be taken; the next one may be
├── MessageRemoved        somebody took the message away; it is not to be posted again
├── ChannelClosed         nothing can be posted in this channel until a person acts
└── SurfaceClosed         nothing can be posted anywhere here until a person acts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.cards import Card


class SurfaceError(Exception):
    """Why a message is not shown, in words for the operator."""


class TryAgain(SurfaceError):
    """It may work later."""

    def __init__(self, reason: str, after_seconds: float | None = None) -> None:
        super().__init__(reason)
        #: What the place asked us to wait; `None` where it did not say.
        self.after_seconds = after_seconds


class MessageRefused(SurfaceError):
    """This message will never be taken."""


class MessageRemoved(SurfaceError):
    """Somebody took it away."""


class NeedsAPerson(SurfaceError):
    """Nothing helps but somebody who puts it right."""

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.cure = cure


class ChannelClosed(NeedsAPerson):
    """This channel takes nothing."""


class SurfaceClosed(NeedsAPerson):
    """No channel takes anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message as a surface gets it."""

    cards: tuple[Card, ...]
    #: Shown in the message and sent as its nonce; at most 25 characters.
    mark: str
    #: Changes whose evidence a reader may ask for; empty on notices.
    changes: tuple[str, ...] = ()
    #: Roles to ping when it is first posted.
    roles: tuple[int, ...] = ()


class Surface(Protocol):
    """Shows messages in channels. Every method may raise a `SurfaceError`.

    Repetition is safe: a second `post` under a mark within minutes returns the first one's id.
    """

    async def post(self, channel: str, message: Outgoing) -> str:
        """Show a new message and return its id."""

    async def edit(self, channel: str, message_id: str, message: Outgoing) -> None:
        """Let a shown message say this."""

    async def find(self, channel: str, mark: str, *, since: datetime) -> str | None:
        """The id of the message that carries the mark, among those shown since then."""
