"""Words for soldiers and forces that name none of those that may be sent: "a peace that forces Ukraine to …".

Knows the words around one noun. Knows no claim, and nothing of whose soldiers they are.
"""

from watchers.reading.matter.soldier_words import HELP, WITHDRAWING
from watchers.reading.words.vocabulary import Mark

#: Tokens from "withdraw" to the soldiers.
_WITHDRAWN_REACH = 3


def is_no_army(words: list[str], noun: Mark, marks: list[Mark]) -> bool:
    """As in "a peace that forces Ukraine to …", "must not be changed by force", "foreign military aid"."""
    if words[noun.i : noun.j] == ["forces"]:
        return any(m.kind == "name" and m.i == noun.j for m in marks)
    if words[noun.i] == "force":
        return words[noun.i - 1] == "by" or words[noun.i - 2 : noun.i] == ["use", "of"]
    return words[noun.j - 1] == "military" and not HELP.isdisjoint(words[noun.j : noun.j + 1])


def is_withdrawn(words: list[str], noun: Mark) -> bool:
    """As in "demands that Kyiv withdraw troops": soldiers who are there, and of no force to come."""
    lead = words[max(0, noun.i - _WITHDRAWN_REACH) : noun.i]
    return not WITHDRAWING.isdisjoint(lead) and "to" not in lead
