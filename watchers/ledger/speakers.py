"""One key for each speaker, however an article names him. Knows actors' people; no text."""

from datetime import date
from functools import lru_cache

from watchers.actors import Actors, Tenure
from watchers.ledger.credits import fold_name
from watchers.model import Authority

#: Offices that go by several names.
_OTHER_TITLES = {
    "defence": ("defense", "national defence"),
    "foreign": ("foreign affairs",),
    "defence minister": ("minister of defence", "minister for defence", "defence secretary",
                         "secretary of defence", "armed forces minister", "armies minister",
                         "minister of the armed forces"),
    "foreign minister": ("minister of foreign", "minister for foreign", "foreign secretary",
                         "top diplomat", "chief diplomat"),
}  # fmt: skip


class Speakers:
    """Finds the person behind "Tusk", "Donald Tusk" and, on a given day, "the prime minister"."""

    def __init__(self, actors: Actors) -> None:
        self._names: dict[str, dict[str, str]] = {}
        self._tenures: dict[str, list[tuple[str, Tenure, str]]] = {}
        for actor in actors:
            self._names[actor.id] = {
                fold_name(name): person.name
                for person in actor.people
                for name in (person.name, *person.aliases)
            }
            self._tenures[actor.id] = [
                (_office(tenure.title), tenure, person.name)
                for person in actor.people
                for tenure in person.tenures
            ]

    def key(self, actor: str, speaker: str, authority: Authority, on: date) -> str:
        """The person's best-known name where he is known, else the folded words."""
        folded = fold_name(speaker)
        names = self._names.get(actor, {})
        if folded in names:
            return names[folded]
        words = f" {folded} "
        within = [name for name in names if f" {name} " in words]
        if len({names[name] for name in within}) == 1:
            return names[within[0]]
        if not within:
            return self._bearer(actor, _office(speaker), authority, on) or folded
        return folded

    def _bearer(self, actor: str, named: str, authority: Authority, on: date) -> str | None:
        """Who held the office that is named, of that rank, on the day; the only leader there was."""
        held = [
            (title, name)
            for title, tenure, name in self._tenures.get(actor, ())
            if tenure.authority is authority and tenure.covers(on)
        ]
        bearers = {name for title, name in held if f" {title} " in f" {named} "}
        if not bearers and authority is Authority.LEADER:
            bearers = {name for _, name in held}
        return bearers.pop() if len(bearers) == 1 else None


@lru_cache(maxsize=8192)
def _office(named: str) -> str:
    """The words of an office, its usual other names as the one."""
    folded = fold_name(named)
    for usual, others in _OTHER_TITLES.items():
        for other in others:
            folded = f" {folded} ".replace(f" {other} ", f" {usual} ").strip()
    return folded
