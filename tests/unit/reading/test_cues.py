"""Each group of cues is held by its own examples; whoever adds a cue adds a sentence."""

import pytest

from tests.unit.reading.material import read
from watchers.cues import CueGroup, Example, load_cues

CASES = [(group, example) for group in load_cues().groups for example in group.examples]


@pytest.mark.parametrize(
    ("group", "example"), CASES, ids=[f"{g.cue_class}-{g.frame}: {e.text[:60]}" for g, e in CASES]
)
def test_example(group: CueGroup, example: Example) -> None:
    positions = [position for _, _, position in read(example.text)]
    if example.reads == "nothing":
        assert positions == []
    else:
        assert example.reads in positions


def test_there_are_well_over_a_thousand_expressions() -> None:
    assert sum(len(group.words) for group in load_cues().groups) > 1_500


def test_no_expression_stands_twice_in_a_group() -> None:
    for group in load_cues().groups:
        twice = {word for word in group.words if group.words.count(word) > 2}
        assert not twice, (group.cue_class, group.frame)
