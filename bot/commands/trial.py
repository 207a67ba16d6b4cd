"""A trial of other keywords, shown in a terminal or as lines of JSON. Knows terminals."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.keywords.summary import met_lines, summary
from bot.settings import Configuration
from watchers.model import State, Statement
from watchers.trying import Move, Trial, Tried

#: Articles that are shown with their sentences; more are counted.
_SHOWN = 40


def show_trial(console: Console, trial: Trial, settings: Configuration, *, title: str) -> None:
    console.print(Text(title, style="bold"))
    for name, (come, go) in summary(trial, settings).items():
        console.print(Text(f"  {name:<11} +{come:,}  -{go:,}"))
    for line in met_lines(trial):
        console.print(Text(f"  {line}"))
    if trial.since and trial.until:
        console.print(
            f"{trial.texts:,} kept texts, {trial.since:%-d %B %Y} to {trial.until:%-d %B %Y}."
            " Alerts are those that there would have been; saving reads back in silence.",
            style="dim",
        )
    else:
        console.print("No text is kept yet: let `volteface run` fetch some first.", style="dim")
    for sign, moves in (("+", trial.moves_come), ("-", trial.moves_go)):
        for move in moves:
            console.print(Text(f"{sign} {_move(move)}", style=_style(sign)))
    for article in trial.articles[:_SHOWN]:
        _show_article(console, article)
    if len(trial.articles) > _SHOWN:
        console.print(f"and {len(trial.articles) - _SHOWN:,} more articles.", style="dim")


def as_json(trial: Trial, settings: Configuration) -> Iterator[dict[str, Any]]:
    """A line for the numbers, one for each change and one for each article."""
    numbers = summary(trial, settings)
    yield {
        "texts": trial.texts,
        "since": trial.since.isoformat(timespec="seconds") if trial.since else None,
        **{name: {"come": come, "go": go} for name, (come, go) in numbers.items()},
        "met": trial.met,
    }
    for sign, moves in (("come", trial.moves_come), ("go", trial.moves_go)):
        for move in moves:
            yield {
                "change": sign,
                "actor": move.actor,
                "from": move.before,
                "to": move.after,
                "since": move.since.isoformat(),
                "state": move.state,
            }
    for one in trial.articles:
        yield {
            "article": one.article.url,
            "outlet": one.article.outlet,
            "published": one.article.published.isoformat(timespec="seconds"),
            "come": [_statement(s) for s in one.come],
            "go": [_statement(s) for s in one.go],
        }


def _show_article(console: Console, tried: Tried) -> None:
    article = tried.article
    console.print(
        Text(f"\n{article.published:%-d %b} {article.outlet}: {article.title}", style="bold")
    )
    for sign, statements in (("+", tried.come), ("-", tried.go)):
        _show_statements(console, sign, statements)


def _show_statements(console: Console, sign: str, statements: Sequence[Statement]) -> None:
    for s in statements:
        said = f"{s.actor} {s.position} ({s.speaker}, {s.when}, {s.via})"
        console.print(Text(f"  {sign} {said}: “{s.evidence}”", style=_style(sign)))


def _move(move: Move) -> str:
    told = "" if move.state is State.CONFIRMED else f" ({move.state})"
    return f"{move.actor}: {move.before} → {move.after} since {move.since:%-d %b %Y}{told}"


def _style(sign: str) -> str:
    return "green" if sign == "+" else "red"


def _statement(s: Statement) -> dict[str, Any]:
    return {"actor": s.actor, "position": s.position, "speaker": s.speaker, "evidence": s.evidence}
