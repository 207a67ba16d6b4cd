"""Feeds over days: what is remembered from poll to poll, and what the operator is told."""

from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from tests.nasty_feeds import by_path
from tests.nasty_web import Behaviour, NastyWeb, item, items, rss, serve, serve_in_turn
from tests.watching import NOON, QUICK, Watching, watching
from watchers.feeds.records import AlarmKind, FeedSource, FeedState, PollPolicy
from watchers.store.entries import forget_old_entries
from watchers.store.feeds import all_feeds, mark_told, untold_alarms
from watchers.store.tables import entries

FINE = rss(*items(5))


class Story:
    """One or more feeds, polled by and by."""

    def __init__(self, **rows: Behaviour) -> None:
        self.web = NastyWeb(rows)

    def start(self) -> AbstractAsyncContextManager[Watching]:
        sources = [FeedSource(url=self.web.url(row)) for row in self.web.rows]
        return watching(sources, allowed=self.web.hosts, resolver=self.web.resolver)


async def _state(parts: Watching, url: str) -> FeedState:
    (state,) = await parts.database.read(lambda c: all_feeds(c, [url]))
    return state


async def _silent(parts: Watching) -> dict[str, bool]:
    rows = await parts.database.read(
        lambda c: c.execute(sa.select(entries.c.title, entries.c.silent)).all()
    )
    return {row.title: row.silent for row in rows}


async def test_first_sight_is_silent_and_what_comes_later_is_not() -> None:
    story = Story(feed=serve_in_turn(serve(rss(*items(2))), serve(rss(*items(3)))))
    async with story.web, story.start() as parts:
        await parts.poll()
        parts.clock.forward(hours=1)
        await parts.poll()
        assert await _silent(parts) == {"Item 1": True, "Item 2": True, "Item 3": False}


async def test_an_archive_that_comes_up_again_is_silent_and_late_news_is_not() -> None:
    def dated(number: int, day: str) -> str:
        return item(number, more=f"<pubDate>{day} 08:00:00 GMT</pubDate>")

    news = dated(1, "Fri, 20 Nov 2026")
    later = rss(news, dated(2, "Tue, 17 Nov 2026"), dated(3, "Sat, 20 Nov 2021"))
    story = Story(feed=serve_in_turn(serve(rss(news)), serve(later)))
    async with story.web, story.start() as parts:
        await parts.poll()
        parts.clock.forward(hours=1)
        await parts.poll()
        assert await _silent(parts) == {"Item 1": True, "Item 2": False, "Item 3": True}


async def test_an_edit_after_first_sight_is_read_again_and_no_longer_silent() -> None:
    edited = rss(item(1, title="Minister says yes after all"))
    story = Story(feed=serve_in_turn(serve(rss(item(1))), serve(edited)))
    async with story.web, story.start() as parts:
        await parts.poll()
        await parts.make_waiting()
        assert await parts.waiting() == ()
        parts.clock.forward(hours=1)
        await parts.poll()
        (waiting,) = await parts.waiting()
        assert (waiting.entry.title, waiting.silent, waiting.revision) == (
            "Minister says yes after all",
            False,
            1,
        )


async def test_a_permanent_move_is_remembered_and_a_passing_one_is_not() -> None:
    for status, remembered in (("301 Moved", True), ("308 Moved", True), ("302 Found", False)):
        moved = serve(b"", status=status, headers=["Location: /there"])
        story = Story(feed=by_path({"/feed": moved, "/there": serve(FINE)}))
        async with story.web, story.start() as parts:
            await parts.poll()
            state = await _state(parts, story.web.url("feed"))
            assert (state.fetch_url == story.web.url("feed", "/there")) is remembered


async def test_a_page_is_asked_for_its_feed_once() -> None:
    page = (
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'
    )
    story = Story(feed=by_path({"/feed": serve(page, kind="text/html"), "/rss": serve(FINE)}))
    async with story.web, story.start() as parts:
        await parts.poll()
        parts.clock.forward(hours=1)
        await parts.poll()
        assert [request.path for request in story.web.requests] == ["/feed", "/rss", "/rss"]


async def test_validators_go_back_and_once_a_day_they_do_not() -> None:
    tagged = serve(FINE, headers=['ETag: "x"', "Last-Modified: Fri, 20 Nov 2026 10:00:00 GMT"])
    story = Story(feed=tagged)
    async with story.web, story.start() as parts:
        for _ in range(3):
            await parts.poll()
            parts.clock.forward(hours=13)
        sent = [
            (r.headers.get("if-none-match"), r.headers.get("if-modified-since"))
            for r in story.web.requests
        ]
        assert sent == [(None, None), ('"x"', "Fri, 20 Nov 2026 10:00:00 GMT"), (None, None)]


async def test_a_wait_holds_for_every_feed_of_the_host() -> None:
    for by_host in (True, False):
        wait = serve(b"", status="429 No", headers=["Retry-After: 7200"])
        web = NastyWeb({"feed": by_path({"/a": wait, "/b": serve(FINE)})})
        async with web:
            sources = [FeedSource(url=web.url("feed", path)) for path in ("/a", "/b")]
            policy = PollPolicy(wait_by_host=by_host)
            async with watching(
                sources, allowed=web.hosts, resolver=web.resolver, polling=policy
            ) as parts:
                await parts.poll()
                parts.clock.forward(hours=1)
                await parts.poll()
                assert ([r.path for r in web.requests] == ["/a"]) is by_host
                parts.clock.forward(hours=20)
                await parts.poll()
                assert "/b" in [r.path for r in web.requests]


async def test_an_alarm_is_told_once_and_its_end_once() -> None:
    down = serve(b"", status="500 No")
    story = Story(feed=serve_in_turn(*[down] * 5, serve(FINE)))
    told = []
    async with story.web, story.start() as parts:
        for _ in range(8):
            outcomes = await parts.poll()
            told += [a for o in outcomes.values() for a in o.alarms]
            parts.clock.forward(hours=7)
        assert [(alarm.kind, alarm.begins) for alarm in told] == [
            (AlarmKind.DOWN, True),
            (AlarmKind.DOWN, False),
        ]
        stored = await parts.database.read(untold_alarms)
        assert [alarm for _, alarm in stored] == told
        await parts.database.write(
            lambda c: mark_told(c, [number for number, _ in stored], now=NOON)
        )
        assert await parts.database.read(untold_alarms) == ()


async def test_a_feed_that_falls_silent_is_told_of_and_its_return_as_well() -> None:
    growing = [serve(rss(*items(3 + n))) for n in range(3)]
    story = Story(feed=serve_in_turn(*growing, growing[-1], serve(rss(*items(9)))))
    told = []
    async with story.web, story.start() as parts:
        for hours in (2, 2, 40, 2, 2):
            told += [a for o in (await parts.poll()).values() for a in o.alarms]
            parts.clock.forward(hours=hours)
    assert [(alarm.kind, alarm.begins) for alarm in told] == [
        (AlarmKind.SILENT, True),
        (AlarmKind.SILENT, False),
    ]


async def test_no_overlap_between_two_polls_is_told_of() -> None:
    story = Story(feed=serve_in_turn(serve(rss(*items(5))), serve(rss(*items(5, start=50)))))
    async with story.web, story.start() as parts:
        await parts.poll()
        parts.clock.forward(hours=1)
        (outcome,) = (await parts.poll()).values()
    assert [alarm.kind for alarm in outcome.alarms] == [AlarmKind.TOO_FAST]


async def test_old_texts_and_ids_are_forgotten_and_twice_the_largest_answer_is_kept() -> None:
    turns = [serve(rss(*items(10, start=1 + 10 * n))) for n in range(4)]
    story = Story(feed=serve_in_turn(*turns))
    async with story.web, story.start() as parts:
        for _ in turns:
            await parts.poll()
            await parts.database.write(lambda c: c.execute(entries.update().values(done=True)))
            parts.clock.forward(days=1)
        parts.clock.forward(days=100)
        now = parts.clock()
        dropped = await parts.database.write(
            lambda c: forget_old_entries(
                c, now=now, ids_kept=timedelta(days=90), texts_kept=timedelta(days=30)
            )
        )
        rows = await parts.database.read(
            lambda c: c.execute(sa.select(entries.c.identity, entries.c.summary)).all()
        )
    assert dropped == 20
    assert {int(row.identity.removeprefix("id:tag:")) for row in rows} == set(range(21, 41))
    assert len({row.summary for row in rows}) == 1, "a text was kept"


async def test_a_feed_is_never_polled_twice_at_once() -> None:
    story = Story(feed=serve(FINE))
    async with story.web, story.start() as parts:
        first = await parts.poller.start_due()
        second = await parts.poller.start_due()
        assert (len(first), len(second)) == (1, 0)
        await parts.poller.finish()


async def test_waiting_entries_take_the_feeds_in_turn_and_news_first() -> None:
    story = Story(
        big=serve_in_turn(serve(rss(*items(40))), serve(rss(*items(41)))),
        small=serve(rss(*items(2))),
    )
    async with story.web, story.start() as parts:
        await parts.poll()
        waiting = await parts.waiting()
        feeds = [stored.feed_url.partition(".")[0].rpartition("/")[2] for stored in waiting]
        assert [set(feeds[:2]), set(feeds[2:4])] == [{"big", "small"}] * 2
        assert feeds.count("big") == 2
        parts.clock.forward(hours=1)
        await parts.poll()
        assert (await parts.waiting())[0].entry.title == "Item 41"


async def test_a_poll_that_was_not_begun_is_dropped_when_the_watch_stops() -> None:
    story = Story(feed=by_path({f"/{n}": serve(FINE) for n in range(3)}))
    async with story.web:
        sources = [FeedSource(url=story.web.url("feed", f"/{n}")) for n in range(3)]
        limits = replace(QUICK, pause_seconds=30.0)
        async with watching(
            sources, limits=limits, allowed=story.web.hosts, resolver=story.web.resolver
        ) as parts:
            first, *others = await parts.poller.start_due()
            await first
            await parts.poller.finish()
            assert all(task.cancelled() for task in others)
