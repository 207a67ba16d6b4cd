"""The prompt's file and the configured claims and actors to a catalogue. Knows the file's shape.

Knows no article: what is asked about one is `prompts.py`.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from watchers.actors import Actor, Actors
from watchers.claims import Claim
from watchers.reading.text.document import fold
from watchers.second_reader.prompts import Catalogue, Item
from watchers.seed_files import Table, parse_seed, read_seed, shipped

#: Phrases of a user's own claim that are shown; more would only lengthen every prompt.
_PHRASES_SHOWN = 12
#: Letters from which a word of a keyword tells what an article is about.
_TELLING_LETTERS = 5
_WORD = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is in and out of a shipped claim."""

    inside: str
    outside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The prompt's file."""

    version: str
    instructions: str
    notes: dict[str, Note]


def load_guide(source: str | Traversable | None = None) -> Guide:
    """The shipped prompt, or another. Raises `SeedFault` that names file, entry and cure."""
    source = source or shipped("prompts", "second-reader.toml")
    if isinstance(source, str):
        whole = parse_seed(source, "second-reader.toml")
    else:
        whole = parse_seed(read_seed(source), source.name)
    keys = {"version", "instructions", "notes"}
    whole.only(keys, required=keys)
    instructions = whole.text("instructions")
    for place in ("{claims}", "{actors}"):
        if instructions.count(place) != 1:
            raise whole.fault(f"key 'instructions' must hold {place} once")
    notes = whole.table("notes")
    return Guide(
        version=whole.text("version"),
        instructions=instructions,
        notes={name: _read_note(notes.table(name)) for name in notes},
    )


def _read_note(table: Table) -> Note:
    table.only({"in", "out"}, required={"in", "out"})
    return Note(inside=table.text("in"), outside=table.text("out"))


def build_catalogue(
    guide: Guide, claims: Iterable[Claim], actors: Actors, *, own: Collection[str] = ()
) -> Catalogue:
    """What may be asked; `own` are the ids of claims and actors that the user defined."""
    return Catalogue(
        version=guide.version,
        instructions=guide.instructions,
        claims=tuple(
            _claim_item(claim, None if claim.id in own else guide.notes.get(claim.id))
            for claim in claims
        ),
        actors=tuple(_actor_item(actor, is_own=actor.id in own) for actor in actors),
    )


def _claim_item(claim: Claim, note: Note | None) -> Item:
    parts = [f"{claim.id}: {claim.proposition.rstrip('.')}."]
    if note is not None:
        parts.append(f"In: {note.inside}.")
        parts += [f"Also named by: {', '.join(claim.added[:_PHRASES_SHOWN])}."] * bool(claim.added)
        out = [note.outside, *claim.removed, *claim.excluded]
    else:
        parts.append(f"Named by: {', '.join(claim.keywords[:_PHRASES_SHOWN])}.")
        out = [*claim.removed, *claim.exclude]
    parts += [f"Out: {', '.join(out[:_PHRASES_SHOWN])}."] * bool(out)
    return Item(id=claim.id, line=" ".join(parts), phrases=_telling_words(claim.keywords))


def _telling_words(phrases: Iterable[str]) -> tuple[str, ...]:
    """Long words of the phrases, folded: an article that has none does not speak of the claim."""
    words = (word for phrase in phrases for word in _WORD.findall(phrase))
    return tuple(
        dict.fromkeys(fold(word) for word in words if len(word) >= _TELLING_LETTERS)
    ) or tuple(fold(phrase) for phrase in phrases)


def _actor_item(actor: Actor, *, is_own: bool) -> Item:
    people = [name for person in actor.people for name in (person.name, *person.aliases)]
    names = [actor.name, *actor.names, *actor.adjectives, *actor.demonyms, *people]
    line = actor.id
    if is_own:
        also = [name for name in dict.fromkeys((*actor.names, *people)) if name != actor.name]
        shown = ", ".join(also[:_PHRASES_SHOWN])
        line = f"{actor.id}: {actor.name}" + (f" ({shown})" if shown else "")
    return Item(id=actor.id, line=line, phrases=tuple(dict.fromkeys(fold(name) for name in names)))
