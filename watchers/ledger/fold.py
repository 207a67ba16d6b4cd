"""Fold days of words into a holding, what stands beside it, and its moves. Knows nothing told.

The same words give the same result in whatever order they came: days are taken in order, and what
a day is worth depends on its neighbours alone (a leader's word shields the days after it, two of
one rank contradict each other across a few days).

What the policy leaves open is decided here so:

- *Two witnesses agree on the direction and not on the position.* They confirm the crossing, which
  is the news, at the position of the first of them; the degree is a later step. On one day they are one
  word (`days.py`): the last or highest gives the position, the others witness the crossing.
- *A president and a premier contradict each other.* Both are leaders, so it is contested like any
  two of a rank: the ledger cannot know whose constitution decides, and a reader wants to be told.
- *A word for the held position that could not itself confirm, while a change is possible.* One
  against one settles nothing, so the change waits on and needs one witness more; two independent
  ones, newer than it, would confirm, and end it. In the simulation that halves the false alerts.
- *The fourteenth day* is within the window: a weekly's next issue comes on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import prod

from watchers.ledger.days import Day
from watchers.ledger.policy import Policy
from watchers.ledger.ranks import is_leak_shielded, is_shielded, rival_of
from watchers.ledger.records import (
    Candidate,
    Carriers,
    Dispute,
    Holding,
    Move,
    Reason,
    Voice,
    Word,
)
from watchers.ledger.witnesses import count_witnesses, group_witnesses
from watchers.model import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the fold is at the end of a day."""

    holding: Holding | None = None
    candidates: tuple[Candidate, ...] = ()
    dispute: Dispute | None = None
    #: On-record words for what is held since the oldest candidate, newest last.
    affirmed: tuple[Word, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """Those by which later days are judged."""
        waiting = (word for one in self.candidates for word in one.all_words)
        return (*waiting, *(self.dispute.words if self.dispute else ()), *self.affirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one day did."""

    after: Standing
    moves: tuple[Move, ...] = ()
    #: From which day on what is held: each move, and a position that begins with none.
    course: tuple[tuple[date, Position], ...] = ()
    dropped: dict[int, Reason] = field(default_factory=dict)


def take_day(
    before: Standing, day: Day, near: Mapping[date, Day], carriers: Carriers, policy: Policy
) -> Step:
    """The fold's next day; `near` has the days around it."""
    walk = _Walk(before, carriers, policy)
    walk.expire(day.day)
    unbeaten: list[Voice] = []
    for voice in day.voices:
        if is_shielded(voice, day, near, policy):
            walk.drop(voice.words, Reason.OUTRANKED)
        else:
            unbeaten.append(voice)
    for voice in sorted(unbeaten, key=lambda one: one.authority, reverse=True):
        rival = None if voice.given else rival_of(voice, near, policy)
        if rival is None:
            walk.hear(voice)
        else:
            walk.hear_rival(voice, rival)
    for leak in day.leaks:
        if is_leak_shielded(leak, near, policy):
            walk.drop((leak,), Reason.OUTRANKED)
        else:
            walk.hear_leak(leak)
    for word in day.refreshes:
        walk.refresh(word)
    return walk.step()


class _Walk:
    """One day's work on a standing."""

    def __init__(self, before: Standing, carriers: Carriers, policy: Policy) -> None:
        self.policy = policy
        self.carriers = carriers
        self.holding = before.holding
        self.candidates = list(before.candidates)
        self.dispute = before.dispute
        self.affirmed = before.affirmed
        self.moves: list[Move] = []
        self.course: list[tuple[date, Position]] = []
        self.dropped: dict[int, Reason] = {}
        #: The dispute that this day ended: a move to its side is the change that was contested.
        self.settled: Dispute | None = None

    def step(self) -> Step:
        after = Standing(
            holding=self.holding,
            candidates=tuple(self.candidates),
            dispute=self.dispute,
            affirmed=self.affirmed if self.candidates else (),
        )
        return Step(
            after=after,
            moves=tuple(self.moves),
            course=tuple(self.course),
            dropped=self.dropped,
        )

    def drop(self, words: Sequence[Word], reason: Reason) -> None:
        self.dropped |= dict.fromkeys((word.id for word in words), reason)

    def expire(self, today: date) -> None:
        window = timedelta(days=self.policy.window_days)
        self.candidates = [one for one in self.candidates if today - one.first <= window]

    def hear(self, voice: Voice) -> None:
        """A voice that nobody of its rank contradicts."""
        dispute = self.dispute
        if dispute is not None and not self._settles(voice, dispute):
            if self.dispute is not None:
                self.drop(voice.words, Reason.CONTESTED)
        elif self.holding is None or voice.given:
            self._begin(voice)
        elif voice.position is self.holding.position:
            self._affirm(voice, self.holding)
        elif self._is_inherited(self.holding, voice):
            self._move(self.holding, voice.position, voice.day, voice, voice.words, heard=True)
        else:
            self._weigh(voice, self.holding)

    def hear_rival(self, voice: Voice, rival: Voice) -> None:
        """A voice that another of its rank contradicts within the days that matter."""
        if self.holding is None or self._is_inherited(self.holding, voice):
            self.hear(voice)
            return
        if voice.direction is self.holding.position.direction:
            if voice.position is self.holding.position:
                self.holding = _refreshed(self.holding, voice.day, on_record=True)
        elif self.dispute is None:
            waiting = self._candidate_for(voice.position, self.holding)
            self.dispute = Dispute(
                origin=self.holding.position,
                to=voice.position,
                rank=voice.authority,
                since=voice.day,
                last=max(voice.day, rival.day),
                sides=((voice.speaker, voice.direction), (rival.speaker, rival.direction)),
                words=(*(waiting.all_words if waiting else ()), *voice.words, *rival.words),
            )
            self.candidates = [one for one in self.candidates if one is not waiting]
            return
        if self.dispute is not None:
            self.drop(voice.words, Reason.CONTESTED)

    def hear_leak(self, leak: Word) -> None:
        """Unnamed words: two make a change possible, beside a named one each is a witness."""
        if self.holding is None:
            return
        if leak.position is self.holding.position:
            self.holding = _refreshed(self.holding, leak.day, on_record=False)
            return
        if self.dispute is not None:
            self.drop((leak,), Reason.CONTESTED)
            return
        if self._is_inherited(self.holding, leak):
            self.drop((leak,), Reason.ANONYMOUS_ALONE)  # it takes a named word to update that
            return
        old = self._candidate_for(leak.position, self.holding)
        new = self._with_leak(old, leak)
        self._put(old, new)
        if new.words and self._is_corroborated(new):
            self._confirm(self.holding, new, leak.day)

    def refresh(self, word: Word) -> None:
        if self.holding is not None and word.position is self.holding.position:
            self.holding = _refreshed(self.holding, word.day, on_record=False)

    def _begin(self, voice: Voice) -> None:
        word = voice.said[0]
        self.holding = Holding(
            position=voice.position,
            since=voice.day,
            word=_best(voice.said, self.policy),
            newest=voice.day,
            heard=voice.day,
            inherited=word.inherited,
        )
        self.course.append((voice.day, voice.position))
        self.candidates, self.affirmed = [], ()

    def _affirm(self, voice: Voice, holding: Holding) -> None:
        fresh = voice.day > holding.newest
        self.holding = _refreshed(holding, voice.day, on_record=True, weight=int(fresh))
        if not self.candidates:
            return
        self.affirmed = (*self.affirmed, *voice.words)
        self.candidates = [one for one in self.candidates if not self._is_contradicted(one, voice)]

    def _is_contradicted(self, candidate: Candidate, voice: Voice) -> bool:
        """Whether newer words for what is held, which could confirm, end the candidate."""
        newest = max((word.day, word.published) for word in candidate.all_words)
        newer = [word for word in self.affirmed if (word.day, word.published) > newest]
        strong = voice.confirms and (voice.day, voice.words[-1].published) > newest
        return strong or self._count(newer) >= self.policy.witnesses

    def _weigh(self, voice: Voice, holding: Holding) -> None:
        """A word for another position: wait for a second witness, or move at once."""
        old = self._candidate_for(voice.position, holding)
        if old is None:
            new = Candidate(
                position=voice.position, first=voice.day, words=voice.words, possible=True
            )
        else:
            oldest = voice.day - timedelta(days=self.policy.window_days)
            new = replace(
                old,
                first=old.first if old.words else voice.day,
                position=old.position if old.words else voice.position,
                words=(*old.words, *voice.words),
                leaks=tuple(leak for leak in old.leaks if old.words or leak.day >= oldest),
                possible=True,
            )
        self._put(old, new)
        if voice.confirms:
            since = next(word.day for word in new.words if word.position is voice.position)
            self._move(holding, voice.position, since, voice, new.all_words)
        elif self._is_corroborated(new):
            self._confirm(holding, new, voice.day)

    def _is_corroborated(self, candidate: Candidate) -> bool:
        """Enough independent witnesses, not all of them misread, and more than say the contrary."""
        groups = group_witnesses(candidate.all_words, self.carriers)
        first = candidate.words[0]
        against = [
            word
            for word in self.affirmed
            if (word.day, word.published) > (first.day, first.published)
        ]
        doubt = prod(1 - max(word.confidence for word in group) for group in groups)
        return (
            len(groups) >= self.policy.witnesses + self._count(against)
            and 1 - doubt >= self.policy.joint_confidence
        )

    def _confirm(self, holding: Holding, candidate: Candidate, day: date) -> None:
        """Independent witnesses agree; the position is that of the first on the record."""
        first = candidate.words[0]
        moved = Holding(
            position=first.position,
            since=first.day,
            word=_best([w for w in candidate.words if w.position is first.position], self.policy),
            newest=max(w.day for w in candidate.words),
            heard=day,
        )
        self._record(holding, moved, day, candidate.all_words, heard=False)

    def _move(
        self,
        holding: Holding,
        to: Position,
        since: date,
        voice: Voice,
        words: tuple[Word, ...],
        *,
        heard: bool = False,
    ) -> None:
        moved = Holding(
            position=to,
            since=since,
            word=_best(voice.said, self.policy),
            newest=voice.day,
            heard=voice.day,
        )
        self._record(holding, moved, voice.day, words, heard=heard)

    def _record(
        self, old: Holding, new: Holding, day: date, words: tuple[Word, ...], *, heard: bool
    ) -> None:
        over = self.settled
        if over is not None and over.to.direction is new.position.direction:
            side = (word for word in over.words if word.direction is over.to.direction)
            words = (*words, *side)
        self.moves.append(
            Move(
                origin=old.position,
                to=new.position,
                since=new.since,
                confirmed=day,
                words=words,
                heard=heard,
            )
        )
        self.course.append((new.since, new.position))
        self.holding = new
        self.candidates, self.affirmed, self.dispute = [], (), None

    def _settles(self, voice: Voice, dispute: Dispute) -> bool:
        """Whether the voice ends the dispute; what it then does is judged as ever."""
        if voice.authority > dispute.rank:
            if voice.direction is dispute.to.direction and not voice.confirms:
                self._support(voice, dispute)
                return False
        else:
            sides = dict(dispute.sides)
            if voice.speaker in sides:
                sides[voice.speaker] = voice.direction
            late = voice.day - dispute.last > timedelta(days=self.policy.window_days)
            if not late and len(set(sides.values())) > 1:
                return False
        self.dispute, self.settled = None, dispute
        return True

    def _support(self, voice: Voice, dispute: Dispute) -> None:
        """A higher office is reported, not quoted, for the contrary side: it needs a witness."""
        holding = self.holding
        side = tuple(w for w in dispute.words if w.direction is voice.direction)
        if holding and self._count((*voice.words, *side)) >= self.policy.witnesses:
            self._move(holding, voice.position, voice.day, voice, (*voice.words, *side))

    def _is_inherited(self, holding: Holding, voice: Voice | Word) -> bool:
        age = voice.day - holding.heard
        return (
            holding.inherited
            and age > timedelta(days=self.policy.inherited_days)
            and voice.position is not holding.position
        )

    def _candidate_for(self, position: Position, holding: Holding) -> Candidate | None:
        return next(
            (one for one in self.candidates if same_turn(holding.position, one.position, position)),
            None,
        )

    def _with_leak(self, old: Candidate | None, leak: Word) -> Candidate:
        if old is None:
            alone = Candidate(position=leak.position, first=leak.day, leaks=(leak,))
            return replace(alone, possible=self.policy.leaks <= 1)
        leaks = (*old.leaks, leak)
        possible = old.possible or self._count(leaks) >= self.policy.leaks
        return replace(old, leaks=leaks, possible=possible)

    def _count(self, words: Sequence[Word]) -> int:
        return count_witnesses(words, self.carriers)

    def _put(self, old: Candidate | None, new: Candidate) -> None:
        self.candidates = [*(one for one in self.candidates if one is not old), new]


def same_turn(origin: Position, one: Position, other: Position) -> bool:
    """Whether both are the same news: another direction, or the same step within this one."""
    if one is other:
        return True
    return one.direction is other.direction and one.direction is not origin.direction


def _refreshed(holding: Holding, day: date, *, on_record: bool, weight: int = 0) -> Holding:
    return replace(
        holding,
        heard=max(day, holding.heard),
        newest=max(day, holding.newest) if on_record else holding.newest,
        weight=holding.weight + weight,
        # Any word that was heard for the position makes it the ledger's own.
        inherited=False,
    )


def _best(words: Sequence[Word], policy: Policy) -> Word:
    """The word to show for a position: direct speech of the highest office, else the first."""
    return max(
        words, key=lambda word: (word.authority, bool(word.carried), -word.published.timestamp())
    )
