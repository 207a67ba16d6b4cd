"""Connections to checked addresses only, each read under a deadline. Knows sockets; not HTTP.

A host is resolved here, every address of the answer is checked, and the connection goes to an
address that was checked: looking at a URL beforehand would stop neither a redirect nor a name whose
answer changes between the look and the connection.

The total time of a request is kept here as well, by shortening each read's own timeout. Cancelling
a request from outside would cost the pool a slot for good.
"""

# ruff: noqa: ASYNC109 - httpcore's interface has a parameter named timeout

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from ipaddress import ip_address
from typing import Any

import httpcore

from watchers.addresses import AllowedHosts, plain_host

#: Names that are looked up at once; a resolver that hangs holds a thread for its own timeout.
RESOLVER_THREADS = 16

#: Name to addresses; raises OSError where the name has none.
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

#: `time.monotonic()` at which the request in hand must be over.
deadline: ContextVar[float] = ContextVar("deadline")

_resolver_threads = ThreadPoolExecutor(RESOLVER_THREADS, thread_name_prefix="resolver")


class AddressRefused(Exception):
    """A host resolved to an address that may not be connected to."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is the private address {address}")


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver; the answer's order is kept."""

    def ask() -> list[str]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))

    return await asyncio.get_running_loop().run_in_executor(_resolver_threads, ask)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's network, except that it connects to permitted addresses alone and keeps time."""

    def __init__(self, allowed: AllowedHosts, resolver: Resolver = resolve) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        started = time.monotonic()
        budget = _left(timeout, httpcore.ConnectTimeout)
        addresses = await self._checked_addresses(host, port, budget)
        failure: Exception | None = None
        for address in addresses:
            left = budget - (time.monotonic() - started)
            if left <= 0:
                raise httpcore.ConnectTimeout(f"no connection to {host} in time") from failure
            try:
                stream = await self._inner.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    async def _checked_addresses(self, host: str, port: int, seconds: float) -> Sequence[str]:
        asked = asyncio.ensure_future(self._resolver(host, port))
        done, _ = await asyncio.wait({asked}, timeout=seconds)
        if not done:
            asked.cancel()
            raise httpcore.ConnectTimeout(f"the name {host} was not resolved in time")
        try:
            addresses = asked.result()
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved: {error}") from error
        for address in addresses:
            # One private address among public ones is refused too: the next answer may lead with it.
            if not self._allowed.permits(host, ip_address(plain_host(address))):
                raise AddressRefused(host, address)
        return addresses

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise AddressRefused(path, "a local socket")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _TimedStream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max_bytes, _left(timeout, httpcore.ReadTimeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, _left(timeout, httpcore.WriteTimeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return _TimedStream(await self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(timeout: float | None, error: type[httpcore.TimeoutException]) -> float:
    left = deadline.get() - time.monotonic()
    if left <= 0:
        raise error("the request's total time is up")
    return left if timeout is None else min(timeout, left)
