"""Which claims are about soldiers in which place, and which of them somebody speaks to who speaks of soldiers.

Knows the claims and the names of places. Whose position it is is decided when the holder is known: "our soldiers"
are another claim in Washington than in Warsaw.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from watchers.claims import Claim, Soldiers
from watchers.reading.matter.soldier_words import JOINT
from watchers.reading.text.document import fold

#: Characters from soldiers to the end of the place that goes with them.
_PLACE_REACH = 40
#: Words between soldiers and the place that keeps them: "are needed in Lithuania".
_KEPT = r"(?:(?:already|are|based|be|deployed|is|needed|now|remain|serve|serving|stationed|stay|were|will) ){0,3}"


@dataclass(frozen=True, slots=True)
class Deployment:
    """Claims about soldiers in one place: whose soldiers which claim is about."""

    #: "us", "own", "others" or an actor's id -> claim id.
    claims: Mapping[str, str]
    #: Folded names of the place; a force elsewhere is another matter.
    there: tuple[str, ...]
    elsewhere: tuple[str, ...]
    #: Actors that speak of others' soldiers and send none.
    outsiders: frozenset[str]
    #: Those of the other places that are no home of anybody who speaks: a text that begins with one is on that place.
    theatres: tuple[str, ...] = ()

    def place_of(self, text: str) -> int:
        """1 where a folded sentence names the place itself, -1 where it names another theatre alone, else 0."""
        if _one_of("", self.there).search(text):
            return 1
        return -1 if self.theatres and _one_of("", self.theatres).search(text) else 0

    def is_elsewhere(self, text: str, noun_at: int) -> bool:
        """Whether the soldiers named in a folded sentence, at a character, are in another place."""
        if _one_of("", self.there).search(text):
            behind = _one_of(
                rf"\S+ {_KEPT}(?:in|for|at|near|to) (?:the |southern |northern )?", self.elsewhere
            )
            return behind.match(text, noun_at, noun_at + _PLACE_REACH) is not None
        named = _one_of(
            "(?:in|to|for|from|at|of|near|southern|northern|eastern|the) ", self.elsewhere
        )
        return named.search(text) is not None


@cache
def _one_of(lead: str, places: tuple[str, ...]) -> re.Pattern[str]:
    """One of several places behind what leads to it."""
    return re.compile(rf"\b{lead}(?:{'|'.join(map(re.escape, places))})\b")


def _has(text: str, place: str) -> bool:
    return place in text and re.search(r"\b" + re.escape(place) + r"\b", text) is not None


def deployments(
    claims: Iterable[Claim], soldiers: Soldiers, countries: Mapping[str, str]
) -> list[Deployment]:
    """The shipped claims about soldiers, and those that a user's propositions speak of.

    `countries` maps folded country names to actors.
    """
    theatres = tuple(p for p in _folded(soldiers.elsewhere) if p not in countries)
    made = []
    shipped = {claim.doer: claim.id for claim in claims if claim.doer}
    if shipped:
        made.append(
            Deployment(
                shipped,
                _folded(soldiers.there),
                _folded(soldiers.elsewhere),
                frozenset({"russia", "ukraine", "belarus"}),
                theatres,
            )
        )
    by_place: dict[str, dict[str, str]] = {}
    nouns = [
        *_folded(soldiers.men),
        *_folded(soldiers.force),
        "force",
        "soldiers",
        "troops",
        "peacekeepers",
    ]
    for claim in claims:
        text = fold(claim.proposition)
        if claim.doer or claim.context or not any(_has(text, noun) for noun in nouns):
            continue
        found = re.search(
            r"\b(?:in|to|on) (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)*)", claim.proposition
        )
        if not found:
            continue
        place = fold(found[1])
        first = text.split()[0]
        doer = (
            "own"
            if re.search(r"\bown\b", text)
            else countries.get(" ".join(text.split()[:2]), countries.get(first, "others"))
        )
        by_place.setdefault(place, {})[doer] = claim.id
    for place, ids in by_place.items():
        there = (place, *_nicknames(place, [c for c in claims if c.id in ids.values()]))
        others = tuple(p for p in (*_folded(soldiers.elsewhere), "ukraine") if p not in there)
        outsiders = frozenset({countries[place]} if place in countries else ())
        made.append(Deployment(ids, there, others, outsiders))
    return made


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words if word != "there")


def _nicknames(place: str, claims: list[Claim]) -> tuple[str, ...]:
    """Other names of the place in the keywords: "in the Strip", "in the enclave"."""
    found = [
        fold(m[1])
        for claim in claims
        for k in claim.keywords
        for m in re.finditer(r"\bin the (\w+)", k)
    ]
    return tuple(dict.fromkeys(w for w in found if w != place))


def claim_of(
    deployment: Deployment, doer: str, holder: str, *, collective: bool
) -> tuple[str, str] | None:
    """(whose position it is, claim) for soldiers of `doer` in the mouth of `holder`.

    `collective` holders have no soldiers of their own; outsiders speak of others' soldiers.
    """
    claims = deployment.claims
    others = claims.get("others")
    if JOINT in doer:
        doer = holder if holder in doer.split(JOINT) else "west"
    if doer in claims and doer not in ("own", "others"):
        return holder, claims[doer]
    mine = claims.get(holder, claims.get("own"))
    if doer == "west":
        return (holder, others) if others else None
    if holder in deployment.outsiders and doer == "own":
        return None  # Ukraine's "our troops" are no foreign force
    if collective or holder in deployment.outsiders:
        return (holder, others) if others else None
    if doer in ("own", "bare", holder):
        return (holder, mine) if mine else (holder, others) if others else None
    return (doer, claims["own"]) if "own" in claims else None
