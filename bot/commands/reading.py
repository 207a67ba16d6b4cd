"""Compile a reader from a configuration. What `read`, `evaluate` and `benchmark` share."""

from pathlib import Path

from watchers.reading.reader import Reader
from watchers.watchlist import (
    KeywordChange,
    OwnActor,
    OwnClaim,
    Watchlist,
    build_watchlist,
)


def compile_reader(watchlist: Watchlist) -> Reader:
    """A reader for what is watched."""
    return Reader(
        actors=watchlist.actors,
        world=watchlist.world,
        claims=watchlist.claims,
        families=watchlist.families,
        soldiers=watchlist.soldiers,
        cues=watchlist.cues,
    )


def reader_for(config: Path | None) -> Reader:
    """The reader that a configuration file asks for; without one, the shipped one."""
    from bot.settings import load_configuration

    settings = load_configuration(config)
    return compile_reader(
        build_watchlist(
            seeds=settings.watch.seeds,
            claims={
                name: OwnClaim(proposition=c.proposition, keywords=c.keywords, exclude=c.exclude)
                for name, c in settings.claims.items()
            },
            actors={
                name: OwnActor(name=a.name, aliases=a.aliases, leaders=a.leaders)
                for name, a in settings.actors.items()
            },
            keywords={
                name: KeywordChange(add=k.add, remove=k.remove, exclude=k.exclude)
                for name, k in settings.watch.keywords.items()
            },
        )
    )
