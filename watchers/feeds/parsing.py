"""Bytes to entries, whatever format they are in. Runs in a worker process; fetches nothing.

feedparser is handed bytes, never text (it would open a text as a path or an address), without its
sanitizer and link resolution, which cost two thirds of its time. Its `bozo` flag is ignored: half
of the readable feeds have it. What counts is whether it found a version or entries.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from watchers.feeds import jsonfeed, sitemap
from watchers.feeds.dates import from_struct
from watchers.feeds.discovery import feeds_named_by, looks_like_html
from watchers.feeds.identity import RawEntry, identified
from watchers.feeds.records import FeedKind, FeedProblem, ParsedFeed, Trouble
from watchers.links import absolute_link
from watchers.model import Origin
from watchers.plaintext import line_of_html, text_of_html

_KINDS = {"rss10": FeedKind.RDF, "rss090": FeedKind.RDF}
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_LINKED = re.compile(r"<a\b[^<>]*>.*?</a\s*>", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(r"charset\s*=", re.IGNORECASE)


def parse_feed(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """Understand a feed's bytes; a refusal is a ParsedFeed with its trouble."""
    start = body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return _refused(FeedProblem.EMPTY_ANSWER, "the answer has no content")
    if start[:1] in (b"{", b"["):
        return jsonfeed.parse(body, url)
    if sitemap.looks_like_one(body):
        return sitemap.parse(body, url)
    if looks_like_html(body):
        return _page(body, url)
    return _parse_xml(body, url, content_type)


def _parse_xml(body: bytes, url: str, content_type: str) -> ParsedFeed:
    import feedparser

    # "text/xml" without a charset would mean ASCII to feedparser, as the standard once said.
    headers = {"content-type": content_type} if _CHARSET.search(content_type) else {}
    try:
        found = feedparser.parse(
            body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:
        return _refused(FeedProblem.UNPARSABLE, f"feedparser gave up: {_brief(error)}")
    version = str(found.get("version", ""))
    if not version and not found.entries:
        return _refused(FeedProblem.NO_FEED, _why_no_feed(found))
    if version in ("rss", "atom") and not found.entries and found.bozo:
        return _refused(FeedProblem.NO_FEED, _why_no_feed(found))
    base = _feed_base(found, url)
    entries, repaired = identified(_raw_entries(found.entries, base))
    return ParsedFeed(
        kind=_KINDS.get(version, FeedKind.ATOM if version.startswith("atom") else FeedKind.RSS),
        title=line_of_html(_text(found.feed.get("title")))[:300],
        entries=entries,
        ttl=_ttl(found.feed),
        repaired_ids=repaired,
    )


def _raw_entries(entries: Iterable[Mapping[str, Any]], base: str) -> Iterable[RawEntry]:
    for entry in entries:
        link = _text(entry.get("link"))
        origin = _origin(entry)
        summary = _longest_text(entry)
        yield RawEntry(
            id=_text(entry.get("id")).strip(),
            link=absolute_link(link, base) if link.strip() else None,
            title=line_of_html(_text(entry.get("title"))),
            summary="" if origin and _lists_links(summary) else text_of_html(summary),
            published=from_struct(
                entry.get(key) for key in ("published_parsed", "updated_parsed", "created_parsed")
            ),
            author=line_of_html(_text(entry.get("author")))[:200] or None,
            origin=origin,
        )


def _longest_text(entry: Mapping[str, Any]) -> str:
    contents = [_text(part.get("value")) for part in entry.get("content") or ()]
    return max([_text(entry.get("summary")), *contents], key=len)


def _origin(entry: Mapping[str, Any]) -> Origin | None:
    """Whom an aggregator has the entry from: RSS's and Atom's `source`, Bing's `News:Source`."""
    source = entry.get("source")
    source = source if isinstance(source, Mapping) else {}
    name = _text(source.get("title")) or _text(entry.get("news_source"))
    origin = Origin(
        name=line_of_html(name)[:200],
        url=absolute_link(_text(source.get("href")) or _text(source.get("link")), "") or "",
    )
    return origin if origin.name or origin.url else None


def _lists_links(markup: str) -> bool:
    """Whether a text is links for the most part: an aggregator's headlines, of other papers too."""
    outside = line_of_html(_LINKED.sub(" ", markup))
    return len(outside) < len(line_of_html(markup)) / 2


def _text(value: Any) -> str:
    """Feedparser's values are texts, save where a hostile feed makes them something else."""
    return value.replace("\x00", "") if isinstance(value, str) else ""


def _feed_base(found: Any, url: str) -> str:
    for candidate in (_text(found.feed.get("link")), _text(found.get("href"))):
        link = absolute_link(candidate, url) if candidate else None
        if link:
            return link
    return url


def _ttl(feed: Mapping[str, Any]) -> timedelta | None:
    minutes = _text(feed.get("ttl")).strip()
    if minutes.isascii() and minutes.isdigit() and 0 < len(minutes) < len("1000000"):
        return timedelta(minutes=int(minutes)) or None
    period = _PERIODS.get(_text(feed.get("sy_updateperiod")).strip().lower())
    frequency = _text(feed.get("sy_updatefrequency")).strip()
    if period is None:
        return None
    is_small = frequency.isascii() and frequency.isdigit() and len(frequency) < len("10000")
    times = int(frequency) if is_small else 1
    return period / max(1, times)


def _page(body: bytes, url: str) -> ParsedFeed:
    named = feeds_named_by(body, url)
    cure = f"; it names the feed {named[0]}" if named else ", and it names no feed"
    refused = _refused(FeedProblem.HTML, f"a web page is served where a feed should be{cure}")
    return ParsedFeed(trouble=refused.trouble, named_feeds=named)


def _why_no_feed(found: Any) -> str:
    error = found.get("bozo_exception")
    reason = f" ({_brief(error)})" if error else ""
    return f"neither RSS, Atom, JSON Feed nor a sitemap{reason}"


def _brief(error: Exception) -> str:
    return (str(error).partition("\n")[0] or type(error).__name__)[:200]


def _refused(problem: FeedProblem, detail: str) -> ParsedFeed:
    return ParsedFeed(trouble=Trouble(problem=problem, detail=detail))
