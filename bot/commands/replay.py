"""`volteface replay`: articles from an archive through the ledger, in a store of its own.

The clock is the latest `published` so far. Prints a line each time a change's state moves.
"""

import gc
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bot.commands.reading_ahead import ReadArticle, Reading, Taken, read_ahead
from bot.settings import Configuration
from bot.watching import baseline_of, compile_reader, watchlist_of
from watchers.actors import Actors
from watchers.article_files import LabelledArticle, statements_of
from watchers.holding_files import load_givens, with_actor
from watchers.ledger.filing import ChangeLine, Given
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.speakers import Speakers
from watchers.model import Statement
from watchers.watchlist import Watchlist

#: Articles written in one transaction.
BATCH = 2000
#: Below so many articles no progress is shown.
PROGRESS_FROM = 200

#: New objects between two looks for garbage.
COLLECT_EVERY = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What a replay came to."""

    articles: int
    statements: int
    #: Statements by why they moved nothing.
    quiet: Counter[str]


def replay(
    files: Sequence[Path],
    *,
    actors: Actors,
    givens: Sequence[Given],
    reading: Reading,
    tell: Callable[[ChangeLine, str], None],
    policy: Policy = DEFAULT,
) -> Replayed:
    """Play the articles in order; `tell` gets each line and the id of the article that moved it."""
    from watchers.store import tables
    from watchers.store.database import Database

    with TemporaryDirectory(prefix="volteface-replay-") as folder:
        database = Database(f"sqlite:///{folder}/replay.db", kept=False)
        try:
            with database.write() as connection:
                tables.metadata.create_all(connection)
            with _rare_collections():
                return _play(database, files, actors, givens, reading, tell, policy)
        finally:
            database.close()


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for garbage rarely: records hold no cycles, and looking takes a quarter of the time."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_EVERY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def labels_of(actors: Actors) -> ReadArticle:
    """Takes the articles' own labels for read."""
    known = actors

    def read(labelled: LabelledArticle) -> Sequence[Statement]:
        nonlocal known
        for label in labelled.labels:
            known = with_actor(known, label.actor)
        return statements_of(labelled, known)

    return read


def line_of(line: ChangeLine, article: str) -> dict[str, object]:
    """A change's line as other programs read it."""
    told = line.told
    return {
        "id": line.id,
        "actor": line.actor,
        "claim": line.claim,
        "from": told.origin.value,
        "to": told.to.value,
        "kind": told.kind.value,
        "state": told.state.value,
        "since": told.since.isoformat(),
        "article": article,
        "witnesses": list(told.witnesses),
    }


def print_json(line: ChangeLine, article: str, *, out: TextIO = sys.stdout) -> None:
    print(json.dumps(line_of(line, article), ensure_ascii=False), file=out)


def print_plain(line: ChangeLine, article: str, *, out: TextIO = sys.stdout) -> None:
    told = line.told
    print(
        f"{told.since}  {told.state.value:<9}  {told.kind.value:<9}  {line.actor} on {line.claim}: "
        f"{told.origin.value} → {told.to.value}  ({article})",
        file=out,
    )


def _play(  # noqa: PLR0917 - what `replay` was handed
    database: object,
    files: Sequence[Path],
    actors: Actors,
    givens: Sequence[Given],
    reading: Reading,
    tell: Callable[[ChangeLine, str], None],
    policy: Policy,
) -> Replayed:
    from watchers.store.database import Database
    from watchers.store.ledger import LedgerBatch, LedgerStore, Read, quiet_counts

    assert isinstance(database, Database)
    speakers = Speakers(actors)
    batch: LedgerBatch | None = None
    clock = None
    counted = Counter[str]()
    total = sum(_count_lines(path) for path in files)
    for some in _batches(_shown(read_ahead(files, reading, policy, total), total)):
        reads = []
        for one in some:
            published = one.article.published
            clock = published if clock is None else max(clock, published)
            reads.append(
                Read(
                    article=one.article,
                    statements=one.statements,
                    learned_at=clock,
                    intake=one.intake,
                )
            )
        with database.write() as connection:
            if batch is None:
                LedgerStore(speakers.key, policy).give(connection, givens, reads[0].learned_at)
                batch = LedgerBatch(connection, speakers.key, policy)
            batch.use(connection)
            recorded = batch.record_all(reads)
            batch.flush()
        for filed, lines in recorded:
            for line in lines:
                tell(line, filed.article.id)
        counted["articles"] += len(reads)
        counted["statements"] += sum(len(one.statements) for one in reads)
    with database.read() as connection:
        quiet = quiet_counts(connection)
    return Replayed(
        articles=counted["articles"], statements=counted["statements"], quiet=Counter(quiet)
    )


def _batches(items: Iterable[Taken]) -> Iterator[list[Taken]]:
    iterator = iter(items)
    while some := list(islice(iterator, BATCH)):
        yield some


def _shown(articles: Iterable[Taken], total: int) -> Iterator[Taken]:
    """The articles, with a progress bar on standard error where there are many."""
    if total < PROGRESS_FROM:
        yield from articles
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(articles, "replaying", total=total, console=console, update_period=0.5)


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0  # reading it says what is wrong


def run(
    files: Sequence[Path],
    *,
    settings: Configuration,
    labelled: bool,
    baseline: Path | None,
    inherited: Path | None,
    as_lines: bool,
) -> None:
    """Replay as configured and print: a line a move as JSON, or for people with what was kept quiet."""
    watchlist = watchlist_of(settings)
    givens: list[Given] = []
    for path, ages in ((baseline, False), (inherited, True)):
        givens += load_givens(path, watchlist.actors, inherited=ages) if path else []
    if not (baseline or inherited):
        givens = baseline_of(settings, watchlist)
    with _reading_of(settings, watchlist, labelled=labelled) as reading:
        done = replay(
            files,
            actors=watchlist.actors,
            givens=givens,
            reading=reading,
            tell=print_json if as_lines else print_plain,
            policy=settings.ledger,
        )
    if not as_lines:
        print(f"{done.articles} articles, {done.statements} statements; kept quiet:")
        for reason, count in done.quiet.most_common():
            print(f"  {reason:<24} {count}")


@contextmanager
def _reading_of(
    settings: "Configuration", watchlist: Watchlist, *, labelled: bool
) -> Iterator[Reading]:
    """The labels, the rules, or the rules with the answers that a model has given before."""
    if labelled:
        yield Reading(make=partial(labels_of, watchlist.actors))
        return
    if "model" not in settings.reading.readers:
        yield Reading(make=partial(_rules, watchlist))
        return
    from bot.second_reading import cached_reader
    from watchers.store.schema import open_database

    with closing(open_database(settings.store_url())) as database:
        both = cached_reader(settings, compile_reader(watchlist), database)
        yield Reading(
            make=lambda: lambda labelled: both.read(labelled.article).statements,
            goes_elsewhere=False,
        )


def _rules(watchlist: Watchlist) -> ReadArticle:
    reader = compile_reader(watchlist)
    return lambda labelled: reader.read(labelled.article).statements
