"""An article as one folded text with paragraphs, sentences, tokens and quotations.

Knows letters, punctuation and where sentences end. Knows no actor, claim or cue. Folding never
changes a length, so that an offset in the folded text is the same offset in the original.
"""

import itertools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

#: Characters. Longer than any news article seen (a book chapter); the rest is refused, not cut.
TEXT_MAX_CHARS = 200_000
#: Tokens. A "sentence" beyond this is a table, a list or an attack, and is passed over.
SENTENCE_MAX_TOKENS = 250
#: Sentences that are looked at; a live blog of a whole day has some 600.
SENTENCES_MAX = 1_500

TITLE_GAP = "\n\n"


def _fold_character(code: int) -> str | None:
    """The plain lower-case twin of a letter, where it is one character."""
    plain = unicodedata.normalize("NFKD", chr(code))
    base = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return base if len(base) == 1 else None


_SAME_LETTER = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "İ": "i"}
_SAME_MARK = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("–—―−", "–"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("\u00a0\u2009\u202f\u2003\u2002\t", " "),
    "…": ".",
}
_FOLD: dict[int, str] = {
    **{code: folded for code in range(0x0250) if (folded := _fold_character(code)) and code > 0x40},
    **{ord(letter): plain for letter, plain in {**_SAME_LETTER, **_SAME_MARK}.items()},
}
#: All that folds otherwise than `str.lower` has it: in English a character here and there.
_UNPLAIN = re.compile("[\t`\x80-\U0010ffff]+")

_TOKEN = re.compile(
    r"[a-z]\.(?:[a-z]\.)+"  # u.s. and the like
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:[-'][^\W_]+)*"
    r"|\S"
)
_PARAGRAPH = re.compile(r"[^\n](?:.*[^\n])?(?=\n|\Z)")
#: On the original text: what follows an end does not begin with a small letter. The mark comes first, before what
#: stands around it: so the search runs from mark to mark.
_END = re.compile(
    r"""[.!?](?:(?<![.!?].)[.!?]*+["'”’»)\]]*+(?=\s+["'“‘«„(\[*–—-]*[^\W_a-z])|["'”’»)\]]*\*\*(?=\s))"""
)
_NO_END = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "adm",
        "capt",
        "sgt",
        "sen",
        "rep",
        "gov",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "fig",
        "hon",
        "rev",
        "pres",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "tue",
        "wed",
        "thu",
        "fri",
        "approx",
        "inc",
        "ltd",
        "messrs",
        "mt",
        "ft",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "brig",
        "cmdr",
        "amb",
        "dep",
    ]
)
#: "BERLIN, Dec 14 (AW) - " before the first sentence names a place, not a speaker; "Robert Fico – who met …" is no place.
_DATELINE = re.compile(
    r"(?:\([A-Za-z]+\) )?[A-Z][\w.'/]*(?:[ ,]+[A-Z0-9(][\w.'/)]*)*,?(?: \([A-Za-z ]+\))?\s*(?:--|[–—-])\s+(?![a-z])"
)
_TAIL = re.compile(
    r"(?:read (?:also|more|next|on)\b|see also\b|also read\b|most read\b|more from\b|related\s*:"
    r"|more\s*:|more on\b|recommended\b|you may (?:also )?like\b|sign up\b|subscribe\b|©|copyright\b"
    r"|all rights reserved|note to editors|support us\b|follow us\b|this newsletter\b"
    r"|when quoting\b|photo\s*:|image\s*:|advertisement\b|editing by\b|reporting by\b"
    r"|for media enquiries|this release is\b|trending\b|top stories\b|latest news\b)"
)


def fold(text: str) -> str:
    """The text in plain lower-case letters and plain marks, character for character."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text.lower()
    folded = _UNPLAIN.sub(lambda run: run[0].translate(_FOLD), text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else text.translate(_FOLD)


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its place, its tokens, and which of them stand in quotation marks."""

    index: int
    paragraph: int
    start: int
    end: int
    in_title: bool
    words: list[str]
    starts: list[int]
    ends: list[int]
    #: For each token the number of the quotation it is in, or -1; numbers run through the text.
    quote: list[int]


class Document:
    """Title and text of an article in one string, cut into sentences."""

    def __init__(self, title: str, text: str) -> None:
        self.raw = title + TITLE_GAP + text
        self.folded = fold(self.raw)
        self.text_start = len(title) + len(TITLE_GAP)
        self._past_dateline = False
        self.quotes = _quotations(self.folded, self.text_start)
        self._opened = [start for start, _ in self.quotes]
        #: Numbers of the quotations that end with their paragraph, without a mark: the next one goes on with them.
        self.unclosed = frozenset(
            n
            for n, (_, end) in enumerate(self.quotes)
            if self.folded[end : end + 1] == "\n" and self.folded[end - 1] != '"'
        )

    @cached_property
    def sentences(self) -> list[Sentence]:
        made: list[Sentence] = []
        for number, (start, end) in enumerate(self._paragraphs()):
            for first, last in _split(
                self.folded, self.raw, start, end, whole=end < self.text_start
            ):
                if len(made) >= SENTENCES_MAX:
                    return made
                sentence = self._sentence(len(made), number, first, last)
                if sentence is not None:
                    made.append(sentence)
        return made

    def _paragraphs(self) -> list[tuple[int, int]]:
        """Spans of the paragraphs, the title first, up to the tail that is not the article."""
        spans = []
        for match in _PARAGRAPH.finditer(self.folded):
            start, end = match.span()
            start = start + len(match[0]) - len(match[0].lstrip(" *#>•|"))
            if start >= self.text_start and _TAIL.match(self.folded, start):
                continue
            spans.append((start, end))
        return spans

    def _sentence(self, index: int, paragraph: int, start: int, end: int) -> Sentence | None:
        begin = start
        if not self._past_dateline and start >= self.text_start:
            self._past_dateline = True
            dateline = _DATELINE.match(self.raw, start, end)
            begin = dateline.end() if dateline else start
        tokens = self._tokens(begin, end)
        if not 0 < len(tokens) <= SENTENCE_MAX_TOKENS:
            return None
        starts, ends = map(list, zip(*tokens, strict=True))
        return Sentence(
            index=index,
            paragraph=paragraph,
            start=start,
            end=end,
            in_title=start < self.text_start,
            words=[self.folded[first:last] for first, last in tokens],
            starts=starts,
            ends=ends,
            quote=self._quote_of(starts),
        )

    def _tokens(self, begin: int, end: int) -> list[tuple[int, int]]:
        """The span of each token, up to too many; a possessive ending is a token of its own."""
        matches = itertools.islice(
            _TOKEN.finditer(self.folded, begin, end), SENTENCE_MAX_TOKENS + 1
        )
        spans = [match.span() for match in matches]
        if self.folded.find("'s", begin, end) < 0:
            return spans
        parted = []
        for first, last in spans:
            if last - first > 2 and self.folded.endswith("'s", first, last):
                parted += [(first, last - 2), (last - 2, last)]
            else:
                parted.append((first, last))
        return parted

    def _quote_of(self, starts: list[int]) -> list[int]:
        opened = self._opened
        number = bisect_right(opened, starts[0]) - 1
        if number == bisect_right(opened, starts[-1]) - 1 and (
            number < 0 or self.quotes[number][1] <= starts[0]
        ):
            return [-1] * len(starts)  # no quotation reaches into the sentence
        inside = []
        for offset in starts:
            while number + 1 < len(opened) and opened[number + 1] <= offset:
                number += 1
            inside.append(number if number >= 0 and offset < self.quotes[number][1] else -1)
        return inside

    def original(self, start: int, end: int) -> str:
        return self.raw[start:end]


def _split(folded: str, raw: str, start: int, end: int, *, whole: bool) -> list[tuple[int, int]]:
    """Sentence spans of a paragraph; a headline stays whole."""
    if whole:
        return [(start, end)]
    spans, first = [], start
    for match in _END.finditer(raw, start, end):
        if match[0].startswith(".") and _is_abbreviation(folded, match.start(), first):
            continue
        spans.append((first, match.end()))
        first = match.end()
        while first < end and folded[first] in " *":
            first += 1
        if _TAIL.match(folded, first) and spans:
            return spans
    if first < end:
        spans.append((first, end))
    return spans


def _is_abbreviation(folded: str, dot: int, first: int) -> bool:
    begin = dot
    while begin > first and (folded[begin - 1].isalnum() or folded[begin - 1] == "."):
        begin -= 1
    word = folded[begin:dot]
    if len(word) == 1 and word.isalpha():
        return word != "i"
    if "." in word and all(len(part) <= 1 for part in word.split(".")):
        return True
    return word in _NO_END


def _quotations(folded: str, text_start: int) -> list[tuple[int, int]]:
    """Spans inside double or single quotation marks; one that is not closed ends its paragraph."""
    spans: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for match in re.finditer(r"""["'\n]""", folded):
        at, found = match.start(), match[0]
        if found == "\n" or at == text_start - 1:
            if opened >= 0:
                if mark == '"':
                    spans.append((opened, at))
                opened = -1
            continue
        before = folded[at - 1] if at else " "
        after = folded[at + 1] if at + 1 < len(folded) else " "
        if found == "'" and before.isalnum() and after.isalnum():
            continue
        if opened < 0:
            if found == '"' or (not before.isalnum() and before not in ".,!?" and after.isalnum()):
                opened, mark = at, found
        elif found == mark and (mark == '"' or not after.isalnum()):
            if mark == "'" and before == "s" and _closes_later(folded, at):
                continue
            spans.append((opened, at + 1))
            opened = -1
    if opened >= 0 and mark == '"':
        spans.append((opened, len(folded)))
    return spans


def _closes_later(folded: str, at: int) -> bool:
    """A mark after "s" may be a possessive: it is, where another mark closes soon after."""
    rest = folded[at + 1 : at + 160].split("\n", 1)[0]
    return re.search(r"[^\s\W]['](?!\w)", rest) is not None and not re.search(r"\s'\w", rest)
