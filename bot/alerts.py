"""Which changes are told, where, and in how many messages.

Knows the channel's rules and the times at which changes were queued. Knows no chat, database or
clock: everything here is a judgement on what it is handed.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.cards import FOLD_MAX_CHANGES
from bot.views import ChangeView
from watchers.model import Kind, State

CONSOLE = "console"
DISCORD = "discord"

#: States in which a change is news; in the others it only alters what was told.
TOLD_STATES = frozenset({State.POSSIBLE, State.CONFIRMED, State.CONTESTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Changes of these actors and claims go to this channel; an empty set means any."""

    channel: str
    actors: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()

    def takes(self, change: ChangeView) -> bool:
        return (not self.actors or change.actor_id in self.actors) and (
            not self.claims or change.claim_id in self.claims
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRules:
    """What the configuration says under `[alerts]`."""

    #: Where a change goes that no route takes: "console" or "discord:" and a channel's id.
    channels: tuple[str, ...] = (CONSOLE,)
    routes: tuple[Route, ...] = ()
    kinds: frozenset[Kind] = frozenset({Kind.REVERSAL, Kind.SHIFT})
    #: Leave out what only one witness reports.
    only_confirmed: bool = False
    #: The one role that may be pinged for changes of a kind.
    roles: Mapping[Kind, int] = field(default_factory=dict)
    #: Where the operator is told of trouble, beside the log.
    operator_channel: str | None = None
    #: More changes than this within the window become one message.
    fold_above: int = 5
    fold_window: timedelta = timedelta(minutes=10)


def decide_channels(change: ChangeView, rules: AlertRules) -> tuple[str, ...]:
    """Where a change in this state is news; nowhere where it is none."""
    if change.state not in TOLD_STATES or change.kind not in rules.kinds:
        return ()
    if rules.only_confirmed and change.state is not State.CONFIRMED:
        return ()
    routed = tuple(dict.fromkeys(r.channel for r in rules.routes if r.takes(change)))
    return routed or rules.channels


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something to tell that no message shows yet."""

    id: int
    queued_at: datetime
    foldable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFold:
    """The channel's latest folded message: when its first change was queued, how many it lists."""

    opened_at: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One new message."""

    ids: tuple[int, ...]
    is_fold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which of the waiting go into the open fold, and which messages are new."""

    extend: tuple[int, ...] = ()
    groups: tuple[Group, ...] = ()


def decide_plan(
    waiting: Sequence[Waiting],
    told: Sequence[datetime],
    fold: OpenFold | None,
    *,
    rules: AlertRules,
) -> Plan:
    """Put what waits into messages, in order.

    `told` are the times at which this channel's changes were queued that messages show already. A
    window opens with the first change of a burst; where it holds more than `fold_above` changes,
    those not yet told become one list, and later ones within the window join it.
    """
    extend: list[int] = []
    groups: list[Group] = []
    rest = list(waiting)
    while rest:
        first = rest[0]
        if first.foldable and not groups and _joins(first, fold, len(extend), rules):
            extend.append(rest.pop(0).id)
            continue
        group = _first_group(rest, told, rules)
        groups.append(group)
        taken = set(group.ids)
        told = (*told, *(w.queued_at for w in rest if w.id in taken))
        rest = [w for w in rest if w.id not in taken]
    return Plan(extend=tuple(extend), groups=tuple(groups))


def _first_group(rest: Sequence[Waiting], told: Sequence[datetime], rules: AlertRules) -> Group:
    """The message that shows the first of the rest, and whatever is folded with it."""
    first = rest[0]
    burst = [w for w in rest if w.foldable and w.queued_at - first.queued_at < rules.fold_window]
    if first.foldable:
        latest = burst[-1].queued_at
        before = sum(latest - at < rules.fold_window for at in told)
        if len(burst) + before > rules.fold_above:
            return Group(ids=tuple(w.id for w in burst[:FOLD_MAX_CHANGES]), is_fold=True)
    return Group(ids=(first.id,), is_fold=False)


def _joins(one: Waiting, fold: OpenFold | None, joined: int, rules: AlertRules) -> bool:
    return (
        fold is not None
        and one.queued_at - fold.opened_at < rules.fold_window
        and fold.count + joined < FOLD_MAX_CHANGES
    )


def mark_of(channel: str, subject: str) -> str:
    """A message's mark: the same for the same first subject in the same channel, 18 characters."""
    digest = hashlib.sha256(f"{channel}\n{subject}".encode()).digest()
    return "vf" + base64.b32encode(digest[:10]).decode("ascii").lower()


def roles_for(changes: Iterable[ChangeView], rules: AlertRules) -> tuple[int, ...]:
    """The configured roles that these changes may ping."""
    wanted = (rules.roles.get(change.kind) for change in changes)
    return tuple(dict.fromkeys(role for role in wanted if role is not None))
