"""The `volteface` command: what can be typed. Parses and hands over; the work is in `bot.commands`.

Every heavy part is imported by the command that needs it, so that `--help` answers at once.
Exit codes: 0 it went well; 1 it was asked for rightly and went wrong; 2 it cannot be asked for so.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_feeds import feeds_app
from bot.cli_figures import figures
from bot.cli_model import calibrate, model_app, prompt
from bot.options import ConfigOption, Format, FormatOption, PhrasesOption
from watchers.errors import Misuse, VoltefaceError

if TYPE_CHECKING:
    from bot.telling import Names
    from watchers.store.database import Database

TROUBLE, MISUSE = 1, 2

app = typer.Typer(
    name="volteface",
    help="Tell a channel when a government changes its mind.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(feeds_app, name="feeds")
app.add_typer(model_app, name="model")
app.add_typer(figures)


def _show_version(wanted: bool) -> None:
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


@app.command()
def demo() -> None:
    """Show a week of news in a minute: local feeds, the real pipeline, this terminal."""
    from bot.commands.demo import demo as play

    play()


@app.command()
def run(
    config: ConfigOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="Poll what is due, send what is to be sent, and end.")
    ] = False,
) -> None:
    """Watch the feeds; alerts go to Discord where a token is set, else to this terminal."""
    from bot.commands.run import run as start
    from bot.settings import find_configuration, load_configuration

    path = config or find_configuration()
    _end(start(load_configuration(path), path=path, once=once))


@app.command()
def read(
    article: Annotated[
        str, typer.Argument(help='A file (text, JSON or JSON Lines), an address, or "-".')
    ] = "-",
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Show what the reader sees in an article, span by span."""
    from bot.commands.read import read as show

    show(article, as_lines=form is Format.JSON, config=config, now=datetime.now(UTC))


def _day(given: str) -> date:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given} is no day as in 2025-08-19") from None
    if day > datetime.now(UTC).date():
        raise typer.BadParameter(f"{given} has not come yet")
    return day


AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_day, metavar="DAY", help="By what had been said until that day."
    ),
]
KnownOption = Annotated[
    date | None,
    typer.Option(
        "--known", parser=_day, metavar="DAY", help="By what had been read until that day."
    ),
]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CLAIM] [ACTOR]", help="By id, name or alias, in either order."),
]


@app.command()
def stance(
    named: NamesArgument = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Say where they stand, since when, in whose words, and when that was last heard."""
    from bot.commands.stance import stance as answer

    with _ledger(config) as (database, names):
        answer(
            database,
            named or [],
            names,
            as_of=as_of,
            known=known,
            as_lines=form is Format.JSON,
            today=datetime.now(UTC).date(),
        )


@app.command()
def history(
    named: NamesArgument = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE.png", help="Draw it into a picture instead.")
    ] = None,
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Say how an actor got where it stands on a claim."""
    from bot.commands.history import history as answer

    with _ledger(config) as (database, names):
        answer(
            database,
            named or [],
            names,
            as_of=as_of,
            known=known,
            chart=chart,
            as_lines=form is Format.JSON,
            today=datetime.now(UTC).date(),
        )


@app.command()
def rebuild(form: FormatOption = Format.TABLE, config: ConfigOption = None) -> None:
    """Derive the ledger again from all that was ever learned, and say whether it is the same."""
    from bot.commands.rebuild import rebuild as derive
    from bot.settings import load_configuration
    from watchers.store.schema import open_database

    settings = load_configuration(config)
    with closing(open_database(settings.store_url())) as database:
        _end(derive(database, settings.ledger, now=datetime.now(UTC), as_lines=form is Format.JSON))


@contextmanager
def _ledger(config: Path | None) -> "Iterator[tuple[Database, Names]]":
    """The store to ask, and the names by which one asks."""
    from bot.app import names_of
    from bot.settings import load_configuration
    from bot.stored import open_ledger
    from bot.watching import watchlist_of

    settings = load_configuration(config)
    watchlist = watchlist_of(settings)
    with open_ledger(settings, watchlist) as database:
        yield database, names_of(watchlist)


@app.command()
def replay(
    files: Annotated[
        list[Path], typer.Argument(help="Articles as JSON Lines, in order of arrival.")
    ],
    form: FormatOption = Format.TABLE,
    labelled: Annotated[
        bool, typer.Option("--labelled", help="Take the articles' own statements for read.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(help="Holdings before the first article, taken for heard.")
    ] = None,
    inherited: Annotated[
        Path | None, typer.Option(help="Holdings as the shipped baseline has them, which age.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Play articles from an archive through the ledger, in a store of its own."""
    from bot.commands.replay import run as play
    from bot.settings import load_configuration

    play(
        files,
        settings=load_configuration(config),
        labelled=labelled,
        baseline=baseline,
        inherited=inherited,
        as_lines=form is Format.JSON,
    )


@app.command()
def evaluate(
    labelled: Annotated[list[Path], typer.Argument(help="Labelled articles as JSON Lines.")],
    claims: Annotated[bool, typer.Option("--claims", help="A line for each claim too.")] = False,
    prior: Annotated[
        list[Path] | None,
        typer.Option(
            help="Labelled articles that tell an actor's usual direction from a surprise."
        ),
    ] = None,
    readers: Annotated[
        str, typer.Option(help='"rules", or "rules,model" to compare them side by side.')
    ] = "rules",
    config: ConfigOption = None,
) -> None:
    """Score the reader against labelled articles."""
    if readers == "rules,model":
        from bot.commands.compare import compare
        from bot.settings import load_configuration

        settings = load_configuration(config)
        compare(labelled, settings=settings, prior=prior or (), by_claim=claims)
        return
    if readers != "rules":
        raise Misuse(f'--readers: {readers!r} is neither "rules" nor "rules,model"')
    from bot.commands.evaluate import evaluate as score
    from bot.commands.evaluate import lines

    for line in lines(score(labelled, config=config, prior=prior or ()), by_claim=claims):
        print(line)


@app.command()
def why(
    url: Annotated[str, typer.Argument(help="The article's address.")],
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Say what each stage made of an article, down to the sentence and the rule."""
    from bot.commands.why import why as explain
    from bot.settings import load_configuration
    from bot.watching import compile_reader, watchlist_of
    from watchers.store.schema import open_database

    settings = load_configuration(config)
    with closing(open_database(settings.store_url())) as database:
        reader = compile_reader(watchlist_of(settings))
        explain(database, url, reader=reader, as_lines=form is Format.JSON)


@app.command()
def keywords(
    claim: Annotated[str | None, typer.Argument(help="A claim; all of them if left out.")] = None,
    add: Annotated[PhrasesOption, typer.Option(help="A keyword more; may be repeated.")] = None,
    remove: Annotated[PhrasesOption, typer.Option(help="A keyword less.")] = None,
    exclude: Annotated[
        PhrasesOption, typer.Option(help="A phrase that means another matter.")
    ] = None,
    tried: Annotated[
        bool, typer.Option("--try", help="Show what would come and go; this is the default.")
    ] = False,
    save: Annotated[bool, typer.Option("--save", help="Write it into the configuration.")] = False,
    form: FormatOption = Format.TABLE,
    config: ConfigOption = None,
) -> None:
    """Show what is watched and what it meets; try other keywords on the kept texts, or save them."""
    from bot.commands.keywords import keywords as show
    from bot.keywords.edit import Edit

    if tried and save:
        raise Misuse("--try changes nothing and --save does: ask for one of them")
    show(
        claim,
        Edit(add=tuple(add or ()), remove=tuple(remove or ()), exclude=tuple(exclude or ())),
        config=config,
        save=save,
        as_lines=form is Format.JSON,
        now=datetime.now(UTC),
    )


@app.command("new-claim")
def new_claim(
    name: Annotated[str | None, typer.Argument(help="As in sweden-in-nato.")] = None,
    proposition: Annotated[
        str | None, typer.Option(help="A sentence that one can be for or against.")
    ] = None,
    keyword: Annotated[
        PhrasesOption, typer.Option(help="A phrase that speaks of it; may be repeated.")
    ] = None,
    exclude: Annotated[
        PhrasesOption, typer.Option(help="A phrase that means another matter.")
    ] = None,
    save: Annotated[bool, typer.Option("--save", help="Write it without asking.")] = False,
    config: ConfigOption = None,
) -> None:
    """Watch a question of your own: asks for what is not given, and proposes keywords."""
    from bot.commands.new_claim import new_claim as make

    make(
        name,
        proposition=proposition,
        keywords=keyword or (),
        exclude=exclude or (),
        save=save,
        config=config,
        now=datetime.now(UTC),
    )


@app.command()
def check(
    config: ConfigOption = None,
    post: Annotated[bool, typer.Option("--post", help="Post a sample into the channel.")] = False,
) -> None:
    """Try configuration, seeds, store, feeds and channel before it runs; name each fault's cure."""
    from bot.commands.check import check as look

    _end(look(config, post=post))


@app.command()
def outbox(
    form: FormatOption = Format.TABLE,
    newest: Annotated[int, typer.Option(min=1, help="How many messages.")] = 50,
    config: ConfigOption = None,
) -> None:
    """Show what was told where, what is still to be told, and why it was not."""
    from bot.commands.outbox import show_outbox
    from bot.settings import load_configuration
    from watchers.store.schema import open_database

    with closing(open_database(load_configuration(config).store_url())) as database:
        show_outbox(database, as_lines=form is Format.JSON, limit=newest)


@app.command()
def export(
    wrong: Annotated[
        bool,
        typer.Option("--wrong", help="What editors agreed was misread, to correct the labels."),
    ] = False,
    config: ConfigOption = None,
) -> None:
    """Print stored articles with what was read in them, as JSON Lines for a corpus."""
    from bot.commands.export import export_wrong
    from bot.settings import load_configuration
    from watchers.store.schema import open_database

    if not wrong:
        raise Misuse("say what to export: --wrong")
    with closing(open_database(load_configuration(config).store_url())) as database:
        export_wrong(database)


@app.command()
def preview(
    out: Annotated[Path, typer.Option(help="Where to write the page.")] = Path("preview.html"),
) -> None:
    """Write a page with a sample of every card, in Discord's proportions."""
    from bot.commands.preview import preview as write

    print(write(out))


app.command()(prompt)
app.command()(calibrate)


def _end(went_well: bool) -> None:
    if not went_well:
        raise typer.Exit(TROUBLE)


def main() -> None:
    """Run the command; what a person can put right is one clear line, never a traceback."""
    sys.stdout = sys.stdout or os.fdopen(_nowhere(), "w")  # as in `>&-`
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where what goes wrong can still be said
    except VoltefaceError as error:
        print(f"volteface: {error}", file=sys.stderr)
        sys.exit(MISUSE if isinstance(error, Misuse) else TROUBLE)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _write_no_more()  # whoever read our output has what he wanted
    except SystemExit as error:
        if not isinstance(error.__context__, BrokenPipeError):
            raise
        _write_no_more()  # as typer and rich end then
    except OSError as error:  # a full disk
        what = f"{error.filename}: " if error.filename else ""
        print(f"volteface: {what}{error.strerror or error}", file=sys.stderr)
        _write_no_more()
        sys.exit(TROUBLE)


def _write_no_more() -> None:
    """What is left in the buffer would fail again when Python ends."""
    os.dup2(_nowhere(), sys.stdout.fileno())


def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
