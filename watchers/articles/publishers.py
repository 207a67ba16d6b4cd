"""Who published an entry: the feed's outlet, or whom an aggregator has it from. Knows names and hosts.

One outlet must come out under one name, whichever feed brought its word: two names would be two
witnesses. So an origin that another configured feed belongs to gets that feed's outlet and owner.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchers.articles.credits import without_outlet
from watchers.articles.records import Material
from watchers.feeds.records import FeedSource
from watchers.links import host_of
from watchers.model import Origin

#: Words by which an outlet's name differs from one listing to another: "BBC", "BBC News".
_PADDING = frozenset(
    [
        "the",
        "news",
        "online",
        "english",
        "international",
        "world",
        "europe",
        "eu",
        "com",
        "org",
        "net",
        "co",
        "uk",
        "tv",
        "live",
    ]
)
#: Second level domains under which sites stand, as in "co.uk".
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "gov", "net", "org"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet, and the house behind it; `None` where nobody says."""

    outlet: str | None
    owner: str | None


class Publishers:
    """The outlets of the configured feeds, by name and by site."""

    def __init__(self, sources: Iterable[FeedSource]) -> None:
        self._sources = {source.url: source for source in sources}
        named = [source for source in self._sources.values() if source.outlet]
        # Of two feeds of a name or a site the first counts.
        self._by_name = {_plain(source.outlet or ""): source for source in reversed(named)}
        self._by_site = {_site(source.url): source for source in reversed(named)}

    def sign(self, material: Material, *, feed_url: str) -> Material:
        """The material of a feed's entry with its outlet and owner, which its title no longer names."""
        origin = material.origin
        publisher = self.of(origin, feed_url=feed_url, feed_title=material.feed_title)
        title = without_outlet(material.title, origin.name) if origin else material.title
        return replace(material, title=title, outlet=publisher.outlet, owner=publisher.owner)

    def of(self, origin: Origin | None, *, feed_url: str, feed_title: str) -> Publisher:
        """Who published an entry of a feed, which need not be configured any more."""
        source = self._sources.get(feed_url) or FeedSource(url=feed_url)
        if origin is None or _is_own(origin, source, feed_title):
            return Publisher(outlet=source.outlet, owner=source.owner)
        known = self._by_name.get(_plain(origin.name)) or self._by_site.get(_site(origin.url))
        if known is not None and known.url != feed_url:
            return Publisher(outlet=known.outlet, owner=known.owner)
        return Publisher(outlet=origin.name or host_of(origin.url), owner=None)


def _is_own(origin: Origin, source: FeedSource, feed_title: str) -> bool:
    """Whether a feed names itself as its entry's origin, as many do."""
    if origin.url and _site(origin.url) == _site(source.url):
        return True
    return _plain(origin.name) in {_plain(source.outlet or ""), _plain(feed_title)}


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.lower())
    return " ".join(word for word in words if word not in _PADDING) or " ".join(words)


def _site(url: str) -> str:
    """The part of the host that its publisher chose: "bbc.co.uk" of "feeds.bbc.co.uk"."""
    labels = host_of(url).split(".")
    is_deep = len(labels) > 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004 - one more label
    return ".".join(labels[-3 if is_deep else -2 :])
