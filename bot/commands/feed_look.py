"""Look at a feed once before it is watched: where it is, what it brings, what the reader sees in it.

Uses the parts that `run` uses, guards and all; stores nothing.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from bot.settings import Configuration
from bot.watching import watchlist_of, worker_reader
from watchers.articles.making import make, prepare_reader
from watchers.articles.publishers import Publishers
from watchers.articles.records import Material, Page, Read, Reason, Refused
from watchers.errors import Trouble
from watchers.feeds.answers import trouble_of_answer, trouble_of_failure
from watchers.feeds.parsing import parse_feed
from watchers.feeds.records import ParsedFeed
from watchers.fetch import Fetcher
from watchers.fetched import FetchFailed
from watchers.model import Entry
from watchers.robots import Robots
from watchers.workers import READERS, Workers, WorkFailed

#: Entries that are shown, and of these the newest whose pages are read.
SHOWN, READ = 10, 5
#: Seconds for parsing a feed and for reading a page; as when it runs.
_PARSE_SECONDS, _READ_SECONDS = 20.0, 20.0
#: Where sites keep a feed that their pages do not name.
_USUAL_PLACES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
#: Feeds that a page names and that are tried.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """An entry and what the reader makes of its article; `None` where it was not read."""

    entry: Entry
    made: Read | Refused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFeed:
    """A feed as it is now."""

    #: Where it is, which may be elsewhere than was asked.
    url: str
    title: str
    entries: int
    newest: tuple[SeenEntry, ...]
    #: Other feeds that the site names.
    others: tuple[str, ...] = ()


async def look_at_feed(settings: Configuration, url: str) -> SeenFeed:
    """The feed at an address, or the one that the page there names. Raises `Trouble`."""
    prepare = worker_reader(watchlist_of(settings))
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(settings.fetch))
        workers = await stack.enter_async_context(
            Workers(prepare=prepare_reader, prepare_args=(prepare,), preload=READERS)
        )
        found, feed, others = await _find(fetcher, workers, url)
        newest = sorted(feed.entries, key=_published, reverse=True)[:SHOWN]
        robots = Robots(fetcher)
        read = await asyncio.gather(
            *(
                _read(fetcher, robots, workers, entry, _material(found, feed, entry))
                for entry in newest[:READ]
            )
        )
    return SeenFeed(
        url=found,
        title=feed.title,
        entries=len(feed.entries),
        newest=(*read, *(SeenEntry(entry=entry) for entry in newest[READ:])),
        others=others,
    )


async def _find(
    fetcher: Fetcher, workers: Workers, url: str
) -> tuple[str, ParsedFeed, tuple[str, ...]]:
    first = await _fetch(fetcher, workers, url)
    if first.trouble is None:
        return url, first, ()
    named = first.named_feeds[:_MOST_NAMED]
    usual = tuple(urljoin(url, place) for place in _USUAL_PLACES)
    # Where the address itself does not answer, guessing at others is no help.
    is_page = bool(named) or first.trouble.problem.value == "html"
    for place in named or (usual if is_page else ()):
        feed = await _fetch(fetcher, workers, place)
        if feed.trouble is None:
            return place, feed, tuple(one for one in first.named_feeds if one != place)
    raise Trouble(
        f"{url}: {first.trouble.detail}; "
        + ("no feed was found where sites keep theirs" if is_page else "nothing was added")
    )


async def _fetch(fetcher: Fetcher, workers: Workers, url: str) -> ParsedFeed:
    try:
        response = await fetcher.get(url)
    except FetchFailed as error:
        return ParsedFeed(trouble=trouble_of_failure(error))
    trouble = trouble_of_answer(response, asked_in_full=True, now=datetime.now(UTC))
    if trouble is not None:
        return ParsedFeed(trouble=trouble)
    content_type = response.headers.get("content-type", "")
    try:
        return await workers.run(
            parse_feed, response.body, response.url, content_type, seconds=_PARSE_SECONDS
        )
    except WorkFailed as error:
        raise Trouble(f"{url}: the feed cannot be parsed: {error.detail}") from error


def _material(url: str, feed: ParsedFeed, entry: Entry) -> Material:
    material = Material(
        url=entry.link or entry.identity,
        title=entry.title,
        summary=entry.summary,
        published=entry.published,
        author=entry.author,
        outlet=None,
        feed_title=feed.title,
        owner=None,
        seen_at=datetime.now(UTC),
        origin=entry.origin,
    )
    return Publishers(()).sign(material, feed_url=url)


async def _read(
    fetcher: Fetcher, robots: Robots, workers: Workers, entry: Entry, material: Material
) -> SeenEntry:
    try:
        material = await _with_page(fetcher, robots, material, entry.link)
        return SeenEntry(entry=entry, made=await workers.run(make, material, seconds=_READ_SECONDS))
    except WorkFailed as error:
        return SeenEntry(entry=entry, made=Refused(reason=Reason.UNREADABLE, detail=error.detail))


async def _with_page(
    fetcher: Fetcher, robots: Robots, material: Material, link: str | None
) -> Material:
    if link is None:
        return replace(material, without_page=Reason.NO_LINK)
    try:
        if not await robots.allows(link):
            return replace(material, without_page=Reason.ROBOTS)
        response = await fetcher.get(link)
    except FetchFailed as error:
        return replace(material, without_page=Reason.UNREACHABLE, detail=error.detail)
    page = Page(
        url=response.url,
        status=response.status,
        headers=dict(response.headers),
        body=response.body,
    )
    return replace(material, page=page)


def _published(entry: Entry) -> datetime:
    return entry.published or datetime.min.replace(tzinfo=UTC)
