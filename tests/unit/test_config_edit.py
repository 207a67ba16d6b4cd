"""A configuration is changed by a command and still reads as its owner wrote it."""

import tomllib
from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.configuration import edit as config_edit
from watchers.errors import Misuse

EXAMPLE = (Path(__file__).parents[2] / "config.example.toml").read_text(encoding="utf-8")
OWN = """# mine
[claims.canal]   # the canal
proposition = "The canal is widened."
keywords = [
    "widen the canal",  # the usual words
    "canal expansion",
]

[[feeds]]
url = "https://a.example/feed"
outlet = "A"

# the second one
[[feeds]]
url = "https://b.example/feed"
"""


def changed_lines(before: str, after: str) -> list[str]:
    lines = ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:2] in ("+ ", "- ") and line[2:].strip()]


def test_a_shipped_claims_keywords_are_changed_and_nothing_else_is():
    after = config_edit.with_keywords(
        EXAMPLE, "us-troops", add=["GIs in Kyiv"], remove=["American soldiers"], exclude=["parade"]
    )
    settings = config_edit.validated(after, Path("config.toml"))
    change = settings.watch.keywords["us-troops"]
    assert (change.add, change.remove, change.exclude) == (
        ("GIs in Kyiv",),
        ("American soldiers",),
        ("parade",),
    )
    assert changed_lines(EXAMPLE, after) == [
        "+ [watch.keywords.us-troops]",
        '+ add = ["GIs in Kyiv"]',
        '+ remove = ["American soldiers"]',
        '+ exclude = ["parade"]',
    ]


def test_taking_away_what_was_added_leaves_no_trace_of_it():
    once = config_edit.with_keywords("", "us-troops", add=["GIs"], remove=["American soldiers"])
    twice = config_edit.with_keywords(once, "us-troops", remove=["gis"], add=["american soldiers"])
    assert twice.strip() == ""


def test_a_claim_of_ones_own_keeps_its_comments_and_its_lines():
    after = config_edit.with_keywords(OWN, "canal", add=["dig deeper"], exclude=["root canal"])
    claim = config_edit.validated(after, Path("c")).claims["canal"]
    assert claim.keywords == ("widen the canal", "canal expansion", "dig deeper")
    assert claim.exclude == ("root canal",)
    assert "# the usual words" in after
    assert "[claims.canal]   # the canal" in after


def test_what_is_not_there_cannot_be_taken_away():
    with pytest.raises(Misuse, match="is not among them"):
        config_edit.with_keywords(OWN, "canal", remove=["sluice"])


def test_feeds_come_pause_and_go():
    more = config_edit.with_feed(OWN, {"url": "https://c.example/feed", "outlet": "C"})
    assert changed_lines(OWN, more) == [
        "+ [[feeds]]",
        '+ url = "https://c.example/feed"',
        '+ outlet = "C"',
    ]
    paused = config_edit.with_feed_paused(more, "https://b.example/feed", paused=True)
    assert changed_lines(more, paused) == ["+ paused = true"]
    assert config_edit.with_feed_paused(paused, "https://b.example/feed", paused=False) == more
    fewer = config_edit.without_feed(more, "https://a.example/feed")
    assert [one["url"] for one in tomllib.loads(fewer)["feeds"]] == [
        "https://b.example/feed",
        "https://c.example/feed",
    ]
    with pytest.raises(Misuse, match="stands there already"):
        config_edit.with_feed(OWN, {"url": "https://a.example/feed"})


def test_a_file_is_made_where_there_is_none_and_a_link_is_followed(tmp_path: Path):
    target, link = tmp_path / "real" / "mine.toml", tmp_path / "config.toml"
    config_edit.write_text(target, config_edit.with_keywords("", "us-troops", add=["GIs"]))
    target.chmod(0o600)
    link.symlink_to(target)
    config_edit.write_text(
        link, config_edit.with_keywords(target.read_text(), "us-troops", add=["X"])
    )
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert tomllib.loads(target.read_text())["watch"]["keywords"]["us-troops"]["add"] == [
        "GIs",
        "X",
    ]
    assert [one.name for one in target.parent.iterdir()] == ["mine.toml"]


def test_what_would_be_wrong_is_not_written(tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text(OWN)
    with pytest.raises(Misuse, match="must be an address"):
        config_edit.write_text(path, config_edit.with_feed(OWN, {"url": "ftp://x"}))
    assert path.read_text() == OWN


phrases = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@settings(deadline=None)  # it is the machine that is slow now and then
@given(st.lists(phrases, max_size=5), st.lists(phrases, max_size=5))
def test_any_phrase_comes_back_as_it_was_written(add: list[str], exclude: list[str]):
    after = config_edit.with_keywords(EXAMPLE, "us-troops", add=add, exclude=exclude)
    change = tomllib.loads(after)["watch"].get("keywords", {}).get("us-troops", {})
    assert {p.casefold() for p in change.get("add", [])} == {p.casefold() for p in add}
    kept = [line for line in after.splitlines() if line.startswith("#")]
    assert kept == [line for line in EXAMPLE.splitlines() if line.startswith("#")]


@pytest.mark.parametrize(
    "text",
    {
        "nothing of it before": "# mine\n[store]\nurl = 'x'\n\n[watch]\nseeds = true\n",
        "another claim's": "[watch.keywords.nato-membership]\nadd = ['x']\n",
        "an empty file": "",
    }.values(),
)
def test_what_is_taken_back_leaves_the_file_as_it_was(text: str):
    added = config_edit.with_keywords(text, "us-troops", add=["GIs in Kyiv"], exclude=["parade"])
    assert "GIs in Kyiv" in added
    back = config_edit.with_keywords(added, "us-troops", remove=["GIs in Kyiv", "parade"])
    assert back.strip() == text.strip()


def test_a_table_with_a_comment_is_left_though_it_is_empty():
    text = '[watch.keywords.us-troops]\n# as the editors wished\nadd = ["GIs"]\n'
    back = config_edit.with_keywords(text, "us-troops", remove=["GIs"])
    assert "# as the editors wished" in back
