"""`volteface train`: fit the model file from labelled articles, judged by leaving one set out.

Knows files and sets; the arithmetic is in `bot.figures.learning`, the features in `watchers.reading.weighing.wide`.
A file X.jsonl beside which X.domain.json stands is read with that file's claims and actors alone.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from bot.figures.learning import Fitted, calibrate, fit
from bot.figures.scoring import IMPLIED
from bot.watching import compile_reader
from watchers.article_files import load_articles
from watchers.errors import Misuse
from watchers.model import Article, Direction, Statement, Via, When
from watchers.reading.reader import Reader
from watchers.reading.text.document import Document
from watchers.reading.weighing.weigh import Judged, Weigher, judge
from watchers.reading.weighing.wide import Pair
from watchers.watchlist import OwnActor, OwnClaim, build_watchlist
from watchers.weights import Weights

#: Cost of a weight's square: found by cross-validation, 15 to 50 differ little.
RIDGE = 40.0
#: A feature is kept where so many articles of so many sets have it.
ARTICLES_MIN, SETS_MIN = 6, 3
#: Weights that change a sum by less than this are left out of the file.
WEIGHT_MIN = 0.03
#: Sentences of an article. A set of shorter ones is one of single sentences: left out by halves, and no sample of news
#: to calibrate on.
SENTENCES_MIN = 4
#: A rule's statement is kept from here on; a pair on which the rules are silent is filled in from here on. Set by hand
#: from the curves: a fill of 0.3 finds more (four points of recall for five of precision), and of what it finds below
#: 0.49 one in three is right. The sets kept aside were looked at by counts, so that their figures flatter this choice.
VETO, FILL = 0.4, 0.49
#: How the name of a set ends that is kept aside: judged and calibrated on, never fitted and never read.
KEPT = "-kept.jsonl"
#: Times that a model is fitted without some of the sets, at most: each takes seconds.
FOLDS_MAX = 8
#: Thresholds for which the command prints precision and recall.
_VETOES, _FILLS = (0.0, 0.2, 0.3, 0.4, 0.5), (0.3, 0.4, 0.5, 0.6, 1.1)

Key = tuple[str, str]
_EMPTY = Weights(features={}, bias=(0.0, 0.0, 0.0), veto=0.0, fill=1.1, ruled=(), filled=())


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled article with its pairs and the rules' statements."""

    article: Article
    pairs: list[Pair]
    statements: tuple[Statement, ...]
    document: Document
    gold: Mapping[Key, tuple[Direction, str]]
    implied: frozenset[Key]


def examples_of(path: Path) -> list[Example]:
    """The examples of a labelled file."""
    reader = _reader_for(path)
    made = []
    for item in load_articles(path):
        gold = {
            (s.actor, s.claim): (s.position.direction, s.evidence.strip())
            for s in item.labels
            if s.when is When.NOW and s.via is not Via.SECONDHAND
        }
        implied = {
            (actor, IMPLIED[claim, direction][0])
            for (actor, claim), (direction, _) in gold.items()
            if (claim, direction) in IMPLIED
        }
        pairs, statements, document = reader.pairs(item.article)
        made.append(
            Example(
                item.article, pairs, statements, document, gold, frozenset(implied - gold.keys())
            )
        )
    return made


def _reader_for(path: Path) -> Reader:
    domain = path.with_name(f"{path.name.removesuffix('.jsonl')}.domain.json")
    if not domain.exists():
        return compile_reader(build_watchlist())
    given = json.loads(domain.read_text(encoding="utf-8"))
    return compile_reader(
        build_watchlist(
            seeds=False,
            claims={
                name: OwnClaim(
                    proposition=c["proposition"], keywords=tuple(c["keywords"]), exclude=tuple(c.get("exclude", ()))
                )
                for name, c in given["claims"].items()
            },
            actors={
                name: OwnActor(name=a["name"], aliases=tuple(a["aliases"]), leaders=tuple(a.get("leaders", ())))
                for name, a in given["actors"].items()
            },
        )
    )  # fmt: skip


# -- fitting ------------------------------------------------------------------------------------------


def outcome_of(example: Example, pair: Pair) -> int | None:
    """What a pair should come out as; `None` where its sentence is not the one that the label names."""
    key = pair.actor, pair.claim
    if key in example.gold:
        direction, evidence = example.gold[key]
        sentence = pair.trace.sentence
        said = example.document.original(sentence.start, sentence.end).strip()
        return direction + 2 if said == evidence else None
    return None if key in example.implied else 0


def vocabulary(sets: Mapping[str, Sequence[Example]]) -> list[str]:
    """The features that enough articles and sets have."""
    articles: Counter[str] = Counter()
    seen_in: defaultdict[str, set[str]] = defaultdict(set)
    for name, examples in sets.items():
        for example in examples:
            found = {f for pair in example.pairs for group in pair.features for f in group}
            articles.update(found)
            for feature in found:
                seen_in[feature].add(name)
    return [
        f for f, count in articles.items() if count >= ARTICLES_MIN and len(seen_in[f]) >= SETS_MIN
    ]


def fitted(sets: Mapping[str, Sequence[Example]]) -> Weights:
    """A model of these sets, without thresholds."""
    rows, outcomes = [], []
    for examples in sets.values():
        for example in examples:
            for pair in example.pairs:
                outcome = outcome_of(example, pair)
                if outcome is not None:
                    rows.append([f for group in pair.features for f in group])
                    outcomes.append(outcome)
    return _as_weights(fit(rows, outcomes, vocabulary(sets), ridge=RIDGE))


def _as_weights(made: Fitted) -> Weights:
    rows = [tuple(round(float(x), 2) for x in row) for row in made.rows]
    return replace(
        _EMPTY,
        features={
            name: (row[0], row[1], row[2])
            for name, row in zip(made.names, rows, strict=True)
            if max(abs(x) for x in row) >= WEIGHT_MIN
        },
        bias=(round(float(made.bias[0]), 2), round(float(made.bias[1]), 2), round(float(made.bias[2]), 2)),
    )  # fmt: skip


# -- judging -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Count:
    """Right, wrong and missed statements of now."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, example: Example, statements: Iterable[Statement]) -> None:
        said = {(s.actor, s.claim): s.position.direction for s in statements if _is_now(s)}
        for key, direction in said.items():
            if key in example.gold and example.gold[key][0] == direction:
                self.right += 1
            elif key not in example.implied:
                self.wrong += 1
        self.missed += sum(said.get(k) != d for k, (d, _) in example.gold.items())

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return f"P {precision:.3f} R {recall:.3f}"


def _is_now(s: Statement) -> bool:
    return s.when is When.NOW and s.via is not Via.SECONDHAND


def judged(example: Example, weights: Weights) -> Judged:
    weighed = Weigher(weights).weigh(example.pairs)
    return judge(weighed, example.statements, weights, example.document)


def counted(examples: Iterable[Example], weights: Weights | None) -> Count:
    """What a model makes of examples; `None`: what the rules make of them alone."""
    count = Count()
    for example in examples:
        count.add(
            example, example.statements if weights is None else judged(example, weights).statements
        )
    return count


def curve(held_out: Sequence[tuple[Example, Weights]]) -> Iterable[str]:
    """Precision and recall for every pair of thresholds, on examples which their model has not seen."""
    weighed = [(e, Weigher(weights).weigh(e.pairs), weights) for e, weights in held_out]
    for veto in _VETOES if weighed else ():
        row = []
        for fill in _FILLS:
            count = Count()
            for example, pairs, weights in weighed:
                limits = replace(weights, veto=veto, fill=fill)
                judgement = judge(pairs, example.statements, limits, example.document)
                count.add(example, judgement.statements)
            row.append(f"fill {fill}: {count}")
        yield f"veto {veto}  " + "  ".join(row)


def calibrated(held_out: Iterable[tuple[Example, Weights]], weights: Weights) -> Weights:
    """The model with what its probabilities were worth on examples which it had not seen."""
    found: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for example, model in held_out:
        limits = replace(model, veto=weights.veto, fill=weights.fill)
        for s in judged(example, limits).statements:
            key = s.actor, s.claim
            if not _is_now(s) or (key in example.implied):
                continue
            right = key in example.gold and example.gold[key][0] == s.position.direction
            found["filled-in" not in s.rules].append((s.confidence, right))
    return replace(
        weights, ruled=tuple(calibrate(found[True])), filled=tuple(calibrate(found[False]))
    )


# -- the command ----------------------------------------------------------------------------------------


def train(labelled: Sequence[Path], aside: Sequence[Path], out: Path) -> None:
    """Fit, calibrate, write and tell."""
    files = [file for path in labelled for file in _files(path)]
    _check(files, aside)
    judging = [*aside, *(file for file in files if file.name.endswith(KEPT) and file not in aside)]
    training = [file for file in files if file not in judging]
    sets = {path.name.removesuffix(".jsonl"): examples_of(path) for path in training}
    unseen: list[tuple[Example, Weights]] = []
    folds = _folds(sets)
    for number, left_out in enumerate(folds, 1):
        print(f"fitting without part {number} of {len(folds)}: {len(left_out)} articles")
        rest = {
            name: [e for e in examples if e.article.id not in left_out]
            for name, examples in sets.items()
        }
        model = fitted(rest)
        unseen += [(e, model) for examples in sets.values() for e in examples if e.article.id in left_out]  # fmt: skip
    whole = fitted(sets)
    kept = {path.name.removesuffix(".jsonl"): examples_of(path) for path in judging}
    judged_on = [(example, whole) for examples in kept.values() for example in examples]
    sentences = {e.article.id for s in sets.values() if _holds_sentences(s) for e in s}
    news = [(e, model) for e, model in unseen if e.article.id not in sentences]
    whole = calibrated([*news, *judged_on], replace(whole, veto=VETO, fill=FILL))
    _report(sets, kept, unseen, whole)
    for name, held_out in (("unseen", news), ("aside", judged_on)):
        for line in curve(held_out):
            print(f"{name:8} {line}")
    out.write_text(_as_json(whole, [*training, *judging], list(sets)), encoding="utf-8")
    print(f"{out}: {len(whole.features)} features, veto below {VETO}, fill in from {FILL}")


def _folds(sets: Mapping[str, Sequence[Example]]) -> list[set[str]]:
    """Ids of the articles to leave out together: whole sets, and half of one that has no other of its kind."""
    groups: list[set[str]] = []
    for examples in sets.values():
        ids = [e.article.id for e in examples]
        middle = len(ids) // 2 if _holds_sentences(examples) else 0
        groups += [part for part in (set(ids[:middle]), set(ids[middle:])) if part]
    folds: list[set[str]] = [set() for _ in range(min(FOLDS_MAX, len(groups)))]
    for group in sorted(groups, key=len, reverse=True):
        min(folds, key=len).update(group)
    return folds


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def _check(files: Sequence[Path], aside: Sequence[Path]) -> None:
    """Say what is no file before the minutes that the fit takes."""
    for path in aside:
        if path.is_dir():
            raise Misuse(
                f"--aside {path}: is a folder; name its files, or give it as LABELLED, of which those named *{KEPT} are set aside"
            )
    for path in (*files, *aside):
        if not path.is_file():
            raise Misuse(f"{path}: there is no such file")


def _holds_sentences(examples: Sequence[Example]) -> bool:
    return median(len(e.document.sentences) for e in examples) < SENTENCES_MIN


def _report(
    sets: Mapping[str, Sequence[Example]], kept: Mapping[str, Sequence[Example]], unseen: list[tuple[Example, Weights]],
    whole: Weights,
) -> None:  # fmt: skip
    models = {example.article.id: model for example, model in unseen}
    for name, examples in {**sets, **kept}.items():
        count = Count()
        for example in examples:
            model = models.get(example.article.id, whole)
            limits = replace(model, veto=whole.veto, fill=whole.fill)
            count.add(example, judged(example, limits).statements)
        print(
            f"{name:24} rules {counted(examples, None)}   with a model that did not see it {count}"
        )
    for name, steps in (("rules", whole.ruled), ("filled in", whole.filled)):
        print(f"{name}: " + "  ".join(f"from {low:.2f} right {right:.2f}" for low, right in steps))


def _as_json(weights: Weights, paths: Iterable[Path], sets: list[str]) -> str:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    head: dict[str, Any] = {
        "about": "Written by `volteface train`. Each feature: for a negative, a neutral, a positive position, against none.",
        "sets": sets,
        "corpus_sha256": digest,
        "veto": weights.veto,
        "fill": weights.fill,
        "calibration": {"ruled": weights.ruled, "filled": weights.filled},
        "bias": weights.bias,
    }
    lines = [f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}," for k, v in head.items()]
    rows = [
        f"    {json.dumps(name, ensure_ascii=False)}: {list(row)}"
        for name, row in sorted(weights.features.items())
    ]
    return "\n".join(["{", *lines, '  "features": {', ",\n".join(rows), "  }", "}", ""])
