"""People as they are called by their country: "the Frenchman", "the Finn", "the Dutch", "Poles".

Knows who was named before of that country. Knows no office.
"""

from dataclasses import replace

from watchers.reading.voices.names import Names
from watchers.reading.voices.voice import Voice
from watchers.reading.words.report_words import ACTING, SAYING
from watchers.reading.words.vocabulary import Mark


class Peoples(Names):
    """Finds whom a country's name for its people means."""

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
            return self._people(mark), mark.j
        person = self._compatriot(mark)
        if person is not None:
            return person, mark.j
        last = self.cast.people[-1] if self.cast.people else None
        if last is not None and last.speaks and self.cast.is_collective(last.actors[0]):
            return replace(last, i=mark.i, j=mark.j, role=self._role(mark.i, mark.j)), mark.j
        return self._voice(
            mark.i, mark.j, "office", (mark.value,), self._government(mark.value), word="demonym"
        ), mark.j

    def _people(self, mark: Mark) -> Voice:
        """As in "the Dutch", "Poles": a country by its people."""
        i, j, actor = mark.i, mark.j, mark.value
        return self._voice(
            i, j, "country", (actor,), self._government(actor), plural=True, word="demonym"
        )

    def _compatriot(self, nation: Mark) -> Voice | None:
        """The person of a country who was named last."""
        for voice in reversed(self.cast.people):
            if voice.actors == (nation.value,) or nation.value in voice.native:
                return replace(voice, i=nation.i, j=nation.j, role=self._role(nation.i, nation.j))
        return None

    def _native(self, i: int) -> Voice | None:
        """As in "The Frenchman": the person of that country who was named."""
        word = self.words[i]
        if not word.endswith(("man", "woman")) or not self._capital(i):
            return None
        adjective = word.removesuffix("woman").removesuffix("man")
        for voice in reversed(self.cast.people):
            for actor in (*voice.actors, *voice.native):
                if actor in self.cast.actors and adjective in {
                    a.lower() for a in self.cast.actors[actor].adjectives
                }:
                    return replace(voice, i=i, j=i + 1, role=self._role(i, i + 1))
        last = self.cast.people[-1] if self.cast.people else None
        if (
            last is not None
            and last.speaks
            and self.cast.is_collective(last.actors[0])
            and adjective in self._adjectives()
        ):
            return replace(last, i=i, j=i + 1, role=self._role(i, i + 1))
        return None

    def _adjectives(self) -> frozenset[str]:
        return frozenset(a.lower() for actor in self.cast.actors for a in actor.adjectives)

    def _stands_alone(self, nation: Mark) -> bool:
        """Whether an adjective is somebody: "the German said", "said the German"."""
        j = nation.j
        while j < len(self.words) and (
            self.words[j] in ("also", "then") or self.words[j].endswith("ly")
        ):
            j += 1
        after = self.words[j] if j < len(self.words) else "."
        return self.words[nation.i - 1 : nation.i] == ["the"] and (
            after in SAYING
            or after in ACTING
            or after in (",", ".", "who", "himself", "herself", ";", '"')
        )
