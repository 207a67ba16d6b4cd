"""Articles with what was read in them, as labels. Reads; writes nothing. Knows tables, no files."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.store import tables as t

#: Columns of a statement that are a label's keys, by their names there.
_LABEL = {
    "actor": "actor",
    "claim": "claim",
    "position": "position",
    "speaker": "speaker",
    "when_": "when",
    "via": "via",
    "act": "act",
    "said_on": "said_on",
    "evidence": "evidence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One version of an article and its labels."""

    id: str
    url: str
    #: What stands, as a label's keys and values; keys without a value are left out.
    standing: tuple[dict[str, Any], ...]
    #: What was marked as misread or left with its article.
    fallen: tuple[dict[str, Any], ...]


def labelled_by(connection: Connection, statements: Iterable[int]) -> list[Labelled]:
    """The articles in which these statements were read, oldest first."""
    s, a = t.ledger_statements, t.ledger_articles
    versions = connection.execute(
        sa.select(a.c.seq, a.c.article_id, a.c.url)
        .join(s, s.c.seq == a.c.seq)
        .where(s.c.id.in_(list(statements)))
        .distinct()
        .order_by(a.c.seq)
    )
    return [_labelled(connection, row) for row in versions]


def _labelled(connection: Connection, version: Any) -> Labelled:
    s = t.ledger_statements
    has_fallen = sa.exists().where(t.ledger_fallen.c.statement == s.c.id).label("has_fallen")
    rows = connection.execute(
        sa.select(s, has_fallen).where(s.c.seq == version.seq).order_by(s.c.id)
    ).all()
    return Labelled(
        id=version.article_id,
        url=version.url,
        standing=tuple(_label(row) for row in rows if not row.has_fallen),
        fallen=tuple(_label(row) for row in rows if row.has_fallen),
    )


def _label(row: Any) -> dict[str, Any]:
    values = row._mapping
    label = {name: values[column] for column, name in _LABEL.items() if values[column] is not None}
    return {key: str(value) for key, value in label.items()}
