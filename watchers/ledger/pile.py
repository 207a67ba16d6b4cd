"""A book's words by day, each with what repeats it behind it. Knows words and texts; weighs nothing.

Sixty papers print one agency story, and each yields the same word. Whatever is weighed of the later
ones is weighed of the first already; all they add is who has printed that text. So a word stands for
those that repeat it, and they need not be held: the shelf has them, should it ever leave.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date

from watchers.ledger.records import Word
from watchers.ledger.witnesses import houses_of


class Pile:
    """The words that are held, and who has printed their texts."""

    def __init__(self) -> None:
        #: By text, who printed it beside the outlets of the words that stand for it.
        self.carriers: dict[int, set[str]] = {}
        #: For each day the words that are alike, in order of publication.
        self._days: defaultdict[date, dict[Hashable, list[Word]]] = defaultdict(dict)
        self.held: dict[int, Word] = {}
        self._of_text: defaultdict[int, list[int]] = defaultdict(list)
        self._copied_by: defaultdict[int, set[int]] = defaultdict(set)
        #: All names by which a word may be found to be one witness with another.
        self._names: set[str] = set()
        #: Those of the words that an earlier one stands for.
        self._behind: dict[int, Word] = {}
        #: What `carriers` has learned, in order.
        self.learned: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self.held)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.held.values())

    @property
    def days(self) -> Collection[date]:
        return self._days.keys()

    def on(self, day: date) -> Collection[list[Word]]:
        """A day's words, those that are alike together, in order of publication."""
        return self._days[day].values() if day in self._days else ()

    def alike(self, word: Word) -> list[Word]:
        """The words that are held of which it is one, or would be, in order of publication."""
        return self._days[word.day].get(_likeness(word), []) if word.day in self._days else []

    @property
    def repeated(self) -> Collection[Word]:
        """Those of the words that are held that may repeat another one."""
        return self._behind.values()

    def put(self, word: Word) -> bool:
        """Hold a word; whether it repeats another one, or another one it."""
        self.held[word.id] = word
        same = self._days[word.day].setdefault(_likeness(word), [])
        insort(same, word, key=_place)
        for one in same[1:]:
            self._behind[one.id] = one
            self.carry(one.source.text, prints_of(one))
        self._of_text[word.source.text].append(word.id)
        self._note(word)
        return len(same) > 1

    def take(self, word_id: int) -> Word | None:
        word = self.held.pop(word_id, None)
        if word is None:
            return None
        likeness = _likeness(word)
        same = self._days[word.day][likeness]
        same.remove(word)
        if not same:
            del self._days[word.day][likeness]
            if not self._days[word.day]:
                del self._days[word.day]
        self._forget(word)
        return word

    def _forget(self, word: Word) -> None:
        of_text = self._of_text[word.source.text]
        of_text.remove(word.id)
        if not of_text:
            del self._of_text[word.source.text]
        self._behind.pop(word.id, None)

    def carry(self, text: int, names: Iterable[str]) -> set[str]:
        """Note who printed a text; those who were not known to."""
        fresh = set(names).difference(self.carriers.get(text, ()))
        if fresh:
            self.carriers.setdefault(text, set()).update(fresh)
            self.learned += [(text, name) for name in sorted(fresh)]
        return fresh

    def links(self, names: Collection[str]) -> bool:
        """Whether one of the names may make a witness one with another."""
        return not self._names.isdisjoint(names)

    def of_text(self, text: int) -> list[Word]:
        return [self.held[one] for one in self._of_text.get(text, ())]

    def near(self, word: Word) -> list[Word]:
        """Words for the same position in the same text, in near-copies, or in what it copies."""
        text = word.source.text
        texts = {text, *word.source.copies, *self._copied_by.get(text, ())}
        near = (other for one in texts for other in self.of_text(one))
        return [other for other in near if other.position is word.position]

    def cut(self, day: date, also: Iterable[Word]) -> None:
        """Let go what is older than a day; not who has printed the texts of others."""
        for early in [known for known in self._days if known < day]:
            for alike in self._days.pop(early).values():
                for word in alike:
                    del self.held[word.id]
                    self._forget(word)
        texts = {*self._of_text, *(word.source.text for word in also)}
        self.carriers = {text: names for text, names in self.carriers.items() if text in texts}
        self._copied_by.clear()
        self._names = {name for names in self.carriers.values() for name in names}
        for word in self:
            self._note(word)

    def _note(self, word: Word) -> None:
        source = word.source
        for original in source.copies:
            self._copied_by[original].add(source.text)
        self._names |= prints_of(word)
        self._names |= source.agencies
        self._names |= source.credited


def prints_of(word: Word) -> frozenset[str]:
    """The names of who printed a word."""
    return word.source.names | houses_of(word.source)


def _place(word: Word) -> tuple[object, ...]:
    return (*word.order, word.id)


def _likeness(word: Word) -> Hashable:
    """All that is weighed of a word but where and at what time of its day it was printed."""
    source = word.source
    return (
        *(source.text, word.position, word.speaker, word.authority, word.when, word.via, word.act),
        *(word.confidence, word.loose, word.quotations, source.quotations, source.agencies),
        *(source.credited, word.given, word.inherited),
    )
