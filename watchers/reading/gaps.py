"""Cues with something between their words: "called on Monday for", "spoke out clearly against", "agreed again to".

Knows days, adverbs and how to look past them. Knows no cue's meaning.
"""

import re
from collections.abc import Iterable

from watchers.cues import Frame
from watchers.reading.text import Sentence
from watchers.reading.vocabulary import Automaton, Mark, marks_of

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
#: What may part the words of a cue, where a preposition or a particle goes on with it.
_GAP = re.compile(
    rf"(?<= not) yet(?= )| (?:on (?:{_DAYS})|(?:{_DAYS})|today|yesterday|again|also|once (?:again|more)|\w{{3,}}ly)(?: (?:morning|afternoon|evening|night))?"
    r"(?= (?:about|against|at|away|back|down|for|from|in|into|of|off|on|out|over|to|towards?|up|with) )"
)
_KINDS = frozenset({"cue", "bare"})


def gapped(
    sentence: Sentence, folded: str, raw: str, lexicon: Automaton, known: Iterable[Mark]
) -> list[Mark]:
    """The cues of a sentence that something parts, and the marks `known` without those that they swallow.

    `folded` and `raw` are the sentence's own text, from its start.
    """
    marks = list(known)
    gaps = [(m.start(), m.end()) for m in _GAP.finditer(folded)]
    if not gaps:
        return marks
    bounds = [0, *(bound for gap in gaps for bound in gap), len(folded)]
    kept = [slice(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    places = [k for part in kept for k in range(part.start, part.stop)]
    hits = lexicon.find("".join(folded[k] for k in kept), "".join(raw[k] for k in kept))
    whole = [
        (places[start], places[end - 1] + 1, entry)
        for start, end, entry in hits
        if entry.kind in _KINDS
    ]
    parted = [
        (start + sentence.start, end + sentence.start, entry)
        for start, end, entry in whole
        if any(start < a and b < end for a, b in gaps)
    ]
    found = marks_of(sentence, parted)
    swallowed = [
        m
        for m in marks
        if m.kind in _KINDS
        and m.value.frame is not Frame.ABOUT
        and any(f.i <= m.i and m.j <= f.j for f in found)
    ]
    return [m for m in marks if m not in swallowed] + found
