"""How fast a replay files statements, and what memory it takes as it goes on.

    python -m tests.replay_figures [--statements 100000] [--only KIND] [--keep FOLDER]

Kinds of files, each of so many statements:

- `varied`: each article has words of its own, as the news of two years;
- `copies`: each of some thousand articles is printed by sixty papers within a day, a word or two of it
  changed by every other one;
- `reprints`: the articles of the labelled timeline to the letter, under sixty papers, over and over
  for years: nothing but old words told as new.

Each file is replayed by the command's own code in a process of its own, its store on disk. Then it is
asked where somebody stands who has said one thing, a thousand or ten thousand.
"""

import argparse
import json
import os
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bot.commands.reading_ahead import Reading
from bot.commands.replay import labels_of, replay
from tests.stories.playing import actors, givens, reads
from watchers.article_files import parse_articles
from watchers.ledger.speakers import Speakers
from watchers.model import Position
from watchers.store import asking, tables
from watchers.store.database import Database
from watchers.store.ledger import LedgerBatch, LedgerStore, Read

Row = dict[str, Any]

TIMELINE = Path(__file__).parent / "quality" / "corpus" / "timeline-2025.jsonl"
CLAIMS = ("western-force", "own-troops", "security-guarantees", "us-troops")
PAPERS = 60
FROM = datetime(2024, 1, 1, tzinfo=UTC)
#: Shares of a file after which memory is looked at.
MARKS = 4
#: Statements that are filed of one actor on one claim before it is asked about.
HISTORIES = (1, 1_000, 10_000)
ASKED = 200


def material() -> list[Row]:
    lines = TIMELINE.read_text(encoding="utf-8").splitlines()
    return [article for article in map(json.loads, lines) if article["statements"]]


class Writer:
    """Makes articles that nobody has written, out of the words of those that somebody has."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = sorted(
            {word for one in material() for word in re.findall(r"[a-z]+", one["text"])}
        )
        self._people = [
            (actor.id, person.name)
            for actor in actors()
            for person in actor.people
            if any(tenure.covers(FROM.date()) for tenure in person.tenures)
        ]

    def article(self, number: int, at: datetime) -> Row:
        """A text of its own; every tenth credits an agency, every third quotes."""
        actor, person = self._random.choice(self._people)
        claim = self._random.choice(CLAIMS)
        quotes = self._random.random() < 1 / 3
        said = self._run(16)
        evidence = (
            f"“{said},” {person} said." if quotes else f"{person} told reporters that {said}."
        )
        credit = ["Reuters reported."] if self._random.random() < 1 / 10 else []
        sentences = [self._run(18) + "." for _ in range(8)]
        return _article(
            number,
            at,
            text=" ".join([*sentences[:3], evidence, *credit, *sentences[3:]]),
            statements=[
                {
                    "actor": actor,
                    "claim": claim,
                    "position": self._position(actor, claim, at),
                    "speaker": person,
                    "when": "now",
                    "via": "quote" if quotes else "reported",
                    "act": "restates" if self._random.random() < 0.2 else None,
                    "evidence": evidence,
                }
            ],
        )

    def _position(self, actor: str, claim: str, at: datetime) -> str:
        """What the actor holds in that quarter of a year; one time in fifty something else."""
        era = f"{actor} {claim} {(at - FROM).days // 90}"
        held = random.Random(era) if self._random.random() > 1 / 50 else self._random
        return held.choice(list(Position)).value

    def _run(self, length: int) -> str:
        return " ".join(self._random.choices(self._words, k=length))

    def printed(self, article: Row, number: int, at: datetime) -> Row:
        """The article as another paper has it."""
        if not number % 2:
            return _article(number, at, text=article["text"], statements=article["statements"])
        text = f"{self._run(4)} - {article['text']} {self._run(6)}."
        return _article(number, at, text=text, statements=article["statements"])


def _article(number: int, at: datetime, *, text: str, statements: list[Row]) -> Row:
    return {
        "id": f"a{number}",
        "url": f"https://paper{number % PAPERS}.example/{number}",
        "title": "",
        "outlet": f"Paper {number % PAPERS}",
        "published": at.isoformat(),
        "text": text,
        "statements": statements,
    }


def varied(statements: int) -> Iterator[Row]:
    writer = Writer(1)
    step = timedelta(days=730) / statements
    for number in range(statements):
        yield writer.article(number, FROM + number * step)


def copies(statements: int) -> Iterator[Row]:
    writer = Writer(2)
    numbers = count()
    step = timedelta(days=730) / statements * PAPERS
    for story in range(statements // PAPERS + 1):
        at = FROM + story * step
        article = writer.article(0, at)
        for paper in range(PAPERS):
            yield writer.printed(article, next(numbers), at + paper * timedelta(minutes=20))


def reprints(statements: int) -> Iterator[Row]:
    writer = Writer(3)
    known = material()
    numbers = count()
    for day in islice(count(), statements):
        article = known[day % len(known)]
        for paper in range(PAPERS):
            at = FROM + timedelta(days=day, minutes=10 * paper)
            yield writer.printed(article, next(numbers), at)


KINDS = {"varied": varied, "copies": copies, "reprints": reprints}


def write(path: Path, rows: Iterator[Row], statements: int) -> None:
    """So many of the articles as have so many statements."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False), file=file)
            statements -= len(row["statements"])
            if statements <= 0:
                return


def measure_replay(path: Path, statements: int) -> None:
    """Print how fast a file was replayed up to each mark, and the memory that was held there."""
    marks = [statements * mark // MARKS for mark in range(1, MARKS + 1)]
    filed, told, began, busy = 0, 0, time.perf_counter(), time.process_time()
    before = began
    record_all = LedgerBatch.record_all

    def recorded(batch: LedgerBatch, some: Sequence[Read]) -> list[tuple[Read, Any]]:
        nonlocal filed, told, before
        found = record_all(batch, some)
        filed += sum(len(one.statements) for one in some)
        if marks and filed >= marks[0]:
            marks.pop(0)
            now = time.perf_counter()
            say(
                f"  {filed:8,} statements  {(filed - told) / (now - before):7,.0f} a second  "
                f"{_held(os.getpid()):4} MB, beside it {sum(map(_held, _descendants(os.getpid()))):4} MB read ahead"
            )
            told, before = filed, now
        return found

    LedgerBatch.record_all = recorded  # type: ignore[method-assign]
    lines: list[str] = []
    done = replay(
        [path],
        actors=actors(),
        givens=(),
        reading=Reading(make=partial(labels_of, actors())),
        tell=lambda _, article: lines.append(article),
    )
    took, own = time.perf_counter() - began, time.process_time() - busy
    say(
        f"  {done.statements / took:,.0f} a second from the first to the last, "
        f"{done.statements / own:,.0f} in a second of the processor that files them; "
        f"{len(lines)} lines told"
    )


def _descendants(process: int) -> list[int]:
    """The processes that one has started, and those have."""
    lists = Path(f"/proc/{process}/task").glob("*/children")
    children = [int(child) for one in lists for child in one.read_text(encoding="ascii").split()]
    return [*children, *(grand for child in children for grand in _descendants(child))]


def _held(process: int) -> int:
    """Megabytes of a process that are in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 2**20


def measure_lookups(folder: Path) -> None:
    """Print how long it takes to say where somebody stands, and where he stood a year ago."""
    for size in HISTORIES:
        with _one_history(folder / f"{size}.db", size) as (database, pair, day):
            now, then = [], []
            for _ in range(ASKED):
                with database.read() as connection:
                    now.append(_timed(asking.standing, connection, actor=pair[0], claim=pair[1]))
                    then.append(_timed(asking.stood, connection, day, actor=pair[0], claim=pair[1]))
        say(f"  {size:8,} statements  stands {median(now):6.2f} ms   stood {median(then):6.2f} ms")


@contextmanager
def _one_history(path: Path, size: int) -> Iterator[tuple[Database, tuple[str, str], Any]]:
    """A store with so many statements of one actor on one claim."""
    rows = list(islice(varied(size), size))
    pair = ("poland", "own-troops")
    for row in rows:
        row["statements"][0] |= {"actor": pair[0], "claim": pair[1]}
    read = reads(list(parse_articles([json.dumps(row) for row in rows], name="history")))
    database = Database(f"sqlite:///{path}")
    key = Speakers(actors()).key
    try:
        with database.write() as connection:
            tables.metadata.create_all(connection)
            LedgerStore(key).give(connection, givens([]), FROM)
            batch = LedgerBatch(connection, key, LedgerStore(key).policy)
            batch.record_all(read)
            batch.flush()
        yield database, pair, (FROM + timedelta(days=365)).date()
    finally:
        database.close()


def _timed(ask: Any, *given: Any, **named: Any) -> float:
    """Milliseconds of the processor: what others do meanwhile does not count."""
    began = time.process_time()
    assert ask(*given, **named) is not None
    return 1000 * (time.process_time() - began)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--only", choices=[*KINDS, "lookups"])
    parser.add_argument("--keep", type=Path, help="a folder to leave the files in")
    given = parser.parse_args()
    with TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for kind, rows in KINDS.items():
            if given.only in (None, kind):
                path = folder / f"{kind}.jsonl"
                if not path.exists():
                    write(path, rows(given.statements), given.statements)
                say(f"{kind}, {path.stat().st_size // 2**20} MB")
                alone = get_context("spawn").Process(
                    target=measure_replay, args=(path, given.statements)
                )
                alone.start()
                alone.join()
        if given.only in (None, "lookups"):
            say("lookups")
            measure_lookups(Path(passing))


if __name__ == "__main__":
    main()
