"""The commands about the second reader, a language model. Thin."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.options import ConfigOption, Format, FormatOption

model_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
FilesArgument = Annotated[list[Path], typer.Argument(help="Articles as JSON Lines.")]


class Measured(StrEnum):
    """Whose numbers are measured."""

    MODEL = "model"


@model_app.callback()
def _model() -> None:
    """Have a language model's answers given elsewhere: batch files out, answers in."""


@model_app.command()
def export(files: FilesArgument, config: ConfigOption = None) -> None:
    """Print the requests for articles as a batch file, a JSON object a line."""
    from bot.commands.model import export_requests
    from bot.settings import load_configuration

    export_requests(files, settings=load_configuration(config))


@model_app.command("import")
def import_(
    answers: Annotated[list[Path], typer.Argument(help="A provider's answers as JSON Lines.")],
    config: ConfigOption = None,
) -> None:
    """Keep the answers of a batch, for evaluate, replay and run to use."""
    from bot.commands.model import import_answers
    from bot.settings import load_configuration

    import_answers(answers, settings=load_configuration(config))


def prompt(
    article: Annotated[
        str, typer.Argument(help='A file (text, JSON or JSON Lines), or "-".')
    ] = "-",
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Print exactly what a language model would be sent about an article; send nothing."""
    from bot.commands.prompt import prompt as show
    from bot.settings import load_configuration

    settings = load_configuration(config)
    show(article, settings=settings, as_lines=form is Format.JSON, now=datetime.now(UTC))


def calibrate(
    labelled: Annotated[list[Path], typer.Argument(help="Labelled articles as JSON Lines.")],
    reader: Annotated[Measured, typer.Option("--reader", help="Whose.")] = Measured.MODEL,
    config: ConfigOption = None,
) -> None:
    """Measure on labelled articles how far a reader is to be trusted, and keep it."""
    from bot.commands.compare import calibrate as measure
    from bot.settings import load_configuration

    assert reader is Measured.MODEL
    measure(labelled, settings=load_configuration(config))
