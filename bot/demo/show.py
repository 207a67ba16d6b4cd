"""`volteface demo`: a week of news in a minute, through the pipeline of `volteface run`, on loopback.

Knows the week, the terminal and in which order a newcomer wants to be told. Decides nothing about
news: what is printed is what the store says.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.alerts import CONSOLE, TOLD_STATES
from bot.answering.store_answers import find_stances
from bot.app import DRAIN_SECONDS, Bot, open_bot
from bot.cards import day, notice_card
from bot.console import ConsoleSurface, render
from bot.demo.quiet import Silence, in_a_line, silences, unread
from bot.demo.server import DemoServer
from bot.demo.stances import stances
from bot.demo.week import Poll, Week, demo_folder, load_week
from bot.settings import Configuration
from bot.telling import view_changes
from bot.views import ChangeView, HoldingView
from watchers.model import Kind, State
from watchers.store import asking
from watchers.store.quiet import (
    QuietStatement,
    UnreadEntry,
    count_withdrawn,
    quiet_statements,
    unread_entries,
)

_INTRODUCTION = (
    "Volteface reads the news all day, keeps a ledger of who stands where, and speaks up when a "
    "government changes its mind. Here it reads a week of August 2025: {articles} short articles of "
    "our own about real events, in {feeds} feeds of papers that do not exist. A web server on this "
    "machine shows them day by day, and the pipeline of `volteface run` reads them. No key, no "
    "account, no network."
)
#: What an alert's first word means.
_WORDS = {
    "possible": "one independent witness reports it",
    "confirmed": "a leader or minister is quoted, or a second witness reports it",
    "withdrawn": "it did not stand: denied, corrected, or overruled",
}
_FIRST_SIGHT = "a feed's first sight fills the ledger and alerts nobody"
_NEXT = {
    "Ask:": "volteface stance, history and why answer from the ledger of your own feeds",
    "Use:": "copy config.example.toml to config.toml, then volteface check, volteface run",
}


#: Columns for the name of what was kept quiet.
_WHAT_COLUMNS = 19


@dataclass(slots=True)
class _Clock:
    """The demo's time: that of the poll."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findings:
    """What the store says at the end."""

    changes: Sequence[ChangeView]
    holdings: Sequence[HoldingView]
    quiet: Sequence[QuietStatement]
    unread: Sequence[UnreadEntry]
    #: Changes that were told and did not stand.
    withdrawn: int


async def show(console: Console) -> None:
    """Play the week. Leaves nothing behind: no file, no process, no open port."""
    week = load_week()
    started = monotonic()
    _introduce(console, week)
    clock = _Clock(week.polls[0].at)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="volteface-demo-"))
        server = stack.enter_context(DemoServer(week))
        with console.status("opening a store of its own"):
            bot = await stack.enter_async_context(
                open_bot(
                    _settings(week, server.base, Path(folder)),
                    surfaces={CONSOLE: ConsoleSurface(console)},
                    tell=lambda notice: console.print(render(notice_card(notice))),
                    clock=clock,
                )
            )
        for number, poll in enumerate(week.polls, 1):
            clock.now = poll.at
            server.show(number)
            await _one_day(console, bot, week, number)
        findings = await _findings(bot, week)
    _conclude(console, week, findings, seconds=monotonic() - started)


def _settings(week: Week, base: str, folder: Path) -> Configuration:
    return Configuration.model_validate(
        {
            "watch": {"baseline": str(demo_folder() / "baseline.jsonl")},
            "feeds": [
                {"url": f"{base}{feed.path}", "outlet": feed.outlet, "owner": feed.owner}
                for feed in week.feeds
            ],
            # The five papers live on one host, which nobody minds being asked without a pause.
            "fetch": {"allow_private_hosts": ["127.0.0.1"], "pause_seconds": 0.0},
            "store": {"url": f"sqlite:///{folder / 'demo.sqlite'}"},
        }
    )


async def _one_day(console: Console, bot: Bot, week: Week, number: int) -> None:
    poll = week.polls[number - 1]
    console.print()
    console.print(Rule(Text(f"{_moment(poll.at)}  ({number} of {len(week.polls)})"), align="left"))
    with console.status(f"asking {len(week.feeds)} feeds, reading {len(poll.new)} new articles"):
        await bot.pipeline.run_once()
    await bot.delivery.drain(patience=DRAIN_SECONDS)
    _say_quiet(console, poll, await bot.database.read(quiet_statements), is_first=number == 1)


def _say_quiet(
    console: Console, poll: Poll, quiet: Sequence[QuietStatement], *, is_first: bool
) -> None:
    today = silences([one for one in quiet if one.learned_at == poll.at])
    said = f"{len(poll.new)} new articles"
    if is_first:
        said += f": {_FIRST_SIGHT}"
    elif today:
        said += f"; kept quiet: {in_a_line(today)}"
    console.print(Padding(Text(said, style="dim"), (0, 0, 0, 2)))


async def _findings(bot: Bot, week: Week) -> _Findings:
    first = week.polls[0].at.date()
    return _Findings(
        changes=await bot.database.read(
            lambda c: view_changes(c, asking.moved_since(c, first), bot.names)
        ),
        holdings=_by_claim(
            await bot.database.read(lambda c: find_stances(c, bot.names, actor=None, claim=None)),
            [claim.id for claim in bot.watchlist.claims],
        ),
        quiet=await bot.database.read(quiet_statements),
        unread=await bot.database.read(unread_entries),
        withdrawn=await bot.database.read(count_withdrawn),
    )


def _by_claim(holdings: Sequence[HoldingView], claims: Sequence[str]) -> list[HoldingView]:
    """In the order in which the claims are watched."""
    return sorted(holdings, key=lambda one: (claims.index(one.claim_id), one.actor))


def _introduce(console: Console, week: Week) -> None:
    told = _INTRODUCTION.format(articles=len(week.articles), feeds=len(week.feeds))
    console.print(Text("Volteface: a week of news in a minute", style="bold"))
    console.print(Text(told))
    console.print()
    console.print(_explained(_WORDS))


def _conclude(console: Console, week: Week, findings: _Findings, *, seconds: float) -> None:
    console.print()
    console.print(Rule(Text("What it told, and what it kept quiet about"), align="left"))
    console.print(_told(week, findings))
    console.print(_silences(silences(findings.quiet)))
    console.print(Text("\nFeed entries that were not read as articles:"))
    console.print(_silences(unread(findings.unread)))
    console.print()
    console.print(Rule(Text("Where they stand now"), align="left"))
    console.print(_stances(week, findings))
    console.print(_explained(_NEXT))
    console.print(Text(f"{len(week.articles)} articles in {seconds:.0f} seconds.", style="dim"))


def _told(week: Week, findings: _Findings) -> Text:
    """Counts of what stands at the end of the week."""
    standing = [one for one in findings.changes if one.state in TOLD_STATES]
    states = Counter(one.state for one in standing)
    reversals = sum(one.kind is Kind.REVERSAL for one in standing)
    return Text(
        f"{len(week.articles)} articles came to {states[State.CONFIRMED]} confirmed changes and "
        f"{states[State.POSSIBLE]} possible, {reversals} of them reversals; {findings.withdrawn} "
        f"more withdrawn. {len(findings.quiet)} statements moved nobody:"
    )


def _stances(week: Week, findings: _Findings) -> Group:
    moved = {
        (one.actor_id, one.claim_id) for one in findings.changes if one.state is State.CONFIRMED
    }
    return stances(findings.holdings, moved=moved, today=week.polls[-1].at.date())


def _silences(found: Sequence[Silence]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=4, justify="right")
    table.add_column(width=_WHAT_COLUMNS, style="bold")
    table.add_column(ratio=1)
    for one in found:
        example = Text(f"last: {one.example}", style="dim", no_wrap=True, overflow="ellipsis")
        table.add_row(str(one.count), one.what, Group(Text(one.why), example))
    return table


def _explained(words: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for word, meaning in words.items():
        table.add_row(f"  {word}", meaning)
    return table


def _moment(at: datetime) -> str:
    return f"{at:%A} {day(at.date())}, {at.astimezone(UTC):%H:%M}"
