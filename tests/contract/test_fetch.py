"""The guarded fetch against a server that lies about where it is and when it will be done."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.nasty_feeds import silence
from tests.nasty_web import Connection, NastyWeb, Request, answer, serve
from tests.watching import QUICK
from watchers.fetch import Fetcher
from watchers.fetched import FetchFailed, FetchProblem, Response

PAGE = serve(b"hello", kind="text/plain")


@pytest.fixture
async def web() -> AsyncIterator[NastyWeb]:
    async with NastyWeb({"page": PAGE, "slow": _slow, "other": PAGE}) as server:
        yield server


async def _slow(request: Request, connection: Connection) -> None:
    await asyncio.sleep(0.3)
    await connection.send(answer(b"late"))


async def _problem(fetcher: Fetcher, url: str) -> FetchProblem:
    with pytest.raises(FetchFailed) as caught:
        await fetcher.get(url)
    return caught.value.problem


@pytest.mark.parametrize(
    ("name", "addresses"),
    {
        "loopback": ["127.0.0.1"],
        "private": ["10.0.0.1"],
        "link-local metadata": ["169.254.169.254"],
        "carrier-grade NAT": ["100.64.0.1"],
        "unique local": ["fd00::1"],
        "mapped": ["::ffff:127.0.0.1"],
        "NAT64 of a private one": ["64:ff9b::7f00:1"],
        "6to4 of a private one": ["2002:7f00:1::"],
        "nothing": ["0.0.0.0"],
        "broadcast": ["255.255.255.255"],
        "multicast": ["224.0.0.1"],
        "public and private mixed": ["93.184.216.34", "127.0.0.1"],
        "zone": ["fe80::1%eth0"],
    }.items(),
)
async def test_an_outside_name_never_leads_inside(
    web: NastyWeb, name: str, addresses: Sequence[str]
) -> None:
    async def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    async with Fetcher(QUICK, resolver=resolve) as fetcher:
        problem = await _problem(fetcher, f"http://outside.test:{web.port}/")
    assert problem is FetchProblem.ADDRESS_REFUSED, name
    assert web.requests == []


async def test_a_name_is_resolved_anew_for_each_connection_and_checked_each_time(
    web: NastyWeb,
) -> None:
    """Rebinding: what the name led to a moment ago counts for nothing."""
    answers = iter([["127.0.0.1"], ["192.168.1.1"]])

    async def resolve(host: str, port: int) -> Sequence[str]:
        return next(answers)

    async with Fetcher(QUICK, resolver=resolve) as fetcher:
        url = f"http://localhost:{web.port}/"
        assert (await fetcher.get(url)).status == 404
        assert await _problem(fetcher, url) is FetchProblem.ADDRESS_REFUSED


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "017700000001", "[::ffff:7f00:1]"]
)
async def test_every_spelling_of_a_private_address_is_refused(web: NastyWeb, host: str) -> None:
    async with Fetcher(replace(QUICK, allow_private_hosts=())) as fetcher:
        problem = await _problem(fetcher, f"http://{host}:{web.port}/")
    assert problem in (FetchProblem.ADDRESS_REFUSED, FetchProblem.NO_CONNECTION)
    assert web.requests == []


@pytest.mark.parametrize("allowed", ["127.0.0.1", "127.0.0.0/8"])
async def test_an_allowed_private_host_is_reached(web: NastyWeb, allowed: str) -> None:
    async with Fetcher(replace(QUICK, allow_private_hosts=(allowed,))) as fetcher:
        with pytest.raises(
            FetchFailed
        ):  # the server knows no such host: what counts is the way there
            await fetcher.get(f"http://127.0.0.1:{web.port}\x00/")
        response = await fetcher.get(f"http://127.0.0.1:{web.port}/")
    assert response.status == 404


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.test/",
        "http://",
        "http://[::1",
        "javascript:1",
        "",
        "http://a b/",
        "http://a.test:99999/",
        "http://127.0.0.1:99999/",
    ],
)
async def test_what_is_no_web_address_is_refused(url: str) -> None:
    async with Fetcher(QUICK) as fetcher:
        assert await _problem(fetcher, url) in (
            FetchProblem.BAD_URL,
            FetchProblem.NO_CONNECTION,
            FetchProblem.BROKEN_ANSWER,
        )


async def test_environment_proxies_are_not_used(
    web: NastyWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://10.0.0.1:1")
    assert (await _get(web, "page")).body == b"hello"


async def _get(web: NastyWeb, row: str) -> Response:
    limits = replace(QUICK, allow_private_hosts=web.hosts)
    async with Fetcher(limits, resolver=web.resolver) as fetcher:
        return await fetcher.get(web.url(row))


async def test_it_says_who_it_is_and_offers_gzip_alone(web: NastyWeb) -> None:
    limits = replace(QUICK, allow_private_hosts=web.hosts, contact="desk@example.org")
    async with Fetcher(limits, resolver=web.resolver) as fetcher:
        await fetcher.get(web.url("page"))
    headers = web.requests[0].headers
    assert headers["user-agent"] == "Volteface/0.1 (news monitor; desk@example.org)"
    assert headers["accept-encoding"] == "gzip"
    assert "cookie" not in headers


async def test_one_host_is_asked_one_thing_at_a_time_with_a_pause(web: NastyWeb) -> None:
    limits = replace(QUICK, allow_private_hosts=web.hosts, pause_seconds=0.1)
    async with Fetcher(limits, resolver=web.resolver) as fetcher:
        started = time.monotonic()
        await asyncio.gather(*(fetcher.get(web.url("slow")) for _ in range(3)))
        one_host = time.monotonic() - started
    assert one_host >= 1.1


async def test_a_slow_host_does_not_hold_up_another(web: NastyWeb) -> None:
    limits = replace(QUICK, allow_private_hosts=web.hosts)
    async with Fetcher(limits, resolver=web.resolver) as fetcher:
        slow = [asyncio.create_task(fetcher.get(web.url("slow"))) for _ in range(3)]
        quick = asyncio.create_task(fetcher.get(web.url("page")))
        done, _ = await asyncio.wait({quick, *slow}, return_when=asyncio.FIRST_COMPLETED)
        assert done == {quick}
        await asyncio.gather(*slow)


async def test_hosts_of_a_group_count_as_one(web: NastyWeb) -> None:
    limits = replace(
        QUICK,
        allow_private_hosts=web.hosts,
        pause_seconds=0.2,
        groups={"nasty": ("nasty.test",)},
    )
    async with Fetcher(limits, resolver=web.resolver) as fetcher:
        started = time.monotonic()
        await asyncio.gather(fetcher.get(web.url("page")), fetcher.get(web.url("other")))
        assert time.monotonic() - started >= 0.2
        assert fetcher.host_key(web.url("page")) == fetcher.host_key(web.url("other")) == "nasty"


async def test_many_requests_that_time_out_lose_no_slot_of_the_pool() -> None:
    rows = {f"row{n}": (PAGE if n % 3 else silence) for n in range(60)}
    async with NastyWeb(rows) as many:
        limits = replace(QUICK, allow_private_hosts=many.hosts, read_seconds=1.5, total_seconds=9.0)
        async with Fetcher(limits, resolver=many.resolver) as fetcher:
            for _ in range(3):
                results = await asyncio.gather(
                    *(fetcher.get(many.url(row)) for row in rows), return_exceptions=True
                )
                failed = [r for r in results if isinstance(r, FetchFailed)]
                assert len(failed) == 20
                assert {f.problem for f in failed} == {FetchProblem.TOO_SLOW}


@pytest.mark.parametrize(
    ("value", "seconds"),
    {
        "seconds": ("120", 120.0),
        "a date": ("Fri, 20 Nov 2026 12:01:00 GMT", 60.0),
        "a date that is past": ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        "rubbish": ("soon", None),
        "negative": ("-5", None),
        "absent": ("", None),
        "more digits than sense": ("9" * 400, None),
    }.values(),
)
def test_retry_after(value: str, seconds: float | None) -> None:
    response = Response(url="", status=429, headers={"retry-after": value}, body=b"")
    assert response.retry_after(now=datetime(2026, 11, 20, 12, tzinfo=UTC)) == seconds
