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
    ("a month of what is wanted", "Slovakia wants to send soldiers to Ukraine in October.", "slovakia", "now"),
    ("a month of what could be", "Slovakia could send soldiers to Ukraine in October.", "slovakia", "now"),
    ("a month of what was not done", "Slovakia did not send soldiers to Ukraine in October.", "slovakia", "past"),
    ("a month of the refusal", "Slovakia refused to send soldiers to Ukraine in October.", "slovakia", "past"),
    ("until", f"Until last month Robert Fico said that {OUT}.", "slovakia", "past"),
    ("said then", f"The allies met in March. Robert Fico said then that {OUT}.", "slovakia", "past"),
    ("then said", f"The allies met in Paris. Robert Fico then said that {OUT}.", "slovakia", "now"),
    ("at that time", f"At that time Robert Fico said that {OUT}.", "slovakia", "past"),
    ("a date of the matter", "Robert Fico rejects Ukraine's accession to NATO on the terms drafted in March.", "slovakia", "now"),
    ("a date of the matter", "Robert Fico supports the sanctions and Ukraine's accession to NATO as agreed in July.", "slovakia", "now"),
    ("always, in told words", "Robert Fico said that Slovakia had always opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("long, told by the narrator", "Slovakia had long opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("told words shifted back", f"The premier spoke after Robert Fico had left; Kaja Kallas said that {OUT}.", "eu", "now"),
    ("earlier in the day", f"Earlier in the day, Robert Fico had said that {OUT}.", "slovakia", "now"),
    ("a little earlier", f"A little earlier, Robert Fico had said that {OUT}.", "slovakia", "now"),
    ("earlier reports", "Slovakia rejected Ukraine's accession to NATO, despite earlier reports that it would agree.", "slovakia", "now"),
    ("its earlier promise", "Slovakia rejected Ukraine's accession to NATO after its earlier promise to think about it.", "slovakia", "now"),
    ("in an earlier interview", "In an earlier interview, Robert Fico rejected Ukraine's accession to NATO.", "slovakia", "past"),
    ("an earlier rejection", "Robert Fico's earlier rejection of Ukraine's accession to NATO stands.", "slovakia", "past"),
    ("a month earlier", f"A month earlier, Robert Fico had said that {OUT}.", "slovakia", "past"),
    ("a date of the speaker", f"Robert Fico, who took office in October 2023, said that {OUT}.", "slovakia", "now"),
    ("a date of his meeting", f"Robert Fico, who met Vladimir Putin in December, said that {OUT}.", "slovakia", "now"),
    ("a date of the speech", f"Robert Fico, speaking in Rome, said in December that {OUT}.", "slovakia", "past"),
    ("since an event", f"Speaking for the first time since the talks in June, Robert Fico said that {OUT}.", "slovakia", "now"),
    ("told in the present", f"After a summit in Rome last week, Robert Fico says that {OUT}.", "slovakia", "now"),
    ("unlike then", "Unlike in 2023, Slovakia opposes Ukraine's accession to NATO.", "slovakia", "now"),
    ("earlier this week", f"Earlier this week, Robert Fico said that {OUT}.", "slovakia", "now"),
    ("had said this week", f"Robert Fico had said earlier in the week that {OUT}.", "slovakia", "past"),
    ("a year of the matter", "Robert Fico backs Ukraine's accession to NATO on the terms that were discussed by the allies in Rome in 2022.", "slovakia", "now"),
    ("a year of the stance", "Robert Fico backed Ukraine's accession to NATO in 2022.", "slovakia", "past"),
    ("what another thought", "Slovakia backs Ukraine's accession to NATO, something which others have previously seen with reluctance.", "slovakia", "now"),
    ("so far, with had", "So far, Slovakia had opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("so far, with has", "So far, Slovakia has opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("for years, with had", "For years Slovakia had opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("for years, with has", "For years Slovakia has opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("a season that dates the telling", f"In the spring Robert Fico said that {OUT}.", "slovakia", "past"),
    ("what comes before a refusal left behind", "Slovakia supports Ukraine's accession to NATO, dropping a refusal that it had long maintained.", "slovakia", "now"),
    ("what comes before support left behind", "Slovakia rejected Ukraine's accession to NATO, abandoning its earlier support.", "slovakia", "now"),
    ("long did", "Slovakia long opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("has long done", "Slovakia has long opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("made clear, as another says", "Robert Fico had made clear that Slovakia opposed Ukraine's accession to NATO, Petr Pavel said.", "slovakia", "second"),
    ("recalled what had been wanted", "Robert Fico recalled that Slovakia had opposed Ukraine's accession to NATO from the beginning.", "slovakia", "past"),
    ("in which he had", "Robert Fico apologised for a speech in which he had rejected Ukraine's accession to NATO.", "slovakia", "past"),
    ("on many occasions", "Slovakia has on many occasions rejected Ukraine's accession to NATO.", "slovakia", "now"),
    ("once did", "Slovakia once opposed Ukraine's accession to NATO.", "slovakia", "past"),
    ("once it does", "Slovakia will support Ukraine's accession to NATO once the war is over.", "slovakia", "now"),
    ("on the campaign trail", f"On the campaign trail, Robert Fico said that {OUT}.", "slovakia", "past"),
    ("as recently as", f"As recently as March, Robert Fico said that {OUT}.", "slovakia", "past"),
    ("had still said", f"In the spring Robert Fico had still said that {OUT}.", "slovakia", "past"),
    ("a season that lies behind", "Slovakia ruled out sending soldiers to Ukraine in the spring.", "slovakia", "past"),
    ("a season that lies ahead", "Slovakia is ready to send soldiers to Ukraine in the spring.", "slovakia", "now"),
    ("the previous government", "The previous Slovak government was ready to send soldiers to Ukraine.", "slovakia", "past"),
    ("under the previous government", "Slovakia opposed Ukraine's accession to NATO under the previous government.", "slovakia", "past"),
    ("unlike the previous government", "Unlike the previous government, Slovakia opposes Ukraine's accession to NATO.", "slovakia", "now"),
    ("last week, before a government", "Slovakia's government last Monday opposed Ukraine's accession to NATO.", "slovakia", "now"),
    ("another's refusal", "Kaja Kallas criticised Robert Fico's opposition to Ukraine's accession to NATO.", "slovakia", "second"),
    ("another's decision not to", "Kaja Kallas mocked Slovakia's decision not to send soldiers to Ukraine.", "slovakia", "second"),
    ("blamed for refusing", "Kaja Kallas blamed Robert Fico for refusing to send soldiers to Ukraine.", "slovakia", "second"),
    ("one's own refusal, defended", "Robert Fico defended Slovakia's refusal to send soldiers to Ukraine.", "slovakia", "now"),
    ("a refusal of which critics speak", "Critics mocked Slovakia's refusal to send soldiers to Ukraine.", "slovakia", "now"),
    ("a decision not to", "Slovakia's decision not to send soldiers to Ukraine surprised nobody.", "slovakia", "now"),
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
