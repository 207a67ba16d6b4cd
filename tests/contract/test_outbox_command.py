"""`volteface outbox`: what was told, what waits, and why it was not told."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import AlertRules
from bot.cards import text_card
from bot.commands.outbox import list_outbox, show_outbox
from bot.delivery import Delivery, Pace
from bot.outbox import enqueue, enqueue_card
from bot.surfaces import ChannelClosed, Outgoing, TryAgain
from tests.unit.alerts_material import change
from watchers.store.database import Database
from watchers.store.outbox import forget_told
from watchers.store.tables import metadata
from watchers.store.thread import DatabaseThread

RULES = AlertRules(channels=("shelf:good", "shelf:bad", "shelf:busy"))
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


class Shelf:
    """A surface with a good channel, one that is closed and one that is always busy."""

    async def post(self, channel: str, message: Outgoing) -> str:
        if channel == "shelf:bad":
            raise ChannelClosed("nobody may post here", "Open it.")
        if channel == "shelf:busy":
            raise TryAgain("too busy")
        return "1"

    async def edit(self, channel: str, message_id: str, message: Outgoing) -> None:
        pass

    async def find(self, channel: str, mark: str, *, since: datetime) -> str | None:
        return None


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/store.db")
    metadata.create_all(database.engine)
    yield database
    database.close()


def queue(database: Database, *numbers: int) -> None:
    with database.write() as connection:
        enqueue(connection, map(change, numbers), rules=RULES, now=NOW)


async def deliver(database: Database) -> None:
    store = DatabaseThread(database)
    delivery = Delivery(
        store,
        {"shelf": Shelf()},
        rules=RULES,
        tell=lambda _: None,
        pace=Pace(first_wait=0.05, settle=0),
    )
    await delivery.drain(patience=0.2)
    store.close()


def brief(row: dict[str, Any]) -> tuple[Any, ...]:
    told = ["notice" if one.startswith("closed:") else one for one in row["changes"]]
    return row["channel"], row["state"], row["due"], told, row["reason"]


async def test_the_outbox_says_what_was_told_and_why_not(database: Database) -> None:
    queue(database, 1)
    await deliver(database)
    queue(database, 2)
    assert [brief(row) for row in list_outbox(database)] == [
        ("shelf:good", "sent", False, ["change-1"], None),
        ("shelf:bad", "pending", True, ["change-1"], "nobody may post here"),
        ("shelf:busy", "pending", True, ["change-1"], "too busy"),
        ("shelf:good", "sent", False, ["notice"], None),
        ("shelf:good", "pending", True, ["change-2"], None),
        ("shelf:bad", "pending", True, ["change-2"], "nobody may post here"),
        ("shelf:busy", "pending", True, ["change-2"], None),
    ]


async def test_notices_are_forgotten_and_what_was_told_of_changes_never(database: Database) -> None:
    def names() -> list[str]:
        return [one for row in list_outbox(database) for one in row["changes"]]

    queue(database, 1)
    await deliver(database)  # change 1, and a notice of the closed channel
    delivered = datetime.now(UTC)
    (notice,) = {one for one in names() if one.startswith("closed:")}
    with database.write() as connection:
        for key in ("told later", "waits"):
            card = text_card("Configuration", [])
            at = delivered + timedelta(days=1)
            channel = "shelf:good" if key == "told later" else "shelf:bad"
            enqueue_card(connection, card, channel=channel, key=key, now=at)
    await deliver(database)
    before = names()
    with database.write() as connection:
        assert forget_told(connection, queued_before=delivered - timedelta(days=1)) == 0
        assert forget_told(connection, queued_before=delivered + timedelta(hours=1)) == 1
    assert names() == [one for one in before if one != notice]
    with database.write() as connection:
        assert forget_told(connection, queued_before=delivered + timedelta(days=2)) == 1
    assert set(names()) == {"change-1", "waits"}


async def test_it_is_printed_as_lines_and_as_a_table(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    show_outbox(database, as_lines=False)
    assert "Nothing was told yet" in capsys.readouterr().out
    queue(database, 1)
    await deliver(database)
    show_outbox(database, as_lines=True, limit=3)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["channel"] for row in rows] == [
        "shelf:bad",
        "shelf:busy",
        "shelf:good",
    ]
    assert rows[1]["attempts"] >= 2
    show_outbox(database, as_lines=False)
    assert "change-1" in capsys.readouterr().out
