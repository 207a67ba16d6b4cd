"""The demo's week is whole: every article is listed once, and the server shows days as they stood."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import feedparser
import pytest
import trafilatura

from bot.demo.server import DemoServer
from bot.demo.week import FeedFormat, Week, load_week, page_path

WEEK = load_week()


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(WEEK) as started:
        yield started


def get(server: DemoServer, path: str, **headers: str) -> tuple[int, str | None, bytes]:
    connection = HTTPConnection(urlsplit(server.base).netloc, timeout=5)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers["ETag"], answer.read()
    finally:
        connection.close()


def titles(written_in: FeedFormat, body: bytes) -> list[str]:
    if written_in is FeedFormat.JSON:
        return [item["title"] for item in json.loads(body)["items"]]
    return [entry.title for entry in feedparser.parse(body).entries]


def test_each_article_is_listed_by_one_poll():
    listed = [one for poll in WEEK.polls for one in poll.new]
    assert sorted(listed) == sorted(WEEK.articles)
    assert len(listed) == len(set(listed))


def test_the_days_follow_each_other_and_no_article_is_listed_before_it_is_written():
    moments = [poll.at for poll in WEEK.polls]
    assert moments == sorted(moments)
    for poll in WEEK.polls:
        assert all(WEEK.articles[one].published <= poll.at for one in poll.new)


def test_each_article_belongs_to_a_feed_and_each_feed_has_something_on_the_first_day():
    outlets = {feed.outlet for feed in WEEK.feeds}
    assert {one.outlet for one in WEEK.articles.values()} == outlets
    assert {WEEK.articles[one].outlet for one in WEEK.polls[0].new} == outlets


@pytest.mark.parametrize("polls", [1, len(WEEK.polls)])
def test_a_feed_lists_what_stood_in_it_newest_first(server, polls):
    server.show(polls)
    for feed in WEEK.feeds:
        status, _, body = get(server, feed.path)
        assert status == 200
        wanted = [one.title for one in WEEK.listed(feed, polls)]
        assert titles(feed.format, body) == wanted


def test_a_feed_that_did_not_change_answers_304(server):
    server.show(1)
    path = WEEK.feeds[0].path
    _, etag, _ = get(server, path)
    assert get(server, path, **{"If-None-Match": etag})[0] == 304
    server.show(2)
    assert get(server, path, **{"If-None-Match": etag})[0] == 200


def test_a_page_stands_from_the_poll_that_lists_it(server):
    last = WEEK.articles[WEEK.polls[-1].new[0]]
    server.show(len(WEEK.polls) - 1)
    assert get(server, page_path(last))[0] == 404
    server.show(len(WEEK.polls))
    assert get(server, page_path(last))[0] == 200


def test_the_text_can_be_taken_out_of_all_that_surrounds_it(server):
    server.show(len(WEEK.polls))
    assert {name: extracted(server, name) for name in articles_proper(WEEK)} == {
        name: WEEK.articles[name].text.replace("\n\n", "\n") for name in articles_proper(WEEK)
    }


def articles_proper(week: Week) -> list[str]:
    return [name for name in week.articles if name not in week.consent_walls]


def extracted(server: DemoServer, name: str) -> str | None:
    page = get(server, page_path(WEEK.articles[name]))[2]
    return trafilatura.extract(page, favor_precision=True, include_comments=False)
