"""The topic of a text: what it is on where a sentence does not say, and since when.

Knows in which sentences claims were named or carried on. Knows no words but those that point back.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clause_ends import is_general, is_pause
from watchers.reading.discourse import TOPIC_SENTENCES
from watchers.reading.mentions import Mention
from watchers.reading.pointing import NOUNS, TALK
from watchers.reading.text import Sentence
from watchers.reading.vocabulary import Mark

_POINTING = NOUNS | TALK
#: Ways of naming a claim that may as well name another.
_HALF = frozenset({"echo", "known", "near", "own-echo"})
_FAR = -99


def last_topic(mentions: list[Mention]) -> list[Mention]:
    """The last mention, with those that share its words: two bids in one breath. Half a name gives way to a whole one."""
    last = next((m for m in reversed(mentions) if m.how not in _HALF), mentions[-1])
    return [m for m in mentions if m is last or set(m.anchors) & set(last.anchors)]


def is_elsewhere(sentence: Sentence, marks: list[Mark]) -> bool:
    """Whether a sentence that does not name the topic turns to another matter: a stance on it, or a word that says so."""
    words = sentence.words
    if sentence.in_title:
        return False
    text = " ".join(words)
    if any(text.startswith(o) for o in _TURNING) or any(f" {p} " in text for p in _OTHERWISE):
        return True
    return any(
        m.kind == "cue"
        and m.value.frame in (Frame.VERB, Frame.STATE, Frame.NOUN)
        and m.value.cue_class is not CueClass.TRANSPARENT
        and m.j < len(words)
        and not is_pause(words, m.j)
        and not is_general(words, m.j - 1)
        and not is_general(words, m.j)
        and words[m.j] not in _VAGUE
        for m in marks
    )


#: How a text turns to something else.
_TURNING = ("separately", "elsewhere", "at home", "in other news", "on another matter", "in a separate", "on other matters", "apart from that", "on a different", "in another development")  # fmt: skip
_OTHERWISE = ("also discussed", "also talked about", "also spoke about", "turned to", "also on the agenda", "agenda too", "next item", "other item", "other topics", "other issues", "other matters", "another topic", "another issue")  # fmt: skip
_VAGUE = frozenset(
    {
        "it",
        "that",
        "this",
        "them",
        "to",
        "whether",
        "what",
        "how",
        "anything",
        "nothing",
        "something",
        "so",
        "everything",
        "any",
        "whatever",
    }
)
SINGLE_SENTENCES = 2
FRESH_SENTENCES = 0
WHOLE = ENDING = False


class Topic:
    """Follows the topic of one article, sentence after sentence."""

    def __init__(self) -> None:
        self._topic: list[Mention] = []
        self._sentence = self._paragraph = _FAR
        #: The claims that were named so far.
        self._named: set[str] = set()
        #: Whether the last sentence that named any named one alone.
        self._alone = False
        #: Nouns that may point back -> whether they were last used of the topic.
        self._nouns: dict[str, bool] = {}

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """What the text is on; where it was on one thing alone, it lasts longer, and a new paragraph does not end it."""
        far = sentence.paragraph - self._paragraph > 1 and not self.is_single
        lasting = SINGLE_SENTENCES if self.is_single else TOPIC_SENTENCES
        near = sentence.index - self._sentence <= lasting
        return self._topic if near and not far else []

    def is_fresh(self, sentence: Sentence) -> bool:
        """Whether words that point back can mean no other matter: none was named, or it was named just before."""
        return self.is_single or (
            self._alone and sentence.index - self._sentence <= FRESH_SENTENCES
        )

    @property
    def is_single(self) -> bool:
        """Whether only one matter was named so far: then "it" can mean no other of them."""
        return len(self._named) == 1

    def is_topic(self, noun: str) -> bool:
        """Whether "the plan" can be the topic: it is, unless a plan was spoken of beside it."""
        return self._nouns.get(noun, True)

    def after(
        self, sentence: Sentence, marks: list[Mark], named: list[Mention], *, carried: bool
    ) -> None:
        """Go on behind a sentence; `carried` tells that it was read as being on the topic."""
        if named:
            self._topic = last_topic(named)
            whole = {m.claim for m in named if m.how not in _HALF}
            self._named |= whole if WHOLE else {m.claim for m in named}
            self._alone = len(whole or {m.claim for m in named}) == 1
        elif not carried and ENDING and is_elsewhere(sentence, marks):
            self._sentence = _FAR
        if named or carried:
            self._sentence, self._paragraph = sentence.index, sentence.paragraph
        for noun in _POINTING.intersection(sentence.words):
            self._nouns[noun] = bool(named) or carried
