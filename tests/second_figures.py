"""What a second reader costs and delays, over a thousand articles of a realistic mix.

    python -m tests.second_figures

Four runs of the same articles: without a model, with one that answers in a second, with one that is
down, and with one that never answers. Printed: requests, tokens, how long the rules' alerts took from
the article to the ledger's line, and for how long the event loop was ever held up.
"""

import asyncio
import json
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from tests.model_double import Say, Script, Silence, by_labels, model_double_beside
from tests.second_desk import Desk, desk
from tests.second_material import corpus, reader
from tests.second_mix import thousand
from tests.watching import Clock
from watchers.model import Article, Position, Statement
from watchers.second_reader.trouble import ModelPacing

#: Seconds between two beats of the heart that tells how late it was.
BEAT = 0.005
#: Articles a second; a thousand a minute is two hundred times what a large set of feeds brings.
ARRIVALS_A_SECOND = 100
CONCURRENCY = 4
PACING = ModelPacing(idle=0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one run came to."""

    model: str
    requests: int
    input_tokens: int
    output_tokens: int
    copies: int
    gated: int
    rules_alerts: int
    alert_median_ms: float
    alert_worst_ms: float
    loop_p99_ms: float
    loop_worst_ms: float
    #: Longest computing of the loop's own thread between two beats: what no busy machine explains.
    loop_busy_worst_ms: float


async def measure(
    model: str, articles: list[Article], read: list[tuple[Statement, ...]]
) -> Figures:
    known = by_labels(corpus("wire", "extra-core", "winter-2025-26"))

    def answer(body: dict[str, object]) -> Script:
        if model == "silent":
            return Silence()
        said = known(body)
        assert isinstance(said, Say)
        return replace(said, after=1.0, tokens=None)

    with tempfile.TemporaryDirectory() as folder, model_double_beside(answer=answer) as double:
        if model == "down":
            double.base_url = "http://127.0.0.1:9/v1"
        clock = Clock(now=articles[0].published)
        async with desk(
            double, Path(folder) / "s.sqlite", clock=clock, pacing=PACING, concurrency=CONCURRENCY,
            patience=3.0, tokens_a_day=10_000_000,
        ) as at:  # fmt: skip
            return await _measured(model, at, articles, read)


async def _measured(
    model: str, at: Desk, articles: list[Article], read: list[tuple[Statement, ...]]
) -> Figures:
    pairs = [(actor.id, claim) for claim in reader().claims for actor in reader().actors]
    day = articles[0].published.date() - timedelta(days=5)
    await at.give_all(pairs, Position.UNDECIDED, day)
    stop = asyncio.Event()
    working = [] if model == "none" else [asyncio.create_task(at.second.run(stop))]
    heart = asyncio.create_task(_beat(stop, late := [], busy := []))
    took: list[float] = []
    for article, rules in zip(articles, read, strict=True):
        at.clock.now = max(at.clock.now, article.published)
        before, began = len(at.lines), time.perf_counter()
        await at.arrive(article, *rules)
        if len(at.lines) > before:
            took.append(time.perf_counter() - began)
        await asyncio.sleep(1 / ARRIVALS_A_SECOND)
    if model == "up":
        while (await at.database.read(_waiting)) > 0:
            await asyncio.sleep(0.2)
    stop.set()
    await asyncio.gather(*working, heart)
    tally, ranked, late = at.second.tally, sorted(took), sorted(late)
    return Figures(
        model=model,
        requests=tally.requests,
        input_tokens=tally.input_tokens,
        output_tokens=tally.output_tokens,
        copies=tally.copies,
        gated=tally.gated,
        rules_alerts=len(took),
        alert_median_ms=round(1000 * ranked[len(ranked) // 2], 1),
        alert_worst_ms=round(1000 * ranked[-1], 1),
        loop_p99_ms=round(1000 * late[int(0.99 * len(late))], 1),
        loop_worst_ms=round(1000 * late[-1], 1),
        loop_busy_worst_ms=round(1000 * max(busy), 1),
    )


def _waiting(connection: object) -> int:
    from sqlalchemy import func, select

    from watchers.store.tables import model_readings

    query = select(func.count()).where(model_readings.c.state == "waiting")
    return int(connection.execute(query).scalar())  # type: ignore[attr-defined]


async def _beat(stop: asyncio.Event, late: list[float], busy: list[float]) -> None:
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        began, computed = loop.time(), time.thread_time()
        await asyncio.sleep(BEAT)
        late.append(loop.time() - began - BEAT)
        busy.append(time.thread_time() - computed)


def main() -> None:
    rules = reader()
    articles = thousand()
    # In the bot the rules read in processes of their own, so their time is not the loop's.
    read = [rules.read(article).statements for article in articles]
    for model in ("none", "up", "down", "silent"):
        print(json.dumps(asdict(asyncio.run(measure(model, articles, read)))))  # noqa: T201


if __name__ == "__main__":
    main()
