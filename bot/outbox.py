"""What must be told is written in the transaction that makes it true, and put into messages in order.

Knows the outbox's rows and what they hold. Knows no surface and no waiting: `bot.delivery` does
that. Import it where a store is open already: SQLAlchemy comes with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.alerts import (
    AlertRules,
    OpenFold,
    Waiting,
    decide_channels,
    decide_plan,
    mark_of,
    roles_for,
)
from bot.cards import Card
from bot.payloads import card_payload, change_payload, compose, read_change
from bot.surfaces import Outgoing
from bot.views import ChangeView
from watchers.model import State
from watchers.store import outbox

if TYPE_CHECKING:
    from watchers.store.database import Connection

_ENDED = frozenset({State.WITHDRAWN, State.EXPIRED})


def enqueue(
    connection: Connection, changes: Iterable[ChangeView], *, rules: AlertRules, now: datetime
) -> None:
    """Queue what these changes have to tell, in the transaction that records them.

    A change that was told or queued before is told anew where it was; one in a state that is no
    news where nothing was told stays untold.
    """
    for change in changes:
        known = outbox.channels_of(connection, change.id)
        for channel in dict.fromkeys((*known, *decide_channels(change, rules))):
            outbox.put(
                connection,
                channel=channel,
                subject=change.id,
                payload=change_payload(change),
                foldable=True,
                ended=change.state in _ENDED,
                now=now,
            )


def enqueue_card(
    connection: Connection, card: Card, *, channel: str, key: str, now: datetime
) -> None:
    """Queue a digest or a notice; the same key is the same message."""
    outbox.put(
        connection,
        channel=channel,
        subject=key,
        payload=card_payload(card),
        foldable=False,
        ended=False,
        now=now,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A message that does not show what it should, and what it should show."""

    message: outbox.Message
    outgoing: Outgoing
    #: All of it ended before an attempt was made to tell it.
    is_moot: bool


def next_due(connection: Connection, channel: str, rules: AlertRules) -> Due | None:
    """Put what waits in the channel into messages and return the queue's head."""
    _plan(connection, channel, rules)
    message = outbox.next_due(connection, channel)
    if message is None:
        return None
    shows = outbox.items_of(connection, message.id)
    payloads = [item.payload for item in shows]
    changes = [change for change in map(read_change, payloads) if change is not None]
    return Due(
        message=message,
        outgoing=Outgoing(
            cards=compose(payloads, is_fold=message.is_fold, fold_above=rules.fold_above),
            mark=message.mark,
            changes=tuple(change.id for change in changes),
            roles=roles_for(changes, rules),
        ),
        is_moot=message.first_attempt_at is None and all(item.ended for item in shows),
    )


def _plan(connection: Connection, channel: str, rules: AlertRules) -> None:
    waiting = outbox.waiting_items(connection, channel)
    if not waiting:
        return
    by_id = {item.id: item for item in waiting}
    told = outbox.planned_since(connection, channel, waiting[0].queued_at - rules.fold_window)
    fold_id, fold = _latest_fold(connection, told)
    plan = decide_plan(
        [Waiting(id=i.id, queued_at=i.queued_at, foldable=i.foldable) for i in waiting],
        [item.queued_at for item in told],
        fold,
        rules=rules,
    )
    if fold_id is not None and plan.extend:
        outbox.extend_message(connection, fold_id, [by_id[one] for one in plan.extend])
    for group in plan.groups:
        shows = [by_id[one] for one in group.ids]
        mark = mark_of(channel, shows[0].subject)
        outbox.plan_message(
            connection, channel=channel, mark=mark, is_fold=group.is_fold, shows=shows
        )


def _latest_fold(
    connection: Connection, told: Iterable[outbox.Item]
) -> tuple[int | None, OpenFold | None]:
    for message_id in sorted({i.message for i in told if i.message is not None}, reverse=True):
        message = outbox.message_by_id(connection, message_id)
        if message.is_fold and message.state is not outbox.MessageState.GONE:
            shows = outbox.items_of(connection, message_id)
            return message_id, OpenFold(opened_at=shows[0].queued_at, count=len(shows))
    return None, None
