"""Tell a web page from a feed, and find the feeds that a page names. Knows HTML's outline."""

import html
import re

from watchers.links import absolute_link

#: Bytes at the start that decide; prologues of comments are seldom longer.
_START_BYTES = 4_096
#: Bytes that are searched for <link> elements: they stand in the head.
_HEAD_BYTES = 300_000
_PROLOGUE = re.compile(rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\xef\xbb\xbf)\s*", re.DOTALL)
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|div)\b", re.IGNORECASE
)
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
    }
)


def looks_like_html(body: bytes) -> bool:
    """Whether the bytes begin as a web page does, and no feed begins soon after."""
    start = body[:_START_BYTES]
    while match := _PROLOGUE.match(start):
        start = start[match.end() :]
    return bool(_HTML_START.match(start.lstrip())) and not _FEED_ROOT.search(start)


def feeds_named_by(page: bytes, url: str) -> tuple[str, ...]:
    """Addresses of the feeds that the page's head announces, in the page's order."""
    head = page[:_HEAD_BYTES].decode("utf-8", "replace")
    found: dict[str, None] = {}
    for element in _LINK.findall(head):
        attributes = {
            name.lower(): html.unescape(a or b or c)
            for name, a, b, c in _ATTRIBUTE.findall(element)
        }
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        is_alternate = "alternate" in attributes.get("rel", "").lower().split()
        if is_alternate and kind in _FEED_TYPES and attributes.get("href"):
            link = absolute_link(attributes["href"], url)
            if link:
                found.setdefault(link)
    return tuple(found)
