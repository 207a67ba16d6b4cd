"""Ask a model for the answers that an evaluation lacks. Knows the server's address and the store.

Stops asking at once where the server refuses or is not there: what is in the store is then all.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.second_reading import client_of, limits_of, model_of
from watchers.second_reader.answers import Unreadable, read_answer
from watchers.second_reader.budget import Budget, ModelLimits, OverBudget, cost_of
from watchers.second_reader.servers import Failed, Failure, ModelServer, Reply
from watchers.store.database import Database
from watchers.store.model_answers import StoredAnswer, keep_answer
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from bot.settings import Configuration
    from watchers.second_reader.reading import Question

#: Tries of one question, and the longest wait between two of them, in seconds.
_TRIES, _LONGEST_WAIT = 3, 60.0


@dataclass(slots=True)
class Asked:
    """What came of the asking; `trouble` is why it ended early."""

    answered: int = 0
    unreadable: int = 0
    trouble: str = ""
    _stopped: bool = field(default=False, repr=False)


def ask_for(
    settings: "Configuration", version: str, questions: Sequence["Question"], database: Database
) -> Asked:
    """Ask for each, keep the answers, and say what came of it."""
    client = client_of(settings)
    return asyncio.run(
        _ask_all(
            client,
            model_of(settings).name,
            version,
            limits_of(model_of(settings)),
            questions,
            database,
        )
    )


async def _ask_all(  # noqa: PLR0917 - what `ask_for` gathered
    server: ModelServer,
    model: str,
    version: str,
    limits: ModelLimits,
    questions: Sequence["Question"],
    database: Database,
) -> Asked:
    from rich.console import Console
    from rich.progress import Progress

    thread = DatabaseThread(database)
    budget = Budget(thread, limits, lambda: datetime.now(UTC))
    slots = asyncio.Semaphore(limits.concurrency)
    asked = Asked()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("asking the model", total=len(questions))

        async def one(question: "Question") -> None:
            async with slots:
                if not asked.trouble:
                    await _ask_one(server, model, version, question, budget, thread, asked)
                progress.advance(bar)

        try:
            await asyncio.gather(*(one(question) for question in questions))
        finally:
            await server.close()
            thread.close()
    return asked


async def _ask_one(  # noqa: PLR0917 - what `_ask_all` shares
    server: ModelServer,
    model: str,
    version: str,
    question: "Question",
    budget: Budget,
    thread: DatabaseThread,
    asked: Asked,
) -> None:
    for number in range(1, _TRIES + 1):
        granted = await budget.reserve(question.prompt)
        if isinstance(granted, OverBudget):
            asked.trouble = f"the day's tokens are spent ({granted.spent})"
            return
        outcome = await server.ask(question.prompt)
        await budget.pay(granted, cost_of(question.prompt, outcome))
        if isinstance(outcome, Reply):
            if not isinstance(read_answer(outcome.content), Unreadable):
                await _keep(thread, model, version, question, outcome)
                asked.answered += 1
                return
            asked.unreadable += number == _TRIES
        elif outcome.failure in (Failure.REFUSED, Failure.UNREACHABLE) or number == _TRIES:
            asked.trouble = f"{outcome.failure}: {outcome.detail}"
            return
        await asyncio.sleep(_wait(outcome, number))


def _wait(outcome: Reply | Failed, number: int) -> float:
    asked = outcome.wait_seconds if isinstance(outcome, Failed) else 0.0
    return min(2.0**number if asked is None else asked, _LONGEST_WAIT)


async def _keep(
    thread: DatabaseThread, model: str, version: str, question: "Question", reply: Reply
) -> None:
    answer = StoredAnswer(
        key=question.key,
        model=model,
        prompt=version,
        content=reply.content,
        input_tokens=reply.input_tokens,
        output_tokens=reply.output_tokens,
    )
    await thread.write(lambda at: keep_answer(at, answer, now=datetime.now(UTC)))
