"""Find the article that a near-copy repeats, and carry its reading over. Pure texts and statements.

The model reads a story once, in whatever outlet it came first. A copy is a text that stands in another
almost whole; one that adds something of its own is read for itself. Where the ledger asks whether two
articles are one witness, less is enough; here a missed sentence would be a missed position.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from watchers.ledger.copies import sketch_of
from watchers.model import Statement
from watchers.second_reader.sentences import Numbered, Sheet
from watchers.spelling import words

#: Share of a text's runs of eight words that must stand in another for it to be read as its copy.
#: A dateline, a changed headline and a word here and there leave nine tenths.
_CONTAINED = 0.8
#: Runs below which a text is too short to be told from another of the same few phrases.
_RUNS_MIN = 12
#: Texts that are looked through; beyond it the oldest go.
_TEXTS_MAX = 4_000
#: Words of the shorter of two sentences that the longer must hold for them to be the same.
_SAME_SENTENCE = 0.8
#: Words from which a sentence may be known again though it was changed.
_KNOWN_AGAIN_WORDS = 6


class Copies:
    """Sketches of the texts that are read or being read, by number."""

    def __init__(self) -> None:
        self._sketches: OrderedDict[int, frozenset[int]] = OrderedDict()
        self._holders: defaultdict[int, set[int]] = defaultdict(set)

    def add(self, number: int, sketch: frozenset[int]) -> None:
        self.drop(number)
        self._sketches[number] = sketch
        for run in sketch:
            self._holders[run].add(number)
        if len(self._sketches) > _TEXTS_MAX:
            self.drop(next(iter(self._sketches)))

    def drop(self, number: int) -> None:
        for run in self._sketches.pop(number, ()):
            self._holders[run].discard(number)
            if not self._holders[run]:
                del self._holders[run]

    def original_of(self, sketch: frozenset[int]) -> int | None:
        """The number of the text that holds almost all of this one; of several, the first."""
        if len(sketch) < _RUNS_MIN:
            return None
        shared = Counter(number for run in sketch for number in self._holders.get(run, ()))
        enough = [n for n, count in shared.items() if count >= _CONTAINED * len(sketch)]
        return min(enough, default=None)


def sketch(title: str, text: str) -> frozenset[int]:
    """A text's runs of eight words; the headline is each outlet's own and does not count."""
    return sketch_of(text) if text else sketch_of(title)


def carry_over(statements: Iterable[Statement], sheet: Sheet) -> tuple[Statement, ...]:
    """The original's statements as the copy has them; without those whose sentence it left out."""
    known = [(one, frozenset(words(one.text))) for one in sheet.sentences]
    carried = []
    for statement in statements:
        sentence = _same_sentence(statement.evidence, known)
        if sentence is not None:
            carried.append(replace(statement, evidence=sentence.text, span=sentence.span))
    return tuple(carried)


def _same_sentence(
    evidence: str, known: Iterable[tuple[Numbered, frozenset[str]]]
) -> Numbered | None:
    wanted = frozenset(words(evidence))
    best: tuple[float, Numbered] | None = None
    for sentence, said in known:
        shorter = min(len(wanted), len(said))
        if wanted != said and shorter < _KNOWN_AGAIN_WORDS:
            continue
        share = len(wanted & said) / shorter if shorter else 0.0
        if share >= _SAME_SENTENCE and (best is None or share > best[0]):
            best = share, sentence
    return best[1] if best else None
