"""`volteface evaluate`: score the reader against labelled articles.

Knows files and a table; the counting is in `bot.figures.scoring`, the reading in `watchers.reading`.
"""

from collections.abc import Iterable
from pathlib import Path

from bot.commands.reading import reader_for
from bot.figures.scoring import Score, add, last_line, usual_directions
from watchers.article_files import load_articles
from watchers.errors import Misuse
from watchers.model import Position
from watchers.reading.reader import ArticleReading


def evaluate(
    paths: Iterable[Path], *, config: Path | None = None, prior: Iterable[Path] = ()
) -> Score:
    """Read every article of the files and count. Raises `Misuse` for a file without any."""
    return score_with(reader_for(config), paths, prior)


def score_with(reader: ArticleReading, paths: Iterable[Path], prior: Iterable[Path] = ()) -> Score:
    """Count what `reader` makes of the files; `prior` tells an actor's usual direction from a surprise."""
    usual = usual_directions(item.labels for path in prior for item in load_articles(path))
    score = Score()
    for path in paths:
        before = score.articles
        for item in load_articles(path):
            add(score, item.article, item.labels, reader.read(item.article).statements, usual)
        if score.articles == before:
            raise Misuse(f"{path}: there is no article in it")
    return score


def lines(score: Score, *, by_claim: bool = False) -> Iterable[str]:
    """The evaluation as text; its last line has a fixed form."""
    if by_claim:
        for claim, t in sorted(score.claims.items()):
            yield f"{claim:26} P {t.precision:.3f} R {t.recall:.3f} F1 {t.f1:.3f}  right {t.right} wrong {t.wrong} missed {t.missed}"
    right = score.total.right or 1
    yield "of the right: " + "  ".join(
        f"{name} {score.quality[name] / right:.3f}"
        for name in ("position", "speaker", "via", "evidence")
    )
    yield "recall by position: " + "  ".join(_of_position(score, position) for position in Position)
    for name in ("past", "secondhand"):
        t = score.aside[name]
        yield f"{name}: P {t.precision:.3f} R {t.recall:.3f} of {t.right + t.missed}"
    surprises = score.surprises.right + score.surprises.missed
    if surprises:
        yield f"surprises: R {score.surprises.recall:.3f} of {surprises}"
    yield last_line(score)


def _of_position(score: Score, position: Position) -> str:
    hit, missed = score.found[position, True], score.found[position, False]
    return f"{position} {hit / (hit + missed) if hit + missed else 0:.3f} of {hit + missed}"
