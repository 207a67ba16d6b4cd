"""`volteface read`: what the reader sees in an article, span by span. Knows files and terminals; no rules.

Takes a text file (its first line is the title), labelled or bare articles in JSON or JSON Lines, or "-".
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.reading import reader_for
from watchers.article_files import parse_articles
from watchers.errors import Misuse
from watchers.model import Article, Statement
from watchers.reading.reader import Reading

#: Colours of the roles in a terminal.
STYLES = {"source": "bold cyan", "cue": "bold magenta", "claim": "bold yellow"}


def articles_in(source: str, *, now: datetime) -> Iterator[Article]:
    """The articles of a path or of standard input; a plain text counts as published `now`."""
    text, name = _content(source)
    if text.lstrip().startswith("{"):
        rows = text.splitlines() if not _is_one_object(text) else [json.dumps(json.loads(text))]
        for item in parse_articles(rows, name=name):
            yield item.article
        return
    title, _, body = text.strip().partition("\n")
    yield Article(id=name, url="", title=title.strip(), text=body.strip(), published=now, outlet="")


def _content(source: str) -> tuple[str, str]:
    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8"), "-"
        return Path(source).read_text(encoding="utf-8"), source
    except FileNotFoundError:
        raise Misuse(f"{source}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{source}: cannot be read as UTF-8 text: {error}") from error


def _is_one_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except json.JSONDecodeError:
        return False


def as_json(article: Article, reading: Reading) -> dict[str, Any]:
    """One line of `--format json`; other programs read it, so its keys stay."""
    return {
        "id": article.id,
        "statements": [_statement(s) for s in reading.statements],
        "near_misses": [
            {"claim": m.claim, "reason": m.reason, "evidence": m.evidence, "span": m.span}
            for m in reading.near_misses
        ],
        **({"refused": reading.refusal} if reading.refusal else {}),
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "actor": s.actor,
        "claim": s.claim,
        "position": s.position,
        "speaker": s.speaker,
        "when": s.when,
        "via": s.via,
        "act": s.act,
        "said_on": s.said_on.isoformat() if s.said_on else None,
        "evidence": s.evidence,
        "span": list(s.span) if s.span else None,
        "confidence": round(s.confidence, 3),
        "rules": list(s.rules),
    }


def show(article: Article, reading: Reading) -> Iterable[Any]:
    """The article with its spans coloured, then statements and near misses, for a terminal."""
    from rich.text import Text

    title, body = Text(article.title, style="bold"), Text(article.text)
    for statement in reading.statements:
        for role in statement.roles:
            (title if role.in_title else body).stylize(
                STYLES.get(role.role, "bold"), role.start, role.end
            )
    yield title
    yield body
    yield Text("")
    for s in reading.statements:
        yield Text(
            f"{s.actor} {s.position} {s.claim}  ({s.speaker}, {s.when}, {s.via}{', ' + s.act if s.act else ''})  {s.confidence:.2f}",
            style="bold green",
        )
        yield Text(f"    {s.evidence}", style="italic")
        yield Text(f"    {' → '.join(s.rules)}", style="dim")
    for m in reading.near_misses:
        yield Text(f"not read: {m.claim}: {m.reason}: {m.evidence}", style="dim")
    if reading.refusal:
        yield Text(f"not read: {reading.refusal}", style="dim")


def read(source: str, *, as_lines: bool, config: Path | None, now: datetime) -> None:
    """Read and print."""
    from rich.console import Console

    reader = reader_for(config)
    console = None if as_lines else Console()
    for article in articles_in(source, now=now):
        reading = reader.read(article)
        if console is None:
            print(json.dumps(as_json(article, reading), ensure_ascii=False))
        else:
            for part in show(article, reading):
                console.print(part)


def main() -> None:
    parser = argparse.ArgumentParser(description="What the reader sees in an article.")
    parser.add_argument("source")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--config", type=Path)
    given = parser.parse_args()
    read(given.source, as_lines=given.format == "json", config=given.config, now=datetime.now(UTC))


if __name__ == "__main__":
    main()
