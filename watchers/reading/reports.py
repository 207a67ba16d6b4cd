"""Who is reported to say what: source, cue and content of each report in a sentence.

Knows report verbs, inversion, "according to", headline colons and dashes. Knows no claim and no position.
"""

from dataclasses import dataclass

from watchers.reading.joint import paper_of, runs
from watchers.reading.report_words import (
    ACTING,
    ADVERBIALS,
    ASIDE_OPENERS,
    AUXILIARIES,
    INTRODUCERS,
    LIGHT,
    LINES,
    NARRATING,
    RESUMING,
    SPEECH_LIGHT,
    VIEWS,
)
from watchers.reading.text import Sentence
from watchers.reading.vocabulary import Mark
from watchers.reading.voice import Voice
from watchers.reading.voice_words import PREPOSITIONS

#: Tokens between a source and its verb: adverbs, auxiliaries, "on Monday".
_GAP = 9
#: Tokens between a report verb and the source behind it: "said, as he left the chamber, X".
_INVERTED_GAP = 8
#: Tokens of "on Monday in Paris on his way home" between a report verb and the pause behind it.
_ADVERBIAL_MAX = 12
#: Tokens behind that pause which are a clause of their own.
_REST_MIN = 3
_PAUSES = frozenset({",", ";", ":", "."})
#: Tokens of the longest clause that may part a subject from its verb.
_ASIDE_MAX = 30
_PAPERS = frozenset({"communique", "note", "readout", "release", "statement", "summary"})
_LEADS = frozenset({"the", "mr", "mrs", "ms", "sir", "president"})
_SEEING = frozenset(
    {"sees", "saw", "puts", "put", "has", "had", "tells", "told", "tells it", "views", "reads"}
)
_BEING = frozenset(
    {"is", "was", "remains", "remained", "has", "had", ":", "stays", "stayed", "runs", "ran"}
)
_READING = frozenset({"came", "ran", "read", "reads", "runs", "stood", "stands"})
#: Tokens between "read" and "a joint statement".
_LEAD_MAX = 5
_STOPS = frozenset({";", ":", "–", '"'})
_FINITE = frozenset({"past", "s", "base", "part"})
_CONTENT_OPENERS = frozenset({"that", ":", '"', "'"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report; `source` is `None` where somebody speaks whom the text does not let us know."""

    source: Voice | None
    #: Tokens of the report verb.
    i: int
    j: int
    #: Tokens of what is said.
    start: int
    end: int
    rule: str
    verb: str = "say"
    form: str = "past"

    def covers(self, token: int) -> bool:
        return self.start <= token < self.end and not self.i <= token < self.j


def find_reports(sentence: Sentence, marks: list[Mark], voices: list[Voice]) -> list[Report]:
    """The reports of a sentence, in order."""
    found: list[Report] = []
    for mark in marks:
        if mark.kind == "say" and any(v.i <= mark.i < v.j for v in voices):
            continue  # the "states" of "United States"
        if (mark.kind == "say" and (report := _verb(sentence, mark, voices, found))) or (
            mark.kind == "according" and (report := _according(sentence, mark, voices))
        ):
            found.append(report)
    if not found:
        found += _viewed(sentence, voices) or _read_out(sentence, voices)
    if not found or sentence.in_title:
        headline = _headline(sentence, voices)
        if headline is not None and not any(
            r.rule == "says" and r.start <= headline.start for r in found
        ):
            found.append(headline)
    return _bounded(sentence, found)


def _verb(
    sentence: Sentence, mark: Mark, voices: list[Voice], before: list[Report]
) -> Report | None:
    verb, form = mark.value
    words = sentence.words
    if (
        mark.i
        and words[mark.i - 1]
        in (
            "to",
            "the",
            "a",
            "an",
            "its",
            "his",
            "her",
            "their",
            "no",
            "not",
            "'s",
            "of",
            "this",
        )
        and not (words[mark.i - 1] == "not" and verb in ("say", "think", "believe"))
    ):
        return None
    if form in ("base", "s") and mark.i and words[mark.i - 1] in PREPOSITIONS:
        return None  # "on hold", "in reports"
    if words[mark.j : mark.j + 1] == ["to"] and verb not in (
        "write",
        "explain",
        "add",
        "speak",
        "say",
    ):
        return None  # "continues to support", "promised to send"
    inverted = _inverted_source(sentence, mark, voices)
    if inverted is not None and form in _FINITE:
        return _told_left(sentence, mark, inverted, "inversion")
    if (
        verb in SPEECH_LIGHT
        and not _opens_content(sentence, mark, voices)
        and not _ends_clause(sentence, mark)
    ):
        return None
    source = subject_of(sentence, mark.i, voices)
    if source is None:
        if form == "ing" and before:
            return Report(
                before[-1].source, mark.i, mark.j, mark.j, len(words), "adding", verb, form
            )
        coordinated = words[mark.i - 1 : mark.i] in (["and"], ["but"])
        head = _head_subject(words, mark.i, voices) if not before else None
        if coordinated and head is not None and form in _FINITE:
            return Report(head, mark.i, mark.j, mark.j, len(words), "did-and-said", verb, form)
        if coordinated and before:
            return Report(
                before[-1].source, mark.i, mark.j, mark.j, len(words), "said-and-said", verb, form
            )
        if form == "ing":
            agents = [v for v in voices if v.j <= mark.i and v.role == "agent"]
            return (
                Report(agents[0], mark.i, mark.j, mark.j, len(words), "saying", verb, form)
                if agents
                else None
            )
        if (
            verb
            in (
                "say",
                "tell",
                "add",
                "write",
                "warn",
                "argue",
                "claim",
                "report",
                "note",
                "predict",
                "estimate",
                "reckon",
                "suggest",
            )
            and (form == "past" or (form == "s" and mark.i > 1 and verb not in ("report", "claim")))
            and not _passive(words, mark.i)
        ):
            return _direction(sentence, mark, None, mark.i, "unknown-source", verb, form)
        return None
    if form == "part" and not any(
        w in ("has", "have", "had") for w in words[max(0, mark.i - 4) : mark.i]
    ):
        return None
    return _direction(sentence, mark, source, source.i, "says", verb, form)


def _passive(words: list[str], i: int) -> bool:
    return any(w in ("is", "was", "were", "are", "been", "be") for w in words[max(0, i - 2) : i])


def _opens_content(sentence: Sentence, mark: Mark, voices: list[Voice]) -> bool:
    """Whether what follows a verb is what is said, and not its object."""
    following = sentence.words[mark.j : mark.j + 1]
    if not following:
        return False
    if following[0] in ("that", '"', "he", "she", "it", "they", ":", "there", "we", "to"):
        return following[0] != "to"
    if "that" in sentence.words[mark.j : mark.j + 4]:
        return True
    return any(
        v.role == "agent" and v.kind != "nobody" and v.i - mark.j <= 1
        for v in voices
        if v.i >= mark.j
    )


def _ends_clause(sentence: Sentence, mark: Mark) -> bool:
    """Whether the verb stands at the end, as in "…, he reiterated"."""
    following = sentence.words[mark.j : mark.j + 1]
    return not following or following[0] in (".", ",", "on", "in", "at", ";")


def subject_of(sentence: Sentence, at: int, voices: list[Voice]) -> Voice | None:
    """The voice that is the subject of a verb at token `at`: the last agent close before it."""
    words = sentence.words
    apart = _parted(words, at, voices)
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
        if (
            "and" in between
            and not any(w in ("who", "which") for w in between)
            and commas == 0
            and len(between) > 2
        ):
            return None
        return _joint(words, voice, voices)
    return None


def _head_subject(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """The subject of the whole sentence, for a second verb: "He thanked Canada and said that …"."""
    if not _STOPS.isdisjoint(words[:at]):
        return None
    return next((v for v in voices if v.role == "agent" and v.i <= 1 and v.j < at), None)


def _parted(words: list[str], at: int, voices: list[Voice]) -> Voice | None:
    """The subject that a clause parts from its verb: "X, who met Y, said"; and the one of "came from X, who said"."""
    k = at - 1
    while k >= 0 and (words[k] in AUXILIARIES or words[k].endswith("ly")):
        k -= 1
    if k > 0 and words[k] in ("who", "which"):
        before = k - (words[k - 1] == ",")
        return next((v for v in voices if v.j == before and v.kind != "pronoun"), None)
    if k < 0 or words[k] != ",":
        return None
    for opening in range(k - 2, max(0, k - _ASIDE_MAX), -1):
        if words[opening] in _STOPS:
            return None
        if words[opening] == "," and (
            words[opening + 1] in ASIDE_OPENERS or _is_participle(words[opening + 1])
        ):
            return next((v for v in voices if v.j == opening and v.role == "agent"), None)
    return None


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in ("drawn", "given", "put", "seen", "sent", "written")


def _is_issuer(words: list[str], voice: Voice) -> bool:
    """As in "A statement from Downing Street said": the paper speaks for whoever put it out."""
    k = voice.i - 1
    while k > 0 and words[k] == "the":
        k -= 1
    return k > 0 and words[k] in ("from", "by", "of") and words[k - 1] in _PAPERS


def _joint(words: list[str], voice: Voice, voices: list[Voice]) -> Voice:
    """All of those who speak together, of whom this one is named last: "Tusk and his Czech colleague Fiala said"."""
    if not voice.speaks:
        return voice
    return next((run for run in runs(words, voices) if run.members[-1] == voice), voice)


def _inverted_source(sentence: Sentence, mark: Mark, voices: list[Voice]) -> Voice | None:
    """The source behind its verb, where the content stands before: '"…," said X'."""
    words = sentence.words
    if mark.i == 0:
        opened = False
    else:
        opened = (
            words[mark.i - 1] in ('"', ",", "?", "!", "'", "–")
            or sentence.quote[mark.i - 1] >= 0
            or words[mark.i - 1] == "so"
        )
    if not opened or sentence.quote[mark.i] >= 0 or _parted(words, mark.i, voices) is not None:
        return None
    for voice in voices:
        if voice.i < mark.j or voice.role not in ("agent",):
            continue
        if _acts(sentence, voice):
            return None
        between = words[mark.j : voice.i]
        plain = all(w in LIGHT for w in between)
        if plain and len(between) <= 4:
            return next((run for run in runs(words, voices) if run.members[0] == voice), voice)
        if between and between[0] == "," and between[-1] == "," and len(between) <= _INVERTED_GAP:
            return voice
        if len(between) > _INVERTED_GAP:
            return None
    return None


def _acts(sentence: Sentence, voice: Voice) -> bool:
    """Whether a verb follows the voice: then it is the subject of what is said."""
    after = sentence.words[voice.j] if voice.j < len(sentence.words) else "."
    return after in ACTING


def _told_left(sentence: Sentence, mark: Mark, source: Voice, rule: str) -> Report:
    """Content on the left of an inverted report; a quotation behind it belongs to it too."""
    verb, form = mark.value
    return Report(source, mark.i, mark.j, 0, len(sentence.words), rule, verb, form)


def _direction(
    sentence: Sentence,
    mark: Mark,
    source: Voice | None,
    begin: int,
    rule: str,
    verb: str,
    form: str,
) -> Report:
    """Content before the source ("…, X said") or behind the verb ("X said …")."""
    words = sentence.words
    k = begin - 1
    while k >= 0 and words[k] in ("the", "a", "an", "mr", "sir", "president", "and", "also", "as"):
        k -= 1
    closes = k >= 0 and (words[k] in (",", '"', "'", "–", "?", "!", ":") or sentence.quote[k] >= 0)
    quoted_after = any(sentence.quote[t] >= 0 for t in range(mark.j, len(words)))
    if closes and k > 1 and not _introduces(words, k) and not _goes_on(sentence, mark):
        whole = quoted_after or sentence.quote[0] >= 0 or _resumes(words, mark.j)
        end = len(words) if whole else mark.i
        return Report(source, mark.i, mark.j, 0, max(end, begin), rule + "-after", verb, form)
    return Report(source, mark.i, mark.j, mark.j, len(words), rule, verb, form)


def _resumes(words: list[str], after: int) -> bool:
    """Whether what was said goes on behind the report: "Poland will help, he says, and …", "…, X said on his way out; …"."""
    k = next(
        (k for k in range(after, min(after + _ADVERBIAL_MAX, len(words))) if words[k] in _PAUSES),
        None,
    )
    if k is None or len(words) - k <= _REST_MIN:
        return False
    if words[k] != ",":
        return True
    return words[k + 1] in RESUMING or (k == after and words[k + 1] not in NARRATING)


def _goes_on(sentence: Sentence, mark: Mark) -> bool:
    """Whether content follows the verb: "…, he said that …", "In Paris talks went on, she said troops …"."""
    words = sentence.words
    if "that" in words[mark.j : mark.j + (8 if mark.value[0] == "tell" else 2)]:
        return True
    following = words[mark.j] if mark.j < len(words) else "."
    if (
        not following[:1].isalnum()
        or following in ADVERBIALS
        or mark.value[0] in ("tell", "inform", "assure", "remind")
    ):
        return False
    if sentence.quote[0] >= 0:
        return False
    return (
        following
        in (
            "he",
            "she",
            "it",
            "they",
            "there",
            "we",
            "the",
            "a",
            "no",
            "his",
            "her",
            "its",
            "their",
            "any",
            "all",
        )
        or len(words) - mark.j > 8
    )


def _introduces(words: list[str], comma: int) -> bool:
    """What stands before the comma is no content: "In Berlin, …", "Asked about it, …"."""
    first = words[0] if words[0] not in ('"', "(") else words[min(1, len(words) - 1)]
    return first in INTRODUCERS and words[comma] == ","


def _according(sentence: Sentence, mark: Mark, voices: list[Voice]) -> Report | None:
    """As in "According to X" covers its whole sentence."""
    if sentence.words[mark.i : mark.i + 2] == ["for", "the"]:
        return None
    source = next((v for v in voices if mark.i < v.i <= mark.j + 4), None)
    return Report(
        source, mark.i, source.j if source else mark.j, 0, len(sentence.words), "according-to"
    )


def _viewed(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in "in X's view", "as X sees it", "for X, …", "X's position is …": the sentence is in somebody's eyes."""
    words, whole = sentence.words, len(sentence.words)
    for voice in voices:
        i, j = voice.i, voice.j
        while i and words[i - 1] in _LEADS:
            i -= 1
        before = words[i - 1] if i else ""
        owned = j + (words[j : j + 1] == ["'s"])
        noun = owned + (words[owned + 1 : owned + 2] != [] and words[owned + 1] in VIEWS | LINES)
        named = (
            words[noun] if noun < whole and (owned > j or voice.word in ("he", "she", "it")) else ""
        )
        if named in VIEWS and before in ("in", "by", "to"):
            return [Report(voice, i - 1, noun + 1, 0, whole, "in-the-view-of")]
        if (
            before == "as"
            and words[j : j + 1]
            and words[j] in _SEEING
            and words[j + 1 : j + 2] == ["it"]
        ):
            return [Report(voice, i - 1, j + 2, 0, whole, "in-the-view-of")]
        if before == "for" and i == 1 and _is_point_of_view(words, voice):
            return [Report(voice, 0, j, j, whole, "for-whom")]
        if named in LINES and words[noun + 1 : noun + 2] and words[noun + 1] in _BEING:
            return [Report(voice, i, noun + 2, noun + 2, whole, "whose-line")]
    return []


def _read_out(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in '"…," read a joint statement signed by …': the paper speaks, and says itself whose it is."""
    paper = paper_of(sentence, voices, None)
    if paper is None or sentence.quote[0] < 0:
        return []
    lead = sentence.words[max(0, paper.i - _LEAD_MAX) : paper.i]
    if _READING.isdisjoint(lead):
        return []
    return [Report(paper, paper.i - 1, paper.j, 0, len(sentence.words), "read-out")]


def _is_point_of_view(words: list[str], voice: Voice) -> bool:
    """Whether "for X" at the head is X's way of seeing it, and not whom something is for."""
    after = words[voice.j] if voice.j < len(words) else "."
    return voice.kind in ("person", "country", "body", "office") and (
        after in (",", "the", "this", "that", "it", "there", "a", "any", "no", "such")
        or after in ACTING
    )


def _headline(sentence: Sentence, voices: list[Voice]) -> Report | None:
    """As in "Kremlin: no troops", "No troops - Kremlin", and the same at the head of a live entry."""
    words = sentence.words
    for k, word in enumerate(words[:18]):
        if word == ":" and k:
            lead = [v for v in voices if v.j <= k and v.role in ("agent",)]
            if (
                lead
                and (lead[-1].j >= k - 1 or len(lead) == 1)
                and not any(w in ("?",) for w in words[:k])
            ):
                first = lead[0]
                if first.i <= 4 or sentence.in_title:
                    return Report(first, k, k + 1, k + 1, len(words), "colon")
            return None
    if sentence.in_title:
        for k in range(len(words) - 1, 0, -1):
            if words[k] in ("–", "-"):
                tail = [v for v in voices if v.i == k + 1 and v.j >= len(words) - 1]
                return Report(tail[0], k, k + 1, 0, k, "dash") if tail else None
    return None


def _bounded(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """A report's content ends where the next report of the same level takes over."""
    return sorted(reports, key=lambda r: r.i)


def innermost(reports: list[Report], token: int) -> tuple[Report | None, Report | None]:
    """The report that covers a token most closely, and the one around that."""
    over = [r for r in reports if r.covers(token)]
    if not over:
        return None, None
    over.sort(
        key=lambda r: (
            r.end - r.start if r.start > r.i or r.rule in ("dash", "colon") else 10_000 - r.i,
            abs(token - r.i),
        )
    )
    right = [r for r in over if r.start >= r.j]
    if right:
        inner = max(right, key=lambda r: r.start)
        outer = [r for r in over if r is not inner]
        return inner, outer[0] if outer else None
    return over[0], over[1] if len(over) > 1 else None
