"""Fitting and calibrating on toy data whose answer is known."""

import pytest

pytest.importorskip("scipy")

from bot.commands.train import train
from bot.figures.learning import calibrate, fit
from watchers.errors import Misuse

ROWS = [["no"], ["no"], ["yes"], ["yes"], ["other"], ["other"]] * 5
OUTCOMES = [1, 1, 3, 3, 0, 0] * 5


def test_the_fit_finds_which_feature_means_what():
    made = fit(ROWS, OUTCOMES, ["no", "yes", "other"], ridge=0.1)
    weights = dict(zip(made.names, made.rows, strict=True))
    assert weights["no"][0] > 1 > weights["no"][2]
    assert weights["yes"][2] > 1 > weights["yes"][0]
    assert max(weights["other"]) < 0


def test_the_fit_is_the_same_every_time():
    one, other = (fit(ROWS, OUTCOMES, ["no", "yes", "other"], ridge=1.0) for _ in range(2))
    assert (one.rows == other.rows).all()


def test_steps_rise_and_hold_enough_readings():
    readings = [(n / 100, n % 10 < n // 10) for n in range(100)]
    steps = calibrate(readings)
    assert [low for low, _ in steps] == sorted(low for low, _ in steps)
    assert [right for _, right in steps] == sorted(right for _, right in steps)
    assert len(steps) <= len(readings) / 20
    assert steps[0][1] < 0.3
    assert steps[-1][1] > 0.7


def test_a_worse_step_above_a_better_one_is_joined_with_it():
    readings = [(0.2, True)] * 20 + [(0.8, False)] * 20
    assert calibrate(readings) == [(0.2, 0.5)]


def test_what_is_no_file_is_named_before_the_fit(tmp_path):
    out = tmp_path / "model.json"
    with pytest.raises(Misuse, match="is a folder; name its files, or give it as LABELLED"):
        train([], [tmp_path], out)
    with pytest.raises(Misuse, match=r"none\.jsonl: there is no such file"):
        train([tmp_path / "none.jsonl"], [], out)
    assert not out.exists()
