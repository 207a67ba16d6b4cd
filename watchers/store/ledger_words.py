"""Statements as words: the one query for them and how its rows are read. Knows columns."""

from typing import Any

import sqlalchemy as sa

from watchers.ledger.records import Word
from watchers.ledger.shelf import given_source
from watchers.store import ledger_rows as rows
from watchers.store import tables as t


def words_query() -> sa.Select[Any]:
    """Statements with their sources, the day they were given since, and whether they have left."""
    s, a, d, f = (
        t.ledger_statements.c,
        t.ledger_articles.c,
        t.ledger_datings.c,
        t.ledger_fallen.c,
    )
    dated = sa.select(sa.func.min(d.day)).where(d.statement == s.id).scalar_subquery()
    fallen = sa.select(sa.func.max(sa.cast(f.with_copies, sa.Integer)))
    return sa.select(
        t.ledger_statements,
        a.article_id,
        a.text,
        a.source,
        sa.type_coerce(dated, sa.Date).label("dated"),
        fallen.where(f.statement == s.id).scalar_subquery().label("fallen"),
    ).outerjoin(t.ledger_articles, a.seq == s.seq)


def read_row(row: Any) -> Word:
    """A row of `words_query` as a word."""
    if row.source is None:
        source = given_source(row.actor, row.claim, row.id)
    else:
        source = rows.read_source(row.seq, row.text, row.article_id, row.source)
    return rows.read_word(row, source)
