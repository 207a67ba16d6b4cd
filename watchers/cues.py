"""The cue file of a language: words that carry positions, and those that report, deny, ask and date them.

Knows `seeds/cues/en.toml`; a fault names file, key and cure. What a class of cue means under negation or a
modal is the reader's (`watchers.reading.composition`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from watchers.claims import SEEDS, check_keys, load_toml, words_of
from watchers.errors import Misuse

CUES_FILE = SEEDS / "cues" / "en.toml"
TONES_FILE = SEEDS / "cues" / "tones.toml"


class CueClass(StrEnum):
    """What a cue says of the matter, or does to another cue."""

    COMMIT = "commit"
    ENDORSE = "endorse"
    WANT = "want"
    CONSIDER = "consider"
    NOT_EXCLUDED = "not_excluded"
    DEFER = "defer"
    DOUBT = "doubt"
    NO_PLAN = "no_plan"
    REJECT = "reject"
    PREVENT = "prevent"
    REFUSE = "refuse"
    FAIL = "fail"
    STOP_SHORT = "stop_short"
    TRANSPARENT = "transparent"
    DENY = "deny"
    RETRACT = "retract"
    CORRECT = "correct"


class Frame(StrEnum):
    """How a cue stands in its sentence."""

    #: "Italy rejects the plan"
    VERB = "verb"
    #: "Italy is against the plan"
    STATE = "state"
    #: "Italy's opposition to the plan"
    NOUN = "noun"
    #: "Italy lifted its opposition to the plan": counts where such a noun stands behind
    LEAVING = "leaving"
    #: "the plan is unacceptable"
    ABOUT = "about"
    #: "the plan would mean war"
    ABOUT_VERB = "about_verb"
    #: "Italy refused", "Italy is opposed": of the topic, which need not be named
    BARE = "bare"
    #: "Nothing has been decided", "not with us": a whole clause or answer on the topic
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that a test reads, and the position that must come out ("nothing" for none)."""

    text: str
    reads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueGroup:
    """Expressions of one class and frame."""

    cue_class: CueClass
    frame: Frame
    words: tuple[str, ...]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Everything that the cue files hold; `lists` has their word lists by "section.key", `tones` by tone."""

    groups: tuple[CueGroup, ...]
    lists: Mapping[str, tuple[str, ...]]
    tones: Mapping[str, tuple[str, ...]]


#: Sections of plain word lists and their keys.
_LISTS = {
    "answers": ("yes", "no", "maybe", "open"),
    "modals": ("will", "would", "may", "must"),
    "negators": ("words",),
    "conditions": ("words", "part_of_claim", "even_if", "foreign_leave"),
    "reports": ("say", "nouns", "ask"),
    "speakers": ("offices", "bodies", "officials", "nobodies", "former", "anonymous"),
    "time": ("past", "still"),
}


def load_cues(path: Path = CUES_FILE, tones: Path = TONES_FILE) -> Cues:
    """The cues of a language. Raises `Misuse` where a file is missing or broken."""
    given = load_toml(path)
    check_keys(given, ("cue", *_LISTS), path, "")
    lists = {}
    for section, keys in _LISTS.items():
        table = given.get(section, {})
        check_keys(table, keys, path, section)
        for key in keys:
            lists[f"{section}.{key}"] = words_of(table, key, path, section)
    groups = given.get("cue", [])
    if not isinstance(groups, list):
        raise Misuse(f"{path}: cue: groups begin with [[cue]]")
    return Cues(
        groups=tuple(_read_group(table, number, path) for number, table in enumerate(groups, 1)),
        lists=lists,
        tones=_load_tones(tones),
    )


def _load_tones(path: Path) -> dict[str, tuple[str, ...]]:
    given = load_toml(path)
    check_keys(given, ("tones",), path, "")
    table = given.get("tones", {})
    if not isinstance(table, dict):
        raise Misuse(f"{path}: tones: wants lists of words by tone")
    return {tone: words_of(table, tone, path, "tones") for tone in table}


def _read_group(table: Any, number: int, path: Path) -> CueGroup:
    where = f"cue group {number}"
    check_keys(table, ("class", "frame", "words", "examples"), path, where)
    try:
        cue_class, frame = CueClass(table.get("class")), Frame(table.get("frame"))
    except ValueError as error:
        known = f"classes: {', '.join(CueClass)}; frames: {', '.join(Frame)}"
        raise Misuse(f"{path}: {where}: {error}; {known}") from None
    examples = table.get("examples", [])
    if not all(isinstance(e, dict) and {"text", "reads"} == e.keys() for e in examples):
        raise Misuse(f'{path}: {where}: an example is {{ text = "…", reads = "…" }}')
    return CueGroup(
        cue_class=cue_class,
        frame=frame,
        words=tuple(_each_spelled_out(words_of(table, "words", path, where))),
        examples=tuple(Example(**example) for example in examples),
    )


#: A choice of words in an expression, "a (question|matter) for later", and what parts its ways; one may stand in another.
_CHOICE = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_OR = re.compile(r"\|(?![^()]*\))")


def _each_spelled_out(expressions: Iterable[str]) -> Iterable[str]:
    """Each expression once for every choice of words that it gives."""
    for expression in expressions:
        choice = _CHOICE.search(expression)
        if choice is None:
            yield " ".join(expression.split())
            continue
        begin, end = choice.span()
        yield from _each_spelled_out(
            f"{expression[:begin]}{one}{expression[end:]}" for one in _OR.split(choice[1])
        )
