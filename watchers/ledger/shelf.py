"""A shelf in memory: what simulations and tests keep a ledger on. Knows no database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time

from watchers.ledger.book import Book
from watchers.ledger.filing import Filed, Given, Sketch, Version
from watchers.ledger.policy import Policy
from watchers.ledger.prints import Pair, Prints
from watchers.ledger.records import Carriers, Source, Word
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
    return Source(
        arrival=-number, text=-number, article=name, origin=-number, names=frozenset({name})
    )


class MemoryShelf:
    """Keeps everything in memory, for as long as it lives."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._books: dict[Pair, Book] = {}
        self._versions: dict[str, Version] = {}
        self._prints = Prints()
        self._echoes: defaultdict[int, dict[int, tuple[Pair, Word]]] = defaultdict(dict)
        self._original_of: dict[int, int] = {}
        #: The days that words were given since they were filed; those that left.
        self._redated: dict[int, date] = {}
        self._left: set[int] = set()
        self._events = 0
        self._words = 0

    def keep(self, filed: Filed) -> None:
        if filed.event is None:
            return
        self._events += 1
        self._words += len(filed.words)
        self._keep_words(filed)
        if filed.article is not None and filed.source is not None:
            self._versions[filed.article.url] = Version(
                arrival=filed.number,
                source=filed.source,
                published=filed.article.published,
                words=filed.words,
            )

    def _keep_words(self, filed: Filed) -> None:
        for one in filed.gone:
            self._left.add(one.word.id)
            self._prints.drop(one.word)
            if one.word.id in self._original_of:
                del self._echoes[self._original_of[one.word.id]][one.word.id]
        for pair, word in filed.freed:
            self._prints.add(pair, word)
        self._original_of |= dict(filed.echoes)
        for pair, word in filed.words:
            if word.id in self._original_of:
                self._echoes[self._original_of[word.id]][word.id] = (pair, word)
            else:
                self._prints.add(pair, word)
        for pair, word in filed.redated:
            self._redated[word.id] = word.day
            self._prints.redate(pair, word)
            if word.id in self._original_of:
                self._echoes[self._original_of[word.id]][word.id] = (pair, word)

    def next_numbers(self) -> tuple[int, int]:
        return self._events + 1, self._words + 1

    def version_of(self, url: str) -> Version | None:
        version = self._versions.get(url)
        return version and version.since_then(self._redated, self._left)

    def book(self, pair: Pair, since: date) -> Book:
        if pair not in self._books:
            self._books[pair] = Book(self._policy)
        return self._books[pair]

    def books(self) -> Iterable[tuple[Pair, Book]]:
        return self._books.items()

    def repeated(self, pair: Pair, word: Word) -> Sequence[Word]:
        return self.book(pair, word.day).copies_of(word)

    def echoes(self, originals: Collection[int]) -> Sequence[tuple[Pair, Word]]:
        return [echo for one in originals for echo in self._echoes.get(one, {}).values()]

    def carriers(self, pair: Pair, texts: Collection[int]) -> Carriers:
        return {}  # a book that is never cut knows them

    def sketches(self, pair: Pair) -> Iterable[Sketch]:
        return ()

    def prints(self, runs: frozenset[int]) -> Prints:
        return self._prints

    def waiting(self) -> Iterable[tuple[Pair, date]]:
        return [
            (pair, change.until)
            for pair, book in self._books.items()
            for change in book.told
            if change.state is State.POSSIBLE
        ]
