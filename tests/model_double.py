"""A model's server on loopback: speaks chat completions over real sockets, and misbehaves as scripted."""

import asyncio
import json
import queue
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from watchers.article_files import LabelledArticle

MODEL = "double-1"


@dataclass(frozen=True, kw_only=True)
class Say:
    """A well-formed completion with this content."""

    content: str | None
    tokens: tuple[int, int] | None = (1_000, 50)
    finish: str = "stop"
    after: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Status:
    """An error as servers give it."""

    code: int
    message: str = "no"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Raw:
    """These bytes as the body of a 200."""

    body: bytes


class Cut:
    """Half a body, then the connection is closed."""


class Silence:
    """No answer at all, for as long as the client waits."""


class Drip:
    """One byte now and then, for ever."""


Script = Say | Status | Raw | Cut | Silence | Drip
Answer = Callable[[dict[str, Any]], Script]


@dataclass
class Request:
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def article(self) -> str:
        return self.body["messages"][1]["content"]


@dataclass
class ModelDouble:
    """Answers by `answer` once `scripts` are used up; keeps what it was asked."""

    answer: Answer = field(default=lambda _: Say(content='{"statements": []}'))
    scripts: list[Script] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    base_url: str = ""
    #: Most requests that were in hand at once.
    at_once: int = 0
    _now: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await _read(reader):
                self.requests.append(request)
                self._now += 1
                self.at_once = max(self.at_once, self._now)
                script = self.scripts.pop(0) if self.scripts else self.answer(request.body)
                try:
                    if not await self._play(script, writer):
                        break
                finally:
                    self._now -= 1
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _play(self, script: Script, writer: asyncio.StreamWriter) -> bool:
        match script:
            case Say():
                await asyncio.sleep(script.after)
                await _send(writer, 200, json.dumps(_completion(script)).encode())
            case Status():
                body = json.dumps({"error": {"message": script.message}}).encode()
                await _send(writer, script.code, body, script.headers)
            case Raw():
                await _send(writer, 200, script.body)
            case Cut():
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n" + b'{"choices": [{"mess'
                )
                await writer.drain()
                return False
            case Silence():
                await asyncio.sleep(3_600)
            case Drip():
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n")
                while True:
                    writer.write(b" ")
                    await writer.drain()
                    await asyncio.sleep(0.05)
        return True


@asynccontextmanager
async def model_double(**options: Any) -> AsyncIterator[ModelDouble]:
    double = ModelDouble(**options)
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await double.serve(reader, writer)
        except asyncio.CancelledError:
            writer.close()
        finally:
            tasks.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    double.base_url = f"http://127.0.0.1:{port}/v1"
    try:
        yield double
    finally:
        server.close()
        for task in [*tasks]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def says(*statements: dict[str, Any], **options: Any) -> Say:
    """An answer with these statements, their other fields as most have them."""
    usual = {"when": "now", "via": "reported", "act": "none", "said_on": ""}
    content = json.dumps({"statements": [{**usual, **one} for one in statements]})
    return Say(content=content, **options)


def sentences_of(body: dict[str, Any]) -> dict[int, str]:
    """The numbered sentences of a request."""
    found = re.findall(r"^\[(\d+)\] (.*)$", body["messages"][1]["content"], re.MULTILINE)
    return {int(number): text for number, text in found}


def by_labels(articles: Iterable[LabelledArticle]) -> Answer:
    """Answers as a model that reads as well as those who labelled the articles."""
    known = {" ".join(item.article.title.split()): item for item in articles}

    def answer(body: dict[str, Any]) -> Script:
        sentences = sentences_of(body)
        given = []
        item = known.get(sentences.get(0, ""))
        if item is not None:
            for label in item.labels:
                wanted = " ".join(label.evidence.split())
                number = next((n for n, s in sentences.items() if s in wanted or wanted in s), None)
                if number is not None:
                    given.append(_as_answer(label, number))
        return Say(content=json.dumps({"statements": given}))

    return answer


def _as_answer(label: Any, sentence: int) -> dict[str, Any]:
    return {
        "sentence": sentence, "actor": label.actor, "claim": label.claim, "position": label.position,
        "speaker": label.speaker, "when": label.when, "via": label.via, "act": label.act or "none",
        "said_on": label.said_on.isoformat() if label.said_on else "",
    }  # fmt: skip


def _completion(say: Say) -> dict[str, Any]:
    message = {"role": "assistant", "content": say.content}
    made: dict[str, Any] = {
        "id": "c1", "object": "chat.completion", "created": 1, "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": say.finish}],
    }  # fmt: skip
    if say.tokens is not None:
        made["usage"] = {
            "prompt_tokens": say.tokens[0], "completion_tokens": say.tokens[1],
            "total_tokens": sum(say.tokens),
        }  # fmt: skip
    return made


async def _read(reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")[1:]
    headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(headers=headers, body=json.loads(body))


async def _send(
    writer: asyncio.StreamWriter, status: int, body: bytes, headers: Iterable[tuple[str, str]] = ()
) -> None:
    lines = [
        f"HTTP/1.1 {status} X",
        "content-type: application/json",
        f"content-length: {len(body)}",
    ]
    lines += [f"{name}: {value}" for name, value in headers]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    await writer.drain()


@contextmanager
def model_double_beside(**options: Any) -> Iterator[ModelDouble]:
    """The server on a loop of its own, for commands that start theirs."""
    started: queue.Queue[tuple[ModelDouble, asyncio.AbstractEventLoop, asyncio.Event]] = (
        queue.Queue()
    )

    async def serve() -> None:
        stop = asyncio.Event()
        async with model_double(**options) as double:
            started.put((double, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    double, loop, stop = started.get(timeout=5)
    try:
        yield double
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(timeout=5)
