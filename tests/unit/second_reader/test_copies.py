"""Which text is a copy of which, and what of its reading holds for the copy."""

from dataclasses import replace

import pytest

from tests.second_material import MACRON, statement
from watchers.second_reader.copies import Copies, carry_over, sketch
from watchers.second_reader.sentences import number_sentences

LONG = MACRON.text + "\n\n" + "It went on with much more that nobody else had printed so far. " * 3
TEXTS = {
    "the same": (MACRON.text, True),
    "without its dateline": (MACRON.text.removeprefix("PARIS - "), True),
    "cut short": (MACRON.text.rpartition("\n\n")[0], True),
    "with a new beginning of its own": (
        "In a week of many visits and of few results the capital of France was looking back at "
        "what its president had left unsaid in the months before. " + MACRON.text,
        False,
    ),
    "another story": ("It rained on the capital all day, and nobody had come to see it. " * 3, False),
}  # fmt: skip


@pytest.mark.parametrize(("text", "is_copy"), TEXTS.values(), ids=TEXTS)
def test_a_copy_stands_in_its_original_almost_whole(text, is_copy):
    copies = Copies()
    copies.add(7, sketch(MACRON.title, MACRON.text))
    assert copies.original_of(sketch("", text)) == (7 if is_copy else None)


def test_of_several_the_first_is_the_original():
    copies = Copies()
    for number in (9, 3, 5):
        copies.add(number, sketch("", MACRON.text))
    assert copies.original_of(sketch("", MACRON.text)) == 3
    copies.drop(3)
    assert copies.original_of(sketch("", MACRON.text)) == 5


def test_a_text_of_a_few_words_copies_nothing():
    copies = Copies()
    copies.add(1, sketch("", "Short news of a day in May."))
    assert copies.original_of(sketch("", "Short news of a day in May.")) is None


SENTENCES = {
    "word for word": ("He said France was ready to send troops to Ukraine after a ceasefire.", True),
    "behind a dateline": (
        "KYIV - He said France was ready to send troops to Ukraine after a ceasefire.",
        True,
    ),
    "with other marks": (
        "He said: France was ready to send troops to Ukraine after a ceasefire",
        True,
    ),
    "with a not": ("He said France was not ready to send troops to Ukraine after a ceasefire.", False),
    "another": ("He said nothing about it.", False),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "is_same"), SENTENCES.values(), ids=SENTENCES)
def test_a_statement_is_carried_over_with_its_sentence(sentence, is_same):
    copy = replace(MACRON, text=f"Something else came first. {sentence} And so on.")
    carried = carry_over([statement(span=(97, 166))], number_sentences(copy))
    if is_same:
        (one,) = carried
        assert copy.text[slice(*one.span)] == one.evidence
        assert "France was ready" in one.evidence
    else:
        assert carried == ()
