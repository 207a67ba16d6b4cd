"""Small stories, each a mechanism: who holds what, in whose words, and what is nobody's."""

from datetime import date

import pytest

from tests.unit.reading.material import only, own_reader, read, reading, shipped_reader
from watchers.model import Act, Authority, Via, When

OWN, FORCE, US = "own-troops", "western-force", "us-troops"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "France does not rule out sending soldiers to Ukraine, the Élysée said.",
            [("france", OWN, "open")],
            id="not ruled out",
        ),
        pytest.param(
            "Berlin refused to rule out a German contingent in Ukraine.",
            [("germany", OWN, "open")],
            id="refused to rule out",
        ),
        pytest.param(
            "Warsaw will not send troops to Ukraine without American cover, a government spokesman said.",
            [("poland", OWN, "open")],
            id="not without",
        ),
        pytest.param(
            "Sweden is ready to send soldiers to Ukraine once a ceasefire holds, Prime Minister Ulf Kristersson said.",
            [("sweden", OWN, "supports")],
            id="a ceasefire is part of the claim",
        ),
        pytest.param(
            "Moscow called the idea of Western troops in Ukraine unacceptable.",
            [("russia", FORCE, "opposes")],
            id="called unacceptable",
        ),
        pytest.param(
            "Britain and France have offered to send troops to Ukraine.",
            [("france", OWN, "supports"), ("uk", OWN, "supports")],
            id="two subjects",
        ),
        pytest.param(
            "Like Germany, France backs a European military mission in Ukraine.",
            [("france", FORCE, "supports"), ("germany", FORCE, "supports")],
            id="like",
        ),
        pytest.param(
            "Unlike Germany, France backs a European military mission in Ukraine.",
            [("france", FORCE, "supports")],
            id="unlike",
        ),
        pytest.param(
            "Neither Spain nor Portugal will send soldiers to Ukraine, their defence ministers said.",
            [("portugal", OWN, "opposes"), ("spain", OWN, "opposes")],
            id="neither nor",
        ),
        pytest.param(
            "Germany, which has long rejected sending soldiers to Ukraine, hosted the talks.",
            [("germany", OWN, "opposes")],
            id="relative clause",
        ),
        pytest.param(
            "The United States will give Europeans in Ukraine help but no ground troops, Pete Hegseth said.",
            [("us", US, "opposes")],
            id="but no troops",
        ),
        pytest.param(
            "Our soldiers will be in Ukraine, Australia's prime minister said.",
            [("australia", OWN, "supports")],
            id="our soldiers",
        ),
        pytest.param(
            "Ukraine will never join NATO, Donald Trump said yesterday.",
            [("us", "nato-membership", "opposes")],
            id="the claim's own subject",
        ),
        pytest.param(
            "Ukraine will not hand over Donetsk, Volodymyr Zelensky said.",
            [("ukraine", "territorial-concessions", "opposes")],
            id="land",
        ),
        pytest.param(
            "Asked about American peacekeepers for Ukraine, Marco Rubio said: “That is not something we are looking at.”",
            [("us", US, "reluctant")],
            id="answer",
        ),
        pytest.param(
            "Would Britain send troops to Ukraine? “Of course,” Keir Starmer replied.",
            [("uk", OWN, "supports")],
            id="question before",
        ),
        pytest.param(
            "Asked for a promise that no US soldier would go to Ukraine, Donald Trump answered: “You have my word.”",
            [("us", US, "opposes")],
            id="negative question",
        ),
    ],
)
def test_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ottawa could send peacekeepers to Haiti, Defence Minister David McGuinty said.",
            id="another place",
        ),
        pytest.param(
            "Most Poles oppose sending soldiers to Ukraine, a poll by a Warsaw institute finds.",
            id="a poll",
        ),
        pytest.param(
            "Opposition parties in Germany demanded a vote before any soldiers go to Ukraine.",
            id="the opposition",
        ),
        pytest.param(
            "Germany has to send its soldiers to Ukraine, former foreign minister Joschka Fischer said.",
            id="out of office",
        ),
        pytest.param("The Washington Post opposes American troops in Ukraine.", id="an outlet"),
        pytest.param(
            "Reports that Finland would send soldiers to Ukraine were dismissed as false.",
            id="nobody denies",
        ),
        pytest.param(
            "It would be madness not to send our soldiers to Ukraine, Belgium's defence minister joked.",
            id="a joke",
        ),
        pytest.param(
            "Volodymyr Zelensky said Donald Trump had agreed to loan guarantees for Ukraine's gas imports.",
            id="loans",
        ),
        pytest.param("The bank raised its deposit guarantee and thanked Ukraine.", id="deposits"),
    ],
)
def test_nothing_to_read(text: str) -> None:
    assert read(text) == []


CUT = [
    "France",
    "sends",
    "soldiers",
    "to",
    "Ukraine,",
    "and",
    "others",
    "would",
    "not,",
    '"however',
    "much",
    "they",
    'help,"',
    "Emmanuel",
    "Macron",
    "said.",
    "The",
    "statement,",
    "signed",
    "by",
    "Italy",
    "and",
    "Spain,",
    "says",
    "that",
    "neither",
    "NATO",
    "membership",
    "nor",
    "a",
    "force,",
    "rejected",
    "by",
    "Moscow,",
    "and,",
    "on",
    "Monday,",
    "by",
    "nobody",
    "else,",
    "is",
    "near.",
    "Rejecting",
    "it,",
    "Rome",
    "–",
    "but",
    "not",
    "Paris",
    "–",
    "gave",
    "Kyiv",
    "money;",
    "it",
    "said",
    "so,",
    "which",
    "Washington,",
    "speaking",
    "in",
    "Rome,",
    "doubts,",
    "but",
]


@pytest.mark.parametrize("end", range(1, len(CUT) + 1, 2))
def test_a_text_may_break_off_anywhere(end: int) -> None:
    assert reading(" ".join(CUT[:end]), title="Statement by") is not None
    assert reading(" ".join(CUT[-end:]), title="Joint statement by the") is not None


@pytest.mark.parametrize(
    "answer", ['\n\n"', " In principle yes", "\n\nIf asked, then yes", " In", " They would"]
)
def test_an_answer_may_break_off_anywhere(answer: str) -> None:
    assert reading("Will Germany send troops to Ukraine?" + answer) is not None


@pytest.mark.parametrize(
    "title",
    [
        "That was said",
        "With peacekeeping troops in Ukraine Macron criticises Merz",
        "A force in Ukraine is the most",
        "For now support a force in Ukraine",
    ],
)
def test_a_headline_may_end_anywhere(title: str) -> None:
    assert reading("Macron and Merz spoke of a force in Ukraine.", title=title) is not None


def test_second_hand_is_marked_and_speaks_with_no_authority() -> None:
    statement = only("Paris says Berlin is against a Western force in Ukraine.")
    assert (statement.actor, statement.via, statement.authority) == (
        "germany",
        Via.SECONDHAND,
        Authority.NONE,
    )


@pytest.mark.parametrize(
    "text",
    [
        "American troops for Ukraine remain possible, said a senior US official who asked not to be named.",
        "France would not rule out sending soldiers to Ukraine, a senior French official said on Tuesday.",
        "Czech diplomats said that Prague opposes sending its soldiers to Ukraine.",
        "Italy is not ready to send soldiers to Ukraine, an adviser to the prime minister said.",
    ],
)
def test_who_is_not_named_is_anonymous(text: str) -> None:
    statement = only(text)
    assert (statement.via, statement.authority) == (Via.ANONYMOUS, Authority.ANONYMOUS)


@pytest.mark.parametrize(
    "text",
    [
        "Italy is not ready to send soldiers to Ukraine, Italian diplomacy chief Antonio Tajani said.",
        "Italy is not ready to send soldiers to Ukraine, a government spokesman said.",
        "Italy is not ready to send soldiers to Ukraine, the foreign ministry said.",
    ],
)
def test_whose_name_or_office_is_told_is_not(text: str) -> None:
    assert only(text).via is Via.REPORTED


def test_a_quotation_is_told_from_reported_speech() -> None:
    said = only(
        "“There will be no Finnish soldiers in Ukraine,” said Antti Häkkänen, the defence minister."
    )
    assert (said.via, said.speaker) == (Via.QUOTE, "Antti Häkkänen")


def test_the_past_stands_beside_the_present() -> None:
    found = reading(
        "In 2024 Emmanuel Macron floated sending French troops to Ukraine; this week he ruled it out."
    ).statements
    assert {(str(s.position), s.when) for s in found} == {
        ("supports", When.PAST),
        ("opposes", When.NOW),
    } or {s.when for s in found} == {When.PAST, When.NOW}


def test_background_restates() -> None:
    assert (
        only("Germany, which has long rejected sending soldiers to Ukraine, hosted the talks.").act
        is Act.RESTATES
    )


def test_a_denial_takes_back() -> None:
    statement = only(
        "The White House denied that it had agreed to send American soldiers to Ukraine."
    )
    assert (str(statement.position), statement.act) == ("reluctant", Act.DENIES)


def test_the_day_of_the_words() -> None:
    statement = only(
        "On Monday the Latvian prime minister said that her country's soldiers would go to Ukraine."
    )
    assert statement.said_on == date(2025, 9, 8)


def test_every_span_lies_in_the_text_and_the_evidence_is_to_the_letter() -> None:
    text = "WARSAW, Sept 9 (AW) - Poland will not send soldiers to Ukraine, Donald Tusk said.\n\nHe gave no reason."
    statement = only(text)
    assert statement.span is not None
    assert text[slice(*statement.span)] == statement.evidence
    assert {"cue", "claim"} <= {role.role for role in statement.roles}
    assert all(0 <= role.start < role.end <= len(text) for role in statement.roles)
    assert statement.rules


def test_the_same_article_gives_the_same_reading() -> None:
    text = "Poland will not send soldiers to Ukraine, Donald Tusk said."
    assert reading(text) == reading(text)


def test_a_claim_without_a_speaker_is_a_near_miss() -> None:
    found = reading("Sending Polish soldiers to Ukraine was ruled out.")
    assert found.statements == ()
    assert {miss.reason for miss in found.near_misses} == {"claim without speaker"}


def test_what_names_no_claim_is_not_read() -> None:
    assert reading("The central bank raised its rate.").refusal == "no_claim"
    assert not shipped_reader().names_a_claim("The central bank raised its rate.")
    assert shipped_reader().names_a_claim("<p>No troops will go to Ukraine.</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Turkey will ratify Sweden's accession to NATO, Recep Tayyip Erdogan said.",
            ("turkey", "sweden-joins", "supports"),
            id="inflected and turned round",
        ),
        pytest.param(
            "Ankara opposes the Swedish bid to join the alliance.",
            ("turkey", "sweden-joins", "opposes"),
            id="other words of the family",
        ),
        pytest.param(
            "The Ruritanian government backs a ban on cruise ships in the old harbour.",
            ("ruritania", "harbour-ban", "supports"),
            id="for a stop",
        ),
    ],
)
def test_claims_of_a_configuration(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text, reader=own_reader()) == [expected]


def test_a_user_s_leader_speaks_with_a_leader_s_authority() -> None:
    found = only(
        "Turkey will ratify Sweden's accession to NATO, Recep Tayyip Erdogan said.",
        reader=own_reader(),
    )
    assert found.authority is Authority.LEADER


def test_an_office_does_not_take_anothers_name() -> None:
    text = "Vladimir Putin told Donald Trump that he agreed to meet the Ukrainian leader, Friedrich Merz said."
    (said,) = reading(text, title="Ukraine talks").statements
    assert (said.actor, said.via, said.speaker) == ("russia", Via.SECONDHAND, "Friedrich Merz")


def test_what_the_rest_of_a_sentence_has_overtaken_is_past() -> None:
    text = "A day after Donald Trump had left the door open to sending American troops to Ukraine, he met allies."
    (said,) = reading(text, title="Ukraine talks").statements
    assert (said.claim, said.position, said.when) == ("us-troops", "open", When.PAST)
