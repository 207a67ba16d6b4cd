"""What was kept quiet, in groups that a newcomer understands. Knows reasons and words for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchers.articles.records import Reason as NotRead
from watchers.ledger.records import Reason
from watchers.store.quiet import QuietStatement, UnreadEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """So many things that nobody was told of, and why."""

    count: int
    #: What it is, in the singular and in the plural.
    one: str
    many: str
    why: str
    #: The newest of them, as outlet and title.
    example: str

    @property
    def what(self) -> str:
        return self.one if self.count == 1 else self.many


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    reasons: frozenset[Reason]
    one: str
    many: str
    why: str


#: In the order in which they are told. A statement that waits for its second witness is not among
#: them: it was told as possible.
_GROUPS = (
    _Group(
        reasons=frozenset({Reason.RESTATES, Reason.SAME_POSITION}),
        one="restatement",
        many="restatements",
        why="said again, or told as background",
    ),
    _Group(
        reasons=frozenset({Reason.SAME_WITNESS}),
        one="copy",
        many="copies",
        why="one agency story in many papers is one witness",
    ),
    _Group(
        reasons=frozenset({Reason.TOO_OLD, Reason.OLD_QUOTATION}),
        one="late arrival",
        many="late arrivals",
        why="old news: into the history, without an alert",
    ),
    _Group(
        reasons=frozenset({Reason.PAST}),
        one="recollection",
        many="recollections",
        why="where somebody stood before, told as past",
    ),
    _Group(
        reasons=frozenset({Reason.SECONDHAND}),
        one="second-hand claim",
        many="second-hand claims",
        why="one government's word about another",
    ),
    _Group(
        reasons=frozenset({Reason.ANONYMOUS_ALONE, Reason.ANONYMOUS_ONLY}),
        one="leak",
        many="leaks",
        why="one unnamed source alone moves nobody",
    ),
    _Group(
        reasons=frozenset({Reason.FIRST_POSITION}),
        one="first position",
        many="first positions",
        why="recorded; nothing to change from",
    ),
    _Group(
        reasons=frozenset({Reason.OUTRANKED, Reason.SUPERSEDED, Reason.CONTESTED}),
        one="overruled word",
        many="overruled words",
        why="a higher office, or a later word that day",
    ),
    _Group(
        reasons=frozenset({Reason.TAKES_BACK, Reason.DENIED, Reason.CONTRADICTED, Reason.FALLEN}),
        one="word taken back",
        many="words taken back",
        why="denied, corrected or contradicted since",
    ),
    _Group(
        reasons=frozenset({Reason.NO_AUTHORITY}),
        one="private word",
        many="private words",
        why="opposition, experts, former officials",
    ),
    _Group(
        reasons=frozenset({Reason.LOW_CONFIDENCE}),
        one="unsure reading",
        many="unsure readings",
        why="may support what is held, and never moves it",
    ),
)

_UNREAD = {
    NotRead.NO_CLAIM: ("page", "pages", "speaks to none of the questions"),
    NotRead.CONSENT_WALL: ("consent wall", "consent walls", "a question about cookies, no article"),
    NotRead.OTHER_LANGUAGE: (
        "foreign page",
        "foreign pages",
        "not in English, which the reader knows",
    ),
}


def silences(statements: Iterable[QuietStatement]) -> tuple[Silence, ...]:
    """The statements by why they moved nothing; groups that are empty are left out."""
    found = list(statements)
    return tuple(
        Silence(
            count=len(of),
            one=group.one,
            many=group.many,
            why=group.why,
            example=f"{of[-1].outlet}: {of[-1].title}",
        )
        for group in _GROUPS
        if (of := [one for one in found if one.reason in group.reasons])
    )


def unread(entries: Sequence[UnreadEntry]) -> tuple[Silence, ...]:
    """The entries by why no article was read."""
    return tuple(
        Silence(count=len(of), one=one, many=many, why=why, example=of[-1].title)
        for reason, (one, many, why) in _UNREAD.items()
        if (of := [entry for entry in entries if entry.reason is reason])
    )


def in_a_line(silences: Sequence[Silence]) -> str:
    """As in `2 copies, 1 leak`."""
    return ", ".join(f"{one.count} {one.what}" for one in silences)
