"""What somebody will not negotiate because it is his: "guarantees are not negotiable", "our integrity is a red line".

Knows such predicates, and words for what is asked for and never given. Knows no claim.
"""

from watchers.model import Position
from watchers.reading.clauses.clauses import Governed
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.voices.voice import Voice

#: Predicates that put a matter beyond talks, whether it is what somebody insists on or what he refuses.
_BEYOND_TALKS = frozenset({
    "non-negotiable", "not negotiable", "not open to negotiation", "not up for debate", "not up for discussion",
    "not up for negotiation",
})  # fmt: skip
_UNTOUCHED = _BEYOND_TALKS | {"a red line", "off limits"}
#: What is never offered for talks to be let go: who says so insists on it.
_DUE = frozenset({"assurances", "guarantee", "guarantees", "protection"})
#: What its owner gives when he gives it: there he refuses.
_GIVING = frozenset({
    "abandoning", "ceding", "cession", "concession", "concessions", "giving", "loss", "losses", "neutrality", "retreat", "surrender",
    "surrendering", "withdrawal", "withdrawing",
})  # fmt: skip


def is_insisted(
    words: list[str], voices: list[Voice], chain: Governed, actor: str, position: Position
) -> bool:
    """Whether a position read as a refusal, or as the opposite of one, is what its holder insists on."""
    mention = chain.mention
    if mention.polarity < 0:
        return chain.text in _UNTOUCHED and position is Position.SUPPORTS
    if chain.text not in _BEYOND_TALKS or position is not Position.OPPOSES:
        return False
    if mention.how in SOLDIERLY or not _GIVING.isdisjoint(words[max(0, mention.i - 1) : mention.j]):
        return False
    # "an American backstop" is what America gives
    his = any(
        actor in v.actors
        and mention.i - 2 <= v.i < mention.j
        and (v.role == "owner" or v.i > mention.i)
        for v in voices
    )
    return his or not _DUE.isdisjoint(words[mention.i : mention.j])
