"""`volteface stance`: where they stand, since when, in whose words, and how fresh that is."""

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.commands.asked import find_asked
from bot.telling import Names
from bot.views import HoldingView

if TYPE_CHECKING:
    from watchers.store.database import Database


def stance(
    database: "Database",
    typed: Sequence[str],
    names: Names,
    *,
    as_of: date | None,
    known: date | None,
    as_lines: bool,
    today: date,
) -> None:
    """Print the holdings of an actor, on a claim, of both, or all; `known` is what was known then."""
    from bot.answering.store_answers import find_stances

    asked = find_asked(typed, names)
    with database.read() as connection:
        found = find_stances(
            connection, names, actor=asked.actor, claim=asked.claim, as_of=as_of, known=known
        )
    if as_lines:
        for one in found:
            print(json.dumps(as_json(one), ensure_ascii=False))
    elif found:
        _print_lines(found, as_of or today)
    else:
        print("Nothing is known of that yet.")


def as_json(one: HoldingView) -> dict[str, Any]:
    """One line of `--format json`; other programs read it, so its keys stay."""
    best = one.evidence[0] if one.evidence else None
    return {
        "actor": one.actor_id,
        "claim": one.claim_id,
        "position": one.position.value,
        "since": one.since.isoformat(),
        "last_heard": one.last_heard.isoformat(),
        "inherited": one.inherited,
        "contested": one.contested,
        "possible": one.pending.after.value if one.pending else None,
        "speaker": best.speaker if best else None,
        "evidence": best.quotation if best else None,
        "outlet": best.outlet if best else None,
        "url": best.url if best else None,
    }


def _print_lines(found: Sequence[HoldingView], today: date) -> None:
    """Two lines a holding: where it stands and how fresh that is; in whose words."""
    from rich.console import Console
    from rich.text import Text

    from bot.cards import age

    console = Console()
    for one in found:
        marks = ", contested" if one.contested else ""
        marks += f", possibly {one.pending.after.value}" if one.pending else ""
        source = "known from the baseline" if one.inherited else "last heard"
        console.print(
            Text.assemble(
                (f"{one.actor} · {one.claim_id}: ", "bold"),
                (one.position.value, "bold cyan"),
                f" since {one.since}{marks}; "
                f"{source} {one.last_heard} ({age(one.last_heard, today)})",
            )
        )
        for best in one.evidence[:1]:
            console.print(Text(f"    {best.speaker}, {best.outlet}: {best.quotation}", style="dim"))
