"""Play made-up worlds through the ledger and count what its alerts are worth under a policy.

Knows worlds and the ledger. Knows no printing.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from random import Random
from statistics import median
from typing import Any

from bot.figures.worlds import Printed, ReaderErrors, TrueChange, World, make_world, misread
from watchers.ledger.filing import ChangeLine, Given
from watchers.ledger.ledger import Ledger
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.shelf import MemoryShelf, given_word
from watchers.model import Authority, State, Statement

#: An alert's words may seem to be so much older than the change that they tell of.
TOLERANCE = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One line of the table."""

    #: How many times the reader's own errors.
    errors: float
    witnesses: int
    #: From which a direct quotation confirms alone; above 1 none does.
    confidence: float = DEFAULT.quote_confidence
    #: How sure witnesses must be together.
    joint: float = DEFAULT.joint_confidence
    #: Below which a reading moves nothing.
    mover: float = DEFAULT.mover_confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What the alerts of all worlds were worth."""

    articles: int
    #: Changes that were planted, and those that a confirmed alert told.
    changes: int
    told: int
    confirmed: int
    possible: int
    #: Median hours from a change to its alert.
    delay_hours: float | None

    @property
    def false(self) -> int:
        return self.confirmed - self.told

    @property
    def share_true(self) -> float:
        return self.told / self.confirmed if self.confirmed else 1.0

    @property
    def alerts_per_change(self) -> float:
        return self.confirmed / max(1, self.changes)

    @property
    def false_per_thousand(self) -> float:
        return 1000 * self.false / max(1, self.articles)


def load_errors(given: Mapping[str, Any] | None = None) -> ReaderErrors:
    """The reader's errors as they were counted last; `given` in place of the shipped file."""
    if given is None:
        given = json.loads((files("seeds") / "reader-errors.json").read_text("utf-8"))
    kept: Mapping[str, Any] = given
    return ReaderErrors(
        rates={str(kind): float(rate) for kind, rate in kept["rates"].items()},
        right={float(step): float(weight) for step, weight in kept["right"].items()},
        wrong={float(step): float(weight) for step, weight in kept["wrong"].items()},
    )


def simulate(
    setting: Setting,
    errors: ReaderErrors,
    *,
    worlds: int,
    articles: int,
    tick: Callable[[], None] = lambda: None,
) -> Worth:
    """The worth of alerts over so many worlds, the same ones for each setting."""
    policy = Policy(
        witnesses=setting.witnesses,
        quote_confidence=min(1.0, setting.confidence),
        joint_confidence=setting.joint,
        mover_confidence=setting.mover,
    )
    scaled = errors.scaled(setting.errors)
    told: list[float] = []
    changes = confirmed = possible = 0
    for seed in range(worlds):
        world = make_world(Random(seed), articles)  # noqa: S311 - a world, no secret
        chance = Random(seed + worlds)  # noqa: S311
        lines = _play(world, scaled, chance, policy, setting)
        found = _match(world.changes, [one for one in lines if one.state is State.CONFIRMED])
        told += found
        changes += len(world.changes)
        confirmed += _turns(lines, State.CONFIRMED)
        possible += _turns(lines, State.POSSIBLE)
        tick()
    return Worth(
        articles=worlds * articles,
        changes=changes,
        told=len(told),
        confirmed=confirmed,
        possible=possible,
        delay_hours=median(told) if told else None,
    )


def _play(
    world: World, errors: ReaderErrors, chance: Random, policy: Policy, setting: Setting
) -> list[ChangeLine]:
    shelf = MemoryShelf(policy)
    ledger = Ledger(shelf=shelf, speaker_key=lambda a, s, _r, _d: f"{a} {s}", policy=policy)
    begin = min(one.arrives for one in world.printed) - timedelta(days=5)
    for number, (pair, position) in enumerate(world.start.items(), 1):
        given = Given(
            actor=pair[0],
            claim=pair[1],
            position=position,
            speaker="leader",
            authority=Authority.LEADER,
            said_on=begin.date(),
        )
        shelf.keep(ledger.give(pair, given_word(given, number, "leader"), begin))
    readings: dict[str, tuple[Statement, ...]] = {}
    lines: list[ChangeLine] = []
    clock = begin
    for printed in world.printed:
        clock = max(clock, printed.arrives)
        statements = _read(printed, errors, chance, readings, setting)
        lines += ledger.expire(clock).lines
        filed = ledger.receive(printed.article, statements, clock)
        shelf.keep(filed)
        lines += filed.lines
    return lines


def _read(
    printed: Printed,
    errors: ReaderErrors,
    chance: Random,
    readings: dict[str, tuple[Statement, ...]],
    setting: Setting,
) -> tuple[Statement, ...]:
    """Copies are read like their original, misreadings and all."""
    text = printed.article.text
    if text not in readings:
        readings[text] = misread(printed, errors, chance)
    if setting.confidence > 1:
        return tuple(replace(one, confidence=min(one.confidence, 0.99)) for one in readings[text])
    return readings[text]


def _turns(lines: list[ChangeLine], state: State) -> int:
    """Changes of direction that reached a state."""
    return len({one.id for one in lines if one.state is state and _is_turn(one)})


def _match(changes: tuple[TrueChange, ...], confirmed: list[ChangeLine]) -> list[float]:
    """Hours until each change was told, of those that were.

    An alert tells a change when the actor has crossed to that side and not crossed again before the
    words it rests on; a second alert of the same change is a false one.
    """
    left = [one for one in confirmed if _is_turn(one)]
    found = []
    for change in changes:
        later = [one.day for one in changes if one.pair == change.pair and one.day > change.day]
        end = min(later, default=date.max)
        for line in left:
            if (
                (line.actor, line.claim) == change.pair
                and line.told.to.direction is change.to.direction
                and change.day - TOLERANCE <= line.told.since < end
            ):
                left.remove(line)
                moment = datetime.combine(change.day, time.min, UTC)
                found.append((line.at - moment) / timedelta(hours=1))
                break
    return found


def _is_turn(line: ChangeLine) -> bool:
    return line.told.origin.direction is not line.told.to.direction
