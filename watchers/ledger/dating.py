"""Date words by what they repeat. Knows words and days.

A known quotation carries the day of its first appearance, a copy that of its original, whichever came
first. So words that repeat each other are of one day; one that comes late makes the others older.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from watchers.ledger.filing import Shelf, Version
from watchers.ledger.prints import Pair
from watchers.ledger.records import Word


def date_word(shelf: Shelf, pair: Pair, word: Word) -> tuple[Word, list[tuple[Pair, Word]]]:
    """The word on the day of the oldest that it repeats, and others that are older by it."""
    days = {other.day for other in shelf.repeated(pair, word)}
    if word.quotations:
        days |= shelf.prints(word.quotations).days_of(pair, word)
    day = min(days | {word.day})
    older = _make_older(shelf, pair, word, day) if max(days, default=day) > day else []
    return replace(word, day=day, redated=True) if day < word.day else word, older


def _make_older(shelf: Shelf, pair: Pair, word: Word, day: date) -> list[tuple[Pair, Word]]:
    """Whatever repeats the word, or repeats what repeats it, on its day."""
    linked = _repeats(shelf, pair, word)
    older: dict[int, tuple[Pair, Word]] = {}
    while linked:
        of, other = linked.pop()
        if other.day > day and other.id not in older:
            older[other.id] = (of, replace(other, day=day, redated=True))
            linked += _repeats(shelf, of, other)
    for of, echo in shelf.echoes(older.keys()):
        if echo.day > day:
            older[echo.id] = (of, replace(echo, day=day, redated=True))
    return list(older.values())


def _repeats(shelf: Shelf, pair: Pair, word: Word) -> list[tuple[Pair, Word]]:
    """Words that say the same in the same words: near-copies, and those with its quotation."""
    found = [(pair, other) for other in shelf.repeated(pair, word)]
    return found + shelf.prints(word.quotations).like(pair, word) if word.quotations else found


def once(redated: Sequence[tuple[Pair, Word]]) -> list[tuple[Pair, Word]]:
    """Two statements of one article may date the same older word: its first day is what counts."""
    first: dict[int, tuple[Pair, Word]] = {}
    for pair, word in redated:
        known = first.get(word.id)
        if known is None or word.day < known[1].day:
            first[word.id] = (pair, word)
    return list(first.values())


def as_first_said(pair: Pair, word: Word, old: Version | None) -> Word:
    """What a changed article still says, it says since its first version."""
    for of, before in old.words if old else ():
        if of == pair and before.position is word.position and before.via is word.via:
            return replace(
                word,
                day=min(word.day, before.day),
                published=min(word.published, before.published),
            )
    return word
