"""Percentages, however they are written: "5%", "five per cent", "a five-percent target". Knows numbers; no claim."""

import re
from collections.abc import Iterable, Sequence

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "twenty-five", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]  # fmt: skip
_VALUES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90)
_DIGITS = {word: str(value) for word, value in zip(_WORDS, _VALUES, strict=True)}
_SPELLED = {digits: word for word, digits in _DIGITS.items()}
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(sorted(_DIGITS, key=len, reverse=True))}"
_SHARE = re.compile(rf"\b({_NUMBER})(?:[ -]?%|[ -]per[ -]?cent\b)", re.IGNORECASE)
_END = "percent"
#: What a text with a percentage has.
PERCENT_SIGNS = ("%", "percent", "per cent", "per-cent")
#: What stands before and behind a number that goes without "percent".
_BEFORE = frozenset({"at", "to", "with", "or", "and", "than", "of", "for", ","})
_RANGE = frozenset({"and", "or", "to", "-", "–"})
_BEHIND = frozenset({
    "aim", "and", "as", "benchmark", "but", "by", "figure", "goal", "is", "mark", "not", "or", "pledge", "target",
    "threshold", "was", "would",
})  # fmt: skip


def joined(phrase: str) -> str:
    """A phrase with each percentage as one word: "5percent target"."""
    return _SHARE.sub(lambda match: _share(match[1].lower()), phrase)


def is_share(word: str) -> bool:
    """Whether a word is a percentage as `joined` writes it."""
    return word.endswith(_END) and word[0].isdigit()


def written(share: str) -> list[str]:
    """How the number of a percentage may begin in a text."""
    digits = share.removesuffix(_END).replace("point", ".")
    return [digits, *([_SPELLED[digits]] if digits in _SPELLED else [])]


def shares(words: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """Each percentage among the tokens of a sentence, as one word, with where it stands."""
    for i, word in enumerate(words):
        if word in ("%", "percent", "per-cent") or (
            word == "per" and words[i + 1 : i + 2] == ["cent"]
        ):
            first = i - 2 if i > 1 and words[i - 1] == "-" else i - 1
            if first >= 0 and (number := _number(words[first])):
                yield _share(number), first, i + 1 + (word == "per")
                if (
                    first > 1
                    and words[first - 1] in _RANGE
                    and (other := _number(words[first - 2]))
                ):
                    yield _share(other), first - 2, first - 1  # "between five and six percent"
        elif word.endswith("-percent") and (number := _number(word.removesuffix("-percent"))):
            yield _share(number), i, i + 1


def is_unqualified(words: Sequence[str], end: int) -> bool:
    """Whether nothing behind a percentage says of what it is, as in "he meant the five percent"."""
    behind = words[end] if end < len(words) else "."
    return not behind.isalnum() or behind in _BEHIND


def lone_numbers(words: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """Numbers that may be percentages of which one has spoken: "they should be at five, not at two"."""
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        if before in _BEFORE and (number := _number(word)) and is_unqualified(words, i + 1):
            yield _share(number), i, i + 1


def _number(word: str) -> str:
    if word in _DIGITS or word.replace(".", "", 1).isdigit():
        return word
    return ""


def _share(number: str) -> str:
    return _DIGITS.get(number, number).replace(".", "point") + _END
