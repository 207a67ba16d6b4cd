"""`volteface evaluate --readers rules,model` and `calibrate --reader model`: both readers on labels.

Knows files, tables and the store; the counting is in `bot.figures.scoring`, the reading in the rooms.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.asking_model import ask_for
from bot.figures.scoring import Score, Tally, add, key, kind, last_line, usual_directions
from bot.second_reading import cached_reader, model_of
from bot.watching import compile_reader, watchlist_of
from watchers.article_files import LabelledArticle, load_articles
from watchers.model import Direction, Statement
from watchers.second_reader.cached import Both, CachedReader
from watchers.second_reader.figures import Seen, Standing, fit_trust, share_of, standing_of
from watchers.store.database import Database
from watchers.store.model_answers import Measured, StoredAnswer, keep_measured, total_cost
from watchers.store.schema import open_database

if TYPE_CHECKING:
    from bot.settings import Configuration

READERS = ("rules", "model", "both")
_TOTAL = "all"


@dataclass(slots=True)
class Comparison:
    """Each reader's score by set, and what the model's answers cost."""

    scores: dict[str, dict[str, Score]] = field(default_factory=dict)
    answers: dict[str, StoredAnswer] = field(default_factory=dict)
    missing: int = 0

    def score(self, set_name: str, reader: str) -> Score:
        return self.scores.setdefault(set_name, {}).setdefault(reader, Score())


def compare(
    files: Sequence[Path],
    *,
    settings: "Configuration",
    prior: Sequence[Path] = (),
    by_claim: bool = False,
) -> None:
    """Score the rules, the model, and both together, side by side."""
    model = model_of(settings)
    sets = {path.stem: list(load_articles(path)) for path in files}
    given = [item for path in prior for item in load_articles(path)]
    with closing(open_database(settings.store_url())) as database:
        _ask_missing(settings, database, [i for items in sets.values() for i in items])
        made = Comparison()
        reader = _reader(settings, database)
        for name, items in sets.items():
            usual = usual_directions(item.labels for item in given or _others(sets, name))
            for item in items:
                _count(
                    made,
                    name,
                    item,
                    reader.read(item.article),
                    usual,
                    settings.ledger.mover_confidence,
                )
    cost = total_cost(made.answers)
    for line in _table(made, by_claim=by_claim):
        print(line)
    price = (
        cost.input_tokens * model.input_price + cost.output_tokens * model.output_price
    ) / 1_000_000
    print(
        f"{model.name}: {cost.requests} answers, {cost.input_tokens:,} tokens read and "
        f"{cost.output_tokens:,} written"
        + (f", {price:.2f} in price" if price else "")
        + (f"; {made.missing} articles lack an answer" if made.missing else "")
    )
    print(last_line(made.score(_TOTAL, "both")))


def calibrate(files: Sequence[Path], *, settings: "Configuration") -> None:
    """Measure the model on labelled articles and keep how far it is trusted."""
    model = model_of(settings)
    items = [item for path in files for item in load_articles(path)]
    with closing(open_database(settings.store_url())) as database:
        _ask_missing(settings, database, items)
        reader = _reader(settings, database)
        reading = reader.reading
        seen: list[Seen] = []
        articles = 0
        for item in items:
            both = reader.read(item.article)
            if both.joint is not None:
                articles += 1
                seen += _seen(item, both)
        trust = fit_trust(seen, articles=articles)
        measured = Measured(alone=trust.alone, rise=trust.rise, articles=articles)
        if articles:
            with database.write() as connection:
                keep_measured(
                    connection, model.name, reading.version, measured, now=datetime.now(UTC)
                )
    for standing in Standing:
        share = share_of(seen, standing)
        print(
            f"{standing:20} {share.right:5} right of {share.of:5}  {_percent(share.right, share.of)}"
        )
    if not articles:
        print(f"{model.name}: no answers, so nothing was measured and nothing is changed")
        return
    print(
        f"{model.name}, prompt {reading.version}, {articles} articles: alone it is trusted "
        f"{reading.bounds.never_alone(trust.alone):.2f}; where it says the same as the rules, "
        f"{trust.rise:.0%} of their doubt goes"
    )


def _reader(settings: "Configuration", database: Database) -> CachedReader:
    return cached_reader(settings, compile_reader(watchlist_of(settings)), database)


def _ask_missing(
    settings: "Configuration", database: Database, items: Iterable[LabelledArticle]
) -> None:
    """Ask for the answers that are not in the store; where no server is, say so and go on."""
    reader = _reader(settings, database)
    wanted = [
        both.question
        for both in (reader.read(item.article) for item in items)
        if both.missing and both.question is not None
    ]
    if not wanted:
        return
    asked = ask_for(settings, reader.reading.version, wanted, database)
    print(f"the model answered {asked.answered} of {len(wanted)} questions", file=sys.stderr)
    if asked.trouble:
        print(f"the model was not asked further: {asked.trouble}", file=sys.stderr)
    if asked.unreadable:
        print(f"{asked.unreadable} answers could not be read", file=sys.stderr)


def _others(sets: Mapping[str, Sequence[LabelledArticle]], name: str) -> Iterator[LabelledArticle]:
    """The articles of the other sets: what an actor usually says is not learned from the same."""
    return (item for other, items in sets.items() if other != name for item in items)


def _count(  # noqa: PLR0917 - one article's parts
    made: Comparison,
    name: str,
    item: LabelledArticle,
    both: Both,
    usual: Mapping[tuple[str, str], Direction],
    moves: float,
) -> None:
    rules = both.rules.statements
    read: dict[str, Sequence[Statement]] = {
        "rules": rules,
        "model": both.model.statements if both.model else (),
        # A vote that contradicts the other moves nothing, so it tells nobody anything.
        "both": [s for s in both.joint.statements if s.confidence >= moves]
        if both.joint
        else rules,
    }
    for reader in READERS:
        for set_name in (name, _TOTAL):
            add(made.score(set_name, reader), item.article, item.labels, read[reader], usual)
    if both.answer is not None:
        made.answers[both.answer.key] = both.answer
    made.missing += both.missing


def _seen(item: LabelledArticle, both: Both) -> Iterator[Seen]:
    """Each statement of both together, held to the labels."""
    assert both.joint is not None
    labels = {(key(label), kind(label)) for label in item.labels}
    before = {(key(s), kind(s)): s.confidence for s in both.rules.statements}
    for statement in both.joint.statements:
        mine = (key(statement), kind(statement))
        yield Seen(
            standing=standing_of(statement),
            rules_confidence=before.get(mine, 0.0),
            right=mine in labels,
        )


def _table(made: Comparison, *, by_claim: bool) -> Iterator[str]:
    yield f"{'':28}" + "".join(f"{reader:^24}" for reader in READERS)
    yield f"{'':28}" + "    P     R     F1      " * len(READERS)
    for name in [*(n for n in made.scores if n != _TOTAL), _TOTAL]:
        yield _row(name, [made.score(name, reader).total for reader in READERS])
    if by_claim:
        claims = sorted({c for r in READERS for c in made.score(_TOTAL, r).claims})
        for claim in claims:
            totals = [made.score(_TOTAL, reader).claims[claim] for reader in READERS]
            yield _row(f"  {claim}", totals)
    cells = []
    for reader in READERS:
        score = made.score(_TOTAL, reader)
        surprises = score.surprises.right + score.surprises.missed
        cells.append(
            f"R {score.surprises.recall:.3f} of {surprises}, {score.false_directions} false"
        )
    yield f"{'surprises':28}" + "".join(f"{cell:24}" for cell in cells)


def _row(name: str, totals: Iterable[Tally]) -> str:
    cells = "".join(f"  {t.precision:.3f} {t.recall:.3f} {t.f1:.3f}    " for t in totals)
    return f"{name:28}{cells}"


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"
