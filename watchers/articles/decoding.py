"""A page's bytes to text, whatever they claim to be. Knows charsets."""

import codecs
import re

#: Bytes at the start in which a page may name its charset (the HTML standard says 1,024).
_START_BYTES = 2_048
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What unlabelled pages of the old web are in.
_LAST_RESORT = "cp1252"


def decoded(body: bytes, content_type: str) -> str:
    """The text. Bytes that are valid UTF-8 are UTF-8, whatever header and page say: they often lie."""
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, "replace")
    for charset in ("utf-8", *_declared(body, content_type)):
        try:
            return body.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode(_LAST_RESORT, "replace")


def _declared(body: bytes, content_type: str) -> list[str]:
    header, meta = _HEADER.search(content_type), _META.search(body[:_START_BYTES])
    names = [header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""]
    # Python's codecs include some that are no charsets, such as "hex" and "rot13".
    return [name for name in names if name and _is_charset(name)]


def _is_charset(name: str) -> bool:
    try:
        return "a".encode(name).decode(name) == "a"
    except (LookupError, ValueError, TypeError, UnicodeError):
        return False
