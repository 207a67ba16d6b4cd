"""The glance before reading: could a text name a claim at all? Often wrongly yes, never wrongly no.

Knows the words behind each claim's keywords, not their order or nearness.
"""

from collections import defaultdict
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from watchers.actors import Actors
from watchers.claims import Claim, Family, Soldiers
from watchers.reading.keywords import Concept
from watchers.reading.siblings import ENOUGH, Weight
from watchers.reading.text import fold
from watchers.reading.topics import Topics
from watchers.reading.vocabulary import family_entries, name_entries

#: Nouns by which a user's claim about soldiers may go, beside those of the seeds.
_SOLDIERLY = ("force", "soldier", "troop", "peacekeeper", "mission", "contingent")


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
        self._alternatives: dict[frozenset[Concept], int] = {}
        families = tuple(families)
        self._forms = _forms(families, actors)
        for claim in claims:
            context = frozenset(self._number(("context", name)) for name in claim.context)
            self._wanted[context] += self._needs(claim, topics, soldiers)
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
        return any(
            any(needs <= met for needs in wanted)
            for context, wanted in self._wanted.items()
            if not context or not context.isdisjoint(met)
        ) or any(_adds_up(words, met) for words in self._weighed)

    def _needs(self, claim: Claim, topics: Topics, soldiers: Soldiers) -> list[frozenset[int]]:
        needs = [
            frozenset(self._any_of(element) for element in pattern.elements)
            for pattern in topics.patterns
            if pattern.claim == claim.id
        ]
        if claim.doer is not None:
            soldierly = self._one_of((*soldiers.men, *soldiers.force, *_SOLDIERLY))
            needs.append(frozenset({soldierly}))
        return needs

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
        # The stem of "policies" is "policy".
        return [name.removesuffix("y") or name] if kind == "=" else self._forms.get(concept, ())


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
        if entry.kind == "fam":  # what else may be meant by a word makes no context
            found["context", entry.value[0]].add(fold(form))
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
