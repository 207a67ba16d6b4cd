"""Keywords are proposed from a proposition and from texts about it."""

import pytest

from bot.commands.new_claim import chosen_of
from watchers.errors import Misuse
from watchers.proposing import Proposal, propose

TEXTS = [
    "The council talked for hours. Widening the Suez canal would cost billions, he said.",
    "Critics of widening the Suez Canal were loud. A swimming pool was opened.",
    "The canal authority spoke. Plans to widen the Suez canal met with doubt.",
    "A pool was opened on Sunday in the rain.",
]


def test_the_propositions_own_words_come_first():
    assert [one.phrase for one in propose("The Suez canal is widened.", [])] == [
        "Suez canal widened",
        "Suez canal",
        "canal widened",
    ]


def test_phrases_that_texts_on_the_matter_share_follow_with_a_sentence():
    proposed = {one.phrase: one for one in propose("The Suez canal is widened.", TEXTS)}
    phrase = next(one for one in proposed if "the Suez" in one)
    assert proposed[phrase].texts >= 2
    assert proposed[phrase].example
    assert not any("pool" in one for one in proposed)


def test_an_answer_takes_numbers_and_phrases():
    proposals = [Proposal(phrase="a b", texts=0), Proposal(phrase="c d", texts=3)]
    assert chosen_of("2, my own , 2", proposals) == ["c d", "my own"]
    for answer in ("3", " , "):
        with pytest.raises(Misuse):
            chosen_of(answer, proposals)
