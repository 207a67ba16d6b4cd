"""`volteface outbox`: what was told where, what is still to be told, and why it was not."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchers.store import outbox
from watchers.store.database import Database

#: Messages that are shown unless more are asked for.
NEWEST = 50


def show_outbox(database: Database, *, as_lines: bool, limit: int = NEWEST) -> None:
    """Print the newest messages, oldest first."""
    rows = list_outbox(database, limit=limit)
    if as_lines:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif rows:
        Console().print(_table(rows))
    else:
        print("Nothing was told yet, and nothing waits to be.")


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    table = Table("queued", "channel", "tells", "state", "tries", "why")
    for row in rows:
        told = row["changes"]
        more = f" and {len(told) - 1} more" if len(told) > 1 else ""
        state = row["state"] + (" (due)" if row["due"] and row["state"] != "pending" else "")
        table.add_row(
            (row["queued_at"] or "")[:16].replace("T", " "),
            row["channel"],
            Text((told[0] if told else "") + more),
            state,
            str(row["attempts"]),
            Text(row["reason"] or ""),
        )
    return table


def list_outbox(database: Database, *, limit: int = NEWEST) -> list[dict[str, Any]]:
    """The newest messages as rows for a table or JSON lines, oldest first."""
    with database.read() as connection:
        stopped = outbox.stopped_channels(connection)
        messages = outbox.newest_messages(connection, limit)
        rows = [
            _row(message, outbox.items_of(connection, message.id), stopped) for message in messages
        ]
        waiting = [_unplanned(item, stopped) for item in outbox.unplanned_items(connection)]
    return [*rows[::-1], *waiting]


def _unplanned(item: outbox.Item, stopped: dict[str, str]) -> dict[str, Any]:
    """Something queued that delivery has not looked at yet."""
    return {
        "channel": item.channel,
        "mark": None,
        "state": outbox.MessageState.PENDING.value,
        "due": True,
        "changes": [item.subject],
        "queued_at": _iso(item.queued_at),
        "sent_at": None,
        "message_id": None,
        "attempts": 0,
        "reason": _stop_of(item.channel, stopped),
    }


def _stop_of(channel: str, stopped: dict[str, str]) -> str | None:
    return stopped.get(channel) or stopped.get(channel.partition(":")[0])


def _row(
    message: outbox.Message, shows: tuple[outbox.Item, ...], stopped: dict[str, str]
) -> dict[str, Any]:
    stop = _stop_of(message.channel, stopped)
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
