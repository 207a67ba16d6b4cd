"""What a text has somebody hold by guess: "is expected to oppose", "reportedly backs", "was likely to agree".

Knows words. Whether anybody is reported to say it, who may tell what he expects of himself, decides who reads this.
"""

from itertools import pairwise

from watchers.reading.clauses.clauses import Governed

#: What stands before "to" in a guess.
_GUESSED = frozenset({
    "assumed", "believed", "expected", "presumed", "reported", "rumored", "rumoured", "said", "supposed", "thought",
    "tipped", "understood",
})  # fmt: skip
_GUESSING = frozenset({
    "allegedly", "appear", "appeared", "appears", "likely", "presumably", "probably", "reportedly", "seem", "seemed", "seems", "supposedly", "unlikely",
})  # fmt: skip


def is_guessed(words: list[str], chain: Governed) -> bool:
    """Whether a guess stands between whoever would hold a position and what he would do."""
    if chain.cue is None or not chain.subjects:
        return False
    begin = min(v.i for v in chain.subjects)
    lead = words[max(0, begin - 2) : chain.cue[1] + 1]
    return not _GUESSING.isdisjoint(lead) or any(
        word in _GUESSED and behind == "to" for word, behind in pairwise(lead)
    )
