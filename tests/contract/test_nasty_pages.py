"""Every page that misbehaves, as the link of an entry: what was read of it, and why."""

import pytest

from tests.nasty_feeds import by_path
from tests.nasty_pages import STORY, PageRow, page, page_rows
from tests.nasty_web import NastyWeb, rss, serve, serve_in_turn
from tests.watching import watching
from watchers.articles.records import ArticlePolicy, Made, PutOff, Read, Reason, Source
from watchers.feeds.records import FeedSource

TITLE = "Government to send peacekeepers"
SUMMARY = "The government will send peacekeepers to the border."


def _feed(web: NastyWeb, rows: tuple[PageRow, ...]) -> bytes:
    return rss(
        *(
            f"<link>{web.url(row.name, row.path)}</link><title>{TITLE}</title>"
            f"<description>{SUMMARY}</description>"
            for row in rows
        )
    )


def _came(made: Made) -> tuple[Source | None, Reason]:
    return (made.source if isinstance(made, Read) else None), made.reason


async def _make_all(rows: tuple[PageRow, ...]) -> dict[str, Made]:
    """Every row's last word, once its tries have run out."""
    web = NastyWeb({row.name: row.does for row in rows})
    web.rows = {**web.rows, "feed": by_path({"/feed": serve(b"")})}
    async with web:
        web.rows = {**web.rows, "feed": serve(_feed(web, rows))}
        source = FeedSource(url=web.url("feed"), outlet="The Paper")
        policy = ArticlePolicy(seconds=12.0)
        async with watching(
            [source], allowed=web.hosts, resolver=web.resolver, articles=policy
        ) as parts:
            await parts.poll()
            made: dict[str, Made] = {}
            for _ in range(len(policy.retries) + 1):
                made |= await parts.make_waiting()
                parts.clock.forward(hours=7)
            assert await parts.waiting() == (), "an entry was left behind"
    return {row.name: made[web.url(row.name, row.path)] for row in rows}


async def test_every_page_ends_as_its_row_says() -> None:
    rows = page_rows()
    made = await _make_all(rows)
    for name, result in made.items():  # the table of what went in and what came out, with -s
        print(f"{name:24} {_came(result)[0] or 'nothing':10} {result.reason:16} {result.detail}")  # noqa: T201
    assert {name: _came(result) for name, result in made.items()} == {
        row.name: (row.source, row.reason) for row in rows
    }


@pytest.fixture(scope="module")
def by_name() -> dict[str, PageRow]:
    return {row.name: row for row in page_rows()}


async def test_what_is_read_is_the_article_and_nothing_beside_it(
    by_name: dict[str, PageRow],
) -> None:
    names = ("p-fine", "p-tail", "p-consent-banner", "p-unclosed")
    made = await _make_all(tuple(by_name[name] for name in names))
    texts = {name: result.article.text for name, result in made.items() if isinstance(result, Read)}
    assert len(set(texts.values())) == 1, texts
    assert texts["p-fine"].count("\n\n") == 2


async def test_a_page_that_is_late_is_put_off_and_not_given_up(by_name: dict[str, PageRow]) -> None:
    row = by_name["p-500"]
    web = NastyWeb({row.name: row.does, "feed": serve(b"")})
    async with web:
        web.rows = {**web.rows, "feed": serve(_feed(web, (row,)))}
        async with watching(
            [FeedSource(url=web.url("feed"))], allowed=web.hosts, resolver=web.resolver
        ) as parts:
            await parts.poll()
            (first,) = (await parts.make_waiting()).values()
            assert isinstance(first, PutOff)
            assert await parts.waiting() == ()
            parts.clock.forward(minutes=6)
            assert len(await parts.waiting()) == 1


async def test_a_live_blog_that_names_no_claim_yet_is_seen_again() -> None:
    live = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    morning = serve(page("The ministers have arrived.", title="A day", head=live), kind="text/html")
    evening = serve(page(*STORY, title="A day", head=live), kind="text/html")
    blog = {"/robots.txt": serve(b""), "/news/story": serve_in_turn(morning, evening)}
    web = NastyWeb({"blog": by_path(blog), "feed": serve(b"")})
    async with web:
        entry = f"<link>{web.url('blog', '/news/story')}</link><title>A day</title>"
        web.rows = {**web.rows, "feed": serve(rss(entry))}
        source = FeedSource(url=web.url("feed"))
        async with watching([source], allowed=web.hosts, resolver=web.resolver) as parts:
            await parts.poll()
            (first,) = (await parts.make_waiting()).values()
            assert _came(first) == (None, Reason.NO_CLAIM)
            parts.clock.forward(minutes=21)
            (second,) = (await parts.make_waiting()).values()
            assert _came(second) == (Source.PAGE, Reason.READ)
