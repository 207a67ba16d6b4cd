"""`volteface feeds add | remove | pause | resume | import | export`: the list in the configuration.

Thin: looking is `bot.commands.feed_look`, writing is `bot.configuration.edit`. A running bot takes the file over.
"""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.commands.feed_look import SeenEntry, SeenFeed, look_at_feed
from bot.configuration.edit import (
    place_to_write,
    read_text,
    validated,
    with_feed,
    with_feed_paused,
    without_feed,
    write_text,
)
from bot.settings import find_configuration
from bot.watching import sources_of
from watchers.articles.records import Read
from watchers.errors import Misuse
from watchers.feeds.opml import parse_opml, write_opml
from watchers.links import canonical_link


def add_feed(url: str, *, more: dict[str, Any], look_only: bool, config: Path | None) -> None:
    """Find the feed, show what it brings, and write it down."""
    path = place_to_write(config, find_configuration())
    text = read_text(path)
    settings = validated(text, path)
    address = url if "://" in url else f"https://{url}"
    _refuse_known(address, (feed.url for feed in settings.feeds))
    seen = asyncio.run(look_at_feed(settings, address))
    _refuse_known(seen.url, (feed.url for feed in settings.feeds))
    if not look_only:  # before anything is shown, which may have nobody who reads it
        given = {key: value for key, value in more.items() if value is not None}
        write_text(path, with_feed(text, {"url": seen.url, **given}))
    _show(Console(), seen)
    if not look_only:
        print(f"{path}: {seen.url} was added.")


def _refuse_known(url: str, known: Iterable[str]) -> None:
    twin = next((one for one in known if canonical_link(one) == canonical_link(url)), None)
    if twin is not None:
        raise Misuse(f"feeds: {twin} is watched already")


def remove_feed(url: str, *, config: Path | None) -> None:
    """Take a feed out; what it brought stays in the store."""
    path = place_to_write(config, find_configuration())
    write_text(path, without_feed(read_text(path), url))
    print(f"{path}: {url} was removed. What it brought stays in the store.")


def pause_feed(url: str, *, paused: bool, config: Path | None) -> None:
    """Leave a feed in the file and do not poll it, or poll it again."""
    path = place_to_write(config, find_configuration())
    write_text(path, with_feed_paused(read_text(path), url, paused=paused))
    print(f"{path}: {url} is {'paused' if paused else 'polled again'}.")


def import_feeds(source: Path, *, config: Path | None) -> None:
    """Add the feeds of a list that are not watched yet."""
    try:
        outlines = parse_opml(source.read_bytes(), name=str(source))
    except OSError as error:
        raise Misuse(f"{source}: cannot be read: {error}") from error
    path = place_to_write(config, find_configuration())
    text = read_text(path)
    known = {canonical_link(feed.url) for feed in validated(text, path).feeds}
    fresh = [one for one in outlines if canonical_link(one.url) not in known]
    for one in fresh:
        title = {"outlet": one.title} if one.title and one.title != one.url else {}
        text = with_feed(text, {"url": one.url, **title})
    if fresh:
        write_text(path, text)
    print(f"{path}: feeds added: {len(fresh)}; there already: {len(outlines) - len(fresh)}.")
    if fresh:
        print("`volteface check` tries them all.")


def export_feeds(target: Path | None, *, config: Path | None) -> None:
    """Write the feeds as OPML, to a file or to standard output."""
    path = place_to_write(config, find_configuration())
    feeds = sources_of(validated(read_text(path), path))
    text = write_opml(feeds, title="Volteface")
    if target is None:
        print(text, end="")
        return
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Misuse(f"{target}: cannot be written: {error}") from error
    print(f"{target}: {len(feeds)} feeds")


def _show(console: Console, seen: SeenFeed) -> None:
    console.print(Text(f"{seen.title or seen.url}\n{seen.url}, {seen.entries} entries", "bold"))
    for one in seen.newest:
        for line in _entry_lines(one):
            console.print(line)
    for other in seen.others:
        console.print(Text(f"The site also names {other}", style="dim"))


def _entry_lines(seen: SeenEntry) -> Iterable[Text]:
    entry, made = seen.entry, seen.made
    day = f"{entry.published:%-d %b %H:%M}" if entry.published else "no date"
    yield Text(f"{day:>13}  {entry.title}")
    if made is None:
        return
    if not isinstance(made, Read):
        detail = f": {made.detail}" if made.detail else ""
        yield Text(f"{'':15}{made.reason.replace('_', ' ')}{detail}", style="dim")
        return
    if not made.statements:
        yield Text(f"{'':15}read; nobody takes a position on what is watched", style="dim")
    for s in made.statements:
        yield Text(f"{'':15}{s.actor} {s.position} {s.claim}: “{s.evidence}”", style="green")
