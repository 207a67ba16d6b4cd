"""`volteface check`: configuration, seeds, store, feeds and channel, each before it is needed.

Changes nothing: feeds are polled into a store that is thrown away. Each fault comes with its cure.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.findings import Finding, right, wrong
from bot.settings import TOKEN_VARIABLE, Configuration, find_configuration, load_configuration
from watchers.errors import VoltefaceError

if TYPE_CHECKING:
    from watchers.feeds.polling import FeedOutcome


def check(config: Path | None, *, post: bool) -> bool:
    """Print every finding as it comes; whether all is right. Raises `Misuse` for the configuration."""
    return asyncio.run(_check(config, Console(), post=post))


async def _check(config: Path | None, console: Console, *, post: bool) -> bool:
    path = config or find_configuration()
    settings = load_configuration(config)
    _show(right(f"configuration: {path or 'none found, the defaults hold'}"), console)
    all_right = True
    for part in (_check_seeds, _check_store):
        for finding in part(settings):
            _show(finding, console)
            all_right &= finding.is_right
    streams = (_check_feeds(settings), _check_model(settings), _check_channel(settings, post=post))
    for stream in streams:
        async for finding in stream:
            _show(finding, console)
            all_right &= finding.is_right
    return all_right


def _show(finding: Finding, console: Console) -> None:
    mark = Text("ok    " if finding.is_right else "wrong ", "green" if finding.is_right else "red")
    console.print(mark + Text(finding.what), soft_wrap=True)
    if finding.cure:
        console.print(Text(f"      {finding.cure}"), soft_wrap=True)


def _check_seeds(settings: Configuration) -> Iterable[Finding]:
    from bot.configuration.faults import idle_in
    from bot.watching import baseline_of, compile_reader, watchlist_of

    watchlist = watchlist_of(settings)
    compile_reader(watchlist)
    known = baseline_of(settings, watchlist)
    yield right(
        f"watched: {len(watchlist.claims)} claims, {len(watchlist.actors)} actors; "
        f"{len(known)} holdings in the baseline"
    )
    for line in idle_in(settings):
        yield wrong(line, "Correct it or take it out: as it stands it does nothing.")
    if not watchlist.claims:
        yield wrong(
            "no claim is watched", "Define one under [claims.NAME] or set watch.seeds = true."
        )


def _check_store(settings: Configuration) -> Iterable[Finding]:
    from watchers.store.schema import open_database

    try:
        with closing(open_database(settings.store_url())) as database, database.write():
            yield right("the store opens and can be written")
    except VoltefaceError as error:
        yield wrong(str(error), "Set store.url to a place that this user may write.")


async def _check_feeds(settings: Configuration) -> AsyncIterator[Finding]:
    if not settings.feeds:
        yield wrong(
            "no feed is configured", "Copy config.example.toml to config.toml and choose feeds."
        )
        return
    outlets = {feed.url: feed.outlet for feed in settings.feeds}
    for outcome in await _poll(settings):
        name = outlets[outcome.url]
        label = f"feed: {name} ({outcome.url})" if name else f"feed: {outcome.url}"
        if outcome.trouble is None:
            yield right(f"{label}: {outcome.counts.total} entries in {outcome.elapsed_ms} ms")
        else:
            problem = outcome.trouble.problem.value.replace("_", " ")
            yield wrong(
                f"{label}: {problem}: {outcome.trouble.detail}",
                "Open the address in a browser; correct it or take it out. A passing fault heals "
                "by itself: a feed is never given up.",
            )


async def _poll(settings: Configuration) -> tuple["FeedOutcome", ...]:
    """Poll every feed once by the parts that `run` uses, into a store that is thrown away."""
    from bot.app import utc_now
    from bot.watching import sources_of
    from watchers.feeds.polling import Poller
    from watchers.fetch import Fetcher
    from watchers.store.schema import open_database
    from watchers.store.thread import DatabaseThread
    from watchers.workers import Workers

    with TemporaryDirectory(prefix="volteface-check-") as folder:
        async with AsyncExitStack() as stack:
            store = stack.enter_context(closing(open_database(f"sqlite:///{folder}/check.sqlite")))
            poller = Poller(
                sources_of(settings),
                database=stack.enter_context(closing(DatabaseThread(store))),
                fetcher=await stack.enter_async_context(Fetcher(settings.fetch)),
                workers=await stack.enter_async_context(Workers()),
                clock=utc_now,
                policy=settings.polling,
            )
            await poller.register()
            return await poller.poll_due()


async def _check_model(settings: Configuration) -> AsyncIterator[Finding]:
    if "model" in settings.reading.readers:
        from bot.model_check import check_model

        async for finding in check_model(settings):
            yield finding


async def _check_channel(settings: Configuration, *, post: bool) -> AsyncIterator[Finding]:
    if settings.token() is None:
        yield right(
            f"no token is set ({TOKEN_VARIABLE} or discord.token_file): alerts go to the terminal"
        )
        return
    from bot.app import access_of
    from bot.discord.check import check_discord

    async for finding in check_discord(access_of(settings), settings.discord.channel, post=post):
        yield finding
