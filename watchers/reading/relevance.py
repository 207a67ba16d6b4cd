"""How much of a claim's keywords a sentence holds, where none stands in it whole.

Knows the concepts of keywords and how rare each is among the claims. Knows no cue, no speaker and no position.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from watchers.claims import Claim
from watchers.reading.keywords import Concept
from watchers.reading.mentions import Concepts
from watchers.reading.topics import Topics

#: A country's name says less of what is meant than any other word.
_NAME_WEIGHT = 0.5
#: Keywords. With no more, a claim is a user's, and much that means it holds none of them whole.
_FEW = 20
#: Sets of concepts whose shares are kept at hand.
_REMEMBERED = 10_000


class Relevance:
    """Weighs the words of the watched claims against each other; compiled once."""

    def __init__(self, claims: Collection[Claim], topics: Topics) -> None:
        patterns = [p for p in topics.patterns if p.polarity > 0 and not p.again and not p.only]
        owners: dict[Concept, set[str]] = defaultdict(set)
        for pattern in patterns:
            for element in pattern.elements:
                for concept in element:
                    owners[concept].add(pattern.claim)
        total = len({p.claim for p in patterns}) or 1
        #: Of each keyword: its claim, what all its words weigh, and its names with their weights.
        self._keywords: list[tuple[str, float, list[tuple[frozenset[Concept], float]]]] = []
        #: Concept that is no name -> the keywords that it belongs to: keyword, place in it, weight.
        self._places: dict[Concept, list[tuple[int, int, float]]] = defaultdict(list)
        heaviest: dict[str, dict[Concept, float]] = defaultdict(dict)
        for number, pattern in enumerate(patterns):
            whole, named = 0.0, []
            for place, (element, name) in enumerate(
                zip(pattern.elements, pattern.names, strict=True)
            ):
                spread = max(len(owners[concept]) for concept in element)
                weight = math.log(1 + total / spread) * (_NAME_WEIGHT if name else 1.0)
                whole += weight
                if any(kind == "@" for kind, _ in element):
                    named.append((element, weight))
                else:
                    for concept in element:
                        self._places[concept].append((number, place, weight))
                for concept in element:
                    known = heaviest[pattern.claim].get(concept, 0.0)
                    heaviest[pattern.claim][concept] = max(known, weight)
            self._keywords.append((pattern.claim, whole, named))
        #: Claim -> each of its concepts with its place among them, the weightiest first.
        self._heaviest = {
            claim: {c: n for n, c in enumerate(sorted(weights, key=lambda c: (-weights[c], c)))}
            for claim, weights in heaviest.items()
        }
        #: Sentences often hold the same few concepts.
        self._shares = lru_cache(maxsize=_REMEMBERED)(self._shares_of)
        self._few = frozenset(c.id for c in claims if len(c.keywords) <= _FEW)
        self._parties = {
            claim.id: frozenset(
                value for element in topics.parse(claim.id, claim.proposition, 1).elements
                for kind, value in element if kind == "@"
            )
            for claim in claims
        }  # fmt: skip

    def shares(self, concepts: Concepts) -> Mapping[str, float]:
        """Claim -> the largest share of one of its keywords that a sentence holds, 0.0 to 1.0."""
        return self._shares(frozenset(concepts.at))

    def _shares_of(self, present: frozenset[Concept]) -> dict[str, float]:
        held: dict[int, float] = {}
        met: set[tuple[int, int]] = set()
        for concept in sorted(present):
            for number, place, weight in self._places.get(concept, ()):
                if (number, place) not in met:
                    met.add((number, place))
                    held[number] = held.get(number, 0.0) + weight
        made: dict[str, float] = {}
        for number, weight in held.items():
            claim, whole, named = self._keywords[number]
            total = weight
            for element, more in named:
                if not present.isdisjoint(element):
                    total += more
            if total > made.get(claim, 0.0) * whole:
                made[claim] = total / whole
        return made

    def has_few(self, claim: str) -> bool:
        """Whether the claim is known by few keywords, as a user's are."""
        return claim in self._few

    def is_party(self, claim: str, actor: str) -> bool:
        """Whether the proposition speaks of the actor: Ukraine, in "Ukraine joins NATO"."""
        return actor in self._parties.get(claim, ())

    def anchor(self, claim: str, concepts: Concepts) -> tuple[int, int] | None:
        """Where the weightiest word of a claim stands in a sentence that names it in part."""
        heaviest = self._heaviest.get(claim)
        if heaviest is None:
            return None
        known = heaviest.keys() & concepts.at.keys()
        return concepts.at[min(known, key=heaviest.__getitem__)][0] if known else None
