"""The revisions lead to the tables, and a store that cannot be opened says why."""

import alembic.command
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from watchers.errors import Misuse, Trouble, VoltefaceError
from watchers.store import schema
from watchers.store.database import Database
from watchers.store.schema import open_database
from watchers.store.tables import metadata


def test_the_revisions_lead_to_the_tables(tmp_path):
    database = open_database(f"sqlite:///{tmp_path}/store.sqlite")
    with database.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    database.close()
    assert differences == [], 'python -m watchers.store.schema "what changed" writes the revision'


def test_opening_again_changes_nothing(tmp_path):
    for _ in range(2):
        open_database(f"sqlite:///{tmp_path}/store.sqlite").close()


def test_an_article_of_an_older_revision_has_a_text_of_its_own(tmp_path):
    url = f"sqlite:///{tmp_path}/store.sqlite"
    database = Database(url)
    with database.write() as connection:
        alembic.command.upgrade(schema.configured(connection), "0002")
        connection.execute(
            sa.text("insert into ledger_events (seq, kind, learned_at) values (7, 'article', :at)"),
            {"at": "2025-06-02 12:00:00"},
        )
        connection.execute(
            sa.text(
                "insert into ledger_articles (seq, article_id, url, title, outlet, published, source)"
                " values (7, 'a', 'https://a.example/', 'A', 'Daily', :at, '{}')"
            ),
            {"at": "2025-06-02 12:00:00"},
        )
    database.close()
    database = open_database(url)
    with database.read() as connection:
        found = connection.execute(sa.text("select seq, text from ledger_articles")).all()
    database.close()
    assert found == [(7, 7)]


def test_a_store_of_a_newer_volteface_is_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path}/store.sqlite"
    database = open_database(url)
    with database.write() as connection:
        connection.execute(sa.text("update alembic_version set version_num = '9999'"))
    database.close()
    with pytest.raises(Trouble, match="newer Volteface"):
        open_database(url)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match=r"store\.url: .* cannot be opened"):
        open_database(f"sqlite:///{tmp_path}/file/store.sqlite")


def test_an_address_that_is_none_is_misuse():
    with pytest.raises(Misuse, match=r"store\.url"):
        open_database("not an address")


def test_a_password_in_the_address_is_not_shown():
    with pytest.raises(VoltefaceError) as raised:  # Misuse where psycopg is not installed
        open_database("postgresql+psycopg://me:sesame@127.0.0.1:1/none")
    assert "sesame" not in str(raised.value)
