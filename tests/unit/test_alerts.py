"""Which changes are told where, and in how many messages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts import (
    AlertRules,
    OpenFold,
    Plan,
    Route,
    Waiting,
    decide_channels,
    decide_plan,
    mark_of,
    roles_for,
)
from bot.cards import FOLD_MAX_CHANGES
from bot.views import ChangeView
from tests.unit.alerts_material import US_TROOPS
from watchers.model import Kind, State

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
RULES = AlertRules(channels=("discord:1",))
ROUTED = replace(
    RULES,
    routes=(
        Route(channel="discord:2", actors=frozenset({"us", "russia"})),
        Route(channel="discord:3", claims=frozenset({"us-troops"})),
        Route(channel="discord:4", actors=frozenset({"us"}), claims=frozenset({"nato"})),
    ),
)
CONFIRMED_ONLY = replace(RULES, only_confirmed=True)
POSSIBLE = replace(US_TROOPS, state=State.POSSIBLE)

TOLD: dict[str, tuple[ChangeView, AlertRules, tuple[str, ...]]] = {
    "confirmed": (US_TROOPS, RULES, ("discord:1",)),
    "possible": (POSSIBLE, RULES, ("discord:1",)),
    "possible, confirmed asked for": (POSSIBLE, CONFIRMED_ONLY, ()),
    "contested": (replace(US_TROOPS, state=State.CONTESTED), RULES, ("discord:1",)),
    "withdrawn": (replace(US_TROOPS, state=State.WITHDRAWN), RULES, ()),
    "expired": (replace(US_TROOPS, state=State.EXPIRED), RULES, ()),
    "heard": (replace(US_TROOPS, state=State.HEARD), RULES, ()),
    "firming": (replace(US_TROOPS, kind=Kind.FIRMING), RULES, ()),
    "firming, asked for": (
        replace(US_TROOPS, kind=Kind.FIRMING),
        replace(RULES, kinds=frozenset(Kind)),
        ("discord:1",),
    ),
    "routed": (US_TROOPS, ROUTED, ("discord:2", "discord:3")),
    "routed nowhere": (replace(US_TROOPS, actor_id="uk", claim_id="nato"), ROUTED, ("discord:1",)),
}


@pytest.mark.parametrize(("one", "rules", "where"), TOLD.values(), ids=TOLD.keys())
def test_where_a_change_is_told(one: ChangeView, rules: AlertRules, where: tuple[str, ...]) -> None:
    assert decide_channels(one, rules) == where


def waiting(*minutes: float, foldable: bool = True) -> list[Waiting]:
    return [
        Waiting(id=n, queued_at=NOON + timedelta(minutes=at), foldable=foldable)
        for n, at in enumerate(minutes)
    ]


def shape(plan: Plan) -> str:
    """A plan in a word: +n joins the open fold, n a message of its own, [n] a list."""
    groups = (f"[{len(g.ids)}]" if g.is_fold else str(len(g.ids)) for g in plan.groups)
    return " ".join([*(["+" + str(len(plan.extend))] if plan.extend else []), *groups])


PLANS: dict[str, tuple[list[Waiting], list[float], tuple[float, int] | None, str]] = {
    "one": (waiting(0), [], None, "1"),
    "five at once": (waiting(*[0] * 5), [], None, "1 1 1 1 1"),
    "six at once": (waiting(*[0] * 6), [], None, "[6]"),
    "six over an hour": (waiting(0, 12, 24, 36, 48, 59), [], None, "1 1 1 1 1 1"),
    "the sixth after five were told": (waiting(9), [0, 1, 2, 3, 4], None, "[1]"),
    "the sixth when the window has passed": (waiting(11), [0, 0, 0, 0, 0], None, "1"),
    "more while a list is open": (waiting(8, 9), [0] * 6, (0, 6), "+2"),
    "more when the list is closed": (waiting(10), [0] * 6, (0, 6), "1"),
    "more than the open list takes": (
        waiting(*[1] * 7),
        [0] * FOLD_MAX_CHANGES,
        (0, FOLD_MAX_CHANGES - 1),
        "+1 [6]",
    ),
    "more than one list takes": (waiting(*[0] * 45), [], None, "[40] [5]"),
    "a burst and a straggler": (waiting(*[0] * 7, 30), [], None, "[7] 1"),
    "digests are never folded": (waiting(*[0] * 7, foldable=False), [], None, "1 1 1 1 1 1 1"),
}


@pytest.mark.parametrize(("queue", "told", "fold", "planned"), PLANS.values(), ids=PLANS.keys())
def test_how_many_messages(
    queue: list[Waiting], told: list[float], fold: tuple[float, int] | None, planned: str
) -> None:
    opened = fold and OpenFold(opened_at=NOON + timedelta(minutes=fold[0]), count=fold[1])
    at = [NOON + timedelta(minutes=one) for one in told]
    assert shape(decide_plan(queue, at, opened or None, rules=RULES)) == planned


@given(
    st.lists(st.tuples(st.floats(0, 120), st.booleans()), max_size=90),
    st.lists(st.floats(-20, 0), max_size=50),
    st.none() | st.tuples(st.floats(-15, 0), st.integers(1, FOLD_MAX_CHANGES)),
)
def test_a_plan_loses_nothing_and_doubles_nothing(
    queue: list[tuple[float, bool]], told: list[float], fold: tuple[float, int] | None
) -> None:
    some = [
        Waiting(id=n, queued_at=NOON + timedelta(minutes=at), foldable=foldable)
        for n, (at, foldable) in enumerate(sorted(queue))
    ]
    opened = fold and OpenFold(opened_at=NOON + timedelta(minutes=fold[0]), count=fold[1])
    at = [NOON + timedelta(minutes=one) for one in told]
    plan = decide_plan(some, at, opened or None, rules=RULES)
    shown = [*plan.extend, *(one for group in plan.groups for one in group.ids)]
    assert sorted(shown) == [one.id for one in some]
    assert all(len(group.ids) <= FOLD_MAX_CHANGES for group in plan.groups)
    assert all(group.is_fold or len(group.ids) == 1 for group in plan.groups)
    firsts = [group.ids[0] for group in plan.groups]
    assert firsts == sorted(firsts)


def test_a_mark_is_short_and_the_same_for_the_same_alert() -> None:
    marks = {mark_of(channel, f"us.us-troops.{n}") for channel in "ab" for n in range(1000)}
    assert len(marks) == 2000
    assert {len(mark) for mark in marks} == {18}
    assert mark_of("a", "x") == mark_of("a", "x")


def test_only_configured_roles_are_pinged() -> None:
    rules = replace(RULES, roles={Kind.REVERSAL: 7})
    shift = replace(US_TROOPS, kind=Kind.SHIFT)
    assert roles_for([US_TROOPS, shift, US_TROOPS], rules) == (7,)
    assert roles_for([shift], rules) == ()
