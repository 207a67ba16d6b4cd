"""Feeds of hundreds, and feeds that pass on what others publish: what is read, in which order, and why."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import sqlalchemy as sa

from tests.nasty_feeds import by_path
from tests.nasty_pages import STORY, page
from tests.nasty_web import NastyWeb, rss, serve
from tests.watching import QUICK, EagerReader, Watching, watching
from watchers.articles.records import Made, Read, Reason, Source
from watchers.feeds.records import FeedSource, PollPolicy
from watchers.fetch import Fetcher
from watchers.pacing import HostGate
from watchers.store.tables import entries
from watchers.store.waiting import unread_stock, waiting_stock


def _listing(web: NastyWeb, days: list[int]) -> bytes:
    return rss(
        *(
            f"<guid>{day}</guid><link>{web.url('paper', f'/news/{day}')}</link><title>Day {day}</title>"
            f"<description>Peacekeepers, day {day}.</description><pubDate>{day} Nov 2026 08:00:00 GMT</pubDate>"
            for day in days
        )
    )


class Paper:
    """A paper with a page for each day, whose feed lists those that it is told to."""

    def __init__(self) -> None:
        self.web = NastyWeb({"paper": serve(b"")})

    def lists(self, *days: int) -> None:
        pages = {f"/news/{day}": serve(page(*STORY), kind="text/html") for day in days}
        feed = serve(_listing(self.web, list(days)))
        self.web.rows = {"paper": by_path({"/feed": feed, **pages})}

    def start(self, **policy: int) -> AbstractAsyncContextManager[Watching]:
        return watching(
            [FeedSource(url=self.web.url("paper"), outlet="The Paper")],
            allowed=self.web.hosts,
            resolver=self.web.resolver,
            polling=PollPolicy(**policy),
            reader=EagerReader,
        )


def _by_day(made: dict[str, Made]) -> dict[int, tuple[Source | None, Reason]]:
    return {
        int(link.rpartition("/")[2]): (one.source if isinstance(one, Read) else None, one.reason)
        for link, one in made.items()
    }


async def test_beyond_the_newest_pages_old_entries_are_read_from_what_the_feed_says() -> None:
    paper = Paper()
    async with paper.web, paper.start(first_sight=2) as parts:
        paper.lists(3, 9, 5, 7)
        await parts.poll()
        made = _by_day(await parts.make_waiting())
    page_of, headline = (Source.PAGE, Reason.READ), (Source.HEADLINE, Reason.BEYOND_FIRST_SIGHT)
    assert made == {9: page_of, 7: page_of, 5: headline, 3: headline}
    asked = {request.path for request in paper.web.requests if request.path.startswith("/news/")}
    assert asked == {"/news/9", "/news/7"}


async def test_what_comes_after_first_sight_has_its_page_however_much_it_is() -> None:
    paper = Paper()
    async with paper.web, paper.start(first_sight=1) as parts:
        paper.lists(1)
        await parts.poll()
        await parts.make_waiting()
        paper.lists(18, 19, 20)
        parts.clock.forward(hours=1)
        await parts.poll()
        made = _by_day(await parts.make_waiting())
    assert made == dict.fromkeys((18, 19, 20), (Source.PAGE, Reason.READ))


async def test_stock_is_read_newest_first_and_its_progress_is_known() -> None:
    paper = Paper()
    async with paper.web, paper.start() as parts:
        paper.lists(4, 12, 8)
        await parts.poll()
        now = parts.clock()
        first = await parts.database.read(lambda c: waiting_stock(c, now=now, limit=1))
        assert [stored.entry.title for stored in first] == ["Day 12"]
        (stock,) = await parts.database.read(lambda c: unread_stock(c, now=now))
        assert (stock.listed, stock.left, stock.needs) == (3, 3, None)
        parts.clock.forward(minutes=2)
        await parts.database.write(
            lambda c: c.execute(
                entries.update()
                .where(entries.c.id == first[0].id)
                .values(done=True, done_at=parts.clock())
            )
        )
        later = parts.clock()
        (stock,) = await parts.database.read(lambda c: unread_stock(c, now=later))
        assert stock.needs is not None
        assert (stock.left, stock.needs.total_seconds()) == (2, 240)


async def test_who_is_patient_lets_everybody_else_go_first() -> None:
    gate = HostGate(pause_seconds=0.0, groups={})
    order: list[str] = []

    async def turn(name: str, *, patient: bool) -> None:
        async with gate.turn("a.example", patient=patient):
            order.append(name)
            await asyncio.sleep(0.01)

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        for name in ("first", "second", "third"):
            group.create_task(turn(name, patient=True))
        await asyncio.sleep(0.005)
        group.create_task(turn("news", patient=False))
        group.create_task(turn("poll", patient=False))
    assert order == ["first", "news", "poll", "second", "third"]


async def test_a_patient_request_is_fetched_like_any_other() -> None:
    web = NastyWeb({"page": serve(b"<p>yes</p>", kind="text/html")})
    async with web:
        limits = replace(QUICK, allow_private_hosts=web.hosts)
        async with Fetcher(limits, resolver=web.resolver) as fetcher:
            assert (await fetcher.get(web.url("page"), patient=True)).body == b"<p>yes</p>"


async def test_what_an_aggregator_passes_on_is_its_publishers() -> None:
    web = NastyWeb({"headlines": serve(b""), "walled": serve(b"", status="403 No")})
    async with web:
        listed = (
            f"<title>Peacekeepers to go, minister says - The Gazette</title><link>{web.url('walled', '/1')}</link>"
            '<source url="https://gazette.example">The Gazette</source><description>&lt;a href="x"&gt;Peacekeepers '
            'to go, minister says&lt;/a&gt;&amp;nbsp;&lt;font&gt;The Gazette&lt;/font&gt;&lt;ol&gt;&lt;li&gt;&lt;a href="y"&gt;'
            "Peacekeepers to stay, says another&lt;/a&gt;&lt;/li&gt;&lt;/ol&gt;</description>"
        )
        web.rows = {**web.rows, "headlines": serve(rss(listed))}
        source = FeedSource(url=web.url("headlines"), outlet="Headlines", owner="Headlines Inc")
        async with watching([source], allowed=web.hosts, resolver=web.resolver) as parts:
            await parts.poll()
            (made,) = (await parts.make_waiting()).values()
            origin = await parts.database.read(
                lambda c: c.execute(sa.select(entries.c.origin_name, entries.c.origin_url)).one()
            )
    assert isinstance(made, Read)
    article = made.article
    assert (article.title, article.text) == ("Peacekeepers to go, minister says", "")
    assert (article.outlet, article.owner) == ("The Gazette", None)
    assert tuple(origin) == ("The Gazette", "https://gazette.example")
