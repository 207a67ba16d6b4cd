"""Entries, what came of them, and the texts that were fetched. Knows the tables; decides nothing.

An entry is stored before the feed's validators are, and is marked done in the transaction that
records what it said: a process that dies in between finds it again and reads it.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.feeds.identity import content_hash
from watchers.links import canonical_link
from watchers.model import Entry, Origin
from watchers.store.tables import entries, feeds

#: Edits of one entry that are read; a text that changes at every poll changes by a counter or a clock.
MOST_REVISIONS = 24
#: For so long a page that was read is taken to be the same when another entry leads to it.
SAME_PAGE_FOR = timedelta(hours=6)
_FROM_PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """An entry as the store has it."""

    id: int
    feed_url: str
    feed_title: str
    entry: Entry
    first_seen_at: datetime
    #: Fills the ledger, never alerts.
    silent: bool
    #: Not worth its page: read from what the feed says.
    brief: bool
    #: How often the publisher has changed it.
    revision: int
    #: How often reading it was tried and put off.
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCounts:
    """What one answer of a feed brought."""

    total: int
    new: int
    #: Known, with another text than before.
    edited: int

    @property
    def known(self) -> int:
        return self.total - self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryVerdict:
    """What came of an entry; `volteface why` shows it."""

    #: What was read: "page", "entry" or "headline"; `None` where nothing was.
    via: str | None
    #: Why it was read that way, or why not at all.
    reason: str
    detail: str = ""
    article_id: str | None = None
    statements: int = 0


def store_entries(
    connection: Connection,
    feed_id: int,
    found: Iterable[Entry],
    *,
    now: datetime,
    silent_if: Callable[[Entry], bool],
    brief: Collection[str] = (),
) -> EntryCounts:
    """Store what is new and what was edited; `silent_if(entry)` marks new ones silent.

    `brief` holds identities of entries whose pages are not fetched when they are new.
    """
    found = list(found)
    known = _Known(connection, feed_id, found)
    edited = 0
    seen: list[int] = []
    fresh: list[dict[str, Any]] = []
    for entry in found:
        content = content_hash(entry)
        row = known.row_of(entry, content)
        if row is None:
            silent, is_brief = silent_if(entry), entry.identity in brief
            columns = {"feed_id": feed_id, "silent": silent, "brief": is_brief}
            fresh.append({**columns, **_new_columns(entry, content, now)})
            continue
        seen.append(row.id)
        if row.content_hash != content and row.revision < MOST_REVISIONS:
            edited += 1
            _revise(connection, row.id, entry, content, now=now, silent=silent_if(entry))
    if fresh:
        # All at once: one by one the hundreds of a first sight would keep the store busy for a second.
        connection.execute(entries.insert(), fresh)
    for start in range(0, len(seen), 500):
        connection.execute(
            entries.update()
            .where(entries.c.id.in_(seen[start : start + 500]))
            .values(last_seen_at=now)
        )
    return EntryCounts(total=len(found), new=len(fresh), edited=edited)


class _Known:
    """The entries of a feed that the store has, to recognise those of an answer.

    By identity; and, since some feeds make new ids at every poll, by what an entry says, or by its
    link where neither this answer nor an earlier entry leaves a doubt about it.
    """

    def __init__(self, connection: Connection, feed_id: int, found: Iterable[Entry]) -> None:
        columns = (
            entries.c.id,
            entries.c.identity,
            entries.c.content_hash,
            entries.c.canonical_link,
            entries.c.revision,
        )
        rows = connection.execute(sa.select(*columns).where(entries.c.feed_id == feed_id)).all()
        present = {entry.identity for entry in found}
        links = Counter(canonical_link(entry.link) for entry in found if entry.link)
        self._by_identity = {row.identity: row for row in rows}
        self._by_content = {row.content_hash: row for row in rows}
        self._by_link = {
            row.canonical_link: row
            for row in rows
            if row.identity not in present and links[row.canonical_link] == 1
        }

    def row_of(self, entry: Entry, content: str) -> Any:
        """The stored row that is this entry; `None` for a new one."""
        row = self._by_identity.get(entry.identity) or self._by_content.get(content)
        if row is None and entry.link:
            row = self._by_link.get(canonical_link(entry.link))
        return row


def _new_columns(entry: Entry, content: str, now: datetime) -> dict[str, Any]:
    return {
        "identity": entry.identity,
        "first_seen_at": now,
        "last_seen_at": now,
        "next_try_at": now,
        "published": entry.published,
        **_text_columns(entry, content),
    }


def _revise(
    connection: Connection,
    entry_id: int,
    entry: Entry,
    content: str,
    *,
    now: datetime,
    silent: bool,
) -> None:
    """Keep the first date: a bumped one is no news."""
    connection.execute(
        entries.update()
        .where(entries.c.id == entry_id)
        .values(
            last_seen_at=now,
            silent=silent,
            brief=False,
            revision=entries.c.revision + 1,
            done=False,
            attempts=0,
            next_try_at=now,
            **_text_columns(entry, content),
        )
    )


def _text_columns(entry: Entry, content: str) -> dict[str, Any]:
    return {
        "content_hash": content,
        "link": entry.link,
        "canonical_link": canonical_link(entry.link) if entry.link else None,
        "title": entry.title,
        "summary": compressed(entry.summary),
        "author": entry.author,
        "origin_name": entry.origin.name if entry.origin else None,
        "origin_url": entry.origin.url if entry.origin else None,
    }


def entries_of_link(connection: Connection, link: str) -> tuple[tuple[StoredEntry, Any], ...]:
    """Every entry that leads to a page, with its row, whose verdict columns `why` shows."""
    rows = connection.execute(
        sa.select(entries, feeds.c.url.label("feed_url"), feeds.c.title.label("feed_title"))
        .join(feeds, feeds.c.id == entries.c.feed_id)
        .where(entries.c.canonical_link == canonical_link(link))
        .order_by(entries.c.id)
    )
    return tuple((read_entry(row), row) for row in rows)


def page_was_read(connection: Connection, stored: StoredEntry) -> bool:
    """Whether the entry's page was read for another entry after this one was last changed.

    Papers list one article in several of their feeds; reading it once is enough.
    """
    if stored.entry.link is None or stored.revision:
        return False
    found = connection.execute(
        sa.select(entries.c.id)
        .where(
            entries.c.canonical_link == canonical_link(stored.entry.link),
            entries.c.id != stored.id,
            entries.c.done.is_(True),
            entries.c.via == _FROM_PAGE,
            entries.c.done_at >= stored.first_seen_at - SAME_PAGE_FOR,
        )
        .limit(1)
    ).first()
    return found is not None


def put_off(
    connection: Connection, entry_id: int, *, until: datetime, reason: str, detail: str
) -> None:
    """Try again later: a page that a server kept back is not a page without news."""
    connection.execute(
        entries.update()
        .where(entries.c.id == entry_id)
        .values(attempts=entries.c.attempts + 1, next_try_at=until, reason=reason, detail=detail)
    )


def mark_done(
    connection: Connection, entry_id: int, verdict: EntryVerdict, *, revision: int, now: datetime
) -> None:
    """Record what came of an entry, unless it was edited while it was read."""
    connection.execute(
        entries.update()
        .where(entries.c.id == entry_id, entries.c.revision == revision)
        .values(
            done=True,
            done_at=now,
            via=verdict.via,
            reason=verdict.reason,
            detail=verdict.detail,
            article_id=verdict.article_id,
            statements=verdict.statements,
        )
    )


def visit_again(connection: Connection, entry_id: int, *, at: datetime) -> None:
    """Read a done entry once more: its page grows."""
    connection.execute(
        entries.update()
        .where(entries.c.id == entry_id)
        .values(done=False, attempts=0, next_try_at=at)
    )


def forget_old_entries(
    connection: Connection, *, now: datetime, ids_kept: timedelta, texts_kept: timedelta
) -> int:
    """Empty texts and drop ids past their age; each feed keeps twice its largest answer's ids."""
    connection.execute(
        entries.update()
        .where(entries.c.done.is_(True), entries.c.last_seen_at < now - texts_kept)
        .values(summary=compressed(""))
    )
    dropped = 0
    for feed in connection.execute(sa.select(feeds.c.id, feeds.c.largest)).all():
        kept = (
            sa.select(entries.c.id)
            .where(entries.c.feed_id == feed.id)
            .order_by(entries.c.last_seen_at.desc(), entries.c.id.desc())
            .limit(2 * feed.largest)
        )
        dropped += connection.execute(
            entries.delete().where(
                entries.c.feed_id == feed.id,
                entries.c.done.is_(True),
                entries.c.last_seen_at < now - ids_kept,
                entries.c.id.not_in(kept),
            )
        ).rowcount
    return dropped


def compressed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "replace"))


def expanded(content: bytes) -> str:
    return zlib.decompress(content).decode("utf-8")


def read_entry(row: Any) -> StoredEntry:
    """An entry from a row with its feed's address and title."""
    return StoredEntry(
        id=row.id,
        feed_url=row.feed_url,
        feed_title=row.feed_title,
        entry=Entry(
            identity=row.identity,
            link=row.link,
            title=row.title,
            summary=expanded(row.summary),
            published=row.published,
            author=row.author,
            origin=read_origin(row),
        ),
        first_seen_at=row.first_seen_at,
        silent=row.silent,
        brief=row.brief,
        revision=row.revision,
        attempts=row.attempts,
    )


def read_origin(row: Any) -> Origin | None:
    """Whom an entry is from, from its row."""
    if row.origin_name is None:
        return None
    return Origin(name=row.origin_name, url=row.origin_url)
