"""What is passed over, and what is found out only where it is needed."""

from tests.nasty_pages import STORY, page
from tests.watching import NOON, WordReader
from watchers.articles.keeping import markup_of
from watchers.articles.making import make_with
from watchers.articles.records import Material, Page, Read, Reason, Refused
from watchers.model import Article, Authority, Position, Statement, Via, When

QUIET = (
    "The council said on Friday that the new bridge would be open to everybody by spring.",
) * 4


class Hearing(WordReader):
    """Hears the same statement in every article."""

    def read(self, article: Article) -> tuple[Statement, ...]:
        return (
            Statement(
                actor="us",
                claim="us-troops",
                position=Position.OPEN,
                speaker="the government",
                authority=Authority.OFFICIAL,
                when=When.NOW,
                via=Via.REPORTED,
                evidence=article.title,
            ),
        )


def _material(body: bytes, *, title: str = "A headline") -> Material:
    url = "https://paper.example/news/1"
    return Material(
        url=url,
        title=title,
        summary="",
        published=NOON,
        author=None,
        outlet="The Paper",
        feed_title="",
        owner=None,
        seen_at=NOON,
        page=Page(url=url, status=200, headers={"content-type": "text/html"}, body=body),
    )


def test_a_claim_that_stands_beside_the_article_alone_is_passed_over_and_the_page_kept() -> None:
    aside = "<aside><h3>Most read</h3><ul><li><a href=/2>Peacekeepers to go</a></li></ul></aside>"
    body = page(*QUIET, title="A bridge", tail=aside)
    made = make_with(WordReader(), _material(body))
    assert isinstance(made, Refused)
    assert (made.reason, made.detail) == (
        Reason.NO_CLAIM,
        "only what stands beside the article names one",
    )
    assert made.kept is not None
    assert "Peacekeepers" in markup_of(made.kept)


def test_a_claim_in_the_headline_alone_is_read() -> None:
    made = make_with(WordReader(), _material(page(*QUIET), title="Peacekeepers at the bridge"))
    assert isinstance(made, Read)


def test_the_byline_is_looked_for_where_a_statement_stands_on_it() -> None:
    byline = '<span class="author-name">Ann Writer, Reuters</span>'
    body = page(*STORY, tail=byline)
    heard, silent = (make_with(reader, _material(body)) for reader in (Hearing(), WordReader()))
    assert isinstance(heard, Read)
    assert isinstance(silent, Read)
    assert (heard.article.agency, silent.article.agency) == ("Reuters", None)
