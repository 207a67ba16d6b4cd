"""The ledger over all actors and claims: files an article's statements and says what moved.

Knows words, books and the shelf that keeps them; not how they are kept, and no clock: the moment at
which something was learned is an argument, and is what expiry goes by.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from watchers.ledger.book import Book, Fallen
from watchers.ledger.copies import CopyIndex
from watchers.ledger.intake import Intake, base_day, take_in
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.records import Source, Told, Verdict, Word
from watchers.model import Article, Authority, Position, State, Statement, Via

#: An actor and a claim.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change each time its state moves."""

    #: Stable through the change's states.
    id: str
    actor: str
    claim: str
    told: Told
    #: The article whose arrival moved it; `None` where time alone did.
    article: str | None
    at: datetime

    @property
    def state(self) -> State:
        return self.told.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Where an actor stood according to a baseline."""

    actor: str
    claim: str
    position: Position
    speaker: str
    authority: Authority
    said_on: date
    #: From the shipped baseline, which ages; else it counts as heard.
    inherited: bool = False
    #: What it rests on, in words; and the document it was taken from.
    basis: str = ""
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as it was at one arrival, with the words that stand on it."""

    arrival: int
    source: Source
    published: datetime
    words: tuple[tuple[Pair, Word], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A word that is carried by a long quotation."""

    pair: Pair
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A word that left with its article, or was marked as misread."""

    pair: Pair
    word: Word
    #: Not where the changed article still says so.
    with_copies: bool

    @property
    def fallen(self) -> Fallen:
        word = self.word
        return Fallen(source=word.source, direction=word.direction, published=word.published)


class Event(StrEnum):
    """What the ledger learns of."""

    ARTICLE = "article"
    #: The publisher took an article away.
    GONE = "gone"
    #: A person marked a reading wrong.
    WRONG = "wrong"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Everything that an event did, for the shelf to keep."""

    at: datetime
    #: `None` where only time passed, or nothing was there to file.
    event: Event | None = None
    #: The event's number; of an article, also its version's.
    number: int = 0
    lines: tuple[ChangeLine, ...] = ()
    #: Books whose fold may have moved.
    touched: tuple[Pair, ...] = ()
    article: Article | None = None
    intake: Intake | None = None
    source: Source | None = None
    statements: tuple[Statement, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    #: The version of the article that left, and the words that did.
    retired: int | None = None
    gone: tuple[Gone, ...] = ()
    #: The words that were entered, as they were dated.
    words: tuple[tuple[Pair, Word], ...] = ()
    #: Words that turned out to be older than they said.
    redated: tuple[tuple[Pair, Word], ...] = ()


class Shelf(Protocol):
    """Where the ledger's words are kept. Everything asked for includes what was filed before."""

    def next_numbers(self) -> tuple[int, int]:
        """The next event's number and the next word's."""

    def version_of(self, url: str) -> Version | None:
        """The article at an address as it stands now; `None` where there is none."""

    def book(self, pair: Pair, since: date) -> Book:
        """The book of an actor and a claim with at least what a word of that day can touch."""

    def repeated(self, pair: Pair, word: Word) -> Sequence[Word]:
        """Words for the same position in near-copies of a word's article, however old they are."""

    def sketches(self, pair: Pair) -> Iterable[tuple[int, frozenset[int], frozenset[Pair]]]:
        """Recent articles that speak to a pair, with sketch and pairs; asked for once a pair."""

    def printed(self, runs: frozenset[int]) -> Sequence[Printed]:
        """Words that were carried by a quotation with one of the fingerprints."""

    def waiting(self) -> Iterable[tuple[Pair, date]]:
        """Pairs with a possible change, and the last day that it waits; asked for once."""


#: Gives one key to each speaker: actor, speaker as named, rank, day.
SpeakerKey = Callable[[str, str, Authority, date], str]


@dataclass(slots=True)
class Ledger:
    """Files what arrives, in order, over a shelf."""

    shelf: Shelf
    speaker_key: SpeakerKey
    policy: Policy = DEFAULT
    _index: CopyIndex = field(init=False)
    _indexed: set[Pair] = field(init=False, default_factory=set)
    _waiting: dict[Pair, date] = field(init=False)

    def __post_init__(self) -> None:
        self._index = CopyIndex(self.policy.copy_containment)
        self._waiting = dict(self.shelf.waiting())

    def expire(self, now: datetime) -> Filed:
        """What the time alone does: possible changes whose window has passed, in that order."""
        today = now.date()
        if not self._waiting or min(self._waiting.values()) >= today:
            return Filed(at=now)
        due = sorted((until, pair) for pair, until in self._waiting.items() if until < today)
        lines: list[ChangeLine] = []
        for until, pair in due:
            end = datetime.combine(until + timedelta(days=1), time.min, UTC)
            outcome = self.shelf.book(pair, until).receive((), today=today)
            lines += self._lines(pair, outcome.lines, None, end)
        return Filed(at=now, lines=tuple(lines), touched=tuple(pair for _, pair in due))

    def receive(
        self,
        article: Article,
        statements: Sequence[Statement],
        learned_at: datetime,
        intake: Intake | None = None,
    ) -> Filed:
        """File an article's statements; the same address again is that article, changed."""
        return self._receive(article, statements, learned_at, intake, _gone)

    def read_again(
        self, article: Article, statements: Sequence[Statement], learned_at: datetime
    ) -> Filed:
        """File an article as it is read now. Nobody changed it: what copies of it say stands."""
        return self._receive(article, statements, learned_at, None, _no_longer_read)

    def _receive(
        self,
        article: Article,
        statements: Sequence[Statement],
        learned_at: datetime,
        intake: Intake | None,
        leaves: "Leaves",
    ) -> Filed:
        old = self.shelf.version_of(article.url) if article.url else None
        if not statements and old is None:
            return Filed(at=learned_at)
        number, first = self.shelf.next_numbers()
        intake = intake or take_in(article, statements, self.policy)
        source = self._source(number, article, intake, statements)
        filed: list[tuple[Statement, Word]] = []
        redated: list[tuple[Pair, Word]] = []
        for place, statement in enumerate(statements):
            word = self._word(first + place, article, statement, source, intake.carried[place])
            word = _as_first_said(word, statement, old)
            word, others = self._date((statement.actor, statement.claim), word)
            redated += others
            filed.append((statement, word))
        self._index.add(number, intake.sketch, _pairs(statements))
        words = [((one.actor, one.claim), word) for one, word in filed]
        result = self.file(
            words,
            gone=leaves(old, words),
            redated=_once(redated),
            article=article.id,
            at=learned_at,
        )
        return replace(
            result,
            event=Event.ARTICLE,
            number=number,
            article=article,
            intake=intake,
            source=source,
            statements=tuple(statement for statement, _ in filed),
            retired=old.arrival if old else None,
        )

    def withdraw_article(self, url: str, learned_at: datetime) -> Filed:
        """The publisher took the article away: its words leave, and copies of it fall."""
        old = self.shelf.version_of(url)
        if old is None:
            return Filed(at=learned_at)
        result = self.file((), gone=_gone(old, ()), article=None, at=learned_at)
        number, _ = self.shelf.next_numbers()
        return replace(result, event=Event.GONE, number=number, retired=old.arrival)

    def mark_wrong(self, pair: Pair, word: Word, learned_at: datetime) -> Filed:
        """A person says that a reading is wrong: the word leaves, and copies of it fall."""
        gone = Gone(pair=pair, word=word, with_copies=True)
        result = self.file((), gone=(gone,), article=None, at=learned_at)
        number, _ = self.shelf.next_numbers()
        return replace(result, event=Event.WRONG, number=number)

    def give(self, pair: Pair, word: Word, learned_at: datetime) -> Filed:
        """Take a holding from a baseline, untold."""
        number, _ = self.shelf.next_numbers()
        self.shelf.book(pair, word.day).load([word])
        return Filed(
            at=learned_at, event=Event.GIVEN, number=number, touched=(pair,), words=((pair, word),)
        )

    def file(
        self,
        words: Sequence[tuple[Pair, Word]],
        *,
        gone: Sequence[Gone] = (),
        redated: Sequence[tuple[Pair, Word]] = (),
        article: str | None,
        at: datetime,
    ) -> Filed:
        """Enter words as they were dated, take away those that are gone, and say what moved."""
        touched = dict.fromkeys([*(one.pair for one in gone), *(pair for pair, _ in words)])
        lines: list[ChangeLine] = []
        verdicts: dict[int, Verdict] = {}
        for pair, word in redated:
            self.shelf.book(pair, word.day).redate(word.id, word.day)
            touched.setdefault(pair)
        for pair in touched:
            mine = [word for of, word in words if of == pair]
            left = [one for one in gone if one.pair == pair]
            days = [word.day for word in mine] + [one.word.day for one in left]
            outcome = self.shelf.book(pair, min(days, default=at.date())).receive(
                mine,
                today=at.date(),
                gone=[one.word.id for one in left],
                fallen=[one.fallen for one in left if one.with_copies],
            )
            lines += self._lines(pair, outcome.lines, article, at)
            verdicts |= {one.word: one for one in outcome.verdicts}
        return Filed(
            at=at,
            lines=tuple(lines),
            touched=tuple(touched),
            words=tuple(words),
            verdicts=tuple(verdicts[word.id] for _, word in words),
            gone=tuple(gone),
            redated=tuple(redated),
        )

    def _lines(
        self, pair: Pair, told: Sequence[Told], article: str | None, at: datetime
    ) -> list[ChangeLine]:
        waits = [
            change.until
            for change in self.shelf.book(pair, date.max).told
            if change.state is State.POSSIBLE
        ]
        if waits:
            self._waiting[pair] = min(waits)
        else:
            self._waiting.pop(pair, None)
        return [
            ChangeLine(
                id=change_id(pair, change.number),
                actor=pair[0],
                claim=pair[1],
                told=change,
                article=article,
                at=at,
            )
            for change in told
        ]

    def _source(
        self, number: int, article: Article, intake: Intake, statements: Sequence[Statement]
    ) -> Source:
        for one in statements:
            pair = (one.actor, one.claim)
            if pair not in self._indexed:
                self._indexed.add(pair)
                for known, sketch, pairs in self.shelf.sketches(pair):
                    if known not in self._index:
                        self._index.add(known, sketch, pairs)
        return Source(
            arrival=number,
            article=article.id,
            names=intake.names,
            owner=intake.owner,
            agencies=intake.agencies,
            credited=intake.credited,
            copies=self._index.copies_of(intake.sketch, _pairs(statements)),
            quotations=intake.quotations,
        )

    def _word(
        self,
        number: int,
        article: Article,
        statement: Statement,
        source: Source,
        carried: frozenset[int],
    ) -> Word:
        day = base_day(statement, article)
        return Word(
            id=number,
            position=statement.position,
            speaker=self.speaker_key(statement.actor, statement.speaker, statement.authority, day),
            authority=statement.authority,
            when=statement.when,
            via=statement.via,
            act=statement.act,
            day=day,
            published=article.published,
            confidence=statement.confidence,
            source=source,
            quotations=frozenset()
            if statement.via is Via.SECONDHAND
            else carried or source.quotations,
            loose=not carried,
        )

    def _date(self, pair: Pair, word: Word) -> tuple[Word, list[tuple[Pair, Word]]]:
        """The word on the day of the oldest that it repeats, and others that are older by it.

        A known quotation carries the day of its first appearance, a copy that of its original,
        whichever came first.
        """
        linked = self._repeats(pair, word)
        day = min([word.day, *(other.day for _, other in linked)])
        redated: dict[int, tuple[Pair, Word]] = {}
        while linked:
            of, other = linked.pop()
            if other.day > day and other.id not in redated:
                redated[other.id] = (of, replace(other, day=day, redated=True))
                linked += self._repeats(of, other)
        if day < word.day:
            word = replace(word, day=day, redated=True)
        return word, list(redated.values())

    def _repeats(self, pair: Pair, word: Word) -> list[tuple[Pair, Word]]:
        """Words that say the same in the same words: near-copies, and those with its quotation."""
        found: list[tuple[Pair, Word]] = []
        found += [(pair, other) for other in self.shelf.repeated(pair, word)]
        if word.quotations:
            found += [
                (one.pair, one.word)
                for one in self.shelf.printed(word.quotations)
                if _share_quotation(pair, word, one)
            ]
        return found


def _share_quotation(pair: Pair, word: Word, other: Printed) -> bool:
    """Both are carried by it; or one is, and the other says the same of the same actor beside it."""
    if word.loose and other.word.loose:
        return False
    if not word.loose and not other.word.loose:
        return True
    return pair == other.pair and word.direction is other.word.direction


def _pairs(statements: Sequence[Statement]) -> frozenset[Pair]:
    return frozenset((one.actor, one.claim) for one in statements)


def change_id(pair: Pair, number: int) -> str:
    """A change's id: actor, claim and its number among their changes."""
    return f"{pair[0]}.{pair[1]}.{number}"


def _once(redated: Sequence[tuple[Pair, Word]]) -> list[tuple[Pair, Word]]:
    """Two statements of one article may date the same older word: its first day is what counts."""
    first: dict[int, tuple[Pair, Word]] = {}
    for pair, word in redated:
        known = first.get(word.id)
        if known is None or word.day < known[1].day:
            first[word.id] = (pair, word)
    return list(first.values())


def _as_first_said(word: Word, statement: Statement, old: Version | None) -> Word:
    """What a changed article still says, it says since its first version."""
    pair = (statement.actor, statement.claim)
    for of, before in old.words if old else ():
        if of == pair and before.position is word.position and before.via is word.via:
            return replace(
                word,
                day=min(word.day, before.day),
                published=min(word.published, before.published),
            )
    return word


def _gone(old: Version | None, kept: Sequence[tuple[Pair, Word]]) -> list[Gone]:
    """The old version's words; copies fall with those that the new one does not repeat."""
    return [
        Gone(
            pair=pair,
            word=word,
            with_copies=not any(of == pair and new.direction is word.direction for of, new in kept),
        )
        for pair, word in (old.words if old else ())
    ]


#: The words that leave with an article's old version, given those of the new one.
Leaves = Callable[[Version | None, Sequence[tuple[Pair, Word]]], list[Gone]]


def _no_longer_read(old: Version | None, _: Sequence[tuple[Pair, Word]]) -> list[Gone]:
    """The old version's words, and none of its copies'."""
    return [
        Gone(pair=pair, word=word, with_copies=False) for pair, word in (old.words if old else ())
    ]
