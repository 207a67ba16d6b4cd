"""An answer held against its article: what code can check is not believed."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.model_double import MODEL
from tests.second_material import MACRON, corpus, second_reading
from watchers.model import Article, Authority, Statement, Via
from watchers.second_reader.answers import Dropped
from watchers.second_reader.verifying import Checked

ONE = {
    "sentence": 2, "actor": "france", "claim": "own-troops", "position": "supports",
    "speaker": "Emmanuel Macron", "when": "now", "via": "reported", "act": "none", "said_on": "",
}  # fmt: skip


def check(*given: dict[str, object], article: Article = MACRON) -> Checked:
    statements = [{**ONE, **one} for one in given]
    checked = second_reading().check(json.dumps({"statements": statements}), article)
    assert isinstance(checked, Checked)
    return checked


def only(*given: dict[str, object], article: Article = MACRON) -> Statement:
    checked = check(*given, article=article)
    assert [drop.reason for drop in checked.dropped] == []
    (statement,) = checked.statements
    return statement


def test_what_holds_becomes_a_statement_of_the_articles_own_words():
    assert only({}) == Statement(
        actor="france",
        claim="own-troops",
        position=only({}).position,
        speaker="Emmanuel Macron",
        authority=Authority.LEADER,
        when=only({}).when,
        via=Via.REPORTED,
        evidence="He said France was ready to send troops to Ukraine after a ceasefire.",
        span=(97, 166),
        confidence=1.0,
        rules=("language-model", "prompt-1", MODEL),
    )
    assert MACRON.text[97:166] == only({}).evidence


FALSE = {
    "an actor who is nobody": ({"actor": "atlantis"}, Dropped.UNKNOWN_ACTOR),
    "a claim that nobody watches": ({"claim": "moon-base"}, Dropped.UNKNOWN_CLAIM),
    "a sentence that is not there": ({"sentence": 99}, Dropped.NO_SUCH_SENTENCE),
    "a sentence before the first": ({"sentence": -1}, Dropped.NO_SUCH_SENTENCE),
    "a speaker who is not in it": (
        {"actor": "germany", "speaker": "Friedrich Merz"},
        Dropped.SPEAKER_NOT_THERE,
    ),
    "a speaker of whom nobody knows": ({"speaker": "Jean Dupont"}, Dropped.SPEAKER_NOT_THERE),
    "another country's voice": (
        {"actor": "germany", "speaker": "Emmanuel Macron"},
        Dropped.SPEAKS_FOR_NOBODY,
    ),
    "soldiers of a collective": ({"actor": "eu", "speaker": "EU"}, Dropped.COLLECTIVE),
    "words of tomorrow": ({"said_on": "2025-08-19"}, Dropped.FUTURE_DATE),
}  # fmt: skip


@pytest.mark.parametrize(("given", "reason"), FALSE.values(), ids=FALSE)
def test_what_does_not_hold_is_dropped_with_its_reason(given, reason):
    checked = check(given)
    assert checked.statements == ()
    assert [drop.reason for drop in checked.dropped] == [reason]


def test_a_quotation_needs_quotation_marks():
    """Direct speech of a leader confirms alone: the model's word for it is not enough."""
    assert only({"via": "quote"}).via is Via.REPORTED
    assert only({"sentence": 3, "via": "quote"}).via is Via.QUOTE


def test_a_pronoun_reaches_its_speaker():
    assert only({"sentence": 3}).evidence == "“We will not let Ukraine down,” he said."


def test_a_day_is_kept_where_it_is_not_the_articles():
    assert only({"said_on": "2025-08-17"}).said_on == date(2025, 8, 17)
    assert only({"said_on": "2025-08-18"}).said_on is None


def test_hearsay_has_no_rank():
    said = only({"actor": "germany", "speaker": "Emmanuel Macron", "via": "secondhand"})
    assert (said.authority, said.via) == (Authority.NONE, Via.SECONDHAND)


def test_one_statement_for_an_actor_a_claim_and_a_time():
    checked = check({}, {"position": "open"}, {"when": "past"})
    assert [(s.position, s.when) for s in checked.statements] == [
        ("supports", "now"),
        ("supports", "past"),
    ]
    assert [drop.reason for drop in checked.dropped] == [Dropped.REPEATED]


def test_a_model_that_contradicts_itself_is_believed_in_neither():
    checked = check({}, {"position": "opposes"})
    assert checked.statements == ()
    assert [drop.reason for drop in checked.dropped] == [Dropped.CONTRADICTS_ITSELF] * 2


def test_an_office_is_named_by_its_country():
    kremlin = {
        "sentence": 4, "actor": "russia", "claim": "western-force", "position": "opposes",
        "speaker": "Russian government",
    }  # fmt: skip
    assert only(kremlin).authority is Authority.OFFICIAL


def test_true_readings_pass():
    """Labels given as answers: what a right model loses to the check is the price of it."""
    kept = given = 0
    for item in corpus("wire", "winter-2025-26", "extra-core"):
        answer = as_answer(item)
        checked = second_reading().check(answer, item.article)
        assert isinstance(checked, Checked)
        kept += len(checked.statements)
        given += len(item.labels)
    assert kept / given > 0.95


def as_answer(item):
    from tests.model_double import by_labels

    prompt = second_reading().question(item.article)
    body = {"messages": [{}, {"content": prompt.prompt.user if prompt else ""}]}
    return by_labels([item])(body).content


def test_the_sentence_must_be_near_the_speaker():
    far = replace(MACRON, text=MACRON.text + "\n\n" + "\n\n".join(["It rained on the city."] * 9))
    checked = check({"sentence": 14}, article=far)
    assert [drop.reason for drop in checked.dropped] == [Dropped.SPEAKER_NOT_THERE]
