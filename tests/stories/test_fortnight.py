"""A fresh installation in the winter of 2025: the shipped baseline ends in August.

What a bot hears first then is last autumn's news to an analyst. It goes into the digest as newly
heard, or is a first position; no alert tells of it.
"""

from datetime import timedelta
from functools import cache
from pathlib import Path

from tests.stories.playing import Played, actors, play
from watchers.article_files import load_articles
from watchers.baseline import shipped_baseline
from watchers.claims import load_claims
from watchers.holding_files import shipped_givens
from watchers.ledger.filing import ChangeLine
from watchers.model import State

WINTER = Path(__file__).parent / "winter-2025-26.jsonl"

#: States that are alerts; "heard" goes into the digest.
ALERTS = (State.POSSIBLE, State.CONFIRMED, State.CONTESTED)


@cache
def winter() -> Played:
    claims = {claim.id for claim in load_claims().claims}
    known = shipped_givens(shipped_baseline(actors(), claims))
    return play(list(load_articles(WINTER)), known)


def alerts() -> list[tuple[str, ChangeLine]]:
    return [(article, line) for article, line in winter().told if line.state in ALERTS]


def heard_before(alert: ChangeLine) -> bool:
    """Whether the bot itself had heard the position that the alert says was given up."""
    pair = (alert.actor, alert.claim)
    words = (
        statement
        for labelled in load_articles(WINTER)
        for statement in labelled.labels
        if (statement.actor, statement.claim) == pair
        and labelled.article.published < alert.at
        and statement.position is alert.told.origin
    )
    return next(words, None) is not None


def test_the_first_fortnight_brings_no_alert() -> None:
    start = min(labelled.article.published for labelled in load_articles(WINTER))
    early = [a for a, line in alerts() if line.at <= start + timedelta(days=14)]
    assert early == []


def test_no_alert_of_the_winter_is_old_news() -> None:
    assert [line.id for _, line in alerts() if not heard_before(line)] == []


def test_what_the_baseline_did_not_know_is_newly_heard() -> None:
    newly = [line.id for _, line in winter().told if line.state is State.HEARD]
    assert newly == ["france.western-force.1", "us.us-backstop.1"]
