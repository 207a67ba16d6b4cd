"""Quotations that run over several sentences: which sentences share one, and whose it is told to be at its end.

Knows quotation marks and reports. Knows no claim, and nothing of who spoke before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice

#: Sentences of one quotation; a longer one is a speech that is printed whole.
_RUN_MAX = 12


@dataclass(frozen=True, slots=True)
class Closing:
    """Who is told to have spoken a quotation, behind its last sentence; `None` where he speaks for nobody known."""

    source: Voice | None


def runs(sentences: Iterable[Sentence], goes_on: frozenset[int]) -> Iterable[int]:
    """How many sentences from here on share one quotation, again and again to the end.

    `goes_on` has the quotations that end with their paragraph unclosed, so that the next one goes on with them.
    """
    length, before = 0, -1
    for sentence in sentences:
        quote = sentence.quote[0]
        same = quote >= 0 and (quote == before or (before in goes_on and quote == before + 1))
        if length and not (same and length < _RUN_MAX):
            yield length
            length = 0
        length += 1
        before = sentence.quote[-1]
    if length:
        yield length


def closing_of(last: Sentence, reports: list[Report]) -> Closing | None:
    """Who is told, behind its end, to have spoken the quotation with which a sentence begins."""
    quote = last.quote[0]
    if quote < 0:
        return None
    behind = [r for r in reports if last.quote[r.i] != quote and r.covers(0)]
    return Closing(behind[0].source) if behind else None
