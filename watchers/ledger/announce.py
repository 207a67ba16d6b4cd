"""Compare what was told with what the fold says now: which changes move their state, which begin.

Knows changes, the fold before and after, and the words that just arrived. A change once told is
followed to its end; a new one begins only with a word that arrived now and is not late.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from watchers.ledger.fold import same_turn
from watchers.ledger.policy import Policy
from watchers.ledger.records import Candidate, Dispute, Fold, Move, Reason, Told, Word
from watchers.ledger.witnesses import group_witnesses
from watchers.model import Position, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What just came for an actor and a claim, and when."""

    words: tuple[Word, ...] = ()
    #: Words that left with their articles, and words that turned out to be older than they said.
    left: frozenset[int] = frozenset()
    older: frozenset[int] = frozenset()
    #: The clock, as a day.
    today: date
    #: Number of the latest change of this actor on this claim.
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What moves, in the order in which it is told, and every change as it is now."""

    lines: tuple[Told, ...] = ()
    told: tuple[Told, ...] = ()


def decide_changes(
    told: Sequence[Told], before: Fold, after: Fold, arrival: Arrival, policy: Policy
) -> Decision:
    """The changes whose state moves, endings first, and those that begin."""
    endings: list[Told] = []
    turns: list[Told] = []
    current: list[Told] = []
    for change in told:
        now = follow(change, after, arrival, policy)
        current.append(now)
        if now.state is not change.state:
            (endings if now.is_over else turns).append(now)
    begun = [
        replace(change, number=number)
        for number, change in enumerate(
            _beginnings(current, before, after, arrival, policy), arrival.number + 1
        )
    ]
    return Decision(lines=(*endings, *turns, *begun), told=(*current, *begun))


def follow(change: Told, fold: Fold, arrival: Arrival, policy: Policy) -> Told:
    """The change as the fold has it now."""
    if change.state in (State.CONFIRMED, State.HEARD):
        return _follow_confirmed(change, fold, arrival)
    move = _move_of(change, fold) or _move_before(change, fold, policy)
    if move is not None:
        return replace(_from_move(move, fold), number=change.number)
    if _is_disputed(change, fold):
        return change if change.state is State.CONTESTED else _contested(change, fold)
    if change.state is State.CONTESTED:
        return replace(change, state=State.WITHDRAWN, reason=_why(change, fold, arrival))
    return _follow_possible(change, fold, arrival)


def _follow_possible(change: Told, fold: Fold, arrival: Arrival) -> Told:
    if arrival.today > change.until:
        return replace(change, state=State.EXPIRED, reason=Reason.AWAITING_SECOND_WITNESS)
    candidate = _candidate_of(change, fold)
    if candidate is None or not (candidate.position is change.to or _is_still_said(change, fold)):
        return replace(change, state=State.WITHDRAWN, reason=_why(change, fold, arrival))
    words = frozenset(word.id for word in candidate.all_words)
    if words == change.words:
        return change
    return replace(change, words=words, witnesses=_articles(candidate.all_words, fold))


def _follow_confirmed(change: Told, fold: Fold, arrival: Arrival) -> Told:
    if _is_disputed(change, fold):
        return _contested(change, fold)
    held = fold.position_at(change.since)
    if held is change.to:
        return change  # perhaps from elsewhere
    crosses = held is not None and same_turn(change.origin, change.to, held)
    if (crosses or _move_of(change, fold) is not None) and _is_still_said(change, fold):
        return change  # others hold it to another degree: the crossing stands
    return replace(change, state=State.WITHDRAWN, reason=_why(change, fold, arrival))


def _move_of(change: Told, fold: Fold) -> Move | None:
    """The fold's move that is this change: to the same side, on words in common, and it lasted.

    One of the same day is it as well: the day's words are weighed together, and a higher office's
    stands for all. Words that turned out to be older may have moved the holding long before the day
    that was told.
    """
    for move in reversed(fold.moves):
        if (
            same_turn(change.origin, change.to, move.to)
            and (move.since >= change.since or fold.position_at(change.since) is move.to)
            and _is_one_with(change, move.words, move.since)
        ):
            return move
    return None


def _move_before(change: Told, fold: Fold, policy: Policy) -> Move | None:
    """A move of the days before by a word that came late, which the change's own words only repeat."""
    earliest = change.since - timedelta(days=policy.window_days)
    if fold.position_at(change.since) is not change.to or not _is_still_said(change, fold):
        return None
    before = (move for move in reversed(fold.moves) if move.since <= change.since)
    move = next(before, None)
    return move if move is not None and move.since >= earliest else None


def _candidate_of(change: Told, fold: Fold) -> Candidate | None:
    for candidate in fold.candidates:
        if (
            candidate.possible
            and same_turn(change.origin, change.to, candidate.position)
            and not change.words.isdisjoint(word.id for word in candidate.all_words)
        ):
            return candidate
    return None


def _is_still_said(change: Told, fold: Fold) -> bool:
    """Whether a word that it was told on still counts for the very position that was told."""
    return any(
        word.position is change.to and word.id not in fold.fates
        for word in (fold.words[one] for one in change.words if one in fold.words)
    )


def _is_disputed(change: Told, fold: Fold) -> bool:
    dispute = fold.dispute
    return (
        dispute is not None
        and same_turn(dispute.origin, change.to, dispute.to)
        and not change.words.isdisjoint(word.id for word in dispute.words)
    )


def _contested(change: Told, fold: Fold) -> Told:
    words = fold.dispute.words if fold.dispute else ()
    return replace(
        change,
        state=State.CONTESTED,
        reason=Reason.CONTESTED,
        words=change.words | {word.id for word in words},
        witnesses=_articles(words, fold),
    )


def _why(change: Told, fold: Fold, arrival: Arrival) -> Reason:
    """Why the change no longer stands: what became of its words."""
    order = (
        Reason.DENIED,
        Reason.FALLEN,
        Reason.OUTRANKED,
        Reason.SUPERSEDED,
        Reason.OLD_QUOTATION,
    )
    told = (fold.words[word] for word in change.words if word in fold.words)
    fates = {fold.fates.get(word.id) for word in told if word.day >= change.since}
    if not arrival.left.isdisjoint(change.words):
        fates.add(Reason.FALLEN)
    if not arrival.older.isdisjoint(change.words):
        fates.add(Reason.OLD_QUOTATION)
    return next((reason for reason in order if reason in fates), Reason.CONTRADICTED)


def _beginnings(
    told: Sequence[Told], before: Fold, after: Fold, arrival: Arrival, policy: Policy
) -> list[Told]:
    """What begins with the words that arrived, unless they are late or it is told already."""
    held = before.holding
    if held is None or after.holding is None:
        return []
    fresh = {word.id for word in arrival.words if word.day >= held.newest}
    if not fresh:
        return []
    begun = []
    if after.moves and _has(after.moves[-1].words, fresh):
        begun.append(_from_move(after.moves[-1], after))
    if after.dispute is not None and before.dispute is None and _has(after.dispute.words, fresh):
        begun.append(_from_dispute(after.dispute, after))
    waiting = arrival.today - timedelta(days=policy.window_days)
    begun += [
        _from_candidate(candidate, after.holding.position, after, policy)
        for candidate in after.candidates
        if candidate.possible and candidate.first >= waiting and _has(candidate.all_words, fresh)
    ]
    return [change for change in begun if not any(_is_same(old, change) for old in told)]


def _has(words: Sequence[Word], ids: set[int]) -> bool:
    return any(word.id in ids for word in words)


def _is_same(old: Told, change: Told) -> bool:
    """Whether a change that was told and lives is this one."""
    return (
        not old.is_over
        and same_turn(old.origin, old.to, change.to)
        and (not old.words.isdisjoint(change.words) or old.since == change.since)
    )


def _is_one_with(change: Told, words: Sequence[Word], since: date) -> bool:
    """Whether a change stands on some of the words, or is of the same day."""
    return change.since == since or not change.words.isdisjoint(word.id for word in words)


def _from_dispute(dispute: Dispute, fold: Fold) -> Told:
    return Told(
        number=0,
        origin=dispute.origin,
        to=dispute.to,
        state=State.CONTESTED,
        since=dispute.since,
        until=date.max,
        words=frozenset(word.id for word in dispute.words),
        witnesses=_articles(dispute.words, fold),
        reason=Reason.CONTESTED,
    )


def _from_move(move: Move, fold: Fold) -> Told:
    return Told(
        number=0,
        origin=move.origin,
        to=move.to,
        state=State.HEARD if move.heard else State.CONFIRMED,
        since=move.since,
        until=date.max,
        words=frozenset(word.id for word in move.words),
        witnesses=_articles(move.words, fold),
    )


def _from_candidate(candidate: Candidate, origin: Position, fold: Fold, policy: Policy) -> Told:
    return Told(
        number=0,
        origin=origin,
        to=candidate.position,
        state=State.POSSIBLE,
        since=candidate.first,
        until=candidate.first + timedelta(days=policy.window_days),
        words=frozenset(word.id for word in candidate.all_words),
        witnesses=_articles(candidate.all_words, fold),
    )


def _articles(words: Sequence[Word], fold: Fold) -> tuple[str, ...]:
    """The first article of each independent witness."""
    groups = group_witnesses(words, fold.carriers) if words else ()
    return tuple(group[0].source.article for group in groups)
