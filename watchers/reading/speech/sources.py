"""Whose a report verb is: its subject, across clauses that part the two, and all of those who speak together.

Knows word order around a verb. Knows no report.
"""

from watchers.reading.text.document import Sentence
from watchers.reading.voices.joint import PAPERS, runs
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import GROUP_HEADS, PREPOSITIONS
from watchers.reading.words.adverbials import before_adverbials
from watchers.reading.words.report_words import ASIDE_OPENERS, AUXILIARIES, SAYING

#: Tokens between a source and its verb: adverbs, auxiliaries, "on Monday".
_GAP = 9
#: Tokens of the longest clause that may part a subject from its verb.
_ASIDE_MAX = 30
#: What speaks for those whose it is: "a statement from", "the press service of".
_OF_SPEAKERS = PAPERS | {
    "bureau", "department", "office", "release", "section", "service", "summary",
}  # fmt: skip
#: Tokens of "countries have repeatedly" before a verb.
_GROUP_REACH = 4
_ARTICLES = frozenset({"a", "an"})
#: What opens a time or place before a subject, and the tokens in which it ends: "On the anniversary of the summit, …".
_FRONTS, _FRONT_MAX = PREPOSITIONS | {"after", "before", "during"}, 10
_STOPS = frozenset({";", ":", "–", '"'})
#: What opens a subject of its own behind a comma.
_NEW_SUBJECTS = frozenset({"a", "an", "her", "his", "its", "one", "the", "their", "two"})


def subject_of(sentence: Sentence, at: int, voices: list[Voice]) -> Voice | None:
    """The voice that is the subject of a verb at token `at`: the last agent close before it."""
    words = sentence.words
    apart = parted(words, at, voices)
    if apart is not None:
        return apart
    for voice in reversed(voices):
        if voice.j > at:
            continue
        if at - voice.j > _GAP and not (at and words[at - 1] in (",", ")")):
            return None
        between = words[voice.j : at]
        if any(w in (";", ":", "–", '"', "that", "if", "but") for w in between):
            return None
        if voice.role != "agent" and not _is_issuer(words, voice):
            continue
        commas = between.count(",")
        if commas == 1 and between and between[-1] != "," and between[0] != ",":
            return None
        if between[:1] == [","] and commas == 1 and between[1:2] and between[1] in _NEW_SUBJECTS:
            return None  # "… with Zelensky, the chairman of the committee said"
        if (
            "and" in between
            and not any(w in ("who", "which") for w in between)
            and commas == 0
            and len(between) > 2
        ):
            return None
        return _joint(words, voice, voices)
    return None


def head_subject(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """The subject of the whole sentence, for a second verb: "On Friday, he thanked Canada and said that …"."""
    begin = 0
    if words[0] in _FRONTS and "," in words[: min(at, _FRONT_MAX)]:
        begin = words.index(",") + 1
    if not _STOPS.isdisjoint(words[begin:at]):
        return None
    head = next(
        (v for v in voices if v.role == "agent" and 0 <= v.i - begin <= 1 and v.j < at), None
    )
    return head and led_by(words, head, voices)


def led_by(words: list[str], voice: Voice, voices: list[Voice]) -> Voice:
    """All of those who speak together, of whom this one is named first: "Merz, Tusk and Meloni met and said"."""
    return next((run for run in runs(words, voices) if run.members[0] == voice), voice)


def parted(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """The subject that a clause parts from its verb: "X, who met Y, said"; and the one of "came from X, who said"."""
    k = before_adverbials(words, at) - 1
    while k >= 0 and (words[k] in AUXILIARIES or words[k].endswith("ly")):
        k -= 1
    if k > 0 and words[k] in ("who", "which"):
        before = k - (words[k - 1] == ",")
        lead = next((v for v in voices if v.j == before and v.kind != "pronoun"), None)
        placed = lead is not None and lead.role == "place" and lead.kind == "country"
        return None if placed else lead  # "a declaration in Paris which says": the declaration
    if k < 0:
        return None
    if words[k] == "–":
        return _before_dashes(words, k, voices)
    if words[k] == ")" and words[k - 2] == "(":
        return next((v for v in voices if v.j == k - 2 and v.role == "agent"), None)
    if words[k] != ",":
        return _restricted(words, at, voices)
    for opening in range(k - 2, max(0, k - _ASIDE_MAX), -1):
        if words[opening] in _STOPS:
            return None
        aside = words[opening + 1]
        if words[opening] == "," and (
            aside in ASIDE_OPENERS or aside.isdigit() or _is_participle(aside)
        ):
            return next((v for v in voices if v.j == opening and v.role == "agent"), None)
        if words[opening] == "," and words[opening + 1] in _ARTICLES:
            named = (
                v for v in voices if v.j == opening and v.role == "agent" and v.kind == "person"
            )
            return next(named, None)  # "Meloni, a close ally of Trump, said"
    return None


def _before_dashes(words: list[str], end: int, voices: list[Voice]) -> Voice | None:
    """As in "Tajani – who met Rubio on Monday – said"."""
    begin = max(0, end - _ASIDE_MAX)
    opening = next((k for k in range(end - 1, begin, -1) if words[k] == "–"), -1)
    return next((v for v in voices if v.j == opening and v.role == "agent"), None)


def _restricted(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """As in "Meloni who took part by video link has confirmed": a clause without commas, and a second verb."""
    begin = max(0, at - _ASIDE_MAX)
    who = next((k for k in range(at - 2, begin, -1) if words[k] == "who"), 0)
    if not who or words[who + 1] in SAYING or words[at - 1] not in AUXILIARIES:
        return None
    clause = words[who:at]
    if clause.count('"') == 2:  # a name that is set in quotation marks
        clause = [word for word in clause if word != '"']
    if not {",", "and", "but", "that", *_STOPS}.isdisjoint(clause):
        return None
    return next((v for v in voices if v.j == who and v.role == "agent"), None)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in ("drawn", "given", "put", "seen", "sent", "written")


def _is_issuer(words: list[str], voice: Voice) -> bool:
    return begin_of_issue(words, voice.i) < voice.i


def begin_of_issue(words: list[str], begin: int) -> int:
    """Where "a statement from Downing Street", "the press service of the ministry" begin: they speak for whose they are."""
    k = begin - 1
    while k > 0 and words[k] == "the":
        k -= 1
    if k <= 0 or words[k] not in ("from", "by", "of") or words[k - 1] not in _OF_SPEAKERS:
        return begin
    return k - 2 if words[k - 2 : k - 1] in (["press"], ["information"]) else k - 1


def listed_behind(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """As in "Three countries have said they will: Britain, France and Denmark": those whose verb is at a token."""
    if GROUP_HEADS.isdisjoint(words[max(0, at - _GROUP_REACH) : at]):
        return None
    k = next((k for k in range(len(words) - 1, at, -1) if words[k] in (":", "–")), len(words))
    run = next((run for run in runs(words, voices) if run.i in (k + 1, k + 2)), None)
    return run if run is not None and words[run.j :] == ["."] else None


def _joint(words: list[str], voice: Voice, voices: list[Voice]) -> Voice:
    """All of those who speak together, of whom this one is named last: "Tusk and his Czech colleague Fiala said"."""
    if not voice.speaks:
        return voice
    return next((run for run in runs(words, voices) if run.members[-1] == voice), voice)
