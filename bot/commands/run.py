"""`volteface run`: watch, or poll once. Says what a run came to; the work is wired in `bot.app`."""

import asyncio
from pathlib import Path

from rich.console import Console

from bot.settings import Configuration
from watchers.errors import Misuse, Trouble
from watchers.pipeline import Tally


def run(settings: Configuration, *, path: Path | None, once: bool) -> bool:
    """Whether all went well; False where no feed could be polled or something was left unsent."""
    if path is None or not settings.feeds:
        raise Misuse(
            "there is no [[feeds]] in the configuration: copy config.example.toml to config.toml"
        )
    from bot.app import run as watch
    from bot.app import run_once
    from bot.logs import start_logging

    start_logging(settings.log.level, settings.log.format)
    console = Console()
    try:
        if not once:
            asyncio.run(watch(settings, console, path=path))
            return True
        tally, left = asyncio.run(run_once(settings, console))
    except SystemExit as error:  # as rich ends where nobody reads any more
        raise Trouble(
            "the output was closed; what was not shown is told at the next start"
        ) from error
    _say(tally, left, console)
    return not left and (tally.polled == 0 or len(tally.failed) < tally.polled)


def _say(tally: Tally, left: int, console: Console) -> None:
    for outcome in tally.failed:
        assert outcome.trouble is not None
        what = outcome.trouble.problem.value.replace("_", " ")
        console.print(f"{outcome.url}: {what}: {outcome.trouble.detail}", style="red", markup=False)
    console.print(
        f"{tally.polled} feeds polled, {len(tally.failed)} without success; {tally.entries} new "
        f"entries, {tally.articles} articles read, {tally.statements} statements, "
        f"{tally.changes} changes."
    )
    if left:
        console.print(f"{left} messages are still to be sent: `volteface outbox` says why.")
