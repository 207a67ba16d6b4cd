"""Which alarms begin or end with a poll. Pure: knows a feed's state before and after; not the clock.

Each alarm is told once when it begins and once when it ends: a feed that dies unseen is what bots
of this sort die of, and one that complains at every poll is not read.
"""

from collections.abc import Iterator
from datetime import datetime

from watchers.feeds.records import Alarm, AlarmKind, FeedProblem, FeedState, PollPolicy

_OVER = {
    AlarmKind.DOWN: "it answers again",
    AlarmKind.SILENT: "it brings new entries again",
    AlarmKind.TOO_FAST: "its answers overlap again",
    AlarmKind.TURNED_HTML: "it is a feed again",
    AlarmKind.BLOCKED: "it lets us in again",
    AlarmKind.GONE: "it is back",
}
_KIND_OF_PROBLEM = {
    FeedProblem.HTML: AlarmKind.TURNED_HTML,
    FeedProblem.BLOCKED: AlarmKind.BLOCKED,
    FeedProblem.GONE: AlarmKind.GONE,
}
#: Entries of an answer below which "none was known" says nothing about loss.
_FEWEST_FOR_LOSS = 3


def decide_alarms(
    state: FeedState,
    raised: frozenset[AlarmKind],
    *,
    total: int,
    known: int,
    was_known_before: bool,
    policy: PollPolicy,
    now: datetime,
) -> tuple[Alarm, ...]:
    """What to tell after a poll that led to `state`, given what is already `raised`."""
    in_force = dict(
        _in_force(state, total=total, known=known, before=was_known_before, policy=policy, now=now)
    )
    if total == 0 and AlarmKind.TOO_FAST in raised:
        in_force.setdefault(AlarmKind.TOO_FAST, "")  # an unchanged answer proves no overlap
    begun = [(kind, detail, True) for kind, detail in in_force.items() if kind not in raised]
    ended = [(kind, _OVER[kind], False) for kind in sorted(raised - in_force.keys())]
    return tuple(
        Alarm(feed_url=state.url, kind=kind, begins=begins, at=now, detail=detail)
        for kind, detail, begins in [*ended, *begun]
    )


def _in_force(
    state: FeedState,
    *,
    total: int,
    known: int,
    before: bool,
    policy: PollPolicy,
    now: datetime,
) -> Iterator[tuple[AlarmKind, str]]:
    if state.failures and state.last_problem is not None:
        kind = _KIND_OF_PROBLEM.get(state.last_problem)
        if kind is not None:
            yield kind, state.last_detail
        elif _is_down(state, policy, now):
            yield (
                AlarmKind.DOWN,
                f"{state.failures} failures in a row, the last: {state.last_detail}",
            )
        return
    if before and total >= _FEWEST_FOR_LOSS and known == 0:
        yield (
            AlarmKind.TOO_FAST,
            f"none of its {total} entries was known: some may have been missed",
        )
    quiet = _silence(state, policy, now)
    if quiet:
        yield AlarmKind.SILENT, quiet


def _is_down(state: FeedState, policy: PollPolicy, now: datetime) -> bool:
    since = state.failing_since or now
    return state.failures >= policy.down_failures or now - since >= policy.down_after


def _silence(state: FeedState, policy: PollPolicy, now: datetime) -> str:
    if state.last_new_at is None or state.usual_gap is None:
        return ""
    quiet = now - state.last_new_at
    if quiet < max(3 * state.usual_gap, policy.silence_floor):
        return ""
    hours, usual = quiet.total_seconds() / 3600, state.usual_gap.total_seconds() / 3600
    return f"nothing new for {hours:.0f} h; usually there is something every {usual:.1f} h"
