"""Fit a linear model of four outcomes (none, negative, neutral, positive) and tell what its probabilities are worth.

Knows numbers and names of features. Knows no article and no actor. Deterministic: no chance in it. numpy is
imported here alone, and only the command that fits a model imports this.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = Sequence[Sequence[str]]

#: none, negative, neutral, positive.
OUTCOMES = 4
#: Steps back and forth that the fit remembers, and takes at most.
_MEMORY, _STEPS_MAX = 8, 80
#: Readings in one step of the calibration, at least.
_STEP_READINGS = 20


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of `names`, one row each, against the outcome "none"."""

    names: tuple[str, ...]
    rows: Floats
    bias: Floats


def fit(rows: Rows, outcomes: Sequence[int], names: Iterable[str], *, ridge: float) -> Fitted:
    """The weights that explain the outcomes best; `ridge` is the cost of a weight's square."""
    known = tuple(sorted(names))
    where = {name: n for n, name in enumerate(known)}
    index = np.array([where[f] for row in rows for f in row if f in where], dtype=np.int64)
    sizes = np.array([sum(f in where for f in row) for row in rows], dtype=np.int64)
    owner = np.repeat(np.arange(len(rows)), sizes)
    truth = np.array(outcomes)
    count, width = len(known), len(known) * OUTCOMES

    def cost(v: Floats) -> tuple[float, Floats]:
        weights, bias = v[:width].reshape(count, OUTCOMES), v[width:]
        sums = np.stack(
            [np.bincount(owner, weights=weights[index, k], minlength=len(rows)) for k in range(OUTCOMES)], axis=1
        )  # fmt: skip
        sums += bias - (sums + bias).max(axis=1, keepdims=True)
        raised = np.exp(sums)
        shares = raised / raised.sum(axis=1, keepdims=True)
        picked = shares[np.arange(len(rows)), truth]
        total = -np.log(picked + 1e-12).sum() + 0.5 * ridge * (weights**2).sum()
        shares[np.arange(len(rows)), truth] -= 1
        slope = np.stack(
            [np.bincount(index, weights=shares[owner, k], minlength=count) for k in range(OUTCOMES)], axis=1
        )  # fmt: skip
        return float(total), np.concatenate([(slope + ridge * weights).ravel(), shares.sum(axis=0)])

    best = _descend(cost, np.zeros(width + OUTCOMES))
    weights, bias = best[:width].reshape(count, OUTCOMES), best[width:]
    return Fitted(known, weights[:, 1:] - weights[:, :1], bias[1:] - bias[0])


def _descend(cost: Callable[[Floats], tuple[float, Floats]], at: Floats) -> Floats:
    """Limited-memory BFGS with halved steps."""
    value, slope = cost(at)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS_MAX):
        way = _direction(slope, moves)
        fall = float(slope @ way)
        if fall >= 0:
            break
        length = 1.0
        while True:
            there, there_slope = cost(at + length * way)
            if there <= value + 1e-4 * length * fall or length < 1e-6:  # noqa: PLR2004
                break
            length /= 2
        move = length * way
        if move @ (there_slope - slope) > 1e-10:  # noqa: PLR2004
            moves = [*moves, (move, there_slope - slope)][-_MEMORY:]
        at = at + move
        if abs(value - there) < 1e-6 * abs(value):
            break
        value, slope = there, there_slope
    return at


def _direction(slope: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    way = slope.copy()
    kept = []
    for move, turn in reversed(moves):
        part = (move @ way) / (turn @ move)
        kept.append(part)
        way -= part * turn
    if moves:
        move, turn = moves[-1]
        way *= (move @ turn) / (turn @ turn)
    else:
        way /= max(1.0, float(np.linalg.norm(way)))
    for (move, turn), part in zip(moves, reversed(kept), strict=True):
        way += move * (part - (turn @ way) / (turn @ move))
    return -way


def calibrate(readings: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Steps (lowest probability, share that was right), rising; each of some twenty readings at least."""
    ordered = sorted(readings)
    steps: list[list[float]] = []  # lowest, right, all
    for share, right in ordered:
        if steps and (steps[-1][2] < _STEP_READINGS or steps[-1][0] == share):
            steps[-1][1] += right
            steps[-1][2] += 1
        else:
            steps.append([share, float(right), 1.0])
    if len(steps) > 1 and steps[-1][2] < _STEP_READINGS:
        low = steps.pop()
        steps[-1][1] += low[1]
        steps[-1][2] += low[2]
    merged: list[list[float]] = []
    for step in steps:
        merged.append(step)
        while len(merged) > 1 and _worth(merged[-2]) >= _worth(merged[-1]):
            top = merged.pop()
            merged[-1] = [merged[-1][0], merged[-1][1] + top[1], merged[-1][2] + top[2]]
    return [(round(low, 3), round(_worth([low, right, total]), 3)) for low, right, total in merged]


def _worth(step: Sequence[float]) -> float:
    """The share that was right, drawn a little to the middle where few were seen."""
    return (step[1] + 1) / (step[2] + 2)
