"""The reader as the worker processes use it: compiled once in each, from what is watched.

Knows watchlists and readers. Imports no configuration: a process starts faster without.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from watchers.articles.records import TextReader
from watchers.keyword_hits import Keyword, KeywordHits
from watchers.look import Look
from watchers.model import Article, Statement
from watchers.reading.reader import Reader
from watchers.watchlist import Watchlist
from watchers.weights import load_weights


def compile_reader(watchlist: Watchlist) -> Reader:
    """A reader for what is watched."""
    return Reader(
        actors=watchlist.actors,
        world=watchlist.world,
        claims=watchlist.claims,
        families=watchlist.families,
        soldiers=watchlist.soldiers,
        cues=watchlist.cues,
        weights=load_weights(),
    )


@dataclass(frozen=True, slots=True)
class WorkerReader:
    """A reader, with looks and counters that are compiled when they are first asked for."""

    watchlist: Watchlist
    reader: Reader
    looks: dict[tuple[frozenset[str], tuple[str, ...]], Look] = field(default_factory=dict)
    counters: dict[tuple[Keyword, ...], KeywordHits] = field(default_factory=dict)

    def looks_relevant(self, text: str) -> bool:
        return self.reader.names_a_claim(text)

    def could_name(self, text: str, claims: frozenset[str]) -> bool:
        return self._look(claims, ()).names_one(text)

    def could_meet(self, text: str, claims: frozenset[str], phrases: tuple[str, ...]) -> bool:
        return self._look(claims, phrases).names_one(text)

    def _look(self, claims: frozenset[str], phrases: tuple[str, ...]) -> Look:
        look = self.looks.get((claims, phrases))
        if look is None:
            look = Look(self.watchlist, self.reader, claims, phrases)
            self.looks[claims, phrases] = look
        return look

    def phrases_in(self, text: str, claim: str, phrases: tuple[str, ...]) -> frozenset[str]:
        met = self.keywords_in(text, tuple(Keyword(claim, phrase) for phrase in phrases))
        return frozenset(keyword.phrase for keyword in met)

    def keywords_in(self, text: str, keywords: tuple[Keyword, ...]) -> frozenset[Keyword]:
        """Those of the keywords that the text meets."""
        counter = self.counters.get(keywords)
        if counter is None:
            counter = KeywordHits(self.watchlist, self.reader, keywords)
            self.counters[keywords] = counter
        return counter.in_text(text)

    def read(self, article: Article) -> Sequence[Statement]:
        return self.reader.read(article).statements


def worker_reader(watchlist: Watchlist) -> Callable[[], TextReader]:
    """What a worker process builds its reader with; can be sent to another process."""
    return partial(_build, watchlist)


def _build(watchlist: Watchlist) -> TextReader:
    return WorkerReader(watchlist, compile_reader(watchlist))
