"""Facts about a pair that mean something only together: who, what and how at once, as one feature each.

Knows the parts that a holder plays, how a claim is named, and what cues and rules say. Knows no words. A linear
model adds its features up; without these it could not tell "rejects, said of himself" from the sum of its halves.
"""

from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from watchers.reading.weighing.evidence import Features

#: Facts that are joined; each row is one feature.
_JOINED = (
    ("part", "named"), ("part", "cue"), ("named", "cue"), ("part", "speaks"), ("speaks", "cue"),
    ("part", "others"), ("named", "rank"), ("part", "rank"),
    ("part", "named", "rank"), ("part", "cue", "others"), ("named", "cue", "rank"), ("part", "named", "cue"),
    ("speaks", "near"), ("speaks", "named"), ("part", "near"), ("chain", "part"), ("chain", "named"),
    ("rule", "named"), ("rule", "part"), ("rule", "rivals"), ("part", "others", "rank"), ("governs", "rank"),
    ("near", "sum"), ("length", "rule"), ("length", "part"), ("length", "named"),
)  # fmt: skip


class Facts(NamedTuple):
    """One pair in a few words, each from a short list. A tuple: it is made for every pair, and looked up."""

    #: The holder's part in the sentence.
    part: str
    #: Whether a source and an agent other than the holder are there.
    others: str
    #: How the claim is named: here, carried on, or by half; and by which kind of words.
    named: str
    #: first, or later, of the claims in play.
    rank: str
    #: What the cue nearest to the claim's words says.
    cue: str
    #: Who speaks at the claim's words, as seen from the holder.
    speaks: str
    #: What cues near the claim's words say together, and all of them.
    near: str
    sum: str
    #: What a chain of the rules says, and of whom.
    chain: str
    governs: str
    #: Whether the article is a sentence or two, in which nothing can stand out: brief, or full.
    length: str
    #: What the rules made of the pair, and whether they gave its claim or its holder elsewhere.
    rule: str
    rivals: str


@lru_cache(maxsize=20_000)
def joined(facts: Facts) -> Features:
    """The conjunctions, as in `part:source&cue:nearest--`."""
    return tuple([_name(row, chosen(facts)) for row, chosen in _ROWS])


@lru_cache(maxsize=20_000)
def _name(row: tuple[str, ...], values: tuple[str, ...]) -> str:
    """Of the rows, each comes with few values: most names are made once."""
    return "&".join(map(":".join, zip(row, values, strict=True)))


#: Each row with what takes its facts out.
_ROWS = tuple((row, itemgetter(*map(Facts._fields.index, row))) for row in _JOINED)
