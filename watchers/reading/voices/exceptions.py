"""Who is named as an exception: "all leaders but Orban", "everyone except Hungary". Knows no cue."""

_EXCEPT = frozenset({"barring", "except", "excepting"})
#: Ways of excepting somebody that end in a preposition.
_EXCEPT_OF = frozenset({("apart", "from"), ("aside", "from"), ("except", "for"), ("exception", "of"), ("save", "for")})  # fmt: skip
#: Of whom the rest is told, by the ending of the noun before "but": "all leaders but", "every leader but", "all but".
_ALL = {"all": "s", "each": "", "every": ""}
_EVERYBODY = _ALL.keys() | {"everybody", "everyone"}
#: Tokens from there to "but".
_ALL_REACH = 5


def is_exception(words: list[str], k: int) -> bool:
    """Whether token `k` is the last of those that except whoever comes next from all the others."""
    if k > 1 and words[k] == "'s":
        k -= 2  # "all leaders but Hungary's Orban"
    if _EVERYBODY.isdisjoint(words):
        return False
    if words[k] == "but":
        return _is_but(words, k)
    return words[k] in _EXCEPT or tuple(words[max(0, k - 1) : k + 1]) in _EXCEPT_OF


def _is_but(words: list[str], k: int) -> bool:
    if words[k - 1] in _EVERYBODY:
        return True
    whole = next((w for w in words[max(0, k - _ALL_REACH) : k] if w in _ALL), None)
    return whole is not None and words[k - 1].endswith(_ALL[whole])
