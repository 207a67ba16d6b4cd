"""`volteface benchmark`: how fast the reader is, on this machine, with texts that anybody has.

Knows clocks and memory; the reading is the reader's. Articles may be given; without any, ours are read.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watchers.article_files import load_articles
from watchers.model import Article
from watchers.reading.reader import Reader

#: Seconds that each measurement lasts at least.
LASTS_S = 2.0

_RELEVANT = """KYIV, Sept 9 (AW) - Poland will not send soldiers to Ukraine but will help with logistics, Prime Minister Donald Tusk said on Tuesday.

"We do not plan to send Polish soldiers," he told reporters in Warsaw. British Prime Minister Keir Starmer has said he is ready to put troops on the ground as part of a multinational force.

Asked about American peacekeepers, Secretary of State Marco Rubio said it was too early to talk about that. The Kremlin called the idea of Western troops in Ukraine unacceptable.

President Volodymyr Zelensky said any settlement must include binding security guarantees, and again ruled out giving up the Donbas. A meeting with Vladimir Putin was possible in any format, he added.

The talks go on next week in Geneva, where delegations of both sides are expected on Monday."""
_IRRELEVANT = """The city council raised the price of parking on Tuesday, the third increase in a row, and promised to spend the money on trees.

Shopkeepers in the old town said they feared for their customers. The mayor answered that buses would run every ten minutes from the spring, and that nobody had been asked to walk.

A study by the university counted nine thousand cars a day on the square in front of the station, most of them looking for a place that is not there. The new fee is due from the first of October.

The opposition called the plan hasty. It will vote against the budget in December, its chairwoman said, unless the library opens on Sundays again."""

_NAMING = "Poland will not send soldiers to Ukraine, Donald Tusk said. "
#: What could be fed to the reader to stop it. But for the first of a kind they are short enough to be read.
_HOSTILE = {
    "1 MB of quotation marks": '"' * 1_000_000,
    "190,000 quotation marks": _NAMING + '"' * 190_000,
    "a sentence of 100,000 words": "soldiers to Ukraine and " * 25_000,
    "a sentence of 30,000 words": "soldiers to Ukraine and " * 7_500,
    "20,000 quotations in each other": _NAMING + '"he said ' * 20_000,
    "190,000 brackets in each other": _NAMING + "(" * 95_000 + ")" * 95_000,
    "20,000 clauses in each other": _NAMING + "who said that " * 10_000,
    "190,000 lines": _NAMING + "\n" * 190_000,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One line of the report."""

    name: str
    value: float
    unit: str


def benchmark(reader: Reader, articles: Iterable[Article] = ()) -> Iterator[Measured]:
    """Each measurement as it is made."""
    given = list(articles) or [_article(_RELEVANT)]
    yield Measured(
        name="articles that name a claim", value=_rate(reader, given), unit="articles a CPU second"
    )
    other = _article(_IRRELEVANT)
    yield Measured(
        name="articles that name none", value=_rate(reader, [other]), unit="articles a CPU second"
    )
    for times in (1, 10, 100):
        seconds, _ = _timed(reader, "\n\n".join([_RELEVANT] * times))
        yield Measured(
            name=f"one article {times} times over",
            value=seconds / times * 1000,
            unit="ms for each time",
        )
    for name, text in _HOSTILE.items():
        seconds, refusal = _timed(reader, text)
        unit = f"s, refused: {refusal}" if refusal else "s, read"
        yield Measured(name=name, value=seconds, unit=unit)
    yield Measured(
        name="memory after 300 more articles", value=_growth(reader, given), unit="MB more"
    )


def _timed(reader: Reader, text: str) -> tuple[float, str]:
    """CPU seconds that a text takes, and why it was refused where it was."""
    article = _article(text)
    began = time.process_time()
    reading = reader.read(article)
    return time.process_time() - began, reading.refusal


def _rate(reader: Reader, articles: list[Article]) -> float:
    count, began = 0, time.process_time()
    while time.process_time() - began < LASTS_S:
        for article in articles:
            reader.read(article)
        count += len(articles)
    return count / (time.process_time() - began)


def _growth(reader: Reader, articles: list[Article]) -> float:
    import tracemalloc

    for article in articles * 3:
        reader.read(article)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(300):
        reader.read(articles[number % len(articles)])
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / 1e6


def _article(text: str) -> Article:
    return Article(
        id="b",
        url="",
        title="Talks on Tuesday",
        text=text,
        published=datetime(2025, 9, 9, tzinfo=UTC),
        outlet="",
    )


def show(reader: Reader, paths: Iterable[Path]) -> None:
    """Print each measurement as it is made."""
    articles = [item.article for path in paths for item in load_articles(path)]
    for measured in benchmark(reader, articles):
        print(f"{measured.name:34} {measured.value:10.2f} {measured.unit}")
