"""The demo's week as it ships in `seeds/demo`: which feeds there are, and what each poll finds new.

Knows the two files and their keys. Knows no network and nothing of how an article is read.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from watchers.article_files import load_articles
from watchers.model import Article


class FeedFormat(StrEnum):
    """What a feed of the demo is written in."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    #: RSS with titles and links, and nothing else.
    HEADLINES = "headlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoFeed:
    """A feed of an outlet that does not exist."""

    outlet: str
    owner: str
    #: On the demo's server.
    path: str
    format: FeedFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One look at all feeds."""

    #: The demo's clock.
    at: datetime
    #: Ids of the articles that are listed from now on.
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """All that the demo serves, in order."""

    feeds: tuple[DemoFeed, ...]
    articles: Mapping[str, Article]
    polls: tuple[Poll, ...]
    #: Ids of the articles whose page asks for consent and shows nothing else.
    consent_walls: frozenset[str]
    #: Language by article id, for pages that are not in English.
    languages: Mapping[str, str]

    def listed(self, feed: DemoFeed, polls: int) -> tuple[Article, ...]:
        """What `feed` lists after so many polls, newest listing first."""
        ids = [one for poll in self.polls[:polls] for one in poll.new]
        found = [self.articles[one] for one in ids if self.articles[one].outlet == feed.outlet]
        return tuple(reversed(found))


def demo_folder() -> Path:
    """Where the demo's files are installed."""
    return Path(str(files("seeds"))) / "demo"


def load_week() -> Week:
    folder = demo_folder()
    plan = tomllib.loads((folder / "week.toml").read_text(encoding="utf-8"))
    return Week(
        feeds=tuple(
            DemoFeed(**{**given, "format": FeedFormat(given["format"])}) for given in plan["feeds"]
        ),
        articles={one.article.id: one.article for one in load_articles(folder / "articles.jsonl")},
        polls=tuple(Poll(at=given["at"], new=tuple(given["new"])) for given in plan["polls"]),
        consent_walls=frozenset(plan["consent_walls"]),
        languages=plan["languages"],
    )


def page_path(article: Article) -> str:
    """Where the demo's server has the article: its invented site is a folder there."""
    address = urlsplit(article.url)
    return f"/{address.netloc.removesuffix('.example')}{address.path}"
