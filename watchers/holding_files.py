"""Holdings in JSON Lines: where actors stood before the first article. Knows the lines' keys alone.

A fault names file, line and key; unknown keys are ignored.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from watchers.actors import Actor, Actors
from watchers.baseline import KnownHolding
from watchers.errors import Misuse
from watchers.ledger.filing import Given
from watchers.model import Position


def load_givens(path: Path, actors: Actors, *, inherited: bool) -> list[Given]:
    """The holdings of a file, one a line.

    Raises `Misuse` where the file or a line of it cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error
    return list(parse_givens(lines, actors, name=str(path), inherited=inherited))


def parse_givens(
    lines: list[str], actors: Actors, *, name: str, inherited: bool
) -> Iterator[Given]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _read(json.loads(line), actors, inherited=inherited)
            except (json.JSONDecodeError, RecursionError) as error:
                raise Misuse(f"{name}:{number}: not JSON: {error}") from None
            except ValueError as fault:
                raise Misuse(f"{name}:{number}: {fault}") from None


def shipped_givens(known: tuple[KnownHolding, ...]) -> list[Given]:
    """The shipped baseline's holdings, which age until they are heard."""
    return [
        Given(
            actor=one.actor,
            claim=one.claim,
            position=one.position,
            speaker=one.speaker,
            authority=one.authority,
            said_on=one.said_on,
            inherited=True,
            basis=one.basis,
            document=one.source.file,
        )
        for one in known
    ]


def with_actor(actors: Actors, actor_id: str) -> Actors:
    """The actors and one that nothing is known of but its id: who speaks for it is an official."""
    if actor_id in actors:
        return actors
    return Actors([*actors, Actor(id=actor_id, name=actor_id)])


def _read(given: Any, actors: Actors, *, inherited: bool) -> Given:
    if not isinstance(given, dict):
        raise ValueError("each line must hold one JSON object")
    actor, speaker = _text(given, "actor"), _text(given, "speaker")
    position = _text(given, "position")
    if position not in set(Position):
        raise ValueError(f"position: {position!r} is none of {', '.join(Position)}")
    try:
        said_on = date.fromisoformat(_text(given, "said_on"))
    except ValueError as error:
        raise ValueError(f"said_on: {error}") from None
    return Given(
        actor=actor,
        claim=_text(given, "claim"),
        position=Position(position),
        speaker=speaker,
        authority=with_actor(actors, actor).authority(actor, speaker, said_on),
        said_on=said_on,
        inherited=inherited,
        basis=given.get("basis") or "",
    )


def _text(given: dict[str, Any], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key}: {'is missing' if value is None else 'must be text'}")
    return value
