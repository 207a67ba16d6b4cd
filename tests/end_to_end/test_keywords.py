"""Keywords are listed, tried and saved against a store of kept texts."""

import json
import re
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.keywords import keywords
from bot.keywords.desk import KeywordDesk, inverse
from bot.keywords.edit import Edit
from bot.settings import load_configuration
from bot.text import plain
from tests.end_to_end.stored import fill
from watchers.errors import Misuse
from watchers.store.database import Database
from watchers.store.tables import ledger_events, metadata

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def stored(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("stored") / "store.sqlite"
    fill(f"sqlite:///{path}", 300)
    return path


@pytest.fixture
def config(stored: Path, tmp_path: Path) -> Path:
    shutil.copy(stored, tmp_path / "store.sqlite")
    path = tmp_path / "config.toml"
    path.write_text(f'# mine\n[store]\nurl = "sqlite:///{tmp_path / "store.sqlite"}"\n')
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def ask(config: Path, claim: str | None, *, save: bool = False, **edit: tuple[str, ...]) -> None:
    keywords(claim, Edit(**edit), config=config, save=save, as_lines=True, now=NOW)


def test_each_keyword_is_listed_with_what_meets_it(config: Path, capsys):
    ask(config, "security-guarantees")
    rows = {row["keyword"]: row for row in lines(capsys)}
    assert rows["security GUARANTEE"]["texts"] >= 3
    assert rows["security GUARANTEE"]["last"] is not None
    assert rows["20-year guarantees"]["flaws"] == ["never hits"]
    assert rows["security GUARANTEE"]["with_position"] <= rows["security GUARANTEE"]["texts"]


def test_a_keyword_that_drowns_and_one_that_is_idle_are_named(config: Path, capsys):
    config.write_text(
        config.read_text() + '[claims.budget]\nproposition = "The budget is cut."\n'
        'keywords = ["budget", "budget of the city", "submarine lullaby"]\n'
    )
    ask(config, "budget")
    rows = {row["keyword"]: row for row in lines(capsys)}
    assert "drowns" in rows["budget"]["flaws"]
    assert rows["budget of the city"]["shadowed_by"] == "budget"
    assert rows["submarine lullaby"]["flaws"] == ["never hits"]


def test_a_try_shows_what_would_go_and_changes_nothing(config: Path, capsys):
    before = config.read_text()
    with closing(Database(load_configuration(config).store_url())) as database:
        metadata.create_all(database.engine)
        with database.read() as connection:
            events = connection.execute(ledger_events.select()).all()
        ask(config, "security-guarantees", exclude=("guarantees",))
        told = lines(capsys)
        with database.read() as connection:
            assert connection.execute(ledger_events.select()).all() == events
    numbers = told[0]
    assert numbers["texts"] == 300
    assert numbers["statements"]["go"] >= 3
    assert numbers["articles"]["come"] == 0
    went = [s for line in told if "article" in line for s in line["go"]]
    assert len(went) == numbers["statements"]["go"]
    assert all(s["evidence"] for s in went)
    assert config.read_text() == before


@pytest.mark.parametrize("claim", ["us-troops", "security-guarantees", "budget"])
def test_a_try_says_of_each_phrase_how_many_texts_meet_it(config: Path, capsys, claim: str):
    """What changes nothing may be met by many texts without a position, or by none."""
    config.write_text(
        config.read_text() + '[claims.budget]\nproposition = "The budget is cut."\n'
        'keywords = ["budget cut"]\n'
    )
    ask(config, claim, add=("minister of the city", "submarine lullaby"))
    met = lines(capsys)[0]["met"]
    assert met["submarine lullaby"] == 0
    assert 75 < met["minister of the city"] <= 300


def test_saving_writes_the_file_and_keeps_the_rest(config: Path, capsys):
    ask(config, "us-troops", save=True, add=("GIs in Kyiv",), remove=("American soldiers",))
    assert config.read_text().startswith("# mine\n[store]\n")
    change = load_configuration(config).watch.keywords["us-troops"]
    assert (change.add, change.remove) == (("GIs in Kyiv",), ("American soldiers",))


@pytest.mark.parametrize(
    ("claim", "edit", "message"),
    [
        ("us-trops", {"add": ("x",)}, "no claim is called 'us-trops'; there are article-5"),
        (None, {"add": ("x",)}, "say which claim's keywords"),
        ("us-troops", {"remove": ("no such",)}, "“no such” is not among its keywords"),
    ],
)
def test_what_cannot_be_asked_for_is_said_clearly(config: Path, claim, edit, message: str):
    with pytest.raises(Misuse, match=message):
        ask(config, claim, **edit)


async def test_from_a_channel_the_same_is_listed_tried_and_saved(config: Path):
    told: list[list[str]] = []

    async def say(_: str, lines: list[str]) -> None:
        told.append(lines)

    desk = KeywordDesk(config, lambda: load_configuration(config), clock=lambda: NOW, say=say)
    listed = plain(
        one for row in (await desk.listed("security-guarantees")).lines for one in row.pieces
    )
    assert "security GUARANTEE" in listed
    edit = Edit(exclude=("guarantees",))
    before = config.read_text()
    tried = plain(
        one for row in (await desk.tried("security-guarantees", edit)).lines for one in row.pieces
    )
    assert "never with “guarantees”" in tried
    assert re.search(r"“guarantees” is met by \d+ of the texts", tried)
    assert "300 kept texts" in tried
    assert config.read_text() == before
    await desk.save("security-guarantees", edit, by="ann (7)")
    assert told == [
        ["security-guarantees: never with “guarantees”", "Saved from the channel by ann (7)."]
    ]
    with pytest.raises(Misuse, match="says so already"):
        await desk.save("security-guarantees", edit, by="ann (7)")
    await desk.save("security-guarantees", inverse(edit), by="ann (7)")
    assert config.read_text().strip() == before.strip()
