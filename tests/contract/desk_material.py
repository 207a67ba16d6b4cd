"""A desk that answers what a test sets, and the bot in the double's gateway in front of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date

from bot.answering.answers import FeedView, StatementView
from bot.answering.replies import Desk
from bot.discord.access import Access
from bot.discord.client import Client, keep_connected
from bot.keywords.desk import KeywordDesk
from bot.names import Directory, actor_names, claim_names
from bot.views import ChangeView, HoldingView, Notice
from tests.discord_double import world
from tests.discord_double.server import Double
from tests.unit.alerts_material import TRUMP, US_TROOPS
from watchers.actors import Actor, Person
from watchers.claims import Claim
from watchers.model import Position
from watchers.store.reports import Fault, Report

TODAY = date(2026, 3, 9)

US = HoldingView(
    actor_id="us",
    actor="United States",
    claim_id="us-troops",
    claim="The United States sends ground troops or peacekeepers to Ukraine.",
    position=Position.OPPOSES,
    since=date(2025, 8, 19),
    evidence=(TRUMP,),
    last_heard=date(2026, 3, 9),
)


@dataclass
class FixedAnswers:
    """Answers that a test sets."""

    holdings: Sequence[HoldingView] = (US,)
    changes: Sequence[ChangeView] = (US_TROOPS,)
    told: Sequence[StatementView] = ()
    watched: Sequence[FeedView] = ()
    picture: bytes | None = None
    delay_seconds: float = 0.0
    asked: list[tuple[str | None, str | None, date | None]] = field(default_factory=list)

    async def stances(
        self, *, actor: str | None, claim: str | None, as_of: date | None = None
    ) -> Sequence[HoldingView]:
        await asyncio.sleep(self.delay_seconds)
        self.asked.append((actor, claim, as_of))
        return [
            h for h in self.holdings if actor in (None, h.actor_id) and claim in (None, h.claim_id)
        ]

    async def moved(self, since: date) -> Sequence[ChangeView]:
        return [c for c in self.changes if c.since >= since]

    async def statements(self, *, actor: str, claim: str) -> Sequence[StatementView]:
        return self.told if (actor, claim) == ("us", "us-troops") else ()

    async def changes_under(self, mark: str) -> Sequence[ChangeView]:
        return self.changes

    async def chart(self, *, actor: str, claim: str) -> bytes | None:
        return self.picture

    async def why(self, link: str) -> Sequence[str]:
        return [f"{link}: read, no claim named"]

    async def feeds(self) -> Sequence[FeedView]:
        return self.watched


@dataclass
class NoReports:
    """Nobody doubts anything; what is decided is noted."""

    decided: list[tuple[str, int, str]] = field(default_factory=list)

    async def report(self, change: str, *, fault: Fault, words: str, by: str) -> int | None:
        self.decided.append((f"{change} {fault.value} {words}", 1, by))
        return 1

    async def open(self) -> Sequence[tuple[Report, ChangeView | None]]:
        return ()

    async def agree(self, number: int, *, by: str) -> Report | None:
        self.decided.append(("agree", number, by))
        return None

    async def dismiss(self, number: int, *, by: str) -> Report | None:
        self.decided.append(("dismiss", number, by))
        return None


ACTORS = Directory(
    actor_names(
        [
            Actor(id="us", name="United States", names=("Washington", "USA")),
            Actor(
                id="ukraine",
                name="Ukraine",
                names=("Kyiv",),
                people=(Person(name="Volodymyr Zelensky", aliases=("Zelenskyy",)),),
            ),
            Actor(id="uk", name="United Kingdom", names=("Britain", "London")),
        ]
    )
)
CLAIMS = Directory(
    claim_names(
        [
            Claim(id="us-troops", proposition=US.claim, keywords=("boots on the ground",)),
            Claim(id="nato-membership", proposition="Ukraine joins NATO."),
        ]
    )
)


@asynccontextmanager
async def connected(
    double: Double,
    answers: FixedAnswers | None = None,
    reports: NoReports | None = None,
    keywords: KeywordDesk | None = None,
) -> AsyncIterator[list[Notice]]:
    """The bot in the gateway, and what it told the operator."""
    desk = Desk(
        answers=answers or FixedAnswers(),
        reports=reports or NoReports(),
        actors=ACTORS,
        claims=CLAIMS,
        today=lambda: TODAY,
        keywords=keywords,
    )
    access = Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)
    stop, told = asyncio.Event(), list[Notice]()
    running = asyncio.create_task(
        keep_connected(
            access,
            lambda: Client(desk, guild_ready_timeout=0.05),
            stop,
            told.append,
            first_wait=0.05,
        )
    )
    ready = asyncio.create_task(double.gateway.ready.wait())
    await asyncio.wait({running, ready}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    try:
        yield told
    finally:
        stop.set()
        await asyncio.wait_for(running, 5)
