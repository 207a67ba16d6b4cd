"""What is said while a first sight is read."""

from datetime import timedelta

from bot.backlog import in_a_line, of_feed
from watchers.store.waiting import Stock

BIG = Stock(
    feed_url="https://www.paper.example/sitemap.xml",
    listed=5_120,
    left=4_780,
    needs=timedelta(minutes=80),
)
SMALL = Stock(feed_url="https://small.example/rss", listed=40, left=8, needs=timedelta(seconds=12))


def test_all_feeds_together_take_as_long_as_the_slowest() -> None:
    assert in_a_line([BIG, SMALL]) == (
        "Reading what the feeds listed at their first sight, the newest first: 372 of 5,160 entries read, "
        "4,788 left, 4,780 of them of paper.example, about 80 min. News comes before them."
    )


def test_one_feed_by_itself() -> None:
    assert of_feed(SMALL) == (
        "reading what it listed at first sight, the newest first: 8 of 40 entries left, about 1 min"
    )


def test_where_nothing_was_read_lately_nobody_knows_how_long_it_takes() -> None:
    unknown = Stock(feed_url="https://a.example/", listed=3, left=3, needs=None)
    assert of_feed(unknown).endswith("3 of 3 entries left")


def test_the_end_is_told() -> None:
    assert in_a_line([]) == "All that the feeds listed at their first sight is read."
