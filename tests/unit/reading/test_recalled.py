"""When a position was held and through whom it is told: recalled or of now, at first or at second hand.

Each row names the construction. `past` and `second` never move a holding as `now` does.
"""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Statement, Via, When

OUT = "Ukraine's accession to NATO was out of the question"

ROWS = [
    ("plain", f"Robert Fico said that {OUT}.", "slovakia", "now"),
    ("had said", f"Robert Fico had said that {OUT}.", "slovakia", "past"),
    ("had told", f"Robert Fico had told the parliament that {OUT}.", "slovakia", "past"),
    ("had not yet said", f"Robert Fico had also warned that {OUT}.", "slovakia", "past"),
    ("months ago", f"Robert Fico said eight months ago that {OUT}.", "slovakia", "past"),
    ("a month before would", "In February Robert Fico said that Slovakia would not send soldiers to Ukraine.", "slovakia", "past"),
    ("a month that lies ahead", "Robert Fico said that Slovakia would send soldiers to Ukraine in October.", "slovakia", "now"),
    ("until", f"Until last month Robert Fico said that {OUT}.", "slovakia", "past"),
    ("at that time", f"At that time Robert Fico said that {OUT}.", "slovakia", "past"),
    ("a date of the matter", "Robert Fico rejects Ukraine's accession to NATO on the terms drafted in March.", "slovakia", "now"),
    ("a date of the matter", "Robert Fico supports the sanctions and Ukraine's accession to NATO as agreed in July.", "slovakia", "now"),
    ("always, in told words", "Robert Fico said that Slovakia had always opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("long, told by the narrator", "Slovakia had long opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("told words shifted back", f"The premier spoke after Robert Fico had left; Kaja Kallas said that {OUT}.", "eu", "now"),
    ("passed on", f"Kaja Kallas said that Robert Fico had told her that {OUT}.", "slovakia", "second"),
    ("passed on, reported first", f"According to Kaja Kallas, Robert Fico told her that {OUT}.", "slovakia", "second"),
    ("in his own mouth", f"Robert Fico said he told the ministers that {OUT}.", "slovakia", "now"),
    ("by his own people", f"Slovakia's foreign ministry said that Robert Fico told the ministers that {OUT}.", "slovakia", "now"),
]  # fmt: skip


def _kind(statement: Statement) -> str:
    if statement.via is Via.SECONDHAND:
        return "second"
    return "past" if statement.when is When.PAST else "now"


@pytest.mark.parametrize(
    ("construction", "text", "actor", "kind"), ROWS, ids=[f"{c}: {t}" for c, t, _, _ in ROWS]
)
def test_recalled(construction: str, text: str, actor: str, kind: str) -> None:
    found = {_kind(s) for s in shipped_reader().read(article(text)).statements if s.actor == actor}
    assert found == {kind}, construction
