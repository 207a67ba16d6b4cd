"""Whether words of a user's claim stand for the same thing elsewhere: cluster bombs for Israel, 2 percent of GDP.

Knows the names and percentages that the user wrote. Knows no cue and no speaker.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchers.reading.matter.claim_words import Wording
from watchers.reading.matter.keywords import HOLDER, Concept
from watchers.reading.matter.mentions import Concepts, Mention
from watchers.reading.words.inflect import stem
from watchers.reading.words.places import PLACES
from watchers.reading.words.shares import is_share

_PLACES = frozenset(map(stem, PLACES))
#: Behind these stands whose or where a thing is; a capital behind "in" may be where one speaks.
_TOWARDS = frozenset({"for", "to", "on", "over", "against", "through", "into", "off", "of", "with"})
#: Mentions by a part of a claim's words.
_BY_HALF = frozenset({"echo", "near"})
#: Nouns that make a quarrel of a thing: "a tariff war".
_QUARRELS = frozenset(map(stem, ("battle", "dispute", "row", "spat", "truce", "war")))
#: Tokens behind "on" in which it is said on what a thing is put, and those that say no more than was said before.
_OBJECT_REACH = 5
_AGAIN = frozenset(map(stem, ("it", "such", "that", "them", "these", "this", "those")))
#: What is put on things.
_PUT_ON = frozenset(
    map(
        stem,
        (
            "ban",
            "curb",
            "curbs",
            "duties",
            "duty",
            "levy",
            "restriction",
            "sanction",
            "tariff",
            "tax",
        ),
    )
)
_IN = frozenset({"in", "inside", "across", "near"})
_INTO = frozenset({"of", "in", "to", "into"})
#: Tokens between such a word and the name: "on the new rulers of" is too far.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a user's words say of where and whose a claim's matter is."""

    #: Everything that they name.
    words: frozenset[Concept]
    #: Countries and places of which the proposition speaks, bodies apart; one must be named for another to be no matter.
    parties: frozenset[Concept]
    #: The bodies that somebody joins.
    joined: frozenset[Concept]
    #: Percentages of which the proposition or a keyword speaks, where the proposition speaks of one.
    shares: frozenset[str]
    #: Whether the proposition tells the deed of somebody whom it names.
    is_deed: bool


class Elsewhere:
    """Compiled once."""

    def __init__(self, wordings: Iterable[Wording], bodies: frozenset[str]) -> None:
        self._bounds = {w.claim: _bounds(w, bodies) for w in wordings}
        self._bodies = bodies

    def here(self, mentions: Iterable[Mention], concepts: Concepts) -> list[Mention]:
        """The mentions that no other place or number takes away."""
        return [m for m in mentions if not self._is_elsewhere(m, concepts)]

    def _is_elsewhere(self, mention: Mention, concepts: Concepts) -> bool:
        bounds = self._bounds.get(mention.claim)
        if bounds is None:
            return False
        if self._is_other_share(bounds, concepts):
            return True
        if self._is_other_body(mention, bounds, concepts):
            return True
        if mention.how in _BY_HALF and self._is_of_another(mention, bounds, concepts):
            return True
        if not bounds.parties or any(concepts.at.get(party) for party in bounds.parties):
            return False
        return self._is_for_others(mention, bounds, concepts)

    def _is_other_share(self, bounds: Bounds, concepts: Concepts) -> bool:
        """As in "2 percent of GDP" where the claim is 5 percent."""
        return bool(bounds.shares and concepts.shares) and bounds.shares.isdisjoint(concepts.shares)

    def _is_other_body(self, mention: Mention, bounds: Bounds, concepts: Concepts) -> bool:
        """As in "Sweden's membership of the EU" where the claim is of NATO."""
        if not bounds.joined or any(concepts.at.get(body) for body in bounds.joined):
            return False
        ends = {mention.j, *(j for _, j in mention.anchors)}
        others = {
            i
            for kind, name in concepts.at
            if kind == "@" and name in self._bodies
            for i, _ in concepts.at[kind, name]
        }
        return any(
            concepts.stems[k : k + 1] and concepts.stems[k] in _INTO and i - k in (1, 2)
            for k in ends
            for i in others
        )

    @staticmethod
    def _is_of_another(mention: Mention, bounds: Bounds, concepts: Concepts) -> bool:
        """As in "American missiles", "tariffs on ships" and "a tariff war" where the claim is of Russian ones and of cars."""
        begin, end = min(i for i, _ in mention.anchors), max(j for _, j in mention.anchors)
        stems = concepts.stems
        behind = stems[end : end + 1]
        if behind and behind[0] in _QUARRELS:
            return True
        if bounds.is_deed and any(
            kind == "@" and (kind, name) not in bounds.words and any(j == begin for _, j in spans)
            for (kind, name), spans in concepts.at.items()
        ):
            return True
        if behind != ["on"] or stems[end - 1] not in _PUT_ON:
            return False
        named = (s for c in bounds.words for s in concepts.at.get(c, ()))
        return all(not end <= i < end + _OBJECT_REACH for i, _ in named) and _AGAIN.isdisjoint(
            stems[end : end + _OBJECT_REACH]
        )

    def _is_for_others(self, mention: Mention, bounds: Bounds, concepts: Concepts) -> bool:
        stems = concepts.stems
        ends = {mention.j, *(j for _, j in mention.anchors)}
        return any(
            k < len(stems)
            and (
                (
                    stems[k] in _TOWARDS
                    and self._is_foreign(k + 1, bounds, concepts, also_capitals=True)
                )
                or (
                    stems[k] in _IN
                    and self._is_foreign(k + 1, bounds, concepts, also_capitals=False)
                )
            )
            for k in ends
        )

    def _is_foreign(
        self, k: int, bounds: Bounds, concepts: Concepts, *, also_capitals: bool
    ) -> bool:
        for i in range(k, min(k + _REACH, len(concepts.stems))):
            if concepts.stems[i] in _PLACES:
                return not self._is_own(i, bounds, concepts)
            names = [
                c
                for c, spans in concepts.at.items()
                if c[0] == "@" and any(s[0] == i for s in spans)
            ]
            if names:
                return also_capitals and not any(
                    c in bounds.words or c[1] in self._bodies for c in names
                )
        return False

    @staticmethod
    def _is_own(i: int, bounds: Bounds, concepts: Concepts) -> bool:
        return ("=", concepts.stems[i]) in bounds.words or any(
            c in bounds.words and any(s[0] <= i < s[1] for s in spans)
            for c, spans in concepts.at.items()
        )


def _bounds(wording: Wording, bodies: frozenset[str]) -> Bounds:
    said = wording.proposition
    phrases = (*wording.keywords, said, *wording.unwanted)
    words = frozenset(c for phrase in phrases for element in phrase.elements for c in element)
    names = frozenset(
        c
        for element, is_name in zip(said.elements, said.names, strict=True)
        if is_name or any(kind == "=" and word in _PLACES for kind, word in element)
        for c in element
    )
    joins = any(("fam", "JOIN") in element for element in said.elements)
    has_share = any(is_share(word) for element in said.elements for _, word in element)
    return Bounds(
        words=words,
        parties=frozenset(c for c in names if c[1] not in bodies),
        joined=frozenset(c for c in names if joins and c[1] in bodies),
        shares=frozenset(word for _, word in words if is_share(word)) if has_share else frozenset(),
        is_deed=wording.doer not in ("", HOLDER),
    )
