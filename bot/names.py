"""Find the actor or claim that a person means: by id, name, alias, an unfinished or a misspelt word.

Knows names. Knows no positions, no chat and no database.
"""

import unicodedata
from collections.abc import Callable, Iterable
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
#: Characters by which a misspelt word may be longer or shorter.
_GUESSED_DIFFERENCE = 3


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
        self.renew(named)

    def renew(self, named: Iterable[Named]) -> None:
        """Know these names from now on, and no others: the configuration was changed."""
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
        words = _folded(typed)
        if not words:
            return [] if typed.strip() else list(self._named[:limit])
        found = self._ranked(lambda key: _closeness(words, key))
        if not found and len(words) >= _GUESSED_CHARS:
            found = self._ranked(_guess(words))
        return found[:limit]

    def _ranked(self, closeness: Callable[[str], float | None]) -> list[Named]:
        """Those that are close at all, the closest first; a name counts before an alias."""
        ranks = []
        for at, one in enumerate(self._named):
            near = (
                (rank, place > 0)
                for place, key in enumerate(self._keys[one.id])
                if (rank := closeness(key)) is not None
            )
            best = min(near, default=None)
            if best is not None:
                ranks.append((best, at))
        return [self._named[at] for _, at in sorted(ranks)]

    def find(self, typed: str) -> Named | None:
        """The one that is meant: by its id, else the likeliest; `None` where nothing comes near."""
        given = typed.strip()
        if given in self._by_id:
            return self._by_id[given]
        found = self.suggest(given, 1) if given else []
        return found[0] if found else None


def _keys(one: Named) -> tuple[str, ...]:
    folded = (_folded(name) for name in (one.name, one.id, *one.aliases))
    return tuple(dict.fromkeys(key for key in folded if key))


def _folded(text: str) -> str:
    """Lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _closeness(typed: str, key: str) -> float | None:
    """0 is the whole of it; the higher the further off; `None` is no match."""
    if key == typed:
        return 0
    if key.startswith(typed):
        return 1
    words = key.split()
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return 2
    return 3 if len(typed) >= _GUESSED_CHARS and typed in key else None


def _guess(typed: str) -> Callable[[str], float | None]:
    """How far a misspelt word is off; only words of about its length are compared, which is slow."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)

    def closeness(key: str) -> float | None:
        if abs(len(key) - len(typed)) > _GUESSED_DIFFERENCE or key[0] != typed[0]:
            return None
        matcher.set_seq1(key)
        if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
            return None
        ratio = matcher.ratio()
        return 1 - ratio if ratio >= _ALIKE else None

    return closeness
