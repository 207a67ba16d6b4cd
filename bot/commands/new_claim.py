"""`volteface new-claim`: a question of one's own, from a few answers. Thin.

Knows the terminal. Proposals are `watchers.proposing`, the trial `bot.keywords.scan`.
"""

import asyncio
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import typer
from rich.console import Console
from rich.text import Text

from bot.commands.progress import reading_bar
from bot.commands.trial import show_trial
from bot.configuration.edit import place_to_write, read_text, validated, with_table, write_text
from bot.keywords.scan import try_configuration
from bot.settings import Configuration, find_configuration
from bot.watching import watchlist_of
from watchers.articles.keeping import article_of
from watchers.errors import Misuse
from watchers.proposing import Proposal, content_words, propose
from watchers.reading.text.document import fold
from watchers.store.database import Database
from watchers.store.pages import kept_pages
from watchers.store.schema import open_database

T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Words of a proposition that make a name for it.
_NAME_WORDS = 3
_YES, _OTHER, _NO = "y", "k", "n"


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
    taken = {claim.id for claim in watchlist_of(settings).claims}
    if asks and not (proposition and name and keywords):
        print("A question of your own. Ctrl-C ends it and changes nothing.")
    proposition = proposition or _ask(
        asks, "A sentence that one can be for or against", "--proposition", _sentence
    )
    name = (
        _free_name(name, taken)
        if name
        else _ask(
            asks,
            "A short name for it",
            "NAME",
            lambda given: _free_name(given, taken),
            default=name_for(proposition, taken),
        )
    )
    console = Console()
    with closing(open_database(settings.store_url())) as database:
        while True:
            chosen = keywords or _choose(console, proposition, database, asks=asks)
            table = {"proposition": proposition, "keywords": list(chosen)}
            if exclude:
                table["exclude"] = list(exclude)
            made = with_table(text, ("claims", name), table)
            if save:  # before anything is shown, which may have nobody who reads it
                write_text(path, made)
            _show(console, validated(made, path), name, database, now=now)
            answer = _YES if save else _what_now(path) if asks else _NO
            if answer != _OTHER:
                break
            keywords = ()
    if answer == _YES:
        if not save:
            write_text(path, made)
        print(f"{path}: claims.{name} was added. `volteface run` reads back for it by itself.")
    else:
        print("Nothing was changed. The same with --save writes it into the configuration.")


def _sentence(given: str) -> str:
    if not any(letter.isalnum() for letter in given):
        raise Misuse("a sentence has words")
    return given


def _free_name(given: str, taken: Collection[str]) -> str:
    if not _ID.fullmatch(given):
        raise Misuse(
            f"{given!r}: a name has lower-case letters, digits and hyphens, as in us-troops"
        )
    if given in taken:
        raise Misuse(
            f"{given} is watched already: `volteface keywords {given}` changes its keywords"
        )
    return given


def name_for(proposition: str, taken: Collection[str]) -> str:
    """A name made of the sentence's first words that say something: "sweden-member-nato"."""
    words = re.findall(r"[a-z0-9]+", " ".join(content_words(fold(proposition))))
    name = "-".join(words[:_NAME_WORDS]) or "my-claim"
    return next(one for n in count(1) if (one := name if n == 1 else f"{name}-{n}") not in taken)


def kept_articles(database: Database) -> Iterator[str]:
    """The texts of the kept articles; pages that were passed over are left out."""
    with database.read() as connection:
        for page in kept_pages(connection):
            article = article_of(page.kept)
            if article is not None:
                yield f"{article.title}\n{article.text}"


def _ask(
    asks: bool, question: str, option: str, check: Callable[[str], str], default: str | None = None
) -> str:
    """An answer that `check` accepts: it raises `Misuse`, and the question is put again."""
    if not asks:
        raise Misuse(f"{option} is missing, and there is no terminal to ask at")
    return _prompt(question, check, default)


def _prompt(question: str, check: Callable[[str], T], default: str | None = None) -> T:
    def checked(given: str) -> T:
        try:
            return check(given.strip())
        except Misuse as error:
            raise typer.BadParameter(str(error)) from error

    answer: T = typer.prompt(question, value_proc=checked, default=default)
    return answer


def _choose(console: Console, proposition: str, database: Database, *, asks: bool) -> list[str]:
    with console.status("looking for phrases in the kept texts"):
        proposals = propose(proposition, kept_articles(database))
    for number, one in enumerate(proposals, 1):
        used = f"  in {one.texts} kept texts" if one.texts else "  from your sentence"
        console.print(Text(f"{number:>3}  {one.phrase}{used}"))
        if one.example:
            console.print(Text(f"     “{one.example}”", style="dim"))
    if not asks:
        phrases = "; ".join(one.phrase for one in proposals)
        raise Misuse(f"--keyword is missing; proposals are: {phrases}")
    return _prompt(
        "Keywords: numbers of these, phrases of your own, with commas between",
        lambda answer: chosen_of(answer, proposals),
        default=",".join(str(n) for n in range(1, len(proposals) + 1)),
    )


def _what_now(path: Path) -> str:
    return _prompt(
        f"Write it into {path}? {_YES}: yes, {_OTHER}: other keywords first, {_NO}: no",
        _one_of,
        default=_NO,
    )


def _one_of(given: str) -> str:
    first = given[:1].lower()
    if first not in (_YES, _OTHER, _NO):
        raise Misuse(f"{given!r}: one of {_YES}, {_OTHER} and {_NO}")
    return first


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
            try_configuration(
                settings,
                name,
                database=database,
                now=now,
                progress=tick,
                phrases=settings.claims[name].keywords,
            )
        )
    show_trial(console, trial, settings, title=f"{name}, over the kept texts")
    if trial.texts and not trial.articles:
        console.print(Text("None of them says where anybody stands on it, by these keywords."))
