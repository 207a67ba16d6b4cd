"""How the claims are named: plain wordings of each matter, and the same words said of another one."""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Via, When

SHORT = {
    "guarantees": "security-guarantees",
    "article 5": "article-5-guarantee",
    "consent": "moscow-consent",
    "nato": "nato-membership",
}
#: Claim: what names it, each in "Germany supports …".
WORDINGS = {
    "guarantees": [
        "a legally binding promise to Kyiv",
        "ironclad pledges to defend Ukraine",
        "a treaty on Ukraine's security",
        "a mutual defence treaty with Kyiv",
        "safeguards against a new Russian attack",
        "a protective umbrella for Kyiv",
        "assurances that Russia will not attack again",
        "an obligation to help Ukraine if Russia attacks again",
        "a commitment to come to Kyiv's aid if it is attacked",
        "guarantees enshrined in a treaty",
        "a clause that obliges the allies to assist Ukraine",
        "a group of guarantor countries for Ukraine",
    ],
    "article 5": [
        "an Article 5 for Ukraine",
        "a guarantee in the style of NATO's fifth article",
        "guarantees as firm as NATO's",
        "the same protection for Ukraine as a NATO member has",
        "a NATO-style guarantee for Ukraine",
        "extending NATO's shield to Ukraine",
        "a pledge that an attack on Kyiv will be regarded as an attack on Europe",
        "protecting Ukraine as if it were a member of NATO",
        "a one-for-all clause for Ukraine",
    ],
    "consent": [
        "any part for Russia in the protection of Ukraine",
        "Russia's inclusion in the guarantees",
        "guarantees acceptable to Moscow",
        "guarantees to which Russia agrees",
        "consulting Russia on guarantees",
        "a lever for Moscow over the guarantees",
    ],
    "nato": [
        "a NATO ticket for Ukraine",
        "Ukraine's course towards NATO",
        "a roadmap to NATO for Ukraine",
        "the extension of the alliance to Ukraine",
        "Ukraine becoming an ally",
    ],
}
NAMED = [(claim, text) for claim, texts in WORDINGS.items() for text in texts]

#: What is said: whose position it is, and which.
SAID = {
    "Germany will vouch for Ukraine's security, Friedrich Merz said.": "germany guarantees positive",
    "Merz wants to commit partners to come to Ukraine's aid.": "germany guarantees positive",
    "Merz said that there would be no Article 5 for Ukraine.": "germany article 5 negative",
    "Russia has no say whatsoever, Alexander Stubb said.": "finland consent negative",
    "Andrii Sybiha rejected any part for Russia in the protection of his country.": "ukraine consent negative",
    "Merz said that Russia must be consulted on the guarantees.": "germany consent positive",
    "Merz said that Moscow must play no role in the protection of Ukraine.": "germany consent negative",
    "Viktor Orban said that NATO had no business in Ukraine.": "hungary nato negative",
    "Putin demanded that Ukraine renounce NATO.": "russia nato negative",
    "Merz said that Ukraine must give up NATO.": "germany nato negative",
    "Kyiv will not renounce NATO.": "ukraine nato positive",
    "Merz said that NATO should take Ukraine in.": "germany nato positive",
}

#: The same words of another matter.
OF_ANOTHER = {
    "guarantees": [
        "Germany wants guarantees of gas supplies.",
        "Hungary demands guarantees for the rights of Hungarians in Ukraine.",
        "Belgium asks for solid guarantees for the assets before they are used for Ukraine.",
        "Poland wants guarantees for its farmers against grain from Ukraine.",
        "Russia demands security guarantees for itself.",
        "Germany supports firm security guarantees for Poland.",
        "Germany backs temporary protection for Ukrainian refugees.",
        "Germany supports energy security for Ukraine.",
    ],
    "article 5": [
        "Germany opposes Article 5 of the trade treaty with Ukraine.",
        "Merz called the attack on Ukraine an attack on Europe's order.",
        "Germany supports NATO-style training for Ukraine's officers.",
    ],
    "consent": [
        "Germany demands Russia's consent to a ceasefire.",
        "Germany opposes Russia's participation in the Olympic Games.",
        "Merz said that Russia should not have a seat at the G7 table.",
        "Merz said that Russia had no right to Crimea.",
        "Rutte said that Moscow had no say in Ukraine's path to NATO.",
        "Merz said that Moscow would not agree to foreign troops.",
    ],
    "nato": [
        "Germany supports Sweden's membership of NATO.",
        "Germany rejects NATO troops in Ukraine.",
        "Austria stands by its neutrality in the war in Ukraine.",
        "Germany backs a neutral venue for the talks on Ukraine.",
    ],
}
OTHER = [(claim, text) for claim, texts in OF_ANOTHER.items() for text in texts]


def positions(text: str) -> set[str]:
    told = article(text, title="Ministers talk about the war in Ukraine")
    long = {claim: name for name, claim in SHORT.items()}
    return {
        f"{s.actor} {long.get(s.claim, s.claim)} {s.position.direction.name.lower()}"
        for s in shipped_reader().read(told).statements
        if s.when is When.NOW and s.via is not Via.SECONDHAND
    }


@pytest.mark.parametrize(("claim", "text"), NAMED, ids=[text for _, text in NAMED])
def test_wording(claim: str, text: str) -> None:
    assert f"germany {claim} positive" in positions(f"Germany supports {text}.")


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=list(SAID))
def test_said(text: str, expected: str) -> None:
    assert expected in positions(text)


@pytest.mark.parametrize(("claim", "text"), OTHER, ids=[text for _, text in OTHER])
def test_another_matter(claim: str, text: str) -> None:
    assert not [p for p in positions(text) if f" {claim} " in p]
