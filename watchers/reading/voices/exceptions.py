"""Who or what is left out: "all leaders but Orban", "everyone except Hungary", "apart from Italy". Knows no cue."""

from watchers.reading.voices.voice_words import NATIONS

EXCEPT = frozenset({"barring", "except", "excepting"})
#: Ways of leaving something out that end in a preposition.
EXCEPT_OF = frozenset({("apart", "from"), ("aside", "from"), ("except", "for"), ("exception", "of"), ("save", "for")})  # fmt: skip
#: Of whom the rest is told, by the ending of the noun before "but": "all leaders but", "every leader but", "all but".
_ALL = {"all": "s", "each": "", "every": ""}
_EVERYBODY = _ALL.keys() | {"everybody", "everyone"}
#: Who is meant to the last one without "all", right before "but": "European countries but Hungary".
_MANY = NATIONS | {"everybody", "everyone", "leaders", "members"}
#: Tokens from there to "but".
_ALL_REACH = 5


def is_exception(words: list[str], k: int) -> bool:
    """Whether token `k` is the last of those that except whoever comes next from all the others."""
    if k > 1 and words[k] == "'s":
        k -= 2  # "all leaders but Hungary's Orban"
    if _EVERYBODY.isdisjoint(words):
        return False
    return is_all_but(words, k) or _is_except(words, k)


def is_all_but(words: list[str], k: int) -> bool:
    """Whether token `k` is the "but" of "all but", "everybody but", "all leaders but"."""
    if words[k] != "but":
        return False
    if words[k - 1] in _EVERYBODY:
        return True
    whole = next((w for w in words[max(0, k - _ALL_REACH) : k] if w in _ALL), None)
    return whole is not None and words[k - 1].endswith(_ALL[whole])


def is_many_but(words: list[str], k: int) -> bool:
    """Whether token `k` is the "but" of "countries but", "allies but"."""
    return k > 0 and words[k] == "but" and words[k - 1] in _MANY


def is_left_out(words: list[str], k: int) -> bool:
    """Whether token `k` is the last of those that leave out whoever comes next, of whomever: "except Italy"."""
    return k >= 0 and (is_many_but(words, k) or _is_except(words, k))


def _is_except(words: list[str], k: int) -> bool:
    return words[k] in EXCEPT or tuple(words[max(0, k - 1) : k + 1]) in EXCEPT_OF
