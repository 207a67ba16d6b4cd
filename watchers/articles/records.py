"""What the making of articles passes around. Knows texts and reasons; not network, store or HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from watchers.model import Article, Origin, Statement


class TextReader(Protocol):
    """What reads an article; built once in each worker process."""

    def looks_relevant(self, text: str) -> bool:
        """Whether the text names a claim and an actor at all; cheap, and never wrongly False."""
        ...

    def could_name(self, text: str, claims: frozenset[str]) -> bool:
        """Whether the text could name one of these claims; cheaper, and never wrongly False."""
        ...

    def could_meet(self, text: str, claims: frozenset[str], phrases: tuple[str, ...]) -> bool:
        """Whether the text could meet one of these phrases, as keywords of these claims."""
        ...

    def phrases_in(self, text: str, claim: str, phrases: tuple[str, ...]) -> frozenset[str]:
        """The phrases that a sentence of the text meets, as keywords of the claim."""
        ...

    def read(self, article: Article) -> Sequence[Statement]:
        """The statements of the article, in its order; empty where it has none."""
        ...


class Source(StrEnum):
    """What an article's text was taken from."""

    PAGE = "page"
    ENTRY = "entry"
    HEADLINE = "headline"


class Reason(StrEnum):
    """Why an entry was read as it was, or not at all; `volteface why` shows it."""

    #: Read from the page, as is usual.
    READ = "read"
    #: The feed carries the whole text.
    WHOLE_IN_FEED = "whole_in_feed"
    NO_LINK = "no_link"
    #: The cheap look found no claim or nobody who could hold a position.
    NO_CLAIM = "no_claim"
    #: Old, and one of more than a feed's first sight is worth; read from what the feed says of it.
    BEYOND_FIRST_SIGHT = "beyond_first_sight"
    #: Another entry leads to the same page, which was read for it.
    SAME_PAGE = "same_page"
    OTHER_LANGUAGE = "other_language"
    CONSENT_WALL = "consent_wall"
    CHALLENGE = "challenge"
    PAYWALL = "paywall"
    LOGIN = "login"
    FORBIDDEN = "forbidden"
    ROBOTS = "robots"
    NOT_FOUND = "not_found"
    #: It answers 200 and says that there is no such page, or shows the front page.
    ERROR_PAGE = "error_page"
    #: A feed, picture or document where a page should be.
    NO_PAGE = "no_page"
    TOO_LARGE = "too_large"
    #: The page has no text that could be an article.
    NO_TEXT = "no_text"
    UNREACHABLE = "unreachable"
    SERVER_ERROR = "server_error"
    TOLD_TO_WAIT = "told_to_wait"
    #: Extraction or reading hung or crashed on it.
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was fetched."""

    #: After redirects.
    url: str
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All there is to make an article from."""

    #: The entry's link; for entries without one, an address made of feed and identity.
    url: str
    title: str
    #: The entry's own text; may be empty.
    summary: str
    published: datetime | None
    author: str | None
    #: As configured or by its origin; `None` where the page or the feed is to say.
    outlet: str | None
    feed_title: str
    owner: str | None
    #: When the bot first saw it: no article is younger.
    seen_at: datetime
    #: Whom a feed has it from that passes on what others publish.
    origin: Origin | None = None
    page: Page | None = None
    #: Why there is no page, or why the page may not be read.
    without_page: Reason = Reason.READ
    #: What there is to add to that reason.
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A text to keep for the days in which a new claim or keyword is tried on it."""

    #: "article": the article as JSON; "page": the page's HTML.
    holds: str
    #: zlib-compressed.
    content: bytes
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An entry that became an article and was read."""

    article: Article
    source: Source
    reason: Reason
    detail: str = ""
    statements: tuple[Statement, ...] = ()
    #: It grows: worth another visit.
    is_live: bool = False
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An entry of which nothing was read, and why."""

    reason: Reason
    detail: str = ""
    kept: Kept | None = None
    #: It grows, and may name a claim later: worth another visit.
    is_live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """An entry to try again later."""

    reason: Reason
    detail: str
    until: datetime


Made = Read | Refused | PutOff


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePolicy:
    """The numbers of article making; `[articles]` in the configuration."""

    #: Bytes of a page once inflated.
    max_bytes: int = 2_000_000
    #: Seconds for one page's extraction and reading in a worker.
    seconds: float = 20.0
    #: Pages at the workers at once: more would keep feeds waiting behind them.
    at_workers: int = 4
    #: Whether pages are read only where robots.txt allows it.
    obey_robots: bool = True
    #: Waits before a page that did not come is tried again; after the last the feed's text does.
    retries: tuple[timedelta, ...] = (
        timedelta(minutes=5),
        timedelta(minutes=30),
        timedelta(hours=3),
    )
    #: The longest that a server's "wait" is obeyed for a page.
    longest_wait: timedelta = timedelta(hours=6)
