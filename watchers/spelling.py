"""Spell a name in one way: without accents, case, dots, hyphens and the many endings of Slavic names.

Knows letters. Knows no actor; whoever compares two names folds both.
"""

import re
import unicodedata
from functools import lru_cache

#: Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-",
    }
)  # fmt: skip

#: Zelenskyy, Zelenskiy, Zelenskyi and Zelenskii are one man; so are Andrii and Andriy.
_SLAVIC_ENDING = re.compile(r"(?:iy|yy|yi|ii|ij|yj)$")

#: Sergei and Sergey.
_EI_ENDING = re.compile(r"ei$")

#: Shorter words have no ending to spare: "Yii", "Lei".
ENDING_FROM_CHARS = 4

_DOT = re.compile(r"\.(?=\s|$|\w)")
_TOKEN = re.compile(r"'s\b|(?<=s)'(?!\w)|[^\W_]+(?:'(?!s\b)[^\W_]+)*|[,;:()]")


def fold(text: str) -> str:
    """The one spelling of a name or phrase, its words parted by single spaces."""
    return " ".join(words(text))


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; a possessive ending is the word 's, punctuation stays as a word."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    pieces = _TOKEN.findall(_DOT.sub("", bare))
    return tuple("'s" if piece == "'" else _end_alike(piece) for piece in pieces)


def _end_alike(word: str) -> str:
    if len(word) < ENDING_FROM_CHARS:
        return word
    return _EI_ENDING.sub("ey", _SLAVIC_ENDING.sub("y", word))
