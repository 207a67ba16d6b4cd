"""The glance before reading: could a text name a claim at all? Often wrongly yes, never wrongly no.

Knows the words behind each claim's keywords, not their order or nearness.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from watchers.actors import Actors
from watchers.claims import Claim, Family, Soldiers
from watchers.reading.matter.claim_words import Weight
from watchers.reading.matter.keywords import Concept, Pattern
from watchers.reading.matter.siblings import ENOUGH
from watchers.reading.matter.topics import Topics
from watchers.reading.text.document import fold
from watchers.reading.words.shares import is_share, written
from watchers.reading.words.vocabulary import family_entries, name_entries

#: Nouns by which a user's claim about soldiers may go, beside those of the seeds.
_SOLDIERLY = ("force", "soldier", "troop", "peacekeeper", "mission", "contingent")
#: Under these words an article may mean the war that a claim is about and never name it. The rules ask for
#: its name; who else reads, or a person, may do without.
_PEACE = ("peacekeeping force", "peace effort", "peace talks")
_UNNAMED: Concept = ("context", "")
#: Between two words of a phrase the reader lets two others stand; these are letters.
_WITHIN = r".{0,80}?"


class Glance:
    """Compiled once; looks at a folded text in a fraction of a millisecond."""

    def __init__(
        self,
        topics: Topics,
        claims: Iterable[Claim],
        families: Iterable[Family],
        actors: Actors,
        soldiers: Soldiers,
    ) -> None:
        self._runs: dict[str, set[int]] = defaultdict(set)
        self._numbers: dict[Concept, int] = {}
        #: For each group of context families the sets of concepts of which one must be wholly met.
        self._wanted: dict[frozenset[int], list[frozenset[int]]] = defaultdict(list)
        #: The same of phrases of names and small words, such as "up to Moscow": and how each is written.
        self._phrases: dict[frozenset[int], list[tuple[frozenset[int], re.Pattern[str]]]] = (
            defaultdict(list)
        )
        self._alternatives: dict[frozenset[Concept], int] = {}
        families = tuple(families)
        self._forms = _forms(families, actors)
        for claim in claims:
            context = frozenset(self._number(("context", name)) for name in claim.context)
            if context:
                context |= {self._number(_UNNAMED)}
            self._wanted[context] += self._needs(claim, topics, soldiers)
            self._phrases[context] += self._phrases_of(claim, topics)
        self._wanted = {context: _smallest(sets) for context, sets in self._wanted.items()}
        #: For each of a user's claims its words: number, weight.
        self._weighed = [
            [(self._number(concept), weight) for concept, weight in words.items()]
            for words in topics.siblings.weights.values()
        ]
        self._found = list(self._runs.values())
        self._search = AhoCorasick(list(self._runs) or ["\0"], matchkind=MatchKind.Standard)

    def names_one(self, folded: str) -> bool:
        """Whether a folded text could name one of the claims."""
        met: set[int] = set()
        seen: set[int] = set()
        for number, start, _ in self._search.find_matches_as_indexes(folded, overlapping=True):
            if number not in seen and (start == 0 or not folded[start - 1].isalnum()):
                seen.add(number)
                met |= self._found[number]
        if not met:
            return False
        contexts = [c for c in self._wanted if not c or not c.isdisjoint(met)]
        return (
            any(needs <= met for context in contexts for needs in self._wanted[context])
            or any(_adds_up(words, met) for words in self._weighed)
            or any(
                needs <= met and phrase.search(folded)
                for context in contexts
                for needs, phrase in self._phrases[context]
            )
        )

    def _needs(self, claim: Claim, topics: Topics, soldiers: Soldiers) -> list[frozenset[int]]:
        needs = [
            frozenset(self._any_of(element) for element in pattern.elements)
            for pattern in topics.patterns
            if pattern.claim == claim.id and not _has_small_words(pattern)
        ]
        if claim.doer is not None:
            soldierly = self._one_of((*soldiers.men, *soldiers.force, *_SOLDIERLY))
            needs.append(frozenset({soldierly}))
        return needs

    def _phrases_of(
        self, claim: Claim, topics: Topics
    ) -> list[tuple[frozenset[int], re.Pattern[str]]]:
        return [
            (
                frozenset(self._any_of(element) for element in pattern.elements),
                re.compile(_WITHIN.join(map(self._written, pattern.phrase)), re.DOTALL),
            )
            for pattern in topics.patterns
            if pattern.claim == claim.id and _has_small_words(pattern)
        ]

    def _written(self, part: frozenset[Concept] | str) -> str:
        if isinstance(part, str):
            return rf"\b{re.escape(part)}\b"
        forms = sorted({form for concept in part for form in self._forms_of(concept)})
        return rf"\b(?:{'|'.join(map(re.escape, forms))})" if forms else ""

    def _any_of(self, element: frozenset[Concept]) -> int:
        """A number that any alternative of an element meets."""
        if element not in self._alternatives:
            self._alternatives[element] = self._number(("any", str(len(self._alternatives))))
            for concept in element:
                for form in self._forms_of(concept):
                    self._runs[form].add(self._alternatives[element])
        return self._alternatives[element]

    def _one_of(self, words: Iterable[str]) -> int:
        number = self._number(("any", "soldiers"))
        for word in words:
            self._runs[fold(word)].add(number)
        return number

    def _number(self, concept: Concept) -> int:
        if concept not in self._numbers:
            self._numbers[concept] = len(self._numbers)
            for form in self._forms_of(concept):
                self._runs[form].add(self._numbers[concept])
        return self._numbers[concept]

    def _forms_of(self, concept: Concept) -> Iterable[str]:
        kind, name = concept
        if is_share(name):
            return written(name)
        # The stem of "policies" is "policy".
        return [name.removesuffix("y") or name] if kind == "=" else self._forms.get(concept, ())


def _has_small_words(pattern: Pattern) -> bool:
    return any(isinstance(part, str) for part in pattern.phrase)


def _adds_up(words: Iterable[tuple[int, Weight]], met: set[int]) -> bool:
    """Whether the words of a claim that a text has could together name it."""
    held: dict[int, float] = {}
    has_core = False
    for number, weight in words:
        if number in met:
            held[weight.idea] = max(weight.names, held.get(weight.idea, 0.0))
            has_core = has_core or weight.core
    return has_core and sum(held.values()) >= ENOUGH


def _forms(families: Iterable[Family], actors: Actors) -> dict[Concept, set[str]]:
    found: dict[Concept, set[str]] = defaultdict(set)
    for form, entry in family_entries(families):
        found["fam", entry.value[0]].add(fold(form))
        found["fam!", entry.value[0]].add(fold(form))
        if entry.kind == "fam":  # what else may be meant by a word makes no context
            found["context", entry.value[0]].add(fold(form))
    found[_UNNAMED] = set(_PEACE)
    for form, entry in name_entries(actors):
        if entry.kind in ("name", "adj", "demonym"):
            found["@", entry.value].add(fold(form))
    return found


def _smallest(sets: list[frozenset[int]]) -> list[frozenset[int]]:
    """The sets that hold no other one."""
    kept: list[frozenset[int]] = []
    for one in sorted(set(sets), key=len):
        if not any(other <= one for other in kept):
            kept.append(one)
    return kept
