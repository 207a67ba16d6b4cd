"""Kill the bot at random points between a statement's arrival and its alert's record; count what is told.

    python -m tests.end_to_end.crash --kills 200

Each round a fresh process takes up the same store, files the next article in the ledger with what
is to be told of it, and gets a SIGKILL at a random moment; every second time the double's nonces
have expired before the next start. In the end a process is left to finish, and the double's
messages are counted: each article's alert must stand there once.
"""

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy.engine import Connection as SqlConnection

from bot.alerts import AlertRules, mark_of
from bot.delivery import Delivery, Pace
from bot.discord.access import Access
from bot.discord.delivery import DiscordSurface
from bot.names import Directory, actor_names, claim_names
from bot.outbox import enqueue
from bot.telling import Names, view_lines
from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from watchers.actor_files import shipped_actors
from watchers.claims import load_claims
from watchers.ledger.filing import Given, change_id
from watchers.ledger.speakers import Speakers
from watchers.model import Article, Authority, Position, Statement, Via, When
from watchers.store import outbox
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.schema import open_database
from watchers.store.thread import DatabaseThread

ACTORS, CLAIMS = shipped_actors(), load_claims().claims
NAMES = Names(actors=Directory(actor_names(ACTORS)), claims=Directory(claim_names(CLAIMS)))
PAIRS = [(actor.id, claim.id) for claim in CLAIMS for actor in ACTORS]
START = datetime(2026, 3, 9, tzinfo=UTC)
CHANNEL = f"discord:{world.CHANNEL_ID}"
RULES = AlertRules(channels=(CHANNEL,), fold_above=10**6)
PACE = Pace(first_wait=0.02, longest_wait=0.1, settle=0, look=0.05)
_PRELOADED = ["tests.end_to_end.crash"]
#: Seconds after which a process that says nothing is a failure of the test.
_PATIENCE = 60.0


def work(url: str, access: Access, number: int, parent: Connection) -> None:
    """The process that is killed: one statement arrives, its alert is delivered."""
    asyncio.run(_work(url, access, number, parent))


async def _work(url: str, access: Access, number: int, parent: Connection) -> None:
    database, ledger = Database(url), LedgerStore(Speakers(ACTORS).key)
    store, surface, stop = DatabaseThread(database), DiscordSurface(access), asyncio.Event()
    delivery = Delivery(store, {"discord": surface}, rules=RULES, tell=print, pace=PACE)
    running = asyncio.create_task(delivery.run(stop))
    while await store.read(outbox.count_left):  # what the last process left
        await asyncio.sleep(0.005)
    article, statement = _news(number)
    parent.send("arrives")

    def file(connection: SqlConnection) -> None:
        lines = ledger.receive(connection, article, [statement], article.published)
        views = view_lines(connection, lines, NAMES)
        enqueue(connection, views, rules=RULES, now=article.published)

    await store.write(file)
    delivery.wake()
    while await store.read(outbox.count_left):
        await asyncio.sleep(0.002)
    parent.send("recorded")
    stop.set()
    await running
    await surface.close()
    store.close()
    database.close()


def _news(number: int) -> tuple[Article, Statement]:
    """An article in which one more leader changes sides, in direct speech."""
    actor, claim = PAIRS[number]
    statement = Statement(
        actor=actor,
        claim=claim,
        position=Position.SUPPORTS,
        speaker=f"leader of {actor}",
        authority=Authority.LEADER,
        when=When.NOW,
        via=Via.QUOTE,
        evidence=f"“We are for it,” said the leader of {actor} in story number {number}.",
    )
    article = Article(
        id=f"a{number}",
        url=f"https://paper.example/{number}",
        title=f"Story {number}",
        text=statement.evidence,
        published=START + timedelta(minutes=number),
        outlet="Paper",
    )
    return article, statement


def _givens() -> list[Given]:
    return [
        Given(
            actor=actor,
            claim=claim,
            position=Position.OPPOSES,
            speaker=f"leader of {actor}",
            authority=Authority.LEADER,
            said_on=START.date() - timedelta(days=30),
        )
        for actor, claim in PAIRS
    ]


@dataclass
class Trial:
    """The double, the store, and what the kills hit."""

    double: Double
    url: str
    seed: int
    phases: Counter[str] = field(default_factory=Counter)
    #: Seconds from a statement's arrival to the alert's record, where nothing was killed.
    spans: list[float] = field(default_factory=list)
    number: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(_PRELOADED)

    async def undisturbed(self) -> None:
        """A process that is left to finish."""
        process, pipe = self._start()
        await _hear(pipe, "arrives")
        began = time.monotonic()
        await _hear(pipe, "recorded")
        self.spans.append(time.monotonic() - began)
        await asyncio.to_thread(process.join)
        self.number += 1

    async def killed(self, *, expire_nonces: bool) -> None:
        """A process that dies at a random moment after its statement arrived."""
        process, pipe = self._start()
        await _hear(pipe, "arrives")
        await asyncio.sleep(self.chance.uniform(0, 1.5 * min(self.spans)))
        process.kill()
        await asyncio.to_thread(process.join)
        await asyncio.sleep(0.1)  # what was on its way to Discord arrives there
        self.phases[self._phase()] += 1
        if expire_nonces:
            self.double.world.expire_nonces()
        if self._is_stored():
            self.number += 1  # else the statement is read again, as an article not yet filed is

    def _start(self) -> tuple[BaseProcess, Connection]:
        ours, theirs = self.context.Pipe()
        double = self.double
        access = Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)
        process = self.context.Process(target=work, args=(self.url, access, self.number, theirs))
        process.start()
        theirs.close()
        return process, ours

    def _is_stored(self) -> bool:
        with contextlib.closing(Database(self.url)) as database, database.read() as connection:
            return bool(outbox.channels_of(connection, _subject(self.number)))

    def _phase(self) -> str:
        """Where the kill hit, as store and double show it."""
        subject = _subject(self.number)
        with contextlib.closing(Database(self.url)) as database, database.read() as connection:
            if not outbox.channels_of(connection, subject):
                return "before it was stored"
            message = outbox.message_showing(connection, CHANNEL, subject)
        if message is None or message.first_attempt_at is None:
            return "stored, not attempted"
        if message.message_id is not None:
            return "recorded"
        posted = any(m.get("nonce") == message.mark for m in self.double.messages())
        return "posted, not recorded" if posted else "attempted, not posted"

    def counted(self) -> tuple[int, int]:
        """How many alerts are missing at the double, and how many stand there too often."""
        told = Counter(m["nonce"] for m in self.double.messages())
        expected = [mark_of(CHANNEL, _subject(n)) for n in range(self.number)]
        lost = sum(told[mark] == 0 for mark in expected)
        doubled = sum(told[mark] > 1 for mark in expected)
        return lost, doubled + len(told.keys() - set(expected))


def _subject(number: int) -> str:
    return change_id(PAIRS[number], 1)


async def _hear(pipe: Connection, expected: str) -> None:
    if not await asyncio.to_thread(pipe.poll, _PATIENCE):
        raise TimeoutError(f"no {expected!r} in {_PATIENCE:.0f} s")
    heard = pipe.recv()
    assert heard == expected, heard


async def crash(kills: int, *, seed: int) -> dict[str, object]:
    """Run the trial and return what was counted."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        _prepare(url)
        async with discord_double() as double:
            trial = Trial(double, url, seed)
            double.latency = lambda: trial.chance.uniform(0, 0.01)
            for _ in range(5):
                await trial.undisturbed()
            for kill in range(kills):
                await trial.killed(expire_nonces=kill % 2 == 1)
            await trial.undisturbed()
            lost, doubled = trial.counted()
            return {
                "kills": kills,
                "alerts": trial.number,
                "lost": lost,
                "doubled": doubled,
                "complaints": len(double.complaints),
                "hit": dict(trial.phases.most_common()),
                "median_ms": round(statistics.median(trial.spans) * 1000),
                "seed": seed,
            }


def _prepare(url: str) -> None:
    database = open_database(url)
    with database.write() as connection:
        LedgerStore(Speakers(ACTORS).key).give(connection, _givens(), START)
    database.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill the bot at random points, count its alerts.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    result = asyncio.run(crash(given.kills, seed=given.seed))
    sys.stdout.write(json.dumps(result) + "\n")
    return 1 if result["lost"] or result["doubled"] else 0


if __name__ == "__main__":
    sys.exit(main())
