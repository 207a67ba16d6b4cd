"""Kept texts and what the ledger has of them, to be read again. Knows the tables; decides nothing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.articles.records import Kept, Material
from watchers.links import canonical_link
from watchers.model import Act, Authority, Position, Statement, Via, When
from watchers.scope import Said, said_in
from watchers.store import tables as t
from watchers.store.entries import expanded, read_origin
from watchers.store.tables import entries, feeds, pages


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """A kept text with what else is known of its page."""

    key: str
    kept: Kept
    fetched_at: datetime
    #: As the feed has it; its outlet and owner are the configuration's to say.
    material: Material
    feed_url: str | None


def kept_keys(connection: Connection) -> tuple[str, ...]:
    """Every kept text, oldest first."""
    query = sa.select(pages.c.canonical_link).order_by(pages.c.fetched_at, pages.c.canonical_link)
    return tuple(connection.execute(query).scalars())


def oldest_text(connection: Connection) -> datetime | None:
    """When the oldest text that is kept was fetched."""
    return connection.execute(
        sa.select(pages.c.fetched_at).order_by(pages.c.fetched_at).limit(1)
    ).scalar()


def kept_texts(connection: Connection, keys: Sequence[str]) -> list[KeptText]:
    """The texts of these keys, in that order; what was forgotten since is left out."""
    rows = {
        row.canonical_link: row
        for row in connection.execute(sa.select(pages).where(pages.c.canonical_link.in_(keys)))
    }
    query = (
        sa.select(entries, feeds.c.url.label("feed_url"), feeds.c.title.label("feed_title"))
        .join(feeds, feeds.c.id == entries.c.feed_id)
        .where(entries.c.canonical_link.in_(keys))
        .order_by(entries.c.id.desc())
    )
    listed = {row.canonical_link: row for row in connection.execute(query)}  # the first entry wins
    return [_text(rows[key], listed.get(key)) for key in keys if key in rows]


def _text(row: Any, entry: Any | None) -> KeptText:
    return KeptText(
        key=row.canonical_link,
        kept=Kept(holds=row.holds, content=row.content, text_hash=row.text_hash),
        fetched_at=row.fetched_at,
        material=Material(
            url=row.url,
            title=entry.title if entry else "",
            summary=expanded(entry.summary) if entry else "",
            published=entry.published if entry else None,
            author=entry.author if entry else None,
            outlet=None,
            feed_title=entry.feed_title if entry else "",
            owner=None,
            seen_at=entry.first_seen_at if entry else row.fetched_at,
            origin=read_origin(entry) if entry else None,
        ),
        feed_url=entry.feed_url if entry else None,
    )


def is_kept_still(connection: Connection, text: KeptText) -> bool:
    """Whether nobody has fetched a newer text of the page meanwhile."""
    found = connection.execute(
        sa.select(pages.c.text_hash).where(pages.c.canonical_link == text.key)
    ).scalar()
    return found == text.kept.text_hash


def statements_of(connection: Connection, url: str) -> tuple[Statement, ...]:
    """What the ledger has of the article at an address as it stands now."""
    a, e, s, f = t.ledger_articles.c, t.ledger_events.c, t.ledger_statements.c, t.ledger_fallen.c
    version = connection.execute(sa.select(sa.func.max(a.seq)).where(a.url == url)).scalar()
    gone = sa.select(e.seq).where(e.kind == "gone", e.about == version)
    if version is None or connection.execute(gone).first() is not None:
        return ()
    fallen = sa.exists().where(f.statement == s.id)
    rows = connection.execute(
        sa.select(t.ledger_statements).where(s.seq == version, ~fallen).order_by(s.id)
    )
    return tuple(_statement(row) for row in rows)


def speaking_keys(
    connection: Connection, claims: Sequence[str], actors: Sequence[str]
) -> frozenset[str]:
    """Kept texts that the ledger has statements of, on these claims or of these actors."""
    a, s = t.ledger_articles.c, t.ledger_statements.c
    rows = connection.execute(
        sa.select(a.url)
        .distinct()
        .join(t.ledger_statements, s.seq == a.seq)
        .where(sa.or_(s.claim.in_(claims), s.actor.in_(actors)))
    )
    return frozenset(canonical_link(row.url) for row in rows)


def marked_wrong(connection: Connection, url: str) -> frozenset[Said]:
    """What a person marked as misread in any version of the article."""
    a, e, s = t.ledger_articles.c, t.ledger_events.c, t.ledger_statements.c
    rows = connection.execute(
        sa.select(t.ledger_statements)
        .join(t.ledger_articles, a.seq == s.seq)
        .join(t.ledger_events, sa.and_(e.kind == "wrong", e.about == s.id))
        .where(a.url == url)
    )
    return frozenset(said_in(_statement(row)) for row in rows)


def placed(
    connection: Connection, claims: Sequence[str], actors: Sequence[str]
) -> set[tuple[str, str]]:
    """Pairs of an actor and a claim, of these, that hold a position."""
    c = t.ledger_holdings.c
    rows = connection.execute(
        sa.select(c.actor, c.claim).where(sa.or_(c.claim.in_(claims), c.actor.in_(actors)))
    )
    return {(row.actor, row.claim) for row in rows}


def record_read_again(
    connection: Connection, key: str, *, article_id: str, statements: int, kept: Kept
) -> None:
    """The page is an article after all: keep that, with the day on which it was fetched."""
    connection.execute(
        pages.update()
        .where(pages.c.canonical_link == key)
        .values(holds=kept.holds, content=kept.content, text_hash=kept.text_hash)
    )
    connection.execute(
        entries.update()
        .where(entries.c.canonical_link == key, entries.c.done.is_(True))
        .values(via="page", reason="read", detail="", article_id=article_id, statements=statements)
    )


def _statement(row: Any) -> Statement:
    return Statement(
        actor=row.actor,
        claim=row.claim,
        position=Position(row.position),
        speaker=row.speaker,
        authority=Authority(row.authority),
        when=When(row.when_),
        via=Via(row.via),
        act=Act(row.act) if row.act else None,
        said_on=row.said_on,
        evidence=row.evidence,
        span=(row.span_start, row.span_end) if row.span_start is not None else None,
        confidence=row.confidence,
        rules=tuple(json.loads(row.rules)),
    )
