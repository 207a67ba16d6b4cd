"""Measure for how long the bot's event loop is ever held up while it answers and delivers.

    python -m tests.end_to_end.loop

The bot runs in a process of its own: a store with thousands of statements, alerts by the dozen, and
a member who asks without a pause. A heart that should beat every 5 ms tells how late it was, and the
longest turn of the loop is measured in the processor's own time too, which a busy machine does not
lengthen. A query on the loop's thread would be counted.
"""

import asyncio
import json
import multiprocessing
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import sqlalchemy as sa

from bot.alerts import AlertRules
from bot.answering.drawing import Drawer
from bot.answering.replies import Desk
from bot.answering.store_answers import StoreAnswers
from bot.delivery import Delivery, Pace
from bot.discord.access import Access
from bot.discord.client import Client, keep_connected
from bot.discord.delivery import DiscordSurface
from bot.names import Directory, actor_names, claim_names
from bot.outbox import enqueue
from bot.telling import Names
from tests.contract.desk_material import NoReports
from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from tests.unit.alerts_material import change
from watchers.actor_files import shipped_actors
from watchers.claims import load_claims
from watchers.ledger.speakers import Speakers
from watchers.model import Article, Authority, Position, Statement, Via, When
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.schema import open_database
from watchers.store.tables import metadata
from watchers.store.thread import DatabaseThread

#: Seconds between two beats.
BEAT = 0.005
ALERTS, QUESTIONS, ARTICLES = 40, 60, 400
_RULES = AlertRules(channels=(f"discord:{world.CHANNEL_ID}",), fold_above=10**6)
_WARM_UP_SECONDS = 0.5


@dataclass
class Turns:
    """What the event loop did, turn by turn."""

    #: Seconds of the processor.
    longest: float = 0.0
    queries: int = 0

    def watch(self) -> None:
        """From now on, in this process."""
        run = asyncio.Handle._run  # type: ignore[attr-defined]

        def timed(handle: asyncio.Handle) -> None:
            began = time.thread_time()
            run(handle)
            self.longest = max(self.longest, time.thread_time() - began)

        asyncio.Handle._run = timed  # type: ignore[attr-defined]

        @sa.event.listens_for(sa.Engine, "before_cursor_execute")
        def _asked(*_: object) -> None:
            self.queries += threading.current_thread() is threading.main_thread()


async def _no_explanation(_link: str) -> list[str]:
    return []


def bot(url: str, access: Access, parent: Connection) -> None:
    """The process that is measured."""
    parent.send(asyncio.run(_bot(url, access, parent)))


async def _bot(url: str, access: Access, parent: Connection) -> dict[str, float]:
    database, stop = Database(url), asyncio.Event()
    store, surface = DatabaseThread(database), DiscordSurface(access)
    names = Names(
        actors=Directory(actor_names(shipped_actors())),
        claims=Directory(claim_names(load_claims().claims)),
    )
    answers = StoreAnswers(
        store,
        names,
        draw=Drawer(lambda: date(2026, 3, 9)),
        explain=_no_explanation,
        list_feeds=lambda _: [],
    )
    desk = Desk(
        answers=answers,
        reports=NoReports(),
        actors=names.actors,
        claims=names.claims,
        today=lambda: date(2026, 3, 9),
    )
    delivery = Delivery(
        store,
        {"discord": surface},
        rules=_RULES,
        tell=lambda _: None,
        pace=Pace(settle=0, look=0.02),
    )
    tasks = [
        asyncio.create_task(
            keep_connected(
                access, lambda: Client(desk, guild_ready_timeout=0.05), stop, lambda _: None
            )
        ),
        asyncio.create_task(delivery.run(stop)),
    ]
    await asyncio.sleep(_WARM_UP_SECONDS)  # imports and the first connections
    turns, lateness = Turns(), list[float]()
    turns.watch()
    loop = asyncio.get_running_loop()
    while not parent.poll():
        began = loop.time()
        await asyncio.sleep(BEAT)
        lateness.append(loop.time() - began - BEAT)
    stop.set()
    await asyncio.gather(*tasks)
    await surface.close()
    ranked = sorted(lateness)
    return {
        "beats": len(ranked),
        "median_ms": round(ranked[len(ranked) // 2] * 1000, 2),
        "p99_ms": round(ranked[int(len(ranked) * 0.99)] * 1000, 2),
        "worst_ms": round(ranked[-1] * 1000, 2),
        "longest_turn_ms": round(turns.longest * 1000, 2),
        "queries_on_loop": turns.queries,
    }


async def measure() -> dict[str, float]:
    """Run the bot against the double under load."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        _fill(url)
        async with discord_double() as double:
            return await _measured(double, url)


async def _measured(double: Double, url: str) -> dict[str, float]:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    access = Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)
    process = multiprocessing.get_context("spawn").Process(target=bot, args=(url, access, theirs))
    process.start()
    await asyncio.wait_for(double.gateway.ready.wait(), 30)
    await asyncio.sleep(2 * _WARM_UP_SECONDS)
    database = Database(url)
    answered = 0.0
    for number in range(QUESTIONS):
        if number < ALERTS:
            with database.write() as connection:
                now = datetime.now(UTC)
                enqueue(connection, [change(number)], rules=_RULES, now=now)
        typed = {"claim": "us-troops"} if number % 2 else {"claim": "own-troops", "actor": "pol"}
        await double.interactions.unfinished("stance", "actor", "united")
        if number == QUESTIONS // 2:
            drawn = await double.interactions.command("history", actor="us", claim="us-troops")
        said = await double.interactions.command("stance", **typed)
        answered = max(answered, said.answered_in or 0.0)
    ours.send("enough")
    measured: dict[str, float] = await asyncio.to_thread(ours.recv)
    await asyncio.to_thread(process.join)
    posted = len(double.messages())
    slowest = round(answered * 1000, 1)
    return {**measured, "slowest_answer_ms": slowest, "posted": posted, "drawn": len(drawn.files)}


def _fill(url: str) -> None:
    """A ledger in which every actor has spoken to every claim, some often."""
    database = open_database(url)
    metadata.create_all(database.engine)
    actors = shipped_actors()
    ledger = LedgerStore(Speakers(actors).key)
    start = datetime(2025, 9, 1, tzinfo=UTC)
    claims = [claim.id for claim in load_claims().claims]
    with database.write() as connection:
        for number in range(ARTICLES):
            at = start + timedelta(hours=number)
            said = [
                replace(_STATEMENT, actor=actor.id, claim=claims[(number + place) % len(claims)])
                for place, actor in enumerate(actors)
                if (number + place) % 7 == 0
            ]
            article = Article(
                id=f"a{number}",
                url=f"https://paper.example/{number}",
                title=f"Title {number}",
                text=_STATEMENT.evidence,
                published=at,
                outlet=f"Paper {number % 30}",
            )
            ledger.receive(connection, article, said, at)
    database.close()


_STATEMENT = Statement(
    actor="us",
    claim="us-troops",
    position=Position.OPPOSES,
    speaker="an official",
    authority=Authority.OFFICIAL,
    when=When.NOW,
    via=Via.REPORTED,
    evidence="An official said that there would be none.",
)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(measure())) + "\n")
