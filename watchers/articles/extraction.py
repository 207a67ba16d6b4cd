"""A page's HTML to its article's text and particulars. The one module that imports trafilatura.

Runs in a worker process: a page can take minutes and gigabytes.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    return page.count("<") > MAX_NODES and len(_ELEMENT.findall(page)) > MAX_NODES


def is_live_blog(page: str) -> bool:
    """Whether a page says of itself that it grows."""
    return bool(_LIVE.search(page))


class OpenPage:
    """A page, parsed once; what is looked for in it costs more from method to method."""

    def __init__(self, page: str, url: str) -> None:
        self._page = page
        self._url = url
        self._tree = _tried(_tree_of, page)

    def extract(self) -> Extracted:
        """The main text, empty where there is none, and what the page's head says plainly."""
        page, heads = self._page, _head(self._page)
        return Extracted(
            text=self._text(),
            title=heads.get("og:title", ""),
            author=_author(page, heads),
            site_name=heads.get("og:site_name", ""),
            published=_date(page, heads),
            canonical=_canonical(heads, self._url),
            is_live=is_live_blog(page),
        )

    def _text(self) -> str:
        from trafilatura import bare_extraction

        if self._tree is None:
            return ""
        found = _tried(
            bare_extraction,
            self._tree,
            url=self._url,
            fast=True,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
        )
        return _field(found, "text")

    def completed(self, found: Extracted) -> Extracted:
        """The same with a title and a date from wherever the page has them."""
        from htmldate import find_date
        from trafilatura.metadata import extract_title

        if self._tree is None or (found.title and found.published):
            return found
        stamp = "" if found.published else _tried(find_date, self._tree, extensive_search=False)
        return replace(
            found,
            title=found.title or _tried(extract_title, self._tree) or "",
            published=found.published or parse_date(stamp or ""),
        )

    def byline(self) -> str | None:
        """The author, from wherever the page names one."""
        from trafilatura.metadata import extract_author

        author = None if self._tree is None else _tried(extract_author, self._tree)
        return author or None


def _tree_of(page: str) -> Any:
    from trafilatura.utils import load_html

    return load_html(page)


def _tried(work: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """What trafilatura finds; `None` where it trips over the page, which then has nothing for us."""
    from lxml import etree

    try:
        return work(*args, **options)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return None


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
