"""Answers out of the store, on the database's own thread. Knows the store's questions; no chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.answering.answers import FeedView, StatementView
from bot.telling import Names, view_changes, view_evidence, view_holdings
from bot.views import ChangeView, HoldingView
from watchers.store import asking, outbox
from watchers.store.ledger_history import History, history_of, stood_then
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection

#: A picture of a history under a title; `None` where it cannot be drawn.
Draw = Callable[[History, str], Awaitable[bytes | None]]
#: What each stage made of an article, one line each.
Explain = Callable[[str], Awaitable[Sequence[str]]]
#: Every feed that is watched.
ListFeeds = Callable[["Connection"], Sequence[FeedView]]


class StoreAnswers:
    """`bot.answering.answers.Answers` from a database."""

    def __init__(
        self,
        store: DatabaseThread,
        names: Names,
        *,
        draw: Draw,
        explain: Explain,
        list_feeds: ListFeeds,
    ) -> None:
        self._store = store
        self._names = names
        self._draw = draw
        self._explain = explain
        self._list_feeds = list_feeds

    async def stances(
        self, *, actor: str | None, claim: str | None, as_of: date | None = None
    ) -> Sequence[HoldingView]:
        return await self._store.read(
            lambda c: find_stances(c, self._names, actor=actor, claim=claim, as_of=as_of)
        )

    async def moved(self, since: date) -> Sequence[ChangeView]:
        return await self._store.read(
            lambda c: view_changes(c, asking.moved_since(c, since), self._names)
        )

    async def statements(self, *, actor: str, claim: str) -> Sequence[StatementView]:
        return await self._store.read(lambda c: find_statements(c, actor, claim))

    async def changes_under(self, mark: str) -> Sequence[ChangeView]:
        return await self._store.read(lambda c: _changes_under(c, mark, self._names))

    async def chart(self, *, actor: str, claim: str) -> bytes | None:
        found = await self._store.read(lambda c: history_of(c, (actor, claim)))
        title = f"{self._names.actors.name(actor)}: {self._names.claims.name(claim)}"
        return await self._draw(found, title)

    async def why(self, link: str) -> Sequence[str]:
        return await self._explain(link)

    async def feeds(self) -> Sequence[FeedView]:
        return await self._store.read(self._list_feeds)


def find_stances(
    connection: Connection,
    names: Names,
    *,
    actor: str | None,
    claim: str | None,
    as_of: date | None = None,
    known: date | None = None,
) -> list[HoldingView]:
    """Where they stand, or stood; as it is known now, or was known at the end of a day."""
    if known is not None:
        holdings = stood_then(connection, known, as_of=as_of, actor=actor, claim=claim)
        return [replace(one, pending=None) for one in view_holdings(connection, holdings, names)]
    if as_of is None:
        holdings = asking.standing(connection, actor=actor, claim=claim)
        return view_holdings(connection, holdings, names)
    holdings = asking.stood(connection, as_of, actor=actor, claim=claim)
    return [replace(one, pending=None) for one in view_holdings(connection, holdings, names)]


def find_statements(connection: Connection, actor: str, claim: str) -> list[StatementView]:
    """What was read of an actor on a claim, newest first."""
    return [
        StatementView(
            evidence=view_evidence(one),
            day=one.day,
            reason="taken_back" if one.fallen else one.reason,
        )
        for one in asking.said_by(connection, actor, claim)
    ]


def _changes_under(connection: Connection, mark: str, names: Names) -> list[ChangeView]:
    message = outbox.message_marked(connection, mark)
    if message is None:
        return []
    subjects = [item.subject for item in outbox.items_of(connection, message.id)]
    found = [asking.change(connection, subject) for subject in subjects]
    return view_changes(connection, [one for one in found if one is not None], names)
