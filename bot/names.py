"""Find the actor or claim that a person means: by id, name, alias, an unfinished or a misspelt word.

Knows names. Knows no positions, no chat and no database.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from watchers.actors import Actor
from watchers.claims import Claim

#: Discord, "Application command option choice", characters; and choices in one answer.
CHOICE_MAX_CHARS = 100
CHOICES_MAX = 25
#: How alike a misspelt word must be; "Ukrane" and "Ukraine" are at 0.92.
_ALIKE = 0.75
#: Shorter words are not guessed at.
_GUESSED_CHARS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with an id that people call by several names."""

    id: str
    #: What it is shown as.
    name: str
    aliases: tuple[str, ...] = ()


def actor_names(actors: Iterable[Actor]) -> tuple[Named, ...]:
    """Actors by their names, adjectives, bodies and people."""
    return tuple(Named(id=a.id, name=a.name, aliases=tuple(_actor_aliases(a))) for a in actors)


def claim_names(claims: Iterable[Claim]) -> tuple[Named, ...]:
    """Claims by their propositions, ids and keywords."""
    return tuple(
        Named(id=c.id, name=c.proposition, aliases=(c.id.replace("-", " "), *c.keywords))
        for c in claims
    )


def _actor_aliases(actor: Actor) -> Iterable[str]:
    yield from (*actor.names, *actor.adjectives, *actor.demonyms)
    for body in actor.bodies:
        yield from body.names
    for person in actor.people:
        yield from (person.name, *person.aliases)


class Directory:
    """Looks names up; the same answer for the same words."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._named = tuple(named)
        self._by_id = {one.id: one for one in self._named}
        self._keys = {one.id: _keys(one) for one in self._named}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def all(self) -> tuple[Named, ...]:
        return self._named

    def name(self, id_: str) -> str:
        """The name; the id where it is not watched any more."""
        found = self._by_id.get(id_)
        return found.name if found else id_

    def suggest(self, typed: str, limit: int = CHOICES_MAX) -> list[Named]:
        """What may be meant, the likeliest first; everything where nothing is typed."""
        if not typed.strip():
            return list(self._named[:limit])
        words = _folded(typed)
        ranked = [(_rank(words, self._keys[one.id]), at) for at, one in enumerate(self._named)]
        fitting = sorted((rank, at) for rank, at in ranked if rank is not None)
        return [self._named[at] for _, at in fitting[:limit]]

    def find(self, typed: str) -> Named | None:
        """The one that is meant: by its id, else the likeliest; `None` where nothing comes near."""
        given = typed.strip()
        if given in self._by_id:
            return self._by_id[given]
        found = self.suggest(given, 1) if given else []
        return found[0] if found else None


def _keys(one: Named) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_folded(k) for k in (one.name, one.id, *one.aliases)))


def _folded(text: str) -> str:
    """Lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _rank(typed: str, keys: tuple[str, ...]) -> int | None:
    """0 is a whole name; the higher the further off; `None` is no match."""
    best: int | None = None
    for at, key in enumerate(keys):
        rank = _closeness(typed, key)
        if rank is not None:
            rank = rank * 2 + (at > 0)
            best = rank if best is None else min(best, rank)
    return best


def _closeness(typed: str, key: str) -> int | None:
    if key == typed:
        return 0
    if key.startswith(typed):
        return 1
    words = key.split()
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return 2
    if len(typed) >= _GUESSED_CHARS:
        if typed in key:
            return 3
        if SequenceMatcher(None, typed, key).ratio() >= _ALIKE:
            return 4
    return None
