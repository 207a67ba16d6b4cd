"""What differs between two configurations, one line each, for the log and the channel. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.settings import Configuration

#: Characters of a value that is shown.
_VALUE_CHARS = 60
#: The same of all that a table says.
_TABLE_CHARS = 200
#: Kept apart, since a feed is known by its address and not by its place.
_FEEDS = "feeds"


def changes_between(before: Configuration, after: Configuration) -> tuple[str, ...]:
    """One line for each key that is other than before; empty where both say the same."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    feeds = _tables(_FEEDS, _by_url(old.pop(_FEEDS)), _by_url(new.pop(_FEEDS)))
    return (*_tables("", old, new), *feeds)


def _by_url(feeds: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {feed["url"]: feed for feed in feeds}


def _tables(at: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        where = f"{at}.{key}" if at else key
        if key not in old:
            yield f"{where}: added{_said(new[key])}"
        elif key not in new:
            yield f"{where}: removed"
        elif isinstance(old[key], Mapping) and isinstance(new[key], Mapping):
            yield from _tables(where, old[key], new[key])
        elif isinstance(old[key], list) and isinstance(new[key], list):
            yield from _lists(where, old[key], new[key])
        elif old[key] != new[key]:
            yield f"{where}: {_shown(old[key])} → {_shown(new[key])}"


def _lists(where: str, old: list[Any], new: list[Any]) -> Iterator[str]:
    come = [one for one in new if one not in old]
    gone = [one for one in old if one not in new]
    if come or gone:
        yield f"{where}: " + ", ".join(
            (*(f"+ {_shown(one)}" for one in come), *(f"- {_shown(one)}" for one in gone))
        )
    elif sorted(map(str, old)) == sorted(map(str, new)) and old != new:
        return  # the order alone says nothing


def _said(table: Any) -> str:
    """What a table that was added says: the phrases and names in it."""
    given = table.items() if isinstance(table, Mapping) else ()
    parts = [
        f"{key} {', '.join(map(_shown, value if isinstance(value, list) else [value]))}"
        for key, value in given
        if value
    ]
    return f": {_cut('; '.join(parts), _TABLE_CHARS)}" if parts else ""


def _shown(value: Any) -> str:
    shown = "unset" if value is None else f"“{value}”" if isinstance(value, str) else str(value)
    return _cut(shown, _VALUE_CHARS)


def _cut(text: str, chars: int) -> str:
    return text if len(text) <= chars else text[: chars - 1] + "…"
