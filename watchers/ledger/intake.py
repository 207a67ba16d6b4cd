"""Turn an article and its statements into a source and words. Knows text; no other article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from watchers.ledger.copies import sketch_of
from watchers.ledger.credits import credits_in, fold_name, outlet_names
from watchers.ledger.policy import Policy
from watchers.ledger.quotations import quotations_in
from watchers.model import Article, Statement, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What of an article outlasts its text."""

    names: frozenset[str]
    owner: str | None
    agencies: frozenset[str]
    credited: frozenset[str]
    #: Fingerprints of all long quotations in it.
    quotations: frozenset[int]
    sketch: Sequence[int]
    #: For each statement, fingerprints of the long quotation that carries it.
    carried: tuple[frozenset[int], ...]


def take_in(article: Article, statements: Iterable[Statement], policy: Policy) -> Intake:
    """Read off the text what makes witnesses one."""
    quotations = quotations_in(article.text, at_least=policy.quotation_words)
    credited = credits_in(article.text, policy.agencies)
    named = frozenset({fold_name(article.agency)} if article.agency else ())
    return Intake(
        names=_names(article.outlet) or frozenset({article.url}),
        owner=fold_name(article.owner) if article.owner else None,
        agencies=credited.agencies | named if named else credited.agencies,
        credited=credited.others,
        quotations=_union([runs for _, _, runs in quotations]),
        sketch=sketch_of(article.text),
        carried=tuple(_carried(one, quotations) for one in statements),
    )


def base_day(statement: Statement, article: Article) -> date:
    """The day the words were said as far as the article says; never after its publication."""
    published = article.published.date()
    return min(statement.said_on or published, published)


def quotations_of(via: Via, carried: frozenset[int], printed: frozenset[int]) -> frozenset[int]:
    """The quotations that bear on a word: those that carry it, else all beside it in its article."""
    return frozenset() if via is Via.SECONDHAND else carried or printed


def _carried(
    statement: Statement, quotations: list[tuple[int, int, frozenset[int]]]
) -> frozenset[int]:
    if statement.span is None or statement.via is Via.SECONDHAND:
        return frozenset()
    start, end = statement.span
    return _union([runs for first, last, runs in quotations if first < end and start < last])


def _union(runs: Sequence[frozenset[int]]) -> frozenset[int]:
    """All of them; of one, itself, since most articles have one and it is held for long."""
    return runs[0] if len(runs) == 1 else frozenset().union(*runs)


@lru_cache(maxsize=4096)
def _names(outlet: str) -> frozenset[str]:
    return outlet_names(outlet)
