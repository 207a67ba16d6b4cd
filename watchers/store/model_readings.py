"""Articles that wait for the language model, and what came of those that it read. Knows the table.

To be queued in the transaction that records the article, so that no restart loses one.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.model import Act, Article, Authority, Position, RoleSpan, Statement, Via, When
from watchers.store.tables import model_readings


class ReadingState(StrEnum):
    """Where an article is on its way through the model."""

    WAITING = "waiting"
    DONE = "done"
    #: The rules' reading stands alone; the reason says why.
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """An article in the queue, with what the rules read in it."""

    id: int
    article: Article
    statements: tuple[Statement, ...]
    silent: bool
    attempts: int
    queued_at: datetime
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingVerdict:
    """What came of an article; `volteface why` shows it."""

    state: ReadingState
    reason: str | None
    #: Near-copy of another article, which was read for it.
    copy_of: int | None
    answer: str | None
    #: Lines such as "dropped us us-troops opposes [7]: speaker_not_there".
    outcome: tuple[str, ...]


def queue_reading(
    connection: Connection,
    article: Article,
    statements: Sequence[Statement],
    *,
    silent: bool,
    changed: str,
    now: datetime,
) -> None:
    """Let an article wait for the model; an older version is given up, for the reason `changed`."""
    table = model_readings.c
    older = (
        (table.url == article.url) & (table.url != "") & (table.state == ReadingState.WAITING.value)
    )
    connection.execute(
        model_readings.update()
        .where(older)
        .values(state=ReadingState.GIVEN_UP.value, reason=str(changed), done_at=now)
    )
    content = {"article": asdict(article), "statements": [asdict(one) for one in statements]}
    packed = json.dumps(content, default=_plain).encode("utf-8", "surrogatepass")
    connection.execute(
        model_readings.insert().values(
            article_id=article.id,
            url=article.url,
            content=zlib.compress(packed),
            silent=silent,
            state=ReadingState.WAITING.value,
            attempts=0,
            next_try_at=now,
            queued_at=now,
        )
    )


def queue_again(
    connection: Connection, article: Article, statements: Sequence[Statement], now: datetime
) -> None:
    """Where the article waits for the model, let it wait with what the rules read in it now."""
    table = model_readings.c
    waits = (table.url == article.url) & (table.state == ReadingState.WAITING.value)
    silent = connection.execute(
        sa.select(table.silent).where(waits).order_by(table.id.desc()).limit(1)
    ).scalar()
    if silent is not None:
        queue_reading(connection, article, statements, silent=silent, changed="read_again", now=now)


def waiting_readings(
    connection: Connection, *, now: datetime, limit: int, without: Iterable[int] = ()
) -> list[StoredReading]:
    """Articles whose turn it is: what can be told first, and of that the newest."""
    table = model_readings.c
    rows = connection.execute(
        sa.select(model_readings)
        .where(table.state == ReadingState.WAITING.value, table.next_try_at <= now)
        .where(table.id.not_in(list(without)))
        .order_by(table.silent, table.queued_at.desc(), table.id)
        .limit(limit)
    )
    return [_stored(row) for row in rows]


def next_reading_at(connection: Connection) -> datetime | None:
    """When the next article's turn comes; `None` where none waits."""
    table = model_readings.c
    return connection.execute(
        sa.select(sa.func.min(table.next_try_at)).where(table.state == ReadingState.WAITING.value)
    ).scalar()


def reading(connection: Connection, reading_id: int) -> StoredReading | None:
    row = connection.execute(
        sa.select(model_readings).where(model_readings.c.id == reading_id)
    ).first()
    return None if row is None else _stored(row)


def is_newest(connection: Connection, stored: StoredReading) -> bool:
    """Whether the article was not changed, or queued again, since it was queued."""
    table = model_readings.c
    newest = connection.execute(
        sa.select(sa.func.max(table.id)).where(table.url == stored.article.url)
    ).scalar()
    return not stored.article.url or newest == stored.id


def finish_reading(
    connection: Connection,
    reading_id: int,
    *,
    now: datetime,
    answer: str | None = None,
    copy_of: int | None = None,
    said: Sequence[Statement] = (),
    outcome: Sequence[str] = (),
) -> None:
    """Keep what the model said as far as it held, and a line for each statement of its answer."""
    kept = {"said": [asdict(one) for one in said], "lines": list(outcome)}
    _close(
        connection,
        reading_id,
        state=ReadingState.DONE.value,
        done_at=now,
        answer=answer,
        copy_of=copy_of,
        outcome=json.dumps(kept, default=_plain),
        reason=None,
    )


def give_up_reading(connection: Connection, reading_id: int, reason: str, *, now: datetime) -> None:
    _close(
        connection, reading_id, state=ReadingState.GIVEN_UP.value, done_at=now, reason=str(reason)
    )


def put_off_reading(
    connection: Connection, reading_id: int, reason: str, *, until: datetime, attempts: int
) -> None:
    _close(connection, reading_id, next_try_at=until, reason=str(reason), attempts=attempts)


def give_up_old_readings(
    connection: Connection, reason: str, *, queued_before: datetime, now: datetime
) -> int:
    """Give up what has waited too long to be news."""
    table = model_readings.c
    old = (table.state == ReadingState.WAITING.value) & (table.queued_at < queued_before)
    values = {"state": ReadingState.GIVEN_UP.value, "reason": str(reason), "done_at": now}
    return connection.execute(model_readings.update().where(old).values(**values)).rowcount


def recent_readings(
    connection: Connection, *, since: datetime, limit: int
) -> list[tuple[int, str, str]]:
    """Ids, addresses and texts of articles that the model has read, newest first: what may be copied."""
    table = model_readings.c
    rows = connection.execute(
        sa.select(table.id, table.url, table.content)
        .where(table.queued_at >= since, table.state == ReadingState.DONE.value)
        .where(table.copy_of.is_(None), table.answer.is_not(None))
        .order_by(table.id.desc())
        .limit(limit)
    )
    return [(row.id, row.url, _unpacked(row.content)["article"]["text"]) for row in rows]


def forget_old_readings(connection: Connection, *, before: datetime) -> int:
    old = model_readings.c.queued_at < before
    return connection.execute(model_readings.delete().where(old)).rowcount


def said_before(connection: Connection, url: str) -> tuple[Statement, ...]:
    """What the model said of the article at an address when it last read it."""
    if not url:
        return ()
    table = model_readings.c
    outcome = connection.execute(
        sa.select(table.outcome)
        .where(table.url == url, table.state == ReadingState.DONE.value)
        .order_by(table.id.desc())
        .limit(1)
    ).scalar()
    return tuple(_statement(one) for one in json.loads(outcome)["said"]) if outcome else ()


def verdict_on(connection: Connection, article_ids: Iterable[str]) -> ReadingVerdict | None:
    """What came of an article's newest version by any of its ids; `None` where it was never queued."""
    row = connection.execute(
        sa.select(model_readings)
        .where(model_readings.c.article_id.in_(list(article_ids)))
        .order_by(model_readings.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return ReadingVerdict(
        state=ReadingState(row.state),
        reason=row.reason,
        copy_of=row.copy_of,
        answer=row.answer,
        outcome=tuple(json.loads(row.outcome)["lines"]) if row.outcome else (),
    )


def _close(connection: Connection, reading_id: int, **values: Any) -> None:
    connection.execute(
        model_readings.update().where(model_readings.c.id == reading_id).values(**values)
    )


def _stored(row: sa.Row[Any]) -> StoredReading:
    content = _unpacked(row.content)
    return StoredReading(
        id=row.id,
        article=_article(content["article"]),
        statements=tuple(_statement(one) for one in content["statements"]),
        silent=row.silent,
        attempts=row.attempts,
        queued_at=row.queued_at,
        answer=row.answer,
    )


def _unpacked(content: bytes) -> dict[str, Any]:
    unpacked: dict[str, Any] = json.loads(zlib.decompress(content))
    return unpacked


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"cannot be stored: {value!r}")


def _article(given: dict[str, Any]) -> Article:
    return Article(**{**given, "published": datetime.fromisoformat(given["published"])})


def _statement(given: dict[str, Any]) -> Statement:
    said_on, span, act = given["said_on"], given["span"], given["act"]
    read = {
        "position": Position(given["position"]),
        "authority": Authority(given["authority"]),
        "when": When(given["when"]),
        "via": Via(given["via"]),
        "act": Act(act) if act else None,
        "said_on": date.fromisoformat(said_on) if said_on else None,
        "span": (span[0], span[1]) if span else None,
        "rules": tuple(given["rules"]),
        "roles": tuple(RoleSpan(**role) for role in given["roles"]),
    }
    return Statement(**{**given, **read})
