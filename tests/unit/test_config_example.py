"""config.example.toml says all there is to set, and is right as it stands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bot.settings import Configuration, load_configuration
from watchers.settings_file import parse_settings

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"

#: A setting that is commented out: "#" and no blank after it.
COMMENTED = re.compile(r"^#(?=[a-z_]+ = |\[)", re.MULTILINE)


def everything_on() -> str:
    return COMMENTED.sub("", EXAMPLE.read_text(encoding="utf-8"))


def keys(table: type, at: str = "") -> Iterator[str]:
    """Every key that may be set below `table`; a name of the user's own is *."""
    for name, annotation in get_type_hints(table).items():
        if name == "model_config":
            continue
        below = list(tables_in(annotation))
        if not below:
            yield f"{at}{name}"
        for one in below:
            middle = ".*" if get_origin(annotation) is dict else ""
            yield from keys(one, f"{at}{name}{middle}.")


def tables_in(annotation: Any) -> Iterator[type]:
    """What is written as a table of its own: a section, or a room's own record."""
    if is_dataclass(annotation) or (
        isinstance(annotation, type) and issubclass(annotation, BaseModel)
    ):
        yield annotation
    for one in get_args(annotation):
        yield from tables_in(one)


def stands_there(given: Any, path: list[str]) -> bool:
    if not path:
        return True
    if isinstance(given, list):
        return any(stands_there(one, path) for one in given)
    if not isinstance(given, dict):
        return False
    if path[0] == "*":
        return any(stands_there(one, path[1:]) for one in given.values())
    return path[0] in given and stands_there(given[path[0]], path[1:])


def test_the_example_is_a_valid_configuration():
    configuration = load_configuration(EXAMPLE)
    assert len(configuration.feeds) >= 12
    assert all(feed.outlet and feed.owner for feed in configuration.feeds)


def test_every_setting_in_it_is_valid_when_it_is_used():
    parse_settings(everything_on(), Configuration, name="config.example.toml")


def test_every_key_there_is_stands_in_it():
    given = tomllib.loads(everything_on())
    missing = [key for key in keys(Configuration) if not stands_there(given, key.split("."))]
    assert missing == []


def test_what_it_sets_outright_is_the_default():
    """Whoever copies it and changes nothing gets what somebody without a file gets, and feeds."""
    unset = Configuration().model_dump(exclude={"feeds"})
    assert load_configuration(EXAMPLE).model_dump(exclude={"feeds"}) == unset
