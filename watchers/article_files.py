"""Articles in JSON Lines to records, with the labels that some of them carry.

Knows the labelled corpus's keys; unknown keys are ignored. A fault names file, line and key.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from watchers.actors import Actors
from watchers.errors import Misuse
from watchers.model import Act, Article, Authority, Position, Statement, Via, When

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A statement as a person labelled it; who spoke with what authority is not on the label."""

    actor: str
    claim: str
    position: Position
    speaker: str
    when: When
    via: Via
    act: Act | None
    said_on: date | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledArticle:
    """An article of the corpus; `labels` is empty where there is nothing to find or none are given."""

    article: Article
    labels: tuple[Label, ...]


def load_articles(path: Path) -> Iterator[LabelledArticle]:
    """The articles of a file, one a line, read as they are asked for.

    Raises `Misuse` where the file or a line of it cannot be read.
    """
    yield from parse_articles(lines_of(path), name=str(path))


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file, read as they are asked for. Raises `Misuse` where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            yield from lines
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error


def parse_articles(lines: Iterable[str], *, name: str, first: int = 1) -> Iterator[LabelledArticle]:
    """The articles in `lines`; `name` and the number of the `first` are what errors call them."""
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        try:
            item = _read_article(_object_in(line))
        except _Fault as fault:
            raise Misuse(f"{name}:{number}: {fault}") from None
        yield item


def statements_of(labelled: LabelledArticle, actors: Actors) -> tuple[Statement, ...]:
    """The labels as if they had been read, each with its speaker's rank on the day of the words."""
    published = labelled.article.published.date()
    return tuple(
        Statement(
            actor=label.actor,
            claim=label.claim,
            position=label.position,
            speaker=label.speaker,
            authority=_authority(label, actors, labelled.article.text, label.said_on or published),
            when=label.when,
            via=label.via,
            act=label.act,
            said_on=label.said_on,
            evidence=label.evidence,
            span=_span(label.evidence, labelled.article.text),
            rules=("label",),
        )
        for label in labelled.labels
    )


def _authority(label: Label, actors: Actors, text: str, on: date) -> Authority:
    if label.via is Via.ANONYMOUS:
        return Authority.ANONYMOUS
    if label.via is Via.SECONDHAND:
        return Authority.NONE  # who says it of another speaks for somebody else
    return actors.authority_in(text, label.actor, label.speaker, on)


def _span(evidence: str, text: str) -> tuple[int, int] | None:
    start = text.find(evidence)
    return None if start < 0 else (start, start + len(evidence))


class _Fault(Exception):
    """What is wrong with one line."""


def _object_in(line: str) -> Mapping[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:  # no JSON, a number too long, or too deep
        raise _Fault(f"not JSON: {error}") from None
    if not isinstance(given, dict):
        raise _Fault("each line must hold one JSON object")
    return given


def _read_article(given: Mapping[str, Any]) -> LabelledArticle:
    article = Article(
        id=_text(given, "id"),
        url=_text(given, "url", default=""),
        title=_text(given, "title", default=""),
        text=_text(given, "text"),
        published=_moment(given),
        outlet=_text(given, "outlet", default=""),
        owner=_text(given, "owner", default="") or None,
    )
    labels = given.get("statements") or []
    if not isinstance(labels, list) or not all(isinstance(label, dict) for label in labels):
        raise _Fault("statements: must be a list of objects")
    return LabelledArticle(article=article, labels=tuple(_read_label(label) for label in labels))


def _read_label(given: Mapping[str, Any]) -> Label:
    return Label(
        actor=_text(given, "actor"),
        claim=_text(given, "claim"),
        position=_word(given, "position", Position),
        speaker=_text(given, "speaker"),
        when=_word(given, "when", When),
        via=_word(given, "via", Via),
        act=None if given.get("act") is None else _word(given, "act", Act),
        said_on=_day(given),
        evidence=_text(given, "evidence"),
    )


def _text(given: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = given.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise _Fault(f"{key}: {'is missing' if value is None else 'must be text'}")
    # No database and no terminal takes half of a letter that takes two.
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def _word(given: Mapping[str, Any], key: str, words: type[Word]) -> Word:
    value = _text(given, key)
    try:
        return words(value)
    except ValueError:
        raise _Fault(f"{key}: {value!r} is none of {', '.join(words)}") from None


def _moment(given: Mapping[str, Any]) -> datetime:
    value = _text(given, "published")
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the first day of the first year has no day before it
        raise _Fault(
            f"published: {value!r} is no date and time as in 2025-08-19T14:05:00Z"
        ) from None


def _day(given: Mapping[str, Any]) -> date | None:
    value = given.get("said_on")
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _Fault(f"said_on: {value!r} is no day as in 2025-08-19") from None
