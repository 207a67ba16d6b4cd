"""Tell near-copies by the runs of eight words that two texts share. Knows no outlets and no days.

Containment (the share of the shorter text that stands in the longer) finds a wire story inside a
longer piece, which resemblance over both texts would miss.
"""

from collections import OrderedDict, defaultdict
from itertools import accumulate
from zlib import crc32

from watchers.ledger.quotations import words_of

RUN_WORDS = 8
#: Runs that two texts must share at the least: below that it is a phrase, not a text.
SHARED_MIN = 5
#: Runs kept of one text; from a longer one, those with the lowest numbers, which are a fair sample.
RUNS_MAX = 400
#: Texts held at once for comparison; beyond it the oldest arrivals go.
TEXTS_MAX = 4000


def sketch_of(text: str) -> frozenset[int]:
    """The text's runs of eight words as 32-bit numbers."""
    words = [word.encode() for word in words_of(text)]
    whole = b" ".join([*words, b""])
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    runs = {crc32(whole[start:end]) for start, end in zip(starts, starts[RUN_WORDS:], strict=False)}
    return frozenset(sorted(runs)[:RUNS_MAX] if len(runs) > RUNS_MAX else runs)


class CopyIndex:
    """Sketches of recent texts by arrival; finds those that share enough with a new one."""

    def __init__(self, containment: float) -> None:
        self._containment = containment
        self._sketches: OrderedDict[int, frozenset[int]] = OrderedDict()
        #: Most runs stand in one text alone, so that a list for each would be waste.
        self._first: dict[int, int] = {}
        self._others: defaultdict[int, list[int]] = defaultdict(list)

    def __contains__(self, arrival: int) -> bool:
        return arrival in self._sketches

    def add(self, arrival: int, sketch: frozenset[int]) -> None:
        self._sketches[arrival] = sketch
        first = self._first
        for run in sketch:
            if run in first:
                self._others[run].append(arrival)
            else:
                first[run] = arrival
        while len(self._sketches) > TEXTS_MAX:
            self._forget()

    def copies_of(self, sketch: frozenset[int]) -> frozenset[int]:
        """Arrivals whose text stands in this one, or this one's in theirs."""
        shared: defaultdict[int, int] = defaultdict(int)
        first = self._first
        for run in sketch:
            if run in first:
                shared[first[run]] += 1
                for arrival in self._others.get(run, ()):
                    shared[arrival] += 1
        return frozenset(
            arrival
            for arrival, count in shared.items()
            if count >= SHARED_MIN
            and count >= self._containment * min(len(sketch), len(self._sketches[arrival]))
        )

    def _forget(self) -> None:
        arrival, sketch = self._sketches.popitem(last=False)
        for run in sketch:
            others = self._others.get(run)
            if others is None:
                del self._first[run]
                continue
            if self._first[run] == arrival:
                self._first[run] = others.pop(0)
            else:
                others.remove(arrival)
            if not others:
                del self._others[run]
