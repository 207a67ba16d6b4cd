"""How an actor got where it stands, by both times: what was said when, and what was known when.

Knows the ledger's record; folds a book of its own where another day's knowledge is asked for.
Writes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.ledger.book import Book, Fallen
from watchers.ledger.filing import change_id
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.prints import Pair
from watchers.ledger.records import Carriers, Fold, Word
from watchers.model import Kind, Position, State, Via
from watchers.store import tables as t
from watchers.store.asking import Stands
from watchers.store.ledger_words import read_row, words_query


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A position from a day on; `kind` is that of the move to it, `None` for the first."""

    since: date
    position: Position
    kind: Kind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A statement with its two times."""

    id: int
    day: date
    learned_at: datetime
    position: Position
    speaker: str
    via: Via
    evidence: str
    outlet: str | None
    url: str | None
    #: Why it moved nothing when it came; `None` where it did.
    reason: str | None
    #: It was taken back with its article, or marked as misread.
    fallen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change's state, when it was told."""

    change: str
    state: State
    origin: Position
    to: Position
    since: date
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of an actor on a claim."""

    fold: Fold
    stretches: tuple[Stretch, ...] = ()
    said: tuple[Heard, ...] = ()
    told: tuple[Turn, ...] = ()


def history_of(
    connection: Connection,
    pair: Pair,
    *,
    as_of: date | None = None,
    known: date | None = None,
    policy: Policy = DEFAULT,
) -> History:
    """What was said up to the day `as_of`, as far as it was learned up to the day `known`."""
    until = _end_of(known)
    said = tuple(one for one in _said(connection, pair, until) if as_of is None or one.day <= as_of)
    book = Book(policy)
    words, fallen = _words(connection, pair, until, as_of)
    book.load(words, fallen, carriers=_carriers(connection, pair, until))
    told = tuple(
        one for one in _told(connection, pair, until) if as_of is None or one.since <= as_of
    )
    return History(fold=book.fold, stretches=_stretches(book), said=said, told=told)


def pairs_of(connection: Connection, *, actor: str | None, claim: str | None) -> Sequence[Pair]:
    """Everybody of whom anything was learned."""
    c = t.ledger_statements.c
    query = sa.select(c.actor, c.claim).distinct().order_by(c.claim, c.actor)
    if actor is not None:
        query = query.where(c.actor == actor)
    if claim is not None:
        query = query.where(c.claim == claim)
    return [(row.actor, row.claim) for row in connection.execute(query)]


def stood_then(
    connection: Connection,
    known: date,
    *,
    as_of: date | None,
    actor: str | None,
    claim: str | None,
    policy: Policy = DEFAULT,
) -> list[Stands]:
    """Where they stood on a day, today where none is given, as it was known at the end of another."""
    found = []
    for pair in pairs_of(connection, actor=actor, claim=claim):
        then = history_of(connection, pair, known=known, policy=policy)
        passed = [one for one in then.stretches if as_of is None or one.since <= as_of]
        holding = then.fold.holding
        if not passed or holding is None:
            continue
        last = passed[-1]
        is_last = last is then.stretches[-1]
        said = [
            one
            for one in then.said
            if one.position is last.position and one.via is not Via.SECONDHAND and not one.fallen
        ]
        heard = [one.day for one in said if as_of is None or one.day <= as_of]
        found.append(
            Stands(
                actor=pair[0],
                claim=pair[1],
                position=last.position,
                since=last.since,
                heard=max(heard, default=last.since),
                inherited=is_last and holding.inherited,
                contested=is_last and then.fold.dispute is not None,
                statements=tuple(one.id for one in said if one.day == last.since),
            )
        )
    return found


def _stretches(book: Book) -> tuple[Stretch, ...]:
    fold = book.fold
    first = next(
        (step.after.holding for step in book.steps() if step.after.holding is not None), None
    )
    if first is None:
        return ()
    start = fold.moves[0].origin if fold.moves else first.position
    return (
        Stretch(since=first.since, position=start, kind=None),
        *(Stretch(since=one.since, position=one.to, kind=one.kind) for one in fold.moves),
    )


def _words(
    connection: Connection, pair: Pair, until: datetime, as_of: date | None
) -> tuple[list[Word], list[Fallen]]:
    """The words that stood then, and what had fallen."""
    s = t.ledger_statements.c
    gone = _gone(connection, pair, until)
    query = words_query().where(s.actor == pair[0], s.claim == pair[1], s.seq.in_(_learned(until)))
    words, fallen = [], []
    for row in connection.execute(query):
        word = read_row(row)
        if word.id not in gone:
            words.append(word)
        elif gone[word.id]:
            fallen.append(
                Fallen(source=word.source, direction=word.direction, published=word.published)
            )
    return [word for word in words if as_of is None or word.day <= as_of], fallen


def _carriers(connection: Connection, pair: Pair, until: datetime) -> Carriers:
    """Who was known by then to have printed the texts that speak to a pair."""
    c = t.ledger_carriers.c
    query = sa.select(c.text, c.name).where(
        c.actor == pair[0], c.claim == pair[1], c.seq.in_(_learned(until))
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for text, name in connection.execute(query):
        found[text].add(name)
    return found


def _gone(connection: Connection, pair: Pair, until: datetime) -> dict[int, bool]:
    """Statements that had left by then, and whether their copies did."""
    s, f = t.ledger_statements.c, t.ledger_fallen.c
    query = (
        sa.select(f.statement, f.with_copies)
        .join(t.ledger_statements, s.id == f.statement)
        .where(s.actor == pair[0], s.claim == pair[1], f.seq.in_(_learned(until)))
    )
    return {row.statement: row.with_copies for row in connection.execute(query)}


def _said(connection: Connection, pair: Pair, until: datetime) -> list[Heard]:
    s, e, a, v = (
        t.ledger_statements.c,
        t.ledger_events.c,
        t.ledger_articles.c,
        t.ledger_verdicts.c,
    )
    gone = _gone(connection, pair, until)
    query = (
        words_query()
        .add_columns(e.learned_at, a.outlet, a.url, v.reason)
        .join(t.ledger_events, e.seq == s.seq)
        .outerjoin(t.ledger_verdicts, v.statement == s.id)
        .where(s.actor == pair[0], s.claim == pair[1], e.learned_at <= until)
    )
    found = [_heard(row, gone) for row in connection.execute(query)]
    return sorted(found, key=lambda one: (one.day, one.learned_at, one.id))


def _heard(row: Any, gone: dict[int, bool]) -> Heard:
    return Heard(
        id=row.id,
        day=min(row.day, row.dated) if row.dated else row.day,
        learned_at=row.learned_at,
        position=Position(row.position),
        speaker=row.speaker,
        via=Via(row.via),
        evidence=row.evidence,
        outlet=row.outlet,
        url=row.url,
        reason=row.reason,
        fallen=row.id in gone,
    )


def _told(connection: Connection, pair: Pair, until: datetime) -> list[Turn]:
    c = t.ledger_transitions.c
    prefix = change_id(pair, 0)[:-1]
    query = (
        sa.select(t.ledger_transitions)
        .where(c.change.startswith(prefix, autoescape=True), c.at <= until)
        .order_by(c.id)
    )
    return [
        Turn(
            change=row.change,
            state=State(row.state),
            origin=Position(row.from_),
            to=Position(row.to),
            since=row.since,
            reason=row.reason,
            at=row.at,
        )
        for row in connection.execute(query)
    ]


def _learned(until: datetime) -> sa.Select[Any]:
    e = t.ledger_events.c
    return sa.select(e.seq).where(e.learned_at <= until)


def _end_of(day: date | None) -> datetime:
    if day is None:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(day, time.min, UTC) + timedelta(days=1) - timedelta(microseconds=1)
