"""Who tells a sentence in the midst of it: "Such a force, Tusk said on Monday, would be a mistake", "…, in his view, …".

Knows no names.
"""

from watchers.reading.words.clause_words import AUXILIARIES, BE
from watchers.reading.words.report_words import SAYING, VIEWS

#: Tokens of ", Polish Prime Minister Donald Tusk said on Monday,".
_REACH = 14
#: What opens a clause that says more of the matter: ", for which Tusk has spoken,".
_RELATIVE = frozenset({"that", "where", "which", "who", "whom", "whose"})


def past_teller(words: list[str], k: int) -> int:
    """Where a clause goes on with its verb behind who tells it, from token `k` on; else `k` itself."""
    if (
        words[k : k + 1] != [","]
        or words[k + 1 : k + 2] == ["as"]
        or not _RELATIVE.isdisjoint(words[k + 1 : k + 4])
    ):
        return k
    for n in range(k + 2, min(len(words) - 1, k + _REACH)):
        if words[n] == "," and (not SAYING.isdisjoint(words[k:n]) or _is_view(words[k + 1 : n])):
            goes_on = words[n + 1] in BE or words[n + 1] in AUXILIARIES
            return n + 1 if goes_on else k
    return k


def _is_view(words: list[str]) -> bool:
    """As in "according to Rome", "in Rome's view", "in the eyes of Rome"."""
    return words[0] == "according" or (words[0] in ("in", "to") and not VIEWS.isdisjoint(words))
