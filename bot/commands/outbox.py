"""`volteface outbox`: what was told where, what is still to be told, and why it was not."""

from datetime import UTC, datetime
from typing import Any

from watchers.store import outbox
from watchers.store.database import Database


def list_outbox(database: Database, *, limit: int = 50) -> list[dict[str, Any]]:
    """The newest messages as rows for a table or JSON lines, oldest first."""
    with database.read() as connection:
        stopped = outbox.stopped_channels(connection)
        messages = outbox.newest_messages(connection, limit)
        rows = [
            _row(message, outbox.items_of(connection, message.id), stopped) for message in messages
        ]
    return rows[::-1]


def _row(
    message: outbox.Message, shows: tuple[outbox.Item, ...], stopped: dict[str, str]
) -> dict[str, Any]:
    surface = message.channel.partition(":")[0]
    stop = stopped.get(message.channel) or stopped.get(surface)
    is_due = message.wanted > message.shown
    return {
        "channel": message.channel,
        "mark": message.mark,
        "state": message.state.value,
        "due": is_due,
        "changes": [item.subject for item in shows],
        "queued_at": _iso(shows[0].queued_at if shows else None),
        "sent_at": _iso(message.sent_at),
        "message_id": message.message_id,
        "attempts": message.attempts,
        "reason": (stop if is_due else None) or message.reason,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds")
