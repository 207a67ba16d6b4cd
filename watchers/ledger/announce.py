"""Compare what was told with what the fold says now: which changes move their state, which begin.

Knows changes, the fold before and after, and the words that just arrived. A change once told is
followed to its end; a new one begins only with a word that arrived now and is not late.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from watchers.ledger.fold import same_turn
from watchers.ledger.policy import Policy
from watchers.ledger.records import Candidate, Fold, Move, Reason, Told, Word
from watchers.ledger.witnesses import group_witnesses
from watchers.model import Position, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What just came for an actor and a claim, and when."""

    words: tuple[Word, ...] = ()
    #: The clock, as a day.
    today: date
    #: Number of the latest change of this actor on this claim.
    number: int = 0


def decide_changes(
    told: Sequence[Told], before: Fold, after: Fold, arrival: Arrival, policy: Policy
) -> list[Told]:
    """The changes whose state moves, in the order in which that is told: endings first."""
    endings: list[Told] = []
    turns: list[Told] = []
    beginnings: list[Told] = []
    current = list(told)
    for place, change in enumerate(told):
        if change.is_over:
            continue
        moved = follow(change, after, arrival.today, policy)
        current[place] = moved
        if moved.state is not change.state:
            (endings if moved.is_over else turns).append(moved)
        elif moved != change:
            current[place] = moved
    number = arrival.number
    for begun in _beginnings(current, before, after, arrival, policy):
        number += 1
        beginnings.append(replace(begun, number=number))
    return [*endings, *turns, *beginnings]


def follow(change: Told, fold: Fold, today: date, policy: Policy) -> Told:
    """The change as the fold has it now."""
    if change.state in (State.CONFIRMED, State.HEARD):
        return _follow_confirmed(change, fold)
    move = _move_of(change, fold)
    if move is not None:
        return replace(_from_move(move, policy), number=change.number)
    if _is_disputed(change, fold):
        return change if change.state is State.CONTESTED else _contested(change, fold)
    if change.state is State.CONTESTED:
        return replace(change, state=State.WITHDRAWN, reason=_why(change, fold))
    candidate = _candidate_of(change, fold)
    if candidate is None or today > change.until:
        over = today > change.until
        state = State.EXPIRED if over else State.WITHDRAWN
        reason = Reason.AWAITING_SECOND_WITNESS if over else _why(change, fold)
        return replace(change, state=state, reason=reason)
    words = frozenset(word.id for word in candidate.all_words)
    return replace(change, words=words, witnesses=_articles(candidate.all_words))


def _follow_confirmed(change: Told, fold: Fold) -> Told:
    if _is_disputed(change, fold):
        return _contested(change, fold)
    if fold.position_at(change.since) is change.to or _move_of(change, fold) is not None:
        return change
    return replace(change, state=State.WITHDRAWN, reason=_why(change, fold))


def _move_of(change: Told, fold: Fold) -> Move | None:
    """The fold's move that is this change: to the same side, on words in common."""
    for move in reversed(fold.moves):
        if same_turn(change.origin, change.to, move.to) and not change.words.isdisjoint(
            word.id for word in move.words
        ):
            return move
    return None


def _candidate_of(change: Told, fold: Fold) -> Candidate | None:
    for candidate in fold.candidates:
        if (
            candidate.possible
            and same_turn(change.origin, change.to, candidate.position)
            and not change.words.isdisjoint(word.id for word in candidate.all_words)
        ):
            return candidate
    return None


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
        witnesses=_articles(words),
    )


def _why(change: Told, fold: Fold) -> Reason:
    """Why the change no longer stands: what became of its words."""
    order = (
        Reason.DENIED,
        Reason.FALLEN,
        Reason.OUTRANKED,
        Reason.SUPERSEDED,
        Reason.OLD_QUOTATION,
    )
    fates = {fold.fates[word] for word in change.words if word in fold.fates}
    return next((reason for reason in order if reason in fates), Reason.CONTRADICTED)


def _beginnings(
    told: Sequence[Told], before: Fold, after: Fold, arrival: Arrival, policy: Policy
) -> list[Told]:
    arrived = {word.id: word for word in arrival.words}
    held = before.holding
    begun = []

    def is_new(change: Told) -> bool:
        fresh = [arrived[word] for word in change.words if word in arrived]
        if not fresh or held is None:
            return False
        return max(word.day for word in fresh) >= held.newest and not any(
            not old.is_over
            and same_turn(old.origin, old.to, change.to)
            and (not old.words.isdisjoint(change.words) or old.since == change.since)
            for old in told
        )

    last = after.moves[-1] if after.moves else None
    if last is not None:
        begun.append(_from_move(last, policy))
    if after.dispute is not None and before.dispute is None:
        dispute = after.dispute
        begun.append(
            Told(
                number=0,
                origin=dispute.origin,
                to=dispute.to,
                state=State.CONTESTED,
                since=dispute.since,
                until=date.max,
                words=frozenset(word.id for word in dispute.words),
                witnesses=_articles(dispute.words),
                reason=Reason.CONTESTED,
            )
        )
    if after.holding is not None:
        begun += [
            _from_candidate(candidate, after.holding.position, policy)
            for candidate in after.candidates
            if candidate.possible
            and arrival.today - candidate.first <= timedelta(days=policy.window_days)
        ]
    return [change for change in begun if is_new(change)]


def _from_move(move: Move, policy: Policy) -> Told:
    return Told(
        number=0,
        origin=move.origin,
        to=move.to,
        state=State.HEARD if move.heard else State.CONFIRMED,
        since=move.since,
        until=date.max,
        words=frozenset(word.id for word in move.words),
        witnesses=_articles(move.words),
    )


def _from_candidate(candidate: Candidate, origin: Position, policy: Policy) -> Told:
    return Told(
        number=0,
        origin=origin,
        to=candidate.position,
        state=State.POSSIBLE,
        since=candidate.first,
        until=candidate.first + timedelta(days=policy.window_days),
        words=frozenset(word.id for word in candidate.all_words),
        witnesses=_articles(candidate.all_words),
    )


def _articles(words: Sequence[Word]) -> tuple[str, ...]:
    """The first article of each independent witness."""
    return tuple(group[0].source.article for group in group_witnesses(words)) if words else ()
