"""Which claims and actors are read otherwise than before, and what a text read again says of them.

Pure: knows statements and what a configuration says of a claim or an actor, as text.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from watchers.model import Statement

#: "claim" or "actor", and its id, with what the configuration says of it.
Marks = Mapping[tuple[str, str], str]
CLAIM, ACTOR = "claim", "actor"
#: How the first rule of a statement begins that a language model alone has read.
_MODEL = "language-model"

#: What makes two statements of one article the same.
Said = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Claims and actors that are new, or are named by other words than before."""

    claims: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.claims or self.actors)

    def holds(self, actor: str, claim: str) -> bool:
        return claim in self.claims or actor in self.actors


def scope_between(before: Marks, now: Marks) -> Scope:
    """What is watched now and was not watched so before."""
    other = {key for key, said in now.items() if before.get(key) != said}
    return Scope(
        claims=frozenset(id_ for kind, id_ in other if kind == CLAIM),
        actors=frozenset(id_ for kind, id_ in other if kind == ACTOR),
    )


def said_in(statement: Statement) -> Said:
    """What a statement says, apart from how it was read."""
    s = statement
    return (s.actor, s.claim, s.position, s.speaker, s.when, s.via, s.act, s.said_on, s.evidence)


def merged(
    known: Iterable[Statement], read: Iterable[Statement], scope: Scope, wrong: Collection[Said]
) -> tuple[Statement, ...] | None:
    """An article's statements after it was read again; `None` where they are those that are known.

    Outside the scope everything stays as it was read at its time, and so does what a model read.
    What a person marked wrong does not come back.
    """
    known = tuple(known)
    made = {said_in(s): s for s in known if not scope.holds(s.actor, s.claim) or is_models(s)}
    for statement in read:
        if scope.holds(statement.actor, statement.claim) and said_in(statement) not in wrong:
            made.setdefault(said_in(statement), statement)
    if made.keys() == {said_in(s) for s in known}:
        return None
    return tuple(made.values())


def is_models(statement: Statement) -> bool:
    """Whether a language model alone has read it."""
    return bool(statement.rules) and statement.rules[0].startswith(_MODEL)
