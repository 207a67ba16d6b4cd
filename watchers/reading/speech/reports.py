"""Who is reported to say what: source, cue and content of each report in a sentence.

Knows report verbs and inversion; "according to" and the like are `views.py`, what is said is `content.py`. Knows no
claim and no position.
"""

from watchers.cues import CueClass
from watchers.reading.speech.content import PAUSES, REST_MIN, with_content
from watchers.reading.speech.headlines import told_in_headline
from watchers.reading.speech.report import Report
from watchers.reading.speech.sources import (
    head_subject,
    listed_behind,
    parted,
    subject_of,
)
from watchers.reading.speech.views import (
    according,
    assured,
    believing,
    quoted_behind,
    read_out,
    stated_by,
    viewed,
)
from watchers.reading.text.document import Sentence
from watchers.reading.voices.joint import runs
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import PREPOSITIONS
from watchers.reading.words.report_words import (
    ACTING,
    ADVERBIALS,
    ASIDE_OPENERS,
    AUXILIARIES,
    LIGHT,
    NARRATING,
    RESUMING,
    SPEECH_LIGHT,
)
from watchers.reading.words.vocabulary import Mark

#: Tokens between a report verb and the source behind it: "said, as he left the chamber, X".
_INVERTED_GAP = 8
_NOUN_LEADS = frozenset(
    {"'s", "a", "an", "her", "his", "its", "no", "not", "of", "the", "their", "this", "to"}
)
#: As in "went on to say that", "I want to stress that", where "wants to say more" says nothing yet.
_WENT_ON = (["going", "on", "to"], ["goes", "on", "to"], ["went", "on", "to"])
_UNSAID = frozenset({"cannot", "couldn't", "didn't", "not", "won't", "wouldn't"})
_WOULD_SAY = (["like", "to"], ["want", "to"], ["wanted", "to"], ["wants", "to"])
_REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves"})
#: Verbs that report even where we are not told who speaks.
_OF_ANYBODY = frozenset({
    "add", "argue", "claim", "estimate", "note", "predict", "reckon", "report", "say", "suggest", "tell", "warn", "write",
})  # fmt: skip
#: By which an agency or a paper passes on somebody's words.
_QUOTING = frozenset({"cited", "cites", "citing", "quoted", "quotes", "quoting"})
#: Tokens of one who tells without being anybody of ours: "a committee of peers".
_TELLER_MAX = 7
#: What opens a clause behind a comma, and no teller.
_NO_TELLERS = ((RESUMING | NARRATING | ASIDE_OPENERS) - {"a", "an"}) | {
    "he", "her", "his", "i", "it", "its", "one", "our", "she", "that", "their", "they", "we",
}  # fmt: skip
#: Words of a teller who may well be the actor's own: papers, offices, sources without a name.
_ISSUING = frozenset({
    "announcement", "bureau", "circles", "communique", "declaration", "department", "draft", "insider", "insiders", "letter",
    "memo", "ministry", "ministries", "note", "notice", "office", "participant", "participants", "people", "person", "persons",
    "readout", "release", "spokespeople", "staff", "statement", "summary", "website",
})  # fmt: skip
_POSSESSIVES = frozenset({"her", "his", "its", "our", "their"})
#: Tokens of the shortest idiom that may hold a word of saying.
_IDIOM_MIN = 3
_FINITE = frozenset({"past", "s", "base", "part"})
#: What somebody may want of another who will not do it, and the tokens from which "as" ends a sentence, not opens one.
_WISHING, _AS_MIN = frozenset({"ask", "demand", "propose", "request", "suggest", "urge"}), 3
#: What follows a verb whose object stands before it.
_ARE = (["are"], ["is"], ["was"], ["were"])


def find_reports(sentence: Sentence, marks: list[Mark], voices: list[Voice]) -> list[Report]:
    """The reports of a sentence, in order."""
    found = stated_by(sentence, voices)
    if found:
        return found
    idioms = [
        m for m in marks
        if m.kind == "cue" and m.j - m.i >= _IDIOM_MIN and m.value.cue_class is not CueClass.TRANSPARENT
    ]  # fmt: skip
    for mark in [m for m in marks if m.kind in ("say", "according")]:
        if mark.kind == "say" and any(v.i <= mark.i < v.j for v in voices):
            continue  # the "states" of "United States"
        if mark.kind == "say" and any(m.i < mark.i and mark.j <= m.j for m in idioms):
            continue  # the "answer" of "gave an evasive answer on"
        if (mark.kind == "say" and (report := _verb(sentence, mark, voices, found))) or (
            mark.kind == "according" and (report := according(sentence, mark, voices))
        ):
            found.append(report)
    found += [r for r in assured(sentence, voices) if not any(o.i <= r.i < o.j for o in found)]
    if not found:
        found += (
            viewed(sentence, voices)
            or read_out(sentence, voices)
            or believing(sentence, voices)
            or quoted_behind(sentence, voices)
        )
    if not found or sentence.in_title:
        headline = told_in_headline(sentence, voices)
        if headline is not None and not any(
            r.rule == "says" and r.start <= headline.start for r in found
        ):
            found.append(headline)
    return sorted(found, key=lambda report: report.i)


def _verb(
    sentence: Sentence, mark: Mark, voices: list[Voice], before: list[Report]
) -> Report | None:
    verb, form = mark.value
    words = sentence.words
    if _is_no_saying(words, mark):
        return None
    if form == "ing" and words[mark.i - 1 : mark.i] == ["as"]:
        quoted = next((v for v in voices if v.j == mark.i - 1 and v.role == "object"), None)
        if quoted is not None and not _QUOTING.isdisjoint(words[max(0, quoted.i - 4) : quoted.i]):
            return Report(
                quoted, mark.i, mark.j, mark.j, len(words), "quoted-as-saying", verb, form
            )
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
    if source is None or _is_said_of(source, mark, words, before):
        return _without_subject(sentence, mark, voices, before)
    if verb in _WISHING and (
        words[mark.j : mark.j + 1] in _ARE
        or ("as" in words[max(0, source.i - 2) : source.i] and source.i > _AS_MIN)
    ):
        # "ceding land is ruled out, as Moscow demands", "the concessions Moscow demands are": of what is said there it says nothing
        return None
    if form == "part" and not any(
        w in ("has", "have", "had") for w in words[max(0, mark.i - 4) : mark.i]
    ):
        return None
    return with_content(sentence, mark, source, source.i, "says", voices)


def _is_said_of(nearest: Voice, mark: Mark, words: list[str], before: list[Report]) -> bool:
    """As in "He insisted Washington had to be involved, saying …": the nearest one is what he speaks of."""
    adding = mark.value[1] == "ing" and words[mark.i - 1] == ","
    return adding and bool(before) and before[-1].covers(nearest.i)


def _without_subject(
    sentence: Sentence, mark: Mark, voices: list[Voice], before: list[Report]
) -> Report | None:
    """Whose a report verb is that has no subject right before it."""
    verb, form = mark.value
    words = sentence.words

    def told(source: Voice | None, rule: str) -> Report:
        return Report(source, mark.i, mark.j, mark.j, len(words), rule, verb, form)

    if form == "ing" and before:
        return told(before[-1].source, "adding")
    listed = listed_behind(words, mark.i, voices) if form in _FINITE else None
    if listed is not None:
        return told(listed, "says")
    coordinated = words[mark.i - 1 : mark.i] in (["and"], ["but"])
    head = head_subject(words, mark.i, voices) if not before else None
    if coordinated and head is not None and form in _FINITE:
        return told(head, "did-and-said")
    if coordinated and before:
        return told(before[-1].source, "said-and-said")
    if form == "ing":
        agents = [v for v in voices if v.j <= mark.i and v.role == "agent"]
        return told(agents[0], "saying") if agents else None
    dated = form == "past" or (form == "s" and mark.i > 1 and verb not in ("report", "claim"))
    if verb in _OF_ANYBODY and dated and not _passive(words, mark.i):
        begin = _unknown_teller(words, mark, voices)
        if begin:
            return Report(None, mark.i, mark.j, 0, begin, "unknown-source-after", verb, form)
        return with_content(sentence, mark, None, mark.i, "unknown-source", voices)
    return None


def _unknown_teller(words: list[str], mark: Mark, voices: list[Voice]) -> int:
    """Where the teller begins in "Britain will scrap its plan, The Times predicts"; 0 where nobody closes a sentence so."""
    if (
        mark.j < len(words)
        and not PAUSES.issuperset(words[mark.j : mark.j + 1])
        and (words[mark.j] not in ADVERBIALS)
    ):
        return 0
    k = mark.i - 1
    while k > 0 and words[k] in AUXILIARIES:
        k -= 1
    begin = next((n + 1 for n in range(k, max(0, k - _TELLER_MAX), -1) if words[n] == ","), 0)
    if begin < REST_MIN or begin > k or not words[begin].isalpha():
        return 0
    if words[begin] in _NO_TELLERS or not _ISSUING.isdisjoint(words[begin : k + 1]):
        return 0
    if any(begin <= v.i < mark.i for v in voices):
        return 0
    return begin


def _is_no_saying(words: list[str], mark: Mark) -> bool:
    """A noun, or a verb with another complement: "on hold", "his claim", "promised to send", "declared itself ready"."""
    verb, form = mark.value
    before, after = words[mark.i - 1 : mark.i], words[mark.j : mark.j + 1]
    lead = words[max(0, mark.i - 3) : mark.i]
    if lead in _WENT_ON or (lead[1:] in _WOULD_SAY and words[mark.j : mark.j + 1] == ["that"]):
        return False
    if before and before[0] in _NOUN_LEADS:
        return not (before == ["not"] and verb in ("say", "think", "believe"))
    if before and form in ("base", "s") and before[0] in PREPOSITIONS:
        return True
    if verb == "say" and after in ([","], ["."]) and before[-1:] and before[-1] in _UNSAID:
        return True  # "Spain says it is too soon, and Germany won't say."
    if after == ["to"]:
        return verb not in ("write", "explain", "add", "speak", "say")
    return after != [] and after[0] in _REFLEXIVES


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


def _inverted_source(sentence: Sentence, mark: Mark, voices: list[Voice]) -> Voice | None:
    """The source behind its verb, where the content stands before: '"…," said X'."""
    words = sentence.words
    if mark.i == 0:
        opened = False
    else:
        opened = (
            words[mark.i - 1] in ('"', ",", "?", "!", "'", "–", "-")
            or sentence.quote[mark.i - 1] >= 0
            or words[mark.i - 1] == "so"
        )
    if not opened or sentence.quote[mark.i] >= 0 or parted(words, mark.i, voices) is not None:
        return None
    for voice in voices:
        if voice.i < mark.j or voice.role not in ("agent",):
            continue
        if _acts(sentence, voice) or voice.word == "it":
            return None  # "The minister, Tajani, called it unrealistic"
        between = words[mark.j : voice.i]
        if between[-1:] == ["'s"] and voice.kind == "person":
            between = between[:-2]  # "said Poland's Donald Tusk"
        plain = all(w in LIGHT or w in _POSSESSIVES for w in between)
        if plain and len(between) <= 4:
            named = _named_behind(words, voice, voices)
            if named is not None:
                return named
            return next((run for run in runs(words, voices) if run.members[0] == voice), voice)
        if between and between[0] == "," and between[-1] == "," and len(between) <= _INVERTED_GAP:
            return voice
        if len(between) > _INVERTED_GAP:
            return None
    return None


def _named_behind(words: list[str], office: Voice, voices: list[Voice]) -> Voice | None:
    """As in "…, said the spokeswoman, Karoline Leavitt": the person, whoever the last spokesman was."""
    if office.kind not in ("office", "official") or words[office.j : office.j + 1] != [","]:
        return None
    return next(
        (v for v in voices if v.i == office.j + 1 and v.kind == "person" and v.speaks), None
    )


def _acts(sentence: Sentence, voice: Voice) -> bool:
    """Whether a verb follows the voice: then it is the subject of what is said."""
    after = sentence.words[voice.j] if voice.j < len(sentence.words) else "."
    return after in ACTING


def _told_left(sentence: Sentence, mark: Mark, source: Voice, rule: str) -> Report:
    """Content on the left of an inverted report; a quotation behind it belongs to it too."""
    verb, form = mark.value
    return Report(source, mark.i, mark.j, 0, len(sentence.words), rule, verb, form)
