"""`volteface new-claim`: a question of one's own, from a few answers. Thin.

Knows the terminal. Proposals are `watchers.proposing`, the trial `bot.keyword_scan`.
"""

import asyncio
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from bot.commands.progress import reading_bar
from bot.commands.trial import show_trial
from bot.config_edit import place_to_write, read_text, validated, with_table, write_text
from bot.keyword_scan import try_configuration
from bot.settings import Configuration, find_configuration
from bot.watching import watchlist_of
from watchers.articles.keeping import article_of
from watchers.errors import Misuse
from watchers.proposing import Proposal, propose
from watchers.store.database import Database
from watchers.store.pages import kept_pages
from watchers.store.schema import open_database

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new_claim(
    name: str | None,
    *,
    proposition: str | None,
    keywords: Sequence[str],
    exclude: Sequence[str],
    save: bool,
    config: Path | None,
    now: datetime,
) -> None:
    """Ask for what was not given, show what the claim would find, and write it down."""
    asks = sys.stdin.isatty()
    path = place_to_write(config, find_configuration())
    text = read_text(path)
    settings = validated(text, path)
    proposition = proposition or _ask(
        asks, "A sentence that one can be for or against", "--proposition"
    )
    name = name or _ask(asks, "A short name for it, as in sweden-in-nato", "NAME")
    if not _ID.fullmatch(name):
        raise Misuse(
            f"{name!r}: a name has lower-case letters, digits and hyphens, as in us-troops"
        )
    if name in {claim.id for claim in watchlist_of(settings).claims}:
        raise Misuse(f"{name} is watched already: `volteface keywords {name}` changes its keywords")
    console = Console()
    with closing(open_database(settings.store_url())) as database:
        if not keywords:
            proposals = propose(proposition, kept_articles(database))
            keywords = _choose(console, proposals, asks=asks)
        table = {"proposition": proposition, "keywords": list(keywords)}
        if exclude:
            table["exclude"] = list(exclude)
        made = with_table(text, ("claims", name), table)
        _show(console, validated(made, path), name, database, now=now)
    if save or (asks and typer.confirm(f"Write it into {path}?")):
        write_text(path, made)
        print(f"{path}: claims.{name} was added. `volteface run` reads back for it by itself.")
    else:
        print("Nothing was changed. The same with --save writes it into the configuration.")


def kept_articles(database: Database) -> Iterator[str]:
    """The texts of the kept articles; pages that were passed over are left out."""
    with database.read() as connection:
        for page in kept_pages(connection):
            article = article_of(page.kept)
            if article is not None:
                yield f"{article.title}\n{article.text}"


def _ask(asks: bool, question: str, option: str) -> str:
    if not asks:
        raise Misuse(f"{option} is missing, and there is no terminal to ask at")
    return str(typer.prompt(question)).strip()


def _choose(console: Console, proposals: Sequence[Proposal], *, asks: bool) -> list[str]:
    for number, one in enumerate(proposals, 1):
        used = f"  in {one.texts} kept texts" if one.texts else "  from your sentence"
        console.print(Text(f"{number:>3}  {one.phrase}{used}"))
        if one.example:
            console.print(Text(f"     “{one.example}”", style="dim"))
    if not asks:
        chosen = "; ".join(one.phrase for one in proposals)
        raise Misuse(f"--keyword is missing; proposals are: {chosen}")
    answer = typer.prompt(
        "Keywords: numbers of the above and phrases of your own, between commas",
        default=",".join(str(n) for n in range(1, len(proposals) + 1)),
    )
    return chosen_of(answer, proposals)


def chosen_of(answer: str, proposals: Sequence[Proposal]) -> list[str]:
    """The keywords that an answer names. Raises `Misuse` for a number that none has."""
    chosen: dict[str, None] = {}
    for part in filter(None, (one.strip() for one in answer.split(","))):
        if not part.isdigit():
            chosen[part] = None
        elif 1 <= int(part) <= len(proposals):
            chosen[proposals[int(part) - 1].phrase] = None
        else:
            raise Misuse(f"{part}: there are {len(proposals)} proposals")
    if not chosen:
        raise Misuse("a claim needs a keyword")
    return list(chosen)


def _show(
    console: Console, settings: Configuration, name: str, database: Database, *, now: datetime
) -> None:
    with reading_bar(hidden=False) as tick:
        trial = asyncio.run(
            try_configuration(settings, name, database=database, now=now, progress=tick)
        )
    show_trial(console, trial, settings, title=f"{name}, over the kept texts")
