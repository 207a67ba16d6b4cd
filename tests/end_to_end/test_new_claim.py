"""A claim is made from options, with a look at what it would find."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.new_claim import new_claim
from tests.end_to_end.stored import fill
from watchers.errors import Misuse

NOW = datetime.now(UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    fill(f"sqlite:///{tmp_path / 'store.sqlite'}", 60)
    path = tmp_path / "config.toml"
    path.write_text(f'# mine\n[store]\nurl = "sqlite:///{tmp_path / "store.sqlite"}"\n')
    return path


def make(config: Path, name: str | None = "canal", *, save: bool = True, **given: object) -> None:
    options = {"proposition": "The canal is widened.", "keywords": ["widen the canal"], **given}
    new_claim(name, exclude=["root canal"], save=save, config=config, now=NOW, **options)


def test_it_is_written_where_it_is_asked_for_and_shown_in_any_case(config: Path, capsys):
    before = config.read_text()
    make(config, save=False)
    assert config.read_text() == before
    assert "articles    +0  -0" in capsys.readouterr().out
    make(config)
    assert tomllib.loads(config.read_text())["claims"]["canal"] == {
        "proposition": "The canal is widened.",
        "keywords": ["widen the canal"],
        "exclude": ["root canal"],
    }
    assert config.read_text().startswith(before)
    with pytest.raises(Misuse, match="is watched already"):
        make(config)


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("The Canal", {}, "lower-case letters"),
        ("us-troops", {}, "is watched already"),
        ("canal", {"keywords": []}, "proposals are: canal widened"),
        (None, {}, "NAME is missing"),
    ],
)
def test_what_is_missing_or_wrong_is_named(config: Path, name, given, message: str):
    with pytest.raises(Misuse, match=message):
        make(config, name, **given)
