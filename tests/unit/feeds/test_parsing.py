"""Bytes to entries: what the formats' corners come to."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.nasty_web import item, rss
from watchers.feeds import jsonfeed, sitemap
from watchers.feeds.dates import from_struct, parse_date
from watchers.feeds.discovery import feeds_named_by, looks_like_html
from watchers.feeds.identity import RawEntry, content_hash, identified
from watchers.feeds.parsing import parse_feed
from watchers.feeds.records import FeedKind, FeedProblem, ParsedFeed
from watchers.model import Entry, Origin

URL = "https://paper.example/news/feed.xml"


def _parse(body: bytes, content_type: str = "application/xml") -> ParsedFeed:
    return parse_feed(body, URL, content_type)


def test_an_rss_item_in_full() -> None:
    body = rss(
        "<guid>a</guid><link>/story?x=1</link><title>War &amp;amp; &lt;b&gt;peace&lt;/b&gt;</title>"
        "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two&amp;nbsp;words.&lt;/p&gt;</description>"
        "<pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate><author>A. Writer</author>"
    )
    (entry,) = _parse(body).entries
    assert entry == Entry(
        identity="id:a",
        link="http://nasty.test/story?x=1",
        title="War & peace",
        summary="One.\n\nTwo words.",
        published=datetime(2026, 11, 20, 8, tzinfo=UTC),
        author="A. Writer",
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    {
        "RSS": (
            '<source url="https://a.example/feed">The Gazette</source>',
            Origin(name="The Gazette", url="https://a.example/feed"),
        ),
        "Atom in RSS": (
            '<a:source xmlns:a="http://www.w3.org/2005/Atom"><a:title>Gazette</a:title>'
            '<a:link href="https://a.example/"/></a:source>',
            Origin(name="Gazette", url="https://a.example/"),
        ),
        "Bing": (
            '<News:Source xmlns:News="https://www.bing.com/news/search">Gazette</News:Source>',
            Origin(name="Gazette", url=""),
        ),
        "an address that is none": (
            '<source url="javascript:x">Gazette</source>',
            Origin(name="Gazette", url=""),
        ),
        "an empty one": ("<source/>", None),
        "none": ("", None),
    }.values(),
)
def test_whom_an_entry_is_from(source: str, expected: Origin | None) -> None:
    (entry,) = _parse(rss(item(1, more=source))).entries
    assert entry.origin == expected


def test_an_aggregators_list_of_headlines_is_no_text_and_a_papers_links_are() -> None:
    links = "<description>&lt;a href='x'&gt;A headline of ours&lt;/a&gt; &lt;font&gt;Us&lt;/font&gt;</description>"
    prose = "<description>A minister said &lt;a href='x'&gt;so&lt;/a&gt; on Friday.</description>"
    source = '<source url="https://a.example/feed">Us</source>'
    texts = [
        _parse(rss(f"<guid>1</guid>{text}{more}")).entries[0].summary
        for text, more in ((links, source), (links, ""), (prose, source))
    ]
    assert texts == ["", "A headline of ours Us", "A minister said so on Friday."]


def test_the_longest_text_of_an_entry_is_its_text() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><summary>Short.</summary>'
        b'<content type="html">A long and whole text.</content></entry></feed>'
    )
    parsed = _parse(body)
    assert parsed.kind is FeedKind.ATOM
    assert parsed.entries[0].summary == "A long and whole text."


@pytest.mark.parametrize(
    ("head", "expected"),
    {
        "ttl": ("<ttl>60</ttl>", timedelta(hours=1)),
        "ttl of nothing": ("<ttl>0</ttl>", None),
        "ttl in words": ("<ttl>often</ttl>", None),
        "none": ("", None),
    }.values(),
)
def test_ttl(head: str, expected: timedelta | None) -> None:
    assert _parse(rss(item(1), head=head)).ttl == expected


def test_syndication_period() -> None:
    head = "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
    body = rss(item(1), head=head).replace(
        b"<rss ", b'<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    )
    assert _parse(body).ttl == timedelta(hours=6)


@pytest.mark.parametrize(
    ("body", "problem", "says"),
    {
        "nothing": (b"", FeedProblem.EMPTY_ANSWER, "no content"),
        "blank": (b"\xef\xbb\xbf \n", FeedProblem.EMPTY_ANSWER, "no content"),
        "a page": (b"<!DOCTYPE html><html>", FeedProblem.HTML, "names no feed"),
        "other XML": (b"<?xml version='1.0'?><note/>", FeedProblem.NO_FEED, "neither RSS"),
        "words": (b"hello", FeedProblem.NO_FEED, "neither RSS"),
        "JSON of another kind": (b'{"a": 1}', FeedProblem.NO_FEED, "no list of items"),
        "broken JSON": (b'{"items": [', FeedProblem.NO_FEED, "broken"),
        "a sitemap index": (
            b"<sitemapindex><sitemap><loc>http://a.test/1</loc></sitemap></sitemapindex>",
            FeedProblem.NO_FEED,
            "name one of them instead, such as http://a.test/1",
        ),
    }.values(),
)
def test_what_is_no_feed_is_named(body: bytes, problem: FeedProblem, says: str) -> None:
    trouble = _parse(body).trouble
    assert trouble is not None
    assert trouble.problem is problem
    assert says in trouble.detail


def test_hostile_xml_reads_no_files() -> None:
    body = rss("<title>&us;</title><guid>1</guid>").decode()
    body = body.replace("?><rss", '?><!DOCTYPE r [<!ENTITY us SYSTEM "file:///etc/passwd">]><rss')
    assert "root:" not in str(_parse(body.encode()))


def test_json_feed_trusts_no_key() -> None:
    body = (
        b'{"title": 7, "items": [3, {}, {"id": 1, "url": "/a", "title": "\\ud83d \\u0000x",'
        b'"content_html": "<p>Hi</p>", "date_published": "2026-11-20T10:00:00Z",'
        b'"authors": [{"name": "A"}, 5]}]}'
    )
    empty, full = jsonfeed.parse(body, URL).entries
    assert empty.title == ""
    assert (full.identity, full.link, full.summary, full.author) == (
        "id:1",
        "https://paper.example/a",
        "Hi",
        "A",
    )
    full.title.encode()


def test_a_sitemap_without_news_still_gives_its_addresses() -> None:
    body = b"<urlset><url><loc>/a</loc><lastmod>2026-11-20</lastmod></url><url/><x/></urlset>"
    (entry,) = sitemap.parse(body, URL).entries
    assert (entry.link, entry.title) == ("https://paper.example/a", "")
    assert entry.published == datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize("body", [b"<urlset", b"\x00<urlset>"])
def test_a_broken_sitemap_is_refused_or_empty(body: bytes) -> None:
    parsed = sitemap.parse(body, URL)
    assert parsed.entries == ()


@pytest.mark.parametrize(
    ("start", "expected"),
    {
        "doctype": (b"<!DOCTYPE html>", True),
        "after a comment": (b"<!-- x -->\n<html>", True),
        "xhtml": (b'<?xml version="1.0"?><!-- y --><html xmlns="x">', True),
        "a feed": (b'<?xml version="1.0"?><rss>', False),
        "a feed after a stray tag": (b"<script></script><rss version='2.0'>", False),
        "text": (b"hello", False),
    }.values(),
)
def test_pages_are_told_from_feeds(start: bytes, expected: bool) -> None:
    assert looks_like_html(start) is expected


def test_a_page_names_its_feeds() -> None:
    page = (
        b'<link rel="stylesheet" href="/x.css"><link href=/rss type=application/rss+xml rel="alternate">'
        b"<link rel='alternate home' type='application/atom+xml; charset=x' href='atom?a=1&amp;b=2'>"
        b'<link rel="alternate" hreflang="de" href="/de"><link rel=alternate type=application/rss+xml href="javascript:x">'
    )
    assert feeds_named_by(page, "https://paper.example/news/") == (
        "https://paper.example/rss",
        "https://paper.example/news/atom?a=1&b=2",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "RFC 3339": ("2026-11-20T10:00:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC)),
        "with an offset": ("2026-11-20T10:00:00+02:00", datetime(2026, 11, 20, 8, tzinfo=UTC)),
        "RFC 2822": ("Fri, 20 Nov 2026 10:00:00 GMT", datetime(2026, 11, 20, 10, tzinfo=UTC)),
        "a bare day": ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        "before the web": ("1970-01-01T00:00:00Z", None),
        "words": ("yesterday", None),
        "nothing": ("", None),
    }.values(),
)
def test_dates(text: str, expected: datetime | None) -> None:
    assert parse_date(text) == expected


def test_stamps_that_no_calendar_has_are_passed_over() -> None:
    odd = datetime(2026, 11, 20, tzinfo=UTC).timetuple()
    assert from_struct([None, odd]) == datetime(2026, 11, 20, tzinfo=UTC)
    assert from_struct([None]) is None


def raw(
    identity: str = "", link: str | None = None, title: str = "", summary: str = ""
) -> RawEntry:
    return RawEntry(id=identity, link=link, title=title, summary=summary, published=None)


@pytest.mark.parametrize(
    ("items", "count", "repaired"),
    {
        "ids": ([raw("a"), raw("b")], 2, 0),
        "one id for two items": ([raw("a", title="x"), raw("a", title="y")], 2, 1),
        "the same item twice": ([raw("a", title="x"), raw("a", title="x")], 1, 0),
        "links": ([raw(link="https://a.test/1"), raw(link="https://a.test/2")], 2, 0),
        "one link, tracked twice": (
            [raw(link="https://a.test/1?utm_source=x"), raw(link="http://a.test/1/")],
            1,
            0,
        ),
        "text alone": ([raw(title="x"), raw(title="y"), raw(summary="z")], 3, 0),
    }.values(),
)
def test_identity(items: list[RawEntry], count: int, repaired: int) -> None:
    entries, found = identified(items)
    assert len({entry.identity for entry in entries}) == len(entries) == count
    assert found == repaired


def test_identity_does_not_depend_on_order() -> None:
    items = [raw("a", title="x"), raw("a", title="y"), raw("b")]
    assert set(identified(items)[0]) == set(identified(reversed(items))[0])


def test_content_is_what_an_entry_says() -> None:
    (one,), _ = identified([raw("a", "https://a.test/1?utm_source=rss", "A  title", "Text.")])
    (other,), _ = identified([raw("b", "https://a.test/1", "A title", " Text.\n")])
    assert content_hash(one) == content_hash(other)
