"""A TOML file to validated settings, with errors that name file, line, key and the nearest right key.

Knows how settings are written down; not what any of them means.
"""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

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
    except tomllib.TOMLDecodeError as error:
        raise Misuse(f"{name}: not TOML: {error}") from error
    try:
        return model.model_validate(given)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        located = sorted(
            (line_of(text, tuple(fault["loc"])) or 0, n) for n, fault in enumerate(faults)
        )
        lines = (f"{name}{_describe(faults[n], text, model)}" for _, n in located)
        raise Misuse("\n".join(lines)) from None


def _describe(fault: ErrorDetails, text: str, model: type[BaseModel]) -> str:
    """`:line: key: what is wrong`, for one of pydantic's faults; the value itself is left out."""
    place = tuple(part for part in fault["loc"] if part != "[key]")
    key = ".".join(str(part) for part in place) or "the file"
    line = line_of(text, place)
    message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "extra_forbidden":
        message = "there is no such key" + _nearest(str(place[-1]), _keys_at(model, place[:-1]))
    elif fault["type"] == "missing":
        message = "is required and missing"
    elif fault["type"] == "string_pattern_mismatch" and place and place[0] == "feeds":
        message = "must be an address that begins with http:// or https://"
    elif fault["type"] == "string_pattern_mismatch":
        message = "must be lower-case letters, digits and hyphens, as in us-troops"
    return f"{f':{line}' if line else ''}: {key}: {message}"


def _nearest(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; the keys here are {', '.join(sorted(known))}" if known else ""


def _keys_at(model: Any, place: tuple[Any, ...]) -> list[str]:
    """The keys that may stand at `place`, found by walking the annotations of the models."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        inner = [_keys_at(part, place[1:]) for part in get_args(model)]
        return next((keys for keys in inner if keys), [])
    if not place:
        return list(model.model_fields)
    field = model.model_fields.get(str(place[0]))
    if field is None:
        return []
    annotation: Any = field.annotation
    models = [annotation, *get_args(annotation)]
    direct = next((m for m in models if isinstance(m, type) and issubclass(m, BaseModel)), None)
    if direct is annotation or (direct and len(place) == 1):
        return _keys_at(direct, place[1:])
    return _keys_at(direct, place[2:]) if direct else []


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
