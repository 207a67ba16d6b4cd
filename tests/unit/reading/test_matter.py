"""Which claim a sentence is about: by whose soldiers, by words known from before, in the mouth of the one concerned."""

import pytest

from tests.unit.reading.material import read
from watchers.reading.matter.mentions import Concepts, echo_mentions

FORCE = "Allies discussed a reassurance force for Ukraine in Paris on Monday. "
GUARANTEES = "Officials discussed security guarantees for Ukraine on Monday. "

Expected = set[tuple[str, str, str]]

JOINING: list[tuple[str, Expected]] = [
    ("Norway will take part, Jonas Gahr Store said.", {("norway", "own-troops", "supports")}),
    ("Norway refuses to take part, Espen Barth Eide said.", {("norway", "own-troops", "opposes")}),
    ('"We will be there," Keir Starmer said.', {("uk", "own-troops", "supports")}),
    ("Denmark could join in, Troels Lund Poulsen said.", {("denmark", "own-troops", "open")}),
    ("Spain will stay out, its foreign minister said.", {("spain", "own-troops", "opposes")}),
    ("Austria will take no part, Christian Stocker said.", {("austria", "own-troops", "opposes")}),
    ("Portugal will not send any, its defence minister said.", {("portugal", "own-troops", "opposes")}),
    ("Spain would send nobody, its foreign minister said.", {("spain", "own-troops", "opposes")}),
    ("Norway will take part in the talks, Jonas Gahr Store said.", set()),
    ("Norway sent nobody to Oslo, Jonas Gahr Store said.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINING, ids=[text for text, _ in JOINING])
def test_a_country_joins_or_stays_out_of_a_force_that_was_named(
    text: str, expected: Expected
) -> None:
    assert set(read(FORCE + text)) == expected


def test_a_verb_of_joining_says_nothing_where_no_force_was_named() -> None:
    assert not read("Ukraine's friends met in Paris. Norway will take part, Jonas Gahr Store said.")


PEOPLE: list[tuple[str, Expected]] = [
    ("Not one American will be sent, Marco Rubio said.", {("us", "us-troops", "opposes")}),
    (
        "Estonia is ready to send a company of Estonians, Kristen Michal said.",
        {("estonia", "own-troops", "supports")},
    ),
    (
        "Nobody will go, the Hungarian foreign minister said.",
        {("hungary", "own-troops", "opposes")},
    ),
    ("Americans will talk about it, Marco Rubio said.", set()),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE, ids=[text for text, _ in PEOPLE])
def test_people_are_soldiers_where_a_force_was_named(text: str, expected: Expected) -> None:
    assert set(read(FORCE + text)) == expected


def test_soldiers_of_two_countries_are_each_ones_own() -> None:
    text = "British and French soldiers would be deployed in Ukraine, Keir Starmer said."
    assert ("uk", "own-troops", "supports") in read(text)


def test_an_offer_for_a_named_force_backs_the_force() -> None:
    text = "Britain has offered to contribute soldiers to a peacekeeping force in Ukraine."
    assert set(read(text)) == {
        ("uk", "own-troops", "supports"),
        ("uk", "western-force", "supports"),
    }


def test_an_offer_of_soldiers_alone_says_nothing_of_the_force() -> None:
    text = "Britain is ready to send its soldiers to Ukraine, Keir Starmer said."
    assert read(text) == [("uk", "own-troops", "supports")]


def test_guarantees_like_article_5_are_guarantees() -> None:
    text = "Giorgia Meloni proposed guarantees for Ukraine modelled on Article 5."
    assert set(read(text)) == {
        ("italy", "article-5-guarantee", "supports"),
        ("italy", "security-guarantees", "supports"),
    }


def test_the_one_concerned_says_we() -> None:
    text = "No guarantees for Ukraine can be agreed without us, {} said."
    assert any(claim == "moscow-consent" for _, claim, _ in read(text.format("Sergei Lavrov")))
    german = read(text.format("Friedrich Merz"))
    assert not any(claim == "moscow-consent" for _, claim, _ in german)


def test_wider_words_name_a_claim_only_once_it_is_known() -> None:
    backed = "The Americans must be there with their satellites, Giorgia Meloni said."
    named = "Leaders discussed an American backstop for the force in Ukraine. "
    assert ("italy", "us-backstop", "supports") in read(named + backed)
    assert not read("Leaders met on Ukraine. " + backed)


def test_words_that_name_a_claim_again_come_in_the_order_of_the_text():
    concepts = Concepts()
    for place, word in enumerate(("entry", "bid", "path", "accession")):
        concepts.at["=", word].append((place, place + 1))
    again = echo_mentions(concepts, "joins", frozenset(concepts.at))
    assert [(m.i, m.j) for m in again] == [(0, 1), (1, 2), (2, 3), (3, 4)]


BESIDE: list[tuple[str, str, Expected]] = [
    (FORCE, "The Americans must be there with their satellites, Giorgia Meloni said.", {("italy", "us-backstop", "supports")}),
    (FORCE, "American jets over such troops would be unacceptable, Sergei Lavrov said.", {("russia", "us-backstop", "opposes")}),
    (FORCE, "American support would be unacceptable, Sergei Lavrov said.", set()),
    (GUARANTEES, "Germany rejects a mainly European guarantee, Friedrich Merz said.", {("germany", "europe-leads", "opposes")}),
    (FORCE, "Keir Starmer welcomed an American role behind it.", {("uk", "us-backstop", "supports")}),
    (FORCE, "Keir Starmer called for American help in rebuilding Ukraine.", set()),
    (FORCE, "Keir Starmer wants a clear American commitment to support the mission.", {("uk", "us-backstop", "supports")}),
    (FORCE, "Keir Starmer welcomed the U.S. contribution to NATO's budget.", set()),
    (GUARANTEES, "Emmanuel Macron said the first line must be above all European.", {("france", "europe-leads", "supports")}),
    (GUARANTEES, "Denmark wants an Article 5 for Kyiv, Mette Frederiksen said.", {("denmark", "article-5-guarantee", "supports")}),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "expected"), BESIDE, ids=[t for _, t, _ in BESIDE])
def test_wider_words_name_a_claim_once_one_beside_it_is_named(
    before: str, text: str, expected: Expected
) -> None:
    named = {claim for _, claim, _ in expected} or {"us-backstop"}
    assert {
        found for found in read(before + text, title="Ukraine talks") if found[1] in named
    } == expected


CORE = {
    "moscow-consent",
    "security-guarantees",
    "us-backstop",
    "europe-leads",
    "territorial-concessions",
    "own-troops",
}
NAMED: list[tuple[str, Expected]] = [
    ("Keir Starmer said the mission in Ukraine must be backed by the United States.", {("uk", "us-backstop", "supports")}),
    ("Keir Starmer called for a commitment by Washington to the European troops in Ukraine.", {("uk", "us-backstop", "supports")}),
    ("Keir Starmer backed the work of American troops in Germany.", set()),
    ("Keir Starmer welcomed American air support for Israel, not Ukraine.", set()),
    ("Emmanuel Macron said Ukraine's guarantees must come above all from Europe.", {("france", "europe-leads", "supports")}),
    ("Emmanuel Macron said Europe must take the lead on climate, not Ukraine.", set()),
    ("Viktor Orban said Crimea would stay Russian.", {("hungary", "territorial-concessions", "supports")}),
    ("Friedrich Merz ruled out any role for Russia in the security guarantees for Ukraine.", {("germany", "moscow-consent", "opposes")}),
    # whose sovereignty it is decides
    ("Poland would not recognise Russian sovereignty over Crimea, Donald Tusk said.", {("poland", "territorial-concessions", "opposes")}),
    ("Donald Tusk said that Poland backs Ukraine's sovereignty over Donbas.", {("poland", "territorial-concessions", "opposes")}),
    ("Poland cannot agree to Russian control of Crimea, Donald Tusk said.", {("poland", "territorial-concessions", "opposes")}),
    ("Viktor Orban rejected recognition of Russia's conquests in Ukraine.", {("hungary", "territorial-concessions", "opposes")}),
    ("Viktor Orban rejected the sale of farm land to Ukraine.", set()),
    ("Volodymyr Zelensky said he would be waiting for Putin in Istanbul.", {("ukraine", "leaders-summit", "supports")}),
    # a share in the force is of whoever is named with it, else of whoever acts
    ("Anthony Albanese said his government was open to a peacekeeping role in Ukraine.", {("australia", "own-troops", "open")}),
    ("Narendra Modi ruled out an Indian role in peacekeeping in Ukraine.", {("india", "own-troops", "opposes")}),
    ("A German contribution to a peacekeeping force in Ukraine was possible, Friedrich Merz said.", {("germany", "own-troops", "open")}),
    ("Emmanuel Macron ruled out a Russian role in peacekeeping in Ukraine.", set()),
    ("Sergei Lavrov ruled out European participation in peacekeeping in Ukraine.", {("russia", "western-force", "opposes")}),
    # what another clause says of delegations and telephones leaves the meeting alone
    ("Vladimir Putin is ready to receive Zelensky, his spokesman told reporters on the telephone.", {("russia", "leaders-summit", "supports")}),
    ("Volodymyr Zelensky said he would meet Putin, while foreign ministers prepared the papers.", {("ukraine", "leaders-summit", "supports")}),
    ("Volodymyr Zelensky agreed to talks with Putin by telephone.", set()),
    ("Volodymyr Zelensky is ready to hold talks with Putin's negotiators in Istanbul.", set()),
    ("Recep Tayyip Erdogan called for a trilateral with Putin and Zelensky.", {("turkey", "leaders-summit", "supports")}),
    ("Sergei Lavrov rejected any Western deployment in Ukraine.", {("russia", "western-force", "opposes")}),
    ("Vladimir Putin ruled out peacekeepers in Ukraine.", {("russia", "western-force", "opposes")}),
    ("Vladimir Putin rejected offers to deploy peacekeepers in Ukraine as a security guarantee.", {("russia", "western-force", "opposes")}),
    ("Sergei Lavrov rejected the deployment of peacekeeping forces in Ukraine.", {("russia", "western-force", "opposes")}),
    ("Dmitry Peskov said that Kyiv should withdraw its troops from Donetsk in Ukraine.", {("russia", "territorial-concessions", "supports")}),
    ("Germany and Italy have since ruled out sending soldiers to Ukraine.", {("germany", "own-troops", "opposes"), ("italy", "own-troops", "opposes")}),
    ("Ulf Kristersson ruled out sending Swedes to Ukraine. Envoys spoke of a contingent.", {("sweden", "own-troops", "opposes")}),
    ("Ulf Kristersson ruled out sending Swedes to Mars, not Ukraine.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text for text, _ in NAMED])
def test_a_claim_is_named_by_whose_its_words_are_and_by_their_order(
    text: str, expected: Expected
) -> None:
    about = {claim for _, claim, _ in expected} or CORE
    found = {one for one in read(text, title="Ukraine talks") if one[1] in about}
    assert found == expected


OF_ANOTHER_MATTER: list[tuple[str, Expected]] = [
    ("Ukraine will become a NATO member, Mark Rutte said.", {("nato", "nato-membership", "supports")}),
    ("Ukraine will not become a NATO member, JD Vance said.", {("us", "nato-membership", "opposes")}),
    ("NATO members must spend more because of Ukraine, JD Vance said.", set()),
    ("Like other NATO members, Spain supports Ukraine's entry into NATO, Pedro Sanchez said.", {("spain", "nato-membership", "supports")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), OF_ANOTHER_MATTER, ids=[text for text, _ in OF_ANOTHER_MATTER]
)
def test_words_of_another_matter_take_no_more_than_themselves(
    text: str, expected: Expected
) -> None:
    assert set(read(text)) == expected
