"""A position told again without its verb: "so will Italy", "Poland does not", "Spain said the same".

Knows the short forms by which English repeats a predicate of another subject. Knows no cue and no claim.
"""

from dataclasses import replace

from watchers.model import Position
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import OPPOSITE, Composed
from watchers.reading.text.document import Sentence
from watchers.reading.voices.exceptions import is_exception
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import AUXILIARIES
from watchers.reading.words.vocabulary import Mark

#: Tokens in which a short form begins, counted from the head of its sentence.
_HEAD = 3
_ENDS = frozenset(
    {",", ".", ";", ":", "–", '"', "!", "either", "too", "though", "but", "and", "while", "whereas"}
)
#: As in "so does Italy": with the same sign whatever stands before.
_LIKEWISE = frozenset({"so", "neither", "nor", "as"})
_ALTERNATIVES = frozenset({"nor", "or"})
#: What is shared where the same is told of another.
_HELD = frozenset({"assessment", "attitude", "line", "opinion", "position", "scepticism", "sentiment", "stance", "view"})  # fmt: skip
_FULL = {
    ("said", "the", "same"): 1, ("says", "the", "same"): 1, ("did", "the", "same"): 1, ("does", "the", "same"): 1,
    ("did", "likewise"): 1, ("thinks", "the", "same"): 1, ("takes", "the", "same", "view"): 1, ("took", "the", "same", "view"): 1,
    ("followed", "suit"): 1, ("follows", "suit"): 1, ("too",): 1, ("likewise",): 1, ("also",): 1,
    ("shares", "that", "view"): 1, ("shared", "that", "view"): 1, ("shares", "the", "view"): 1, ("shared", "the", "view"): 1,
    ("takes", "a", "similar", "view"): 1, ("took", "a", "similar", "view"): 1, ("takes", "a", "similar", "line"): 1,
    ("took", "a", "similar", "line"): 1, ("has", "taken", "a", "similar", "stance"): 1, ("took", "a", "similar", "stance"): 1,
    ("takes", "the", "same", "line"): 1, ("took", "the", "same", "line"): 1, ("is", "of", "the", "same", "mind"): 1,
    ("was", "of", "the", "same", "mind"): 1, ("is", "of", "the", "same", "opinion"): 1, ("feels", "the", "same"): 1,
    ("felt", "the", "same"): 1, ("said", "much", "the", "same"): 1, ("says", "much", "the", "same"): 1, ("thought", "likewise"): 1,
    ("sees", "it", "the", "same", "way"): 1, ("saw", "it", "the", "same", "way"): 1, ("joined", "in"): 1, ("did", "so", "too"): 1,
    ("takes", "the", "opposite", "view"): -1, ("took", "the", "opposite", "view"): -1, ("thought", "otherwise"): -1,
    ("takes", "a", "different", "view"): -1, ("took", "a", "different", "view"): -1, ("begged", "to", "differ"): -1,
    ("begs", "to", "differ"): -1,
    ("agrees",): 1, ("agreed",): 1, ("concurred",): 1, ("concurs",): 1, ("disagreed",): -1, ("disagrees",): -1,
    ("sees", "it", "differently"): -1, ("saw", "it", "differently"): -1, ("thinks", "otherwise"): -1,
    ("said", "the", "opposite"): -1, ("says", "the", "opposite"): -1, ("did", "the", "opposite"): -1,
}  # fmt: skip
#: What a cue of a denied verb begins with.
_NEVER = (["not"], ["never"])
_HAVING = (["be"], ["have"], ["see"])
#: What parts an exception from a verb that is not of all the others.
_PARTING = frozenset({",", ";", "that", "which", "who"})
_FULL_FIRST = frozenset(tail[0] for tail in _FULL)
_GOES_FOR = (
    ("same", "goes", "for"),
    ("same", "applies", "to"),
    ("same", "is", "true", "of"),
    ("same", "holds", "for"),
)
_GOES_FOR_LAST = frozenset(lead[-1] for lead in _GOES_FOR)


def echoed(
    sentence: Sentence,
    marks: list[Mark],
    voices: list[Voice],
    start: int,
    *,
    negative: bool,
    at_head: bool = False,
) -> list[tuple[Voice, int]]:
    """The voices behind token `start` of which the same is told, or with -1 the opposite.

    `negative` tells that the verb before was denied, `at_head` that only the sentence's head counts.
    """
    words = sentence.words
    end = min(len(words), start + _HEAD) if at_head else len(words)
    found: list[tuple[Voice, int]] = []
    for voice in voices:
        if voice.i < start or not voice.actors or (at_head and voice.i > end):
            continue
        sign = _sign(words, marks, voice, negative)
        if sign and voice.i - 1 >= start - 1:
            found.append((voice, sign))
            found += [(v, sign) for v in _joined(words, voices, voice)]
    return found


def excepted(words: list[str], voices: list[Voice], first: int) -> list[tuple[Voice, int]]:
    """As in "Everyone except Hungary backs it", with the verb at token `first`: of whom the opposite is told."""
    return [
        (v, -1)
        for v in voices
        if v.actors
        and v.i > 1
        and v.role == "object"
        and is_exception(words, v.i - 1 - (words[v.i - 1] == "the"))
        and _PARTING.isdisjoint(words[v.j : first])
    ]


def told_again(chain: Governed, composed: Composed, sign: int) -> Composed:
    """The position of somebody of whom the same is told, or with -1 the opposite; who does not reject is open."""
    position = composed.position if sign > 0 else OPPOSITE[composed.position]
    if sign < 0 and composed.position.direction < 0 and not is_denied(chain, composed):
        position = Position.OPEN
    return replace(composed, position=position, rules=(*composed.rules, "echoed"))


def is_denied(chain: Governed, composed: Composed) -> bool:
    """Whether "does" would be the opposite of a predicate: of "does not support it", and not of "rejects it"."""
    if not chain.groups:
        return composed.position.direction < 0  # the answer "no"
    verb = chain.text.split()
    lacks = verb[:1] in _HAVING and verb[1:2] == ["no"]
    return chain.groups[0].negated or verb[:1] in _NEVER or lacks


def _sign(words: list[str], marks: list[Mark], voice: Voice, negative: bool) -> int:
    i, j = voice.i, voice.j
    i -= bool(i and words[i - 1] == "the")
    if i >= 2 and words[i - 1] in AUXILIARIES and words[i - 2] in _LIKEWISE:
        return int(_ends(words, j) or words[j] in _ALTERNATIVES)
    if tuple(words[i - 2 : i]) == ("shared", "by") and not _HELD.isdisjoint(words[i - 4 : i - 2]):
        return 1  # "…, a position shared by Italy"
    for lead in _GOES_FOR if i and words[i - 1] in _GOES_FOR_LAST else ():
        if tuple(words[max(0, i - len(lead)) : i]) == lead:
            return 1
    for tail, sign in _FULL.items() if j < len(words) and words[j] in _FULL_FIRST else ():
        if (
            tuple(words[j : j + len(tail)]) == tail
            and _ends(words, j + len(tail))
            and _begins(words, i)
        ):
            return sign
    if _begins(words, i) and words[j : j + 1] and words[j] in AUXILIARIES:
        k = j + 1
        denied = words[j].endswith("n't")
        while k < len(words) and (words[k] in ("not", "n't", "never") or words[k] in AUXILIARIES):
            denied |= words[k] in ("not", "n't", "never") or words[k].endswith("n't")
            k += 1
        if words[k : k + 2] in ([",", "too"], [",", "likewise"]):
            k += 1
        if words[k : k + 1] in (["too"], ["likewise"], ["either"]):
            return int(_ends(words, k + 1))  # not in "it was too early"
        inserted = voice.word == "it" and words[k : k + 1] == [","]  # "It would, he said, be wrong"
        if _ends(words, k) and (k < len(words) or denied) and not inserted:
            return 1 if denied == negative else -1
    return 0


def _begins(words: list[str], i: int) -> bool:
    """Whether a clause begins there: at the head, or behind a comma, "and", "but", "while"."""
    return i == 0 or words[i - 1] in (",", ";", "–", "and", "but", "while", "whereas", "yet", ":")


def _ends(words: list[str], k: int) -> bool:
    return k >= len(words) or words[k] in _ENDS


def _joined(words: list[str], voices: list[Voice], first: Voice) -> list[Voice]:
    """As in "so do Italy, Spain and Portugal"."""
    made, at = [], first.j
    for voice in voices:
        if voice.i < at or not voice.actors:
            continue
        between = words[at : voice.i]
        if not between or not all(w in (",", "and", "or", "nor", "the") for w in between):
            break
        made.append(voice)
        at = voice.j
    return made if len(made) == 1 or (made and "and" in words[first.j : made[-1].i]) else []
