"""From a stored entry to an article that was read, or a reason. Fetches the page; decides little.

What is read of a page, and whether it is one, is judged in a worker process (`making`). Here stands
whether to fetch at all, and what to do when nothing comes: try again a few times, then take what
the feed itself says.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from watchers.articles.making import is_whole, make
from watchers.articles.publishers import Publishers
from watchers.articles.records import ArticlePolicy, Made, Material, Page, PutOff, Reason, Refused
from watchers.feeds.records import FeedSource
from watchers.fetch import Fetcher
from watchers.fetched import FetchFailed, FetchProblem, Response
from watchers.robots import Robots
from watchers.store.entries import StoredEntry, page_was_read
from watchers.store.thread import DatabaseThread
from watchers.walls import Wall, wall_of_answer
from watchers.workers import Workers, WorkFailed

_BEYOND = "a newer page of the feed's first sight was fetched in its place; polling.first_sight"
_TRANSIENT = frozenset({Reason.UNREACHABLE, Reason.SERVER_ERROR, Reason.TOLD_TO_WAIT})
_REASON_OF_PROBLEM = {
    FetchProblem.TOO_LARGE: Reason.TOO_LARGE,
    FetchProblem.HELD: Reason.TOLD_TO_WAIT,
    FetchProblem.ADDRESS_REFUSED: Reason.FORBIDDEN,
    FetchProblem.BAD_URL: Reason.NO_LINK,
    # A site that sets a cookie and redirects until it comes back wants a browser.
    FetchProblem.TOO_MANY_REDIRECTS: Reason.CONSENT_WALL,
}


def _is_challenge(response: Response) -> bool:
    wall = wall_of_answer(
        url=response.url, status=response.status, headers=response.headers, body=response.body
    )
    return wall is Wall.CHALLENGE


@dataclass(frozen=True, slots=True, kw_only=True)
class _NoPage:
    reason: Reason
    detail: str
    wait_seconds: float | None = None


class ArticleMaker:
    """Makes articles of entries. Safe to use from many tasks at once."""

    def __init__(
        self,
        sources: Iterable[FeedSource],
        *,
        database: DatabaseThread,
        fetcher: Fetcher,
        workers: Workers,
        clock: Callable[[], datetime],
        policy: ArticlePolicy | None = None,
    ) -> None:
        self._publishers = Publishers(sources)
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._clock = clock
        self._policy = policy or ArticlePolicy()
        self._robots = Robots(fetcher)
        self._worker_slots = asyncio.Semaphore(self._policy.at_workers)

    def use(self, sources: Iterable[FeedSource], fetcher: Fetcher) -> None:
        """Know other outlets from now on, and fetch in another way; what is in hand goes on."""
        self._publishers = Publishers(sources)
        if fetcher is not self._fetcher:
            self._fetcher, self._robots = fetcher, Robots(fetcher)

    async def make(self, stored: StoredEntry) -> Made:
        """What came of the entry. Raises nothing for whatever the web serves."""
        if await self._database.read(lambda connection: page_was_read(connection, stored)):
            return Refused(reason=Reason.SAME_PAGE, detail="another entry leads to it")
        page = await self._page(stored)
        if isinstance(page, _NoPage) and page.reason in _TRANSIENT:
            put_off = self._put_off(stored, page)
            if put_off is not None:
                return put_off
        return await self._work(stored, page)

    async def _page(self, stored: StoredEntry) -> Page | _NoPage:
        link = stored.entry.link
        if link is None:
            return _NoPage(reason=Reason.NO_LINK, detail="the entry has no link")
        if is_whole(stored.entry.summary):
            return _NoPage(reason=Reason.WHOLE_IN_FEED, detail="")
        if stored.brief:
            return _NoPage(reason=Reason.BEYOND_FIRST_SIGHT, detail=_BEYOND)
        try:
            if self._policy.obey_robots and not await self._robots.allows(link):
                return _NoPage(reason=Reason.ROBOTS, detail="robots.txt forbids the page")
            response = await self._fetcher.get(
                link, max_bytes=self._policy.max_bytes, patient=stored.silent
            )
        except FetchFailed as error:
            reason = _REASON_OF_PROBLEM.get(error.problem, Reason.UNREACHABLE)
            return _NoPage(reason=reason, detail=error.detail, wait_seconds=error.wait_seconds)
        return self._checked(response)

    def _checked(self, response: Response) -> Page | _NoPage:
        status = response.status
        wait = response.retry_after(now=self._clock())
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            asked = min(wait or 0.0, self._policy.longest_wait.total_seconds())
            self._fetcher.hold(response.url, seconds=asked)
            return _NoPage(reason=Reason.TOLD_TO_WAIT, detail=f"HTTP {status}", wait_seconds=wait)
        page = Page(
            url=response.url, status=status, headers=dict(response.headers), body=response.body
        )
        if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
            return _NoPage(reason=Reason.NOT_FOUND, detail=f"HTTP {status}")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR and not _is_challenge(response):
            return _NoPage(reason=Reason.SERVER_ERROR, detail=f"HTTP {status}", wait_seconds=wait)
        return page

    def _put_off(self, stored: StoredEntry, page: _NoPage) -> PutOff | None:
        retries = self._policy.retries
        if stored.attempts >= len(retries):
            return None
        asked = timedelta(seconds=min(page.wait_seconds or 0.0, 1e9))
        wait = max(retries[stored.attempts], min(asked, self._policy.longest_wait))
        return PutOff(reason=page.reason, detail=page.detail, until=self._clock() + wait)

    async def _work(self, stored: StoredEntry, page: Page | _NoPage) -> Made:
        material = self._material(stored, page)
        try:
            async with self._worker_slots:
                return await self._made(material)
        except WorkFailed as error:
            if material.page is None:
                return Refused(reason=Reason.UNREADABLE, detail=error.detail)
            without_page = _NoPage(reason=Reason.UNREADABLE, detail=error.detail)
        # The page is at fault: what the feed says of it can still be read.
        return await self._work(stored, without_page)

    async def _made(self, material: Material) -> Made:
        """As the reader of now makes it: where another one came meanwhile, that reads it again."""
        while True:
            generation = self._workers.generation
            made = await self._workers.run(make, material, seconds=self._policy.seconds)
            if generation == self._workers.generation:
                return made

    def _material(self, stored: StoredEntry, page: Page | _NoPage) -> Material:
        entry = stored.entry
        material = Material(
            url=entry.link or f"{stored.feed_url}#{entry.identity}",
            title=entry.title,
            summary=entry.summary,
            published=entry.published,
            author=entry.author,
            outlet=None,
            feed_title=stored.feed_title,
            owner=None,
            seen_at=stored.first_seen_at,
            origin=entry.origin,
            page=page if isinstance(page, Page) else None,
            without_page=page.reason if isinstance(page, _NoPage) else Reason.READ,
            detail=page.detail if isinstance(page, _NoPage) else "",
        )
        return self._publishers.sign(material, feed_url=stored.feed_url)
