"""Measurements, side by side in one run: `python -m tests.measure polls` and `… pages`.

They need the shared material, and polls the extra `measure`. A figure holds for the machine and the
moment; the ratio is what counts. Pages are measured in processor time, since one process does nothing
else.
"""

import argparse
import asyncio
import json
import multiprocessing
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from tempfile import TemporaryDirectory

import feedparser
import httpx
import trafilatura

from bot.settings import load_configuration
from bot.watching import WorkerReader, compile_reader, watchlist_of
from tests.nasty_web import Connection, NastyWeb, Request, serve
from tests.shared import files, shared
from tests.watching import NOON, watching
from tests.wrapping import wrapped
from watchers.articles.making import make_with
from watchers.articles.records import Material, Page, Read
from watchers.feeds.records import FeedSource
from watchers.fetch import CONNECTIONS
from watchers.store.tables import feeds

#: Requests at once of the bare side: as many as ours makes.
AT_ONCE = CONNECTIONS
#: How often each side runs; the median counts.
ROUNDS = 5
#: One page in so many speaks of what is watched.
ONE_IN = 20


def _serve_feeds(pipe: Pipe) -> None:
    """The feeds' server, in a process of its own so that it costs neither side its time."""

    async def run() -> None:
        feeds = {f"feed{n}": serve(path.read_bytes()) for n, path in enumerate(_feeds())}

        async def by_path(request: Request, connection: Connection) -> None:
            await feeds[request.path.removeprefix("/")](request, connection)

        # Ours gives each feed a host of its own, as the web does; the others ask one host for all.
        rows = {**feeds, "127": by_path}
        async with NastyWeb(rows) as web:
            pipe.send(web.port)
            await asyncio.to_thread(pipe.recv)

    asyncio.run(run())


def _feeds() -> list[Path]:
    return [path for path in files("real", "feeds") if path.suffix != ".json"]


@contextmanager
def served_feeds() -> Iterator[int]:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve_feeds, args=(theirs,))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("done")
        process.join()


async def _poll_bare(urls: list[str]) -> int:
    """httpx and feedparser as one would write them at first, with as many requests at once."""
    slots = asyncio.Semaphore(AT_ONCE)
    seen = 0

    async def poll(client: httpx.AsyncClient, url: str) -> None:
        nonlocal seen
        async with slots:
            response = await client.get(url)
        seen += len(feedparser.parse(response.content).entries)

    async with httpx.AsyncClient() as client:
        await asyncio.gather(*(poll(client, url) for url in urls))
    return seen


@contextmanager
def _library(urls: list[str], store: str) -> Iterator[Callable[[], Awaitable[None]]]:
    """The library `reader` with as many workers; what updates all of its feeds once."""
    from reader import make_reader

    with closing(make_reader(store)) as library:
        for url in urls:
            library.add_feed(url)
        yield partial(asyncio.to_thread, library.update_feeds, scheduled=False, workers=AT_ONCE)


async def measure_polls() -> None:
    count = len(_feeds())
    bare: list[float] = []
    library: list[float] = []
    changed: list[float] = []
    same: list[float] = []
    with served_feeds() as port, TemporaryDirectory() as folder:
        web = NastyWeb({f"feed{n}": serve(b"") for n in range(count)}, port=port)
        urls = [f"http://127.0.0.1:{port}/feed{n}" for n in range(count)]
        sources = [FeedSource(url=web.url(row)) for row in web.rows]
        async with AsyncExitStack() as stack:
            update = stack.enter_context(_library(urls, f"{folder}/library.db"))
            await update()  # its first sight, and below ours: from here on both know every entry
            parts = await stack.enter_async_context(
                watching(
                    sources,
                    allowed=web.hosts,
                    resolver=web.resolver,
                    store=f"sqlite:///{folder}/store.db",
                )
            )
            await parts.poll()
            for _ in range(ROUNDS):
                bare.append(await _timed(_poll_bare(urls)))
                library.append(await _timed(update()))
                await parts.database.write(lambda c: c.execute(feeds.update().values(body_hash="")))
                parts.clock.forward(days=1)
                changed.append(await _timed(parts.poll()))
                parts.clock.forward(days=1)
                same.append(await _timed(parts.poll()))
    _show("httpx and feedparser, bare", count, bare, bare)
    _show("the library reader", count, library, bare)
    _show("volteface, every answer parsed", count, changed, bare)
    _show("volteface, no answer changed", count, same, bare)


async def _timed(work: Awaitable[object]) -> float:
    started = time.perf_counter()
    await work
    return time.perf_counter() - started


def measure_pages() -> None:
    watchlist = watchlist_of(load_configuration(None))
    reader = WorkerReader(watchlist, compile_reader(watchlist))
    pages = list(_mixed_pages())
    bare: list[float] = []
    ours: list[float] = []
    read = 0
    for _ in range(ROUNDS):
        started = time.process_time()
        for material in pages:
            assert material.page is not None
            trafilatura.bare_extraction(
                material.page.body, url=material.url, fast=True, favor_precision=True, include_comments=False, with_metadata=True,
            )  # fmt: skip
        bare.append(time.process_time() - started)
        started = time.process_time()
        made = [make_with(reader, material) for material in pages]
        ours.append(time.process_time() - started)
        read = sum(isinstance(one, Read) for one in made)
    _show("trafilatura, bare, every page", len(pages), bare, bare)
    _show("volteface, page to statements", len(pages), ours, bare)
    print(f"{read} of {len(pages)} pages were worth extracting")  # noqa: T201


def _mixed_pages() -> Iterator[Material]:
    """Real pages, one in twenty of which carries an article of ours that takes a position."""
    lines = shared("corpus", "dev", "wire.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [article for article in map(json.loads, lines) if article["statements"]]
    paths = files("real", "pages")
    for number in range(5 * ONE_IN):
        body = paths[number % len(paths)].read_bytes()
        url = f"https://paper.example/news/{number}"
        if number % ONE_IN == 0:
            article = articles[number // ONE_IN]
            bodies = (
                wrapped(path.read_bytes(), title=article["title"], paragraphs=article["text"].split("\n\n"), url=url)
                for path in paths[number // ONE_IN :]
            )  # fmt: skip
            body = next(filter(None, bodies))
        yield Material(
            url=url,
            title="",
            summary="",
            published=None,
            author=None,
            outlet="The Paper",
            feed_title="",
            owner=None,
            seen_at=NOON,
            page=Page(url=url, status=200, headers={"content-type": "text/html"}, body=body),
        )


def _show(name: str, count: int, seconds: list[float], bare: list[float]) -> None:
    rate, ratio = (
        count / statistics.median(seconds),
        statistics.median(bare) / statistics.median(seconds),
    )
    print(f"{name:34} {rate:8.1f} a second   {ratio:5.2f} times bare")  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("polls", "pages"))
    if parser.parse_args().what == "polls":
        asyncio.run(measure_polls())
    else:
        measure_pages()


if __name__ == "__main__":
    main()
