"""What a text is speaking of when it does not say so: the topic, a question that waits.

Knows questions; answers are `answers.py`, words that point back `pointing.py`. Knows no claim and no speaker.
"""

from dataclasses import dataclass

from watchers.cues import Frame
from watchers.reading.matter.mentions import Mention
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import AUXILIARIES, BE
from watchers.reading.words.vocabulary import Mark

#: Words that open a frame, and tokens from there to the matter.
_FRAMES = frozenset({"about", "concerning", "on", "over", "regarding", "when"})
_FRAMES_OF_TWO = frozenset({
    ("as", "for"), ("as", "regards"), ("as", "to"), ("in", "regard"), ("with", "regard"), ("with", "respect"),
})  # fmt: skip
#: How a frame opens behind what it frames.
_BEHIND = (
    ("when", "it", "comes", "to"), ("when", "it", "came", "to"), ("as", "regards"), ("as", "far", "as"), ("regarding",),
    ("concerning",), ("with", "regard", "to"), ("with", "respect", "to"), ("in", "regard", "to"), ("on", "the", "question", "of"),
    ("on", "the", "issue", "of"), ("on", "the", "subject", "of"), ("on", "the", "matter", "of"), ("on", "the", "topic", "of"),
    ("on", "the", "idea", "of"), ("in", "the", "question", "of"), ("on", "whether"), ("over", "whether"), ("about", "whether"),
)  # fmt: skip
_BEHIND_FIRST = frozenset(opening[0] for opening in _BEHIND)
_SAID_OF = frozenset({"about", "of"})
_FRAME_REACH = 9
#: Behind which somebody who "was asked whether X" answers: "… and said no".
_GOING_ON = frozenset({"and", "but"})
#: Sentences for which a topic lasts without being named again or carried on.
TOPIC_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A question about claims: an answer in one of the next sentences is about them."""

    mentions: tuple[Mention, ...]
    #: -1 where "yes" means no: "a promise that no soldier would go".
    sign: int
    sentence: int
    #: Whom it is put of, where it goes on from another: "And Poland?"
    of: Voice | None = None


_ASKED_LEADS = frozenset(
    {
        ",",
        "when",
        "was",
        "were",
        "is",
        "been",
        "being",
        "directly",
        '"',
        "and",
        "if",
        "once",
        "–",
        "repeatedly",
        "also",
        "later",
    }
)


_WHETHER = frozenset({"if", "whether"})


def asked_range(
    sentence: Sentence, marks: list[Mark], voices: list[Voice], mention: Mention
) -> tuple[int, int] | None:
    """The tokens of the question in "asked about X, he said …", where the mention stands in it."""
    asks = [m for m in marks if m.kind == "ask" and m.j <= mention.i + 1 and mention.i - m.j <= 24]
    if not asks:
        return None
    start = asks[-1].i
    if sentence.words[start] == "asked" and start and sentence.words[start - 1] not in _ASKED_LEADS:
        return None  # "Kyiv asked for troops" is no question put to Kyiv
    for k in range(start, mention.i):
        if sentence.words[k] in ('"', ";"):
            return None
    if any(
        m.kind == "say" and m.i < mention.i and "," in sentence.words[start : m.i] for m in marks
    ):
        return None  # "Asked about the plan, he said …": the question has ended
    asks_whether = not _WHETHER.isdisjoint(sentence.words[start : mention.i])
    if not asks_whether and any(
        start < v.i and v.j <= mention.i and _acts(sentence.words, marks, v) for v in voices
    ):
        return None  # "Asked by reporters, he rejected …"
    answering = {m.i for m in marks if m.kind in ("say", "bare")}
    for k in range(mention.j, len(sentence.words)):
        if sentence.words[k] in (",", ";", ":", '"', "–") or (
            sentence.words[k] in _GOING_ON and k + 1 in answering
        ):
            return start, k
    return start, len(sentence.words)


def put_to(sentence: Sentence, marks: list[Mark]) -> bool:
    """As in "Rubio was asked: "Will …?"": whether a quoted question is put to who is named, and not by him."""
    return any(
        m.kind == "ask"
        and not BE.isdisjoint(sentence.words[max(0, m.i - 1) : m.j])
        and '"' in sentence.words[m.j :]
        for m in marks
    )


def _acts(words: list[str], marks: list[Mark], voice: Voice) -> bool:
    """Whether a voice behind a comma is the subject of a verb right behind it."""
    begin = voice.i - (words[voice.i - 1] == "the")
    acts = {
        m.i for m in marks if m.kind == "modal" or (m.kind == "cue" and m.value.frame is Frame.VERB)
    }
    after = words[voice.j] if voice.j < len(words) else "."
    return (
        voice.role == "agent"
        and begin > 0
        and words[begin - 1] == ","
        and (voice.j in acts or after in BE or after in AUXILIARIES)
    )


def framed_range(sentence: Sentence, marks: list[Mark], mention: Mention) -> tuple[int, int] | None:
    """The tokens of a frame that names the matter: "On X, …", "…, he said of X"."""
    words = sentence.words
    if (
        (words[0] in _FRAMES or tuple(words[:2]) in _FRAMES_OF_TWO)
        and mention.i <= _FRAME_REACH
        and not any(m.kind in ("modal", "say") for m in marks if m.i < mention.i)
    ):
        for k in range(mention.j, min(mention.j + _FRAME_REACH, len(words))):
            if words[k] in (",", ":", "–"):
                return 0, k
        return 0, mention.j
    for mark in marks:
        if (
            mark.kind == "say"
            and mark.j < mention.i <= mark.j + _FRAME_REACH
            and words[mark.j] in _SAID_OF
            and '"' not in words[mark.j : mention.i]
        ):
            return mark.j, _clause_stop(words, mention.j)
    return None


def frame_behind(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """The tokens of a frame behind its stance: "is sceptical when it comes to X", "… with regard to X"."""
    words = sentence.words
    for k in range(mention.i - 1, max(1, mention.i - _FRAME_REACH), -1):
        for opening in _BEHIND if words[k] in _BEHIND_FIRST else ():
            if tuple(words[k : k + len(opening)]) == opening and k + len(opening) <= mention.i:
                return k, _clause_stop(words, mention.j)
    return None


def _clause_stop(words: list[str], start: int) -> int:
    return next(
        (k for k in range(start, len(words)) if words[k] in (",", ";", ":", '"', "–", ".")),
        len(words),
    )
