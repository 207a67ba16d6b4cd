"""`/keywords`: tried, saved after one more question, and taken back, through the real discord.py."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cards import Card, text_card
from bot.keywords.desk import KeywordDesk
from bot.keywords.edit import Edit
from bot.settings import Configuration, load_configuration
from tests.contract.desk_material import connected
from tests.discord_double import world
from tests.discord_double.server import Double, discord_double


class QuickDesk(KeywordDesk):
    """A desk whose kept texts are looked through in no time; files are real."""

    def __init__(self, path: Path) -> None:
        self.told: list[list[str]] = []

        async def say(_: str, lines: list[str]) -> None:
            self.told.append(lines)

        super().__init__(path, Configuration, clock=lambda: datetime.now(UTC), say=say)

    async def listed(self, claim: str) -> Card:
        return text_card(claim, ["12 (3 %)"])

    async def tried(self, claim: str, edit: Edit) -> Card:
        return text_card(f"{claim}, tried", [str(edit)])


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    async with discord_double() as double:
        yield double
        assert double.complaints == []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text("# mine\n")
    return path


def buttons(message: dict[str, Any]) -> dict[str, str]:
    rows = message.get("components") or []
    return {one["label"]: one["custom_id"] for row in rows for one in row["components"]}


async def press(double: Double, message: dict[str, Any], label: str) -> dict[str, Any]:
    """Press a button under an answer that only one person sees."""
    shown = {**double.world._message(world.CHANNEL_ID, message), "flags": 64}
    exchange = await double.interactions.press(shown, buttons(message)[label])
    return exchange.message


async def test_an_edit_is_tried_saved_after_one_more_question_and_taken_back(
    double: Double, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    desk = QuickDesk(path)
    async with connected(double, keywords=desk):
        said = await double.interactions.command("keywords", claim="us-troops", add="GIs in Kyiv")
        assert said.is_private
        assert said.embed["title"] == "us-troops, tried"
        assert path.read_text() == "# mine\n"

        asked = await press(double, said.message, "Save…")
        assert set(buttons(asked)) == {"Yes, save it", "No"}
        assert path.read_text() == "# mine\n"

        saved = await press(double, asked, "Yes, save it")
        assert load_configuration(path).watch.keywords["us-troops"].add == ("GIs in Kyiv",)
        assert "keywords_saved by=member" in caplog.text
        assert desk.told[0][1].startswith("Saved from the channel by member")

        await press(double, saved, "Undo")
        assert path.read_text().strip() == "# mine"


async def test_no_more_is_taken_back_than_was_saved(double: Double, path: Path) -> None:
    before = '# mine\n[watch.keywords.us-troops]\nadd = ["GIs in Kyiv"]\n'
    path.write_text(before)
    async with connected(double, keywords=QuickDesk(path)):
        given = {"add": "GIs in Kyiv", "exclude": "parade"}
        said = await double.interactions.command("keywords", claim="us-troops", **given)
        asked = await press(double, said.message, "Save…")
        saved = await press(double, asked, "Yes, save it")
        assert "parade" in path.read_text()
        await press(double, saved, "Undo")
    assert path.read_text() == before


async def test_no_is_an_answer(double: Double, path: Path) -> None:
    async with connected(double, keywords=QuickDesk(path)):
        said = await double.interactions.command("keywords", claim="us-troops", remove="boots")
        asked = await press(double, said.message, "Save…")
        told = await press(double, asked, "No")
    assert told["embeds"][0]["description"] == "Nothing was changed."
    assert path.read_text() == "# mine\n"


async def test_without_an_edit_the_keywords_are_listed(double: Double, path: Path) -> None:
    async with connected(double, keywords=QuickDesk(path)):
        said = await double.interactions.command("keywords", claim="us-troops")
    assert "12 (3 %)" in said.embed["description"]
    assert buttons(said.message) == {}


async def test_whoever_may_not_manage_the_server_changes_nothing(
    double: Double, path: Path
) -> None:
    async with connected(double, keywords=QuickDesk(path)):
        said = await double.interactions.command(
            "keywords", permissions="0", claim="us-troops", add="x"
        )
        assert "Only those who may manage" in said.embed["description"]
        button = {"type": 2, "label": "x", "style": 2, "custom_id": "vfk:yes:us-troops:x||"}
        row = {"type": 1, "components": [button]}
        public = double.world._message(world.CHANNEL_ID, {"components": [row]})
        pressed = await double.interactions.press(public, "vfk:yes:us-troops:x||", permissions="0")
        assert "Only those who may manage" in pressed.embed["description"]
    assert path.read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"add": "x" * 90}, "Too long for Discord"),
        ({"claim": "moon base", "add": "x"}, "No claim is called"),
    ],
)
async def test_what_cannot_be_is_said(
    double: Double, path: Path, edit: dict[str, str], said: str
) -> None:
    async with connected(double, keywords=QuickDesk(path)):
        answer = await double.interactions.command("keywords", **{"claim": "us-troops", **edit})
    assert said in answer.embed["description"]


async def test_a_fault_of_the_file_is_told_to_the_one_who_pressed(
    double: Double, path: Path
) -> None:
    async with connected(double, keywords=QuickDesk(path)):
        said = await double.interactions.command("keywords", claim="us-troops", add="x")
        path.write_text("[watch\n")
        asked = await press(double, said.message, "Save…")
        told = await press(double, asked, "Yes, save it")
    assert "not TOML" in told["embeds"][0]["description"]
