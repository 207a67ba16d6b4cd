"""Feeds as real sites serve them, sound and broken: every entry is stored, and none twice."""

from dataclasses import replace
from pathlib import Path

import feedparser
import sqlalchemy as sa

from tests.nasty_web import NastyWeb, serve
from tests.shared import files
from tests.watching import QUICK, watching
from watchers.feeds.polling import FeedOutcome
from watchers.feeds.records import FeedProblem, FeedSource
from watchers.store.tables import entries, feeds

_TYPES = {".json": "application/feed+json", ".atom": "application/atom+xml", ".rdf": "text/xml"}

#: Those that hold no feed that anything could read, by the end of their name.
UNREADABLE = {
    "encoding_bozo_bogus_encoding.xml": FeedProblem.NO_FEED,
    "illformed_rss_empty_document.xml": FeedProblem.NO_FEED,
    "xml_sample_1.xml": FeedProblem.NO_FEED,
    "xml_sample_2.xml": FeedProblem.NO_FEED,
    "malformed_rss_namespaced.xml": FeedProblem.NO_FEED,
}


async def _poll_all(
    paths: list[Path],
) -> tuple[dict[str, FeedOutcome], dict[str, FeedOutcome], dict[str, int]]:
    """Two polls, a day and an hour apart so that the second asks for all again; and what is stored."""
    rows = {
        f"feed{number}": serve(path.read_bytes(), kind=_TYPES.get(path.suffix, "application/xml"))
        for number, path in enumerate(paths)
    }
    async with NastyWeb(rows) as web:
        urls = {web.url(row): path.name for row, path in zip(rows, paths, strict=True)}
        sources = [FeedSource(url=url) for url in urls]
        patient = replace(QUICK, read_seconds=30.0, total_seconds=60.0)
        async with watching(
            sources, limits=patient, allowed=web.hosts, resolver=web.resolver
        ) as parts:
            first = await parts.poll()
            parts.clock.forward(hours=25)
            second = await parts.poll()
            stored = await parts.database.read(
                lambda c: c.execute(
                    sa.select(feeds.c.url, sa.func.count(entries.c.id))
                    .outerjoin(entries, entries.c.feed_id == feeds.c.id)
                    .group_by(feeds.c.url)
                ).all()
            )
    return (
        {urls[url]: outcome for url, outcome in first.items()},
        {urls[url]: outcome for url, outcome in second.items()},
        {urls[url]: count for url, count in stored},
    )


async def test_every_entry_that_feedparser_sees_is_stored_once() -> None:
    paths = [*files("real", "feeds"), *files("real", "feeds-broken")]
    first, second, stored = await _poll_all(paths)
    seen = {path.name: len(feedparser.parse(path.read_bytes()).entries) for path in paths}
    seen |= {path.name: stored[path.name] for path in paths if path.suffix == ".json"}
    assert stored == seen
    assert sum(stored.values()) >= 970
    assert {name: o.counts.new for name, o in second.items() if o.counts.new} == {}
    assert {name: o.trouble.problem for name, o in first.items() if o.trouble} == {
        path.name: problem
        for path in paths
        for ending, problem in UNREADABLE.items()
        if path.name.endswith(ending)
    }
    assert all(o.trouble.detail for o in first.values() if o.trouble), "a refusal without reason"
