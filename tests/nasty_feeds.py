"""The feeds among the misbehaviours: what each does, and what must come of two polls of it."""

import asyncio
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.nasty_web import (
    Behaviour,
    Connection,
    Request,
    answer,
    item,
    items,
    rss,
    serve,
    serve_in_turn,
    serve_raw,
)
from watchers.feeds.records import FeedProblem

_LOTS = 5_000
_BOMB_BYTES = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """One misbehaviour, polled twice an hour apart."""

    name: str
    does: Behaviour
    #: Entries that the store holds after the second poll.
    stored: int = 0
    #: Of the first poll; `None`: it goes well.
    first: FeedProblem | None = None
    second: FeedProblem | None = None


def _row(
    name: str,
    does: Behaviour,
    stored: int = 0,
    first: FeedProblem | None = None,
    second: FeedProblem | None = None,
) -> FeedRow:
    return FeedRow(name=name, does=does, stored=stored, first=first, second=second)


def _twice(name: str, does: Behaviour, problem: FeedProblem) -> FeedRow:
    return _row(name, does, 0, problem, problem)


def feed_rows() -> tuple[FeedRow, ...]:
    return (*_wire_rows(), *_status_rows(), *_redirect_rows(), *_format_rows(), *_entry_rows())


def _wire_rows() -> Iterator[FeedRow]:
    """What goes wrong below and in HTTP."""
    fine = rss(*items(3))
    packed = gzip.compress(fine)
    yield _row("fine", serve(fine), 3)
    yield _row("hundred-headers", serve(fine, headers=[f"X-{n}: {n}" for n in range(100)]), 3)
    yield _twice(
        "huge-header", serve(fine, headers=[f"X: {'y' * 300_000}"]), FeedProblem.UNREACHABLE
    )
    yield _row("gzip", serve(packed, headers=["Content-Encoding: gzip"]), 3)
    yield _row("gzip-in-name-only", serve(fine, headers=["Content-Encoding: gzip"]), 3)
    yield _row("deflate", serve(zlib.compress(fine), headers=["Content-Encoding: deflate"]), 3)
    yield _row(
        "deflate-bare",
        serve(zlib.compress(fine, wbits=-15), headers=["Content-Encoding: deflate"]),
        3,
    )
    yield _twice(
        "gzip-bomb",
        serve(_bomb(), headers=["Content-Encoding: gzip"]),
        FeedProblem.TOO_LARGE,
    )
    yield _twice(
        "gzip-cut",
        serve(packed[:-20], headers=["Content-Encoding: gzip"]),
        FeedProblem.UNREACHABLE,
    )
    yield _twice(
        "unasked-brotli",
        serve(b"\x8b\x03", headers=["Content-Encoding: br"]),
        FeedProblem.UNREACHABLE,
    )
    yield _twice("endless-body", endless, FeedProblem.TOO_LARGE)
    yield _twice("fifty-megabytes", serve(b"x" * 50_000_000), FeedProblem.TOO_LARGE)
    yield _twice("byte-a-second", drip(answer(fine)), FeedProblem.UNREACHABLE)
    yield _twice(
        "headers-by-bytes",
        drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99),
        FeedProblem.UNREACHABLE,
    )
    yield _twice("silence", silence, FeedProblem.UNREACHABLE)
    yield _twice("hangs-up", serve_raw(b""), FeedProblem.UNREACHABLE)
    yield _twice("cut-in-body", serve(fine, length=len(fine) + 999), FeedProblem.UNREACHABLE)
    yield _twice(
        "broken-chunks",
        serve_raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
        FeedProblem.UNREACHABLE,
    )
    yield _twice("no-http", serve_raw(b"SSH-2.0-OpenSSH_9.6\r\n"), FeedProblem.UNREACHABLE)
    yield _twice("odd-status-line", serve_raw(b"HTTP/1.1 banana\r\n\r\n"), FeedProblem.UNREACHABLE)
    yield _row("early-hints", serve_raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" + answer(fine)), 3)
    yield _row("no-length", serve_raw(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + fine), 3)


def _status_rows() -> Iterator[FeedRow]:
    """What goes wrong with status and validators."""
    fine = rss(*items(3))
    same = serve(b"", status="304 Not Modified")
    yield _row("honest-validators", serve_in_turn(_tagged(fine, '"one"'), same), 3)
    yield _row("raw-validators", _wants_back('W/"\xe9 \\ odd"', fine), 3)
    yield _twice("304-unasked", same, FeedProblem.SERVER_ERROR)
    yield _row("same-body-new-tag", serve_in_turn(_tagged(fine, '"1"'), _tagged(fine, '"2"')), 3)
    wait = {"status": "429 Too Many Requests"}
    for name, value in {
        "429-seconds": "120",
        "429-date": "Fri, 20 Nov 2026 12:00:30 GMT",
        "429-rubbish": "soon, maybe",
        "429-ten-years": "315360000",
        "429-negative": "-5",
    }.items():
        turns = serve_in_turn(serve(b"", headers=[f"Retry-After: {value}"], **wait), serve(fine))
        yield _row(name, turns, 0 if name == "429-ten-years" else 3, FeedProblem.TOLD_TO_WAIT)
    yield _row(
        "503-then-fine",
        serve_in_turn(serve(b"", status="503 No"), serve(fine)),
        3,
        FeedProblem.SERVER_ERROR,
    )
    yield _twice("500", serve(b"oops", status="500 Oops"), FeedProblem.SERVER_ERROR)
    yield _twice("404", serve(b"gone?", status="404 Not Found"), FeedProblem.NOT_FOUND)
    yield _row("410", serve(b"", status="410 Gone"), 0, FeedProblem.GONE)
    yield _twice("401", serve(b"", status="401 Unauthorized"), FeedProblem.BLOCKED)
    yield _twice("451", serve(b"", status="451 Legal"), FeedProblem.BLOCKED)
    yield _twice(
        "challenge",
        serve(
            b"<html><title>Just a moment...</title><script>cf_chl_opt</script>",
            status="403 Forbidden",
            kind="text/html",
            headers=["cf-mitigated: challenge"],
        ),
        FeedProblem.BLOCKED,
    )
    yield _twice(
        "challenge-with-200",
        serve(b"<html><head><title>Attention Required!</title></head>", kind="text/html"),
        FeedProblem.BLOCKED,
    )
    yield _twice("empty", serve(b""), FeedProblem.EMPTY_ANSWER)
    yield _twice("blank", serve(b"  \n "), FeedProblem.EMPTY_ANSWER)
    yield _twice("204", serve_raw(b"HTTP/1.1 204 No Content\r\n\r\n"), FeedProblem.UNREACHABLE)
    yield _twice("206", serve(fine, status="206 Partial Content"), FeedProblem.UNREACHABLE)


def _redirect_rows() -> Iterator[FeedRow]:
    fine = rss(*items(3))

    def to(place: str, status: str = "302 Found") -> Behaviour:
        return serve(b"", status=status, headers=[f"Location: {place}"])

    yield _twice("redirect-loop", to("/feed"), FeedProblem.UNREACHABLE)
    yield _twice("redirect-chain", _chain, FeedProblem.UNREACHABLE)
    yield _row("redirect-once", by_path({"/feed": to("/real"), "/real": serve(fine)}), 3)
    yield _row(
        "moved-for-good",
        by_path({"/feed": to("/real", "301 Moved"), "/real": serve(fine)}),
        3,
    )
    yield _twice("redirect-nowhere", serve(b"", status="302 Found"), FeedProblem.UNREACHABLE)
    for name, place in {
        "redirect-to-metadata": "http://169.254.169.254/latest/meta-data/",
        "redirect-to-decimal": "http://2130706433/",
        "redirect-to-mapped": "http://[::ffff:127.0.0.1]/",
        "redirect-to-zero": "http://0.0.0.0/",
        "redirect-to-file": "file:///etc/passwd",
        "redirect-to-nonsense": "http://[::1",
        "redirect-with-cookie": "/feed?again",
    }.items():
        yield _twice(name, to(place), FeedProblem.UNREACHABLE)
    yield _twice(
        "redirect-to-consent",
        by_path(
            {"/feed": to("/collectConsent?to=feed")},
            serve(b"<html>we and our partners", kind="text/html"),
        ),
        FeedProblem.BLOCKED,
    )


def _format_rows() -> Iterator[FeedRow]:
    """What goes wrong with the bytes of a feed."""
    fine = rss(*items(3))
    page = (
        b"<!doctype html><html><head><title>News</title>%s</head><body><p>Hello</p></body></html>"
    )
    link = b'<link rel="alternate" type="application/rss+xml" href="%s">'
    yield _twice("html", serve(page % b"", kind="text/html"), FeedProblem.HTML)
    yield _row(
        "html-names-feed",
        by_path({"/feed": serve(page % (link % b"/rss"), kind="text/html"), "/rss": serve(fine)}),
        3,
    )
    yield _twice(
        "html-names-itself", serve(page % (link % b"/feed"), kind="text/html"), FeedProblem.HTML
    )
    yield _row(
        "turns-html", serve_in_turn(serve(fine), serve(page % b"")), 3, None, FeedProblem.HTML
    )
    yield _twice(
        "json-error", serve(b'{"error": "no"}', kind="application/json"), FeedProblem.NO_FEED
    )
    yield _twice("json-cut", serve(b'{"items": [{"id": "1"'), FeedProblem.NO_FEED)
    yield _twice("json-nested", serve(b'{"items":' + b"[" * 100_000), FeedProblem.NO_FEED)
    yield _row("json-feed", serve(_json_feed(3), kind="application/feed+json"), 3)
    yield _row("news-sitemap", serve(_sitemap(3), kind="text/xml"), 3)
    yield _row("news-sitemap-gz", serve(gzip.compress(_sitemap(3)), kind="application/gzip"), 3)
    yield _twice(
        "sitemap-index",
        serve(b"<sitemapindex><sitemap><loc>http://a.test/1</loc></sitemap></sitemapindex>"),
        FeedProblem.NO_FEED,
    )
    yield _row(
        "wrong-charset",
        serve(fine.replace(b"Item 1", "Élysée".encode()), kind="text/xml; charset=iso-8859-1"),
        3,
    )
    yield _row("bogus-charset", serve(fine, kind="text/xml; charset=banana"), 3)
    yield _row("utf-16", serve(fine.decode().replace("utf-8", "utf-16").encode("utf-16")), 3)
    yield _row("plain-text-type", serve(fine, kind="text/plain"), 3)
    yield _row("no-type", serve(fine, kind=""), 3)
    yield _row("cut-xml", serve(fine[: fine.index(b"</item><item><guid>tag:3")]), 2)
    yield _row("trailing-rubbish", serve(fine + b"<!-- served in 3 ms --><script>x()</script>"), 3)
    yield _row("leading-blank-lines", serve(b"\n\n  " + fine), 3)
    yield _row("control-characters", serve(fine.replace(b"Item 1", b"It\x00em\x0b 1")), 3)
    yield _row("bare-ampersands", serve(fine.replace(b"Item 1", b"War & Peace & <b>more")), 3)
    yield _row("no-items", serve(rss()), 0)
    yield _row("entity-bomb", serve(_laughs()), 1)
    yield _row("reads-our-files", serve(_reads_files()), 1)
    yield _row("five-thousand-items", serve(rss(*items(_LOTS))), _LOTS)
    yield _twice("only-nested-tags", serve(b"<rss>" + b"<a>" * 900_000), FeedProblem.UNPARSABLE)
    yield _twice("binary", serve(bytes(range(256)) * 50), FeedProblem.NO_FEED)


def _entry_rows() -> Iterator[FeedRow]:
    """What goes wrong with entries, from one poll to the next."""

    def turns(*feeds: bytes) -> Behaviour:
        return serve_in_turn(*(serve(feed) for feed in feeds))

    def dated(date: str) -> bytes:
        return rss(*(item(n, more=f"<pubDate>{date}</pubDate>") for n in (1, 2, 3)))

    yield _row(
        "repeated-ids", serve(rss(*(item(n).replace(f"tag:{n}", "same") for n in (1, 2, 3)))), 3
    )
    yield _row(
        "changing-ids", turns(*(rss(*(_with_id(n, poll) for n in (1, 2, 3))) for poll in (1, 2))), 3
    )
    yield _row(
        "changing-ids-and-text",
        turns(
            *(
                rss(*(_with_id(n, poll).replace("Text", f"{poll} comments") for n in (1, 2, 3)))
                for poll in (1, 2)
            )
        ),
        3,
    )
    yield _row(
        "no-ids-no-links",
        serve(rss("<title>One</title>", "<title>Two</title>", "<description>Three</description>")),
        3,
    )
    yield _row("midnight-dates", turns(dated("Fri, 20 Nov 2026 00:00:00 GMT"), rss(*items(5))), 5)
    yield _row("future-dates", turns(dated("Fri, 20 Nov 2099 00:00:00 GMT"), rss(*items(4))), 4)
    yield _row("broken-dates", turns(dated("yesterday-ish"), rss(*items(4))), 4)
    yield _row(
        "bumped-dates",
        turns(dated("Fri, 20 Nov 2026 08:00:00 GMT"), dated("Fri, 20 Nov 2026 12:00:00 GMT")),
        3,
    )
    yield _row("shrinks-and-grows", turns(rss(*items(5)), rss(*items(1))), 5)
    yield _row("reordered", turns(rss(*items(5)), rss(*reversed(items(5)))), 5)
    yield _row("edited-headline", turns(rss(item(1)), rss(item(1, title="Another headline"))), 1)
    yield _row("late-items", turns(rss(*items(2)), rss(item(99), *items(2))), 3)
    yield _row(
        "tracking-links", turns(*(rss(*(_tracked(n, poll) for n in (1, 2))) for poll in (1, 2))), 2
    )
    yield _row("script-links", serve(rss("<title>One</title><link>javascript:alert(1)</link>")), 1)
    yield _row("huge-ids", serve(rss(*(item(n).replace("tag:", "x" * 100_000) for n in (1, 2)))), 2)
    yield _row("relisted-archive", turns(rss(*items(3)), rss(*items(60))), 60)


def _with_id(number: int, poll: int) -> str:
    return item(number).replace(f"tag:{number}", f"{number}-of-poll-{poll}")


def _tracked(number: int, poll: int) -> str:
    link = f"http://nasty.test/{number}"
    return (
        item(number)
        .replace(f"<guid>tag:{number}</guid>", "")
        .replace(link, f"{link}?utm_source={poll}")
    )


def _bomb() -> bytes:
    squeezer = zlib.compressobj(9, wbits=31)
    block = b"\x00" * 1_000_000
    parts = [squeezer.compress(block) for _ in range(_BOMB_BYTES // len(block))]
    return b"".join([*parts, squeezer.flush()])


def _laughs() -> bytes:
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    feed = rss("<title>&l9;</title><guid>1</guid>").decode()
    return feed.replace("?><rss", f"?><!DOCTYPE rss [{levels}]><rss").encode()


def _reads_files() -> bytes:
    feed = rss("<title>&us;</title><guid>1</guid>").decode()
    return feed.replace(
        "?><rss", '?><!DOCTYPE rss [<!ENTITY us SYSTEM "file:///etc/passwd">]><rss'
    ).encode()


def _json_feed(count: int) -> bytes:
    entries = [{"id": n, "url": f"http://a.test/{n}", "content_text": "x"} for n in range(count)]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [*entries, "odd", 7]}
    ).encode()


def _sitemap(count: int) -> bytes:
    urls = "".join(
        f"<url><loc>http://a.test/{n}</loc><news:news><news:publication_date>2026-11-20T08:00:00Z"
        f"</news:publication_date><news:title>Headline {n}</news:title></news:news></url>"
        for n in range(count)
    )
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    ).encode()


def _tagged(body: bytes, tag: str) -> Behaviour:
    return serve(body, headers=[f"ETag: {tag}", "Last-Modified: Fri, 20 Nov 2026 10:00:00 GMT"])


def _wants_back(tag: str, body: bytes) -> Behaviour:
    """304 for exactly the bytes that it sent as its tag, and an error for any others."""

    async def behave(request: Request, connection: Connection) -> None:
        sent_back = request.headers.get("if-none-match")
        if sent_back is None:
            await connection.send(answer(body, headers=[f"ETag: {tag}"]))
        elif sent_back == tag:
            await connection.send(answer(status="304 Not Modified"))
        else:
            await connection.send(answer(status="500 Not my tag"))

    return behave


def by_path(paths: dict[str, Behaviour], otherwise: Behaviour | None = None) -> Behaviour:
    async def behave(request: Request, connection: Connection) -> None:
        does = paths.get(request.path) or otherwise or serve(b"", status="404 Not Found")
        await does(request, connection)

    return behave


async def _chain(request: Request, connection: Connection) -> None:
    place = f"/feed?{request.number}{len(request.path)}"
    await connection.send(
        answer(status="302 Found", headers=[f"Location: {request.path}x{place[-1]}"])
    )


async def endless(request: Request, connection: Connection) -> None:
    await connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>")
    while True:
        await connection.send(b"<item><title>more</title></item>" * 2_000)


def drip(data: bytes) -> Behaviour:
    async def behave(request: Request, connection: Connection) -> None:
        for place in range(len(data)):
            await connection.send(data[place : place + 1])
            await asyncio.sleep(0.2)

    return behave


async def silence(request: Request, connection: Connection) -> None:
    await asyncio.sleep(60)
