"""What is watched: propositions, the phrases that name their matter, and the families of words behind these.

Knows `seeds/claims.toml` and `seeds/cues/families.toml`; a fault names file, key and cure. Knows no text of
articles: finding a claim in one is the reader's work.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from watchers.errors import Misuse

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CLAIMS_FILE = SEEDS / "claims.toml"
FAMILIES_FILE = SEEDS / "cues" / "families.toml"

#: Whose soldiers a claim is about.
DOERS = ("us", "own", "others")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Words that name one idea; `verbs` in their plain form stand for all their forms."""

    name: str
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    #: Words that stand for the idea in an article, though the same words in a keyword mean something else.
    also: tuple[str, ...] = ()
    also_verbs: tuple[str, ...] = ()
    #: The family that names the other side: whoever stays out does not join.
    opposite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that an actor can be for or against."""

    id: str
    proposition: str
    keywords: tuple[str, ...] = ()
    #: Phrases that name the matter once an article has named it or one of those `beside` it.
    again: tuple[str, ...] = ()
    #: Phrases that name the opposite: whoever backs them opposes the claim.
    against: tuple[str, ...] = ()
    #: Phrases that mean another matter.
    exclude: tuple[str, ...] = ()
    #: The article must name one of these; empty: no condition.
    context: tuple[str, ...] = ()
    #: What names the matter again once an article has named it; empty: worked out from the keywords.
    echo: tuple[str, ...] = ()
    #: Claims about the same matter: once one of them is named, `again` names this one.
    beside: tuple[str, ...] = ()
    #: What its words go with where it is meant, and what else they may go with, where it is not.
    own: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    #: The actor for whom it is: "guarantees for Taiwan" are another matter; empty where that does not matter.
    whom: str = ""
    #: The actor whose it is: "Sweden's membership" is another matter; empty where that does not matter.
    whose: str = ""
    #: For a claim about soldiers: one of `DOERS`.
    doer: str | None = None
    #: The actor that would do it: what others tell of his doing or not doing it is his; empty: nobody in particular.
    agent: str = ""
    #: Keywords that a user gave a shipped claim; they stand among `keywords` too.
    added: tuple[str, ...] = ()
    #: Keywords that a user took away from a shipped claim.
    removed: tuple[str, ...] = ()
    #: Phrases that mean another matter by a user's word; they stand among `exclude` too.
    excluded: tuple[str, ...] = ()
    #: Families of which one alone is enough where the speaker is the other party: "meet Putin".
    parties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Soldiers:
    """How soldiers, forces and what is done with them are named."""

    men: tuple[str, ...] = ()
    force: tuple[str, ...] = ()
    west: tuple[str, ...] = ()
    not_ours: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    noun_act: tuple[str, ...] = ()
    #: What a country does that goes along, and that does not, once a force is spoken of.
    joining: tuple[str, ...] = ()
    aloof: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    #: Phrases that mean another matter to each of these claims.
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSeeds:
    """Everything that `seeds/claims.toml` holds."""

    claims: tuple[Claim, ...] = ()
    families: tuple[Family, ...] = ()
    soldiers: Soldiers = Soldiers()


def load_claims(path: Path = CLAIMS_FILE) -> ClaimSeeds:
    """The shipped claims. Raises `Misuse` where the file is missing or broken."""
    given = load_toml(path)
    check_keys(given, ("families", "soldiers", "claims"), path, "")
    soldiers = _read_soldiers(given.get("soldiers", {}), path)
    claims = [_read_claim(name, table, path) for name, table in given.get("claims", {}).items()]
    return ClaimSeeds(
        claims=tuple(
            replace(c, exclude=(*c.exclude, *soldiers.exclude)) if c.doer else c for c in claims
        ),
        families=tuple(
            read_family(name, table, path) for name, table in given.get("families", {}).items()
        ),
        soldiers=soldiers,
    )


def load_families(path: Path = FAMILIES_FILE) -> tuple[Family, ...]:
    """The general families of words, which bridge a user's keywords to an article's words."""
    return tuple(read_family(name, table, path) for name, table in load_toml(path).items())


def adjust(
    claim: Claim, *, add: Iterable[str], remove: Iterable[str], exclude: Iterable[str]
) -> Claim:
    """A shipped claim with a user's changes to its keywords."""
    gone = {word.casefold() for word in remove}
    kept = tuple(word for word in claim.keywords if word.casefold() not in gone)
    return replace(
        claim,
        keywords=(*kept, *add),
        added=(*claim.added, *add),
        exclude=(*claim.exclude, *exclude),
        removed=(*claim.removed, *remove),
        excluded=(*claim.excluded, *exclude),
        echo=tuple(word for word in claim.echo if word.casefold() not in gone),
    )


def load_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a mapping, or a `Misuse` that names it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error


def check_keys(table: object, known: Iterable[str], path: Path, where: str) -> None:
    """Refuse a key that the file does not have, and name the nearest right one."""
    if not isinstance(table, dict):
        raise Misuse(f"{path}: {where}: must be a table")
    names = list(known)
    for key in table:
        if key not in names:
            near = get_close_matches(key, names, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(names)}"
            raise Misuse(f"{path}: {where + ': ' if where else ''}unknown key {key!r}{hint}")


def words_of(table: Mapping[str, Any], key: str, path: Path, where: str) -> tuple[str, ...]:
    """A list of words, checked."""
    given = table.get(key, [])
    if not isinstance(given, list) or not all(isinstance(w, str) and w.strip() for w in given):
        raise Misuse(f"{path}: {where}: {key} must be a list of words")
    return tuple(given)


def read_family(name: str, table: Any, path: Path) -> Family:
    lists = [f.name for f in fields(Family) if f.name not in ("name", "opposite")]
    check_keys(table, (*lists, "opposite"), path, name)
    opposite = table.get("opposite", "")
    if not isinstance(opposite, str):
        raise Misuse(f"{path}: {name}: opposite must be the name of a family")
    return Family(
        name=name, opposite=opposite, **{key: words_of(table, key, path, name) for key in lists}
    )


def _read_claim(name: str, table: Any, path: Path) -> Claim:
    where = f"claims.{name}"
    lists = ("keywords", "again", "against", "exclude", "context", "echo", "beside", "own", "other")
    check_keys(
        table, ("proposition", "doer", "agent", "parties", "whom", "whose", *lists), path, where
    )
    if not isinstance(table.get("proposition"), str):
        raise Misuse(f"{path}: {where}: proposition is missing")
    if table.get("doer") not in (None, *DOERS):
        raise Misuse(f"{path}: {where}: doer must be one of {', '.join(DOERS)}")
    return Claim(
        id=name,
        proposition=table["proposition"],
        doer=table.get("doer"),
        whom=table.get("whom", ""),
        whose=table.get("whose", ""),
        agent=table.get("agent", ""),
        parties=table.get("parties", {}),
        **{key: words_of(table, key, path, where) for key in lists},
    )


def _read_soldiers(table: Any, path: Path) -> Soldiers:
    keys = [f.name for f in fields(Soldiers)]
    check_keys(table, keys, path, "soldiers")
    return Soldiers(**{key: words_of(table, key, path, "soldiers") for key in keys})
