"""A cheap look at a text: could it name one of these claims at all? Often wrongly yes, never wrongly no.

Knows how keywords are met: through families of words and stems, near each other. Here nearness and
names are left out, and words are looked for as runs of letters, a hundred times faster than reading.
"""

from collections import defaultdict
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from watchers.claims import Claim
from watchers.reading.matter.keywords import Concept, Pattern
from watchers.reading.matter.siblings import ENOUGH_KNOWN
from watchers.reading.reader import Reader
from watchers.reading.text.document import fold
from watchers.reading.words.shares import PERCENT_SIGNS, is_share, written
from watchers.reading.words.vocabulary import family_entries, name_entries
from watchers.watchlist import Watchlist

#: Letters at a stem's end that the word's other forms may not share: "study", "studies".
_CHANGED = 1
#: A shorter run of letters stands in nearly every text.
_SHORTEST = 3
#: What the words of a user's claim must weigh together that a text has: less than reading asks for near each
#: other (`siblings.ENOUGH_KNOWN`), since it may carry on what a headline named.
_WORTH_READING = 0.85 * ENOUGH_KNOWN


class Look:
    """Compiled once for some claims, used on many texts."""

    def __init__(
        self,
        watchlist: Watchlist,
        reader: Reader,
        claims: frozenset[str],
        phrases: tuple[str, ...] = (),
    ) -> None:
        """For all that names the claims; with `phrases`, for these alone as keywords of theirs."""
        forms = forms_of(watchlist)
        #: Elements of a pattern, each met by any of its letters' runs; by number.
        self._patterns: list[frozenset[int]] = []
        self._always = False
        self._elements: dict[frozenset[str], int] = {}
        #: For each of a user's claims its words: element, idea, weight.
        self._weighed: list[list[tuple[int, int, float]]] = []
        for claim_id in claims if phrases else ():
            for phrase in phrases:
                pattern = reader.knowledge.topics.parse(claim_id, phrase, 1)
                self._add(_content_of(pattern, forms))
        if not phrases:
            self._add_claims(watchlist, reader, claims, forms)
        self._search, self._meets = _search_for(self._elements)

    def _add_claims(
        self,
        watchlist: Watchlist,
        reader: Reader,
        claims: frozenset[str],
        forms: dict[Concept, set[str]],
    ) -> None:
        topics = reader.knowledge.topics
        for pattern in topics.patterns:
            if pattern.claim in topics.siblings.weights and pattern.claim in claims:
                self._add(_spelt(pattern, forms, but=topics.owner(pattern.claim)))
            elif pattern.claim in claims:
                self._add(_content_of(pattern, forms))
        for claim in (claim for claim in watchlist.claims if claim.id in claims):
            # A user's own claim is also found by enough of its words.
            words = topics.siblings.weights.get(claim.id, {})
            self._weighed.append(
                [
                    (self._number(frozenset(runs_of(concept, forms))), weight.idea, weight.names)
                    for concept, weight in words.items()
                ]
            )
            if claim.doer or not claim.context:
                self._add_soldiers(claim, watchlist)

    def names_one(self, text: str) -> bool:
        """Whether the text could name one of the claims; also for a page's markup."""
        if self._always:
            return True
        found = self._search.find_matches_as_indexes(fold(text), overlapping=True)
        met: set[int] = set()
        for number in {number for number, _, _ in found}:
            met |= self._meets[number]
        return any(pattern <= met for pattern in self._patterns) or any(
            _adds_up(words, met) for words in self._weighed
        )

    def _add_soldiers(self, claim: Claim, watchlist: Watchlist) -> None:
        """For claims about soldiers, whether shipped as such or worded so by a user."""
        nouns = {fold(word) for word in (*watchlist.soldiers.men, *watchlist.soldiers.force)}
        nouns |= {"force", "soldier", "troop", "peacekeeper"}
        if claim.doer or any(noun in fold(claim.proposition) for noun in nouns):
            for noun in nouns:
                self._add([frozenset({noun})])

    def _add(self, elements: Iterable[frozenset[str]]) -> None:
        known = [
            one
            for one in elements
            if all(len(run) >= _SHORTEST or run in PERCENT_SIGNS for run in one)
        ]
        if not known:
            self._always = True
        self._patterns.append(frozenset(self._number(one) for one in known))

    def _number(self, element: frozenset[str]) -> int:
        return self._elements.setdefault(element, len(self._elements))


def _adds_up(words: Iterable[tuple[int, int, float]], met: set[int]) -> bool:
    held: dict[int, float] = {}
    for element, idea, weight in words:
        if element in met:
            held[idea] = max(weight, held.get(idea, 0.0))
    return sum(held.values()) >= _WORTH_READING


def forms_of(watchlist: Watchlist) -> dict[Concept, set[str]]:
    """How each family and each country is written."""
    forms: dict[Concept, set[str]] = defaultdict(set)
    for phrase, entry in family_entries(watchlist.families):
        forms["fam", entry.value[0]].add(" ".join(fold(phrase).split()))
    for phrase, entry in name_entries(watchlist.world):
        if entry.kind in ("name", "adj", "demonym"):
            forms["@", entry.value].add(" ".join(fold(phrase).split()))
    return forms


def _search_for(elements: dict[frozenset[str], int]) -> tuple[AhoCorasick, list[frozenset[int]]]:
    """A search for every run of letters, and which elements each one meets."""
    runs: dict[str, set[int]] = defaultdict(set)
    for letters, number in elements.items():
        for run in letters:
            runs[run].add(number)
    search = AhoCorasick(list(runs) or ["\0"], matchkind=MatchKind.Standard)
    return search, [frozenset(numbers) for numbers in runs.values()]


def _content_of(pattern: Pattern, forms: dict[Concept, set[str]]) -> list[frozenset[str]]:
    """The runs of letters of each element that is no name; of all, where there are names alone."""
    return [
        frozenset(run for concept in element for run in runs_of(concept, forms))
        for element, is_name in zip(pattern.elements, pattern.names, strict=True)
        if not is_name or all(pattern.names)
    ]


def _spelt(pattern: Pattern, forms: dict[Concept, set[str]], *, but: str) -> list[frozenset[str]]:
    """The runs of letters of each element but the name that goes without saying in its own mouth."""
    return [
        frozenset(run for concept in element for run in runs_of(concept, forms))
        for element in pattern.elements
        if ("@", but) not in element
    ]


def runs_of(concept: Concept, forms: dict[Concept, set[str]]) -> Iterable[str]:
    """The runs of letters that a concept is met by."""
    kind, name = concept
    if kind == "alone":
        return PERCENT_SIGNS
    if is_share(name):
        return written(name)
    if kind == "fam!":
        return forms["fam", name]
    if kind != "=":
        return forms[concept]
    return (name[:-_CHANGED] if len(name) > _SHORTEST else name,)
