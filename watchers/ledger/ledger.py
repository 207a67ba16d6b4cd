"""The ledger over all actors and claims: files an article's statements and says what moved.

Knows words, books and the shelf that keeps them; not how they are kept, and no clock: the moment at
which something was learned is an argument, and is what expiry goes by.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from watchers.ledger.book import Outcome
from watchers.ledger.copies import CopyIndex, Met
from watchers.ledger.dating import as_first_said, date_word, once
from watchers.ledger.filing import ChangeLine, Event, Filed, Gone, Shelf, Version, change_id
from watchers.ledger.intake import Intake, base_day, quotations_of, take_in
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.prints import Pair
from watchers.ledger.records import Source, Told, Word
from watchers.model import Article, Authority, State, Statement

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
    #: The earliest of their last days.
    _first_due: date = field(init=False)

    def __post_init__(self) -> None:
        self._index = CopyIndex(self.policy.copy_containment)
        self._waiting = dict(self.shelf.waiting())
        self._first_due = min(self._waiting.values(), default=date.max)

    def is_due(self, now: datetime) -> bool:
        """Whether the time alone ends anything."""
        return self._first_due < now.date()

    def expire(self, now: datetime) -> Filed:
        """What the time alone does: possible changes whose window has passed, in that order."""
        today = now.date()
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
        met = self._meet(number, intake, statements, learned_at)
        source = _source(number, article, intake, met, old)
        words: list[tuple[Pair, Word]] = []
        redated: list[tuple[Pair, Word]] = []
        for place, statement in enumerate(statements):
            pair = (statement.actor, statement.claim)
            word = self._word(first + place, article, statement, source, intake.carried[place])
            word, others = date_word(self.shelf, pair, as_first_said(pair, word, old))
            redated += others
            words.append((pair, word))
        return self.file(
            words,
            gone=leaves(old, words),
            redated=once(redated),
            named=article.id,
            at=learned_at,
            event=Event.ARTICLE,
            number=number,
            article=article,
            intake=intake,
            source=source,
            statements=tuple(statements),
            retired=old.arrival if old else None,
            sketch=met.keep,
        )

    def withdraw_article(self, url: str, learned_at: datetime) -> Filed:
        """The publisher took the article away: its words leave, and copies of it fall."""
        old = self.shelf.version_of(url)
        if old is None or not old.words:
            return Filed(at=learned_at)
        number, _ = self.shelf.next_numbers()
        return self.file(
            (),
            gone=_gone(old, ()),
            named=None,
            at=learned_at,
            event=Event.GONE,
            number=number,
            retired=old.arrival,
        )

    def mark_wrong(self, pair: Pair, word: Word, learned_at: datetime) -> Filed:
        """A person says that a reading is wrong: the word leaves, and copies of it fall."""
        gone = Gone(pair=pair, word=word, with_copies=True)
        number, _ = self.shelf.next_numbers()
        return self.file(
            (), gone=(gone,), named=None, at=learned_at, event=Event.WRONG, number=number
        )

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
        named: str | None,
        at: datetime,
        **more: Any,
    ) -> Filed:
        """Enter words as they were dated, take away those that are gone, and say what moved.

        `named` is the id of the article that brought or changed them; `more` is known of the event.
        """
        said = [pair for pair, _ in words]
        only_left = [one.pair for one in gone if one.pair not in said]
        touched = dict.fromkeys([*only_left, *said, *(pair for pair, _ in redated)])
        lines: list[ChangeLine] = []
        outcomes: list[tuple[Pair, Outcome]] = []
        freed: list[tuple[Pair, Word]] = []
        for pair in touched:
            left = [one for one in gone if one.pair == pair]
            older = [word for of, word in redated if of == pair]
            entered = [word for of, word in words if of == pair]
            outcome, alone = self._enter(pair, entered, left, older, at.date())
            lines += self._lines(pair, outcome.lines, named, at)
            outcomes.append((pair, outcome))
            freed += alone
        verdicts = {one.word: one for _, outcome in outcomes for one in outcome.verdicts}
        return Filed(
            at=at,
            lines=tuple(lines),
            touched=tuple(touched),
            words=tuple(words),
            verdicts=tuple(verdicts[word.id] for _, word in words),
            gone=tuple(gone),
            freed=tuple(freed),
            redated=tuple(redated),
            echoes=tuple(echo for _, outcome in outcomes for echo in outcome.echoes),
            carried=tuple((pair, *by) for pair, outcome in outcomes for by in outcome.carried),
            **more,
        )

    def _enter(
        self,
        pair: Pair,
        entered: Sequence[Word],
        left: Sequence[Gone],
        older: Sequence[Word],
        today: date,
    ) -> tuple[Outcome, Sequence[tuple[Pair, Word]]]:
        """Change one book; also the words that only repeated those that leave or fall."""
        days = [word.day for word in (*entered, *older, *(one.word for one in left))]
        since = min(days, default=today)
        fallen = [one.fallen for one in left if one.with_copies]
        leaving = [one.word.id for one in left]
        leaving += self.shelf.book(pair, since).falling(fallen) if fallen else []
        alone = self.shelf.echoes(leaving) if leaving else ()
        book = self.shelf.book(pair, since)
        texts = {word.source.text for word in entered if word.source.text != word.source.arrival}
        if strange := [text for text in texts if not book.knows(text)]:
            book.carry(self.shelf.carriers(pair, strange))
        for word in older:
            book.redate(word.id, word.day)
        outcome = book.receive(
            entered,
            today=today,
            gone=[one.word.id for one in left],
            fallen=fallen,
            returned=[word for _, word in alone],
        )
        return outcome, alone

    def _lines(
        self, pair: Pair, told: Sequence[Told], article: str | None, at: datetime
    ) -> list[ChangeLine]:
        waits = [
            change.until
            for change in self.shelf.book(pair, date.max).told
            if change.state is State.POSSIBLE
        ]
        until = min(waits, default=None)
        if until != self._waiting.get(pair):
            self._waiting.pop(pair, None)
            self._waiting |= {pair: until} if until else {}
            self._first_due = min(self._waiting.values(), default=date.max)
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

    def _meet(
        self, number: int, intake: Intake, statements: Sequence[Statement], at: datetime
    ) -> Met:
        """Which text an article has, and of which others it is a copy."""
        pairs = frozenset((one.actor, one.claim) for one in statements)
        if not pairs:
            return Met(text=number, copies=frozenset(), keep=None)
        for pair in sorted(pairs - self._indexed):
            for known in self.shelf.sketches(pair):
                self._index.add(known.text, known.runs, known.pairs, known.kept_at)
        self._indexed |= pairs
        return self._index.meet(number, intake.sketch, pairs, at)

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
            quotations=quotations_of(statement.via, carried, source.quotations),
            loose=not carried,
        )


def _source(number: int, article: Article, intake: Intake, met: Met, old: Version | None) -> Source:
    return Source(
        arrival=number,
        text=met.text,
        article=article.id,
        origin=old.source.origin if old else number,
        names=intake.names,
        owner=intake.owner,
        agencies=intake.agencies,
        credited=intake.credited,
        copies=met.copies,
        quotations=intake.quotations,
    )


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
