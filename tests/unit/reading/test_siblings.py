"""Which of a user's claims a sentence is on, in other words than his keywords, and on which side."""

from functools import cache

import pytest

from tests.unit.reading.material import article, read, rules_alone
from watchers.reading.article import ArticleReader
from watchers.reading.reader import Reader
from watchers.reading.text.document import Document
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist


@cache
def neighbours() -> Reader:
    """A configuration of claims that share most of their words."""
    return rules_alone(
        build_watchlist(
            seeds=False,
            claims={
                "serbia-joins": OwnClaim(
                    proposition="Serbia becomes a member of the European Union.",
                    keywords=(
                        "Serbia's EU membership",
                        "Serbian accession",
                        "Serbia in the Union",
                        "membership bid of Serbia",
                    ),
                ),
                "albania-joins": OwnClaim(
                    proposition="Albania becomes a member of the European Union.",
                    keywords=(
                        "Albania's EU membership",
                        "Albanian accession",
                        "Albania in the Union",
                        "membership bid of Albania",
                    ),
                ),
                "early-date": OwnClaim(
                    proposition="Serbia is taken into the Union by a fixed early date.",
                    keywords=(
                        "accession date",
                        "fast track to membership",
                        "timetable for accession",
                        "accelerated accession",
                    ),
                ),
                "majority": OwnClaim(
                    proposition="Steps of enlargement are decided by majority instead of unanimity.",
                    keywords=(
                        "qualified majority on enlargement",
                        "national veto on enlargement",
                        "unanimity rule",
                        "majority decisions on enlargement",
                    ),
                ),
                "whaling-ban": OwnClaim(
                    proposition="Whaling in the north is stopped by a moratorium.",
                    keywords=("moratorium on whaling", "whaling ban", "hunting of whales"),
                ),
            },
            actors={
                "norway": OwnActor(name="Norway", aliases=("Oslo",)),
                "austria": OwnActor(name="Austria", aliases=("Vienna",)),
                "serbia": OwnActor(name="Serbia", aliases=("Belgrade",)),
                "albania": OwnActor(name="Albania", aliases=("Tirana",)),
            },
        )
    )


def named(text: str) -> dict[str, int]:
    """Claim -> side, for each claim that the last sentence of a text names."""
    one = article(text)
    found = ArticleReader(neighbours().knowledge, one, Document(one.title, one.text)).read()
    return {m.claim: m.polarity for m in found.traces[-1].mentions}


NAMED = {
    "a word of the same family": ("Vienna spoke of Serbia's candidacy.", {"serbia-joins": 1}),
    "the verb for the noun": ("Serbia should join the Union.", {"serbia-joins": 1}),
    "the other country's name": ("Vienna spoke of Albanian entry.", {"albania-joins": 1}),
    "both names": (
        "Vienna spoke of membership for Serbia and Albania.",
        {"serbia-joins": 1, "albania-joins": 1},
    ),
    "the word that only one claim has": (
        "Vienna spoke of a timetable for Serbian accession.",
        {"early-date": 1},
    ),
    "nothing tells them apart": ("Vienna spoke of candidates and their accession.", {}),
    "a general word alone": ("Vienna spoke of the next step and of a date.", {}),
    "what is wanted": ("Vienna spoke of majority decisions on enlargement.", {"majority": 1}),
    "what is not wanted": (
        "Vienna spoke of the national veto on enlargement.",
        {"majority": -1},
    ),
    "an end of what is not wanted": (
        "Vienna spoke of abolishing the national veto on enlargement.",
        {"majority": 1},
    ),
    "the thing to be stopped": ("Vienna spoke of the hunting of whales.", {"whaling-ban": -1}),
    "the stop": ("Vienna spoke of a pause in the hunting of whales.", {"whaling-ban": 1}),
    "what the article was on just before": (
        "Vienna spoke of Serbia's EU membership. Then it spoke of the accession again.",
        {"serbia-joins": 1},
    ),
}


@pytest.mark.parametrize("row", NAMED.values(), ids=NAMED)
def test_a_claim_is_named_by_what_tells_it_from_its_neighbours(
    row: tuple[str, dict[str, int]],
) -> None:
    text, expected = row
    assert named(text) == expected


def test_words_that_tell_no_claim_from_another_carry_no_position() -> None:
    text = "Norway wants to become a member of the European Union."
    assert read(text, reader=neighbours()) == []


SAID = {
    "for a stop": (
        "Norway supports a moratorium on whaling.",
        ("norway", "whaling-ban", "supports"),
    ),
    "against a stop": (
        "Norway rejects a moratorium on whaling.",
        ("norway", "whaling-ban", "opposes"),
    ),
    "for the thing": (
        "Norway supports the hunting of whales.",
        ("norway", "whaling-ban", "opposes"),
    ),
    "for the unwanted": (
        "Austria supports the national veto on enlargement.",
        ("austria", "majority", "opposes"),
    ),
    "the step is the claim": (
        "Vienna spoke of Serbia's EU membership. Norway welcomed the step.",
        ("norway", "serbia-joins", "supports"),
    ),
}


@pytest.mark.parametrize("row", SAID.values(), ids=SAID)
def test_a_position_is_held_on_the_side_that_is_named(
    row: tuple[str, tuple[str, str, str]],
) -> None:
    text, expected = row
    assert expected in read(text, reader=neighbours())
