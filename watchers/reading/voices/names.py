"""People by name: known ones, those introduced by a description, former ones, and names that nobody introduced.

Knows persons and appositions. Offices and nations are `offices.py`.
"""

from dataclasses import replace
from datetime import date

from watchers.actors import Person
from watchers.model import Authority
from watchers.reading.voices.phrases import Phrases
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import DETERMINERS, HIS_PEOPLE, NOT_NAMES, TITLES


class Names(Phrases):
    """Reads the names of people."""

    def _phrase(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        raise NotImplementedError

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
            self.cast.hold(
                Voice(i, j, "person", (actor,), person.name), _titles(person, self.cast.on)
            )
            return self._voice(i, j + 2, "body", (actor,), label), j + 2
        described = self._apposition(j) if self.words[j : j + 1] == [","] else None
        if (
            described is not None
            and described[0].speaks
            and described[0].kind in ("office", "body")
        ):
            claimed = described[0].actors[0]
            if claimed != actor and any(claimed == other for other, _ in options):
                actor, person = next(option for option in options if option[0] == claimed)
        native = tuple(other for other, _ in options if other != actor)
        return self._known(i, j, actor, person, native), self._past_apposition(j, (actor, *native))

    def _is_other_first_name(self, first: int, options: list[tuple[str, Person]]) -> bool:
        if (
            not self._capital(first)
            or self.words[first] in NOT_NAMES
            or self.words[first] in TITLES
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

    def _known(
        self, i: int, j: int, actor: str, person: Person, native: tuple[str, ...] = ()
    ) -> Voice:
        rank = self.cast.rank(actor, person.name)
        titles = _titles(person, self.cast.on)
        kind = "person" if rank > Authority.NONE else "nobody"
        actors = (actor,) if rank > Authority.NONE else ()
        voice = self._voice(
            i, j, kind, actors, person.name, gender=person.gender or "",
            title=titles[0] if titles else "", surname=self.words[j - 1], authority=rank, native=native,
        )  # fmt: skip
        for title in titles[1:]:
            self.cast.meet(voice, title)
        return voice

    def _nobody(self, i: int, j: int) -> Voice:
        return self._voice(i, j, "nobody", (), self._text(i, j), surname=self.words[j - 1])

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
            return voice, self._past_apposition(end, (*voice.actors, *voice.native))
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
        delegate = self._delegation(j)
        if delegate is not None:
            return delegate
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

    def _delegation(self, j: int) -> tuple[Voice, int] | None:
        """The country in "NICOLAS DE RIVIERE (France) said", as the records of the United Nations have it."""
        nation = self._nation(j + 1) if self.words[j] == "(" else None
        if nation is None or self.words[nation.j : nation.j + 1] != [")"]:
            return None
        if not self._text(j - 1, j).isupper() or nation.kind != "name":
            return None
        actor = nation.value
        return Voice(j, nation.j, "office", (actor,), self._government(actor)), nation.j + 1

    def _past_apposition(self, j: int, actors: tuple[str, ...]) -> int:
        """Behind "X, the defence secretary," where such a description stands, of one who speaks for `actors`."""
        if self.words[j : j + 1] != [","] or self.sentence.quote[j] >= 0:
            return j
        described = self._apposition(j)
        if described is None:
            return j
        voice, end = described
        if voice.speaks and actors and set(actors).isdisjoint(voice.actors):
            return j  # "After a call with Donald Trump, the Slovak prime minister said"
        return end if self.words[end - 1] == "," else j


def _titles(person: Person, on: date) -> list[str]:
    """The offices that somebody holds on a day."""
    return [t.title.lower() for t in person.tenures if t.covers(on)]
