"""Whether a claim's words are said of another matter: "security guarantees for Taiwan", "Russia's consent to a truce".

Knows the words around a mention and what else a claim's words may go with. Knows no cue and no speaker.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from watchers.claims import Claim
from watchers.reading.matter.keywords import Concept, Pattern
from watchers.reading.matter.mentions import Concepts, Mention, match
from watchers.reading.matter.possession import Span
from watchers.reading.text.document import Sentence

#: Tokens behind a mention in which it is said what it is for.
_REACH, _REACH_OF_CLAUSE = 6, 9
_STOPS = frozenset({
    ",", ";", ":", ".", "?", "!", "-", "--", "and", "but", "before", "after", "until", "without",
    "if", "once", "while", "because", "since",
})  # fmt: skip
#: What goes between a promise and whom it is made to.
_TO_WHOM = frozenset({"for", "to"})
#: What goes between a matter and the one whose it is.
_WHOSE = frozenset({"of", "for", "by"})
_ARTICLES = frozenset({"the", "a", "an", "its", "any"})
_HIMSELF = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})
_HIS = frozenset({"his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words of a claim must go with, and what makes them another matter."""

    #: What it is about: first among what follows, it tells that the claim is meant.
    own: frozenset[Concept]
    #: What else its words may be said of.
    other: frozenset[Concept]
    #: The country for which it is, and of which a promise to "itself" must be: empty where that does not matter.
    whom: str = ""
    #: The country whose it is: the same of another one is another matter; empty where it may be another's.
    whose: str = ""


class OtherMatters:
    """Tells of the shipped claims' mentions which mean another matter; compiled once."""

    def __init__(self, claims: Iterable[Claim], parse: Callable[[str, str, int], Pattern]) -> None:
        self._bounds: dict[str, Bounds] = {}
        #: Claim -> words in their order that mean another matter.
        self._phrases: dict[str, list[Pattern]] = {}
        for claim in claims:
            self._phrases[claim.id] = [
                parse(claim.id, phrase, 1) for phrase in claim.exclude if ">" in phrase
            ]
            if claim.own or claim.other:
                own, other = (
                    frozenset(_concepts(parse(claim.id, phrase, 1) for phrase in phrases))
                    for phrases in (claim.own, claim.other)
                )
                self._bounds[claim.id] = Bounds(own, other, claim.whom, claim.whose)
        #: All concepts that are looked at.
        self.concepts = frozenset(
            concept for bounds in self._bounds.values() for concept in bounds.own | bounds.other
        ).union(*(_concepts(patterns) for patterns in self._phrases.values()))

    def without(self, mention: Mention, sentence: Sentence, concepts: Concepts) -> Mention | None:
        """The mention, kept for the one who must hold it, or `None` where its words mean another matter."""
        for pattern in self._phrases.get(mention.claim, ()):
            other = match(sentence, concepts, pattern, plain=True)
            if other and other.i < mention.j and mention.i < other.j:
                return None
        limits = self._bounds.get(mention.claim)
        return _bounded(mention, sentence.words, concepts, limits) if limits else mention


def _concepts(patterns: Iterable[Pattern]) -> Iterable[Concept]:
    return (c for pattern in patterns for element in pattern.elements for c in element)


def _bounded(
    mention: Mention, words: list[str], concepts: Concepts, limits: Bounds
) -> Mention | None:
    last = max((*mention.anchors, *mention.names), key=lambda s: s[1])
    thing = max(mention.anchors, default=last, key=lambda s: s[1])
    if any(_is_other_thing(words, concepts, limits, end) for _, end in (thing, last)):
        return None
    if _stands_before(mention, words, concepts, limits.other):
        return None
    if limits.whose and _is_anothers(mention, words, concepts, limits.whose):
        return None
    if limits.whom:
        to = _to_whom(words, concepts, thing[1], limits.whom)
        if to == "another":
            return None
        if to == "self":
            return replace(mention, only=limits.whom)
    return mention


def _is_other_thing(words: list[str], concepts: Concepts, limits: Bounds, end: int) -> bool:
    """Whether what follows at `end` names another thing before it names the claim's own."""
    clause = words[end : end + 1] == ["that"]
    reach = _reach(words, end, _REACH_OF_CLAUSE if clause else _REACH)
    other = _first(concepts, limits.other, end, reach)
    if other is None:
        return False
    own = _first(concepts, limits.own, end, reach)
    return clause or own is None or own[0] > other[0] or own[1] == other[0]


def _reach(words: list[str], start: int, most: int) -> int:
    for k in range(start, min(start + most, len(words))):
        if words[k] in _STOPS:
            return k
    return min(start + most, len(words))


def _first(concepts: Concepts, kinds: frozenset[Concept], start: int, end: int) -> Span | None:
    held = kinds & concepts.at.keys()
    spans = (s for kind in held for s in concepts.at[kind] if start <= s[0] < end)
    return min(spans, default=None)


def _stands_before(
    mention: Mention, words: list[str], concepts: Concepts, other: frozenset[Concept]
) -> bool:
    """As in "energy security", "a legally binding arms treaty" and "Article 5 of the trade treaty"."""
    spans = [span for kind in other & concepts.at.keys() for span in concepts.at[kind]]
    if not spans:
        return False
    taken = {*mention.anchors, *mention.names}
    starts = {mention.i, *(i for i, _ in mention.anchors)}
    return any(
        (begin, end) not in taken
        and (
            end in starts
            or (end + 1 in starts and words[end] == "'s")
            or any(begin < j and i < end for i, j in mention.anchors)
        )
        for begin, end in spans
    )


def _is_anothers(mention: Mention, words: list[str], concepts: Concepts, whose: str) -> bool:
    """As in "Sweden's membership of NATO" and "entry of Finland"."""
    inside = range(mention.i, mention.j)
    nations = {s: n for n, s in _nations(concepts)}
    if any(n == whose and s[0] in inside for s, n in nations.items()):
        return False
    for (start, end), nation in nations.items():
        if nation == whose or (start, end) in mention.names:
            continue
        gap = words[end : mention.i]
        if end <= mention.i and gap in ([], ["'s"], ["'"]):
            return True
        lead = words[max(start - 2, 0) : start]
        if start >= mention.j and start - mention.j <= 2 and lead and _WHOSE & set(lead):
            return True
    return False


def _to_whom(words: list[str], concepts: Concepts, end: int, whom: str) -> str:
    """For whom a promise is that ends at `end`: another, self, or neither as far as the words tell."""
    if end >= len(words) or words[end] not in _TO_WHOM:
        return ""
    following = words[end + 1 : end + 3]
    if following and (
        following[0] in _HIMSELF
        or (following[0] in _HIS and following[1:] in (["own"], ["country"]))
    ):
        return "self"
    reach = _reach(words, end + 1, 4)
    named = {n for n, s in _nations(concepts) if end < s[0] < reach}
    first = end + 2 if words[end + 1 : end + 2] and words[end + 1] in _ARTICLES else end + 1
    starts = {s[0] for n, s in _nations(concepts) if n != whom}
    return "another" if whom not in named and first in starts else ""


def _nations(concepts: Concepts) -> list[tuple[str, Span]]:
    return [(name, s) for (kind, name), at in concepts.at.items() if kind == "@" for s in at]
