"""Changes to tell, as tests need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.views import ChangeView, Evidence
from watchers.model import Kind, Position, State, Via

TRUMP = Evidence(
    speaker="Donald Trump",
    quotation="“You have my assurance,” he said of American troops, “and I am president.”",
    outlet="Fox News",
    url="https://www.foxnews.example/politics/trump-troops",
    said_on=date(2025, 8, 19),
    via=Via.QUOTE,
)

US_TROOPS = ChangeView(
    id="us/us-troops/1",
    actor_id="us",
    actor="United States",
    claim_id="us-troops",
    claim="The United States sends ground troops or peacekeepers to Ukraine.",
    before=Position.OPEN,
    after=Position.OPPOSES,
    kind=Kind.REVERSAL,
    state=State.CONFIRMED,
    since=date(2025, 8, 19),
    evidence=(TRUMP,),
    before_since=date(2025, 8, 18),
)


def change(number: int = 1, **given: Any) -> ChangeView:
    """A change of its own: another id and another actor."""
    return replace(US_TROOPS, id=f"change-{number}", actor=f"Actor {number}", **given)
