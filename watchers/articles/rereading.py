"""A kept text read again, by a reader that knows other claims, actors or keywords. A worker's task.

The look comes first, as when the text was fetched: most texts name none of what is new.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from watchers.articles.keeping import article_of, markup_of
from watchers.articles.making import make_with, this_reader
from watchers.articles.records import Kept, Material, Page, Read, TextReader
from watchers.model import Article, Statement
from watchers.plaintext import rough_text

_HTML = {"content-type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A text as it was kept, and all there is beside it to make an article of a page."""

    kept: Kept
    material: Material
    #: The ledger has statements of it that may no longer be read.
    speaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """An article, as it is read now."""

    article: Article
    statements: tuple[Statement, ...]
    #: To keep from now on, where a page turned out to be worth reading.
    kept: Kept | None = None


def read_all_again(texts: Sequence[Again], claims: frozenset[str]) -> tuple[ReadAgain | None, ...]:
    """The worker's task, for some texts at once; `None` where one names none of the claims and never did."""
    reader = this_reader()
    return tuple(read_again_with(reader, one, claims) for one in texts)


#: What a text says when it is tried, and the phrases that it meets.
TriedText = tuple[ReadAgain | None, frozenset[str]]


def try_all(texts: Sequence[Again], claim: str, phrases: tuple[str, ...]) -> tuple[TriedText, ...]:
    """The worker's task where phrases of a claim are tried that bear on all that names it."""
    reader = this_reader()
    claims = frozenset({claim})
    return tuple(
        (read_again_with(reader, one, claims), _met(reader, one, claim, phrases)) for one in texts
    )


def try_meeting(
    texts: Sequence[Again], claim: str, phrases: tuple[str, ...]
) -> tuple[TriedText, ...]:
    """The same where they bear on those texts alone that could meet one of them."""
    reader = this_reader()
    claims = frozenset({claim})
    return tuple(
        (read_again_with(reader, one, claims), _met(reader, one, claim, phrases))
        if reader.could_meet(_shown(one, str), claims, phrases)
        else (None, frozenset())
        for one in texts
    )


def _met(reader: TextReader, text: Again, claim: str, phrases: tuple[str, ...]) -> frozenset[str]:
    if not phrases or not reader.could_meet(_shown(text, str), frozenset({claim}), phrases):
        return frozenset()
    return reader.phrases_in(shown_text(text), claim, phrases)


def shown_text(text: Again) -> str:
    """What a reader of the kept text sees, roughly where it is a page."""
    return _shown(text, rough_text)


def _shown(text: Again, shown: Callable[[str], str]) -> str:
    article = article_of(text.kept)
    if article is not None:
        return f"{article.title}\n{article.text}"
    return f"{text.material.title}\n{text.material.summary}\n{shown(markup_of(text.kept))}"


def read_again_with(reader: TextReader, text: Again, claims: frozenset[str]) -> ReadAgain | None:
    """An article from a kept text, read by `reader`."""
    article = article_of(text.kept)
    if article is not None:
        if not reader.could_name(f"{article.title}\n{article.text}", claims):
            return ReadAgain(article=article, statements=()) if text.speaks else None
        return ReadAgain(article=article, statements=tuple(reader.read(article)))
    markup = markup_of(text.kept)
    if not reader.could_name(f"{text.material.title}\n{text.material.summary}\n{markup}", claims):
        return None
    page = Page(url=text.material.url, status=200, headers=_HTML, body=markup.encode())
    made = make_with(reader, replace(text.material, page=page))
    if not isinstance(made, Read):
        return None
    return ReadAgain(article=made.article, statements=made.statements, kept=made.kept)
