"""What to do when a model fails: how long to leave it alone, and what to tell the operator, once.

Knows failures, seconds and alarms; asks nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from watchers.second_reader.servers import Failed, Failure
from watchers.store.model_answers import end_alarms, raise_alarm
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection


class ModelAlarm(StrEnum):
    """What the operator is told once, and once when it is over."""

    SPENT = "model_budget_spent"
    DOWN = "model_down"
    REFUSED = "model_refuses"
    UNREADABLE = "model_unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelNotice:
    """A line for the operator."""

    alarm: ModelAlarm
    #: Else it is over.
    begins: bool
    what: str
    at: datetime


#: Queues a notice in the transaction that marks it told.
TellModel = Callable[["Connection", ModelNotice], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPacing:
    """How a model is waited for. Seconds."""

    #: After the first failure; doubled with each one more.
    first_pause: float = 10.0
    longest_pause: float = 900.0
    #: However long a server asks to be left alone.
    longest_retry_after: float = 3_600.0
    #: Between two tries of an article whose answer was late or could not be read.
    retry: float = 60.0
    #: Tries of one article.
    attempts: int = 3
    #: Failures in a row before the operator hears of them.
    alarm_after: int = 3
    #: Between two looks at the queue where nothing wakes it.
    idle: float = 60.0


class Patience:
    """Failures in a row, and until when the model is left alone."""

    def __init__(self, pacing: ModelPacing, chance: Callable[[], float]) -> None:
        """`chance` is a number from 0.0 to 1.0: pauses of many bots should not end at once."""
        self.pacing = pacing
        self._chance = chance
        self._failures = 0
        self._unreadable = 0
        self.until: datetime | None = None

    def is_paused(self, now: datetime) -> bool:
        return self.until is not None and now < self.until

    def pause(self, until: datetime) -> None:
        self.until = until if self.until is None else max(until, self.until)

    def succeeded(self) -> None:
        self._failures = self._unreadable = 0

    def failed(self, failed: Failed, now: datetime) -> ModelAlarm | None:
        """Pause after a failure; what to tell of it, if anything."""
        self._failures += 1
        self.pause(now + timedelta(seconds=self._seconds_after(failed)))
        if failed.failure is Failure.REFUSED:
            return ModelAlarm.REFUSED
        return ModelAlarm.DOWN if self._failures >= self.pacing.alarm_after else None

    def could_not_read(self) -> ModelAlarm | None:
        """An answer came and said nothing that can be read."""
        self._unreadable += 1
        return ModelAlarm.UNREADABLE if self._unreadable >= self.pacing.alarm_after else None

    def _seconds_after(self, failed: Failed) -> float:
        if failed.wait_seconds is not None:
            return min(failed.wait_seconds, self.pacing.longest_retry_after)
        if failed.failure is Failure.REFUSED:
            return self.pacing.longest_pause  # it takes a person to put right
        doubled = self.pacing.first_pause * 2.0 ** min(self._failures - 1, 20)
        return min(doubled, self.pacing.longest_pause) * (0.5 + 0.5 * self._chance())


class Alarms:
    """Tells each alarm once, also over restarts, and once that it is over."""

    def __init__(
        self, database: DatabaseThread, tell: TellModel, clock: Callable[[], datetime]
    ) -> None:
        self._database, self._tell, self._clock = database, tell, clock
        #: Known not to be in force: nothing to look up before each request.
        self._off: set[ModelAlarm] = set()

    async def begin(self, alarm: ModelAlarm, what: str) -> None:
        self._off.discard(alarm)
        notice = ModelNotice(alarm=alarm, begins=True, what=what, at=self._clock())

        def tell(connection: "Connection") -> None:
            if raise_alarm(connection, alarm, now=notice.at):
                self._tell(connection, notice)

        await self._database.write(tell)

    async def end(self, *alarms: ModelAlarm) -> None:
        """Whatever of these was told is over."""
        if self._off.issuperset(alarms):
            return
        now = self._clock()

        def tell(connection: "Connection") -> None:
            for kind in end_alarms(connection, alarms):
                what = "the model reads again"
                notice = ModelNotice(alarm=ModelAlarm(kind), begins=False, what=what, at=now)
                self._tell(connection, notice)

        await self._database.write(tell)
        self._off.update(alarms)
