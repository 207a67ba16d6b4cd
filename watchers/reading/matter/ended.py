"""Whether words are those for what a proposition would end, and where a sentence ends it.

Knows endings and a sentence's concepts. Knows no cue and no speaker.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from watchers.reading.matter.endings import Ending
from watchers.reading.matter.handled import is_asked_for
from watchers.reading.matter.keywords import Concept
from watchers.reading.matter.possession import Span
from watchers.reading.words.inflect import stem

#: Tokens before and behind a mention in which a word that ends it belongs to it.
STOP_REACH, _STOP_BEHIND = 6, 6
#: Tokens from a noun to what tells which: "imports of the gas".
_NOUN_REACH = 3
#: Tokens between a thing and the verb that ends it: "… should one day be banned".
_PASSIVE_REACH = 5
#: What leads from a noun to a matter.
_OF_WHAT = frozenset({"from", "of", "with"})
#: What parts what is ended from another end behind it: "opposes mining, calling for a moratorium".
_PARTS = frozenset({",", ";", "and", "but"})
#: Words by which less than an end is put to what a proposition would end: "a delay of the rules", "curbs on imports".
_CURBING = frozenset(map(stem, (
    "curb", "curbs", "defer", "deferral", "delay", "exempt", "exemption", "limit", "postpone", "postponement", "reduce",
    "reduction", "restrict", "restriction", "weaken",
)))  # fmt: skip
_DETERMINERS = frozenset({"a", "all", "any", "it", "its", "the", "their", "this"})
#: Families of what stops something, and what stands between that and a word for its end.
_STOPS, _OF_STOP = (
    frozenset({"BAN", "CLOSE", "EMBARGO", "MORATORIUM"}),
    _DETERMINERS | {"of", "on", "to"},
)


class Matched(Protocol):
    """A sentence's concepts and where they stand."""

    @property
    def at(self) -> Mapping[Concept, list[Span]]: ...
    @property
    def verbs(self) -> Mapping[Span, str]: ...
    @property
    def stems(self) -> list[str]: ...


def is_thing(ending: Ending, concepts: Matched, spans: Collection[Span]) -> bool:
    """Whether words are those for what a proposition would end.

    Words that no family has, and those of the keywords, need its own noun among them or right before; and they are
    not what another noun is of: "a delay of the rules".
    """
    if _are_within(spans, ending.known, concepts):
        return True
    begin, end = min(i for i, _ in spans) - _NOUN_REACH, max(j for _, j in spans)
    nouns = {s for c in ending.head for s in concepts.at.get(c, ())}
    return any(
        begin <= i and j <= end and not _is_of_another(ending, concepts, i) for i, j in nouns
    ) and _are_within(spans, ending.thing, concepts)


def names_thing(ending: Ending, concepts: Matched, spans: Collection[Span]) -> bool:
    """Whether words are all of what a proposition would end, whatever noun stands over them."""
    return _are_within(spans, ending.thing, concepts)


def _is_of_another(ending: Ending, concepts: Matched, k: int) -> bool:
    """Whether another noun is of what begins at a token, or of the whole of which it is the noun."""
    thing = {i for c in ending.thing for i, _ in concepts.at.get(c, ())}
    while k and (k - 1 in thing or concepts.stems[k - 1] in _DETERMINERS):
        k -= 1
    return k > 0 and concepts.stems[k - 1] in _OF_WHAT


def stops(ending: Ending, concepts: Matched, i: int, j: int) -> list[Span]:
    """Where the words stand by which a proposition that ends something ends it, at or before a mention."""
    named = [s for s in near(concepts, ending.families, i, j) if not _is_asked_for(concepts, s)]
    found = _innermost(concepts, named, ending)
    low = max(0, i - STOP_REACH)
    beside = concepts.stems[low : j + _STOP_BEHIND]
    if not found and not _CURBING.isdisjoint(beside):
        k = next(low + n for n, word in enumerate(beside) if word in _CURBING)
        if _PARTS.isdisjoint(concepts.stems[j:k]):
            return [(k, k + 1)]
    return found


def _is_asked_for(concepts: Matched, span: Span) -> bool:
    return any(is_asked_for(concepts.stems, k) for k in range(*span))


def is_passive_of(stop: Span, anchors: Iterable[Span], behind: int, concepts: Matched) -> bool:
    """As in "bottom trawling should be banned": the stop is what becomes of the words before it."""
    end = max((j for _, j in anchors if j <= stop[0]), default=behind)
    between = concepts.stems[min(end, behind) : stop[0]]
    return 0 < len(between) <= _PASSIVE_REACH and bool({"be", "been", "being"} & {*between[-2:]})


def _are_within(spans: Iterable[Span], known: Iterable[Concept], concepts: Matched) -> bool:
    places = {s for c in known for s in concepts.at.get(c, ())}
    return all(any(i <= span[0] and span[1] <= j for i, j in places) for span in spans)


def _innermost(concepts: Matched, stops: list[Span], ending: Ending) -> list[Span]:
    """Without what is done to a stop: "an end of the ban", "lift the import embargo"."""
    if len(set(stops)) < 2:
        return stops
    bans = {
        s
        for name in _STOPS & ending.families
        for s in concepts.at.get(("fam", name), ())
        if not concepts.verbs.get(s)
    }
    thing = {k for c in ending.thing for i, j in concepts.at.get(c, ()) for k in range(i, j)}
    return [
        stop
        for stop in stops
        if not any(
            stop[1] <= ban[0]
            and all(k in thing or concepts.stems[k] in _OF_STOP for k in range(stop[1], ban[0]))
            for ban in bans
        )
    ]


def near(concepts: Matched, families: Collection[str], i: int, j: int) -> list[Span]:
    """Where words of some families stand around tokens `i` to `j`."""
    return [
        span
        for name in sorted(families)
        for span in concepts.at.get(("fam", name), ())
        if i - STOP_REACH <= span[0] < j + _STOP_BEHIND
        and _PARTS.isdisjoint(concepts.stems[j : span[0]])
    ]
