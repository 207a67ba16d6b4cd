"""A bar on standard error while kept texts are read. Knows terminals."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from watchers.trying import Progress as Tick


@contextmanager
def reading_bar(*, hidden: bool) -> Iterator[Tick]:
    """Called with how many texts are done and how many there are."""
    columns = (
        TextColumn("reading kept texts"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
