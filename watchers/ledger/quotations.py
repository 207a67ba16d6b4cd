"""Find long quotations and make fingerprints by which they are known again. Pure text to numbers.

A fingerprint is a run of eight words inside a quotation of ten or more, so that a quotation with a
word changed at one end, or broken off, is still the same one.
"""

import re
from hashlib import blake2b

#: Words in a run. Eight in a row are hardly ever said twice by chance.
RUN_WORDS = 8

_MARKS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("‹", "›"))
#: Each alternative begins with its mark: so the engine leaps from mark to mark.
_QUOTED = re.compile(
    "|".join(
        rf"{re.escape(a)}(?<!\w{a})([^{re.escape(a + b)}]+){re.escape(b)}(?!\w)"
        if a == "‘"
        else rf"{re.escape(a)}([^{re.escape(a + b)}]+){re.escape(b)}"
        for a, b in _MARKS
    )
)
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, folded; apostrophes do not split ("don't" is one)."""
    return _WORD.findall(text.casefold().replace("’", "").replace("'", ""))


def runs_of(words: list[str], length: int = RUN_WORDS) -> frozenset[int]:
    """A number for each run of `length` words; the same on every machine."""
    return frozenset(
        _number(" ".join(words[start : start + length])) for start in range(len(words) - length + 1)
    )


def quotations_in(text: str, *, at_least: int) -> list[tuple[int, int, frozenset[int]]]:
    """Start, end and fingerprints of each quotation of at least so many words."""
    found = []
    for match in _QUOTED.finditer(text):
        words = words_of(match.group())
        if len(words) >= at_least:
            found.append((match.start(), match.end(), runs_of(words)))
    return found


def _number(run: str) -> int:
    # 63 bits fit every database's integer.
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> 1
