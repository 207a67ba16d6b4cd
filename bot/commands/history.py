"""`volteface history`: how an actor got where it stands on a claim, statement by statement."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.asked import find_asked
from bot.telling import Names
from watchers.errors import Misuse, Trouble
from watchers.ledger.records import Reason

if TYPE_CHECKING:
    from watchers.store.database import Database
    from watchers.store.ledger_history import History


def history(
    database: "Database",
    typed: Sequence[str],
    names: Names,
    *,
    as_of: date | None,
    known: date | None,
    chart: Path | None,
    as_lines: bool,
    today: date,
) -> None:
    """Print moves, changes as they were told, and statements by day; or draw them."""
    from watchers.store.ledger_history import history_of

    asked = find_asked(typed, names)
    if asked.actor is None or asked.claim is None:
        raise Misuse("history takes an actor and a claim, in either order")
    with database.read() as connection:
        found = history_of(connection, (asked.actor, asked.claim), as_of=as_of, known=known)
    if chart is not None:
        picture = draw_history(found, _title(asked.actor, asked.claim, names), until=as_of or today)
        try:
            chart.write_bytes(picture)
        except OSError as error:
            raise Trouble(f"{chart}: cannot be written: {error}") from error
        print(f"Drawn into {chart}.")
        return
    lines = as_json(found)
    if as_lines:
        for one in lines:
            print(json.dumps(one, ensure_ascii=False))
    elif lines:
        print(_title(asked.actor, asked.claim, names))
        _print_lines(lines)
    else:
        print("Nothing is known of that yet.")


def draw_history(found: "History", title: str, *, until: date) -> bytes:
    from bot.answering.chart import Mark, Stretch, draw

    return draw(
        title,
        [Stretch(since=one.since, position=one.position) for one in found.stretches],
        [
            Mark(day=one.day, position=one.position, via=one.via)
            for one in found.said
            if not one.fallen and one.reason != Reason.PAST
        ],
        until=until,
    )


def as_json(found: "History") -> list[dict[str, Any]]:
    """Lines of `--format json`, by day: what was held, said and told; their keys stay."""
    lines: list[dict[str, Any]] = [
        {
            "what": "position",
            "day": one.since.isoformat(),
            "position": one.position.value,
            "kind": one.kind,
        }
        for one in found.stretches
    ]
    lines += [
        {
            "what": "statement",
            "day": one.day.isoformat(),
            "learned": one.learned_at.isoformat(),
            "position": one.position.value,
            "speaker": one.speaker,
            "via": one.via.value,
            "reason": "fallen" if one.fallen else one.reason,
            "evidence": one.evidence,
            "outlet": one.outlet,
            "url": one.url,
        }
        for one in found.said
    ]
    lines += [
        {
            "what": "change",
            "day": one.since.isoformat(),
            "learned": one.at.isoformat(),
            "id": one.change,
            "state": one.state,
            "from": one.origin.value,
            "to": one.to.value,
            "reason": one.reason,
        }
        for one in found.told
    ]
    order = {"statement": 0, "position": 1, "change": 2}
    return sorted(lines, key=lambda one: (one["day"], order[one["what"]], one.get("learned", "")))


def _print_lines(lines: Sequence[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for one in lines:
        learned = f"  (learned {one['learned'][:10]})" if "learned" in one else ""
        match one["what"]:
            case "position":
                kind = one["kind"] or "first position"
                said = Text(f"{one['day']}  ► {one['position']} ({kind})", style="bold cyan")
            case "statement":
                quiet = f"  [{one['reason']}]" if one["reason"] else ""
                who = f"{one['speaker']}, {one['outlet'] or 'baseline'}"
                said = Text(
                    f"{one['day']}    {one['position']}, {one['via']}: {who}{learned}{quiet}"
                )
            case _:
                why = f": {one['reason']}" if one["reason"] else ""
                said = Text(
                    f"{one['day']}  ● {one['state']}: {one['from']} → {one['to']}{learned}{why}",
                    style="bold",
                )
        console.print(said)
        if one["what"] == "statement":
            console.print(Text(f"              {one['evidence']}", style="dim"))


def _title(actor: str, claim: str, names: Names) -> str:
    return f"{names.actors.name(actor)}: {names.claims.name(claim)}"
