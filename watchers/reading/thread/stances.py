"""A stance that says all by itself: "Italy is opposed", "Rome said no", "Madrid would not comment".

Knows where such words stand and whose they are. What they speak of is the text's topic; that is `resolve.py`'s.
"""

import re
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.model import Authority
from watchers.reading.clauses.clauses import Governed
from watchers.reading.clauses.company import ALIKE, AND, JOINING
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention, at
from watchers.reading.text.document import Sentence
from watchers.reading.thread.clause_ends import is_general, is_pause
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE
from watchers.reading.words.vocabulary import Cue, Mark

_DEGREES = frozenset({
    "a", "anything", "any", "as", "bit", "cent", "deeply", "entirely", "equally", "even", "ever", "far", "hundred", "less", "little",
    "more", "most", "much", "no", "one", "per", "percent", "pretty", "quite", "rather", "so", "somewhat", "too", "very", "wholly",
    "still", "long", "first", "from", "than", "dead", "every", "but", "exactly", "just",
})  # fmt: skip
#: What a stance that says nothing yet leaves open of its matter: "declined to say whether". Who will not
#: say how many men he sends has said that he does.
_ASPECTS = frozenset({"if", "until", "whether", "yet"})
#: Stances that are none unless somebody will not or cannot: who "did not say" has refused no answer.
_UNSAID = frozenset({
    "not answer directly", "not comment", "not confirm it", "not confirm that", "not go further", "not go into it", "not go into that",
    "not go into this", "not say",
})  # fmt: skip
_WILL_NOT = frozenset({"can't", "couldn't", "going", "won't", "wouldn't"})
_NO_COMMENT = frozenset({
    "decline to comment", "have no comment", "not comment", "prefer not to comment", "refuse to comment",
})  # fmt: skip
#: Who speaks, in one word with his verb.
_SHORT_BE = {"i'm": "i", "we're": "we"}
_SHORT = _SHORT_BE | {f"{who}'{verb}": who for who in ("i", "we") for verb in ("d", "ll", "ve")}
#: Words that open a clause in which nothing is told to be so.
_SUPPOSING = frozenset({
    "before", "if", "once", "unless", "until", "whatever", "when", "whether", "without",
})  # fmt: skip
#: Verbs that carry an adjective beside the forms of "be".
_LINKING = frozenset({
    "feel", "feels", "felt", "sound", "sounded", "sounds", "stands", "stood", "were", "was", "prove", "proved", "proves", "grew", "grows",
})  # fmt: skip
#: Verbs by which somebody says what he is: "declared itself ready", "called himself a sceptic".
_DECLARING = frozenset({
    "called", "calls", "considered", "considers", "declared", "declares", "described", "describes", "professed", "professes",
    "pronounced", "pronounces", "showed", "shows", "voiced", "proclaimed", "proclaims", "styled", "styles", "signalled",
})  # fmt: skip
#: What may stand between a question and the answer to it.
_BEHIND_ASIDE = frozenset({",", "and", "but"})
_SELF = frozenset({"herself", "himself", "itself", "themselves", "ourselves", "myself"})
#: What leads to a verb in its plain form: "was the only country to", "was quick to", "continued to", "threatened to".
_TO = re.compile(
    r"(?:(?:is|was|are|were|remains|remained|became|being|been|be|has|have|had|alone|also|will|would|again|once|more) )*"
    r"(?:(?:among |one of )?(?:the |its )?(?:\w+ly )?(?:only|first|last|latest|sole|lone|next|second|few)"
    r"(?: of \w+ \w+)?(?: (?:eu|nato|european))?"
    r"(?: (?:allies|ally|capital|capitals|countries|country|government|governments|leader|leaders|member|members|minister|ministers|nation|nations|one|ones|partner|state|states|member state|member states))*"
    r"|quick|swift|prompt|glad|happy|careful|inclined|likely|set|going|about|bound|certain|sure|determined|ready|prepared|poised|due|keen"
    r"|continues|continued|appears|appeared|seems|seemed|tends|tended|chooses|chose|decides|decided|opts|opted|prefers|preferred"
    r"|wants|wanted|intends|intended|plans|planned|vows|vowed|promises|promised|threatens|threatened|means|meant|proposes|proposed"
    r"|pledges|pledged|undertook|resolves|resolved|means|hastened|hastens|rushed|expects|expected itself|used"
    r") (?:to|that|who|which)"
)
#: Words right before a subject by which its clause hangs on another one.
_RELATIVES = frozenset({"that", "what", "which", "who", "whom", "whose", "why", "how", "where"})
_TIMES = frozenset({"after", "as", "than", "like", "for", "of"})
#: Tokens of "only" between a report and its "that".
_SAID_REACH = 4
#: Verbs whose past is their plain form.
_UNCHANGED = frozenset({"bid", "cast", "cut", "hit", "let", "put", "quit", "set", "shut", "split"})
#: Words of such a lead that are modals too.
_IN_LEAD = frozenset({"are", "is", "to", "was"})
#: What stands before a subject whose verb is left out, and before somebody else in commas.
_BEFORE_GAPS = frozenset({",", ";", "and", "but", "while"})
_NEITHER = frozenset({"neither", "nor"})
#: Tokens of ", by contrast," or ", according to their prime minister," behind a subject.
_ASIDE = 14
#: Tokens between a subject and its stance, without asides.
_REACH = 9


def bare_stances(
    sentence: Sentence, marks: list[Mark], voices: list[Voice], topic: Mention, stop: int = -1,
    aside: tuple[int, int] = (0, 0),
) -> list[Governed]:  # fmt: skip
    """What the voices of a sentence hold of a topic in so many words, as chains over it.

    `stop` is the token at which a frame that names the topic begins, or -1; `aside` the tokens of a question that
    may stand between a subject and its stance: "Rome, asked about X, shook its head".
    """
    found: list[Governed] = []
    if "?" in sentence.words[-3:] or topic.polarity < 0 or not any(m.kind == "bare" for m in marks):
        return found
    voices = _with_short(sentence.words, voices)
    for mark in marks:
        if mark.kind != "bare" or not (
            mark.j == stop
            or ends(sentence.words, mark.j, mark.value.cue_class)
            or (mark.value.cue_class is CueClass.DEFER and sentence.words[mark.j] in _ASPECTS)
        ):
            continue
        if is_within_silence(mark, marks):
            continue
        if mark.value.text in _NO_COMMENT and aside == (0, 0):
            continue  # of papers' routine, unless somebody was asked
        voice, group = _holder(sentence.words, marks, voices, mark, aside)
        if voice is None or group is None:
            voice, group = _gapped(sentence.words, voices, mark, found)
        if voice is None or group is None:
            continue
        cue: Cue = mark.value
        here = replace(at(topic, mark.i, mark.j), how="bare")
        holders = _with_others(sentence.words, voices, voice)
        lead = sentence.words[max(0, holders[0].i - 2) : voice.i]
        if sentence.words[voice.i] == "neither" or _NEITHER.issubset(lead):
            group = replace(group, negated=not group.negated)
        found.append(
            Governed(
                here, (group,), mark.i, (mark.i, mark.j), "bare", "voices", holders, form=cue.form, text=cue.text
            )
        )  # fmt: skip
    return found


def _with_short(words: list[str], voices: list[Voice]) -> list[Voice]:
    """The voices, and those of "I'm", "we'll": words of who speaks and of what he does in one."""
    short = [
        Voice(k, k + 1, "pronoun", (), _SHORT[w], word=_SHORT[w], authority=Authority.NONE)
        for k, w in enumerate(words)
        if w in _SHORT
    ]
    return sorted([*voices, *short], key=lambda v: v.i) if short else voices


def is_within_silence(mark: Mark | Mention, marks: list[Mark]) -> bool:
    """Whether words are only a part of longer ones that say nothing yet: "discuss" in "discuss this when the time comes"."""
    return any(
        m.kind in ("bare", "clause")
        and m.value.cue_class is CueClass.DEFER
        and m.i <= mark.i
        and mark.j <= m.j
        and m.j - m.i > mark.j - mark.i
        for m in marks
    )


def _gapped(
    words: list[str], voices: list[Voice], mark: Mark, found: list[Governed]
) -> tuple[Voice | None, Group | None]:
    """As in "France is in favour, Italy against", "Germany: opposed": whose stance it is where the verb is left out."""
    if mark.value.form != "plain":
        return None, None
    for voice in voices:
        begin = voice.i - (words[voice.i - 1] == "the")
        goes_on = bool(found) and voice.j == mark.i and words[begin - 1] in _BEFORE_GAPS
        listed = voice.i <= 1 and voice.j == mark.i - 1 and words[voice.j] in (":", "–")
        headed = voice.i == voice.j and all(
            w in ADVERBS or w.endswith("ly") for w in words[voice.j : mark.i]
        )  # the heading of a roll call's entry
        if voice.actors and (goes_on or listed or headed):
            return voice, Group(mark.value.cue_class, Frame.STATE, (), False, mark.value.negative)
    return None, None


def _with_others(words: list[str], voices: list[Voice], last: Voice) -> tuple[Voice, ...]:
    """As in "Italy, Spain and Hungary are opposed", "Spain, like Italy, is opposed": all who share a stance."""
    held = [last]
    for voice in reversed(voices):
        between = words[voice.j : held[0].i]
        if voice.j > held[0].i or not between:
            continue
        if not voice.actors or voice.role != "agent" or not JOINING.issuperset(between):
            break
        held.insert(0, voice)
    if len(held) > 1 and AND.isdisjoint(words[held[0].j : last.i]):
        held = [last]  # "In Rome, Italy is opposed"
    return (*held, *_alike(words, voices, last))


def _alike(words: list[str], voices: list[Voice], last: Voice) -> list[Voice]:
    """As in "Spain, like Italy, is opposed": of whom the same is told between two commas."""
    k = last.j + 1
    lead = next((lead for lead in ALIKE if tuple(words[k : k + len(lead)]) == lead), None)
    if lead is None or words[last.j] != ",":
        return []
    k += len(lead)
    return [v for v in voices if v.actors and v.i in (k, k + 1) and words[v.j : v.j + 1] == [","]]


def ends(words: list[str], k: int, cue_class: CueClass) -> bool:
    """Whether a stance may be complete before token `k`: a pause stands there, or no matter but the topic."""
    k += words[k : k + 1] == ['"'] and words[k + 1 : k + 2] == ["to"]  # "is "open" to talks"
    return is_pause(words, k) or is_general(words, k, of_parts=cue_class is not CueClass.DEFER)


def _holder(
    words: list[str], marks: list[Mark], voices: list[Voice], mark: Mark, aside: tuple[int, int]
) -> tuple[Voice | None, Group | None]:
    """Whose a stance is, with its modals and negation: the nearest before it, or the one before an aside."""
    for voice in reversed(voices):
        if voice.j > mark.i or voice.role != "agent":
            continue
        start = _past_aside(words, voice, mark.i)
        if voice.j <= aside[0] and aside[1] < mark.i:
            start = aside[1] + (words[aside[1]] in _BEHIND_ASIDE)
        if mark.i - start > _REACH:
            break
        group = _group(words, marks, voice, mark, start)
        if group is None:
            if "," in words[voice.j : mark.i] or "," in words[max(0, voice.i - _ASIDE) : voice.i]:
                continue
            break
        if not (voice.actors or voice.word in ("we", "i")):
            break
        if any(w in _SUPPOSING for w in words[max(0, voice.i - 3) : voice.i]):
            break
        if _is_subordinate(words, marks, voice):
            break
        return voice, group
    return None, None


def _is_subordinate(words: list[str], marks: list[Mark], voice: Voice) -> bool:
    """As in "after Rome refused", "conditions that Rome would not accept", "hoped that Rome would agree": told of another matter."""
    i = voice.i - (words[voice.i - 1 : voice.i] == ["the"])
    while i > 1 and words[i - 1] == "'s":
        i -= 2
    before = words[i - 1] if i else ""
    if before in _RELATIVES:
        said = (m for m in marks if m.kind == "say" and 0 <= i - 1 - m.j <= _SAID_REACH)
        return before != "that" or next(said, None) is None or _is_denied(marks, i)
    if before in _TIMES and i > 1:
        return True
    return any(
        m.kind == "cue"
        and m.j == i
        and m.value.cue_class is not CueClass.TRANSPARENT
        and m.value.frame in (Frame.VERB, Frame.STATE)
        for m in marks
    )


def _is_denied(marks: list[Mark], i: int) -> bool:
    return any(
        m.kind == "cue" and m.value.cue_class is CueClass.DENY and 0 <= i - m.j <= _SAID_REACH
        for m in marks
    )


def _past_aside(words: list[str], voice: Voice, end: int) -> int:
    """Where a sentence goes on behind "Germany, however," or "The Dutch, according to their prime minister,"."""
    start = voice.j
    if words[start : start + 1] == ["'s"]:
        return start
    if words[start : start + 1] == [","] and "," in words[voice.i : start]:
        start += 1  # behind "the Dutch prime minister, Dick Schoof,"
    if words[start : start + 1] == [","]:
        closing = [k for k in range(start + 1, min(end, start + 2 + _ASIDE)) if words[k] == ","]
        if closing:
            return closing[-1] + 1
    return start


def _group(
    words: list[str], marks: list[Mark], voice: Voice, mark: Mark, start: int
) -> Group | None:
    """The stance with its modals and negation, where nothing but auxiliaries stands before it."""
    cue: Cue = mark.value
    between = _without_aside(words, start, mark.i)
    known = {k for m in marks if m.kind in ("modal", "neg") for k in range(m.i, m.j)}
    led = bool(between) and words[between[-1]] in ("to", "that", "who", "which")
    if led:
        lead = (words[k] for k in between if k not in known or words[k] in _IN_LEAD)
        if _TO.fullmatch(" ".join(lead)) is None:
            return None
        linked = False
    else:
        if not all(k in known or _may_stand_between(words, k) for k in between):
            return None
        linked = any(_links(words, k) for k in between) or words[voice.i] in _SHORT_BE
    if cue.form == "plain" and not linked:
        return None
    if cue.form != "plain" and linked != (cue.form == "ing"):
        return None
    helped = (
        led
        or words[voice.i] in _SHORT
        or any(words[k] in AUXILIARIES or k in known for k in between)
    )
    past = words[mark.i] in _UNCHANGED  # "put its foot down"
    if cue.form == "base" and not (
        past or helped or voice.plural or voice.word in ("we", "they", "i")
    ):
        return None
    modals = tuple(m.value for m in marks if m.kind == "modal" and voice.j <= m.i < mark.i)
    will_not = modals or not _WILL_NOT.isdisjoint(words[mark.i : mark.j])
    if "must" in modals or (cue.text in _UNSAID and not will_not):
        return None  # "did not say" is no refusal to say
    negs = [m for m in marks if m.kind == "neg" and start <= m.i < mark.i]
    less = (
        cue.cue_class is not CueClass.DEFER
        and not negs
        and any(words[k] == "less" for k in between)
    )
    frame = Frame.STATE if cue.form == "plain" else Frame.VERB
    if cue.cue_class is CueClass.COMMIT and negs and "may" in modals:
        return None  # "could not agree" on what the sentence goes on to say
    return Group(cue.cue_class, frame, modals, (len(negs) + less) % 2 == 1, cue.negative)


def _without_aside(words: list[str], start: int, end: int) -> list[int]:
    """The tokens between a subject and its stance, without what stands in commas: "is, as ever, opposed"."""
    pauses = [k for k in range(start, end) if words[k] == ","]
    if len(pauses) < 2:
        return list(range(start, end))
    return [k for k in range(start, end) if not pauses[0] <= k <= pauses[-1]]


def _may_stand_between(words: list[str], k: int) -> bool:
    """Whether a word may stand between a subject and its stance: auxiliaries, adverbs, degrees, "declared itself"."""
    word = words[k]
    return (
        word in AUXILIARIES
        or word in ADVERBS
        or word in BE
        or word in _LINKING
        or word in _DEGREES
        or word in _SELF
        or word in _DECLARING
        or word == '"'
        or word.endswith("ly")
        or words[k : k + 2] == ["to", "be"]
    )


def _links(words: list[str], k: int) -> bool:
    return (
        words[k] in BE or words[k] in _LINKING or (words[k] in _DECLARING and words[k + 1] in _SELF)
    )
