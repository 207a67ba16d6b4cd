"""The ledger's shelf on a database: loads what a book needs, keeps what was filed.

Knows the tables and how much of a book to hold in memory; decides nothing. What was filed waits in
memory until `flush`, so that a replay writes many articles at once; every question looks there too.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.ledger.book import Book, Fallen
from watchers.ledger.filing import Filed, Given, Sketch, Version
from watchers.ledger.fold import Standing
from watchers.ledger.policy import Policy
from watchers.ledger.prints import Pair, Prints
from watchers.ledger.records import Carriers, Move, Source, Told, Word
from watchers.model import State
from watchers.store import ledger_rows as rows
from watchers.store import tables as t
from watchers.store.bulk import insert_all
from watchers.store.ledger_words import read_row, words_query

Item = TypeVar("Item")

#: Words of a book from which its early days are put away at a checkpoint.
WORDS_MAX = 200
#: Days that stay in a book when it is cut; what comes later than that loads an older checkpoint.
DAYS_KEPT = 30
#: Days that are put away at once at the least, so that it is not done at each flush.
DAYS_CUT = 10
#: Books held at once; others are loaded again when they are asked for.
BOOKS_MAX = 2000
#: Values in one query's list; SQLite's oldest limit is 999.
LIST_MAX = 900

_BUFFERED = (
    "events",
    "articles",
    "sketches",
    "statements",
    "quotations",
    "datings",
    "echoes",
    "carriers",
    "fallen",
    "verdicts",
    "transitions",
)


class SqlShelf:
    """Keeps a ledger in a database, one connection at a time."""

    def __init__(self, connection: Connection, policy: Policy) -> None:
        self.connection = connection
        self._policy = policy
        #: How far before a word's day the fold can differ by it.
        self._reach = timedelta(days=policy.reach_days)
        self._books: OrderedDict[Pair, Book] = OrderedDict()
        self._saved: dict[Pair, tuple[dict[int, Told], tuple[Move, ...]]] = {}
        self._checkpoints: dict[Pair, date | None] = {}
        self._touched: dict[Pair, None] = {}
        self._buffers: dict[str, list[rows.Row]] = {name: [] for name in _BUFFERED}
        self._versions: dict[str, Version | None] = {}
        #: The days that words were given since the last `flush`; those that left.
        self._redated: dict[int, date] = {}
        self._left: set[int] = set()
        self._prints = Prints()
        #: Fingerprints that were asked for already; what was printed since is in `_prints`.
        self._asked: set[int] = set()
        #: Statements that others were found to repeat since the last `flush`.
        self._repeated: set[int] = set()
        self._numbers: tuple[int, int] | None = None

    # -- what the ledger asks

    def next_numbers(self) -> tuple[int, int]:
        if self._numbers is None:
            self._numbers = (
                (self._one(sa.select(sa.func.max(t.ledger_events.c.seq))) or 0) + 1,
                (self._one(sa.select(sa.func.max(t.ledger_statements.c.id))) or 0) + 1,
            )
        return self._numbers

    def version_of(self, url: str) -> Version | None:
        if url not in self._versions:
            self.look_up([url], ())
        version = self._versions[url]
        return version and version.since_then(self._redated, self._left)

    def book(self, pair: Pair, since: date) -> Book:
        book = self._books.get(pair)
        need = None if since == date.max else since - self._reach
        if book is not None and (need is None or need >= book.covers):
            return book
        if book is not None:
            self.flush()
        book = self._load_book(pair, need)
        self._books[pair] = book
        return book

    def repeated(self, pair: Pair, word: Word) -> Sequence[Word]:
        texts = {word.source.text, *word.source.copies} - {word.source.arrival}
        if not texts:
            return ()
        book = self.book(pair, word.day)
        found = book.copies_of(word)
        # What repeats each other is of one day: a text that one is found of needs no looking for.
        missing = sorted(texts - {other.source.text for other in found})
        if missing and book.covers > date.min:
            s, a = t.ledger_statements.c, t.ledger_articles.c
            mine = (s.actor == pair[0], s.claim == pair[1], s.position == word.position.value)
            for some in _batches(missing):
                condition = sa.and_(*mine, a.text.in_(some), _stands_for_itself())
                found += [other for _, other in self._load_where(condition)]
        return found

    def echoes(self, originals: Collection[int]) -> Sequence[tuple[Pair, Word]]:
        if not self._repeated.isdisjoint(originals):
            self.flush()
        e, s = t.ledger_echoes.c, t.ledger_statements.c
        found: list[tuple[Pair, Word]] = []
        for some in _batches(sorted(originals)):
            those = sa.select(e.statement).where(e.original.in_(some))
            found += self._load_where(s.id.in_(those))
        return found

    def carriers(self, pair: Pair, texts: Collection[int]) -> Carriers:
        c = t.ledger_carriers.c
        found: defaultdict[int, set[str]] = defaultdict(set)
        for some in _batches(sorted(texts)):
            query = sa.select(c.text, c.name).where(
                c.actor == pair[0], c.claim == pair[1], c.text.in_(some)
            )
            for text, name in self.connection.execute(query):
                found[text].add(name)
        return found

    def sketches(self, pair: Pair) -> Iterable[Sketch]:
        about, kept = t.ledger_statements.c, t.ledger_sketches.c
        speak = sa.select(about.seq).where(about.actor == pair[0], about.claim == pair[1])
        query = (
            sa.select(t.ledger_sketches, about.actor, about.claim)
            .join(t.ledger_statements, about.seq == kept.seq)
            .where(kept.seq.in_(speak))
            .order_by(kept.seq)
        )
        found = self.connection.execute(query)
        for _, group in groupby(found, key=lambda row: row.seq):
            some = list(group)
            yield Sketch(
                text=some[0].text,
                runs=rows.unpack(some[0].sketch),
                pairs=frozenset((row.actor, row.claim) for row in some),
                kept_at=some[0].learned_at,
            )

    def prints(self, runs: frozenset[int]) -> Prints:
        if not runs <= self._asked:
            self.look_up((), runs)
        return self._prints

    def waiting(self) -> Iterable[tuple[Pair, date]]:
        c = t.ledger_changes.c
        query = (
            sa.select(c.actor, c.claim, sa.func.min(c.until).label("until"))
            .where(c.state == State.POSSIBLE.value)
            .group_by(c.actor, c.claim)
        )
        return [((row.actor, row.claim), row.until) for row in self.connection.execute(query)]

    # -- what a batch asks at once

    def look_up(self, urls: Iterable[str], runs: Iterable[int]) -> None:
        """Fetch versions and quotations that will be asked for, in few queries."""
        unknown = [url for url in dict.fromkeys(urls) if url not in self._versions]
        self._versions |= dict.fromkeys(unknown)
        c = t.ledger_articles.c
        for some in _batches(unknown):
            query = sa.select(c.url, sa.func.max(c.seq)).where(c.url.in_(some)).group_by(c.url)
            for url, seq in self.connection.execute(query).all():
                self._versions[url] = self._load_version(seq)
        fresh = set(runs) - self._asked
        self._asked |= fresh
        q = t.ledger_quotations.c
        for batch in _batches(sorted(fresh)):
            found = self.connection.execute(sa.select(q.statement).where(q.run.in_(batch)))
            ids = {row.statement for row in found}
            for pair, word in (*self._load_words(ids), *self._freed_of(ids)):
                self._prints.add(pair, word)

    def _freed_of(self, ids: Collection[int]) -> Iterator[tuple[Pair, Word]]:
        """The words that only repeated those of these that have left."""
        f = t.ledger_fallen.c
        for some in _batches(sorted(ids)):
            left = sa.select(f.statement).where(f.statement.in_(some))
            yield from self.echoes(self.connection.execute(left).scalars().all())

    def words(self, ids: Collection[int]) -> list[tuple[Pair, Word]]:
        """Statements by number, without those that have left."""
        return self._load_words(ids)

    def given(self) -> set[tuple[str, str, str, str, date]]:
        """What was given already: actor, claim, position, speaker, day."""
        c = t.ledger_statements.c
        query = sa.select(c.actor, c.claim, c.position, c.speaker, c.day)
        found = self.connection.execute(query.where(c.origin != "heard"))
        return {(row.actor, row.claim, row.position, row.speaker, row.day) for row in found}

    # -- what is kept

    def keep(self, filed: Filed, *, note: str | None = None) -> None:
        """Take down what an event did; `flush` writes it."""
        self._touched |= dict.fromkeys(filed.touched)
        self._buffers["transitions"] += [rows.transition_row(line) for line in filed.lines]
        if filed.event is None:
            return
        event, word = self.next_numbers()
        self._numbers = (event + 1, word + len(filed.words))
        self._add(
            "events",
            seq=filed.number,
            kind=filed.event.value,
            learned_at=filed.at,
            about=filed.retired or (filed.gone[0].word.id if filed.gone else None),
            note=note,
        )
        for one in filed.gone:
            self._add(
                "fallen", statement=one.word.id, seq=filed.number, with_copies=one.with_copies
            )
            self._prints.drop(one.word)
            self._left.add(one.word.id)
        for pair, freed in filed.freed:
            self._prints.add(pair, freed)
        for pair, dated in filed.redated:
            self._add("datings", statement=dated.id, seq=filed.number, day=dated.day)
            self._redated[dated.id] = dated.day
            self._prints.redate(pair, dated)
        self._buffers["echoes"] += rows.echo_rows(filed)
        self._buffers["carriers"] += rows.carrier_rows(filed)
        self._repeated.update(original for _, original in filed.echoes)
        self._buffers["verdicts"] += [rows.verdict_row(one) for one in filed.verdicts]
        if filed.article is not None and filed.source is not None:
            self._keep_article(filed, filed.source)

    def keep_given(self, filed: Filed, given: Given) -> None:
        self.keep(filed)
        for pair, word in filed.words:
            self._buffers["statements"].append(rows.given_row(filed.number, pair, given, word))

    def _keep_article(self, filed: Filed, source: Source) -> None:
        assert filed.article is not None
        self._buffers["articles"].append(rows.article_row(filed))
        if filed.sketch is not None:
            self._add(
                "sketches",
                seq=filed.number,
                text=source.text,
                learned_at=filed.at,
                sketch=rows.pack(filed.sketch),
            )
        echoes = dict(filed.echoes)
        for statement, (pair, word) in zip(filed.statements, filed.words, strict=True):
            self._buffers["statements"].append(rows.statement_row(filed.number, statement, word))
            if word.id not in echoes:
                self._prints.add(pair, word)
                self._buffers["quotations"] += rows.quotation_rows(word)
        self._versions[filed.article.url] = Version(
            arrival=filed.number,
            source=source,
            published=filed.article.published,
            words=filed.words,
        )

    def flush(self) -> None:
        """Write everything that was kept, and put early days of long books away."""
        for name in _BUFFERED:
            if self._buffers[name]:
                insert_all(self.connection, _table(name), self._buffers[name])
                self._buffers[name] = []
        self._save([(pair, self._books[pair]) for pair in self._touched])
        self._touched = {}
        self._versions, self._redated, self._left, self._asked = {}, {}, set(), set()
        self._prints, self._repeated = Prints(), set()
        while len(self._books) > BOOKS_MAX:
            old, _ = self._books.popitem(last=False)
            self._saved.pop(old)

    def _save(self, books: Sequence[tuple[Pair, Book]]) -> None:
        told: list[rows.Row] = []
        held: list[rows.Row] = []
        for pair, book in books:
            saved, moves = self._saved[pair]
            told += [
                rows.told_row(pair, one)
                for one in (*book.ended, *book.told)
                if saved.get(one.number) is not one
            ]
            fold = book.fold
            if fold.holding is not None:
                contested = fold.dispute is not None
                held.append(rows.holding_row(pair, fold.holding, contested=contested))
            if fold.moves is not moves and fold.moves != moves:
                self._save_moves(pair, book)
        self._replace(t.ledger_changes, ("actor", "claim", "number"), told)
        pairs = [{"actor": pair[0], "claim": pair[1]} for pair, _ in books]
        self._replace(t.ledger_holdings, ("actor", "claim"), held, instead_of=pairs)
        for pair, book in books:
            self._cut(pair, book)
            book.ended = []
            self._saved[pair] = ({one.number: one for one in book.told}, book.fold.moves)

    def _save_moves(self, pair: Pair, book: Book) -> None:
        c = t.ledger_moves.c
        mine = (c.actor == pair[0], c.claim == pair[1], c.confirmed >= book.covers)
        self.connection.execute(sa.delete(t.ledger_moves).where(*mine))
        entered = rows.move_rows(pair, book.fold.moves)
        if entered:
            self.connection.execute(sa.insert(t.ledger_moves), entered)

    def _cut(self, pair: Pair, book: Book) -> None:
        newest = book.newest
        if book.size <= WORDS_MAX or newest is None:
            return
        day = newest - timedelta(days=DAYS_KEPT)
        if day - max(book.covers, book.oldest) < timedelta(days=DAYS_CUT):
            return
        row = {
            "actor": pair[0],
            "claim": pair[1],
            "day": day,
            "standing": rows.standing_text(book.cut(day)),
        }
        self._replace(t.ledger_checkpoints, ("actor", "claim", "day"), [row])
        self._checkpoints[pair] = day

    # -- loading

    def _load_book(self, pair: Pair, need: date | None) -> Book:
        c = t.ledger_checkpoints.c
        mine = (c.actor == pair[0], c.claim == pair[1])
        if need is not None and (pair not in self._checkpoints or self._is_stale(pair, need)):
            # What is entered before a checkpoint makes it untrue.
            self.connection.execute(sa.delete(t.ledger_checkpoints).where(*mine, c.day > need))
        query = sa.select(c.day, c.standing).where(*mine).order_by(c.day.desc()).limit(1)
        found = self.connection.execute(query).first()
        covers = found.day if found else date.min
        self._checkpoints[pair] = found.day if found else None
        book = Book(self._policy, self._load_standing(found.standing) if found else None)
        since = covers - self._reach if found else date.min
        words, fallen = self._load_pair(pair, since)
        told, number = self._load_told(pair, covers)
        texts = {word.source.text for word in (*words, *book.start.words)}
        book.load(
            words,
            fallen,
            told,
            carriers=self.carriers(pair, texts),
            number=number,
            covers=covers,
        )
        self._saved[pair] = ({one.number: one for one in book.told}, book.fold.moves)
        return book

    def _is_stale(self, pair: Pair, need: date) -> bool:
        latest = self._checkpoints[pair]
        return latest is not None and latest > need

    def _load_pair(self, pair: Pair, since: date) -> tuple[list[Word], list[Fallen]]:
        """The words from a day on that stand for themselves, and everything that ever fell.

        A copy of what fell may come any day.
        """
        s, f = t.ledger_statements.c, t.ledger_fallen.c
        has_fallen = sa.exists().where(f.statement == s.id)
        query = words_query().where(
            s.actor == pair[0],
            s.claim == pair[1],
            ((s.day >= since) & _stands_for_itself()) | has_fallen,
        )
        words, fallen = [], []
        for row in self.connection.execute(query):
            word = read_row(row)
            if row.fallen is None:
                words.append(word)
            elif row.fallen:
                fallen.append(
                    Fallen(source=word.source, direction=word.direction, published=word.published)
                )
        return [word for word in words if word.day >= since], fallen

    def _load_words(self, ids: Collection[int]) -> list[tuple[Pair, Word]]:
        found: list[tuple[Pair, Word]] = []
        for some in _batches(sorted(ids)):
            found += self._load_where(t.ledger_statements.c.id.in_(some))
        return found

    def _load_where(self, condition: Any) -> list[tuple[Pair, Word]]:
        """Statements that have not left."""
        return [
            ((row.actor, row.claim), read_row(row))
            for row in self.connection.execute(words_query().where(condition))
            if row.fallen is None
        ]

    def _load_standing(self, text: str) -> Standing:
        words = self._load_words(rows.words_in(text))
        return rows.read_standing(text, {word.id: word for _, word in words})

    def _load_told(self, pair: Pair, covers: date) -> tuple[list[Told], int]:
        c = t.ledger_changes.c
        mine = (c.actor == pair[0], c.claim == pair[1])
        number = self._one(sa.select(sa.func.max(c.number)).where(*mine)) or 0
        alive = c.state.in_([State.POSSIBLE.value, State.CONTESTED.value])
        # What was said before may have been confirmed since.
        since = covers - self._reach if covers > date.min else covers
        kept = c.state.in_([State.CONFIRMED.value, State.HEARD.value]) & (c.since >= since)
        query = sa.select(t.ledger_changes).where(*mine, alive | kept).order_by(c.number)
        return [rows.read_told(row) for row in self.connection.execute(query)], number

    def _load_version(self, seq: int) -> Version:
        a = t.ledger_articles.c
        row = self.connection.execute(sa.select(t.ledger_articles).where(a.seq == seq)).one()
        query = words_query().where(t.ledger_statements.c.seq == seq)
        words = self.connection.execute(query.order_by(t.ledger_statements.c.id)).all()
        return Version(
            arrival=seq,
            source=rows.read_source(seq, row.text, row.article_id, row.source),
            published=row.published,
            words=tuple(
                ((word.actor, word.claim), read_row(word)) for word in words if word.fallen is None
            ),
        )

    # -- small change

    def _one(self, query: Any) -> Any:
        return self.connection.execute(query).scalar()

    def _add(self, name: str, **row: Any) -> None:
        self._buffers[name].append(row)

    def _replace(
        self,
        table: sa.Table,
        keys: Sequence[str],
        new: list[rows.Row],
        instead_of: Sequence[rows.Row] | None = None,
    ) -> None:
        """Write rows in place of those with the same keys, or with the keys in `instead_of`."""
        old = [
            {f"old_{key}": row[key] for key in keys}
            for row in (new if instead_of is None else instead_of)
        ]
        if old:
            where = sa.and_(*(table.c[key] == sa.bindparam(f"old_{key}") for key in keys))
            self.connection.execute(sa.delete(table).where(where), old)
        if new:
            self.connection.execute(sa.insert(table), new)


def _stands_for_itself() -> sa.ColumnElement[bool]:
    """Whether a statement repeats none that is still there."""
    e, f = t.ledger_echoes.c, t.ledger_fallen.c
    has_left = sa.exists().where(f.statement == e.original)
    return ~sa.exists().where(e.statement == t.ledger_statements.c.id, ~has_left)


def _table(name: str) -> sa.Table:
    return t.metadata.tables[f"ledger_{name}"]


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), LIST_MAX):
        yield items[start : start + LIST_MAX]
