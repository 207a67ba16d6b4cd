"""Put two readings of one article together. Knows statements and how far each reader is trusted.

What both say is surer than what either says. What the model alone says is never sure enough to move a
holding by itself: it stays below what lets one quotation confirm, so that the ledger waits for a second
witness. Where the two contradict each other, both votes stay and neither is sure enough to move
anything. So the ledger needs to know nothing of who read what.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchers.model import Act, Statement, Via, When
from watchers.second_reader.answers import Drop, Dropped

#: Rule ids that tell how the two readers stand to each other.
ALONE = "language-model-alone"
AGREES = "language-model-agrees"
CONTRADICTS = "language-model-contradicts"

#: How far below a threshold of the ledger a confidence is held.
_BELOW = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How much a model's word is worth; measured by `volteface calibrate --reader model`."""

    #: Share, 0.0 to 1.0, of right ones among the statements that the model alone makes. Unmeasured,
    #: as little as moves anything: enough to wait for a witness, and two of them (0.94) do not confirm.
    alone: float = 0.76
    #: How much of the doubt that the rules leave goes away where the model says the same, 0.0 to 1.0.
    rise: float = 0.5
    #: Labelled articles it was measured on; 0 where it was not.
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The ledger's thresholds, 0.0 to 1.0, as `[ledger]` has them."""

    #: Below it a statement supports what is held and never moves it.
    moves: float
    #: From it a direct quotation confirms alone.
    confirms: float

    def never_alone(self, confidence: float) -> float:
        """At most what waits for a second witness."""
        return max(0.0, min(confidence, self.confirms - _BELOW))

    def never_moving(self, confidence: float) -> float:
        return max(0.0, min(confidence, self.moves - _BELOW))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the two make of an article together."""

    #: The rules' statements in their order, then those of the model that stand beside them.
    statements: tuple[Statement, ...]
    #: What of the model's is kept as a vote and not filed.
    dropped: tuple[Drop, ...] = ()


def agree(
    rules: Sequence[Statement], model: Sequence[Statement], trust: Trust, bounds: Bounds
) -> Agreement:
    """Both readings as one; each statement's rules say how it came about."""
    kept: list[Statement] = []
    used: list[Statement] = []
    contrary: list[Statement] = []
    for statement in rules:
        rival = _counterpart(statement, model)
        if rival is None:
            kept.append(statement)
        elif _same(statement, rival):
            used.append(rival)
            kept.append(_agreed(statement, rival, trust))
        else:
            contrary.append(rival)
            marked = (*statement.rules, CONTRADICTS, *rival.rules)
            lower = bounds.never_moving(statement.confidence)
            kept.append(replace(statement, confidence=lower, rules=marked))
    dropped: list[Drop] = []
    for statement in model:
        if statement in used:
            continue
        if statement.act is not None and statement.act.takes_back:
            dropped.append(Drop(reason=Dropped.TAKES_BACK_ALONE, given=_brief(statement)))
        else:
            disputed = statement in contrary or _counterpart(statement, rules) is not None
            kept.append(_beside(statement, trust, bounds, disputed=disputed))
    return Agreement(statements=tuple(kept), dropped=tuple(dropped))


def _counterpart(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """What the other reader says of the same actor and claim: of the same kind, else of any.

    One reads as news what the other reads as past, as background or as hearsay: that is a
    contradiction too, and the one by which old positions become false alarms.
    """
    same_pair = [one for one in others if _pair(one) == _pair(statement)]
    of_kind = [one for one in same_pair if _kind(one) == _kind(statement)]
    if of_kind:
        return of_kind[0]
    return same_pair[0] if same_pair and _is_news(statement) else None


def _agreed(statement: Statement, rival: Statement, trust: Trust) -> Statement:
    if statement.position is not rival.position:
        return replace(statement, rules=(*statement.rules, *rival.rules))  # of one direction
    surer = statement.confidence + (1.0 - statement.confidence) * trust.rise
    return replace(statement, confidence=surer, rules=(*statement.rules, AGREES, *rival.rules))


def _beside(statement: Statement, trust: Trust, bounds: Bounds, *, disputed: bool) -> Statement:
    """A statement of the model's for which the rules have no like."""
    if disputed:
        lower = bounds.never_moving(trust.alone)
        return replace(statement, confidence=lower, rules=(CONTRADICTS, *statement.rules))
    alone = bounds.never_alone(trust.alone)
    return replace(statement, confidence=alone, rules=(ALONE, *statement.rules))


def _same(one: Statement, other: Statement) -> bool:
    return (
        _kind(one) == _kind(other)
        and one.position.direction is other.position.direction
        and (one.act is Act.RESTATES) is (other.act is Act.RESTATES)
        and _takes_back(one) is _takes_back(other)
    )


def _takes_back(statement: Statement) -> bool:
    return statement.act is not None and statement.act.takes_back


def _pair(statement: Statement) -> tuple[str, str]:
    return statement.actor, statement.claim


def _kind(statement: Statement) -> Via | When:
    return Via.SECONDHAND if statement.via is Via.SECONDHAND else statement.when


def _is_news(statement: Statement) -> bool:
    return _kind(statement) is When.NOW


def _brief(statement: Statement) -> str:
    return f"{statement.actor} {statement.claim} {statement.position} {statement.act}"
