"""A web server on loopback that misbehaves, one way a row; and the table of those ways.

It speaks HTTP by hand, byte by byte, since the point is what no honest server library would send.
Every row has a host name of its own, so that nothing has a reason to wait for another.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from watchers.network import Resolver
from watchers.network import resolve as system_resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    host: str
    path: str
    headers: Mapping[str, str]
    #: Which request of this path it is, from 1.
    number: int


@dataclass(frozen=True, slots=True)
class Connection:
    """What a row writes to. Closing is the server's work unless the row does it first."""

    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Behaviour = Callable[[Request, Connection], Awaitable[None]]


@dataclass(slots=True)
class NastyWeb:
    """`async with` it; `rows` maps a host's first label to what it does."""

    rows: Mapping[str, Behaviour]
    port: int = 0
    requests: list[Request] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _open: set[asyncio.Task[None]] = field(default_factory=set)
    _server: asyncio.Server | None = None

    async def __aenter__(self) -> "NastyWeb":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open)

    def url(self, row: str, path: str = "/feed") -> str:
        return f"http://{self.host(row)}:{self.port}{path}"

    @staticmethod
    def host(row: str) -> str:
        return f"{row}.nasty.test"

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(self.host(row) for row in self.rows)

    @property
    def resolver(self) -> Resolver:
        async def resolve(host: str, port: int) -> Sequence[str]:
            if host.endswith(".nasty.test"):
                return ["127.0.0.1"]
            return await system_resolve(host, port)

        return resolve

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            request = self._request(head.decode("latin-1"))
            self.requests.append(request)
            row = self.rows.get(request.host.partition(".")[0])
            if row is None or (request.path == "/robots.txt" and "robots" not in request.host):
                await Connection(writer).send(answer(status="404 Not Found"))
            else:
                await row(request, Connection(writer))
        except (asyncio.IncompleteReadError, ConnectionError, TimeoutError):
            pass  # the client left, as it should
        except asyncio.CancelledError:
            pass  # the test is over, and this row would have gone on for ever
        finally:
            self._open.discard(task)
            writer.close()

    def _request(self, head: str) -> Request:
        first, *lines = head.split("\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines if line)
        }
        host, path = headers["host"].partition(":")[0], first.split(" ")[1]
        self._counts[host + path] += 1
        return Request(host=host, path=path, headers=headers, number=self._counts[host + path])


def answer(
    body: bytes = b"",
    *,
    status: str = "200 OK",
    kind: str = "application/rss+xml",
    headers: Sequence[str] = (),
    length: int | None = None,
) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body) if length is None else length}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def serve(body: bytes, **options: object) -> Behaviour:
    """Always the same answer."""

    async def behave(request: Request, connection: Connection) -> None:
        await connection.send(answer(body, **options))  # type: ignore[arg-type]

    return behave


def serve_raw(data: bytes) -> Behaviour:
    """These bytes, then the end of the connection."""

    async def behave(request: Request, connection: Connection) -> None:
        await connection.send(data)

    return behave


def serve_in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first answer to the first request, and so on; the last one for ever."""

    async def behave(request: Request, connection: Connection) -> None:
        await behaviours[min(request.number, len(behaviours)) - 1](request, connection)

    return behave


def rss(*items: str, head: str = "") -> bytes:
    text = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Nasty</title>'
        f"<link>http://nasty.test/</link>{head}{text}</channel></rss>"
    ).encode()


def item(number: int, *, more: str = "", title: str | None = None) -> str:
    return (
        f"<guid>tag:{number}</guid><link>http://nasty.test/{number}</link>"
        f"<title>{title or f'Item {number}'}</title><description>Text of {number}.</description>{more}"
    )


def items(count: int, start: int = 1) -> list[str]:
    return [item(number) for number in range(start, start + count)]
