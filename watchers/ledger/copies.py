"""Tell near-copies by the runs of eight words that two texts share. Knows no outlets and no days.

Containment (the share of the shorter text that stands in the longer) finds a wire story inside a
longer piece, which resemblance over both texts would miss. Where most of both is the same, the two
are one text: however often it is printed, it is compared and kept once.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from zlib import crc32

from watchers.ledger.quotations import words_of

RUN_WORDS = 8
#: Runs that two texts must share at the least: below that it is a phrase, not a text.
SHARED_MIN = 5
#: Share of the longer text's runs from which two are one text. A dateline, a paper's own first words
#: and a cut last paragraph leave so much; a wire story in a paper's own longer piece does not.
SAME_TEXT = 0.7
#: Runs kept of one text; from a longer one, those with the lowest numbers, which are a fair sample.
RUNS_MAX = 400
#: Texts held at once for comparison; beyond it those go that were not met for longest.
TEXTS_MAX = 4000
#: A text that is still printed so long after it was kept is kept anew.
KEEP_AGAIN_AFTER = timedelta(days=30)


#: What a text speaks to: an actor and a claim.
Matter = tuple[str, str]


def sketch_of(text: str) -> Sequence[int]:
    """The text's runs of eight words as 32-bit numbers, each once, packed."""
    words = words_of(text)
    joined = "".join(words)
    whole = joined.encode()
    if len(whole) > len(joined):  # letters that take more than a byte
        starts = [0, *accumulate(len(word.encode()) for word in words)]
    else:
        starts = [0, *accumulate(map(len, words))]
    runs = {crc32(whole[start:end]) for start, end in zip(starts, starts[RUN_WORDS:], strict=False)}
    return array("I", sorted(runs)[:RUNS_MAX] if len(runs) > RUNS_MAX else runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a text is among those that are known."""

    #: Number of the text: its own where it is new.
    text: int
    #: Others of which a good part stands in this one, or of this one in them.
    copies: frozenset[int]
    #: The text's runs, where they are to be kept so that it is known again; `None` where they are.
    keep: Sequence[int] | None


@dataclass(slots=True)
class _Known:
    """A text. Its runs are held packed, in a tenth of what a set of them takes."""

    runs: Sequence[int]
    #: Those that lead to it.
    leading: Sequence[int]
    matters: frozenset[Matter]
    kept_at: datetime


class CopyIndex:
    """Sketches of recent texts; finds the one that is the same and those that share enough."""

    def __init__(self, containment: float) -> None:
        self._containment = containment
        self._texts: OrderedDict[int, _Known] = OrderedDict()
        #: Texts by the runs that lead to them: one run in four, which is enough to meet a copy by.
        #: Most lead to one alone; where they lead to several, those are held together.
        self._holders: dict[int, int | tuple[int, ...]] = {}

    def add(
        self, text: int, runs: Sequence[int], matters: frozenset[Matter], kept_at: datetime
    ) -> None:
        """A text that was kept; or more of what it speaks to."""
        known = self._texts.get(text)
        if known is None:
            self._add(text, runs, _leading(runs), matters, kept_at)
        else:
            known.matters |= matters
            known.kept_at = max(known.kept_at, kept_at)

    def meet(
        self, number: int, sketch: Sequence[int], matters: frozenset[Matter], at: datetime
    ) -> Met:
        """Which text on one of the matters an arrival has, and of which others it is a copy."""
        leading = _leading(sketch)
        shares = dict(self._shares(sketch, leading, matters))
        same = max(shares, key=lambda text: (shares[text], -text), default=number)
        if shares.get(same, 0.0) < SAME_TEXT:
            same = number
        is_kept = self._is_kept(same, matters, at)
        if same not in self._texts:
            self._add(same, sketch, leading, matters, at)
        elif not is_kept:
            self.add(same, (), matters, at)
        self._texts.move_to_end(same)
        return Met(
            text=same,
            copies=frozenset(shares) - {same},
            keep=None if is_kept else self._texts[same].runs,
        )

    def _is_kept(self, text: int, matters: frozenset[Matter], at: datetime) -> bool:
        known = self._texts.get(text)
        return (
            known is not None
            and matters <= known.matters
            and at - known.kept_at <= KEEP_AGAIN_AFTER
        )

    def _add(
        self,
        text: int,
        runs: Sequence[int],
        leading: Sequence[int],
        matters: frozenset[Matter],
        kept_at: datetime,
    ) -> None:
        self._texts[text] = _Known(runs, leading, matters, kept_at)
        holders = self._holders
        for run in leading:
            held = holders.setdefault(run, text)
            if held != text:
                holders[run] = (*_each(held), text)
        while len(self._texts) > TEXTS_MAX:
            self._forget()

    def _shares(
        self, sketch: Sequence[int], leading: Sequence[int], matters: frozenset[Matter]
    ) -> Iterable[tuple[int, float]]:
        """The texts that are copies, each with the share of the longer one that both have."""
        met = set(map(self._holders.get, leading))
        near = {text for held in met if held is not None for text in _each(held)}
        runs = frozenset(sketch) if near else frozenset()
        for text in near:
            known = self._texts[text]
            if matters.isdisjoint(known.matters):
                continue
            shared = len(runs.intersection(known.runs))
            shorter, longer = sorted((len(runs), len(known.runs)))
            if shared >= max(SHARED_MIN, self._containment * shorter):
                yield text, shared / longer

    def _forget(self) -> None:
        text, known = self._texts.popitem(last=False)
        holders = self._holders
        for run in known.leading:
            held = holders.pop(run)
            if held != text:
                others = tuple(other for other in _each(held) if other != text)
                holders[run] = others if len(others) > 1 else others[0]


def _each(held: int | tuple[int, ...]) -> tuple[int, ...]:
    return held if isinstance(held, tuple) else (held,)


def _leading(runs: Iterable[int]) -> list[int]:
    return [run for run in runs if not run & 3]
