"""Two readings of one article as one, in the ledger's own terms."""

from dataclasses import replace

import pytest

from tests.second_material import BOUNDS, statement
from watchers.model import Act, Position, Via, When
from watchers.second_reader.agreement import AGREES, ALONE, CONTRADICTS, Trust, agree
from watchers.second_reader.answers import Dropped

TRUST = Trust(alone=0.95, rise=0.5)
MODEL = ("model", "prompt-1", "m")


def by_model(**changes):
    return statement(rules=MODEL, confidence=1.0, **changes)


def test_where_both_say_the_same_confidence_rises():
    (one,) = agree([statement()], [by_model()], TRUST, BOUNDS).statements
    assert one == replace(statement(), confidence=0.9, rules=("says", AGREES, *MODEL))


def test_what_the_model_alone_says_waits_for_a_second_witness():
    """However sure the model was measured to be: below what lets one quotation confirm."""
    (one,) = agree([], [by_model(via=Via.QUOTE)], TRUST, BOUNDS).statements
    assert BOUNDS.moves <= one.confidence < BOUNDS.confirms
    assert one.rules == (ALONE, *MODEL)


def test_a_model_that_is_often_wrong_supports_and_never_moves():
    (one,) = agree([], [by_model()], Trust(alone=0.4), BOUNDS).statements
    assert one.confidence == 0.4 < BOUNDS.moves


def test_what_the_rules_alone_say_stands_as_before():
    assert agree([statement()], [], TRUST, BOUNDS).statements == (statement(),)


CONTRARY = {
    "another direction": {"position": Position.OPPOSES},
    "no direction": {"position": Position.UNDECIDED},
    "past where the rules read now": {"when": When.PAST},
    "hearsay where the rules read the actor's word": {"via": Via.SECONDHAND},
    "background where the rules read news": {"act": Act.RESTATES},
}


@pytest.mark.parametrize("changes", CONTRARY.values(), ids=CONTRARY)
def test_where_they_contradict_each_other_nothing_moves_and_both_votes_are_kept(changes):
    rules, model = agree([statement()], [by_model(**changes)], TRUST, BOUNDS).statements
    assert rules.confidence < BOUNDS.moves
    assert model.confidence < BOUNDS.moves
    assert rules.rules == ("says", CONTRADICTS, *MODEL)
    assert model.rules == (CONTRADICTS, *MODEL)
    assert (rules.position, model.position) == (
        Position.SUPPORTS,
        changes.get("position", Position.SUPPORTS),
    )


def test_a_step_within_a_direction_is_neither_agreement_nor_contradiction():
    (one,) = agree([statement()], [by_model(position=Position.OPEN)], TRUST, BOUNDS).statements
    assert (one.position, one.confidence) == (Position.SUPPORTS, 0.8)


def test_a_denial_that_the_model_alone_has_seen_is_not_filed():
    """It would strike what others said, on no rule's word."""
    agreed = agree([], [by_model(act=Act.DENIES)], TRUST, BOUNDS)
    assert agreed.statements == ()
    assert [drop.reason for drop in agreed.dropped] == [Dropped.TAKES_BACK_ALONE]


def test_a_denial_that_both_have_seen_is():
    denial = statement(act=Act.DENIES)
    (one,) = agree([denial], [by_model(act=Act.DENIES)], TRUST, BOUNDS).statements
    assert (one.act, one.confidence) == (Act.DENIES, 0.9)


def test_other_actors_and_claims_do_not_meet():
    model = [by_model(actor="uk"), by_model(claim="western-force", position=Position.OPPOSES)]
    agreed = agree([statement()], model, TRUST, BOUNDS).statements
    assert [one.rules[0] for one in agreed] == ["says", ALONE, ALONE]
    assert agreed[0] == statement()


def test_past_and_now_of_one_actor_meet_their_likes():
    past = statement(when=When.PAST, position=Position.OPPOSES)
    model = [by_model(), by_model(when=When.PAST, position=Position.OPPOSES)]
    agreed = agree([statement(), past], model, TRUST, BOUNDS).statements
    assert [AGREES in one.rules for one in agreed] == [True, True]
