"""What members type and press, through the real discord.py in the double's gateway."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.answers import FeedView, StatementView
from bot.discord.access import Access
from bot.discord.buttons import button_id
from bot.discord.client import Client, keep_connected
from bot.names import Directory, actor_names, claim_names
from bot.replies import HELP, Desk
from bot.views import ChangeView, HoldingView, Notice
from tests.discord_double import world
from tests.discord_double.faults import Cut, Fault, broken
from tests.discord_double.server import Double, discord_double
from tests.unit.alerts_material import TRUMP, US_TROOPS
from watchers.actors import Actor, Person
from watchers.claims import Claim
from watchers.model import Position

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


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    async with discord_double() as double:
        yield double
        assert double.complaints == []


@asynccontextmanager
async def connected(
    double: Double, answers: FixedAnswers | None = None
) -> AsyncIterator[list[Notice]]:
    """The bot in the gateway, and what it told the operator."""
    desk = Desk(
        answers=answers or FixedAnswers(), actors=ACTORS, claims=CLAIMS, today=lambda: TODAY
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


async def test_every_command_is_registered_and_described(double: Double) -> None:
    async with connected(double):
        assert {f"/{c['name']}" for c in double.world.commands} == set(HELP)
        stance = next(c for c in double.world.commands if c["name"] == "stance")
        assert [o["name"] for o in stance["options"]] == ["claim", "actor", "as_of"]
        assert all(not o.get("required") for o in stance["options"])


async def test_a_stance_names_its_source_and_how_fresh_it_is(double: Double) -> None:
    async with connected(double):
        said = await double.interactions.command("stance", claim="us-troops", actor="us")
    assert said.embed["title"] == "United States"
    assert "**−− opposes since 19 Aug 2025**" in said.embed["description"]
    assert "> “You have my assurance,”" in said.embed["description"]
    assert "[foxnews.example ↗](https://www.foxnews.example/" in said.embed["description"]
    assert said.embed["fields"] == [
        {"name": "Last heard", "value": "9 Mar 2026 (today)", "inline": True}
    ]


ASKED: dict[str, tuple[dict[str, str], tuple[str | None, str | None, date | None]]] = {
    "an id": ({"actor": "us"}, ("us", None, None)),
    "an alias": ({"actor": "Washington"}, ("us", None, None)),
    "an unfinished word": ({"actor": "zelen"}, ("ukraine", None, None)),
    "a misspelt name": ({"actor": "Ukrane"}, ("ukraine", None, None)),
    "a keyword": ({"claim": "boots on the"}, (None, "us-troops", None)),
    "as of a day": ({"actor": "uk", "as_of": "2025-08-19"}, ("uk", None, date(2025, 8, 19))),
    "as of three weeks ago": (
        {"actor": "uk", "as_of": "3 weeks ago"},
        ("uk", None, TODAY - timedelta(weeks=3)),
    ),
    "nothing at all": ({}, (None, None, None)),
}


@pytest.mark.parametrize(("typed", "asked"), ASKED.values(), ids=ASKED.keys())
async def test_whoever_is_meant_is_found(
    double: Double, typed: dict[str, str], asked: tuple[str | None, str | None, date | None]
) -> None:
    answers = FixedAnswers()
    async with connected(double, answers):
        await double.interactions.command("stance", **typed)
    assert answers.asked == [asked]


UNCLEAR: dict[str, tuple[dict[str, str], str]] = {
    "no such actor": ({"actor": "Atlantis"}, "No actor is called “Atlantis”."),
    "no such claim": ({"claim": "moon base"}, "No claim is called “moon base”."),
    "no day": ({"as_of": "once"}, "“once” is no day"),
    "an invite": ({"actor": "discord.gg/abc @everyone"}, "(invite left out) @\u200beveryone"),
}


@pytest.mark.parametrize(("typed", "said"), UNCLEAR.values(), ids=UNCLEAR.keys())
async def test_what_is_not_understood_is_said(
    double: Double, typed: dict[str, str], said: str
) -> None:
    async with connected(double):
        answer = await double.interactions.command("stance", **typed)
    assert said in answer.embed["description"]


async def test_nothing_known_is_said_plainly(double: Double) -> None:
    async with connected(double, FixedAnswers(holdings=())):
        said = await double.interactions.command("stance", actor="uk", claim="nato-membership")
    assert said.embed["title"] == "Nothing is known"
    assert "United Kingdom on “Ukraine joins NATO.”" in said.embed["description"]


@pytest.mark.parametrize(
    ("option", "typed", "first"),
    [
        ("actor", "", "us"),
        ("actor", "brit", "uk"),
        ("actor", "zelens", "ukraine"),
        ("claim", "nato", "nato-membership"),
        ("claim", "ground", "us-troops"),
    ],
)
async def test_unfinished_words_are_completed(
    double: Double, option: str, typed: str, first: str
) -> None:
    async with connected(double):
        said = await double.interactions.unfinished("stance", option, typed)
    assert said.choices[0]["value"] == first
    assert all(len(choice["name"]) <= 100 for choice in said.choices)


async def test_a_slow_store_is_waited_for_after_the_answer_was_acknowledged(
    double: Double,
) -> None:
    async with connected(double, FixedAnswers(delay_seconds=0.6)):
        said = await double.interactions.command("stance", actor="us")
    assert said.answered_in is not None
    assert said.answered_in < 0.5
    assert said.embed["title"] == "United States"


async def test_long_lists_are_turned_by_buttons_that_outlive_the_bot(double: Double) -> None:
    many = [replace(US, actor=f"Actor {n}", actor_id=f"a{n}") for n in range(25)]
    async with connected(double, FixedAnswers(holdings=many)):
        said = await double.interactions.command("stance", claim="us-troops")
    assert "Actor 9" in said.embed["description"]
    assert "Actor 10" not in said.embed["description"]
    shown = double.world._message(world.CHANNEL_ID, said.message)
    buttons = shown["components"][0]["components"]
    assert [b["label"] for b in buttons] == ["◀", "▶", "1 of 3"]
    async with connected(double, FixedAnswers(holdings=many)):
        turned = await double.interactions.press(shown, buttons[1]["custom_id"])
    assert "Actor 10" in turned.embed["description"]


async def test_the_evidence_button_works_after_a_restart_and_for_the_asker_alone(
    double: Double,
) -> None:
    mark = "vf" + "a" * 16
    button = {"type": 2, "style": 2, "label": "Evidence", "custom_id": button_id("evidence", mark)}
    row = {"type": 1, "components": [button]}
    message = double.world._message(world.CHANNEL_ID, {"components": [row]})
    async with connected(double):
        said = await double.interactions.press(message, button["custom_id"])
    assert said.is_private
    assert "You have my assurance" in said.embed["description"]


async def test_the_history_is_a_picture_and_words(double: Double) -> None:
    told = [StatementView(evidence=TRUMP, day=TODAY, reason="same_witness")]
    async with connected(double, FixedAnswers(told=told, picture=b"\x89PNG....")):
        said = await double.interactions.command("history", actor="us", claim="us-troops")
    assert said.files == ["history.png"]
    assert said.embed["image"] == {"url": "attachment://history.png"}
    assert "moved nothing: same witness" in said.embed["description"]


OTHERS: dict[str, tuple[dict[str, str], str]] = {
    "moved": ({"since": "2025-01-01"}, "**United States**"),
    "sources": ({"actor": "us", "claim": "us-troops"}, "> “You have my assurance,”"),
    "why": ({"link": "https://a.example/b"}, "read, no claim named"),
    "claims": ({}, "**us-troops**: The United States"),
    "feeds": ({}, "**Der Standard** ⚠ no answer in 10 s"),
    "help": ({}, "**/stance**"),
}


@pytest.mark.parametrize(("name", "typed", "said"), [(n, *row) for n, row in OTHERS.items()])
async def test_other_questions(double: Double, name: str, typed: dict[str, str], said: str) -> None:
    told = [StatementView(evidence=TRUMP, day=TODAY)]
    down = FeedView(
        outlet="Der Standard",
        url="https://d.example/rss",
        last_new=None,
        trouble="no answer in 10 s",
    )
    async with connected(double, FixedAnswers(told=told, watched=[down])):
        answer = await double.interactions.command(name, **typed)
    assert said in answer.embed["description"]


class Broken(FixedAnswers):
    async def moved(self, since: date) -> Sequence[ChangeView]:
        raise RuntimeError("store on fire")


async def test_a_question_that_fails_is_answered_too(
    double: Double, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(double, Broken()):
        answer = await double.interactions.command("moved")
    assert answer.embed["title"] == "That went wrong"
    assert "store on fire" in caplog.text


LOSSES: dict[str, Any] = {
    "close 4000": lambda d: d.gateway.hang_up(4000),
    "close 1006": lambda d: d.gateway.hang_up(1001),
    "op 7": lambda d: d.gateway.ask_to_reconnect(),
    "op 9, resumable": lambda d: d.gateway.invalidate(resumable=True),
    "op 9": lambda d: d.gateway.invalidate(resumable=False),
}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES.keys())
async def test_a_lost_gateway_comes_back(double: Double, lose: Any) -> None:
    async with connected(double) as told:
        await lose(double)
        await asyncio.wait_for(double.gateway.ready.wait(), 10)
        said = await double.interactions.command("stance", actor="us")
        assert said.embed["title"] == "United States"
    assert told == []


@pytest.mark.parametrize(("code", "said"), [(4004, "refuses the token"), (4014, "4014")])
async def test_a_refused_gateway_is_told_once(double: Double, code: int, said: str) -> None:
    double.gateway.refuse_with = [code]
    async with connected(double) as told:
        await asyncio.sleep(0.3)
    (notice,) = told
    assert said in notice.what
    assert double.gateway.identified == 1


async def test_a_gateway_that_is_down_at_the_start_is_tried_again(double: Double) -> None:
    double.misbehave(broken(503, times=2), Fault(cut=Cut.BEFORE_WORK))
    async with connected(double) as told:
        await asyncio.wait_for(double.gateway.ready.wait(), 10)
    assert told == []
