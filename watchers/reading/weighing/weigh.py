"""A linear model's say over the rules: what it vetoes, what it fills in, and how sure the reader may be.

Knows pairs with features, weights and thresholds. Knows no words; every sum can be shown term by term.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from heapq import nsmallest

from watchers.model import Authority, Direction, Position, Statement, Via, When
from watchers.reading.text.document import Document
from watchers.reading.weighing.evidence import Features
from watchers.reading.weighing.wide import Pair
from watchers.weights import Weights

_DIRECTIONS = (Direction.NEGATIVE, Direction.NEUTRAL, Direction.POSITIVE)
#: A filler's position where no cue of its direction stands in the sentence.
_PLAIN = {
    Direction.NEGATIVE: Position.OPPOSES, Direction.NEUTRAL: Position.UNDECIDED, Direction.POSITIVE: Position.SUPPORTS,
}  # fmt: skip
#: What is filled in may support a holding and must never move one: below the ledger's `mover_confidence`.
FILLED_CONFIDENCE_MAX = 0.49
#: Groups of features of which the sums are remembered; some 10 MB.
_GROUPS_MAX = 10_000
#: Terms that a statement shows.
_TERMS_SHOWN = 5


@dataclass(slots=True)
class Weighed:
    """A pair with the probabilities of a negative, neutral and positive position."""

    pair: Pair
    shares: tuple[float, float, float]

    @property
    def direction(self) -> Direction:
        return _DIRECTIONS[self.shares.index(max(self.shares))]

    def share(self, direction: Direction) -> float:
        return self.shares[direction + 1]


@dataclass(frozen=True, slots=True)
class Judged:
    """What is left of the rules' statements with what was filled in, and what was vetoed."""

    statements: tuple[Statement, ...]
    vetoed: tuple[Statement, ...]


class Weigher:
    """Gives pairs their probabilities under one model; made once, used for many articles."""

    def __init__(self, weights: Weights) -> None:
        self._bias = weights.bias
        #: Pairs share groups of features, and most groups come again in other sentences.
        self._sum = lru_cache(maxsize=_GROUPS_MAX)(partial(_sum, weights))

    def weigh(self, pairs: Iterable[Pair]) -> list[Weighed]:
        """Every pair with its probabilities."""
        made = []
        for pair in pairs:
            sums = map(sum, zip(self._bias, *map(self._sum, pair.features), strict=True))
            made.append(Weighed(pair, _shares(*sums)))
        return made


def _sum(weights: Weights, group: Features) -> tuple[float, float, float]:
    rows = [*filter(None, map(weights.features.get, group))]
    if not rows:
        return 0.0, 0.0, 0.0
    negative, neutral, positive = map(sum, zip(*rows, strict=True))
    return negative, neutral, positive


def _shares(*sums: float) -> tuple[float, float, float]:
    highest = max(0.0, *sums)
    raised = [math.exp(s - highest) for s in sums]
    total = math.exp(-highest) + sum(raised)
    return raised[0] / total, raised[1] / total, raised[2] / total


def best_of_pairs(weighed: Iterable[Weighed]) -> dict[tuple[str, str], Weighed]:
    """For each actor and claim the sentence that speaks most clearly."""
    best: dict[tuple[str, str], Weighed] = {}
    for one in weighed:
        key = one.pair.actor, one.pair.claim
        if key not in best or max(one.shares) > max(best[key].shares):
            best[key] = one
    return best


def judge(
    weighed: list[Weighed], statements: Iterable[Statement], weights: Weights, document: Document
) -> Judged:
    """Veto, calibrate and fill in. Statements of the past and second-hand ones pass as they are."""
    by_pair: dict[tuple[str, str], list[Weighed]] = {}
    for one in weighed:
        by_pair.setdefault((one.pair.actor, one.pair.claim), []).append(one)
    kept, vetoed, spoken_of = [], [], set()
    for statement in statements:
        key = statement.actor, statement.claim
        if statement.when is When.PAST or statement.via is Via.SECONDHAND:
            spoken_of.add(key)
            kept.append(statement)
            continue
        direction = statement.position.direction
        clearest = max(by_pair.get(key, ()), key=lambda w: w.share(direction), default=None)
        share = clearest.share(direction) if clearest is not None else 0.0
        marked = replace(
            statement,
            confidence=confidence(share, weights.ruled),
            rules=(*statement.rules, *(terms(clearest, direction, weights) if clearest else ())),
        )
        if share < weights.veto:
            vetoed.append(marked)
        else:
            spoken_of.add(key)
            kept.append(marked)
    for key, one in best_of_pairs(w for w in weighed if not w.pair.is_aside).items():
        if key not in spoken_of and one.share(one.direction) >= weights.fill:
            kept.append(_filler(one, weights, document))
    kept.sort(key=lambda s: (s.span or (-1, -1), s.actor, s.claim))
    return Judged(tuple(kept), tuple(vetoed))


def confidence(share: float, steps: Sequence[tuple[float, float]]) -> float:
    """What a probability was worth when the model was fitted."""
    at = bisect_right([low for low, _ in steps], share) - 1
    return steps[max(at, 0)][1] if steps else share


def terms(one: Weighed, direction: Direction, weights: Weights) -> tuple[str, ...]:
    """The terms that spoke loudest, with their weights: "model+0.42:h-source"."""
    side = direction + 1
    known = weights.features.keys() & set().union(*one.pair.features)
    found = {name: weights.features[name][side] for name in known}
    quiet = [-abs(weight) for weight in found.values()]
    loudest = [name for _, name in nsmallest(_TERMS_SHOWN, zip(quiet, found, strict=True))]
    return (
        f"model={one.share(direction):.2f}",
        *(f"model{found[name]:+.2f}:{name}" for name in loudest),
    )


def _filler(one: Weighed, weights: Weights, document: Document) -> Statement:
    pair, direction = one.pair, one.direction
    sentence = pair.trace.sentence
    start = sentence.start - document.text_start
    positions = [p for p in pair.positions if p.direction is direction]
    anonymous = any(m.kind == "anonymous" for m in pair.trace.marks)
    voice = pair.voice
    return Statement(
        actor=pair.actor,
        claim=pair.claim,
        position=positions[0] if positions else _PLAIN[direction],
        speaker=voice.label if voice is not None else pair.name,
        authority=Authority.ANONYMOUS
        if anonymous
        else voice.authority
        if voice is not None
        else Authority.OFFICIAL,
        when=When.NOW,
        via=Via.ANONYMOUS if anonymous else Via.QUOTE if pair.quoted else Via.REPORTED,
        evidence=document.original(sentence.start, sentence.end),
        span=None if sentence.in_title else (start, start + sentence.end - sentence.start),
        confidence=min(FILLED_CONFIDENCE_MAX, confidence(one.share(direction), weights.filled)),
        rules=("filled-in", *terms(one, direction, weights)),
    )
