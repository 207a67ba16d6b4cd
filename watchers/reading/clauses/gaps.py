"""Cues with something between their words, or the last one elsewhere: "called on Monday for", "to which Rome is opposed".

Knows days, adverbs, relative clauses and how to look past them. Knows no cue's meaning.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from watchers.cues import Frame
from watchers.reading.text.document import Sentence
from watchers.reading.words.vocabulary import Automaton, Mark, marks_of

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
#: What may part the words of a cue, where a preposition or a particle goes on with it.
_GAP = re.compile(
    rf" (?:(?<= not )yet(?= )|(?:on (?:{_DAYS})|(?:{_DAYS})|today|yesterday|again|also|once (?:again|more)|\w{{3,}}ly)(?: (?:morning|afternoon|evening|night))?"
    r"(?= (?:about|against|at|away|back|down|for|from|in|into|of|off|on|out|over|to|towards?|up|with) ))"
)
#: What a sentence must hold to have any: a look at it costs a tenth of the search.
_GAP_SIGNS = ("ly ", "day", " also", " again", " once", "not yet")
_PLACED_SIGNS = (" in ", " at ", " within ", " inside ")
#: Whose a stance is, between its noun and what it is on: "no appetite in Rome for".
_PLACED = re.compile(
    r"\b(?:appetite|backing|consensus|demand|desire|doubts?|enthusiasm|interest|love|majority|need|objections?|opposition|"
    r"preference|readiness|reluctance|resistance|room|scepticism|skepticism|stomach|support|sympathy|taste|unease|will|"
    r"willingness|wish)( (?:in|within|at|inside) (?:the )?[\w-]+(?: [\w-]+)?)(?= (?:about|against|for|of|on|over|to|towards?) )"
)
_KINDS = frozenset({"cue", "bare"})
_WHICH = re.compile(
    r"(?<=, )(about|against|at|behind|for|from|in|of|on|over|to|towards?|with) (?:which|whom) (?=\w)"
)
_CLAUSE_END = re.compile(r" ?[,.;:!?–\"]")
#: Words of the clause behind "to which", among which the verb stands.
_CLAUSE_MAX = 10


def stranded(sentence: Sentence, folded: str, raw: str, lexicon: Automaton) -> list[Mark]:
    """As in ", to which Rome is opposed,": cues whose preposition stands before their clause, as marks of that kind."""
    found: list[Mark] = []
    for opening in _WHICH.finditer(folded):
        begin = opening.end()
        closing = _CLAUSE_END.search(folded, begin)
        end = closing.start() if closing else len(folded)
        words = list(re.finditer(r"\S+", folded[begin:end]))[:_CLAUSE_MAX]
        for word in reversed(words):
            head = folded[begin : begin + word.end()]
            hits = lexicon.find(
                f"{head} {opening[1]}", f"{raw[begin : begin + word.end()]} {opening[1]}"
            )
            whole = [
                (begin + a + sentence.start, begin + word.end() + sentence.start, entry)
                for a, b, entry in hits
                if entry.kind == "cue" and b == len(head) + 1 + len(opening[1]) and a < len(head)
            ]
            if whole:
                found += [replace(m, kind="stranded") for m in marks_of(sentence, whole[:1])]
                break
    return found


def gapped(
    sentence: Sentence, folded: str, raw: str, lexicon: Automaton, known: Iterable[Mark]
) -> list[Mark]:
    """The cues of a sentence that something parts, and the marks `known` without those that they swallow.

    `folded` and `raw` are the sentence's own text, from its start.
    """
    marks = list(known)
    gaps: list[tuple[int, int]] = []
    if any(map(folded.__contains__, _GAP_SIGNS)):
        gaps = [m.span() for m in _GAP.finditer(folded)]
    if not gaps and any(map(folded.__contains__, _PLACED_SIGNS)):
        gaps = [m.span(1) for m in _PLACED.finditer(folded)]
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
