"""Whose a thing is and what it is for: "American backing", "a pledge by the Americans", "US support for Israel".

Knows tokens and the forms of verbs. Knows no claim.
"""

from collections.abc import Iterable, Mapping

Span = tuple[int, int]

#: Tokens between an owner and the thing: "America's strong and lasting support".
_BEFORE = 3
#: Tokens between a thing and its owner: "support from the government of".
_BEHIND = 3
#: How names end that may stand before a noun as they are, and such names besides.
_ADJECTIVE_ENDS = ("an", "-led", "ish")
_ADJECTIVES = frozenset({"eu", "nato", "u.s.", "us", "western"})
_POSSESSIVE = frozenset({"'", "'s"})
_OWNED = frozenset({"by", "for", "from", "of"})
#: What may stand between "of" and the owner.
_TITLES = frozenset({"all", "its", "our", "president", "the", "their"})
#: What tells what a thing is for, and what tells no more than that it is for what was spoken of.
_PURPOSE = frozenset({
    "against", "at", "for", "in", "into", "of", "on", "over", "to", "towards", "with", "within",
})  # fmt: skip
_AS_BEFORE = frozenset({
    "air", "any", "background", "case", "deal", "effort", "europe", "europeans", "event", "it", "later", "package",
    "plan", "rear", "return", "scheme", "sky", "such", "that", "them", "these", "this", "those", "us", "whole",
})  # fmt: skip
#: What no owner reaches across.
_STOPS = frozenset({
    "\"", "'", "(", ")", ",", ":", ";", "after", "against", "are", "as", "at", "be", "been", "but", "by", "can",
    "could", "did", "does", "for", "from", "had", "has", "have", "if", "in", "is", "may", "might", "must", "not",
    "of", "on", "or", "said", "says", "should", "that", "the", "to", "was", "were", "which", "who", "will", "with",
    "would", "–",
})  # fmt: skip


def owned(
    words: list[str], verbs: Mapping[Span, str], owners: Iterable[Span], things: list[Span]
) -> dict[Span, tuple[Span, Span]]:
    """The tokens of each owner with what is his -> the two of them."""
    return {
        (min(owner[0], thing[0]), max(owner[1], thing[1])): (owner, thing)
        for owner in owners
        for thing in things
        if _is_before(words, owner, thing, verbs) or _is_behind(words, thing, owner, verbs)
    }


def _is_before(words: list[str], owner: Span, thing: Span, verbs: Mapping[Span, str]) -> bool:
    if verbs.get(thing) or not owner[1] <= thing[0] <= owner[1] + _BEFORE:
        return False
    between = words[owner[1] : thing[0]]
    if between[:1] and between[0] in _POSSESSIVE:
        return _STOPS.isdisjoint(between[1:])
    last = words[owner[1] - 1]
    is_adjective = last.endswith(_ADJECTIVE_ENDS) or last in _ADJECTIVES
    return is_adjective and _STOPS.isdisjoint(between)


def _is_behind(words: list[str], thing: Span, owner: Span, verbs: Mapping[Span, str]) -> bool:
    if not thing[1] < owner[0] <= thing[1] + _BEHIND:
        return False
    link, *rest = words[thing[1] : owner[0]]
    if link != "by" and words[owner[1] - 1].endswith("an"):
        return False  # "the support of American business"
    return link in ({"by"} if verbs.get(thing) else _OWNED) and _TITLES.issuperset(rest)


def is_for_another(words: list[str], end: int) -> bool:
    """Whether it follows what a thing is for, and this is not what was spoken of: "American help to win"."""
    return (
        end < len(words)
        and words[end] in _PURPOSE
        and _AS_BEFORE.isdisjoint(words[end + 1 : end + 4])
    )
