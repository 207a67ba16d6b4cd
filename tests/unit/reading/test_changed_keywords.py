"""A user's changes to the shipped keywords do what they say, on every shipped claim, with rules and weights together."""

from functools import cache

import pytest

from tests.unit.reading.material import read
from watchers.reading.reader import Reader
from watchers.reading_worker import compile_reader
from watchers.watchlist import KeywordChange, build_watchlist

CLAIMS = [claim.id for claim in build_watchlist().claims]
SOLDIERS = [claim.id for claim in build_watchlist().claims if claim.doer]

#: Claim -> a sentence that names it by one keyword alone, who holds it there, and the keyword.
NAMED = {
    "us-troops": (
        "President Donald Trump ruled out American soldiers in Ukraine.",
        "us",
        "American soldiers",
    ),
    "western-force": (
        "President Emmanuel Macron endorsed the reassurance force in Ukraine.",
        "france",
        "reassurance force",
    ),
    "own-troops": (
        "Chancellor Friedrich Merz ruled out sending German troops to Ukraine.",
        "germany",
        "send troops to Ukraine",
    ),
    "us-backstop": (
        "Prime Minister Keir Starmer said Britain supports a backstop. Ukraine waits.",
        "uk",
        "backstop",
    ),
    "security-guarantees": (
        "Prime Minister Keir Starmer said Britain supports a package of guarantees. Ukraine waits.",
        "uk",
        "package of guarantees",
    ),
    "europe-leads": (
        "President Donald Trump said he supports Europe in the driving seat. Ukraine waits.",
        "us",
        "EUROPE driving seat",
    ),
    "article-5-guarantee": (
        "Prime Minister Giorgia Meloni said Italy supports a text close to Article 5. Ukraine waits.",
        "italy",
        "close to article 5",
    ),
    "nato-membership": (
        "Foreign Minister Sergei Lavrov said Russia opposes an open NATO door. Ukraine waits.",
        "russia",
        "NATO door",
    ),
    "moscow-consent": (
        "President Emmanuel Macron rejected that it is up to Russia. Ukraine waits.",
        "france",
        "up to RUSSIA",
    ),
    "territorial-concessions": (
        "President Volodymyr Zelensky said he opposes a partition of Ukraine.",
        "ukraine",
        "partition of ukraine",
    ),
    "leaders-summit": (
        "Chancellor Friedrich Merz said Germany supports a three-way summit. Ukraine waits.",
        "germany",
        "three-way summit",
    ),
}


def reader(claim: str, *, add: str = "", remove: str = "", exclude: str = "") -> Reader:
    change = KeywordChange(
        add=(add,) if add else (),
        remove=(remove,) if remove else (),
        exclude=(exclude,) if exclude else (),
    )
    return compile_reader(build_watchlist(keywords={claim: change}))


def pairs(text: str, changed: Reader | None = None) -> set[tuple[str, str]]:
    return {(actor, claim) for actor, claim, _ in read(text, reader=changed or shipped())}


@cache
def shipped() -> Reader:
    return compile_reader(build_watchlist())


@pytest.mark.parametrize("claim", CLAIMS)
def test_an_added_keyword_names_the_claim(claim: str) -> None:
    text = (
        "Prime Minister Keir Starmer said Britain supports Operation Safe Harbour in Ukraine.\n\n"
        "The Lithuanian government opposes Operation Safe Harbour, its spokesman said."
    )
    assert not read(text, reader=shipped())
    changed = reader(claim, add="Operation Safe Harbour")
    assert changed.names_a_claim(text)
    assert sorted(read(text, reader=changed)) == [
        ("lithuania", claim, "opposes"),
        ("uk", claim, "supports"),
    ]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_removed_keyword_names_the_claim_no_more(claim: str) -> None:
    text, actor, keyword = NAMED[claim]
    assert (actor, claim) in pairs(text)
    assert (actor, claim) not in pairs(text, reader(claim, remove=keyword))


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_removed_keyword_leaves_the_others(claim: str) -> None:
    text, actor, _ = NAMED[claim]
    other = next(k for c in build_watchlist().claims if c.id == claim for k in reversed(c.keywords))
    assert (actor, claim) in pairs(text, reader(claim, remove=other))


@pytest.mark.parametrize("claim", CLAIMS)
def test_where_an_excluded_phrase_stands_the_claim_is_not_spoken_of(claim: str) -> None:
    text, actor, _ = NAMED[claim]
    said = text.replace(".", " on harbour day.", 1)
    assert (actor, claim) in pairs(said)
    assert claim not in {c for _, c in pairs(said, reader(claim, exclude="Harbour day"))}


# -- claims about soldiers ------------------------------------------------------------------------


@pytest.mark.parametrize("claim", SOLDIERS)
def test_an_excluded_phrase_keeps_its_own_claim_silent_and_no_other(claim: str) -> None:
    changed = reader(claim, exclude="ukraine")
    found = {c for one in SOLDIERS for _, c in pairs(NAMED[one][0], changed)}
    assert found == {*SOLDIERS} - {claim}


@pytest.mark.parametrize("claim", SOLDIERS)
def test_a_keyword_names_its_claim_too_where_no_nation_says_whose_the_soldiers_are(claim: str):
    """As in adding to the other claims: what another claim meets already, it still meets."""
    text = "President Emmanuel Macron said he supported sending squaddies to Ukraine."
    assert read(text, reader=shipped()) == [("france", "own-troops", "supports")]
    changed = reader(claim, add="squaddies in Ukraine")
    assert sorted(read(text, reader=changed)) == sorted(
        {("france", "own-troops", "supports"), ("france", claim, "supports")}
    )


def test_a_nation_that_is_named_is_stronger_than_a_keyword() -> None:
    text = "Prime Minister Keir Starmer ruled out sending British squaddies to Ukraine."
    expected = [("uk", "own-troops", "opposes")]
    assert read(text, reader=reader("us-troops", add="squaddies in Ukraine")) == expected


def test_a_keyword_for_an_actors_own_soldiers_is_another_claim_in_washington() -> None:
    """And none in Moscow, whose soldiers are no Western force."""
    changed = reader("own-troops", add="Operation Safe Harbour")
    text = "President Donald Trump ruled out Operation Safe Harbour in Ukraine."
    assert read(text, reader=changed) == [("us", "us-troops", "opposes")]
    text = "Foreign Minister Sergei Lavrov said Russia opposes Operation Safe Harbour in Ukraine."
    assert read(text, reader=changed) == []


def test_a_removed_keyword_is_as_wide_as_a_keyword() -> None:
    """Word forms, families and order do not matter, and what another keyword names is still named."""
    changed = reader("us-troops", remove="American soldiers")
    assert not pairs("President Donald Trump ruled out sending US soldiers to Ukraine.", changed)
    assert ("us", "us-troops") in pairs(
        "President Donald Trump ruled out sending American soldiers and peacekeepers to Ukraine.",
        changed,
    )
    assert ("us", "us-troops") in pairs(
        "President Donald Trump ruled out sending US troops to Ukraine.", changed
    )
