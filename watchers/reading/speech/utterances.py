"""Words whose speaker is told behind them: quotations of several sentences, and what "This was stated by X" follows.

Knows quotation marks and reports. Knows no claim, and nothing of who spoke before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import BE
from watchers.reading.words.report_words import ADVERBIALS, SAYING

#: Sentences of one quotation; a longer one is a speech that is printed whole.
_RUN_MAX = 12
#: What stands for the words before: "this was announced by", "this opinion was voiced by".
_THIS = frozenset({"it", "that", "this"})
#: Tokens from "this" to its verb, and from a verb to "by".
_THIS_MAX, _BY_MAX = 4, 8
#: Tokens at the head of a sentence in which "X said this" ends.
_HEAD_MAX = 16
#: Forms of verbs and nouns by which words are passed on, beside the commonest.
_PASSED_ON = SAYING | {
    "disclosed",
    "expressed",
    "made",
    "posted",
    "published",
    "revealed",
    "shared",
    "voiced",
    "written",
}


@dataclass(frozen=True, slots=True)
class Closing:
    """Who is told to have spoken a quotation, behind its last sentence; `None` where he speaks for nobody known."""

    source: Voice | None
    #: Whether a sentence of its own tells it: "This was stated by the minister."
    apart: bool = False


def runs(sentences: Iterable[Sentence], goes_on: frozenset[int]) -> Iterable[int]:
    """How many sentences from here on share one quotation or teller, again and again to the end.

    `goes_on` has the quotations that end with their paragraph unclosed, so that the next one goes on with them.
    """
    length, before, above = 0, -1, -9
    for sentence in sentences:
        quote = sentence.quote[0]
        same = quote >= 0 and (quote == before or (before in goes_on and quote == before + 1))
        told = sentence.paragraph - above <= 1 and of_this(sentence.words) > 0
        if length and not ((same or told) and length < _RUN_MAX):
            yield length
            length = 0
        length += 1
        before = sentence.quote[-1]
        above = -9 if sentence.in_title else sentence.paragraph
    if length:
        yield length


def of_this(words: list[str]) -> int:
    """The token of the verb in "This was stated by the minister", "The minister said this on Monday"; 0 in other sentences.

    Both tell whose the words of the sentence before are.
    """
    for k, word in enumerate(words[:_HEAD_MAX]):
        if word not in _THIS:
            continue
        if k == 0 or words[k - 1] == ",":
            reach = range(k + 1, min(k + _THIS_MAX, len(words) - 1))
            verb = next((n + 1 for n in reach if words[n] in BE), 0)
            while words[verb].endswith("ly") or words[verb] == "also":
                verb += 1
            return verb if words[verb] in _PASSED_ON and "by" in words[verb : verb + _BY_MAX] else 0
        verb = k - (2 if words[k - 1] == "about" else 1)
        after = words[k + 1] if k + 1 < len(words) else "."
        if word == "this" and words[verb] in _PASSED_ON and (after in ADVERBIALS or after in ".,"):
            return verb
    return 0


def closing_of(last: Sentence, reports: list[Report]) -> Closing | None:
    """Who is told, behind its end, to have spoken the quotation with which a sentence begins, or the words before it."""
    at = of_this(last.words)
    if at:
        told = next((r for r in reports if r.i == at), None)
        return Closing(told.source, apart=True) if told is not None else None
    quote = last.quote[0]
    if quote < 0:
        return None
    behind = [r for r in reports if last.quote[r.i] != quote and r.covers(0)]
    return Closing(behind[0].source) if behind else None
