"""A claim's keywords as patterns of concepts: families of words, names of countries, stems.

Knows the seeds' families and names. Knows no text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from watchers.claims import Claim
from watchers.reading.matter.topic_words import GLUE
from watchers.reading.text.document import fold
from watchers.reading.words.inflect import stem
from watchers.reading.words.shares import joined
from watchers.reading.words.vocabulary import Automaton

#: What a concept is known by: a family (fam; fam! by words that are not general), a country (@), a word's stem (=),
#: a percentage of which nothing else is said (alone).
Concept = tuple[str, str]

#: Kinds of marks that name a country or a body.
OF_A_NATION = frozenset({"adj", "demonym", "land", "name"})
#: The speaker's own words for himself.
WE = frozenset({("we", "")})
#: Whose deed it is of which a proposition speaks as "the actor's".
HOLDER = "the holder of a position"
_OF_HOLDER = re.compile(r"the actor(?:'s (?:own )?(?:country|government|state))? [a-z]+s\b")
#: What a proposition has somebody do, and not be or become; behind a name these nouns are of what is his.
_DOES = re.compile(
    r" (?!(?:is|becomes|gets|receives|countries|forces|members|sanctions|soldiers|states|troops|weapons)\b)[a-z]+s\b"
)
#: How adjectives of countries end, and the letters that they share with the country's name.
_OF_A_COUNTRY = ("an", "ish", "ese", "ic")
_SAME_START = 4
#: Tokens that may stand between two words of a keyword that go in its own order.
_GAPS = {">": 2, ">>": 6}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One keyword as concepts; each element is met by any of its alternatives."""

    claim: str
    #: 1, or -1 for a phrase that names the opposite.
    polarity: int
    elements: tuple[frozenset[Concept], ...]
    #: Which elements are names of countries and bodies.
    names: tuple[bool, ...]
    #: The phrase in order with its small words, where it consists of names alone or has gaps of its own.
    phrase: tuple[frozenset[Concept] | str, ...] = ()
    #: Tokens that may stand before each part of the phrase but the first; empty: as many as between names.
    gaps: tuple[int, ...] = ()
    #: Whether it names the claim only once the article has named it or one of its neighbours.
    again: bool = False
    #: The actor in whose mouth alone it means the claim, as "our membership" does; empty: anybody.
    only: str = ""
    #: The element that owns the next one, as in "US's BACKING"; -1: none.
    owner: int = -1
    #: Whether nothing may follow that tells what else it is for: "American help." but not "American help to win".
    closed: bool = False


class Keywords:
    """Reads keywords; compiled once."""

    def __init__(
        self,
        automaton: Automaton,
        entities: frozenset[str],
        bodies: frozenset[str],
        plain: frozenset[str],
        places: frozenset[Concept],
        owners: Mapping[str, str],
    ) -> None:
        self._automaton = automaton
        self._entities = entities
        #: Unions and alliances, which go without saying once an article is about them.
        self._bodies = bodies
        #: Shipped claims say in capitals which words stand for a family; the others stand for themselves.
        self._plain = plain
        #: Names that no list of countries has, where more than one of a user's claims is about them.
        self._places = places
        #: Family of a country's names -> the country.
        self._owners = owners
        self._speakers = frozenset(("fam", family) for family in owners)

    def without_body(self, pattern: Pattern) -> Pattern | None:
        """A keyword without the body that goes without saying: "Ukraine's membership" for "… of the EU"."""
        kept = [
            (element, name)
            for element, name in zip(pattern.elements, pattern.names, strict=True)
            if not any(kind == "@" and actor in self._bodies for kind, actor in element)
        ]
        if (
            len(kept) == len(pattern.elements)
            or sum(n for _, n in kept) < 1
            or all(n for _, n in kept)
        ):
            return None
        return replace(
            pattern, elements=tuple(e for e, _ in kept), names=tuple(n for _, n in kept), phrase=()
        )

    def spoken_by(self, pattern: Pattern) -> Pattern | None:
        """A keyword in the mouth of the one whom it names: "our place in NATO" for "Ukraine's place in NATO"."""
        named = [n for n, e in enumerate(pattern.elements) if self._speakers & e]
        if (
            pattern.gaps
            or len(named) != 1
            or len(pattern.elements) < (1 if len(pattern.phrase) > 1 else 3)
        ):
            return None
        element = pattern.elements[named[0]]
        (_, family), *_ = self._speakers & element
        return replace(
            pattern,
            elements=tuple(WE if n == named[0] else e for n, e in enumerate(pattern.elements)),
            phrase=tuple(WE if part == element else part for part in pattern.phrase),
            only=self._owners[family],
        )

    def parse(self, claim: str, phrase: str, polarity: int, *, apart: bool = False) -> Pattern:
        """A keyword as a pattern: families in capitals, known words through their families, else stems.

        `apart`: each word for itself, "nuclear tests" as something nuclear and a test.
        """
        if ">" in phrase and claim in self._plain:
            return self._in_order(claim, phrase, polarity)
        owner = re.search(r"\b([A-Z][A-Z_]+)'s ", phrase) if claim in self._plain else None
        elements: list[frozenset[Concept]] = []
        names: list[bool] = []
        whole: list[frozenset[Concept] | str] = []
        for word, known in self._words(phrase, plain=claim in self._plain, apart=apart):
            if known is None and word in GLUE:
                whole.append(word)
                continue
            alternatives = known or frozenset({("=", stem(word))})
            whole.append(alternatives)
            if not self.is_name(alternatives) and any(
                e & alternatives and not self.is_name(e) for e in elements
            ):
                continue  # "membership bid" says one thing twice
            elements.append(alternatives)
            names.append(self.is_name(alternatives) or alternatives <= self._places)
        return Pattern(
            claim,
            polarity,
            tuple(elements),
            tuple(names),
            tuple(whole) if elements and (apart or all(names)) else (),
            owner=_place_of(owner[1], elements) if owner else -1,
            closed=claim in self._plain and phrase.endswith("."),
        )

    def _in_order(self, claim: str, phrase: str, polarity: int) -> Pattern:
        """A keyword whose words stand in its own order: close by at ">", within a clause at ">>"."""
        elements: list[frozenset[Concept]] = []
        gaps: list[int] = []
        gap = 0
        for part in re.split(r" ?(>>?) ", phrase):
            if part in _GAPS:
                gap = _GAPS[part]
                continue
            for word, known in self._words(part, plain=True, apart=False):
                elements.append(known or frozenset({("=", stem(word))}))
                gaps.append(gap)
                gap = 0
        return Pattern(
            claim,
            polarity,
            tuple(elements),
            tuple(map(self.is_name, elements)),
            tuple(elements),
            tuple(gaps[1:]),
            closed=phrase.endswith("."),
        )

    def is_name(self, alternatives: frozenset[Concept]) -> bool:
        return any(
            kind == "@" or (kind == "fam" and n in self._entities) for kind, n in alternatives
        )

    def doer(self, proposition: str) -> str:
        """Whose deed a proposition tells: a country's or body's, the `HOLDER`'s; empty where it does not begin with that."""
        folded = fold(proposition)
        if _OF_HOLDER.match(folded):
            return HOLDER
        begin = len("the ") if folded.startswith("the ") else 0
        return next(
            (
                str(entry.value)
                for start, end, entry in self._automaton.find(folded, proposition)
                if start == begin and entry.kind == "name" and _DOES.match(folded, end)
            ),
            "",
        )

    def words(self, phrase: str) -> list[tuple[str, frozenset[Concept] | None]]:
        """The words of a user's phrase in order, each with what it is known by."""
        return list(self._words(phrase, plain=False, apart=False))

    def _words(
        self, phrase: str, *, plain: bool, apart: bool
    ) -> Iterable[tuple[str, frozenset[Concept] | None]]:
        """The words of a keyword with the concepts that each is known to belong to."""
        phrase = phrase if plain else joined(phrase)
        folded = fold(phrase)
        taken = self._known(phrase, folded, apart=apart)
        if plain:
            taken = {
                at: (end, c) for at, (end, c) in taken.items() if c is not None and self.is_name(c)
            }
        position = 0
        for match in re.finditer(r"[A-Z][A-Z_]+\b|[^\W_]+(?:[-'][^\W_]+)*", phrase):
            if match.start() < position:
                continue
            word = match[0]
            if word.isupper() and len(word) > 3 and self._automaton_has_family(word):
                yield word, frozenset({("fam", word)})
                continue
            end, alternatives = taken.get(match.start(), (match.end(), None))
            position = end
            found = fold(phrase[match.start() : end]).removesuffix("'s")
            if alternatives is not None and " " not in found and not plain:
                alternatives |= {("=", stem(found))}
            yield found, alternatives

    def _automaton_has_family(self, word: str) -> bool:
        return word in self._family_names

    @property
    def _family_names(self) -> frozenset[str]:
        return self._automaton.families  # type: ignore[attr-defined, no-any-return]

    def _known(
        self, phrase: str, folded: str, *, apart: bool
    ) -> dict[int, tuple[int, frozenset[Concept] | None]]:
        """Start -> (end, concepts) of the longest known expression at each place."""
        found: dict[int, tuple[int, frozenset[Concept]]] = {}
        for start, end, entry in self._automaton.find(folded, phrase):
            is_part = folded[end : end + 1] == "-" and not phrase[end + 1 : end + 2].isupper()
            if entry.kind == "also" or is_part:
                continue  # the "US" of "US-led", but not the "EU" of "EU-India deal"
            if apart and entry.kind == "fam" and " " in folded[start:end]:
                continue
            concept = concept_of(entry.kind, entry.value)
            if concept is None or concept == ("fam", "THIS_WAR"):
                continue
            known = found.get(start)
            if known is None or end > known[0]:
                found[start] = (end, frozenset({concept}))
            elif end == known[0]:
                found[start] = (end, known[1] | {concept})
        return dict(found)


def _place_of(family: str, elements: Iterable[frozenset[Concept]]) -> int:
    return next(n for n, element in enumerate(elements) if ("fam", family) in element)


def shared_names(claims: Iterable[Claim]) -> frozenset[Concept]:
    seen = Counter(
        name
        for claim in claims
        for name in {
            n for text in (*claim.keywords, claim.proposition) for n in _proper_names(text)
        }
    )
    shared = frozenset(name for name, count in seen.items() if count > 1)
    return shared | {name for name in seen if _is_adjective_of(name[1], seen)}


def _is_adjective_of(word: str, names: Iterable[Concept]) -> bool:
    """As in "Serbian" beside "Serbia"."""
    return word.endswith(_OF_A_COUNTRY) and any(
        name != word and name[:_SAME_START] == word[:_SAME_START] for _, name in names
    )


def _proper_names(phrase: str) -> frozenset[Concept]:
    """Words written as names: with a capital, and not because a sentence begins."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", phrase)
    sentence = phrase.rstrip().endswith(".")
    return frozenset(
        ("=", stem(fold(word)))
        for word in words[1 if sentence else 0 :]
        if word[0].isupper() and word[1:].islower()
    )


def concept_of(kind: str, value: object) -> Concept | None:
    if kind in ("fam", "also"):
        return ("fam", value[0])  # type: ignore[index]
    if kind in OF_A_NATION:
        return ("@", str(value))
    return None
