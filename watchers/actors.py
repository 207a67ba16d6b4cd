"""Who can hold a position, who speaks for them and with what authority on a given day.

Knows names, offices and dates as `seeds/actors.toml` and the configuration give them. Knows no
text and no positions: finding a name in an article is the reader's work.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from watchers.model import Authority

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person's time in one office; `since` is the first day, `until` the first day out of it."""

    title: str
    authority: Authority
    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks or spoke for an actor."""

    #: As it is best known in English: "Volodymyr Zelensky".
    name: str
    #: Other spellings and short forms, the surname among them where it is enough.
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office by the words it goes by without a name: "chancellor", "defence secretary"."""

    titles: tuple[str, ...]
    authority: Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution that speaks for its actor: "White House", "foreign ministry"."""

    names: tuple[str, ...]
    authority: Authority = Authority.OFFICIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A government, country or body that can hold a position."""

    id: str
    name: str
    #: What names it as speaker or doer: country names, capital, metonyms.
    names: tuple[str, ...] = ()
    #: "Polish" in "Polish officials"; alone it is no actor.
    adjectives: tuple[str, ...] = ()
    #: Its people as an agent: "the Poles", "the Finn".
    demonyms: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    people: tuple[Person, ...] = ()
    #: Names that contain one of the above and mean something else: "Washington Post".
    blockers: tuple[str, ...] = ()
    #: A group of governments ("European leaders") that has no soldiers of its own.
    collective: bool = False
    #: Of a collective: ids of the actors whose leaders and ministers may speak for it.
    members: tuple[str, ...] = ()


class Actors:
    """Every actor that is watched, by id."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_id = {actor.id: actor for actor in actors}

    def __getitem__(self, actor_id: str) -> Actor:
        return self._by_id[actor_id]

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._by_id

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def authority(self, actor_id: str, speaker: str, on: date) -> Authority:
        """The rank with which `speaker`, as an article names him, spoke for the actor that day.

        A known person counts by the office held on that day (out of office: NONE); else an office
        or body named in `speaker` counts; anybody else who is said to speak for it is an OFFICIAL.
        """
        raise NotImplementedError
