"""Change config.toml as a careful person would: comments, order and spelling of the rest stay.

Knows TOML as it is written. What an edit makes is validated whole before it is written, and it is
written beside the file first, so that nobody ever meets half of it.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, Table

from bot.settings import FILE_NAME, Configuration, parse_configuration
from watchers.errors import Misuse
from watchers.settings_file import read_settings_file

#: Characters of a list from which it is written on several lines.
_LONG_LIST = 80


def read_text(path: Path) -> str:
    """What the file says now; nothing where there is none yet."""
    return read_settings_file(path) if path.exists() else ""


def validated(text: str, path: Path) -> Configuration:
    """The configuration that the text would be. Raises `Misuse`."""
    return parse_configuration(text, name=str(path))


def write_text(path: Path, text: str) -> None:
    """Put the text in the file's place at once; its mode stays, and a link still leads to it."""
    validated(text, path)
    path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(draft).replace(path)
    except OSError as error:
        raise Misuse(f"{path}: cannot be written: {error}") from error


def place_to_write(config: Path | None, found: Path | None) -> Path:
    """The file to change: as named, as found, or a new one in the working folder."""
    return config or found or Path(FILE_NAME)


def with_keywords(
    text: str,
    claim: str,
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    exclude: Iterable[str] = (),
) -> str:
    """The text with a claim's keywords changed: its own table's, else those of a shipped claim.

    Taking away what was added before takes the addition back, and the other way round.
    """
    document = _parsed(text)
    own = document.get("claims", {}).get(claim)
    if own is not None:
        for phrase in add:
            _put(own, "keywords", phrase)
        for phrase in remove:
            if not _take(own, "keywords", phrase) and not _take(own, "exclude", phrase):
                raise Misuse(f"claims.{claim}.keywords: “{phrase}” is not among them")
        for phrase in exclude:
            _put(own, "exclude", phrase)
    else:
        place = ("watch", "keywords", claim)
        _change_shipped(_table(document, *place), add=add, remove=remove, exclude=exclude)
        _drop_empty(document, place)
    return tomlkit.dumps(document)


def _change_shipped(
    table: Table, *, add: Iterable[str], remove: Iterable[str], exclude: Iterable[str]
) -> None:
    for phrase in add:
        if not _take(table, "remove", phrase):
            _put(table, "add", phrase)
    for phrase in remove:
        if not _take(table, "add", phrase) and not _take(table, "exclude", phrase):
            _put(table, "remove", phrase)
    for phrase in exclude:
        _put(table, "exclude", phrase)


def with_table(text: str, place: tuple[str, ...], values: Mapping[str, Any]) -> str:
    """The text with a new table, as in [claims.NAME]; an error where it stands there already."""
    document = _parsed(text)
    *above, name = place
    around = document
    for part in above:
        around = around.get(part, {})
    if name in around:
        raise Misuse(f"{'.'.join(place)}: stands there already")
    table = _table(document, *place)
    for key, value in values.items():
        table[key] = _list(value) if isinstance(value, list | tuple) else value
    return tomlkit.dumps(document)


def with_feed(text: str, feed: Mapping[str, Any]) -> str:
    """The text with one more feed."""
    document = _parsed(text)
    if any(one.get("url") == feed["url"] for one in document.get("feeds", [])):
        raise Misuse(f"feeds: {feed['url']} stands there already")
    table = tomlkit.table()
    for key, value in feed.items():
        table[key] = value
    feeds = document.get("feeds")
    if isinstance(feeds, AoT):
        feeds.append(table)
    else:
        made = tomlkit.aot()
        made.append(table)
        document["feeds"] = made
    return tomlkit.dumps(document)


def without_feed(text: str, url: str) -> str:
    """The text without a feed."""
    document = _parsed(text)
    feeds = document.get("feeds", [])
    del feeds[_place_of(feeds, url)]
    if not feeds:
        del document["feeds"]
    return tomlkit.dumps(document)


def with_feed_paused(text: str, url: str, *, paused: bool) -> str:
    """The text with a feed paused, or polled again."""
    document = _parsed(text)
    feeds = document.get("feeds", [])
    feed = feeds[_place_of(feeds, url)]
    if paused:
        feed["paused"] = True
    else:
        feed.pop("paused", None)
    return tomlkit.dumps(document)


def _place_of(feeds: Iterable[Mapping[str, Any]], url: str) -> int:
    for place, feed in enumerate(feeds):
        if feed.get("url") == url:
            return place
    raise Misuse(f"feeds: {url} is not among them; `volteface feeds` lists them")


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except tomlkit.exceptions.ParseError as error:
        raise Misuse(f"the configuration is not TOML: {error}") from error


def _table(document: tomlkit.TOMLDocument, *place: str) -> Any:
    """The table at `place`, made where it is missing; those around it need no heading."""
    at: Any = document
    for depth, name in enumerate(place, 1):
        if name not in at:
            at[name] = tomlkit.table(is_super_table=depth < len(place))
        at = at[name]
    return at


def _put(table: Table, key: str, phrase: str) -> None:
    known = table.get(key)
    if known is None:
        table[key] = _list([phrase])
    elif phrase.casefold() not in {str(one).casefold() for one in known}:
        known.append(phrase)


def _take(table: Table, key: str, phrase: str) -> bool:
    known = table.get(key, [])
    for place, one in enumerate(known):
        if str(one).casefold() == phrase.casefold():
            del known[place]
            return True
    return False


def _drop_empty(document: tomlkit.TOMLDocument, place: tuple[str, ...]) -> None:
    """Take out lists and then tables in which nothing is left, not even a comment."""
    around = [document]
    for name in place:
        around.append(around[-1][name])
    for key in [key for key, value in around[-1].items() if value == []]:
        del around[-1][key]
    for name, above, table in zip(
        reversed(place), reversed(around[:-1]), reversed(around[1:]), strict=True
    ):
        if table or "#" in table.as_string():
            return
        del above[name]


def _list(values: Iterable[Any]) -> Array:
    made = tomlkit.array()
    made.extend(list(values))
    return made.multiline(len(made.as_string()) > _LONG_LIST)
