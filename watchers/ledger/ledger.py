"""The ledger over all actors and claims: files an article's statements and says what moved.

Knows words, books and the shelf that keeps them; not how they are kept, and no clock: the moment at
which something was learned is an argument, and is what expiry goes by.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as it was at one arrival, with the words that stand on it."""

    arrival: int
    source: Source
    published: datetime
    words: tuple[tuple[Pair, Word], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A quotation's fingerprint where it was printed, for which words."""

    run: int
    day: date
    pair: Pair
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Everything that an event did, for the shelf to keep."""

    at: datetime
    lines: tuple[ChangeLine, ...] = ()
    #: Books whose fold may have moved.
    touched: tuple[Pair, ...] = ()
    arrival: int | None = None
    article: Article | None = None
    intake: Intake | None = None
    source: Source | None = None
    statements: tuple[tuple[Statement, Word], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    #: The arrival that left, and what of it fell.
    retired: int | None = None
    fallen: tuple[tuple[Pair, Fallen], ...] = ()
    #: Words whose quotation turned out to be older.
    redated: tuple[Word, ...] = ()


class Shelf(Protocol):
    """Where the ledger's words are kept. Everything asked for includes what was filed before."""

    def next_numbers(self) -> tuple[int, int]:
        """The next arrival's number and the next word's."""

    def version_of(self, url: str) -> Version | None:
        """The article at an address as it stands now; `None` where there is none."""

    def book(self, pair: Pair) -> Book:
        """The book of an actor and a claim, loaded once and kept while it is in use."""

    def sketches(self, pair: Pair) -> Iterable[tuple[int, frozenset[int]]]:
        """Sketches of recent articles that speak to a pair, by arrival; asked for once a pair."""

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
        """What the time alone does: possible changes whose window has passed."""
        today = now.date()
        due = sorted(pair for pair, until in self._waiting.items() if until < today)
        lines = [line for pair in due for line in self._turn(pair, now, None)]
        return Filed(at=now, lines=tuple(lines), touched=tuple(due))

    def receive(
        self, article: Article, statements: Sequence[Statement], learned_at: datetime
    ) -> Filed:
        """File an article's statements; the same address again is that article, changed."""
        old = self.shelf.version_of(article.url) if article.url else None
        if not statements and old is None:
            return Filed(at=learned_at)
        arrival, number = self.shelf.next_numbers()
        intake = take_in(article, statements, self.policy)
        pairs = list(dict.fromkeys((one.actor, one.claim) for one in statements))
        source = self._source(arrival, article, intake, pairs)
        filed = []
        redated: list[Word] = []
        for place, statement in enumerate(statements):
            word = self._word(number + place, article, statement, source, intake.carried[place])
            word, others = self._date_by_quotation(statement, word, intake.quotations)
            redated += others
            filed.append((statement, _as_first_said(word, statement, old)))
        by_pair: dict[Pair, list[Word]] = {pair: [] for pair in pairs}
        for statement, word in filed:
            by_pair[statement.actor, statement.claim].append(word)
        fallen = _fallen(old, by_pair)
        touched = dict.fromkeys([*(pair for pair, _ in old.words)] if old else [])
        touched = dict.fromkeys([*touched, *pairs])
        lines: list[ChangeLine] = []
        verdicts: list[Verdict] = []
        for pair in touched:
            new, decided = self._file(pair, by_pair.get(pair, ()), old, fallen, article, learned_at)
            lines += new
            verdicts += decided
        self._index.add(arrival, intake.sketch)
        return Filed(
            at=learned_at,
            lines=tuple(lines),
            touched=tuple(touched),
            arrival=arrival,
            article=article,
            intake=intake,
            source=source,
            statements=tuple(filed),
            verdicts=tuple(verdicts),
            retired=old.arrival if old else None,
            fallen=tuple(fallen),
            redated=tuple(redated),
        )

    def withdraw_article(self, url: str, learned_at: datetime) -> Filed:
        """The publisher took the article away: its words leave, and copies of it fall."""
        old = self.shelf.version_of(url)
        if old is None:
            return Filed(at=learned_at)
        fallen = _fallen(old, {})
        touched = tuple(dict.fromkeys(pair for pair, _ in old.words))
        lines: list[ChangeLine] = []
        for pair in touched:
            lines += self._file(pair, (), old, fallen, None, learned_at)[0]
        return Filed(
            at=learned_at,
            lines=tuple(lines),
            touched=touched,
            retired=old.arrival,
            fallen=tuple(fallen),
        )

    def mark_wrong(self, pair: Pair, word: Word, learned_at: datetime) -> Filed:
        """A person says that the reading is wrong: the word leaves, and its copies fall."""
        fallen = Fallen(source=word.source, direction=word.direction, published=word.published)
        outcome = self.shelf.book(pair).receive(
            (), today=learned_at.date(), gone=(word.id,), fallen=(fallen,)
        )
        lines = self._lines(pair, outcome.lines, None, learned_at)
        return Filed(at=learned_at, lines=tuple(lines), touched=(pair,), fallen=((pair, fallen),))

    def _file(  # noqa: PLR0917 - one event's parts, all of them needed
        self,
        pair: Pair,
        words: Sequence[Word],
        old: Version | None,
        fallen: Sequence[tuple[Pair, Fallen]],
        article: Article | None,
        at: datetime,
    ) -> tuple[list[ChangeLine], tuple[Verdict, ...]]:
        outcome = self.shelf.book(pair).receive(
            words,
            today=at.date(),
            gone=[word.id for of, word in old.words if of == pair] if old else (),
            fallen=[one for of, one in fallen if of == pair],
        )
        lines = self._lines(pair, outcome.lines, article, at)
        return lines, outcome.verdicts

    def _turn(self, pair: Pair, now: datetime, article: Article | None) -> list[ChangeLine]:
        outcome = self.shelf.book(pair).receive((), today=now.date())
        return self._lines(pair, outcome.lines, article, now)

    def _lines(
        self, pair: Pair, told: Sequence[Told], article: Article | None, at: datetime
    ) -> list[ChangeLine]:
        untils = [
            change.until for change in self.shelf.book(pair).told if change.state is State.POSSIBLE
        ]
        if untils:
            self._waiting[pair] = min(untils)
        else:
            self._waiting.pop(pair, None)
        return [
            ChangeLine(
                id=f"{pair[0]}.{pair[1]}.{change.number}",
                actor=pair[0],
                claim=pair[1],
                told=change,
                article=article.id if article else None,
                at=at,
            )
            for change in told
        ]

    def _source(
        self, arrival: int, article: Article, intake: Intake, pairs: Sequence[Pair]
    ) -> Source:
        for pair in pairs:
            if pair not in self._indexed:
                self._indexed.add(pair)
                for known, sketch in self.shelf.sketches(pair):
                    if known not in self._index:
                        self._index.add(known, sketch)
        return Source(
            arrival=arrival,
            article=article.id,
            names=intake.names,
            owner=intake.owner,
            agencies=intake.agencies,
            credited=intake.credited,
            copies=self._index.copies_of(intake.sketch),
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
            quotations=carried,
        )

    def _date_by_quotation(
        self, statement: Statement, word: Word, in_article: frozenset[int]
    ) -> tuple[Word, list[Word]]:
        """A known quotation carries the day of its first appearance, whichever came first.

        Where no quotation carries the statement, one that the article prints and that carried the
        same position of the same actor before does: the old words are told as new beside it.
        """
        if word.via is Via.SECONDHAND or not in_article:
            return word, []
        runs = word.quotations or in_article
        pair = (statement.actor, statement.claim)
        same = [
            one
            for one in self.shelf.printed(runs)
            if word.quotations or (one.pair == pair and one.word.direction is word.direction)
        ]
        first = min((one.day for one in same), default=word.day)
        later = {
            one.word.id: one
            for one in same
            if word.quotations and one.day > word.day and one.word.quotations
        }
        redated = []
        for one in later.values():
            self.shelf.book(one.pair).redate(one.word.id, word.day)
            redated.append(replace(one.word, day=word.day, redated=True))
        if first < word.day:
            word = replace(word, day=first, redated=True)
        return word, redated


def _as_first_said(word: Word, statement: Statement, old: Version | None) -> Word:
    """What a changed article still says, it says since its first version."""
    if old is None:
        return word
    pair = (statement.actor, statement.claim)
    for of, before in old.words:
        if of == pair and before.position is word.position and before.via is word.via:
            return replace(
                word,
                day=min(word.day, before.day),
                published=min(word.published, before.published),
            )
    return word


def _fallen(old: Version | None, kept: dict[Pair, list[Word]]) -> list[tuple[Pair, Fallen]]:
    """What the old version said and the new one does not."""
    if old is None:
        return []
    return [
        (
            pair,
            Fallen(source=word.source, direction=word.direction, published=word.published),
        )
        for pair, word in old.words
        if not any(new.direction is word.direction for new in kept.get(pair, ()))
    ]
