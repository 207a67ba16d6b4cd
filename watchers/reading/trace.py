"""What the stages found in one sentence, for whoever resolves and weighs it. Knows no stage."""

from dataclasses import dataclass

from watchers.reading.matter.mentions import Concepts, Mention
from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.vocabulary import Mark


@dataclass(frozen=True, slots=True)
class Trace:
    """One sentence with everything that was found in it."""

    sentence: Sentence
    marks: list[Mark]
    voices: list[Voice]
    reports: list[Report]
    mentions: list[Mention]
    #: What the text is on, where the sentence does not say.
    topic: list[Mention]
    concepts: Concepts
    #: Who spoke last before this sentence, and how many paragraphs ago.
    before: Voice | None
    before_gap: int
    #: Claims of which the sentence says nothing, by a phrase that means another matter.
    barred: frozenset[str]
    #: The token at which what is held now begins, where the sentence tells what was held before.
    turn: int = 0
