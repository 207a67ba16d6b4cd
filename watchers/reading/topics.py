"""Where a claim's matter is named: keywords read through families of words, nearness instead of order.

Knows claims and the concepts of their keywords. Knows no cue and no speaker. Claims about soldiers are in
`soldiers.py`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from watchers.claims import Claim
from watchers.reading.general_words import GRAMMAR
from watchers.reading.inflect import stem
from watchers.reading.siblings import (
    ENDING_FAMILIES,
    ENOUGH,
    ENOUGH_KNOWN,
    TURNS,
    Phrase,
    Siblings,
    Wording,
)
from watchers.reading.text import Sentence, fold
from watchers.reading.topic_words import (
    GLUE,
    MODALS,
    TOO_COMMON,
    VERB_LEADS,
)
from watchers.reading.vocabulary import Automaton, Mark

#: What a concept is known by: a family, a country, or the stem of a word.
Concept = tuple[str, str]
Span = tuple[int, int]

#: Tokens. A keyword's words stand within this many tokens for each of them.
_NEAR = 5
#: The same for shipped claims, whose keywords are many.
_NEAR_PLAIN = 4
_NEAR_MAX = 14
#: Share of the most named claim's sentences that make another one an article's main claim, and how many may be.
_MAIN_SHARE, _MAIN_MAX = 0.6, 2
#: How adjectives of countries end, and the letters that they share with the country's name.
_OF_A_COUNTRY = ("an", "ish", "ese", "ic")
_SAME_START = 4
#: What a word of a user's claim must weigh among his claims to name it again by itself.
_EXCLUSIVE = 0.5
#: Tokens between the words of a phrase that has no word of its own beside names: "Ukraine in NATO".
_PHRASE_GAP = 2
#: Tokens by which one name must be nearer than another to be the one that is meant.
_NEARER = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """One keyword as concepts; each element is met by any of its alternatives."""

    claim: str
    #: 1, or -1 for a phrase that names the opposite.
    polarity: int
    elements: tuple[frozenset[Concept], ...]
    #: Which elements are names of countries and bodies.
    names: tuple[bool, ...]
    #: The phrase in order with its small words, where it consists of names alone.
    phrase: tuple[frozenset[Concept] | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim's matter, named at tokens `i` to `j` of a sentence."""

    claim: str
    i: int
    j: int
    #: 1, or -1 where the opposite is named.
    polarity: int
    #: keyword, echo, or soldiers.
    how: str
    #: For soldiers, whose: an actor's id, "west", "own", "bare"; else empty.
    doer: str = ""
    #: The verb form if the mention is or holds an act: base, s, past, part, ing; else empty.
    act: str = ""
    #: Tokens of the content words.
    anchors: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()
    #: Words that would be cues elsewhere and are the matter here: "moratorium" in a claim for one.
    matter: tuple[Span, ...] = ()
    #: The actor that must hold it, where the mention names one party alone; empty: anybody.
    only: str = ""
    #: For soldiers, claims of which the user says that this is another matter.
    barred: frozenset[str] = frozenset()


@dataclass(slots=True)
class Concepts:
    """The concepts of one sentence and where they stand."""

    at: dict[Concept, list[Span]] = field(default_factory=lambda: defaultdict(list))
    verbs: dict[Span, str] = field(default_factory=dict)

    def spans(self, alternatives: frozenset[Concept]) -> list[Span]:
        found = [span for concept in alternatives for span in self.at.get(concept, ())]
        return sorted(set(found)) if len(found) > 1 else found


class Topics:
    """Finds the mentions of every claim by its keywords; of those about soldiers by a user's own alone."""

    def __init__(
        self,
        claims: Iterable[Claim],
        automaton: Automaton,
        entities: frozenset[str],
        bodies: frozenset[str] = frozenset(),
        opposites: Mapping[str, str] | None = None,
    ) -> None:
        self._automaton = automaton
        self._entities = entities
        #: Unions and alliances, which go without saying once an article is about them.
        self._bodies = bodies
        self.patterns: list[Pattern] = []
        self._by_key: dict[Concept, list[int]] = defaultdict(list)
        self.echoes: dict[str, frozenset[Concept]] = {}
        self._parties = {claim.id: dict(claim.parties) for claim in claims}
        #: Shipped claims say in capitals which words stand for a family; the others stand for themselves.
        self._plain = frozenset(claim.id for claim in claims if claim.context)
        self._owners: dict[str, str] = {}
        own = [claim for claim in claims if not claim.context and not claim.doer]
        #: Names that no list of countries has, where more than one of a user's claims is about them.
        self._places = _shared_names(own)
        #: Of claims about soldiers: the keywords that a user took away, and those that are left.
        self._taken: dict[str, tuple[list[Pattern], list[Pattern]]] = {}
        self.core: dict[str, frozenset[Concept]] = {}
        self.weights: dict[str, dict[Concept, tuple[float, bool]]] = {}
        for claim in claims:
            self._add(claim)
        for claim in own:
            self._owners[claim.id] = self._first_name(claim)
        self.siblings = Siblings([self._wording(claim) for claim in own], opposites or {})
        for claim_id, words in self.siblings.weights.items():
            self.echoes[claim_id] = frozenset(c for c, w in words.items() if w.core and c[0] == "=")
            self.core[claim_id] = frozenset(c for c, w in words.items() if w.core)
            self.weights[claim_id] = {
                c: (1.0 if w.core else w.names, w.is_name) for c, w in words.items()
            }
        self.stems = frozenset(
            name
            for pattern in self.every()
            for element in pattern.elements
            for kind, name in element
            if kind == "="
        ) | frozenset(
            name
            for keys in (*self.echoes.values(), *self.weights.values())
            for kind, name in keys
            if kind == "="
        )

        #: Words of the shipped claims, which list what is done beside what it is done to.
        self._deeds = frozenset(
            name
            for pattern in self.patterns
            if pattern.claim in self._plain
            for element in pattern.elements
            for kind, name in element
            if kind == "="
        )
        self.families = _families_of(claims, self)

    def _add(self, claim: Claim) -> None:
        if claim.doer is None:
            mine = [self.parse(claim.id, phrase, 1) for phrase in claim.keywords]
            if not claim.context:
                mine += [short for pattern in mine if (short := self._without_body(pattern))]
            self.patterns += mine
            self.patterns += [self.parse(claim.id, phrase, -1) for phrase in claim.against]
            self.echoes[claim.id] = self._echo(claim, mine)
            return
        # What soldiers are called is read without keywords: only what a user changes matters.
        self.patterns += [self.parse(claim.id, phrase, 1) for phrase in claim.added]
        if claim.removed:
            self._taken[claim.id] = (
                [self.parse(claim.id, phrase, 1) for phrase in claim.removed],
                [self.parse(claim.id, phrase, 1) for phrase in claim.keywords],
            )

    def every(self) -> Iterable[Pattern]:
        """The patterns that name claims, and those that are only looked at to tell what was taken away."""
        yield from self.patterns
        for gone, kept in self._taken.values():
            yield from (*gone, *kept)

    def _without_body(self, pattern: Pattern) -> Pattern | None:
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

    def parse(self, claim: str, phrase: str, polarity: int) -> Pattern:
        """A keyword as a pattern: families in capitals, known words through their families, else stems."""
        elements: list[frozenset[Concept]] = []
        names: list[bool] = []
        whole: list[frozenset[Concept] | str] = []
        for word, known in self._words(phrase, plain=claim in self._plain):
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
            tuple(whole) if elements and all(names) else (),
        )

    def is_name(self, alternatives: frozenset[Concept]) -> bool:
        return any(
            kind == "@" or (kind == "fam" and n in self._entities) for kind, n in alternatives
        )

    def _words(
        self, phrase: str, *, plain: bool
    ) -> Iterable[tuple[str, frozenset[Concept] | None]]:
        """The words of a keyword with the concepts that each is known to belong to."""
        folded = fold(phrase)
        taken = self._known(phrase, folded)
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

    def _known(self, phrase: str, folded: str) -> dict[int, tuple[int, frozenset[Concept] | None]]:
        """Start -> (end, concepts) of the longest known expression at each place."""
        found: dict[int, tuple[int, frozenset[Concept]]] = {}
        for start, end, entry in self._automaton.find(folded, phrase):
            if entry.kind == "also" or folded[end : end + 1] == "-":
                continue
            concept = _concept(entry.kind, entry.value)
            if concept is None or concept == ("fam", "THIS_WAR"):
                continue
            known = found.get(start)
            if known is None or end > known[0]:
                found[start] = (end, frozenset({concept}))
            elif end == known[0]:
                found[start] = (end, known[1] | {concept})
        return dict(found)

    def _echo(self, claim: Claim, patterns: list[Pattern]) -> frozenset[Concept]:
        """What names the matter again: the claim's own list, else what several keywords share."""
        if claim.echo:
            return frozenset(
                c for phrase in claim.echo for c in self._phrase_concepts(claim, phrase)
            )
        if claim.context:
            return frozenset()
        seen: dict[Concept, int] = defaultdict(int)
        for pattern in patterns:
            content = [
                e for e, name in zip(pattern.elements, pattern.names, strict=True) if not name
            ]
            for element in content:
                for concept in element:
                    seen[concept] += 1 if len(content) > 1 else 2
        return frozenset(
            concept for concept, count in seen.items() if count > 1 and concept[1] not in TOO_COMMON
        )

    def _wording(self, claim: Claim) -> Wording:
        """All that a user says of a claim, as concepts."""
        wanted, unwanted = claim.proposition, ""
        for turn in TURNS:
            if f" {turn} " in wanted:
                wanted, _, unwanted = wanted.partition(f" {turn} ")
        phrase = self._phrase
        return Wording(
            claim=claim.id,
            keywords=tuple(phrase(claim, keyword) for keyword in claim.keywords),
            proposition=phrase(claim, wanted),
            unwanted=(phrase(claim, unwanted),) if unwanted else (),
        )

    def _phrase(self, claim: Claim, text: str) -> Phrase:
        pattern = self.parse(claim.id, text, 1)
        kept = [
            (element, name)
            for element, name in zip(pattern.elements, pattern.names, strict=True)
            if not any(kind == "=" and word in GRAMMAR for kind, word in element)
        ]
        return Phrase(tuple(e for e, _ in kept), tuple(n for _, n in kept))

    def _first_name(self, claim: Claim) -> str:
        pattern = self.parse(claim.id, claim.proposition, 1)
        for element in pattern.elements[:2]:
            for kind, name in sorted(element):
                if kind == "@":
                    return name
        return ""

    def is_exclusive(self, claim: str, concept: Concept) -> bool:
        """Whether a word that names a claim again could mean no other claim."""
        if claim in self.siblings.weights:
            return self.siblings.weights[claim][concept].tells >= _EXCLUSIVE
        return not any(concept in keys for other, keys in self.echoes.items() if other != claim)

    def main_of(self, counts: Mapping[str, int]) -> frozenset[str]:
        """The claims of a user's that an article is on most, if they are not more than two."""
        own = {c: n for c, n in counts.items() if c in self.siblings.weights and n > 1}
        most = max(own.values(), default=0)
        main = frozenset(c for c, n in own.items() if n >= _MAIN_SHARE * most)
        return main if len(main) <= _MAIN_MAX else frozenset()

    def near_names(
        self,
        concepts: Concepts,
        claims: frozenset[str],
        strong: list[Mention],
        established: frozenset[str],
        preferred: Collection[str] = (),
    ) -> list[Mention]:
        """Claims of which enough words and names stand close together, though no keyword is whole."""
        found = []
        for claim in sorted(claims - {m.claim for m in strong}):
            near = self.siblings.look(concepts, claim)
            if near is None or near.total < (ENOUGH_KNOWN if claim in established else ENOUGH):
                continue
            if claim not in preferred and self.siblings.is_ambiguous(claim, concepts):
                continue
            spans = (*near.content, *near.names)
            act = concepts.verbs.get(near.core, "")
            i, j = min(s[0] for s in spans), max(s[1] for s in spans)
            made = Mention(claim, i, j, 1, "near", act=act, anchors=(near.core,), names=near.names)
            found.append(self.of_ban(concepts, made))
        return _nearest_name(found)

    def settled(
        self, mentions: list[Mention], concepts: Concepts, preferred: Collection[str]
    ) -> list[Mention]:
        """Of a user's claims over the same words the likeliest, each on the side that the words name."""
        return [
            self._sided(m, concepts) for m in self.siblings.settle(mentions, concepts, preferred)
        ]

    def _sided(self, mention: Mention, concepts: Concepts) -> Mention:
        """A mention with the proposition's own verb taken in, or turned where the unwanted side is named."""
        side = self.siblings.side(mention.claim, concepts, mention.i, mention.j)
        if side < 0:
            return replace(mention, polarity=-mention.polarity)
        deeds = [
            span
            for span in self.siblings.deeds(mention.claim, concepts, mention.i)
            if span not in mention.anchors
        ]
        if not deeds:
            return mention
        return replace(
            mention,
            i=min(i for i, _ in deeds),
            anchors=(*mention.anchors, *deeds),
            act=concepts.verbs[deeds[0]],
        )

    def owner(self, claim: str) -> str:
        """The country of which the proposition speaks first: in its own mouth its name goes without saying."""
        return self._owners.get(claim, "")

    def is_core(self, claim: str, mention: Mention, concepts: Concepts) -> bool:
        """Whether everything but names of a longer keyword stands near: "NATO membership" without "Finland's"."""
        for pattern in self.patterns:
            if pattern.claim != claim or not any(pattern.names):
                continue
            rest = [
                e
                for e, n in zip(pattern.elements, pattern.names, strict=True)
                if not n or not self._is_owner(claim, e)
            ]
            if len(rest) < 2:
                continue
            spans = [s for e in rest for s in concepts.spans(e)[:1]]
            if (
                len(spans) == len(rest)
                and max(s[1] for s in spans) - min(s[0] for s in spans) <= 2 * _NEAR
            ):
                return True
        return False

    def _is_owner(self, claim: str, element: frozenset[Concept]) -> bool:
        return ("@", self._owners.get(claim, "")) in element

    def _phrase_concepts(self, claim: Claim, phrase: str) -> Iterable[Concept]:
        pattern = self.parse(claim.id, phrase, 1)
        if len(pattern.elements) == 1:
            yield from pattern.elements[0]

    def concepts(self, sentence: Sentence, marks: Iterable[Mark]) -> Concepts:
        """Index a sentence's concepts."""
        found = Concepts()
        for mark in marks:
            concept = _concept(mark.kind, mark.value)
            if concept is not None:
                found.at[concept].append((mark.i, mark.j))
                if mark.kind in ("fam", "also"):
                    _tag(found, mark, sentence)
        stems = self.stems
        for i, word in enumerate(sentence.words):
            root = stem(word)
            if root in stems:
                found.at["=", root].append((i, i + 1))
                if root in self._deeds and i and sentence.words[i - 1] in MODALS:
                    found.verbs.setdefault((i, i + 1), "base")
            elif "-" in word:
                for part in word.split("-"):
                    if stem(part) in stems:
                        found.at["=", stem(part)].append((i, i + 1))
        return found

    def find(self, sentence: Sentence, concepts: Concepts, claims: frozenset[str]) -> list[Mention]:
        """The mentions of `claims` in a sentence, one for each place."""
        found: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for pattern in self._possible(concepts):
            if pattern.claim in claims:
                mention = self._match(sentence, concepts, pattern)
                if mention is not None:
                    found[mention.claim, mention.polarity].append(mention)
        best = [min(mentions, key=self._closeness) for mentions in found.values()]
        best = [self._of_party(concepts, m) for m in best]
        best = [self.of_ban(concepts, m) for m in best]
        return _nearest_name(_prefer_opposite(best))

    def taken_away(self, sentence: Sentence, concepts: Concepts) -> frozenset[str]:
        """Claims about soldiers that a sentence names by nothing but keywords that a user took away."""
        return frozenset(
            claim
            for claim, (gone, kept) in self._taken.items()
            if any(self._match(sentence, concepts, pattern) for pattern in gone)
            and not any(self._match(sentence, concepts, pattern) for pattern in kept)
        )

    def _closeness(self, mention: Mention) -> tuple[int, int, int]:
        """What to keep of several readings of one claim: of a user's the fullest, else the closest."""
        fullness = len(mention.anchors) if mention.claim in self.siblings.weights else 0
        return -fullness, mention.j - mention.i, mention.i

    def _possible(self, concepts: Concepts) -> list[Pattern]:
        """The patterns whose rarest element the sentence has; in a fixed order."""
        if not self._by_key:
            self._index()
        numbers = {n for concept in concepts.at for n in self._by_key.get(concept, ())}
        return [self.patterns[n] for n in sorted(numbers)]

    def _index(self) -> None:
        """File each pattern under the alternatives of the element that the fewest patterns share."""
        uses = Counter(element for pattern in self.patterns for element in pattern.elements)
        for number, pattern in enumerate(self.patterns):
            for concept in min(pattern.elements, key=lambda e: uses[e]):
                self._by_key[concept].append(number)

    def of_ban(self, concepts: Concepts, mention: Mention) -> Mention:
        """For a claim for a stop: the stop is its matter, and the thing to be stopped is its opposite."""
        if not self.siblings.ends_something(mention.claim):
            return mention
        stops = self.siblings.stops(mention.claim, concepts, mention.i, mention.j)
        if stops:
            return replace(mention, matter=tuple(stops))
        if self.siblings.is_thing(mention.claim, concepts, mention.anchors):
            return replace(mention, polarity=-mention.polarity)
        return mention

    def _of_party(self, concepts: Concepts, mention: Mention) -> Mention:
        parties = self._parties[mention.claim]
        named = [p for p in parties if concepts.at.get(("fam", p))]
        inside = [
            p
            for p in parties
            for i, j in concepts.at.get(("fam", p), ())
            if mention.i <= i < mention.j
        ]
        if len(named) == 1 and inside:
            return replace(mention, only=parties[inside[0]])
        return mention

    def _match(self, sentence: Sentence, concepts: Concepts, pattern: Pattern) -> Mention | None:
        if pattern.phrase:
            return _in_order(sentence, concepts, pattern)
        places = []
        for element in pattern.elements:
            spans = concepts.spans(element)
            if not spans:
                return None
            places.append(spans)
        chosen = _tightest(places)
        if chosen is None:
            return None
        i, j = min(s for s, _ in chosen), max(e for _, e in chosen)
        near = _NEAR_PLAIN if pattern.claim in self._plain else _NEAR
        if j - i > min(near * len(chosen), _NEAR_MAX):
            return None
        return _mention(pattern, i, j, chosen, concepts)


def _tag(found: Concepts, mark: Mark, sentence: Sentence) -> None:
    """Note the verb form of a mark; a word that may be a noun is one, unless a verb must stand there."""
    span = (mark.i, mark.j)
    if mark.value[1] == "noun":
        before = sentence.words[mark.i - 1] if mark.i else ""
        if before not in VERB_LEADS:
            found.verbs[span] = ""
    elif found.verbs.get(span) != "":
        found.verbs[span] = mark.value[1]


def _shared_names(claims: Iterable[Claim]) -> frozenset[Concept]:
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


def _families_of(claims: Iterable[Claim], topics: Topics) -> frozenset[str]:
    """The families that a text is searched for: those that some claim's words belong to."""
    concepts = {c for pattern in topics.every() for element in pattern.elements for c in element}
    for words in (*topics.echoes.values(), *topics.weights.values()):
        concepts |= set(words)
    named = {name for claim in claims for name in (*claim.context, *claim.parties)}
    return frozenset(name for kind, name in concepts if kind == "fam") | named | ENDING_FAMILIES


def _concept(kind: str, value: object) -> Concept | None:
    if kind in ("fam", "also"):
        return ("fam", value[0])  # type: ignore[index]
    if kind in ("name", "adj", "demonym", "land"):
        return ("@", str(value))
    return None


def _tightest(places: list[list[Span]]) -> list[Span] | None:
    """One span for each element, none twice, as near to each other as a look from the rarest finds."""
    order = sorted(range(len(places)), key=lambda n: len(places[n]))
    best: list[Span] | None = None
    width = 10**6
    for seed in places[order[0]]:
        chosen = [seed]
        for n in order[1:]:
            free = [s for s in places[n] if all(s[1] <= c[0] or c[1] <= s[0] for c in chosen)]
            if not free:
                break
            chosen.append(min(free, key=lambda s: min(abs(s[0] - c[0]) for c in chosen)))
        else:
            reach = max(e for _, e in chosen) - min(s for s, _ in chosen)
            if reach < width:
                best, width = chosen, reach
    return best


def _in_order(sentence: Sentence, concepts: Concepts, pattern: Pattern) -> Mention | None:
    """A phrase of names and small words, in order, with small gaps."""
    first = pattern.phrase[0]
    starts = (
        [(i, i + 1) for i, w in enumerate(sentence.words) if w == first]
        if isinstance(first, str)
        else concepts.spans(first)
    )
    for start in starts:
        chosen, at = [start], start[1]
        for part in pattern.phrase[1:]:
            spans = (
                [
                    (i, i + 1)
                    for i in range(at, min(at + 3, len(sentence.words)))
                    if sentence.words[i] == part
                ]
                if isinstance(part, str)
                else [s for s in concepts.spans(part) if at <= s[0] <= at + _PHRASE_GAP]
            )
            if not spans:
                break
            chosen.append(spans[0])
            at = spans[0][1]
        else:
            return _mention(pattern, chosen[0][0], at, chosen, concepts)
    return None


def _mention(pattern: Pattern, i: int, j: int, chosen: list[Span], concepts: Concepts) -> Mention:
    content: list[Span] = []
    names: list[Span] = []
    for span in chosen:
        is_name = any(
            span in concepts.at.get(c, ())
            for e, n in zip(pattern.elements, pattern.names, strict=True)
            if n
            for c in e
        )
        (names if is_name else content).append(span)
    acts = [concepts.verbs[s] for s in content if concepts.verbs.get(s)]
    return Mention(
        claim=pattern.claim,
        i=i,
        j=j,
        polarity=pattern.polarity,
        how="keyword",
        act=acts[0] if acts else "base" if pattern.polarity < 0 else "",
        matter=((i, j),) if pattern.polarity < 0 else (),
        anchors=tuple(content),
        names=tuple(names),
    )


def _prefer_opposite(mentions: list[Mention]) -> list[Mention]:
    """Where the opposite is named over the same words, it alone is meant."""
    against = [m for m in mentions if m.polarity < 0]
    return [
        m
        for m in mentions
        if m.polarity < 0
        or not any(o.claim == m.claim and o.i < m.j and m.i < o.j for o in against)
    ]


def _nearest_name(mentions: list[Mention]) -> list[Mention]:
    """Of claims that differ by a name alone, the one whose name stands nearer to the shared word."""
    kept = []
    for mention in mentions:
        mine = _name_distance(mention)
        rivals = [
            other
            for other in mentions
            if other.claim != mention.claim
            and other.names
            and mention.names
            and set(other.anchors) & set(mention.anchors)
            and set(other.names) != set(mention.names)
        ]
        if all(mine <= _name_distance(o) + _NEARER or _coordinated(mention, o) for o in rivals):
            kept.append(mention)
    return kept


def _name_distance(mention: Mention) -> int:
    return min(
        (abs(n[0] - a[0]) for n in mention.names for a in mention.anchors),
        default=0,
    )


def _coordinated(one: Mention, other: Mention) -> bool:
    return any(abs(a[0] - b[0]) <= 3 for a in one.names for b in other.names)


def echo_mentions(
    sentence: Sentence, concepts: Concepts, claim: str, echoes: frozenset[Concept]
) -> Mapping[int, Mention]:
    """A claim's matter named again by a word of its own, by the place of the word."""
    found = {}
    for concept in echoes:
        for i, j in concepts.at.get(concept, ()):
            act = concepts.verbs.get((i, j), "")
            found[i] = Mention(claim, i, j, 1, "echo", act=act, anchors=((i, j),))
    return found
