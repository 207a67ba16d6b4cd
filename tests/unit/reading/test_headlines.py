"""A headline alone, and with a body that says the same: what a reader of alerts sees first must be read.

Each claim is named as headlines name it, and every class of cue stands over it in headline style.
"""

import pytest

from tests.unit.reading.material import read
from watchers.model import Position

#: Claim -> (actor, as a headline names it, whoever speaks for it, the matter in headline style).
MATTERS = {
    "us-troops": ("poland", "Poland", "Radoslaw Sikorski", "US troops in Ukraine"),
    "western-force": ("italy", "Italy", "Giorgia Meloni", "plan for European force in Ukraine"),
    "own-troops": ("spain", "Spain", "Pedro Sanchez", "deployment of Spanish soldiers to Ukraine"),
    "us-backstop": ("uk", "UK", "Keir Starmer", "US backstop for Ukraine force"),
    "security-guarantees": ("france", "France", "Emmanuel Macron", "security guarantees for Ukraine"),
    "europe-leads": ("us", "US", "JD Vance", "European lead on security guarantees for Ukraine"),
    "article-5-guarantee": ("italy", "Italy", "Giorgia Meloni", "Article 5-style guarantee for Ukraine"),
    "nato-membership": ("hungary", "Hungary", "Viktor Orban", "NATO membership for Ukraine"),
    "moscow-consent": ("france", "France", "Emmanuel Macron", "Russian veto over guarantees for Ukraine"),
    "territorial-concessions": ("us", "US", "Donald Trump", "territorial concessions by Ukraine"),
    "leaders-summit": ("turkey", "Turkey", "Recep Tayyip Erdogan", "Putin-Zelensky summit"),
}  # fmt: skip
#: What a headline says, what a body says of the same, and its direction.
CUES = [
    ("rules out", "ruled out", -1), ("shuts door on", "shut the door on", -1), ("draws red line at", "drew a red line at", -1),
    ("hits out at", "hit out at", -1), ("pushes back against", "pushed back against", -1), ("says no to", "said no to", -1),
    ("sceptical of", "was sceptical of", -1), ("has no plans for", "had no plans for", -1), ("will block", "would block", -1),
    ("firmly against", "was firmly against", -1), ("sees no need for", "saw no need for", -1),
    ("backs", "backed", 1), ("calls for", "called for", 1), ("wants", "wanted", 1), ("throws weight behind", "threw his weight behind", 1),
    ("gives green light to", "gave the green light to", 1), ("leaves door open to", "left the door open to", 1),
    ("does not rule out", "did not rule out", 1), ("open to", "was open to", 1), ("weighs", "weighed", 1),
    ("undecided on", "was undecided on", 0), ("evasive on", "was evasive on", 0), ("will not comment on", "would not comment on", 0),
]  # fmt: skip
CASES = [(claim, *row, *cue) for claim, row in MATTERS.items() for cue in CUES]
IDS = [f"{name} {told} {matter}" for _, _, name, _, matter, told, _, _ in CASES]


def direction(title: str, text: str, actor: str, claim: str) -> int | None:
    found = [p for a, c, p in read(text, title=title) if (a, c) == (actor, claim)]
    return Position(found[0]).direction if found else None


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_headline_with_and_without_a_body(
    case: tuple[str, str, str, str, str, str, str, int],
) -> None:
    claim, actor, name, person, matter, told, said, way = case
    title = f"{name} {told} {matter}"
    assert direction(title, "The talks in Kyiv lasted two hours.", actor, claim) == way
    assert direction(title, f"{person} on Tuesday {said} the {matter}.", actor, claim) == way


HEADLINES = {
    "Belgium to send troops to Ukraine": ("belgium", "own-troops", 1),
    "Italy not to send troops to Ukraine": ("italy", "own-troops", -1),
    "France promises security guarantees for Ukraine": ("france", "security-guarantees", 1),
    "Hungary does not rule out letting Ukraine join NATO": ("hungary", "nato-membership", 1),
    "US open to US troops in Ukraine": ("us", "us-troops", 1),
    "Poland rules out US troops in Ukraine": ("poland", "us-troops", -1),
    "US to give Ukraine security guarantees, Witkoff says": ("us", "security-guarantees", 1),
    "'No Italian soldiers in Ukraine': Meloni": ("italy", "own-troops", -1),
    "Western troops in Ukraine 'legitimate target', Putin warns": ("russia", "western-force", -1),
    "Moscow vows to strike any European force in Ukraine": ("russia", "western-force", -1),
    "Moscow has no say on Western troops in Ukraine: NATO chief": ("nato", "moscow-consent", -1),
    "Ukraine must give up land: Trump": ("us", "territorial-concessions", 1),
    "No US boots on ground in Ukraine, Trump promises": ("us", "us-troops", -1),
}


@pytest.mark.parametrize(("title", "expected"), HEADLINES.items(), ids=list(HEADLINES))
def test_headline(title: str, expected: tuple[str, str, int]) -> None:
    actor, claim, way = expected
    assert direction(title, "The talks in Kyiv lasted two hours.", actor, claim) == way


@pytest.mark.parametrize("teller", ["report", "poll", "study"])
def test_headline_that_nobody_tells(teller: str) -> None:
    title = f"Britain will send troops to Ukraine: {teller}"
    assert not read("The talks in Kyiv lasted two hours.", title=title)


#: In capitals a verb is no surname of the man before it, and a surname is one all the same.
IN_CAPITALS = {
    "Trump Rules Out NATO Membership for Ukraine": ("us", "nato-membership", -1),
    "Starmer Ready to Put British Troops on the Ground in Ukraine": ("uk", "own-troops", 1),
    "Lavrov Says Western Troops In Ukraine Would Be Legitimate Targets": ("russia", "western-force", -1),
    "Zelensky Rejects Ceding Donbas to Russia": ("ukraine", "territorial-concessions", -1),
    "Albanese Open to Sending Australian Peacekeepers to Ukraine": ("australia", "own-troops", 1),
    "Russia Has No Veto Over Western Troops in Ukraine, NATO Chief Says": ("nato", "moscow-consent", -1),
    "Trump Envoy Rejects NATO Membership for Ukraine": ("us", "nato-membership", -1),
}  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), IN_CAPITALS.items(), ids=list(IN_CAPITALS))
def test_headline_in_capitals(title: str, expected: tuple[str, str, int]) -> None:
    actor, claim, way = expected
    assert direction(title, "The talks in Kyiv lasted two hours.", actor, claim) == way


@pytest.mark.parametrize("name", ["Melania Trump", "Donald Trump Jr.", "Nigel Farage"])
def test_headline_in_capitals_of_somebody_else(name: str) -> None:
    title = f"{name} Rules Out NATO Membership for Ukraine"
    assert not read("The talks in Kyiv lasted two hours.", title=title)
