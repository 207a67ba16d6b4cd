"""Keywords for a proposition that is not watched yet: from its own words, and from texts about them.

Pure: knows words. A proposal is a suggestion to a person, who knows the matter better.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchers.reading.text.document import fold
from watchers.reading.words.general_words import GRAMMAR
from watchers.reading.words.inflect import stem

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])['\"”’)]*\s+|\n+")
#: Words that a phrase neither begins nor ends with.
_SMALL = GRAMMAR | frozenset(
    (  # noqa: SIM905 - read more easily as running words
        "could did i its may might must no nor said says shall should then whom you your"
    ).split()
)
#: Words of a proposition that a sentence must have to be about it; all, where it has fewer.
_ABOUT = 2
#: Words of a phrase, from and to.
_SHORTEST, _LONGEST = 2, 4
#: Texts that must use a phrase.
_USED_BY = 2
#: Proposals that a person reads.
MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A phrase that may serve as a keyword."""

    phrase: str
    #: Texts that use it; 0 where it is the proposition's own.
    texts: int
    #: A sentence with it.
    example: str = ""


def propose(proposition: str, texts: Iterable[str]) -> list[Proposal]:
    """Phrases of the proposition, then phrases of texts about it, the most used first."""
    wanted = {stem(fold(word)) for word in content_words(proposition)}
    used: Counter[tuple[str, ...]] = Counter()
    written: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    example: dict[tuple[str, ...], str] = {}
    for text in texts:
        for key, (phrase, sentence) in _phrases_about(text, wanted).items():
            used[key] += 1
            written[key][phrase] += 1
            example.setdefault(key, sentence)
    own = [Proposal(phrase=one, texts=0) for one in _own_phrases(proposition)]
    for one in own:
        used.pop(_stems(one.phrase), None)
    found = [
        Proposal(phrase=written[key].most_common(1)[0][0], texts=count, example=example[key])
        for key, count in _best(used)
    ]
    return (own + found)[:MOST]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(fold(word)) for word in _WORD.findall(text))


def content_words(text: str) -> list[str]:
    """The words of a text that say what it is about."""
    return [word for word in _WORD.findall(text) if fold(word) not in _SMALL]


def _own_phrases(proposition: str) -> Iterator[str]:
    """All its words, and where they are many each two of them that stand side by side."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in content_words(proposition)]
    if len(words) <= _LONGEST:
        yield " ".join(words)
    if len(words) > _SHORTEST:
        for place in range(len(words) - 1):
            yield " ".join(words[place : place + 2])


def _phrases_about(text: str, wanted: set[str]) -> dict[tuple[str, ...], tuple[str, str]]:
    """Phrases of the text's sentences on the matter: stems, with the words and the sentence."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for sentence in _SENTENCE_END.split(text):
        words = _WORD.findall(sentence)
        stems = _stems(sentence)
        if len(wanted & set(stems)) < min(_ABOUT, len(wanted)):
            continue
        for size in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(words) - size + 1):
                key = stems[start : start + size]
                if _serves(words[start : start + size], key, wanted):
                    phrase = " ".join(words[start : start + size])
                    found.setdefault(key, (phrase, sentence.strip()))
    return found


def _serves(words: list[str], stems: tuple[str, ...], wanted: set[str]) -> bool:
    ends = (fold(words[0]), fold(words[-1]))
    content = [word for word in words if fold(word) not in _SMALL]
    return (
        not any(end in _SMALL or end.isdigit() for end in ends)
        and len(content) >= _SHORTEST
        and bool(wanted & set(stems))
    )


def _best(used: Counter[tuple[str, ...]]) -> list[tuple[tuple[str, ...], int]]:
    """The most used; of two where one is part of the other and as often used, the longer."""
    ranked = sorted(
        ((key, count) for key, count in used.items() if count >= _USED_BY),
        key=lambda one: (-one[1], -len(one[0]), one[0]),
    )
    kept: list[tuple[tuple[str, ...], int]] = []
    for key, count in ranked:
        if not any(_is_part(key, longer) and count <= more for longer, more in kept):
            kept.append((key, count))
        if len(kept) >= MOST:
            break
    return kept


def _is_part(short: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return any(longer[at : at + len(short)] == short for at in range(len(longer) - len(short) + 1))
