"""A user's claim that somebody does something: whose deed a sentence tells, and what else is done with the same things."""

from functools import cache

import pytest

from tests.unit.reading.material import read, rules_alone
from watchers.reading.reader import Reader
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist


@cache
def configured() -> Reader:
    """Deeds of a country, of a union and of whoever holds the position."""
    return rules_alone(
        build_watchlist(
            seeds=False,
            claims={
                "howitzers": OwnClaim(
                    proposition="The actor's country gives Moldova Archer howitzers.",
                    keywords=("Archer howitzers", "Archers for Moldova", "Archer systems"),
                ),
                "gripen": OwnClaim(
                    proposition="Sweden supplies Moldova with Gripen fighter jets.",
                    keywords=("Gripen jets", "Gripens for Moldova", "Gripen"),
                ),
                "peru-deal": OwnClaim(
                    proposition="The European Union concludes a trade agreement with Peru.",
                    keywords=("trade deal with Peru", "EU-Peru trade agreement"),
                ),
                "whaling": OwnClaim(
                    proposition="The actor's country leaves the whaling convention.",
                    keywords=("withdrawal from the whaling convention", "whaling convention"),
                ),
            },
            actors={
                "norway": OwnActor(name="Norway", aliases=("Oslo",)),
                "austria": OwnActor(name="Austria", aliases=("Vienna",)),
                "sweden": OwnActor(name="Sweden", aliases=("Stockholm",)),
                "moldova": OwnActor(name="Moldova", aliases=("Chisinau",)),
                "eu": OwnActor(name="European Union", aliases=("EU", "Brussels")),
            },
        )
    )


SAID = {
    "the holder's own": ("Norway will send Archer howitzers to Moldova.", ("norway", "howitzers", "supports")),
    "of one's own accord beside another": (
        "Norway agreed with Sweden to give Moldova Archer howitzers.",
        ("norway", "howitzers", "supports"),
    ),
    "one's own exit": ("Norway will leave the whaling convention.", ("norway", "whaling", "supports")),
    "asked of the one whose deed it is": (
        "Austria called on Sweden to supply Gripen jets.",
        ("austria", "gripen", "supports"),
    ),
    "against the deed of another": ("Austria opposes the supply of Gripen jets.", ("austria", "gripen", "opposes")),
    "the union's": ("The EU signed a trade deal with Peru.", ("eu", "peru-deal", "supports")),
    "the union's under both names": (
        "The EU will conclude the EU-Peru trade agreement.",
        ("eu", "peru-deal", "supports"),
    ),
    "a member's say": ("Austria wants a trade deal with Peru.", ("austria", "peru-deal", "supports")),
    "a member signs the union's": ("Austria signed the trade deal with Peru.", ("austria", "peru-deal", "supports")),
}  # fmt: skip


@pytest.mark.parametrize("row", SAID.values(), ids=SAID)
def test_a_deed_is_its_doers_or_wanted_of_him(row: tuple[str, tuple[str, str, str]]) -> None:
    text, expected = row
    assert read(text, reader=configured()) == [expected]


ANOTHERS = {
    "asked of another": "Norway called on Sweden to give Moldova its Archer howitzers.",
    "wanted of others": "Norway wants other countries to send Archer howitzers.",
    "another's is judged": "Norway criticised the withdrawal from the whaling convention.",
    "another's is opposed": "Norway opposes Austria's withdrawal from the whaling convention.",
    "another is allowed to": "Sweden allowed Norway to send its Archer howitzers to Moldova.",
    "another does what the country would do": "Austria will supply Gripen jets.",
    "another plans it": "Austria plans to supply Gripen jets.",
    "another signs one": "Norway signed a trade deal with Peru.",
    "one of his own": "Norway wants a trade deal with Peru of its own.",
}


@pytest.mark.parametrize("text", ANOTHERS.values(), ids=ANOTHERS)
def test_anothers_deed_is_another_matter(text: str) -> None:
    assert read(text, reader=configured()) == []


GIVEN = {
    "part with": ("Norway is ready to part with its Archer howitzers.", "supports"),
    "would not part with": ("Norway declined to part with any of its Archer howitzers.", "opposes"),
    "refuses to give up": ("Norway refuses to give up its Archer howitzers.", "opposes"),
    "cannot do without": (
        "Norway cannot do without its Archer howitzers, its defence minister said.",
        "opposes",
    ),
    "cannot spare": (
        "Norway cannot spare any Archer howitzers, its defence minister said.",
        "opposes",
    ),
    "keeps them": ("Norway will keep its Archer howitzers.", "opposes"),
    "buys them for whom they are": ("Norway plans to buy Archer howitzers for Moldova.", "supports"),
    "what is theirs": ("Norway agreed to deliver Archer howitzers and ammunition.", "supports"),
}  # fmt: skip


@pytest.mark.parametrize("row", GIVEN.values(), ids=GIVEN)
def test_a_thing_is_given_away_or_kept(row: tuple[str, str]) -> None:
    text, position = row
    assert read(text, reader=configured()) == [("norway", "howitzers", position)]


OTHERWISE = {
    "what goes with them": "Norway will supply ammunition for the Archer howitzers.",
    "who handles them": "Norway agreed to send crews for Archer howitzers.",
    "a noun before its own": "Norway offered ten Archer howitzer crews.",
    "repaired": "Norway agreed to repair Archer howitzers for Moldova.",
    "to be repaired": "Norway said that Archer howitzers would be repaired.",
    "bought for itself": "Norway plans to buy ten Archer howitzers for its own army.",
    "their repair": "Norway supports the repair of Archer howitzers.",
    "in reserve": "Norway wants to keep its Archer howitzers ready.",
}


@pytest.mark.parametrize("text", OTHERWISE.values(), ids=OTHERWISE)
def test_what_else_is_done_with_a_thing_gives_it_to_nobody(text: str) -> None:
    assert read(text, reader=configured()) == []


def test_the_same_thing_of_another_country_is_another_matter() -> None:
    text = "Sweden will supply Gripen jets to Moldova. Austria wants American jets."
    assert read(text, reader=configured()) == [("sweden", "gripen", "supports")]
