"""`volteface feeds`: how each feed fares and why it is quiet. Reads the store; polls nothing."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.backlog import of_feed
from watchers.feeds.records import FeedProblem, FeedSource
from watchers.store.feed_reports import FeedReport, report_feeds

if TYPE_CHECKING:
    from watchers.store.database import Database


def feeds(
    database: "Database",
    sources: Iterable[FeedSource],
    *,
    as_lines: bool,
    now: datetime,
    paused: frozenset[str] = frozenset(),
) -> None:
    """Print a line or a row for every configured feed."""
    by_url = {source.url: source for source in sources}
    with database.read() as connection:
        reports = report_feeds(connection, tuple(by_url), now=now)
    rows = [as_json(report, by_url[report.state.url], now=now) for report in reports]
    rows += [_never_polled(by_url[url]) for url in by_url.keys() - {row["url"] for row in rows}]
    rows = [_paused(row) if row["url"] in paused else row for row in rows]
    if as_lines:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif rows:
        _print_table(rows, now)
    else:
        print("No feeds are configured: name some as [[feeds]] in config.toml.")


def as_json(report: FeedReport, source: FeedSource, *, now: datetime) -> dict[str, Any]:
    """One line of `--format json`; other programs read it, so its keys stay."""
    state = report.state
    return {
        "url": state.url,
        "outlet": source.outlet or state.title or None,
        "state": state_of(report),
        "last_success": _iso(state.last_success_at),
        "last_new": _iso(state.last_new_at),
        "next_due": _iso(state.next_due_at),
        "interval_minutes": round(state.interval / timedelta(minutes=1), 1),
        "entries_a_day": round(report.entries_a_day, 1),
        "statements_a_month": report.statements_a_month,
        "waiting": report.waiting,
        "stock_left": report.stock.left if report.stock else 0,
        "stock_listed": report.stock.listed if report.stock else 0,
        "why_quiet": why_quiet(report, now=now),
    }


def state_of(report: FeedReport) -> str:
    """In one word: new, reading, well, quiet, failing or gone."""
    state = report.state
    if state.muted:
        return "gone"
    if state.failures:
        return "failing"
    if state.last_success_at is None:
        return "new"
    if report.stock is not None:
        return "reading"
    return "quiet" if report.alarms else "well"


def why_quiet(report: FeedReport, *, now: datetime) -> str | None:
    """Why nothing comes of the feed, in one line; `None` where something does."""
    state = report.state
    if state.failures:
        since = state.failing_since or now
        times = (
            f"{state.failures} time{'s' if state.failures > 1 else ''} since {since:%d %b %H:%M}"
        )
        return f"{state.last_detail} ({times})"
    if state.last_problem is FeedProblem.HOST_TOLD_TO_WAIT:
        return f"its host asked to be left alone; asked again {state.next_due_at:%d %b %H:%M}"
    return "not polled yet" if state.last_success_at is None else _why_no_alert(report, now)


def _why_no_alert(report: FeedReport, now: datetime) -> str | None:
    state = report.state
    if report.stock is not None:
        return of_feed(report.stock)
    if state.last_new_at and now - state.last_new_at > timedelta(days=1):
        return f"nothing new since {state.last_new_at:%d %b %H:%M}"
    if not report.statements_a_month:
        return "its articles take no position on what is watched"
    return None


def _never_polled(source: FeedSource) -> dict[str, Any]:
    return {
        "url": source.url,
        "outlet": source.outlet,
        "state": "new",
        "why_quiet": "not polled yet",
    }


def _paused(row: dict[str, Any]) -> dict[str, Any]:
    why = "paused in the configuration: `volteface feeds resume` polls it again"
    return {**row, "state": "paused", "why_quiet": why}


def _print_table(rows: Sequence[dict[str, Any]], now: datetime) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(expand=True)
    table.add_column("feed, and why it is quiet", ratio=1)
    for name in ("state", "success", "every", "a day", "a month"):
        table.add_column(name, justify="left" if name == "state" else "right")
    for row in rows:
        minutes = row.get("interval_minutes")
        # A feed's own words are no markup.
        feed = Text(row["outlet"] or row["url"].partition("://")[2])
        if row["why_quiet"]:
            feed.append(f"\n{row['why_quiet']}", style="dim")
        table.add_row(
            feed,
            row["state"],
            _ago(row.get("last_success"), now),
            f"{minutes:g} min" if minutes is not None else "",
            str(row.get("entries_a_day", "")),
            str(row.get("statements_a_month", "")),
        )
    console = Console()
    console.print(table)
    console.print("a day: new entries; a month: statements read", style="dim")


def _ago(stamp: str | None, now: datetime) -> str:
    if stamp is None:
        return "never"
    minutes = (now - datetime.fromisoformat(stamp)) / timedelta(minutes=1)
    if minutes < 100:  # noqa: PLR2004 - up to here minutes are easier to read than hours
        return f"{minutes:.0f} min ago"
    hours = minutes / 60
    return f"{hours:.0f} h ago" if hours < 48 else f"{hours / 24:.0f} days ago"  # noqa: PLR2004


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
