"""Words by the long quotations that carry them or stand beside them. Knows fingerprints and days."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from watchers.ledger.records import Word
from watchers.model import Direction

#: An actor and a claim.
Pair = tuple[str, str]
#: Whether no quotation carries them, what they speak to, and on which side: words that are alike in
#: this are linked by a quotation to the same words.
_Sort = tuple[bool, Pair, Direction]


@dataclass(slots=True)
class _Quotation:
    """The words with the same fingerprints, by sort and day."""

    words: defaultdict[_Sort, dict[date, dict[int, Word]]] = field(
        default_factory=lambda: defaultdict(dict)
    )


class Prints:
    """What is known to have been printed, by quotation."""

    def __init__(self) -> None:
        self._quotations: dict[frozenset[int], _Quotation] = {}
        self._by_run: defaultdict[int, list[_Quotation]] = defaultdict(list)

    def add(self, pair: Pair, word: Word) -> None:
        """Take in a word; the same one again changes nothing."""
        if not word.quotations:
            return
        quotation = self._quotations.get(word.quotations)
        if quotation is None:
            quotation = self._quotations[word.quotations] = _Quotation()
            for run in word.quotations:
                self._by_run[run].append(quotation)
        sort = (word.loose, pair, word.direction)
        quotation.words[sort].setdefault(word.day, {})[word.id] = word

    def drop(self, word: Word) -> bool:
        """A word left, or is of another day from now on; whether it was known."""
        quotation = self._quotations.get(word.quotations)
        for days in quotation.words.values() if quotation else ():
            for day, words in days.items():
                if words.pop(word.id, None):
                    if not words:
                        del days[day]
                    return True
        return False

    def redate(self, pair: Pair, word: Word) -> None:
        """A word turned out to be of another day."""
        if self.drop(word):
            self.add(pair, word)

    def days_of(self, pair: Pair, word: Word) -> set[date]:
        """The days of the words that a quotation links to one."""
        return {day for _, days in self._linked(pair, word) for day in days}

    def like(self, pair: Pair, word: Word) -> list[tuple[Pair, Word]]:
        """The words that a quotation links to one.

        Both are carried by it; or one is, and the other says the same of the same actor beside it.
        """
        return [
            (of, other)
            for of, days in self._linked(pair, word)
            for words in days.values()
            for other in words.values()
        ]

    def _linked(self, pair: Pair, word: Word) -> Iterator[tuple[Pair, dict[date, dict[int, Word]]]]:
        near = {id(one): one for run in word.quotations for one in self._by_run.get(run, ())}
        for quotation in near.values():
            for (loose, of, direction), days in quotation.words.items():
                same = of == pair and direction is word.direction
                if (same and not (loose and word.loose)) or not (loose or word.loose):
                    yield of, days
