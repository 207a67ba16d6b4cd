"""Who wrote an article: its agency, its publisher. Knows datelines and credits; not positions."""

import re

from watchers.links import host_of

_AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "dpa": "dpa",
    "ansa": "ANSA",
    "efe": "EFE",
    "pap": "PAP",
    "upi": "UPI",
    "tass": "TASS",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "ukrinform": "Ukrinform",
    "unn": "UNN",
    "xinhua": "Xinhua",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "aa": "Anadolu",
    "bloomberg": "Bloomberg",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "belga": "Belga",
    "ntb": "NTB",
    "tt": "TT",
    "stt": "STT",
    "bns": "BNS",
    "ritzau": "Ritzau",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "menafn": "MENAFN",
}
_NAMES = "|".join(sorted(map(re.escape, _AGENCIES), key=len, reverse=True))
#: "LONDON, Feb 16 (Reuters) -": any agency, known or not, that stands in a dateline of this form.
_DATELINE = re.compile(
    r"^[A-Z][\w .,'’/-]{1,60}?\((?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\)\s*[-–—]{1,2}\s"
)
#: "(AP) —" alone, or "KYIV (AP)" without a dash.
_OPENING = re.compile(rf"^(?:[A-Z][\w .,'’/-]{{1,60}})?\((?P<name>{_NAMES})\)(?=\s)", re.IGNORECASE)
_CREDIT = re.compile(
    rf"(?:^|[.\s(—–-])(?:source|with (?:reporting|material|files) (?:by|from)|reporting by|by|via|©)\s*:?\s*"
    rf"(?P<name>{_NAMES})\b[\s.)]*$",
    re.IGNORECASE,
)
#: "… he added. — Reuters", "(Reuters)" at the very end.
_CLOSING = re.compile(rf"(?:[—–-]\s*|\()(?P<name>{_NAMES})\)?\.?\s*$", re.IGNORECASE)
_IN_BYLINE = re.compile(rf"(?:^|[\s,;/&(]|by )(?P<name>{_NAMES})(?:$|[\s,;/&)])", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[-–—|]\s+((?:(?!\s[-–—|]\s).){2,60})$")


def agency_of(text: str, author: str | None) -> str | None:
    """The news agency that an article's text or byline credits; `None` where it credits none."""
    paragraphs = text.split("\n\n")
    for opening in paragraphs[:2]:
        found = _DATELINE.match(opening) or _OPENING.match(opening)
        if found:
            return _known(found["name"])
    found = _IN_BYLINE.search(author or "")
    if found:
        return _known(found["name"])
    for closing in paragraphs[-2:]:
        found = _CREDIT.search(closing) or _CLOSING.search(closing)
        if found:
            return _known(found["name"])
    return None


def outlet_of(*, configured: str | None, feed_title: str, site_name: str, link: str) -> str:
    """The outlet: as configured, else as the page, the feed or at last the host has it."""
    return configured or site_name or feed_title or host_of(link) or "unknown"


def without_outlet(title: str, *names: str) -> str:
    """The title without " - The Paper" at its end, where that names one of the given outlets."""
    match = _TITLE_END.search(title)
    if match and any(_same_name(match[1], name) for name in names if name):
        return title[: match.start()].strip()
    return title


def _same_name(one: str, other: str) -> bool:
    def plain(name: str) -> str:
        return re.sub(r"\W|^the |\.(com|org|net|co\.uk)$", "", name.lower())

    return plain(one) == plain(other)


def _known(name: str) -> str:
    return _AGENCIES.get(name.lower(), name)
