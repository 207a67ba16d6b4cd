"""The second reader at work for a test: a real store, ledger and client, a clock that obeys."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from tests.model_double import MODEL, ModelDouble
from tests.second_material import second_reading
from tests.watching import Clock
from watchers.ledger.filing import ChangeLine, Given
from watchers.ledger.speakers import Speakers
from watchers.model import Article, Authority, Position, Statement
from watchers.pipeline import Pipeline
from watchers.second_reader.agreement import Trust
from watchers.second_reader.budget import ModelLimits
from watchers.second_reader.client import Client
from watchers.second_reader.service import SecondReader
from watchers.second_reader.trouble import ModelNotice, ModelPacing
from watchers.store.asking import Stands, standing
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.model_answers import Spent, spent_on
from watchers.store.model_readings import ReadingVerdict, verdict_on
from watchers.store.tables import ledger_fallen, ledger_statements, metadata
from watchers.store.thread import DatabaseThread

#: Pauses that a test can wait for.
QUICK = ModelPacing(first_pause=0.05, longest_pause=0.2, retry=0.05, idle=0.2)


@dataclass(kw_only=True)
class Desk:
    """What a test holds in hand."""

    second: SecondReader
    pipeline: Pipeline
    database: DatabaseThread
    ledger: LedgerStore
    clock: Clock
    lines: list[ChangeLine] = field(default_factory=list)
    notices: list[ModelNotice] = field(default_factory=list)

    async def arrive(self, article: Article, *rules: Statement, silent: bool = False) -> None:
        """As the pipeline records an article that the rules have read."""
        now = self.clock()

        def record(connection: Any) -> None:
            statements = self.second.as_known(connection, article, rules)
            self.second.queue(connection, article, rules, silent=silent, now=now)
            lines = self.ledger.receive(connection, article, statements, now)
            self.lines.extend(() if silent else lines)

        await self.database.write(record)
        self.second.wake()

    async def give(self, actor: str, claim: str, position: Position, said_on: date) -> None:
        await self.give_all([(actor, claim)], position, said_on)

    async def give_all(
        self, pairs: Iterable[tuple[str, str]], position: Position, said_on: date
    ) -> None:
        """Holdings as they stood before, taken for heard."""
        givens = [
            Given(
                actor=actor, claim=claim, position=position, speaker="somebody",
                authority=Authority.LEADER, said_on=said_on,
            )
            for actor, claim in pairs
        ]  # fmt: skip
        await self.database.write(lambda c: self.ledger.give(c, givens, self.clock()))

    async def holding(self, actor: str, claim: str) -> Stands | None:
        found = await self.database.read(lambda c: standing(c, actor=actor, claim=claim))
        return found[0] if found else None

    async def said(self, actor: str, claim: str) -> list[Any]:
        """What was read and stands: position, speaker, evidence, rules, confidence."""
        table = ledger_statements.c
        fallen = select(ledger_fallen.c.statement)
        query = select(ledger_statements).where(
            table.actor == actor,
            table.claim == claim,
            table.origin == "heard",
            table.id.not_in(fallen),
        )
        return await self.database.read(lambda c: [*c.execute(query)])

    async def verdict(self, article: Article) -> ReadingVerdict:
        found = await self.database.read(lambda c: verdict_on(c, [article.id]))
        assert found is not None
        return found

    async def spent(self) -> Spent:
        return await self.database.read(lambda c: spent_on(c, self.clock().date()))

    def states(self) -> list[str]:
        return [line.state.value for line in self.lines]


@asynccontextmanager
async def desk(
    double: ModelDouble,
    store: Path,
    *,
    clock: Clock | None = None,
    trust: Trust | None = None,
    patience: float = 10.0,
    pacing: ModelPacing = QUICK,
    tokens_a_day: int = 1_000_000,
    concurrency: int = 2,
    chance: Callable[[], float] = lambda: 1.0,
) -> AsyncIterator[Desk]:
    reading = second_reading(trust)
    clock = clock or Clock()
    database = Database(f"sqlite:///{store}")
    metadata.create_all(database.engine)
    thread = DatabaseThread(database)
    ledger = LedgerStore(Speakers(reading.reader.actors).key)
    client = await asyncio.to_thread(
        Client, base_url=double.base_url, model=MODEL, key=None, timeout_seconds=patience,
        answer_tokens=500,
    )  # fmt: skip
    lines: list[ChangeLine] = []
    notices: list[ModelNotice] = []

    def tell(_: Any, more: Sequence[ChangeLine]) -> None:
        lines.extend(more)

    pipeline = Pipeline(
        database=thread, poller=None, maker=None, ledger=ledger, tell=tell,  # type: ignore[arg-type]
        tell_alarm=lambda *_: None, on_queued=lambda: None, clock=clock,
    )  # fmt: skip
    second = SecondReader(
        database=thread,
        server=client,
        reading=reading,
        limits=ModelLimits(concurrency=concurrency, tokens_a_day=tokens_a_day, answer_tokens=500),
        record=pipeline.record_late,
        tell=lambda _, notice: notices.append(notice),
        clock=clock,
        chance=chance,
        pacing=pacing,
    )
    made = Desk(
        second=second, pipeline=pipeline, database=thread, ledger=ledger, clock=clock,
        lines=lines, notices=notices,
    )  # fmt: skip
    try:
        yield made
    finally:
        await client.close()
        thread.close()
        database.close()
