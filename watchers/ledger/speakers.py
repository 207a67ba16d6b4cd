"""One key for each speaker, however an article names him. Knows actors' people; no text."""

from datetime import date

from watchers.actors import Actors
from watchers.ledger.credits import fold_name
from watchers.model import Authority


class Speakers:
    """Finds the person behind "Tusk", "Donald Tusk" and, on a given day, "the prime minister"."""

    def __init__(self, actors: Actors) -> None:
        self._names: dict[str, dict[str, str]] = {}
        self._leaders: dict[str, list[tuple[date, date | None, str]]] = {}
        for actor in actors:
            self._names[actor.id] = {
                fold_name(name): person.name
                for person in actor.people
                for name in (person.name, *person.aliases)
            }
            self._leaders[actor.id] = [
                (tenure.since, tenure.until, person.name)
                for person in actor.people
                for tenure in person.tenures
                if tenure.authority is Authority.LEADER
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
        if authority is Authority.LEADER and not within:
            bearers = {
                name
                for since, until, name in self._leaders.get(actor, ())
                if since <= on and (until is None or on < until)
            }
            if len(bearers) == 1:
                return bearers.pop()
        return folded
