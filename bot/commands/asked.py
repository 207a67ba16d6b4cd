"""Find the actor and the claim that a person names on the command line, in either order."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.names import Named, actor_names, claim_names
from bot.telling import Names
from watchers.errors import Misuse
from watchers.watchlist import Watchlist

#: Names offered where one fits nothing.
OFFERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Ids; `None` where nobody named it."""

    actor: str | None = None
    claim: str | None = None


def find_asked(typed: Sequence[str], names: Names) -> Asked:
    """What is meant by up to two words or phrases.

    Raises `Misuse` where one fits nothing, or both are of one sort.
    """
    if len(typed) > len((names.actors, names.claims)):
        raise Misuse(f"{' '.join(typed)!r}: name an actor and a claim; put longer names in quotes")
    for word in typed:
        if names.actors.find(word) is None and names.claims.find(word) is None:
            raise Misuse(f"{word!r} is neither an actor nor a claim; {_offer(names)}")
    readings = [_read(order, names) for order in _orders(typed)]
    best = max(readings, key=lambda reading: reading[0])
    if best[0] < 0:
        raise Misuse(f"{' and '.join(typed)}: name one actor and one claim, in either order")
    return best[1]


def _orders(typed: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Each way to take the words for an actor and a claim."""
    first, second = (*typed, None, None)[:2]
    return [(first, second), (second, first)]


def _read(order: tuple[str | None, str | None], names: Names) -> tuple[int, Asked]:
    """How many of the words are names to the letter, below zero where they cannot be meant so."""
    fit = 0
    found: list[str | None] = []
    directories = (names.actors, names.claims)
    for word, mine, other in zip(order, directories, reversed(directories), strict=True):
        named = mine.find(word) if word is not None else None
        found.append(named.id if named else None)
        if word is None:
            continue
        exact = named is not None and _is_spelt(word, named)
        elsewhere = other.find(word)
        if named is None or (not exact and elsewhere is not None and _is_spelt(word, elsewhere)):
            return -1, Asked()
        fit += exact
    return fit, Asked(actor=found[0], claim=found[1])


def _is_spelt(word: str, named: Named) -> bool:
    spellings = {name.casefold() for name in (named.id, named.name, *named.aliases)}
    return word.strip().casefold() in spellings


def _offer(names: Names) -> str:
    actors = ", ".join(one.id for one in names.actors.all()[:OFFERED])
    claims = ", ".join(one.id for one in names.claims.all()[:OFFERED])
    return f"actors are such as {actors}, claims such as {claims}"


def names_of(watchlist: Watchlist) -> Names:
    """The names of all that is watched."""
    from bot.names import Directory

    return Names(
        actors=Directory(actor_names(watchlist.actors)),
        claims=Directory(claim_names(watchlist.claims)),
    )
