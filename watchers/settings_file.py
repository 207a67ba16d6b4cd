"""A TOML file to validated settings, with errors that name file, line, key and the nearest right key.

Knows how settings are written down; not what any of them means.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from watchers.errors import Misuse

Settings = TypeVar("Settings", bound=BaseModel)

#: A key and the tables around it; a number is a place in a list.
Place = tuple[Any, ...]
#: How a fault of the whole file begins that names its key.
_KEY_FIRST = re.compile(r"([a-z_]+(?:\.[a-z0-9_]+)*): ")
#: Where tomllib says that its fault is.
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
#: What is wrong, by pydantic's name for it, in the words of somebody who writes TOML.
_PLAINLY = {
    "missing": "is required and missing",
    "too_short": "must not be empty",
    "tuple_type": 'must be a list, as in ["one", "two"]',
    "frozen_set_type": 'must be a list, as in ["one", "two"]',
    "string_type": "must be a text in quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "dict_type": "must be a table",
    "model_type": "must be a table",
}


def read_settings_file(path: Path) -> str:
    """The file's text. Raises `Misuse` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error


def parse_settings(text: str, model: type[Settings], *, name: str) -> Settings:
    """The settings in `text`; `name` is what errors call it.

    Raises `Misuse` where it is no TOML or holds what `model` does not take, with a line for each fault.
    """
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, a number too long, or too deep
        at = _AT_LINE.search(str(error))
        where = f"{name}:{at[1]}" if at else name
        raise Misuse(f"{where}: not TOML: {_AT_LINE.sub('', str(error))}") from error
    try:
        return model.model_validate(given)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise misuse_of(text, [_read_fault(fault, model) for fault in faults], name=name) from None


def misuse_of(text: str, faults: Iterable[tuple[Place, str]], *, name: str) -> Misuse:
    """Faults as one error, a line for each with file, line and key, in the order of the file."""
    located = sorted(
        (line_of(text, place) or 0, number, place, message)
        for number, (place, message) in enumerate(faults)
    )
    lines = []
    for line, _, place, message in located:
        key = ".".join(str(part) for part in place)
        lines.append(f"{name}{f':{line}' if line else ''}: {f'{key}: ' if key else ''}{message}")
    return Misuse("\n".join(lines))


def _read_fault(fault: ErrorDetails, model: type[BaseModel]) -> tuple[Place, str]:
    """Where and what, of one of pydantic's faults; the value itself is left out."""
    place: Place = tuple(part for part in fault["loc"] if part != "[key]")
    message = fault["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    if fault["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        message = "there is no such key" + _nearest(str(place[-1]), _keys_at(model, place[:-1]))
    elif fault["type"] == "string_pattern_mismatch" and place and place[0] == "feeds":
        message = "must be an address that begins with http:// or https://"
    elif fault["type"] == "string_pattern_mismatch":
        message = "must be lower-case letters, digits and hyphens, as in us-troops"
    elif not place and (found := _KEY_FIRST.match(message)):
        keys = found[1].split(".")
        return tuple(int(k) if k.isdigit() else k for k in keys), message[found.end() :]
    return place, _PLAINLY.get(fault["type"], message)


def _nearest(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; the keys here are {', '.join(sorted(known))}" if known else ""


def _keys_at(annotation: Any, place: tuple[Any, ...]) -> list[str]:
    """The keys that may stand at `place`, found by walking the annotations of the settings."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inside = {name: field.annotation for name, field in annotation.model_fields.items()}
    elif isinstance(annotation, type) and is_dataclass(annotation):
        inside = {field.name: None for field in fields(annotation)}
    else:
        if get_origin(annotation) in (dict, tuple):
            place = place[1:]  # a name that the user chose, or a number
        found = (_keys_at(part, place) for part in get_args(annotation))
        return next((keys for keys in found if keys), [])
    return _keys_at(inside.get(str(place[0])), place[1:]) if place else list(inside)


def line_of(text: str, place: tuple[Any, ...]) -> int | None:
    """The line, from 1, on which the key at `place` (or the nearest table around it) stands."""
    table: tuple[Any, ...] = ()
    seen: dict[tuple[Any, ...], int] = {}
    best, best_length = None, 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("[["):
            name = _dotted(line[2:].partition("]]")[0])
            seen[name] = seen.get(name, -1) + 1
            table = (*name, seen[name])
            here = table
        elif line.startswith("["):
            here = table = _dotted(line[1:].partition("]")[0])
        elif "=" in line and not line.startswith("#"):
            here = (*table, *_dotted(line.partition("=")[0]))
        else:
            continue
        shared = min(len(here), len(place))
        if place[:shared] == here[:shared] and shared > best_length:
            best, best_length = number, shared
    return best


def _dotted(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
