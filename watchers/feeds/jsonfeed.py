"""JSON Feed (jsonfeed.org, versions 1 and 1.1) to entries. Knows its keys; trusts none of them."""

import json
from collections.abc import Iterable
from typing import Any

from watchers.feeds.dates import parse_date
from watchers.feeds.identity import RawEntry, identified
from watchers.feeds.records import FeedKind, FeedProblem, ParsedFeed, Trouble
from watchers.links import absolute_link
from watchers.plaintext import line_of_html, text_of_html


def parse(body: bytes, url: str) -> ParsedFeed:
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return _refused(f"the JSON is broken: {str(error)[:200] or type(error).__name__}")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return _refused("JSON, but no JSON Feed: it has no list of items")
    base = absolute_link(_text(feed.get("home_page_url")), url) or url
    entries, repaired = identified(_raw_entries(items, base))
    return ParsedFeed(
        kind=FeedKind.JSON,
        title=line_of_html(_text(feed.get("title")))[:300],
        entries=entries,
        repaired_ids=repaired,
    )


def _raw_entries(items: list[Any], base: str) -> Iterable[RawEntry]:
    for item in items:
        if not isinstance(item, dict):
            continue
        link = _text(item.get("url")) or _text(item.get("external_url"))
        body = _text(item.get("content_html")) or _text(item.get("content_text"))
        identity = item.get("id")
        yield RawEntry(
            id=str(identity).strip() if isinstance(identity, str | int | float) else "",
            link=absolute_link(link, base) if link else None,
            title=line_of_html(_text(item.get("title"))),
            summary=text_of_html(max(body, _text(item.get("summary")), key=len)),
            published=parse_date(_text(item.get("date_published")))
            or parse_date(_text(item.get("date_modified"))),
            author=_author(item),
        )


def _author(item: dict[str, Any]) -> str | None:
    authors = item.get("authors")
    named = [item.get("author"), *(authors if isinstance(authors, list) else ())]
    names = [_text(author.get("name")) for author in named if isinstance(author, dict)]
    return ", ".join(filter(None, names))[:200] or None


def _text(value: Any) -> str:
    """A text that can be stored: JSON can spell halves of characters, and zeros."""
    if not isinstance(value, str):
        return ""
    return value.replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _refused(detail: str) -> ParsedFeed:
    return ParsedFeed(trouble=Trouble(problem=FeedProblem.NO_FEED, detail=detail))
