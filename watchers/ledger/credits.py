"""Find whom a text credits for its news: agencies, other papers. Knows phrases; not positions."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

#: Agencies by the names they are credited with, letters as printed: "AP" is one and "ap" is not.
KNOWN_AGENCIES = frozenset({
    "Reuters", "Associated Press", "AP", "AFP", "Agence France-Presse", "Agence France Presse",
    "dpa", "DPA", "ANSA", "Ansa", "Adnkronos", "TASS", "Tass", "RIA Novosti", "RIA", "Interfax",
    "Interfax-Ukraine", "Ukrinform", "UNIAN", "Anadolu", "EFE", "Europa Press", "PAP", "NTB",
    "Ritzau", "STT", "Belga", "ANP", "APA", "CTK", "ČTK", "TASR", "MTI", "Agerpres", "BTA", "Lusa",
    "BNS", "ELTA", "LETA", "Hina", "Tanjug", "Kyodo", "Jiji", "Yonhap", "Xinhua", "PTI",
    "Canadian Press", "Bloomberg", "UPI", "BelTA", "AAP",
})  # fmt: skip

#: Last words of papers' and agencies' names. What was taken from one of them is its witness, whether
#: or not the paper itself is read here.
_PRESS = frozenset({
    "agency", "blatt", "broadcaster", "broadcasting", "bulletin", "chronicle", "clarion", "courier",
    "dagblad", "daily", "dispatch", "echo", "examiner", "express", "gazette", "globe", "guardian",
    "herald", "journal", "kurier", "magazine", "mail", "mirror", "monitor", "network", "news",
    "newsline", "newswire", "observer", "post", "pravda", "press", "radio", "register", "rundfunk",
    "rundschau", "service", "standard", "syndicate", "tageblatt", "telegraph", "tidende", "tidning",
    "times", "tribune", "weekly", "wire", "zeitung",
    # Papers and stations whose names say nothing.
    "abc", "axios", "bbc", "bild", "cbs", "cnn", "economist", "figaro", "le figaro", "le monde",
    "mediaset", "monde", "nbc", "nrk", "politico", "polsat", "rai", "spiegel", "svt", "tf1", "tvp",
    "yle", "zdf",
})  # fmt: skip

#: A name with one of these is a government's or its offices', however it ends: what two papers have
#: from a ministry's press service they have each for themselves.
_OFFICES = frozenset({
    "army", "atomic", "border", "cabinet", "chancellery", "defence", "defense", "energy", "federal",
    "foreign", "government", "house", "intelligence", "kremlin", "military", "ministry", "office",
    "pentagon", "police", "president", "presidency", "presidential", "refugee", "security", "senate",
    "space", "staff", "white",
})  # fmt: skip

#: Names of one agency that differ.
_SAME = {
    "ap": "associated press",
    "agence france presse": "afp",
    "ria": "ria novosti",
    "interfax ukraine": "interfax",
}

#: Words from which an agency signs with its initials.
INITIALS_FROM = 3
#: Characters from the start of a text in which its dateline stands.
DATELINE_CHARS = 200

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w&.’'-]*(?: (?:of |the |de |la |del )?[A-ZÀ-ÞĀ-Ž][\w&.’'-]*){0,4}"
_DATELINE = re.compile(rf"^[^\n(]{{3,50}}\((?P<name>{_NAME})\)\s*[-–—:]", re.MULTILINE)
_SIGNED = re.compile(rf"[.!?”\"»]\s*\((?:via )?(?P<name>{_NAME})\)\s*$", re.MULTILINE)
_AGENCY = re.compile(
    rf"(?:(?:[Nn]ews |[Ww]ire |[Pp]ress )[Aa]gency (?P<after>{_NAME})"
    rf"|(?P<before>{_NAME}) (?:(?:state )?(?:news|wire|press) agency|newswire|wire service)\b"
    rf"|(?P<bare>{_NAME}) agency (?:has |had )?(?:reported|reports|said|says|wrote|writes))"
)
#: What stands before the name of a paper or agency that is credited.
_CREDITING = (
    "according to ", "citing ", "cited by ", "quoted by ", "reported by ", "told ", "quoting ",
    "interview with ", "credited to ", "seen by ", "obtained by ",
)  # fmt: skip
_CREDITED = re.compile(rf"(?:the )?(?P<name>{_NAME})")
_REPORTING = re.compile(r" (?:reported|reports|wrote|writes|quoted|quotes|learned|cited|cites)\b")
_BEFORE_REPORTING = re.compile(rf"(?P<name>{_NAME})(?: has| had| first)?$")
#: Characters before "reported" in which the name of whoever did stands.
NAME_CHARS = 60
#: What begins a sentence before a name: "On Monday Harbour Gazette reported", not "Sunday Times".
_LEADING = re.compile(
    r"^(?:After|And|As|But|In|On|When|While) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?"
)
_EDITION = re.compile(r"\([^)]*\)|\b(?:in English|English (?:edition|service)|translated|online)\b")
_TRADE = re.compile(
    r"\b(?:news agency|press agency|news service|press syndicate|newswire|wire|agency)$"
)


@lru_cache(maxsize=8192)
def fold_name(name: str) -> str:
    """A name as a key: no accents, capitals, punctuation, article or possessive."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"'s\b", "", plain)
    plain = " ".join(re.findall(r"[a-z0-9]+", plain)).removeprefix("the ")
    plain = plain or name.casefold().strip()
    return _SAME.get(plain, plain)


def outlet_names(outlet: str) -> frozenset[str]:
    """The names under which others may credit an outlet."""
    full = fold_name(_EDITION.sub(" ", outlet)) or fold_name(outlet)
    short = _TRADE.sub("", full).strip()
    names = {full, _SAME.get(short, short)} - {""}
    words = full.split()
    if len(words) >= INITIALS_FROM and short != full:
        names.add("".join(word[0] for word in words))
    return frozenset(names)


def _credited_in(text: str) -> Iterator[str]:
    """Names that stand where a paper or agency is credited; to look for the words is the quickest."""
    for phrase in _CREDITING:
        rest = phrase[1:]  # at the start of a sentence the first letter is another
        place = text.find(rest)
        while place >= 0:
            match = _CREDITED.match(text, place + len(rest))
            if match and text[place - 1 : place].lower() == phrase[0]:
                yield match["name"]
            place = text.find(rest, place + 1)


@lru_cache(maxsize=8192)
def _is_press(name: str) -> bool:
    """Whether it is called as papers, stations and agencies are."""
    folded = fold_name(name)
    words = folded.split()
    return folded in _PRESS or (
        len(words) > 1 and words[-1] in _PRESS and _OFFICES.isdisjoint(words)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Whom a text credits, as folded names."""

    agencies: frozenset[str]
    #: Names that stand where papers credit each other; most are no papers.
    others: frozenset[str]


def credits_in(text: str, known: Iterable[str] = ()) -> Credits:
    """The agencies and others that the text credits for its news."""
    named = set(_credited_in(text))
    for reporting in _REPORTING.finditer(text):
        before = text[max(0, reporting.start() - NAME_CHARS) : reporting.start()]
        named.update(
            _LEADING.sub("", match["name"]) for match in _BEFORE_REPORTING.finditer(before)
        )
    named = {re.sub(r"[’']s$", "", name) for name in named}
    found = {name for name in named if name in KNOWN_AGENCIES or name in known or _is_press(name)}
    found |= {match["name"] for match in _SIGNED.finditer(text)}
    found |= {match["name"] for match in _DATELINE.finditer(text[:DATELINE_CHARS])}
    if "gency" in text or "newswire" in text or "wire service" in text:
        found |= {match[match.lastgroup or 0] for match in _AGENCY.finditer(text)}
    return Credits(
        agencies=frozenset(folded for name in found if (folded := fold_name(name))),
        others=frozenset(folded for name in named if (folded := fold_name(name))),
    )
