"""The texts that were fetched, kept for some days. Knows the table; not what texts mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.articles.records import Kept
from watchers.links import canonical_link
from watchers.store.tables import pages


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A text as it was fetched, with its address."""

    url: str
    fetched_at: datetime
    kept: Kept


def keep_page(connection: Connection, url: str, kept: Kept, *, now: datetime) -> bool:
    """Keep the newest text of an address; whether it differs from the one that was kept."""
    key = canonical_link(url)
    before = connection.execute(
        sa.select(pages.c.text_hash).where(pages.c.canonical_link == key)
    ).scalar()
    values = {
        "url": url,
        "fetched_at": now,
        "text_hash": kept.text_hash,
        "holds": kept.holds,
        "content": kept.content,
    }
    if before is None:
        connection.execute(pages.insert().values(canonical_link=key, **values))
    else:
        connection.execute(pages.update().where(pages.c.canonical_link == key).values(**values))
    return before != kept.text_hash


def kept_page(connection: Connection, url: str) -> KeptPage | None:
    row = connection.execute(
        sa.select(pages).where(pages.c.canonical_link == canonical_link(url))
    ).first()
    return None if row is None else _page(row)


def kept_pages(connection: Connection) -> Iterator[KeptPage]:
    """Every text that is kept, newest first: what a new claim or keyword is tried on."""
    for row in connection.execute(sa.select(pages).order_by(pages.c.fetched_at.desc())):
        yield _page(row)


def forget_old_pages(connection: Connection, *, now: datetime, kept_for: timedelta) -> int:
    return connection.execute(pages.delete().where(pages.c.fetched_at < now - kept_for)).rowcount


def _page(row: sa.Row[Any]) -> KeptPage:
    kept = Kept(holds=row.holds, content=row.content, text_hash=row.text_hash)
    return KeptPage(url=row.url, fetched_at=row.fetched_at, kept=kept)
