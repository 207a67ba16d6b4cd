"""What a configuration watches: feeds, actors, claims, the reader compiled from them, the baseline.

Knows the configuration and the watchers' own builders. Knows no store and no chat.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.settings import Configuration
from watchers.articles.records import TextReader
from watchers.baseline import shipped_baseline
from watchers.feeds.records import FeedSource
from watchers.holding_files import load_givens, shipped_givens
from watchers.keyword_hits import Keyword, KeywordHits
from watchers.ledger.ledger import Given
from watchers.look import Look
from watchers.model import Article, Statement
from watchers.reading.reader import Reader
from watchers.watchlist import KeywordChange, OwnActor, OwnClaim, Watchlist, build_watchlist


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


def compile_reader(watchlist: Watchlist) -> Reader:
    """A reader for what is watched."""
    return Reader(
        actors=watchlist.actors,
        world=watchlist.world,
        claims=watchlist.claims,
        families=watchlist.families,
        soldiers=watchlist.soldiers,
        cues=watchlist.cues,
    )


def baseline_of(settings: Configuration, watchlist: Watchlist) -> list[Given]:
    """Where everybody stood before the first poll. Raises `Misuse` where its file is at fault."""
    match settings.watch.baseline:
        case "none":
            return []
        case "seeds":
            claims = {claim.id for claim in watchlist.claims}
            return shipped_givens(shipped_baseline(watchlist.actors, claims))
        case path:
            return load_givens(Path(path), watchlist.actors, inherited=False)


@dataclass(frozen=True, slots=True)
class WorkerReader:
    """The reader as a worker process uses it."""

    watchlist: Watchlist
    reader: Reader
    looks: dict[frozenset[str], Look] = field(default_factory=dict)
    counters: dict[frozenset[str], KeywordHits] = field(default_factory=dict)

    def looks_relevant(self, text: str) -> bool:
        return self.reader.names_a_claim(text)

    def could_name(self, text: str, claims: frozenset[str]) -> bool:
        look = self.looks.get(claims)
        if look is None:
            look = self.looks[claims] = Look(self.watchlist, self.reader, claims)
        return look.names_one(text)

    def keywords_in(self, text: str, claims: frozenset[str]) -> frozenset[Keyword]:
        """The keywords of these claims that the text meets."""
        counter = self.counters.get(claims)
        if counter is None:
            counter = KeywordHits(self.watchlist, self.reader, claims)
            self.counters[claims] = counter
        return counter.in_text(text)

    def read(self, article: Article) -> Sequence[Statement]:
        return self.reader.read(article).statements


def worker_reader(watchlist: Watchlist) -> Callable[[], TextReader]:
    """What a worker process builds its reader with; can be sent to another process."""
    return partial(_build, watchlist)


def _build(watchlist: Watchlist) -> TextReader:
    return WorkerReader(watchlist, compile_reader(watchlist))
