"""Weigh the words of one day: who counts, who is struck, whose word stands. Knows one day at a time.

What is left of a day are voices (one a speaker and position, unbeaten by a higher office on that
day), leaks, and refreshing mentions of what is held. A word that is beaten, or said again later that day, by one
that points the same way is a witness of that one: two papers that tell one speech to another degree agree on the news.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from watchers.ledger.policy import Policy
from watchers.ledger.records import Carriers, Reason, Voice, Word
from watchers.ledger.witnesses import count_witnesses, is_near_copy
from watchers.model import Act, Authority, Direction, Via, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What is left of one day's words."""

    day: date
    #: In order of publication.
    voices: tuple[Voice, ...] = ()
    leaks: tuple[Word, ...] = ()
    #: Words that refresh a holding and never move one.
    refreshes: tuple[Word, ...] = ()
    #: What counts for nothing, and why.
    dropped: dict[int, Reason] = field(default_factory=dict)
    #: The highest office that spoke.
    top: Authority = Authority.NONE

    def counts_like(self, other: "Day") -> bool:
        """Whether what is left is the same."""
        return (self.voices, self.leaks, self.refreshes) == (
            other.voices,
            other.leaks,
            other.refreshes,
        )


def is_strike(word: Word) -> bool:
    """Whether the word takes back, on the record, what was reported before."""
    return (
        word.act is not None
        and word.act.takes_back
        and word.when is When.NOW
        and word.via is not Via.SECONDHAND
        and word.authority >= Authority.OFFICIAL
        and not word.anonymous
    )


def excuse_of(word: Word, policy: Policy) -> Reason | None:
    """Why the word can never move anything, whatever else is known; `None` where it can."""
    if word.when is not When.NOW:
        return Reason.PAST
    if word.via is Via.SECONDHAND:
        return Reason.SECONDHAND
    if word.act is not None:
        return Reason.RESTATES if word.act is Act.RESTATES else Reason.TAKES_BACK
    if word.authority is Authority.NONE:
        return Reason.NO_AUTHORITY
    return Reason.LOW_CONFIDENCE if word.confidence < policy.mover_confidence else None


def confirms_alone(word: Word, policy: Policy) -> bool:
    """Direct speech of somebody whose own words are the actor's, read well enough."""
    return (
        word.via is Via.QUOTE
        and word.authority >= Authority.MINISTER
        and word.confidence >= policy.quote_confidence
    )


def disowned_by(act: Word, words: Iterable[Word]) -> Direction | None:
    """The direction that a denial disowns: contrary to what remains.

    Where nothing but "we said no such thing" remains, it is that of the newest word with one.
    """
    if act.direction is not Direction.NEUTRAL:
        return Direction(-act.direction)
    before = [
        word
        for word in words
        if word.direction is not Direction.NEUTRAL
        and word.act is None
        and word.when is When.NOW
        and not word.given
        and (word.day, word.published) <= (act.day, act.published)
    ]
    return max(before, key=lambda word: (word.day, word.order)).direction if before else None


def strikes(act: Word, word: Word, direction: Direction | None, policy: Policy) -> bool:
    """Whether the act strikes the word: contrary, not given, said in the days up to it."""
    return (
        not word.given
        and word.act is None
        and word.direction is direction
        and act.day - timedelta(days=policy.strike_days) <= word.day <= act.day
    )


def insists(word: Word, act: Word, same_day: Iterable[Word], policy: Policy) -> bool:
    """Whether somebody who can confirm says it anew, in direct speech, after the act of that day.

    What was printed before the act and is printed again is no new word.
    """
    return (
        word.day == act.day
        and word.published > act.published
        and confirms_alone(word, policy)
        and not any(
            other.published <= act.published and _is_said_again(other, word) for other in same_day
        )
    )


def _is_said_again(one: Word, other: Word) -> bool:
    """Whether the same quotation stands in both, or the same person's in a copy."""
    if not one.carried.isdisjoint(other.carried):
        return True
    return (
        one.via is other.via
        and one.speaker == other.speaker
        and one.direction is other.direction
        and is_near_copy(one.source, other.source)
    )


def weigh_day(day: date, words: Sequence[Word], carriers: Carriers, policy: Policy) -> Day:
    """What is left of a day's unstruck words."""
    dropped: dict[int, Reason] = {}
    refreshes, leaks = [], []
    spoken: defaultdict[str, list[Word]] = defaultdict(list)
    for word in words:
        excuse = None if word.given else excuse_of(word, policy)
        if excuse is None:
            if word.anonymous:
                leaks.append(word)
            else:
                spoken[word.speaker].append(word)
            continue
        dropped[word.id] = excuse
        if _refreshes(word, excuse):
            refreshes.append(word)
    voices = [
        voice for said in spoken.values() for voice in _voices(said, carriers, policy, dropped)
    ]
    if len(voices) > 1:
        voices.sort(key=lambda one: (one.words[0].order, one.speaker))
    top = max((voice.authority for voice in voices), default=Authority.NONE)
    decided = {voice.position for voice in voices if voice.authority is top}
    kept = [v for v in voices if v.authority is top or v.position in decided]
    for voice in voices:
        if voice in kept:
            continue
        place = next((n for n, one in enumerate(kept) if _is_same_turn(one, voice)), None)
        if place is None:
            dropped |= dict.fromkeys((word.id for word in voice.words), Reason.OUTRANKED)
        else:
            kept[place] = replace(kept[place], words=(*kept[place].words, *voice.words))
    free = [leak for leak in leaks if not kept or leak.position in decided]
    dropped |= {leak.id: Reason.OUTRANKED for leak in leaks if leak not in free}
    return Day(
        day=day,
        voices=tuple(kept),
        leaks=tuple(sorted(free, key=lambda leak: leak.order)),
        refreshes=tuple(refreshes),
        dropped=dropped,
        top=top,
    )


def _is_same_turn(top: Voice, lower: Voice) -> bool:
    """Whether a lower or an earlier word is a witness of the one that stands: the same way, to another degree.

    Direct speech that could have confirmed is none: it was heard for what it said.
    """
    return (
        top.direction is lower.direction
        and top.direction is not Direction.NEUTRAL
        and not (top.given or lower.given or lower.confirms)
    )


def _refreshes(word: Word, excuse: Reason) -> bool:
    """Background and denials, and what was read too unsurely to move, still support a holding."""
    return (
        excuse in (Reason.RESTATES, Reason.TAKES_BACK, Reason.LOW_CONFIDENCE)
        and word.authority >= Authority.OFFICIAL
        and not word.anonymous
    )


def _voices(
    said: list[Word], carriers: Carriers, policy: Policy, dropped: dict[int, Reason]
) -> list[Voice]:
    """A speaker's last word of the day, and beside it a lone report against a better backed one."""
    if len(said) == 1:
        return [_voice(said, policy)]
    by_position: defaultdict[object, list[Word]] = defaultdict(list)
    for word in sorted(said, key=lambda one: one.order):
        by_position[word.position].append(word)
    groups = list(by_position.values())
    last = max(groups, key=_newest_utterance) if len(groups) > 1 else groups[0]
    stands = [last]
    if len(groups) > 1 and not _is_backed(last, carriers, policy):
        # One outlet against two: the day's word is theirs, and the one stays to be confirmed.
        backed = [one for one in groups if count_witnesses(one, carriers) >= policy.witnesses]
        if backed:
            stands = [max(backed, key=_newest_utterance), last]
    made = [_voice(group, policy) for group in stands]
    for group in groups:
        if any(group is one for one in stands):
            continue
        other = _voice(group, policy)
        place = next((n for n, one in enumerate(made) if _is_same_turn(one, other)), None)
        if place is None:
            dropped |= dict.fromkeys((word.id for word in group), Reason.SUPERSEDED)
        else:
            made[place] = replace(made[place], words=(*made[place].words, *group))
    return made


def _newest_utterance(group: list[Word]) -> tuple[object, ...]:
    """When a position was last uttered: reports and copies repeat, a new quotation is new."""
    newest = group[0]
    heard = set(newest.carried)
    for place, word in enumerate(group[1:], 1):
        if (
            word.via is Via.QUOTE
            and heard.isdisjoint(word.carried)
            and not any(is_near_copy(word.source, other.source) for other in group[:place])
        ):
            newest = word
        heard |= word.carried
    return newest.order


def _is_backed(group: list[Word], carriers: Carriers, policy: Policy) -> bool:
    return (
        any(word.given or confirms_alone(word, policy) for word in group)
        or count_witnesses(group, carriers) >= policy.witnesses
    )


def _voice(words: list[Word], policy: Policy) -> Voice:
    first = words[0]
    return Voice(
        day=first.day,
        speaker=first.speaker,
        authority=max(word.authority for word in words),
        position=first.position,
        words=tuple(words),
        confirms=any(confirms_alone(word, policy) for word in words),
        given=any(word.given for word in words),
    )
