"""Claims that are in a configuration alone: named in other words than its own, and the same things elsewhere."""

from functools import cache

import pytest

from tests.unit.reading.material import article, read, rules_alone
from watchers.reading.article import ArticleReader
from watchers.reading.reader import Reader
from watchers.reading.text.document import Document
from watchers.reading.words.shares import joined, shares
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist


@cache
def configured() -> Reader:
    return rules_alone(
        build_watchlist(
            seeds=False,
            claims={
                "cluster-bombs": OwnClaim(
                    proposition="Ukraine is given cluster munitions.",
                    keywords=("cluster bombs for Ukraine", "cluster munitions", "cluster shells"),
                ),
                "shells": OwnClaim(
                    proposition="Artillery shells are bought for Ukraine.",
                    keywords=("artillery shells for Ukraine", "buy shells", "burden sharing"),
                ),
                "five-percent": OwnClaim(
                    proposition="NATO countries spend five percent of GDP on defence.",
                    keywords=("5 percent target", "five per cent of GDP", "5% on defence"),
                ),
                "moldova": OwnClaim(
                    proposition="Moldova becomes a member of the European Union.",
                    keywords=("Moldova's EU accession", "Moldovan membership"),
                ),
                "assets": OwnClaim(
                    proposition="The frozen Russian state assets are confiscated outright.",
                    keywords=("confiscation of Russian assets", "seize the frozen assets", "expropriation"),
                ),
                "gas-ban": OwnClaim(
                    proposition="The European Union bans imports of Russian liquefied gas.",
                    keywords=("ban on Russian LNG", "Russian LNG", "end Russian gas imports"),
                ),
                "nuclear-tests": OwnClaim(
                    proposition="Nuclear powers carry out test explosions again.",
                    keywords=("nuclear tests", "resume nuclear testing", "testing moratorium"),
                ),
                "oil-tariffs": OwnClaim(
                    proposition="Countries that buy Russian oil are hit with tariffs.",
                    keywords=("secondary tariffs", "tariffs on buyers of Russian oil"),
                ),
                "gang-force": OwnClaim(
                    proposition="Police officers are sent to fight the gangs in Haiti.",
                    keywords=("force against gangs", "police officers for Haiti", "Gang Suppression Force"),
                ),
                "coal-end": OwnClaim(
                    proposition="The actor's country stops buying Russian coal.",
                    keywords=("stop buying Russian coal", "purchases of Russian coal"),
                ),
                "kosovo": OwnClaim(
                    proposition="The actor recognises the independence of Kosovo.",
                    keywords=("recognise Kosovo", "recognition of Kosovo's independence"),
                ),
                "trawling": OwnClaim(
                    proposition="Bottom trawling is put under a moratorium.",
                    keywords=("moratorium on bottom trawling", "ban on trawling", "bottom trawling"),
                ),
                "escort": OwnClaim(
                    proposition="Other states protect a corridor for merchant ships.",
                    keywords=("escort for merchant ships", "protection of shipping"),
                ),
            },
            actors={
                "norway": OwnActor(name="Norway", aliases=("Oslo",)),
                "austria": OwnActor(name="Austria", aliases=("Vienna",)),
                "moldova": OwnActor(name="Moldova", aliases=("Chisinau",)),
                "russia": OwnActor(name="Russia", aliases=("Moscow",)),
                "israel": OwnActor(name="Israel", aliases=("Jerusalem",)),
                "ukraine": OwnActor(name="Ukraine", aliases=("Kyiv",)),
                "nato": OwnActor(name="NATO"),
                "eu": OwnActor(name="European Union", aliases=("EU",)),
            },
        )
    )  # fmt: skip


SAID = {
    "the words of an expression apart": (
        "Norway opposes the testing of nuclear weapons.",
        ("norway", "nuclear-tests", "opposes"),
    ),
    "a percentage in another spelling": (
        "Norway supports the five per cent target.",
        ("norway", "five-percent", "supports"),
    ),
    "a percentage with its sign": (
        "Norway rejected the 5% target on Monday.",
        ("norway", "five-percent", "opposes"),
    ),
    "let into a body": (
        "Austria supports letting Moldova into the EU.",
        ("austria", "moldova", "supports"),
    ),
    "a future in the Union": (
        "Austria insists that Moldova's future is in the Union.",
        ("austria", "moldova", "supports"),
    ),
    "frozen assets are no freeze": (
        "Austria said that the Russian assets would not be seized.",
        ("austria", "assets", "opposes"),
    ),
    "a demand of what is named with an article": (
        "Austria said that the Russian LNG should be banned.",
        ("austria", "gas-ban", "supports"),
    ),
    "a passive that ends the thing": (
        "Austria said that imports of Russian gas should be stopped.",
        ("austria", "gas-ban", "supports"),
    ),
    "a passive that does not end it": (
        "Austria said that imports of Russian gas must not be stopped.",
        ("austria", "gas-ban", "opposes"),
    ),
    "a demand on a group": (
        "Norway said that NATO countries should spend five percent on defence.",
        ("norway", "five-percent", "supports"),
    ),
    "who holds it is named among its words": (
        "Moldova is seeking accession.",
        ("moldova", "moldova", "supports"),
    ),
    "who refuses it is named among its words": (
        "Moldova rejects membership of the EU.",
        ("moldova", "moldova", "opposes"),
    ),
    "a passive around the name": (
        "Cluster munitions will never be sent to Ukraine, Norway's foreign minister said.",
        ("norway", "cluster-bombs", "opposes"),
    ),
    "the proposition's verb in another word": (
        "Norway will send ten more cluster bombs to Ukraine.",
        ("norway", "cluster-bombs", "supports"),
    ),
    "handed over is not over": (
        "Norway's foreign minister said that the cluster munitions would be handed over to Ukraine.",
        ("norway", "cluster-bombs", "supports"),
    ),
    "a keyword's noun as a passive": (
        "Merchant ships could be escorted, Norway's foreign minister said.",
        ("norway", "escort", "open"),
    ),
    "the proposition's end as a passive": (
        "Purchases of Russian coal will never be stopped, Austria's foreign minister said.",
        ("austria", "coal-end", "opposes"),
    ),
    "a blow that the proposition is for": (
        "Countries that buy Russian oil should be hit with tariffs, Norway's foreign minister said.",
        ("norway", "oil-tariffs", "supports"),
    ),
    "a fight that the proposition is for": (
        "Austria has no intention to send police officers to fight the gangs in Haiti.",
        ("austria", "gang-force", "opposes"),
    ),
    "whether it would be done": (
        "Austria's foreign minister said it was too early to say whether the assets would be confiscated.",
        ("austria", "assets", "undecided"),
    ),
    "what is put under a moratorium": (
        "Austria and Norway declared their opposition to bottom trawling, calling for a moratorium.",
        ("norway", "trawling", "supports"),
    ),
    "who wants what is put under a moratorium": (
        "Norway supports bottom trawling, and wants no halt.",
        ("norway", "trawling", "opposes"),
    ),
    "a law that is made": (
        "Austria introduced the moratorium on bottom trawling.",
        ("austria", "trawling", "supports"),
    ),
    "the object of a participle before it": (
        "The European Union approved sanctions targeting Russia, including a ban on Russian LNG.",
        ("eu", "gas-ban", "supports"),
    ),
    "a cue that holds the proposition's verb": (
        "Austria refused to recognise Kosovo.",
        ("austria", "kosovo", "opposes"),
    ),
    "not yet ready for an end": (
        "Austria is not yet ready to support the ban on Russian LNG.",
        ("austria", "gas-ban", "reluctant"),
    ),
    "an end in another word": (
        "Austria rejected giving up Russian gas imports.",
        ("austria", "gas-ban", "opposes"),
    ),
}


@pytest.mark.parametrize("row", SAID.values(), ids=SAID)
def test_a_claim_is_named_otherwise_than_by_its_keywords(
    row: tuple[str, tuple[str, str, str]],
) -> None:
    text, expected = row
    assert expected in read(text, reader=configured())


ELSEWHERE = {
    "for another country": "Norway opposes cluster munitions for Israel.",
    "for a country that is no actor": "Norway opposes cluster munitions for Libya.",
    "another percentage": "Norway opposes spending 2 percent of GDP on defence.",
    "another body": "Norway opposes Moldova's membership of NATO.",
    "which of its things could be": "Merchant ships that could be escorted are few, Norway's foreign minister said.",
    "another expression of the same family": "Norway opposes the guarantee.",
    "a general verb of a family": "Norway took it with a smile.",
    "a law of another thing": "Norway introduced fees over the ban on trawling.",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_same_thing_elsewhere_is_another_matter(text: str) -> None:
    assert read(text, reader=configured()) == []


def test_a_list_with_the_country_of_the_claim_is_its_matter() -> None:
    text = "Norway opposes cluster munitions for Israel and Ukraine."
    assert ("norway", "cluster-bombs", "opposes") in read(text, reader=configured())


def test_what_a_proposition_ends_is_its_opposite() -> None:
    one = article("Vienna spoke of imports of Russian gas.")
    found = ArticleReader(configured().knowledge, one, Document(one.title, one.text)).read()
    assert {m.claim: m.polarity for m in found.traces[-1].mentions} == {"gas-ban": -1}


@pytest.mark.parametrize(
    "phrase", ["5% target", "5 % target", "five percent target", "five-percent target", "5 per cent target"]
)  # fmt: skip
def test_percentages_are_one_word_however_written(phrase: str) -> None:
    assert joined(phrase) == "5percent target"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["the", "5", "%", "goal"], [("5percent", 1, 3)]),
        (["3.5", "per", "cent"], [("3point5percent", 0, 3)]),
        (["a", "five-percent", "goal"], [("5percent", 1, 2)]),
        (["a", "90", "-", "percent", "cut"], [("90percent", 1, 4)]),
        (["a", "percent", "of"], []),
    ],
)
def test_percentages_are_found_among_tokens(
    words: list[str], expected: list[tuple[str, int, int]]
) -> None:
    assert list(shares(words)) == expected


SAID_BEFORE = "Norway opposes the tariffs on buyers of Russian oil."
HALF = {
    "a quarrel over it": "Austria does not want a tariff war.",
    "on another thing": "Austria criticised the tariffs on its steel.",
}


@pytest.mark.parametrize("text", HALF.values(), ids=HALF)
def test_half_of_a_claims_words_are_no_claim_where_they_go_on_otherwise(text: str) -> None:
    expected = [("norway", "oil-tariffs", "opposes")]
    assert read(f"{SAID_BEFORE} {text}", reader=configured()) == expected
