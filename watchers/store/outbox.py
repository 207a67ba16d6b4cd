"""What must be told where and what was: the outbox's queries. Knows no cards, chat or clock.

An *item* is one thing to tell in one channel (a change, a digest, a notice) and keeps its newest
payload. A *message* shows one item, or many where they were folded. Items wait without a message
until delivery plans one; a message is due while `wanted` is above `shown`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from watchers.store.tables import outbox_items as items
from watchers.store.tables import outbox_messages as messages
from watchers.store.tables import outbox_stops as stops


class MessageState(StrEnum):
    """How far a message has come."""

    PENDING = "pending"
    SENT = "sent"
    EDITED = "edited"
    #: This one cannot be shown, and the reason says why; the rest of the queue goes on.
    FAILED = "failed"
    #: It ended before anybody was told.
    DROPPED = "dropped"
    #: Somebody removed it from the channel; it is not posted again.
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to tell in one channel."""

    id: int
    channel: str
    subject: str
    payload: Mapping[str, Any]
    foldable: bool
    ended: bool
    place: int
    queued_at: datetime
    message: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message in one channel, sent or to be sent."""

    id: int
    channel: str
    mark: str
    is_fold: bool
    state: MessageState
    reason: str | None
    place: int
    wanted: int
    shown: int
    message_id: str | None
    attempts: int
    first_attempt_at: datetime | None
    last_attempt_at: datetime | None
    sent_at: datetime | None


def put(
    connection: Connection,
    *,
    channel: str,
    subject: str,
    payload: Mapping[str, Any],
    foldable: bool,
    ended: bool,
    now: datetime,
) -> None:
    """Queue something to tell, or let what is queued or told already say this from now on."""
    place = _next_place(connection)
    known = connection.execute(
        sa.select(items).where(items.c.channel == channel, items.c.subject == subject)
    ).first()
    if known is None:
        connection.execute(
            items.insert().values(
                channel=channel,
                subject=subject,
                payload=dict(payload),
                foldable=foldable,
                ended=ended,
                place=place,
                queued_at=now,
            )
        )
        return
    if known.payload == dict(payload) and known.ended == ended:
        return
    connection.execute(
        items.update().where(items.c.id == known.id).values(payload=dict(payload), ended=ended)
    )
    if known.message is not None:
        _want_more(connection, known.message, place)


def channels_of(connection: Connection, subject: str) -> tuple[str, ...]:
    """Where a subject was told or is to be told."""
    rows = connection.execute(sa.select(items.c.channel).where(items.c.subject == subject))
    return tuple(row.channel for row in rows)


def newest_key(connection: Connection, prefix: str) -> str | None:
    """The greatest subject that begins so."""
    found = connection.execute(
        sa.select(sa.func.max(items.c.subject)).where(items.c.subject.startswith(prefix))
    ).scalar()
    return None if found is None else str(found)


def busy_channels(connection: Connection) -> tuple[str, ...]:
    """Channels with something to plan or to show, stopped ones too."""
    waiting = sa.select(items.c.channel).where(items.c.message.is_(None))
    due = sa.select(messages.c.channel).where(_is_due())
    return tuple(sorted(row.channel for row in connection.execute(sa.union(waiting, due))))


def waiting_items(connection: Connection, channel: str) -> tuple[Item, ...]:
    """Items that no message shows yet, in order."""
    rows = connection.execute(
        sa.select(items)
        .where(items.c.channel == channel, items.c.message.is_(None))
        .order_by(items.c.place)
    )
    return tuple(_item(row) for row in rows)


def unplanned_items(connection: Connection) -> tuple[Item, ...]:
    """Items of every channel that no message shows yet, in order."""
    rows = connection.execute(
        sa.select(items).where(items.c.message.is_(None)).order_by(items.c.place)
    )
    return tuple(_item(row) for row in rows)


def planned_since(connection: Connection, channel: str, since: datetime) -> tuple[Item, ...]:
    """Foldable items queued since then that have a message, in order."""
    rows = connection.execute(
        sa.select(items)
        .where(
            items.c.channel == channel,
            items.c.message.is_not(None),
            items.c.foldable,
            items.c.queued_at >= since,
        )
        .order_by(items.c.place)
    )
    return tuple(_item(row) for row in rows)


def plan_message(
    connection: Connection, *, channel: str, mark: str, is_fold: bool, shows: Sequence[Item]
) -> None:
    """A new message that shows these items."""
    created = connection.execute(
        messages.insert()
        .values(
            channel=channel,
            mark=mark,
            is_fold=is_fold,
            state=MessageState.PENDING,
            place=shows[0].place,
            wanted=1,
            shown=0,
            attempts=0,
        )
        .returning(messages.c.id)
    ).scalar_one()
    _assign(connection, created, shows)


def extend_message(connection: Connection, message: int, shows: Sequence[Item]) -> None:
    """Let a fold show these items too."""
    _assign(connection, message, shows)
    _want_more(connection, message, _next_place(connection))


def message_by_id(connection: Connection, message: int) -> Message:
    row = connection.execute(sa.select(messages).where(messages.c.id == message)).one()
    return _message(row)


def next_due(connection: Connection, channel: str) -> Message | None:
    """The first message of the queue that does not show what it should."""
    row = connection.execute(
        sa.select(messages)
        .where(messages.c.channel == channel, _is_due())
        .order_by(messages.c.place)
        .limit(1)
    ).first()
    return None if row is None else _message(row)


def items_of(connection: Connection, message: int) -> tuple[Item, ...]:
    rows = connection.execute(
        sa.select(items).where(items.c.message == message).order_by(items.c.place)
    )
    return tuple(_item(row) for row in rows)


def record_attempt(connection: Connection, message: int, now: datetime) -> None:
    """Before anything is sent, so that a crash is known to have had its chance."""
    connection.execute(
        messages.update()
        .where(messages.c.id == message)
        .values(
            attempts=messages.c.attempts + 1,
            first_attempt_at=sa.func.coalesce(messages.c.first_attempt_at, now),
            last_attempt_at=now,
        )
    )


def record_found(connection: Connection, message: int, message_id: str, now: datetime) -> None:
    """An attempt whose outcome was not known had succeeded; what it shows may be old."""
    connection.execute(
        messages.update()
        .where(messages.c.id == message)
        .values(message_id=message_id, state=MessageState.SENT, sent_at=now, reason=None)
    )


def record_shown(connection: Connection, message: Message, message_id: str, now: datetime) -> None:
    """The channel shows the revision that this message wanted."""
    was_sent = message.message_id is not None
    connection.execute(
        messages.update()
        .where(messages.c.id == message.id)
        .values(
            message_id=message_id,
            shown=message.wanted,
            state=MessageState.EDITED if was_sent else MessageState.SENT,
            sent_at=sa.func.coalesce(messages.c.sent_at, now),
            reason=None,
        )
    )


def record_failure(connection: Connection, message: int, reason: str) -> None:
    """An attempt failed and there will be another."""
    connection.execute(messages.update().where(messages.c.id == message).values(reason=reason))


def record_end(connection: Connection, message: Message, state: MessageState, reason: str) -> None:
    """Nothing more is tried for what the message should show now."""
    connection.execute(
        messages.update()
        .where(messages.c.id == message.id)
        .values(state=state, reason=reason, shown=message.wanted)
    )


def count_left(connection: Connection) -> int:
    """Messages to be shown and items without one."""
    due = sa.select(sa.func.count()).select_from(messages).where(_is_due())
    waiting = sa.select(sa.func.count()).select_from(items).where(items.c.message.is_(None))
    return int(connection.execute(due).scalar_one() + connection.execute(waiting).scalar_one())


def stop_channel(connection: Connection, channel: str, reason: str, now: datetime) -> bool:
    """Note that nothing is posted there any more; true where that reason is news."""
    known = connection.execute(sa.select(stops.c.reason).where(stops.c.channel == channel)).scalar()
    if known == reason:
        return False
    connection.execute(stops.delete().where(stops.c.channel == channel))
    connection.execute(stops.insert().values(channel=channel, reason=reason, since=now))
    return True


def resume(connection: Connection, *places: str) -> bool:
    """Posting works in these channels or surfaces; true where one had been stopped."""
    ended = connection.execute(stops.delete().where(stops.c.channel.in_(places)))
    return bool(ended.rowcount)


def stopped_channels(connection: Connection) -> dict[str, str]:
    """Channels where nothing is posted, with the reason."""
    return {row.channel: row.reason for row in connection.execute(sa.select(stops))}


def forget_told(connection: Connection, *, queued_before: datetime) -> int:
    """Drop digests and notices of long ago that wait for nothing; how many.

    What was told of changes stays for good: a change may have to be corrected where it was told.
    """
    old = (
        sa.select(messages.c.id)
        .join(items, items.c.message == messages.c.id)
        .where(~_is_due())
        .group_by(messages.c.id)
        .having(sa.func.max(items.c.queued_at) < queued_before)
        .having(sa.func.max(sa.cast(items.c.foldable, sa.Integer)) == 0)
    )
    ids = connection.execute(old).scalars().all()
    connection.execute(items.delete().where(items.c.message.in_(ids)))
    connection.execute(messages.delete().where(messages.c.id.in_(ids)))
    return len(ids)


def newest_messages(connection: Connection, limit: int) -> tuple[Message, ...]:
    rows = connection.execute(sa.select(messages).order_by(messages.c.place.desc()).limit(limit))
    return tuple(_message(row) for row in rows)


def message_marked(connection: Connection, mark: str) -> Message | None:
    row = connection.execute(sa.select(messages).where(messages.c.mark == mark)).first()
    return None if row is None else _message(row)


def message_showing(connection: Connection, channel: str, subject: str) -> Message | None:
    row = connection.execute(
        sa.select(messages)
        .join(items, items.c.message == messages.c.id)
        .where(items.c.channel == channel, items.c.subject == subject)
    ).first()
    return None if row is None else _message(row)


def _is_due() -> sa.ColumnElement[bool]:
    return messages.c.wanted > messages.c.shown


def _want_more(connection: Connection, message: int, place: int) -> None:
    """One revision more; a message that is due already keeps its place in the queue."""
    connection.execute(
        messages.update()
        .where(messages.c.id == message)
        .values(
            wanted=messages.c.wanted + 1,
            place=sa.case((_is_due(), messages.c.place), else_=place),
        )
    )


def _assign(connection: Connection, message: int, shows: Iterable[Item]) -> None:
    connection.execute(
        items.update().where(items.c.id.in_([item.id for item in shows])).values(message=message)
    )


def _next_place(connection: Connection) -> int:
    last = connection.execute(
        sa.select(
            sa.func.coalesce(sa.select(sa.func.max(items.c.place)).scalar_subquery(), 0),
            sa.func.coalesce(sa.select(sa.func.max(messages.c.place)).scalar_subquery(), 0),
        )
    ).one()
    return int(max(last)) + 1


def _item(row: Row[Any]) -> Item:
    return Item(**row._mapping)


def _message(row: Row[Any]) -> Message:
    mapping = dict(row._mapping)
    return Message(**{**mapping, "state": MessageState(mapping["state"])})
