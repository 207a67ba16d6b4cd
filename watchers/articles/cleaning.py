"""Take out of an extracted text what is not the article. Knows the phrases that publishers use.

What stands after the article, or between its paragraphs, are other articles' headlines, captions
and calls to subscribe. A headline under "Read also" that was read as a sentence would be somebody's
position in an article that does not report it.
"""

import re
from collections.abc import Collection

#: A line of its own that opens a list of other articles: all headline-like lines after it go.
_TAIL_OPENS = re.compile(
    r"(?:read (?:also|more|next)|also read|see also|more (?:news|stories|on this(?: story| topic)?|from .{2,40})"
    r"|related(?: (?:content|articles?|stories|news|posts|topics|links|coverage))?|recommended(?: (?:for you|stories))?"
    r"|(?:most|top) (?:popular|read|viewed|shared|commented)(?: stories| articles| news)?|trending(?: now)?"
    r"|latest (?:news|stories|headlines|articles)|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|further reading|in case you missed it|don'?t miss|editor'?s picks?|popular (?:stories|now)"
    r"|other news(?: of the (?:hour|day))?|also (?:in the news|on our pages)|what to read next|tags"
    r"|continue reading|share this(?: article| story)?|leave a (?:reply|comment)|comments?|no comments?"
    r"|legal disclaimer|disclaimer|about the author|follow us|topics|keep reading|up next)\s*:?\s*",
    re.IGNORECASE,
)
#: "Read also: …", "RELATED: …": one line with its headlines.
_ASIDE = re.compile(
    r"(?:[>*▪►→•—–-]+\s*)?(?:read (?:also|more|next)|also read|see also|related(?: (?:article|story|news|stories))?"
    r"|more(?: (?:news|on this|from [\w .'’]{2,40}))?|recommended|don'?t miss|watch(?: (?:also|more|live))?"
    r"|listen|elsewhere|other news(?: of the (?:hour|day))?|also (?:in the news|on our pages)"
    r"|what to read next|in pictures|explainer|must read|tags|topics|photo|image|caption|video|graphic|infographic)"
    r"\s*[:|]\s*\S.*",
    re.IGNORECASE | re.DOTALL,
)
#: Lines that ask something of the visitor, or belong to the page.
_CALLS = re.compile(
    r"(?:subscribe (?:to|for|now)\b.{0,120}|sign up (?:to|for|here)\b.{0,120}|follow us (?:on|at|in)\b.{0,120}"
    r"|join (?:us|our)\b.{0,80}(?:telegram|whatsapp|channel|newsletter|facebook|community).{0,60}"
    r"|support us or become our patron!?|advertisement(?: - scroll to continue)?|story continues below.{0,40}"
    r"|click here\b.{0,80}|download (?:the|our) app\b.{0,60}|share (?:this|on)\b.{0,40}"
    r"|have your say\b.{0,60}|what do you think\?.{0,80}|vote in our poll.{0,40}"
    r"|(?:published|updated|posted|last updated|modified)(?: on| at)?:?\s+.{0,60}\d.{0,40}"
    r"|(?:posted|published|updated|written|last updated)(?: on| at| by)?:?|by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
    r"|\d{1,3} min(?:ute)?s? read|©.{0,200}|copyright ©?.{0,200}|all rights reserved\.?.{0,100}"
    r"|this article (?:originally appeared|was (?:originally|first) published) (?:on|in|at|by)\b.{0,120}"
    r"|the post .{0,200} (?:appeared first on|first appeared on) .{0,80}"
    r"|reproduction by permission only\.?)",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION = re.compile(
    r"(?:file (?:photo|picture|image|pic)|(?:image|photo|picture)s? (?:source|credit|by|courtesy)"
    r"|photograph(?:er)?:|getty images\b|\(?(?:ap|afp|reuters|epa|epa-efe|getty|pa|dpa) (?:photo|images?|photographer)\)?)"
    r".{0,160}",
    re.IGNORECASE | re.DOTALL,
)
#: "... in Kyiv on Tuesday. [Sergei Supinsky/AFP]", "... REUTERS/Name", "(Photo by …)".
_CAPTION_END = re.compile(
    r"(?:REUTERS/[A-Z][\w .'’-]+|\[[^\]]{0,60}/?(?:AFP|Reuters|AP|EPA|Getty)[^\]]{0,40}\]"
    r"|\((?:AP|AFP|EPA|Reuters)? ?[Pp]hoto(?:graph)?(?: by|/|:)? ?[^)]{0,80}\)"
    r"|(?:via|/)\s?(?:Getty Images|REUTERS|AFP via Getty Images|AP|EPA)(?:, file)?\)?)\.?\s*$"
)
_CAPTION_MAX_CHARS = 320
_TIME_OR_DATE = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
    r"|(?:\d{4}, )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:,? \d{4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|exclusive|updated|review|live|video|opinion|analysis",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_BULLET = re.compile(r"^\s*[-•*–—▪►]\s+")
#: Words above which a line without a full stop is still no headline.
_HEADLINE_MAX_WORDS = 24
#: Lines in a row, at the end, that look like headlines or times before they are taken for a list.
_FEWEST_IN_LIST = 3
#: Letters up to which a line may stand in an article twice.
_REFRAIN_MAX = 60
#: Lines at the beginning among which the headline may stand again.
_TITLE_WITHIN = 8


def cleaned(text: str, *, titles: Collection[str]) -> str:
    """The article's paragraphs, split by a blank line."""
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    lines = _without_titles(lines, titles)
    lines = _without_tails(lines)
    kept = [line for line in lines if not _is_aside(line)]
    return "\n\n".join(_once(_without_list_at_end(kept)))


def _without_titles(lines: list[str], titles: Collection[str]) -> list[str]:
    """The headline and the hour are fields of their own; some pages repeat them above the text.

    What stands above the headline and is no sentence belongs to something else: a kicker, a fact box.
    """
    wanted = {_letters(title) for title in titles}
    top = lines[:_TITLE_WITHIN]
    headline = next((n for n, line in enumerate(top) if _letters(line) in wanted), 0)
    kept = [
        line
        for n, line in enumerate(top)
        if _letters(line) not in wanted
        and not _TIME_OR_DATE.fullmatch(line)
        and (n >= headline or _SENTENCE_END.search(line))
    ]
    return [*kept, *lines[_TITLE_WITHIN:]]


def _without_tails(lines: list[str]) -> list[str]:
    """Drop each opened list of other articles, up to where real sentences begin again."""
    kept: list[str] = []
    in_tail = False
    for line in lines:
        if _TAIL_OPENS.fullmatch(line):
            in_tail = True
        elif in_tail and _resumes(line):
            in_tail = False
        if not in_tail:
            kept.append(line)
    return kept


def _resumes(line: str) -> bool:
    """Whether the article goes on after a list in its middle; a question may be a headline still."""
    is_question = line.rstrip("\"'”’»)").endswith("?")
    return not _looks_listed(line) and not (is_question and _words(line) <= _HEADLINE_MAX_WORDS)


def _words(line: str) -> int:
    return len(line.split())


def _without_list_at_end(lines: list[str]) -> list[str]:
    """Drop the run of headlines, times and dates that a list without a heading leaves at the end."""
    end = len(lines)
    while end and _looks_listed(lines[end - 1]):
        end -= 1
    return lines[:end] if len(lines) - end >= _FEWEST_IN_LIST else lines


def _once(lines: list[str]) -> list[str]:
    """Pages that show an article twice give each long paragraph twice."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        key = _letters(line)
        if len(key) > _REFRAIN_MAX and key in seen:
            continue
        seen.add(key)
        kept.append(line)
    return kept


def _is_aside(line: str) -> bool:
    return bool(
        _ASIDE.fullmatch(line)
        or _CALLS.fullmatch(line)
        or _CAPTION.fullmatch(line)
        or (len(line) <= _CAPTION_MAX_CHARS and _CAPTION_END.search(line))
    )


def _looks_listed(line: str) -> bool:
    bare = _BULLET.sub("", line)
    if _TIME_OR_DATE.fullmatch(bare):
        return True
    return not _SENTENCE_END.search(bare) and _words(bare) <= _HEADLINE_MAX_WORDS


def _letters(line: str) -> str:
    return re.sub(r"\W+", "", line).lower()
