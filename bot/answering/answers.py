"""What people may ask, as a seam: every surface asks the same questions and gets views back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.views import ChangeView, Evidence, HoldingView
from watchers.store.reports import Fault, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement about an actor and a claim, and what became of it."""

    evidence: Evidence
    #: When the article was published.
    day: date
    #: Why it moved nothing; `None` where it did.
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One feed, as its readers need to know it."""

    outlet: str
    url: str
    #: The day anything new came from it.
    last_new: date | None
    #: What is wrong with it; `None` where nothing is.
    trouble: str | None = None


class Answers(Protocol):
    """Answers from what is stored. Never slow and never on the event loop's own time."""

    async def stances(
        self, *, actor: str | None, claim: str | None, as_of: date | None = None
    ) -> Sequence[HoldingView]:
        """Where they stand, today or as of a day; empty where nothing is known."""

    async def moved(self, since: date) -> Sequence[ChangeView]:
        """Changes whose new position was said since then, newest first."""

    async def statements(self, *, actor: str, claim: str) -> Sequence[StatementView]:
        """Every statement that was read, newest first."""

    async def changes_under(self, mark: str) -> Sequence[ChangeView]:
        """The changes that the message with this mark tells, with all their evidence."""

    async def chart(self, *, actor: str, claim: str) -> bytes | None:
        """The position over time as a PNG; `None` where it cannot be drawn."""

    async def why(self, link: str) -> Sequence[str]:
        """Each stage's verdict on one article, one line each."""

    async def feeds(self) -> Sequence[FeedView]:
        """Every feed that is watched."""


class Reports(Protocol):
    """What readers doubt and editors decide. Who may decide is the surface's care."""

    async def report(self, change: str, *, fault: Fault, words: str, by: str) -> int | None:
        """Keep it and return its number; `None` where there is no such change."""

    async def open(self) -> Sequence[tuple[Report, ChangeView | None]]:
        """Reports nobody has decided, each with its change."""

    async def agree(self, number: int, *, by: str) -> Report | None:
        """Withdraw what was misread; `None` where no open report has that number."""

    async def dismiss(self, number: int, *, by: str) -> Report | None:
        """Leave it as it is; `None` where no open report has that number."""
