"""The linear model: its features name nobody, its verdicts can be shown term by term, its file fails loudly."""

import json
import math
from dataclasses import replace

import pytest

from bot.watching import compile_reader
from tests.unit.reading.material import TUESDAY, own_reader, shipped_reader
from watchers.errors import Misuse
from watchers.ledger.policy import Policy
from watchers.model import Article, Direction, Position
from watchers.reading.reader import HEADLINE_CONFIDENCE, Reader
from watchers.reading.text.document import fold
from watchers.reading.weighing.weigh import Weigher, confidence, judge, terms
from watchers.reading.words.inflect import stem
from watchers.watchlist import build_watchlist
from watchers.weights import MODEL_FILE, Weights, load_weights

NOTHING = Weights(
    features={}, bias=(-9.0, -9.0, -9.0), veto=0.3, fill=0.5, ruled=((0.0, 0.8),), filled=((0.0, 0.4),)
)  # fmt: skip
TEXT = "Poland will not send soldiers to Ukraine, Prime Minister Donald Tusk said."


def looked_at(text: str, weights: Weights, reader: Reader | None = None):
    pairs, statements, document = (reader or shipped_reader()).pairs(
        Article(
            id="a",
            url="https://paper.example/a",
            title="",
            text=text,
            published=TUESDAY,
            outlet="Paper",
        )
    )
    return judge(Weigher(weights).weigh(pairs), statements, weights, document), pairs


def sure(features: dict[str, tuple[float, float, float]]) -> Weights:
    return replace(NOTHING, features=features)


def test_a_model_that_believes_in_nothing_vetoes_what_the_rules_made():
    judged, _ = looked_at(TEXT, NOTHING)
    assert not judged.statements
    assert {(s.actor, s.position) for s in judged.vetoed} == {("poland", Position.OPPOSES)}


def test_a_believed_statement_is_kept_with_the_terms_that_spoke_for_it():
    judged, _ = looked_at(TEXT, sure({"r--": (12.0, 0.0, 0.0)}))
    (kept,) = [s for s in judged.statements if s.claim == "own-troops"]
    assert kept.position is Position.OPPOSES
    assert "model+12.00:r--" in kept.rules
    assert kept.confidence == 0.8


def test_where_the_rules_are_silent_a_likely_pair_is_filled_in_and_marked():
    silent = "Warsaw, Donald Tusk said, and soldiers for Ukraine: an unending story."
    judged, pairs = looked_at(silent, sure({"c-doer-bare": (0.0, 0.0, 20.0)}))
    assert pairs
    filled = [s for s in judged.statements if s.actor == "poland" and s.claim == "own-troops"]
    assert [s.rules[0] for s in filled] == ["filled-in"]
    assert filled[0].evidence == silent
    assert filled[0].position.direction is Direction.POSITIVE
    assert filled[0].confidence == 0.4


def test_what_is_filled_in_never_moves_a_holding_however_sure_the_model_is():
    weights = replace(sure({"c-doer-bare": (0.0, 0.0, 20.0)}), filled=((0.0, 0.95),))
    judged, _ = looked_at("Warsaw, Donald Tusk said, and soldiers for Ukraine: a story.", weights)
    filled = [s for s in judged.statements if s.rules[0] == "filled-in"]
    assert filled
    assert all(s.confidence < Policy().mover_confidence for s in filled)


@pytest.mark.parametrize(
    ("text", "is_filled"),
    [
        ("Ankara, and the cruise ship ban: a story.", True),
        (
            "Ankara, and the cruise ship ban: a story. Sweden's NATO bid took years. "
            "Sweden's NATO bid was a long one.",
            False,
        ),
    ],
)
def test_of_a_users_claims_only_what_an_article_is_mostly_on_is_filled_in(
    text: str, *, is_filled: bool
) -> None:
    weights = sure({"c-own-keyword": (0.0, 0.0, 20.0)})
    judged, _ = looked_at(text, weights, own_reader())
    assert any(s.claim == "harbour-ban" for s in judged.statements) == is_filled


def test_probabilities_are_a_softmax_of_the_sums():
    _, pairs = looked_at(TEXT, NOTHING)
    weights = replace(NOTHING, bias=(1.0, 0.0, -1.0))
    one = Weigher(weights).weigh(pairs[:1])[0]
    total = math.e + 1 + 1 / math.e + 1
    assert one.shares == pytest.approx((math.e / total, 1 / total, 1 / math.e / total))
    assert one.direction is Direction.NEGATIVE
    assert terms(one, Direction.NEGATIVE, weights) == (f"model={math.e / total:.2f}",)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.1, 0.5), (0.4, 0.5), (0.6, 0.7), (0.99, 0.9)], ids=str
)
def test_confidence_is_what_the_share_was_worth(share: float, expected: float):
    assert confidence(share, ((0.4, 0.5), (0.6, 0.7), (0.9, 0.9))) == expected


def test_no_feature_of_the_shipped_model_names_an_actor_or_a_claim():
    weights = load_weights()
    assert weights is not None
    reader = shipped_reader()
    world = reader.knowledge.world
    people = {part for a in world for p in a.people for part in fold(p.name).split()}
    names = {fold(n) for a in world for n in (a.name, *a.names, *a.adjectives)}
    #: Stems that a name shares with a plain word.
    plain = {"us", "and", "back", "mark", "deny", "grant", "lin"}
    hidden = {stem(name) for name in names | people if len(name) > 1} - plain
    words = {f.split("-", 1)[1] for f in weights.features if f.startswith(("w-", "cl-"))}
    named = words & hidden
    assert not named
    assert not [f for f in weights.features for claim in reader.claims if claim in f]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"features": {"asks": [1, 2]}}, "3 numbers"),
        ({"bias": None}, "NoneType"),
        ({"calibration": {}}, "ruled"),
    ],
    ids=["too few numbers", "no bias", "no calibration"],
)
def test_a_broken_model_file_is_named_with_its_cure(tmp_path, change, fault):
    path = tmp_path / "model.json"
    path.write_text(json.dumps({**json.loads(MODEL_FILE.read_text(encoding="utf-8")), **change}))
    with pytest.raises(Misuse, match=rf"{fault}.*volteface train"):
        load_weights(path)


def test_without_a_model_file_the_rules_stand_alone(tmp_path):
    assert load_weights(tmp_path / "model.json") is None


def test_a_headline_alone_is_read_by_the_rules() -> None:
    """The model knows headlines above a text only, and would veto most of them."""
    reader = compile_reader(build_watchlist())
    article = Article(
        id="1", url="https://paper.example/1", outlet="Paper", title="Norway open to sending troops to Ukraine, says Store",
        published=TUESDAY, text="",
    )  # fmt: skip
    (said,) = reader.read(article).statements
    assert (said.actor, said.claim, said.position) == ("norway", "own-troops", Position.OPEN)
    assert said.confidence == HEADLINE_CONFIDENCE
