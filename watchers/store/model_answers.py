"""Answers that a language model gave, what they cost, and how far it is trusted. Knows the tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.store.tables import model_alarms, model_answers, model_days, model_trusts

#: Keys that are asked for at once; SQLite takes 32,766 variables, old ones 999.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """An answer as the model gave it."""

    key: str
    model: str
    #: Version of the prompt.
    prompt: str
    content: str
    input_tokens: int
    output_tokens: int
    imported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a day has cost so far."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How right a model was on labelled articles."""

    alone: float
    rise: float
    articles: int


def answer_of(connection: Connection, key: str) -> StoredAnswer | None:
    return answers_of(connection, [key]).get(key)


def answers_of(connection: Connection, keys: Iterable[str]) -> dict[str, StoredAnswer]:
    """Those of the keys for which there is an answer."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, StoredAnswer] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for row in connection.execute(
            sa.select(model_answers).where(model_answers.c.key.in_(some))
        ):
            found[row.key] = StoredAnswer(
                key=row.key,
                model=row.model,
                prompt=row.prompt,
                content=row.content,
                input_tokens=row.input_tokens,
                output_tokens=row.output_tokens,
                imported=row.imported,
            )
    return found


def keep_answer(connection: Connection, answer: StoredAnswer, *, now: datetime) -> bool:
    """Keep an answer; whether there was none to the same question. The newest one stands."""
    gone = connection.execute(model_answers.delete().where(model_answers.c.key == answer.key))
    connection.execute(
        model_answers.insert().values(
            key=answer.key,
            model=answer.model,
            prompt=answer.prompt,
            content=answer.content,
            input_tokens=answer.input_tokens,
            output_tokens=answer.output_tokens,
            imported=answer.imported,
            answered_at=now,
        )
    )
    return gone.rowcount == 0


def forget_old_answers(connection: Connection, *, before: datetime) -> int:
    """Answers that were asked for; those that somebody imported stay."""
    old = (model_answers.c.answered_at < before) & ~model_answers.c.imported
    return connection.execute(model_answers.delete().where(old)).rowcount


def spent_on(connection: Connection, day: date) -> Spent:
    row = connection.execute(sa.select(model_days).where(model_days.c.day == day)).first()
    if row is None:
        return Spent()
    return Spent(
        requests=row.requests, input_tokens=row.input_tokens, output_tokens=row.output_tokens
    )


def spend(connection: Connection, day: date, more: Spent) -> None:
    """Add to what a day has cost."""
    before = spent_on(connection, day)
    connection.execute(model_days.delete().where(model_days.c.day == day))
    connection.execute(
        model_days.insert().values(
            day=day,
            requests=before.requests + more.requests,
            input_tokens=before.input_tokens + more.input_tokens,
            output_tokens=before.output_tokens + more.output_tokens,
        )
    )


def raise_alarm(connection: Connection, kind: str, *, now: datetime) -> bool:
    """Put an alarm in force; whether it was not before, so that it is told once."""
    known = connection.execute(
        sa.select(model_alarms.c.kind).where(model_alarms.c.kind == str(kind))
    )
    if known.first() is not None:
        return False
    connection.execute(model_alarms.insert().values(kind=str(kind), since=now))
    return True


def end_alarms(connection: Connection, kinds: Iterable[str]) -> tuple[str, ...]:
    """End those of the alarms that are in force; which they were."""
    return tuple(
        kind
        for kind in kinds
        if connection.execute(
            model_alarms.delete().where(model_alarms.c.kind == str(kind))
        ).rowcount
    )


def measured_of(connection: Connection, model: str, prompt: str) -> Measured | None:
    row = connection.execute(
        sa.select(model_trusts).where(
            model_trusts.c.model == model, model_trusts.c.prompt == prompt
        )
    ).first()
    if row is None:
        return None
    return Measured(alone=row.alone, rise=row.rise, articles=row.articles)


def keep_measured(
    connection: Connection, model: str, prompt: str, measured: Measured, *, now: datetime
) -> None:
    same = (model_trusts.c.model == model) & (model_trusts.c.prompt == prompt)
    connection.execute(model_trusts.delete().where(same))
    connection.execute(
        model_trusts.insert().values(
            model=model,
            prompt=prompt,
            alone=measured.alone,
            rise=measured.rise,
            articles=measured.articles,
            measured_at=now,
        )
    )


def total_cost(answers: Mapping[str, StoredAnswer]) -> Spent:
    """What a set of answers cost when they were given."""
    return Spent(
        requests=len(answers),
        input_tokens=sum(answer.input_tokens for answer in answers.values()),
        output_tokens=sum(answer.output_tokens for answer in answers.values()),
    )
