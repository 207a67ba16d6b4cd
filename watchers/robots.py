"""Whether a site's robots.txt lets the bot read a page. Knows the rules of RFC 9309.

Feeds are published to be polled and are not asked about; pages are.
"""

import asyncio
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watchers.fetch import Fetcher
from watchers.fetched import FetchFailed

if TYPE_CHECKING:
    from protego import Protego

#: The name by which a robots.txt addresses us.
AGENT = "Volteface"
#: Bytes of a robots.txt that are read (RFC 9309 asks for 500 KiB at least).
_MAX_BYTES = 512_000
#: Seconds for which an answer holds (RFC 9309: at most a day), and for which a failure does.
_KEPT_SECONDS, _FAILURE_KEPT_SECONDS = 86_400.0, 900.0
#: Sites remembered at once.
_MOST_SITES = 2_000


class Robots:
    """The robots.txt of every site that was asked for a page, each fetched once a day."""

    def __init__(
        self, fetcher: Fetcher, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetcher = fetcher
        self._monotonic = monotonic
        #: By origin: until when the answer holds, and the rules; `None` lets everything through.
        self._rules: dict[str, tuple[float, Protego | None]] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def allows(self, url: str) -> bool:
        """Whether the page may be fetched; a site without readable rules allows it."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        async with self._asking.setdefault(origin, asyncio.Lock()):
            until, rules = self._rules.get(origin, (0.0, None))
            if until < self._monotonic():
                rules = await self._fetch(origin)
        return rules is None or bool(rules.can_fetch(url, AGENT))

    async def _fetch(self, origin: str) -> "Protego | None":
        rules, kept = None, _KEPT_SECONDS
        try:
            response = await self._fetcher.get(f"{origin}/robots.txt", max_bytes=_MAX_BYTES)
        except FetchFailed:
            kept = _FAILURE_KEPT_SECONDS
        else:
            if response.status == HTTPStatus.OK and b"<html" not in response.body[:500].lower():
                rules = await asyncio.to_thread(_parse, response.body)
        if len(self._rules) >= _MOST_SITES:
            self._rules.clear()
            self._asking = {origin: self._asking[origin]}
        self._rules[origin] = (self._monotonic() + kept, rules)
        return rules


def _parse(body: bytes) -> "Protego | None":
    from protego import Protego

    try:
        return Protego.parse(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None  # rules that cannot be read forbid nothing
