"""Make up worlds: governments that now and then change their minds, and papers that tell of it.

Knows what is true, what is printed and what a reader with given errors makes of it. Chance is an
argument, so that a seed gives the same world again. Knows no policy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from watchers.model import Act, Article, Authority, Direction, Position, Statement, Via, When

DAYS = 120
ACTORS = tuple(f"actor-{number}" for number in range(1, 9))
CLAIMS = ("claim-a", "claim-b", "claim-c")
OUTLETS = 40
CHANGES = 25
#: Days between two changes of one actor on one claim.
APART = 16
#: Share of the articles that copy another, and that come late; what the rest is made of.
COPIES, LATE = 0.3, 0.07
SORTS = {"fresh": 0.4, "background": 0.17, "past": 0.17, "secondhand": 0.1, "nothing": 0.16}

_START = date(2025, 1, 6)
_WORDS = (
    "harbour", "minister", "winter", "paper", "letter", "bridge", "market", "signal", "corner",
    "garden", "engine", "mirror", "river", "stone", "candle", "window", "ticket", "forest",
    "meadow", "anchor", "basket", "copper", "drawer", "feather",
)  # fmt: skip
#: Who speaks, with what rank, and how often.
_SPEAKERS = (("leader", Authority.LEADER, 5), ("minister", Authority.MINISTER, 3),
             ("envoy", Authority.ENVOY, 1), ("ministry", Authority.OFFICIAL, 2))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderErrors:
    """How often a reader errs, by kind, and how sure it is of itself."""

    #: Shares of the statements that it reads; `missed` is a share of those that are there.
    rates: Mapping[str, float]
    #: Weights of each confidence, where it is right and where it is wrong.
    right: Mapping[float, float]
    wrong: Mapping[float, float]

    def scaled(self, by: float) -> "ReaderErrors":
        """The same reader with so many times the errors; what it misses stays."""
        rates = {k: v if k == "missed" else min(1.0, v * by) for k, v in self.rates.items()}
        return replace(self, rates=rates)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueChange:
    """An actor crosses from one direction to another."""

    pair: tuple[str, str]
    day: date
    origin: Position
    to: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An article, what it truly says, and when it comes in."""

    article: Article
    says: tuple[Statement, ...]
    arrives: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is true and what is printed, in order of arrival."""

    start: dict[tuple[str, str], Position]
    changes: tuple[TrueChange, ...]
    printed: tuple[Printed, ...]


def make_world(chance: Random, articles: int) -> World:
    pairs = [(actor, claim) for actor in ACTORS for claim in CLAIMS]
    start = {pair: chance.choice(list(Position)) for pair in pairs}
    changes = _make_changes(chance, start)
    press = _Press(chance, start, changes)
    originals = round(articles * (1 - COPIES))
    for change in changes:
        press.report(change)
    while len(press.printed) < originals:
        press.fill()
    while len(press.printed) < articles:
        press.copy()
    return World(
        start=start,
        changes=tuple(changes),
        printed=tuple(sorted(press.printed, key=lambda one: (one.arrives, one.article.id))),
    )


def _make_changes(chance: Random, start: Mapping[tuple[str, str], Position]) -> list[TrueChange]:
    made: list[TrueChange] = []
    held = dict(start)
    for offset in sorted(chance.sample(range(3, DAYS - 10), CHANGES)):
        day = _START + timedelta(days=offset)
        free = [
            pair
            for pair in held
            if not any(c.pair == pair and (day - c.day).days < APART for c in made)
        ]
        pair = chance.choice(free)
        others = [one for one in Position if one.direction is not held[pair].direction]
        made.append(TrueChange(pair=pair, day=day, origin=held[pair], to=chance.choice(others)))
        held[pair] = made[-1].to
    return made


class _Press:
    """Prints articles about what is true."""

    def __init__(
        self,
        chance: Random,
        start: Mapping[tuple[str, str], Position],
        changes: Sequence[TrueChange],
    ) -> None:
        self.chance = chance
        self.start = start
        self.changes = changes
        self.printed: list[Printed] = []

    def report(self, change: TrueChange) -> None:
        """The papers that tell of a change themselves, the first within hours."""
        speaker, rank = self._speaker()
        for number in range(1 + min(9, int(self.chance.expovariate(1 / 4)))):
            hours = self.chance.uniform(0, 12) + number * self.chance.uniform(2, 14)
            said = self._says(change.pair, change.to, speaker, rank, said_on=change.day)
            moment = _at(change.day) + timedelta(hours=8 + hours)
            self._print(moment, (said,))

    def fill(self) -> None:
        """Any other article of any day."""
        sort = self.chance.choices(list(SORTS), list(SORTS.values()))[0]
        moment = _at(_START) + timedelta(hours=self.chance.uniform(0, DAYS * 24))
        pair = self.chance.choice(list(self.start))
        held, before = self._held(pair, moment.date())
        speaker, rank = self._speaker()
        says: tuple[Statement, ...] = ()
        if sort == "fresh":
            says = (self._says(pair, held, speaker, rank),)
        elif sort == "background":
            said = self._says(pair, self.chance.choice((held, before)), "government", rank)
            says = (replace(said, via=Via.REPORTED, act=Act.RESTATES),)
        elif sort == "past":
            says = (replace(self._says(pair, before, speaker, rank), when=When.PAST),)
        elif sort == "secondhand":
            wrong = self._says(pair, self.chance.choice(list(Position)), "another", Authority.NONE)
            says = (replace(wrong, via=Via.SECONDHAND),)
        self._print(moment, says)

    def copy(self) -> None:
        """Another outlet prints a text that there is."""
        original = self.chance.choice(self.printed)
        article = original.article
        later = timedelta(hours=self.chance.uniform(1, 48))
        copied = replace(
            article,
            id=f"n{len(self.printed)}",
            url=f"https://paper.example/{len(self.printed)}",
            outlet=self._outlet(),
            published=article.published + later,
        )
        self.printed.append(
            Printed(article=copied, says=original.says, arrives=original.arrives + later)
        )

    def _print(self, moment: datetime, says: tuple[Statement, ...]) -> None:
        number = len(self.printed)
        text = " ".join(self.chance.choices(_WORDS, k=40))
        article = Article(
            id=f"n{number}",
            url=f"https://paper.example/{number}",
            title="",
            text=text,
            published=moment,
            outlet=self._outlet(),
        )
        late = self.chance.random() < LATE
        arrives = moment + timedelta(days=self.chance.uniform(1, 10) if late else 0)
        self.printed.append(Printed(article=article, says=says, arrives=arrives))

    def _says(
        self,
        pair: tuple[str, str],
        position: Position,
        speaker: str,
        rank: Authority,
        said_on: date | None = None,
    ) -> Statement:
        return Statement(
            actor=pair[0],
            claim=pair[1],
            position=position,
            speaker=speaker,
            authority=rank,
            when=When.NOW,
            via=self.chance.choices((Via.QUOTE, Via.REPORTED), (2, 3))[0],
            said_on=said_on,
            evidence="",
        )

    def _speaker(self) -> tuple[str, Authority]:
        name, rank, _ = self.chance.choices(_SPEAKERS, [one[2] for one in _SPEAKERS])[0]
        return name, rank

    def _outlet(self) -> str:
        return f"Outlet {self.chance.randrange(OUTLETS)}"

    def _held(self, pair: tuple[str, str], day: date) -> tuple[Position, Position]:
        """What the actor holds on a day, and what it held before."""
        held = before = self.start[pair]
        for change in self.changes:
            if change.pair == pair and change.day <= day:
                held, before = change.to, change.origin
        return held, before


def misread(one: Printed, errors: ReaderErrors, chance: Random) -> tuple[Statement, ...]:
    """What a reader with such errors takes a text to say; the same text is read the same."""
    rates = errors.rates
    found = []
    for said in one.says:
        if chance.random() < rates["missed"]:
            continue
        found.append(_misread(said, errors, chance))
    if chance.random() < rates["invented"] * (1 - rates["missed"]):
        pair = (chance.choice(ACTORS), chance.choice(CLAIMS))
        found.append(_invented(pair, errors, chance))
    return tuple(found)


def _misread(said: Statement, errors: ReaderErrors, chance: Random) -> Statement:
    rates = errors.rates
    if said.when is When.PAST:
        return _or_now(said, rates["past"], errors, chance)
    if said.via is Via.SECONDHAND:
        return _or_now(said, rates["secondhand"], errors, chance)
    kinds = ("direction", "claim", "holder", "degree")
    weights = [rates[kind] for kind in kinds]
    kind = chance.choices((*kinds, "right"), (*weights, max(0.0, 1 - sum(weights))))[0]
    match kind:
        case "direction":
            said = replace(said, position=_other(said.position, chance))
        case "claim":
            said = replace(said, claim=chance.choice([c for c in CLAIMS if c != said.claim]))
        case "holder":
            said = replace(said, actor=chance.choice([a for a in ACTORS if a != said.actor]))
        case "degree":
            same = [p for p in Position if p.direction is said.position.direction]
            said = replace(said, position=chance.choice(same))
    return replace(said, confidence=_sure(kind in ("right", "degree"), errors, chance))


def _or_now(said: Statement, rate: float, errors: ReaderErrors, chance: Random) -> Statement:
    """A recalled or second-hand position, at times taken for the actor's own of today."""
    if chance.random() >= rate / SORTS["past"]:  # the rate is a share of all that is read
        return replace(said, confidence=_sure(True, errors, chance))
    speaker, rank, _ = chance.choice(_SPEAKERS)
    return replace(
        said,
        when=When.NOW,
        via=Via.REPORTED,
        speaker=speaker,
        authority=rank,
        confidence=_sure(False, errors, chance),
    )


def _invented(pair: tuple[str, str], errors: ReaderErrors, chance: Random) -> Statement:
    speaker, rank, _ = chance.choice(_SPEAKERS)
    return Statement(
        actor=pair[0],
        claim=pair[1],
        position=chance.choice(list(Position)),
        speaker=speaker,
        authority=rank,
        when=When.NOW,
        via=chance.choice((Via.QUOTE, Via.REPORTED)),
        evidence="",
        confidence=_sure(False, errors, chance),
    )


def _other(position: Position, chance: Random) -> Position:
    others = [one for one in Position if one.direction is not position.direction]
    if position.direction is not Direction.NEUTRAL:
        others = [one for one in others if one.direction is not Direction.NEUTRAL] or others
    return chance.choice(others)


def _sure(right: bool, errors: ReaderErrors, chance: Random) -> float:
    weights = errors.right if right else errors.wrong
    return chance.choices(list(weights), list(weights.values()))[0]


def _at(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC)
