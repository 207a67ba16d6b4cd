"""Wire the second reader from a configuration. Knows settings, the environment's key and the parts.

Imported where `[reading] readers` names the model, and by the commands that are about it.
"""

import os
import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.views import Notice
from watchers.errors import Misuse
from watchers.second_reader.agreement import Bounds, Trust
from watchers.second_reader.budget import ModelLimits
from watchers.second_reader.cached import CachedReader
from watchers.second_reader.client import Client
from watchers.second_reader.guide import build_catalogue, load_guide
from watchers.second_reader.reading import SecondReading
from watchers.second_reader.service import Record, SecondReader
from watchers.second_reader.trouble import ModelAlarm, ModelNotice, TellModel
from watchers.settings import MODEL_KEY_VARIABLE, ModelSettings
from watchers.store.database import Database
from watchers.store.model_answers import measured_of
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from bot.settings import Configuration
    from watchers.reading.reader import Reader
    from watchers.store.database import Connection

_CURES = {
    ModelAlarm.SPENT: "`tokens_a_day` under [model] says how much may be spent.",
    ModelAlarm.DOWN: "The rules read on; the model is asked again without your doing.",
    ModelAlarm.REFUSED: f"Look at [model] and {MODEL_KEY_VARIABLE}; it is asked again in a while.",
    ModelAlarm.UNREADABLE: "Try a larger model, or a larger `answer_tokens` under [model].",
}


def model_of(settings: "Configuration") -> ModelSettings:
    """The `[model]` table. Raises `Misuse` where there is none."""
    if settings.model is None:
        raise Misuse("model: the configuration has no [model] table with base_url and name")
    return settings.model


def reading_of(
    settings: "Configuration", reader: "Reader", trust: Trust | None = None
) -> SecondReading:
    """What a model is asked about what is watched, and how its answers are taken."""
    own = {*settings.claims, *settings.actors}
    return SecondReading(
        reader=reader,
        catalogue=build_catalogue(load_guide(), reader.claims.values(), reader.actors, own=own),
        model=settings.model.name if settings.model is not None else "",
        trust=trust or Trust(),
        bounds=Bounds(
            moves=settings.ledger.mover_confidence, confirms=settings.ledger.quote_confidence
        ),
    )


def trust_in(connection: "Connection", model: str, prompt: str) -> Trust:
    """What was measured of the model with this version of the prompt, else the default."""
    measured = measured_of(connection, model, prompt)
    if measured is None:
        return Trust()
    return Trust(alone=measured.alone, rise=measured.rise, articles=measured.articles)


def cached_reader(settings: "Configuration", reader: "Reader", database: Database) -> CachedReader:
    """Both readers over articles from files, trusting the model as it was measured."""
    reading = reading_of(settings, reader)
    with database.read() as connection:
        trust = trust_in(connection, reading.model, reading.version)
    return CachedReader(reading.trusting(trust), database)


def client_of(settings: "Configuration") -> Client:
    """The model's server. Raises `Misuse`; takes a second, so not to be called on an event loop."""
    model = model_of(settings)
    return Client(
        base_url=model.base_url,
        model=model.name,
        key=_key(),
        timeout_seconds=model.timeout.total_seconds(),
        answer_tokens=model.answer_tokens,
    )


def limits_of(model: ModelSettings) -> ModelLimits:
    return ModelLimits(
        concurrency=model.concurrency,
        tokens_a_day=model.tokens_a_day,
        answer_tokens=model.answer_tokens,
    )


def second_reader_of(
    settings: "Configuration",
    *,
    database: DatabaseThread,
    client: Client,
    reading: SecondReading,
    record: Record,
    tell: TellModel,
    clock: Callable[[], datetime],
) -> SecondReader:
    """The second reader of a running bot."""
    return SecondReader(
        database=database,
        server=client,
        reading=reading,
        limits=limits_of(model_of(settings)),
        record=record,
        tell=tell,
        clock=clock,
        chance=random.random,
    )


def notice_of_model(notice: ModelNotice) -> Notice:
    """The second reader's alarm, or its end, for the operator."""
    return Notice(
        key=f"{notice.alarm}:{notice.begins}:{notice.at.isoformat()}",
        what=f"The second reader: {notice.what}",
        cure=_CURES[notice.alarm] if notice.begins else "Nothing is left to do.",
        at=notice.at,
    )


def _key() -> str | None:
    key = os.environ.get(MODEL_KEY_VARIABLE, "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise Misuse(f"{MODEL_KEY_VARIABLE}: holds characters that no key has")
    return key or None
