"""The pipeline where a part of our own fails: what it costs, and what goes on."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

from tests.nasty_web import NastyWeb, items, rss, serve
from tests.watching import Watching, watching
from watchers.articles.records import Made, Reason, Refused
from watchers.feeds.records import FeedSource
from watchers.ledger.ledger import ChangeLine
from watchers.pipeline import Pipeline
from watchers.store.entries import SHARE_OF_FEED, StoredEntry


class FaultyMaker:
    """Fails on the first entries of a feed, more than its share, and refuses the others."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def make(self, stored: StoredEntry) -> Made:
        self.asked.append(stored.id)
        if len(self.asked) <= SHARE_OF_FEED + 1:
            raise OverflowError("a defect")
        return Refused(reason=Reason.NO_LINK, detail="")


class EmptyLedger:
    def receive(self, *_: object) -> Sequence[ChangeLine]:
        return ()

    def expire(self, *_: object) -> Sequence[ChangeLine]:
        return ()

    def reload(self) -> None:
        pass


def _watching(web: NastyWeb) -> AbstractAsyncContextManager[Watching]:
    source = FeedSource(url=web.url("feed"))  # the web must be up to have an address
    return watching([source], allowed=web.hosts, resolver=web.resolver)


async def test_entries_that_we_fail_on_do_not_keep_their_feed_waiting() -> None:
    web = NastyWeb({"feed": serve(rss(*items(30)))})
    async with web, _watching(web) as parts:
        maker = FaultyMaker()
        pipeline = Pipeline(
            database=parts.database,
            poller=parts.poller,
            maker=maker,  # type: ignore[arg-type]
            ledger=EmptyLedger(),
            tell=lambda *_: None,
            tell_alarm=lambda *_: None,
            on_queued=lambda: None,
            clock=parts.clock,
        )
        await pipeline.run_once()
        assert len(maker.asked) == len(set(maker.asked)) == 30
        assert (
            len(await parts.waiting()) == SHARE_OF_FEED
        )  # of those that failed, for the next start
