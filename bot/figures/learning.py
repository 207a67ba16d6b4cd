"""Fit a linear model of four outcomes (none, negative, neutral, positive) and tell what its probabilities are worth.

Knows numbers and names of features. Knows no article and no actor. Deterministic: no chance in it. numpy and scipy
are imported here alone, and only the command that fits a model imports this.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Rows = Sequence[Sequence[str]]

#: none, negative, neutral, positive.
OUTCOMES = 4
#: Steps that a fit takes at most.
_STEPS_MAX = 150
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
    held = _matrix(rows, {name: n for n, name in enumerate(known)})
    truth, each = np.array(outcomes), np.arange(len(rows))
    count = len(known)

    def cost(v: Floats) -> tuple[float, Floats]:
        weights, bias = v[:-OUTCOMES].reshape(count, OUTCOMES), v[-OUTCOMES:]
        sums = held @ weights + bias
        raised = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares = raised / raised.sum(axis=1, keepdims=True)
        total = -np.log(shares[each, truth] + 1e-12).sum() + 0.5 * ridge * (weights**2).sum()
        shares[each, truth] -= 1
        slope = held.T @ shares + ridge * weights
        return float(total), np.concatenate([slope.ravel(), shares.sum(axis=0)])

    start = np.zeros((count + 1) * OUTCOMES)
    best = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS_MAX}).x
    weights, bias = best[:-OUTCOMES].reshape(count, OUTCOMES), best[-OUTCOMES:]
    return Fitted(known, weights[:, 1:] - weights[:, :1], bias[1:] - bias[0])


def _matrix(rows: Rows, column: dict[str, int]) -> csr_matrix:
    """One row for each reading, with a one where it has a feature."""
    places = [sorted({column[f] for f in row if f in column}) for row in rows]
    ends = np.cumsum([0, *map(len, places)])
    inside = np.array([k for row in places for k in row], dtype=np.int64)
    return csr_matrix((np.ones(len(inside)), inside, ends), shape=(len(rows), len(column)))


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
