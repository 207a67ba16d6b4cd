"""A page's HTML to its article's text and particulars. The one module that imports trafilatura.

Runs in a worker process: a page can take minutes and gigabytes.
"""

import html
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from watchers.feeds.dates import parse_date
from watchers.links import absolute_link, host_of

#: Nodes; a table of 5 MB takes trafilatura 6 to 12 s (measured with 2.3).
MAX_NODES = 20_000
#: Bytes at the start in which the head's elements are looked for.
_HEAD_CHARS = 200_000
_ELEMENT = re.compile(r"<[a-zA-Z]")
_META = re.compile(r"<(?:meta|link)\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINKED_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_LINKED_AUTHOR = re.compile(
    r"\"author\"\s*:\s*[\[{][^\]}]{0,200}?\"name\"\s*:\s*\"([^\"\\]{2,200})\""
)
_LIVE = re.compile(r"\"@type\"\s*:\s*(?:\[[^\]]*)?\"LiveBlogPosting\"", re.IGNORECASE)
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "og:published_time",
    "date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a page says, before it is judged."""

    #: Lines as trafilatura separates them; empty where it found no text.
    text: str
    title: str
    author: str | None
    site_name: str
    published: datetime | None
    #: The address that the page claims as its own, where that can be believed.
    canonical: str | None
    is_live: bool


def too_many_nodes(page: str) -> bool:
    return sum(1 for _ in _ELEMENT.finditer(page)) > MAX_NODES


def extract(page: str, url: str) -> Extracted:
    """The main text and the particulars; an empty text where there is none."""
    from lxml import etree
    from trafilatura import bare_extraction

    heads = _head(page)
    published, author = _date(page, heads), _author(page, heads)
    try:
        found = bare_extraction(
            page,
            url=url,
            fast=True,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            # Half of the time, for what most pages say plainly in their head.
            with_metadata=not (published and author and heads.get("og:title")),
            date_extraction_params={"extensive_search": False},
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        found = None  # a page that trafilatura trips over has no text for us
    return Extracted(
        text=_field(found, "text"),
        title=heads.get("og:title") or _field(found, "title"),
        author=author or _field(found, "author") or None,
        site_name=heads.get("og:site_name", ""),
        published=published or parse_date(_field(found, "date")),
        canonical=_canonical(heads, url),
        is_live=bool(_LIVE.search(page)),
    )


def _field(found: Any, name: str) -> str:
    return str(getattr(found, name, None) or "")


def _head(page: str) -> dict[str, str]:
    """The head's <meta> and <link> elements, by property, name or rel; the first of each counts."""
    values: dict[str, str] = {}
    for element in _META.findall(page[:_HEAD_CHARS]):
        attributes = {
            name.lower(): html.unescape(a or b or c).strip()
            for name, a, b, c in _ATTRIBUTE.findall(element)
        }
        key = next(
            (attributes[k] for k in ("property", "name", "itemprop", "rel") if k in attributes), ""
        )
        value = attributes.get("content") or attributes.get("href") or ""
        if key and value:
            values.setdefault(key.lower(), value)
    return values


def _date(page: str, heads: dict[str, str]) -> datetime | None:
    match = _LINKED_DATE.search(page)
    stamps = [match[1] if match else "", *(heads.get(key, "") for key in _DATE_KEYS)]
    return next(filter(None, map(parse_date, filter(None, stamps))), None)


def _author(page: str, heads: dict[str, str]) -> str | None:
    match = _LINKED_AUTHOR.search(page)
    name = html.unescape(match[1]) if match else heads.get("author", "")
    return None if not name or name.startswith("http") else name[:200]


def _canonical(heads: dict[str, str], url: str) -> str | None:
    """The page's own word, unless it names another site or the front page."""
    for key in ("canonical", "og:url"):
        link = absolute_link(heads[key], url) if key in heads else None
        if link and host_of(link) == host_of(url) and link.rstrip("/").count("/") > 2:  # noqa: PLR2004
            return link
    return None
