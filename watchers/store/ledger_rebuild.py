"""Derive the ledger again from what was learned, in the order in which it was learned.

Knows which tables are a record and which follow from it. The same record gives the same rows, byte
for byte; where it does not, the policy or its numbers have changed since, or something is broken.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.ledger.filing import Event, Filed, Gone
from watchers.ledger.ledger import Ledger
from watchers.ledger.policy import Policy
from watchers.ledger.prints import Pair
from watchers.ledger.records import Word
from watchers.ledger.shelf import MemoryShelf
from watchers.model import Authority
from watchers.store import ledger_rows as rows
from watchers.store import tables as t
from watchers.store.ledger import LedgerStore
from watchers.store.ledger_words import read_row, words_query

#: What follows from the record, with the columns that put it in order.
DERIVED = {
    t.ledger_transitions: ("id",),
    t.ledger_changes: ("actor", "claim", "number"),
    t.ledger_verdicts: ("statement",),
    t.ledger_holdings: ("actor", "claim"),
    t.ledger_moves: ("actor", "claim", "confirmed", "place"),
    t.ledger_echoes: ("statement",),
    t.ledger_carriers: ("actor", "claim", "text", "name"),
}
#: Rows written at once.
BATCH = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuilding came to."""

    events: int
    statements: int
    #: Digests of everything that follows from the record.
    before: str
    after: str

    @property
    def same(self) -> bool:
        return self.before == self.after


def rebuild(connection: Connection, policy: Policy, now: datetime) -> Rebuilt:
    """Throw away what follows from the record and derive it again, as of now."""
    LedgerStore(_no_speaker, policy).expire(connection, now)
    before = digest(connection)
    for table in (*DERIVED, t.ledger_checkpoints):
        connection.execute(sa.delete(table))
    shelf = MemoryShelf(policy)
    ledger = Ledger(shelf=shelf, speaker_key=_no_speaker, policy=policy)
    events = statements = 0
    transitions: list[rows.Row] = []
    verdicts: list[rows.Row] = []
    echoes: list[rows.Row] = []
    carriers: list[rows.Row] = []
    for filed in _replay(connection, ledger, now):
        events += filed.event is not None
        statements += len(filed.words)
        transitions += [rows.transition_row(line) for line in filed.lines]
        verdicts += [rows.verdict_row(one) for one in filed.verdicts]
        echoes += rows.echo_rows(filed)
        carriers += rows.carrier_rows(filed)
        shelf.keep(filed)
    _insert(connection, t.ledger_transitions, transitions)
    _insert(connection, t.ledger_verdicts, verdicts)
    _insert(connection, t.ledger_echoes, echoes)
    _insert(connection, t.ledger_carriers, carriers)
    _write_books(connection, shelf)
    return Rebuilt(events=events, statements=statements, before=before, after=digest(connection))


def digest(connection: Connection) -> str:
    """A digest of every row that follows from the record, in order."""
    whole = sha256()
    for table, order in DERIVED.items():
        kept = [column for column in table.c if column.name != "id"]
        query = sa.select(*kept).order_by(*(table.c[name] for name in order))
        for row in connection.execute(query):
            whole.update(json.dumps([table.name, *row], default=str).encode())
    return whole.hexdigest()


def _replay(connection: Connection, ledger: Ledger, now: datetime) -> Iterator[Filed]:
    """Each event as it was filed, with what the time before it ended; last the time until now."""
    known: dict[int, tuple[Pair, Word]] = {}
    words = _by_event(connection)
    gone = _rows_by_seq(connection, t.ledger_fallen)
    dated = _rows_by_seq(connection, t.ledger_datings)
    events = connection.execute(sa.select(t.ledger_events).order_by(t.ledger_events.c.seq)).all()
    for event in events:
        entered = words.get(event.seq, [])
        known |= {word.id: (pair, word) for _, pair, word in entered}
        if event.kind == Event.GIVEN:
            for _, pair, word in entered:
                yield ledger.give(pair, word, event.learned_at)
            continue
        yield ledger.expire(event.learned_at)
        redated = [_older(known, row.statement, row.day) for row in dated.get(event.seq, ())]
        yield ledger.file(
            [(pair, word) for _, pair, word in entered],
            gone=[
                Gone(
                    pair=known[row.statement][0],
                    word=known[row.statement][1],
                    with_copies=row.with_copies,
                )
                for row in gone.get(event.seq, ())
            ],
            redated=redated,
            named=entered[0][0] if entered else _article_of(connection, event),
            at=event.learned_at,
            event=Event(event.kind),
            number=event.seq,
        )
    yield ledger.expire(now)


def _older(known: dict[int, tuple[Pair, Word]], statement: int, day: date) -> tuple[Pair, Word]:
    pair, word = known[statement]
    known[statement] = (pair, replace(word, day=day))
    return known[statement]


def _by_event(connection: Connection) -> dict[int, list[tuple[str, Pair, Word]]]:
    """Statements as they were filed, by the event that brought them."""
    found: defaultdict[int, list[tuple[str, Pair, Word]]] = defaultdict(list)
    for row in connection.execute(words_query().order_by(t.ledger_statements.c.id)):
        word = replace(read_row(row), day=row.day)
        found[row.seq].append((row.article_id, (row.actor, row.claim), word))
    return found


def _rows_by_seq(connection: Connection, table: sa.Table) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(sa.select(table).order_by(table.c.seq, table.c.statement)):
        found[row.seq].append(row)
    return found


def _article_of(connection: Connection, event: Any) -> str | None:
    """The id of an article that brought no statement and changed what an earlier one said."""
    if event.kind != Event.ARTICLE:
        return None
    c = t.ledger_articles.c
    return connection.execute(sa.select(c.article_id).where(c.seq == event.seq)).scalar()


def _write_books(connection: Connection, shelf: MemoryShelf) -> None:
    changes, holdings, moves = [], [], []
    for pair, book in shelf.books():
        fold = book.fold
        changes += [rows.told_row(pair, told) for told in (*book.ended, *book.told)]
        moves += rows.move_rows(pair, fold.moves)
        if fold.holding is not None:
            contested = fold.dispute is not None
            holdings.append(rows.holding_row(pair, fold.holding, contested=contested))
    _insert(connection, t.ledger_changes, changes)
    _insert(connection, t.ledger_holdings, holdings)
    _insert(connection, t.ledger_moves, moves)


def _insert(connection: Connection, table: sa.Table, new: list[rows.Row]) -> None:
    for start in range(0, len(new), BATCH):
        connection.execute(sa.insert(table), new[start : start + BATCH])


def _no_speaker(actor: str, speaker: str, authority: Authority, on: date) -> str:
    raise AssertionError("what was filed has its speakers' keys")
