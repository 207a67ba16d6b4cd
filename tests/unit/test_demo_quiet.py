"""What the demo says of its silence, and its table of stances."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

from rich.console import Console

from bot.demo.quiet import in_a_line, silences, unread
from bot.demo.stances import stances
from bot.views import ChangeView, HoldingView
from watchers.articles.records import Reason as NotRead
from watchers.ledger.records import Reason
from watchers.model import Kind, Position, State
from watchers.store.quiet import QuietStatement, UnreadEntry

NOON = datetime(2025, 8, 18, 12, tzinfo=UTC)


def quiet(reason: Reason, title: str = "Title") -> QuietStatement:
    return QuietStatement(
        reason=reason, actor="us", claim="us-troops", outlet="Paper", title=title, learned_at=NOON
    )


def test_every_reason_has_words_except_that_of_what_was_told_as_possible():
    grouped = [reason for reason in Reason if silences([quiet(reason)])]
    assert set(Reason) - set(grouped) == {Reason.AWAITING_SECOND_WITNESS}


def test_they_are_counted_by_group_with_the_last_as_example():
    found = silences(
        [quiet(Reason.SAME_WITNESS, "A"), quiet(Reason.RESTATES), quiet(Reason.SAME_WITNESS, "B")]
    )
    assert in_a_line(found) == "1 restatement, 2 copies"
    assert found[1].example == "Paper: B"


def test_what_was_not_read_is_told_apart():
    wall = UnreadEntry(reason=NotRead.CONSENT_WALL, title="Front", done_at=NOON)
    german = replace(wall, reason=NotRead.OTHER_LANGUAGE)
    assert in_a_line(unread([wall, german, wall])) == "2 consent walls, 1 foreign page"


HOLDING = HoldingView(
    actor_id="us",
    actor="United States",
    claim_id="us-troops",
    claim="The United States sends troops.",
    position=Position.OPPOSES,
    since=date(2025, 2, 12),
    last_heard=date(2025, 8, 18),
)
PENDING = ChangeView(
    id="finland.us-troops.1",
    actor_id="finland",
    actor="Finland",
    claim_id="us-troops",
    claim=HOLDING.claim,
    before=Position.OPPOSES,
    after=Position.UNDECIDED,
    kind=Kind.SHIFT,
    state=State.POSSIBLE,
    since=date(2025, 8, 22),
)


def printed(*holdings: HoldingView, moved: set[tuple[str, str]]) -> list[str]:
    console = Console(file=StringIO(), width=80)
    console.print(stances(holdings, moved=moved, today=date(2025, 8, 23)))
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue().replace("\N{NO-BREAK SPACE}", " ")
    return [line.rstrip() for line in shown.splitlines() if line.strip()]


def test_a_claim_is_followed_by_its_positions_and_who_holds_them():
    russia = replace(HOLDING, actor_id="russia", actor="Russia", position=Position.SUPPORTS)
    italy = replace(HOLDING, actor_id="italy", actor="Italy")
    assert printed(HOLDING, russia, italy, moved=set()) == [
        "The United States sends troops.",
        "  ++ supports   Russia",
        "  −− opposes    United States, Italy",
    ]


def test_who_moved_is_shown_with_the_day_and_who_may_be_moving_with_where_to():
    finland = replace(HOLDING, actor_id="finland", actor="Finland", pending=PENDING)
    recent = replace(HOLDING, since=date(2025, 8, 19))
    assert printed(recent, finland, moved={("us", "us-troops")})[1] == (
        "  −− opposes    United States since 19 Aug, Finland (possibly undecided now)"
    )
