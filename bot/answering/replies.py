"""What is answered to a question, as pages of cards: the same in a channel and in a terminal.

Knows questions, names and views. Knows no Discord: a surface turns pages and hides what is private.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.answering.answers import Answers, FeedView, Reports, StatementView
from bot.cards import (
    ACTOR_MAX_CHARS,
    CLAIM_MAX_CHARS,
    Card,
    Tone,
    change_card,
    change_line,
    day,
    holding_card,
    holding_line,
    said,
    source_line,
    text_card,
    unknown_card,
)
from bot.names import Directory, Named
from bot.text import Line, bold, clean, cut, line, link, piece
from bot.views import ChangeView, HoldingView
from watchers.store.reports import Report

if TYPE_CHECKING:
    from bot.keywords.desk import KeywordDesk

#: Lines of a list on one page; a phone shows about so many.
PAGE_LINES = 10
#: Quotations are long.
PAGE_STATEMENTS = 4
_AGO = re.compile(r"(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?)(\s+ago)?")
_UNIT_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Misunderstood(Exception):
    """A question that cannot be answered, in words for the one who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of one page or more."""

    pages: tuple[Card, ...]
    #: A PNG to show with it.
    picture: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that a question needs."""

    answers: Answers
    reports: Reports
    actors: Directory
    claims: Directory
    today: Callable[[], date]
    #: Where keywords can be changed; `None` where there is no configuration file to change.
    keywords: "KeywordDesk | None" = None

    def actor(self, typed: str) -> Named:
        return _found(self.actors, typed, "actor")

    def claim(self, typed: str) -> Named:
        return _found(self.claims, typed, "claim")


async def stance(desk: Desk, *, claim: str, actor: str, as_of: str) -> Reply:
    """Where an actor stands on a claim, on all of them, or everybody on one."""
    who = desk.actor(actor) if actor else None
    what = desk.claim(claim) if claim else None
    on = read_day(as_of, desk.today()) if as_of else None
    held = await desk.answers.stances(
        actor=who.id if who else None, claim=what.id if what else None, as_of=on
    )
    if not held:
        return _one(unknown_card(who.name if who else None, what.name if what else None))
    today = desk.today()
    if who and what:
        return Reply(pages=tuple(holding_card(one, today=today) for one in held))
    dated = f", as of {day(on)}" if on else ""
    title = (what.name if what else who.name if who else "Everybody on everything") + dated
    return _listed(title, [_stance_line(h, who=who, what=what, today=today) for h in held])


def _stance_line(
    holding: HoldingView, *, who: Named | None, what: Named | None, today: date
) -> Line:
    named = holding.actor if what else holding.claim
    if not who and not what:
        named = f"{holding.actor} · {holding.claim}"
    return holding_line(named, holding, today=today)


async def history(desk: Desk, *, actor: str, claim: str) -> Reply:
    """How an actor got where it stands, as a picture and in words."""
    who, what = desk.actor(actor), desk.claim(claim)
    told = await desk.answers.statements(actor=who.id, claim=what.id)
    if not told:
        return _one(unknown_card(who.name, what.name))
    picture = await desk.answers.chart(actor=who.id, claim=what.id)
    reply = _listed(_titled(who, what), [_statement_line(one) for one in told])
    return Reply(pages=reply.pages, picture=picture)


async def sources(desk: Desk, *, actor: str, claim: str) -> Reply:
    """Every statement with its quotation and its link."""
    who, what = desk.actor(actor), desk.claim(claim)
    told = await desk.answers.statements(actor=who.id, claim=what.id)
    if not told:
        return _one(unknown_card(who.name, what.name))
    blocks = [[_statement_line(one), *_words(one)] for one in told]
    return _paged(_titled(who, what), blocks, PAGE_STATEMENTS)


async def moved(desk: Desk, *, since: str) -> Reply:
    """Who changed position since a day."""
    start = read_day(since or "7 days ago", desk.today())
    changes = await desk.answers.moved(start)
    if not changes:
        return _one(text_card("Nobody moved", [f"No change of position since {day(start)}."]))
    return _listed(f"Moved since {day(start)}", [change_line(one) for one in changes])


async def why(desk: Desk, *, link_given: str) -> Reply:
    """What each stage made of one article."""
    told = await desk.answers.why(link_given)
    return _listed(
        "Why", [line(one) for one in told or ["No feed has led to that address lately."]]
    )


async def claims(desk: Desk) -> Reply:
    """What is watched."""
    return _listed("Claims", [line(bold(c.id), f": {c.name}") for c in desk.claims.all()])


async def feeds(desk: Desk) -> Reply:
    """Which feeds are read, and which are in trouble."""
    watched = sorted(await desk.answers.feeds(), key=lambda f: (f.trouble is None, f.outlet))
    if not watched:
        return _one(text_card("Feeds", ["No feed is watched: add [[feeds]] to config.toml."]))
    down = sum(one.trouble is not None for one in watched)
    title = f"{len(watched)} feeds, {down} in trouble" if down else f"{len(watched)} feeds"
    return _listed(title, [_feed_line(one) for one in watched])


async def evidence(desk: Desk, *, mark: str) -> Reply:
    """Every statement behind the changes of one message."""
    changes = await desk.answers.changes_under(mark)
    if not changes:
        return _one(text_card("Nothing is known", ["This alert is not in the store any more."]))
    return Reply(pages=tuple(page for one in changes for page in _evidence_pages(one)))


async def past(desk: Desk, *, mark: str) -> Reply:
    """How the actor of an alert got where it stands."""
    changes = await desk.answers.changes_under(mark)
    if len(changes) == 1:
        return await history(desk, actor=changes[0].actor_id, claim=changes[0].claim_id)
    lines = [line(bold(one.actor), f": /history {one.actor_id} {one.claim_id}") for one in changes]
    return _listed(
        "Ask for one of them", lines or [line("This alert is not in the store any more.")]
    )


async def open_reports(desk: Desk) -> Reply:
    """What readers say was misread and nobody has decided."""
    found = await desk.reports.open()
    if not found:
        return _one(text_card("Reports", ["No report is open."]))
    blocks = [_report_lines(report, change) for report, change in found]
    return _paged(f"{len(found)} open reports", blocks, PAGE_STATEMENTS)


async def agree(desk: Desk, *, number: int, by: str) -> Reply:
    """An editor agrees with a report."""
    found = await desk.reports.agree(number, by=by)
    told = f"Report {number}: what it names was taken back, and the alert is edited."
    return _decided(number, told if found else None)


async def dismiss(desk: Desk, *, number: int, by: str) -> Reply:
    """An editor does not agree with a report."""
    found = await desk.reports.dismiss(number, by=by)
    return _decided(number, f"Report {number} was dismissed." if found else None)


def _decided(number: int, told: str | None) -> Reply:
    unknown = f"No open report has the number {number}; /reports lists them."
    return _one(text_card("Decided" if told else "Not understood", [told or unknown]))


def _report_lines(report: Report, change: ChangeView | None) -> list[Line]:
    lines = [
        line(bold(f"{report.id}: {report.fault.value}"), f" · {day(report.reported_at.date())}")
    ]
    if change is not None:
        lines.append(change_line(change))
    return [*lines, line(report.words, quoted=True)] if report.words else lines


def help_reply() -> Reply:
    """What can be asked."""
    lines = [line(bold(name), f" {does}") for name, does in HELP.items()]
    return _one(text_card("What can be asked", lines))


#: One line for each command; the commands' own descriptions in Discord are these too.
HELP = {
    "/stance": "Where somebody stands: a claim, an actor, or both; today or as of a day.",
    "/history": "How an actor got there, as a picture and in words.",
    "/moved": "Who changed position since a day.",
    "/sources": "Every statement about an actor and a claim, with quotation and link.",
    "/why": "What became of one article.",
    "/claims": "The propositions that are watched.",
    "/feeds": "The feeds that are read, and which are in trouble.",
    "/keywords": "What a claim's keywords meet; try others, save them, take them back.",
    "/help": "What can be asked.",
    "/reports": "Editors: what readers say was misread.",
    "/agree": "Editors: agree with a report, which withdraws what was misread.",
    "/dismiss": "Editors: leave it as it is.",
}


def read_day(typed: str, today: date) -> date:
    """A day as people type it: 2025-08-19, today, yesterday, "3 weeks ago", "7d".

    Raises `Misunderstood`.
    """
    given = typed.strip().casefold()
    match = _AGO.fullmatch(given)
    if given in ("today", "yesterday"):
        return today - timedelta(days=given == "yesterday")
    try:
        if match:
            return today - timedelta(days=int(match[1]) * _UNIT_DAYS[match[2][0]])
        return date.fromisoformat(given)
    except (ValueError, OverflowError):
        shown = cut(clean(typed), 40)
        raise Misunderstood(
            f"“{shown}” is no day: write 2025-08-19, yesterday, or 3 weeks ago."
        ) from None


def _found(directory: Directory, typed: str, what: str) -> Named:
    found = directory.find(typed)
    if found is None:
        known = ", ".join(one.id for one in directory.all()[:5])
        shown = cut(clean(typed), 60)
        raise Misunderstood(f"No {what} is called “{shown}”. There are {known} and others.")
    return found


def _titled(who: Named, what: Named) -> str:
    name = cut(clean(who.name), ACTOR_MAX_CHARS)
    return f"{name} · {cut(clean(what.name), CLAIM_MAX_CHARS - ACTOR_MAX_CHARS)}"


def _statement_line(told: StatementView) -> Line:
    one = told.evidence
    position = f"{said(one.position)} · " if one.position is not None else ""
    moved_nothing = f" · moved nothing: {told.reason.replace('_', ' ')}" if told.reason else ""
    pieces = source_line(one).pieces[1:]  # without its dash
    return line(bold(day(told.day)), f" {position}", *pieces, moved_nothing)


def _words(told: StatementView) -> list[Line]:
    quotation = cut(clean(told.evidence.quotation).strip(), 400)
    return [line(quotation, quoted=True)] if quotation else []


def _feed_line(feed: FeedView) -> Line:
    where = link(feed.url)
    fresh = f"new {day(feed.last_new)}" if feed.last_new else "nothing new yet"
    state = f"⚠ {cut(clean(feed.trouble), 120)}" if feed.trouble else fresh
    outlet = cut(clean(feed.outlet), ACTOR_MAX_CHARS)
    return line(bold(outlet), f" {state}", *((" ", where) if where else ()))


def _evidence_pages(change: ChangeView) -> Iterable[Card]:
    yield change_card(change)
    rest = change.evidence[:-1]
    for start in range(0, len(rest), PAGE_STATEMENTS):
        lines: list[Line] = []
        for one in rest[start : start + PAGE_STATEMENTS]:
            quotation = cut(clean(one.quotation).strip(), 400)
            lines += [line(quotation, quoted=True)] if quotation else []
            lines.append(source_line(one))
        yield text_card(f"Also behind it: {cut(clean(change.actor), ACTOR_MAX_CHARS)}", lines)


def _listed(title: str, lines: Sequence[Line]) -> Reply:
    return _paged(title, [[one] for one in lines], PAGE_LINES)


def _paged(title: str, blocks: Sequence[Sequence[Line]], size: int) -> Reply:
    shown = cut(clean(title), CLAIM_MAX_CHARS)
    blocks = blocks or [[line("There is nothing to list.")]]
    pages = [blocks[at : at + size] for at in range(0, len(blocks), size)]
    return Reply(
        pages=tuple(text_card(shown, [line for block in page for line in block]) for page in pages)
    )


def _one(card: Card) -> Reply:
    return Reply(pages=(card,))


def misunderstood(error: Misunderstood) -> Reply:
    """What was not understood, said to the one who asked."""
    return _one(text_card("Not understood", [line(piece(str(error)))], tone=Tone.TROUBLE))
