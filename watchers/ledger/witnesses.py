"""Count independent witnesses. Knows what makes two sources one; not what they say.

One outlet, one owner, near-copies, a shared long quotation, a credited agency: each makes one
witness of two sources, and so does a chain of them.
"""

from collections.abc import Iterable, Sequence

from watchers.ledger.records import Source, Word


def group_witnesses(words: Iterable[Word]) -> list[list[Word]]:
    """The words of each independent witness, in the order of the first word of each."""
    words = list(words)
    # Only what is among the words links them: of two articles that a third ties together, which of
    # them names the third depends on the order in which they came.
    outlets = frozenset().union(*(word.source.names for word in words))
    arrivals = frozenset(word.source.arrival for word in words)
    groups: list[tuple[set[object], list[int]]] = []
    for place, word in enumerate(words):
        keys = _keys(word.source, outlets, arrivals)
        members = [place]
        apart = []
        for group in groups:
            if group[0].isdisjoint(keys):
                apart.append(group)
            else:
                keys |= group[0]
                members += group[1]
        groups = [*apart, (keys, members)]
    ordered = sorted(sorted(members) for _, members in groups)
    return [[words[place] for place in members] for members in ordered]


def count_witnesses(words: Sequence[Word]) -> int:
    """How many independent witnesses stand behind the words."""
    return len(group_witnesses(words)) if len(words) > 1 else len(words)


def is_copy(one: Source, other: Source) -> bool:
    """Whether one repeats the other: near-copy, shared quotation, credit; not house or outlet."""
    return (
        one.arrival in other.copies
        or other.arrival in one.copies
        or not one.quotations.isdisjoint(other.quotations)
        or not one.agencies.isdisjoint(other.agencies | other.names)
        or not other.agencies.isdisjoint(one.names)
        or not one.credited.isdisjoint(other.names)
        or not other.credited.isdisjoint(one.names)
    )


def is_near_copy(one: Source, other: Source) -> bool:
    """Whether one's text stands in the other, or a long quotation of it does."""
    return one.arrival in other.copies or other.arrival in one.copies


def _keys(source: Source, outlets: frozenset[str], arrivals: frozenset[int]) -> set[object]:
    keys: set[object] = {source.arrival, *source.names, *source.agencies}
    keys |= source.copies & arrivals
    keys |= source.credited & outlets
    if source.owner:
        keys.add(("owner", source.owner))
    keys.update(("quotation", run) for run in source.quotations)
    return keys
