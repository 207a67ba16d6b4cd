"""Load where everybody stood before the first poll, from `seeds/baseline`, with source and date.

Knows the files' shape and what a holding must have. Knows no ledger: what a baseline does to
holdings is the ledger's matter.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from watchers.actors import Actors
from watchers.model import Authority, Position, Via
from watchers.seed_files import Table, nearest, parse_seed, read_seed, shipped

#: What a file says where a title, an outlet or a date cannot be known.
UNKNOWN = "unknown"

FILE_KEYS = ("source", "holdings", "notes")
SOURCE_KEYS = ("title", "outlet", "author", "published", "day", "dating")
HOLDING_KEYS = ("actor", "claim", "position", "speaker", "said_on", "via", "basis")
NOTE_KEYS = ("about", "why")

POSITIONS = {position.value: position for position in Position}

#: An unnamed source makes no first position, and another's word never makes one: both go to `notes`.
VIAS = {via.value: via for via in (Via.QUOTE, Via.REPORTED)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineSource:
    """The document that a part of the baseline is read from."""

    #: Name of the seed file.
    file: str
    #: `None` where unknown, as for outlet, author and published.
    title: str | None
    outlet: str | None
    author: str | None
    #: As the document itself says.
    published: date | None
    #: The true day, worked out from what it tells.
    day: date
    #: How `day` was worked out.
    dating: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHolding:
    """Where an actor stood on a claim, according to one document."""

    actor: str
    claim: str
    position: Position
    speaker: str
    #: The speaker's rank on `said_on`.
    authority: Authority
    said_on: date
    via: Via
    #: What it rests on, in our own words.
    basis: str
    source: BaselineSource


def shipped_baseline(actors: Actors, claims: Collection[str]) -> tuple[KnownHolding, ...]:
    """Every holding of every file that comes with the program, by file and place."""
    return load_baseline(shipped("baseline"), actors, claims)


def load_baseline(
    folder: Traversable, actors: Actors, claims: Collection[str]
) -> tuple[KnownHolding, ...]:
    """The holdings of all TOML files of a folder; `claims` are the ids that exist."""
    found: list[KnownHolding] = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found += parse_baseline(read_seed(file), file.name, actors, claims)
    return tuple(found)


def parse_baseline(
    text: str, file: str, actors: Actors, claims: Collection[str]
) -> tuple[KnownHolding, ...]:
    """The holdings of one file, of which a pair of actor and claim has one at most."""
    whole = parse_seed(text, file)
    whole.only(FILE_KEYS, required={"source"})
    source = _read_source(whole.table("source"))
    for note in whole.rows("notes", "about"):
        note.only(NOTE_KEYS, required=NOTE_KEYS)
    known: dict[tuple[str, str], KnownHolding] = {}
    for row in whole.rows("holdings", "actor"):
        holding = _read_holding(row, source, actors, claims)
        if (holding.actor, holding.claim) in known:
            raise row.fault(f"a second holding of '{holding.actor}' on '{holding.claim}'")
        known[holding.actor, holding.claim] = holding
    return tuple(known.values())


def newest(known: Iterable[KnownHolding]) -> tuple[KnownHolding, ...]:
    """One holding a pair, by actor and claim: of several the last said, of one day the highest rank's."""
    best: dict[tuple[str, str], KnownHolding] = {}
    for holding in known:
        pair = (holding.actor, holding.claim)
        if pair not in best or _weight(holding) > _weight(best[pair]):
            best[pair] = holding
    return tuple(best[pair] for pair in sorted(best))


def _weight(holding: KnownHolding) -> tuple[date, Authority]:
    return holding.said_on, holding.authority


def _read_source(table: Table) -> BaselineSource:
    table.only(SOURCE_KEYS, required=("title", "outlet", "published", "day", "dating"))
    stated = {key: table.optional_text(key) for key in ("title", "outlet", "author")}
    known = {key: None if text == UNKNOWN else text for key, text in stated.items()}
    return BaselineSource(
        file=table.file,
        title=known["title"],
        outlet=known["outlet"],
        author=known["author"],
        published=table.day_or_word("published", UNKNOWN),
        day=table.day("day"),
        dating=table.text("dating").strip(),
    )


def _read_holding(
    table: Table, source: BaselineSource, actors: Actors, claims: Collection[str]
) -> KnownHolding:
    table.only(HOLDING_KEYS, required=HOLDING_KEYS)
    actor, claim, speaker = table.text("actor"), table.text("claim"), table.text("speaker")
    if actor not in actors:
        raise table.fault(f"unknown actor '{actor}'; {nearest(actor, [a.id for a in actors])}")
    if claim not in claims:
        raise table.fault(f"unknown claim '{claim}'; {nearest(claim, claims)}")
    said_on = table.day("said_on")
    if said_on > source.day:
        raise table.fault(f"key 'said_on' ({said_on}) is after the document's day ({source.day})")
    authority = actors.authority(actor, speaker, said_on)
    if authority < Authority.OFFICIAL:
        raise table.fault(
            f"'{speaker}' did not speak for '{actor}' on {said_on}; put it under notes"
        )
    return KnownHolding(
        actor=actor,
        claim=claim,
        position=table.choice("position", POSITIONS),
        speaker=speaker,
        authority=authority,
        said_on=said_on,
        via=table.choice("via", VIAS),
        basis=table.text("basis").strip(),
        source=source,
    )
