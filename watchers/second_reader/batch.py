"""Batch files as providers take and give them: a request a line, an answer a line. Knows JSON Lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchers.errors import Misuse
from watchers.second_reader.reading import Question
from watchers.second_reader.servers import Reply
from watchers.second_reader.wire import message_in, reply_in, request_body

#: Where a provider sends each line, below the address with its version.
_URL = "/v1/chat/completions"
_OK = 200
_LONGEST_REASON = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was given elsewhere."""

    #: As in the request: the key under which it is kept.
    key: str
    #: As the provider calls the model; empty where it does not say.
    model: str
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class NotGiven:
    """A line that holds no answer, and why."""

    key: str
    reason: str


def request_line(question: Question, model: str, answer_tokens: int) -> str:
    """A question as a line of a batch file."""
    line = {
        "custom_id": question.key,
        "method": "POST",
        "url": _URL,
        "body": request_body(model, question.prompt, answer_tokens),
    }
    return json.dumps(line, ensure_ascii=False)


def read_answers(lines: Iterable[str], *, name: str) -> Iterator[Given | NotGiven]:
    """The answers of a provider's file; `name` is what errors call it.

    Raises `Misuse` where a line is none of such a file.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_answer(line, f"{name}:{number}")


def _read_answer(line: str, where: str) -> Given | NotGiven:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Misuse(f"{where}: not JSON: {error}") from None
    key = given.get("custom_id") if isinstance(given, dict) else None
    if not isinstance(key, str) or not key:
        raise Misuse(f"{where}: custom_id is missing; each line must be one answer of a batch")
    response, fault = given.get("response"), given.get("error")
    if not isinstance(response, dict):
        return NotGiven(key=key, reason=_brief(fault or "no response"))
    status = response.get("status_code", _OK)
    body = response.get("body", response)
    text = json.dumps(body)
    if fault or status != _OK:
        return NotGiven(key=key, reason=_brief(fault or f"HTTP {status}: {message_in(text)}"))
    reply = reply_in(text, None)
    if reply is None or not reply.content:
        return NotGiven(key=key, reason="no chat completion, or an empty one")
    model = body.get("model") if isinstance(body, dict) else None
    return Given(key=key, model=model if isinstance(model, str) else "", reply=reply)


def _brief(reason: object) -> str:
    text = reason if isinstance(reason, str) else message_in(json.dumps(reason))
    return " ".join(text.split())[:_LONGEST_REASON]
