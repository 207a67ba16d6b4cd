"""What a configuration watches: feeds, actors, claims, the reader compiled from them, the baseline.

Knows the configuration and the watchers' own builders. Knows no store and no chat.
"""

from pathlib import Path

from bot.settings import Configuration
from watchers.baseline import shipped_baseline
from watchers.errors import Misuse
from watchers.feeds.records import FeedSource
from watchers.holding_files import load_givens, shipped_givens
from watchers.ledger.filing import Given
from watchers.reading_worker import WorkerReader, compile_reader, worker_reader
from watchers.watchlist import KeywordChange, OwnActor, OwnClaim, Watchlist, build_watchlist

__all__ = [
    "WorkerReader",
    "baseline_of",
    "compile_reader",
    "polled_of",
    "sources_of",
    "watchlist_of",
    "worker_reader",
]


def watchlist_of(settings: Configuration) -> Watchlist:
    """The shipped claims and actors with the configuration's own. Raises `Misuse`."""
    return build_watchlist(
        seeds=settings.watch.seeds,
        claims={
            name: OwnClaim(proposition=c.proposition, keywords=c.keywords, exclude=c.exclude)
            for name, c in settings.claims.items()
        },
        actors={
            name: OwnActor(name=a.name, aliases=a.aliases, leaders=a.leaders)
            for name, a in settings.actors.items()
        },
        keywords={
            name: KeywordChange(add=k.add, remove=k.remove, exclude=k.exclude)
            for name, k in settings.watch.keywords.items()
        },
    )


def sources_of(settings: Configuration) -> list[FeedSource]:
    """The configured feeds, paused or not: what they brought may still have to be read."""
    return [
        FeedSource(url=feed.url, outlet=feed.outlet, owner=feed.owner, every=feed.every)
        for feed in settings.feeds
    ]


def polled_of(settings: Configuration) -> list[FeedSource]:
    """The feeds to poll."""
    paused = {feed.url for feed in settings.feeds if feed.paused}
    return [source for source in sources_of(settings) if source.url not in paused]


def baseline_of(settings: Configuration, watchlist: Watchlist) -> list[Given]:
    """Where everybody stood before the first poll. Raises `Misuse` where its file is at fault."""
    match settings.watch.baseline:
        case "none":
            return []
        case "seeds":
            claims = {claim.id for claim in watchlist.claims}
            return shipped_givens(shipped_baseline(watchlist.actors, claims))
        case path:
            try:
                return load_givens(Path(path), watchlist.actors, inherited=False)
            except Misuse as error:
                raise Misuse(f"watch.baseline: {error}") from error
