"""The `volteface` command: what can be typed. Parses and hands over; the work is in `bot.commands`.

Every heavy part is imported by the command that needs it, so that `--help` answers at once.
Exit codes: 0 it went well; 1 it was asked for rightly and went wrong; 2 it cannot be asked for so.
"""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from watchers.errors import Misuse, VoltefaceError

TROUBLE, MISUSE = 1, 2

app = typer.Typer(
    name="volteface",
    help="Tell a channel when a government changes its mind.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Configuration; else config.toml in this folder or in your configuration folder.",
    ),
]


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        print(version("volteface"))
        raise typer.Exit


@app.callback()
def _volteface(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; what a person can put right is one clear line, never a traceback."""
    try:
        app()
    except VoltefaceError as error:
        print(f"volteface: {error}", file=sys.stderr)
        sys.exit(MISUSE if isinstance(error, Misuse) else TROUBLE)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
