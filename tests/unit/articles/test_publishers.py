"""Whose an entry is, where a feed passes on what others publish."""

import pytest

from watchers.articles.publishers import Publisher, Publishers
from watchers.feeds.records import FeedSource
from watchers.model import Origin

BBC = FeedSource(
    url="https://feeds.bbci.co.uk/news/rss.xml", outlet="BBC News", owner="British Broadcasting"
)
POST = FeedSource(url="https://www.post.example/feed", outlet="The Post", owner="Post Group")
HEADLINES = FeedSource(
    url="https://news.headlines.example/rss", outlet="Headlines", owner="Headlines Inc"
)
PUBLISHERS = Publishers([HEADLINES, BBC, POST])


@pytest.mark.parametrize(
    ("origin", "expected"),
    {
        "the feed's own entry": (None, Publisher(outlet="Headlines", owner="Headlines Inc")),
        "a paper that no feed is from": (
            Origin(name="The Gazette", url="https://gazette.example"),
            Publisher(outlet="The Gazette", owner=None),
        ),
        "one that is watched too, under a shorter name": (
            Origin(name="BBC", url="https://www.bbc.com"),
            Publisher(outlet="BBC News", owner="British Broadcasting"),
        ),
        "one that is watched too, known by its site": (
            Origin(name="Post Politics", url="https://politics.post.example/"),
            Publisher(outlet="The Post", owner="Post Group"),
        ),
        "an address and no name": (
            Origin(name="", url="https://www.gazette.example/x"),
            Publisher(outlet="gazette.example", owner=None),
        ),
        "a feed that names itself": (
            Origin(name="Headlines: all of them", url="http://www.headlines.example/all"),
            Publisher(outlet="Headlines", owner="Headlines Inc"),
        ),
        "a feed that names itself by its title": (
            Origin(name="Top Headlines", url=""),
            Publisher(outlet="Headlines", owner="Headlines Inc"),
        ),
    }.values(),
)
def test_an_entry_is_its_publishers(origin: Origin | None, expected: Publisher) -> None:
    found = PUBLISHERS.of(origin, feed_url=HEADLINES.url, feed_title="Top Headlines")
    assert found == expected


def test_a_feed_that_is_no_longer_configured_has_no_outlet() -> None:
    found = PUBLISHERS.of(None, feed_url="https://gone.example/feed", feed_title="Gone")
    assert found == Publisher(outlet=None, owner=None)


def test_sites_under_a_second_level_are_told_apart() -> None:
    publishers = Publishers([FeedSource(url="https://one.co.uk/feed", outlet="One", owner="O")])
    origin = Origin(name="Two", url="https://two.co.uk")
    found = publishers.of(origin, feed_url="https://a.example/feed", feed_title="")
    assert found == Publisher(outlet="Two", owner=None)
