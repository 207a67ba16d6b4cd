"""A paper on loopback: a feed and the pages behind it, as they stand when they are asked for."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from html import escape

from aiohttp import web


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article."""

    title: str
    paragraphs: Sequence[str]
    published: datetime


@dataclass(slots=True)
class Paper:
    """What is served; change `stories` between two polls."""

    stories: list[Story] = field(default_factory=list)
    base: str = ""
    #: Pages that were asked for, by number.
    asked: list[int] = field(default_factory=list)

    @property
    def feed_url(self) -> str:
        return f"{self.base}/feed.xml"

    def page_url(self, number: int) -> str:
        return f"{self.base}/story/{number}"

    async def feed(self, _: web.Request) -> web.Response:
        items = "".join(
            f"<item><title>{escape(story.title)}</title><link>{self.page_url(number)}</link>"
            f"<guid>{self.page_url(number)}</guid>"
            f"<pubDate>{format_datetime(story.published)}</pubDate></item>"
            for number, story in enumerate(self.stories)
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>{items}</channel></rss>'
        return web.Response(text=text, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        self.asked.append(number)
        story = self.stories[number]
        body = "".join(f"<p>{escape(one)}</p>" for one in story.paragraphs)
        text = (
            f"<!doctype html><html lang=en><head><title>{escape(story.title)} - Paper</title></head><body>"
            "<nav><a href=/>Home</a> <a href=/world>World</a></nav>"
            f"<article><h1>{escape(story.title)}</h1>{body}</article>"
            "<aside><h3>Most read</h3><ul><li>Five ways to cook rice</li></ul></aside>"
            "<footer>All rights reserved</footer></body></html>"
        )
        return web.Response(text=text, content_type="text/html")


@asynccontextmanager
async def small_paper() -> AsyncIterator[Paper]:
    """The paper, listening on loopback."""
    paper = Paper()
    app = web.Application()
    app.add_routes([web.get("/feed.xml", paper.feed), web.get("/story/{number:\\d+}", paper.page)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    paper.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield paper
    finally:
        await runner.cleanup()
