"""One key for each speaker, however an article names him."""

from datetime import date

import pytest

from tests.stories.playing import actors
from watchers.ledger.speakers import Speakers
from watchers.model import Authority

DUDA, LECORNU = "Andrzej Duda", "Sébastien Lecornu"
NAMED = {
    "the whole name": ("poland", "Donald Tusk", Authority.LEADER, "Donald Tusk"),
    "the surname": ("poland", "Tusk", Authority.LEADER, "Donald Tusk"),
    "with a title": ("poland", "Prime Minister Donald Tusk", Authority.LEADER, "Donald Tusk"),
    "the office of a leader": ("uk", "the prime minister", Authority.LEADER, "Keir Starmer"),
    "a minister's office": ("france", "the French defence minister", Authority.MINISTER, LECORNU),
    "by another name": ("france", "the Minister of Defense", Authority.MINISTER, LECORNU),
    "of two leaders the one of that office": ("poland", "Polish president", Authority.LEADER, DUDA),
    "his deputy": ("france", "deputy defence minister", Authority.ENVOY, "deputy defence minister"),
    "an office that two may mean": ("poland", "a minister", Authority.MINISTER, "a minister"),
    "a body": ("poland", "the Polish government", Authority.OFFICIAL, "polish government"),
    "an actor that is not watched": ("atlantis", "The King", Authority.OFFICIAL, "king"),
}


@pytest.mark.parametrize(("actor", "named", "rank", "key"), NAMED.values(), ids=NAMED)
def test_the_key_of_a_speaker(actor: str, named: str, rank: Authority, key: str) -> None:
    assert Speakers(actors()).key(actor, named, rank, date(2025, 6, 2)) == key
