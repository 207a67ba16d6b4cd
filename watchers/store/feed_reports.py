"""How each feed fares, and what came of one article. Reads the tables; writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.articles.making import article_id
from watchers.feeds.records import AlarmKind, FeedState
from watchers.store import feeds as feed_store
from watchers.store.asking import Said, said
from watchers.store.entries import EntryVerdict, StoredEntry, entries_of_link
from watchers.store.model_readings import ReadingVerdict, verdict_on
from watchers.store.pages import KeptPage, kept_page
from watchers.store.tables import entries, feeds, ledger_articles, ledger_statements
from watchers.store.waiting import Stock, unread_stock

#: Days over which entries a day and statements a month are counted.
_ENTRIES_OVER, _STATEMENTS_OVER = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReport:
    """One feed as the operator sees it."""

    state: FeedState
    #: Entries that were new, a day, over the last week or since the feed's first sight.
    entries_a_day: float
    #: Statements read from it in the last 30 days.
    statements_a_month: int
    #: Entries that wait to be read.
    waiting: int
    #: How far what it listed at first sight has come; `None` where all of it is read.
    stock: Stock | None
    alarms: frozenset[AlarmKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One feed's entry that leads to an article, and what came of it."""

    stored: StoredEntry
    verdict: EntryVerdict
    done: bool
    next_try_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Everything the store knows of one address."""

    url: str
    sights: tuple[Sight, ...]
    kept: KeptPage | None
    #: What the ledger was given and made of it, the newest version's statements.
    said: tuple[Said, ...]
    #: What the second reader made of it; `None` where it never had it.
    second: ReadingVerdict | None = None


def report_feeds(
    connection: Connection, urls: Sequence[str], *, now: datetime
) -> tuple[FeedReport, ...]:
    """A report for each of the named feeds that was ever registered."""
    # What the first sight brought is the feed's stock, not a day's work.
    week = _counted(
        connection,
        entries.c.first_seen_at >= now - _ENTRIES_OVER,
        entries.c.first_seen_at > feeds.c.first_success_at,
    )
    waiting = _counted(connection, entries.c.done.is_(False))
    statements = _statements(connection, since=now - _STATEMENTS_OVER)
    stocks = {stock.feed_url: stock for stock in unread_stock(connection, now=now)}
    return tuple(
        FeedReport(
            state=state,
            entries_a_day=week.get(state.id, 0) / _days_watched(state, now),
            statements_a_month=statements.get(state.id, 0),
            waiting=waiting.get(state.id, 0),
            stock=stocks.get(state.url),
            alarms=feed_store.raised_alarms(connection, state.id),
        )
        for state in feed_store.all_feeds(connection, urls)
    )


def _days_watched(state: FeedState, now: datetime) -> float:
    since = max(state.first_success_at or now, now - _ENTRIES_OVER)
    return max((now - since) / timedelta(days=1), 1.0)


def _counted(connection: Connection, *where: sa.ColumnElement[bool]) -> dict[int, int]:
    rows = connection.execute(
        sa.select(entries.c.feed_id, sa.func.count())
        .join(feeds, feeds.c.id == entries.c.feed_id)
        .where(*where)
        .group_by(entries.c.feed_id)
    )
    return {row[0]: row[1] for row in rows}


def _statements(connection: Connection, *, since: datetime) -> dict[int, int]:
    rows = connection.execute(
        sa.select(entries.c.feed_id, sa.func.sum(entries.c.statements))
        .where(entries.c.done_at >= since)
        .group_by(entries.c.feed_id)
    )
    return {row[0]: row[1] for row in rows}


def trace_article(connection: Connection, url: str) -> Trace:
    """What every room made of the article behind an address."""
    sights = tuple(_sight(stored, row) for stored, row in entries_of_link(connection, url))
    kept = kept_page(connection, url)
    addresses = [url, *(s.stored.entry.link for s in sights), kept.url if kept else None]
    ids = {article_id(address) for address in addresses if address}
    ids |= {s.verdict.article_id for s in sights if s.verdict.article_id}
    return Trace(
        url=url,
        sights=sights,
        kept=kept,
        said=_said(connection, ids),
        second=verdict_on(connection, ids),
    )


def _sight(stored: StoredEntry, row: Any) -> Sight:
    verdict = EntryVerdict(
        via=row.via,
        reason=row.reason or "",
        detail=row.detail,
        article_id=row.article_id,
        statements=row.statements,
    )
    return Sight(stored=stored, verdict=verdict, done=row.done, next_try_at=row.next_try_at)


def _said(connection: Connection, article_ids: Iterable[str]) -> tuple[Said, ...]:
    newest = connection.execute(
        sa.select(sa.func.max(ledger_articles.c.seq)).where(
            ledger_articles.c.article_id.in_(list(article_ids))
        )
    ).scalar()
    ids = connection.execute(
        sa.select(ledger_statements.c.id).where(ledger_statements.c.seq == newest)
    ).scalars()
    return tuple(said(connection, list(ids)).values())
