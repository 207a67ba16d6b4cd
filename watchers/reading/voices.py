"""Who is named in a sentence: countries, people, offices, descriptions, pronouns, and those who speak for nobody.

Knows names and grammar of noun phrases. Whether somebody speaks is `reports.py`, what about is others' work.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from watchers.actors import Actors, Person
from watchers.model import Authority
from watchers.reading.text import Sentence
from watchers.reading.vocabulary import Mark
from watchers.reading.voice_words import (
    ADDRESSING,
    DETERMINERS,
    GROUP_HEADS,
    GROUPS,
    HIS_PEOPLE,
    HOMES,
    MODIFIERS,
    NOT_NAMES,
    PLACE_ONLY,
    PREPOSITIONS,
    TITLES,
    VAGUE,
)

PRONOUNS = {"he": "m", "she": "f", "they": "", "it": "", "we": "", "i": ""}
_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "our": "we", "my": "i"}
#: Other words for an office.
_SAME_OFFICE = {
    "prime minister": ("premier", "head of government", "head of the government", "pm"),
    "president": ("head of state", "president of the republic"),
    "foreign minister": ("minister", "diplomat", "top diplomat", "chief diplomat"),
    "defence minister": ("minister", "defense minister"),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "secretary general": ("secretary-general",),
    "secretary-general": ("secretary general",),
    "secretary of state": ("top diplomat", "diplomat"),
}
#: Offices that are the subject's own, whoever was named last: "Berlin wants Kyiv's entry, a government spokesman said".
_OF_SUBJECT = frozenset(
    {"government spokesman", "government spokeswoman", "government spokesperson"}
)
_PAIR = 2
#: Tokens at the head of a sentence in which its subject stands.
_SUBJECT_MAX = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that could hold a position, at tokens `i` to `j`."""

    i: int
    j: int
    #: country, person, office, body, official, nobody, pronoun
    kind: str
    #: The actors for which it would speak; more than one for "the two ministers".
    actors: tuple[str, ...]
    label: str
    gender: str = ""
    plural: bool = False
    #: agent, object (after a preposition), place, owner (before 's), by
    role: str = "agent"
    #: For a pronoun, the word; for a demonym, "demonym".
    word: str = ""
    authority: Authority = Authority.OFFICIAL
    #: The surname by which an article may name the person again.
    surname: str = ""

    @property
    def speaks(self) -> bool:
        return bool(self.actors) and self.kind != "nobody"


class Cast:
    """Who has appeared in an article so far, in order."""

    def __init__(self, actors: Actors, on: date) -> None:
        self.actors, self.on = actors, on
        self.people: list[Voice] = []
        self.recent: list[Voice] = []
        self.named: dict[str, Voice] = {}
        self.titles: dict[str, Voice] = {}
        self.speaker: Voice | None = None
        self._of_office = special_offices(actors)

    def meet(self, voice: Voice, title: str = "") -> None:
        """Remember a voice that was just named."""
        if voice.kind != "nobody" or voice.surname:
            self.recent.append(voice)
        if voice.kind in ("person", "nobody") and voice.surname:
            self.people.append(voice)
            self.named[voice.surname] = voice
        if title and voice.speaks:
            for name in (title, *_SAME_OFFICE.get(title, ())):
                self.titles[name] = voice

    def heard(self, voice: Voice) -> None:
        """Remember who was last reported to speak."""
        self.speaker = voice

    def acted(self, voice: Voice | None) -> None:
        """Remember who was the subject of a sentence that reports nobody."""
        if voice is not None and voice.kind == "person":
            self.speaker = voice

    def rank(self, actor: str, label: str) -> Authority:
        return (
            self.actors.authority(actor, label, self.on) if actor in self.actors else Authority.NONE
        )

    def actor_of_office(self, title: str) -> tuple[str, ...]:
        """Whose a bare office is: unique to an actor, held by somebody named, else the last actor named."""
        owners = self._of_office.get(title, ())
        if len(owners) == 1:
            return owners
        recent = self.recent[-12:]
        if title in _OF_SUBJECT and recent and recent[-1].role == "owner":
            recent = [v for v in recent if v.role != "owner"] or recent
        for voice in reversed(recent):
            if (
                voice.actors
                and len(voice.actors) == 1
                and voice.role in ("agent", "owner", "by")
                and (not owners or voice.actors[0] in owners)
            ):
                return voice.actors
        for voice in reversed(self.recent[-6:]):
            if voice.actors and voice.actors[0] in owners:
                return voice.actors[:1]  # "In Berlin, the chancellor …"
        return ()

    def by_title(self, title: str) -> Voice | None:
        """The person who was introduced with this office."""
        return self.titles.get(title)

    def pronoun(self, word: str, before: list[Voice]) -> Voice | None:
        """Whom a pronoun means: the last speaker, or the last one named who fits; `None` if unsure."""
        if word in ("he", "she"):
            return self._person(PRONOUNS[word], before)
        if word == "it":
            return self._latest(before, ("country", "body"), plural=False)
        if word == "they":
            several = self._latest(before, ("official", "country", "office"), plural=True)
            return several or self._pair()
        return None

    def _pair(self) -> Voice | None:
        """The two who met in the sentence before: "Macron met Starmer. They agreed …"."""
        two = [v for v in self.recent[-3:] if v.kind == "person" and v.role in ("agent", "object")]
        if len(two) != _PAIR or not all(v.speaks for v in two):
            return None
        one, other = two
        if (one.role, other.role) != ("agent", "object") or not set(one.actors).isdisjoint(
            other.actors
        ):
            return None
        label = f"{one.label} and {other.label}"
        return replace(one, actors=(*one.actors, *other.actors), plural=True, label=label)

    def _person(self, gender: str, before: list[Voice]) -> Voice | None:
        here = [
            v
            for v in before
            if v.kind in ("person", "office", "nobody") and v.role != "owner" and fits(v, gender)
        ]
        agents = [v for v in here if v.role == "agent"]
        if agents:
            return agents[-1]
        speaker = self.speaker
        if speaker is not None and _is_somebody(speaker) and fits(speaker, gender):
            return speaker
        if here:
            return here[-1]
        recent = [v for v in self.recent[-6:] if _is_somebody(v) and fits(v, gender)]
        named = {v.label for v in recent}
        if len(named) == 1:
            return recent[-1]
        agents = [v for v in recent if v.role == "agent"]
        return agents[-1] if agents else None

    def _latest(self, before: list[Voice], kinds: tuple[str, ...], *, plural: bool) -> Voice | None:
        for voice in reversed([*self.recent[-4:], *before]):
            if (
                voice.kind in kinds
                and voice.role in ("agent", "owner")
                and (not plural or voice.plural)
            ):
                return voice
        return None


def _is_somebody(voice: Voice) -> bool:
    return voice.kind in ("person", "office") or (voice.kind == "nobody" and bool(voice.surname))


def fits(voice: Voice, gender: str) -> bool:
    return not voice.gender or voice.gender == gender


@lru_cache(maxsize=8)
def special_offices(actors: Actors) -> dict[str, tuple[str, ...]]:
    """Titles that few actors have: "taoiseach", "chancellor"."""
    owners: dict[str, list[str]] = {}
    for actor in actors:
        for office in actor.offices:
            for title in office.titles:
                owners.setdefault(title.lower(), []).append(actor.id)
    few = 3
    return {title: tuple(ids) for title, ids in owners.items() if len(ids) <= few}


class VoiceFinder:
    """Reads the noun phrases of one sentence after another."""

    def __init__(self, cast: Cast, raw: str) -> None:
        self.cast, self.raw = cast, raw

    def find(self, sentence: Sentence, marks: list[Mark]) -> list[Voice]:
        self.sentence = sentence
        self.words = sentence.words
        self.at: dict[int, list[Mark]] = {}
        for mark in marks:
            self.at.setdefault(mark.i, []).append(mark)
        found: list[Voice] = []
        #: Who the sentence begins with, where it begins with somebody.
        self.subject: Voice | None = None
        i = 0
        while i < len(self.words):
            voice, i = self._phrase(i, found)
            if voice is not None:
                found.append(voice)
                if voice.i <= _SUBJECT_MAX and voice.role == "agent" and self.subject is None:
                    self.subject = voice
        return found

    # -- one phrase ------------------------------------------------------------------------------

    def _phrase(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        word = self.words[i]
        if word in PRONOUNS:
            return self._pronoun(i, found)
        if word in _POSSESSIVES and self.words[i + 1 : i + 2] and self.words[i + 1] in HOMES:
            return self._home(i, found)
        group = self._group(i) if word in GROUPS else None
        if group is not None:
            return group, group.j
        marks = self.at.get(i, ())
        block = self._longest(marks, "block")
        if block is not None and self._blocks(block):
            return self._voice(i, block.j, "nobody", (), self._text(i, block.j)), block.j
        if word in ("former", "ex", "retired", "then", "late") or self._longest(marks, "former"):
            voice, j = self._former(i, found)
            if voice is not None:
                return voice, j
        person = self._longest(marks, "person")
        nation = self._nation(i)
        if person is not None and (nation is None or person.j >= nation.j):
            return self._person(i, person.j)
        body = self._longest(marks, "body")
        if body is not None and nation is not None and body.j > nation.j:
            return self._described(body)
        if nation is not None:
            return self._of_nation(nation)
        native = self._native(i)
        if native is not None:
            return native, i + 1
        for kind in ("body", "office", "offices", "gbody", "official", "nobody"):
            mark = self._longest(marks, kind)
            if mark is not None:
                return self._described(mark)
        return self._unknown(i)

    def _group(self, i: int) -> Voice | None:
        """As in "the Baltic states", "Nordic leaders", "the E3": all of their governments."""
        j = i + 1
        while j < min(i + 3, len(self.words)) and self.words[j] in MODIFIERS:
            j += 1
        headed = self.words[j : j + 1] and self.words[j] in GROUP_HEADS
        if not headed and self.words[i] != "e3":
            return None
        j = j + 1 if headed else i + 1
        actors = tuple(a for a in GROUPS[self.words[i]] if a in self.cast.actors)
        if not actors:
            return None
        return self._voice(i, j, "country", actors, self._text(i, j), plural=True)

    def _longest(self, marks: "list[Mark] | tuple[Mark, ...]", kind: str) -> Mark | None:
        best = None
        for mark in marks:
            if mark.kind == kind and (best is None or mark.j > best.j):
                best = mark
        return best

    def _blocks(self, block: Mark) -> bool:
        inside = [m for k in range(block.i, block.j) for m in self.at.get(k, ())]
        if any(m.kind in ("name", "body") and m.i == block.i and m.j >= block.j for m in inside):
            return False  # "European Union" is no "European …" and a name of its own
        return not any(m.kind == "person" and m.j > block.j for m in inside)

    def _nation(self, i: int) -> Mark | None:
        best = None
        for mark in self.at.get(i, ()):
            if mark.kind in ("name", "adj", "demonym") and (
                best is None or mark.j > best.j or (mark.j == best.j and mark.kind == "name")
            ):
                best = mark
        return best

    def _text(self, i: int, j: int) -> str:
        return self.raw[self.sentence.starts[i] : self.sentence.ends[j - 1]]

    def _capital(self, i: int) -> bool:
        return i < len(self.words) and self.raw[self.sentence.starts[i]].isupper()

    def _role(self, i: int, j: int) -> str:
        if j < len(self.words) and self.words[j] == "'s":
            return "owner"
        k = i - 1
        while k >= 0 and (self.words[k] in DETERMINERS or self.words[k] in TITLES):
            k -= 1
        if k < 0:
            return "agent"
        if self.words[k] == "by":
            return "by"
        if self.words[k] == "to" and k and self.words[k - 1] == "according":
            return "agent"
        if self.words[k] in ADDRESSING:
            return "object"
        if self.words[k] in PLACE_ONLY:
            return "place"
        return "object" if self.words[k] in PREPOSITIONS else "agent"

    def _voice(
        self, i: int, j: int, kind: str, actors: tuple[str, ...], label: str, *, title: str = "", gender: str = "",
        plural: bool = False, word: str = "", surname: str = "", authority: Authority | None = None,
    ) -> Voice:  # fmt: skip
        role = self._role(i, j)
        if authority is None:
            authority = self.cast.rank(actors[0], label) if actors else Authority.NONE
        voice = Voice(i, j, kind, actors, label, gender, plural, role, word, authority, surname)
        if kind != "pronoun":
            self.cast.meet(voice, title)
        return voice

    def _home(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        """As in "His country", "her government": the actor for which he or she speaks."""
        if self.words[i] in ("our", "my"):
            return Voice(i, i + 2, "pronoun", (), "we", word="we", authority=Authority.NONE), i + 2
        meant = self.cast.pronoun(_POSSESSIVES[self.words[i]], found)
        if meant is None or not meant.actors:
            return None, i + 1
        if self.words[i + 2 : i + 3] == ["'s"]:
            return None, i + 1
        return replace(meant, i=i, j=i + 2, role=self._role(i, i + 2), word="home"), i + 2

    # -- kinds of phrases ------------------------------------------------------------------------

    def _pronoun(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        word = self.words[i]
        if word in ("we", "i"):
            return Voice(i, i + 1, "pronoun", (), word, word=word, authority=Authority.NONE), i + 1
        meant = self.cast.pronoun(word, found)
        if meant is None:
            return Voice(i, i + 1, "pronoun", (), word, word=word, authority=Authority.NONE), i + 1
        return replace(meant, i=i, j=i + 1, role="agent", word=word), i + 1

    def _former(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        """As in "Former President X": a voice that speaks for nobody."""
        reach = 8
        for k in range(i + 1, min(i + reach, len(self.words))):
            if self.words[k] in ',.;:"' or self.words[k] in ("who", "said", "that"):
                break
            marks = self.at.get(k, ())
            end = max(
                (
                    m.j
                    for m in marks
                    if m.kind in ("office", "person", "nobody", "official", "offices")
                ),
                default=0,
            )
            if end:
                j = self._name_end(end)
                person = self._longest(self.at.get(end, ()), "person")
                if person is not None:
                    j = max(j, person.j)
                if (
                    self.words[i] == "then"
                    and i
                    and self.words[i - 1] not in ("the", ",", "by", "with")
                ):
                    break
                return self._voice(
                    i, j, "nobody", (), self._text(i, j), surname=self.words[j - 1]
                ), j
        return None, i + 1

    def _person(self, i: int, j: int) -> tuple[Voice, int]:
        options = [m.value for m in self.at[i] if m.kind == "person" and m.j == j]
        first = i - 1
        if j - i == 1 and first >= 0 and self._is_other_first_name(first, options):
            return self._nobody(first, j), j
        if (
            self._capital(j)
            and j < len(self.words)
            and not self.at.get(j)
            and self._joined(j - 1, j)
            and self.words[j] not in NOT_NAMES
        ):
            end = self._name_end(j)
            return self._nobody(i, end), end
        best = max(options, key=lambda option: self.cast.rank(option[0], option[1].name))
        actor, person = best
        if (
            self.words[j : j + 1] == ["'s"]
            and self.words[j + 1 : j + 2]
            and self.words[j + 1] in HIS_PEOPLE
            and self.cast.rank(actor, person.name)
        ):
            label = self._text(i, j + 2)
            return self._voice(i, j + 2, "body", (actor,), label), j + 2
        return self._known(i, j, actor, person), self._past_apposition(j)

    def _joined(self, one: int, other: int) -> bool:
        return self.sentence.starts[other] - self.sentence.ends[one] == 1

    def _is_other_first_name(self, first: int, options: list[tuple[str, Person]]) -> bool:
        if (
            not self._capital(first)
            or self.words[first] in NOT_NAMES | TITLES
            or self.at.get(first)
        ):
            return False
        if not self._joined(first, first + 1) or not self.words[first].isalpha():
            return False
        known = {
            w
            for _, p in options
            for name in (p.name, *p.aliases)
            for w in name.lower().replace(".", "").split()
        }
        return self.words[first] not in known and first > 0

    def _known(self, i: int, j: int, actor: str, person: Person) -> Voice:
        rank = self.cast.rank(actor, person.name)
        titles = [t.title.lower() for t in person.tenures if t.covers(self.cast.on)]
        kind = "person" if rank > Authority.NONE else "nobody"
        actors = (actor,) if rank > Authority.NONE else ()
        voice = self._voice(
            i, j, kind, actors, person.name, gender=person.gender or "",
            title=titles[0] if titles else "", surname=self.words[j - 1], authority=rank,
        )  # fmt: skip
        for title in titles[1:]:
            self.cast.meet(voice, title)
        return voice

    def _nobody(self, i: int, j: int) -> Voice:
        return self._voice(i, j, "nobody", (), self._text(i, j), surname=self.words[j - 1])

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
            if self.words[k] not in MODIFIERS:
                break
            k += 1
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
        return self._voice(
            nation.i, nation.j, "country", (nation.value,), self._government(nation.value)
        ), nation.j

    def _government(self, actor: str) -> str:
        if actor not in self.cast.actors:
            return actor
        record = self.cast.actors[actor]
        if record.collective or not record.adjectives:
            return record.name
        return f"{record.adjectives[0]} government"

    def _head(self, k: int) -> Mark | None:
        best = None
        for mark in self.at.get(k, ()):
            if mark.kind in ("office", "offices", "gbody", "official", "nobody", "former") and (
                best is None or mark.j > best.j
            ):
                best = mark
        return best

    def _composite(self, nation: Mark, head: Mark) -> tuple[Voice, int]:
        str(head.value)
        if head.kind in ("nobody", "former") or any(
            self.words[k] in ("former", "ex", "opposition", "retired")
            for k in range(nation.j, head.i)
        ):
            j = self._name_end(head.j)
            return self._voice(
                nation.i, j, "nobody", (), self._text(nation.i, j), surname=self.words[j - 1]
            ), j
        return self._office_holder(nation.i, head, (nation.value,), self._text(nation.i, head.j))

    def _office_holder(
        self, i: int, head: Mark, actors: tuple[str, ...], label: str
    ) -> tuple[Voice, int]:
        """An office with the name that may follow it: "Foreign Minister Johann Wadephul"."""
        title = str(head.value)
        j = head.j
        if (
            j < len(self.words)
            and self.words[j] in ("of", "for")
            and head.kind in ("office", "offices", "official")
        ):
            nations, end = self._nations(j + 1)
            if nations:
                actors, j, label = nations, end, self._text(i, end)
            else:
                actors, j = self._of_person(j, actors)
        if self.words[j : j + 1] == ["of"] and any(
            self._longest(self.at.get(k, ()), "nobody") for k in (j + 1, j + 2)
        ):
            return self._voice(
                i, j + 3, "nobody", (), self._text(i, j)
            ), j + 3  # "the leader of the opposition"
        k = j + (self.words[j : j + 1] == [","])
        person = self._longest(self.at.get(k, ()), "person")
        if person is not None and head.kind == "office":
            voice, end = self._person(k, person.j)
            if voice.kind == "person" or not actors:
                return replace(voice, i=i, role=self._role(i, person.j)), end
            if voice.actors == () and actors:
                return voice, end
        if (
            head.kind == "office"
            and self._capital(j)
            and j < len(self.words)
            and self.words[j] not in NOT_NAMES
            and not self.at.get(j)
        ):
            end = self._name_end(j)
            voice = self._voice(
                i, end, "person" if actors else "nobody", actors, self._text(j, end), title=title, surname=self.words[end - 1],
                authority=self.cast.rank(actors[0], label) if actors else None,
            )  # fmt: skip
            return voice, self._past_apposition(end)
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
            plural=kind == "official" and label.endswith("s"),
        ), j

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

    def _native(self, i: int) -> Voice | None:
        """As in "The Frenchman": the person of that country who was named."""
        word = self.words[i]
        if not word.endswith(("man", "woman")) or not self._capital(i):
            return None
        adjective = word.removesuffix("woman").removesuffix("man")
        for voice in reversed(self.cast.people):
            for actor in voice.actors:
                if actor in self.cast.actors and adjective in {
                    a.lower() for a in self.cast.actors[actor].adjectives
                }:
                    return replace(voice, i=i, j=i + 1, role=self._role(i, i + 1))
        return None

    def _demonym(self, mark: Mark) -> tuple[Voice | None, int]:
        """As in "The Finn", "the Slovene": the person of that country who was named, else its office."""
        before = self.words[mark.i - 1] if mark.i else ""
        plural = self.words[mark.j - 1].endswith("s") or self.words[mark.j - 1] in (
            "dutch",
            "french",
            "british",
            "irish",
            "swiss",
        )
        if before != "the" and not (
            self.words[mark.j - 1].endswith("ns") and before in ("", "said", "says", "that")
        ):
            return None, mark.j
        if plural:
            return self._voice(
                mark.i,
                mark.j,
                "country",
                (mark.value,),
                self._government(mark.value),
                plural=True,
                word="demonym",
            ), mark.j
        for voice in reversed(self.cast.people):
            if voice.actors == (mark.value,):
                return replace(voice, i=mark.i, j=mark.j, role=self._role(mark.i, mark.j)), mark.j
        return self._voice(
            mark.i, mark.j, "office", (mark.value,), self._government(mark.value), word="demonym"
        ), mark.j

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
        title = str(mark.value)
        nation = self._later_nation(j)
        if nation:
            return self._office_holder(i, mark, nation, self._text(i, j))
        follows = self._longest(self.at.get(j, ()), "person")
        if follows is not None and mark.kind == "office":
            voice, end = self._person(j, follows.j)
            return replace(voice, i=i, role=self._role(i, follows.j)), end
        return self._bare_office(mark, title)

    def _later_nation(self, j: int) -> tuple[str, ...]:
        """The nation in "officials in Warsaw", "ministry in Helsinki", "president of Poland"."""
        if j < len(self.words) and self.words[j] in ("of", "in", "for"):
            return self._nations(j + 1)[0]
        return ()

    def _nations(self, k: int) -> tuple[tuple[str, ...], int]:
        """The nations of a list that begins at `k`, and where it ends."""
        nations: list[str] = []
        end = k
        while k < len(self.words):
            if self.words[k] == "the" and self._nation(k) is None:
                k += 1
                continue
            nation = self._nation(k)
            if nation is None or nation.kind != "name":
                break
            nations.append(nation.value)
            end = k = nation.j
            while self.words[k : k + 1] and self.words[k] in ("and", ","):
                k += 1
        return tuple(nations), end

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
            known = self.cast.by_title(title)
            if known is None and title in VAGUE and before in ("the", "", "."):
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
        actors = self.cast.actor_of_office(title)
        closes = "," in self.words[max(0, i - 2) : i] and self.words[j : j + 1] == ["said"]
        if mark.kind in ("official", "offices") and closes and self.subject is not None:
            actors = self.subject.actors or actors  # "Washington presses Kyiv, officials said"
        kind = {"gbody": "body", "official": "official", "offices": "official"}.get(
            mark.kind, "office"
        )
        label = self._text(i, j)
        if actors and kind == "body":
            label = f"{self._government(actors[0]).removesuffix('government')}{label}"
        elif kind == "office" and before == "the":
            label = f"the {label}"
        return self._voice(
            i,
            j,
            kind,
            actors,
            label,
            title=title if kind == "office" else "",
            plural=label.endswith("s"),
        ), j

    def _unknown(self, i: int) -> tuple[Voice | None, int]:
        """A capitalised name that nobody introduced; or a surname that somebody did."""
        word = self.words[i]
        if not self._capital(i) or not word[:1].isalpha() or word in NOT_NAMES:
            return None, i + 1
        known = self.cast.named.get(word)
        end = self._name_end(i)
        last = self.cast.named.get(self.words[end - 1])
        if last is not None and (end - i > 1 or known is not None):
            voice = replace(last, i=i, j=end, role=self._role(i, end))
            self.cast.recent.append(voice)
            return voice, self._past_apposition(end)
        if end - i < 2:
            return None, i + 1
        described = self._apposition(end)
        if described is not None:
            voice, j = described
            made = replace(
                voice, i=i, j=end, kind="person" if voice.speaks else "nobody", label=self._text(i, end),
                role=self._role(i, end), surname=self.words[end - 1],
            )  # fmt: skip
            self.cast.meet(made, voice.label.split(" ", 1)[-1].lower() if voice.speaks else "")
            return made, j
        return self._nobody(i, end), end

    def _is_known(self, k: int) -> bool:
        """Whether a known name begins here: "Like Germany" is no name."""
        return any(m.kind in ("name", "adj", "person") for m in self.at.get(k, ()))

    def _name_end(self, i: int) -> int:
        """The end of the run of capitalised words at `i`."""
        k = i
        small = {"de", "van", "von", "der", "bin", "al", "el", "la", "le", "del", "di", "da", "ter"}
        while k < len(self.words) and k - i < 5:
            if (
                (
                    self._capital(k)
                    and self.words[k][:1].isalpha()
                    and self.words[k] not in NOT_NAMES
                    and (k == i or (self._joined(k - 1, k) and not self._is_known(k)))
                )
                or (k > i and self.words[k] in small and self._capital(k + 1))
                or (k > i and self.words[k] == "." and len(self.words[k - 1]) == 1)
            ):
                k += 1
            else:
                break
        return max(k, i)

    def _apposition(self, j: int) -> tuple[Voice, int] | None:
        """The description in "X, the Finnish foreign minister, …"."""
        if self.words[j : j + 1] == ["of"]:
            nation = self._nation(j + 1)
            if nation is not None and nation.kind == "name":
                return Voice(
                    j, nation.j, "office", (nation.value,), self._government(nation.value)
                ), nation.j
        if self.words[j : j + 1] not in (["("], [","]):
            return None
        k = j + 1
        if self.words[k : k + 1] and self.words[k] in DETERMINERS:
            k += 1
        seen = len(self.cast.recent)
        for start in range(k, min(k + 5, len(self.words))):
            if self.words[start] in (",", ".", "and", "who", "which", "said", "says", '"'):
                break
            if not (
                self._nation(start)
                or self._head(start)
                or self._longest(self.at.get(start, ()), "body")
            ):
                continue
            voice, end = self._phrase(start, [])
            del self.cast.recent[seen:]
            if voice is None or voice.kind == "country":
                break
            if voice.kind == "person" and voice.label:
                break
            while end < min(len(self.words), start + 14) and self.words[end] not in (",", "."):
                end += 1
            return voice, end + (self.words[end : end + 1] == [","])
        del self.cast.recent[seen:]
        return None

    def _past_apposition(self, j: int) -> int:
        """Behind "X, the defence secretary," where such a description stands."""
        if self.words[j : j + 1] != [","] or self.sentence.quote[j] >= 0:
            return j
        described = self._apposition(j)
        if described is None:
            return j
        _, end = described
        return end if self.words[end - 1] == "," else j
