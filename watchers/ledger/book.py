"""One actor's words on one claim, folded and kept folded as words come and go.

Knows words, the fold and what was told; no text, no database, no clock but the day it is handed.
Only the days that an arrival can touch are weighed again.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from watchers.ledger.announce import Arrival, decide_changes
from watchers.ledger.days import Day, disowned_by, is_strike, strikes, weigh_day
from watchers.ledger.fold import Standing, Step, take_day
from watchers.ledger.policy import Policy
from watchers.ledger.records import Fold, Holding, Move, Reason, Source, Told, Verdict, Word
from watchers.ledger.witnesses import is_copy
from watchers.model import Direction, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """A report that its publisher or a reader took back; copies of it fall with it."""

    source: Source
    direction: Direction
    published: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an arrival did: changes whose state moved, in the order to tell them, and verdicts."""

    lines: tuple[Told, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


class _Fates(Mapping[int, Reason]):
    """Why words count for nothing, looked up by the day of each."""

    def __init__(
        self, days: Mapping[int, date], weighed: Mapping[date, Day], steps: Mapping[date, Step]
    ) -> None:
        self._days, self._weighed, self._steps = days, weighed, steps

    def __getitem__(self, word_id: int) -> Reason:
        day = self._days[word_id]
        weighed = self._weighed[day].dropped.get(word_id)
        if weighed is not None or day not in self._steps:
            return weighed or self._weighed[day].dropped[word_id]
        return self._steps[day].dropped[word_id]

    def __iter__(self) -> Iterator[int]:
        return (word for word in self._days if word in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Book:
    """The words of an actor on a claim."""

    def __init__(self, policy: Policy, start: Standing | None = None) -> None:
        self.policy = policy
        self.start = start or Standing()
        self.told: list[Told] = []
        #: Number of the latest change.
        self.number = 0
        #: The first day that is folded; what those before amount to is in `start`.
        self.covers = date.min
        self._words: defaultdict[date, dict[int, Word]] = defaultdict(dict)
        self._days: dict[int, date] = {}
        self._by_arrival: defaultdict[int, list[int]] = defaultdict(list)
        self._copied_by: defaultdict[int, set[int]] = defaultdict(set)
        self._fallen: list[Fallen] = []
        self._strikes: dict[int, Word] = {}
        self._weighed: dict[date, Day] = {}
        self._steps: dict[date, Step] = {}
        self._order: list[date] = []
        self._moves: tuple[Move, ...] = ()
        self._moves_are_stale = False
        self._dirty: set[date] = set()
        self._fold = self._gather()

    @property
    def fold(self) -> Fold:
        return self._fold

    @property
    def words(self) -> list[Word]:
        return [word for day in sorted(self._words) for word in self._words[day].values()]

    def steps(self) -> list[Step]:
        """What each day did, oldest first."""
        return [self._steps[day] for day in self._order]

    @property
    def size(self) -> int:
        """Words in the book."""
        return len(self._days)

    @property
    def oldest(self) -> date:
        return self._order[0] if self._order else date.max

    @property
    def newest(self) -> date | None:
        return self._order[-1] if self._order else None

    def load(
        self,
        words: Iterable[Word],
        fallen: Iterable[Fallen] = (),
        told: Iterable[Told] = (),
        *,
        number: int = 0,
        covers: date = date.min,
    ) -> None:
        """Fill the book with what was kept; nothing is told."""
        self.covers = max(self.covers, covers)
        self._fallen += fallen
        for word in words:
            self._put(word)
        self.told += told
        self.number = max(self.number, number)
        self._refold()

    def cut(self, day: date) -> Standing:
        """Forget what the words before a day amount to step by step; where it stood is handed back.

        Words of the days just before stay: what a day is worth depends on its neighbours.
        """
        early = [known for known in self._order if known < day]
        if early:
            self.start = self._steps[early[-1]].after
        for known in early:
            del self._steps[known]
        margin = day - timedelta(days=self.policy.reach_days)
        for known in [known for known in self._words if known < margin]:
            for word_id, word in self._words.pop(known).items():
                self._days.pop(word_id)
                self._forget_arrival(word)
                self._strikes.pop(word_id, None)
            del self._weighed[known]
        self.told = [
            change
            for change in self.told
            if change.state in (State.POSSIBLE, State.CONTESTED)
            or (not change.is_over and change.since >= day)
        ]
        self._order = [known for known in self._order if known >= day]
        self._moves_are_stale = True
        self.covers = day
        self._fold = self._gather()
        return self.start

    def receive(
        self,
        words: Sequence[Word],
        *,
        today: date,
        gone: Sequence[int] = (),
        fallen: Sequence[Fallen] = (),
    ) -> Outcome:
        """Add words, take away those that are gone, fold again, and say what moved."""
        before = self._fold
        for one in fallen:
            self._fallen.append(one)
            self._dirty |= set(self._words)
        left = [word for word in map(self._take, gone) if word is not None]
        for word in words:
            self._put(word)
        self._refold()
        self.told = [_carried_on(change, left, words) for change in self.told]
        arrival = Arrival(words=tuple(words), today=today, number=self.number)
        decided = decide_changes(self.told, before, self._fold, arrival, self.policy)
        lines = decided.lines
        self.told = list(decided.told)
        self.number = max([self.number, *(line.number for line in lines)])
        verdicts = tuple(self._verdict(word, before, lines) for word in words)
        return Outcome(lines=lines, verdicts=verdicts)

    def redate(self, word_id: int, day: date) -> Word | None:
        """A word turns out to be older than it said."""
        word = self._take(word_id)
        if word is None:
            return None
        word = replace(word, day=min(day, word.day))
        self._put(word)
        return word

    def has_arrival(self, arrival: int) -> bool:
        return arrival in self._by_arrival

    def copies_of(self, word: Word) -> list[Word]:
        """Words for the same position in near-copies of its article, or of which it is one."""
        arrival = word.source.arrival
        if not word.source.copies and arrival not in self._copied_by:
            return []
        near = word.source.copies | self._copied_by.get(arrival, set())
        found = (
            self._words[self._days[other]][other]
            for known in near
            for other in self._by_arrival.get(known, ())
        )
        return [other for other in found if other.position is word.position]

    def _put(self, word: Word) -> None:
        self._words[word.day][word.id] = word
        self._days[word.id] = word.day
        self._by_arrival[word.source.arrival].append(word.id)
        for original in word.source.copies:
            self._copied_by[original].add(word.source.arrival)
        self._touch(word)
        if is_strike(word):
            self._strikes[word.id] = word

    def _take(self, word_id: int) -> Word | None:
        day = self._days.pop(word_id, None)
        if day is None:
            return None
        word = self._words[day].pop(word_id)
        self._forget_arrival(word)
        self._strikes.pop(word_id, None)
        self._touch(word)
        return word

    def _forget_arrival(self, word: Word) -> None:
        left = self._by_arrival[word.source.arrival]
        left.remove(word.id)
        if not left:
            del self._by_arrival[word.source.arrival]
            for original in word.source.copies:
                self._copied_by[original].discard(word.source.arrival)
                if not self._copied_by[original]:
                    del self._copied_by[original]

    def _touch(self, word: Word) -> None:
        self._dirty.add(word.day)
        reach = timedelta(days=self.policy.strike_days)
        if is_strike(word):
            self._dirty |= {d for d in self._words if word.day - reach <= d <= word.day}
        elif self._strikes:
            # What a bare "we said no such thing" disowns depends on the words before it.
            for act in self._strikes.values():
                if word.day <= act.day <= word.day + reach and not act.direction:
                    self._dirty |= {d for d in self._words if act.day - reach <= d <= act.day}

    def _refold(self) -> None:
        if not self._dirty:
            return
        for day in self._dirty:
            self._weigh(day)
        reach = timedelta(days=max(self.policy.dispute_days, self.policy.shield_days))
        first, last = min(self._dirty) - reach, max(self._dirty) + reach
        self._dirty = set()
        place = bisect_left(self._order, first)
        standing = self._steps[self._order[place - 1]].after if place else self.start
        for day in self._order[place:]:
            step = take_day(standing, self._weighed[day], self._weighed, self.policy)
            old = self._steps.get(day)
            self._steps[day] = step
            self._moves_are_stale |= bool(step.moves) or bool(old and old.moves)
            if day > last and old is not None and old.after == step.after:
                break  # from here on nothing differs
            standing = step.after
        self._fold = self._gather()

    def _weigh(self, day: date) -> None:
        words = list(self._words.get(day, {}).values())
        if not words:
            self._words.pop(day, None)
            if self._weighed.pop(day, None) is not None and day >= self.covers:
                self._order.remove(day)
            self._steps.pop(day, None)
            self._moves_are_stale = True
            return
        if day not in self._weighed and day >= self.covers:
            insort(self._order, day)
        dropped: dict[int, Reason] = {}
        for word in words:
            if self._has_fallen(word):
                dropped[word.id] = Reason.FALLEN
            elif self._is_struck(word):
                dropped[word.id] = Reason.DENIED
        weighed = weigh_day(day, [w for w in words if w.id not in dropped], self.policy)
        if dropped:
            weighed = replace(weighed, dropped=weighed.dropped | dropped)
        self._weighed[day] = weighed

    def _has_fallen(self, word: Word) -> bool:
        return not word.given and any(
            word.direction is one.direction
            and word.source.arrival != one.source.arrival
            and word.published >= one.published
            and is_copy(word.source, one.source)
            for one in self._fallen
        )

    def _is_struck(self, word: Word) -> bool:
        for act in self._strikes.values():
            if act.day < word.day or word.act is not None:
                continue
            direction = disowned_by(act, self._before(act)) if not act.direction else None
            if not act.direction and direction is None:
                continue
            if strikes(act, word, direction or Direction(-act.direction), self.policy):
                return True
        return False

    def _before(self, act: Word) -> list[Word]:
        reach = timedelta(days=self.policy.strike_days)
        return [
            word
            for day, words in self._words.items()
            if act.day - reach <= day <= act.day
            for word in words.values()
        ]

    def _gather(self) -> Fold:
        standing = self._steps[self._order[-1]].after if self._order else self.start
        if self._moves_are_stale:
            self._moves = tuple(move for day in self._order for move in self._steps[day].moves)
            self._moves_are_stale = False
        return Fold(
            holding=standing.holding,
            candidates=standing.candidates,
            dispute=standing.dispute,
            moves=self._moves,
            start=self.start.holding.position if self.start.holding else None,
            fates=_Fates(self._days, self._weighed, self._steps),
        )

    def _verdict(self, word: Word, before: Fold, lines: Sequence[Told]) -> Verdict:
        change = next(
            (told for told in reversed(self.told) if word.id in told.words and not told.is_over),
            None,
        )
        number = change.number if change else None
        return Verdict(word=word.id, reason=self._reason(word, before, lines), change=number)

    def _reason(self, word: Word, before: Fold, lines: Sequence[Told]) -> Reason | None:
        fate = self._fold.fates.get(word.id)
        if fate is not None:
            return fate
        line = next((one for one in lines if word.id in one.words), None)
        if line is not None:
            return Reason.AWAITING_SECOND_WITNESS if line.state is State.POSSIBLE else None
        return _reason_unmoved(word, before.holding, self._fold)


def _reason_unmoved(word: Word, held: Holding | None, after: Fold) -> Reason:
    """Why a word that counts moved nothing that is told."""
    if held is None:
        return Reason.ANONYMOUS_ALONE if word.anonymous else Reason.FIRST_POSITION
    if word.position is not held.position and word.day < held.newest:
        return Reason.OLD_QUOTATION if word.redated else Reason.TOO_OLD
    for candidate in after.candidates:
        if word.id in {one.id for one in candidate.all_words}:
            if not word.anonymous:
                return Reason.SAME_WITNESS
            return Reason.ANONYMOUS_ONLY if candidate.possible else Reason.ANONYMOUS_ALONE
    return Reason.SAME_POSITION


def _carried_on(change: Told, left: Sequence[Word], new: Sequence[Word]) -> Told:
    """The change on what a changed article still says; else each edit would end it and begin another."""
    if change.is_over:
        return change
    still = {
        word.id
        for gone in left
        if gone.id in change.words
        for word in new
        if word.direction is gone.direction
    }
    return replace(change, words=change.words | still) if still else change
