"""Articles and statements for tests of the ledger, with as little said as each test needs."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from watchers.ledger.filing import ChangeLine, Filed, Given
from watchers.ledger.ledger import Ledger
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.shelf import MemoryShelf, given_word
from watchers.model import Act, Article, Authority, Position, Statement, Via, When

PAIR = ("france", "own-troops")
DAY_ONE = date(2025, 6, 2)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
RANKS = {
    "Macron": Authority.LEADER,
    "Bayrou": Authority.LEADER,
    "Barrot": Authority.MINISTER,
    "Lecornu": Authority.MINISTER,
    "envoy": Authority.ENVOY,
    "ministry": Authority.OFFICIAL,
    "insider": Authority.ANONYMOUS,
    "professor": Authority.NONE,
}


def day(number: int) -> date:
    """The first day is 1."""
    return DAY_ONE + timedelta(days=number - 1)


def at(number: int, hour: float = 12) -> datetime:
    return datetime.combine(day(number), datetime.min.time(), UTC) + timedelta(hours=hour)


def said(
    position: str,
    speaker: str = "Macron",
    *,
    via: Via = Via.REPORTED,
    said_on: date | None = None,
    when: When = When.NOW,
    act: Act | None = None,
    confidence: float = 1.0,
    evidence: str = "",
    pair: tuple[str, str] = PAIR,
    span: tuple[int, int] | None = None,
) -> Statement:
    rank = RANKS[speaker]
    anonymous = rank is Authority.ANONYMOUS and via is not Via.SECONDHAND
    return Statement(
        actor=pair[0],
        claim=pair[1],
        position=Position(position),
        speaker=speaker,
        authority=rank,
        when=when,
        via=Via.ANONYMOUS if anonymous else via,
        act=act,
        said_on=said_on,
        evidence=evidence,
        confidence=confidence,
        span=span,
    )


def quoted(position: str, speaker: str = "Macron", **more: object) -> Statement:
    return said(position, speaker, via=Via.QUOTE, **more)  # type: ignore[arg-type]


def article(
    name: str,
    published: datetime,
    *,
    outlet: str | None = None,
    owner: str | None = None,
    text: str | None = None,
    url: str | None = None,
) -> Article:
    return Article(
        id=name,
        url=url or f"https://{name}.example/",
        title=name,
        text=f"A text of {name} and of nobody else." if text is None else text,
        published=published,
        outlet=outlet or f"Outlet {name}",
        owner=owner,
    )


class Watch:
    """A ledger in memory that articles come to, each as it is published."""

    def __init__(
        self,
        held: str | None = "opposes",
        *,
        on: date = date(2025, 3, 1),
        inherited: bool = False,
        policy: Policy = DEFAULT,
    ) -> None:
        self.shelf = MemoryShelf(policy)
        self.ledger = Ledger(shelf=self.shelf, speaker_key=lambda _a, s, _r, _d: s, policy=policy)
        self.clock = LONG_AGO
        self.filed: list[Filed] = []
        if held is not None:
            given = Given(
                actor=PAIR[0],
                claim=PAIR[1],
                position=Position(held),
                speaker="Barrot",
                authority=Authority.MINISTER,
                said_on=on,
                inherited=inherited,
            )
            self.shelf.keep(self.ledger.give(PAIR, given_word(given, 1, "Barrot"), LONG_AGO))

    def hear(self, one: Article, *statements: Statement) -> list[str]:
        """What it tells: state, from and to of each line."""
        self.clock = max(self.clock, one.published)
        early = self.ledger.expire(self.clock)
        filed = self.ledger.receive(one, statements, self.clock)
        self.shelf.keep(filed)
        self.filed.append(filed)
        return told([*early.lines, *filed.lines])

    def wait(self, until: datetime) -> list[str]:
        self.clock = until
        return told(self.ledger.expire(until).lines)

    @property
    def reasons(self) -> list[str | None]:
        """Why the statements of the latest article moved nothing."""
        return [one.reason.value if one.reason else None for one in self.filed[-1].verdicts]

    @property
    def held(self) -> tuple[str, date] | None:
        holding = self.shelf.book(PAIR, date.max).fold.holding
        return (holding.position.value, holding.since) if holding else None

    @property
    def contested(self) -> bool:
        return self.shelf.book(PAIR, date.max).fold.dispute is not None


def told(lines: Iterable[ChangeLine]) -> list[str]:
    return [f"{one.state.value} {one.told.origin.value}>{one.told.to.value}" for one in lines]


def flat(lines: Sequence[Sequence[str]]) -> list[str]:
    return [line for some in lines for line in some]
