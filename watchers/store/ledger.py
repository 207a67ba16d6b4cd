"""The ledger on a database: what happened is recorded, what moved is handed back.

Knows connections and the order of reading, deciding and writing; the ledger itself decides. Each
function runs in the caller's transaction, so that a change and what is sent about it are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.ledger.filing import ChangeLine, Event, Filed, Given
from watchers.ledger.intake import Intake, take_in
from watchers.ledger.ledger import Ledger, SpeakerKey
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.shelf import given_word
from watchers.model import Article, Statement
from watchers.store import tables as t
from watchers.store.ledger_shelf import SqlShelf

#: For so long the runs of words of an article's text are kept, by which copies are found: twice the
#: longest time that a change waits, for copies that come late.
SKETCHES_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article as it was read, and when that was learned."""

    article: Article
    statements: Sequence[Statement]
    learned_at: datetime
    #: What makes it one witness with others, where it was taken in before it is filed.
    intake: Intake | None = None


class LedgerStore:
    """Records what is learned, one event a call; between calls it holds nothing in memory."""

    def __init__(self, speaker_key: SpeakerKey, policy: Policy = DEFAULT) -> None:
        self._speaker_key = speaker_key
        self.policy = policy

    def receive(
        self,
        connection: Connection,
        article: Article,
        statements: Sequence[Statement],
        learned_at: datetime,
    ) -> tuple[ChangeLine, ...]:
        """File an article's statements; also what the time until then has ended.

        The same address again is that article, changed: what it no longer says is taken back.
        """
        batch = LedgerBatch(connection, self._speaker_key, self.policy)
        lines = batch.record(Read(article=article, statements=statements, learned_at=learned_at))
        batch.flush()
        return lines

    def read_again(
        self,
        connection: Connection,
        article: Article,
        statements: Sequence[Statement],
        learned_at: datetime,
    ) -> tuple[ChangeLine, ...]:
        """File an article as it is read now, by other keywords or another reader."""
        shelf, ledger = self._open(connection)
        early = _finish(shelf, ledger.expire(learned_at))
        return early + _finish(shelf, ledger.read_again(article, statements, learned_at))

    def batch(self, connection: Connection) -> "LedgerBatch":
        """To file many articles with few queries, in one transaction."""
        return LedgerBatch(connection, self._speaker_key, self.policy)

    def expire(self, connection: Connection, now: datetime) -> tuple[ChangeLine, ...]:
        """End the possible changes whose window has passed."""
        shelf, ledger = self._open(connection)
        return _finish(shelf, ledger.expire(now))

    def withdraw_article(
        self, connection: Connection, url: str, learned_at: datetime
    ) -> tuple[ChangeLine, ...]:
        """The publisher took the article at an address away."""
        shelf, ledger = self._open(connection)
        early = _finish(shelf, ledger.expire(learned_at))
        return early + _finish(shelf, ledger.withdraw_article(url, learned_at))

    def mark_wrong(
        self, connection: Connection, statement: int, learned_at: datetime, note: str
    ) -> tuple[ChangeLine, ...]:
        """A person says that a statement was misread; nothing where it is none or has left."""
        shelf, ledger = self._open(connection)
        early = _finish(shelf, ledger.expire(learned_at))
        known = shelf.words([statement])
        if not known:
            return early
        pair, word = known[0]
        return early + _finish(shelf, ledger.mark_wrong(pair, word, learned_at), note=note)

    def give(self, connection: Connection, givens: Iterable[Given], learned_at: datetime) -> int:
        """Take holdings from a baseline, untold; how many were new."""
        shelf, ledger = self._open(connection)
        known = shelf.given()
        new = 0
        for given in givens:
            if (given.actor, given.claim, given.position, given.speaker, given.said_on) in known:
                continue
            speaker = self._speaker_key(given.actor, given.speaker, given.authority, given.said_on)
            _, number = shelf.next_numbers()
            word = given_word(given, number, speaker)
            shelf.keep_given(ledger.give((given.actor, given.claim), word, learned_at), given)
            new += 1
        shelf.flush()
        return new

    def _open(self, connection: Connection) -> tuple[SqlShelf, Ledger]:
        shelf = SqlShelf(connection, self.policy)
        return shelf, Ledger(shelf=shelf, speaker_key=self._speaker_key, policy=self.policy)


class LedgerBatch:
    """Records many articles with few queries; a replay's. Writes at `flush`."""

    def __init__(self, connection: Connection, speaker_key: SpeakerKey, policy: Policy) -> None:
        self._shelf = SqlShelf(connection, policy)
        self._ledger = Ledger(shelf=self._shelf, speaker_key=speaker_key, policy=policy)
        self._policy = policy

    def use(self, connection: Connection) -> None:
        """Go on with the next transaction; the last one must have been flushed and committed."""
        self._shelf.connection = connection

    def record(self, read: Read) -> tuple[ChangeLine, ...]:
        return self._record(read)

    def read_again(self, read: Read) -> None:
        """File an article as it is read now, by other keywords or another reader."""
        self._shelf.keep(self._ledger.read_again(read.article, read.statements, read.learned_at))

    def record_all(self, reads: Sequence[Read]) -> list[tuple[Read, tuple[ChangeLine, ...]]]:
        """Record articles in order; what they ask of the store is fetched beforehand."""
        taken = [self._taken_in(read) for read in reads]
        self._shelf.look_up(
            [one.article.url for one in taken if one.article.url],
            {run for one in taken if one.intake for run in one.intake.quotations},
        )
        return [(read, self._record(read)) for read in taken]

    def _taken_in(self, read: Read) -> Read:
        if read.intake is not None or not read.statements:
            return read
        return replace(read, intake=take_in(read.article, read.statements, self._policy))

    def _record(self, read: Read) -> tuple[ChangeLine, ...]:
        early: tuple[ChangeLine, ...] = ()
        if self._ledger.is_due(read.learned_at):
            expired = self._ledger.expire(read.learned_at)
            self._shelf.keep(expired)
            early = expired.lines
        filed = self._ledger.receive(read.article, read.statements, read.learned_at, read.intake)
        self._shelf.keep(filed)
        return early + filed.lines

    def flush(self) -> None:
        self._shelf.flush()


def quiet_counts(connection: Connection) -> dict[str, int]:
    """How many statements moved nothing, by reason."""
    c = t.ledger_verdicts.c
    query = sa.select(c.reason, sa.func.count()).where(c.reason.is_not(None)).group_by(c.reason)
    return {row[0]: row[1] for row in connection.execute(query)}


def forget_sketches(connection: Connection, now: datetime) -> None:
    """Drop what finds copies of articles that are too old to have any."""
    c = t.ledger_sketches.c
    connection.execute(sa.delete(t.ledger_sketches).where(c.learned_at < now - SKETCHES_FOR))


def _finish(shelf: SqlShelf, filed: Filed, note: str | None = None) -> tuple[ChangeLine, ...]:
    shelf.keep(filed, note=note if filed.event is Event.WRONG else None)
    shelf.flush()
    return filed.lines
