"""Record what came of an entry: its text, its verdict, its next visit. Knows the tables' modules.

To be called in the transaction that records the entry's statements: a process that dies before it
ends finds the entry as it was and reads it again.
"""

from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from watchers.articles.records import Made, PutOff, Read, Refused
from watchers.store.entries import EntryVerdict, StoredEntry, mark_done, put_off, visit_again
from watchers.store.pages import keep_page

#: Between two visits of a live blog, and how long it is visited at all.
LIVE_EVERY, LIVE_FOR = timedelta(minutes=20), timedelta(hours=24)


def record_made(connection: Connection, stored: StoredEntry, made: Made, *, now: datetime) -> bool:
    """Whether the entry's article holds a text that the ledger has not been given yet."""
    match made:
        case PutOff():
            put_off(connection, stored.id, until=made.until, reason=made.reason, detail=made.detail)
            return False
        case Refused():
            if made.kept is not None and stored.entry.link is not None:
                keep_page(connection, stored.entry.link, made.kept, now=now)
            verdict = EntryVerdict(via=None, reason=made.reason, detail=made.detail)
            mark_done(connection, stored.id, verdict, revision=stored.revision, now=now)
            _follow(connection, stored, made, now=now)
            return False
        case Read():
            return _record_read(connection, stored, made, now=now)


def _record_read(connection: Connection, stored: StoredEntry, made: Read, *, now: datetime) -> bool:
    is_new = keep_page(connection, made.article.url, made.kept, now=now)
    verdict = EntryVerdict(
        via=made.source,
        reason=made.reason,
        detail=made.detail,
        article_id=made.article.id,
        statements=len(made.statements),
    )
    mark_done(connection, stored.id, verdict, revision=stored.revision, now=now)
    _follow(connection, stored, made, now=now)
    return is_new


def _follow(
    connection: Connection, stored: StoredEntry, made: Read | Refused, *, now: datetime
) -> None:
    """See a live blog again while it grows."""
    if made.is_live and now - stored.first_seen_at < LIVE_FOR:
        visit_again(connection, stored.id, at=now + LIVE_EVERY)
