"""The gate: the shipped reader over the labelled corpus, with a floor for each set and each claim.

Lowering a floor is a commit of its own that says why. Two sets (`sealed = true`) are never read while rules are
written: this test, too, tells of them no more than counts.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.commands.evaluate import last_line, score_with
from bot.figures.scoring import Score, Tally
from watchers.reading.reader import Reader
from watchers.reading_worker import compile_reader
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
FLOORS: dict[str, dict[str, Any]] = tomllib.loads(
    (HERE / "floors.toml").read_text(encoding="utf-8")
)
#: Labels that a claim must have in a set for a floor of its own to mean something.
LABELS_MIN = 12


def _domain(name: str) -> Path:
    return CORPUS / f"{name}.domain.json"


@cache
def reader(domain: str) -> Reader:
    if not domain:
        return compile_reader(build_watchlist())
    given = json.loads(_domain(domain).read_text(encoding="utf-8"))
    return compile_reader(
        build_watchlist(
            seeds=False,
            claims={
                name: OwnClaim(proposition=c["proposition"], keywords=tuple(c["keywords"]))
                for name, c in given["claims"].items()
            },
            actors={
                name: OwnActor(name=a["name"], aliases=tuple(a["aliases"]))
                for name, a in given["actors"].items()
            },
        )
    )


@cache
def score(name: str) -> Score:
    return score_with(reader(name if _domain(name).exists() else ""), [CORPUS / f"{name}.jsonl"])


@pytest.mark.parametrize("name", FLOORS)
def test_a_set_stays_above_its_floors(name: str) -> None:
    found, floors = score(name).total, FLOORS[name]
    assert found.precision >= floors["precision"], last_line(score(name))
    assert found.recall >= floors["recall"], last_line(score(name))


CLAIMS = [(name, claim) for name, floors in FLOORS.items() for claim in floors.get("claims", {})]


@pytest.mark.parametrize(("name", "claim"), CLAIMS, ids=[f"{n}: {c}" for n, c in CLAIMS])
def test_a_claim_stays_above_its_floors(name: str, claim: str) -> None:
    found: Tally = score(name).claims[claim]
    precision, recall = FLOORS[name]["claims"][claim]
    assert (found.precision >= precision, found.recall >= recall) == (True, True), found


@pytest.mark.parametrize("name", FLOORS)
def test_evidence_is_always_to_the_letter(name: str) -> None:
    assert score(name).quality["evidence"] == score(name).total.right
