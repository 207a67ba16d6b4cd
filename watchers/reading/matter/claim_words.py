"""What a user says of a claim, as concepts: its keywords and proposition, what that ends, and whose deed it is.

Knows concepts. Knows no text.
"""

from dataclasses import dataclass

from watchers.reading.matter.endings import Ending
from watchers.reading.matter.giving import GIVE
from watchers.reading.matter.keywords import Concept


@dataclass(frozen=True, slots=True)
class Phrase:
    """A keyword or a part of the proposition, as concepts."""

    elements: tuple[frozenset[Concept], ...]
    names: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """All that a user says of a claim."""

    claim: str
    keywords: tuple[Phrase, ...]
    proposition: Phrase
    #: What the proposition names as unwanted: "instead of unanimity".
    unwanted: tuple[Phrase, ...] = ()
    #: What the proposition would end.
    ending: Ending | None = None
    #: Whether it says that something is ended, and not what.
    is_vague: bool = False
    #: Whose deed the proposition tells; empty where it tells nobody's.
    doer: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Whose deed a proposition tells, and everybody whom the user's words name."""

    doer: str = ""
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weight:
    """What one idea of a claim is worth: to say that it is named, and to tell it from the other claims."""

    idea: int
    names: float
    tells: float
    is_name: bool
    #: Whether it can carry a mention: several keywords have it, and it is no general word.
    core: bool
    #: 1: the claim's side; -1: the other side; 0: neither.
    side: int = 0


def is_giving(wording: Wording) -> bool:
    """Whether a proposition is that something is given to somebody."""
    return wording.ending is None and any(GIVE in e for e in wording.proposition.elements)
