"""What a condition makes of a position: the actor's own softens it, one that is part of the claim does not.

Knows the words that open conditions. Knows no claim and no cue.
"""

from watchers.model import Position
from watchers.reading.vocabulary import Mark

#: Conditions under which a refusal leaves the door open: "not unless", "not without American cover".
_LEAVING_OPEN = frozenset({"not before", "not until", "unless", "without american", "without us"})
#: Tokens behind a condition in which its matter is named.
_REACH = 8


def conditioned(
    words: list[str], marks: list[Mark], first: int, position: Position
) -> tuple[Position, tuple[str, ...]]:
    """A position under the conditions of its sentence, and the rules that applied; `first` is its first token."""
    evens = [m for m in marks if m.kind == "even"]
    parts = [m for m in marks if m.kind == "part"]
    for cond in marks:
        if cond.kind != "cond" or not (cond.i > first or cond.i == 0):
            continue
        if any(e.i <= cond.i < e.j for e in evens):
            continue
        if any(m.kind == "leave" for m in marks):
            return position, ("condition-foreign-leave",)
        if " ".join(words[cond.i : cond.j]) in _LEAVING_OPEN and position is Position.OPPOSES:
            return Position.OPEN, ("condition-unless",)
        if any(cond.i < p.i <= cond.i + _REACH for p in parts):
            continue
        negated = any(m.kind == "neg" and cond.i < m.i <= cond.i + _REACH for m in marks)
        if words[cond.i] == "if" and negated and position is Position.OPPOSES and cond.i > first:
            return Position.OPEN, ("condition-unless",)
        if position is Position.SUPPORTS:
            return Position.OPEN, ("condition",)
    return position, ()
