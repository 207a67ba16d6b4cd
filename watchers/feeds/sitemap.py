"""News sitemaps to entries: an address, a title and a date each. Knows the sitemap elements."""

import re
from collections.abc import Iterable
from typing import Any

from watchers.feeds.dates import parse_date
from watchers.feeds.identity import RawEntry, identified
from watchers.feeds.records import FeedKind, FeedProblem, ParsedFeed, Trouble
from watchers.links import absolute_link
from watchers.plaintext import line_of_html

_START_BYTES = 4_096
_ROOT = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]", re.IGNORECASE)
#: Entries; the protocol allows a thousand in a news sitemap and 50,000 in a plain one.
_MOST_ENTRIES = 5_000


def looks_like_one(body: bytes) -> bool:
    return bool(_ROOT.search(body[:_START_BYTES]))


def parse(body: bytes, url: str) -> ParsedFeed:
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return _refused(f"the sitemap is broken: {str(error)[:200]}")
    if root is None:
        return _refused("the sitemap is broken from its first element on")
    if _name(root) == "sitemapindex":
        named = [_child_text(child, "loc") for child in root]
        listed = ", ".join(list(filter(None, named))[:3])
        return _refused(f"an index of sitemaps; name one of them instead, such as {listed}")
    entries, repaired = identified(_raw_entries(root, url))
    return ParsedFeed(kind=FeedKind.SITEMAP, entries=entries, repaired_ids=repaired)


def _raw_entries(root: Any, base: str) -> Iterable[RawEntry]:
    for element in list(root)[:_MOST_ENTRIES]:
        location = _child_text(element, "loc")
        link = absolute_link(location, base) if location else None
        if _name(element) != "url" or link is None:
            continue
        news = next((child for child in element if _name(child) == "news"), element)
        stamp = _child_text(news, "publication_date") or _child_text(element, "lastmod")
        yield RawEntry(
            id="",
            link=link,
            title=line_of_html(_child_text(news, "title")),
            summary="",
            published=parse_date(stamp),
        )


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _child_text(element: Any, name: str) -> str:
    return next((str(child.text or "").strip() for child in element if _name(child) == name), "")


def _refused(detail: str) -> ParsedFeed:
    return ParsedFeed(trouble=Trouble(problem=FeedProblem.NO_FEED, detail=detail))
