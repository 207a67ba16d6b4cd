"""What `volteface feeds` and `volteface why` say of a small watch on loopback."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.commands.feeds import feeds
from bot.commands.why import why
from tests.nasty_pages import STORY, page
from tests.nasty_web import NastyWeb, items, rss, serve
from tests.watching import NOON, Clock, Watching, watching
from watchers.errors import Trouble
from watchers.feeds.records import FeedSource
from watchers.model import Article
from watchers.reading.reader import NearMiss, Reading
from watchers.store.database import Database


class NearMissReader:
    """Sees no statement and says so."""

    def read(self, article: Article) -> Reading:
        miss = NearMiss(claim="us-troops", reason="no_speaker", evidence=article.title, span=None)
        return Reading(near_misses=(miss,))


@pytest.fixture
async def watch(tmp_path) -> AsyncIterator[tuple[NastyWeb, Watching, Database]]:
    rows = {
        "story": serve(page(*STORY), kind="text/html"),
        "feed": serve(b""),
        "down": serve(b"", status="500 No"),
    }
    async with NastyWeb(rows) as web:
        entry = f"<link>{web.url('story', '/news/a')}</link><title>Peacekeepers to go</title>"
        web.rows = {**rows, "feed": serve(rss(entry))}
        sources = [
            FeedSource(url=web.url("feed"), outlet="The Paper"),
            FeedSource(url=web.url("down"), outlet="The Other Paper"),
        ]
        store = f"sqlite:///{tmp_path}/store.db"
        async with watching(
            sources, allowed=web.hosts, resolver=web.resolver, store=store
        ) as parts:
            await parts.poll()
            await parts.make_waiting()
            database = Database(store)
            yield web, parts, database
            database.close()


def _sources(web: NastyWeb) -> list[FeedSource]:
    return [
        FeedSource(url=web.url("feed"), outlet="The Paper"),
        FeedSource(url=web.url("down"), outlet="The Other Paper"),
    ]


async def test_feeds_says_of_each_how_it_fares(watch, capsys: pytest.CaptureFixture[str]) -> None:
    web, _, database = watch
    feeds(database, _sources(web), as_lines=True, now=NOON)
    well, failing = map(json.loads, capsys.readouterr().out.splitlines())
    assert (well["state"], well["interval_minutes"], well["waiting"]) == ("well", 15.0, 0)
    assert failing["state"] == "failing"
    assert failing["why_quiet"] == "HTTP 500 (1 time since 20 Nov 12:00)"


async def test_feeds_says_how_far_a_first_sight_has_come(
    tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    web = NastyWeb({"feed": serve(rss(*items(7)))})
    store = f"sqlite:///{tmp_path}/store.db"
    async with web:
        sources = [FeedSource(url=web.url("feed"), outlet="The Paper")]
        async with watching(
            sources, allowed=web.hosts, resolver=web.resolver, store=store
        ) as parts:
            await parts.poll()
    database = Database(store)
    feeds(database, sources, as_lines=True, now=NOON)
    database.close()
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["state"], row["stock_left"], row["stock_listed"]) == ("reading", 7, 7)
    assert row["why_quiet"].endswith("7 of 7 entries left")


async def test_feeds_prints_a_table_for_people(watch, capsys: pytest.CaptureFixture[str]) -> None:
    web, _, database = watch
    feeds(database, _sources(web), as_lines=False, now=NOON)
    shown = capsys.readouterr().out
    assert "The Paper" in shown
    assert "HTTP 500" in shown.replace("\n", " ")


async def test_feeds_without_any_says_what_to_do(
    tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock()
    async with watching([], store=f"sqlite:///{tmp_path}/store.db"):
        pass
    database = Database(f"sqlite:///{tmp_path}/store.db")
    feeds(database, [], as_lines=False, now=clock())
    database.close()
    assert "[[feeds]]" in capsys.readouterr().out


async def test_why_tells_each_stages_verdict(watch, capsys: pytest.CaptureFixture[str]) -> None:
    web, _, database = watch
    why(database, web.url("story", "/news/a?utm_source=x"), reader=NearMissReader(), as_lines=False)
    assert capsys.readouterr().out.splitlines() == [
        f"feed     {web.url('feed')}: first seen 20 Nov 2026 12:00, silently: it was there at first sight",
        "article  read from the page: read",
        "kept     the article, fetched 20 Nov 2026 12:00",
        "reading  no statement on us-troops: no_speaker: “Peacekeepers to go”",
    ]


async def test_why_as_json_is_one_object(watch, capsys: pytest.CaptureFixture[str]) -> None:
    web, _, database = watch
    why(database, web.url("story", "/news/a"), reader=NearMissReader(), as_lines=True)
    told = json.loads(capsys.readouterr().out)
    assert [(s["via"], s["reason"], s["silent"]) for s in told["sights"]] == [
        ("page", "read", True)
    ]


async def test_why_of_an_unknown_address_says_so(watch) -> None:
    _, _, database = watch
    with pytest.raises(Trouble, match="no feed has led there"):
        why(database, "https://elsewhere.example/x", reader=NearMissReader(), as_lines=False)
