"""What is made of a configuration that is valid, and what of one that names what is not there."""

import pytest

from bot.settings import Configuration
from bot.watching import compile_reader, watchlist_of
from watchers.errors import Misuse
from watchers.settings_file import parse_settings


def configured(text: str) -> Configuration:
    return parse_settings(text, Configuration, name="t.toml")


def test_a_word_of_one_letter_is_a_word():
    """The stem of "policy" drops its "y", and the stem of "y" must not be nothing."""
    compile_reader(
        watchlist_of(configured('[claims.zz]\nproposition = "X is y."\nkeywords = ["y"]'))
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ('actors = ["uss"]', "alerts.routes: actors: uss is not watched; did you mean us?"),
        ('claims = ["us-troop"]', "alerts.routes: claims: us-troop is not watched; did you mean"),
    ],
)
def test_a_route_for_what_is_not_watched_is_refused(given, told):
    with pytest.raises(Misuse, match=told):
        watchlist_of(configured(f"[[alerts.routes]]\nchannel = 1\n{given}"))


def test_a_route_for_what_is_watched_is_taken():
    watchlist_of(
        configured('[[alerts.routes]]\nchannel = 1\nactors = ["us"]\nclaims = ["us-troops"]')
    )
