"""`volteface simulate`: what alerts are worth as readers err more and the policy asks for more."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bot.figures.simulation import Setting, Worth, load_errors, simulate
from bot.figures.worlds import ReaderErrors
from watchers.article_files import load_articles
from watchers.errors import Misuse
from watchers.ledger.policy import DEFAULT
from watchers.watchlist import Watchlist

ERRORS = (0.0, 0.5, 1.0, 2.0)
WITNESSES = (1, 2, 3)
#: The last is above any reading's: then no quotation confirms alone.
CONFIDENCES = (0.5, 0.8, 0.9, 1.01)
JOINT = (0.0, 0.92, 0.95, 0.98)
MOVERS = (0.65, 0.76)


def settings() -> list[Setting]:
    """Errors by witnesses; then, at the reader's own errors, each number of the policy alone."""
    tried = [
        Setting(errors=errors, witnesses=witnesses) for errors in ERRORS for witnesses in WITNESSES
    ]
    own = Setting(errors=1.0, witnesses=DEFAULT.witnesses)
    tried += [replace(own, confidence=confidence) for confidence in CONFIDENCES]
    tried += [replace(own, joint=joint, mover=mover) for mover in MOVERS for joint in JOINT]
    return list(dict.fromkeys(tried))


def run(*, worlds: int, articles: int, errors: Path | None, as_lines: bool) -> None:
    """Simulate every setting and print the table."""
    reader = _load(errors)
    tried = settings()
    with _progress(len(tried) * worlds) as tick:
        rows = [
            (one, simulate(one, reader, worlds=worlds, articles=articles, tick=tick))
            for one in tried
        ]
    for setting, worth in rows:
        if as_lines:
            print(json.dumps(as_json(setting, worth)))
    if not as_lines:
        print_table(rows)


def measure(files: Sequence[Path], watchlist: Watchlist) -> None:
    """Count the reader's own errors over labelled articles and print them as a file of errors."""
    from bot.figures.measuring import Errors
    from bot.watching import compile_reader

    reader = compile_reader(watchlist)
    errors = Errors()
    for path in files:
        for labelled in load_articles(path):
            errors.add(labelled, reader.read(labelled.article).statements)
    print(
        json.dumps(
            {
                "source": "counted over " + ", ".join(path.name for path in files),
                "rates": errors.rates(),
                "right": {str(step): count for step, count in sorted(errors.right.items())},
                "wrong": {str(step): count for step, count in sorted(errors.wrong.items())},
            },
            indent=2,
        )
    )


def as_json(setting: Setting, worth: Worth) -> dict[str, object]:
    return {
        "errors": setting.errors,
        "witnesses": setting.witnesses,
        "confidence": setting.confidence if setting.confidence <= 1 else None,
        "joint": setting.joint,
        "mover": setting.mover,
        "alerts_per_change": round(worth.alerts_per_change, 2),
        "share_true": round(worth.share_true, 3),
        "share_told": round(worth.told / max(1, worth.changes), 3),
        "delay_hours": worth.delay_hours and round(worth.delay_hours, 1),
        "false_per_1000": round(worth.false_per_thousand, 2),
        "possible_per_1000": round(1000 * worth.possible / max(1, worth.articles), 2),
    }


def print_table(rows: Sequence[tuple[Setting, Worth]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    names = ("errors", "witnesses", "quote", "together", "mover", "alerts a change", "true", "told")
    for name in (*names, "delay", "false in 1,000", "possible in 1,000"):
        table.add_column(name, justify="right")
    for setting, worth in rows:
        row = as_json(setting, worth)
        delay = row["delay_hours"]
        table.add_row(
            f"×{row['errors']}",
            str(row["witnesses"]),
            str(row["confidence"] or "never"),
            str(row["joint"]),
            str(row["mover"]),
            str(row["alerts_per_change"]),
            f"{row['share_true']:.0%}",
            f"{row['share_told']:.0%}",
            f"{delay} h" if delay else "–",
            str(row["false_per_1000"]),
            str(row["possible_per_1000"]),
        )
    Console().print(table)


def _load(path: Path | None) -> ReaderErrors:
    if path is None:
        return load_errors()
    try:
        return load_errors(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Misuse(
            f"{path}: is no file of reader errors ({error}); `volteface simulate --measure` writes one"
        ) from error


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("worlds", total=total)
        yield lambda: progress.advance(task)
