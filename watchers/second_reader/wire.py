"""The JSON of chat completions, both ways: a request's body, a reply, an error's message.

Knows the servers' dialects; no network. The same body goes over the wire and into a batch file.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from watchers.second_reader.prompts import Prompt
from watchers.second_reader.sentences import estimate_tokens
from watchers.second_reader.servers import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What of the language a server speaks."""

    #: "json_schema", then "json_object", then none at all.
    structured: str | None = "json_schema"
    limit: str = "max_tokens"
    temperature: bool = True

    def simpler(self, complaint: str) -> "Dialect | None":
        """The dialect to try after a refusal; `None` where its form cannot be the reason."""
        said = complaint.lower()
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        if self.limit == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, limit="max_completion_tokens")
        if self.structured == "json_schema":
            return replace(self, structured="json_object")
        return replace(self, structured=None) if self.structured else None

    def fields(self, prompt: Prompt, answer_tokens: int) -> dict[str, Any]:
        """The request's fields that differ from server to server."""
        given: dict[str, Any] = {self.limit: answer_tokens}
        if self.temperature:
            given["temperature"] = 0
        if self.structured == "json_schema":
            form = {"name": "positions", "strict": True, "schema": prompt.schema}
            given["response_format"] = {"type": "json_schema", "json_schema": form}
        elif self.structured:
            given["response_format"] = {"type": self.structured}
        return given


def request_body(
    model: str, prompt: Prompt, answer_tokens: int, dialect: Dialect | None = None
) -> dict[str, Any]:
    """The body of a chat completion, the same on the wire and in a batch file."""
    fields = (dialect or Dialect()).fields(prompt, answer_tokens)
    return {"model": model, "messages": prompt.messages, **fields}


def reply_in(text: str, prompt: Prompt | None) -> Reply | None:
    """The reply in a chat completion's JSON; `None` where it is none.

    Tokens that the server does not count are estimated.
    """
    try:
        given = json.loads(text)
        message = given["choices"][0]["message"]
        content = message.get("content")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    # No database takes a zero byte, nor half of a letter that takes two.
    content = content.replace("\0", "") if isinstance(content, str) else ""
    content = content.encode("utf-8", "replace").decode()
    usage = given.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    asked = prompt.tokens if prompt is not None else 0
    return Reply(
        content=content,
        input_tokens=_count(counts.get("prompt_tokens"), asked),
        output_tokens=_count(counts.get("completion_tokens"), estimate_tokens(content)),
    )


def _count(given: object, estimate: int) -> int:
    is_count = isinstance(given, int) and not isinstance(given, bool) and given >= 0
    return int(given) if is_count else estimate  # type: ignore[call-overload]


def message_in(text: str) -> str:
    """The message in an error's JSON, else the text."""
    try:
        given = json.loads(text)
        error = given.get("error", given) if isinstance(given, dict) else given
        message = error.get("message") if isinstance(error, dict) else error
        return message if isinstance(message, str) else text
    except (ValueError, RecursionError):
        return text
