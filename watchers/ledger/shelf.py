"""A shelf in memory: what simulations and tests keep a ledger on. Knows no database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from watchers.ledger.book import Book
from watchers.ledger.ledger import Filed, Given, Pair, Printed, Version
from watchers.ledger.policy import Policy
from watchers.ledger.records import Source, Word
from watchers.model import State, Via, When


def given_word(given: Given, number: int, speaker: str) -> Word:
    """A baseline's holding as the word that it stands on."""
    return Word(
        id=number,
        position=given.position,
        speaker=speaker,
        authority=given.authority,
        when=When.NOW,
        via=Via.REPORTED,
        day=given.said_on,
        published=datetime.combine(given.said_on, time.min, UTC),
        source=given_source(given.actor, given.claim, number),
        given=True,
        inherited=given.inherited,
    )


def given_source(actor: str, claim: str, number: int) -> Source:
    """A source of its own for each holding that was given."""
    name = f"baseline:{actor}:{claim}"
    return Source(arrival=-number, article=name, names=frozenset({name}))


def renew(printed: dict[int, list[Printed]], filed: Filed) -> None:
    """Give what was printed the days that it turned out to be of."""
    for pair, word in filed.redated:
        for run in word.quotations:
            printed[run] = [
                Printed(pair=pair, word=word) if one.word.id == word.id else one
                for one in printed.get(run, ())
            ]


class MemoryShelf:
    """Keeps everything in memory, for as long as it lives."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._books: dict[Pair, Book] = {}
        self._versions: dict[str, Version] = {}
        self._printed: defaultdict[int, list[Printed]] = defaultdict(list)
        self._events = 0
        self._words = 0

    def keep(self, filed: Filed) -> None:
        if filed.event is None:
            return
        self._events = filed.number
        self._words += len(filed.words)
        renew(self._printed, filed)
        if filed.article is None or filed.source is None:
            return
        self._versions[filed.article.url] = Version(
            arrival=filed.number,
            source=filed.source,
            published=filed.article.published,
            words=filed.words,
        )
        for pair, word in filed.words:
            for run in word.quotations:
                self._printed[run].append(Printed(pair=pair, word=word))

    def next_numbers(self) -> tuple[int, int]:
        return self._events + 1, self._words + 1

    def version_of(self, url: str) -> Version | None:
        return self._versions.get(url)

    def book(self, pair: Pair, since: date) -> Book:
        if pair not in self._books:
            self._books[pair] = Book(self._policy)
        return self._books[pair]

    def books(self) -> Iterable[tuple[Pair, Book]]:
        return self._books.items()

    def repeated(self, pair: Pair, word: Word) -> Sequence[Word]:
        return self.book(pair, word.day).copies_of(word)

    def sketches(self, pair: Pair) -> Iterable[tuple[int, frozenset[int], frozenset[Pair]]]:
        return ()

    def printed(self, runs: frozenset[int]) -> Sequence[Printed]:
        return [one for run in runs for one in self._printed.get(run, ())]

    def waiting(self) -> Iterable[tuple[Pair, date]]:
        return [
            (pair, change.until)
            for pair, book in self._books.items()
            for change in book.told
            if change.state is State.POSSIBLE
        ]
