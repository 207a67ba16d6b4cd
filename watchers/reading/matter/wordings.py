"""What a user says of a claim, made into patterns: word by word, by its own words alone, who becomes a member of what.

Knows keywords and propositions as concepts. Knows no text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from watchers.claims import Claim
from watchers.reading.matter.claim_words import Phrase, Weight, Wording
from watchers.reading.matter.endings import ending_of, speaks_of_ending, with_keywords
from watchers.reading.matter.keywords import Concept, Keywords, Pattern
from watchers.reading.words.general_words import GENERAL, GRAMMAR
from watchers.reading.words.inflect import stem
from watchers.reading.words.places import PLACES
from watchers.reading.words.shares import is_share

#: Countries, those that no list of actors has among them.
COUNTRIES = frozenset(("=", stem(place)) for place in PLACES)
#: Words behind which a proposition names what it does not want.
_TURNS = ("instead of", "rather than", "no longer", "and not")
#: What a family of words must weigh among a user's claims for its words to name one wherever they stand.
_CHARACTERISTIC = 0.8
#: Words that name nothing by themselves, as stems.
_SMALL = frozenset(map(stem, GENERAL | GRAMMAR))
_JOINING = ("fam", "JOIN")
#: What stands between who joins and what he joins: "letting Georgia into the EU", "Georgia's future is in …".
_WAYS_IN = (("in",), ("into",), ("inside",), ("'s", "is", "in"), ("'s", "in"), ("'s", "to"))
#: By what other name a body goes once it is clear who would join.
_BODY_NOUNS = {"eu": ("union", "bloc", "club"), "nato": ("alliance",)}


def wording_of(claim: Claim, keywords: Keywords) -> Wording:
    """All that a user says of a claim, as concepts."""
    wanted, unwanted = claim.proposition, ""
    for turn in _TURNS:
        if f" {turn} " in wanted:
            wanted, _, unwanted = wanted.partition(f" {turn} ")
    ending = ending_of(keywords.words(wanted.partition("(")[0]))
    return Wording(
        claim=claim.id,
        keywords=tuple(_phrase(claim, keyword, keywords) for keyword in claim.keywords),
        proposition=_phrase(claim, wanted, keywords),
        unwanted=(_phrase(claim, unwanted, keywords),) if unwanted else (),
        ending=with_keywords(ending, map(keywords.words, claim.keywords)) if ending else None,
        doer=keywords.doer(claim.proposition),
        is_vague=ending is None and speaks_of_ending(keywords.words(wanted)),
    )


def _phrase(claim: Claim, text: str, keywords: Keywords) -> Phrase:
    pattern = keywords.parse(claim.id, text, 1)
    kept = [
        (element, name)
        for element, name in zip(pattern.elements, pattern.names, strict=True)
        if not any(kind == "=" and word in GRAMMAR for kind, word in element)
    ]
    return Phrase(tuple(e for e, _ in kept), tuple(n for _, n in kept))


def word_by_word(claim: Claim, whole: Iterable[Pattern], keywords: Keywords) -> list[Pattern]:
    """The keywords that are known as one expression, with each word for itself; in order where they are common."""
    made = []
    for phrase, known in zip(claim.keywords, whole, strict=True):
        words = keywords.parse(claim.id, phrase, 1, apart=True)
        if words.elements == known.elements:
            continue
        is_common = any(
            isinstance(part, str) or all(name in GENERAL for _, name in part)
            for part in words.phrase
        )
        made.append(words if is_common else replace(words, phrase=()))
    return made


def of_own_words(
    patterns: Iterable[Pattern], weights: Mapping[str, Mapping[Concept, Weight]]
) -> list[Pattern]:
    """The keywords that are one word or expression with those of its families that no other matter goes by.

    "Burden sharing" is not named by every guarantee, nor "cluster munitions" by every shell.
    """
    made = []
    for pattern in patterns:
        if pattern.claim not in weights or len(pattern.elements) != 1:
            made.append(pattern)
            continue
        kept = frozenset(
            known
            for concept in pattern.elements[0]
            for known in _own(pattern.claim, concept, weights)
        )
        if kept:
            made.append(replace(pattern, elements=(kept,)))
    return made


def _own(
    claim: str, concept: Concept, weights: Mapping[str, Mapping[Concept, Weight]]
) -> list[Concept]:
    """A family by whose words a claim goes alone: no other has it, or none has it as much."""
    kind, name = concept
    if kind != "fam":
        return [concept]
    mine = weights[claim][concept]
    others = (
        words[concept].names for c, words in weights.items() if c != claim and concept in words
    )
    leads = mine.names >= _CHARACTERISTIC and mine.names > max(others, default=0)
    return [("fam!", name)] if leads else []


def own_shares(claim: Claim, keywords: Keywords) -> list[Pattern]:
    """Of a proposition that speaks of a percentage: that alone, where nothing else is said of it."""
    said = keywords.parse(claim.id, claim.proposition, 1)
    return [
        Pattern(claim.id, 1, (frozenset({("alone", word)}),), (False,))
        for element in said.elements
        for _, word in element
        if is_share(word)
    ]


def membership(
    claim: Claim, mine: Iterable[Pattern], keywords: Keywords, bodies: frozenset[str]
) -> list[Pattern]:
    """Of a proposition that somebody joins a body: "let Georgia into the EU", "Georgia's future is in the Union"."""
    said = keywords.parse(claim.id, claim.proposition, 1)
    joined = [e for e in said.elements if any(kind == "@" and name in bodies for kind, name in e)]
    if len(joined) != 1 or not _only_joins(said):
        return []
    (body,) = joined
    nouns = (("=", noun) for _, name in body for noun in _BODY_NOUNS.get(name, ()))
    body |= frozenset(nouns)
    newcomers = {
        element
        for pattern in (said, *mine)
        for element, is_name in zip(pattern.elements, pattern.names, strict=True)
        if (is_name or element <= COUNTRIES)
        and not element & body
        and any(_JOINING in e for e in pattern.elements)
    }
    made = []
    for who in sorted(newcomers, key=sorted):
        made.append(Pattern(claim.id, 1, (who, frozenset({_JOINING})), (True, False)))
        made += [
            Pattern(claim.id, 1, (who, body), (True, True), (who, *way, body)) for way in _WAYS_IN
        ]
    return made


def _only_joins(proposition: Pattern) -> bool:
    """Whether it says who joins, and nothing of when, how or with whom."""
    content = [
        {name for kind, name in element if kind == "="}
        for element, is_name in zip(proposition.elements, proposition.names, strict=True)
        if not is_name and _JOINING not in element and not element <= COUNTRIES
    ]
    has_joining = any(_JOINING in element for element in proposition.elements)
    return has_joining and all(words & _SMALL for words in content)
