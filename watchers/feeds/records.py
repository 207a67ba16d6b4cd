"""What the polling of feeds passes around. Knows words and times; nothing of network or store."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from watchers.model import Entry


class FeedKind(StrEnum):
    """What a feed is written in."""

    RSS = "rss"
    RDF = "rdf"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"


class FeedProblem(StrEnum):
    """Why a poll brought nothing; the operator reads it."""

    #: The connection or the answer as such failed.
    UNREACHABLE = "unreachable"
    #: 401, 403, 451, a challenge or a consent wall.
    BLOCKED = "blocked"
    #: 429 or 503 with a time to wait.
    TOLD_TO_WAIT = "told_to_wait"
    #: The same, said for another feed of the host a moment ago; this one was not asked.
    HOST_TOLD_TO_WAIT = "host_told_to_wait"
    NOT_FOUND = "not_found"
    #: 410: the publisher says that it will not come back.
    GONE = "gone"
    SERVER_ERROR = "server_error"
    HTML = "html"
    EMPTY_ANSWER = "empty_answer"
    TOO_LARGE = "too_large"
    NO_FEED = "no_feed"
    #: Parsing took longer than its limit, or more memory.
    UNPARSABLE = "unparsable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A problem and what there is to say about it, in one line."""

    problem: FeedProblem
    detail: str
    #: Seconds that the server asks us to stay away; `None` where it does not say.
    wait_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed's bytes, understood; `trouble` where there was nothing to understand."""

    kind: FeedKind | None = None
    title: str = ""
    entries: tuple[Entry, ...] = ()
    #: The feed's own wish, from ttl or syn:updatePeriod; `None` where it has none.
    ttl: timedelta | None = None
    trouble: Trouble | None = None
    #: Feeds that a page names, where the bytes are a page.
    named_feeds: tuple[str, ...] = ()
    #: Ids that the feed gave to several items, now told apart by their content.
    repaired_ids: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSource:
    """A feed as the configuration names it."""

    url: str
    #: `None`: the feed's own title.
    outlet: str | None = None
    owner: str | None = None
    #: How often to begin with.
    every: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What the store knows of a feed between two polls."""

    id: int
    #: As configured; the feed's name in every message.
    url: str
    #: Where it is fetched from: after a permanent move or the feed that a page named.
    fetch_url: str
    #: Raw, as the server sent them; empty where it sent none.
    etag: str = ""
    last_modified: str = ""
    #: SHA-256 of the last body that was understood.
    body_hash: str = ""
    kind: FeedKind | None = None
    title: str = ""
    interval: timedelta
    next_due_at: datetime
    first_success_at: datetime | None = None
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    #: When the whole body was last asked for, without validators.
    last_full_at: datetime | None = None
    #: When a poll last brought an entry that was new.
    last_new_at: datetime | None = None
    #: The feed's rhythm: mean time between polls that brought something new.
    usual_gap: timedelta | None = None
    #: The newest date of an entry that was not in the future.
    newest_published: datetime | None = None
    #: Most entries seen in one answer.
    largest: int = 0
    #: In a row.
    failures: int = 0
    failing_since: datetime | None = None
    last_problem: FeedProblem | None = None
    last_detail: str = ""
    #: Said 410 Gone.
    muted: bool = False


class AlarmKind(StrEnum):
    """What the operator is told of a feed."""

    DOWN = "down"
    SILENT = "silent"
    TOO_FAST = "too_fast"
    TURNED_HTML = "turned_html"
    BLOCKED = "blocked"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that began or ended for a feed; told once each."""

    feed_url: str
    kind: AlarmKind
    #: False: it is over.
    begins: bool
    at: datetime
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PollPolicy:
    """The numbers of polling; `[polling]` in the configuration."""

    #: Between two polls of a feed; publishers ban whoever asks more often.
    floor: timedelta = timedelta(minutes=10)
    ceiling: timedelta = timedelta(minutes=360)
    backoff_ceiling: timedelta = timedelta(days=1)
    #: One GET without validators in this time, against servers that answer 304 for ever.
    full_every: timedelta = timedelta(days=1)
    #: A feed that says 410 is asked again after this long: publishers err.
    muted_every: timedelta = timedelta(days=7)
    #: What an older entry than the newest known by this much turns up as is an archive: silent.
    archive_age: timedelta = timedelta(days=7)
    #: Pages that are fetched, newest first, of the old entries that one answer brings: a feed's first
    #: sight or an archive. A thousand take a quarter of an hour at a polite pause.
    first_sight: int = 1_000
    #: A feed is never called silent sooner than this.
    silence_floor: timedelta = timedelta(days=1)
    #: A feed is down after so many failures in a row or so long a time.
    down_failures: int = 3
    down_after: timedelta = timedelta(days=1)
    #: Whether "wait" from one feed's server holds for every feed of its host.
    wait_by_host: bool = True
    max_bytes: int = 10_000_000
    #: Seconds of one feed's parsing in a worker.
    parse_seconds: float = 20.0

    def __post_init__(self) -> None:
        if self.floor > self.ceiling:
            raise ValueError("floor must not be longer than ceiling")
        if self.first_sight < 0:
            raise ValueError("first_sight must be 0 or more")
        for name in ("down_failures", "max_bytes", "parse_seconds"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0")
