"""How often each keyword of a claim is met in kept texts, and which keywords others make idle.

A keyword is met by a sentence that has all of its words, in any form. Reading asks for nearness too;
what is counted here is what a keyword could bring.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from watchers.look import forms_of, runs_of
from watchers.reading.matter.keywords import Concept
from watchers.reading.reader import Reader
from watchers.reading.text.document import fold
from watchers.watchlist import Watchlist

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword of a claim; the same phrase may stand in two."""

    claim: str
    phrase: str


def keywords_of(watchlist: Watchlist, claims: frozenset[str]) -> tuple[Keyword, ...]:
    """The keywords of these claims."""
    return tuple(
        Keyword(claim.id, phrase)
        for claim in watchlist.claims
        if claim.id in claims
        for phrase in claim.keywords
    )


class KeywordHits:
    """Compiled once for some keywords, used on many texts."""

    def __init__(self, watchlist: Watchlist, reader: Reader, keywords: Iterable[Keyword]) -> None:
        forms = forms_of(watchlist)
        self._wanted: dict[Keyword, frozenset[int]] = {}
        self.elements: dict[Keyword, tuple[frozenset[Concept], ...]] = {}
        numbers: dict[frozenset[Concept], int] = {}
        for keyword in keywords:
            elements = reader.knowledge.topics.parse(keyword.claim, keyword.phrase, 1).elements
            mine = {numbers.setdefault(one, len(numbers)) for one in elements}
            self._wanted[keyword] = frozenset(mine)
            self.elements[keyword] = elements
        runs = [(run, number) for element, number in numbers.items() for c in element for run in runs_of(c, forms)]  # fmt: skip
        self._meets = [number for _, number in runs]
        self._search = AhoCorasick([run for run, _ in runs] or ["\0"], matchkind=MatchKind.Standard)

    def in_text(self, text: str) -> frozenset[Keyword]:
        """The keywords that the text meets."""
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        folded = fold(text)
        met: list[set[int]] = [set() for _ in range(len(ends) + 1)]
        place = 0
        found = self._search.find_matches_as_indexes(folded, overlapping=True)
        for number, start, _ in sorted(found, key=lambda hit: hit[1]):
            while place < len(ends) and start >= ends[place]:
                place += 1
            if not (start and folded[start - 1].isalnum()):
                met[place].add(self._meets[number])
        full = [one for one in met if one]
        return frozenset(
            keyword
            for keyword, wanted in self._wanted.items()
            if wanted and any(wanted <= one for one in full)
        )


def shadows(elements: Mapping[Keyword, Sequence[frozenset[Concept]]]) -> dict[Keyword, Keyword]:
    """Keywords that can meet nothing which a shorter one of the same claim does not meet, with that one."""
    found: dict[Keyword, Keyword] = {}
    known = list(elements)
    for place, keyword in enumerate(known):
        for other_place, other in enumerate(known):
            if other.claim != keyword.claim or other == keyword or not elements[other]:
                continue
            covers = _covers(elements[other], elements[keyword])
            mutual = covers and _covers(elements[keyword], elements[other])
            if covers and (not mutual or other_place < place):
                found.setdefault(keyword, other)
    return found


def _covers(shorter: Sequence[frozenset[Concept]], longer: Sequence[frozenset[Concept]]) -> bool:
    return all(any(theirs <= mine for theirs in longer) for mine in shorter)
