"""Play labelled articles through the ledger, on a store in memory: one transaction an article."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from tests.stores import empty_store
from watchers.actor_files import shipped_actors
from watchers.actors import Actors
from watchers.article_files import LabelledArticle, parse_articles, statements_of
from watchers.holding_files import parse_givens
from watchers.ledger.filing import ChangeLine, Given
from watchers.ledger.policy import DEFAULT, Policy
from watchers.ledger.speakers import Speakers
from watchers.store import asking
from watchers.store.database import Database
from watchers.store.ledger import LedgerBatch, LedgerStore, Read

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@cache
def actors() -> Actors:
    return shipped_actors()


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What was told, each with the article that moved it, and where everybody stands at the end."""

    told: list[tuple[str, ChangeLine]]
    database: Database

    @property
    def announced(self) -> list[dict[str, str]]:
        return [announcement(article, line) for article, line in self.told]

    @property
    def holdings(self) -> list[asking.Stands]:
        with self.database.read() as connection:
            return asking.standing(connection, actor=None, claim=None)


def announcement(article: str, line: ChangeLine) -> dict[str, str]:
    told = line.told
    return {
        "article": article,
        "state": told.state.value,
        "actor": line.actor,
        "claim": line.claim,
        "from": told.origin.value,
        "to": told.to.value,
        "kind": told.kind.value,
    }


def givens(baseline: Iterable[dict[str, Any]], *, inherited: bool = False) -> list[Given]:
    lines = [json.dumps(one) for one in baseline]
    return list(parse_givens(lines, actors(), name="baseline", inherited=inherited))


def articles(given: Iterable[dict[str, Any]]) -> list[LabelledArticle]:
    return list(parse_articles([json.dumps(one) for one in given], name="articles"))


def play(
    arrivals: Sequence[LabelledArticle], known: Iterable[Given], policy: Policy = DEFAULT
) -> Played:
    """Each article in a transaction of its own, as a watch files them. The next play takes the store."""
    database = empty_store()
    store = LedgerStore(Speakers(actors()).key, policy)
    with database.write() as connection:
        store.give(connection, known, LONG_AGO)
    told = []
    for read in reads(arrivals):
        with database.write() as connection:
            lines = store.receive(connection, read.article, read.statements, read.learned_at)
        told += [(read.article.id, line) for line in lines]
    return Played(told=told, database=database)


def play_at_once(arrivals: Sequence[LabelledArticle], known: Iterable[Given]) -> Played:
    """All articles in one batch, as a replay files them. The next play takes the store."""
    database = empty_store()
    key = Speakers(actors()).key
    with database.write() as connection:
        LedgerStore(key).give(connection, known, LONG_AGO)
        batch = LedgerBatch(connection, key, DEFAULT)
        recorded = batch.record_all(reads(arrivals))
        batch.flush()
    told = [(read.article.id, line) for read, lines in recorded for line in lines]
    return Played(told=told, database=database)


def reads(arrivals: Sequence[LabelledArticle]) -> list[Read]:
    """The articles as they are read; the clock is the latest publication so far."""
    found = []
    clock = LONG_AGO
    for one in arrivals:
        clock = max(clock, one.article.published)
        statements = statements_of(one, actors())
        found.append(Read(article=one.article, statements=statements, learned_at=clock))
    return found
