"""The commands that measure: the reader's speed and quality, what alerts are worth. Thin."""

from pathlib import Path
from typing import Annotated

import typer

from bot.options import ConfigOption, Format, FormatOption

figures = typer.Typer(rich_markup_mode=None)
LabelledArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="LABELLED…", help="Labelled articles as JSON Lines, or folders of them."
    ),
]


@figures.command()
def simulate(
    worlds: Annotated[int, typer.Option(min=1, help="Random worlds for each setting.")] = 20,
    articles: Annotated[int, typer.Option(min=100, help="Articles in each world.")] = 2000,
    errors: Annotated[
        Path | None, typer.Option(help="The reader's errors by kind, as --measure prints them.")
    ] = None,
    measure: Annotated[
        list[Path] | None,
        typer.Option(
            help="Count the reader's errors over labelled articles instead, and print them."
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Play planted changes and misreadings through the ledger, and say what its alerts are worth."""
    from bot.commands import simulate as worth
    from bot.settings import load_configuration
    from bot.watching import watchlist_of

    if measure:
        worth.measure(measure, watchlist_of(load_configuration(config)))
    else:
        worth.run(worlds=worlds, articles=articles, errors=errors, as_lines=form is Format.JSON)


@figures.command()
def benchmark(
    articles: Annotated[
        list[Path] | None, typer.Argument(help="Articles as JSON Lines; without any, our own.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Measure how fast the reader is on this machine."""
    from bot.commands.benchmark import show
    from bot.settings import load_configuration
    from bot.watching import compile_reader, watchlist_of

    show(compile_reader(watchlist_of(load_configuration(config))), articles or [])


@figures.command()
def train(
    labelled: LabelledArgument,
    aside: Annotated[
        list[Path] | None,
        typer.Option(
            help="Labelled articles to judge and calibrate on, not to fit; of a folder, those named -kept."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write it; else over the shipped one.")
    ] = None,
) -> None:
    """Fit the reader's weights and its confidence from labelled articles, and report on each set."""
    from bot.commands.train import train as fit
    from watchers.weights import MODEL_FILE

    fit(labelled, aside or [], out or MODEL_FILE)
