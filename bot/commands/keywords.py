"""`volteface keywords`: what is watched, what it meets, and what other words would do. Thin.

Knows terminals. Counting and trying are in `bot.keywords.scan`, writing in `bot.configuration.edit`.
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands.progress import reading_bar
from bot.commands.trial import as_json as trial_as_json
from bot.commands.trial import show_trial
from bot.configuration.edit import place_to_write, read_text, validated, write_text
from bot.keywords.edit import Edit, check_claim, edited
from bot.keywords.report import Row
from bot.keywords.scan import count_keywords, try_configuration
from bot.settings import Configuration, find_configuration
from bot.watching import watchlist_of
from watchers.errors import Misuse
from watchers.store.schema import open_database


def keywords(
    claim: str | None,
    edit: Edit,
    *,
    config: Path | None,
    save: bool,
    as_lines: bool,
    now: datetime,
) -> None:
    """List, try or save."""
    path = place_to_write(config, find_configuration())
    settings = validated(read_text(path), path)
    if not edit:
        _list(settings, claim, as_lines=as_lines)
        return
    if claim is None:
        raise Misuse("say which claim's keywords to change, as in `volteface keywords us-troops`")
    text = edited(path, claim, edit)
    if save:
        write_text(path, text)
        print(f"{path}: {claim}: {edit}")
        print("Where `volteface run` is at work it takes this over by itself within seconds.")
        return
    _try(validated(text, path), claim, edit, as_lines=as_lines, now=now)


def _list(settings: Configuration, claim: str | None, *, as_lines: bool) -> None:
    watched = {one.id: one for one in watchlist_of(settings).claims}
    if claim is not None:
        check_claim(claim, watched)
    claims = frozenset([claim] if claim else watched)
    with (
        closing(open_database(settings.store_url())) as database,
        reading_bar(hidden=as_lines) as tick,
    ):
        rows, texts, oldest = asyncio.run(
            count_keywords(settings, claims, database=database, progress=tick)
        )
    if as_lines:
        for row in rows:
            print(json.dumps(_as_json(row), ensure_ascii=False))
        return
    console = Console()
    for one in dict.fromkeys(row.claim for row in rows):
        console.print(Text(f"\n{one}: {watched[one].proposition}", style="bold"))
        console.print(_table([row for row in rows if row.claim == one]))
        if watched[one].exclude:
            console.print(Text(f"never with: {', '.join(watched[one].exclude)}", style="dim"))
    since = f", the oldest of {oldest:%-d %B %Y}" if oldest else ""
    console.print(
        f"{texts:,} kept texts were looked through{since}. “read”: of those that meet the keyword, "
        "articles with a position on the claim.",
        style="dim",
    )


def _try(settings: Configuration, claim: str, edit: Edit, *, as_lines: bool, now: datetime) -> None:
    with (
        closing(open_database(settings.store_url())) as database,
        reading_bar(hidden=as_lines) as tick,
    ):
        trial = asyncio.run(
            try_configuration(
                settings,
                claim,
                database=database,
                now=now,
                progress=tick,
                phrases=edit.phrases,
            )
        )
    if as_lines:
        for line in trial_as_json(trial, settings):
            print(json.dumps(line, ensure_ascii=False))
        return
    show_trial(Console(), trial, settings, title=f"{claim}, tried with {edit}")
    print("Nothing was changed. The same with --save writes it into the configuration.")


def _table(rows: Sequence[Row]) -> Table:
    table = Table("keyword", "met by", "share", "read", "last met", "note", box=SIMPLE_HEAD)
    for column in table.columns[1:4]:
        column.justify, column.no_wrap = "right", True
    table.columns[4].no_wrap = True
    for row in rows:
        table.add_row(
            Text(row.keyword),
            f"{row.texts:,}",
            f"{row.share:.1%}" if row.texts else "",
            f"{row.speaking:,}" if row.texts else "",
            f"{row.last:%-d %b %Y}" if row.last else "",
            Text(_note(row)),
        )
    return table


def _note(row: Row) -> str:
    notes = [flaw.value for flaw in row.flaws]
    return ", ".join(notes) + (f" by “{row.shadow}”" if row.shadow else "")


def _as_json(row: Row) -> dict[str, object]:
    return {
        "claim": row.claim,
        "keyword": row.keyword,
        "texts": row.texts,
        "share": round(row.share, 4),
        "with_position": row.speaking,
        "last": row.last.isoformat(timespec="seconds") if row.last else None,
        "flaws": [flaw.value for flaw in row.flaws],
        "shadowed_by": row.shadow,
    }
