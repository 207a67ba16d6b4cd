"""Whoever is meant is found: by id, name, alias, an unfinished or a misspelt word."""

import pytest

from bot.names import Directory, actor_names, claim_names
from watchers.actor_files import shipped_actors
from watchers.claims import load_claims

ACTORS = Directory(actor_names(shipped_actors()))
CLAIMS = Directory(claim_names(load_claims().claims))

MEANT = {
    "an id": ("new-zealand", "new-zealand"),
    "a name": ("Saudi Arabia", "saudi-arabia"),
    "a capital": ("kyiv", "ukraine"),
    "an adjective": ("polish", "poland"),
    "a house": ("white house", "us"),
    "a person": ("Macron", "france"),
    "an unfinished word": ("germ", "germany"),
    "an unfinished second word": ("united king", "uk"),
    "an accent left out": ("elysee", "france"),
    "capitals": ("TURKEY", "turkey"),
    "a letter missing": ("Ukrane", "ukraine"),
    "two letters changed": ("Lithaunia", "lithuania"),
    "a short word that is a name": ("eu", "eu"),
}


@pytest.mark.parametrize(("typed", "actor"), MEANT.values(), ids=MEANT.keys())
def test_the_actor_that_is_meant(typed: str, actor: str) -> None:
    found = ACTORS.find(typed)
    assert found is not None
    assert found.id == actor


@pytest.mark.parametrize("typed", ["", "   ", "!!", "Atlantis", "xq", "'; drop table feeds"])
def test_nobody_is_meant(typed: str) -> None:
    assert ACTORS.find(typed) is None


@pytest.mark.parametrize(
    ("typed", "claim"),
    [
        ("us-troops", "us-troops"),
        ("us troops", "us-troops"),
        ("nato memb", "nato-membership"),
        ("article 5", "article-5-guarantee"),
        ("nato-membrship", "nato-membership"),
    ],
)
def test_the_claim_that_is_meant(typed: str, claim: str) -> None:
    found = CLAIMS.find(typed)
    assert found is not None
    assert found.id == claim


def test_nothing_typed_offers_everything_that_fits() -> None:
    assert len(ACTORS.suggest("")) == 25
    assert [one.id for one in CLAIMS.suggest("")] == [one.id for one in CLAIMS.all()]


def test_what_is_not_watched_any_more_is_called_by_its_id() -> None:
    assert CLAIMS.name("long-gone") == "long-gone"
    assert "long-gone" not in CLAIMS
