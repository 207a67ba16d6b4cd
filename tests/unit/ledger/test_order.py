"""The same statements give the same holding, `since` and history in whatever order they came."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ledger.material import PAIR, RANKS, Watch, article, at, said
from watchers.ledger.records import Fold
from watchers.model import Act, Article, Position, Statement, Via, When

QUOTES = (
    "we will send our soldiers as soon as the guns are silent and not a day later",
    "not one of our men will ever set foot over there while I am in this office",
    "perhaps one day we shall see what can be done about all of this together",
)
BODIES = (
    "A minister spoke at length in the harbour on Monday about the force and its many critics "
    "and nobody in the hall asked him what it would cost the taxpayers of the country in the end.",
    "In the capital they say that the plan has been on the table for weeks now and that the "
    "president will decide on it alone before he leaves for his holidays in the mountains.",
)


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[Article, Statement]]:
    made = []
    for number in range(draw(st.integers(2, 7))):
        on = draw(st.integers(1, 24))
        hour = draw(st.integers(0, 23)) + number / 100
        outlet = f"Outlet {draw(st.integers(1, 4))}"
        if made and draw(st.integers(0, 3)) == 0:
            printed, repeated = draw(st.sampled_from(made))
            copy = article(f"a{number}", at(on, hour), outlet=outlet, text=printed.text)
            made.append((copy, repeated))
            continue
        quote = draw(st.sampled_from((None, None, *QUOTES)))
        body = draw(st.sampled_from((None, None, *BODIES)))
        evidence = f"“{quote},” he said." if quote else f"He said so, number {number}."
        text = f"{body or f'The news of day {on} by reporter {number}.'}\n\n{evidence}"
        via = draw(st.sampled_from((Via.QUOTE, Via.REPORTED, Via.REPORTED, Via.SECONDHAND)))
        days_ago = draw(st.sampled_from((None, None, 1, 3)))
        statement = said(
            draw(st.sampled_from([p.value for p in Position])),
            draw(st.sampled_from(sorted(RANKS))),
            via=via,
            when=draw(st.sampled_from((When.NOW, When.NOW, When.NOW, When.PAST))),
            act=draw(st.sampled_from((None, None, None, None, *Act))),
            said_on=at(on).date() - timedelta(days=days_ago) if days_ago else None,
            evidence=evidence,
            span=(text.index(evidence), len(text)),
        )
        made.append((article(f"a{number}", at(on, hour), outlet=outlet, text=text), statement))
    return made


def outcome(made: list[tuple[Article, Statement]], held: str | None, inherited: bool) -> object:
    watch = Watch(held, inherited=inherited)
    for one, statement in made:
        watch.hear(one, statement)
    fold: Fold = watch.shelf.book(PAIR, date.max).fold
    holding = fold.holding
    return (
        (holding.position, holding.since, holding.newest, holding.heard) if holding else None,
        [(m.origin, m.to, m.since, m.confirmed, m.heard) for m in fold.moves],
        [(c.position, c.first, c.possible) for c in fold.candidates],
        fold.dispute and (fold.dispute.to, fold.dispute.since),
    )


@settings(max_examples=400, deadline=None)
@given(
    made=arrivals(),
    held=st.sampled_from((None, "opposes", "open", "undecided")),
    inherited=st.booleans(),
    data=st.data(),
)
def test_arrivals_in_any_order_fold_alike(
    made: list[tuple[Article, Statement]],
    held: str | None,
    inherited: bool,
    data: st.DataObject,
) -> None:
    shuffled = data.draw(st.permutations(made))
    assert outcome(shuffled, held, inherited) == outcome(made, held, inherited)
