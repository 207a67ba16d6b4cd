"""Who is reported to say what: source, cue and content of each report in a sentence.

Knows report verbs and inversion; "according to" and the like are `views.py`. Knows no claim and no position.
"""

from watchers.cues import CueClass
from watchers.reading.speech.headlines import told_in_headline
from watchers.reading.speech.report import Report
from watchers.reading.speech.sources import (
    begin_of_issue,
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
from watchers.reading.voices.voice_words import MODIFIERS, PREPOSITIONS
from watchers.reading.words.clause_words import ARTICLES
from watchers.reading.words.report_words import (
    ACTING,
    ADVERBIALS,
    ASIDE_OPENERS,
    AUXILIARIES,
    INTRODUCERS,
    LIGHT,
    NARRATING,
    RESUMING,
    SPEECH_LIGHT,
    SUBORDINATING,
)
from watchers.reading.words.vocabulary import Mark

#: Tokens between a report verb and the source behind it: "said, as he left the chamber, X".
_INVERTED_GAP = 8
#: Tokens of "on Monday in Paris on his way home" between a report verb and the pause behind it.
_ADVERBIAL_MAX = 12
#: Tokens behind that pause which are a clause of their own.
_REST_MIN = 3
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
_BEFORE_SOURCE = frozenset({"a", "also", "an", "and", "as", "mr", "president", "sir", "the"})
#: Behind which somebody does something of his own: "…, but Washington insists on them".
_JOINING = frozenset({"and", "but", "though", "whereas", "while", "yet"})
#: What stands between an owner and a source: "Italy's Giorgia Meloni said", "NATO chief Mark Rutte said".
_OWNED = frozenset({"'s", "boss", "chief", "head"})
#: Verbs with whom it is said to; tokens of "told reporters in the Polish capital".
_TELLING = frozenset({"assure", "inform", "remind", "tell"})
_TOLD_MAX = 5
#: Tokens of "on Monday in Paris" behind a report, and to the "that" of what it reports.
_REST_MAX, _THAT_REACH = 10, 8
#: Openers of what is no word on the matter, whatever stands behind: "Asked about it, she said."
_ASKED = frozenset({"addressing", "answering", "asked", "commenting", "pressed", "replying", "speaking", "turning", "writing"})  # fmt: skip
_THAT = frozenset({"that", "whether"})
#: Tokens of a teller before the one of them we know: "the British and", "his conservative".
_LEAD_MAX = 4
_RELATIVES = frozenset({"where", "which", "who", "whose"})
#: By which an agency or a paper passes on somebody's words.
_QUOTING = frozenset({"cited", "cites", "citing", "quoted", "quotes", "quoting"})
_PAUSES = frozenset({",", ";", ":", "."})
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
#: What opens a sentence whose main clause comes behind.
_FRONTING = SUBORDINATING | {"as", "even", "if"}
#: What closes "As Merz noted, …", "As Merz noted on Monday, …", behind which it is said.
_AS_TOLD = frozenset({",", "earlier", "on", "today", "yesterday"})
#: What follows a name in a list.
_LISTING = frozenset({",", "and", "or"})
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
    return _bounded(sentence, found)


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
    return _direction(sentence, mark, source, source.i, "says", voices)


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
        return _direction(sentence, mark, None, mark.i, "unknown-source", voices)
    return None


def _unknown_teller(words: list[str], mark: Mark, voices: list[Voice]) -> int:
    """Where the teller begins in "Britain will scrap its plan, The Times predicts"; 0 where nobody closes a sentence so."""
    if (
        mark.j < len(words)
        and not _PAUSES.issuperset(words[mark.j : mark.j + 1])
        and (words[mark.j] not in ADVERBIALS)
    ):
        return 0
    k = mark.i - 1
    while k > 0 and words[k] in AUXILIARIES:
        k -= 1
    begin = next((n + 1 for n in range(k, max(0, k - _TELLER_MAX), -1) if words[n] == ","), 0)
    if begin < _REST_MIN or begin > k or not words[begin].isalpha():
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
        if _acts(sentence, voice):
            return None
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


def _direction(
    sentence: Sentence,
    mark: Mark,
    source: Voice | None,
    begin: int,
    rule: str,
    voices: list[Voice],
) -> Report:
    """Content before the source ("…, X said") or behind the verb ("X said …")."""
    verb, form = mark.value
    words = sentence.words
    k = begin_of_issue(words, _before_apposition(words, begin, mark.i, voices)) - 1
    while k >= 0 and (words[k] in _BEFORE_SOURCE or words[k] in MODIFIERS or words[k] in _OWNED):
        k -= 2 if words[k] in _OWNED else 1
    if source is not None and _nothing_follows(words, mark):
        k = _comma_before(words, k)
    closes = k >= 0 and (words[k] in (",", '"', "'", "–", "?", "!", ":") or sentence.quote[k] >= 0)
    quoted_after = any(sentence.quote[t] >= 0 for t in range(mark.j, len(words)))
    if closes and k > 1 and not _introduces(words, k, mark) and not _goes_on(sentence, mark):
        whole = quoted_after or sentence.quote[0] >= 0 or _resumes(words, mark.j)
        end = len(words) if whole else mark.i
        return Report(source, mark.i, mark.j, 0, max(end, begin), rule + "-after", verb, form)
    end = _end_of_said(words, mark.j, source, voices)
    told_first = words[0] == "as" and words[mark.j : mark.j + 1] and words[mark.j] in _AS_TOLD
    if words[0] in _FRONTING and "," not in words[:begin] and not told_first:
        end = min(end, _end_of_fronted(words, mark.j, voices))
    return Report(source, mark.i, mark.j, mark.j, end, rule, verb, form)


def _nothing_follows(words: list[str], mark: Mark) -> bool:
    """Whether a report verb ends what is told, but for when and where: "…, the CDU leader said on Tuesday"."""
    rest = words[mark.j : mark.j + _REST_MAX]
    if rest[:1] == [","]:
        # "He would not, an official said, oppose it"
        return rest[1:2] != [] and rest[1] in RESUMING
    if not rest or rest[0] in _PAUSES:
        return True
    return rest[0] in ADVERBIALS and "." in rest and _THAT.isdisjoint(rest)


def _comma_before(words: list[str], k: int) -> int:
    """The comma before all that is said of a teller: "…, the British and French leaders said"; `k` where there is none.

    Behind "and" and "but" somebody does something of his own: "…, but Washington insists on them".
    """
    for comma in range(k, max(0, k - _LEAD_MAX), -1):
        if words[comma] == ",":
            return k if words[comma + 1] in _JOINING else comma
        if words[comma] in ACTING | PREPOSITIONS | _RELATIVES or not words[comma][:1].isalpha():
            break
    return k


def _before_apposition(words: list[str], begin: int, at: int, voices: list[Voice]) -> int:
    """Where a source begins that stands in commas behind a name: "Donald Tusk, Poland's prime minister, said"."""
    comma = (
        begin - 1 - (words[begin - 1] in ARTICLES)
    )  # "Emmanuel Macron, the French president, said"
    if comma <= 0 or words[comma] != "," or words[at - 1] != ",":
        return begin
    return next((v.i for v in voices if v.j == comma and v.role == "agent"), begin)


def _end_of_said(words: list[str], after: int, source: Voice | None, voices: list[Voice]) -> int:
    """Where the text goes on about others: "X voiced support for …, while Y rejected …"."""
    for k in range(after, len(words) - 2):
        if words[k] == "," and words[k + 1] in ("but", "while", "whereas"):
            other = next((v for v in voices if v.i in (k + 2, k + 3) and v.role == "agent"), None)
            if (
                source is not None
                and other is not None
                and not other.word
                and not set(other.actors) & set(source.actors)
            ):
                return k
    return len(words)


def _end_of_fronted(words: list[str], after: int, voices: list[Voice]) -> int:
    """Where the main clause begins behind what is told in a clause before it: "While X insists that …, Y rejected …"."""
    subjects = {v.i: v for v in voices if v.role == "agent" and words[v.i - 1] != "that"}
    begin = after + (words[after : after + 1] == ["that"])
    if words[begin : begin + 1] == [","]:
        # "said, on Monday, that", "said that, like France, Germany"
        begin = next((k + 1 for k in range(begin + 1, len(words)) if words[k] == ","), begin)
    for k in range(begin, len(words) - 2):
        main = subjects.get(k + 1) or subjects.get(k + 2)
        if words[k] == "," and main is not None and _LISTING.isdisjoint(words[main.j : main.j + 1]):
            return k
    return len(words)


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


def _introduces(words: list[str], comma: int, mark: Mark) -> bool:
    """What stands before the comma is no content: "In Berlin, …", "Asked about it, …".

    It is content where nothing is said behind the report: "After a truce, they will go, she said on Monday."
    """
    first = words[0] if words[0] not in ('"', "(") else words[min(1, len(words) - 1)]
    if first not in INTRODUCERS or words[comma] != ",":
        return False
    rest = words[mark.j :] or ["."]
    if mark.value[0] in _TELLING:  # "told the BBC on Sunday"
        rest = next((rest[k:] for k in range(min(len(rest), _TOLD_MAX)) if rest[k] in ADVERBIALS or rest[k] == "."), rest)  # fmt: skip
    if rest[0][:1].isalnum() and rest[0] not in ADVERBIALS:
        return True
    has_clause = any(
        words[k] == "," and words[k + 1] not in INTRODUCERS and words[k + 1] not in _RELATIVES
        for k in range(1, comma)
    )
    goes_on = "that" in rest[:_THAT_REACH] or len(rest) > _REST_MAX
    return not has_clause and (first in _ASKED or goes_on)


def _bounded(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """A report's content ends where the next report of the same level takes over."""
    return sorted(reports, key=lambda r: r.i)
