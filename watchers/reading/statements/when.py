"""When a position was held and said: marks of the past, of restating, and the day of the words.

Knows calendar words and the day of publication, which is an argument. Knows no claim.
"""

import itertools
import re
from datetime import date, timedelta

from watchers.model import Act, When
from watchers.reading.stance.turns import left_behind
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice_words import DETERMINERS, PREPOSITIONS
from watchers.reading.words.vocabulary import Mark

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: Days. What was said longer ago than this is recalled, not reported.
NEWS_DAYS = 5
#: Tokens from "had" to the verb that reports.
_SAID_REACH = 4
#: Tokens between a participle and a date that goes with it: "drafted in Istanbul in April".
_MATTER_REACH = 5
#: What dates a word that "had" been said as one of these days all the same.
_OF_THESE_DAYS = frozenset({*_WEEKDAYS, "hours", "moments", "today"})
#: What is held by who "abandons its insistence that …".
_HOLDING = frozenset(
    {"argument", "assertion", "belief", "claim", "insistence", "line", "position", "stance", "view"}
)
#: Tokens of the longest relative clause that is passed over.
_ASIDE_MAX = 16
#: Where and when somebody said what is recalled: "in an earlier interview".
_DATING = frozenset({"at", "during", "in"})
_TO_COME = frozenset({"'ll", "intends", "plans", "shall", "will", "would"})
_SEASONS = frozenset({"autumn", "fall", "spring", "summer", "winter"})
_MOMENTS = frozenset({"hour", "hours", "little", "minutes", "moments", "shortly"})
_PARTS_OF_DAY = frozenset({"afternoon", "day", "evening", "morning"})
#: What "had" been so until this news.
_AS_YET = re.compile(
    r"\b(?:so far|hitherto|to date|until then|up to now|up until now|till now|before the (?:election|meeting|summit|talks|visit|vote|war))\b|^for (?:[a-z]+ ){0,2}?(?:weeks|months|years|decades)\b"
)
#: Years and days of other events: "since 2023", "unlike in 2023", "the first since the summit on 3 May".
_OF_EVENTS = re.compile(
    r"\b(?:since|unlike|unlike in) (?:\w+ ){0,5}?(?:20\d\d|\d{1,2} [a-z]+|[a-z]+ \d{1,2})\b"
    r"|\b(?:that|which) (?:was|were) (?:\w+ ){1,14}?in 20\d\d\b"
)
_BETWEEN = frozenset({
    "also", "already", "always", "been", "both", "earlier", "even", "ever", "initially", "just", "long", "merely", "never", "not", "once",
    "only", "previously", "simply", "so", "still", "then", "thus", "twice",
})  # fmt: skip
#: Tokens from "once called" to what it was called.
_ONCE_REACH = 12
#: What keeps a stance of before, and tokens from there to it.
_KEEPING, _KEPT_REACH = (
    frozenset({
        "confirmed", "confirms", "defended", "defends", "reaffirmed", "reaffirms", "reiterated", "reiterates", "renewed", "renews",
        "repeated", "repeating", "repeats", "restated", "restates",
    }), 3,
)  # fmt: skip
_STANDING = frozenset({"stand", "standing", "stands", "stood"})
#: Participles without "-ed".
_PARTICIPLES = frozenset({
    "begun", "bought", "broken", "brought", "built", "chosen", "come", "cut", "drawn", "driven", "fallen", "felt", "forbidden",
    "fought", "found", "given", "gone", "got", "grown", "heard", "held", "hidden", "hit", "kept", "known", "laid", "led", "left",
    "let", "lost", "made", "meant", "met", "paid", "put", "read", "risen", "run", "said", "seen", "sent", "set", "shown", "shut",
    "sold", "sought", "spoken", "stood", "sworn", "taken", "taught", "thought", "thrown", "told", "torn", "understood",
    "withdrawn", "won", "written",
})  # fmt: skip
#: Forms of a verb in the present: "which opposes the plan".
_PRESENT = frozenset(["s", "base"])
_DID = frozenset({"did", "didn't"})
_RESTATING = frozenset(["long", "always", "repeatedly", "consistently", "occasions", "times"])
#: As in "recalled that Kyiv had wanted it".
_RECALLING = frozenset({"recalled", "recalling", "recalls", "remembered", "remembers"})
_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
#: A length of time that makes a word one of before: "eight months ago".
_AGO = re.compile(
    r"\b(?:a few|few|several|some|many|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:weeks|months|years) ago\b"
)
_ON_WEEKDAY = re.compile(
    rf"\b(?:on|late on|early on) ({'|'.join(_WEEKDAYS)})\b|\b({'|'.join(_WEEKDAYS)}) (?:evening|night|morning|afternoon)\b"
)
_YEAR = re.compile(r"\bin (20\d\d)\b")
#: Without one, no text names a day of a month or a year.
_DIGIT = re.compile(r"\d")
_DAY = re.compile(
    r"\b(?:on )?(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:on )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b(?! ?(?:troops|soldiers|km))"
)


def said_on(text: str, published: date, *, present: bool) -> date | None:
    """The day that a folded sentence gives for its words; `None` where it is the day of publication.

    `present` tells that the sentence is told in the present tense, where "Monday" may lie ahead.
    """
    found = _DAY.search(text) if _DIGIT.search(text) else None
    if found:
        day, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        try:
            made = date(published.year, _MONTH_NUMBER[month], int(day))
        except ValueError:
            return None
        if made > published:
            made = made.replace(year=made.year - 1) if (made - published).days > 60 else made
        return made if made < published else None
    if re.search(r"\byesterday\b", text):
        return published - timedelta(days=1)
    found = _ON_WEEKDAY.search(text)
    if found and not present:
        back = (published.weekday() - _WEEKDAYS.index(found[1] or found[2])) % 7
        return published - timedelta(days=back) if back else None
    return None


def time_of(
    sentence: Sentence,
    marks: list[Mark],
    span: tuple[int, int],
    published: date,
    form: str,
    *,
    told_at: int | None,
    begin: int = 0,
    first: int | None = None,
) -> tuple[When, Act | None]:
    """Whether a cue at tokens `span` reports a position of now, and whether it merely restates one.

    `told_at` is the token of the verb that reports it; `None` where the narrator tells it himself. Before the
    token `begin` another time is told of; `first` is the token of the outermost word that stands over the cue.
    """
    words = sentence.words
    i, j = span
    left = left_behind(words)
    if i in left and (
        (i if first is None else first) != left.start
        or not _HOLDING.isdisjoint(words[left.start + 1 : left.start + 4])
    ):
        return When.PAST, None
    low = max(begin, _clause_begin(words, i))
    high = _clause_end(words, j)
    verb = told_at if told_at is not None else i if first is None else first
    aside = {*_aside(words, verb), *_apposed(words, j, high), *(() if i in left else left)}
    past = [
        m
        for m in marks
        if m.kind == "past"
        and low <= m.i < high
        and m.i not in aside
        and not _in_other_quote(sentence, m.i, i)
    ]
    before = words[max(begin, i - 5) : j]
    around = [words[k] for k in range(low, high) if k not in aside]
    if any(one == "had" and other in _RESTATING for one, other in itertools.pairwise(around)):
        told = told_at is not None and told_at < i
        return (When.NOW, Act.RESTATES) if told else (When.PAST, None)
    today = any(_is_hours_ago(words, m) for m in past) or not _OF_THESE_DAYS.isdisjoint(words)
    if (
        told_at is not None
        and not today
        and (
            _had(words, told_at)
            or _is_back_then(words, told_at)
            or ("had" in before and words[told_at] in _RECALLING)
        )
    ):
        return When.PAST, None
    perfect = any(w in ("has", "have") for w in before)
    if told_at is not None and _has_long(words, told_at):
        return When.NOW, Act.RESTATES
    if any(w in _RESTATING for w in before):
        ended = form == "past" and not perfect and told_at is None and _is_long(words, first, i)
        again = perfect or _is_background(words, i)
        return When.PAST if ended else When.NOW, Act.RESTATES if again and not ended else None
    if (
        "had" in before
        and form in ("past", "part")
        and not today
        and (past or _comes_before(words, i) or _AS_YET.search(" ".join(around)))
    ):
        return When.PAST, None
    past = [
        m for m in past if not (m.i and words[m.i - 1] == "of") and words[m.j : m.j + 1] != ["'s"]
    ]
    past = [
        m
        for m in past
        if not _is_hours_ago(words, m)
        and not _is_this_week(words, m)
        and not _is_of_event(words, m, told_at)
        and not (words[m.i : m.j] == ["once"] and not _is_formerly(words, m, i, form))
        and not _lies_ahead(words, m, span, form, told_at)
        and not _is_of_matter(words, m, j)
        and not _is_of_noun(words, m, span)
    ]
    if past:
        return When.PAST, None
    text = " ".join(around)
    dated = _DIGIT.search(text) is not None
    if dated:
        text = _OF_EVENTS.sub(" ", text)
    if _AGO.search(text):
        return When.PAST, None
    match = _YEAR.search(text) if dated else None
    if match and int(match[1]) < published.year:
        return When.PAST, None
    day = said_on(text, published, present=False) if dated and _DAY.search(text) else None
    if day is not None and (published - day).days > NEWS_DAYS:
        return When.PAST, None
    if _is_background(words, i) and (perfect or form in _PRESENT):
        return When.NOW, Act.RESTATES
    return When.NOW, None


def _is_formerly(words: list[str], once: Mark, i: int, form: str) -> bool:
    """As in "once ruled it out", "once called it madness", where "once the guns are silent" is to come."""
    if once.j == i:
        return form == "past"
    told = once.i > 0 and words[once.i - 1].isalpha() and once.j < i <= once.j + _ONCE_REACH
    return told and words[once.j].endswith("ed") and "," not in words[once.j : i]


def _is_of_noun(words: list[str], mark: Mark, span: tuple[int, int]) -> bool:
    """As in "rejected it, despite earlier reports", "said last week's talks": what is of another day is not the cue."""
    lead = words[max(0, mark.i - _KEPT_REACH) : mark.i]
    kept = not _KEEPING.isdisjoint(lead) or ("by" in lead and not _STANDING.isdisjoint(lead))
    if mark.j == span[0] and kept:
        return True  # "stood by her earlier refusal"
    owns = words[mark.j - 1] == "'s"
    if not (owns or words[mark.i : mark.j] == ["earlier"]) or mark.j == span[0] or not mark.i:
        return False
    before, behind = words[mark.i - 1], words[mark.j : mark.j + 1]
    if not _DATING.isdisjoint(words[max(0, mark.i - 2) : mark.i]):
        return False  # "in an earlier interview", "at his earlier meeting": there it was said
    leads = before in DETERMINERS or before in PREPOSITIONS or before.endswith("ing")
    leads = leads or owns or (mark.i == span[1] and behind != [] and behind[0].endswith("s"))
    return leads and behind != [] and behind[0].isalpha() and behind[0] not in PREPOSITIONS


def _is_this_week(words: list[str], mark: Mark) -> bool:
    return words[mark.i : mark.i + 3] == ["earlier", "this", "week"] or words[
        mark.j - 1 : mark.j + 3
    ] == ["earlier", "in", "the", "week"]


def _is_hours_ago(words: list[str], mark: Mark) -> bool:
    """As in "hours earlier", "a little earlier", "earlier on Tuesday": the day's news."""
    if words[mark.j - 1] != "earlier":
        return False
    return (
        words[mark.j - 2] in _MOMENTS
        or words[mark.j : mark.j + 1] in (["on"], ["today"])
        or (
            words[mark.j : mark.j + 1] == ["in"]
            and words[mark.j + 2 : mark.j + 3] != []
            and words[mark.j + 2] in _PARTS_OF_DAY
        )
    )


def _is_of_event(words: list[str], mark: Mark, told_at: int | None) -> bool:
    """As in "for the first time since the talks in June, he said", "after a summit last week, he says"."""
    if told_at is None or mark.i > told_at:
        return False
    return (
        "since" in words[max(0, mark.i - _MATTER_REACH) : mark.i - 1] or words[told_at][-1] == "s"
    )


def _aside(words: list[str], verb: int) -> range:
    """The tokens of the clause that parts a subject from its verb: "Tusk, who took office in December, said"."""
    end = next((k for k in range(verb - 1, max(0, verb - 3), -1) if words[k] == ","), 0)
    reach = range(end - 1, max(0, end - _ASIDE_MAX), -1)
    start = next((k for k in reach if words[k] == "who" and words[k - 1] == ","), end)
    return range(start, end)


def _apposed(words: list[str], after: int, high: int) -> range:
    """The tokens of a clause behind the cue that tells more of its matter: "…, something which X has earlier …"."""
    start = next(
        (
            k
            for k in range(after + 1, high)
            if words[k] in ("which", "who", "whose") and "," in words[k - 2 : k]
        ),
        high,
    )
    return range(start, high)


def _had(words: list[str], at: int) -> bool:
    """Whether the verb at a token is told as done before: "had said", "had also warned"."""
    for k in range(max(0, at - _SAID_REACH), at):
        if words[k] != "had" or any(
            w in ("if", "who", "which", "that", "time", "unless") for w in words[max(0, k - 5) : k]
        ):
            continue
        verb = next(
            (w for w in words[k + 1 : at + 2] if not (w in _BETWEEN or w.endswith("ly"))), ""
        )
        if verb in _PARTICIPLES or (verb.endswith("ed") and verb != "need"):
            return not any(w in (",", ";", ":", '"', "and", "but") for w in words[k:at])
    return False


def _is_back_then(words: list[str], at: int) -> bool:
    """As in "said then that": on that day, where "then said that" goes on with this one."""
    return words[at + 1 : at + 2] == ["then"] and not words[at].endswith("s")


def _has_long(words: list[str], at: int) -> bool:
    """As in "has long warned that": what was said over and over."""
    lead = words[max(0, at - 3) : at]
    return not {"has", "have", "'s", "'ve"}.isdisjoint(lead) and not _RESTATING.isdisjoint(lead)


def _is_long(words: list[str], first: int | None, i: int) -> bool:
    """As in "Berlin long refused to": what came to an end, where it "has long" been so."""
    outermost = i if first is None else first
    return outermost > 0 and words[outermost - 1] == "long"


def _is_of_matter(words: list[str], mark: Mark, cue_end: int) -> bool:
    """As in "the treaty that was signed in May", "sanctions since last year": a date of the matter, not of the stance."""
    if mark.i <= cue_end:
        return False
    before = words[max(cue_end, mark.i - _MATTER_REACH) : mark.i]
    return any(w in ("since", "as", "from") for w in before[-2:]) or any(
        (w in _PARTICIPLES or w.endswith("ed")) and w not in ("said", "told") for w in before
    )


def _lies_ahead(
    words: list[str], mark: Mark, span: tuple[int, int], form: str, told_at: int | None
) -> bool:
    """As in "will recognise the state in September", "is open to a vote in autumn": when it is still to come.

    So is what is told in the present, or of a verb under another: "Britain to recognise the state in September".
    """
    cue_end = span[1]
    if words[mark.j - 1] in _SEASONS and form != "past":
        return not _dates_telling(words, mark, told_at)
    if mark.i < span[0]:
        return False
    if words[mark.i] != "in" or words[mark.i - 1] in ("said", "told", "announced", "declared"):
        return False
    lead = words[max(0, cue_end - 6) : cue_end]
    if form in _PRESENT and _DID.isdisjoint(lead):
        return True
    return not _TO_COME.isdisjoint(lead)


def _dates_telling(words: list[str], mark: Mark, told_at: int | None) -> bool:
    """As in "In the spring Paris said that", where "In the spring, Paris says," dates what is to come."""
    if told_at is None or not mark.j <= told_at <= mark.j + _SAID_REACH:
        return False
    return words[told_at][-1] != "s" and words[told_at + 1 : told_at + 2] not in ([","], [])


def _is_background(words: list[str], i: int) -> bool:
    """Whether the cue stands in a relative clause: "Germany, which has long rejected …"."""
    return any(w in ("which", "who") for w in words[max(0, i - 5) : i])


def _in_other_quote(sentence: Sentence, mark: int, cue: int) -> bool:
    return sentence.quote[mark] >= 0 and sentence.quote[cue] < 0


def _comes_before(words: list[str], i: int) -> bool:
    """As in "A day after he had left the door open, …", "a speech in which he had": what the sentence tells of before."""
    had = next((k for k in range(i, max(-1, i - 6), -1) if words[k] == "had"), 0)
    lead = words[max(0, had - 4) : had]
    return ("after" in lead and "," not in lead) or ["in", "which"] in (lead[:2], lead[1:3])


def _clause_begin(words: list[str], i: int) -> int:
    for k in range(i - 1, -1, -1):
        if words[k] in (";", "–", "?"):
            return k + 1
    return 0


def _clause_end(words: list[str], j: int) -> int:
    for k in range(j, len(words)):
        if words[k] in (";", "–", "but", "while", "whereas"):
            return k
    return len(words)
