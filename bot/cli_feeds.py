"""`volteface feeds` and what stands behind it: the list of feeds in the configuration. Thin."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.options import ConfigOption, Format, FormatOption

feeds_app = typer.Typer(rich_markup_mode=None)
UrlArgument = Annotated[
    str, typer.Argument(help="The feed's address, as `volteface feeds` has it.")
]


@feeds_app.callback(invoke_without_command=True)
def feeds(
    context: typer.Context, form: FormatOption = Format.TABLE, config: ConfigOption = None
) -> None:
    """Show how each feed fares, and why it is quiet; or change the list of feeds."""
    if context.invoked_subcommand is not None:
        return
    from bot.commands.feeds import feeds as show
    from bot.settings import load_configuration
    from bot.watching import sources_of
    from watchers.store.schema import open_database

    settings = load_configuration(config)
    paused = frozenset(feed.url for feed in settings.feeds if feed.paused)
    with closing(open_database(settings.store_url())) as database:
        show(
            database,
            sources_of(settings),
            paused=paused,
            as_lines=form is Format.JSON,
            now=datetime.now(UTC),
        )


@feeds_app.command()
def add(
    url: Annotated[str, typer.Argument(help="A feed's address, or a site's that names its feed.")],
    outlet: Annotated[str | None, typer.Option(help="What alerts should call it.")] = None,
    owner: Annotated[str | None, typer.Option(help="The house behind the outlet.")] = None,
    every: Annotated[str | None, typer.Option(help='How often to begin with, as in "15m".')] = None,
    look: Annotated[bool, typer.Option("--look", help="Show it and write nothing.")] = False,
    config: ConfigOption = None,
) -> None:
    """Find a site's feed, show its last entries with what the reader sees in them, and watch it."""
    from bot.commands.feed_list import add_feed

    more = {"outlet": outlet, "owner": owner, "every": every}
    add_feed(url, more=more, look_only=look, config=config)


@feeds_app.command()
def remove(url: UrlArgument, config: ConfigOption = None) -> None:
    """Watch a feed no longer."""
    from bot.commands.feed_list import remove_feed

    remove_feed(url, config=config)


@feeds_app.command()
def pause(url: UrlArgument, config: ConfigOption = None) -> None:
    """Leave a feed in the list and do not poll it."""
    from bot.commands.feed_list import pause_feed

    pause_feed(url, paused=True, config=config)


@feeds_app.command()
def resume(url: UrlArgument, config: ConfigOption = None) -> None:
    """Poll a paused feed again."""
    from bot.commands.feed_list import pause_feed

    pause_feed(url, paused=False, config=config)


@feeds_app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="A list of feeds as OPML.")],
    config: ConfigOption = None,
) -> None:
    """Add the feeds of an OPML list that are not watched yet."""
    from bot.commands.feed_list import import_feeds

    import_feeds(file, config=config)


@feeds_app.command("export")
def export_list(
    file: Annotated[Path | None, typer.Argument(help="Where to; else it is printed.")] = None,
    config: ConfigOption = None,
) -> None:
    """Write the feeds as an OPML list."""
    from bot.commands.feed_list import export_feeds

    export_feeds(file, config=config)
