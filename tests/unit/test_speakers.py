"""Who speaks for whom: the rank of a speaker by name, day and office, however articles put it."""

from datetime import date

import pytest

from watchers.actor_files import shipped_actors
from watchers.actors import Actors, own_actor
from watchers.model import Authority

LEADER, MINISTER, ENVOY = Authority.LEADER, Authority.MINISTER, Authority.ENVOY
OFFICIAL, ANONYMOUS, NONE = Authority.OFFICIAL, Authority.ANONYMOUS, Authority.NONE

SUMMER = date(2025, 9, 1)

ACTORS = shipped_actors()

CHANGES_OF_OFFICE = {
    "Biden to Trump": ("us", "Joe Biden", "Donald Trump", date(2025, 1, 20), LEADER),
    "Blinken to Rubio": ("us", "Antony Blinken", "Marco Rubio", date(2025, 1, 21), MINISTER),
    "Scholz to Merz": ("germany", "Scholz", "Merz", date(2025, 5, 6), LEADER),
    "Baerbock to Wadephul": ("germany", "Baerbock", "Wadephul", date(2025, 5, 6), MINISTER),
    "Sunak to Starmer": ("uk", "Rishi Sunak", "Keir Starmer", date(2024, 7, 5), LEADER),
    "Lecornu to Vautrin": ("france", None, "Vautrin", date(2025, 10, 12), MINISTER),
    "Duda to Nawrocki": ("poland", "Duda", "Karol Nawrocki", date(2025, 8, 6), LEADER),
    "Schoof to Jetten": ("netherlands", "Schoof", "Jetten", date(2026, 2, 23), LEADER),
    "De Croo to De Wever": ("belgium", "De Croo", "De Wever", date(2025, 2, 3), LEADER),
    "Trudeau to Carney": ("canada", "Trudeau", "Carney", date(2025, 3, 14), LEADER),
    "Joly to Anand": ("canada", "Mélanie Joly", "Anita Anand", date(2025, 5, 13), MINISTER),
    "Ishiba to Takaichi": ("japan", "Ishiba", "Takaichi", date(2025, 10, 21), LEADER),
    "Fiala to Babiš": ("czechia", "Fiala", "Babis", date(2025, 12, 9), LEADER),
    "Kallas to Michal": ("estonia", "Kallas", "Kristen Michal", date(2024, 7, 23), LEADER),
    "Niinistö to Stubb": ("finland", "Niinisto", "Stubb", date(2024, 3, 1), LEADER),
    "Orbán to Magyar": ("hungary", "Orban", "Peter Magyar", date(2026, 5, 9), LEADER),
    "Kuleba to Sybiha": ("ukraine", "Kuleba", "Sybiha", date(2024, 9, 5), MINISTER),
    "Shmyhal to Svyrydenko": ("ukraine", None, "Svyrydenko", date(2025, 7, 17), LEADER),
    "Shoigu to Belousov": ("russia", None, "Belousov", date(2024, 5, 14), MINISTER),
    "Stoltenberg to Rutte": ("nato", "Stoltenberg", "Rutte", date(2024, 10, 1), LEADER),
    "Michel to Costa": ("eu", "Charles Michel", "Antonio Costa", date(2024, 12, 1), LEADER),
    "Borrell to Kallas": ("eu", "Josep Borrell", "Kaja Kallas", date(2024, 12, 1), MINISTER),
    "Francis to Leo": ("vatican", "Pope Francis", "Pope Leo", date(2025, 5, 8), LEADER),
}


@pytest.mark.parametrize("row", CHANGES_OF_OFFICE.values(), ids=CHANGES_OF_OFFICE)
def test_an_office_passes_on_its_day(row) -> None:
    actor, before, after, day, rank = row
    eve = date.fromordinal(day.toordinal() - 1)
    assert ACTORS.authority(actor, after, day) is rank
    assert ACTORS.authority(actor, after, eve) < rank
    if before is not None:  # else the one before went on to another office
        assert ACTORS.authority(actor, before, day) < rank


TWO_LIVES = {
    "Rutte as prime minister": ("netherlands", "Mark Rutte", date(2024, 6, 1), LEADER),
    "Rutte for The Hague, later": ("netherlands", "Mark Rutte", date(2024, 11, 1), NONE),
    "Rutte at NATO": ("nato", "Mark Rutte", date(2024, 11, 1), LEADER),
    "Rutte not yet at NATO": ("nato", "Mark Rutte", date(2024, 6, 1), NONE),
    "Kallas in Tallinn": ("estonia", "Kaja Kallas", date(2024, 5, 1), LEADER),
    "Kallas in Brussels": ("eu", "Kaja Kallas", date(2025, 5, 1), MINISTER),
    "Costa in Lisbon": ("portugal", "António Costa", date(2024, 3, 1), LEADER),
    "Costa in Lisbon, later": ("portugal", "António Costa", date(2025, 3, 1), NONE),
    "Costa in Brussels": ("eu", "Costa", date(2025, 3, 1), LEADER),
    "Stoltenberg as finance minister": ("norway", "Stoltenberg", date(2025, 6, 1), ENVOY),
    "Trump in his first term": ("us", "Trump", date(2019, 6, 1), LEADER),
    "Trump between his terms": ("us", "former president Trump", date(2024, 6, 1), NONE),
    "Trump elected, not in office": ("us", "President-elect Trump", date(2024, 12, 1), NONE),
    "Medvedev today": ("russia", "Dmitry Medvedev", SUMMER, OFFICIAL),
    "Yermak in office": ("ukraine", "Andriy Yermak", date(2025, 11, 27), ENVOY),
    "Yermak after": ("ukraine", "Andriy Yermak", date(2025, 12, 1), NONE),
}


@pytest.mark.parametrize("row", TWO_LIVES.values(), ids=TWO_LIVES)
def test_a_person_counts_by_the_office_of_the_day(row) -> None:
    actor, speaker, day, rank = row
    assert ACTORS.authority(actor, speaker, day) is rank


SPEAKERS = {
    # spellings
    "Zelenskyy": ("ukraine", "Volodymyr Zelenskyy", LEADER),
    "Zelenskiy": ("ukraine", "President Zelenskiy", LEADER),
    "Selenskyj": ("ukraine", "Wolodymyr Selenskyj", LEADER),
    "capitals": ("ukraine", "ZELENSKY", LEADER),
    "Sibiga": ("ukraine", "Andriy Sibiga", MINISTER),
    "without marks": ("turkey", "Recep Tayyip Erdogan", LEADER),
    "stroke through o": ("norway", "Jonas Gahr Store", LEADER),
    "dots in initials": ("us", "J.D. Vance", MINISTER),
    "curly apostrophe": ("poland", "Poland’s prime minister Donald Tusk", LEADER),
    "hyphen or none": ("south-korea", "Lee Jae Myung", LEADER),
    # titles in front of and behind names
    "chancellor and name": ("germany", "Chancellor Friedrich Merz", LEADER),
    "title and surname": ("us", "President Trump", LEADER),
    "minister and name": ("germany", "Defence Minister Boris Pistorius", MINISTER),
    "office of country, name": ("canada", "Prime Minister of Canada Mark Carney", LEADER),
    "name, office": ("russia", "Dmitry Peskov, the Kremlin spokesman", MINISTER),
    "two at once": ("finland", "Alexander Stubb and Petteri Orpo", LEADER),
    "the leader's envoy": ("us", "Trump's envoy Steve Witkoff", ENVOY),
    "signed in brackets": ("japan", "joint statement (Prime Minister of Japan)", LEADER),
    # offices without a name, and names that are not in the file
    "the chancellor": ("germany", "the chancellor", LEADER),
    "a country's premier": ("slovakia", "Slovak premier", LEADER),
    "taoiseach": ("ireland", "the taoiseach", LEADER),
    "NATO chief": ("nato", "NATO chief", LEADER),
    "top diplomat": ("eu", "the EU's top diplomat", MINISTER),
    "Commission president": ("eu", "European Commission president", LEADER),
    "secretary of state": ("us", "the secretary of state", MINISTER),
    "below the secretary": ("us", "Assistant Secretary of State John Doe", OFFICIAL),
    "unlisted minister": ("spain", "Spanish defence minister", MINISTER),
    "deputy minister": ("russia", "the Russian deputy foreign minister", ENVOY),
    "unlisted deputy": ("eu", "deputy foreign policy chief", ENVOY),
    "two offices": ("poland", "deputy prime minister and defence minister", MINISTER),
    "envoy for another country": ("us", "US envoy for Ukraine", ENVOY),
    "leaders as one": ("eu", "EU leaders", LEADER),
    "name without a title": ("germany", "Hans Unbekannt", OFFICIAL),
    # voices
    "spokesman for a leader": ("germany", "spokesman for Friedrich Merz", MINISTER),
    "spokesman for the office": ("uk", "a spokesman for the prime minister", MINISTER),
    "spokesman for a ministry": ("germany", "spokesman for the Defence Ministry", OFFICIAL),
    "government spokesman": ("poland", "Polish government spokesman", MINISTER),
    "spokesman for the government": ("uk", "a spokesman for the British government", MINISTER),
    "ministry spokeswoman": ("us", "State Department spokeswoman", OFFICIAL),
    "Zakharova": ("russia", "Foreign Ministry spokeswoman Maria Zakharova", OFFICIAL),
    "just a spokesman": ("france", "a spokesman", OFFICIAL),
    "Kremlin spokesman": ("russia", "Kremlin spokesman", MINISTER),
    "press secretary": ("kazakhstan", "Tokayev's press secretary", MINISTER),
    "spokesman of the house": ("russia", "a spokesman for the Kremlin", MINISTER),
    "aide of a leader": ("poland", "aide of Donald Tusk", OFFICIAL),
    "adviser to a leader": ("russia", "an aide to President Putin", ANONYMOUS),
    # bodies
    "the leader's house": ("us", "the White House", MINISTER),
    "an official of the house": ("us", "White House officials", OFFICIAL),
    "Downing Street": ("uk", "Downing Street", MINISTER),
    "a president's office": ("ukraine", "Ukrainian president's office", MINISTER),
    "a leader's office by name": ("ukraine", "Zelenskyy's office", MINISTER),
    "a government": ("uk", "British government", OFFICIAL),
    "a leader's government": ("poland", "Donald Tusk's government", OFFICIAL),
    "an administration": ("us", "the Trump administration", OFFICIAL),
    "a ministry": ("ukraine", "Ukrainian foreign ministry", OFFICIAL),
    "a capital": ("france", "Paris", OFFICIAL),
    # papers
    "signed by leaders": ("europe", "joint statement of ten European leaders", LEADER),
    "signed by countries": ("norway", "joint statement of Denmark, Sweden and Norway", OFFICIAL),
    # without a name, on the record or not
    "officials": ("poland", "Polish officials", OFFICIAL),
    "a senior official": ("us", "a senior US official", ANONYMOUS),
    "sources": ("turkey", "Turkish Defence Ministry sources", ANONYMOUS),
    "close to the house": ("france", "a person close to the Élysée", ANONYMOUS),
    "two who were there": ("germany", "two people who attended the security cabinet", ANONYMOUS),
    # speaks for nobody
    "former leader": ("uk", "Boris Johnson", NONE),
    "former office": ("canada", "the former defence minister", NONE),
    "opposition": ("hungary", "opposition politician Jan Novak", NONE),
    "a son": ("us", "Donald Trump Jr.", NONE),
    "another's leader": ("france", "Donald Trump", NONE),
    "another's leader on it": ("turkey", "Emmanuel Macron on Turkey", NONE),
    "another's government": ("germany", "French government", NONE),
    "another's office by owner": ("germany", "Poland's foreign minister", NONE),
    # a collective's members
    "leader for the coalition": ("europe", "Emmanuel Macron for 26 countries", LEADER),
    "member's minister": ("europe", "John Healey", MINISTER),
    "member's office": ("europe", "German chancellor", LEADER),
    "no member": ("europe", "Volodymyr Zelensky", NONE),
    "officials of them all": ("uk", "European officials", OFFICIAL),
}


@pytest.mark.parametrize("row", SPEAKERS.values(), ids=SPEAKERS)
def test_the_rank_of_a_speaker_as_articles_name_him(row) -> None:
    actor, speaker, rank = row
    assert ACTORS.authority(actor, speaker, SUMMER) is rank


INTRODUCED = {
    "before the name": ("On Tuesday Foreign Minister Eva Treuheit said so.", MINISTER),
    "behind it": ("It was Eva Treuheit, the deputy foreign minister, who said so.", ENVOY),
    "at another place": ("Eva Treuheit spoke. The defence minister Eva Treuheit left.", MINISTER),
    "out of office": ("So said Eva Treuheit, a former foreign minister, in Bonn.", NONE),
    "another's": ("Foreign Minister Johann Wadephul met Eva Treuheit.", OFFICIAL),
    "no office": ("Eva Treuheit said so.", OFFICIAL),
    "not named": ("She said so.", OFFICIAL),
}


@pytest.mark.parametrize("row", INTRODUCED.values(), ids=INTRODUCED)
def test_of_a_name_in_no_list_the_office_in_the_text_counts(row) -> None:
    text, rank = row
    assert ACTORS.authority_in(text, "germany", "Eva Treuheit", SUMMER) is rank


def test_a_known_name_counts_by_what_is_known_of_it() -> None:
    text = "Foreign Minister Olaf Scholz said so."
    assert ACTORS.authority_in(text, "germany", "Olaf Scholz", SUMMER) is NONE


OWN = Actors(
    [
        own_actor(
            "turkey",
            "Turkey",
            aliases=["Ankara", "Recep Tayyip Erdogan", "Turkish president", "Turkish parliament"],
            leaders=["Erdogan"],
        )
    ]
)

OWN_SPEAKERS = {
    "a leader": ("President Erdoğan", LEADER),
    "a leader by his longer alias": ("Recep Tayyip Erdogan", LEADER),
    "an alias": ("Turkish president", OFFICIAL),
    "a leader's spokesman": ("Erdogan's spokesman", OFFICIAL),
    "anybody else": ("Hakan Fidan", OFFICIAL),
    "a former one": ("the former president", NONE),
    "a source": ("a source in Ankara", ANONYMOUS),
}


@pytest.mark.parametrize("row", OWN_SPEAKERS.values(), ids=OWN_SPEAKERS)
def test_a_users_own_actor_has_leaders_and_officials(row) -> None:
    speaker, rank = row
    assert OWN.authority("turkey", speaker, SUMMER) is rank
