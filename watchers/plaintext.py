"""HTML to plain text, fast and rough. Knows tags and entities; not what a page is about.

Good enough to decide whether a page is worth a real extraction and to read a feed's short texts.
Inline tags vanish, so that "peace<b>keepers</b>" stays one word; every other tag ends a paragraph.
"""

import html
import re
from collections.abc import Iterator

_SPACES = r" \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u3000"
#: Soft hyphens, zero-width characters, marks of direction: they part words that a reader sees whole.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]")
#: What no reader sees begins here, and ends there. Two searches take a quarter of the time of one
#: expression that steps over every letter between.
_UNSEEN = re.compile(
    r"<(?:!--|(script|style)\b(?![^<>]*application/ld\+json)[^<>]*>)", re.IGNORECASE
)
_UNSEEN_ENDS = {
    name: re.compile(end, re.IGNORECASE)
    for name, end in (("", "-->"), ("script", r"</script\s*>"), ("style", r"</style\s*>"))
}
_LINKED_DATA = re.compile(
    r"<script\b[^<>]*application/ld\+json[^<>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
_INLINE_NAMES = (
    "a|span|strong|b|i|em|abbr|acronym|bdi|bdo|big|cite|code|data|dfn|font|ins|kbd|mark|q|s|samp|small"
    "|strike|sub|sup|time|tt|u|var|wbr"
)
#: Tags within words and sentences. The look ahead at the first letter, and both cases instead of
#: any, make it three times as fast.
_INLINE = re.compile(
    r"</?(?=[abcdefikmqstuvwABCDEFIKMQSTUVW])"
    rf"(?:{_INLINE_NAMES}|{_INLINE_NAMES.upper()})(?=[\s/>])[^<>]*>"
)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_RUNS = re.compile(f"[{_SPACES}]+")
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf])|(.))")

_PARAGRAPH_MARK = "\x00"
#: First digits of JSON's halves of a character (emoji, mostly); alone they are no character.
_SURROGATES = ("d8", "d9", "da", "db", "dc", "dd", "de", "df")


def text_of_html(markup: str) -> str:
    """The text of a fragment, paragraphs split by a blank line. Takes plain text as it is."""
    if "<" not in markup and "&" not in markup:
        return _tidy(markup)
    bare = _LINKED_DATA.sub(" ", " ".join(_seen_parts(markup)))
    return _tidy(html.unescape(_TAG.sub(_PARAGRAPH_MARK, _INLINE.sub("", bare))))


def _tidy(text: str) -> str:
    text = _PARAGRAPHS.sub(_PARAGRAPH_MARK, _INVISIBLE.sub("", text))
    paragraphs = (_RUNS.sub(" ", part).strip() for part in text.split(_PARAGRAPH_MARK))
    return "\n\n".join(part for part in paragraphs if part)


def line_of_html(markup: str) -> str:
    """The text of a fragment on one line, as for a title."""
    return text_of_html(markup).replace("\n\n", " ")


def without_scripts(page: str) -> str:
    """The page without what no reader sees, save the article that its metadata carries."""
    return "".join(_seen_parts(page))


def _seen_parts(markup: str) -> Iterator[str]:
    at = 0
    while begins := _UNSEEN.search(markup, at):
        yield markup[at : begins.start()]
        ends = _UNSEEN_ENDS[(begins[1] or "").lower()].search(markup, begins.end())
        # What is not closed goes on to the end, as browsers have it.
        at = ends.end() if ends else len(markup)
    yield markup[at:]


def rough_text(bare: str) -> str:
    """Everything that a reader of a page `without_scripts` could see, and its linked article.

    For the cheap look alone: it may hold too much, it must not hold too little.
    """
    parts = _LINKED_DATA.split(bare)
    linked = [_JSON_ESCAPE.sub(_unescaped, block) for block in parts[1::2]]
    seen = _TAG.sub(" ", _INLINE.sub("", " ".join(parts[::2])))
    return " ".join(_INVISIBLE.sub("", html.unescape(" ".join([seen, *linked]))).split())


def _unescaped(escape: re.Match[str]) -> str:
    code, space, other = escape.groups()
    if code:
        return "" if code[:2].lower() in _SURROGATES else chr(int(code, 16))
    return " " if space else str(other)
