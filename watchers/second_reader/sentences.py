"""An article's sentences by number, as the model is shown them. Knows text; no claim and no answer.

The model names a sentence by its number and never repeats it, so that no quotation can be reworded.
A sentence is one line whatever it holds: no text of an article can begin a line of its own with a
number, or end the list.
"""

import re
from dataclasses import dataclass
from math import ceil

from watchers.model import Article
from watchers.reading.text.document import Document

#: Tokens of an article that are shown; the rest is left out, and the model is told so. News articles
#: have some 1,200, long reads 4,000; live blogs, the only longer ones, begin with what is newest.
SHOWN_MAX_TOKENS = 6_000
#: Characters that can hold so many tokens; beyond them nothing is even split into sentences.
LOOKED_AT_MAX_CHARS = 40_000

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n")
#: Letters of a word, and digits of a number, that go into one token.
_LETTERS_EACH, _DIGITS_EACH = 7, 3
#: Letters outside ASCII that go into one token.
_FOREIGN_EACH = 2
#: C0 and C1 controls, line and paragraph separators, direction marks, tags and other invisibles.
_INVISIBLE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff"
    "\\U000e0000-\\U000e007f]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A sentence as it may be evidence: to the letter."""

    #: 0 is the headline.
    number: int
    text: str
    #: Code points in the article's text; `None` for the headline.
    span: tuple[int, int] | None
    paragraph: int
    #: It stands in quotation marks, or some of it does.
    quoted: bool = False

    @property
    def shown(self) -> str:
        """One line without anything invisible."""
        return one_line(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sentences of an article that are shown, in order."""

    sentences: tuple[Numbered, ...]
    #: Something of the article was left out for its length.
    cut: bool

    def __getitem__(self, number: int) -> Numbered | None:
        found = (one for one in self.sentences if one.number == number)
        return next(found, None)


def number_sentences(article: Article) -> Sheet:
    """The article's headline and sentences up to `SHOWN_MAX_TOKENS`."""
    text = article.text[:LOOKED_AT_MAX_CHARS]
    document = Document(article.title, text)
    numbered: list[Numbered] = []
    left = SHOWN_MAX_TOKENS
    for sentence in document.sentences:
        number = 0 if sentence.in_title else 1 + sum(one.span is not None for one in numbered)
        start, end = sentence.start, sentence.end
        one = Numbered(
            number=number,
            text=document.original(start, end),
            span=None
            if sentence.in_title
            else (start - document.text_start, end - document.text_start),
            paragraph=sentence.paragraph,
            quoted=any(number >= 0 for number in sentence.quote),
        )
        left -= estimate_tokens(f"[{number}] {one.shown}\n")
        if left < 0:
            return Sheet(sentences=tuple(numbered), cut=True)
        numbered.append(one)
    return Sheet(sentences=tuple(numbered), cut=len(text) < len(article.text))


def one_line(text: str) -> str:
    return " ".join(_INVISIBLE.sub(" ", text).split())


def estimate_tokens(text: str) -> int:
    """Tokens of a text for a model that we do not know: an estimate that errs high.

    Splits as byte-pair tokenizers do before they merge: a word is one token for every seven letters,
    a number one for three digits, each mark and line end one. They merge more than that ("guarantees"
    is one token to most), so that true counts of English come out some ten to twenty per cent lower.
    """
    return sum(_tokens_of(piece) for piece in _PIECE.findall(text))


def _tokens_of(piece: str) -> int:
    if piece.isdigit():
        return ceil(len(piece) / _DIGITS_EACH)
    return ceil(len(piece) / (_LETTERS_EACH if piece.isascii() else _FOREIGN_EACH))
