"""Five hundred publishers on loopback: feeds that publish by the clock, and the pages they lead to.

What a feed has published at a moment follows from its number and the clock alone, so that the server
keeps no books and the test can say afterwards what should have arrived. One page in twenty has a
leader take a position, which is another one each day: most of these days' first ones are alerts.
"""

import gzip
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.nasty_feeds import feed_rows
from tests.nasty_web import Behaviour, Connection, Request, answer
from tests.shared import files
from tests.wrapping import wrapped

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
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
_LEADERS = (
    "US President Donald Trump",
    "French President Emmanuel Macron",
    "German Chancellor Friedrich Merz",
    "British Prime Minister Keir Starmer",
    "Italian Prime Minister Giorgia Meloni",
    "Polish Prime Minister Donald Tusk",
    "Spanish Prime Minister Pedro Sánchez",
    "Turkish President Recep Tayyip Erdogan",
    "Canadian Prime Minister Mark Carney",
    "Finnish President Alexander Stubb",
)
_MATTERS = (
    "Ukraine's membership in NATO",
    "security guarantees for Ukraine",
    "a meeting between Putin and Zelensky",
    "a European peacekeeping force in Ukraine",
)
_SIDES = ("support", "reject")
#: What is told beside it, another each day: word for word the same would be copies of the day before.
_BESIDE = (
    "He had come from a breakfast with farmers, who wanted to hear of milk and of nothing else at all. "
    "One of them gave him a cheese, which an officer carried to the car, and the others sang for him.",
    "The train to the north was late again, and half of the delegation waited for it in the rain. "
    "A student lent her umbrella to the ambassador and asked him for a stamp from his country in return.",
    "Behind the door a school choir practised for the evening, louder than anybody had asked it to sing. "
    "The caretaker closed two windows, opened them again, and in the end sat down to listen until noon.",
    "Two ministers stood by and looked at their shoes, as they had done for most of the morning there. "
    "Lunch was soup with bread and an apple each, since the kitchen of the palace is being painted blue.",
    "Snow had closed the airport since midnight, so that the answer was given over a poor telephone line. "
    "Somebody shovelled the stairs all the while, and twice the dog of the house had to be called back.",
)
#: Where headline, text and address of ours go in a real page.
_TITLE, _TEXT, _URL = "@TITLE@", "@TEXT@", "http://paper.example/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacedClock:
    """A clock that runs `pace` times as fast since it was started at `begun` (of the real one)."""

    begun: float
    start: datetime = START
    pace: float

    def __call__(self) -> datetime:
        return self.at(time.time())

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


def published_by(number: int, now: datetime) -> range:
    """Entries' numbers, those before the start included: a feed is never empty."""
    offset = gap(number) * ((number * 13 % 50) / 50)
    return range(int((now - START + offset) / gap(number)) + LISTED)


def published_at(number: int, entry: int) -> datetime:
    offset = gap(number) * ((number * 13 % 50) / 50)
    return START - offset + gap(number) * (entry - LISTED + 1)


@dataclass(frozen=True, slots=True)
class Stock:
    """Real pages as they stand, and emptied of their article for one of ours."""

    pages: tuple[bytes, ...]
    frames: tuple[bytes, ...]

    @classmethod
    def load(cls) -> "Stock":
        pages = tuple(path.read_bytes() for path in files("real", "pages"))
        frames = (wrapped(page, title=_TITLE, paragraphs=[_TEXT], url=_URL) for page in pages)
        return cls(
            tuple(gzip.compress(page, 1) for page in pages),
            tuple(frame for frame in frames if frame),
        )

    def page(self, number: int, entry: int, url: str) -> bytes:
        """Compressed, as it is served."""
        turn = number * 7 + entry
        if turn % RELEVANT_EACH:
            return self.pages[turn % len(self.pages)]
        page = self.frames[turn // RELEVANT_EACH % len(self.frames)]
        title, text = _news(number, entry)
        for mark, put in ((_TITLE, title), (_TEXT, text), (_URL, url)):
            page = page.replace(mark.encode(), put.encode())
        return gzip.compress(page, 1)


def _news(number: int, entry: int) -> tuple[str, str]:
    """Headline and text: a leader for or against a matter, by turns from day to day."""
    turn = (number * 7 + entry) // RELEVANT_EACH
    leader = _LEADERS[turn % len(_LEADERS)]
    matter = _MATTERS[turn // len(_LEADERS) % len(_MATTERS)]
    day = published_at(number, entry).toordinal()
    return (
        f"Story {entry} of {number}",
        f"“We {_SIDES[day % len(_SIDES)]} {matter},” {leader} told reporters.</p>"
        f"<p>{_BESIDE[day % len(_BESIDE)]}",
    )


def publishers(count: int, stock: Stock, clock: PacedClock) -> Mapping[str, Behaviour]:
    ills = {row.name: row.does for row in feed_rows() if row.name in _MISBEHAVIOURS}
    return {
        row_name(n): _publisher(
            n, stock, clock, ills[_MISBEHAVIOURS[n // MISBEHAVES_EACH % len(_MISBEHAVIOURS)]]
        )
        for n in range(count)
    }


def _publisher(number: int, stock: Stock, clock: PacedClock, ill: Behaviour) -> Behaviour:
    """The feed of one host and its pages; honest about what has changed."""

    async def behave(request: Request, connection: Connection) -> None:
        if request.path.startswith("/news/"):
            url = f"http://{request.headers['host']}{request.path}"
            page = stock.page(number, int(request.path.rpartition("/")[2]), url)
            await connection.send(
                answer(page, kind="text/html", headers=["Content-Encoding: gzip"])
            )
        elif misbehaves(number):
            await ill(request, connection)
        else:
            await _send_feed(number, clock(), request, connection)

    return behave


async def _send_feed(
    number: int, moment: datetime, request: Request, connection: Connection
) -> None:
    entries = published_by(number, moment)[-LISTED:]
    tag = f'"{entries[-1]}"'
    if request.headers.get("if-none-match") == tag:
        await connection.send(answer(status="304 Not Modified"))
        return
    host = request.headers["host"]
    listed = "".join(
        f"<item><guid>{entry}</guid><link>http://{host}/news/{entry}</link><title>Story {entry} of "
        f"{number}</title><pubDate>{format_datetime(published_at(number, entry))}</pubDate></item>"
        for entry in reversed(entries)
    )
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Paper {number}</title>{listed}</channel></rss>"
    await connection.send(answer(body.encode(), headers=[f"ETag: {tag}"]))
