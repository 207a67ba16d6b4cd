import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.material import article, shipped_reader
from watchers.reading.text.document import TEXT_MAX_CHARS, Document, fold
from watchers.reading.words.inflect import phrase_forms, plural, stem, verb_forms


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_cut_and_read_without_a_fault(text: str) -> None:
    document = Document(text[:40], text)
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(document.raw)
        assert len(sentence.words) == len(sentence.starts) == len(sentence.ends)
    shipped_reader().read(article("Ukraine troops. " + text))


def sentences(text: str) -> list[str]:
    document = Document("", text)
    return [document.original(s.start, s.end) for s in document.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said no. She said yes.", ["He said no.", "She said yes."], id="two"),
        pytest.param(
            "Mr. Tusk met Gen. Kellogg. They spoke.",
            ["Mr. Tusk met Gen. Kellogg.", "They spoke."],
            id="titles",
        ),
        pytest.param(
            "The U.S. will not go. It said so.",
            ["The U.S. will not go.", "It said so."],
            id="initials",
        ),
        pytest.param(
            "“Will you?” he asked. “No.”", ["“Will you?” he asked.", "“No.”"], id="quotation ends"
        ),
        pytest.param(
            "It is over. Read also: ten tips for spring.", ["It is over."], id="tail in a paragraph"
        ),
        pytest.param(
            "It is over.\n\nMost read: cats and dogs.", ["It is over."], id="tail of its own"
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_dateline_is_no_part_of_the_first_words_and_stays_in_the_evidence() -> None:
    (sentence,) = Document("", "BERLIN, Dec 14 (AW) - Germany will decide.").sentences
    assert sentence.words[0] == "germany"
    assert sentence.start == 2


def test_quotations_run_to_their_end_or_to_the_paragraph_s() -> None:
    document = Document("", "“One,” he said. “Two\n\nThree’s no quote.")
    quoted = [
        w for s in document.sentences for w, q in zip(s.words, s.quote, strict=True) if q >= 0
    ]
    assert quoted == ['"', "one", ",", '"', '"', "two"]


@pytest.mark.parametrize(
    ("lemma", "form", "tag"),
    [
        ("rule", "ruled", "past"),
        ("send", "sent", "past"),
        ("withdraw", "withdrawn", "part"),
        ("deny", "denies", "s"),
        ("stop", "stopping", "ing"),
        ("signal", "signalled", "past"),
    ],
)
def test_verb_forms(lemma: str, form: str, tag: str) -> None:
    assert verb_forms(lemma)[form] == tag


def test_a_phrase_is_inflected_at_its_verb_and_filled_at_its_gap() -> None:
    forms = phrase_forms("rule ~ out")
    assert {"ruled out", "rules it out", "ruling that out"} <= forms.keys()
    assert "not planning to" in phrase_forms("not plan to")


@pytest.mark.parametrize(
    ("word", "expected"), [("duty", "duties"), ("veto", "vetoes"), ("troop", "troops")]
)
def test_plural(word: str, expected: str) -> None:
    assert plural(word) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("missiles", "missile"), ("deliveries", "delivery"), ("licences", "licence")]
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


HOSTILE = {
    "a megabyte of quotation marks": '"' * 1_000_000,
    "quotation marks up to the limit": "Ukraine troops. " + '"' * (TEXT_MAX_CHARS - 100),
    "one sentence of thirty thousand words": "Ukraine troops " + "word " * 30_000,
    "a hundred thousand words without an end": "Ukraine troops " + "word " * 100_000,
    "deep nesting": "Ukraine troops. " + "(“" * 80_000,
    "nothing but dots": "Ukraine troops. " + "." * 150_000,
    "nothing but apostrophes": "Ukraine troops. " + "s' " * 60_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_ends_soon(text: str) -> None:
    began = time.process_time()
    reading = shipped_reader().read(article(text))
    assert time.process_time() - began < 1.0
    assert reading.statements == ()


def test_a_text_beyond_the_limit_is_refused_with_the_reason() -> None:
    assert shipped_reader().read(article("x" * (TEXT_MAX_CHARS + 1))).refusal == "too_long"
