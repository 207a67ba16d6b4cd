"""Five hundred publishers on loopback: feeds that publish by the clock, and the pages they lead to.

What a feed has published at a moment follows from its number and the clock alone, so that the server
keeps no books and the test can say afterwards what should have arrived.
"""

import gzip
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.nasty_feeds import feed_rows
from tests.nasty_web import Behaviour, Connection, Request, answer
from tests.wrapping import wrapped

#: Entries that a feed lists at once.
LISTED = 25
#: One feed in so many misbehaves for as long as the soak lasts.
MISBEHAVES_EACH = 10
#: One article in so many speaks of what is watched.
RELEVANT_EACH = 20
_MISBEHAVIOURS = (
    "silence",
    "500",
    "byte-a-second",
    "hangs-up",
    "html",
    "endless-body",
    "429-ten-years",
    "gzip-bomb",
    "redirect-loop",
    "404",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PacedClock:
    """A clock that runs `pace` times as fast since it was started at `begun` (of the real one)."""

    begun: float
    start: datetime
    pace: float

    def at(self, real: float) -> datetime:
        return self.start + timedelta(seconds=(real - self.begun) * self.pace)

    def real_seconds(self, span: timedelta) -> float:
        return span.total_seconds() / self.pace


def row_name(number: int) -> str:
    return f"soak{number}"


def misbehaves(number: int) -> bool:
    return number % MISBEHAVES_EACH == MISBEHAVES_EACH - 1


def gap(number: int) -> timedelta:
    """Between two entries: 40 minutes to three hours, as with papers and broadcasters."""
    return timedelta(minutes=40 + (number * 37) % 140)


def published_by(number: int, start: datetime, now: datetime) -> range:
    """Entries' numbers, those before the start included: a feed is never empty."""
    offset = gap(number) * ((number * 13 % 50) / 50)
    return range(int((now - start + offset) / gap(number)) + LISTED)


def published_at(number: int, entry: int, start: datetime) -> datetime:
    offset = gap(number) * ((number * 13 % 50) / 50)
    return start - offset + gap(number) * (entry - LISTED + 1)


@dataclass(frozen=True, slots=True)
class Stock:
    """Real pages, and articles of ours to put into some of them."""

    pages: tuple[bytes, ...]
    articles: tuple[dict[str, str], ...]

    @classmethod
    def load(cls, shared: Path) -> "Stock":
        text = (shared / "corpus" / "dev" / "wire.jsonl").read_text(encoding="utf-8")
        articles = [json.loads(line) for line in text.splitlines()]
        paths = sorted((shared / "real" / "pages").iterdir())
        return cls(
            tuple(path.read_bytes() for path in paths),
            tuple(article for article in articles if article["statements"]),
        )

    def page(self, number: int, entry: int, url: str) -> bytes:
        turn = number * 7 + entry
        body = self.pages[turn % len(self.pages)]
        if turn % RELEVANT_EACH:
            return body
        article = self.articles[turn // RELEVANT_EACH % len(self.articles)]
        for step in range(len(self.pages)):
            found = wrapped(
                self.pages[(turn + step) % len(self.pages)],
                title=f"{article['title']} ({number}/{entry})",
                paragraphs=[*article["text"].split("\n\n"), f"Number {entry} of desk {number}."],
                url=url,
            )
            if found is not None:
                return found
        raise AssertionError("no real page can carry an article")


def publisher(number: int, stock: Stock, clock: PacedClock, now: "Now") -> Behaviour:
    """The feed of one host and its pages; honest about what has changed."""
    ills = {row.name: row.does for row in feed_rows() if row.name in _MISBEHAVIOURS}
    ill = ills[_MISBEHAVIOURS[number // MISBEHAVES_EACH % len(_MISBEHAVIOURS)]]

    async def behave(request: Request, connection: Connection) -> None:
        if request.path.startswith("/news/"):
            url = f"http://{request.headers['host']}{request.path}"
            body = stock.page(number, int(request.path.rpartition("/")[2]), url)
            await connection.send(
                answer(gzip.compress(body, 1), kind="text/html", headers=["Content-Encoding: gzip"])
            )
        elif misbehaves(number):
            await ill(request, connection)
        else:
            await _send_feed(number, clock, now(), request, connection)

    return behave


async def _send_feed(
    number: int, clock: PacedClock, moment: datetime, request: Request, connection: Connection
) -> None:
    entries = published_by(number, clock.start, moment)[-LISTED:]
    tag = f'"{entries[-1]}"'
    if request.headers.get("if-none-match") == tag:
        await connection.send(answer(status="304 Not Modified"))
        return
    host = request.headers["host"]
    listed = "".join(
        f"<item><guid>{entry}</guid><link>http://{host}/news/{entry}</link><title>Story {entry} of "
        f"{number}</title><pubDate>{format_datetime(published_at(number, entry, clock.start))}</pubDate></item>"
        for entry in reversed(entries)
    )
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Paper {number}</title>{listed}</channel></rss>"
    await connection.send(answer(body.encode(), headers=[f"ETag: {tag}"]))


class Now:
    """The paced time."""

    def __init__(self, clock: PacedClock) -> None:
        self._clock = clock

    def __call__(self) -> datetime:
        import time

        return self._clock.at(time.time())


START = datetime(2026, 11, 20, 6, tzinfo=UTC)
