"""A model's answer to raw statements, or why it cannot be read. Knows JSON; no article, actor or claim.

Servers without structured output wrap the answer in prose, in a code fence or in thoughts; what is
looked for is the last JSON object that has statements. Half an answer is none: what stands before
the break may be as broken as what is missing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from watchers.model import Act, Position, Via, When
from watchers.second_reader.prompts import NOTHING

Word = TypeVar("Word", bound=StrEnum)

#: Characters of an answer that are looked at; the longest honest one has some 6,000.
ANSWER_MAX_CHARS = 200_000
#: Places in an answer at which a JSON object is looked for.
_OBJECTS_MAX = 400
#: Statements of one answer; the richest article of the corpus has 21.
STATEMENTS_MAX = 60


class Unreadable(StrEnum):
    """Why an answer as a whole says nothing."""

    EMPTY = "empty_answer"
    #: It breaks off: cut at the limit of tokens, or by the connection.
    HALF = "half_an_answer"
    NO_JSON = "no_json"


class Dropped(StrEnum):
    """Why one statement of an answer does not count."""

    #: Something other than an object, or a field missing, of a wrong type or with an unknown word.
    MALFORMED = "malformed"
    TOO_MANY = "too_many"
    UNKNOWN_ACTOR = "unknown_actor"
    UNKNOWN_CLAIM = "unknown_claim"
    UNKNOWN_POSITION = "unknown_position"
    #: A group of governments has no soldiers of its own.
    COLLECTIVE = "collective"
    NO_SUCH_SENTENCE = "no_such_sentence"
    #: Nobody of that name speaks in the sentence, as far as the rules can see.
    SPEAKER_NOT_THERE = "speaker_not_there"
    #: Out of office, in opposition, or somebody else's voice.
    SPEAKS_FOR_NOBODY = "speaks_for_nobody"
    FUTURE_DATE = "future_date"
    REPEATED = "repeated"
    #: The answer has another position for the same actor and claim.
    CONTRADICTS_ITSELF = "contradicts_itself"
    #: A denial that the model alone has seen would strike what others said.
    TAKES_BACK_ALONE = "takes_back_alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A statement that does not count, in words that fit on a line."""

    reason: Dropped
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A statement as the model gives it, its words known and nothing else checked."""

    sentence: int
    actor: str
    claim: str
    position: Position
    speaker: str
    when: When
    via: Via
    act: Act | None
    said_on: date | None

    def __str__(self) -> str:
        return f"{self.actor} {self.claim} {self.position} [{self.sentence}] {self.speaker}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that could be read; without statements where the model found none."""

    statements: tuple[Raw, ...]
    dropped: tuple[Drop, ...]


def read_answer(content: str) -> Answer | Unreadable:
    """The statements of an answer, each with its words checked."""
    text = content[:ANSWER_MAX_CHARS].strip()
    if not text:
        return Unreadable.EMPTY
    given = _find_statements(text)
    if given is None:
        return Unreadable.HALF if '"statements"' in text else Unreadable.NO_JSON
    statements: list[Raw] = []
    dropped: list[Drop] = []
    for one in given[:STATEMENTS_MAX]:
        try:
            statements.append(_read_statement(one))
        except _Fault as fault:
            dropped.append(Drop(reason=fault.reason, given=_brief(one)))
    if len(given) > STATEMENTS_MAX:
        more = f"{len(given) - STATEMENTS_MAX} more statements"
        dropped.append(Drop(reason=Dropped.TOO_MANY, given=more))
    return Answer(statements=tuple(statements), dropped=tuple(dropped))


def _find_statements(text: str) -> list[Any] | None:
    """The list of the last object in the text that has one."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] | None = None
    at = text.find("{")
    for _ in range(_OBJECTS_MAX):
        if at < 0:
            break
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if isinstance(value, dict) and isinstance(value.get("statements"), list):
                found = value["statements"]
        at = text.find("{", end)
    return found


class _Fault(Exception):
    def __init__(self, reason: Dropped) -> None:
        self.reason = reason


def _read_statement(given: Any) -> Raw:
    if not isinstance(given, dict):
        raise _Fault(Dropped.MALFORMED)
    sentence = given.get("sentence")
    if not isinstance(sentence, int) or isinstance(sentence, bool):
        raise _Fault(Dropped.MALFORMED)
    return Raw(
        sentence=sentence,
        actor=_text(given, "actor"),
        claim=_text(given, "claim"),
        position=_word(given, "position", Position, Dropped.UNKNOWN_POSITION),
        speaker=" ".join(_text(given, "speaker").split()),
        when=_word(given, "when", When),
        via=_word(given, "via", Via),
        act=None if given.get("act") in (None, "", NOTHING) else _word(given, "act", Act),
        said_on=_day(given),
    )


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Fault(Dropped.MALFORMED)
    return value.strip()


def _word(
    given: Mapping[str, Any], key: str, words: type[Word], reason: Dropped = Dropped.MALFORMED
) -> Word:
    try:
        return words(_text(given, key).lower())
    except ValueError:
        raise _Fault(reason) from None


def _day(given: Mapping[str, Any]) -> date | None:
    value = given.get("said_on")
    if value in (None, "", NOTHING):
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _Fault(Dropped.MALFORMED) from None


def _brief(given: Any) -> str:
    """What was given, short enough for a line of `volteface why`."""
    return " ".join(json.dumps(given, ensure_ascii=False, default=str).split())[:160]
