"""Texts that are somebody's own words: official statements, speeches and declarations, and articles that only speak of them."""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Statement, Via

BODY = "We met today to discuss the war in Ukraine.\n\n{}\n\nWe will meet again next week."
FOUR = {"france", "germany", "poland", "uk"}
NAMES = "President Macron, Chancellor Merz, Prime Minister Tusk and Prime Minister Starmer"
COUNTRIES = "the leaders of France, Germany, Poland and the United Kingdom"

#: Claim, position and the words of it.
SAID = [
    ("territorial-concessions", "opposes", "We are clear that international borders must not be changed by force."),
    ("security-guarantees", "supports", "Ukraine must have robust security guarantees."),
    ("moscow-consent", "opposes", "Russia cannot have a veto over the guarantees."),
    ("western-force", "supports", "We stand ready to deploy a multinational force to Ukraine once there is a ceasefire."),
]  # fmt: skip

#: Headline, text around the words, whose they are.
OWN = [
    (f"Joint statement by {NAMES}", BODY, FOUR),
    (f"Joint statement on Ukraine by {COUNTRIES}", BODY, FOUR),
    ("Joint statement on Ukraine", f"Joint statement by {NAMES}.\n\n{BODY}", FOUR),
    ("Joint statement on Ukraine", "{} We mean it for Ukraine.", set()),
    ("Joint statement on Ukraine", f"We, {COUNTRIES}, met in Paris. {{}} We thank Ukraine.", FOUR),
    ("Paris declaration", f"The {COUNTRIES[4:]} met in Paris.\n\n{BODY}", FOUR),
    ("Allies meet in Paris", f"The {COUNTRIES[4:]} have issued the following statement.\n\n{BODY}", FOUR),
    ("Allies meet in Paris", f"The following statement was released by {COUNTRIES}:\n\n{BODY}", FOUR),
    ("Statement by Chancellor Merz on Ukraine", BODY, {"germany"}),
    ("Press statement by the Federal Chancellor, Friedrich Merz", BODY, {"germany"}),
    ("Statement by the Ministry of Foreign Affairs of France", BODY, {"france"}),
    ("Polish Foreign Ministry statement on Ukraine", BODY, {"poland"}),
    ("Speech by Prime Minister Keir Starmer in Paris", BODY, {"uk"}),
    ("Prime Minister Keir Starmer's remarks in Kyiv", BODY, {"uk"}),
    ("Full text of Emmanuel Macron's address to the nation", BODY, {"france"}),
    ("Remarks by President von der Leyen after the meeting in Paris", BODY, {"eu"}),
    ("Why we must act", f"By Radoslaw Sikorski.\n\n{BODY}", {"poland"}),
    # Articles that only speak of such a text.
    ("Allies meet in Paris", f"By Radoslaw Sikorski's count, there were four.\n\n{BODY}", set()),
    ("Merz statement sparks row in Berlin", BODY, set()),
    ("Shares fall", f"Shares fell in France and Germany, following remarks by others.\n\n{BODY}", set()),
    ("European leaders issue joint statement on Ukraine", BODY, set()),
    ("Statement by Merz causes a stir", "Officials met to discuss Ukraine. {} Journalists took notes.", set()),
    ("Speech by Keir Starmer in Paris", f"{BODY}\n\nStarmer left, and Starmer flew home.", set()),
]  # fmt: skip


def read(title: str, text: str) -> list[Statement]:
    return list(shipped_reader().read(article(text, title=title)).statements)


@pytest.mark.parametrize(("title", "text", "whose"), OWN)
def test_it_knows_whose_words_a_text_is(title: str, text: str, whose: set[str]) -> None:
    for claim, position, words in SAID if whose else SAID[:1]:
        found = [s for s in read(title, text.format(words)) if s.claim == claim]
        assert {s.actor for s in found if str(s.position) == position} == whose, words
        assert all(s.via is Via.QUOTE for s in found)


def test_others_of_whom_an_author_tells_are_told_at_second_hand() -> None:
    told = read(
        "Speech by Prime Minister Keir Starmer in Paris",
        "We stand with Ukraine. Poland has ruled out sending soldiers to Ukraine.",
    )
    assert [(s.actor, s.via) for s in told if s.claim == "own-troops"] == [
        ("poland", Via.SECONDHAND)
    ]


def test_words_without_marks_below_a_colon_are_whose_they_are_told_to_be() -> None:
    text = (
        "The allies met in Paris to help Ukraine.\n\nPrime Minister Keir Starmer said:\n\n"
        "We are ready to send troops to Ukraine.\n\nWe will accept no Russian veto over the guarantees.\n\n"
        "Officials left. NATO membership for Ukraine was out of the question."
    )
    told = {(s.actor, s.claim, str(s.position)) for s in read("Allies meet", text)}
    assert told == {("uk", "own-troops", "supports"), ("uk", "moscow-consent", "opposes")}
