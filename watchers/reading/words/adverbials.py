"""Adverbs and adverbial phrases that part a verb from what it is joined to: "and, on Monday, rejected", "but for now backs".

Knows words. Knows no clause.
"""

from watchers.reading.words.clause_words import PREVERBAL

DAYS = frozenset({"friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"})
_PHRASES = tuple(
    phrase.split()
    for phrase in (
        "on the other hand", "at the same time", "in addition", "in turn", "for now", "so far", "in the meantime", "for the moment",
        "in principle", "of course", "after all", "at least", "for its part", "in public", "in private", "as a result", "in return",
        "in the end", "once more", "in effect", "to date", "in practice", "in response", "this week", "for months", "for weeks",
    )
)  # fmt: skip
_LAST_WORDS = frozenset(phrase[-1] for phrase in _PHRASES)
#: Other words that end as adverbs do.
_NO_ADVERBS = frozenset({
    "ally", "anomaly", "apply", "assembly", "comply", "family", "imply", "italy", "july", "monopoly", "rally", "rely", "reply",
    "sicily", "supply",
})  # fmt: skip
#: Behind these a comma opens an aside.
_JOINING = frozenset({"and", "but"})
#: Tokens of the longest phrase between commas.
_ASIDE_MAX = 8


def before_adverbials(words: list[str], i: int) -> int:
    """The token at which the adverbs and phrases begin that end before token `i`; `i` where there are none."""
    while i > 1:
        last = words[i - 1]
        if last in PREVERBAL or (last.endswith("ly") and last not in _NO_ADVERBS):
            i -= 1
        elif last in _LAST_WORDS and (length := _phrase_before(words, i)):
            i -= length
        elif last in DAYS and words[i - 2] == "on":
            i -= 2
        elif last == "," and (k := opening_comma(words, i - 1)) and words[k - 1] in _JOINING:
            i = k
        else:
            break
    return i


def _phrase_before(words: list[str], i: int) -> int:
    """Tokens of the phrase that ends before token `i`; 0 where none does."""
    return next((len(p) for p in _PHRASES if words[max(0, i - len(p)) : i] == p), 0)


def opening_comma(words: list[str], closing: int) -> int:
    """The comma that opens what a comma closes; 0 where none is near."""
    low = max(1, closing - _ASIDE_MAX)
    return next((k for k in range(closing - 1, low, -1) if words[k] == ","), 0)
