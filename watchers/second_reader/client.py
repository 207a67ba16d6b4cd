"""Ask a model behind an OpenAI-compatible address. The one module that imports `openai`, when needed.

Knows HTTP and the servers' dialects; nothing of what is asked. The key is handed in and is in no text
that comes out. Nothing is retried here except what a server refuses for its form: some take no
structured output, some no temperature, some have another name for the limit of an answer. What a
server was found to take is remembered for as long as the program runs.
"""

import asyncio
import email.utils
import math
import threading
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, TypeVar

from watchers.errors import Misuse
from watchers.second_reader.prompts import Prompt
from watchers.second_reader.servers import Failed, Failure, Reply
from watchers.second_reader.wire import Dialect, message_in, reply_in, request_body

T = TypeVar("T")

#: Characters of a server's own words that are passed on.
_DETAIL_MAX_CHARS = 200
#: What stands for the key where a server needs none; the client insists on one.
_NO_KEY = "none"
#: How a server says that it does not take a request's form.
_FORM_STATUSES = ("HTTP 400", "HTTP 415", "HTTP 422")
#: Changes of dialect that one question may cost.
_DIALECTS_MAX = 4


class Client:
    """A `ModelServer` over the network.

    It works on a thread and an event loop of its own: what the package computes for a request, a
    seventh of a second for the first, holds up nobody else's.
    """

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        key: str | None,
        timeout_seconds: float,
        answer_tokens: int,
    ) -> None:
        """Import what is needed, which takes a second: not to be called on an event loop.

        Raises `Misuse` where the package is not installed.
        """
        try:
            import openai
        except ImportError:
            raise Misuse(
                "reading.readers: the model needs a package that is not installed: "
                'pip install "volteface[model]"'
            ) from None
        self._openai = openai
        self._base_url, self._model, self._answer_tokens = base_url, model, answer_tokens
        self._secret, self._timeout = key, timeout_seconds
        self._dialect = Dialect()
        omit = openai.omit
        self._client = openai.AsyncOpenAI(
            api_key=self._secret or _NO_KEY,
            base_url=self._base_url,
            timeout=self._timeout,
            max_retries=0,  # its own waits are ours to decide
            # What the environment may hold is for that company's server and nobody else's.
            default_headers={"OpenAI-Organization": omit, "OpenAI-Project": omit},  # type: ignore[dict-item]
        )
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="model client", daemon=True
        )
        self._thread.start()

    def __repr__(self) -> str:
        return f"Client({self._base_url!r}, {self._model!r})"

    async def ask(self, prompt: Prompt) -> Reply | Failed:
        return await self._beside(self._ask(prompt))

    async def close(self) -> None:
        if self._thread.is_alive():
            await self._beside(self._client.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            await asyncio.to_thread(self._thread.join)
            self._loop.close()

    async def _beside(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` gives, done on the client's own loop; cancelled there when it is here."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def _ask(self, prompt: Prompt) -> Reply | Failed:
        for requests in range(1, _DIALECTS_MAX + 1):
            dialect = self._dialect
            outcome = await self._post(prompt, dialect)
            if not (isinstance(outcome, Failed) and outcome.failure is Failure.REFUSED):
                return replace(outcome, requests=requests)
            simpler = dialect.simpler(outcome.detail) if _may_be_form(outcome) else None
            if simpler is None:
                return replace(outcome, requests=requests)
            if self._dialect == dialect:
                self._dialect = simpler
        return Failed(failure=Failure.REFUSED, detail="no dialect is understood", requests=requests)

    async def _post(self, prompt: Prompt, dialect: Dialect) -> Reply | Failed:
        body = request_body(self._model, prompt, self._answer_tokens, dialect)
        try:
            # The client's own time limit is between two reads: a server that drips never meets it.
            async with asyncio.timeout(self._timeout):
                raw = await self._client.chat.completions.with_raw_response.create(**body)
                text = raw.http_response.text
        except (TimeoutError, self._openai.APITimeoutError):
            return Failed(failure=Failure.TIMEOUT, detail=f"no answer in {self._timeout:g} s")
        except self._openai.APIStatusError as error:
            return self._refusal(error.status_code, error.response.headers, error.response.text)
        except self._openai.APIConnectionError as error:
            cause = type(error.__cause__ or error).__name__
            return Failed(failure=Failure.UNREACHABLE, detail=self._clean(f"{cause}: {error}"))
        return self._reply(text, prompt)

    def _refusal(self, status: int, headers: Mapping[str, str], text: str) -> Failed:
        failure = Failure.REFUSED
        if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT):
            failure = Failure.TOLD_TO_WAIT
        elif status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            failure = Failure.SERVER_ERROR
        return Failed(
            failure=failure,
            detail=f"HTTP {status}: {self._clean(message_in(text))}",
            wait_seconds=_retry_after(headers.get("retry-after")),
        )

    def _reply(self, text: str, prompt: Prompt) -> Reply | Failed:
        reply = reply_in(text, prompt)
        if reply is None:
            detail = f"no chat completion: {self._clean(text)}"
            return Failed(failure=Failure.SERVER_ERROR, detail=detail)
        return reply

    def _clean(self, text: str) -> str:
        """A server's words on one line, short, without the key."""
        if self._secret:
            text = text.replace(self._secret, "***")
        return " ".join(text.split())[:_DETAIL_MAX_CHARS]


def _may_be_form(failed: Failed) -> bool:
    """Whether a request was refused for its form: not for the key, the address or the model's name."""
    return failed.detail.startswith(_FORM_STATUSES)


def _retry_after(value: str | None) -> float | None:
    """Seconds, from a number of them or a date; `None` where it says neither."""
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            at = email.utils.parsedate_to_datetime(value)
        except (TypeError, ValueError):
            return None
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        seconds = (at - datetime.now(UTC)).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None
