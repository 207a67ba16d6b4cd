"""Has a model read what the rules have read: queue, copies, cache, budget, pauses. Decides no position.

Nobody waits for it. What it makes of an article is recorded late, through the same door as any late
statement; where it fails, the rules' reading stands. Each article is in the store from the moment it
is recorded until it is read or given up, so that no restart loses one.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from watchers.model import Article, Statement
from watchers.second_reader.answers import Unreadable
from watchers.second_reader.bench import Bench
from watchers.second_reader.budget import Budget, ModelLimits, ModelTally, OverBudget, cost_of
from watchers.second_reader.originals import Originals
from watchers.second_reader.prompts import Prompt
from watchers.second_reader.reading import Question, SecondReading
from watchers.second_reader.servers import Failed, Failure, ModelServer, Reply
from watchers.second_reader.trouble import Alarms, ModelAlarm, ModelPacing, Patience, TellModel
from watchers.second_reader.verifying import Checked
from watchers.store.model_answers import (
    StoredAnswer,
    answer_of,
    forget_old_answers,
    keep_answer,
)
from watchers.store.model_readings import (
    StoredReading,
    finish_reading,
    forget_old_readings,
    give_up_old_readings,
    give_up_reading,
    is_newest,
    next_reading_at,
    put_off_reading,
    queue_reading,
    said_before,
    waiting_readings,
)
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection

log = logging.getLogger(__name__)

#: What waited longer than this is no news any more.
GIVEN_UP_AFTER = timedelta(days=2)
#: How long the queue's past and the answers are kept.
KEPT_FOR = timedelta(days=90)
#: Between two looks at what may be forgotten.
FORGET_EVERY = timedelta(hours=6)


class Reason(StrEnum):
    """Why the model's reading of an article is missing; `volteface why` shows it."""

    NO_CLAIM = "names_no_claim"
    TOO_LATE = "too_late"
    #: Queued again in a newer version.
    CHANGED = "changed_since"
    #: By a defect of ours; the log says which.
    DEFECT = "defect"


class Record(Protocol):
    """Files what was read late, and calls what else belongs to the transaction."""

    async def __call__(
        self,
        article: Article,
        statements: Sequence[Statement],
        *,
        silent: bool,
        close: Callable[["Connection"], None],
    ) -> None: ...


class SecondReader:
    """Works through the queue beside everything else."""

    def __init__(
        self,
        *,
        database: DatabaseThread,
        server: ModelServer,
        reading: SecondReading,
        limits: ModelLimits,
        record: Record,
        tell: TellModel,
        clock: Callable[[], datetime],
        chance: Callable[[], float],
        pacing: ModelPacing | None = None,
    ) -> None:
        """`chance` is a number from 0.0 to 1.0."""
        self._database, self._server, self.reading = database, server, reading
        self._limits, self._record, self._clock = limits, record, clock
        self._budget = Budget(database, limits, clock)
        self._patience = Patience(pacing or ModelPacing(), chance)
        self._alarms = Alarms(database, tell, clock)
        self._slots = asyncio.Semaphore(limits.concurrency)
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._bench = Bench()
        self._originals = Originals(database, reading, self._bench)
        self._forget_at: datetime | None = None
        self._awake = asyncio.Event()
        self.tally = ModelTally()

    def use(self, reading: SecondReading) -> None:
        """Ask from now on about what is watched now."""
        self.reading = reading
        self._originals.use(reading)

    def queue(
        self,
        connection: "Connection",
        article: Article,
        statements: Sequence[Statement],
        *,
        silent: bool,
        now: datetime,
    ) -> None:
        """Let an article wait, in the transaction that records what the rules read in it."""
        queue_reading(
            connection, article, statements, silent=silent, changed=Reason.CHANGED, now=now
        )

    def as_known(
        self, connection: "Connection", article: Article, statements: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """The rules' statements, with what the model said of an earlier version and still stands.

        Else each edit would take back what the model had said, until it has read the new version.
        """
        said = said_before(connection, article.url)
        return self.reading.as_known(article, statements, said)

    def wake(self) -> None:
        """Something was queued."""
        self._awake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; what is in hand then stays in the queue."""
        stopped = asyncio.create_task(stop.wait())
        while not stop.is_set():
            self._awake.clear()
            await self._guarded()
            awake = asyncio.create_task(self._awake.wait())
            rest = await self._rest()
            await asyncio.wait({stopped, awake}, timeout=rest, return_when=asyncio.FIRST_COMPLETED)
            awake.cancel()
        for task in self._in_hand.values():
            task.cancel()
        await asyncio.gather(*self._in_hand.values(), return_exceptions=True)
        self._log_tally()

    async def drain(self) -> None:
        """Work through all whose turn it is, and end; what is put off waits for the next run."""
        while await self._start_due():
            await asyncio.gather(*self._in_hand.values())
        self._log_tally()

    def _log_tally(self) -> None:
        log.info("model_tally %s", self.tally)

    async def _guarded(self) -> None:
        try:
            await self._start_due()
            await self._forget()
        except Exception:
            log.exception("model_queue_failed")  # the rules read on without it

    async def _rest(self) -> float:
        """Seconds to the next look at the queue."""
        idle = self._patience.pacing.idle
        if self._in_hand:
            return idle  # whatever ends wakes it
        due = await self._database.read(next_reading_at)
        if due is None:
            return idle
        at = due if self._patience.until is None else max(due, self._patience.until)
        return min(max((at - self._clock()).total_seconds(), 0.05), idle)

    async def _start_due(self) -> int:
        """Begin on articles whose turn it is, newest first; how many are in hand then."""
        now = self._clock()
        if self._patience.is_paused(now):
            return len(self._in_hand)
        await self._originals.load(now)
        room = 2 * self._limits.concurrency - len(self._in_hand)
        if room > 0:
            for stored in await self._database.write(lambda at: self._take(at, now, room)):
                task = asyncio.create_task(self._read(stored), name=f"model {stored.id}")
                self._in_hand[stored.id] = task
        return len(self._in_hand)

    def _take(self, connection: "Connection", now: datetime, room: int) -> list[StoredReading]:
        self.tally.given_up += give_up_old_readings(
            connection, Reason.TOO_LATE, queued_before=now - GIVEN_UP_AFTER, now=now
        )
        return waiting_readings(connection, now=now, limit=room, without=[*self._in_hand])

    # -- one article

    async def _read(self, stored: StoredReading) -> None:
        try:
            await self._read_one(stored)
        except Exception:
            log.exception("model_reading_failed article=%s", stored.article.id)
            await self._give_up(stored, Reason.DEFECT)
        finally:
            self._in_hand.pop(stored.id, None)
            self.wake()

    async def _read_one(self, stored: StoredReading) -> None:
        question = await self._bench.do(self.reading.question, stored.article)
        if question is None:
            self.tally.gated += 1
            await self._give_up(stored, Reason.NO_CLAIM)
            return
        answer = await self._database.read(lambda connection: answer_of(connection, question.key))
        if answer is not None:
            self.tally.cached += 1
            await self._finish(stored, question, answer.content)
            return
        if await self._read_as_copy(stored, question):
            return
        await self._ask(stored, question)

    async def _read_as_copy(self, stored: StoredReading, question: Question) -> bool:
        """Take over the reading of the article that this one copies, once it is there."""
        number = self._originals.original_of(stored, question)
        if number is None:
            return False
        if number in self._in_hand:
            await asyncio.wait({self._in_hand[number]})
        carried = await self._originals.carried(number, stored)
        if carried is None:
            self._originals.drop(number)
            self._originals.add(stored, question)
            return False
        key, checked = carried
        self.tally.copies += 1
        await self._file(stored, key, checked, copy_of=number)
        return True

    async def _ask(self, stored: StoredReading, question: Question) -> None:
        async with self._slots:
            outcome = await self._within_budget(question.prompt)
        if isinstance(outcome, Reply):
            await self._answered(stored, question, outcome)
            return
        self._originals.drop(stored.id)
        if outcome is not None:
            await self._failed(stored, outcome)

    async def _within_budget(self, prompt: Prompt) -> Reply | Failed | None:
        """Ask, where the model may be asked now; else the article waits in the queue."""
        if self._patience.is_paused(self._clock()):
            return None
        granted = await self._budget.reserve(prompt)
        if isinstance(granted, OverBudget):
            self._patience.pause(granted.until)
            await self._alarms.begin(
                ModelAlarm.SPENT,
                f"{granted.spent} of the day's {self._limits.tokens_a_day} tokens are spent, "
                f"and the rest is too little for a request; the rules read alone until "
                f"{granted.until:%d %b %H:%M} UTC",
            )
            return None
        await self._alarms.end(ModelAlarm.SPENT)
        try:
            outcome = await self._server.ask(prompt)
        except BaseException:
            self._budget.release(granted)
            raise
        cost = cost_of(prompt, outcome)
        await self._budget.pay(granted, cost)
        self.tally.add(cost)
        return outcome

    async def _answered(self, stored: StoredReading, question: Question, reply: Reply) -> None:
        checked = await self._bench.do(self.reading.check, reply.content, stored.article)
        if isinstance(checked, Unreadable):
            await self._could_not_read(stored, checked)
            return
        self._patience.succeeded()
        await self._alarms.end(ModelAlarm.DOWN, ModelAlarm.REFUSED, ModelAlarm.UNREADABLE)
        now = self._clock()
        answer = StoredAnswer(
            key=question.key,
            model=self.reading.model,
            prompt=self.reading.version,
            content=reply.content,
            input_tokens=reply.input_tokens,
            output_tokens=reply.output_tokens,
        )
        await self._database.write(lambda connection: keep_answer(connection, answer, now=now))
        await self._file(stored, question.key, checked)

    async def _could_not_read(self, stored: StoredReading, why: Unreadable) -> None:
        self._originals.drop(stored.id)
        log.warning("model_answer_unreadable article=%s why=%s", stored.article.id, why)
        await self._try_again(stored, why)
        alarm = self._patience.could_not_read()
        if alarm is not None:
            await self._alarms.begin(alarm, f"its answers cannot be read: {why}")

    async def _failed(self, stored: StoredReading, failed: Failed) -> None:
        """Leave the server alone for a while; only what may be the article's fault counts as a try."""
        alarm = self._patience.failed(failed, self._clock())
        log.warning("model_failed why=%s detail=%s", failed.failure, failed.detail)
        if failed.failure is Failure.TIMEOUT:
            await self._try_again(stored, failed.failure)
        if alarm is not None:
            await self._alarms.begin(alarm, f"{failed.failure}: {failed.detail}")

    async def _finish(self, stored: StoredReading, question: Question, content: str) -> None:
        """Read an answer that is there already."""
        checked = await self._bench.do(self.reading.check, content, stored.article)
        if isinstance(checked, Unreadable):
            await self._give_up(stored, checked)
            return
        self._originals.add(stored, question)
        await self._file(stored, question.key, checked)

    async def _file(
        self, stored: StoredReading, key: str, checked: Checked, *, copy_of: int | None = None
    ) -> None:
        """Record what both make of the article, and that it was read, in one transaction."""
        joint = self.reading.join(stored.article, stored.statements, checked)
        newest, before = await self._database.read(
            lambda at: (is_newest(at, stored), said_before(at, stored.article.url))
        )
        if not newest:
            await self._give_up(stored, Reason.CHANGED)
            return
        now = self._clock()

        def close(connection: "Connection") -> None:
            finish_reading(
                connection,
                stored.id,
                now=now,
                answer=key,
                copy_of=copy_of,
                said=joint.model,
                outcome=joint.lines,
            )

        if joint.statements == stored.statements and not before:
            await self._database.write(close)
        else:
            await self._record(stored.article, joint.statements, silent=stored.silent, close=close)
        self.tally.read += 1
        log.info(
            "model_read article=%s copy=%s rules=%d model=%d together=%d dropped=%d",
            stored.article.id,
            copy_of is not None,
            len(stored.statements),
            len(joint.model),
            len(joint.statements),
            len(joint.dropped),
        )

    async def _give_up(self, stored: StoredReading, reason: str) -> None:
        now = self._clock()
        self.tally.given_up += reason != Reason.NO_CLAIM
        await self._database.write(
            lambda connection: give_up_reading(connection, stored.id, reason, now=now)
        )

    async def _try_again(self, stored: StoredReading, reason: str) -> None:
        if stored.attempts + 1 >= self._patience.pacing.attempts:
            await self._give_up(stored, reason)
            return
        until = self._clock() + timedelta(seconds=self._patience.pacing.retry)
        await self._database.write(
            lambda connection: put_off_reading(
                connection, stored.id, reason, until=until, attempts=stored.attempts + 1
            )
        )

    async def _forget(self) -> None:
        now = self._clock()
        if self._forget_at is not None and now < self._forget_at:
            return
        self._forget_at = now + FORGET_EVERY

        def forget(connection: "Connection") -> None:
            forget_old_readings(connection, before=now - KEPT_FOR)
            forget_old_answers(connection, before=now - KEPT_FOR)

        await self._database.write(forget)
