"""Try the language model before it is needed: one small question, its answer read as any other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.findings import Finding, right, wrong
from bot.second_reading import client_of, model_of, reading_of
from bot.watching import compile_reader, watchlist_of
from watchers.errors import Misuse
from watchers.model import Article
from watchers.second_reader.answers import Unreadable, read_answer
from watchers.second_reader.prompts import build_prompt
from watchers.second_reader.servers import Failed
from watchers.settings import MODEL_KEY_VARIABLE

if TYPE_CHECKING:
    from bot.settings import Configuration

_ARTICLE = Article(
    id="check",
    url="",
    title="Macron says France is ready to send troops",
    text="French President Emmanuel Macron said that France was ready to send troops to Ukraine.",
    published=datetime(2025, 8, 18, tzinfo=UTC),
    outlet="",
)


async def check_model(settings: "Configuration") -> AsyncIterator[Finding]:
    """Whether the model that is to read answers at all, and so that it can be read."""
    named = f"model: {model_of(settings).name} ({model_of(settings).base_url})"
    try:
        client = await asyncio.to_thread(client_of, settings)
    except Misuse as error:
        yield wrong(f"{named}: {error}", "The rules read alone without it.")
        return
    reading = reading_of(settings, compile_reader(watchlist_of(settings)))
    outcome = await client.ask(build_prompt(_ARTICLE, reading.catalogue))
    await client.close()
    if isinstance(outcome, Failed):
        yield wrong(
            f"{named}: {outcome.failure.value.replace('_', ' ')}: {outcome.detail}",
            f"Look at [model] and {MODEL_KEY_VARIABLE}; until it answers the rules read alone.",
        )
        return
    answer = read_answer(outcome.content)
    if isinstance(answer, Unreadable):
        yield wrong(
            f"{named}: answers so that it cannot be read: {answer.value.replace('_', ' ')}",
            "Try a larger model, or a larger `answer_tokens` under [model].",
        )
        return
    yield right(
        f"{named}: answers; {outcome.input_tokens} tokens read, {outcome.output_tokens} written"
    )
