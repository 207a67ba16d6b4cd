"""A TOML file to validated settings, with errors that name file, line, key and the nearest right key.

Knows how settings are written down; not what any of them means.
"""

import tomllib
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from watchers.errors import Misuse

Settings = TypeVar("Settings", bound=BaseModel)


def load_settings(path: Path, model: type[Settings]) -> Settings:
    """The settings in the file at `path`.

    Raises `Misuse` where the file cannot be read, is no TOML or holds what `model` does not take;
    the message has a line for each fault.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error
    return parse_settings(text, model, name=str(path))


def parse_settings(text: str, model: type[Settings], *, name: str) -> Settings:
    """The settings in `text`; `name` is what errors call it."""
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, a number too long, or too deep
        raise Misuse(f"{name}: not TOML: {error}") from error
    try:
        return model.model_validate(given)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        located = sorted(
            (line_of(text, tuple(fault["loc"])) or 0, n) for n, fault in enumerate(faults)
        )
        lines = (
            f"{name}{f':{line}' if line else ''}: {_describe(faults[n], model)}"
            for line, n in located
        )
        raise Misuse("\n".join(lines)) from None


def _describe(fault: ErrorDetails, model: type[BaseModel]) -> str:
    """`key: what is wrong`, for one of pydantic's faults; the value itself is left out."""
    place = tuple(part for part in fault["loc"] if part != "[key]")
    key = ".".join(str(part) for part in place)
    message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        message = "there is no such key" + _nearest(str(place[-1]), _keys_at(model, place[:-1]))
    elif fault["type"] == "missing":
        message = "is required and missing"
    elif fault["type"] == "string_pattern_mismatch" and place and place[0] == "feeds":
        message = "must be an address that begins with http:// or https://"
    elif fault["type"] == "string_pattern_mismatch":
        message = "must be lower-case letters, digits and hyphens, as in us-troops"
    return f"{key}: {message}" if key else message


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
        if place[: len(here)] == here and len(here) > best_length:
            best, best_length = number, len(here)
    return best


def _dotted(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
