"""What a report verb reports: where its content stands, and where that begins and ends.

Knows commas, adverbials and how clauses open. Knows no claim and no position.
"""

from watchers.reading.speech.report import Report
from watchers.reading.speech.sources import begin_of_issue
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import MODIFIERS, PREPOSITIONS
from watchers.reading.words.clause_words import ARTICLES
from watchers.reading.words.report_words import (
    ACTING,
    ADVERBIALS,
    INTRODUCERS,
    NARRATING,
    RESUMING,
    SUBORDINATING,
)
from watchers.reading.words.vocabulary import Mark

#: Tokens of "on Monday in Paris on his way home" between a report verb and the pause behind it.
_ADVERBIAL_MAX = 12
#: Tokens behind that pause which are a clause of their own.
REST_MIN = 3
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
PAUSES = frozenset({",", ";", ":", "."})
#: What opens a sentence whose main clause comes behind.
_FRONTING = SUBORDINATING | {"as", "even", "if"}
#: What closes "As Merz noted, …", "As Merz noted on Monday, …", behind which it is said.
_AS_TOLD = frozenset({",", "earlier", "on", "today", "yesterday"})
#: What follows a name in a list.
_LISTING = frozenset({",", "and", "or"})


def with_content(
    sentence: Sentence,
    mark: Mark,
    source: Voice | None,
    begin: int,
    rule: str,
    voices: list[Voice],
) -> Report:
    """The report of a verb, with its content before the source ("…, X said") or behind the verb ("X said …")."""
    verb, form = mark.value
    words = sentence.words
    k = begin_of_issue(words, _before_apposition(words, begin, mark.i, voices)) - 1
    while k >= 0 and (words[k] in _BEFORE_SOURCE or words[k] in MODIFIERS or words[k] in _OWNED):
        k -= 2 if words[k] in _OWNED else 1
    if source is not None and _nothing_follows(words, mark):
        k = _comma_before(words, k)
    closes = k >= 0 and (words[k] in (",", '"', "'", "–", "?", "!", ":") or sentence.quote[k] >= 0)
    quoted_after = any(sentence.quote[t] >= 0 for t in range(mark.j, len(words)))
    if (
        closes
        and k > 1
        and not _introduces(words, k, mark)
        and not _goes_on(sentence, mark, voices)
    ):
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
    if not rest or rest[0] in PAUSES:
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
        (k for k in range(after, min(after + _ADVERBIAL_MAX, len(words))) if words[k] in PAUSES),
        None,
    )
    if k is None or len(words) - k <= REST_MIN:
        return False
    if words[k] != ",":
        return True
    return words[k + 1] in RESUMING or (k == after and words[k + 1] not in NARRATING)


def _goes_on(sentence: Sentence, mark: Mark, voices: list[Voice]) -> bool:
    """Whether content follows the verb: "…, he said that …", "In Paris talks went on, she said troops …"."""
    words = sentence.words
    if any(v.i == mark.j and v.role == "agent" and v.j < len(words) - 2 for v in voices):
        return sentence.quote[0] < 0  # "…, and Donald Tusk said Poland would go"
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
