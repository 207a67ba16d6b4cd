"""A claim is made from options, or from answers at a terminal, with a look at what it would find."""

import shutil
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.new_claim import name_for, new_claim
from tests.end_to_end.stored import fill
from tests.end_to_end.terminal import END_OF_INPUT, INTERRUPT, terminal
from watchers.errors import Misuse

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def stored(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("stored") / "store.sqlite"
    fill(f"sqlite:///{path}", 400)
    return path


@pytest.fixture
def config(stored: Path, tmp_path: Path) -> Path:
    shutil.copy(stored, tmp_path / "store.sqlite")
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


# -- at a terminal --------------------------------------------------------------------------------


def test_the_questions_are_put_at_a_terminal_and_put_again_where_the_answer_is_wrong(config: Path):
    before = config.read_text()
    with terminal("new-claim", folder=config.parent) as screen:
        screen.expect("Ctrl-C ends it and changes nothing")
        screen.expect("for or against:")
        screen.answer("")
        screen.expect("for or against:")
        screen.answer("...")
        screen.expect("a sentence has words")
        screen.answer("Ukraine gets binding security guarantees.")
        screen.expect("[ukraine-gets-binding]:")
        screen.answer("Our Claim")
        screen.expect("lower-case letters, digits and hyphens")
        screen.answer("us-troops")
        screen.expect("us-troops is watched already")
        screen.answer("guarantees")
        screen.expect("1  Ukraine gets")
        screen.expect("kept texts")
        screen.expect("with commas between [1,2,")
        screen.answer("99")
        screen.expect("99: there are ")
        screen.answer("submarine lullaby")
        screen.expect("articles    +0  -0")
        screen.expect("None of them says where anybody stands")
        screen.expect("k: other keywords first, n: no [n]:")
        screen.answer("perhaps")
        screen.expect("one of y, k and n")
        screen.answer("k")
        screen.expect("with commas between [1,2,")
        screen.answer("2, security guarantees , binding guarantees")
        screen.expect("articles    +")
        screen.expect("[n]:")
        assert config.read_text() == before
        screen.answer("y")
        screen.expect("claims.guarantees was added")
        assert screen.end() == 0
    assert config.read_text().startswith(before)
    made = tomllib.loads(config.read_text())["claims"]["guarantees"]
    assert made["proposition"] == "Ukraine gets binding security guarantees."
    assert made["keywords"] == ["gets binding", "security guarantees", "binding guarantees"]


@pytest.mark.parametrize(
    ("asked", "keys"),
    {
        "Ctrl-C at the first": ("for or against:", INTERRUPT),
        "Ctrl-C at the name": ("[canal-widened]:", INTERRUPT),
        "Ctrl-C at the keywords": ("with commas between", INTERRUPT),
        "Ctrl-C at the last": ("[n]:", INTERRUPT),
        "Ctrl-D at the last": ("[n]:", END_OF_INPUT),
    }.values(),
)
def test_it_is_left_at_any_question_and_nothing_is_changed(config: Path, asked: str, keys: str):
    before = config.read_text()
    answers = {
        "for or against:": "The canal is widened.",
        "[canal-widened]:": "",
        "with commas between": "1",
    }
    with terminal("new-claim", folder=config.parent) as screen:
        for question, answer in answers.items():
            screen.expect(question)
            if question == asked:
                break
            screen.answer(answer)
        else:
            screen.expect(asked)
        screen.type(keys)
        assert screen.end() == 1
    assert "Traceback" not in screen.shown
    assert "Aborted" in screen.shown
    assert config.read_text() == before


def test_only_what_was_not_given_is_asked_for(config: Path):
    given = ["canal", "--proposition", "The canal is widened.", "--keyword", "widen the canal"]
    with terminal("new-claim", *given, folder=config.parent) as screen:
        screen.expect("[n]:")
        assert "for or against" not in screen.shown
        assert "Ctrl-C" not in screen.shown
        screen.answer("")
        screen.expect("Nothing was changed.")
        assert screen.end() == 0
    assert "canal" not in config.read_text()


@pytest.mark.parametrize(
    ("proposition", "name"),
    {
        "its own words": ("The Suez canal is widened.", "suez-canal-widened"),
        "the first three": ("Sweden becomes a member of NATO in 2024.", "sweden-member-nato"),
        "accents": ("São Tomé joins.", "sao-tome-joins"),
        "one that is taken": ("US troops go.", "us-troops-go-2"),
        "no letters of ours": ("Швеция вступает.", "my-claim"),
    }.values(),
)
def test_a_name_is_made_of_the_sentence(proposition: str, name: str):
    assert name_for(proposition, {"us-troops-go", "us-troops"}) == name
