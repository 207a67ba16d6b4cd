"""A store with thousands of kept texts, read and filed, as after a month of watching.

    python -m tests.end_to_end.stored STORE.sqlite 30000

One text in ten is a labelled one, over and over, each with an address, an outlet and an hour of its
own; the others are of everything else that papers write about, made of their words at random. Half of
those are kept as the page, as texts are that the cheap look passed over.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from bot.keywords.reading_back import marks_of
from bot.settings import Configuration
from bot.watching import compile_reader, watchlist_of
from watchers.articles.keeping import kept_article, kept_page
from watchers.ledger.speakers import Speakers
from watchers.model import Article, Statement
from watchers.reading.reader import Reader
from watchers.store.ledger import LedgerBatch, Read
from watchers.store.pages import keep_page
from watchers.store.schema import open_database
from watchers.store.watched import save_marks

CORPUS = Path(__file__).parents[1] / "quality" / "corpus"
SETS = (
    "winter-2025-26",
    "winter-spring-2025",
    "wire",
    "extra-core",
    "timeline-2025",
    "nordic-nato",
    "extra-eu-enlargement",
    "extra-gaza-force",
)
OUTLETS = 40
#: Of so many texts one speaks to a claim that somebody might watch; of the others one is kept as a page.
SPEAKS_EVERY, PAGE_EVERY = 10, 2
#: Words and paragraphs of a text on something else.
_WORDS, _PARAGRAPHS = 400, 8
_EVERYDAY = """council mayor river budget school children weather storm bridge railway hospital nurses
coach season goal league ticket museum painting festival audience singer album film director kitchen
recipe bread harvest farmers price market shares bank interest rates housing rent tenants landlord
phone software update chip factory workers strike wages union court judge trial verdict police station
fire rescue island ferry tourists beach forest wolves scientists vaccine virus patients star planet
telescope engine battery electric cars motorway traffic airport flight delays parliament election votes
coalition party opposition minister tax reform pension energy gas pipeline wind farm climate report
said told added warned agreed rejected plans would could after before during according officials new
old first last year month week people city country government north south east west""".split()  # noqa: SIM905 - a list of 130 quoted words is no easier to read
#: Articles filed in one go.
_BATCH = 200


def texts() -> list[Article]:
    rows = [
        json.loads(line)
        for name in SETS
        for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    now = datetime.now(UTC)
    return [
        Article(id="", url="", title=r["title"], text=r["text"], published=now, outlet="")
        for r in rows
    ]


def _other_text(chance: random.Random) -> Article:
    words = chance.choices(_EVERYDAY, k=_WORDS)
    size = _WORDS // _PARAGRAPHS
    paragraphs = [
        f"{' '.join(words[at : at + size]).capitalize()}." for at in range(0, _WORDS, size)
    ]
    title = " ".join(chance.choices(_EVERYDAY, k=8)).capitalize()
    now = datetime.now(UTC)
    return Article(
        id="", url="", title=title, text="\n\n".join(paragraphs), published=now, outlet=""
    )


def month(count: int, *, now: datetime) -> Iterator[tuple[int | None, Article]]:
    """`count` articles over the last 29 days, each with the number of its text if it is a labelled one."""
    known, chance = cycle(enumerate(texts())), random.Random(count)
    step = timedelta(days=29) / count
    for number in range(count):
        place, text = next(known) if number % SPEAKS_EVERY == 0 else (None, _other_text(chance))
        url = f"https://paper-{number % OUTLETS}.example/{number}"
        at = now - timedelta(days=29) + number * step
        yield (
            place,
            replace(
                text, id=f"a{number}", url=url, published=at, outlet=f"Paper {number % OUTLETS}"
            ),
        )


def fill(url: str, count: int, settings: Configuration | None = None) -> None:
    """A store as `settings` would have filled it."""
    settings = settings or Configuration()
    watchlist = watchlist_of(settings)
    reader, speakers = compile_reader(watchlist), Speakers(watchlist.actors)
    said: dict[int, tuple[Statement, ...]] = {}
    now = datetime.now(UTC)
    with closing(open_database(url)) as database, database.write() as connection:
        batch = LedgerBatch(connection, speakers.key, settings.ledger)
        reads: list[Read] = []
        for number, (place, article) in enumerate(month(count, now=now)):
            if place is None:
                kept = kept_page(_page(article)) if number % PAGE_EVERY else kept_article(article)
                keep_page(connection, article.url, kept, now=article.published)
                continue
            keep_page(connection, article.url, kept_article(article), now=article.published)
            statements = _said(reader, said, place, article)
            if statements:
                reads.append(
                    Read(article=article, statements=statements, learned_at=article.published)
                )
            if len(reads) >= _BATCH:
                batch.record_all(reads)
                batch.flush()
                reads = []
        batch.record_all(reads)
        batch.flush()
        save_marks(connection, marks_of(settings, watchlist))


def _said(
    reader: Reader, known: dict[int, tuple[Statement, ...]], place: int, article: Article
) -> tuple[Statement, ...]:
    if place not in known:
        known[place] = reader.read(article).statements
    return known[place]


def _page(article: Article) -> str:
    body = "".join(f"<p>{one}</p>" for one in article.text.split("\n\n"))
    menu = "".join(f"<li><a href=/{n}>Section {n} of the paper</a></li>" for n in range(60))
    return (
        f"<!doctype html><html lang=en><head><title>{article.title}</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{article.title}</h1>{body}</article></body></html>"
    )


if __name__ == "__main__":
    fill(f"sqlite:///{sys.argv[1]}", int(sys.argv[2]))
