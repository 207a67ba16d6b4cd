"""Fetch a URL within bounds: checked addresses, capped bodies, total time, one request a host.

The one module that imports httpx. Knows HTTP; not what a feed or a page is.

httpx's pool loses a slot for good when a request is cancelled from outside or gives up waiting for
the pool (seen with 0.28.1). So nothing here cancels a request: the deadline is kept by the network
below (`watchers.network`) and by the clock between chunks; our own semaphore stays below the pool's
size; and should the pool run dry all the same, the client is thrown away for a new one.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from watchers.addresses import AllowedHosts
from watchers.fetched import FetchFailed, FetchLimits, FetchProblem, Response
from watchers.inflate import Body, Broken, TooLarge, gunzip, looks_gzipped
from watchers.network import AddressRefused, GuardedBackend, Resolver, deadline, resolve
from watchers.pacing import HostGate

#: Requests at once, over all hosts.
CONNECTIONS = 20
#: More idle connections make the pool slow: 200 of them bring it to 89 requests a second.
IDLE_CONNECTIONS = 10
#: Redirects in a row; browsers give up at 20, honest publishers need three.
MAX_REDIRECTS = 6
#: Bytes kept of an answer that is an error: enough to tell a challenge from a fault.
ERROR_MAX_BYTES = 65_536

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_GZIP_TYPES = ("application/gzip", "application/x-gzip")
#: The first kind that fits names the problem.
_PROBLEMS = (
    ((httpx.ConnectTimeout, httpx.ConnectError), FetchProblem.NO_CONNECTION),
    ((httpx.TimeoutException,), FetchProblem.TOO_SLOW),
    ((httpx.InvalidURL, httpx.UnsupportedProtocol), FetchProblem.BAD_URL),
    ((httpx.ReadError, httpx.WriteError), FetchProblem.CUT_OFF),
)


class Fetcher:
    """Fetches with GET. `async with` it; safe to use from many tasks at once."""

    def __init__(
        self,
        limits: FetchLimits,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` (seconds) measures how long hosts want to be left alone."""
        self._clock = clock
        self._limits = limits
        self._resolver = resolver
        self._allowed = AllowedHosts(limits.allow_private_hosts)
        self._gate = HostGate(pause_seconds=limits.pause_seconds, groups=limits.groups)
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._ssl: SSLContext | None = None
        self._client: httpx.AsyncClient | None = None
        self._retired: list[httpx.AsyncClient] = []

    async def __aenter__(self) -> "Fetcher":
        # The first wait loads anyio's own loop, 70 ms: here, where nothing else is to be done yet.
        await httpcore.AnyIOBackend().sleep(0)
        return self

    async def __aexit__(self, *_: object) -> None:
        for client in filter(None, [self._client, *self._retired]):
            await client.aclose()

    def hold(self, url: str, *, seconds: float) -> None:
        """Leave the URL's host, or its group, alone for so long: a server asked for it."""
        self._gate.hold(_host(url), until=self._clock() + seconds)

    def stop(self) -> None:
        """Let what is under way end, and cancel whatever still waits for its turn."""
        self._gate.close()

    def host_key(self, url: str) -> str:
        """What a `Retry-After` for a whole host holds for: the host, or its group."""
        return self._gate.key(urlsplit(url).hostname or "")

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        max_bytes: int | None = None,
        patient: bool = False,
    ) -> Response:
        """The answer after redirects, each of which waits its host's turn; or FetchFailed.

        A `patient` request lets the others at its host go first.
        """
        cap = max_bytes or self._limits.max_bytes
        asked, moved_to, is_permanent = url, None, True
        spent = 0.0
        for _ in range(MAX_REDIRECTS + 1):
            async with self._gate.turn(_host(asked), patient=patient), self._slots:
                self._check_held(asked)
                started = time.monotonic()
                deadline.set(started + self._limits.total_seconds - spent)
                response = await self._get_once(asked, headers or {}, cap)
                spent += time.monotonic() - started
            target = _redirect_target(response)
            if target is None:
                return _final(response, moved_to, spent)
            is_permanent = is_permanent and response.status in _PERMANENT
            moved_to = target if is_permanent else moved_to
            asked = target
        raise FetchFailed(
            url, FetchProblem.TOO_MANY_REDIRECTS, f"more than {MAX_REDIRECTS} redirects in a row"
        )

    def _check_held(self, url: str) -> None:
        left = self._gate.held_for(_host(url), now=self._clock())
        if left:
            detail = f"its host asked to be left alone for {left:.0f} s more"
            raise FetchFailed(url, FetchProblem.HELD, detail, wait_seconds=left)

    async def _get_once(self, url: str, headers: Mapping[str, str], cap: int) -> Response:
        try:
            return await self._exchange(url, headers, cap)
        except httpx.PoolTimeout:
            self._retire_client()
            raise FetchFailed(
                url, FetchProblem.NO_CONNECTION, "the connection pool ran dry"
            ) from None
        except AddressRefused as error:
            raise FetchFailed(
                url,
                FetchProblem.ADDRESS_REFUSED,
                f"{error}; name it under [fetch] allow_private_hosts if you mean it",
            ) from error
        except TooLarge as error:
            raise FetchFailed(url, FetchProblem.TOO_LARGE, str(error)) from error
        except Broken as error:
            raise FetchFailed(url, FetchProblem.CUT_OFF, str(error)) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise FetchFailed(url, *_named(error, self._limits)) from error
        except (OSError, UnicodeError, ValueError, RuntimeError) as error:
            raise FetchFailed(url, FetchProblem.BROKEN_ANSWER, _first_line(error)) from error

    async def _exchange(self, url: str, headers: Mapping[str, str], cap: int) -> Response:
        client = self._ready_client()
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        request = client.build_request("GET", _checked(url), headers=raw)
        response = await client.send(request, stream=True)
        try:
            is_error = response.status_code >= HTTPStatus.BAD_REQUEST
            body = await self._body(response, ERROR_MAX_BYTES if is_error else cap, is_error)
        finally:
            await response.aclose()
        if looks_gzipped(body) and _is_gzip_file(response):
            body = gunzip(body, cap)
        return Response(
            url=url,
            status=response.status_code,
            headers=_raw_headers(response),
            body=body,
        )

    async def _body(self, response: httpx.Response, cap: int, is_error: bool) -> bytes:
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            if is_error:
                return b""
            raise Broken(f"the answer is compressed as {encoding!r}, which was not asked for")
        if response.status_code in _REDIRECTS:
            return b""
        body = Body(encoding=encoding.removeprefix("x-"), max_bytes=cap)
        ends = deadline.get()
        try:
            async for chunk in response.aiter_raw():
                for _ in body.feed(chunk):
                    await asyncio.sleep(0)
                if time.monotonic() > ends:
                    raise httpx.ReadTimeout("the request's total time is up")
        except (TooLarge, httpx.HTTPError):
            if not is_error:
                raise
            return b""
        return b"" if is_error and not body.is_complete else body.finish()

    def _retire_client(self) -> None:
        # Not closed: other requests may still be on it.
        if self._client is not None:
            self._retired.append(self._client)
            self._client = None

    def _ready_client(self) -> httpx.AsyncClient:
        if self._client is None:
            self._ssl = self._ssl or httpx.create_ssl_context(trust_env=False)
            limits = self._limits
            self._client = httpx.AsyncClient(
                transport=_transport(self._ssl, GuardedBackend(self._allowed, self._resolver)),
                timeout=httpx.Timeout(
                    limits.read_seconds, connect=limits.connect_seconds, pool=limits.connect_seconds
                ),
                headers={
                    "user-agent": limits.user_agent,
                    "accept-encoding": "gzip",
                    "accept": "*/*",
                    "accept-language": "en",
                },
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                follow_redirects=False,
                trust_env=False,
            )
        return self._client


def _transport(ssl_context: SSLContext, backend: GuardedBackend) -> httpx.AsyncHTTPTransport:
    transport = httpx.AsyncHTTPTransport(verify=ssl_context, trust_env=False)
    # httpx has no parameter for the network backend; tests/contract holds that this still works.
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=ssl_context,
        max_connections=CONNECTIONS * 2,
        max_keepalive_connections=IDLE_CONNECTIONS,
        keepalive_expiry=5.0,
        network_backend=backend,
    )
    return transport


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise httpx.UnsupportedProtocol(f"{url[:200]!r} is no http or https address")
    try:
        _ = parts.port
    except ValueError as error:  # httpx lets it pass, and the socket raises what no one expects
        raise httpx.InvalidURL(f"{url[:200]!r}: {error}") from None
    return url


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _raw_headers(response: httpx.Response) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name_bytes, value_bytes in response.headers.raw:
        name, value = name_bytes.decode("latin-1").lower(), value_bytes.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _redirect_target(response: Response) -> str | None:
    # Addresses are sent as UTF-8 in spite of the standard.
    location = (
        response.headers.get("location", "").strip().encode("latin-1").decode("utf-8", "replace")
    )
    if response.status not in _REDIRECTS or not location:
        return None
    try:
        return urljoin(response.url, location)
    except ValueError as error:
        raise FetchFailed(
            response.url, FetchProblem.BAD_URL, f"redirects to {location[:200]!r}"
        ) from error


def _final(response: Response, moved_to: str | None, spent: float) -> Response:
    return Response(
        url=response.url,
        status=response.status,
        headers=response.headers,
        body=response.body,
        moved_to=moved_to if response.status == HTTPStatus.OK else None,
        elapsed_ms=round(spent * 1000),
    )


def _is_gzip_file(response: httpx.Response) -> bool:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _GZIP_TYPES or response.url.path.endswith(".gz")


def _named(error: Exception, limits: FetchLimits) -> tuple[FetchProblem, str]:
    """What happened, in the words of the person who reads the log."""
    text = _first_line(error)
    if isinstance(error, httpx.ConnectError) and ("certificate" in text or "SSL" in text):
        return FetchProblem.BAD_CERTIFICATE, text
    slow = f"silent for {limits.read_seconds:g} s or not done in {limits.total_seconds:g} s"
    words = {FetchProblem.TOO_SLOW: slow, FetchProblem.CUT_OFF: "the connection was cut"}
    for kinds, problem in _PROBLEMS:
        if isinstance(error, kinds):
            return problem, words.get(problem, text)
    return FetchProblem.BROKEN_ANSWER, text


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:300] or type(error).__name__
