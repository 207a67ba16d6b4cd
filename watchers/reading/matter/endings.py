"""What a proposition would end, and by which words: "bans imports of grain", "sanctions are lifted".

Knows the families of ending and the order of a proposition's words. Knows no text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchers.reading.matter.keywords import Concept

#: Families by one of which a proposition ends something, and those by which a text says that it is ended.
_ENDINGS = (
    (frozenset({"HALT", "BAN", "EMBARGO", "MORATORIUM"}),
     frozenset({"HALT", "BAN", "EMBARGO", "MORATORIUM", "CLOSE"})),
    (frozenset({"CLOSE"}), frozenset({"CLOSE", "HALT", "LEAVE"})),
    (frozenset({"LIFT"}), frozenset({"LIFT", "HALT"})),
    (frozenset({"LEAVE"}), frozenset({"LEAVE", "HALT"})),
    (frozenset({"CUT"}), frozenset({"CUT"})),
)  # fmt: skip
#: What burdens somebody: who stops it, lifts it.
_BURDENS = frozenset({"SANCTION", "TARIFF", "TAX", "LIMIT", "VISA", "BAN", "EMBARGO", "CUSTOMS"})
ENDING_FAMILIES = frozenset(name for _, names in _ENDINGS for name in names)
_BE = frozenset({"is", "are", "be", "been", "being", "was", "were", "gets", "get"})
#: Words behind which a proposition says how, where and until when, and no longer what.
_FURTHER = frozenset(
    {"by", "in", "over", "until", "with", "from", "within", "when", "because", "to", "at"}
)

#: A word of a proposition with what it is known by; `None` for a small word.
Word = tuple[str, frozenset[Concept] | None]


@dataclass(frozen=True, slots=True)
class Ending:
    """What is ended, and the families by which a text says so."""

    thing: frozenset[Concept]
    families: frozenset[str]


def ending_of(words: Sequence[Word]) -> Ending | None:
    """What a proposition ends; `None` for one that is for something new."""
    for k, (word, known) in enumerate(words):
        groups = [texts for own, texts in _ENDINGS if _families(known) & own]
        if not groups:
            continue
        lead = [w for w, _ in words[:k]]
        is_passive = not _BE.isdisjoint(lead[-2:]) or (
            "under" in lead[-2:] and not _BE.isdisjoint(lead)
        )  # "is put under a moratorium"
        if not is_passive and word.endswith(("ed", "en")):
            continue  # "the frozen assets"
        thing = _content(words[:k]) if is_passive else _content(_object(words[k + 1 :]))
        if not thing:
            continue
        burdens = any(name in _BURDENS for kind, name in thing if kind == "fam")
        lifted = frozenset({"LIFT"}) if burdens else frozenset[str]()
        return Ending(thing, frozenset().union(*groups) | lifted)
    return None


def _object(words: Sequence[Word]) -> Iterable[Word]:
    for word in words:
        if word[0] in _FURTHER:
            return
        yield word


def _content(words: Iterable[Word]) -> frozenset[Concept]:
    return frozenset(c for _, known in words for c in known or () if c[0] != "@")


def _families(known: frozenset[Concept] | None) -> set[str]:
    return {name for kind, name in known or () if kind == "fam"}
