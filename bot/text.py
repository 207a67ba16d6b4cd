"""Words that came from anywhere, made safe to show: cleaned, cut at a word, as Discord's markdown.

Knows what Discord and a terminal do with characters. Knows no cards, no network and no discord.py.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote, urlsplit

ELLIPSIS = "…"
#: Characters. A longer address costs more room than the line it stands in; the outlet is named instead.
HREF_MAX_CHARS = 400
#: Unicode 15, UAX 9: a first-strong isolate keeps a right-to-left name from turning its neighbours round.
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_ZERO_WIDTH_SPACE = "\u200b"
#: No bracket, quote or space among them: one of those would end the link early.
_HREF_SAFE = "/?&=%:,;+~$!.-_@"
#: Characters after it take two units of UTF-16.
_LAST_IN_ONE_UNIT = "\uffff"
#: Format characters that emoji and Persian need; every other one can hide or turn text.
_JOINERS = frozenset("\u200c\u200d")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]{0,30}:/{2,}", re.IGNORECASE)
_INVITE = re.compile(
    r"(?:www\.)?(?:discord(?:app)?\s?\.\s?com/(?:invite|events|servers)|discord\s?\.\s?(?:gg|me|io|li)|dsc\.gg"
    r"|discord\.gift|invite\.gg)(?:/\S*)?",
    re.IGNORECASE,
)
_PING = re.compile(r"@(?=everyone|here)|(?<=<)[@#](?=[!&\d])", re.IGNORECASE)
_MARKUP = re.compile(r"[\\*_~|`\[\]<>#]")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


class Style(StrEnum):
    """How a piece of a line is set."""

    PLAIN = "plain"
    BOLD = "bold"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of clean text in one style; built by `piece` or `link`."""

    text: str
    style: Style = Style.PLAIN
    #: A checked http(s) address, shown under its own host's name only.
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of a card."""

    pieces: tuple[Piece, ...]
    #: Set as a block quotation.
    quoted: bool = False


def line(*parts: Piece | str, quoted: bool = False) -> Line:
    """A line of pieces; a bare string is plain text."""
    pieces = tuple(part if isinstance(part, Piece) else piece(part) for part in parts)
    return Line(pieces=tuple(p for p in pieces if p.text), quoted=quoted)


def piece(text: str, style: Style = Style.PLAIN) -> Piece:
    return Piece(text=clean(text), style=style)


def bold(text: str) -> Piece:
    return piece(text, Style.BOLD)


def struck(whole: Line) -> Line:
    """The line with everything in it struck through; a link stays a link."""
    return replace(whole, pieces=tuple(replace(p, style=Style.STRUCK) for p in whole.pieces))


def link(url: str | None) -> Piece | None:
    """The address under the name of its own host, so that no text of a feed can mask where it leads.

    `None` where the address is none that a reader should be sent to: not http(s), with a user name
    before the host, unreadable, or too long.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return None
    if not re.fullmatch(r"[a-z0-9.\-]+|[0-9a-f:.]+", host):
        return None
    shown = f"[{host}]" if ":" in host else host
    href = f"{parts.scheme}://{shown}{port}{quote(parts.path, safe=_HREF_SAFE)}"
    if parts.query:
        href += "?" + quote(parts.query, safe=_HREF_SAFE)
    if parts.fragment:
        href += "#" + quote(parts.fragment, safe=_HREF_SAFE)
    if len(href) > HREF_MAX_CHARS:
        return None
    return Piece(text=f"{host.removeprefix('www.')} ↗", href=href)


def clean(text: str) -> str:
    """Foreign text without what can hide, turn, ping, invite or lead away; white space made single."""
    kept = "".join(_kept(char) for char in text)
    kept = re.sub(r"\s+", " ", kept)
    while _SCHEME.search(kept):  # twice where one scheme was hidden in another
        kept = _SCHEME.sub("", kept)
    kept = _INVITE.sub("(invite left out)", kept)
    return _PING.sub(lambda match: match[0] + _ZERO_WIDTH_SPACE, kept)


def _kept(char: str) -> str:
    if char in _JOINERS or char == _ZERO_WIDTH_SPACE:
        return char if char in _JOINERS else ""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category in ("Cc", "Zl", "Zp", "Zs", "Cs", "Co", "Cn") else char


def length(text: str) -> int:
    """Characters as the strictest counter of Discord's clients counts them: UTF-16 units."""
    return len(text) + sum(char > _LAST_IN_ONE_UNIT for char in text)


def cut(text: str, limit: int, cost: Callable[[str], int] = length) -> str:
    """The text if it costs no more than `limit`, else its longest run of whole words and an ellipsis.

    A first word that is too long by itself is cut between two characters that people see. Returns
    an empty string where not even one fits.
    """
    if cost(text) <= limit:
        return text
    words = [match.start() for match in re.finditer(r"\s", text)]
    for stops in (words, _seams(text)):
        low, high = 0, len(stops)
        while low < high:
            middle = (low + high) // 2
            if cost(_stopped(text, stops[middle])) <= limit:
                low = middle + 1
            else:
                high = middle
        if low and stops[low - 1] > 0:
            return _stopped(text, stops[low - 1])
    return ""


def _stopped(text: str, at: int) -> str:
    return text[:at].rstrip(" ,;:–—-") + ELLIPSIS


def _seams(text: str) -> list[int]:
    """Where text may be cut without parting a letter from its marks or an emoji from its joiner."""
    return [
        at
        for at in range(1, len(text))
        if not _clings(text[at]) and text[at - 1] != "\u200d" and not _are_flag(text, at)
    ]


def _clings(char: str) -> bool:
    return (
        char in _JOINERS
        or unicodedata.category(char) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def _are_flag(text: str, at: int) -> bool:
    before = at
    while before and "\U0001f1e6" <= text[before - 1] <= "\U0001f1ff":
        before -= 1
    return (at - before) % 2 == 1 and "\U0001f1e6" <= text[at] <= "\U0001f1ff"


def is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def isolated(text: str) -> str:
    """Text whose direction cannot reach its neighbours."""
    return f"{_ISOLATE}{text}{_POP_ISOLATE}" if is_right_to_left(text) else text


def markdown(whole: Line) -> str:
    """The line as Discord's markdown; what came from outside has no markup left in it."""
    body = "".join(_piece_markdown(p, first=not at) for at, p in enumerate(whole.pieces))
    return f"> {body}" if whole.quoted else body


def _piece_markdown(part: Piece, *, first: bool) -> str:
    if part.href is not None:
        return f"[{part.text}]({part.href})"
    text = _MARKUP.sub(lambda match: "\\" + match[0], part.text)
    mark = {Style.BOLD: "**", Style.STRUCK: "~~"}.get(part.style, "")
    if first and not mark:
        text = _LINE_START.sub(_unlisted, text)
    core = text.strip()
    if not mark or not core:
        return isolated(text)
    # A mark that touches a space is no mark: the space goes outside.
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{mark}{isolated(core)}{mark}{trail}"


def _unlisted(match: re.Match[str]) -> str:
    if match[2] in "-+":
        return f"{match[1]}\\{match[2]}"
    return f"{match[1]}{match[2]}{_ZERO_WIDTH_SPACE}"


def fitted(whole: Line, limit: int) -> Line:
    """The line, its last pieces cut or left out so that its markdown is no longer than `limit`."""
    if length(markdown(whole)) <= limit:
        return whole
    kept: tuple[Piece, ...] = ()
    for part in whole.pieces:
        if length(markdown(replace(whole, pieces=(*kept, part)))) <= limit:
            kept = (*kept, part)
            continue
        if part.href is None:
            kept = _with_cut(whole, kept, part, limit)
        break
    return replace(whole, pieces=kept)


def _with_cut(whole: Line, kept: tuple[Piece, ...], part: Piece, limit: int) -> tuple[Piece, ...]:
    def cost(text: str) -> int:
        return length(markdown(replace(whole, pieces=(*kept, replace(part, text=text)))))

    text = cut(part.text, limit, cost)
    return (*kept, replace(part, text=text)) if text else kept


def plain(whole: Line | Iterable[Piece]) -> str:
    """The words alone."""
    pieces = whole.pieces if isinstance(whole, Line) else whole
    return "".join(p.text for p in pieces)
