"""What a proposition would end, and by which words: "bans imports of grain", "sanctions are lifted".

Knows the families of ending, the order of a proposition's words and the keywords beside it. Knows no text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from watchers.reading.matter.handled import is_ending_verb
from watchers.reading.matter.keywords import Concept
from watchers.reading.matter.topic_words import GLUE, MODALS
from watchers.reading.words.general_words import GRAMMAR
from watchers.reading.words.inflect import stem

#: Families by one of which a proposition ends something, and those by which a text says that it is ended.
_ENDINGS = (
    (frozenset({"HALT", "BAN", "EMBARGO", "MORATORIUM"}),
     frozenset({"HALT", "BAN", "EMBARGO", "MORATORIUM", "CLOSE"})),
    (frozenset({"CLOSE"}), frozenset({"CLOSE", "HALT", "LEAVE"})),
    (frozenset({"LIFT"}), frozenset({"LIFT", "HALT"})),
    (frozenset({"LEAVE"}), frozenset({"LEAVE", "HALT"})),
    (frozenset({"CUT"}), frozenset({"CUT"})),
)  # fmt: skip
#: Families by which a text says so of what a proposition leaves less of: "rules are loosened", "exports are restricted".
_LESS = frozenset({"BAN", "CUT", "EMBARGO", "HALT", "LIFT", "MORATORIUM"})
#: What burdens somebody: who stops it, lifts it.
_BURDENS = frozenset({"SANCTION", "TARIFF", "TAX", "LIMIT", "VISA", "BAN", "EMBARGO", "CUSTOMS"})
ENDING_FAMILIES = frozenset(name for _, names in _ENDINGS for name in names)
_BE = frozenset({"is", "are", "be", "been", "being", "was", "were", "gets", "get"})
#: Words of a proposition that name no part of its thing.
_NO_THING = GLUE | GRAMMAR | MODALS
#: Words behind which a proposition says how, where and until when, and no longer what.
_FURTHER = frozenset(
    ("as", "at", "because", "by", "for", "from", "in", "or", "over", "that", "to", "until", "when", "which", "with", "within")
)  # fmt: skip

#: A word of a proposition with what it is known by; `None` for a small word.
Word = tuple[str, frozenset[Concept] | None]


@dataclass(frozen=True, slots=True)
class Ending:
    """What is ended, the noun of it, and the families by which a text says that it is."""

    thing: frozenset[Concept]
    #: The words of the proposition that are known by more than themselves.
    known: frozenset[Concept]
    head: frozenset[Concept]
    families: frozenset[str]


def ending_of(words: Sequence[Word]) -> Ending | None:
    """What a proposition ends; `None` for one that is for something new.

    A passive is the verb of its sentence: "the ban on whaling is lifted" ends the ban.
    """
    found = None
    for k, (word, known) in enumerate(words):
        groups = [texts for own, texts in _ENDINGS if _families(known) & own]
        if not groups and not is_ending_verb(word):
            continue
        lead = [w for w, _ in words[:k]]
        is_passive = not _BE.isdisjoint(lead[-2:]) or (
            "under" in lead[-2:] and not _BE.isdisjoint(lead)
        )  # "is put under a moratorium"
        if not is_passive and word.endswith(("ed", "en")):
            continue  # "the frozen assets"
        named = _subject(words[:k]) if is_passive else _object(words[k + 1 :])
        thing = _content(named)
        if not thing:
            continue
        groups = [
            texts - {name for kind, name in thing if kind == "fam"} for texts in groups or [_LESS]
        ]
        burdens = any(name in _BURDENS for kind, name in thing if kind == "fam")
        lifted = frozenset({"LIFT"}) if burdens else frozenset[str]()
        ending = Ending(
            thing,
            _content(word for word in named if word[1]),
            _head(named),
            frozenset().union(*groups) | lifted,
        )
        if is_passive:
            return ending
        found = found or ending
    return found


def with_keywords(ending: Ending, keywords: Iterable[Sequence[Word]]) -> Ending:
    """An ending whose thing goes by what keywords call it too: "Schengen checks" for "checks at the border".

    A keyword is for the thing if it has the same noun for its own.
    """
    thing = set(ending.thing)
    for words in keywords:
        if _head(words) & ending.head and not any(_families(k) & ending.families for _, k in words):
            thing |= _content(words)
    return replace(ending, thing=frozenset(thing))


def speaks_of_ending(words: Iterable[Word]) -> bool:
    """Whether some word is for an end, or for less, of something."""
    return any(_families(known) & ENDING_FAMILIES or is_ending_verb(word) for word, known in words)


def _head(words: Sequence[Word]) -> frozenset[Concept]:
    """The noun of a phrase: the last word before the first preposition."""
    end = next((k for k, (word, _) in enumerate(words) if k and word in GLUE), len(words))
    return _content(words[end - 1 : end])


def _subject(words: Sequence[Word]) -> Sequence[Word]:
    end = next(
        (k for k, (word, _) in enumerate(words) if word in _BE or word in MODALS), len(words)
    )
    return words[:end]


def _object(words: Sequence[Word]) -> Sequence[Word]:
    if words and words[0][0] == "from":
        words = words[1:]  # "withdraws from the treaty"
    end = next((k for k, (word, _) in enumerate(words) if word in _FURTHER), len(words))
    lead = next((k for k, (word, _) in enumerate(words) if word not in GLUE), 0)
    return words[lead:end]


def _content(words: Iterable[Word]) -> frozenset[Concept]:
    return frozenset(
        concept
        for word, known in words
        if word not in _NO_THING
        for concept in known or {("=", stem(word))}
        if concept[0] != "@"
    )


def _families(known: frozenset[Concept] | None) -> set[str]:
    return {name for kind, name in known or () if kind == "fam"}
