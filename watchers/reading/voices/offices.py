"""Nations, bodies, offices and descriptions: "Polish officials", "the minister", "the Foreign Office".

Knows how an office goes with a nation and a name. Names alone are `names.py`, "the Frenchman" is `peoples.py`.
"""

from dataclasses import replace

from watchers.actors import Person
from watchers.reading.voices.joint import SIGNERS
from watchers.reading.voices.peoples import Peoples
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import COUNTERPARTS, MEMBERS, MODIFIERS, NOT_NAMES, VAGUE
from watchers.reading.words.vocabulary import Mark

_PAIR = 2
#: As in "a spokesperson for the government in Warsaw".
_OF_GOVERNMENT_IN = (["for", "the", "government", "in"], ["of", "the", "government", "in"])
#: Offices that nobody is called by before he holds them.
_OF_GOVERNMENT = frozenset({
    "chancellor", "defence minister", "defense minister", "finance minister", "foreign minister", "foreign secretary",
    "defence secretary", "interior minister", "premier", "president", "prime minister",
})  # fmt: skip
#: Who may be anybody's unless he is told to be somebody's: "according to a source cited by an agency".
_OF_NOBODY = frozenset({"familiar", "insider", "insiders", "people", "person", "source", "sources"})
#: Tokens at the head of a sentence in which a place stands that is the whole sentence's.
_PLACE_MAX = 6

#: Words that end as plurals do, of offices that one person holds: "minister of foreign affairs".
_OF_ONE = frozenset({"affairs", "forces", "nations", "states"})
#: Endings of adjectives that name a people as a whole: "the Dutch", "the French", "the Portuguese", "the Swiss".
_PEOPLES = ("ch", "sh", "ese", "ss")


class Offices(Peoples):
    """Reads the phrases that name somebody by what he is."""

    def _of_nation(self, nation: Mark) -> tuple[Voice | None, int]:
        """A nation with an office, body or description after it; or the nation itself."""
        k = nation.j
        owner = k < len(self.words) and self.words[k] == "'s"
        k += owner
        start, limit = k, k + 4
        while k < min(limit, len(self.words)):
            head = self._head(k)
            if head is not None:
                return self._composite(nation, head)
            person = self._longest(self.at.get(k, ()), "person")
            if person is not None and k > start - 1:
                return None, k
            if self.words[k] in COUNTERPARTS:
                return self._composite(nation, Mark(k, k + 1, "office", "counterpart"))
            if self.words[k] not in MODIFIERS:
                break
            k += 1
        if nation.kind == "adj" and not owner and self._stands_alone(nation):
            native = self._compatriot(nation)
            if native is not None:
                return native, nation.j
            if self.words[nation.j - 1].endswith(_PEOPLES):  # "the Dutch are not convinced"
                return self._people(nation), nation.j
        if nation.kind == "adj" or owner:
            if owner and nation.kind == "name":
                return self._voice(
                    nation.i, nation.j, "country", (nation.value,), self._government(nation.value)
                ), nation.j + 1
            return None, nation.j
        if nation.kind == "demonym":
            return self._demonym(nation)
        if (
            self.words[nation.i - 1 : nation.i]
            and self.words[nation.i - 1] in ("not", "but")
            and not self._capital(nation.i)
        ):
            return None, nation.j
        several = self.words[nation.j - 1] in MEMBERS  # "European countries"
        return self._voice(
            nation.i,
            nation.j,
            "country",
            (nation.value,),
            self._government(nation.value),
            plural=several,
        ), nation.j

    def _of_nations(self, first: Mark) -> tuple[Voice, int] | None:
        """As in "The British and French leaders", "Estonian, Latvian and Lithuanian officials": all of them."""
        if first.kind == "name":
            return None
        nations, k = [first.value], first.j
        while self.words[k : k + 1] and self.words[k] in (",", "and"):
            while self.words[k : k + 1] and self.words[k] in (",", "and", "the"):
                k += 1
            other = self._nation(k)
            if other is None or other.kind == "name":
                return None
            nations.append(other.value)
            k = other.j
        while self.words[k : k + 1] and self.words[k] in MODIFIERS and self._head(k) is None:
            k += 1
        head = self._head(k) if len(nations) > 1 else None
        if head is None and self.words[k : k + 1] == ["governments"] and len(nations) > 1:
            head = Mark(k, k + 1, "gbody", "government")
        if head is None or head.kind not in ("gbody", "office", "offices", "official"):
            return None
        if not self.words[head.j - 1].endswith("s"):
            return None
        voice, end = self._office_holder(first.i, head, tuple(nations), self._text(first.i, head.j))
        return replace(voice, plural=True), end

    def _composite(self, nation: Mark, head: Mark) -> tuple[Voice, int]:
        if head.kind in ("nobody", "former") or any(
            self.words[k] in ("former", "ex", "opposition", "retired")
            for k in range(nation.j, head.i)
        ):
            j = self._name_end(head.j)
            return self._voice(
                nation.i, j, "nobody", (), self._text(nation.i, j), surname=self.words[j - 1]
            ), j
        owners = self.cast.owners(str(head.value))
        named = any(m.kind == "adj" for k in range(head.i, head.j) for m in self.at.get(k, ()))
        of_one = named and len(owners) == 1  # "the German president of the European Commission"
        actors = owners if of_one else (nation.value,)
        return self._office_holder(nation.i, head, actors, self._text(nation.i, head.j))

    def _office_holder(
        self, i: int, head: Mark, actors: tuple[str, ...], label: str
    ) -> tuple[Voice, int]:
        """An office with the name that may follow it: "Foreign Minister Johann Wadephul"."""
        head = self._second_office(head)
        title = str(head.value)
        j = head.j
        if (
            j < len(self.words)
            and self.words[j] in ("of", "for")
            and head.kind in ("office", "offices", "official")
        ):
            nations, end = self._nations_of(j + 1)
            if nations:
                actors, j, label = nations, end, self._text(i, end)
            else:
                actors, j = self._of_person(j, actors)
        if self._leads_party(head.j) or (
            self.words[j : j + 1] == ["of"]
            and any(self._longest(self.at.get(k, ()), "nobody") for k in (j + 1, j + 2))
        ):
            return self._voice(
                i, j + 3, "nobody", (), self._text(i, j)
            ), j + 3  # "the leader of the opposition"
        k = j + (self.words[j : j + 1] == [","])
        person = (
            self._own_person(k, actors) if k > j else self._longest(self.at.get(k, ()), "person")
        )
        if person is not None and head.kind == "office":
            voice, end = self._person(k, person.j)
            if voice.kind == "person" or not actors:
                return replace(voice, i=i, role=self._role(i, person.j)), end
            if voice.actors == () and actors:
                made = replace(
                    voice,
                    i=i,
                    kind="person",
                    actors=actors,
                    role=self._role(i, person.j),
                    authority=self.cast.rank(actors[0], label),
                )
                self.cast.meet(made, title)
                return made, end
        if (
            head.kind == "office"
            and self._capital(j)
            and j < len(self.words)
            and self.words[j] not in NOT_NAMES
            and not self.at.get(j)
        ):
            end = self._name_end(j)
            known = self._by_surname(i, end, title)
            if known is not None:
                return known, self._past_apposition(known.j, known.actors)
            voice = self._voice(
                i, end, "person" if actors else "nobody", actors, self._text(j, end), title=title, surname=self.words[end - 1],
                authority=self.cast.rank(actors[0], label) if actors else None,
            )  # fmt: skip
            return voice, self._past_apposition(end, voice.actors)
        if actors and head.kind == "office":
            named = self._named_behind(i, j, actors, title, label)
            if named is not None:
                return named
            holder = self._holder(i, head, actors, title)
            if holder is not None:
                return self._voice(
                    i, j, "person", actors, holder.name, title=title, gender=holder.gender or "",
                    surname=holder.name.lower().split()[-1], authority=self.cast.rank(actors[0], holder.name),
                ), j  # fmt: skip
        kind = {"gbody": "body", "official": "official", "offices": "official"}.get(
            head.kind, "office"
        )
        return self._voice(
            i,
            j,
            kind,
            actors,
            label,
            title=title if kind == "office" else "",
            plural=_is_plural(self.words[head.j - 1]),
        ), j

    def _is_newly_in(self, title: str, actor: str, person: Person) -> bool:
        """As in "Prime Minister X" of one who holds no office that we know of, and never held this one."""
        return (
            title in _OF_GOVERNMENT
            and not self.cast.rank(actor, person.name)
            and not any(
                t.title.lower() == title and t.since <= self.cast.on for t in person.tenures
            )
        )

    def _by_surname(self, i: int, k: int, title: str) -> Voice | None:
        """Who holds an office and has another spelling of the first name: "Prime Minister Rossen Zhelyazkov"."""
        for mark in self.at.get(k, ()):
            if mark.kind == "person" and mark.j == k + 1 and self._joined(k - 1, k):
                actor, person = mark.value
                if any(t.title.lower() == title and t.covers(self.cast.on) for t in person.tenures):
                    voice = self._known(k, mark.j, actor, person)
                    return replace(voice, i=i, role=self._role(i, mark.j))
        return None

    def _holder(self, i: int, head: Mark, actors: tuple[str, ...], title: str) -> Person | None:
        """Who holds "the French presidency", and not "a French minister" or "the deputy French minister"."""
        lead = {*self.words[max(0, i - 1) : head.i]}
        if len(actors) > 1 or not lead.isdisjoint(
            ("a", "an", "another", "deputy", "one", "former", "new")
        ):
            return None
        return self.cast.holder(actors[0], title)

    def _own_person(self, k: int, actors: tuple[str, ...]) -> Mark | None:
        """The person behind a comma, unless he is another country's: "… back the German chancellor, Macron said"."""
        person = self._longest(self.at.get(k, ()), "person")
        if person is None or not actors or person.value[0] in actors:
            return person
        known = [*actors, person.value[0]]
        return person if any(map(self.cast.is_collective, known)) else None

    def _named_behind(
        self, i: int, j: int, actors: tuple[str, ...], title: str, label: str
    ) -> tuple[Voice, int] | None:
        """The name in "The Russian ambassador in Copenhagen, Vladimir Barbin, said"."""
        if self.words[j : j + 1] and self.words[j] in ("in", "to", "at"):
            place = self._nation(j + 1)
            j = place.j if place is not None else j
        if self.words[j : j + 1] != [","] or not self._capital(j + 1) or self.at.get(j + 1):
            return None
        end = self._name_end(j + 1)
        if end - j <= _PAIR or self.words[end : end + 1] not in ([","], ["("]):
            return None
        voice = self._voice(
            i, end, "person", actors, self._text(j + 1, end), title=title, surname=self.words[end - 1],
            authority=self.cast.rank(actors[0], label),
        )  # fmt: skip
        return voice, end + (self.words[end] == ",")

    def _of_person(self, j: int, actors: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
        """As in "A spokesman for Chancellor Friedrich Merz": the actor for which that person speaks."""
        k = j + 1
        while (
            k < len(self.words)
            and k < j + 4
            and (self._head(k) is not None or self.words[k] in ("the", "president", "mr"))
        ):
            k += 1
        person = self._longest(self.at.get(k, ()), "person")
        if person is None:
            return actors, j
        best = max(
            (m.value for m in self.at[k] if m.kind == "person" and m.j == person.j),
            key=lambda o: self.cast.rank(o[0], o[1].name),
        )
        return (best[0],), person.j

    def _described(self, mark: Mark) -> tuple[Voice | None, int]:
        """A body, office or description without a nation before it."""
        i, j = mark.i, mark.j
        if mark.kind == "body":
            actor, name = mark.value
            head = self._head(j)
            if head is not None and head.kind in ("office", "official", "offices"):
                return self._office_holder(i, head, (actor,), self._text(i, head.j))
            return self._voice(
                i,
                j,
                "body",
                (actor,),
                ("the " if name[:1].isupper() and self.words[i - 1 : i] == ["the"] else "") + name,
            ), j
        if mark.kind == "nobody":
            end = self._name_end(j)
            return self._voice(
                i,
                end,
                "nobody",
                (),
                self._text(i, end),
                surname=self.words[end - 1] if end > j else "",
            ), end
        mark = self._second_office(mark)
        j, title = mark.j, str(mark.value)
        nation = self._later_nation(j)
        if not nation and self.words[j : j + 1] in (["for"], ["of"], ["to"]):
            nation = self._of_person(j, ())[0]  # "a spokesman for Tusk", "an adviser to Macron"
        if not nation and self.words[j : j + 4] in _OF_GOVERNMENT_IN:
            nation = self._nations(j + 4)[0]
        if nation:
            return self._office_holder(i, mark, nation, self._text(i, j))
        bracket = self.words[j : j + 1] == ["("]  # "The Prime Minister (Keir Starmer): I will …"
        follows = self._longest(self.at.get(j + bracket, ()), "person")
        if follows is not None and mark.kind == "office":
            voice, end = self._person(j + bracket, follows.j)
            end += bracket and self.words[end : end + 1] == [")"]
            actor, person = follows.value
            if voice.kind == "nobody" and self._is_newly_in(title, actor, person):
                voice = replace(voice, kind="person", actors=(actor,), authority=self.cast.rank(actor, title))  # fmt: skip
            voice = self._claimed(replace(voice, i=i, role=self._role(i, follows.j)), title)
            self.cast.meet(voice, title)
            return voice, end
        place = self._nation(j) if title == "official" else None
        if place is not None and place.kind == "name":
            return self._of_nation(place)  # "official Warsaw"
        if self._is_of_nobody(i):
            return self._voice(i, j, "nobody", (), self._text(i, j)), j
        if title in VAGUE and (
            self._is_of_party(i - 1) or self._leads_party(j) or self._leads_others(j)
        ):
            return self._voice(i, j, "nobody", (), self._text(max(0, i - 1), j)), j
        return self._bare_office(mark, title)

    def _claimed(self, voice: Voice, title: str) -> Voice:
        """A person with an office that few actors have speaks for that one: "Secretary General Mark Rutte"."""
        owners = self.cast.owners(title)
        if not owners or not voice.speaks or voice.actors[0] in owners:
            return voice
        own = [a for a in voice.native if a in owners]
        return replace(voice, actors=(own[0],), native=voice.actors) if own else voice

    def _placed(self, i: int) -> tuple[str, ...]:
        """The one country in which the sentence puts whom it names: "In London the prime minister …"."""
        if self.words[0] not in ("in", "from", "over", "out", "back", "across", "meanwhile"):
            return ()
        places = [
            v for v in self.found if v.role == "place" and v.kind == "country" and v.j <= _PLACE_MAX
        ]
        return places[0].actors if len(places) == 1 and places[0].j <= i else ()

    def _is_of_nobody(self, i: int) -> bool:
        """As in "Joe Biden's administration": it spoke for whoever speaks for nobody now."""
        owner = self.found[-1] if self.found else None
        return (
            owner is not None
            and owner.kind == "nobody"
            and owner.j == i - 1
            and self.words[i - 1] == "'s"
        )

    def _is_of_party(self, i: int) -> bool:
        """Whether the word before "leader" is a party or company that we do not know: "the CDU leader said"."""
        return (
            i > 0
            and self._capital(i)
            and not self.at.get(i)
            and self.words[i] not in NOT_NAMES | MODIFIERS
            and self.words[i - 1] in ("the", "a", "an")
        )

    def _bare_office(self, mark: Mark, title: str) -> tuple[Voice | None, int]:
        i, j = mark.i, mark.j
        before = self.words[i - 1] if i else ""
        if (
            mark.kind == "office"
            and self._capital(j)
            and j < len(self.words)
            and self.words[j] not in NOT_NAMES
            and not self.at.get(j)
            and self._capital(i)
        ):
            actors = self.cast.actor_of_office(title)
            return self._office_holder(i, mark, actors, self._text(i, j))
        if mark.kind == "office":
            here = self._placed(i)
            known = self.cast.by_title(title)
            if here and (known is None or known.actors != here) and title not in VAGUE:
                known = None
            elif known is None and title in VAGUE and before in ("the", "", "."):
                known = (
                    self.cast.speaker
                    if self.cast.speaker is not None
                    and self.cast.speaker.kind in ("person", "office")
                    else None
                )
            if known is not None and before in ("the", "sir"):
                return replace(known, i=i, j=j, role=self._role(i, j)), j
        if (
            mark.kind in ("official", "offices")
            and before not in ("the", "these", "his", "her", "its", "a", "senior", "government")
            and mark.kind != "official"
        ):
            return None, j
        if self.words[mark.j - 1] in SIGNERS:
            return None, j  # "leaders", "the ministers": of whom, the text has not said
        if before == "the" and mark.kind == "official":
            again = self.cast.unnamed(self.words[mark.j - 1])
            if again is not None:
                return replace(again, i=i, j=j, role=self._role(i, j)), j
        placed = any(v.j == i for v in self.found) or self.words[j : j + 1] == ["in"]
        nobody = self.words[mark.j - 1] in _OF_NOBODY and not placed
        actors = self._placed(i) or (() if nobody else self.cast.actor_of_office(title))
        told = "," in self.words[max(0, i - 2) : i] and self.words[j : j + 1] == ["said"]
        closes = told and not nobody
        owned = before in ("her", "his", "its", "their")
        if (
            self.subject is not None
            and (owned or (closes and mark.kind in ("official", "offices")))
        ):  # "Hungary gives in to Kyiv, its foreign ministry said", "Washington presses Kyiv, officials said"
            actors = self.subject.actors or actors
        kind = {"gbody": "body", "official": "official", "offices": "official"}.get(
            mark.kind, "office"
        )
        label = self._text(i, j)
        if actors and kind == "body":
            label = f"{self._government(actors[0]).removesuffix('government')}{label}"
        elif kind == "office" and before == "the":
            label = f"the {label}"
        self.bare.update({i: j} if before == "the" and kind != "official" else {})
        return self._voice(
            i,
            j,
            kind,
            actors,
            label,
            title=title if kind == "office" else "",
            plural=label.endswith("s"),
        ), j


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and noun not in _OF_ONE
