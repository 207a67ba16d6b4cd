"""What a text is speaking of when it does not say so: the topic, a question that waits, an answer to it.

Knows questions and answers; words that point back are `pointing.py`. Knows no claim and no speaker.
"""

from dataclasses import dataclass, replace

from watchers.cues import CueClass, Frame
from watchers.model import Position
from watchers.reading.composition import OPPOSITE, Composed, Group, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.chain import ChainFinder, Governed
from watchers.reading.text.document import Sentence
from watchers.reading.thread.stances import is_within_silence
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import AUXILIARIES, BE, KNOWING
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
#: What a kind of answer says of what was asked.
ANSWERS = {
    "yes": Position.SUPPORTS,
    "no": Position.OPPOSES,
    "maybe": Position.OPEN,
    "open": Position.UNDECIDED,
}
_OPENERS = frozenset({'"', "'", ":", "–", "-", "*", "and", "but", "well", "oh", ","})


@dataclass(frozen=True, slots=True)
class Question:
    """A question about claims: an answer in one of the next sentences is about them."""

    mentions: tuple[Mention, ...]
    #: -1 where "yes" means no: "a promise that no soldier would go".
    sign: int
    sentence: int
    #: Whom it is put of, where it goes on from another: "And Poland?"
    of: Voice | None = None


#: As in "said he would not", "They had": the question's own verb again.
_AGAIN = frozenset({"he", "i", "it", "she", "that", "there", "they", "this", "we"})
_VERBS = {
    **dict.fromkeys(("am", "are", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will", "would"), "yes"),
    **dict.fromkeys(("can", "could", "may", "might"), "maybe"),
}  # fmt: skip
#: The verb of contractions that hold "not" and do not merely add it.
_WHOLE = {"can't": "can", "cannot": "can", "won't": "will"}
_PAUSES = frozenset({'"', ",", ".", ";", "–"})
#: Of those, who does nothing, and the verbs that are an answer without a report: not "That is, …".
_NO_DOERS, _MODALS = frozenset({"that", "there", "this"}), frozenset({
    "can", "can't", "cannot", "could", "couldn't", "may", "might", "will", "won't", "would", "wouldn't",
})  # fmt: skip
#: What goes on behind such an answer without turning it into a sentence of its own.
_ADDING = frozenset({"adding", "and", "as", "but", "if", "once", "provided", "though"})
#: What opens an answer that is yes on a condition.
_CONDITIONS = frozenset({"after", "if", "in", "on", "once", "provided", "should", "under", "with"})

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


def answers(
    sentence: Sentence,
    marks: list[Mark],
    chains: ChainFinder,
    *,
    outside: tuple[int, int] | None,
    short_only: bool = False,
) -> list[tuple[Composed, tuple[int, int]]]:
    """What a sentence answers: its short answers, else the cues that it has outside the question."""
    free = [m for m in marks if outside is None or not outside[0] <= m.i < outside[1]]
    for mark in free:
        if mark.kind == "answer" and _opens(sentence, mark, outside):
            position = ANSWERS[mark.value]
            return [
                (
                    Composed(position, CueClass.COMMIT, rules=(f"answer-{mark.value}",)),
                    (mark.i, mark.j),
                )
            ]
    if outside is None:
        again = None if short_only else _answer_in_verb(sentence)
        again = again or _answer_on_condition(sentence, free)
        if again is not None:
            word, span = again
            return [(Composed(ANSWERS[word], CueClass.COMMIT, rules=(f"answer-{word}",)), span)]
    if short_only:
        return []
    found = []
    allowed = {
        m.i
        for m in free
        if m.kind == "cue"
        and (m.value.cue_class is CueClass.DEFER or not is_within_silence(m, marks))
    }
    for cue in chains.cues:
        if cue.i not in allowed or cue.value.cue_class is CueClass.TRANSPARENT:
            continue
        if not KNOWING.isdisjoint(sentence.words[cue.j : cue.j + 2]):
            continue  # "it is important to know what the format would be"
        if cue.value.cue_class is CueClass.CONSIDER and sentence.words[cue.i - 1] == "been":
            continue  # "This has been discussed": by whom, it does not say
        quoted = sentence.quote[cue.i] >= 0
        if (
            (
                cue.value.frame is Frame.ABOUT
                and (_follows_be(sentence, cue.i) or (quoted and not _is_object(sentence, cue.i)))
            )
            or (
                cue.value.frame in (Frame.VERB, Frame.STATE)
                and sentence.words[cue.j : cue.j + 1]
                in (
                    ["it"],
                    ["this"],
                    ["them"],
                )
            )
            or (
                quoted
                and cue.value.frame in (Frame.VERB, Frame.STATE)
                and cue.value.cue_class
                in (CueClass.CONSIDER, CueClass.DEFER, CueClass.REJECT, CueClass.DOUBT)
            )
            or (quoted and cue.value.frame is Frame.ABOUT_VERB and _is_of_it(sentence.words, cue.i))
        ):
            found.append(_answer_of(chains, cue))
    return [one for one in found if one is not None][:1]


def _answer_in_verb(sentence: Sentence) -> tuple[str, tuple[int, int]] | None:
    """As in "They would, Fidan said.", ""He will not," she said.": the question's own verb, and no more than that."""
    words = sentence.words
    begin = int(words[0] == '"')
    again = verb_again(words, begin)
    if (
        again is None
        or words[begin] in _NO_DOERS
        or _MODALS.isdisjoint(words[begin + 1 : begin + 2])
    ):
        return None
    rest = [k for k in range(again[1][1], len(words) - 1) if words[k] == ","]
    goes_on = any(words[k + 1] not in _ADDING for k in rest[1:])
    return None if goes_on or "?" in words[-3:] else again


def _answer_on_condition(
    sentence: Sentence, marks: list[Mark]
) -> tuple[str, tuple[int, int]] | None:
    """As in "If Washington provides the cover, then yes, he said", "In principle yes, she said"."""
    words = sentence.words
    begin = int(words[0] == '"')
    if words[begin] not in _CONDITIONS or "?" in words[-3:]:
        return None
    for mark in marks:
        if mark.kind == "answer" and mark.value == "yes" and mark.j - mark.i == 1:
            led = words[mark.i - 1] in (",", "then") or mark.i == begin + 2
            if led and words[mark.j] in (",", ".", '"'):
                return "maybe", (mark.i, mark.j)
    return None


def verb_again(words: list[str], i: int) -> tuple[str, tuple[int, int]] | None:
    """The word that "he would not", "they could" before a pause gives to a question with that verb, and where."""
    if len(words) < i + 3 or words[i] not in _AGAIN:
        return None
    verb, j = words[i + 1], i + 2
    contracted = verb in _WHOLE or verb.endswith("n't")
    denied = contracted or words[j : j + 1] in (["not"], ["never"])
    j += denied and not contracted
    word = _VERBS.get(_WHOLE.get(verb, verb.removesuffix("n't")))
    if word is None or words[j : j + 1] == [] or words[j] not in _PAUSES:
        return None
    return ("no" if denied else word), (i, j)


def _is_of_it(words: list[str], i: int) -> bool:
    """As in "It would be a mistake", "That makes no sense": what a verb says of the matter itself."""
    while i and words[i - 1] in AUXILIARIES:
        i -= 1
    return i > 0 and words[i - 1] in ("it", "that", "this")


def _is_object(sentence: Sentence, i: int) -> bool:
    """As in "to wage war on": what somebody does, and no judgement."""
    return (
        i > 1
        and sentence.words[i - 2] == "to"
        and sentence.words[i - 1].isalpha()
        and sentence.words[i - 1] not in BE
    )


def _follows_be(sentence: Sentence, i: int) -> bool:
    return any(
        w in ("is", "was", "be", "are", "were", "being", "been")
        for w in sentence.words[max(0, i - 3) : i]
    )


def _opens(sentence: Sentence, mark: Mark, outside: tuple[int, int] | None) -> bool:
    """Whether an answer stands where answers stand: at the head of the sentence or of a quotation."""
    k = mark.i - 1
    while k >= 0 and sentence.words[k] in _OPENERS:
        if sentence.words[k] in ('"', "'", ":", "–"):
            return _closes(sentence, mark)
        k -= 1
    return k < 0 and _closes(sentence, mark)


def _closes(sentence: Sentence, mark: Mark) -> bool:
    """An answer is followed by a pause, not by what it would belong to: "No soldiers …"."""
    after = sentence.words[mark.j] if mark.j < len(sentence.words) else "."
    return not after.isalnum() or after in ("and", "but", "said", "says", "replied", "answered")


def _answer_of(chains: ChainFinder, cue: Mark) -> tuple[Composed, tuple[int, int]] | None:
    modals, negated, _ = chains.before(max(0, cue.i - 8), cue.i, cue)
    made = compose(
        [Group(cue.value.cue_class, cue.value.frame, modals, negated, cue.value.negative)]
    )
    return None if made is None else (made, (cue.i, cue.j))


def signed(composed: Composed, sign: int) -> Composed:
    """An answer to a negative question, turned; who does not rule a matter out leaves it open."""
    if sign > 0 or composed.rules[-1:] == ("answer-open",):
        return composed
    no = composed.rules[-1:] == ("answer-no",)
    position = Position.OPEN if no else OPPOSITE[composed.position]
    return replace(composed, position=position, rules=(*composed.rules, "negative-question"))


def governed_by_answer(mention: Mention, span: tuple[int, int]) -> Governed:
    """A mention whose cue is an answer elsewhere."""
    return Governed(mention, (), span[0], span, "answer", "matter")
