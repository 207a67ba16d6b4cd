"""How far a model is trusted, from how often it was right. Pure counts; knows no article."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from watchers.model import Statement
from watchers.second_reader.agreement import AGREES, ALONE, CONTRADICTS, Trust


class Standing(StrEnum):
    """How a statement of two readers came about."""

    AGREED = "both the same"
    ALONE = "model alone"
    #: The rules' vote of two that contradict each other, and the model's.
    RULES_AGAINST = "rules against model"
    MODEL_AGAINST = "model against rules"
    RULES_ONLY = "rules alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A statement of both readers together, and whether the label says the same."""

    standing: Standing
    #: The rules' confidence before the model was heard; 0.0 where the rules said nothing.
    rules_confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many were right."""

    right: int
    of: int

    @property
    def careful(self) -> float:
        """The share with one right and one wrong more: ten of ten is not yet always (Laplace)."""
        return (self.right + 1) / (self.of + 2)


def standing_of(statement: Statement) -> Standing:
    """Read off the statement's rules."""
    rules = statement.rules
    if CONTRADICTS in rules:
        return Standing.MODEL_AGAINST if rules[0] == CONTRADICTS else Standing.RULES_AGAINST
    if ALONE in rules:
        return Standing.ALONE
    return Standing.AGREED if AGREES in rules else Standing.RULES_ONLY


def share_of(seen: Iterable[Seen], standing: Standing) -> Share:
    mine = [one.right for one in seen if one.standing is standing]
    return Share(right=sum(mine), of=len(mine))


def fit_trust(seen: Iterable[Seen], *, articles: int) -> Trust:
    """The numbers that make confidence true on what was seen.

    `rise` takes the mean confidence of what both say to the share of it that was right.
    """
    seen = list(seen)
    alone = share_of(seen, Standing.ALONE)
    agreed = [one for one in seen if one.standing is Standing.AGREED]
    plain = Trust()
    if not agreed:
        return Trust(
            alone=alone.careful if alone.of else plain.alone, rise=plain.rise, articles=articles
        )
    mean = sum(one.rules_confidence for one in agreed) / len(agreed)
    wanted = share_of(seen, Standing.AGREED).careful
    rise = (wanted - mean) / (1.0 - mean) if mean < 1.0 else 0.0
    return Trust(
        alone=alone.careful if alone.of else plain.alone,
        rise=min(max(rise, 0.0), 1.0),
        articles=articles,
    )
