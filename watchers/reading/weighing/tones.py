"""Words that colour a sentence without carrying a position: warm, wary, threatening, evasive.

Knows the lists of `seeds/cues/tones.toml` and stems. Knows no speaker and no claim; what a tone is worth is the model's.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from watchers.reading.words.inflect import stem


@dataclass(slots=True)
class Toned:
    """A tone at tokens `i` to `j` (exclusive) of a sentence."""

    i: int
    j: int
    tone: str


class Tones:
    """Finds toned words in all their forms; compiled once."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        #: First stem of an expression -> the second, all of them, and its tone; the second is empty where it has but one.
        self._by_first: dict[str, list[tuple[str, list[str], str]]] = defaultdict(list)
        for tone, expressions in lists.items():
            for expression in expressions:
                stems = [stem(word) for word in expression.split()]
                second = stems[1] if len(stems) > 1 else ""
                self._by_first[stems[0]].append((second, stems, tone))

    def find(self, stems: Sequence[str]) -> list[Toned]:
        """The tones in a sentence, given the stems of its tokens in order."""
        by_first = self._by_first
        if by_first.keys().isdisjoint(stems):
            return []
        return [
            Toned(i, i + len(wanted), tone)
            for i, (first, following) in enumerate(zip_longest(stems, stems[1:]))
            if first in by_first
            for second, wanted, tone in by_first[first]
            if not second or (second == following and stems[i : i + len(wanted)] == wanted)
        ]
