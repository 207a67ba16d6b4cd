"""A change of mind told in one sentence: "Rome, which had ruled it out, is now ready to do so".

Knows where what was held before ends and what is held now begins, what a sentence's end tells as left behind, and how
a verb is said again without its matter. Knows no cue and no claim.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchers.reading.matter.mentions import Mention, at
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import PRONOUNS, Voice
from watchers.reading.words.inflect import phrase_forms, stem
from watchers.reading.words.vocabulary import Mark

#: Words that tell of what was before.
_BEFORE = frozenset({
    "earlier", "first", "formerly", "had", "having", "hitherto", "initially", "long", "months", "once", "originally",
    "previously", "traditionally", "until", "used", "weeks", "years",
})  # fmt: skip
#: Words that tell of what is new.
_NOW = frozenset({
    "decided", "eventually", "finally", "instead", "longer", "now", "recently", "reconsidered",
})  # fmt: skip
_NOW_PHRASES = frozenset({("after", "all"), ("at", "last"), ("this", "week"), ("this", "month"), ("this", "time")})  # fmt: skip
#: Words that may open such phrases, or what has been done.
_LEADING_NEWS = frozenset({"has", "have", *(one for one, _ in _NOW_PHRASES)})
#: What has been done by who is of another mind now: "has come round to", "has dropped".
_TURNED = frozenset({
    "abandoned", "agreed", "backed", "changed", "come", "dropped", "given", "hardened", "lifted", "moved", "opened", "pulled",
    "relented", "retreated", "reversed", "scrapped", "shelved", "shifted", "softened", "swung", "turned", "walked", "warmed",
    "withdrawn",
})  # fmt: skip
#: Words that open what was before, at a sentence's head: "After ruling it out in March, Berlin …".
_FRONTING = frozenset({
    "after", "although", "despite", "having", "long", "once", "originally", "previously", "though", "until", "while",
})  # fmt: skip
#: Words that open it behind its subject: "Berlin, which had ruled it out, …".
_INSERTING = _FRONTING | {
    "earlier", "formerly", "hitherto", "initially", "so", "traditionally", "which", "who", "whose",
}  # fmt: skip
_BREAKS = frozenset({",", "–", ";", "but", "yet"})
_CLOSING = frozenset({",", "–", ";"})
#: Tokens between the matter and the break behind it, and from the break to whom the rest is about.
_BREAK_REACH, _HEAD_REACH = 12, 5
#: Digits of "2022".
_YEAR = 4
#: Words before a subject's verb that are no subject themselves.
_LEADING = frozenset({
    "also", "and", "but", "did", "does", "had", "has", "have", "is", "it", "he", "she", "they", "now", "today", "was", "were",
    "will", "would", "yet", "the", "this", "week", "month", "on",
})  # fmt: skip
#: What stands for a verb's object where the verb is said again.
_AGAIN = frozenset({"any", "it", "none", "one", "some", "that", "them", "these", "those"})
#: What a mind is changed by, without a word on what it is now.
_REVERSALS = frozenset(
    form
    for phrase in (
        "abandon its objections", "abandon its opposition", "abandon its resistance", "back down", "backtrack", "change course", "change his mind", "change her mind", "change its mind", "change their mind",
        "change tack", "drop its objection", "drop its objections", "drop its opposition", "drop its resistance", "drop its veto",
        "give in", "give up its opposition", "give up its resistance", "give way", "have second thoughts", "lift its veto", "make a u-turn", "make an about-face", "overcome its reservations", "perform a u-turn", "relent", "reverse course",
        "reverse itself", "reverse his position", "reverse its position", "reverse its stance", "think again",
    )
    for form in phrase_forms(phrase)
)  # fmt: skip
#: The end of a sentence that tells what is left behind: ", dropping its refusal", ", a reversal of what it had said".
_LEFT_BEHIND = re.compile(
    r" [,–] (?:"
    r"(?:(?:abandoning|discarding|ditching|dropping|overcoming|overturning|reversing|scrapping|shedding|withdrawing"
    r"|(?:backing|moving|retreating|stepping|turning|walking)(?: away| back| off)? from|breaking with|departing from|giving up|going back on"
    r"|setting aside) (?:an?|earlier|her|his|its|months|previous|that|the|their|weeks|years)"
    r"|ending (?:her|his|its|months|their|weeks|years))"
    r"|(?:in |marking )?an? (?:[a-z-]+ ){0,2}?(?:about-face|about-turn|break|change|climbdown|departure|retreat|reversal|shift|turn|turnaround"
    r"|turnabout|u-turn) (?:away )?(?:for|from|of|with)"
    r") "
)
_REVERSING = frozenset(form.split()[0] for form in _REVERSALS)
_REVERSAL = re.compile(f" (?:{'|'.join(map(re.escape, sorted(_REVERSALS)))}) ")


@dataclass(frozen=True, slots=True)
class Turn:
    """Where in a sentence a change of mind is told."""

    #: The token at which what is held now begins.
    at: int
    #: Whose mind it is, set at that token.
    voice: Voice
    #: Whether both sides of it say so: "had …", "… now".
    is_plain: bool


def turn_of(
    sentence: Sentence, marks: list[Mark], voices: list[Voice], mention: Mention
) -> Turn | None:
    """The change of mind on a matter, where its sentence goes on to tell one of the same holder."""
    words = sentence.words
    for k in range(mention.j, min(mention.j + _BREAK_REACH, len(words) - 2)):
        opens = words[k] == "and" and words[k + 1] == "now"
        if opens or (words[k] in _BREAKS and not (words[k] == "," and words[k + 1] in _BREAKS)):
            begin, found = _side(words, voices, mention, k)
            if found is None:
                return None
            after = words[k + 1 :]
            before = words[begin:k]
            has_year = any(len(w) == _YEAR and w.isdigit() for w in before)
            is_now = tells_news(after)
            is_before = (
                not _BEFORE.isdisjoint(before)
                or has_year
                or any(m.kind == "past" and begin <= m.i < k for m in marks)
            )
            if not (is_now and is_before) and (words[k] == ";" or not (is_now or is_before)):
                return None
            return Turn(k + 1, replace(found, i=k + 1, j=k + 1, role="agent"), is_now and is_before)
    return None


def turn_since(sentence: Sentence, voices: list[Voice]) -> Turn | None:
    """The change of mind that a sentence of its own tells: "It is now ready to do so"."""
    if not tells_news(sentence.words):
        return None
    voice = next((v for v in voices if v.role == "agent" and v.actors), None)
    return Turn(0, voice, is_plain=False) if voice is not None else None


def tells_news(words: list[str]) -> bool:
    """As in "now", "after all", "has come round": what is told is new."""
    return (
        not _NOW.isdisjoint(words)
        or (
            not _LEADING_NEWS.isdisjoint(words)
            and any(
                pair in _NOW_PHRASES or (pair[0] in ("has", "have") and pair[1] in _TURNED)
                for pair in itertools.pairwise(words)
            )
        )
        or is_reversal(words)
    )


def _side(
    words: list[str], voices: list[Voice], mention: Mention, k: int
) -> tuple[int, Voice | None]:
    """Where what was before begins, and who turns, of a sentence that breaks at token `k`."""
    agents = [v for v in voices if v.role == "agent" and v.actors]
    named = [v for v in agents if v.word not in PRONOUNS]
    head = next((v for v in named if k < v.i <= k + _HEAD_REACH), None)
    if head is not None and not all(w in _LEADING for w in words[k + 1 : head.i]):
        head = None
    holder = next((v for v in reversed(named or agents) if v.j <= mention.i), None)
    if holder is None:
        opened = next((n for n in range(min(3, mention.i)) if words[n] in _FRONTING), None)
        return 0, head if words[k] == "," and opened is not None else None
    if head is not None and head.actors != holder.actors:
        return 0, None
    inserted = (
        words[holder.j] in (",", "–")
        and words[holder.j + 1] in _INSERTING
        and not any(w in (",", "–") for w in words[holder.j + 1 : mention.i])
    )
    if words[k] in (",", "–") and not inserted:
        return 0, None
    return max((n for n in range(holder.i) if words[n] in _BREAKS - {","}), default=0), holder


def said_again(
    sentence: Sentence, turn: Turn, topic: Iterable[Mention], stems: set[str]
) -> list[Mention]:
    """The matter's own verb behind the turn, with a word for its object: "will now send them".

    `stems` are those of the words by which the topic was named.
    """
    words = sentence.words
    found = []
    for mention in topic:
        for k in range(turn.at, len(words) - 1):
            if words[k + 1] in _AGAIN and stem(words[k]) in stems:
                again = at(mention, k, k + 2)
                sign = -1 if words[k + 1] == "none" else 1
                form = "ing" if words[k].endswith("ing") else "base"
                found.append(replace(again, act=form, polarity=sign * mention.polarity))
    return found


def left_behind(words: list[str]) -> range:
    """The tokens of a clause that tells what was held before this news, from the word that leaves it; empty if none."""
    if "," not in words and "–" not in words:
        return range(0)
    text = f" {' '.join(words)} "
    found = _LEFT_BEHIND.search(text)
    if found is None:
        return range(0)
    start = text.count(" ", 0, found.start() + 1)
    end = next((k for k in range(start + 1, len(words)) if words[k] in _CLOSING), len(words))
    return range(start, end)


def is_reversal(words: list[str]) -> bool:
    """As in "has changed its mind": the opposite of what was held before."""
    return reversal_at(words) is not None


def reversal_at(words: list[str]) -> int | None:
    """The token at which such words begin; `None` where there are none."""
    if _REVERSING.isdisjoint(words):
        return None
    text = f" {' '.join(words)} "
    found = _REVERSAL.search(text)
    return text.count(" ", 0, found.start()) if found else None
