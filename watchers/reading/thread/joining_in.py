"""Acts that say no more than that somebody does what the text is on: "will take part", "did the same", "follows suit".

Knows such verbs and what may follow them. Knows no claim and no speaker.
"""

from collections.abc import Iterable
from dataclasses import replace

from watchers.reading.matter.mentions import Mention, at
from watchers.reading.text.document import Sentence
from watchers.reading.words.inflect import phrase_forms

_PHRASES = (
    "chip in", "come along", "come on board", "contribute", "do likewise", "do so", "do the same",
    "follow suit", "get involved", "go along", "help out", "join", "join in", "participate", "pay in", "pitch in",
    "play a part", "sign up", "take part",
)  # fmt: skip
_FORMS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase in _PHRASES:
    for _form, _tag in phrase_forms(_phrase).items():
        _words = tuple(_form.split())
        _FORMS.setdefault(_words[0], []).append((_words, _tag))
#: Words whose verb may be left out before a pause.
_LEAVING_OUT = frozenset(
    {"can", "cannot", "could", "may", "might", "must", "should", "to", "will", "would"}
)
#: What an act begins with, apart from "can't" and the like.
_OPENING = _LEAVING_OUT | _FORMS.keys()
#: As in "in May.".
_BEFORE_MONTH = frozenset(
    {"by", "early", "for", "from", "in", "last", "late", "next", "of", "since", "this", "until"}
)
_PAUSES = frozenset({".", ";", "–"})
_GOING_ON = frozenset({"and", "as", "but", "if", "though", "while"})
#: What may follow an act that is whole.
_ENDS = frozenset({
    "after", "again", "alone", "alongside", "and", "as", "at", "because", "before", "but", "either", "even", "if", "immediately",
    "later", "next", "nor", "once", "only", "or", "provided", "should", "since", "so", "sooner", "though", "today", "tomorrow",
    "too", "unless", "until", "when", "while", "without", "yet",
})  # fmt: skip
#: Tokens from "where" to what somebody does there.
_WHERE_REACH = 4
#: What an act may be done in, where that is the topic itself: "take part in it".
_IN = frozenset({"in", "to", "with"})
_TOPIC = frozenset({"it", "that", "them", "this"})


def acts(sentence: Sentence, topic: Iterable[Mention]) -> list[Mention]:
    """The topic's mentions again, at each act that carries it on, or that is left out: "refuses to", "will not"."""
    words = sentence.words
    found = []
    for i, word in enumerate(words):
        if word not in _OPENING and not word.endswith("n't"):
            continue
        k = i + 1 + (words[i + 1 : i + 2] == ["not"])
        if word == "may" and i and words[i - 1] in _BEFORE_MONTH:
            continue
        if (word in _LEAVING_OUT or word.endswith("n't")) and _pauses(words, k):
            found += [replace(at(m, k, k), how="joining", act="base", polarity=1) for m in topic]
        for phrase, tag in _FORMS.get(word, ()):
            j = i + len(phrase)
            if tuple(words[i:j]) != phrase or "where" in words[max(0, i - _WHERE_REACH) : i]:
                continue  # "a second meeting, where he will join"
            j += 2 * (
                words[j : j + 1] != []
                and words[j] in _IN
                and words[j + 1 : j + 2] != []
                and words[j + 1] in _TOPIC
            )
            if _is_whole(words, j):
                found += [replace(at(m, i, j), how="joining", act=tag, polarity=1) for m in topic]
                break
    return found


def _pauses(words: list[str], k: int) -> bool:
    """Whether a clause ends at a token: not at the comma of "will, she said, send"."""
    return words[k : k + 1] != [] and (
        words[k] in _PAUSES or (words[k] == "," and not _GOING_ON.isdisjoint(words[k + 1 : k + 2]))
    )


def _is_whole(words: list[str], j: int) -> bool:
    return (
        j >= len(words) or not words[j][0].isalpha() or words[j] in _ENDS or words[j].endswith("ly")
    )
