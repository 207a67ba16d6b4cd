"""The one place where the parts are wired: store, watchers, ledger, outbox, channel.

Knows every room's door and nothing of what goes on inside. Time comes in as a clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.alerts import CONSOLE, DISCORD, AlertRules, Route
from bot.backlog import tell_backlog
from bot.cards import notice_card
from bot.console import ConsoleSurface, render
from bot.delivery import Delivery
from bot.names import Directory, actor_names, claim_names
from bot.outbox import enqueue, enqueue_card
from bot.settings import TOKEN_VARIABLE, Configuration, Weekday
from bot.surfaces import Surface
from bot.telling import Names, view_lines
from bot.views import Notice
from bot.watching import (
    baseline_of,
    compile_reader,
    polled_of,
    sources_of,
    watchlist_of,
    worker_reader,
)
from watchers.articles.maker import ArticleMaker
from watchers.articles.making import prepare_reader
from watchers.feeds.polling import Poller
from watchers.feeds.records import Alarm
from watchers.feeds.schedule import Schedule
from watchers.fetch import Fetcher
from watchers.ledger.filing import ChangeLine
from watchers.ledger.speakers import Speakers
from watchers.network import Resolver, resolve
from watchers.pipeline import Pipeline, Tally
from watchers.store.ledger import LedgerStore
from watchers.store.schema import open_database
from watchers.store.thread import DatabaseThread
from watchers.watchlist import Watchlist
from watchers.workers import READERS, Workers

if TYPE_CHECKING:
    from bot.answering.replies import Desk
    from bot.digests.sending import Digests
    from bot.discord.access import Access
    from watchers.second_reader.service import Record, SecondReader
    from watchers.second_reader.trouble import ModelNotice, TellModel
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: Seconds for what is in hand when it is told to stop; a service manager kills after ten.
STOP_SECONDS = 8.0
#: Seconds that `run --once` tries to deliver; what is left waits for the next run.
DRAIN_SECONDS = 60.0

#: The same trouble, met in two places, is told once.
TOLD_ONCE_IN = timedelta(hours=1)

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class Bot:
    """The parts of a running bot; `bot.configuration.reload` alone changes them."""

    settings: Configuration
    surfaces: dict[str, Surface]
    #: The configuration's file; `None` where there is none to change.
    path: Path | None = None
    #: Closes what was opened since the start.
    stack: AsyncExitStack
    clock: Clock
    workers: Workers
    fetcher: Fetcher
    poller: Poller
    maker: ArticleMaker
    pipeline: Pipeline
    delivery: Delivery
    database: DatabaseThread
    names: Names
    watchlist: Watchlist
    ledger: LedgerStore
    rules: AlertRules
    #: Reads after the rules, where `[reading] readers` names it.
    second: SecondReader | None = None


@asynccontextmanager
async def open_bot(
    settings: Configuration,
    *,
    surfaces: dict[str, Surface],
    tell: Callable[[Notice], None],
    clock: Clock = utc_now,
    resolver: Resolver = resolve,
) -> AsyncIterator[Bot]:
    """A bot with its store open and its workers started. Raises `VoltefaceError`."""
    watchlist = watchlist_of(settings)
    names = names_of(watchlist)
    rules = rules_of(settings, surfaces)
    ledger = LedgerStore(Speakers(watchlist.actors).key, settings.ledger)
    sources = sources_of(settings)
    async with AsyncExitStack() as stack:
        store = open_database(settings.store_url())
        stack.callback(store.close)
        database = DatabaseThread(store)
        stack.callback(database.close)
        givens = baseline_of(settings, watchlist)
        await database.write(lambda connection: ledger.give(connection, givens, clock()))
        fetcher = await stack.enter_async_context(Fetcher(settings.fetch, resolver=resolver))
        workers = await stack.enter_async_context(
            Workers(
                prepare=prepare_reader, prepare_args=(worker_reader(watchlist),), preload=READERS
            )
        )
        poller = Poller(
            polled_of(settings),
            database=database,
            fetcher=fetcher,
            workers=workers,
            clock=clock,
            policy=settings.polling,
        )
        maker = ArticleMaker(
            sources, database=database, fetcher=fetcher, workers=workers, clock=clock
        )
        await poller.register()
        delivery = Delivery(database, surfaces, rules=rules, tell=tell, clock=clock)

        def queue(connection: Connection, lines: Sequence[ChangeLine]) -> None:
            shown = view_lines(connection, lines, names)
            enqueue(connection, shown, rules=bot.rules, now=clock())

        def queue_alarm(connection: Connection, alarm: Alarm) -> None:
            queue_notice(connection, notice_of(alarm), bot.rules)
            tell(notice_of(alarm))

        def queue_model_notice(connection: Connection, alarm: ModelNotice) -> None:
            from bot.second_reading import notice_of_model

            queue_notice(connection, notice_of_model(alarm), bot.rules)
            tell(notice_of_model(alarm))

        pipeline = Pipeline(
            database=database,
            poller=poller,
            maker=maker,
            ledger=ledger,
            tell=queue,
            tell_alarm=queue_alarm,
            on_queued=delivery.wake,
            clock=clock,
        )
        second = await _second_reader(
            settings, watchlist, stack, database, pipeline.record_late, queue_model_notice, clock
        )
        if second is not None:
            pipeline.add_seconder(second)
        bot = Bot(
            settings=settings,
            surfaces=surfaces,
            stack=stack,
            clock=clock,
            workers=workers,
            fetcher=fetcher,
            poller=poller,
            maker=maker,
            pipeline=pipeline,
            delivery=delivery,
            database=database,
            names=names,
            watchlist=watchlist,
            ledger=ledger,
            rules=rules,
            second=second,
        )
        stack.callback(_settle_memory())
        yield bot


def _settle_memory() -> Callable[[], None]:
    """Leave what is there by now out of garbage collection, until the returned function is called.

    Modules and watchlist stay as long as the bot does, and looking through all of them takes the
    collector 90 ms, in which the event loop stands still.
    """
    gc.collect()
    gc.freeze()
    return gc.unfreeze


async def _second_reader(  # noqa: PLR0917 - the parts that it is made of
    settings: Configuration,
    watchlist: Watchlist,
    stack: AsyncExitStack,
    database: DatabaseThread,
    record: Record,
    tell: TellModel,
    clock: Clock,
) -> SecondReader | None:
    """The second reader, where the configuration wants one; else nothing of it is even imported."""
    if "model" not in settings.reading.readers:
        return None
    from bot.second_reading import client_of, model_of, reading_of, second_reader_of, trust_in

    client = await asyncio.to_thread(client_of, settings)
    stack.push_async_callback(client.close)
    reading = reading_of(settings, compile_reader(watchlist))
    name, version = model_of(settings).name, reading.version
    trust = await database.read(lambda connection: trust_in(connection, name, version))
    return second_reader_of(
        settings,
        database=database,
        client=client,
        reading=reading.trusting(trust),
        record=record,
        tell=tell,
        clock=clock,
    )


async def run_once(settings: Configuration, console: Console) -> tuple[Tally, int]:
    """Poll what is due, read it, send what is to be sent; what it came to, and what is left."""
    from bot.keywords.reading_back import read_back, what_it_came_to

    async with _surfaces(settings, console) as surfaces:
        tell = _teller(console)
        async with open_bot(settings, surfaces=surfaces, tell=tell) as bot:
            if (came := await read_back(bot)) is not None:
                console.print("\n".join(what_it_came_to(*came)))
            telling = asyncio.create_task(tell_backlog(bot.database, console, bot.clock))
            tally = await bot.pipeline.run_once()
            telling.cancel()
            left = await bot.delivery.drain(patience=DRAIN_SECONDS)
            if bot.second is not None:  # after what the rules had to tell
                await bot.second.drain()
                left = await bot.delivery.drain(patience=DRAIN_SECONDS)
            return tally, left


async def run(settings: Configuration, console: Console, *, path: Path) -> None:
    """Watch until told to stop (SIGINT, SIGTERM), then finish what is in hand.

    `path` is the configuration's; it is read again whenever it is saved, and at SIGHUP.
    """
    from bot.configuration.reload import Reloader, say_idle, tell_in_channel
    from bot.gateway import Gateway
    from bot.keywords.reading_back import BackReader, scope_to_read

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    async with _surfaces(settings, console) as surfaces:
        tell = _teller(console)
        async with open_bot(settings, surfaces=surfaces, tell=tell) as bot:
            beside = [asyncio.create_task(bot.delivery.run(stop), name="delivery")]
            if (digests := digests_of(settings, bot)) is not None:
                beside.append(asyncio.create_task(digests.run(stop, bot.delivery.wake)))
            if bot.second is not None:
                beside.append(asyncio.create_task(bot.second.run(stop), name="second reader"))
            bot.path = path
            say_idle(settings)
            gateway = Gateway(tell)
            if DISCORD in surfaces:
                gateway.open(settings, desk_of(settings, bot))
            back = BackReader(bot, partial(tell_in_channel, bot))
            reloader = Reloader(
                path, bot, gateway=gateway, console=console, tell=tell, then=back.begin
            )
            bot.pipeline.hold(await scope_to_read(bot.database, settings, bot.watchlist))
            back.begin()
            loop.add_signal_handler(signal.SIGHUP, reloader.ask)
            beside.append(asyncio.create_task(reloader.run(stop), name="reload"))
            telling = asyncio.create_task(tell_backlog(bot.database, console, bot.clock))
            async with Schedule(bot.pipeline.tick):
                await stop.wait()
            telling.cancel()
            log.info("stopping")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    await back.close()
                    await bot.pipeline.finish()
                    await asyncio.gather(*beside, gateway.close(), return_exceptions=True)


def desk_of(settings: Configuration, bot: Bot) -> Desk:
    """What members' questions are answered from."""
    from bot.answering.answers import FeedView
    from bot.answering.drawing import Drawer
    from bot.answering.misreadings import Misreadings
    from bot.answering.replies import Desk
    from bot.answering.store_answers import StoreAnswers
    from bot.commands.feeds import why_quiet
    from bot.commands.why import explained, read_again
    from bot.configuration.reload import tell_in_channel
    from bot.keywords.desk import KeywordDesk
    from watchers.store.feed_reports import report_feeds, trace_article

    outlets = {feed.url: feed.outlet for feed in settings.feeds}
    watchlist = bot.watchlist
    # Built when somebody asks: a reload must not hold up what runs.
    reader = cache(lambda: compile_reader(watchlist))

    def list_feeds(connection: Connection) -> list[FeedView]:
        return [
            FeedView(
                outlet=outlets[report.state.url] or report.state.title or report.state.url,
                url=report.state.url,
                last_new=report.state.last_new_at.date() if report.state.last_new_at else None,
                trouble=why_quiet(report, now=utc_now()) if report.state.failures else None,
            )
            for report in report_feeds(connection, tuple(outlets), now=utc_now())
        ]

    async def explain(link: str) -> list[str]:
        trace = await bot.database.read(lambda connection: trace_article(connection, link))
        return await asyncio.to_thread(lambda: list(explained(trace, read_again(trace, reader()))))

    return Desk(
        answers=StoreAnswers(
            bot.database,
            bot.names,
            draw=Drawer(lambda: utc_now().date()),
            explain=explain,
            list_feeds=list_feeds,
        ),
        reports=Misreadings(
            bot.database,
            bot.ledger,
            bot.names,
            rules=bot.rules,
            clock=utc_now,
            on_queued=bot.delivery.wake,
        ),
        actors=bot.names.actors,
        claims=bot.names.claims,
        today=lambda: utc_now().date(),
        keywords=(
            KeywordDesk(
                bot.path, lambda: bot.settings, clock=bot.clock, say=partial(tell_in_channel, bot)
            )
            if bot.path is not None
            else None
        ),
    )


def digests_of(settings: Configuration, bot: Bot, clock: Clock = utc_now) -> Digests | None:
    """What sums up the week or the day, as configured."""
    from bot.digests.rules import DigestRules, Every
    from bot.digests.sending import Digests

    given = settings.digest
    if given.every == "never":
        return None
    return Digests(
        bot.database,
        bot.names,
        rules=DigestRules(
            every=Every(given.every),
            at=given.at,
            weekday=get_args(Weekday).index(given.weekday),
            zone=ZoneInfo(given.timezone),
        ),
        channels=bot.rules.channels,
        kinds=bot.rules.kinds,
        feeds=len(settings.feeds),
        clock=clock,
    )


def names_of(watchlist: Watchlist) -> Names:
    """Display names of what is watched."""
    return Names(
        actors=Directory(actor_names(watchlist.actors)),
        claims=Directory(claim_names(watchlist.claims)),
    )


def rules_of(settings: Configuration, surfaces: dict[str, Surface]) -> AlertRules:
    """What the configuration says of alerts, for the channels that there are."""
    alerts = settings.alerts
    to_discord = DISCORD in surfaces
    channels = (f"{DISCORD}:{settings.discord.channel}",) if to_discord else (CONSOLE,)
    return AlertRules(
        channels=channels,
        routes=tuple(
            Route(channel=f"{DISCORD}:{r.channel}", actors=r.actors, claims=r.claims)
            for r in (alerts.routes if to_discord else ())
        ),
        kinds=alerts.kinds,
        only_confirmed=alerts.only_confirmed,
        roles=alerts.roles,
        operator_channel=(
            f"{DISCORD}:{alerts.operator_channel}"
            if to_discord and alerts.operator_channel
            else None
        ),
        fold_above=alerts.fold_above,
        fold_window=alerts.fold_window,
    )


@asynccontextmanager
async def _surfaces(settings: Configuration, console: Console) -> AsyncIterator[dict[str, Surface]]:
    """Where alerts go: Discord where there is a token and a channel, else the terminal."""
    token = settings.token()
    missing = [
        name
        for name, there in ((TOKEN_VARIABLE, token), ("discord.channel", settings.discord.channel))
        if not there
    ]
    if missing:
        console.print(f"Alerts are shown here: {' and '.join(missing)} not set.", style="dim")
        yield {CONSOLE: ConsoleSurface(console)}
        return
    from bot.discord.delivery import DiscordSurface

    surface = DiscordSurface(access_of(settings))
    try:
        yield {DISCORD: surface}
    finally:
        await surface.close()


def access_of(settings: Configuration) -> Access:
    """What is needed to speak to Discord; the token must be set."""
    from bot.discord.access import Access

    token = settings.token()
    assert token is not None
    return Access(
        token=token.get_secret_value(),
        api_base=settings.discord.api_base,
        gateway=settings.discord.gateway,
    )


def notice_of(alarm: Alarm) -> Notice:
    """A feed's alarm or its end, for the operator."""
    kind = alarm.kind.value.replace("_", " ")
    what = f"{alarm.feed_url}: {kind if alarm.begins else f'no longer {kind}'}: {alarm.detail}"
    cure = "`volteface feeds` says more; the feed is asked again without your doing."
    return Notice(
        key=f"feed:{alarm.feed_url}:{alarm.kind}:{alarm.at.isoformat()}",
        what=what,
        cure=cure if alarm.begins else "Nothing is left to do.",
        at=alarm.at,
    )


def queue_notice(connection: Connection, notice: Notice, rules: AlertRules) -> None:
    if rules.operator_channel is not None:
        enqueue_card(
            connection,
            notice_card(notice),
            channel=rules.operator_channel,
            key=notice.key,
            now=notice.at,
        )


def _teller(console: Console) -> Callable[[Notice], None]:
    told: dict[str, datetime] = {}

    def tell(notice: Notice) -> None:
        before, told[notice.key] = told.get(notice.key), notice.at
        if before is not None and notice.at - before < TOLD_ONCE_IN:
            return  # a refused token is met by the gateway and by delivery
        log.warning("notice key=%s what=%s", notice.key, notice.what)
        console.print(render(notice_card(notice)))

    return tell
