"""Which claims a sentence is about, by their keywords: whole, nearly whole, or by half once the article is on them.

Knows claims and the concepts of their keywords. Knows no cue and no speaker. Claims about soldiers are in
`deployments.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from watchers.claims import Claim
from watchers.reading.matter.elsewhere import Elsewhere
from watchers.reading.matter.ended import is_passive_of, is_thing, stops
from watchers.reading.matter.endings import ENDING_FAMILIES
from watchers.reading.matter.keywords import OF_A_NATION, Concept, Keywords, Pattern, shared_names
from watchers.reading.matter.mentions import (
    Concepts,
    Mention,
    give_way,
    match,
    nearest_name,
    prefer_opposite,
    tag,
)
from watchers.reading.matter.of_another import OtherMatters
from watchers.reading.matter.siblings import (
    ENOUGH,
    ENOUGH_KNOWN,
    ENOUGH_TOLD,
    Siblings,
)
from watchers.reading.matter.topic_words import GLUE, MODALS, TOO_COMMON
from watchers.reading.matter.wordings import (
    membership,
    of_own_words,
    own_shares,
    word_by_word,
    wording_of,
)
from watchers.reading.text.document import Sentence
from watchers.reading.words.general_words import GENERAL_FORMS
from watchers.reading.words.inflect import stem
from watchers.reading.words.shares import is_share, is_unqualified, lone_numbers, shares
from watchers.reading.words.vocabulary import Automaton, Mark

#: Modals of a clause that is told of.
_LEFT_OPEN = frozenset({"can", "could", "may", "might", "would"})
#: What is refused with: giving one of them up opposes nothing.
_REFUSALS = frozenset({
    "ban", "block", "blockade", "objection", "objections", "opposition", "refusal", "rejection", "reservations", "resistance", "veto",
})  # fmt: skip
#: By which it is no opposite that is named: "membership must not be dropped".
_NOT = frozenset({"cannot", "never", "not"})
#: What stands between two clauses.
CLAUSE_ENDS = frozenset({",", ";", "that"})
#: What parts two clauses that may name one claim each, and how many tokens such a clause has at the least.
_CLAUSE_LINKS, _CLAUSE_LEAST = (
    frozenset({";", "although", "and", "but", "though", "whereas", "while", "yet"}),
    3,
)
#: What makes another thing of what follows its hyphen: "vice-president".
_OTHERS = ("anti-", "ex-", "non-", "vice-")
_WE_WORDS = frozenset({"we", "our", "us", "ours", "ourselves"})
#: Tokens in which all but the names of a longer keyword stand.
_CORE_REACH = 10
#: Share of the most named claim's sentences that make another one an article's main claim, and how many may be.
_MAIN_SHARE, _MAIN_MAX = 0.6, 2
#: What a word of a user's claim must weigh among his claims to name it again by itself.
_EXCLUSIVE = 0.5


class Topics:
    """Finds the mentions of every claim by its keywords; of those about soldiers by a user's own alone."""

    def __init__(
        self,
        claims: Iterable[Claim],
        automaton: Automaton,
        entities: frozenset[str],
        bodies: frozenset[str] = frozenset(),
        opposites: Mapping[str, str] | None = None,
        owners: Mapping[str, str] | None = None,
    ) -> None:
        self.patterns: list[Pattern] = []
        #: Concept -> another, or the same, that its patterns need too -> numbers of those.
        self._by_key: dict[Concept, dict[Concept, list[int]]] = {}
        self._needed: list[frozenset[Concept]] = []
        self.echoes: dict[str, frozenset[Concept]] = {}
        self._parties = {claim.id: dict(claim.parties) for claim in claims}
        #: Shipped claims say in capitals which words stand for a family; the others stand for themselves.
        self._plain = frozenset(claim.id for claim in claims if claim.context)
        self._owners: dict[str, str] = {}
        own = [claim for claim in claims if not claim.context and not claim.doer]
        self._keywords = Keywords(
            automaton, entities, bodies, self._plain, shared_names(own), owners or {}
        )
        self.parse = self._keywords.parse
        #: Of claims about soldiers: the keywords that a user took away, and those that are left.
        self._taken: dict[str, tuple[list[Pattern], list[Pattern]]] = {}
        self.core: dict[str, frozenset[Concept]] = {}
        self.weights: dict[str, dict[Concept, tuple[float, bool]]] = {}
        self.others = OtherMatters((c for c in claims if c.id in self._plain), self.parse)
        self._beside = {c.id: frozenset(c.beside) for c in claims if c.beside}
        for claim in claims:
            self._add(claim, bodies)
        for claim in own:
            self._owners[claim.id] = self._first_name(claim)
        wordings = [wording_of(claim, self._keywords) for claim in own]
        self.siblings = Siblings(wordings, opposites or {})
        self._elsewhere = Elsewhere(wordings, bodies)
        self.patterns = of_own_words(self.patterns, self.siblings.weights)
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
            for keys in (*self.echoes.values(), *self.weights.values(), self.others.concepts)
            for kind, name in keys
            if kind == "="
        )
        self._has_shares = any(map(is_share, self.stems))
        #: Families whose words name a claim of a user's alone.
        self._alone = frozenset(
            name
            for pattern in self.patterns
            for element in pattern.elements
            for kind, name in element
            if kind == "fam!"
        )
        #: The claims that each word may name again.
        self._echoed: dict[Concept, set[str]] = defaultdict(set)
        for claim_id, keys in self.echoes.items():
            for concept in keys:
                self._echoed[concept].add(claim_id)
        #: Words of the shipped claims, which list what is done beside what it is done to.
        self._deeds = frozenset(
            name
            for pattern in self.patterns
            if pattern.claim in self._plain
            for element in pattern.elements
            for kind, name in element
            if kind == "=" and name not in GLUE
        )
        self.families = _families_of(claims, self)

    def _add(self, claim: Claim, bodies: frozenset[str]) -> None:
        if claim.doer is None:
            mine = [self.parse(claim.id, phrase, 1) for phrase in claim.keywords]
            again = [self.parse(claim.id, phrase, 1) for phrase in claim.again]
            against = [self.parse(claim.id, phrase, -1) for phrase in claim.against]
            if claim.context:
                again = [replace(pattern, again=True) for pattern in again]
                again += filter(None, map(self._keywords.spoken_by, (*mine, *against)))
            else:
                again = list(filter(None, map(self._keywords.without_body, mine)))
                self.patterns += word_by_word(claim, mine, self._keywords)
                self.patterns += own_shares(claim, self._keywords)
                self.patterns += membership(claim, mine, self._keywords, bodies)
            self.patterns += [*mine, *again, *against]
            self.echoes[claim.id] = self._echo(claim, [*mine, *again])
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

    def _first_name(self, claim: Claim) -> str:
        pattern = self.parse(claim.id, claim.proposition, 1)
        for element in pattern.elements[:2]:
            for kind, name in sorted(element):
                if kind == "@":
                    return name
        return ""

    def echoed(self, concepts: Concepts) -> set[str]:
        """The claims that some word of a sentence may name again."""
        known = self._echoed
        return {claim for concept in known.keys() & concepts.at.keys() for claim in known[concept]}

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
        for claim in sorted((claims & self.siblings.weights.keys()) - {m.claim for m in strong}):
            near = self.siblings.look(concepts, claim)
            if near is None or near.total < (ENOUGH_KNOWN if claim in established else ENOUGH):
                continue
            if claim not in preferred and self.siblings.is_ambiguous(claim, concepts):
                continue
            is_faint = claim not in preferred and (
                not near.telling or near.tells < ENOUGH_TOLD or self.siblings.lacks(claim, concepts)
            )
            spans = (*near.content, *near.names)
            i, j = min(s[0] for s in spans), max(s[1] for s in spans)
            deed = min(near.content)
            is_act = deed[0] == i and self.siblings.is_wanted(claim, concepts, deed)
            anchors = (deed, near.core) if is_act and deed != near.core else (near.core,)
            act = concepts.verbs.get(anchors[0], "")
            how = "faint" if is_faint else "near"
            made = Mention(claim, i, j, 1, how, act=act, anchors=anchors, names=near.names)
            found.append(self.of_ban(concepts, made))
        return nearest_name(found)

    def settled(
        self, mentions: list[Mention], concepts: Concepts, preferred: Collection[str]
    ) -> list[Mention]:
        """Of a user's claims over the same words the likeliest, each on the side that the words name."""
        here = self._elsewhere.here(mentions, concepts)
        return [self._sided(m, concepts) for m in self.siblings.settle(here, concepts, preferred)]

    def _sided(self, mention: Mention, concepts: Concepts) -> Mention:
        """A mention with the proposition's own verb taken in, or turned where the unwanted side is named."""
        side = self.siblings.side(mention.claim, concepts, mention.i, mention.j)
        if side < 0:
            return replace(mention, polarity=-mention.polarity)
        mention = replace(
            mention, own=self.siblings.own(mention.claim, concepts, mention.i, mention.j)
        )
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
                and max(s[1] for s in spans) - min(s[0] for s in spans) <= _CORE_REACH
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
        found = Concepts(stems=list(map(stem, sentence.words)))
        for mark in marks:
            if mark.kind in ("fam", "also"):
                self._add_family(found, mark, sentence)
            elif mark.kind in OF_A_NATION:
                found.at["@", str(mark.value)].append((mark.i, mark.j))
        stems, words = self.stems, sentence.words
        for i, root in enumerate(found.stems):
            if root in stems:
                found.at["=", root].append((i, i + 1))
                if root in self._deeds and i and words[i - 1] in MODALS:
                    found.verbs.setdefault((i, i + 1), "base")
            elif "-" in root and not root.startswith(_OTHERS):
                for part in map(stem, words[i].split("-")):
                    if part in stems:
                        found.at["=", part].append((i, i + 1))
        if self._has_shares:
            self._add_shares(found, words)
        if not _WE_WORDS.isdisjoint(words):
            states = set(found.at.get(("@", "us"), ()))  # no "us" but the US
            ours = [(i, i + 1) for i, w in enumerate(words) if w in _WE_WORDS]
            found.at["we", ""] = [span for span in ours if span not in states]
        return found

    def _add_family(self, found: Concepts, mark: Mark, sentence: Sentence) -> None:
        name, span = mark.value[0], (mark.i, mark.j)
        found.at["fam", name].append(span)
        if name in self._alone and (
            mark.j - mark.i > 1 or sentence.words[mark.i] not in GENERAL_FORMS
        ):
            found.at["fam!", name].append(span)
        tag(found, mark, sentence)

    def _add_shares(self, found: Concepts, words: Sequence[str]) -> None:
        for share, i, j in shares(words):
            found.at["=", share].append((i, j))
            found.shares.add(share)
            if is_unqualified(words, j):
                found.at["alone", share].append((i, j))
        for share, i, j in lone_numbers(words):
            if share in self.stems:
                found.at["=", share].append((i, j))

    def find(
        self,
        sentence: Sentence,
        concepts: Concepts,
        claims: frozenset[str],
        *,
        known: Collection[str] = (),
        taken: Collection[tuple[str, int, int]] = (),
    ) -> list[Mention]:
        """The mentions of `claims` in a sentence, one for each clause; of those `known` already by wider words too.

        `taken` are the places where words of a claim mean another matter.
        """
        found = self._closest(sentence, concepts, claims, known, taken)
        named = frozenset(m.claim for m in found if m.how == "keyword")
        again = [
            other
            for part in _clauses_beside(sentence.words, found)
            for other in self._closest(sentence, concepts.between(*part), named, (), taken)
        ]
        return found + again

    def _closest(
        self,
        sentence: Sentence,
        concepts: Concepts,
        claims: frozenset[str],
        known: Collection[str],
        taken: Collection[tuple[str, int, int]],
    ) -> list[Mention]:
        """The one mention of each of `claims` whose words stand closest to each other."""
        found: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for pattern in self._possible(concepts):
            if pattern.claim in claims and (not pattern.again or pattern.claim in known):
                mention = self._match(sentence, concepts, pattern)
                if mention is None or any(is_taken(mention, *place) for place in taken):
                    continue
                mention = self.others.without(mention, sentence, concepts)
                if mention and not self._is_torn(sentence.words, mention):
                    found[mention.claim, mention.polarity].append(mention)
        closeness = partial(self._closeness, sentence.words)
        best = [min(mentions, key=closeness) for mentions in found.values()]
        best = [self._of_party(concepts, m) for m in best]
        best = [self.of_ban(concepts, m) for m in best]
        kept = nearest_name(prefer_opposite(best, sentence.words))
        return give_way(kept, self._beside, sentence.words) if len(kept) > 1 else kept

    def _is_torn(self, words: list[str], mention: Mention) -> bool:
        """Whether a claim's words stand in two clauses; a comma parts those of a user's, who lists no order of words."""
        if mention.claim in self.siblings.weights and "," in words[mention.i : mention.j]:
            return True
        return (
            _spans_clauses(words, mention)
            or _ends_in_another_act(words, mention)
            or (mention.polarity < 0 and _gives_up_refusal(words, mention))
            or (mention.polarity < 0 and not _NOT.isdisjoint(words[mention.i : mention.j]))
        )

    def taken_away(self, sentence: Sentence, concepts: Concepts) -> frozenset[str]:
        """Claims about soldiers that a sentence names by nothing but keywords that a user took away."""
        return frozenset(
            claim
            for claim, (gone, kept) in self._taken.items()
            if any(self._match(sentence, concepts, pattern) for pattern in gone)
            and not any(self._match(sentence, concepts, pattern) for pattern in kept)
        )

    def _closeness(
        self, words: list[str], mention: Mention
    ) -> tuple[bool, bool, bool, int, int, int]:
        """What to keep of several readings of one claim: of a user's the fullest, else the closest within a clause."""
        fullness = len(mention.anchors) if mention.claim in self.siblings.weights else 0
        return (
            not CLAUSE_ENDS.isdisjoint(words[mention.i : mention.j]) and not fullness,
            mention.how == "known",
            bool(mention.only),
            -fullness,
            mention.j - mention.i,
            mention.i,
        )

    def _possible(self, concepts: Concepts) -> list[Pattern]:
        """The patterns that the sentence may hold; in a fixed order."""
        if not self._by_key:
            self._index()
        present, by_key, needed = set(concepts.at), self._by_key, self._needed
        numbers = {
            n
            for concept in present & by_key.keys()
            for other in present & by_key[concept].keys()
            for n in by_key[concept][other]
            if needed[n] <= present
        }
        return [self.patterns[n] for n in sorted(numbers)]

    def _index(self) -> None:
        """File each pattern under the alternatives of the element that the fewest patterns share, and one more.

        Apart from that it needs every element that has no alternative.
        """
        uses = Counter(element for pattern in self.patterns for element in pattern.elements)
        for number, pattern in enumerate(self.patterns):
            first = min(pattern.elements, key=lambda e: uses[e])
            alone = [element for element in pattern.elements if len(element) == 1]
            second = min((e for e in alone if e != first), key=lambda e: uses[e], default=first)
            for concept in first:
                beside = concept if second is first else next(iter(second))
                self._by_key.setdefault(concept, {}).setdefault(beside, []).append(number)
            self._needed.append(frozenset().union(*alone))

    def of_ban(self, concepts: Concepts, mention: Mention) -> Mention:
        """For a claim for a stop: the stop is its matter, and the thing to be stopped is its opposite."""
        ending = self.siblings.endings.get(mention.claim)
        if ending is None:
            return mention
        found = stops(ending, concepts, mention.i, mention.j)
        ended = next(
            (s for s in found if is_passive_of(s, mention.anchors, mention.j, concepts)), None
        )
        if ended is not None:
            anchors = (*(a for a in mention.anchors if a != ended), ended)
            return replace(mention, j=ended[1], anchors=anchors, act="part")
        if found:
            return replace(mention, matter=tuple(found))
        if is_thing(ending, concepts, mention.anchors):
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
        return match(sentence, concepts, pattern, plain=pattern.claim in self._plain)


def _ends_in_another_act(words: list[str], mention: Mention) -> bool:
    """As in "rejects NATO membership, abandoning its support": the last word is what is done beside it."""
    last = max((i for i, _ in mention.anchors), default=0)
    return last > mention.i and words[last - 1] == "," and words[last].endswith("ing")


def _gives_up_refusal(words: list[str], mention: Mention) -> bool:
    """As in "drops its resistance to NATO membership": what is given up is the refusal, and not the matter."""
    return any(
        words[k] in _REFUSALS
        for _, end in mention.anchors
        if end < mention.j
        for k in range(end, min(end + 3, mention.j))
    )


def _families_of(claims: Iterable[Claim], topics: Topics) -> frozenset[str]:
    """The families that a text is searched for: those that some claim's words belong to."""
    concepts = {c for pattern in topics.every() for element in pattern.elements for c in element}
    concepts.update(topics.others.concepts)
    for words in (*topics.echoes.values(), *topics.weights.values()):
        concepts |= set(words)
    named = {name for claim in claims for name in (*claim.context, *claim.parties)}
    return (
        frozenset(name for kind, name in concepts if kind.startswith("fam"))
        | named
        | ENDING_FAMILIES
    )


def _spans_clauses(words: list[str], mention: Mention) -> bool:
    """Whether a claim's words stand in two clauses: "… U.S. boots would not be there and that air support was …".

    Nor do who is told something and what he is told: "told Washington that a mission …".
    """
    held = words[mention.i : mention.j]
    if "," in held and not _LEFT_OPEN.isdisjoint(held[: held.index(",")]):
        return True  # "a security arrangement could be found, a role for Kyiv …"
    told = {end - mention.i for _, end in mention.names}
    return any(
        word == "that"
        and (held[k - 1] in ("and", "but") or k in told)
        and held[k + 1 : k + 2] not in (["of"], ["such"])
        for k, word in enumerate(held)
        if k
    )


def _clauses_beside(words: list[str], mentions: list[Mention]) -> list[tuple[int, int]]:
    """The tokens before and behind what was found, as far as they are of other clauses: "rejects X, while Poland backs X"."""
    keyed = [m for m in mentions if m.how == "keyword"]
    if not keyed:
        return []
    first, last = min(m.i for m in keyed), max(m.j for m in keyed)
    links = [
        k
        for k, word in enumerate(words[:-1])
        if word in _CLAUSE_LINKS
        and words[k + 1] != "not"  # "by talks and not by recognition"
        and (word != "and" or words[k - 1] == ",")  # "Washington and Europe"
    ]
    before = max((k for k in links if k < first), default=0)
    behind = min((k for k in links if k >= last), default=len(words))
    parts = [(0, before), (behind, len(words))]
    return [part for part in parts if part[1] - part[0] > _CLAUSE_LEAST]


def is_taken(mention: Mention, claim: str, i: int, j: int) -> bool:
    """As in "other NATO members": words that mean another matter there, unless a keyword says more with all of several."""
    if claim != mention.claim or j <= mention.i or mention.j <= i:
        return False
    inside = [i <= k < j for k, _ in (*mention.anchors, *mention.names)]
    says_more = j - i > 1 and sum(inside) == j - i and not all(inside)
    return any(inside) and not says_more
