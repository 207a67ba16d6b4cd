"""What asking a model may come to: a reply, or a failure that is a value. Knows no network."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from watchers.second_reader.prompts import Prompt


class Failure(StrEnum):
    """Why there is no answer."""

    #: Not within the time for a whole answer.
    TIMEOUT = "timeout"
    #: No connection, or one that broke.
    UNREACHABLE = "unreachable"
    #: 429.
    TOLD_TO_WAIT = "told_to_wait"
    #: 5xx, or an answer that is none of a chat server.
    SERVER_ERROR = "server_error"
    #: Another 4xx: the key, the model's name, the address, or the question itself.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered, unread."""

    content: str
    input_tokens: int
    output_tokens: int
    #: Requests that it took; more than one where the server's dialect had to be learned.
    requests: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """That there is no reply, and why."""

    failure: Failure
    #: For people; never holds the key.
    detail: str
    #: As the server asks with `Retry-After`; `None` where it does not.
    wait_seconds: float | None = None
    requests: int = 1


class ModelServer(Protocol):
    """Where a model is asked. Safe to use from many tasks at once; raises nothing of the network's."""

    async def ask(self, prompt: Prompt) -> Reply | Failed:
        """One question, asked once; whether to ask again is the caller's."""
        ...

    async def close(self) -> None: ...
