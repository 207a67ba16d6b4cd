"""Compile a reader from a configuration file. What `read`, `evaluate` and `benchmark` share."""

from pathlib import Path

from bot.settings import load_configuration
from bot.watching import compile_reader, watchlist_of
from watchers.reading.reader import Reader

__all__ = ["compile_reader", "reader_for"]


def reader_for(config: Path | None) -> Reader:
    """The reader that a configuration file asks for; without one, the shipped one."""
    return compile_reader(watchlist_of(load_configuration(config)))
