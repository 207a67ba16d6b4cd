"""What a model may cost in a day, and what it has cost. Knows tokens and days; not what they are for.

A request is counted at the most that it can cost before it is sent, and at what it did cost after, so
that requests in hand together never spend what is not there.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, time, timedelta
from functools import partial

from watchers.second_reader.prompts import Prompt
from watchers.second_reader.servers import Failed, Failure, Reply
from watchers.store.model_answers import Spent, spend, spent_on
from watchers.store.thread import DatabaseThread


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLimits:
    """What may be spent."""

    #: Requests in hand at once.
    concurrency: int
    #: In and out, between two midnights UTC.
    tokens_a_day: int
    #: At most, in one answer.
    answer_tokens: int

    def most(self, prompt: Prompt) -> int:
        return prompt.tokens + self.answer_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """Tokens that are set aside for a request."""

    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverBudget:
    """The day's tokens do not reach; they do again from `until`."""

    spent: int
    until: datetime


@dataclass(slots=True, kw_only=True)
class ModelTally:
    """What the service came to since it was started."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    read: int = 0
    copies: int = 0
    cached: int = 0
    gated: int = 0
    given_up: int = 0

    def __str__(self) -> str:
        return " ".join(f"{one.name}={getattr(self, one.name)}" for one in fields(self))

    def add(self, spent: Spent) -> None:
        self.requests += spent.requests
        self.input_tokens += spent.input_tokens
        self.output_tokens += spent.output_tokens


class Budget:
    """The tokens of the day. Safe to use from many tasks."""

    def __init__(
        self, database: DatabaseThread, limits: ModelLimits, clock: Callable[[], datetime]
    ) -> None:
        self._database, self._limits, self._clock = database, limits, clock
        self._reserved = 0
        self._paid = asyncio.Event()

    async def reserve(self, prompt: Prompt) -> Granted | OverBudget:
        """Set aside what a request may cost; waits where others' requests may leave enough."""
        most = self._limits.most(prompt)
        while True:
            self._paid.clear()
            today = self._clock().date()
            spent = await self._database.read(partial(spent_on, day=today))
            if spent.tokens + self._reserved + most <= self._limits.tokens_a_day:
                self._reserved += most
                return Granted(tokens=most)
            if self._reserved == 0:
                midnight = datetime.combine(today + timedelta(days=1), time.min, UTC)
                return OverBudget(spent=spent.tokens, until=midnight)
            await self._paid.wait()

    async def pay(self, granted: Granted, spent: Spent) -> None:
        """Count what a request did cost in the place of what was set aside."""
        today = self._clock().date()
        try:
            await self._database.write(lambda connection: spend(connection, today, spent))
        finally:
            self.release(granted)

    def release(self, granted: Granted) -> None:
        self._reserved -= granted.tokens
        self._paid.set()


def cost_of(prompt: Prompt, outcome: Reply | Failed) -> Spent:
    """What a request has cost, whether or not an answer came."""
    if isinstance(outcome, Reply):
        return Spent(
            requests=outcome.requests,
            input_tokens=outcome.input_tokens,
            output_tokens=outcome.output_tokens,
        )
    # A server that was still at work bills what it has read.
    late = outcome.failure is Failure.TIMEOUT
    return Spent(
        requests=outcome.requests, input_tokens=prompt.tokens if late else 0, output_tokens=0
    )
