"""Of things that a proposition has given to somebody: what else is done with them, what goes with them, and how they are kept.

"Greece will repair its Patriots" and "ammunition for the Patriots" give nobody a Patriot; "cannot part with them" gives none
away, and who keeps them gives none. Knows a sentence's words. Knows no cue and no speaker.
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.possession import Span
from watchers.reading.words.inflect import phrase_forms

GIVE, SELL = ("fam", "GIVE"), ("fam", "SELL")


def _forms(*verbs: str) -> dict[str, str]:
    return {form: tag for verb in verbs for form, tag in phrase_forms(verb).items()}


#: What is done with a thing by whoever has it, or would have it.
_BUYING = _forms("acquire", "buy", "order", "procure", "purchase")
_OTHER = _forms(
    "assemble", "deploy", "maintain", "manufacture", "modernise", "modernize", "overhaul", "produce", "refurbish",
    "repair", "replace", "service", "station", "store", "upgrade",
)  # fmt: skip
_GIVING_AWAY = _forms("do without", "give away", "give up", "part with", "relinquish", "spare")
_KEEPING = _forms("hold on to", "keep", "retain")
#: What goes with a thing, or becomes of it.
_BESIDE = frozenset({
    "ammunition", "component", "components", "contract", "contracts", "course", "courses", "crew", "crews", "instructors", "interceptor",
    "interceptors", "maintenance", "mechanics", "missile", "missiles", "modernisation", "modernization", "order", "orders", "overhaul",
    "parts", "pilots", "production", "programme", "purchase", "radars", "repair", "repairs", "servicing", "shells", "simulators", "spares",
    "technicians", "training", "upgrade", "upgrades", "upkeep",
})  # fmt: skip
_OF = frozenset({"for", "of", "on"})
#: What may stand before the thing and tell which and how many.
_WHICH = frozenset({
    "a", "additional", "all", "an", "any", "dozen", "dozens", "few", "five", "four", "her", "his", "hundred", "its", "many", "more", "new", "of",
    "old", "one", "our", "own", "remaining", "second", "several", "six", "some", "such", "ten", "the", "their", "these", "those", "three",
    "two",
})  # fmt: skip
#: Tokens of all that.
_WHICH_MAX = 5
_BE = frozenset({"are", "be", "been", "being", "is", "was", "were"})


def given(
    mention: Mention, words: list[str], own: Collection[Span], deeds: Collection[Span]
) -> Mention:
    """A mention with how its thing is given away or kept taken in; faint where something else is done with it.

    `own` are the places of the claim's own words, `deeds` those of verbs and of words for giving.
    """
    thing = [span for span in mention.anchors if span not in deeds]
    if not thing:
        return mention
    begin, end = min(i for i, _ in thing), max(j for _, j in thing)
    first = begin
    while first > max(0, begin - _WHICH_MAX) and _is_which(words[first - 1]):
        first -= 1
    while words[first : first + 1] == ["of"]:
        first += 1  # "the delivery of", and not "any of its"
    kept = _ends_before(words, first, _KEEPING)
    away = _ends_before(words, first, _GIVING_AWAY)
    if kept and not _is_closed(words, end):
        return replace(mention, how="faint")
    if span := kept or away:
        form = (_KEEPING if kept else _GIVING_AWAY)[" ".join(words[span[0] : span[1]])]
        return replace(
            mention, i=min(mention.i, span[0]), act=form, anchors=(*mention.anchors, span), matter=(*mention.matter, span),
            polarity=-mention.polarity if kept else mention.polarity,
        )  # fmt: skip
    taken = {k for i, j in own for k in range(i, j)}
    return replace(mention, how="faint") if _is_other(words, first, end, taken) else mention


def _is_other(words: list[str], first: int, end: int, taken: Collection[int]) -> bool:
    """Whether something else is done with the thing from `first` to `end`, or something that goes with it is meant."""
    k = first - 1
    if k >= 0 and k not in taken:
        if words[k] in _OTHER or (words[k] in _BUYING and not _is_for_other(words, end)):
            return True
        if words[k] in _OF and k and words[k - 1] in _BESIDE and k - 1 not in taken:
            return True
    behind = words[end : end + 3]
    if behind and end not in taken and behind[0] in _BESIDE:
        return True
    return len(behind) > 1 and any(
        a in _BE and _OTHER.get(b) in ("part", "past") for a, b in pairwise(behind)
    )


def _is_for_other(words: list[str], k: int) -> bool:
    """As in "buy tanks for Ukraine": and not "for its own army"."""
    return words[k : k + 1] == ["for"] and words[k + 1 : k + 2] not in (["its"], ["their"], ["the"])


def _is_which(word: str) -> bool:
    return word in _WHICH or word.isdigit()


def _ends_before(words: list[str], k: int, verbs: Collection[str]) -> Span | None:
    """Where one of some verbs stands that ends before token `k`."""
    return next(
        ((k - n, k) for n in (3, 2, 1) if k >= n and " ".join(words[k - n : k]) in verbs), None
    )


def _is_closed(words: list[str], k: int) -> bool:
    """Whether nothing follows that tells how a thing is kept: "keep the tanks in reserve"."""
    return k >= len(words) or not words[k].isalpha() or words[k] in ("and", "as", "but", "for")
