"""The pipeline where a part of our own fails, and where news must wait: what it costs, and what goes on."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace

import pytest
import sqlalchemy as sa

from tests.nasty_web import NastyWeb, items, rss, serve, serve_in_turn
from tests.second_material import statement
from tests.watching import Clock, EagerReader, Watching, WordReader, watching
from watchers.articles.keeping import kept_article
from watchers.articles.maker import ArticleMaker
from watchers.articles.making import prepare_reader
from watchers.articles.records import Made, Read, Reason, Refused, Source
from watchers.feeds.records import FeedSource
from watchers.ledger.filing import ChangeLine
from watchers.model import Article, Statement
from watchers.pipeline import STOCK_IN_HAND, Pipeline
from watchers.scope import Scope
from watchers.store.entries import StoredEntry
from watchers.store.tables import entries
from watchers.workers import Workers


class FaultyMaker:
    """Fails on the first entries of a feed, more than its share, and refuses the others."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def make(self, stored: StoredEntry) -> Made:
        self.asked.append(stored.id)
        if len(self.asked) <= STOCK_IN_HAND + 1:
            raise OverflowError("a defect")
        return Refused(reason=Reason.NO_LINK, detail="")


@dataclass
class ScriptedMaker:
    """Makes an article of each entry that says something on one claim or another: by its number, in turn."""

    made: list[str] = field(default_factory=list)

    async def make(self, stored: StoredEntry) -> Made:
        link = stored.entry.link or ""
        self.made.append(link[-1])
        claim = "us-troops" if int(link[-1]) % 2 else "own-troops"
        article = Article(
            id=link, url=link, title="T", text="T", published=stored.first_seen_at, outlet="O"
        )
        return Read(
            article=article,
            source=Source.PAGE,
            reason=Reason.READ,
            statements=(statement(claim=claim),),
            kept=kept_article(article),
        )


@dataclass
class EmptyLedger:
    #: The last digits of the addresses that were filed.
    filed: list[str] = field(default_factory=list)

    def receive(
        self, _: object, article: Article, __: Sequence[Statement], ___: object
    ) -> Sequence[ChangeLine]:
        self.filed.append(article.url[-1])
        return ()

    def expire(self, *_: object) -> Sequence[ChangeLine]:
        return ()


def _watching(web: NastyWeb) -> AbstractAsyncContextManager[Watching]:
    source = FeedSource(url=web.url("feed"))  # the web must be up to have an address
    return watching([source], allowed=web.hosts, resolver=web.resolver)


def _pipeline(parts: Watching, maker: object, ledger: EmptyLedger) -> Pipeline:
    return Pipeline(
        database=parts.database,
        poller=parts.poller,
        maker=maker,  # type: ignore[arg-type]
        ledger=ledger,
        tell=lambda *_: None,
        tell_alarm=lambda *_: None,
        on_queued=lambda: None,
        clock=parts.clock,
    )


async def test_entries_that_we_fail_on_do_not_keep_their_feed_waiting() -> None:
    web = NastyWeb({"feed": serve(rss(*items(30)))})
    async with web, _watching(web) as parts:
        maker = FaultyMaker()
        await _pipeline(parts, maker, EmptyLedger()).run_once()
        assert len(maker.asked) == len(set(maker.asked)) == 30
        undone = await parts.database.read(
            lambda c: c.execute(sa.select(entries.c.id).where(~entries.c.done)).all()
        )
        assert len(undone) == STOCK_IN_HAND + 1, "those that failed wait for the next start"


# -- news that waits until the past has been read back ---------------------------------------------


@dataclass(frozen=True)
class Held:
    """A pipeline that has seen a feed, which has four entries more by now; news of one claim is held."""

    pipeline: Pipeline
    maker: ScriptedMaker
    ledger: EmptyLedger
    clock: Clock

    async def until(self, *filed: str) -> None:
        async with asyncio.timeout(10):
            while sorted(self.ledger.filed) != [*filed]:
                await asyncio.sleep(0.02)


@pytest.fixture
async def held() -> AsyncIterator[Held]:
    web = NastyWeb({"feed": serve_in_turn(serve(rss(*items(2))), serve(rss(*items(6))))})
    async with web, _watching(web) as parts:
        found = Held(
            _pipeline(parts, maker := ScriptedMaker(), ledger := EmptyLedger()),
            maker,
            ledger,
            parts.clock,
        )
        found.pipeline.hold(Scope(claims=frozenset({"us-troops"})))
        await found.pipeline.tick()
        await found.until("1", "2")  # of a feed's first sight, which is never told
        parts.clock.forward(hours=1)
        await found.pipeline.tick()
        await found.until("1", "2", "4", "6")
        yield found


async def test_news_that_is_held_is_filed_when_it_is_released_and_once(held: Held) -> None:
    await held.pipeline.tick()
    await asyncio.sleep(0.2)
    assert sorted(held.ledger.filed) == ["1", "2", "4", "6"]
    held.pipeline.release()
    await held.until("1", "2", "3", "4", "5", "6")
    await held.pipeline.tick()
    await held.pipeline.finish()
    assert sorted(held.ledger.filed) == sorted(held.maker.made) == ["1", "2", "3", "4", "5", "6"]


async def test_what_is_held_when_another_reader_comes_is_read_anew_by_that(held: Held) -> None:
    held.pipeline.hold(Scope())
    await asyncio.sleep(0)
    await held.pipeline.tick()
    await held.until("1", "2", "3", "4", "5", "6")
    assert sorted(held.maker.made) == ["1", "2", "3", "3", "4", "5", "5", "6"]


async def test_it_ends_though_news_is_held_which_waits_in_the_store(held: Held) -> None:
    async with asyncio.timeout(5):
        await held.pipeline.finish()
    assert sorted(held.ledger.filed) == ["1", "2", "4", "6"]


async def test_what_another_reader_says_late_is_held_as_well(held: Held) -> None:
    article = Article(
        id="9", url="http://nasty.test/9", title="T", text="T", published=held.clock(), outlet="O"
    )
    late = asyncio.create_task(
        held.pipeline.record_late(
            article, [statement(claim="us-troops")], silent=False, close=lambda _: None
        )
    )
    await asyncio.sleep(0.1)
    assert not late.done()
    held.pipeline.release()
    await late
    assert "9" in held.ledger.filed


class SlowReader(WordReader):
    """A reader that takes its time, and passes everything over."""

    def looks_relevant(self, text: str) -> bool:
        time.sleep(2)
        return False


async def test_what_is_at_the_workers_when_another_reader_comes_is_read_again_by_that() -> None:
    page = (
        b"<html lang=en><body><article>"
        + b"<p>The town council met again on Monday to talk.</p>" * 9
    )
    web = NastyWeb({"feed": serve(rss(*items(1))), "1": serve(page)})
    async with (
        web,
        _watching(web) as parts,
        Workers(prepare=prepare_reader, prepare_args=(SlowReader,)) as workers,
    ):
        await parts.poll()
        (stored,) = await parts.waiting()
        maker = ArticleMaker(
            (), database=parts.database, fetcher=parts.fetcher, workers=workers, clock=parts.clock
        )
        at_page = replace(stored, entry=replace(stored.entry, link=web.url("1")))
        making = asyncio.create_task(maker.make(at_page))
        await asyncio.sleep(1)
        await workers.renew(EagerReader)
        assert isinstance(await making, Read)
