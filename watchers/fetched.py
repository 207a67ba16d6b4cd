"""What a fetch is bounded by and what it comes to. Knows HTTP's words; imports no HTTP library."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum


class FetchProblem(StrEnum):
    """Why there is no answer."""

    ADDRESS_REFUSED = "address_refused"
    BAD_URL = "bad_url"
    NO_CONNECTION = "no_connection"
    BAD_CERTIFICATE = "bad_certificate"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    CUT_OFF = "cut_off"
    BROKEN_ANSWER = "broken_answer"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    #: The host asked a moment ago to be left alone; it was not asked again.
    HELD = "held"


class FetchFailed(Exception):
    """There is no answer to work with; `problem` says of what kind the failure is."""

    def __init__(
        self, url: str, problem: FetchProblem, detail: str, *, wait_seconds: float | None = None
    ) -> None:
        super().__init__(f"{url}: {detail}")
        self.wait_seconds = wait_seconds
        self.url = url
        self.problem = problem
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """The bounds of every request; `[fetch]` in the configuration."""

    #: Names, addresses or networks of private hosts that may be fetched from.
    allow_private_hosts: tuple[str, ...] = ()
    #: An address or page where a publisher reaches whoever runs this bot.
    contact: str | None = None
    #: Seconds to a connection, and between two reads.
    connect_seconds: float = 10.0
    read_seconds: float = 10.0
    #: Seconds for a request with its redirects, from connection to last byte.
    total_seconds: float = 45.0
    #: Seconds between two requests to one host.
    pause_seconds: float = 1.0
    #: Bytes of a body once inflated.
    max_bytes: int = 10_000_000
    #: Hosts of one platform, which count as one: group name to host names.
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("connect_seconds", "read_seconds", "total_seconds", "max_bytes"):
            if not 0 < getattr(self, name) < math.inf:
                raise ValueError(f"{name} must be more than 0")
        if not 0 <= self.pause_seconds < math.inf:
            raise ValueError("pause_seconds must be 0 or more")
        if self.contact is not None and not self.contact.isprintable():
            raise ValueError("contact must be one line, as in mailto:you@example.org")

    @property
    def user_agent(self) -> str:
        return f"Volteface/0.1 (news monitor; {self.contact or 'no contact given'})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, whatever its status."""

    #: Where it came from, after redirects.
    url: str
    status: int
    #: By lower-case name; several of a name are joined by a comma. Values are as sent, a byte a
    #: character, so that a validator goes back as it came.
    headers: Mapping[str, str]
    body: bytes
    #: Where the asked URL has moved for good; `None` where it has not.
    moved_to: str | None = None
    elapsed_ms: int = 0

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def retry_after(self, *, now: datetime) -> float | None:
        """Seconds that the server asks to wait, from seconds or a date; `None` if unreadable."""
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit() and len(value) < len("1000000000"):
            return float(value)
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, OverflowError):
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
