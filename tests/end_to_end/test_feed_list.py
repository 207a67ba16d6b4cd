"""Feeds are added, paused and taken out by command, over real sockets and a real file."""

import tomllib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.commands import feed_list, feed_look
from bot.configuration.edit import with_feed
from bot.settings import Configuration
from tests.end_to_end.small_web import Paper, Story, small_paper
from watchers.articles.records import Read
from watchers.errors import Misuse, Trouble
from watchers.feeds.opml import Outline, parse_opml, write_opml
from watchers.feeds.records import FeedSource

SETTINGS = Configuration.model_validate(
    {"fetch": {"allow_private_hosts": ["127.0.0.1"], "pause_seconds": 0.0}}
)
NEWS = Story(
    title="Warsaw rules out sending troops to Ukraine",
    paragraphs=[
        "Poland will not send soldiers to Ukraine, Prime Minister Donald Tusk said on Monday.",
        "The government in Warsaw has other plans for its army, he told reporters in the capital.",
        "Ukraine and its allies discussed the matter for hours without an agreement last week.",
    ],
    published=datetime(2026, 3, 2, 9, tzinfo=UTC),
)


@pytest.fixture
async def site() -> AsyncIterator[tuple[str, Paper]]:
    """A site whose front page names the paper's feed."""
    async with small_paper() as paper:
        paper.stories = [NEWS]

        async def front(_: web.Request) -> web.Response:
            head = f'<link rel="alternate" type="application/rss+xml" href="{paper.feed_url}">'
            return web.Response(
                text=f"<!doctype html><html><head>{head}</head><body>News</body></html>",
                content_type="text/html",
            )

        async def bare(_: web.Request) -> web.Response:
            return web.Response(text="<html><body>nothing</body></html>", content_type="text/html")

        app = web.Application()
        app.add_routes([web.get("/", front), web.get("/bare", bare)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", paper
        await runner.cleanup()


async def test_a_sites_feed_is_found_and_its_entries_are_read(site: tuple[str, Paper]):
    base, paper = site
    seen = await feed_look.look_at_feed(SETTINGS, f"{base}/")
    assert (seen.url, seen.title, seen.entries) == (paper.feed_url, "Paper", 1)
    made = seen.newest[0].made
    assert isinstance(made, Read)
    assert [(s.actor, s.claim, str(s.position)) for s in made.statements] == [
        ("poland", "own-troops", "opposes")
    ]


async def test_a_site_without_a_feed_is_named_with_what_it_serves(site: tuple[str, Paper]):
    with pytest.raises(Trouble, match="no feed was found where sites keep theirs"):
        await feed_look.look_at_feed(SETTINGS, f"{site[0]}/bare")


async def test_private_hosts_stay_out_of_reach(site: tuple[str, Paper]):
    with pytest.raises(Trouble, match="allow_private_hosts"):
        await feed_look.look_at_feed(Configuration(), f"{site[0]}/")


def test_feeds_are_paused_resumed_removed_and_carried_as_opml(tmp_path: Path, capsys):
    config, list_file = tmp_path / "config.toml", tmp_path / "feeds.opml"
    config.write_text(
        '# mine\n[[feeds]]\nurl = "https://a.example/feed"\noutlet = "A & B"\n\n'
        '[[feeds]]\nurl = "https://b.example/feed"\n'
    )
    feed_list.pause_feed("https://a.example/feed", paused=True, config=config)
    assert tomllib.loads(config.read_text())["feeds"][0]["paused"] is True
    feed_list.pause_feed("https://a.example/feed", paused=False, config=config)
    feed_list.export_feeds(list_file, config=config)
    feed_list.remove_feed("https://a.example/feed", config=config)
    assert [f["url"] for f in tomllib.loads(config.read_text())["feeds"]] == [
        "https://b.example/feed"
    ]
    feed_list.import_feeds(list_file, config=config)
    assert tomllib.loads(config.read_text())["feeds"] == [
        {"url": "https://b.example/feed"},
        {"url": "https://a.example/feed", "outlet": "A & B"},
    ]
    assert "feeds added: 1; there already: 1" in capsys.readouterr().out
    assert config.read_text().startswith("# mine\n")
    with pytest.raises(Misuse, match="is not among them"):
        feed_list.remove_feed("https://c.example/feed", config=config)


def test_opml_of_other_programs_is_understood():
    given = b"""<?xml version="1.0"?><opml version="1.1"><body>
        <outline text="World"><outline title="One" xmlUrl="https://one.example/rss"/>
        <outline text="Two" XMLURL="https://two.example/rss"/></outline>
        <outline text="again" xmlUrl="https://one.example/rss"/><outline xmlUrl="javascript:x"/>
        </body></opml>"""
    assert parse_opml(given, name="x") == (
        Outline(url="https://one.example/rss", title="One"),
        Outline(url="https://two.example/rss", title="Two"),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"nothing", "is no OPML"),
        (b"<rss/>", "begins with <rss>"),
        (b"<opml/>", "no outline"),
        (b'<!DOCTYPE o [<!ENTITY a "b">]><opml/>', "declares entities"),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, message: str):
    with pytest.raises(Misuse, match=message):
        parse_opml(content, name="list.opml")


def test_what_is_written_is_read_again():
    feeds = [FeedSource(url="https://a.example/?x=1&y=2", outlet='"A" <b>')]
    made = write_opml(feeds, title="x").encode()
    assert parse_opml(made, name="x") == (Outline(url=feeds[0].url, title=feeds[0].outlet),)


def test_a_feed_that_is_watched_is_not_added_twice(tmp_path: Path):
    config = tmp_path / "config.toml"
    config.write_text(with_feed("", {"url": "https://a.example/feed"}))
    with pytest.raises(Misuse, match="is watched already"):
        feed_list.add_feed("a.example/feed/", more={}, look_only=True, config=config)
