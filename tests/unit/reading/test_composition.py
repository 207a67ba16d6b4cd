import pytest

from watchers.cues import CueClass, Frame
from watchers.model import Act, Position
from watchers.reading.composition import Group, compose

C, F, P = CueClass, Frame, Position


def cue(name: CueClass, *modals: str, frame: Frame = F.VERB, negated: bool = False) -> Group:
    return Group(name, frame, modals, negated)


def act(*modals: str, negated: bool = False) -> Group:
    return Group(None, None, modals, negated)


@pytest.mark.parametrize(
    ("groups", "position"),
    [
        pytest.param([cue(C.COMMIT)], P.SUPPORTS, id="pledges to send"),
        pytest.param([cue(C.COMMIT, negated=True)], P.OPPOSES, id="has not agreed to send"),
        pytest.param([cue(C.COMMIT, "may")], P.OPEN, id="could agree to send"),
        pytest.param([cue(C.COMMIT, "may", negated=True)], P.OPPOSES, id="cannot agree to send"),
        pytest.param([cue(C.ENDORSE, negated=True)], P.RELUCTANT, id="does not back it"),
        pytest.param([cue(C.CONSIDER)], P.OPEN, id="weighs it"),
        pytest.param([cue(C.REJECT)], P.OPPOSES, id="rules out sending"),
        pytest.param([cue(C.REJECT, negated=True)], P.OPEN, id="does not rule out sending"),
        pytest.param([cue(C.REFUSE), cue(C.REJECT)], P.OPEN, id="refused to rule out"),
        pytest.param([cue(C.REFUSE)], P.OPPOSES, id="refused to send"),
        pytest.param([cue(C.REFUSE), cue(C.ENDORSE)], P.RELUCTANT, id="declined to endorse"),
        pytest.param([cue(C.FAIL), cue(C.ENDORSE)], P.RELUCTANT, id="failed to endorse"),
        pytest.param(
            [cue(C.STOP_SHORT), cue(C.ENDORSE)], P.UNDECIDED, id="stopped short of backing"
        ),
        pytest.param([cue(C.DEFER, frame=F.ABOUT)], P.UNDECIDED, id="too early to talk about it"),
        pytest.param([cue(C.COMMIT), act(negated=True)], P.OPPOSES, id="decided not to send"),
        pytest.param(
            [cue(C.REJECT, frame=F.ABOUT), act(negated=True)], P.SUPPORTS, id="madness not to send"
        ),
        pytest.param(
            [cue(C.COMMIT, negated=True), act(negated=True)],
            P.SUPPORTS,
            id="will not be left without",
        ),
        pytest.param([cue(C.REJECT), cue(C.DOUBT)], P.SUPPORTS, id="rejects the criticism"),
        pytest.param([cue(C.DOUBT), cue(C.COMMIT)], P.RELUCTANT, id="doubts that it can agree"),
        pytest.param([act("will")], P.SUPPORTS, id="will send"),
        pytest.param([act("will", negated=True)], P.OPPOSES, id="will not send"),
        pytest.param([act("may")], P.OPEN, id="could send"),
        pytest.param([act("must", negated=True)], P.OPPOSES, id="must not send"),
        pytest.param(
            [cue(C.NOT_EXCLUDED, frame=F.ABOUT, negated=True)], P.OPPOSES, id="not possible"
        ),
        pytest.param(
            [cue(C.COMMIT, frame=F.ABOUT, negated=True)], P.UNDECIDED, id="nothing is settled"
        ),
    ],
)
def test_position(groups: list[Group], position: Position) -> None:
    composed = compose(groups)
    assert composed is not None
    assert composed.position is position


def test_what_is_denied_leaves_reluctance_and_says_so() -> None:
    composed = compose([cue(C.DENY), cue(C.COMMIT)])
    assert composed is not None
    assert (composed.position, composed.act) == (P.RELUCTANT, Act.DENIES)


def test_a_demand_is_marked() -> None:
    composed = compose([act("must")])
    assert composed is not None
    assert composed.demand


@pytest.mark.parametrize(
    "groups",
    [
        pytest.param([act()], id="the bare matter"),
        pytest.param([cue(C.TRANSPARENT)], id="repeats, and nothing more"),
        pytest.param([cue(C.REJECT, frame=F.ABOUT_VERB, negated=True)], id="would not lead to war"),
    ],
)
def test_no_position(groups: list[Group]) -> None:
    assert compose(groups) is None
