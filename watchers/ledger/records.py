"""What the ledger keeps: words, sources, holdings, moves, changes. Knows dates and ranks; not text.

A word is a statement as the ledger weighs it: who, what, on which day, out of which source.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from watchers.model import Act, Authority, Direction, Kind, Position, State, Via, When

#: By text, the outlets and houses that have printed it as well.
Carriers = Mapping[int, Set[str]]


class Reason(StrEnum):
    """Why a statement moved nothing, or not yet."""

    PAST = "past"
    SECONDHAND = "secondhand"
    RESTATES = "restates"
    #: A denial, correction or retraction: it strikes others and moves nothing itself.
    TAKES_BACK = "takes_back"
    NO_AUTHORITY = "no_authority"
    LOW_CONFIDENCE = "low_confidence"
    #: Said before the newest word for what is held, or too long ago to wait for a second witness.
    TOO_OLD = "too_old"
    #: Its quotation was first printed on an earlier day, which is too long ago.
    OLD_QUOTATION = "old_quotation"
    #: A denial, correction or retraction struck it.
    DENIED = "denied"
    #: Its article, or the one that it copies, was changed, taken away or marked as misread.
    FALLEN = "fallen"
    #: The same speaker said something else later that day.
    SUPERSEDED = "superseded"
    OUTRANKED = "outranked"
    #: Somebody of the same rank says the contrary.
    CONTESTED = "contested"
    ANONYMOUS_ALONE = "anonymous_alone"
    #: Anonymous witnesses never confirm alone, however many.
    ANONYMOUS_ONLY = "anonymous_only"
    #: Another report from a witness that was heard already.
    SAME_WITNESS = "same_witness"
    AWAITING_SECOND_WITNESS = "awaiting_second_witness"
    FIRST_POSITION = "first_position"
    #: A newer word for the position held ended it.
    CONTRADICTED = "contradicted"
    #: What is held already.
    SAME_POSITION = "same_position"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a word stands, and what makes it one witness with others."""

    #: Number of the article's version in order of arrival; below zero for a baseline.
    arrival: int
    #: Its text, by the arrival that had it first: articles with one number have the same almost whole.
    text: int
    article: str
    #: The article, by the arrival of its first version: what its publisher took back falls with its
    #: copies and not where he prints it again himself.
    origin: int
    #: The outlet by the names it may be credited under.
    names: frozenset[str]
    owner: str | None = None
    #: Agencies that the text credits.
    agencies: frozenset[str] = frozenset()
    #: Others that the text credits; they count where one of them is an outlet of another witness.
    credited: frozenset[str] = frozenset()
    #: Other texts of which a good part stands in this one, or of this in them, as known when it came.
    copies: frozenset[int] = frozenset()
    #: Fingerprints of the long quotations in the text.
    quotations: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A statement as it is weighed."""

    #: Number of the statement in order of arrival.
    id: int
    position: Position
    #: The person, office or body, folded so that one speaker has one key.
    speaker: str
    authority: Authority
    when: When
    via: Via
    act: Act | None = None
    #: The day it counts for: when it was said, or when its quotation or its original first stood.
    day: date
    published: datetime
    confidence: float = 1.0
    source: Source
    #: Fingerprints of the long quotation that carries it, or of all in its article where none does.
    quotations: frozenset[int] = frozenset()
    #: No quotation carries it: those of its article only date it where they carried its like before.
    loose: bool = False
    #: A holding that was given, not heard.
    given: bool = False
    #: Given by the shipped baseline, which ages.
    inherited: bool = False
    #: Its quotation was printed before the day it claims.
    redated: bool = False

    @property
    def direction(self) -> Direction:
        return self.position.direction

    @property
    def carried(self) -> frozenset[int]:
        return frozenset() if self.loose else self.quotations

    @property
    def anonymous(self) -> bool:
        return self.via is Via.ANONYMOUS or self.authority is Authority.ANONYMOUS

    @property
    def order(self) -> tuple[datetime, str, int]:
        """The order of publication, the same in whatever order the words arrived."""
        return self.published, self.source.article, self.position.strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one speaker said on one day."""

    day: date
    speaker: str
    authority: Authority
    position: Position
    #: Those for the position, at least one, and behind them others' that point the same way; each in order of publication.
    words: tuple[Word, ...]
    #: Said by somebody whose direct speech confirms, and read well enough.
    confirms: bool
    given: bool = False

    @property
    def direction(self) -> Direction:
        return self.position.direction

    @property
    def said(self) -> tuple[Word, ...]:
        """The words for the position itself."""
        return tuple(word for word in self.words if word.position is self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Where an actor stands on a claim."""

    position: Position
    #: The day of the first on-record word of the position.
    since: date
    #: The word it stands on.
    word: Word
    #: Day of the newest on-record word for it.
    newest: date
    #: Day of the newest report of it, background and denials of the contrary among them.
    heard: date
    #: Days on which it was said on the record since it is held: its weight of evidence.
    weight: int = 1
    #: Known from the shipped baseline alone.
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words for a position that is not held, gathered within the window."""

    position: Position
    #: The first on-record word's day; with leaks alone, the first leak's.
    first: date
    words: tuple[Word, ...] = ()
    leaks: tuple[Word, ...] = ()
    #: Enough to be told as possible.
    possible: bool = False

    @property
    def newest(self) -> date:
        return max(word.day for word in (*self.words, *self.leaks))

    @property
    def all_words(self) -> tuple[Word, ...]:
        return (*self.words, *self.leaks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two of one rank who contradict each other; the holding stays as before either spoke."""

    origin: Position
    #: The contrary position.
    to: Position
    rank: Authority
    since: date
    #: Day of the latest word of it.
    last: date
    #: Which side each has taken.
    sides: tuple[tuple[str, Direction], ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A holding that moved, by the days of the words."""

    origin: Position
    to: Position
    since: date
    #: The day of the word that confirmed it.
    confirmed: date
    words: tuple[Word, ...]
    #: An inherited holding was updated by the first word heard.
    heard: bool = False

    @property
    def kind(self) -> Kind:
        return kind_of(self.origin, self.to)


def kind_of(origin: Position, to: Position) -> Kind:
    """What sort of move leads from one position to another."""
    if origin.direction is not to.direction:
        neutral = Direction.NEUTRAL in (origin.direction, to.direction)
        return Kind.SHIFT if neutral else Kind.REVERSAL
    return Kind.FIRMING if abs(to.strength) > abs(origin.strength) else Kind.SOFTENING


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change as it was announced; `number` counts an actor's changes on a claim from one."""

    number: int
    origin: Position
    to: Position
    state: State
    since: date
    #: Last day on which a possible change waits.
    until: date
    #: Ids of the statements that it stands on.
    words: frozenset[int] = frozenset()
    #: Ids of the articles, one for each independent witness.
    witnesses: tuple[str, ...] = ()
    #: Why it ended, where it did.
    reason: Reason | None = None

    @property
    def kind(self) -> Kind:
        return kind_of(self.origin, self.to)

    @property
    def is_over(self) -> bool:
        return self.state in (State.WITHDRAWN, State.EXPIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a statement when it came."""

    word: int
    #: `None` where it moved something.
    reason: Reason | None
    #: Number of the change that it opened, confirmed or supports.
    change: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """What the words of an actor on a claim amount to, by the days they were said."""

    holding: Holding | None = None
    candidates: tuple[Candidate, ...] = ()
    dispute: Dispute | None = None
    #: Moves since the fold's first day, oldest first.
    moves: tuple[Move, ...] = ()
    #: From which day on what was held, oldest first: moves, and positions that began with no move.
    course: tuple[tuple[date, Position], ...] = ()
    #: Why words count for nothing, by their ids.
    fates: Mapping[int, Reason] = field(default_factory=dict)
    #: The words that are held, by their ids.
    words: Mapping[int, Word] = field(default_factory=dict)
    carriers: Carriers = field(default_factory=dict)

    def position_at(self, day: date) -> Position | None:
        """What was held at the end of a day."""
        return next((held for since, held in reversed(self.course) if since <= day), None)
