"""What an answer to a feed's request means before its body is parsed. Pure: knows HTTP's words."""

from datetime import datetime
from http import HTTPStatus

from watchers.feeds.records import FeedProblem, Trouble
from watchers.fetched import FetchFailed, FetchProblem, Response
from watchers.walls import Wall, wall_of_answer

_WAITS = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_PROBLEMS = {
    FetchProblem.TOO_LARGE: FeedProblem.TOO_LARGE,
    FetchProblem.HELD: FeedProblem.HOST_TOLD_TO_WAIT,
}
_WALLED = {
    Wall.CHALLENGE: "a challenge for browsers",
    Wall.CONSENT: "a consent wall",
    Wall.PAYWALL: "a paywall",
    Wall.LOGIN: "a login page",
    Wall.FORBIDDEN: "a refusal",
}


def trouble_of_answer(response: Response, *, asked_in_full: bool, now: datetime) -> Trouble | None:
    """Why the answer brings no feed; `None` where its body, or a 304, is to be taken at its word."""
    status = response.status
    if status == HTTPStatus.NOT_MODIFIED:
        detail = "answers 304 to a request without validators"
        return _trouble(FeedProblem.SERVER_ERROR, detail) if asked_in_full else None
    if status == HTTPStatus.GONE:
        return _trouble(
            FeedProblem.GONE, "the publisher says 410 Gone: take it out or find its successor"
        )
    wait = response.retry_after(now=now)
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status in _WAITS and wait is not None):
        return _trouble(FeedProblem.TOLD_TO_WAIT, f"HTTP {status}: told to wait", wait)
    wall = wall_of_answer(
        url=response.url, status=status, headers=response.headers, body=response.body
    )
    if wall is not None and not _is_feed(response):
        return _trouble(FeedProblem.BLOCKED, f"HTTP {status}: {_WALLED[wall]} instead of the feed")
    return _trouble_of_rest(response, wait)


def _trouble_of_rest(response: Response, wait: float | None) -> Trouble | None:
    status = response.status
    if status == HTTPStatus.NOT_FOUND:
        return _trouble(FeedProblem.NOT_FOUND, "HTTP 404: nothing at this address; check it")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _trouble(FeedProblem.SERVER_ERROR, f"HTTP {status}", wait)
    if status != HTTPStatus.OK:
        return _trouble(FeedProblem.UNREACHABLE, f"HTTP {status} instead of a feed", wait)
    if not response.body.strip():
        return _trouble(FeedProblem.EMPTY_ANSWER, "the answer has no content")
    return None


def trouble_of_failure(error: FetchFailed) -> Trouble:
    """The same for a request without an answer."""
    problem = _PROBLEMS.get(error.problem, FeedProblem.UNREACHABLE)
    return _trouble(problem, error.detail, error.wait_seconds)


def _is_feed(response: Response) -> bool:
    """A feed may stand under a path such as /login/ or /consent/; its first bytes tell."""
    start = response.body[:500].lstrip()
    return response.status == HTTPStatus.OK and start[:5] in (b"<?xml", b"<rss ", b"<feed")


def _trouble(problem: FeedProblem, detail: str, wait: float | None = None) -> Trouble:
    return Trouble(problem=problem, detail=detail, wait_seconds=wait)
