"""Stances that somebody gives up: "lifted its objection to", "withdrew his threat to block".

Knows what stands between such a verb and the stance. The verbs are those of the frame "leaving" in the cue file.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.words.vocabulary import Mark

#: What leads to a stance: whose it is, or all of it.
_WHOSE = frozenset({"all", "her", "his", "its", "my", "our", "their"})
#: Nouns whose stance is the verb behind them, and tokens from the verb that leaves one to it: "its long-standing".
_TO_DO = frozenset({"decision", "decisions", "pledge", "pledges", "promise", "promises", "threat", "threats", "vow", "vows", "warning", "warnings"})  # fmt: skip
#: What makes the noun behind it another thing's: "ended the meeting with a call for".
_PARTING = frozenset({"a", "an", "at", "before", "by", "for", "from", "her", "his", "in", "its", "of", "on", "over", "the", "their", "with"})  # fmt: skip
_LEAD_MAX, _TO_DO_LEAD = 4, 2
_STANCES = frozenset({
    CueClass.COMMIT, CueClass.DOUBT, CueClass.ENDORSE, CueClass.PREVENT, CueClass.REFUSE, CueClass.REJECT, CueClass.WANT,
})  # fmt: skip


def with_leaving(marks: list[Mark], words: list[str]) -> list[Mark]:
    """The marks, with a verb that leaves something as a verb of refusing where that is a stance, and without it elsewhere."""
    made: list[Mark] = []
    dropped: set[int] = set()
    for mark in marks:
        if mark.kind != "cue" or mark.value.frame is not Frame.LEAVING:
            made.append(mark)
            continue
        others = [m for m in marks if m.kind == "cue" and m.i == mark.i and m is not mark]
        if stance_behind(marks, words, mark.j) is None or any(m.j > mark.j for m in others):
            continue
        made.append(replace(mark, value=replace(mark.value, frame=Frame.VERB)))
        dropped.update(map(id, others))
    return [mark for mark in made if id(mark) not in dropped]


def stance_left(marks: list[Mark], words: list[str], k: int) -> Mark | None:
    """The cue of the stance that a verb at token `k` leaves, or that of the whole: "drops its doubts about"."""
    for verb in marks:
        if verb.kind != "cue" or verb.i != k or verb.value.frame is not Frame.VERB:
            continue
        if verb.j > k + _TO_DO_LEAD and not _WHOSE.isdisjoint(words[k + 1 : verb.j]):
            return verb
        if (stance := stance_behind(marks, words, verb.j)) is not None:
            return stance
    return None


def stance_behind(marks: list[Mark], words: list[str], k: int) -> Mark | None:
    """The cue of the stance that a verb before token `k` leaves."""
    owned = words[k : k + 1] != [] and (words[k] in _WHOSE or words[k + 1 : k + 2] == ["'s"])
    reach = _LEAD_MAX if owned else 0
    for cue in marks:
        # "lifts objections to", "withdraws threat to block"
        near = (
            cue.i == k
            or (cue.i == k + _TO_DO_LEAD and words[k] in _TO_DO)
            or k < cue.i <= k + reach
        )
        if cue.kind != "cue" or not near or cue.value.cue_class not in _STANCES:
            continue
        between = words[k + 1 : cue.i]
        if between and between[0] in _TO_DO:
            between = []  # "his | threat of a | veto against"
        if not all(
            word[0].isalpha() or word == "'s" for word in between
        ) or not _PARTING.isdisjoint(between):
            continue
        if cue.value.frame is Frame.NOUN:
            return cue
        if (
            cue.value.frame is Frame.VERB
            and words[cue.i - 1] == "to"
            and words[cue.i - 2] in _TO_DO
        ):
            return cue
    return None
