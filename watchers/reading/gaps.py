"""Cues with something between their words: "called on Monday for", "spoke out clearly against", "agreed again to".

Knows days, adverbs and how to look past them. Knows no cue's meaning.
"""

import re
from collections.abc import Iterable

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
    kept = [k for k in range(len(folded)) if not any(a <= k < b for a, b in gaps)]
    hits = lexicon.find("".join(folded[k] for k in kept), "".join(raw[k] for k in kept))
    whole = [
        (kept[start], kept[end - 1] + 1, entry)
        for start, end, entry in hits
        if entry.kind in _KINDS
    ]
    parted = [h for h in whole if any(h[0] < a and b < h[1] for a, b in gaps)]
    found = marks_of(sentence, parted, sentence.start)
    swallowed = [
        m for m in marks if m.kind in _KINDS and any(f.i <= m.i and m.j <= f.j for f in found)
    ]
    return [m for m in marks if m not in swallowed] + found
