"""What makes two reports one witness: copies, quotations, credits, houses, outlets."""

import pytest

from tests.unit.ledger.material import PAIR, Watch, article, at, quoted, said
from watchers.ledger import copies
from watchers.ledger.copies import CopyIndex, Met, sketch_of
from watchers.ledger.credits import credits_in, fold_name, outlet_names
from watchers.ledger.quotations import quotations_in, words_of

WIRE = (
    "OSLO - The government has dropped its plan to send soldiers, the minister told a meeting of "
    "her party on Saturday. The money would be spent on air defence at home, she said, and nobody "
    "in the hall asked what the allies thought of it. The plan was two winters old."
)
QUOTE = "“It has to be our own work and nobody else's, whatever it may cost,” the envoy said."

SECOND_REPORTS = {
    "a copy with another start": ({"text": WIRE.replace("OSLO - The", "The Norwegian")}, 1),
    "the wire story in a longer piece": (
        {"text": "It rained in Bergen all day.\n\n" + WIRE + "\n\nThe fishing fleet stayed in."},
        1,
    ),
    "the same outlet": ({"outlet": "Daily (English edition)"}, 1),
    "the same house": ({"owner": "The House"}, 1),
    "a credit to the outlet": ({"text": "Oslo gave up, the Daily reported on Sunday."}, 1),
    "another report": ({"text": "Saturday brought a surprise for the allies of the kingdom."}, 2),
}


@pytest.mark.parametrize(("changes", "witnesses"), SECOND_REPORTS.values(), ids=SECOND_REPORTS)
def test_a_second_report(changes: dict[str, str], witnesses: int) -> None:
    watch = Watch("supports")
    first = article("a", at(1), outlet="Daily", owner="the house", text=WIRE)
    watch.hear(first, said("opposes", "envoy"))
    second = article("b", at(2), **{"outlet": "Evening", "text": "Short.", **changes})  # type: ignore[arg-type]
    told = watch.hear(second, said("opposes", "envoy"))
    assert len(told) == witnesses - 1
    if not told:
        assert watch.reasons == ["same_witness"]


def test_a_shared_long_quotation_is_one_witness_and_a_short_one_is_not() -> None:
    for quote, told in ((QUOTE, 0), ("“Our own work,” the envoy said.", 1)):
        watch = Watch("supports")
        for name, lead in (("a", "Here it rained."), ("b", "There the sun was out at last.")):
            text = f"{lead} {quote}"
            start = text.index("“")
            statement = quoted("opposes", "envoy", evidence=quote, span=(start, len(text)))
            lines = watch.hear(article(name, at(1), text=text), statement)
        assert len(lines) == told


def test_an_old_quotation_beside_a_new_sentence_is_still_old() -> None:
    watch = Watch("undecided")
    evidence = (0, len(QUOTE))
    watch.hear(article("a", at(1), text=QUOTE), quoted("supports", "Macron", span=evidence))
    watch.hear(article("b", at(90)), quoted("opposes", "Macron"))
    told_as_new = article("c", at(200), text="He has changed his mind again! " + QUOTE)
    assert watch.hear(told_as_new, said("supports", "Macron", span=(0, 31))) == []
    assert watch.reasons == ["old_quotation"]


def test_an_original_that_comes_late_makes_its_repetition_old() -> None:
    watch = Watch("undecided")
    watch.hear(article("b", at(90)), quoted("opposes", "Macron"))
    late = (article("a", at(1), text=QUOTE), quoted("supports", "Macron", span=(0, len(QUOTE))))
    fake = article("c", at(200), text="Look! " + QUOTE)
    assert watch.hear(fake, quoted("supports", "Macron", span=(6, 6 + len(QUOTE)))) == [
        "confirmed opposes>supports"
    ]
    assert watch.hear(*late) == ["withdrawn opposes>supports"]


CREDITS = {
    "according to": ("According to ANSA, the minister agreed.", {"ansa"}),
    "signed": ("The plan holds. (Reuters)", {"reuters"}),
    "dateline": ("OTTAWA, July 2 (Northgate) - Canada agreed.", {"northgate"}),
    "the agency by name": ("the Belga agency reported on Wednesday", {"belga"}),
    "a news agency": ("the news agency Aurora wrote", {"aurora"}),
    "a state news agency": ("Anadolu news agency has it", {"anadolu"}),
    "short for another": ("citing AP, the paper said", {"associated press"}),
    "a paper": ("as the Harbour Gazette reported on Monday", {"harbour gazette"}),
    "a paper after a day": ("On Monday Harbour Gazette reported it", {"harbour gazette"}),
    "a paper of a day": ("Sunday Times reported it, it said", {"sunday times"}),
    "a paper of a day, after one": ("On Monday Sunday Times reported it", {"sunday times"}),
    "an interview": ("Meloni told Le Figaro on Tuesday", {"le figaro"}),
    "a press officer": ("according to the press office, it was", set()),
    "a ministry": ("according to the Defence Ministry's Press Service", set()),
    "an agency of states": ("according to the International Atomic Energy Agency", set()),
    "somebody quoted": ("according to Macron, and Ukraine reported losses", set()),
    "a body that is none": ("the International Atomic Energy Agency met", set()),
    "an aside": ("Members of the alliance (NATO) met in (Brussels) today", set()),
}


@pytest.mark.parametrize(("text", "agencies"), CREDITS.values(), ids=CREDITS)
def test_agencies_that_are_credited(text: str, agencies: set[str]) -> None:
    assert credits_in(text).agencies == agencies


def test_a_users_own_agency() -> None:
    assert credits_in("Fjordnytt reported it.", ("Fjordnytt",)).agencies == {"fjordnytt"}


def test_names_of_outlets() -> None:
    assert outlet_names("Aurora News Agency") == {"aurora news agency", "aurora", "ana"}
    assert outlet_names("Harbour Morning Post") == {"harbour morning post"}
    assert outlet_names("The Mälaren Dagblad (English)") == {"malaren dagblad"}
    assert fold_name("新华社") == "新华社"


def test_quotations_in_many_marks() -> None:
    text = "«Nous serons là avec nos soldats, dès le premier jour de la paix» and “too short”"
    assert [(start, end) for start, end, _ in quotations_in(text, at_least=10)] == [(0, 65)]
    assert words_of("Don’t say “never”!") == ["dont", "say", "never"]


def test_the_index_forgets_the_texts_that_were_not_met_for_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copies, "TEXTS_MAX", 2)
    index = CopyIndex(0.35)
    mine = frozenset({PAIR})
    sketches = [sketch_of(" ".join(f"{word}{n}" for n in range(40))) for word in "abc"]
    for number in (0, 1):
        index.meet(number, sketches[number], mine, at(1))
    assert index.meet(2, sketches[0], mine, at(2)) == Met(text=0, copies=frozenset(), keep=None)
    index.meet(3, sketches[2], mine, at(3))
    assert index.meet(4, sketches[1], mine, at(4)).text == 4


def test_a_text_with_a_new_start_is_the_same_and_a_longer_piece_is_not() -> None:
    index = CopyIndex(0.35)
    mine = frozenset({PAIR})
    longer = f"{WIRE} {' '.join(f'word{n}' for n in range(60))}"
    assert index.meet(1, sketch_of(WIRE), mine, at(1)).text == 1
    assert index.meet(2, sketch_of(WIRE.replace("OSLO - The", "A")), mine, at(1)).text == 1
    assert index.meet(3, sketch_of(longer), mine, at(1)) == Met(
        text=3, copies=frozenset({1}), keep=index.meet(4, sketch_of(longer), mine, at(90)).keep
    )


def test_a_text_is_kept_anew_where_it_speaks_to_more_or_is_printed_for_long() -> None:
    index = CopyIndex(0.35)
    mine, other = frozenset({PAIR}), frozenset({PAIR, ("us", "own-troops")})
    kept = [
        index.meet(number, sketch_of(WIRE), matters, at(day)).keep is not None
        for number, (matters, day) in enumerate([(mine, 1), (mine, 2), (other, 3), (mine, 40)])
    ]
    assert kept == [True, False, True, True]


def test_a_long_text_is_sampled() -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    assert len(sketch_of(text)) == copies.RUNS_MAX
