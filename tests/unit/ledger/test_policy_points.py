"""The policy, case by case: who can move what, and why the rest moves nothing."""

from datetime import timedelta

import pytest

from tests.unit.ledger.material import Watch, article, at, day, quoted, said
from watchers.ledger.policy import Policy
from watchers.model import Act, Statement, Via, When

MOVES_NOTHING = {
    "a recalled position": (quoted("supports", when=When.PAST), "past"),
    "what another says of it": (said("supports", via=Via.SECONDHAND), "secondhand"),
    "background": (said("supports", act=Act.RESTATES), "restates"),
    "a denial itself": (quoted("supports", "Barrot", act=Act.DENIES), "takes_back"),
    "a professor": (quoted("supports", "professor"), "no_authority"),
    "a reading that is unsure": (quoted("supports", confidence=0.3), "low_confidence"),
    "one leak": (said("supports", "insider"), "anonymous_alone"),
    "what is held already": (quoted("opposes"), "same_position"),
    "older than what is held": (said("supports", said_on=day(-200)), "too_old"),
}


@pytest.mark.parametrize(("statement", "reason"), MOVES_NOTHING.values(), ids=MOVES_NOTHING)
def test_what_moves_nothing_says_why(statement: Statement, reason: str) -> None:
    watch = Watch("opposes")
    assert watch.hear(article("a", at(1)), statement) == []
    assert watch.reasons == [reason]
    assert watch.held == ("opposes", day(-92))


def test_a_leaders_quotation_confirms_alone() -> None:
    watch = Watch("opposes")
    assert watch.hear(article("a", at(1)), quoted("supports")) == ["confirmed opposes>supports"]
    assert watch.reasons == [None]
    assert watch.held == ("supports", day(1))


@pytest.mark.parametrize("speaker", ["envoy", "ministry"])
def test_a_lower_office_waits_for_a_second_witness(speaker: str) -> None:
    watch = Watch("opposes")
    assert watch.hear(article("a", at(1)), quoted("supports", speaker)) == [
        "possible opposes>supports"
    ]
    assert watch.reasons == ["awaiting_second_witness"]
    assert watch.hear(article("b", at(15)), said("supports", speaker)) == [
        "confirmed opposes>supports"
    ]
    assert watch.held == ("supports", day(1))


def test_the_fourteenth_day_is_within_the_window_and_the_fifteenth_is_not() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("supports"))
    assert watch.wait(at(15, 23.9)) == []
    assert watch.wait(at(16, 0)) == ["expired opposes>supports"]
    assert watch.hear(article("b", at(16)), said("supports")) == ["possible opposes>supports"]
    assert watch.held == ("opposes", day(-92))


def test_an_unsure_quotation_is_a_report() -> None:
    watch = Watch("opposes")
    told = watch.hear(article("a", at(1)), quoted("supports", confidence=0.89))
    assert told == ["possible opposes>supports"]


def test_two_unsure_witnesses_are_not_sure_together() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("supports", confidence=0.77))
    assert watch.hear(article("b", at(2)), said("supports", confidence=0.77)) == []
    assert watch.hear(article("c", at(3)), said("supports", confidence=0.77)) == [
        "confirmed opposes>supports"
    ]


def test_witnesses_who_agree_on_the_direction_confirm_the_first_ones_position() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("open"))
    assert watch.hear(article("b", at(2)), said("supports")) == ["confirmed opposes>open"]


def test_a_leaders_quotation_gives_a_possible_change_its_degree() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("open", "ministry"))
    assert watch.hear(article("b", at(3)), quoted("supports")) == ["confirmed opposes>supports"]
    assert watch.held == ("supports", day(3))


def test_a_word_for_the_old_position_asks_for_one_witness_more() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("supports"))
    assert watch.hear(article("b", at(4)), said("opposes", "ministry")) == []
    assert watch.hear(article("c", at(5)), said("supports")) == []
    assert watch.hear(article("d", at(6)), said("supports")) == ["confirmed opposes>supports"]


def test_two_newer_words_for_the_old_position_end_a_possible_change() -> None:
    watch = Watch("opposes")
    watch.hear(article("a", at(1)), said("supports", "ministry"))
    watch.hear(article("b", at(4)), said("opposes"))
    assert watch.hear(article("c", at(5)), said("opposes")) == ["withdrawn opposes>supports"]


class TestHigherOffice:
    def test_a_leader_shields_two_days_and_no_more(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("opposes", "Macron"))
        assert watch.hear(article("b", at(3)), quoted("supports", "Barrot")) == []
        assert watch.reasons == ["outranked"]
        assert watch.hear(article("c", at(4)), quoted("supports", "Barrot")) == [
            "confirmed opposes>supports"
        ]

    def test_a_leader_does_not_shield_the_day_before(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports", "Barrot"))
        assert watch.hear(article("b", at(2)), quoted("opposes", "Macron")) == [
            "confirmed supports>opposes"
        ]

    def test_a_named_word_beats_a_leak_of_that_day(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), said("opposes", "ministry"))
        watch.hear(article("b", at(1)), said("supports", "insider"))
        assert watch.reasons == ["outranked"]

    def test_a_report_does_not_undo_what_two_papers_saw(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1, 8)), said("supports"))
        watch.hear(article("b", at(1, 9)), said("supports"))
        assert watch.hear(article("c", at(1, 20)), said("opposes")) == ["possible supports>opposes"]
        assert watch.held == ("supports", day(1))


class TestContested:
    def contest(self) -> Watch:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports", "Barrot"))
        assert watch.hear(article("b", at(2)), quoted("opposes", "Lecornu")) == [
            "contested opposes>supports"
        ]
        assert watch.contested
        return watch

    def test_a_higher_office_decides_for_the_change(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(5)), quoted("supports", "Macron")) == [
            "confirmed opposes>supports"
        ]
        assert watch.held == ("supports", day(5))
        assert not watch.contested

    def test_a_higher_office_decides_against_it(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(5)), said("opposes", "Macron")) == [
            "withdrawn opposes>supports"
        ]
        assert watch.held == ("opposes", day(-92))

    def test_a_higher_office_takes_a_third_way(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(5)), quoted("undecided", "Macron")) == [
            "withdrawn opposes>supports",
            "confirmed opposes>undecided",
        ]

    def test_a_report_of_the_higher_office_is_a_witness_beside_the_side_it_takes(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(5)), said("supports", "Macron")) == [
            "confirmed opposes>supports"
        ]
        assert watch.held == ("supports", day(5))

    def test_the_two_may_repeat_themselves_unheard(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(6)), quoted("supports", "Barrot")) == []
        assert watch.reasons == ["contested"]

    def test_one_of_the_two_gives_in(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(6)), quoted("supports", "Lecornu")) == [
            "confirmed opposes>supports"
        ]

    def test_what_was_contested_long_ago_is_no_bar(self) -> None:
        watch = self.contest()
        assert watch.hear(article("c", at(30)), quoted("supports", "Barrot")) == [
            "confirmed opposes>supports"
        ]

    def test_a_leak_does_not_take_sides(self) -> None:
        watch = self.contest()
        watch.hear(article("c", at(5)), said("supports", "insider"))
        assert watch.reasons == ["contested"]

    def test_a_president_and_a_premier(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports", "Macron"))
        assert watch.hear(article("b", at(2)), quoted("opposes", "Bayrou")) == [
            "contested opposes>supports"
        ]

    def test_against_a_long_held_position(self) -> None:
        watch = Watch("supports")
        watch.hear(article("a", at(1)), quoted("supports", "Barrot"))
        assert watch.hear(article("b", at(2)), quoted("opposes", "Lecornu")) == [
            "contested supports>opposes"
        ]
        assert watch.held == ("supports", day(-92))

    def test_whoever_changed_his_mind_contradicts_nobody(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports", "Barrot"))
        watch.hear(article("b", at(2)), quoted("opposes", "Barrot"))
        assert watch.hear(article("c", at(3)), quoted("opposes", "Lecornu")) == []
        assert not watch.contested


class TestActs:
    def test_a_bare_denial_strikes_what_was_said_last(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), said("supports"))
        denial = quoted("undecided", "Barrot", act=Act.DENIES)
        assert watch.hear(article("b", at(2)), denial) == ["withdrawn opposes>supports"]

    def test_a_bare_denial_of_nothing_strikes_nothing(self) -> None:
        watch = Watch("opposes")
        assert watch.hear(article("b", at(2)), quoted("undecided", "Barrot", act=Act.DENIES)) == []

    def test_an_anonymous_denial_strikes_nothing(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), said("supports"))
        assert watch.hear(article("b", at(2)), said("opposes", "insider", act=Act.DENIES)) == []

    def test_the_leader_who_insists_makes_a_new_change(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports"))
        watch.hear(article("b", at(2, 9)), quoted("opposes", "Barrot", act=Act.CORRECTS))
        assert watch.hear(article("c", at(2, 20)), quoted("supports")) == [
            "confirmed opposes>supports"
        ]
        assert watch.filed[-1].lines[0].told.number == 2

    def test_it_strikes_fourteen_days_back(self) -> None:
        watch = Watch("opposes")
        watch.hear(article("a", at(1)), quoted("supports"))
        watch.hear(article("b", at(16)), quoted("opposes", "Barrot", act=Act.RETRACTS))
        assert watch.held == ("supports", day(1))


class TestFirstPosition:
    def test_one_named_report_records_it(self) -> None:
        watch = Watch(None)
        assert watch.hear(article("a", at(1)), said("open", "ministry")) == []
        assert watch.reasons == ["first_position"]
        assert watch.held == ("open", day(1))

    @pytest.mark.parametrize(
        "statement",
        [said("open", "insider"), said("open", via=Via.SECONDHAND)],
        ids=["a leak", "second-hand"],
    )
    def test_these_do_not(self, statement: Statement) -> None:
        watch = Watch(None)
        watch.hear(article("a", at(1)), statement)
        assert watch.held is None

    def test_two_of_one_rank_on_the_first_day(self) -> None:
        watch = Watch(None)
        watch.hear(article("a", at(1, 8)), quoted("open", "Barrot"))
        watch.hear(article("b", at(1, 9)), quoted("opposes", "Lecornu"))
        assert watch.held == ("open", day(1))


class TestSettlingIn:
    def test_leaks_do_not_update_what_is_inherited(self) -> None:
        watch = Watch("opposes", inherited=True)
        watch.hear(article("a", at(1)), said("supports", "insider"))
        assert watch.hear(article("b", at(2)), said("supports", "insider")) == []
        assert watch.reasons == ["anonymous_alone"]

    def test_a_young_baseline_is_as_good_as_heard(self) -> None:
        watch = Watch("opposes", on=day(1) - timedelta(days=45), inherited=True)
        assert watch.hear(article("a", at(1)), quoted("supports")) == ["confirmed opposes>supports"]

    def test_background_ends_it(self) -> None:
        watch = Watch("opposes", inherited=True)
        watch.hear(article("a", at(1)), said("opposes", act=Act.RESTATES))
        assert watch.hear(article("b", at(2)), quoted("supports")) == ["confirmed opposes>supports"]

    def test_what_was_heard_can_be_taken_back(self) -> None:
        watch = Watch("opposes", inherited=True)
        one = article("a", at(1))
        assert watch.hear(one, said("supports")) == ["heard opposes>supports"]
        assert watch.hear(article("b", at(1, 20), url=one.url), said("opposes")) == [
            "withdrawn opposes>supports"
        ]
        assert watch.held == ("opposes", day(-92))


def test_one_witness_is_enough_where_the_policy_says_so() -> None:
    watch = Watch("opposes", policy=Policy(witnesses=1, leaks=1))
    assert watch.hear(article("a", at(1)), said("supports", "ministry")) == [
        "confirmed opposes>supports"
    ]
    assert watch.hear(article("b", at(9)), said("opposes", "insider")) == [
        "possible supports>opposes"
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("witnesses", 0),
        ("quote_confidence", 1.5),
        ("window_days", -1),
        ("inherited_days", 100_000),
    ],
)
def test_a_number_that_makes_no_sense_is_refused(key: str, value: float) -> None:
    with pytest.raises(ValueError, match=key):
        Policy(**{key: value})  # type: ignore[arg-type]
