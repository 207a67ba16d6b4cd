"""What the ledger is told and what it tells: events, what each did, and the shelf that keeps it.

Knows the ledger's records; decides nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from watchers.ledger.book import Book, Fallen
from watchers.ledger.intake import Intake
from watchers.ledger.prints import Pair, Prints
from watchers.ledger.records import Carriers, Source, Told, Verdict, Word
from watchers.model import Article, Authority, Position, State, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change each time its state moves."""

    #: Stable through the change's states.
    id: str
    actor: str
    claim: str
    told: Told
    #: The article whose arrival moved it; `None` where time alone did.
    article: str | None
    at: datetime

    @property
    def state(self) -> State:
        return self.told.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Where an actor stood according to a baseline."""

    actor: str
    claim: str
    position: Position
    speaker: str
    authority: Authority
    said_on: date
    #: From the shipped baseline, which ages; else it counts as heard.
    inherited: bool = False
    #: What it rests on, in words; and the document it was taken from.
    basis: str = ""
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as it was at one arrival, with the words that stand on it."""

    arrival: int
    source: Source
    published: datetime
    words: tuple[tuple[Pair, Word], ...]

    def since_then(self, days: Mapping[int, date], left: Set[int]) -> "Version":
        """With the days that words of it were given since, and without those that left."""
        return replace(
            self,
            words=tuple(
                (pair, replace(word, day=days.get(word.id, word.day)))
                for pair, word in self.words
                if word.id not in left
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A word that left with its article, or was marked as misread."""

    pair: Pair
    word: Word
    #: Not where the changed article still says so.
    with_copies: bool

    @property
    def fallen(self) -> Fallen:
        word = self.word
        return Fallen(source=word.source, direction=word.direction, published=word.published)


class Event(StrEnum):
    """What the ledger learns of."""

    ARTICLE = "article"
    #: The publisher took an article away.
    GONE = "gone"
    #: A person marked a reading wrong.
    WRONG = "wrong"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Everything that an event did, for the shelf to keep."""

    at: datetime
    #: `None` where only time passed, or nothing was there to file.
    event: Event | None = None
    #: The event's number; of an article, also its version's.
    number: int = 0
    lines: tuple[ChangeLine, ...] = ()
    #: Books whose fold may have moved.
    touched: tuple[Pair, ...] = ()
    article: Article | None = None
    intake: Intake | None = None
    source: Source | None = None
    statements: tuple[Statement, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    #: The version of the article that left, and the words that did.
    retired: int | None = None
    gone: tuple[Gone, ...] = ()
    #: Words that only repeated those, and are looked at for themselves from now on.
    freed: tuple[tuple[Pair, Word], ...] = ()
    #: The words that were entered, as they were dated.
    words: tuple[tuple[Pair, Word], ...] = ()
    #: Words that turned out to be older than they said.
    redated: tuple[tuple[Pair, Word], ...] = ()
    #: Words that only repeat another one, each with that.
    echoes: tuple[tuple[int, int], ...] = ()
    #: Who was learned to have printed a text that speaks to a pair.
    carried: tuple[tuple[Pair, int, str], ...] = ()
    #: The article's runs of words, where they are to be kept so that its text is known again.
    sketch: Sequence[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A text as it was kept, to be known again."""

    text: int
    runs: Sequence[int]
    #: What the article spoke to with which it was kept.
    pairs: frozenset[Pair]
    kept_at: datetime


class Shelf(Protocol):
    """Where the ledger's words are kept. Everything asked for includes what was filed before."""

    def next_numbers(self) -> tuple[int, int]:
        """The next event's number and the next word's."""

    def version_of(self, url: str) -> Version | None:
        """The article at an address as it stands now, `None` where there never was one.

        One that was taken away has no words.
        """

    def book(self, pair: Pair, since: date) -> Book:
        """The book of an actor and a claim with at least what a word of that day can touch."""

    def repeated(self, pair: Pair, word: Word) -> Sequence[Word]:
        """Words for the same position in a word's text and its near-copies, however old they are.

        Of those that repeat each other, at least the one that stands for the others.
        """

    def echoes(self, originals: Collection[int]) -> Sequence[tuple[Pair, Word]]:
        """The words that only repeated one of these."""

    def carriers(self, pair: Pair, texts: Collection[int]) -> Carriers:
        """Who was learned to have printed texts that speak to a pair."""

    def sketches(self, pair: Pair) -> Iterable[Sketch]:
        """Recent texts that speak to a pair, oldest first; asked for once a pair."""

    def prints(self, runs: frozenset[int]) -> Prints:
        """The words by quotation, with all that a quotation with one of the fingerprints carried."""

    def waiting(self) -> Iterable[tuple[Pair, date]]:
        """Pairs with a possible change, and the last day that it waits; asked for once."""


def change_id(pair: Pair, number: int) -> str:
    """A change's id: actor, claim and its number among their changes."""
    return f"{pair[0]}.{pair[1]}.{number}"
