"""Find the article that a near-copy repeats, and carry its reading over. Pure texts and statements.

The model reads a story once, in whatever outlet it came first. A copy is a text that stands in another
almost whole; one that adds something of its own is read for itself. Where the ledger asks whether two
articles are one witness, less is enough; here a missed sentence would be a missed position.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
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
#: Words from which a sentence is known again where one paper put something before or after it.
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
    return frozenset(sketch_of(text or title))


def carry_over(statements: Iterable[Statement], sheet: Sheet) -> tuple[Statement, ...]:
    """The original's statements as the copy has them; without those whose sentence it changed."""
    known = [(one, _plain(one.text)) for one in sheet.sentences]
    carried = []
    for statement in statements:
        sentence = _same_sentence(_plain(statement.evidence), known)
        if sentence is not None:
            carried.append(replace(statement, evidence=sentence.text, span=sentence.span))
    return tuple(carried)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word[0].isalnum())


def _same_sentence(
    wanted: tuple[str, ...], known: Sequence[tuple[Numbered, tuple[str, ...]]]
) -> Numbered | None:
    """The sentence with the same words in a row: one word between them may be "not"."""
    same = (sentence for sentence, said in known if said == wanted)
    holding = (sentence for sentence, said in known if _holds(said, wanted) or _holds(wanted, said))
    return next(same, None) or next(holding, None)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether one begins or ends with the other: a dateline before it, a source after it."""
    if not _KNOWN_AGAIN_WORDS <= len(shorter) < len(longer):
        return False
    return longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
