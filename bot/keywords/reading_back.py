"""When to read the kept texts again, and what is said about it. The reading is `watchers.reading_back`.

What the texts were last read for stands in the store, so that a claim that was added while nothing
ran is read back for at the next start, and a start that was cut short begins again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from bot.app import Bot
from bot.outbox import enqueue
from bot.settings import Configuration
from bot.telling import view_lines
from bot.watching import sources_of
from watchers.ledger.filing import ChangeLine
from watchers.pipeline import TEXTS_KEPT
from watchers.reading_back import FoundBack, ReadingBack
from watchers.scope import ACTOR, CLAIM, Marks, Scope, scope_between
from watchers.store import outbox
from watchers.store.thread import DatabaseThread
from watchers.store.watched import has_texts, load_marks, mark_unread, save_marks
from watchers.watchlist import Watchlist

if TYPE_CHECKING:
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: Ids that are named one by one; more are counted.
_NAMED = 6

#: Tells what it came to: a title and lines.
Say = Callable[[str, list[str]], Awaitable[None]]


def marks_of(settings: Configuration, watchlist: Watchlist) -> Marks:
    """What is watched, with what the configuration says of each claim and actor."""
    said: dict[tuple[str, str], str] = {}
    for claim in watchlist.claims:
        own = settings.claims.get(claim.id) or settings.watch.keywords.get(claim.id)
        said[CLAIM, claim.id] = own.model_dump_json() if own else ""
    for actor in watchlist.actors:
        mine = settings.actors.get(actor.id)
        said[ACTOR, actor.id] = mine.model_dump_json() if mine else ""
    return said


async def scope_to_read(
    database: DatabaseThread, settings: Configuration, watchlist: Watchlist
) -> Scope:
    """What the kept texts have not been read for yet."""
    marks = marks_of(settings, watchlist)
    return await database.read(lambda connection: _unread(connection, marks))


def _unread(connection: Connection, marks: Marks) -> Scope:
    before = load_marks(connection)
    return scope_between(before, marks) if before and has_texts(connection) else Scope()


async def read_back(bot: Bot) -> tuple[Scope, FoundBack] | None:
    """Read the kept texts for what is new since they were last read; `None` where nothing is.

    News that was put off meanwhile (`Pipeline.hold`) is filed when it ends, well or badly; where it
    is broken off, another reading back begins, or the program ends.
    """
    try:
        came = await _read_back(bot)
    except Exception:
        bot.pipeline.release()
        raise
    bot.pipeline.release()
    return came


async def _read_back(bot: Bot) -> tuple[Scope, FoundBack] | None:
    marks = marks_of(bot.settings, bot.watchlist)

    def begin(connection: Connection) -> Scope:
        scope = _unread(connection, marks)
        if scope:
            mark_unread(
                connection, scope
            )  # what is begun must be brought to an end, whatever comes
        else:
            save_marks(connection, marks)
        return scope

    scope = await bot.database.write(begin)
    if not scope:
        return None
    log.info("reading_back_begins for=%s", _named(scope))
    all_claims = frozenset(claim.id for claim in bot.watchlist.claims)
    work = ReadingBack(
        scope,
        claims=all_claims if scope.actors else scope.claims,
        ledger=bot.ledger,
        sources=sources_of(bot.settings),
        database=bot.database,
        workers=bot.workers,
        amend=_amender(bot),
        clock=bot.clock,
    )
    found = await work.run()
    await bot.database.write(lambda connection: save_marks(connection, marks))
    bot.delivery.wake()
    log.info(
        "read_back for=%s texts=%d articles=%d silenced=%d actors=%d failed=%d since=%s",
        *(_named(scope), found.texts, found.articles, found.silenced, found.actors, found.failed),
        found.since.isoformat(timespec="minutes") if found.since else "never",
    )
    return scope, found


def _amender(bot: Bot) -> Callable[[Connection, Sequence[ChangeLine]], None]:
    def amend(connection: Connection, lines: Sequence[ChangeLine]) -> None:
        """Bring what was told up to date where it stands; what was not told stays untold."""
        told = [one for one in lines if outbox.channels_of(connection, one.id)]
        shown = view_lines(connection, told, bot.names)
        enqueue(connection, shown, rules=bot.rules, now=bot.clock())

    return amend


def what_it_came_to(scope: Scope, found: FoundBack) -> list[str]:
    """The result in words, with how far back it could look."""
    lines = [
        f"{_named(scope)}: {counted(found.articles, 'article')}, "
        f"{counted(found.actors, 'actor')} placed, no alerts."
    ]
    if found.silenced:
        lines[0] = (
            f"{lines[0].removesuffix('.')}; {counted(found.silenced, 'article')} "
            f"{'says' if found.silenced == 1 else 'say'} nothing on it any more."
        )
    if found.since is not None:
        lines.append(
            f"Looked through {counted(found.texts, 'kept text')}, back to {found.since:%-d %B %Y %H:%M} UTC; "
            f"texts are kept for {TEXTS_KEPT.days} days."
        )
    if found.failed:
        lines.append(f"{counted(found.failed, 'text')} could not be read; the log says why.")
    return lines


def counted(number: int, what: str) -> str:
    """As in "1 article" and "34 articles"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _named(scope: Scope) -> str:
    ids = sorted((*scope.claims, *scope.actors))
    rest = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + rest


class BackReader:
    """Reads back beside a running bot; a change of what it reads by begins it anew."""

    def __init__(self, bot: Bot, say: Say) -> None:
        self._bot = bot
        self._say = say
        self._task: asyncio.Task[None] | None = None
        #: What the task reads by.
        self._by: tuple[object, ...] = ()
        self._closed = False

    def begin(self) -> None:
        """Read back if there is something to read back for; to be called at any time."""
        settings = self._bot.settings
        by = (settings.watch, settings.claims, settings.actors, settings.ledger, settings.feeds)
        if self._closed or (self._task is not None and not self._task.done() and by == self._by):
            return
        old, self._by = self._task, by
        if old is not None:
            old.cancel()
        self._task = asyncio.create_task(self._run(old), name="reading back")

    async def close(self) -> None:
        """Stop where it is; the next start begins again and finds the rest."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.gather(before, return_exceptions=True)
        try:
            came = await read_back(self._bot)
            if came is not None:
                await self._say("Read back", what_it_came_to(*came))
        except Exception:
            log.exception("reading_back_ended")  # the marks stay: the next start tries again
