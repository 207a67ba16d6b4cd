"""How much of a claim's keywords a sentence holds, where none stands in it whole.

Knows the concepts of keywords and how rare each is among the claims. Knows no cue, no speaker and no position.
"""

import math
from collections import defaultdict
from collections.abc import Collection

from watchers.claims import Claim
from watchers.reading.topics import Concept, Concepts, Topics

#: A country's name says less of what is meant than any other word.
_NAME_WEIGHT = 0.5
#: Keywords. With no more, a claim is a user's, and much that means it holds none of them whole.
_FEW = 20


class Relevance:
    """Weighs the words of the watched claims against each other; compiled once."""

    def __init__(self, claims: Collection[Claim], topics: Topics) -> None:
        #: Claim -> keywords, each a list of (alternatives, weight).
        self._phrases: dict[str, list[list[tuple[frozenset[Concept], float]]]] = {}
        patterns = [p for p in topics.patterns if p.polarity > 0]
        owners: dict[Concept, set[str]] = defaultdict(set)
        for pattern in patterns:
            for element in pattern.elements:
                for concept in element:
                    owners[concept].add(pattern.claim)
        total = len({p.claim for p in patterns}) or 1
        for pattern in patterns:
            weighed = []
            for element, name in zip(pattern.elements, pattern.names, strict=True):
                spread = max(len(owners[concept]) for concept in element)
                weight = math.log(1 + total / spread) * (_NAME_WEIGHT if name else 1.0)
                weighed.append((element, weight))
            self._phrases.setdefault(pattern.claim, []).append(weighed)
        self._few = frozenset(c.id for c in claims if len(c.keywords) <= _FEW)
        self._parties = {
            claim.id: frozenset(
                value for element in topics.parse(claim.id, claim.proposition, 1).elements
                for kind, value in element if kind == "@"
            )
            for claim in claims
        }  # fmt: skip

    def shares(self, concepts: Concepts) -> dict[str, float]:
        """Claim -> the largest share of one of its keywords that a sentence holds, 0.0 to 1.0."""
        made: dict[str, float] = {}
        present = concepts.at
        if not present:
            return made
        for claim, phrases in self._phrases.items():
            best = 0.0
            for phrase in phrases:
                held = whole = 0.0
                content = False
                for element, weight in phrase:
                    whole += weight
                    if any(present.get(concept) for concept in element):
                        held += weight
                        content = content or not any(kind == "@" for kind, _ in element)
                if content and held > best * whole:
                    best = held / whole
            if best:
                made[claim] = best
        return made

    def has_few(self, claim: str) -> bool:
        """Whether the claim is known by few keywords, as a user's are."""
        return claim in self._few

    def is_party(self, claim: str, actor: str) -> bool:
        """Whether the proposition speaks of the actor: Ukraine, in "Ukraine joins NATO"."""
        return actor in self._parties.get(claim, ())

    def anchor(self, claim: str, concepts: Concepts) -> tuple[int, int] | None:
        """Where the weightiest word of a claim stands in a sentence that names it in part."""
        best: tuple[float, tuple[int, int]] | None = None
        for phrase in self._phrases.get(claim, ()):
            for element, weight in phrase:
                for span in concepts.spans(element):
                    if best is None or weight > best[0]:
                        best = (weight, span)
        return best[1] if best else None
