"""The demo's web: a server on loopback that serves the week's feeds and pages as they stood.

Knows sockets and which poll it is. Listens on 127.0.0.1 only, on a port that was free.
"""

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from bot.demo.documents import consent_document, feed_document, page_document
from bot.demo.week import Week, page_path

_HTML = "text/html; charset=utf-8"


class DemoServer:
    """Serves a week; `with` it. `show` turns the days."""

    def __init__(self, week: Week) -> None:
        self._week = week
        self._polls = 0
        self._feeds = {feed.path: feed for feed in week.feeds}
        self._pages = {page_path(one): one for one in week.articles.values()}
        self._http = _Server(self._document)
        self._thread = Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def show(self, polls: int) -> None:
        """From now on, serve what stood there at the poll of that number, counted from one."""
        self._polls = polls

    def _document(self, path: str) -> tuple[str, bytes] | None:
        """Content type and body at `path`; `None` where there is nothing, or nothing yet."""
        feed = self._feeds.get(path)
        if feed is not None:
            listed = self._week.listed(feed, self._polls)
            return feed_document(feed, listed, base=self.base)
        article = self._pages.get(path)
        listed_ids = [one for poll in self._week.polls[: self._polls] for one in poll.new]
        if article is None or article.id not in listed_ids:
            return None
        if article.id in self._week.consent_walls:
            return _HTML, consent_document(article)
        others = [self._week.articles[one] for one in reversed(listed_ids) if one != article.id]
        language = self._week.languages.get(article.id, "en")
        return _HTML, page_document(article, others, language=language)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, document: Callable[[str], tuple[str, bytes] | None]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.document = document

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a visitor who was interrupted hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        found = self.server.document(urlsplit(self.path).path)
        if found is None:
            self._answer(HTTPStatus.NOT_FOUND, _HTML, b"<h1>Not found</h1>", None)
            return
        content_type, body = found
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self._answer(HTTPStatus.NOT_MODIFIED, content_type, b"", etag)
        else:
            self._answer(HTTPStatus.OK, content_type, body, etag)

    def _answer(self, status: HTTPStatus, content_type: str, body: bytes, etag: str | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing: the demo's own lines are what a person came for."""
