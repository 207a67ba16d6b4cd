"""Which entry is which, from one poll to the next. Knows ids, links and text; never a date.

Dates are no identity: stamps are bumped, lie in the future or are all midnight.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from watchers.links import canonical_link
from watchers.model import Entry, Origin

#: Characters; a longer id is told by its hash.
_ID_MAX = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """An item as its format gave it, before it has an identity."""

    #: Empty where the item has none.
    id: str
    link: str | None
    title: str
    summary: str
    published: datetime | None
    author: str | None = None
    origin: Origin | None = None


def identified(items: Iterable[RawEntry]) -> tuple[tuple[Entry, ...], int]:
    """Entries with an identity each, and how many ids had to be repaired.

    An id that one feed gives to different items is told apart by what they say, in whatever order
    they stand. An item that stands there twice, word for word, is one entry.
    """
    groups: dict[str, dict[str, RawEntry]] = defaultdict(dict)
    for item in items:
        groups[_identity(item)].setdefault(_content(item.link, item.title, item.summary), item)
    entries: list[Entry] = []
    repaired = 0
    for identity, contents in groups.items():
        is_shared = len(contents) > 1
        repaired += is_shared
        for content, item in contents.items():
            suffix = f"#{content[:16]}" if is_shared else ""
            entries.append(_entry(item, identity + suffix))
    return tuple(entries), repaired


def content_hash(entry: Entry) -> str:
    """Changes when what the entry says changes; not with its id, dates or tracking links."""
    return _content(entry.link, entry.title, entry.summary)


def _content(link: str | None, title: str, summary: str) -> str:
    parts = (
        canonical_link(link) if link else "",
        " ".join(title.split()),
        " ".join(summary.split()),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def _identity(item: RawEntry) -> str:
    if item.id:
        long = len(item.id) > _ID_MAX
        return "id:" + (
            hashlib.sha256(item.id.encode("utf-8", "replace")).hexdigest() if long else item.id
        )
    if item.link:
        return "link:" + canonical_link(item.link)
    return "text:" + _content(None, item.title, item.summary)


def _entry(item: RawEntry, identity: str) -> Entry:
    return Entry(
        identity=identity,
        link=item.link,
        title=item.title,
        summary=item.summary,
        published=item.published,
        author=item.author,
        origin=item.origin,
    )
