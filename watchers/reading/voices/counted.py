"""Those who were named together, by their number: "both are in favour", "neither wants it", "the two leaders".

Knows numbers and what may follow them. Knows no names.
"""

from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE

_NUMBERS = {"both": 2, "neither": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_ALONE = frozenset({"both", "neither"})
_LEADS = frozenset({"all", "the"})
_HEADS = frozenset({
    "capital", "capitals", "chancellors", "countries", "country", "government", "governments", "leader", "leaders", "men",
    "minister", "ministers", "nations", "politicians", "premiers", "presidents", "women",
})  # fmt: skip
#: Tokens from "both" to the "and" of "both Italy and Spain".
_AND_REACH = 6


def counted(words: list[str], i: int) -> tuple[int, int] | None:
    """How many are meant at token `i`, and where their phrase ends."""
    k = i + (words[i] in _LEADS)
    number = _NUMBERS.get(words[k]) if k < len(words) else None
    if number is None or (words[k] in _ALONE) != (k == i):
        return None
    rest = words[k + 1 : k + 1 + _AND_REACH]
    if rest[:2] == ["of", "them"]:
        return number, k + 3
    if rest and rest[0] in _HEADS:
        return number, k + 2
    if words[k] in _ALONE and not {"and", "nor"}.isdisjoint(rest):
        return None
    goes_on = bool(rest) and (rest[0] in BE or rest[0] in AUXILIARIES or rest[0] in ADVERBS)
    return (number, k + 1) if goes_on else None
