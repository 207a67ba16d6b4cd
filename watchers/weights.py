"""The model file: what each masked feature weighs, the thresholds, and what a probability was worth.

Knows `seeds/model.json`, which `volteface train` writes; a fault names file, key and cure. What
the features are is the reader's (`watchers.reading.weighing.wide`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from watchers.claims import SEEDS
from watchers.errors import Misuse

MODEL_FILE = SEEDS / "model.json"
#: Numbers of a feature: how it speaks for a negative, a neutral and a positive position, against none.
_SIDES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A linear model over masked features."""

    features: Mapping[str, tuple[float, float, float]]
    bias: tuple[float, float, float]
    #: A rule's statement to which the model gives less is not made.
    veto: float
    #: A pair on which the rules are silent and to which the model gives this much is a statement, marked unsure.
    fill: float
    #: Steps (probability, share that was right) for what rules made and for what the model filled in.
    ruled: tuple[tuple[float, float], ...]
    filled: tuple[tuple[float, float], ...]


def load_weights(path: Path = MODEL_FILE) -> Weights | None:
    """The shipped model; `None` where there is none. Raises `Misuse` where the file is broken."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise Misuse(f"{path}: cannot be read: {error}; `volteface train` writes it") from error
    try:
        return Weights(
            features={str(name): _sides(row) for name, row in given["features"].items()},
            bias=_sides(given["bias"]),
            veto=float(given["veto"]),
            fill=float(given["fill"]),
            ruled=_steps(given["calibration"]["ruled"]),
            filled=_steps(given["calibration"]["filled"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Misuse(
            f"{path}: {type(error).__name__} {error}; let `volteface train` write it anew"
        ) from None


def _sides(row: Any) -> tuple[float, float, float]:
    if len(row) != _SIDES:
        raise ValueError(f"a feature has {_SIDES} numbers, not {len(row)}")
    return float(row[0]), float(row[1]), float(row[2])


def _steps(rows: Any) -> tuple[tuple[float, float], ...]:
    return tuple((float(low), float(right)) for low, right in rows)
