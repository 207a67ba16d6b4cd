"""HTML to plain text, fast and rough. Knows tags and entities; not what a page is about.

Good enough to decide whether a page is worth a real extraction and to read a feed's short texts.
Inline tags vanish, so that "peace<b>keepers</b>" stays one word; every other tag ends a paragraph.
"""

import html
import re

_SPACES = r" \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u3000"
#: Soft hyphens, zero-width characters, marks of direction: they part words that a reader sees whole.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]")
#: What is not closed goes on to the end, as browsers have it; and a search for its end that fails is
#: made once, not once for each beginning.
_UNSEEN = re.compile(
    r"<!--(?:.*?-->|.*)|<(script|style)\b(?![^<>]*application/ld\+json)[^<>]*>(?:.*?</\1\s*>|.*)",
    re.DOTALL | re.IGNORECASE,
)
_LINKED_DATA = re.compile(
    r"<script\b[^<>]*application/ld\+json[^<>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
#: The look ahead at the first letter halves the time.
_INLINE = re.compile(
    r"</?(?=[abcdefikmqstuvw])(?:a|span|strong|b|i|em|abbr|acronym|bdi|bdo|big|cite|code|data|dfn|font"
    r"|ins|kbd|mark|q|s|samp|small|strike|sub|sup|time|tt|u|var|wbr)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
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
    bare = _LINKED_DATA.sub(" ", _UNSEEN.sub(" ", markup))
    bare = _INLINE.sub("", bare)
    bare = _BREAK.sub(_PARAGRAPH_MARK, bare)
    bare = _TAG.sub(_PARAGRAPH_MARK, bare)
    return _tidy(html.unescape(bare))


def _tidy(text: str) -> str:
    text = _PARAGRAPHS.sub(_PARAGRAPH_MARK, _INVISIBLE.sub("", text))
    paragraphs = (_RUNS.sub(" ", part).strip() for part in text.split(_PARAGRAPH_MARK))
    return "\n\n".join(part for part in paragraphs if part)


def line_of_html(markup: str) -> str:
    """The text of a fragment on one line, as for a title."""
    return text_of_html(markup).replace("\n\n", " ")


def without_scripts(page: str) -> str:
    """The page without what no reader sees, save the article that its metadata carries."""
    return _UNSEEN.sub("", page)


def rough_text(bare: str) -> str:
    """Everything that a reader of a page `without_scripts` could see, and its linked article.

    For the cheap look alone: it may hold too much, it must not hold too little.
    """
    linked = [_JSON_ESCAPE.sub(_unescaped, block.group(1)) for block in _LINKED_DATA.finditer(bare)]
    seen = _TAG.sub(" ", _INLINE.sub("", _LINKED_DATA.sub(" ", bare)))
    return " ".join(_INVISIBLE.sub("", html.unescape(" ".join([seen, *linked]))).split())


def _unescaped(escape: re.Match[str]) -> str:
    code, space, other = escape.groups()
    if code:
        return "" if code[:2].lower() in _SURROGATES else chr(int(code, 16))
    return " " if space else str(other)
