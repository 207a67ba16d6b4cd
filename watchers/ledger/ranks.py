"""Weigh who speaks: what a leader's word shields, and who contradicts whom at one rank.

Knows the voices of neighbouring days; not what is held.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from watchers.ledger.days import Day
from watchers.ledger.policy import Policy
from watchers.ledger.records import Voice, Word
from watchers.model import Authority, Direction


def is_shielded(voice: Voice, day: Day, near: Mapping[date, Day], policy: Policy) -> bool:
    """Whether a leader's word of the days before stands against the voice."""
    if voice.authority >= Authority.LEADER or voice.given or day.top is Authority.LEADER:
        return False
    said = _shield(day.day, near, policy)
    return bool(said) and voice.direction not in said


def is_leak_shielded(leak: Word, near: Mapping[date, Day], policy: Policy) -> bool:
    said = _shield(leak.day, near, policy)
    return bool(said) and leak.direction not in said


def _shield(day: date, near: Mapping[date, Day], policy: Policy) -> set[Direction]:
    """The directions of the latest leaders' words of the days before."""
    for back in range(1, policy.shield_days + 1):
        past = near.get(day - timedelta(days=back))
        if past is not None and past.top is Authority.LEADER:
            return {v.direction for v in past.voices if v.authority is Authority.LEADER}
    return set()


def rival_of(voice: Voice, near: Mapping[date, Day], policy: Policy) -> Voice | None:
    """Another person of the same rank who says the contrary, with nobody above them between."""
    if voice.authority < Authority.ENVOY:
        return None  # below that the speakers are bodies and descriptions, not persons
    for away in _around(policy.dispute_days):
        other_day = near.get(voice.day + away)
        for other in other_day.voices if other_day is not None else ():
            if (
                other.authority is voice.authority
                and other.speaker != voice.speaker
                and other.direction is not voice.direction
                and _both_stand(voice, other, near, policy)
            ):
                return other
    return None


@lru_cache
def _around(days: int) -> tuple[timedelta, ...]:
    return tuple(timedelta(days=away) for away in range(-days, days + 1))


def _both_stand(one: Voice, other: Voice, near: Mapping[date, Day], policy: Policy) -> bool:
    """Whether neither changed sides in between, and nobody of higher office spoke."""
    first, last = sorted((one.day, other.day))
    for offset in range((last - first).days + 1):
        between = near.get(first + timedelta(days=offset))
        if between is None:
            continue
        if between.top > one.authority:
            return False
        for said in between.voices:
            for side in (one, other):
                if (
                    said.speaker == side.speaker
                    and said.day > side.day
                    and said.direction is not side.direction
                ):
                    return False
    later, earlier = (one, other) if one.day > other.day else (other, one)
    return not _shielded_between(later, earlier, near, policy)


def _shielded_between(
    later: Voice, earlier: Voice, near: Mapping[date, Day], policy: Policy
) -> bool:
    """Whether a leader's word of before makes either of them count for nothing."""
    for voice in (later, earlier):
        if voice.authority < Authority.LEADER:
            said = _shield(voice.day, near, policy)
            if said and voice.direction not in said:
                return True
    return False
