"""Who can hold a position, who speaks for them and with what authority on a given day.

Knows names, offices and dates as `seeds/actors.toml` and the configuration give them. Knows no
text and no positions: finding a name in an article is the reader's work.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from watchers.model import Authority
from watchers.speaking import (
    Found,
    Lexicon,
    Meaning,
    Naming,
    find,
    introductions_of,
    office_before,
    rank_of,
    speaking_people,
)
from watchers.spelling import fold, words

Gender = Literal["m", "f"]


#: What names one actor, where an office or a body may be anybody's.
_OF_ONE = (Naming.NAME, Naming.ADJECTIVE, Naming.PERSON)

#: Speakers' words remembered with what stands in them; some 30 MB at the most.
REMEMBERED_MAX = 50_000
#: Ranks remembered: those of a few days' speakers.
_RANKS_MAX = 10_000


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

    def authority(self, on: date) -> Authority:
        """The highest rank held that day; NONE before, after and between offices."""
        return max((t.authority for t in self.tenures if t.covers(on)), default=Authority.NONE)


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


def own_actor(
    actor_id: str, name: str, aliases: Iterable[str] = (), leaders: Iterable[str] = ()
) -> Actor:
    """An actor that a user defines: its leaders confirm, everybody else who speaks for it is an official.

    An alias that is a leader's longer or shorter name belongs to that leader.
    """
    aliases = tuple(aliases)
    people = tuple(
        Person(
            name=leader,
            aliases=tuple(alias for alias in aliases if _is_same_name(alias, leader)),
            tenures=(Tenure(title="leader", authority=Authority.LEADER, since=date.min),),
        )
        for leader in leaders
    )
    taken = {alias for person in people for alias in (person.name, *person.aliases)}
    names = tuple(alias for alias in aliases if alias not in taken)
    return Actor(id=actor_id, name=name, names=(name, *names), people=people)


def _is_same_name(one: str, other: str) -> bool:
    """Whether one ends with the other: "Recep Tayyip Erdoğan" and "Erdogan"."""
    short, long = sorted((words(one), words(other)), key=len)
    return bool(short) and long[-len(short) :] == short


class Actors:
    """Every actor that is watched, by id."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_id = {actor.id: actor for actor in actors}
        self._lexica: dict[str, Lexicon] = {}
        self._found: dict[tuple[str, tuple[str, ...]], list[Found]] = {}
        #: Actors by the first words of their names, adjectives and people; made when first needed.
        self._beginning: dict[str, set[str]] = {}
        #: A day's articles name the same few speakers.
        self._rank = lru_cache(maxsize=_RANKS_MAX)(self._authority)

    def __reduce__(self) -> tuple[type["Actors"], tuple[tuple[Actor, ...]]]:
        """Go to another process without what was worked out here, which cannot be pickled."""
        return Actors, (tuple(self),)

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
        Who is known to speak for another actor alone, or is named as that other's, is NONE. A bare
        "a senior official" is ANONYMOUS. The leaders and ministers of a collective's members keep
        their rank when they speak for it.
        """
        return self._rank(actor_id, speaker, on)

    def _authority(self, actor_id: str, speaker: str, on: date) -> Authority:
        actor = self._by_id[actor_id]
        said = words(speaker)
        if not self._speakers(actor, said):
            members = [self._by_id[member] for member in actor.members]
            member = next((m for m in members if self._speakers(m, said)), None)
            if member is None and self._is_voice_of_another(actor, said, on):
                return Authority.NONE
            if member is None and not self._is_named(actor, said):
                member = next((m for m in members if self._is_named(m, said)), None)
            if member is not None:
                return self.authority(member.id, speaker, on)
        rank = rank_of(said, self._find(actor, said), self._lexicon(actor), on)
        if not actor.offices and rank != Authority.LEADER:  # a user's own: nothing between
            return min(rank, Authority.OFFICIAL)
        return rank

    def authority_in(self, text: str, actor_id: str, speaker: str, on: date) -> Authority:
        """As `authority`; of a name that is in no list, by the office that the text gives with it."""
        rank = self.authority(actor_id, speaker, on)
        is_known = self._find(self._by_id[actor_id], words(speaker))
        if rank is not Authority.OFFICIAL or is_known or not speaker[:1].isupper():
            return rank
        for before, behind in introductions_of(speaker, text):
            said = words(before)
            office = office_before(said, self._find(self._by_id[actor_id], said))
            given = self.authority(actor_id, f"{' '.join(office)} {speaker}{behind}", on)
            if given is not rank:
                return given
        return rank

    def find(self, typed: str, *, on: date) -> Actor | None:
        """The actor that a person means: by id or any of its names, else by who speaks for it.

        Of two actors that share a person, the one for whom he speaks on the day.
        """
        wanted = words(typed)
        if typed.strip().lower() in self._by_id:
            return self._by_id[typed.strip().lower()]
        best: Actor | None = None
        best_rank = -1
        for actor in self:
            for meaning in self._lexicon(actor).get(wanted, ()):
                if meaning.naming in (Naming.NAME, Naming.ADJECTIVE):
                    return actor
                if meaning.naming is Naming.PERSON and meaning.rank(on) > best_rank:
                    best, best_rank = actor, meaning.rank(on)
        return best or self._by_body(wanted)

    def nearest(self, typed: str) -> tuple[str, ...]:
        """Ids of the actors whose names are most like what was typed, best first."""
        names = {
            fold(name): actor.id for actor in self for name in (actor.id, actor.name, *actor.names)
        }
        close = get_close_matches(fold(typed), names, n=5, cutoff=0.6)
        return tuple(dict.fromkeys(names[name] for name in close))

    def _by_body(self, wanted: tuple[str, ...]) -> Actor | None:
        """The one actor that has a body of that name; none where several have it."""
        owners = [
            actor
            for actor in self
            if any(m.naming is Naming.BODY for m in self._lexicon(actor).get(wanted, ()))
        ]
        return owners[0] if len(owners) == 1 else None

    def _speakers(self, actor: Actor, said: tuple[str, ...]) -> list[Found]:
        """The actor's people who are the speakers in these words."""
        return speaking_people(said, self._find(actor, said))

    def _is_named(self, actor: Actor, said: tuple[str, ...]) -> bool:
        """Whether these words have the actor's name, or its adjective, alone or in a longer phrase."""
        lexicon = self._lexicon(actor)
        return any(
            phrase.named(Naming.NAME) or _has_adjective(phrase, lexicon)
            for phrase in self._find(actor, said)
        )

    def _is_voice_of_another(self, actor: Actor, said: tuple[str, ...], on: date) -> bool:
        """Whether they name somebody in office elsewhere, or an office as another actor's."""
        named = self._is_named(actor, said)
        for other in self._named_with(said):
            if other.id == actor.id or actor.id in other.members:
                continue
            lexicon = self._lexicon(other)
            found = self._find(other, said)
            people = speaking_people(said, found)
            if any(person.rank(on, Naming.PERSON) > Authority.NONE for person in people):
                return True
            if other.id in actor.members or named:
                continue
            owners = (phrase.end for phrase in found if phrase.named(Naming.NAME))
            if any(said[end : end + 1] == ("'s",) for end in owners):
                return True
            if any(_has_adjective(phrase, lexicon) for phrase in found):
                return True
        return False

    def _named_with(self, said: tuple[str, ...]) -> list[Actor]:
        """The actors of whom a name, adjective or person can stand in the words."""
        if not self._beginning:
            for actor in self:
                for phrase, meanings in self._lexicon(actor).items():
                    if phrase and any(m.naming in _OF_ONE for m in meanings):
                        self._beginning.setdefault(phrase[0], set()).add(actor.id)
        named = {one for word in said for one in self._beginning.get(word, ())}
        return [actor for actor in self if actor.id in named]

    def _find(self, actor: Actor, said: tuple[str, ...]) -> list[Found]:
        """What stands in the words; remembered, since the same speakers are named again and again."""
        key = (actor.id, said)
        if key not in self._found:
            if len(self._found) >= REMEMBERED_MAX:
                self._found.clear()
            self._found[key] = find(said, self._lexicon(actor))
        return self._found[key]

    def _lexicon(self, actor: Actor) -> Lexicon:
        if actor.id not in self._lexica:
            self._lexica[actor.id] = _build_lexicon(actor)
        return self._lexica[actor.id]


def _has_adjective(phrase: Found, lexicon: Lexicon) -> bool:
    """Whether a phrase is an adjective or begins with one, as "French government" does."""
    starts = (phrase.words[:end] for end in range(1, len(phrase.words) + 1))
    return any(m.naming is Naming.ADJECTIVE for start in starts for m in lexicon.get(start, ()))


def _build_lexicon(actor: Actor) -> Lexicon:
    """Every phrase that can stand in the words of the actor's speakers; blockers stand for nothing."""
    lexicon: dict[tuple[str, ...], list[Meaning]] = {}

    def add(phrases: Iterable[str], naming: Naming, rank: Callable[[date], Authority]) -> None:
        for phrase in phrases:
            lexicon.setdefault(words(phrase), []).append(Meaning(naming=naming, rank=rank))

    add((actor.name, *actor.names), Naming.NAME, _always(Authority.OFFICIAL))
    add((*actor.adjectives, *actor.demonyms), Naming.ADJECTIVE, _always(Authority.OFFICIAL))
    for office in actor.offices:
        add(office.titles, Naming.OFFICE, _always(office.authority))
    for body in actor.bodies:
        add(body.names, Naming.BODY, _always(body.authority))
    for person in actor.people:
        add({person.name, *person.aliases}, Naming.PERSON, person.authority)
    return lexicon


def _always(authority: Authority) -> Callable[[date], Authority]:
    return lambda _day: authority
