"""A user's claim for an end of something, and what is done to any claim's matter: kept, lifted, cut, extended."""

from functools import cache

import pytest

from tests.unit.reading.material import read, rules_alone
from watchers.reading.reader import Reader
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist


@cache
def configured() -> Reader:
    """Claims for an end in several wordings, and some for a thing."""
    return rules_alone(
        build_watchlist(
            seeds=False,
            claims={
                "checks": OwnClaim(
                    proposition="Controls at internal borders should be ended.",
                    keywords=("border controls", "Schengen controls", "controls at internal borders"),
                ),
                "beet-ban": OwnClaim(
                    proposition="Imports of Moldovan sugar are banned.",
                    keywords=("sugar imports from Moldova", "ban on Moldovan sugar", "sugar import ban"),
                ),
                "farm-cuts": OwnClaim(
                    proposition="Farm subsidies in the budget should be cut.",
                    keywords=("farm subsidies", "cuts to farm subsidies", "payments to farmers"),
                ),
                "farm-ceiling": OwnClaim(
                    proposition="Payments to large estates get a ceiling.",
                    keywords=("ceiling on payments to farmers", "ceiling for large estates"),
                ),
                "storage": OwnClaim(
                    proposition="Gas storage targets are loosened.",
                    keywords=("gas storage targets", "storage targets", "gas storage rules"),
                ),
                "bus-tolls": OwnClaim(
                    proposition="Buses pay a toll on motorways.",
                    keywords=("bus toll", "toll for buses", "motorway toll for buses"),
                ),
                "world-toll": OwnClaim(
                    proposition="A world deal on tolls at sea is made.",
                    keywords=("world toll deal", "world deal on tolls", "sea toll deal"),
                ),
                "tidal-end": OwnClaim(
                    proposition="Austria ends its moratorium on tidal power.",
                    keywords=("moratorium on tidal power", "tidal power moratorium", "tidal power"),
                ),
                "eel-pact": OwnClaim(
                    proposition="The Black Sea eel pact is renewed.",
                    keywords=("Black Sea Eel Initiative", "eel pact", "suspend participation in the pact"),
                ),
                "seal-exit": OwnClaim(
                    proposition="The actor's country withdraws from the Vienna Seal Convention.",
                    keywords=("withdrawal from the Seal Convention", "Seal Convention"),
                ),
                "act-delay": OwnClaim(
                    proposition="The EU pauses the Seeds Act for small growers.",
                    keywords=("Seeds Act pause", "stop the clock on the Seeds Act", "Seeds Act"),
                ),
            },
            actors={
                "norway": OwnActor(name="Norway", aliases=("Oslo",)),
                "austria": OwnActor(name="Austria", aliases=("Vienna",)),
                "moldova": OwnActor(name="Moldova", aliases=("Chisinau",)),
            },
        )
    )  # fmt: skip


SAID = {
    # The thing that a proposition would end, and who is for it.
    "the thing by the proposition's words": (
        "Austria defends controls at internal borders.",
        ("checks", "opposes"),
    ),
    "the thing by a keyword with the same noun": (
        "Austria opposes Schengen controls.",
        ("checks", "supports"),
    ),
    "the thing with its country behind it": (
        "Austria backs sugar imports from Moldova.",
        ("beet-ban", "opposes"),
    ),
    "what another noun is of": (
        "Austria backs a delay of the Seeds Act.",
        ("act-delay", "supports"),
    ),
    "what is curbed": ("Austria backs curbs on sugar imports from Moldova.", ("beet-ban", "supports")),
    # What is done to it.
    "ended": ("Austria ended its border controls.", ("checks", "supports")),
    "not lifted": ("Austria will not lift its border controls.", ("checks", "opposes")),
    "extended": ("Austria wants to extend its border controls.", ("checks", "opposes")),
    "an extension": ("Austria rejects an extension of the border controls.", ("checks", "supports")),
    "stricter": ("Austria backs stricter border controls.", ("checks", "opposes")),
    "must end": ("Austria said that the border controls should end.", ("checks", "supports")),
    "must not end": ("Austria said that the border controls must not be lifted.", ("checks", "opposes")),
    "stays": ("Austria said that the border controls would stay.", ("checks", "opposes")),
    "wants it extended": ("Austria wants the border controls extended.", ("checks", "opposes")),
    "loosened": ("Austria wants to relax the gas storage targets.", ("storage", "supports")),
    "kept, where it should be loosened": (
        "Austria wants to keep the storage targets.",
        ("storage", "opposes"),
    ),
    "more of what should be cut": ("Austria wants higher farm subsidies.", ("farm-cuts", "opposes")),
    "not to be cut": ("Austria insists that farm subsidies must not be cut.", ("farm-cuts", "opposes")),
    "an end is called for": ("Austria called for an end to the border controls.", ("checks", "supports")),
    "an end is not called for": (
        "Austria rejects an end to the border controls.",
        ("checks", "opposes"),
    ),
    # What is done to a stop.
    "an end of a ban is called for": (
        "Austria called for an end to the ban on Moldovan sugar.",
        ("beet-ban", "opposes"),
    ),
    "an end of a stop that the claim would end": (
        "Austria called for an end to the moratorium on tidal power.",
        ("tidal-end", "supports"),
    ),
    "a stop that the claim would end": (
        "Austria supports the moratorium on tidal power.",
        ("tidal-end", "opposes"),
    ),
    "a ban is kept": ("Austria will keep its ban on Moldovan sugar.", ("beet-ban", "supports")),
    "a ban is ended": ("Austria wants to end the ban on Moldovan sugar.", ("beet-ban", "opposes")),
    "a ban of many words is ended": (
        "Austria wants to end the sugar import ban.",
        ("beet-ban", "opposes"),
    ),
    "a ban is wanted lifted": ("Austria wants the sugar import ban lifted.", ("beet-ban", "opposes")),
    "a ban is not lifted": ("Austria will not lift the sugar import ban.", ("beet-ban", "supports")),
    # What is done to the matter of a claim that ends nothing.
    "a toll is kept": ("Austria will keep its bus toll.", ("bus-tolls", "supports")),
    "a toll is raised": ("Austria doubled its bus toll.", ("bus-tolls", "supports")),
    "a toll is lifted": ("Austria lifted its bus toll.", ("bus-tolls", "opposes")),
    "an end of a toll is wanted": ("Austria wants an end to the bus toll.", ("bus-tolls", "opposes")),
    "a toll is to go": ("Austria said that the bus toll would be phased out.", ("bus-tolls", "opposes")),
    "an end, and the claim's own words between": (
        "Austria wants to end the Black Sea eel pact.",
        ("eel-pact", "opposes"),
    ),
    "remains in what it would leave": (
        "Austria will remain in the Vienna Seal Convention.",
        ("seal-exit", "opposes"),
    ),
    "leaves it": ("Austria will withdraw from the Seal Convention.", ("seal-exit", "supports")),
    "for what it would leave": ("Austria supports the Seal Convention.", ("seal-exit", "opposes")),
    "a plan is withdrawn": ("Austria withdrew its plan for a bus toll.", ("bus-tolls", "opposes")),
}  # fmt: skip


@pytest.mark.parametrize("row", SAID.values(), ids=SAID)
def test_less_of_a_matter_is_its_opposite_unless_the_claim_is_for_less(
    row: tuple[str, tuple[str, str]],
) -> None:
    text, expected = row
    assert read(text, reader=configured()) == [("austria", *expected)]


SILENT = {
    "who stays in a place": "Norwegian envoys will remain in Moldova for talks on sugar.",
    "a lower toll is a toll": "Austria cut its bus toll.",
    "another thing of the same kind": "Austria wants to end its milk quotas.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_says_nothing_of_a_matter(text: str) -> None:
    assert read(text, reader=configured()) == []


RIVALS = {
    "the keyword that says more": (
        "Austria supports a ceiling on payments to farmers.",
        [("austria", "farm-ceiling", "supports")],
    ),
    "the words of another keyword stand between": (
        "Austria supports a world deal on a bus toll.",
        [("austria", "bus-tolls", "supports")],
    ),
    "what every keyword has is missing": ("Austria wants a ceiling on the price of bread.", []),
    "a keyword before half of another claim": (
        "Austria plans to end its gas storage targets.",
        [("austria", "storage", "supports")],
    ),
    "a comma between the words": (
        "Norway rejects a ban on eel fishing, its farm minister said.",
        [],
    ),
}


@pytest.mark.parametrize("row", RIVALS.values(), ids=RIVALS)
def test_the_words_of_one_claim_name_no_other(
    row: tuple[str, list[tuple[str, str, str]]],
) -> None:
    text, expected = row
    assert read(text, reader=configured()) == expected
