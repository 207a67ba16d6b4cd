"""Roll calls: entries that are headed by a country or its capital, under a title or lead that names the matter.

Each row is (title, lead, entries), with what they must say; a row without any must yield no statement.
"""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Via, When

SENDING = "Who would send troops to Ukraine?"
HERE = "Here is what governments have said."
NATO = "Where allies stand on Ukraine's NATO bid"

Expected = dict[tuple[str, str], int]

ROWS: dict[str, tuple[str, str, Expected]] = {
    "capitals and a full stop": (
        SENDING,
        f"{HERE}\n\nITALY. Prime Minister Giorgia Meloni has ruled it out.\n\nCZECH REPUBLIC. Has not ruled it out.",
        {("italy", "own-troops"): -1, ("czechia", "own-troops"): 1},
    ),
    "a capital and a dash": (
        SENDING,
        f"{HERE}\n\nROME - Opposed.\n\nTHE HAGUE - In favour.",
        {("italy", "own-troops"): -1, ("netherlands", "own-troops"): 1},
    ),
    "a line of its own": (
        SENDING,
        f"{HERE}\n\n**Italy**\n\nHas said no.\n\n**Spain**\n\nSupports the idea.",
        {("italy", "own-troops"): -1, ("spain", "own-troops"): 1},
    ),
    "one word": (
        SENDING,
        f"{HERE}\n\nITALY\n\nNo.\n\nSPAIN\n\nYes.\n\nNORWAY\n\nUndecided.",
        {("italy", "own-troops"): -1, ("spain", "own-troops"): 1, ("norway", "own-troops"): 0},
    ),
    "a list": (
        NATO,
        "* Poland: strongly in favour\n* Hungary: firmly opposed\n* Germany: says it is too early\n* Italy: not in favour",
        {
            ("poland", "nato-membership"): 1,
            ("hungary", "nato-membership"): -1,
            ("germany", "nato-membership"): 0,
            ("italy", "nato-membership"): -1,
        },
    ),
    "the government of the heading": (
        NATO,
        "Poland: The government is in favour.\n\nHungary: The government has ruled it out.",
        {("poland", "nato-membership"): 1, ("hungary", "nato-membership"): -1},
    ),
    "an entry on something else goes by": (
        NATO,
        "Poland: In favour.\n\nSpain: Holds elections in October.\n\nNorway: Has an army of 17,000.\n\nHungary: Against.",
        {("poland", "nato-membership"): 1, ("hungary", "nato-membership"): -1},
    ),
    "others in a country": (
        SENDING,
        f"{HERE}\n\nITALY. The opposition is against it.\n\nGERMANY. Most voters are against.\n\nPOLAND: A poll shows 60 percent opposed.",
        {},
    ),
    "former leaders and unions": (
        SENDING,
        f"{HERE}\n\nFRANCE: Former president Francois Hollande is against it.\n\nITALY: Trade unions reject it.",
        {},
    ),
    "another matter": (
        SENDING,
        f"{HERE}\n\nFRANCE: Opposed to the budget.\n\nSPAIN: Has said no to higher tariffs.\n\nSWEDEN: Yes to higher pensions.\n\nPOLAND: No elections this year.",
        {},
    ),
    "datelines": (
        SENDING,
        f"{HERE}\n\nROME. Opposed to the plans of the coalition, farmers blocked roads.\n\nWARSAW - Never before had so many tourists come.",
        {},
    ),
    "a question against it": (
        "Who opposes a force in Ukraine?",
        f"{HERE}\n\nHUNGARY. Yes.\n\nTURKEY. No.",
        {},
    ),
    "what is called for, and by others": (
        NATO,
        f"{HERE}\n\nITALY. Calls for Ukraine's NATO bid are growing.\n\nSLOVAKIA. Was told by Kyiv that it was a must.",
        {},
    ),
    "somebody else under the heading": (
        NATO,
        f"{HERE}\n\nGERMANY. The far-right AfD party. Rejects it.\n\nSPAIN. Supports it.",
        {("spain", "nato-membership"): 1},
    ),
    "what a plan lays down": (
        "What the plan demands",
        "UKRAINE. Gives up NATO membership.\n\nRUSSIA. Accepts a European force in Ukraine.",
        {},
    ),
    "positions are no deed": ("European countries' positions on a force for Ukraine", HERE, {}),
}


@pytest.mark.parametrize("name", ROWS)
def test_roll_call(name: str) -> None:
    title, text, expected = ROWS[name]
    found = {
        (s.actor, s.claim): int(s.position.direction)
        for s in shipped_reader().read(article(text, title=title)).statements
        if s.when is When.NOW and s.via is not Via.SECONDHAND and not _is_implied(s.rules)
    }
    assert found == expected


def _is_implied(rules: tuple[str, ...]) -> bool:
    return any(rule.startswith("implied") for rule in rules)
