"""Mentions held against who speaks and how: no matter is named by words that only say whose a sentence is, or by an idiom's.

Knows reports, the voices and the cues of a sentence. Knows no claim.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from watchers.cues import Frame
from watchers.reading.matter.mentions import Mention, at
from watchers.reading.matter.possession import Span
from watchers.reading.speech.report import Report
from watchers.reading.voices.voice import Voice
from watchers.reading.words.inserted import past_teller
from watchers.reading.words.leaving import stance_left
from watchers.reading.words.vocabulary import Mark

_AND = frozenset({"&", "and"})
_ARTICLES = frozenset({"a", "an", "any", "the"})
#: Tokens of the shortest idiom: "put its foot down on", where "send to" is the act itself.
_IDIOM_MIN = 3
#: What leads from a matter to its place, and tokens to the comma behind that.
_PLACING, _PLACE_REACH = frozenset({"after", "for", "in", "inside", "on", "to"}), 5
#: How a cue stands whose subject holds the position.
_HELD = frozenset({Frame.STATE, Frame.VERB})


def trimmed(
    mentions: Iterable[Mention],
    words: list[str],
    voices: list[Voice],
    reports: list[Report],
    marks: list[Mark],
    own: Collection[str],
) -> list[Mention]:
    """The mentions without those that lean on a speaker's name, each with the whole of a pair that it begins.

    `own` are the claims that a user wrote, whose keywords may be met anywhere around who holds the position.
    """
    speaking = [v for report in reports for v in _speaking(voices, report)]
    said = [v for v in voices if v not in speaking]
    speaking = [v for v in speaking if all(set(v.actors).isdisjoint(o.actors) for o in said)]
    alone = (
        _without_left(_without_holder(m, voices, marks), words, marks, m.matter)
        if m.claim in own
        else _without_left(m, words, marks)
        for m in mentions
    )
    return [
        _with_teller(_without_idiom(_with_partner(m, words, voices), words, marks), words)
        for m in alone
        if not any(_leans_on(m, voice) for voice in speaking)
    ]


def _speaking(voices: list[Voice], report: Report) -> list[Voice]:
    """Whoever is told, and who tells it behind what is said: "…, Donald Trump told European leaders"."""
    source = report.source
    if source is None:
        return []
    addressed = [v for v in voices if report.verb == "tell" and 0 <= v.i - report.j <= 1]
    if report.start > source.i:
        # "told Putin that he would meet him" names the meeting
        return [v for v in addressed if v.plural]
    return [source, *addressed]


def _leans_on(mention: Mention, voice: Voice) -> bool:
    """As in "guarantees for Ukraine, European leaders said": half of the matter is the speaker."""
    inside = [voice.i <= i < voice.j for i, _ in (*mention.anchors, *mention.names)]
    return any(inside) and not all(inside)


def _without_holder(mention: Mention, voices: list[Voice], marks: list[Mark]) -> Mention:
    """As in "Kosovo wants an association of …": whose stance on it a sentence tells is no part of the matter."""
    anchor = min((a for a, _ in mention.anchors), default=mention.i)
    holder = next(
        (v for v in voices if v.role == "agent" and v.actors and v.i <= mention.i < v.j < anchor),
        None,
    )
    if holder is None or not any(
        m.kind == "cue" and m.value.frame in _HELD and holder.j <= m.i and m.j <= anchor
        for m in marks
    ):
        return mention
    names = tuple(span for span in mention.names if span[0] >= holder.j)
    begin = min(span[0] for span in (*names, *mention.anchors))
    return replace(mention, i=begin, names=names)


def _without_idiom(mention: Mention, words: list[str], marks: list[Mark]) -> Mention:
    """As in "put the brakes on troops for Ukraine": the verb is the idiom's, and sends nobody."""
    noun = min((a for a, _ in mention.anchors), default=mention.i)
    if not mention.act or noun <= mention.i:
        return mention
    idiom = next(
        (
            m for m in marks
            if m.kind == "cue" and m.i <= mention.i < m.j <= noun and m.j - m.i >= _IDIOM_MIN
            and m.value.frame is Frame.VERB
        ),
        None,
    )  # fmt: skip
    if idiom is None:
        return mention
    begin = idiom.j
    while begin < noun and words[begin] in _ARTICLES:
        begin += 1
    return replace(mention, i=begin, act="")


def _without_left(
    mention: Mention, words: list[str], marks: list[Mark], whole: Collection[Span] = ()
) -> Mention:
    """As in "dropped his threat to block Ukraine's membership": what is dropped is the threat.

    Not where it is the matter `whole`: "will keep the ban".
    """
    left = stance_left(marks, words, mention.i)
    if left is None or left.j >= mention.j or any(i < left.j and left.i < j for i, j in whole):
        return mention
    begin = left.j
    while words[begin] in _ARTICLES and begin < mention.j - 1:
        begin += 1
    return replace(at(mention, begin, mention.j), polarity=1, matter=(), own=())


def _with_teller(mention: Mention, words: list[str]) -> Mention:
    """As in "Such a force, Tusk said, would be a mistake": what is said of a matter stands behind who says it."""
    begin = mention.j
    if words[begin : begin + 1] and words[begin] in _PLACING:
        behind = words[begin : begin + _PLACE_REACH]
        begin += behind.index(",") if "," in behind else 0
    end = past_teller(words, begin)
    return mention if end == begin else replace(mention, j=end)


def _with_partner(mention: Mention, words: list[str], voices: list[Voice]) -> Mention:
    """As in "a meeting between Putin and Zelensky": the second of a pair goes with the first."""
    if words[mention.j : mention.j + 1] != [] and words[mention.j] in _AND:
        partner = next((v for v in voices if v.i == mention.j + 1), None)
        first = next((v for v in voices if v.j == mention.j), None)
        if partner is not None and first is not None:
            return replace(mention, j=partner.j)
    return mention
