"""The page of sample cards, as the command writes it."""

from pathlib import Path

import pytest

from bot.commands.preview import preview
from bot.samples import sample_cards
from watchers.errors import Trouble


def test_every_card_is_on_the_page_three_times_and_nothing_of_it_is_markup(tmp_path: Path) -> None:
    said = preview(tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert said.startswith(f"{len(sample_cards())} cards in ")
    for name in sample_cards():
        assert page.count(f"<h2>{name}</h2>") == 3
    assert "<script" not in page
    assert "javascript:" not in page


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be written"):
        preview(tmp_path / "missing" / "page.html")
