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


#: What a text speaks to: an actor and a claim.
Matter = tuple[str, str]


def sketch_of(text: str) -> frozenset[int]:
    """The text's runs of eight words as 32-bit numbers."""
    words = [word.encode() for word in words_of(text)]
    whole = b"".join(words)
    starts = [0, *accumulate(map(len, words))]
    runs = {crc32(whole[start:end]) for start, end in zip(starts, starts[RUN_WORDS:], strict=False)}
    return frozenset(sorted(runs)[:RUNS_MAX] if len(runs) > RUNS_MAX else runs)


class CopyIndex:
    """Sketches of recent texts by arrival; finds those that share enough with a new one."""

    def __init__(self, containment: float) -> None:
        self._containment = containment
        self._sketches: OrderedDict[int, frozenset[int]] = OrderedDict()
        self._matters: dict[int, frozenset[Matter]] = {}
        #: Texts by the runs that lead to them: one run in four, which is enough to meet a copy by.
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def __contains__(self, arrival: int) -> bool:
        return arrival in self._sketches

    def add(self, arrival: int, sketch: frozenset[int], matters: frozenset[Matter]) -> None:
        self._sketches[arrival] = sketch
        self._matters[arrival] = matters
        for run in _leading(sketch):
            self._holders[run].append(arrival)
        while len(self._sketches) > TEXTS_MAX:
            self._forget()

    def copies_of(self, sketch: frozenset[int], matters: frozenset[Matter]) -> frozenset[int]:
        """Arrivals on one of the matters whose text stands in this one, or this one's in theirs."""
        holders = self._holders
        met = {arrival for run in _leading(sketch) if run in holders for arrival in holders[run]}
        return frozenset(
            arrival
            for arrival in met
            if not matters.isdisjoint(self._matters[arrival]) and self._is_copy(sketch, arrival)
        )

    def _is_copy(self, sketch: frozenset[int], arrival: int) -> bool:
        other = self._sketches[arrival]
        shared = len(sketch & other)
        return shared >= max(SHARED_MIN, self._containment * min(len(sketch), len(other)))

    def _forget(self) -> None:
        arrival, sketch = self._sketches.popitem(last=False)
        del self._matters[arrival]
        for run in _leading(sketch):
            holders = self._holders[run]
            holders.remove(arrival)
            if not holders:
                del self._holders[run]


def _leading(sketch: frozenset[int]) -> list[int]:
    return [run for run in sketch if not run & 3]
