"""A change of mind in one sentence, and over two: what was held before is past, what is held now is read."""

import itertools

import pytest

from tests.unit.reading.material import reading
from watchers.model import Direction, When

_AGAINST = (
    "{S}, which had long rejected {M},",
    "{S}, which ruled out {M} in the spring,",
    "{S}, long opposed to {M},",
    "{S} had ruled out {M}, but",
    "{S} used to oppose {M} but",
    "{S}, which had previously said it would not {I},",
    "After months of rejecting {M}, {S}",
    "Despite having ruled out {M}, {S}",
)
_FOR = (
    "{S}, which had been considering {M},",
    "{S}, having offered to {I},",
    "{S} had planned to {I}, but",
    "{S} initially wanted to {I} but",
    "{S}, which had said it would {I},",
    "After promising in March to {I}, {S}",
)
_NOW_FOR = (
    "will now send them after all.",
    "is now considering it.",
    "no longer rules it out.",
    "is now willing to do so.",
    "now says it could do so.",
    "has come round to the idea.",
    "is now in favour.",
)
_NOW_AGAINST = (
    "has decided against it.",
    "now refuses to do so.",
    "will not do so after all.",
    "no longer wants to do so.",
    "now says it will not.",
    "has changed its mind and will send none.",
    "has now said no.",
)
_BEFORE_AGAINST = ("{S} had long rejected {M}.", "In March {S} ruled out {M}.", "{S} had ruled out {M}.")  # fmt: skip
_BEFORE_FOR = ("{S} had offered to {I}.", "In March {S} backed {M}.", "{S} once supported {M}.")
_SINCE_FOR = (
    "But it has now agreed to it.",
    "It is now willing to do so.",
    "It has dropped its objections.",
)
_SINCE_AGAINST = (
    "But it now refuses to do so.",
    "It has decided against it.",
    "Berlin no longer intends to do so.",
)


def _text(before: str, now: str) -> str:
    return f"{before} {now}".format(
        S="Germany", M="sending soldiers to Ukraine", I="send soldiers to Ukraine"
    )


def _now(text: str) -> list[Direction]:
    """Which way each position of now points."""
    return [s.position.direction for s in reading(text).statements if s.when is When.NOW]


@pytest.mark.parametrize(
    ("before", "now"),
    [*itertools.product(_AGAINST, _NOW_FOR), *itertools.product(_BEFORE_AGAINST, _SINCE_FOR)],
)
def test_who_was_against_it_is_for_it_now(before: str, now: str) -> None:
    assert _now(_text(before, now)) == [Direction.POSITIVE]


@pytest.mark.parametrize(
    ("before", "now"),
    [*itertools.product(_FOR, _NOW_AGAINST), *itertools.product(_BEFORE_FOR, _SINCE_AGAINST)],
)
def test_who_was_for_it_is_against_it_now(before: str, now: str) -> None:
    assert _now(_text(before, now)) == [Direction.NEGATIVE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Another's word behind it, another matter behind it, no turn at all.
        ("Germany has ruled out {M}, but France is now for talks.", Direction.NEGATIVE),
        ("Germany, which rules out {M}, is now sending a field hospital.", Direction.NEGATIVE),
        ("Germany, which opposes {M}, will pay for ammunition.", Direction.NEGATIVE),
        ("Germany rules out {M}. France is now thinking about its budget.", Direction.NEGATIVE),
    ],
)
def test_no_turn_is_made_of_what_is_none(text: str, expected: Direction) -> None:
    assert expected in _now(_text(text, ""))


@pytest.mark.parametrize(
    ("told", "direction"),
    [
        (
            "Slovakia has reversed its opposition to Ukraine's accession to NATO.",
            Direction.POSITIVE,
        ),
        ("Slovakia overcame its doubts about Ukraine's accession to NATO.", Direction.POSITIVE),
        ("Slovakia drops resistance to Ukraine's NATO membership.", Direction.POSITIVE),
        ("Slovakia has ceased to oppose Ukraine's accession to NATO.", Direction.POSITIVE),
        ("Slovakia has reversed its support for Ukraine's accession to NATO.", Direction.NEGATIVE),
        (
            "Slovakia has retreated from its support for Ukraine's accession to NATO.",
            Direction.NEGATIVE,
        ),
        ("Slovakia has soured on Ukraine's accession to NATO.", Direction.NEGATIVE),
        ("Slovakia has ceased to support Ukraine's accession to NATO.", Direction.NEGATIVE),
        (
            "Slovakia said it rejected Ukraine's NATO membership, abandoning its earlier support.",
            Direction.NEGATIVE,
        ),
        ("Slovakia has backed Ukraine's accession to NATO and now opposes it.", Direction.NEGATIVE),
        (
            "After months of talks Slovakia has agreed to Ukraine's accession to NATO. Robert Fico, who had rejected it, changed his mind.",
            Direction.POSITIVE,
        ),
    ],
)
def test_what_is_left_behind_is_never_what_is_held_now(told: str, direction: Direction) -> None:
    found = [s for s in reading(told).statements if s.actor == "slovakia" and s.when is When.NOW]
    assert [s.position.direction for s in found] == [direction]


@pytest.mark.parametrize(
    "told",
    [
        "Robert Fico promised a law on pensions, ending months of opposition to Ukraine's accession to NATO.",
        "Robert Fico promised a law on pensions, abandoning his insistence that Ukraine's accession to NATO made no sense.",
        "Robert Fico promised a law on pensions, in a departure from his refusal of Ukraine's accession to NATO.",
    ],
)
def test_what_only_the_end_of_a_sentence_leaves_behind_is_not_held_now(told: str) -> None:
    assert [s for s in reading(told).statements if s.when is When.NOW] == []
