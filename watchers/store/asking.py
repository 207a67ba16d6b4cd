"""What people ask of the ledger: who stands where, since when, on whose words. Reads; writes nothing.

Knows the ledger's tables as they stand after a transaction. Knows no names and no wording.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.model import Authority, Position, State, Via, When
from watchers.store import tables as t

#: Values in one query's list; SQLite's oldest limit is 999.
LIST_MAX = 900
#: Statements of one pair that are ever shown.
STATEMENTS_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with the article it stands in; a holding that was given has none."""

    id: int
    actor: str
    claim: str
    position: Position
    speaker: str
    via: Via
    evidence: str
    #: The day it counts for.
    day: date
    published: datetime
    article: str | None
    outlet: str | None
    url: str | None
    #: "heard", "given" or "inherited".
    origin: str
    #: Why it moved nothing; `None` where it did.
    reason: str | None
    #: It was taken back with its article, or marked as misread.
    fallen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A holding, today's or an earlier day's."""

    actor: str
    claim: str
    position: Position
    since: date
    heard: date
    inherited: bool
    contested: bool
    #: Statements that it stands on, by id.
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A change as it stands now."""

    id: str
    actor: str
    claim: str
    before: Position
    after: Position
    state: State
    since: date
    statements: tuple[int, ...]
    #: Article ids, one a witness.
    witnesses: tuple[str, ...]
    reason: str | None


def said(connection: Connection, ids: Iterable[int]) -> dict[int, Said]:
    """Statements by their ids."""
    found: dict[int, Said] = {}
    wanted = iter(sorted(set(ids)))
    while some := list(islice(wanted, LIST_MAX)):
        rows = connection.execute(_SAID.where(t.ledger_statements.c.id.in_(some)))
        found.update((row.id, _said(row)) for row in rows)
    return found


def said_by(connection: Connection, actor: str, claim: str) -> list[Said]:
    """What was read of an actor on a claim, newest first."""
    c = t.ledger_statements.c
    rows = connection.execute(
        _SAID.where(c.actor == actor, c.claim == claim)
        .order_by(c.day.desc(), c.published.desc(), c.id.desc())
        .limit(STATEMENTS_MAX)
    )
    return [_said(row) for row in rows]


def standing(connection: Connection, *, actor: str | None, claim: str | None) -> list[Stands]:
    """Where they stand now."""
    c = t.ledger_holdings.c
    rows = connection.execute(
        _of(sa.select(t.ledger_holdings), c, actor, claim).order_by(c.claim, c.actor)
    )
    return [
        Stands(
            actor=row.actor,
            claim=row.claim,
            position=Position(row.position),
            since=row.since,
            heard=row.heard,
            inherited=row.inherited,
            contested=row.contested,
            statements=(row.statement,),
        )
        for row in rows
    ]


def stood(
    connection: Connection, day: date, *, actor: str | None, claim: str | None
) -> list[Stands]:
    """Where they stood at the end of a day, as it is known now."""
    moves = _moves(connection, actor, claim)
    found = []
    for now in standing(connection, actor=actor, claim=claim):
        then = _stood(connection, now, moves.get((now.actor, now.claim), []), day)
        if then is not None:
            found.append(then)
    return found


def _stood(connection: Connection, now: Stands, moves: list[Any], day: date) -> Stands | None:
    passed = [move for move in moves if move.since <= day]
    if passed:
        last = passed[-1]
        ids = json.loads(last.statements)
        return _as_of(connection, now, Position(last.to), last.since, ids, day)
    if not moves:
        ids = list(now.statements)
        return (
            _as_of(connection, now, now.position, now.since, ids, day) if now.since <= day else None
        )
    position = Position(moves[0].from_)
    c = t.ledger_statements.c
    can_begin = (c.act.is_(None), c.via != Via.ANONYMOUS.value, c.authority >= Authority.OFFICIAL)
    found = _heard(now, position, day).where(*can_begin).order_by(c.day, c.id).limit(1)
    first = connection.execute(found).first()
    if first is None:
        return None
    return _as_of(connection, now, position, first.day, [first.id], day)


def _as_of(  # noqa: PLR0917 - what a holding consists of
    connection: Connection,
    now: Stands,
    position: Position,
    since: date,
    ids: Sequence[int],
    day: date,
) -> Stands:
    last = now.heard if position is now.position and since == now.since else date.max
    if last > day:
        days = _heard(now, position, day).order_by(t.ledger_statements.c.day.desc()).limit(1)
        heard = connection.execute(days).first()
        last = max(since, heard.day) if heard else since
    return Stands(
        actor=now.actor,
        claim=now.claim,
        position=position,
        since=since,
        heard=last,
        inherited=False,
        contested=False,
        statements=tuple(ids),
    )


def _heard(now: Stands, position: Position, until: date) -> sa.Select[Any]:
    """What was read up to a day of somebody's holding a position, by whoever may say so."""
    c = t.ledger_statements.c
    has_left = sa.exists().where(t.ledger_fallen.c.statement == c.id)
    return sa.select(c.id, c.day).where(
        c.actor == now.actor,
        c.claim == now.claim,
        c.position == position.value,
        c.day <= until,
        c.when_ == When.NOW.value,
        c.via != Via.SECONDHAND.value,
        c.authority > Authority.NONE,
        ~has_left,
    )


def held_since(
    connection: Connection, actor: str, claim: str, position: Position, before: date
) -> date | None:
    """Since when a position was held that a later day ended; `None` where nobody knows."""
    c = t.ledger_moves.c
    moved = connection.execute(
        sa.select(sa.func.max(c.since)).where(
            c.actor == actor, c.claim == claim, c.to == position.value, c.since < before
        )
    ).scalar()
    if moved is not None:
        return date.fromisoformat(str(moved))
    c = t.ledger_statements.c
    first = connection.execute(
        sa.select(sa.func.min(c.day)).where(
            c.actor == actor, c.claim == claim, c.position == position.value, c.day <= before
        )
    ).scalar()
    return None if first is None else date.fromisoformat(str(first))


def moved_since(connection: Connection, day: date) -> list[Moved]:
    """Changes that stand or are possible and whose position was said since then, newest first."""
    c = t.ledger_changes.c
    rows = connection.execute(
        sa.select(t.ledger_changes)
        .where(c.since >= day)
        .where(c.state.not_in([State.WITHDRAWN.value, State.EXPIRED.value]))
        .order_by(c.since.desc(), c.actor, c.claim)
    )
    return [_moved(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A holding that moved, as the fold has it today."""

    actor: str
    before: Position
    after: Position
    since: date


def confirmed_moves(connection: Connection, claim: str) -> list[Step]:
    """How every actor's position on a claim moved; not what was only heard anew after a baseline."""
    c = t.ledger_moves.c
    rows = connection.execute(
        sa.select(t.ledger_moves)
        .where(c.claim == claim, c.heard.is_(False))
        .order_by(c.since, c.actor)
    )
    return [
        Step(
            actor=row.actor,
            before=Position(row.from_),
            after=Position(row.to),
            since=row.since,
        )
        for row in rows
    ]


def pending(connection: Connection, *, actor: str | None, claim: str | None) -> list[Moved]:
    """Changes that are possible and wait."""
    c = t.ledger_changes.c
    rows = connection.execute(
        _of(sa.select(t.ledger_changes), c, actor, claim).where(c.state == State.POSSIBLE.value)
    )
    return [_moved(row) for row in rows]


def change(connection: Connection, change_id: str) -> Moved | None:
    """A change by its id: actor, claim, number."""
    actor, _, rest = change_id.partition(".")
    claim, _, number = rest.rpartition(".")
    if not number.isdigit():
        return None
    c = t.ledger_changes.c
    row = connection.execute(
        sa.select(t.ledger_changes).where(
            c.actor == actor, c.claim == claim, c.number == int(number)
        )
    ).first()
    return None if row is None else _moved(row)


def _moves(
    connection: Connection, actor: str | None, claim: str | None
) -> dict[tuple[str, str], list[Any]]:
    c = t.ledger_moves.c
    rows = connection.execute(
        _of(sa.select(t.ledger_moves), c, actor, claim).order_by(
            c.actor, c.claim, c.confirmed, c.place
        )
    )
    return {pair: list(some) for pair, some in groupby(rows, key=lambda r: (r.actor, r.claim))}


def _of(query: sa.Select[Any], c: Any, actor: str | None, claim: str | None) -> sa.Select[Any]:
    if actor is not None:
        query = query.where(c.actor == actor)
    return query if claim is None else query.where(c.claim == claim)


_s, _a, _v = t.ledger_statements, t.ledger_articles, t.ledger_verdicts
_SAID = (
    sa.select(
        *(_s.c.id, _s.c.actor, _s.c.claim, _s.c.position, _s.c.speaker, _s.c.via, _s.c.evidence),
        *(_s.c.day, _s.c.published, _s.c.origin, _v.c.reason),
        _a.c.article_id.label("article"),
        *(_a.c.outlet, _a.c.url),
        sa.exists().where(t.ledger_fallen.c.statement == _s.c.id).label("fallen"),
    )
    .outerjoin(_a, _a.c.seq == _s.c.seq)
    .outerjoin(_v, _v.c.statement == _s.c.id)
)


def _said(row: Any) -> Said:
    values = dict(row._mapping)
    return Said(**{**values, "position": Position(values["position"]), "via": Via(values["via"])})


def _moved(row: Any) -> Moved:
    return Moved(
        id=f"{row.actor}.{row.claim}.{row.number}",
        actor=row.actor,
        claim=row.claim,
        before=Position(row.from_),
        after=Position(row.to),
        state=State(row.state),
        since=row.since,
        statements=tuple(json.loads(row.statements)),
        witnesses=tuple(json.loads(row.witnesses)),
        reason=row.reason,
    )
