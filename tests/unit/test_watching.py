"""What is made of a configuration that is valid, and what of one that names what is not there."""

from pathlib import Path

import pytest

from bot.configuration.faults import idle_in
from bot.settings import Configuration, load_configuration
from bot.watching import compile_reader, watchlist_of
from watchers.settings_file import parse_settings


def configured(text: str) -> Configuration:
    return parse_settings(text, Configuration, name="t.toml")


def test_a_word_of_one_letter_is_a_word():
    """The stem of "policy" drops its "y", and the stem of "y" must not be nothing."""
    compile_reader(
        watchlist_of(configured('[claims.zz]\nproposition = "X is y."\nkeywords = ["y"]'))
    )


def test_a_claim_of_ones_own_takes_the_place_of_a_shipped_one_of_its_name():
    own = '[claims.us-troops]\nproposition = "X joins."\nkeywords = ["X"]'
    claims = [claim for claim in watchlist_of(configured(own)).claims if claim.id == "us-troops"]
    assert [claim.proposition for claim in claims] == ["X joins."]


def test_adjustments_of_shipped_claims_may_stand_while_these_are_left_out():
    text = '[watch]\nseeds = false\n[watch.keywords.us-troops]\nadd = ["GIs"]'
    assert watchlist_of(configured(text)).claims == ()
    assert [*idle_in(configured(text))] == [
        "watch.keywords.us-troops: no shipped claim is watched, since watch.seeds is false"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    {
        "a keyword taken away that is none": (
            '[watch.keywords.nato-membership]\nremove = ["nato dor", "NATO door"]',
            "watch.keywords.nato-membership.remove: “nato dor” is not among its keywords; did you mean NATO door?",
        ),
        "a keyword that holds what is excluded": (
            '[claims.zz]\nproposition = "X joins."\nkeywords = ["Xs", "The X bid"]\nexclude = ["x"]',
            "claims.zz.keywords: “The X bid” never counts, since “x” is excluded",
        ),
        "an added one that does": (
            '[watch.keywords.us-troops]\nadd = ["GIs in Kyiv"]\nexclude = ["in kyiv"]',
            "watch.keywords.us-troops.add: “GIs in Kyiv” never counts, since “in kyiv” is excluded",
        ),
    }.values(),
)
def test_words_that_can_do_nothing_are_named(text: str, told: str):
    assert [*idle_in(configured(text))] == [told]


def test_nothing_of_the_example_is_idle():
    assert [*idle_in(load_configuration(Path("config.example.toml")))] == []


def test_a_route_for_what_is_watched_is_taken():
    watchlist_of(
        configured('[[alerts.routes]]\nchannel = 1\nactors = ["us"]\nclaims = ["us-troops"]')
    )
