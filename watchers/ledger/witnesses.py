"""Count independent witnesses. Knows what makes two sources one; not what they say.

One outlet, one owner, one text, near-copies, a shared long quotation, a credited agency: each makes
one witness of two sources, and so does a chain of them.
"""

from collections.abc import Iterable, Sequence

from watchers.ledger.records import Carriers, Source, Word


def group_witnesses(words: Iterable[Word], carriers: Carriers) -> list[list[Word]]:
    """The words of each independent witness, in the order of the first word of each."""
    words = list(words)
    if len({word.source.text for word in words}) == 1:
        return [words]
    # Only what is among the words links them: of two articles that a third ties together, which of
    # them names the third depends on the order in which they came.
    texts = frozenset(word.source.text for word in words)
    outlets = frozenset().union(*(outlets_of(word.source, carriers) for word in words))
    groups: list[tuple[set[object], list[int]]] = []
    for place, word in enumerate(words):
        source = word.source
        keys: set[object] = {source.text, *outlets_of(source, carriers), *houses_of(source)}
        keys |= source.agencies | (source.copies & texts) | (source.credited & outlets)
        keys |= source.quotations  # of 63 bits: no text has such a number
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


def count_witnesses(words: Sequence[Word], carriers: Carriers) -> int:
    """How many independent witnesses stand behind the words."""
    return len(group_witnesses(words, carriers)) if len(words) > 1 else len(words)


def outlets_of(source: Source, carriers: Carriers) -> frozenset[str]:
    """The names of the outlet, and of all that have printed its text."""
    return source.names.union(carriers.get(source.text, ()))


def houses_of(source: Source) -> frozenset[str]:
    """The house behind the outlet, as no outlet can be called."""
    return frozenset((f"house: {source.owner}",)) if source.owner else frozenset()


def is_copy(one: Source, other: Source) -> bool:
    """Whether one repeats the other: near-copy, shared quotation, credit; not house or outlet."""
    return (
        is_near_copy(one, other)
        or not one.quotations.isdisjoint(other.quotations)
        or not one.agencies.isdisjoint(other.agencies | other.names)
        or not other.agencies.isdisjoint(one.names)
        or not one.credited.isdisjoint(other.names)
        or not other.credited.isdisjoint(one.names)
    )


def is_near_copy(one: Source, other: Source) -> bool:
    """Whether both have one text, or a good part of one's stands in the other's."""
    return one.text == other.text or one.text in other.copies or other.text in one.copies
