"""Who has appeared in an article so far, and whom a pronoun, a title or a bare office means there.

Knows the order in which people came and spoke. Knows no words around them.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from watchers.actors import Actors, Person
from watchers.model import Authority
from watchers.reading.voices.joint import together
from watchers.reading.voices.voice import PRONOUNS, Voice, fits

#: Other words for an office.
_SAME_OFFICE = {
    "prime minister": (
        "premier",
        "head of government",
        "head of the government",
        "government chief",
        "pm",
    ),
    "president": ("head of state", "president of the republic"),
    "chancellor": ("head of government", "head of the government", "government chief", "premier"),
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
#: Bodies whose people come from many countries.
_OF_MANY = frozenset({"ecb", "eu", "imf", "nato", "un"})
#: Titles that a user's own leaders may go by, whose office he does not give.
_OF_LEADERS = frozenset(
    {"chancellor", "head of government", "head of state", "premier", "president", "prime minister"}
)
#: Actors that hold an office, from which on one may tell who has none of that name: "the president" is not Sweden's.
_WIDESPREAD = 20


class Cast:
    """Who has appeared in an article so far, in order."""

    def __init__(self, actors: Actors, on: date) -> None:
        self.actors, self.on = actors, on
        self.people: list[Voice] = []
        self.recent: list[Voice] = []
        self.named: dict[str, Voice] = {}
        self.titles: dict[str, list[Voice]] = {}
        self.speaker: Voice | None = None
        #: Who "they" are while nobody else acts.
        self.acting_together: Voice | None = None
        #: Those who were last named in one list: "the leaders of A, B and C".
        self.several: Voice | None = None
        #: The last paper that was spoken of with those who put it out.
        self.paper: Voice | None = None
        #: The same, where it was in the sentence before.
        self.fresh_paper: Voice | None = None
        #: Those of whom the article tells somewhere that they put their names to a paper.
        self.signers: Voice | None = None
        #: Those whose plans were spoken of: "the American draft".
        self.planners: set[tuple[str, ...]] = set()
        #: People whom the article names anywhere, with the actors for which they are known.
        self.appearing: dict[str, list[Person]] = {}
        #: Actors that the article names anywhere.
        self.mentioned: set[str] = set()
        #: The same few are named again and again.
        self._ranks: dict[tuple[str, str], Authority] = {}
        self._of_office = special_offices(actors)
        self._holders = _holders(actors)

    def meet(self, voice: Voice, title: str = "") -> None:
        """Remember a voice that was just named."""
        if voice.kind != "nobody" or voice.surname:
            self.recent.append(voice)
        if voice.kind in ("person", "nobody") and voice.surname:
            self.people.append(voice)
            self.named[voice.surname] = voice
        if title and voice.speaks:
            self.hold(voice, [title])

    def hold(self, voice: Voice, titles: Iterable[str]) -> None:
        """Remember who is meant by an office from here on: of "Keir Starmer's spokesman", Starmer is the prime minister."""
        for title in titles:
            for name in (title, *_SAME_OFFICE.get(title, ())):
                self.titles.setdefault(name, []).append(voice)

    def heard(self, voice: Voice) -> None:
        """Remember who was last reported to speak."""
        self.speaker = voice

    def acted(self, voice: Voice | None) -> None:
        """Remember who was the subject of a sentence that reports nobody."""
        if voice is None:
            return
        group = self.acting_together
        if group is not None and voice.kind == "person" and voice in group.members:
            self.speaker = group  # "Merz and Meloni spoke. She …"
            return
        named = voice.kind == "office" and voice.label[:1].isupper()  # "The Spanish prime minister"
        if named or voice.kind in ("person", "document") or _is_unknown(voice):
            self.speaker = voice

    def rank(self, actor: str, label: str) -> Authority:
        """The authority with which somebody so called speaks for an actor that day."""
        known = self._ranks.get((actor, label))
        if known is None:
            known = Authority.NONE
            if actor in self.actors:
                known = self.actors.authority(actor, label, self.on)
            self._ranks[actor, label] = known
        return known

    def holder(self, actor: str, title: str) -> Person | None:
        """Who holds an office that day, where the article names him or her somewhere: "the French president"."""
        titles = {title, *_SAME_OFFICE.get(title, ())}
        held = [
            person
            for person in self.appearing.get(actor, ())
            for tenure in person.tenures
            if tenure.covers(self.on)
            and (
                tenure.title.lower() in titles
                or (title in _OF_LEADERS | {"leader"} and tenure.title.lower() == "leader")
                or (title == "leader" and tenure.authority is Authority.LEADER)
            )
        ]
        return held[0] if len(held) == 1 else None

    def owners(self, title: str) -> tuple[str, ...]:
        """The few actors that have an office of this name; none where everybody has it."""
        return self._of_office.get(title, ())

    def _can_have(self, actor: str, title: str) -> bool:
        """Whether an actor has such an office at all, as far as its people tell."""
        holders = self._holders.get(title, frozenset())
        return actor in holders or len(holders) < _WIDESPREAD or not self._known_offices(actor)

    def _known_offices(self, actor: str) -> bool:
        return any(actor in held for held in self._holders.values())

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
                and self._can_have(voice.actors[0], title)
            ):
                return voice.actors
        for voice in reversed(self.recent[-6:]):
            if voice.actors and voice.actors[0] in owners:
                return voice.actors[:1]  # "In Berlin, the chancellor …"
        return ()

    def by_title(self, title: str) -> Voice | None:
        """The person who was introduced with this office: the one who speaks, else the last one who acted."""
        known = self.titles.get(title, [])
        leading = known or (self.titles.get("leader", []) if title in _OF_LEADERS else [])
        for voice in leading:
            if self.speaker is not None and voice.label == self.speaker.label:
                return self.speaker
        acting = [v for v in leading if v.role == "agent"]
        return (acting or leading)[-1] if leading else None

    def pronoun(self, word: str, before: list[Voice], *, apart: int | None = None) -> Voice | None:
        """Whom a pronoun means: the last speaker, or the last one named who fits; `None` if unsure.

        `apart` is the token at which the words begin that a pronoun closes as their source ("…, he said").
        """
        if word in ("he", "she"):
            same = self._again(word, before, apart)
            return same or self._person(PRONOUNS[word], before, apart)
        if word == "it" and self.speaker is not None and self.speaker.kind == "document":
            return self.speaker
        if word == "it":
            return self._latest(before, ("country", "body"), plural=False)
        if word == "they":
            several = self._latest(
                before, ("official", "country", "office", "document"), plural=True
            )
            return several or self._pair() or self._unnamed() or self.acting_together
        return None

    def _again(self, word: str, before: list[Voice], apart: int | None) -> Voice | None:
        """The one that the same pronoun meant earlier in the sentence, unless somebody else took the stage."""
        for k in range(len(before) - 1, -1, -1):
            if before[k].word == word:
                others = [v for v in before[k + 1 :] if v.kind == "person" and v.role == "agent"]
                return before[k] if apart is not None or not others else None
        return None

    def is_collective(self, actor: str) -> bool:
        return actor in self.actors and (self.actors[actor].collective or actor in _OF_MANY)

    def unnamed(self, word: str) -> Voice | None:
        """The unnamed source that was last reported to speak, called by the same word again: "the official"."""
        speaker = self.speaker
        if speaker is None or speaker.kind not in ("official", "office") or not speaker.speaks:
            return None
        return speaker if word in speaker.label.lower().split() else None

    def _unnamed(self) -> Voice | None:
        """The sources that were last reported to speak: "two officials said … They said …"."""
        speaker = self.speaker
        return (
            speaker
            if speaker is not None and (speaker.plural or speaker.kind == "official")
            else None
        )

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
        return together([one, other])

    def _person(self, gender: str, before: list[Voice], apart: int | None) -> Voice | None:
        here = [
            v
            for v in before
            if v.kind in ("person", "office", "nobody") and v.role != "owner" and fits(v, gender)
        ]
        agents = [v for v in here if v.role == "agent"]
        speaker = self.speaker
        if speaker is not None and len(speaker.members) > 1 and not agents:
            meant = [v for v in speaker.members if v.kind == "person" and fits(v, gender)]
            return meant[0] if len(meant) == 1 else None
        if apart is not None:
            ahead = [v for v in agents if v.j <= apart]
            if ahead:
                return ahead[-1]
            if speaker is not None and _is_somebody(speaker) and fits(speaker, gender):
                return speaker
        if agents:
            return agents[-1]
        owners = [v for v in before if v.kind == "person" and v.role == "owner" and fits(v, gender)]
        if apart is None and owners and not here:
            return owners[-1]
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
        fitting = [
            voice
            for voice in reversed([*self.recent[-4:], *before])
            if voice.kind in kinds and (not plural or voice.plural)
        ]
        # "Italy backs Kyiv's bid; it rejects …": who acts comes before whose a thing is
        return next((v for role in ("agent", "owner") for v in fitting if v.role == role), None)


def _is_somebody(voice: Voice) -> bool:
    known = voice.kind in ("person", "office") or (voice.kind == "nobody" and bool(voice.surname))
    return known or _is_unknown(voice)


def _is_unknown(voice: Voice) -> bool:
    """As in "A retired general was asked": somebody without a name, who speaks for nobody."""
    return voice.kind == "nobody" and not voice.plural and voice.label[:1].islower()


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


@lru_cache(maxsize=8)
def _holders(actors: Actors) -> dict[str, frozenset[str]]:
    """The actors whose people hold or held an office of that name, be it along with another."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for person in actor.people:
            for tenure in person.tenures:
                for title in tenure.title.lower().split(" and "):
                    found.setdefault(title, set()).add(actor.id)
    return {title: frozenset(ids) for title, ids in found.items()}
