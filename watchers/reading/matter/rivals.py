"""Which of two of a user's claims is meant whose words are the same: by which keyword, and by how much of it.

Knows where the words of two claims stand. Knows no text.
"""

from dataclasses import dataclass
from typing import Protocol

from watchers.reading.matter.possession import Span


class Named(Protocol):
    """A claim named at some tokens."""

    @property
    def claim(self) -> str: ...
    @property
    def how(self) -> str: ...
    @property
    def anchors(self) -> tuple[Span, ...]: ...
    @property
    def names(self) -> tuple[Span, ...]: ...
    @property
    def i(self) -> int: ...
    @property
    def j(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one claim near each other."""

    total: float
    tells: float
    content: tuple[Span, ...]
    names: tuple[Span, ...]
    core: Span
    #: Whether one of them is a core word that few other claims have.
    telling: bool


def _is_whole(one: Named) -> bool:
    return one.how == "keyword" and len(one.anchors) + len(one.names) > 1


def _is_parted(one: Named, other: Named) -> bool:
    """Whether the words of a keyword stand around another's with which it shares one: "a global deal on a billionaire tax"."""
    words, others = set(one.anchors), set(other.anchors)
    inside = [span for span in others - words if one.i <= span[0] < one.j]
    return bool(words & others and inside) and not any(
        other.i <= span[0] < other.j for span in words - others
    )


def told_by_keyword(one: Named, mine: Found, other: Named, theirs: Found) -> bool | None:
    """Whether a keyword takes the words of one claim for another; `None` where keywords do not tell.

    A whole keyword of several words is meant by them before half of another is, and of two the one that says more.
    """
    words, others = set(one.anchors), set(other.anchors)
    is_whole, is_other_whole = _is_whole(one), _is_whole(other)
    if is_whole and is_other_whole:
        if words < others or _is_parted(one, other):
            return True
        return False if _is_parted(other, one) else None
    if is_whole and not words < set(theirs.content):
        return False
    if is_other_whole and not others < set(mine.content):
        return True if others & set(mine.content) and set(mine.names) <= set(theirs.names) else None
    return None


def overlap(one: Named, other: Named) -> bool:
    return one.i < other.j + 2 and other.i < one.j + 2
