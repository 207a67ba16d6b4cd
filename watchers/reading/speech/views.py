"""Whose words or view a sentence is, told otherwise than by a verb of saying with its subject.

"According to X", "in X's view", "for X, …", "X gave assurances that …", "…, X is convinced", "the agency quotes X", "This
was stated by X". Knows those turns of phrase. Report verbs are `reports.py`.
"""

from watchers.reading.speech.report import Report
from watchers.reading.speech.sources import led_by, subject_of
from watchers.reading.speech.utterances import of_this
from watchers.reading.text.document import Sentence
from watchers.reading.voices.joint import PAPERS, paper_of
from watchers.reading.voices.voice import Voice
from watchers.reading.words.report_words import (
    ACTING,
    GIVING,
    GLAD,
    LINES,
    REGRETTING,
    SAYING,
    SAYING_ADJECTIVES,
    SAYING_NOUNS,
    SORRY,
    VIEWS,
)
from watchers.reading.words.vocabulary import Mark

_LEADS = frozenset({"the", "mr", "mrs", "ms", "sir", "president"})
_SEEING = frozenset(
    {"sees", "saw", "puts", "put", "has", "had", "tells", "told", "tells it", "views", "reads"}
)
_BEING = frozenset(
    {
        "are",
        "is",
        "was",
        "were",
        "remain",
        "remains",
        "remained",
        "has",
        "had",
        ":",
        "stays",
        "stayed",
        "runs",
        "ran",
    }
)
_READING = frozenset({
    "began", "begins", "came", "concluded", "concludes", "continued", "continues", "ended", "ends", "opened", "opens", "ran", "read",
    "reads", "runs", "stood", "stands",
})  # fmt: skip
_COMING = frozenset({"came", "come", "comes"})
_LINKING = frozenset(
    {"are", "be", "been", "is", "remained", "remains", "seemed", "sounded", "was", "were"}
)
#: What somebody is who holds what stands before: "…, he is convinced".
_BELIEVING = frozenset({"certain", "confident", "convinced", "persuaded", "sure"})
#: By which a paper passes on what stands before, and tokens from there to whose it is: "quotes the words of Tusk".
_QUOTES, _QUOTED_REACH = frozenset({"cited", "cites", "quoted", "quotes"}), 5
#: Tokens behind "according to" in which its source begins, and whose paper it may be: "a statement from her office".
_SOURCE_REACH, _ITS_OWN = 5, frozenset({"her", "his", "its", "our", "their"})
#: The same behind "according to a joint statement that was signed by".
_SIGNER_REACH, _ISSUED = 9, frozenset({"by", "from"})
_NEGATING = frozenset({"hardly", "little", "neither", "never", "no", "nor", "not", "without"})
#: Tokens from "by" to who stated it: "by the country's prime minister".
_TELLER_REACH = 3
#: Tokens between "read" and "a joint statement".
_LEAD_MAX = 5
#: Tokens of "from the prime minister's office" between a paper and "read".
_TAIL_MAX = 8


def viewed(sentence: Sentence, voices: list[Voice]) -> list[Report]:
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
        if words[max(0, i - 3) : i] == ["as", "far", "as"] and "concerned" in words[j : j + 2]:
            return [Report(voice, i - 3, j + 2, 0, whole, "in-the-view-of")]
        told = _message_from(words, i, j) or _heard_in(words, i, j)
        if told and i == 1:
            return [Report(voice, 0, told, told, whole, "whose-line")]
        if told:
            return [Report(voice, i - 2, told, told, whole, "whose-line")]
        if before == "for" and i == 1 and _is_point_of_view(words, voice):
            return [Report(voice, 0, j, j, whole, "for-whom")]
        if named in LINES and words[noun + 1 : noun + 2] and words[noun + 1] in _BEING:
            tells = words[noun + 2 : noun + 3] in _CLAUSES or ":" in words[noun : noun + _COLON_MAX]
            if named in _DEMANDS and not tells:
                return []  # "Moscow's condition is Kyiv's neutrality": a thing, and nothing that is said
            return [Report(voice, i, noun + 2, noun + 2, whole, "whose-line")]
    return []


#: Lines that may be a thing, and how those begin that are a clause.
_DEMANDS = frozenset(
    {
        "condition",
        "conditions",
        "demand",
        "demands",
        "goal",
        "request",
        "requirement",
        "requirements",
        "terms",
        "wish",
    }
)
_CLAUSES = (["that"], ["to"])
#: Tokens from such a noun to the colon in "demands are well known:".
_COLON_MAX = 7


def _message_from(words: list[str], i: int, j: int) -> int:
    """Where the content begins in "The message from Warsaw was clear: …", "The answer from Rome was no"; 0 where there is none."""
    if i < 1 or words[i - 1] != "from":
        return 0
    came = i == 1 and words[j : j + 1] in (["came"], ["comes"])  # "From Warsaw came a clear no"
    has_line = i > 1 and words[i - 2] in LINES and not _BEING.isdisjoint(words[j : j + 1])
    if not (came or has_line):
        return 0
    if came and words[j + 1 : j + 2] not in (["a"], ["the"]):
        return 0
    reach = range(j, min(len(words) - 1, j + _LEAD_MAX))
    if came:  # and nothing else: no "complaint that"
        return next((k for k in reach if words[k] in ("no", "yes")), 0)
    told = next((k for k in reach if words[k] in (":", "that", "no", "yes")), None)
    return 0 if told is None else told + (words[told] in (":", "that"))


def _heard_in(words: list[str], i: int, j: int) -> int:
    """Where the content begins in "From Warsaw comes word that …", "In Warsaw they say …"; 0 where there is none."""
    behind = words[j : j + _LEAD_MAX]
    if i != 1 or len(behind) < _LEAD_MAX:
        return 0
    if words[0] == "from" and behind[0] in _COMING and not LINES.isdisjoint(behind):
        return j + behind.index("that") + 1 if "that" in behind else 0
    if words[0] == "in" and behind[0] == "they" and behind[1] in SAYING:
        return j + 2 + (behind[2:3] == ["that"])
    return 0


def assured(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in "X gave assurances that …", "X's warning that …", "X was adamant that …", "X is glad that …"."""
    words, found = sentence.words, []
    for k in range(2, len(words) - 1) if "that" in words else ():
        if words[k] != "that" or not _NEGATING.isdisjoint(words[max(0, k - 4) : k]):
            continue
        if words[k - 1] in SAYING_NOUNS:
            source = _giver(sentence, k - 1, voices)
        elif words[k - 1] in REGRETTING or (
            words[k - 1] in SAYING_ADJECTIVES | GLAD | SORRY
            and not _LINKING.isdisjoint(words[max(0, k - 4) : k - 1])
        ):
            source = subject_of(sentence, k - 1, voices)
        else:
            continue
        if source is not None and source.word != "it":
            verb = "regret" if words[k - 1] in SORRY | REGRETTING else "say"
            found.append(Report(source, k, k + 1, k + 1, len(words), "assured", verb))
    return found


def according(sentence: Sentence, mark: Mark, voices: list[Voice]) -> Report | None:
    """Who tells it in "according to X", which covers its whole sentence; in "with reference to X", who tells X's words."""
    if sentence.words[mark.i : mark.i + 2] == ["for", "the"]:
        return None
    reach = sentence.words[mark.j : mark.j + _SOURCE_REACH]
    of_paper = not PAPERS.isdisjoint(reach)
    if of_paper:
        reach = sentence.words[mark.j : mark.j + _SIGNER_REACH]
    end = mark.j + (
        reach.index(",") if "," in reach else len(reach)
    )  # "According to The Herald, Britain …"
    source = next((v for v in voices if mark.i < v.i < end), None)
    if source is not None and of_paper:
        leads = sentence.words[max(mark.j, source.i - 2) : source.i]
        if source.i - mark.j >= _SOURCE_REACH and _ISSUED.isdisjoint(leads):
            source = None  # "a statement critical of talks in Warsaw"
        else:
            source = led_by(sentence.words, source, voices)
    passing_on = sentence.words[mark.i] in ("citing", "with")  # "with reference to the minister"
    if passing_on and (source is None or not source.speaks or _is_before_subject(source, voices)):
        return None
    if source is None and not _ITS_OWN.isdisjoint(reach):
        return None  # "According to a statement from her press service, she …"
    return Report(
        source, mark.i, source.j if source else mark.j, 0, len(sentence.words), "according-to"
    )


def _is_before_subject(source: Voice, voices: list[Voice]) -> bool:
    """As in "Citing a statement by Trump, Zelensky ruled it out": another one speaks, behind him or before."""
    return any(
        v.role == "agent" and v.speaks and not v.word and v.actors != source.actors for v in voices
    )


def quoted_behind(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in '"…," the agency quotes Tusk as saying': whose the words are that a paper passes on."""
    words = sentence.words
    verb = next((k for k, word in enumerate(words) if word in _QUOTES and k), 0)
    if not verb or sentence.quote[0] < 0 or sentence.quote[verb] >= 0:
        return []
    told = next((v for v in voices if 0 < v.i - verb <= _QUOTED_REACH), None)
    if told is None or not told.speaks or words[told.j : told.j + 1] not in (["."], ["as"]):
        return []
    return [Report(told, verb, told.j, 0, verb, "quoted-as-saying")]


def believing(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in "It would be a mistake, Tusk is convinced": who holds it, behind what he holds."""
    words = sentence.words
    k = len(words) - 2
    if k < _LEAD_MAX or words[k] not in _BELIEVING or words[k - 1] not in _LINKING:
        return []
    source = next((v for v in voices if v.j == k - 1 and v.role == "agent"), None)
    if source is None or source.word == "it":
        return []
    start = source.i - (words[source.i - 1] == "the")
    if words[start - 1] not in (",", '"'):
        return []
    return [Report(source, start, k + 1, 0, start, "believing")]


def _giver(sentence: Sentence, noun: int, voices: list[Voice]) -> Voice | None:
    """Whose assurance it is: its owner at the head of a sentence, or the subject of the verb that gives it."""
    if (
        voices
        and voices[0].role == "owner"
        and voices[0].i <= 1
        and noun - voices[0].j <= _LEAD_MAX
    ):
        return voices[0]
    if GIVING.isdisjoint(sentence.words[max(0, noun - _LEAD_MAX) : noun]):
        return None
    return subject_of(sentence, noun, voices)


def read_out(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in '"…," read a joint statement signed by …', '…, a statement from X read': the paper speaks for whose it is."""
    words = sentence.words
    again = (v for v in voices if v.kind == "document" and v.role == "agent")
    paper = paper_of(sentence, voices, None) or next(again, None)
    if paper is None or not (
        sentence.quote[0] >= 0 or "," in words[max(0, paper.i - _LEAD_MAX) : paper.i]
    ):
        return []
    around = [*words[max(0, paper.i - _LEAD_MAX) : paper.i], *words[paper.j : paper.j + _TAIL_MAX]]
    if _READING.isdisjoint(around):
        return []
    return [Report(paper, paper.i - 1, paper.j, 0, len(words), "read-out")]


def stated_by(sentence: Sentence, voices: list[Voice]) -> list[Report]:
    """As in "This was stated by the Kremlin's spokesman", "Tusk said this on Monday": who speaks, and nothing of what."""
    words = sentence.words
    verb = of_this(words)
    if verb is None:
        return []
    by = words.index("by", verb) if "by" in words[verb:] else verb
    if words[verb + 1] == "this":
        told = subject_of(sentence, verb, voices)
    else:
        told = next((v for v in voices if 0 < v.i - by <= _TELLER_REACH), None)
    if told is None or not told.speaks:
        return []
    end = max(told.j, verb + 1)
    return [Report(told, verb, end, end, end, "stated-by")]


def _is_point_of_view(words: list[str], voice: Voice) -> bool:
    """Whether "for X" at the head is X's way of seeing it, and not whom something is for."""
    after = words[voice.j] if voice.j < len(words) else "."
    return voice.kind in ("person", "country", "body", "office") and (
        after in (",", "the", "this", "that", "it", "there", "a", "any", "no", "such")
        or after in ACTING
    )
