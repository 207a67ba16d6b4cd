"""Words that point back to what a text is on: "welcomed it", "that is unacceptable", "backs the idea".

Knows pronouns, shell nouns and where they stand to a cue. Knows no claim, no speaker and nothing of the text before.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.model import Position
from watchers.reading.composition import Composed
from watchers.reading.matter.mentions import Mention, at
from watchers.reading.matter.possession import Span
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice_words import PREPOSITIONS
from watchers.reading.words.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALLED,
    DOUBTING,
    HAVING,
    MEETING,
    RECEPTIONS,
    RESISTANCE,
    SUPPORT,
)
from watchers.reading.words.inserted import past_teller
from watchers.reading.words.vocabulary import Mark

_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "them"})
#: Nouns that stand for a matter that was told before.
NOUNS = frozenset({
    "accord", "agreement", "announcement", "approach", "arrangement", "arrangements", "backing", "blueprint", "call", "change", "commitment", "compromise", "concept", "construct", "course", "deal", "decision", "declaration", "demand", "design", "document", "draft", "format", "formats", "formula", "gesture", "idea", "initiative", "invitation", "measure", "measures", "mechanism", "model", "motion", "move", "news", "notion", "offer", "option", "outcome", "package", "path", "plan", "plans", "pledge", "possibility", "procedure", "project", "promise", "proposal", "proposals", "prospect", "provision", "request", "resolution", "role", "scenario", "scheme", "solution", "step", "steps", "suggestion", "text", "undertaking", "variant", "venture", "version", "wording",
})  # fmt: skip
#: Nouns that do so behind "such" alone: "such support is not on the table".
_SUCH = frozenset({
    "action", "actions", "assistance", "assurances", "backing", "commitments", "contribution", "contributions", "guarantee",
    "guarantees", "help", "pledges", "promises", "support", "undertakings",
})  # fmt: skip
#: Nouns for what is asked or talked of: to be for the debate is not to be for its matter.
TALK = frozenset({
    "conversation", "debate", "discussion", "discussions", "issue", "matter", "question", "speculation", "subject", "talk",
    "topic",
})  # fmt: skip
#: Classes that say yes: over a debate they are open to its matter, negated they leave it.
_YES = frozenset({
    CueClass.COMMIT, CueClass.CONSIDER, CueClass.ENDORSE, CueClass.NOT_EXCLUDED, CueClass.WANT,
})  # fmt: skip
_LEADS = frozenset({"such", "that", "the", "these", "this", "those"})
#: Words that tell a matter's noun from others of its kind, beside the adjectives of nations: "the latest French idea".
_QUALIFIERS = frozenset({
    "compromise", "czech", "danish", "dutch", "entire", "eu", "finnish", "french", "greek", "irish", "latest", "nato", "planned",
    "proposed", "spanish", "swedish", "swiss", "turkish", "us", "whole",
})  # fmt: skip
_NATIONAL = ("can", "ian", "ean", "german", "british", "polish", "japanese", "chinese", "aeli")
#: Words behind a noun with which it says itself what it is: "the plan to send troops", "the text on energy".
_COMPLEMENTS = PREPOSITIONS - {"in", "at", "as", "like", "since", "than", "despite"} | {
    "'s",
    "not",
    "that",
}
#: As in "the role of Moscow in the project".
_PART = frozenset({"about", "from", "in", "of", "on"})
#: Nouns of what is still to come of a matter: "a decision on the plan would have to wait".
_OPEN_NOUNS = frozenset({"decision", "question"})
#: What a matter has or meets with, and the tokens from the verb to it: "met with a flat no".
_MET_WITH, _MET_REACH = SUPPORT | RESISTANCE | DOUBTING | RECEPTIONS, 6
#: Openers of a clause in which nothing is told to be so.
_SUPPOSING = frozenset(
    {"if", "once", "unless", "until", "when", "whenever", "whether", "before", "after"}
)
#: Tokens back to such an opener.
_SUPPOSED_REACH = 4
#: Cues after which "it" is as often something else.
_VAGUE = frozenset({CueClass.TRANSPARENT, CueClass.CONSIDER, CueClass.WANT, CueClass.COMMIT})
#: What "it would be wrong" goes on with where "it" means nothing by itself.
_EXTRAPOSED = frozenset(
    {"to", "that", "for", "whether", "if", "when", "who", "what", "how", "where", "which"}
)
#: Tokens between a pronoun and what is said of it.
_SAID_REACH = 6
_DEGREES = frozenset({
    "a", "an", "as", "considered", "far", "from", "just", "less", "more", "most", "only", "quite", "really", "simply", "so",
    "the", "too", "very",
})  # fmt: skip
#: What may follow a pronoun or a predicate that is complete.
_CLOSING = PREPOSITIONS | AUXILIARIES | BE | ADVERBS | frozenset({
    "and", "as", "because", "but", "he", "her", "his", "however", "if", "its", "nor", "now", "or", "outright", "she", "since",
    "so", "that", "they", "though", "to", "today", "tomorrow", "too", "unless", "until", "what", "when", "whether", "which",
    "while", "who", "yesterday", "altogether", "nevertheless", "anyway", "either", "last", "at", "we", "i", "you", "enough", "said", "says",
})  # fmt: skip
_FINITE = frozenset({
    "can", "cannot", "could", "did", "does", "had", "has", "is", "may", "might", "must", "should", "was", "will", "would",
    ",", ".", '"', "'s", "isn't", "wasn't", "won't", "wouldn't", "can't", "couldn't", "doesn't", "didn't",
})  # fmt: skip

#: As in "it will take place".
_HAPPENING = frozenset({"come", "happen", "materialise", "materialize", "take"})
#: As in "a person familiar with the matter".
_INFORMED = frozenset(
    {"acquainted", "briefed", "close", "familiar", "knowledge", "privy", "versed"}
)
#: What may stand before "that" or "this" where it is a subject.
_BEFORE_SUBJECT = CALLED | frozenset({
    "and", "because", "believe", "but", "course", "he", "maybe", "or", "perhaps", "said", "says", "she", "so", "that", "think",
})  # fmt: skip

#: Whether a noun with an article is the topic, as far as the text before tells.
IsTopic = Callable[[str], bool]


def pointers(
    sentence: Sentence,
    topic: Iterable[Mention],
    cues: list[Mark],
    tails: list[Mark],
    is_topic: IsTopic,
    *,
    is_sure: bool = False,
) -> list[Mention]:
    """The topic's mentions again, at the words that point back to it; where it is `sure`, any pronoun does.

    `tails` are what stands behind a verb's object: "put it on hold".
    """
    found = []
    for i, j in _spans(sentence, cues, tails, is_topic, is_sure=is_sure):
        how = "talk" if sentence.words[j - 1] in TALK else "pointer"
        found += [replace(at(m, i, j), j=past_teller(sentence.words, j), how=how) for m in topic]
    return found


def of_talk(mention: Mention, composed: Composed) -> Composed:
    """As in "is ready for the debate", "will not open that question": of a talk, and not of its matter."""
    if mention.how != "talk" or composed.cue not in _YES:
        return composed
    rules = (*composed.rules, "of-talk")
    if composed.position.direction > 0:
        return replace(composed, position=Position.OPEN, rules=rules)
    return replace(composed, position=Position.UNDECIDED, rules=rules)


def is_likelihood(words: list[str], mention: Mention) -> bool:
    """As in "doubts that it will happen": how likely somebody finds a matter, and not what he thinks of it."""
    return words[mention.i - 1] in ("that", "whether", "if") and (
        mention.j + 1 < len(words)
        and words[mention.j] in AUXILIARIES
        and words[mention.j + 1] in _HAPPENING
    )


def _spans(
    sentence: Sentence, cues: list[Mark], tails: list[Mark], is_topic: IsTopic, *, is_sure: bool
) -> list[Span]:
    words = sentence.words
    such = "such" in words
    if not such and all(one.isdisjoint(words) for one in (_PRONOUNS, NOUNS, TALK)):
        return []
    spans: list[Span] = []
    for i, word in enumerate(words):
        if word in NOUNS or word in TALK or (such and word in _SUCH):
            start = _lead(words, i)
            if word not in NOUNS and word in _SUCH and words[start] != "such":
                continue
            if start < 0 or _is_idle(words, i, cues):
                continue
            framed = _is_framed(words, start, i + 1, tails) and _is_known(words, i, is_topic)
            if framed or _is_whole(words, i, cues, is_topic):
                spans.append((start, i + 1))
        elif word in _PRONOUNS and (
            _is_framed(words, i, i + 1, tails)
            or _is_inside(words, i, cues)
            or _is_object(words, i, cues, is_sure=is_sure)
            or _is_said_of(words, i, cues)
        ):
            spans.append((i, i + 1))
    return [span for span in spans if not _is_supposed(words, span[0])]


def _lead(words: list[str], i: int) -> int:
    """Where a noun's phrase begins: "the idea", "the French idea", "Macron's idea", "such an idea"; -1 where it names more."""
    k = i - 1
    while k > 0 and (words[k] in _QUALIFIERS or words[k].endswith(_NATIONAL)):
        k -= 1
    if k < 0:
        return -1
    if words[k] in _LEADS or words[max(0, k - 1) : k + 1] in (["such", "a"], ["such", "an"]):
        return k
    if words[k] == "'s" and k > 0:
        return k - 1 - (k > 1 and words[k - 2] in _LEADS)
    return -1


def _is_framed(words: list[str], i: int, j: int, tails: list[Mark]) -> bool:
    """As in "put it on hold", "the idea met with a flat no": a verb stands on one side, its complement on the other."""
    if any(t.i == j and i and words[i - 1] in t.value[1] for t in tails):
        return True
    if j >= len(words) or (words[j] not in HAVING and words[j] not in MEETING):
        return False
    reach = range(j + 1, min(j + 1 + _MET_REACH, len(words) - 1))
    return any(
        words[k] in _MET_WITH and (words[k] != "no" or words[k + 1] in PREPOSITIONS) for k in reach
    )


def _is_known(words: list[str], i: int, is_topic: IsTopic) -> bool:
    """Whether a noun is the topic: by its article, or as the text before tells."""
    return words[i - 1] in ("a", "an", "such", "this") or is_topic(words[i])


def _is_whole(words: list[str], i: int, cues: list[Mark], is_topic: IsTopic) -> bool:
    """Whether a noun with its article says no more than that: "the idea", not "the idea of peace"."""
    governs = any(c.i == i + 1 for c in cues)
    if not governs and (
        (words[i + 1 : i + 2] and words[i + 1] in _COMPLEMENTS) or not _closes(words, i + 1)
    ):
        return False
    start = _lead(words, i)
    part = (
        words[max(0, start - 1)] in _PART
        and words[max(0, start - 2)] not in _OPEN_NOUNS
        and not any(c.j in (start, i) for c in cues)
    )
    if part and any(c.i > i and c.value.frame in (Frame.ABOUT, Frame.ABOUT_VERB) for c in cues):
        return False  # "the rest of the package must be ambitious"
    return _is_known(words, i, is_topic)


def _is_idle(words: list[str], i: int, cues: list[Mark]) -> bool:
    """As in "familiar with the matter", "the topic would come up", "no such agreement": nothing is held of it."""
    before = words[max(0, i - 3) : i - 1]
    if words[i - 1] == "such" and before[-1:] == ["no"]:
        return True
    if words[i] not in TALK:
        return False
    return bool(_INFORMED.intersection(before)) or any(
        0 < c.i - i <= _SAID_REACH and c.value.frame is Frame.ABOUT_VERB for c in cues
    )


def _is_inside(words: list[str], i: int, cues: list[Mark]) -> bool:
    """As in "ruled it out", "would not hear of it"; not the conjunction of "insisted that"."""
    for cue in cues:
        if not cue.i <= i < cue.j or cue.value.cue_class is CueClass.TRANSPARENT:
            continue
        last = i == cue.j - 1
        if words[i] == "that":
            if _ends(words, cue.j) if last else "~" in cue.value.text:
                return True
        elif not last or _follows(words, cue.j):
            return True
    return False


def _is_object(words: list[str], i: int, cues: list[Mark], *, is_sure: bool) -> bool:
    """As in "welcomed it", "is against that"; not "saw it arise", "wants that money"."""
    whole = _ends(words, i + 1) if words[i] == "that" else _follows(words, i + 1)
    if not whole and not (words[i] == "it" and words[i - 1] in CALLED):
        return False
    return any(
        c.j == i
        and c.value.frame not in (Frame.ABOUT, Frame.ABOUT_VERB)
        and (is_sure or c.value.cue_class not in _VAGUE or words[i] == "that")
        for c in cues
    )


def _is_said_of(words: list[str], i: int, cues: list[Mark]) -> bool:
    """As in "it is unacceptable", "that would be a mistake", "finds it realistic"."""
    word = words[i]
    before = words[i - 1] if i else "."
    led = before[0].isalpha() and before not in _BEFORE_SUBJECT and words[0] != "for"
    if word == "them" or (word != "it" and led):  # "For him that is out of the question"
        return False
    if word == "that" and not (words[i + 1 : i + 2] and words[i + 1] in _FINITE):
        return False
    if before == "as":
        return False  # "as it has been from the start"
    for cue in cues:
        if (
            cue.value.frame not in (Frame.ABOUT, Frame.ABOUT_VERB)
            or not 0 < cue.i - max(i, past_teller(words, i + 1) - 1) <= _SAID_REACH
        ):
            continue
        if not all(_links(w) for w in words[past_teller(words, i + 1) : cue.i]):
            continue
        rest = [w for w in words[cue.j : cue.j + 2] if w != '"']
        if (word == "it" and rest and rest[0] in _EXTRAPOSED) or not _closes(words, cue.j):
            continue
        return True
    return False


def _ends(words: list[str], k: int) -> bool:
    """Whether a pause or a preposition stands at token `k`."""
    return k >= len(words) or not words[k][0].isalpha() or words[k] in PREPOSITIONS


def _follows(words: list[str], k: int) -> bool:
    """Whether what stands at token `k` may follow an object: not "it" before "will cost"."""
    return _closes(words, k) and not (
        k < len(words) and (words[k] in AUXILIARIES or words[k] in BE) and words[k] != "'s"
    )


def _links(word: str) -> bool:
    return (
        word in BE or word in AUXILIARIES or word in ADVERBS or word in _DEGREES or word.endswith(("ly", "n't"))
        or word in ("not", "n't", '"', ",", "'ll", "'d", "be", "been", "course", "have", "of")
    )  # fmt: skip


def _closes(words: list[str], k: int) -> bool:
    """Whether what stands before token `k` is complete: not "a difficult" before "decision"."""
    if k >= len(words):
        return True
    word = words[k]
    return not word[0].isalpha() or word in _CLOSING or word.endswith("ly")


def _is_supposed(words: list[str], i: int) -> bool:
    """As in "Once it is signed, …": told of a case, and not said to be so."""
    return any(w in _SUPPOSING for w in words[max(0, i - 1) : i])
