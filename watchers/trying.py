"""What another choice of keywords would have made of the kept texts. Changes nothing.

The kept texts are read again as they would be after saving, and filed in a copy of the ledger; what
differs from the ledger as it is, is what would come and go.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from watchers.articles.publishers import Publishers
from watchers.articles.rereading import Again, ReadAgain, try_all, try_meeting
from watchers.feeds.records import FeedSource
from watchers.model import Article, Position, State, Statement
from watchers.reading_back import BATCH_SECONDS, to_read_again
from watchers.scope import Scope, merged, said_in
from watchers.store import rereading
from watchers.store.asking import confirmed_moves, pending
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore, Read
from watchers.store.rereading import KeptText
from watchers.store.scratch import scratch_ledger
from watchers.workers import Workers

T = TypeVar("T")

#: Texts in one task, and tasks at the workers at once: both busy, and the rest not yet in memory.
BATCH, AT_ONCE = 100, 4

#: Called with how many texts are done and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change of position in a ledger, as far as it can be compared with another's."""

    actor: str
    before: Position
    after: Position
    since: date
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An article of which other statements would be read."""

    article: Article
    come: tuple[Statement, ...]
    go: tuple[Statement, ...]
    #: Whether it speaks to the claim now, and whether it would.
    spoke: bool
    speaks: bool


@dataclass(slots=True, kw_only=True)
class Trial:
    """What would come and go."""

    texts: int = 0
    #: Phrase that comes or goes -> texts that meet it.
    met: dict[str, int] = field(default_factory=dict)
    since: datetime | None = None
    until: datetime | None = None
    articles: list[Tried] = field(default_factory=list)
    moves_come: list[Move] = field(default_factory=list)
    moves_go: list[Move] = field(default_factory=list)


async def scan(
    database: Database,
    workers: Workers,
    prepare: Callable[[Sequence[KeptText]], Sequence[Any]],
    task: Callable[..., Sequence[T]],
    *args: Any,
    progress: Progress,
) -> AsyncIterator[tuple[KeptText, T]]:
    """Each kept text with what a worker's task makes of it, in order. Raises `WorkFailed`."""
    with database.read() as connection:
        keys = rereading.kept_keys(connection)
    waiting: deque[tuple[list[KeptText], asyncio.Task[Sequence[T]]]] = deque()
    done = 0
    for start in range(0, len(keys) + BATCH * AT_ONCE, BATCH):
        if start < len(keys):
            with database.read() as connection:
                texts = rereading.kept_texts(connection, keys[start : start + BATCH])
            work = workers.run(task, prepare(texts), *args, seconds=BATCH_SECONDS)
            waiting.append((texts, asyncio.create_task(work)))
        if waiting and (len(waiting) >= AT_ONCE or start >= len(keys)):
            texts, running = waiting.popleft()
            for text, made in zip(texts, await running, strict=True):
                yield text, made
            done += len(texts)
            progress(done, len(keys))


async def try_out(
    claim: str,
    *,
    database: Database,
    workers: Workers,
    ledger: LedgerStore,
    sources: Sequence[FeedSource],
    now: datetime,
    progress: Progress,
    phrases: tuple[str, ...],
    all_texts: bool,
) -> Trial:
    """What `claim` would come to; `workers` hold the reader that is tried, `phrases` come and go.

    Without `all_texts` only those that could meet one of them are read: where nothing else is changed.
    """
    scope = Scope(claims=frozenset({claim}))
    trial = Trial(met=dict.fromkeys(phrases, 0))
    with database.read() as connection:
        speaking = rereading.speaking_keys(connection, (claim,), ())

    publishers = Publishers(sources)

    def prepare(texts: Sequence[KeptText]) -> list[Again]:
        return [to_read_again(text, publishers, speaking) for text in texts]

    read: list[ReadAgain] = []
    task = try_all if all_texts else try_meeting
    scanned = scan(database, workers, prepare, task, claim, phrases, progress=progress)
    async for text, (one, met) in scanned:
        trial.texts += 1
        for phrase in met:
            trial.met[phrase] += 1
        trial.since = min(trial.since or text.fetched_at, text.fetched_at)
        trial.until = max(trial.until or text.fetched_at, text.fetched_at)
        if one is not None:
            read.append(one)
    _file_all(trial, read, scope, claim, database=database, ledger=ledger, now=now)
    return trial


def _file_all(
    trial: Trial,
    read: list[ReadAgain],
    scope: Scope,
    claim: str,
    *,
    database: Database,
    ledger: LedgerStore,
    now: datetime,
) -> None:
    with database.read() as connection, scratch_ledger(connection, claim) as scratch:
        ledger.expire(scratch, now)
        before = _moves(scratch, claim)
        batch = ledger.batch(scratch)
        for one in sorted(read, key=lambda r: (r.article.published, r.article.id)):
            known = rereading.statements_of(scratch, one.article.url)
            wrong = rereading.marked_wrong(scratch, one.article.url)
            after = merged(known, one.statements, scope, wrong)
            if after is not None:
                batch.read_again(Read(article=one.article, statements=after, learned_at=now))
                trial.articles.append(_compared(one.article, known, after))
        batch.flush()
        after_moves = _moves(scratch, claim)
    trial.moves_come = [move for move in after_moves if move not in before]
    trial.moves_go = [move for move in before if move not in after_moves]


def _compared(article: Article, known: Sequence[Statement], after: Sequence[Statement]) -> Tried:
    was, will = {said_in(s) for s in known}, {said_in(s) for s in after}
    return Tried(
        article=article,
        come=tuple(s for s in after if said_in(s) not in was),
        go=tuple(s for s in known if said_in(s) not in will),
        spoke=bool(known),
        speaks=bool(after),
    )


def _moves(scratch: Any, claim: str) -> list[Move]:
    """What moved, and what may have; an inherited position that was heard anew is neither."""
    moved = [
        Move(actor=m.actor, before=m.before, after=m.after, since=m.since, state=State.CONFIRMED)
        for m in confirmed_moves(scratch, claim)
    ]
    waits = pending(scratch, actor=None, claim=claim)
    return moved + [
        Move(actor=m.actor, before=m.before, after=m.after, since=m.since, state=State.POSSIBLE)
        for m in waits
    ]
