"""A stance that says all by itself: "Italy is opposed", "Rome said no", "Madrid would not comment".

Knows where such words stand and whose they are. What they speak of is the text's topic; that is `resolve.py`'s.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clause_words import ADVERBS, AUXILIARIES, BE
from watchers.reading.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.mentions import Mention, at
from watchers.reading.text import Sentence
from watchers.reading.vocabulary import Cue, Mark
from watchers.reading.voice import Voice

_ENDS = frozenset({
    ",", ".", ";", ":", "–", '"', "!", "?", "again", "all", "and", "as", "at", "but", "either", "for", "from", "however", "outright",
    "so", "today", "too", "while", "yesterday",
})  # fmt: skip
#: Words that may go with an end: "for now", "so far", "at once", "from the start".
_TAILS = {
    "for": ("now", "the", "its", "his", "her", "good", "months", "years"),
    "at": ("once", "first", "the", "all", "present", "least"),
    "as": ("well", "yet"), "so": ("far",), "from": ("the",), "all": ("along",),
}  # fmt: skip
_DEGREES = frozenset(
    {"anything", "as", "deeply", "less", "more", "most", "quite", "rather", "so", "very"}
)
#: What a stance that says nothing yet leaves open of its matter: "declined to say whether". Who will not
#: say how many men he sends has said that he does.
_ASPECTS = frozenset({"if", "until", "whether", "yet"})
#: Words that open a clause in which nothing is told to be so.
_SUPPOSING = frozenset({"before", "if", "once", "unless", "until", "whatever", "when", "whether"})
#: Verbs that carry an adjective beside the forms of "be".
_LINKING = frozenset(
    {"feel", "feels", "felt", "sound", "sounded", "sounds", "stands", "stood", "were", "was"}
)
#: Tokens of ", by contrast," behind a subject.
_ASIDE = 5
#: Tokens between a subject and its stance.
_REACH = 7


def bare_stances(
    sentence: Sentence, marks: list[Mark], voices: list[Voice], topic: Mention, stop: int = -1
) -> list[Governed]:
    """What the voices of a sentence hold of a topic in so many words, as chains over it.

    `stop` is the token at which a frame that names the topic begins, or -1.
    """
    found: list[Governed] = []
    if "?" in sentence.words[-3:] or topic.polarity < 0:
        return found
    for mark in marks:
        if mark.kind != "bare" or not (
            mark.j == stop
            or _ends(sentence.words, mark.j)
            or (mark.value.cue_class is CueClass.DEFER and sentence.words[mark.j] in _ASPECTS)
        ):
            continue
        voice = next((v for v in reversed(voices) if v.j <= mark.i and v.role == "agent"), None)
        if voice is None or mark.i - voice.j > _REACH or not voice.actors:
            continue
        if any(w in _SUPPOSING for w in sentence.words[max(0, voice.i - 3) : voice.i]):
            continue
        group = _group(sentence.words, marks, voice, mark)
        if group is None:
            continue
        cue: Cue = mark.value
        here = replace(at(topic, mark.i, mark.j), how="bare")
        found.append(
            Governed(
                here, (group,), mark.i, (mark.i, mark.j), "bare", "voices", (voice,), form=cue.form, text=cue.text
            )
        )  # fmt: skip
    return found


def _ends(words: list[str], k: int) -> bool:
    if k >= len(words):
        return True
    if words[k] not in _ENDS:
        return False
    tails = _TAILS.get(words[k])
    return tails is None or words[k + 1 : k + 2] == [] or words[k + 1] in tails


def _group(words: list[str], marks: list[Mark], voice: Voice, mark: Mark) -> Group | None:
    """The stance with its modals and negation, where nothing but auxiliaries stands before it."""
    cue: Cue = mark.value
    start = voice.j
    if words[start : start + 1] == [","] and "," in words[start + 1 : start + _ASIDE]:
        start = words.index(",", start + 1) + 1  # "Germany, however, is opposed"
    between = words[start : mark.i]
    known = {k for m in marks if m.kind in ("modal", "neg") for k in range(m.i, m.j)}
    for n, word in enumerate(between, start):
        if not (
            n in known
            or word in AUXILIARIES
            or word in ADVERBS
            or word in BE
            or word in _LINKING
            or word in _DEGREES
            or word.endswith("ly")
        ):
            return None
    linked = any(w in BE or w in _LINKING for w in between)
    if cue.form == "plain" and not linked:
        return None
    if cue.form != "plain" and linked != (cue.form == "ing"):
        return None
    helped = any(w in AUXILIARIES or start + n in known for n, w in enumerate(between))
    if cue.form == "base" and not (helped or voice.plural or voice.word in ("we", "they", "i")):
        return None
    modals = tuple(m.value for m in marks if m.kind == "modal" and voice.j <= m.i < mark.i)
    if "must" in modals or (cue.text == "not say" and not modals):
        return None  # "did not say" is no refusal to say
    negs = [m for m in marks if m.kind == "neg" and voice.j <= m.i < mark.i]
    frame = Frame.STATE if cue.form == "plain" else Frame.VERB
    if cue.cue_class is CueClass.COMMIT and negs and "may" in modals:
        return None  # "could not agree" on what the sentence goes on to say
    return Group(cue.cue_class, frame, modals, len(negs) % 2 == 1, cue.negative)
