"""What a card is made of: names, positions, words and sources, as a person reads them.

Knows the ledger's words and how to write a change down and read it back. Knows no markup, no
chat and no database; ids are kept beside names so that buttons and routes can use them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from watchers.model import Kind, Position, State, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One witness's report of a statement."""

    speaker: str
    #: To the letter, one sentence; empty where only the source is known.
    quotation: str
    outlet: str
    url: str | None = None
    #: The day the words were said.
    said_on: date | None = None
    via: Via = Via.REPORTED
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A change in one of its states."""

    #: The same through all its states.
    id: str
    actor_id: str
    actor: str
    claim_id: str
    #: The claim's proposition.
    claim: str
    before: Position
    after: Position
    kind: Kind
    state: State
    #: The day the new position was said.
    since: date
    #: Oldest first: the first opened the change, the last is what moved its state.
    evidence: tuple[Evidence, ...] = ()
    #: Independent witnesses, of which evidence may show fewer.
    witnesses: int = 1
    #: The day the old position was first said; `None` where unknown.
    before_since: date | None = None
    #: Why it was withdrawn or expired, or what confirmed it, in words.
    reason: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {key: _written(value) for key, value in asdict(self).items()}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> "ChangeView":
        return cls(
            **{
                **given,
                "before": Position(given["before"]),
                "after": Position(given["after"]),
                "kind": Kind(given["kind"]),
                "state": State(given["state"]),
                "since": date.fromisoformat(given["since"]),
                "before_since": _day(given["before_since"]),
                "evidence": tuple(_read_evidence(one) for one in given["evidence"]),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingView:
    """Where somebody stands on something, as far as is known."""

    actor_id: str
    actor: str
    claim_id: str
    claim: str
    position: Position
    since: date
    #: Newest first.
    evidence: tuple[Evidence, ...] = ()
    #: The day anybody last reported it.
    last_heard: date
    #: Known from the shipped baseline alone.
    inherited: bool = False
    contested: bool = False
    #: A change that stands beside it and is not confirmed.
    pending: ChangeView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """What happened in a period."""

    since: date
    until: date
    moved: tuple[ChangeView, ...] = ()
    #: Inherited holdings that the first word heard contradicted.
    heard: tuple[ChangeView, ...] = ()
    #: Positions on which nothing was known before.
    first: tuple[HoldingView, ...] = ()
    contested: tuple[ChangeView, ...] = ()
    #: Not heard of for long.
    stale: tuple[HoldingView, ...] = ()
    #: Feeds that are down, with what is wrong.
    down: tuple[str, ...] = ()
    articles: int = 0
    feeds: int = 0

    @property
    def is_quiet(self) -> bool:
        return not (self.moved or self.heard or self.first or self.contested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that the operator should know or do."""

    #: The same for the same trouble, so that it is told once.
    key: str
    what: str
    cure: str
    at: datetime


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_written(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _read_evidence(given: Mapping[str, Any]) -> Evidence:
    position = given["position"]
    return Evidence(
        **{
            **given,
            "said_on": _day(given["said_on"]),
            "via": Via(given["via"]),
            "position": None if position is None else Position(position),
        }
    )


def _day(given: str | None) -> date | None:
    return None if given is None else date.fromisoformat(given)
