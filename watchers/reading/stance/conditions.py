"""What a condition makes of a position: the actor's own softens it, one that is part of the claim does not.

Knows the words that open conditions. Knows no claim and no cue.
"""

from watchers.model import Position
from watchers.reading.clauses.clauses import Governed
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.words.vocabulary import Mark

#: Conditions under which a refusal leaves the door open: "not unless", "not without American cover".
_LEAVING_OPEN = frozenset({"not before", "not until", "unless", "without american", "without us"})
#: Tokens behind a matter in which what it lacks is named, and what ends that.
_LACK_REACH = 7
_BREAKS = frozenset({",", ";", ":", "–", '"', "and", "but", "or", "while"})
#: What goes with "without" and asks for nothing.
_MANNERS = frozenset({
    "comment", "conditions", "delay", "doubt", "end", "exception", "exceptions", "fail", "further", "hesitation", "much",
    "preconditions", "precedent", "question", "reservation", "reservations",
})  # fmt: skip
#: "Provided" that is no condition: "guarantees provided by Europe"; "providing" that tells how.
_GIVEN = (["provided", "by"], ["provided", "mainly"], ["provided", "for"], ["provided", "to"])
_HOW = (["by", "providing"], ["of", "providing"], ["for", "providing"], ["in", "providing"])
#: What soldiers may hinge on that is part of their claim.
_TRUCES = frozenset({"armistice", "ceasefire", "fighting", "guns", "hostilities", "peace", "truce"})
#: Words of stances by which a matter hinges on another: "be contingent on", "make … dependent on".
_HINGING = frozenset({
    "conditional", "conditioned", "contingent", "depend", "dependent", "hinge", "subject", "tie", "tied",
})  # fmt: skip
#: Tokens behind a condition in which its matter is named.
_REACH = 8


def hinges(stance: str) -> bool:
    """Whether a stance makes its matter depend on another."""
    return not _HINGING.isdisjoint(stance.split())


def conditioned(
    words: list[str], marks: list[Mark], chain: Governed, position: Position
) -> tuple[Position, tuple[str, ...]]:
    """A position under the conditions of its sentence, and the rules that applied."""
    first = chain.first
    if hinges(chain.text) and chain.mention.how in SOLDIERLY:
        behind = words[chain.first : chain.first + _REACH]
        if not _TRUCES.isdisjoint(behind) and position is Position.OPEN:
            return Position.SUPPORTS, ("condition-of-claim",)
    evens = [m for m in marks if m.kind == "even"]
    parts = [m for m in marks if m.kind == "part"]
    # "rejects X unless", "will not back X unless"
    denied = any(group.negated for group in chain.groups[:1])
    refused = position is Position.OPPOSES or (position.direction < 0 and denied)
    for cond in marks:
        if cond.kind != "cond" or not (cond.i > first or cond.i == 0):
            continue
        if any(e.i <= cond.i < e.j for e in evens) or _is_none(words, cond):
            continue
        if any(m.kind == "leave" for m in marks):
            return position, ("condition-foreign-leave",)
        if " ".join(words[cond.i : cond.j]) in _LEAVING_OPEN and refused:
            return Position.OPEN, ("condition-unless",)
        if any(cond.i < p.i <= cond.i + _REACH for p in parts):
            continue
        negated = any(m.kind == "neg" and cond.i < m.i <= cond.i + _REACH for m in marks)
        if words[cond.i] == "if" and negated and position is Position.OPPOSES and cond.i > first:
            return Position.OPEN, ("condition-unless",)
        if position is Position.SUPPORTS:
            return Position.OPEN, ("condition",)
    # Who doubts that it works without something has doubts; that it is hard without it asks for that.
    firm = position is Position.OPPOSES or words[0] == "without" or chain.side != "left"
    named = chain.mention.how != "pointer"
    if position.direction < 0 and firm and named and _lacks(words, chain.mention.j):
        if any(m.kind == "leave" for m in marks):
            return position, ("condition-foreign-leave",)
        return Position.OPEN, ("condition-without",)
    return position, ()


def _is_none(words: list[str], cond: Mark) -> bool:
    """Whether the word of a condition is none: "guarantees provided by Europe", "helps by providing soldiers"."""
    return words[cond.i : cond.i + 2] in _GIVEN or words[max(0, cond.i - 1) : cond.j] in _HOW


def _lacks(words: list[str], end: int) -> bool:
    """As in "will send nobody without a mandate", "Without American help it is hard to imagine": what is asked for."""
    at = 0 if words[0] == "without" and end > 1 else -1
    for k in range(end, min(end + _LACK_REACH, len(words))):
        if words[k] in _BREAKS:
            break
        if words[k] == "without":
            at = k
            break
    if at < 0 or words[max(0, at - 2) : at] == ["with", "or"]:
        return False
    after = [w for w in words[at + 1 : at + 4] if w not in ("a", "an", "any", "the")]
    return (
        after != []
        and after[0] not in _MANNERS
        and (after[0] == "having" or not after[0].endswith("ing"))
    )
