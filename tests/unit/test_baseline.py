"""Where everybody stood before the first poll: the shipped baseline, and how its files are checked."""

from datetime import date

import pytest

from watchers.actor_files import shipped_actors
from watchers.baseline import newest, parse_baseline, shipped_baseline
from watchers.model import Authority, Position, Via
from watchers.seed_files import SeedFault

GUIDE = """
us-troops western-force own-troops us-backstop security-guarantees europe-leads article-5-guarantee
nato-membership moscow-consent territorial-concessions leaders-summit
"""

CLAIMS = GUIDE.split()
ACTORS = shipped_actors()
KNOWN = shipped_baseline(ACTORS, CLAIMS)
STANDING = {(holding.actor, holding.claim): holding for holding in newest(KNOWN)}


def test_each_of_the_five_documents_says_where_somebody_stood_and_how_it_was_dated() -> None:
    by_file = {holding.source.file[0]: holding.source for holding in KNOWN}
    assert {number: source.day for number, source in by_file.items()} == {
        "1": date(2025, 8, 20),
        "2": date(2025, 8, 19),
        "3": date(2025, 8, 25),
        "4": date(2025, 1, 24),
        "5": date(2025, 8, 19),
    }
    assert all(source.dating for source in by_file.values())
    assert {number for number, source in by_file.items() if source.published} == {"4"}
    assert {number: source.outlet for number, source in by_file.items() if source.outlet} == {
        "3": "MENAFN",
        "4": "Espreso.Global",
    }
    assert by_file["2"].title is None
    assert by_file["5"].author == "Thomas Smith"


WANTED = {
    "the US rules out its own troops": ("us", "us-troops", "opposes", date(2025, 8, 19)),
    "and membership": ("us", "nato-membership", "opposes", date(2025, 8, 25)),
    "is open to help by air": ("us", "us-backstop", "open", date(2025, 8, 25)),
    "wants Europe to lead": ("us", "europe-leads", "supports", date(2025, 8, 25)),
    "promises guarantees": ("us", "security-guarantees", "supports", date(2025, 8, 19)),
    "France offers troops": ("france", "own-troops", "supports", date(2025, 8, 19)),
    "the UK offers troops": ("uk", "own-troops", "supports", date(2025, 8, 19)),
    "Russia refuses any Western presence": (
        "russia",
        "western-force",
        "opposes",
        date(2025, 8, 21),
    ),
    "and claims a say": ("russia", "moscow-consent", "supports", date(2025, 8, 25)),
    "Ukraine keeps its land": ("ukraine", "territorial-concessions", "opposes", date(2025, 8, 17)),
    "and wants guarantees": ("ukraine", "security-guarantees", "supports", date(2025, 8, 24)),
    "Costa asks for Article 5": ("eu", "article-5-guarantee", "supports", date(2025, 8, 19)),
    "the EU wanted Americans": ("eu", "us-troops", "supports", date(2025, 1, 24)),
    "Ukraine wanted Americans": ("ukraine", "us-troops", "supports", date(2025, 1, 21)),
}


@pytest.mark.parametrize("row", WANTED.values(), ids=WANTED)
def test_the_documents_carry(row) -> None:
    actor, claim, position, said_on = row
    holding = STANDING[actor, claim]
    assert (holding.position.value, holding.said_on) == (position, said_on)


def test_trumps_word_is_his_own_and_a_leaders() -> None:
    holding = STANDING["us", "us-troops"]
    assert (holding.speaker, holding.authority) == ("Donald Trump", Authority.LEADER)
    assert (holding.via, holding.position) == (Via.QUOTE, Position.OPPOSES)


def test_headlines_under_read_also_yield_nothing() -> None:
    assert not [holding for holding in KNOWN if holding.actor == "germany"]
    assert not [holding for holding in KNOWN if "Scholz" in holding.speaker]


def test_everybody_speaks_for_the_actor_on_the_day_and_collectives_send_no_soldiers() -> None:
    for holding in KNOWN:
        assert holding.authority >= Authority.OFFICIAL
        assert holding.via in (Via.QUOTE, Via.REPORTED)
        assert holding.said_on <= holding.source.day
        assert holding.basis
        assert holding.claim != "own-troops" or not ACTORS[holding.actor].collective


def test_documents_agree_with_each_other_on_direction() -> None:
    for holding in KNOWN:
        standing = STANDING[holding.actor, holding.claim]
        assert holding.position.direction is standing.position.direction


SMALL = """
[source]
title = "Nothing is decided"
outlet = "unknown"
published = "unknown"
day = 2025-08-20
dating = "It says so."

[[holdings]]
actor = "us"
claim = "us-troops"
position = "opposes"
speaker = "Donald Trump"
said_on = 2025-08-19
via = "quote"
basis = "He gives his word."

[[notes]]
about = "France"
why = "Nobody speaks for it."
"""

ENTRY = "small.toml: holdings 1 (us)"

FAULTS = {
    "unknown actor": (
        'actor = "us"',
        'actor = "swedn"',
        "small.toml: holdings 1 (swedn): unknown actor 'swedn'; did you mean 'sweden'?",
    ),
    "unknown claim": (
        "us-troops",
        "us-trops",
        f"{ENTRY}: unknown claim 'us-trops'; did you mean 'us-troops'?",
    ),
    "unknown position": (
        "opposes",
        "oposes",
        f"{ENTRY}: key 'position': unknown 'oposes'; did you mean 'opposes'?",
    ),
    "anonymous": (
        '"quote"',
        '"anonymous"',
        f"{ENTRY}: key 'via': unknown 'anonymous'; right are: quote, reported",
    ),
    "out of office": (
        "Donald Trump",
        "Joe Biden",
        f"{ENTRY}: 'Joe Biden' did not speak for 'us' on 2025-08-19; put it under notes",
    ),
    "unnamed": (
        "Donald Trump",
        "a senior US official",
        f"{ENTRY}: 'a senior US official' did not speak for 'us' on 2025-08-19; put it under notes",
    ),
    "said after the document": (
        "said_on = 2025-08-19",
        "said_on = 2025-08-29",
        f"{ENTRY}: key 'said_on' (2025-08-29) is after the document's day (2025-08-20)",
    ),
    "no basis": ('basis = "He gives his word."\n', "", f"{ENTRY}: lacks the key 'basis'"),
    "misspelt key": (
        "said_on",
        "said_in",
        f"{ENTRY}: unknown key 'said_in'; did you mean 'said_on'?",
    ),
    "no dating": (
        'dating = "It says so."',
        'dating = ""',
        "small.toml: source: key 'dating' must be a text that is not empty, not ''",
    ),
    "a word for a date": (
        'published = "unknown"',
        'published = "August"',
        "small.toml: source: key 'published' must be a date without quotes, as in 2025-08-19, "
        "not 'August'",
    ),
}


def test_a_small_file_is_read() -> None:
    (holding,) = parse_baseline(SMALL, "small.toml", ACTORS, CLAIMS)
    assert (holding.actor, holding.source.title, holding.source.outlet) == (
        "us",
        "Nothing is decided",
        None,
    )


@pytest.mark.parametrize("row", FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_entry_key_and_cure(row) -> None:
    right, wrong, message = row
    assert right in SMALL
    with pytest.raises(SeedFault) as caught:
        parse_baseline(SMALL.replace(right, wrong, 1), "small.toml", ACTORS, CLAIMS)
    assert str(caught.value) == message


def test_one_document_has_one_holding_a_pair() -> None:
    again = SMALL[SMALL.index("[[holdings]]") : SMALL.index("[[notes]]")]
    with pytest.raises(SeedFault, match="a second holding of 'us' on 'us-troops'"):
        parse_baseline(SMALL + again, "small.toml", ACTORS, CLAIMS)


def test_of_two_documents_the_last_word_stands_and_of_one_day_the_higher_office() -> None:
    def known(position: str, speaker: str, said_on: str):
        text = SMALL.replace("opposes", position).replace("Donald Trump", speaker)
        text = text.replace("said_on = 2025-08-19", f"said_on = {said_on}")
        return parse_baseline(text, "small.toml", ACTORS, CLAIMS)

    leader = known("opposes", "Donald Trump", "2025-08-19")
    envoy = known("open", "Steve Witkoff", "2025-08-19")
    later = known("undecided", "Steve Witkoff", "2025-08-20")
    assert newest([*leader, *envoy]) == newest([*envoy, *leader]) == leader
    assert newest([*later, *leader]) == later
