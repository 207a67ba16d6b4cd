"""The records that flow from entries to changes. Knows words and dates; not text, network, disk or clock.

Positions, claims, actors, `when`, `via`, `act` and evidence mean here what they mean in the guide
that the labelled corpus follows; README's "Words" has them in short.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class Direction(IntEnum):
    """Which side of a claim a position is on."""

    NEGATIVE = -1
    NEUTRAL = 0
    POSITIVE = 1


class Position(StrEnum):
    """Where an actor stands on a claim's proposition, as worded; from rejection to support."""

    OPPOSES = "opposes"
    RELUCTANT = "reluctant"
    UNDECIDED = "undecided"
    OPEN = "open"
    SUPPORTS = "supports"

    @property
    def strength(self) -> int:
        """-2 (opposes) to +2 (supports)."""
        return _STRENGTH[self]

    @property
    def direction(self) -> Direction:
        return _DIRECTION[self]


_STRENGTH = {position: number - 2 for number, position in enumerate(Position)}
_DIRECTION = {p: Direction((s > 0) - (s < 0)) for p, s in _STRENGTH.items()}


class When(StrEnum):
    """Whether a position is the actor's at the time of the article's news, or recalled from before."""

    NOW = "now"
    PAST = "past"


class Via(StrEnum):
    """How an article knows of a position."""

    QUOTE = "quote"
    REPORTED = "reported"
    ANONYMOUS = "anonymous"
    #: Another actor says what this actor's position is; never moves a holding.
    SECONDHAND = "secondhand"


class Act(StrEnum):
    """What a statement does to earlier ones, where it does not simply state a position."""

    #: Background that an old position still stands; refreshes a holding, never moves one.
    RESTATES = "restates"
    DENIES = "denies"
    CORRECTS = "corrects"
    RETRACTS = "retracts"

    @property
    def takes_back(self) -> bool:
        return self is not Act.RESTATES


class Authority(IntEnum):
    """The rank of whoever speaks for an actor; a higher one outranks a lower one."""

    #: Speaks for nobody: former officials, opposition, experts.
    NONE = 0
    ANONYMOUS = 1
    #: An unnamed or lesser official on the record, or a ministry.
    OFFICIAL = 2
    #: Another minister, an ambassador, an envoy.
    ENVOY = 3
    #: A foreign or defence minister, or the official spokesperson of the leader.
    MINISTER = 4
    #: Head of state or government, or of the body.
    LEADER = 5


class Kind(StrEnum):
    """What sort of move a change is."""

    REVERSAL = "reversal"
    SHIFT = "shift"
    FIRMING = "firming"
    SOFTENING = "softening"


class State(StrEnum):
    """How far a change has come."""

    POSSIBLE = "possible"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    CONTESTED = "contested"
    #: An inherited holding was updated by the first word heard; never alerted, told in the digest.
    HEARD = "heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whom an entry is from, where a feed passes on what others publish; one may be empty."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, as the feed has it."""

    #: Stable within its feed: the item's id, else its canonical link, else a hash of title and text.
    identity: str
    link: str | None
    title: str
    #: Plain text of the entry's content or summary; may be empty.
    summary: str
    #: As the feed says; `None` where it says nothing readable.
    published: datetime | None
    author: str | None = None
    #: `None`: the feed's own.
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The clean text behind an entry."""

    id: str
    url: str
    title: str
    #: Paragraphs split by a blank line.
    text: str
    #: Aware, UTC.
    published: datetime
    outlet: str
    #: The house behind the outlet; `None` where unknown.
    owner: str | None = None
    author: str | None = None
    #: A news agency that the text credits, by the name it goes by.
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSpan:
    """Where in the text one part of a statement stands: source, cue, claim, negation and so on."""

    role: str
    #: Code points in `Article.text`, or in the title where `in_title`.
    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An actor's position on a claim, as one article reports it."""

    actor: str
    claim: str
    position: Position
    #: The person, else the office or body; for second-hand, who says it of the other.
    speaker: str
    authority: Authority
    when: When
    via: Via
    act: Act | None = None
    #: The day the words were spoken, where it is not the day of publication and can be known.
    said_on: date | None = None
    #: One sentence of the text, or the title, to the letter.
    evidence: str
    #: Code points of the evidence in the text; `None` for the title.
    span: tuple[int, int] | None = None
    #: Calibrated: of the statements at 0.9, nine in ten are right.
    confidence: float = 1.0
    #: Ids of the rules that made it, in order.
    rules: tuple[str, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
