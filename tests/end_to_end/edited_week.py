"""Edit the configuration at random while the demo's week is watched, and see what became of the alerts.

    python -m tests.end_to_end.edits [EDITS] [SEED]

The week is played twice with the parts of `volteface run`: once in peace, once while config.toml is
saved over and over: valid, broken, half-written, renamed, taken away. Both must tell the same
changes, each once. None of the valid edits bears on the week itself.
"""

import asyncio
import json
import logging
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import tomlkit
from rich.console import Console

from bot.alerts import CONSOLE
from bot.app import Bot, open_bot
from bot.configuration.reload import Reloader, configuration_in, tell_in_channel
from bot.demo.server import DemoServer
from bot.demo.week import Week, demo_folder, load_week
from bot.gateway import Gateway
from bot.keywords.reading_back import BackReader
from bot.surfaces import Outgoing
from watchers.store import asking

#: Seconds between two beats of the heart by which the event loop's pauses are measured.
BEAT = 0.005
#: Seconds in which a last save must have been taken.
SETTLED_SECONDS = 30.0


class Memory:
    """A surface that remembers what it was told."""

    def __init__(self) -> None:
        self.posted: list[Outgoing] = []

    async def post(self, channel: str, outgoing: Outgoing) -> str:
        self.posted.append(outgoing)
        return str(len(self.posted))

    async def edit(self, channel: str, message_id: str, outgoing: Outgoing) -> None:
        """Edits tell nothing new."""

    async def find(self, channel: str, mark: str, *, since: datetime) -> str | None:
        return None


@dataclass(slots=True)
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True, kw_only=True)
class Played:
    """What a run of the week came to."""

    #: Changes in their last state, as actor, claim, from, to and state.
    changes: Counter[tuple[str, ...]]
    #: How often each change was posted; edits not counted.
    told: Counter[str]
    messages: int
    #: Changes that stand at the end and were told.
    alerts: set[tuple[str, ...]] = field(default_factory=set)
    taken: int = 0
    refused: int = 0
    reload_ms: list[float] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    slowest_polls: float = 0.0


class Counting(logging.Handler):
    """Counts what the log says of reloads."""

    def __init__(self, played: Played) -> None:
        super().__init__()
        self._played = played

    def emit(self, record: logging.LogRecord) -> None:
        event = str(record.msg).partition(" ")[0]
        if event == "configuration_taken":
            self._played.taken += 1
            self._played.reload_ms.append(record.args[1])  # type: ignore[index, arg-type]
        self._played.refused += event == "configuration_refused"
        assert event not in ("entry_failed", "reading_back_ended", "configuration_failed"), record


async def play(edits: int, seed: int) -> Played:
    """The week, with so many edits of the configuration beside it."""
    week = load_week()
    clock = Clock(week.polls[0].at)
    surface = Memory()
    played = Played(changes=Counter(), told=Counter(), messages=0)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="volteface-edits-")))
        server = stack.enter_context(DemoServer(week))
        path = folder / "config.toml"
        original = _configuration(week, server.base, folder)
        path.write_text(tomlkit.dumps(original))
        settings = configuration_in(path.read_bytes(), path)
        bot = await stack.enter_async_context(
            open_bot(settings, surfaces={CONSOLE: surface}, tell=lambda _: None, clock=clock)
        )
        stop = asyncio.Event()
        back = BackReader(bot, lambda title, lines: tell_in_channel(bot, title, lines))
        reloader = Reloader(
            path,
            bot,
            gateway=Gateway(lambda _: None),
            console=Console(quiet=True),
            tell=lambda _: None,
            then=back.begin,
        )
        handler = Counting(played)
        logging.getLogger("bot").addHandler(handler)
        logging.getLogger("bot").setLevel(logging.INFO)
        beside = [
            asyncio.create_task(reloader.run(stop)),
            asyncio.create_task(bot.delivery.run(stop)),
            asyncio.create_task(_beat(played, stop)),
        ]
        editing = asyncio.create_task(_edit(path, original, edits, random.Random(seed)))
        await _watch(week, server, clock, bot, editing, played)
        await editing
        back.begin()
        last = configuration_in(path.read_bytes(), path)
        async with asyncio.timeout(SETTLED_SECONDS):
            while bot.settings != last:
                await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        await back.close()
        await bot.delivery.drain(patience=60)
        stop.set()
        await asyncio.gather(*beside)
        logging.getLogger("bot").removeHandler(handler)
        first = week.polls[0].at.date() - timedelta(days=1)
        moved = await bot.database.read(lambda c: asking.moved_since(c, first))
    played.changes = Counter(
        (m.actor, m.claim, str(m.before), str(m.after), str(m.state)) for m in moved
    )
    played.told = Counter(change for one in surface.posted for change in one.changes)
    played.alerts = {
        (m.actor, m.claim, str(m.before), str(m.after)) for m in moved if m.id in played.told
    }
    played.messages = len(surface.posted)
    return played


async def _watch(  # noqa: PLR0917 - the parts of one run
    week: Week,
    server: DemoServer,
    clock: Clock,
    bot: Bot,
    editing: asyncio.Task[None],
    played: Played,
) -> None:
    """Poll after poll, the last one again and again until nobody edits any more."""
    loop = asyncio.get_running_loop()
    for number, poll in enumerate(week.polls, 1):
        clock.now = poll.at
        server.show(number)
        began = loop.time()
        await bot.pipeline.run_once()
        played.slowest_polls = max(played.slowest_polls, loop.time() - began)
        await asyncio.sleep(0 if editing.done() else 0.5)
    while not editing.done():
        await bot.pipeline.run_once()
        await asyncio.sleep(0.5)


async def _beat(played: Played, stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        began = loop.time()
        await asyncio.sleep(BEAT)
        played.pauses.append(loop.time() - began - BEAT)


def _configuration(week: Week, base: str, folder: Path) -> dict[str, Any]:
    return {
        "watch": {"baseline": str(demo_folder() / "baseline.jsonl")},
        "fetch": {"allow_private_hosts": ["127.0.0.1"], "pause_seconds": 0.0},
        "store": {"url": f"sqlite:///{folder / 'store.sqlite'}"},
        "feeds": [
            {"url": f"{base}{feed.path}", "outlet": feed.outlet, "owner": feed.owner}
            for feed in week.feeds
        ],
    }


async def _edit(path: Path, original: dict[str, Any], count: int, chance: random.Random) -> None:
    """Save the file `count` times, at last as it should be."""
    for number in range(count):
        whole = tomlkit.dumps(_variant(original, number, chance))
        await chance.choice(_WAYS)(path, whole, chance)
        await asyncio.sleep(chance.choice((0.02, 0.1, 0.3, 1.0, 2.0)))
    path.write_text(tomlkit.dumps(_variant(original, count, chance)))


def _variant(original: dict[str, Any], number: int, chance: random.Random) -> dict[str, Any]:
    """Another configuration that tells the week's changes no otherwise."""
    made: dict[str, Any] = {**original, "watch": dict(original["watch"])}
    if chance.random() < 0.5:
        made["claims"] = {
            f"canal-{number}": {
                "proposition": "The canal is widened.",
                "keywords": [f"widen canal {number}", "canal expansion"],
            }
        }
    if chance.random() < 0.5:
        made["actors"] = {"ruritania": {"name": "Ruritania", "aliases": [f"Strelsau {number}"]}}
    if chance.random() < 0.5:
        claim = chance.choice(("us-troops", "security-guarantees", "nato-membership"))
        made["watch"]["keywords"] = {claim: {"add": [f"quagga number {number}"]}}
    if chance.random() < 0.5:
        made["alerts"] = {"fold_above": chance.randint(1, 20)}
    if chance.random() < 0.3:
        made["polling"] = {"floor": f"{chance.randint(5, 20)}m"}
    if chance.random() < 0.3:
        extra = original["feeds"][0]["url"].rsplit("/", 1)[0] + f"/no-such-feed-{number}"
        paused = chance.random() < 0.5
        made["feeds"] = [*original["feeds"], {"url": extra, "paused": paused}]
    if chance.random() < 0.2:
        made["fetch"] = {**original["fetch"], "read_seconds": float(chance.randint(5, 15))}
    return made


async def _saved(path: Path, whole: str, _: random.Random) -> None:
    path.write_text(whole)


async def _renamed(path: Path, whole: str, _: random.Random) -> None:
    draft = path.with_suffix(".draft")
    draft.write_text(whole)
    draft.replace(path)


async def _in_pieces(path: Path, whole: str, chance: random.Random) -> None:
    with path.open("w") as file:
        for start in range(0, len(whole), 200):
            file.write(whole[start : start + 200])
            file.flush()
            await asyncio.sleep(chance.random() / 50)


async def _half_written(path: Path, whole: str, chance: random.Random) -> None:
    path.write_text(whole[: chance.randrange(len(whole))])


async def _misspelt(path: Path, whole: str, chance: random.Random) -> None:
    wrong = ("[alert]\nfold_above = 3\n", "[alerts]\nfold_above = 'x'\n", "watch = 3\n", "[[[\n")
    path.write_text(whole + chance.choice(wrong))


async def _not_text(path: Path, _: str, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(300))


async def _taken_away(path: Path, _: str, __: random.Random) -> None:
    path.unlink(missing_ok=True)


async def _ten_times(path: Path, whole: str, _: random.Random) -> None:
    for number in range(10):
        path.write_text(f"{whole}# {number}\n")
        await asyncio.sleep(0.05)


_WAYS: tuple[Callable[..., Any], ...] = (
    _saved,
    _saved,
    _renamed,
    _in_pieces,
    _half_written,
    _misspelt,
    _not_text,
    _taken_away,
    _ten_times,
)


def compared(calm: Played, edited: Played) -> dict[str, Any]:
    """What the edits did to the alerts, and what they cost."""
    pauses = sorted(edited.pauses)
    times = sorted(edited.reload_ms) or [0.0]
    return {
        "lost": sorted(map(list, (calm.changes - edited.changes).elements())),
        "added": sorted(map(list, (edited.changes - calm.changes).elements())),
        "alerts_lost": sorted(map(list, calm.alerts - edited.alerts)),
        "told": len(edited.told),
        "told_in_peace": len(calm.told),
        "told_twice": [change for change, times in edited.told.items() if times > 1],
        "messages": edited.messages,
        "taken": edited.taken,
        "refused": edited.refused,
        "reload_ms_median": times[len(times) // 2],
        "reload_ms_worst": times[-1],
        "pause_ms_p99": round(pauses[int(len(pauses) * 0.99)] * 1000, 1),
        "pause_ms_worst": round(pauses[-1] * 1000, 1),
        "pause_ms_worst_in_peace": round(max(calm.pauses) * 1000, 1),
        "slowest_poll_s": round(edited.slowest_polls, 2),
        "slowest_poll_s_in_peace": round(calm.slowest_polls, 2),
    }


def main() -> None:
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    calm, edited = asyncio.run(play(0, seed)), asyncio.run(play(edits, seed))
    found = compared(calm, edited)
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    sys.exit(any(found[key] for key in ("lost", "added", "alerts_lost", "told_twice")))
