"""When a stance is on part of a matter alone, or on another that serves it: "rejects guarantees that Russia has not signed".

Knows word order around a matter. Knows no cue, no claim and no speaker.
"""

import itertools
from collections.abc import Iterable
from itertools import pairwise

from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import SOLDIERS
from watchers.reading.words.vocabulary import Mark

#: Before a matter that is known: what is said of it behind tells which one it is, and narrows nothing.
_DEFINITE = frozenset({
    "'s", "both", "her", "his", "its", "my", "our", "such", "the", "their", "these", "this", "those",
})  # fmt: skip
#: Openings of a clause or participle that narrows the noun before it.
_NARROWING = frozenset({
    "agreed", "based", "built", "decided", "drafted", "drawn", "excluding", "imposed", "lacking", "made", "negotiated",
    "resting", "that", "which", "whose", "written",
})  # fmt: skip
_PREPOSITIONS = frozenset({"by", "for", "from", "in", "of", "on", "to", "under", "with"})
#: Adverbs that single out a part: "Europe alone", "the only guarantee".
_SINGLING = frozenset(
    {"alone", "chiefly", "exclusively", "mainly", "mostly", "only", "primarily", "sole", "solely"}
)
_NEGATIONS = frozenset(
    {"cannot", "n't", "never", "no", "nobody", "none", "not", "nothing", "without"}
)
#: By which more is said than what is denied: "is not just a threat".
_MERELY = frozenset({"just", "merely", "simply"})
_BREAKS = frozenset({",", ";", ":", "–", '"', "and", "but", "nor", "or"})
#: Tokens before a noun in which its article stands; tokens of the clause behind it that are looked at.
_ARTICLE_REACH, _CLAUSE_REACH = 4, 8
#: Tokens between a stance and its matter, and behind the matter, in which a part may be singled out.
_SINGLE_REACH, _SINGLE_BEHIND = 10, 5
#: Times that end before a war does, and the tokens behind a matter in which they are named.
_SOON, _SOON_REACH = frozenset({"days", "hours", "weeks"}), 9
#: Tokens of a place behind a matter: "in the whole of Ukraine".
_PLACE_MAX = 6
#: What is denied of all of several, and the tokens from there to what they do.
_EVERYBODY, _SOME_REACH = frozenset({"all", "each", "every", "everybody", "everyone"}), 7
#: How one matter serves another, and the tokens between the two.
_SERVING = (
    ("for",), ("under",), ("within",), ("as", "part", "of"), ("as", "a", "part", "of"), ("as", "an", "element", "of"), ("framework", "of"),
    ("context", "of"), ("in", "support", "of"), ("to", "back", "up"), ("to", "back"), ("to", "secure"), ("to", "guarantee"),
    ("to", "underpin"), ("to", "enforce"), ("to", "support"), ("linked", "to"), ("tied", "to"), ("exchange", "for"), ("return", "for"),
    ("backed", "by"),
)  # fmt: skip
_SERVING_REACH = 12


def is_not_of_all(words: list[str], first: int) -> bool:
    """As in "not all countries are ready to": what not all of them do, some may."""
    lead = words[max(0, first - _SOME_REACH) : first]
    return any(one == "not" and other in _EVERYBODY for one, other in pairwise(lead))


def is_narrowed(words: list[str], mention: Mention, cue: tuple[int, int] | None) -> bool:
    """Whether what stands behind or before a matter singles out a part of it, or one of its kinds.

    Soldiers are so only by what they lack: to refuse "troops that would fight" is to refuse troops.
    """
    soldiers = mention.claim.startswith(SOLDIERS)
    begin, end = min(mention.anchors, default=(mention.i, mention.j))
    lead = _before(words, begin)
    clause = _narrowing_clause(words, end) or _narrowing_clause(words, mention.j)
    if clause and _DEFINITE.isdisjoint(lead):
        return not soldiers or not (_NEGATIONS | _SINGLING).isdisjoint(clause)
    if soldiers or cue is None or cue[1] > begin:
        return False
    between = words[max(cue[1], begin - _SINGLE_REACH) : begin]
    behind = words[mention.j : mention.j + _SINGLE_BEHIND]
    stop = next((k for k, word in enumerate(behind) if word in _BREAKS), len(behind))
    return not _SINGLING.isdisjoint((*between, *behind[:stop]))


def serves_another(
    words: list[str], mention: Mention, first: int, others: Iterable[Mention]
) -> bool:
    """Whether a stance that begins at `first` is on what serves a matter: "ruled out soldiers as part of the guarantees"."""
    return any(
        other.claim != mention.claim
        and first <= other.i
        and 0 <= mention.i - other.j <= _SERVING_REACH
        and _BREAKS.isdisjoint(words[other.j : mention.j])
        and _is_serving(words[other.j : mention.j], mention.i - other.j)
        for other in others
    )


def is_for_now(words: list[str], mention: Mention) -> bool:
    """As in "no soldiers in the coming weeks": of when they will not come, and not that they will not."""
    if not mention.claim.startswith(SOLDIERS):
        return False
    behind = words[mention.j : mention.j + _SOON_REACH]
    return any(
        two in (("the", "coming"), ("the", "next")) and not _SOON.isdisjoint(behind[k + 2 : k + 4])
        for k, two in enumerate(itertools.pairwise(behind))
    )


def _is_serving(link: list[str], begin: int) -> bool:
    """Whether the words from one matter to another, which begins at `begin`, say that the one serves the other."""
    for k in range(len(link)):
        for way in _SERVING:
            between = link[k + len(way) : begin]
            if (
                tuple(link[k : k + len(way)]) == way
                and len(between) <= _ARTICLE_REACH
                and _PREPOSITIONS.isdisjoint(between)
            ):
                return True
    return False


def _before(words: list[str], begin: int) -> list[str]:
    lead = words[max(0, begin - _ARTICLE_REACH) : begin]
    cut = max((k + 1 for k, word in enumerate(lead) if word in _BREAKS), default=0)
    return lead[cut:]


def _narrowing_clause(words: list[str], k: int) -> list[str]:
    """The words of the clause that narrows the noun before token `k`; empty where there is none."""
    end = min(k + _PLACE_MAX, len(words))
    while (
        k < end and words[k] in _PREPOSITIONS and words[k + 1 : k + 2] not in (["which"], ["whom"])
    ):
        k += 2 + (words[k + 1 : k + 2] == ["the"])
        k += words[k : k + 1] in (["'s"], ["itself"])
    opens = words[k : k + 1] and (
        words[k] in _NARROWING
        or (words[k] in _PREPOSITIONS and words[k + 1 : k + 2] in (["which"], ["whom"]))
        or (words[k : k + 2] in (["in", "the"],) and "which" in words[k + 2 : k + 5])
    )
    return words[k : k + _CLAUSE_REACH] if opens else []


def denies(words: list[str], negs: Iterable[Mark], span: tuple[int, int], said: int) -> bool:
    """Whether what stands in a span denies what is said from a token on.

    It does not in "guarantees without Russia are a utopia", which is what they lack, nor in "is not just a threat".
    """
    begin, end = span
    denied = [words[n.i] for n in negs if begin <= n.i < end]
    if denied and set(denied) == {"without"}:
        return False
    lead = words[said:end]
    at = next((k for k, word in enumerate(lead) if word in _MERELY), 0)
    return not at or lead[at - 1] not in ("not", "n't")
