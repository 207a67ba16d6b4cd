"""A week of August 2025, as labelled, from the ledger through the outbox into Discord, and asked about."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import AlertRules
from bot.answering.drawing import Drawer
from bot.answering.misreadings import Misreadings
from bot.answering.replies import Desk
from bot.answering.store_answers import StoreAnswers
from bot.commands.export import wrong_articles
from bot.delivery import Delivery, Pace
from bot.demo.week import demo_folder, load_week
from bot.digests.rules import DigestRules, Every
from bot.digests.sending import Digests
from bot.discord.access import Access
from bot.discord.client import Client, keep_connected
from bot.discord.delivery import DiscordSurface
from bot.names import Directory, actor_names, claim_names
from bot.outbox import enqueue
from bot.telling import Names, view_lines
from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from watchers.actor_files import shipped_actors
from watchers.article_files import load_articles, statements_of
from watchers.claims import load_claims
from watchers.ledger.filing import Given
from watchers.ledger.speakers import Speakers
from watchers.model import Position
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.tables import metadata
from watchers.store.thread import DatabaseThread

ACTORS = shipped_actors()
NAMES = Names(
    actors=Directory(actor_names(ACTORS)), claims=Directory(claim_names(load_claims().claims))
)
RULES = AlertRules(channels=(f"discord:{world.CHANNEL_ID}",))

#: The channel after the week, in the order of the messages.
TOLD = [
    "✅ Confirmed reversal: United States | − reluctant → ++ supports",
    "❌ Withdrawn · ~~Shift: Germany~~ | ○ undecided → − reluctant",
    "✅ Confirmed reversal: United States | −− opposes → + open",
    "✅ Confirmed shift: Germany | ○ undecided → + open",
    "✅ Confirmed reversal: United States | + open → −− opposes",
    "✅ Confirmed reversal: United States | − reluctant → + open",
    "✅ Confirmed reversal: Russia | − reluctant → + open",
    "❓ Possible shift: Finland | −− opposes → ○ undecided",
]

#: What is typed, and parts of what is answered.
ASKED: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "stance",
        {"actor": "Trump", "claim": "us-troops"},
        ["**−− opposes since 19 Aug 2025**", "you have my assurance", "**Donald Trump**"],
    ),
    (
        "stance",
        {"actor": "us", "claim": "us-troops", "as_of": "2025-08-18"},
        ["**+ open since 18 Aug 2025**", "American soldiers could be part of a force"],
    ),
    (
        "stance",
        {"actor": "us", "claim": "us-troops", "as_of": "2025-08-01"},
        ["**−− opposes since 12 Feb 2025**"],
    ),
    ("stance", {"claim": "own-troops"}, ["**Finland** −− opposes ❓ may be changing"]),
    ("moved", {"since": "2025-08-01"}, ["❓ **Finland**: −− opposes → ○ undecided"]),
    ("sources", {"actor": "germany", "claim": "own-troops"}, ["moved nothing: secondhand"]),
    ("stance", {"actor": "portugal", "claim": "us-troops"}, ["No statement of Portugal"]),
]


def givens() -> list[Given]:
    lines = (demo_folder() / "baseline.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for held in map(json.loads, lines):
        day = date.fromisoformat(held["said_on"])
        rank = ACTORS.authority(held["actor"], held["speaker"], day)
        found.append(
            Given(
                actor=held["actor"],
                claim=held["claim"],
                position=Position(held["position"]),
                speaker=held["speaker"],
                authority=rank,
                said_on=day,
            )
        )
    return found


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    async with discord_double() as double:
        yield double
        assert double.complaints == []


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseThread]:
    database = Database(f"sqlite:///{tmp_path}/store.db")
    metadata.create_all(database.engine)
    store = DatabaseThread(database)
    yield store
    store.close()
    database.close()


async def play(store: DatabaseThread, double: Double) -> None:
    """Each poll's articles into the ledger; what they change is delivered before the next poll."""
    ledger = LedgerStore(Speakers(ACTORS).key)
    week = load_week()
    await store.write(lambda c: ledger.give(c, givens(), week.polls[0].at))
    labelled = {one.article.id: one for one in load_articles(demo_folder() / "articles.jsonl")}
    surface = DiscordSurface(_access(double))
    delivery = Delivery(
        store, {"discord": surface}, rules=RULES, tell=lambda _: None, pace=Pace(first_wait=0.01)
    )
    for poll in week.polls:
        for name in poll.new:
            one = labelled[name]
            statements = statements_of(one, ACTORS)

            def file(connection, one=one, statements=statements, at=poll.at):  # type: ignore[no-untyped-def]
                lines = ledger.receive(connection, one.article, statements, at)
                views = view_lines(connection, lines, NAMES)
                enqueue(connection, views, rules=RULES, now=at)

            await store.write(file)
        assert await delivery.drain(patience=10) == 0
    await surface.close()


def _access(double: Double) -> Access:
    return Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)


async def test_the_week_is_summed_up_once(store: DatabaseThread, double: Double) -> None:
    now = datetime(2025, 8, 16, 8, tzinfo=UTC)
    digests = Digests(
        store,
        NAMES,
        rules=DigestRules(every=Every.WEEKLY, at=time(8), weekday=0),
        channels=RULES.channels,
        kinds=RULES.kinds,
        feeds=6,
        clock=lambda: now,
    )
    assert not await digests.look()
    await play(store, double)
    now = datetime(2025, 8, 25, 9, tzinfo=UTC)
    assert await digests.look()
    assert not await digests.look()
    surface = DiscordSurface(_access(double))
    delivery = Delivery(store, {"discord": surface}, rules=RULES, tell=lambda _: None)
    assert await delivery.drain(patience=10) == 0
    await surface.close()
    (digest,) = (m["embeds"][0] for m in double.messages() if "Digest" in m["embeds"][0]["title"])
    assert digest["title"] == "Digest, 18 Aug 2025 to 25 Aug 2025"
    for part in (
        "articles from 6 feeds.",
        "**Moved**\n✅ **United States**: − reluctant → ++ supports (confirmed reversal)",
        "**First heard**\n",
    ):
        assert part in digest["description"]


async def no_explanation(_link: str) -> list[str]:
    return []


async def test_the_week_is_told_and_can_be_asked_about(
    store: DatabaseThread, double: Double
) -> None:
    await play(store, double)
    assert [_told(message) for message in double.messages()] == TOLD

    answers = StoreAnswers(
        store,
        NAMES,
        draw=Drawer(lambda: date(2025, 8, 24)),
        explain=no_explanation,
        list_feeds=lambda _: [],
    )
    misreadings = Misreadings(
        store,
        LedgerStore(Speakers(ACTORS).key),
        NAMES,
        rules=RULES,
        clock=lambda: datetime(2025, 8, 24, 8, tzinfo=UTC),
        on_queued=lambda: None,
    )
    desk = Desk(
        answers=answers,
        reports=misreadings,
        actors=NAMES.actors,
        claims=NAMES.claims,
        today=lambda: date(2025, 8, 24),
    )
    stop = asyncio.Event()
    running = asyncio.create_task(
        keep_connected(
            _access(double), lambda: Client(desk, guild_ready_timeout=0.05), stop, lambda _: None
        )
    )
    await double.gateway.ready.wait()
    for name, typed, parts in ASKED:
        said = await double.interactions.command(name, **typed)
        for part in parts:
            assert part in said.embed["description"], (name, typed)
    said = await double.interactions.command("history", actor="us", claim="us-troops")
    assert said.files == ["history.png"]
    assert said.embed["image"] == {"url": "attachment://history.png"}
    message = double.messages()[0]
    ids = [b["custom_id"] for row in message["components"] for b in row["components"]]
    said = await double.interactions.press(message, ids[0])
    assert said.is_private
    assert "**Confirmed:** a second independent witness reports it." in said.embed["description"]
    form = await double.interactions.press(message, ids[2])
    assert form.callback is not None
    fault = {"type": 3, "custom_id": "fault", "values": ["another matter"]}
    fields = [{"type": 18, "component": fault}]
    await double.interactions.submit(form.callback["data"]["custom_id"], fields)
    said = await double.interactions.command("reports")
    assert "**1: another matter**" in said.embed["description"]
    said = await double.interactions.command("agree", number=1)
    assert "taken back" in said.embed["description"]
    surface = DiscordSurface(_access(double))
    delivery = Delivery(store, {"discord": surface}, rules=RULES, tell=lambda _: None)
    assert await delivery.drain(patience=10) == 0
    await surface.close()
    assert double.messages()[0]["embeds"][0]["title"].startswith("❌ Withdrawn")
    exported = await asyncio.to_thread(lambda: list(wrong_articles(database_of(store))))
    assert [one["id"] for one in exported] == ["demo-06", "demo-10"]
    assert exported[0]["note"].startswith("another matter (was read as us supports")
    left = {(one["actor"], one["claim"], one["position"]) for one in exported[0]["statements"]}
    assert left
    assert ("us", "security-guarantees", "supports") not in left
    stop.set()
    await running


def database_of(store: DatabaseThread) -> Database:
    return store._database


def _told(message: dict[str, Any]) -> str:
    (embed,) = message["embeds"]
    move = embed["description"].splitlines()[1].strip("*~").replace("\\", "")
    return f"{embed['title']} | {move}"
