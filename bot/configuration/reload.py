"""Take a changed configuration while the bot runs: the whole of it, or nothing and a word why.

Everything that can fail is done first, beside the parts that run; then they are turned to the new
configuration in one go, in which nothing is awaited, so that no poll or delivery meets half of it.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from bot.alerts import CONSOLE, DISCORD
from bot.app import Bot, access_of, desk_of, queue_notice, rules_of
from bot.cards import text_card
from bot.configuration.diff import changes_between
from bot.configuration.faults import idle_in
from bot.configuration.watch import ConfigWatch
from bot.console import ConsoleSurface
from bot.gateway import Gateway
from bot.keywords.reading_back import scope_to_read
from bot.logs import start_logging
from bot.names import actor_names, claim_names
from bot.outbox import enqueue_card
from bot.settings import Configuration, parse_configuration
from bot.surfaces import Surface
from bot.views import Notice
from bot.watching import (
    baseline_of,
    compile_reader,
    polled_of,
    sources_of,
    watchlist_of,
    worker_reader,
)
from watchers.errors import Misuse, Trouble, VoltefaceError
from watchers.fetch import Fetcher
from watchers.ledger.speakers import Speakers
from watchers.scope import Scope
from watchers.store.ledger import LedgerStore
from watchers.watchlist import Watchlist
from watchers.workers import WorkFailed

if TYPE_CHECKING:
    from watchers.second_reader.reading import SecondReading
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: Parts that are opened once: another store, another second reader.
FIXED = ("store", "reading", "model")
#: Lines of what changed that are told in the channel; the log has all.
_TOLD_LINES = 12


def configuration_in(content: bytes, path: Path) -> Configuration:
    """The configuration in a file's bytes. Raises `Misuse`."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error
    return parse_configuration(text, name=str(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """All that a configuration asks for, ready to be turned to."""

    settings: Configuration
    watchlist: Watchlist
    ledger: LedgerStore
    fetcher: Fetcher
    #: Channels by their kind; `None` where they stay as they are.
    surfaces: dict[str, Surface] | None
    #: What the second reader asks from now on; `None` where there is none.
    second: SecondReading | None
    #: What must be read back for before there can be news of it.
    unread: Scope


class Reloader:
    """Waits for the file to be saved, and turns the bot to what it says."""

    def __init__(
        self,
        path: Path,
        bot: Bot,
        *,
        gateway: Gateway,
        console: Console,
        tell: Callable[[Notice], None],
        then: Callable[[], None],
    ) -> None:
        """`then` is called after the bot was turned to another configuration."""
        self._path = path
        self._bot = bot
        self._gateway = gateway
        self._console = console
        self._tell = tell
        self._then = then
        self._watch = ConfigWatch(path, path.read_bytes() if path.is_file() else None)
        #: The message of the fault that stands in the file; empty where none does.
        self._fault = ""

    def ask(self) -> None:
        """Read the file again, changed or not: SIGHUP."""
        self._watch.ask()

    async def run(self, stop: asyncio.Event) -> None:
        """Reload until told to stop."""
        log.info("reload_ready file=%s", self._path)
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            saved = asyncio.create_task(self._watch.next(self._is_whole))
            await asyncio.wait({saved, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not saved.done():
                saved.cancel()
                return
            await self._take(saved.result())

    async def _is_whole(self, content: bytes) -> bool:
        try:
            await asyncio.to_thread(configuration_in, content, self._path)
        except Misuse:
            return False
        return True

    async def _take(self, content: bytes | None) -> None:
        began = asyncio.get_running_loop().time()
        before = self._bot.settings
        try:
            if content is None:
                raise Misuse(f"{self._path}: there is no such file any more")
            settings = await asyncio.to_thread(configuration_in, content, self._path)
            await turn_to(self._bot, settings, gateway=self._gateway, console=self._console)
        except VoltefaceError as error:
            await self._refuse(str(error))
            return
        except Exception as error:
            # A defect of ours must not end the watch either.
            log.exception("configuration_failed file=%s", self._path)
            await self._refuse(f"{self._path}: {type(error).__name__}: {error}")
            return
        elapsed_ms = round((asyncio.get_running_loop().time() - began) * 1000)
        await self._say(changes_between(before, settings), elapsed_ms)
        self._then()

    async def _refuse(self, message: str) -> None:
        """The old one stays; say so once for each fault."""
        log.error("configuration_refused file=%s what=%s", self._path, message)
        if message == self._fault:
            return
        self._fault = message
        at = self._bot.clock()
        digest = hashlib.sha256(message.encode()).hexdigest()[:12]
        notice = Notice(
            key=f"configuration:{digest}:{at.isoformat()}",
            what=f"The configuration was changed and cannot be used. {message}",
            cure="Put it right and save it again; until then the one from before is in force.",
            at=at,
        )
        await self._bot.database.write(
            lambda connection: queue_notice(connection, notice, self._bot.rules)
        )
        self._tell(notice)
        self._bot.delivery.wake()

    async def _say(self, lines: tuple[str, ...], elapsed_ms: int) -> None:
        for line in lines:
            log.info("configuration_changed what=%s", line)
        idle = say_idle(self._bot.settings) if lines else []
        log.info("configuration_taken changes=%d elapsed_ms=%d", len(lines), elapsed_ms)
        was_faulty, self._fault = bool(self._fault), ""
        if not lines and not was_faulty:
            return
        shown = [*lines[:_TOLD_LINES]] or ["The file is right again; it says what it said before."]
        if len(lines) > _TOLD_LINES:
            shown.append(f"and {len(lines) - _TOLD_LINES} more, which the log names")
        shown += [f"Does nothing: {line}" for line in idle[:_TOLD_LINES]]
        await tell_in_channel(self._bot, "Configuration", shown)


def say_idle(settings: Configuration) -> list[str]:
    """Log each word of the configuration that can do nothing; the lines."""
    lines = list(idle_in(settings))
    for line in lines:
        log.warning("configuration_idle what=%s", line)
    return lines


async def tell_in_channel(bot: Bot, title: str, lines: list[str]) -> None:
    """Tell the operator's channel, and the readers' where `alerts.tell_reloads` says so."""
    rules, at = bot.rules, bot.clock()
    wanted = rules.channels if bot.settings.alerts.tell_reloads else ()
    channels = dict.fromkeys((*wanted, *filter(None, [rules.operator_channel])))
    if not channels:
        return

    def queue(connection: Connection) -> None:
        for channel in channels:
            key = f"{title}:{at.isoformat()}"
            enqueue_card(connection, text_card(title, lines), channel=channel, key=key, now=at)

    await bot.database.write(queue)
    bot.delivery.wake()


async def turn_to(bot: Bot, settings: Configuration, *, gateway: Gateway, console: Console) -> None:
    """Turn a running bot to another configuration. Raises `VoltefaceError`, and nothing is changed."""
    prepared = await _prepare(bot, settings, console)
    if _reads_otherwise(bot.settings, settings):
        try:
            await bot.workers.renew(worker_reader(prepared.watchlist))
        except WorkFailed as error:
            raise Trouble(f"the reader could not be built: {error.detail}") from error
        bot.pipeline.hold(prepared.unread)
    _turn(bot, prepared)
    desk = await asyncio.to_thread(desk_of, settings, bot)
    if prepared.surfaces is None:
        gateway.answer_from(desk)
    else:
        await gateway.close()
        if DISCORD in prepared.surfaces:
            gateway.open(settings, desk)


async def _prepare(bot: Bot, settings: Configuration, console: Console) -> _Prepared:
    for name in FIXED:
        if getattr(settings, name) != getattr(bot.settings, name):
            raise Misuse(f"{name}: another one takes a restart; the rest waits for it too")
    watchlist = await asyncio.to_thread(watchlist_of, settings)
    givens = await asyncio.to_thread(baseline_of, settings, watchlist)
    surfaces = await asyncio.to_thread(_other_surfaces, bot, settings, console)
    ledger = LedgerStore(Speakers(watchlist.actors).key, settings.ledger)
    fetcher = bot.fetcher
    if settings.fetch != bot.settings.fetch:
        fetcher = await bot.stack.enter_async_context(Fetcher(settings.fetch))
    await bot.poller.register(polled_of(settings))
    await bot.database.write(lambda connection: ledger.give(connection, givens, bot.clock()))
    return _Prepared(
        settings=settings,
        watchlist=watchlist,
        ledger=ledger,
        fetcher=fetcher,
        surfaces=surfaces,
        second=await asyncio.to_thread(_second_reading, bot, settings, watchlist),
        unread=await scope_to_read(bot.database, settings, watchlist),
    )


def _second_reading(
    bot: Bot, settings: Configuration, watchlist: Watchlist
) -> SecondReading | None:
    if bot.second is None:
        return None
    from bot.second_reading import reading_of

    return reading_of(settings, compile_reader(watchlist), bot.second.reading.trust)


def _turn(bot: Bot, prepared: _Prepared) -> None:
    """Nothing here waits and nothing fails."""
    settings = prepared.settings
    if prepared.surfaces is not None:
        bot.surfaces.clear()
        bot.surfaces.update(prepared.surfaces)
    rules = rules_of(settings, bot.surfaces)
    bot.poller.use(polled_of(settings), prepared.fetcher, settings.polling)
    bot.maker.use(sources_of(settings), prepared.fetcher)
    bot.pipeline.use(prepared.ledger)
    if bot.second is not None and prepared.second is not None:
        bot.second.use(prepared.second)
    bot.delivery.use(rules)
    bot.names.actors.renew(actor_names(prepared.watchlist.actors))
    bot.names.claims.renew(claim_names(prepared.watchlist.claims))
    if settings.log != bot.settings.log:
        start_logging(settings.log.level, settings.log.format)
    bot.settings, bot.watchlist = settings, prepared.watchlist
    bot.ledger, bot.fetcher, bot.rules = prepared.ledger, prepared.fetcher, rules


def _reads_otherwise(before: Configuration, after: Configuration) -> bool:
    return (before.watch, before.claims, before.actors) != (
        after.watch,
        after.claims,
        after.actors,
    )


def _other_surfaces(
    bot: Bot, settings: Configuration, console: Console
) -> dict[str, Surface] | None:
    """Channels to turn to; `None` where those that are open will do."""
    if settings.token() is None or settings.discord.channel is None:
        return None if CONSOLE in bot.surfaces else {CONSOLE: ConsoleSurface(console)}
    from bot.discord.delivery import DiscordSurface

    access = access_of(settings)
    if DISCORD in bot.surfaces and access == access_of(bot.settings):
        return None
    surface = DiscordSurface(access)
    bot.stack.push_async_callback(surface.close)
    return {DISCORD: surface}
