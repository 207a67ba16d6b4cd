"""Which of a user's claims a sentence is on: their words weighed against each other, and on which side it names them.

Knows the concepts of propositions and keywords. Knows no cue, no speaker and no article: what the text was on
before is told from outside.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from watchers.reading.matter.claim_words import Deed, Weight, Wording, is_giving
from watchers.reading.matter.ended import STOP_REACH, Matched, names_thing, near
from watchers.reading.matter.giving import GIVE, SELL, given
from watchers.reading.matter.handled import handled
from watchers.reading.matter.keywords import Concept
from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.possession import Span
from watchers.reading.matter.rivals import Found, Named, overlap, told_by_keyword
from watchers.reading.words.general_words import GENERAL, NO_MATTER

#: Tokens around a claim's weightiest word in which its other words count.
REACH = 10
#: What a claim must hold of its words to be named, and to be named again.
ENOUGH, ENOUGH_KNOWN = 1.55, 1.35
#: What of that must tell it from the user's other claims, unless the text is on it already.
ENOUGH_TOLD = 0.6
#: A country's name says less of what is meant than another word.
_NAME = 0.6
#: A name that keywords alone mention, and not the proposition.
_ASIDE = 0.3
#: What a word is worth that one, two or more of the keywords and the proposition hold.
_SALIENCE = (0.4, 0.8, 1.0)
#: A word of the same family as a keyword's is worth this share of the keyword's own.
_RELATED = 0.8
#: A word too general to name a matter is worth this share.
_GENERAL_SHARE = 0.35
#: A claim whose words weigh less than this share of the best one's is not meant.
_RIVAL_SHARE = 0.8
#: What a word must weigh among the claims to say that the wanted side is named.
_TELLING = 0.3
#: Keywords of which it means something that all have a word.
_FEW = 3
#: Families that do away with what a proposition does not want.
_ENDING = ("HALT", "LIFT")


T = TypeVar("T", bound=Named)


class Siblings:
    """The claims of one configuration; compiled once."""

    def __init__(self, wordings: Iterable[Wording], opposites: Mapping[str, str]) -> None:
        self._wordings = {w.claim: w for w in wordings}
        self._opposites = opposites
        spread: dict[Concept, set[str]] = {}
        for wording in self._wordings.values():
            for phrase in (*wording.keywords, wording.proposition, *wording.unwanted):
                for element in phrase.elements:
                    for concept in element:
                        spread.setdefault(concept, set()).add(wording.claim)
        self._spread = {concept: len(claims) for concept, claims in spread.items()}
        #: The names that a proposition itself speaks of.
        self._parties = {
            c: frozenset(
                concept
                for element, name in zip(w.proposition.elements, w.proposition.names, strict=True)
                if name
                for concept in element
            )
            for c, w in self._wordings.items()
        }
        self.weights = {c: self._weigh(w) for c, w in self._wordings.items()}
        self._lengths = {c: _length(w.values()) for c, w in self.weights.items()}
        #: Claims whose proposition is for an end of something.
        self.endings = {c: w.ending for c, w in self._wordings.items() if w.ending}
        #: Claims whose proposition is that something is given to somebody.
        self._giving = frozenset(c for c, w in self._wordings.items() if is_giving(w))
        self.deeds_of = {
            c: Deed(w.doer, frozenset(name for kind, name in self.weights[c] if kind == "@"))
            for c, w in self._wordings.items()
            if w.doer
        }
        self._always = {c: _in_all(w) for c, w in self._wordings.items()}

    # -- compiled ------------------------------------------------------------------------------------

    def _weigh(self, wording: Wording) -> dict[Concept, Weight]:
        phrases = [*wording.keywords, wording.proposition, *wording.unwanted]
        ideas: list[tuple[set[Concept], bool, int]] = []
        for phrase in phrases:
            for element, name in zip(phrase.elements, phrase.names, strict=True):
                known = next((k for k, idea in enumerate(ideas) if idea[0] & element), None)
                if known is None:
                    ideas.append((set(element), name, 1))
                else:
                    ideas[known] = (
                        ideas[known][0] | element,
                        ideas[known][1] or name,
                        ideas[known][2] + 1,
                    )
        made: dict[Concept, Weight] = {}
        for number, (concepts, is_name, count) in enumerate(ideas):
            spread = max(self._spread[concept] for concept in concepts)
            for concept in sorted(concepts, reverse=True):  # one order, whatever the hash
                made[concept] = self._weight(
                    wording, number, concept, count, spread, is_name=is_name
                )
                made[concept] = replace(
                    made[concept], core=count > 1 and not is_name and concept[1] not in NO_MATTER
                )
        for concept, weight in [*made.items()]:
            opposite = ("fam", self._opposites.get(concept[1], "")) if concept[0] == "fam" else None
            if opposite is not None and opposite[1] and opposite not in made:
                made[opposite] = replace(weight, side=-1, idea=len(made) + 1000)
        return made

    def _weight(
        self,
        wording: Wording,
        idea: int,
        concept: Concept,
        count: int,
        spread: int,
        *,
        is_name: bool,
    ) -> Weight:
        total = len(self._wordings)
        salience = _SALIENCE[min(count, len(_SALIENCE)) - 1]
        if is_name:
            salience *= _NAME if concept in self._parties[wording.claim] else _ASIDE
        elif concept[1] in GENERAL:
            salience *= _GENERAL_SHARE
        elif concept[0] == "fam":
            salience *= _RELATED
        rare = 1 - math.log(spread) / math.log(total + 1) if total > 1 else 1.0
        side = 0
        if any(concept in element for p in wording.unwanted for element in p.elements):
            side = -1
        elif any(
            concept in element
            for element, name in zip(
                wording.proposition.elements, wording.proposition.names, strict=True
            )
            if not name
        ):
            side = 1
        return Weight(idea, salience, salience * rare, is_name, False, side)

    # -- in a sentence ---------------------------------------------------------------------------------

    def look(self, concepts: Matched, claim: str) -> Found | None:
        """Where most of a claim's words stand near each other."""
        weights = self.weights.get(claim)
        if not weights:
            return None
        places: dict[Span, Weight] = {}
        for concept, weight in weights.items():
            for span in concepts.at.get(concept, ()):
                known = places.get(span)
                if known is None or weight.names > known.names:
                    places[span] = weight
        best: Found | None = None
        for core, weight in places.items():
            if not weight.core:
                continue
            found = _around(core, places)
            if best is None or (found.total, found.tells) > (best.total, best.tells):
                best = found
        return best

    def lacks(self, claim: str, concepts: Matched) -> bool:
        """Whether a sentence is without a word that the proposition and every keyword of a claim have."""
        return not all(any(concepts.at.get(c) for c in idea) for idea in self._always[claim])

    def settle(self, mentions: list[T], concepts: Matched, preferred: Collection[str]) -> list[T]:
        """Of mentions over the same words, those whose claim has most of its own there."""
        mine = [m for m in mentions if m.claim in self.weights]
        if len({m.claim for m in mine}) < 2:
            return mentions
        looks = {m.claim: self.look(concepts, m.claim) for m in mine}
        beaten = {
            m.claim
            for m in mine
            for o in mine
            if m.claim != o.claim
            and overlap(m, o)
            and self._is_beaten(m, o, looks, concepts, preferred)
        }
        return [m for m in mentions if m.claim not in beaten]

    def _is_beaten(
        self,
        one: T,
        other: T,
        looks: Mapping[str, "Found | None"],
        concepts: Matched,
        preferred: Collection[str],
    ) -> bool:
        mine, theirs = looks[one.claim], looks[other.claim]
        if theirs is None or mine is None:
            return mine is None and theirs is not None
        told = told_by_keyword(one, mine, other, theirs)
        if told is not None:
            return told
        if set(mine.content) < set(theirs.content) and theirs.telling:
            return True
        if set(mine.content) == set(theirs.content) and self._is_told_by_name(
            one.claim, other.claim, concepts
        ):
            return False
        score, best = (
            found.tells / self._lengths[m.claim] for found, m in ((mine, one), (theirs, other))
        )
        if score < _RIVAL_SHARE * best:
            return True
        same = set(mine.content) == set(theirs.content) and set(mine.names) == set(theirs.names)
        return same and other.claim in preferred and one.claim not in preferred

    def _is_told_by_name(self, claim: str, other: str, concepts: Matched) -> bool:
        """Whether a sentence has a name of which this proposition speaks and the other does not."""
        return any(concepts.at.get(name) for name in self._parties[claim] - self._parties[other])

    def is_ambiguous(self, claim: str, concepts: Matched) -> bool:
        """Whether a claim's words here are those of another claim as well, and nothing tells them apart."""
        mine = self.look(concepts, claim)
        if mine is None:
            return False
        words = {*mine.content, *mine.names}
        for other in self.weights:
            theirs = self.look(concepts, other) if other != claim else None
            if self._is_told_by_name(claim, other, concepts):
                continue
            if theirs is not None and words <= {*theirs.content, *theirs.names}:
                share = mine.tells / self._lengths[claim]
                if share <= theirs.tells / self._lengths[other] / _RIVAL_SHARE:
                    return True
        return False

    def side(self, claim: str, concepts: Matched, i: int, j: int) -> int:
        """-1 where the words at tokens `i` to `j` name what the claim does not want."""
        weights = self.weights.get(claim)
        if not weights:
            return 1
        here = [
            (span, weight)
            for concept, weight in weights.items()
            for span in concepts.at.get(concept, ())
            if i <= span[0] < j
        ]
        against = {s for s, w in here if w.side < 0}
        wanted = any(
            w.side > 0 and w.core and s not in against for s, w in here if w.tells > _TELLING
        )
        if not against or wanted:
            return 1
        return 1 if near(concepts, _ENDING, i, j) else -1

    def handled(self, mention: Mention, words: list[str], concepts: Matched) -> Mention:
        """A mention of a user's claim with what is done to it; if nobody knows what the claim would end, as it is."""
        claim = mention.claim
        if claim in self._giving:
            mine = (c for c in self.weights[claim] if c[0] == "=" or c == SELL)
            own = {s for c in mine for s in concepts.at.get(c, ())}
            deeds = {*concepts.at.get(GIVE, ()), *filter(concepts.verbs.get, concepts.verbs)}
            return given(mention, words, own, deeds)
        if claim not in self._wordings or self._wordings[claim].is_vague:
            return mention
        wanted = {
            span
            for c, weight in self.weights[claim].items()
            if weight.side > 0
            for span in concepts.at.get(c, ())
        }
        ending = self.endings.get(claim)
        if ending is not None and ending.families <= {"CUT"} and ("fam", "LIMIT") in ending.thing:
            return mention  # a limit that is lowered binds more: who lifts it does not lower it
        spans = (*mention.anchors, *mention.names)
        ends = ending is not None and (bool(mention.matter) or names_thing(ending, concepts, spans))
        its = (s for c in self.weights[claim] for s in concepts.at.get(c, ()))
        return handled(_widened(mention, its, concepts), words, wanted, ends=ends)

    def deeds(self, claim: str, concepts: Matched, i: int) -> list[Span]:
        """The proposition's own verb where it stands right before a mention: "recognises the state of …"."""
        return [
            span
            for concept, weight in self.weights.get(claim, {}).items()
            if (weight.core or concept[0] == "fam") and weight.side > 0
            for span in concepts.at.get(concept, ())
            if i - STOP_REACH <= span[0] < i and concepts.verbs.get(span)
        ]

    def own(self, claim: str, concepts: Matched, i: int, j: int) -> tuple[Span, ...]:
        """Where words of the proposition itself stand at tokens `i` to `j`, names apart."""
        return tuple(
            span
            for concept, weight in self.weights.get(claim, {}).items()
            if weight.side > 0 and concept[0] == "="
            for span in concepts.at.get(concept, ())
            if i <= span[0] < j
        )

    def is_wanted(self, claim: str, concepts: Matched, deed: Span) -> bool:
        """Whether a verb is among what the proposition is for: "send", and not "suspend"."""
        return bool(concepts.verbs.get(deed)) and any(
            weight.side > 0 and deed in concepts.at.get(concept, ())
            for concept, weight in self.weights[claim].items()
        )


def _around(core: Span, places: Mapping[Span, Weight]) -> Found:
    held: dict[int, tuple[Span, Weight]] = {}
    for span, weight in places.items():
        if abs(span[0] - core[0]) > REACH:
            continue
        known = held.get(weight.idea)
        if known is None or (abs(span[0] - core[0]), -weight.names) < (
            abs(known[0][0] - core[0]),
            -known[1].names,
        ):
            held[weight.idea] = (span, weight)
    held = _told_once(held)
    return Found(
        total=sum(w.names for _, w in held.values()),
        tells=sum(w.tells for _, w in held.values()),
        content=tuple(s for s, w in held.values() if not w.is_name),
        names=tuple(s for s, w in held.values() if w.is_name),
        core=core,
        telling=any(w.core and w.tells > _TELLING for _, w in held.values()),
    )


def _told_once(held: Mapping[int, tuple[Span, Weight]]) -> dict[int, tuple[Span, Weight]]:
    """The ideas of words that no longer expression of the claim's holds: "nuclear sharing" is not also "nuclear"."""
    spans = {span for span, _ in held.values()}
    return {
        idea: (span, weight)
        for idea, (span, weight) in held.items()
        if not any(i <= span[0] and span[1] <= j and (i, j) != span for i, j in spans)
    }


def _length(weights: Iterable[Weight]) -> float:
    """The length of a claim as a vector of its ideas."""
    ideas = {w.idea: w.tells for w in weights if w.side >= 0}
    return math.sqrt(sum(t * t for t in ideas.values())) or 1.0


def _widened(mention: Mention, mine: Iterable[Span], concepts: Matched) -> Mention:
    """A mention with the claim's own words right before it: "the Black Sea grain deal" for "the grain deal"."""
    ends = {j: i for i, j in mine if not concepts.verbs.get((i, j))}
    i = mention.i
    while i in ends:
        i = ends[i]
    return replace(mention, i=i)


def _in_all(wording: Wording) -> tuple[frozenset[Concept], ...]:
    """The words of a proposition that every keyword has."""
    if len(wording.keywords) < _FEW:
        return ()
    return tuple(
        element
        for element in wording.proposition.elements
        if all(any(element & e for e in phrase.elements) for phrase in wording.keywords)
    )
