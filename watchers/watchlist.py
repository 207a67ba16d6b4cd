"""What is watched: the shipped claims and actors with a user's own, put into one form.

Knows the seeds and the plain parts of `[watch]`, `[claims]` and `[actors]`. A user's aliases are a flat list;
here they are told apart: country and capital, adjective, people, body, person. Knows no text of articles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from watchers.actor_files import shipped_actors
from watchers.actors import Actor, Actors, Body, Person, Tenure
from watchers.claims import Claim, ClaimSeeds, Family, Soldiers, adjust, load_claims, load_families
from watchers.cues import Cues, load_cues
from watchers.errors import Misuse
from watchers.model import Authority
from watchers.reading.text.document import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClaim:
    """A claim as a user writes it."""

    proposition: str
    keywords: tuple[str, ...]
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnActor:
    """An actor as a user writes it."""

    name: str
    aliases: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordChange:
    """What a user changes about a shipped claim's keywords."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """Everything that a reader is compiled from."""

    actors: Actors
    #: The watched actors and every other country that is known: whose words are not to be mistaken.
    world: Actors
    claims: tuple[Claim, ...]
    families: tuple[Family, ...]
    soldiers: Soldiers
    cues: Cues


def build_watchlist(
    *,
    seeds: bool = True,
    claims: Mapping[str, OwnClaim] | None = None,
    actors: Mapping[str, OwnActor] | None = None,
    keywords: Mapping[str, KeywordChange] | None = None,
) -> Watchlist:
    """The shipped claims and actors (unless `seeds` is false) with a user's own and his changes.

    A claim of his own takes the place of a shipped one of that name; an actor joins it.
    """
    shipped, known, general, cues = _shipped()
    watched = [*(known if seeds else ())]
    own = [_read_actor(actor_id, actor, known) for actor_id, actor in (actors or {}).items()]
    if seeds:
        own = [_joined(known[actor.id], actor) if actor.id in known else actor for actor in own]
    watched = [actor for actor in watched if actor.id not in {o.id for o in own}] + own
    others = [actor for actor in known if not _is_among(actor, watched)]
    kept = [claim for claim in shipped.claims if claim.id not in (claims or {})]
    made = [*_changed(kept, keywords or {})] if seeds else []
    made += [
        Claim(id=claim_id, proposition=c.proposition, keywords=c.keywords, exclude=c.exclude)
        for claim_id, c in (claims or {}).items()
    ]
    return Watchlist(
        actors=Actors(watched),
        world=Actors([*watched, *others]),
        claims=tuple(made),
        families=(*shipped.families, *general) if seeds else general,
        soldiers=shipped.soldiers,
        cues=cues,
    )


@cache
def _shipped() -> tuple[ClaimSeeds, Actors, tuple[Family, ...], Cues]:
    """What comes with the program, read from its files once: some commands make three watchlists."""
    return load_claims(), shipped_actors(), load_families(), load_cues()


def _changed(claims: Iterable[Claim], changes: Mapping[str, KeywordChange]) -> Iterable[Claim]:
    claims = list(claims)
    for claim_id in changes:
        if claim_id not in {claim.id for claim in claims}:
            raise Misuse(f"watch.keywords.{claim_id}: there is no such shipped claim")
    for claim in claims:
        change = changes.get(claim.id)
        yield (
            claim
            if change is None
            else adjust(claim, add=change.add, remove=change.remove, exclude=change.exclude)
        )


def _is_among(actor: Actor, watched: Iterable[Actor]) -> bool:
    names = {fold(name) for name in (actor.name, *actor.names)}
    return any(o.id == actor.id or fold(o.name) in names for o in watched)


def _joined(shipped: Actor, own: Actor) -> Actor:
    """A shipped actor with the names and people that a user adds to it."""
    return replace(
        shipped,
        names=tuple(dict.fromkeys((*shipped.names, *own.names))),
        demonyms=tuple(dict.fromkeys((*shipped.demonyms, *own.demonyms))),
        bodies=(*shipped.bodies, *own.bodies),
        people=(*shipped.people, *(p for p in own.people if not _has_person(shipped, p))),
    )


def _has_person(actor: Actor, person: Person) -> bool:
    return any(fold(person.name) in {fold(n) for n in (p.name, *p.aliases)} for p in actor.people)


# -- a user's flat aliases ------------------------------------------------------------------------

_BODY_WORDS = frozenset(
    [
        "government",
        "parliament",
        "ministry",
        "department",
        "administration",
        "office",
        "house",
        "palace",
        "presidency",
        "cabinet",
        "chancellery",
        "council",
        "commission",
        "assembly",
        "congress",
        "senate",
        "army",
        "military",
        "headquarters",
        "agency",
        "authority",
        "authorities",
        "embassy",
        "court",
        "bank",
        "party",
        "kremlin",
        "pentagon",
        "street",
        "secretariat",
        "delegation",
        "president",
        "minister",
        "secretary",
        "general",
        "spokesman",
        "spokeswoman",
        "chancellor",
        "premier",
        "leadership",
        "officials",
        "alliance",
        "union",
    ]
)


def _read_actor(actor_id: str, own: OwnActor, known: Actors) -> Actor:
    """A user's actor: what its aliases are is told by their form and by what is known of the country."""
    twin = _twin(actor_id, own.name, known)
    names, demonyms, bodies, people = [own.name], [], [], []
    persons = _known_people()
    for alias in own.aliases:
        plain = alias.removeprefix("the ").removeprefix("The ")
        match _sort_of(alias, own, twin, persons):
            case "person":
                people.append(plain)
            case "people":
                demonyms.append(plain)
            case "body":
                bodies.append(plain)
            case _:
                names.append(plain)
    people += [leader for leader in own.leaders if fold(leader) not in {fold(p) for p in people}]
    language = twin or Actor(id=actor_id, name=own.name)
    return Actor(
        id=actor_id,
        name=own.name,
        names=tuple(dict.fromkeys((*names, *language.names))),
        adjectives=language.adjectives or _adjectives(own),
        demonyms=tuple(dict.fromkeys((*language.demonyms, *demonyms))),
        bodies=(*language.bodies, *(Body(names=(body,)) for body in bodies)),
        offices=language.offices,
        people=tuple(_persons(people, own.leaders)),
        blockers=language.blockers,
        collective=language.collective,
    )


def _twin(actor_id: str, name: str, known: Actors) -> Actor | None:
    """The shipped actor of that name: its language knowledge is anybody's."""
    for actor in known:
        if fold(name) in {fold(n) for n in (actor.name, *actor.names)}:
            return actor
    return known[actor_id] if actor_id in known else None  # noqa: SIM401 - Actors is no dict


@cache
def _known_people() -> frozenset[str]:
    return frozenset(
        fold(name)
        for actor in shipped_actors()
        for p in actor.people
        for name in (p.name, *p.aliases)
    )


def _sort_of(  # noqa: C901, PLR0911 - one return for each sort of alias
    alias: str, own: OwnActor, twin: Actor | None, persons: frozenset[str]
) -> str:
    plain = fold(alias.removeprefix("the ").removeprefix("The "))
    words = plain.split()
    if plain in {fold(leader) for leader in own.leaders}:
        return "person"
    if twin is not None:
        if plain in {fold(n) for n in (*twin.names, *twin.adjectives)}:
            return "name"
        if plain in {fold(n) for n in twin.demonyms}:
            return "people"
        if any(plain == fold(n) for body in twin.bodies for n in body.names):
            return "body"
    if words[-1] in _BODY_WORDS or words[0] in ("ministry", "department", "office"):
        return "body"
    if plain in persons:
        return "person"
    longer = [fold(a).split() for a in own.aliases if len(a.split()) > len(words)]
    if any(other[-len(words) :] == words and other[-1] not in _BODY_WORDS for other in longer):
        return "person"
    if len(words) > 1 and all(w[:1].isupper() for w in alias.split()):
        return "person"
    if len(words) == 1 and plain.endswith("s") and plain[:3] == fold(own.name)[:3]:
        return "people"
    return "name"


def _adjectives(own: OwnActor) -> tuple[str, ...]:
    """As in "Ruritanian" from "Ruritanian government", where the country is not known."""
    found = [
        a.split()[0]
        for a in own.aliases
        if len(a.split()) == 2 and fold(a.split()[1]) in _BODY_WORDS  # noqa: PLR2004 - adjective and body
    ]
    return tuple(
        w for w in dict.fromkeys(found) if w[:1].isupper() and fold(w)[:3] == fold(own.name)[:3]
    )


def _persons(names: Iterable[str], leaders: tuple[str, ...]) -> Iterable[Person]:
    """Spellings of one name are one person: the longest is the name."""
    groups: list[list[str]] = []
    for name in sorted(names, key=len, reverse=True):
        words = fold(name).split()
        for group in groups:
            if fold(group[0]).split()[-len(words) :] == words:
                group.append(name)
                break
        else:
            groups.append([name])
    folded = {fold(leader) for leader in leaders}
    for group in groups:
        leads = any(fold(name) in folded for name in group)
        authority = Authority.LEADER if leads else Authority.OFFICIAL
        yield Person(
            name=group[0],
            aliases=tuple(group[1:]),
            tenures=(
                Tenure(
                    title="leader" if leads else "official", authority=authority, since=date.min
                ),
            ),
        )
