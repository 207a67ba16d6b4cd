"""One actor's words on one claim, folded and kept folded as words come and go.

Knows words, the fold and what was told; no text, no database, no clock but the day it is handed.
Only the days that an arrival can touch are weighed again.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from watchers.ledger.announce import Arrival, decide_changes
from watchers.ledger.days import Day, disowned_by, insists, is_strike, strikes, weigh_day
from watchers.ledger.fold import Standing, Step, take_day
from watchers.ledger.pile import Pile, prints_of
from watchers.ledger.policy import Policy
from watchers.ledger.records import (
    Carriers,
    Fold,
    Holding,
    Move,
    Reason,
    Source,
    Told,
    Verdict,
    Word,
)
from watchers.ledger.witnesses import is_copy
from watchers.model import Direction, Position, State


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
    #: Words that only repeat another one, each with that, and are not held.
    echoes: tuple[tuple[int, int], ...] = ()
    #: Texts and who was learned to have printed them.
    carried: tuple[tuple[int, str], ...] = ()


class _Fates(Mapping[int, Reason]):
    """Why words count for nothing, looked up by the day of each."""

    def __init__(self, pile: Pile, weighed: Mapping[date, Day], steps: Mapping[date, Step]) -> None:
        self._pile, self._weighed, self._steps = pile, weighed, steps

    def __getitem__(self, word_id: int) -> Reason:
        day = self._pile.held[word_id].day
        weighed = self._weighed[day].dropped.get(word_id)
        if weighed is not None or day not in self._steps:
            return weighed or self._weighed[day].dropped[word_id]
        return self._steps[day].dropped[word_id]

    def __iter__(self) -> Iterator[int]:
        return (word.id for word in self._pile if word.id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Book:
    """The words of an actor on a claim."""

    def __init__(self, policy: Policy, start: Standing | None = None) -> None:
        self.policy = policy
        #: How far the days lie from each other by which each other's words are judged.
        self._near = timedelta(days=max(policy.dispute_days, policy.shield_days))
        self.start = start or Standing()
        #: Changes that live, and those that ended since the book was loaded or cut.
        self.told: list[Told] = []
        self.ended: list[Told] = []
        #: Number of the latest change.
        self.number = 0
        #: The first day that is folded; what those before amount to is in `start`.
        self.covers = date.min
        self._pile = Pile()
        self._fallen: list[Fallen] = []
        self._strikes: dict[int, Word] = {}
        self._weighed: dict[date, Day] = {}
        self._steps: dict[date, Step] = {}
        self._order: list[date] = []
        self._fates = _Fates(self._pile, self._weighed, self._steps)
        self._moves: tuple[Move, ...] = ()
        self._course: tuple[tuple[date, Position], ...] = ()
        self._is_stale = True
        self._dirty: set[date] = set()
        #: Words that turned out to be older since anything was decided.
        self._older: list[int] = []
        #: The last day on which the fold may differ, however little the days before it do.
        self._differs_until = date.min
        self._fold = self._gather()

    @property
    def fold(self) -> Fold:
        return self._fold

    def steps(self) -> list[Step]:
        """What each day did, oldest first."""
        return [self._steps[day] for day in self._order]

    @property
    def size(self) -> int:
        """Words that are held."""
        return len(self._pile)

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
        carriers: Carriers | None = None,
        number: int = 0,
        covers: date = date.min,
    ) -> None:
        """Fill the book with what was kept; nothing is told."""
        self.covers = max(self.covers, covers)
        self._fallen += fallen
        self.carry(carriers or {})
        for word in words:
            self._put(word)
        self._refold()
        self.told += [change for change in told if self._can_end(change)]
        self.number = max(self.number, number)

    def carry(self, carriers: Carriers) -> None:
        """Take in who was known before to have printed texts that no word here has."""
        for text, names in carriers.items():
            self._pile.carry(text, names)
        self._pile.learned.clear()

    def knows(self, text: int) -> bool:
        """Whether who has printed a text is known here."""
        return text in self._pile.carriers or bool(self._pile.of_text(text))

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
        self._pile.cut(margin, self.start.words)
        self._strikes = {word.id: word for word in self._pile if is_strike(word)}
        for known in [known for known in self._weighed if known < margin]:
            del self._weighed[known]
        self._order = [known for known in self._order if known >= day]
        self._is_stale = True
        self.covers = day
        self._fold = self._gather()
        self.told = [change for change in self.told if self._can_end(change)]
        self.ended = []
        return self.start

    def _can_end(self, change: Told) -> bool:
        """Whether a word of a day that is folded here can still end a change."""
        if change.state in (State.POSSIBLE, State.CONTESTED) or change.since >= self.covers:
            return True
        return any(not change.words.isdisjoint(w.id for w in one.words) for one in self._moves)

    def receive(
        self,
        words: Sequence[Word],
        *,
        today: date,
        gone: Sequence[int] = (),
        fallen: Sequence[Fallen] = (),
        returned: Iterable[Word] = (),
    ) -> Outcome:
        """Add words, take away those that are gone, fold again, and say what moved.

        `returned` are the words that repeat those that are gone or fall, which the shelf had.
        """
        before = self._fold
        self._fallen += fallen
        if fallen:
            self._dirty |= set(self._pile.days)
        left = [word for word in map(self._take, gone) if word is not None]
        for word in returned:
            self._put(word)
        entered: list[Word] = []
        echoes: dict[int, Word] = {}
        for word in words:
            original = self._original_of(word)
            if original is None:
                self._put(word)
                entered.append(word)
            else:
                echoes[word.id] = original
                self._repeat(word)
        self._refold()
        if left or self._pile.repeated:
            self.told = [self._carried_on(change, left, entered) for change in self.told]
        lines = self._decide(before, entered, left, today)
        self._older = []
        return Outcome(
            lines=lines,
            verdicts=tuple(
                self._verdict(word, echoes.get(word.id, word), before, lines) for word in words
            ),
            echoes=tuple((echo, original.id) for echo, original in echoes.items()),
            carried=self._learned(),
        )

    def falling(self, fallen: Sequence[Fallen]) -> list[int]:
        """The words that are held and will fall."""
        return [w.id for w in self._pile if any(_falls_with(w, one) for one in fallen)]

    def redate(self, word_id: int, day: date) -> None:
        """A word turns out to be older than it said."""
        word = self._take(word_id)
        if word is not None:
            self._put(replace(word, day=min(day, word.day)))
            self._older.append(word_id)

    def copies_of(self, word: Word) -> list[Word]:
        """Words for the same position in its text, in near-copies of it, or in what it copies."""
        return self._pile.near(word)

    def _decide(
        self, before: Fold, words: Sequence[Word], left: Sequence[Word], today: date
    ) -> tuple[Told, ...]:
        late = any(one.state is State.POSSIBLE and one.until < today for one in self.told)
        if not (late or left or self._older or self._differs_from(before)):
            return ()
        arrival = Arrival(
            words=tuple(words),
            left=frozenset(word.id for word in left),
            older=frozenset(self._older),
            today=today,
            number=self.number,
        )
        decided = decide_changes(self.told, before, self._fold, arrival, self.policy)
        self.told = [change for change in decided.told if not change.is_over]
        self.ended += [change for change in decided.told if change.is_over]
        self.number = max([self.number, *(line.number for line in decided.lines)])
        return decided.lines

    def _differs_from(self, before: Fold) -> bool:
        """Whether anything that is told may differ: not where only what is held was heard again."""
        now = self._fold
        return now is not before and (
            now.course is not before.course
            or now.candidates != before.candidates
            or now.dispute != before.dispute
        )

    def _original_of(self, word: Word) -> Word | None:
        """The word that stands for this one, which only repeats it; `None` where it counts."""
        standing = self._first_standing(self._pile.alike(word))
        if standing is None or self._has_fallen(word) or word.order < standing.order:
            return None
        return standing

    def _repeat(self, word: Word) -> None:
        """Note that a text was printed once more."""
        text = word.source.text
        if self._pile.links(self._pile.carry(text, prints_of(word))):
            # Witnesses that were two may be one, on any day from here on.
            self._dirty |= {one.day for one in self._pile.of_text(text)}
            self._differs_until = date.max

    def _learned(self) -> tuple[tuple[int, str], ...]:
        learned = tuple(self._pile.learned)
        self._pile.learned.clear()
        return learned

    def _first_standing(self, same: Iterable[Word]) -> Word | None:
        """Of words that are alike, the one that counts for all."""
        return next((word for word in same if not self._has_fallen(word)), None)

    def _put(self, word: Word) -> None:
        if self._pile.put(word):
            self._differs_until = date.max
        self._touch(word)
        if is_strike(word):
            self._strikes[word.id] = word

    def _take(self, word_id: int) -> Word | None:
        word = self._pile.take(word_id)
        if word is not None:
            self._strikes.pop(word_id, None)
            self._touch(word)
        return word

    def _touch(self, word: Word) -> None:
        self._dirty.add(word.day)
        reach = timedelta(days=self.policy.strike_days)
        if is_strike(word):
            self._dirty |= {d for d in self._pile.days if word.day - reach <= d <= word.day}
        elif self._strikes:
            # What a bare "we said no such thing" disowns depends on the words before it.
            for act in self._strikes.values():
                if word.day <= act.day <= word.day + reach and not act.direction:
                    self._dirty |= {d for d in self._pile.days if act.day - reach <= d <= act.day}

    def _refold(self) -> None:
        if not self._dirty:
            return
        changed = [day for day in self._dirty if self._weigh(day)]
        if self._differs_until > date.min:
            changed = list(self._dirty)
        self._dirty = set()
        if not changed:
            return
        first, last = min(changed) - self._near, max(changed) + self._near
        last = max(last, self._differs_until)
        self._differs_until = date.min
        place = bisect_left(self._order, first)
        standing = self._steps[self._order[place - 1]].after if place else self.start
        for day in self._order[place:]:
            step = take_day(
                standing, self._weighed[day], self._weighed, self._pile.carriers, self.policy
            )
            old = self._steps.get(day)
            self._steps[day] = step
            self._is_stale |= bool(step.course) or bool(old and old.course)
            if day > last and old is not None and old.after == step.after:
                break  # from here on nothing differs
            standing = step.after
        self._fold = self._gather()

    def _weigh(self, day: date) -> bool:
        """Weigh a day's words; whether what is left of them differs from what was."""
        same = self._pile.on(day)
        old = self._weighed.get(day)
        if not same:
            if old is not None:
                del self._weighed[day]
                self._steps.pop(day, None)
                if day >= self.covers:
                    self._order.remove(day)
                self._is_stale = True
            return old is not None
        if old is None and day >= self.covers:
            insort(self._order, day)
        dropped: dict[int, Reason] = {}
        words: list[Word] = []
        for alike in same:
            dropped |= {word.id: Reason.FALLEN for word in alike if self._has_fallen(word)}
            word = self._first_standing(alike)
            if word is None:
                continue
            if self._is_struck(word):
                dropped[word.id] = Reason.DENIED
            else:
                words.append(word)
        weighed = weigh_day(day, words, self._pile.carriers, self.policy)
        weighed.dropped.update(dropped)
        self._weighed[day] = weighed
        return old is None or not weighed.counts_like(old)

    def _has_fallen(self, word: Word) -> bool:
        return bool(self._fallen) and any(_falls_with(word, one) for one in self._fallen)

    def _is_struck(self, word: Word) -> bool:
        for act in self._strikes.values():
            if act.day < word.day or word.act is not None or not self._stands(act):
                continue
            direction = disowned_by(act, self._before(act)) if not act.direction else None
            if not act.direction and direction is None:
                continue
            same_day = (one for alike in self._pile.on(word.day) for one in alike)
            if strikes(
                act, word, direction or Direction(-act.direction), self.policy
            ) and not insists(word, act, same_day, self.policy):
                return True
        return False

    def _before(self, act: Word) -> list[Word]:
        reach = timedelta(days=self.policy.strike_days)
        return [
            word
            for day in self._pile.days
            if act.day - reach <= day <= act.day
            for alike in self._pile.on(day)
            if (word := self._first_standing(alike)) is not None
        ]

    def _stands(self, word: Word) -> bool:
        """Whether it has not fallen and repeats nothing that has not."""
        return self._first_standing(self._pile.alike(word)) is word

    def _gather(self) -> Fold:
        standing = self._steps[self._order[-1]].after if self._order else self.start
        if self._is_stale:
            steps = self.steps()
            held = self.start.holding
            self._moves = tuple(move for step in steps for move in step.moves)
            self._course = (
                *(((date.min, held.position),) if held else ()),
                *(turn for step in steps for turn in step.course),
            )
            self._is_stale = False
        return Fold(
            holding=standing.holding,
            candidates=standing.candidates,
            dispute=standing.dispute,
            moves=self._moves,
            course=self._course,
            fates=self._fates,
            words=self._pile.held,
            carriers=self._pile.carriers,
        )

    def _verdict(self, word: Word, original: Word, before: Fold, lines: Sequence[Told]) -> Verdict:
        """What became of a word: of what it repeats, where it does."""
        stands = next(
            (told for told in reversed(self.told) if original.id in told.words),
            None,
        )
        return Verdict(
            word=word.id,
            reason=self._reason(word, original, before, lines),
            change=stands.number if stands else None,
        )

    def _reason(
        self, word: Word, original: Word, before: Fold, lines: Sequence[Told]
    ) -> Reason | None:
        fate = self._fold.fates.get(original.id)
        if fate is not None:
            return fate
        line = next((one for one in lines if word.id in one.words), None)
        if line is not None:
            return Reason.AWAITING_SECOND_WITNESS if line.state is State.POSSIBLE else None
        return _reason_unmoved(word, original, before.holding, self._fold)

    def _carried_on(self, change: Told, left: Sequence[Word], new: Sequence[Word]) -> Told:
        """The change on what still says so: the changed article, or a copy that stands for it now.

        Else each edit would end it and begin another.
        """
        gone = [word for word in left if word.id in change.words]
        still = {word.id for word in new for one in gone if word.direction is one.direction}
        for word in (*gone, *(one for one in self._pile.repeated if one.id in change.words)):
            stands = self._first_standing(self._pile.alike(word))
            still |= {stands.id} if stands else set()
        return change if still <= change.words else replace(change, words=change.words | still)


def _falls_with(word: Word, one: Fallen) -> bool:
    """Whether a word repeats what was taken back, and not before it was printed."""
    return (
        word.direction is one.direction
        and word.source.origin != one.source.origin
        and word.published >= one.published
        and not word.given
        and is_copy(word.source, one.source)
    )


def _reason_unmoved(word: Word, original: Word, held: Holding | None, after: Fold) -> Reason:
    """Why a word that counts moved nothing that is told."""
    if held is None:
        return Reason.ANONYMOUS_ALONE if word.anonymous else Reason.FIRST_POSITION
    if word.position is not held.position and word.day < held.newest:
        return Reason.OLD_QUOTATION if word.redated else Reason.TOO_OLD
    for candidate in after.candidates:
        if original.id in {one.id for one in candidate.all_words}:
            if not word.anonymous:
                return Reason.SAME_WITNESS
            return Reason.ANONYMOUS_ONLY if candidate.possible else Reason.ANONYMOUS_ALONE
    return Reason.SAME_POSITION
