"""Read a seed file's tables with every key checked: file, entry, key, and the nearest right key.

Knows TOML and types. Knows nothing of what the entries mean.
"""

import tomllib
from collections.abc import Collection, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from watchers.errors import Misuse

E = TypeVar("E", bound=Enum)


class SeedFault(Misuse):
    """A seed file says something that cannot be meant; the message names the place and the cure."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        self.file, self.entry, self.problem = file, entry, problem
        super().__init__(": ".join(part for part in (file, entry, problem) if part))


def shipped(*path: str) -> Traversable:
    """A file or folder of the package `seeds`."""
    return files("seeds").joinpath(*path)


def read_seed(source: Traversable) -> str:
    """A seed file's text; a missing or undecodable file is a fault that names it."""
    try:
        return source.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SeedFault(str(source), "", "there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SeedFault(str(source), "", f"cannot be read as UTF-8 text: {error}") from error


def parse_seed(text: str, file: str) -> "Table":
    """The whole of a TOML text as one table; `file` is what messages call it."""
    try:
        return Table(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SeedFault(file, "", f"is not valid TOML: {error}") from error


def nearest(word: str, right: Collection[str]) -> str:
    """A hint that ends an error message: the right word that was probably meant, else all of them."""
    close = get_close_matches(word, right, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else f"right are: {', '.join(sorted(right))}"


class Table:
    """One TOML table and the place it stands in, for messages."""

    def __init__(self, file: str, entry: str, values: dict[str, Any]) -> None:
        self.file, self.entry, self._values = file, entry, values

    def fault(self, problem: str) -> SeedFault:
        return SeedFault(self.file, self.entry, problem)

    def only(self, allowed: Collection[str], required: Collection[str] = ()) -> None:
        """Every key must be an allowed one, and every required one must be there."""
        for key in self._values:
            if key not in allowed:
                raise self.fault(f"unknown key '{key}'; {nearest(key, allowed)}")
        for key in required:
            if key not in self._values:
                raise self.fault(f"lacks the key '{key}'")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str) -> str:
        value = self._values[key]
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, "a text that is not empty")
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self._values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each named once; empty where the key is left out."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self._wrong(key, 'a list of texts, as in ["Kyiv", "Kiev"]')
        twice = next((v for i, v in enumerate(value) if v in value[:i]), None)
        if twice is not None:
            raise self.fault(f"key '{key}' has '{twice}' twice")
        return tuple(value)

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def day(self, key: str) -> date:
        value = self._values[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(key, "a date without quotes, as in 2025-08-19")
        return value

    def optional_day(self, key: str) -> date | None:
        return self.day(key) if key in self._values else None

    def day_or_word(self, key: str, word: str) -> date | None:
        """A date, or `None` where the value is that word instead."""
        return None if self._values[key] == word else self.day(key)

    def choice(self, key: str, choices: dict[str, E]) -> E:
        """The member that a word stands for."""
        word = self.text(key)
        if word not in choices:
            raise self.fault(f"key '{key}': unknown '{word}'; {nearest(word, choices)}")
        return choices[word]

    def table(self, key: str) -> "Table":
        """The table under `key`, empty where it is left out; its entry is named after it."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, f"a table, as in [{key}]")
        return Table(self.file, f"{self.entry}.{key}" if self.entry else key, value)

    def rows(self, key: str, label: str) -> list["Table"]:
        """The tables of an array; each is named by its own `label` where it has one, else by number."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self._wrong(key, f"a list of tables, as in [[{key}]]")
        where = f"{self.entry}.{key}" if self.entry else key
        return [
            Table(self.file, f"{where} {number} ({row.get(label, 'without ' + label)})", row)
            for number, row in enumerate(value, 1)
        ]

    def _wrong(self, key: str, wanted: str) -> SeedFault:
        return self.fault(f"key '{key}' must be {wanted}, not {self._values[key]!r}")
