"""Where a sentence names a claim's matter: its concepts, and the places where a keyword's stand together.

Knows patterns of concepts. Knows no cue and no speaker.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat

from watchers.reading.matter.keywords import Concept, Pattern
from watchers.reading.matter.possession import Span, is_for_another, owned
from watchers.reading.matter.topic_words import VERB_LEADS
from watchers.reading.text.document import Sentence
from watchers.reading.words.vocabulary import Mark

#: Tokens. A keyword's words stand within this many tokens for each of them.
_NEAR = 5
#: The same for shipped claims, whose keywords are many.
_NEAR_PLAIN = 4
_NEAR_MAX = 14
#: Tokens between the words of a phrase that has no word of its own beside names: "Ukraine in NATO".
_PHRASE_GAP = 2
#: What parts two phrases of a sentence.
_PARTS = frozenset({",", ";", ":", "-", "--", "(", ")"})
#: What may be dropped or given up of who was against a matter.
_RESISTING = frozenset(
    {"objection", "objections", "opposition", "refusal", "reservations", "resistance", "veto"}
)
#: Tokens from a matter to that in which it is, and the words that lead there.
_OF_WHAT = 3
_IN = frozenset({"in", "over", "on", "of", "about", "for"})
#: Tokens by which one name must be nearer than another to be the one that is meant.
_NEARER = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim's matter, named at tokens `i` to `j` of a sentence."""

    claim: str
    i: int
    j: int
    #: 1, or -1 where the opposite is named.
    polarity: int
    #: By what it is named: keyword, near, known, echo, soldiers …; "faint" where that is too little for a position.
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
    #: Words of the user's own proposition: "hit" in a claim that buyers are hit with tariffs.
    own: tuple[Span, ...] = ()
    #: The actor that must hold it, where the mention names one party alone; empty: anybody.
    only: str = ""
    #: For soldiers, claims of which the user says that this is another matter.
    barred: frozenset[str] = frozenset()


def at(mention: Mention, i: int, j: int) -> Mention:
    """A matter that was named before, as if it were named at other tokens."""
    return replace(mention, i=i, j=j, anchors=((i, j),), names=(), act="")


@dataclass(slots=True)
class Concepts:
    """The concepts of one sentence and where they stand."""

    at: dict[Concept, list[Span]] = field(default_factory=lambda: defaultdict(list))
    verbs: dict[Span, str] = field(default_factory=dict)
    #: The stem of each token.
    stems: list[str] = field(default_factory=list)
    #: The percentages of a sentence, where a claim is about one.
    shares: set[str] = field(default_factory=set)

    def spans(self, alternatives: frozenset[Concept]) -> list[Span]:
        found = [span for concept in alternatives for span in self.at.get(concept, ())]
        return sorted(set(found)) if len(found) > 1 else found

    def between(self, i: int, j: int) -> "Concepts":
        """Those of them that stand at tokens `i` to `j`."""
        spans = {
            concept: [span for span in spans if i <= span[0] and span[1] <= j]
            for concept, spans in self.at.items()
        }
        kept = {concept: found for concept, found in spans.items() if found}
        return replace(self, at=defaultdict(list, kept))


def tag(found: Concepts, mark: Mark, sentence: Sentence) -> None:
    """Note the verb form of a mark; a word that may be a noun is one, unless a verb must stand there."""
    span = (mark.i, mark.j)
    if mark.value[1] == "noun":
        before = sentence.words[mark.i - 1] if mark.i else ""
        if before not in VERB_LEADS:
            found.verbs[span] = ""
    elif found.verbs.get(span) != "":
        found.verbs[span] = mark.value[1]


def match(
    sentence: Sentence, concepts: Concepts, pattern: Pattern, *, plain: bool
) -> Mention | None:
    """Where all concepts of a keyword stand near each other; nearer for the `plain` shipped ones."""
    if pattern.phrase:
        return _in_order(sentence, concepts, pattern)
    places = []
    for element in pattern.elements:
        spans = concepts.spans(element)
        if not spans:
            return None
        places.append(spans)
    pairs: dict[Span, tuple[Span, Span]] = {}
    if (n := pattern.owner) >= 0:
        pairs = owned(sentence.words, concepts.verbs, places[n], places[n + 1])
        if not pairs:
            return None
        places[n : n + 2] = [list(pairs)]
    chosen = _tightest(places)
    if chosen is None:
        return None
    chosen = [span for part in chosen for span in pairs.get(part, (part,))]
    i, j = min(s for s, _ in chosen), max(e for _, e in chosen)
    near = _NEAR_PLAIN if plain else _NEAR
    if j - i > min(near * len(chosen), _NEAR_MAX):
        return None
    if pattern.closed and is_for_another(sentence.words, j):
        return None
    if _is_parted(sentence.words[i:j]):
        return None
    return _mention(pattern, i, j, chosen, concepts)


def _is_parted(words: list[str]) -> bool:
    """As in "They want the Donbas – we do not accept this": the words are of two clauses, and of no matter."""
    return words.count("–") == 1


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
    small = not all(
        pattern.names
    )  # "in" is the word of "Ukraine in NATO", and "from" none of "imports from Ukraine"
    starts = (
        [(i, i + 1) for i, w in enumerate(sentence.words) if w == first]
        if isinstance(first, str)
        else concepts.spans(first)
    )
    for start in starts:
        chosen, at = [] if small and isinstance(first, str) else [start], start[1]
        for part, gap in zip(pattern.phrase[1:], pattern.gaps or repeat(_PHRASE_GAP), strict=False):
            spans = (
                [
                    (i, i + 1)
                    for i in range(at, min(at + 3, len(sentence.words)))
                    if sentence.words[i] == part
                ]
                if isinstance(part, str)
                else [
                    s
                    for s in concepts.spans(part)
                    if at <= s[0] <= at + gap
                    and (not pattern.gaps or _PARTS.isdisjoint(sentence.words[at : s[0]]))
                ]
            )
            if not spans:
                break
            if not (small and isinstance(part, str)):
                chosen.append(spans[0])
            at = spans[0][1]
        else:
            if pattern.closed and is_for_another(sentence.words, at):
                return None
            return _mention(pattern, start[0], at, chosen, concepts)
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
    if pattern.gaps and content and not concepts.verbs.get(content[0]):
        acts = []  # "guarantees modelled on …": what is promised is no deed
    if pattern.gaps and pattern.names[0] and concepts.verbs.get(chosen[1]):
        i = chosen[1][0]  # who does it goes before the matter: "Kyiv will not | renounce NATO"
    return Mention(
        claim=pattern.claim,
        i=i,
        j=j,
        polarity=pattern.polarity,
        how="known" if pattern.again else "keyword",
        only=pattern.only,
        act="" if pattern.again else acts[0] if acts else "base" if pattern.polarity < 0 else "",
        matter=((i, j),) if pattern.polarity < 0 else (),
        anchors=tuple(content),
        names=tuple(names),
    )


def prefer_opposite(mentions: list[Mention], words: list[str]) -> list[Mention]:
    """Where the opposite is named over the same words, it alone is meant.

    It is not named by "dropped its opposition to" the matter: what is dropped is the opposition.
    """
    against = [
        m
        for m in mentions
        if m.polarity < 0
        and _RESISTING.isdisjoint(words[m.i : m.anchors[-1][0] if m.anchors else m.j])
    ]
    return [
        m
        for m in mentions
        if m in against
        or (
            m.polarity > 0
            and not any(o.claim == m.claim and o.i < m.j and m.i < o.j for o in against)
        )
    ]


def give_way(
    mentions: list[Mention], beside: Mapping[str, frozenset[str]], words: list[str]
) -> list[Mention]:
    """Without what is only named as part of another claim's matter: "a say in the guarantees" is of the say."""
    return [m for m in mentions if not any(_is_part(m, o, beside, words) for o in mentions)]


def _is_part(
    part: Mention, whole: Mention, beside: Mapping[str, frozenset[str]], words: list[str]
) -> bool:
    if whole.how != "keyword" or part.claim not in beside.get(whole.claim, ()):
        return False
    is_behind = 0 < part.i - whole.j <= _OF_WHAT and words[whole.j] in _IN
    is_within = whole.i <= part.i and part.j <= whole.j
    if part.how == "known":
        return is_behind or is_within
    # named in full, and yet no more than what a say is had in
    leads = is_behind or (
        is_within and not _IN.isdisjoint(words[max(whole.i, part.i - 2) : part.i])
    )
    return part.how == "keyword" and leads and not part.names and whole.i < part.i


def nearest_name(mentions: list[Mention]) -> list[Mention]:
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


def echo_mentions(concepts: Concepts, claim: str, echoes: frozenset[Concept]) -> list[Mention]:
    """A claim's matter named again by a word of its own, in the order of the text."""
    spans = {span for concept in echoes for span in concepts.at.get(concept, ())}
    return [
        Mention(claim, i, j, 1, "echo", act=concepts.verbs.get((i, j), ""), anchors=((i, j),))
        for i, j in sorted(spans)
    ]
