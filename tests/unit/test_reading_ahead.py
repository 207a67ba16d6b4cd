"""Articles are read ahead in other processes as they would be read here: all, in order, faults named."""

import json
from functools import partial
from pathlib import Path

import pytest

from bot.commands import reading_ahead
from bot.commands.reading_ahead import Reading, read_ahead
from bot.commands.replay import labels_of
from watchers.actor_files import shipped_actors
from watchers.errors import Misuse
from watchers.ledger.policy import DEFAULT

TIMELINE = Path(__file__).parents[1] / "quality" / "corpus" / "timeline-2025.jsonl"
LABELS = Reading(make=partial(labels_of, shipped_actors()))
FEW, MANY = 1, reading_ahead.AHEAD_FROM


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The timeline, six times over: more than one task's lines, and an empty one between."""
    path = tmp_path / "archive.jsonl"
    path.write_text((TIMELINE.read_text(encoding="utf-8") + "\n") * 6, encoding="utf-8")
    return path


def test_what_others_read_is_what_is_read_here(archive: Path) -> None:
    here = list(read_ahead([archive, TIMELINE], LABELS, DEFAULT, FEW))
    assert len(here) == 7 * 72
    assert sum(one.intake is None for one in here) == sum(not one.statements for one in here) > 0
    assert list(read_ahead([archive, TIMELINE], LABELS, DEFAULT, MANY)) == here


@pytest.mark.parametrize("total", [FEW, MANY], ids=["here", "elsewhere"])
def test_a_fault_names_the_line_of_its_file(archive: Path, total: int) -> None:
    lines = archive.read_text(encoding="utf-8").splitlines()
    lines[300] = json.dumps({"id": "x", "text": "No date.", "published": "soon"})
    archive.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Misuse, match=r"archive\.jsonl:301: published: 'soon' is no date"):
        list(read_ahead([archive], LABELS, DEFAULT, total))


def test_whoever_stops_early_leaves_no_process_behind(archive: Path) -> None:
    articles = read_ahead([archive], LABELS, DEFAULT, MANY)
    assert next(iter(articles)).article.id == "dev-tl-001"
    articles.close()  # type: ignore[attr-defined]
    assert not reading_ahead.get_context().active_children()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"none\.jsonl: there is no such file"):
        list(read_ahead([tmp_path / "none.jsonl"], LABELS, DEFAULT, MANY))
