"""English constructions that carry a position, each with its twin: the row's name says what is tried.

Sentences of an agency's plain style, written from the language. A rule that is new gets its rows here.
"""

import pytest

from tests.unit.reading.material import read

#: What is tried: (text, {(actor, claim, position)}).
ROWS: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    # -- said without a report verb
    "gave assurances that": (
        "Donald Trump gave assurances that no American troops would be sent to Ukraine.",
        {("us", "us-troops", "opposes")},
    ),
    "gave no assurance that": (
        "Friedrich Merz gave no assurance that German soldiers would go to Ukraine.",
        set(),
    ),
    "was adamant that": (
        "Friedrich Merz was adamant that no German soldiers would go to Ukraine.",
        {("germany", "own-troops", "opposes")},
    ),
    "rejects the claim that": (
        "Friedrich Merz rejected Moscow's claim that German soldiers would go to Ukraine.",
        {("germany", "own-troops", "opposes")},
    ),
    # -- brought to an act
    "must not be forced to": (
        "Ukraine must not be forced to cede territory, Friedrich Merz said.",
        {("germany", "territorial-concessions", "opposes")},
    ),
    "will be forced to": (
        "Ukraine will be forced to cede territory, Vladimir Putin said.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "should be allowed to": (
        "Ukraine should be allowed to join NATO, Radoslaw Sikorski said.",
        {("poland", "nato-membership", "supports")},
    ),
    # -- nouns of need
    "stressed the need for": (
        "Boris Pistorius stressed the need for a US backstop.",
        {("germany", "us-backstop", "supports")},
    ),
    "doubted the need for": (
        "Boris Pistorius doubted the need for a US backstop.",
        {("germany", "us-backstop", "reluctant")},
    ),
    "as the venue for": (
        "Emmanuel Macron suggested Geneva as the venue for a meeting between Putin and Zelensky.",
        {("france", "leaders-summit", "supports")},
    ),
    "raised the possibility of": (
        "Pedro Sanchez raised the possibility of sending Spanish soldiers to Ukraine.",
        {("spain", "own-troops", "open")},
    ),
    "left open the possibility of": (
        "Donald Trump left open the possibility of sending American soldiers to Ukraine.",
        {("us", "us-troops", "open")},
    ),
    # -- an adjective inside a cue
    "an active part in": (
        "Canada wants to play an active part in the security guarantees for Ukraine, Mark Carney said.",
        {("canada", "security-guarantees", "supports")},
    ),
    "no concrete plans to": (
        "Portugal has no concrete plans to send soldiers to Ukraine, Luis Montenegro said.",
        {("portugal", "own-troops", "reluctant")},
    ),
    "takes a negative view of": (
        "Russia takes a negative view of European troops in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    # -- for and against
    "spoke out in favour of": (
        "Friedrich Merz spoke out in favour of robust security guarantees for Ukraine.",
        {("germany", "security-guarantees", "supports")},
    ),
    "spoke out against": (
        "Viktor Orban spoke out against a European force in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    # -- what is said of a matter
    "does not believe that it is realistic": (
        "The United States does not believe that NATO membership for Ukraine is a realistic outcome.",
        {("us", "nato-membership", "opposes")},
    ),
    "the question does not arise": (
        "The question of German troops in Ukraine does not arise at present, Friedrich Merz said.",
        {("germany", "own-troops", "undecided")},
    ),
    "regards as combatants": (
        "Russia would regard US soldiers in Ukraine as combatants, Dmitry Peskov said.",
        {("russia", "us-troops", "opposes")},
    ),
    # -- who speaks and who is spoken of
    "between A and B, C said": (
        "There will be no meeting between Zelensky and Putin, Friedrich Merz said.",
        {("germany", "leaders-summit", "opposes")},
    ),
    "a pair with a predicate": (
        "A meeting between Putin and Zelensky should take place soon, Donald Trump said.",
        {("us", "leaders-summit", "supports")},
    ),
    "a first name spelt otherwise": (
        "No Bulgarian troops will be deployed to Ukraine, Prime Minister Rossen Zhelyazkov told parliament.",
        {("bulgaria", "own-troops", "opposes")},
    ),
    "who is told is no part of the matter": (
        "The United States will be part of security guarantees for Ukraine, Donald Trump told European leaders.",
        {("us", "security-guarantees", "supports")},
    ),
    "forces is a verb": (
        "Poland would not accept a peace that forces Ukraine to give up territory, Donald Tusk said.",
        {("poland", "territorial-concessions", "opposes")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=list(ROWS))
def test_construction(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert set(read(text, title="Ukraine talks")) == expected
