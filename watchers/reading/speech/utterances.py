"""Words whose speaker is told behind them: quotations of several sentences, and what "This was stated by X" follows.

Knows quotation marks and reports. Knows no claim, and nothing of who spoke before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import BE
from watchers.reading.words.report_words import ADVERBIALS, SAYING, SUBORDINATING

#: Sentences of one quotation; a longer one is a speech that is printed whole.
_RUN_MAX = 12
#: Tokens between "this" and its verb, and between the verb and "by".
_THIS_MAX, _BY_MAX = 4, 8
#: Tokens at the head of a sentence in which "X said this" ends.
_HEAD_MAX = 12
#: Forms of verbs by which words are passed on, with those that do not stand before what is said.
_PASSED_ON = SAYING | {
    "disclosed",
    "expressed",
    "posted",
    "published",
    "revealed",
    "voiced",
    "written",
}
#: What is made by who makes a statement, where "this was made worse by" passes nothing on.
_MADE = frozenset(
    {"announcement", "claim", "comment", "comments", "point", "remark", "remarks", "statement"}
)
#: Before these nothing is told to have been said: "Trump never said this", "after Putin said this".
_UNTOLD = SUBORDINATING | frozenset({
    "after", "asked", "barely", "deny", "denied", "denies", "hardly", "if", "never", "no", "nobody", "not", "that", "until", "when", "whether",
})  # fmt: skip


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
        told = sentence.paragraph - above <= 1 and of_this(sentence.words) is not None
        if length and not ((same or told) and length < _RUN_MAX):
            yield length
            length = 0
        length += 1
        before = sentence.quote[-1]
        above = -9 if sentence.in_title else sentence.paragraph
    if length:
        yield length


def of_this(words: list[str]) -> int | None:
    """The token of the verb in "This was stated by the minister", "The minister said this on Monday"; else `None`.

    Both tell whose the words of the sentence before are.
    """
    at = words.index("this") if "this" in words[:_HEAD_MAX] else -1
    opens = at == 0 or (at > 0 and words[0] == "according" and words[at - 1] == ",")
    return _stated_by(words, at) if opens else _said_this(words)


def _stated_by(words: list[str], this: int) -> int | None:
    """As in "This was also stated by the minister", "This statement was made by"."""
    reach = range(this + 1, min(this + _THIS_MAX, len(words) - 1))
    verb = next((n + 1 for n in reach if words[n] in BE), 0)
    while 0 < verb < len(words) - 1 and words[verb] == "also":
        verb += 1
    passed_on = words[verb] in _PASSED_ON or (words[verb] == "made" and words[this + 1] in _MADE)
    if not verb or not passed_on or "that" in words[verb:]:
        return None
    return verb if "by" in words[verb : verb + _BY_MAX] else None


def _said_this(words: list[str]) -> int | None:
    """As in "The minister said this on Monday"."""
    for k in range(2, min(_HEAD_MAX, len(words))):
        if words[k] == "this" and words[k - 1] in _PASSED_ON and _UNTOLD.isdisjoint(words[: k - 1]):
            after = words[k + 1] if k + 1 < len(words) else "."
            return k - 1 if after == "." or after in ADVERBIALS else None
    return None


def closing_of(last: Sentence, reports: list[Report]) -> Closing | None:
    """Who is told, behind its end, to have spoken the quotation with which a sentence begins, or the words before it."""
    at = of_this(last.words)
    if at is not None:
        told = next((r for r in reports if r.i == at), None)
        return Closing(told.source, apart=True) if told is not None else None
    quote = last.quote[0]
    if quote < 0:
        return None
    behind = [r for r in reports if last.quote[r.i] != quote and r.covers(0)]
    return Closing(behind[0].source) if behind else None
