"""Load `actors.toml` into records, loudly: a misspelt key names file, entry and the nearest right key.

Knows the file's shape and what must hold between its entries. Knows no text and no positions.
"""

from dataclasses import fields
from importlib.resources.abc import Traversable
from typing import get_args

from watchers.actors import Actor, Actors, Body, Gender, Office, Person, Tenure
from watchers.model import Authority
from watchers.seed_files import Table, nearest, parse_seed, read_seed, shipped

#: The word that the file has for each authority; anonymous and none are no offices.
AUTHORITIES = {
    "leader": Authority.LEADER,
    "minister": Authority.MINISTER,
    "envoy": Authority.ENVOY,
    "official": Authority.OFFICIAL,
}

#: Tables whose offices and bodies are added to every actor, or to those with ministries.
SHARED = ("everyone", "ministries")

ACTOR_KEYS = {field.name for field in fields(Actor)} - {"id"} | {"ministries"}
PERSON_KEYS = {field.name for field in fields(Person)}
TENURE_KEYS = {field.name for field in fields(Tenure)}


def shipped_actors() -> Actors:
    """The actors that come with the program."""
    return load_actors(shipped("actors.toml"))


def load_actors(source: str | Traversable) -> Actors:
    """The actors of a file, or of the text of one."""
    if isinstance(source, str):
        whole = parse_seed(source, "actors.toml")
    else:
        whole = parse_seed(read_seed(source), str(source.name))
    shared = {name: whole.table(name) for name in SHARED}
    for table in shared.values():
        table.only({"offices", "bodies"})
    actors = [_read_actor(whole.table(key), shared) for key in whole if key not in SHARED]
    _check_members(whole, actors)
    return Actors(actors)


def _read_actor(table: Table, shared: dict[str, Table]) -> Actor:
    table.only(ACTOR_KEYS, required={"name"})
    inherited = [table, shared["everyone"]]
    if table.flag("ministries", default=True):
        inherited.append(shared["ministries"])
    people = tuple(_read_person(row) for row in table.rows("people", "name"))
    for number, person in enumerate(people):
        if person.name in {other.name for other in people[:number]}:
            raise table.fault(f"'{person.name}' is there twice; put both tenures in one entry")
    return Actor(
        id=table.entry,
        name=table.text("name"),
        names=table.texts("names"),
        adjectives=table.texts("adjectives"),
        demonyms=table.texts("demonyms"),
        bodies=tuple(
            Body(names=names, authority=authority)
            for names, authority in _ranked("bodies", inherited)
        ),
        offices=tuple(
            Office(titles=titles, authority=authority)
            for titles, authority in _ranked("offices", inherited)
        ),
        people=people,
        blockers=table.texts("blockers"),
        collective=table.flag("collective", default=False),
        members=table.texts("members"),
    )


def _ranked(key: str, tables: list[Table]) -> list[tuple[tuple[str, ...], Authority]]:
    """The titles or names of each authority, highest first; the first table that has one decides."""
    taken: set[str] = set()
    found = []
    for ranks in (table.table(key) for table in tables):
        ranks.only(AUTHORITIES)
        for word, authority in AUTHORITIES.items():
            new = tuple(name for name in ranks.texts(word) if name not in taken)
            if new:
                found.append((new, authority))
        taken.update(name for word in AUTHORITIES for name in ranks.texts(word))
    return sorted(found, key=lambda pair: -pair[1])


def _read_person(table: Table) -> Person:
    table.only(PERSON_KEYS, required={"name"})
    gender: Gender | None = None
    if "gender" in table:
        word = table.text("gender")
        gender = next((known for known in get_args(Gender) if known == word), None)
        if gender is None:
            raise table.fault(f"key 'gender': unknown '{word}'; right are: f, m")
    aliases = table.texts("aliases")
    name = table.text("name")
    tenures = tuple(_read_tenure(row) for row in table.rows("tenures", "title"))
    return Person(
        name=name,
        aliases=tuple(alias for alias in aliases if alias != name),
        gender=gender,
        tenures=tenures,
    )


def _read_tenure(table: Table) -> Tenure:
    table.only(TENURE_KEYS, required={"title", "authority", "since"})
    since, until = table.day("since"), table.optional_day("until")
    if until is not None and until <= since:
        raise table.fault(f"key 'until' ({until}) must be after 'since' ({since})")
    return Tenure(
        title=table.text("title"),
        authority=table.choice("authority", AUTHORITIES),
        since=since,
        until=until,
    )


def _check_members(whole: Table, actors: list[Actor]) -> None:
    ids = {actor.id for actor in actors}
    for actor in actors:
        for member in actor.members:
            if member not in ids:
                table = whole.table(actor.id)
                raise table.fault(f"key 'members': unknown '{member}'; {nearest(member, ids)}")
