"""The topic of a text: what it is on where a sentence does not say, and since when.

Knows in which sentences claims were named or carried on. Knows no words but those that point back.
"""

from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import SOLDIERS
from watchers.reading.text.document import Sentence
from watchers.reading.thread.discourse import TOPIC_SENTENCES
from watchers.reading.thread.pointing import NOUNS, TALK

_POINTING = NOUNS | TALK
#: Ways of naming a claim that may as well name another.
_HALF = frozenset({"echo", "faint", "known", "near", "own-echo"})
#: What leads from a matter to the soldiers that it is for, and tokens to them.
_SERVING = (["for"], ["to"], ["of"], ["behind"])
_SERVED_REACH = 4
#: Words of talk, and those with which it goes on to another matter; what would bring it back to this one.
_TALKING = frozenset({"addressed", "agenda", "debated", "discussed", "spoke", "talked", "turned"})
_FURTHER = frozenset({"also", "another", "next", "separately", "then"})
_TO_IT = frozenset({"about", "addressed", "debated", "discussed", "of", "on", "to"})
_BACK = frozenset({"it", "that", "this"})
_FAR = -99


def last_topic(words: list[str], mentions: list[Mention]) -> list[Mention]:
    """The last mention, with those that share its words: two bids in one breath. Half a name gives way to a whole one."""
    mentions = _heads(words, mentions)
    last = next((m for m in reversed(mentions) if m.how not in _HALF), mentions[-1])
    return [m for m in mentions if m is last or set(m.anchors) & set(last.anchors)]


def _heads(words: list[str], mentions: list[Mention]) -> list[Mention]:
    """Without soldiers that another matter is for: with "a backstop for a European force" a text is on the backstop."""
    served = [o for o in mentions if o.how == "keyword" and words[o.j : o.j + 1] in _SERVING]
    return [
        m
        for m in mentions
        if not m.claim.startswith(SOLDIERS)
        or not any(0 < min(m.anchors)[0] - o.j <= _SERVED_REACH for o in served if m.anchors)
    ]


def _turns(words: list[str]) -> bool:
    """As in "They also spoke about a loan", "Ministers then turned to migration": to a matter that is none of ours."""
    return not (
        _TALKING.isdisjoint(words) or _FURTHER.isdisjoint(words) or "?" in words
    ) and not any(w in _BACK and words[k - 1] in _TO_IT for k, w in enumerate(words) if k)


def _is_heading(sentence: Sentence) -> bool:
    """As in "NATO membership", in a line of its own: words that no mark closes."""
    last = sentence.words[-1]
    return not sentence.in_title and (last.isalnum() or last == "*")


class Topic:
    """Follows the topic of one article, sentence after sentence."""

    def __init__(self) -> None:
        self._topic: list[Mention] = []
        self._sentence = self._paragraph = _FAR
        #: Whether the sentence that named it named nothing else, and whether the one before it did not either.
        self._is_alone = self._is_apart = False
        #: Whether it was a heading above a part of the text.
        self._is_headed = False
        #: What that sentence called it: "the proposal".
        self._called: frozenset[str] = frozenset()
        #: The claims that were named so far.
        self._named: set[str] = set()
        #: Nouns that may point back -> whether they were last used of the topic.
        self._nouns: dict[str, bool] = {}
        #: What the text was on before the first entry of a roll call, and what was named so far.
        self._lead: tuple[list[Mention], set[str]] | None = None

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """What the text is on; where it was on one thing alone, a new paragraph does not end that."""
        far = sentence.paragraph - self._paragraph > 1 and not self.is_single
        near = sentence.index - self._sentence <= TOPIC_SENTENCES
        return self._topic if near and not far else []

    @property
    def is_single(self) -> bool:
        """Whether only one matter was named so far: then "it" can mean no other of them."""
        return len(self._named) == 1

    def is_last(self, sentence: Sentence) -> bool:
        """Whether the topic alone was named right before a sentence."""
        return self._is_alone and sentence.index - self._sentence == 1

    def is_headed(self, sentence: Sentence) -> bool:
        """Whether a sentence stands under a heading that names the topic, or goes on with what does."""
        return self._is_headed and self.is_last(sentence)

    def is_near(self, sentence: Sentence) -> bool:
        """Whether "it" can mean only the topic because nothing else was named right before, nor before that."""
        return self._is_apart and self.is_last(sentence)

    def is_called(self, word: str) -> bool:
        """Whether a word that points back can mean a matter that was named right before: "it", or what it was called."""
        return word in _BACK or word in self._called

    def is_topic(self, noun: str) -> bool:
        """Whether "the plan" can be the topic: it is, unless a plan was spoken of beside it."""
        return self._nouns.get(noun, True)

    def reopen(self, sentence: Sentence) -> None:
        """At an entry of a roll call, be on what its lead was on."""
        if self._lead is None:
            self._lead = self.mentions(sentence), set(self._named)
        if self._lead[0]:
            self._topic, self._named = self._lead[0], set(self._lead[1])
            self._sentence, self._paragraph = sentence.index, sentence.paragraph

    def after(self, sentence: Sentence, named: list[Mention], *, carried: bool) -> None:
        """Go on behind a sentence; `carried` tells that it was read as being on the topic."""
        if named:
            claims, before = {m.claim for m in named}, {m.claim for m in self._topic}
            self._is_alone = len(claims) == 1
            near = sentence.index - self._sentence <= 1 and sentence.paragraph == self._paragraph
            self._is_apart = not near or claims == before
            self._topic = last_topic(sentence.words, named)
            self._is_headed = len(claims) == 1 and _is_heading(sentence)
            self._called = _POINTING.intersection(sentence.words)
            self._named |= {m.claim for m in _heads(sentence.words, named)}
        if named or carried:
            self._sentence, self._paragraph = sentence.index, sentence.paragraph
            if sentence.in_title and self.is_single:
                self._sentence += 1  # a headline stands for the text that it opens
        elif _turns(sentence.words):
            self._sentence = _FAR
        for noun in _POINTING.intersection(sentence.words):
            self._nouns[noun] = bool(named) or carried
