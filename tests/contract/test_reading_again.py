"""What the store remembers of a reading back, and what it does to articles that wait for the model."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy.engine import Connection

from tests.second_material import MACRON, statement
from watchers.actor_files import shipped_actors
from watchers.articles.rereading import ReadAgain
from watchers.ledger.speakers import Speakers
from watchers.reading_back import file_again
from watchers.scope import ACTOR, CLAIM, Scope, scope_between
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.model_readings import is_newest, queue_reading, waiting_readings
from watchers.store.tables import metadata
from watchers.store.watched import load_marks, mark_unread, save_marks

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(Database("sqlite://")) as database:
        metadata.create_all(database.engine)
        with database.write() as connection:
            yield connection


def test_what_was_begun_is_unread_until_it_is_ended_whatever_is_configured(connection: Connection):
    marks = {(CLAIM, "a"): "", (CLAIM, "b"): "own words", (ACTOR, "a"): ""}
    save_marks(connection, marks)
    assert not scope_between(load_marks(connection), marks)
    mark_unread(connection, Scope(claims=frozenset({"a", "new"})))
    # As where the edit is taken back before it was read back for.
    assert scope_between(load_marks(connection), marks) == Scope(claims=frozenset({"a"}))
    save_marks(connection, marks)
    assert not scope_between(load_marks(connection), marks)


def test_an_article_that_waits_for_the_model_waits_with_what_the_rules_read_now(
    connection: Connection,
):
    ledger = LedgerStore(Speakers(shipped_actors()).key)
    before, found = statement(claim="us-troops"), statement(claim="own-troops")
    ledger.receive(connection, MACRON, [before], NOON)
    queue_reading(connection, MACRON, [before], silent=False, changed="changed", now=NOON)
    (in_hand,) = waiting_readings(connection, now=NOON, limit=9)

    again = ReadAgain(article=MACRON, statements=(before, found))
    file_again(connection, ledger, again, Scope(claims=frozenset({"own-troops"})), NOON)

    (waiting,) = waiting_readings(connection, now=NOON, limit=9)
    assert {s.claim for s in waiting.statements} == {"us-troops", "own-troops"}
    assert not waiting.silent
    assert not is_newest(connection, in_hand)
