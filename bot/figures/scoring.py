"""Score readings against labels as the corpus guide has it. Knows directions and sets; not how reading works.

A statement counts by actor, claim and direction. What a label implies of another claim is neither right nor
wrong when it is read. `past` and `secondhand` are sets of their own.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from watchers.model import Article, Direction, Position, Via, When

Key = tuple[str, str, Direction]

#: What a label says about another claim of the same actor.
IMPLIED: Mapping[tuple[str, Direction], tuple[str, Direction]] = {
    ("own-troops", Direction.POSITIVE): ("western-force", Direction.POSITIVE),
    ("article-5-guarantee", Direction.POSITIVE): ("security-guarantees", Direction.POSITIVE),
    ("us-backstop", Direction.POSITIVE): ("western-force", Direction.POSITIVE),
    ("western-force", Direction.NEGATIVE): ("us-troops", Direction.NEGATIVE),
}


class Scored(Protocol):
    """What labels and readings have in common."""

    @property
    def actor(self) -> str: ...
    @property
    def claim(self) -> str: ...
    @property
    def position(self) -> Position: ...
    @property
    def speaker(self) -> str: ...
    @property
    def when(self) -> When: ...
    @property
    def via(self) -> Via: ...
    @property
    def evidence(self) -> str: ...


@dataclass(slots=True)
class Tally:
    """Counts of one claim or of all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    implied: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(slots=True)
class Score:
    """Everything that is counted over a set of articles."""

    articles: int = 0
    total: Tally = field(default_factory=Tally)
    claims: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    #: Of the right: how many have the label's exact position, speaker, via, and evidence to the letter.
    quality: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[Position, bool]] = field(default_factory=Counter)
    aside: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    #: Labels against an actor's usual direction, and readings with the wrong direction on a labelled pair.
    surprises: Tally = field(default_factory=Tally)
    false_directions: int = 0


def key(statement: Scored) -> Key:
    return statement.actor, statement.claim, statement.position.direction


def kind(statement: Scored) -> str:
    """`now`, `past` or `secondhand`: which of the three sets a statement belongs to."""
    return "secondhand" if statement.via is Via.SECONDHAND else str(statement.when)


def implied_by(gold: Iterable[Key]) -> set[Key]:
    """What the labels of now say of claims that they do not name: neither right nor wrong where it is read."""
    gold = set(gold)
    spoken_of = {(actor, claim) for actor, claim, _ in gold}
    return {
        (actor, *IMPLIED[claim, direction])
        for actor, claim, direction in gold
        if (claim, direction) in IMPLIED and (actor, IMPLIED[claim, direction][0]) not in spoken_of
    }


def usual_directions(labels: Iterable[Sequence[Scored]]) -> dict[tuple[str, str], Direction]:
    """The direction that an actor's labels on a claim take most often."""
    seen: defaultdict[tuple[str, str], Counter[Direction]] = defaultdict(Counter)
    for statements in labels:
        for actor, claim, direction in _of_kind(statements, "now"):
            seen[actor, claim][direction] += 1
    return {pair: counts.most_common(1)[0][0] for pair, counts in seen.items()}


def add(
    score: Score, article: Article, labels: Sequence[Scored], read: Sequence[Scored],
    usual: Mapping[tuple[str, str], Direction] | None = None,
) -> None:  # fmt: skip
    """Count one article."""
    score.articles += 1
    gold, found = _of_kind(labels, "now"), _of_kind(read, "now")
    _count_found(score, article, gold, found)
    _count_missed(score, gold, found, usual or {})
    for name in ("past", "secondhand"):
        want, got = _of_kind(labels, name).keys(), _of_kind(read, name).keys()
        tally = score.aside[name]
        tally.right += len(want & got)
        tally.wrong += len(got - want)
        tally.missed += len(want - got)


def last_line(score: Score) -> str:
    """The line with which an evaluation ends."""
    t = score.total
    return (
        f"articles {score.articles}  P {t.precision:.3f} R {t.recall:.3f} F1 {t.f1:.3f}  "
        f"right {t.right} wrong {t.wrong} missed {t.missed} implied {t.implied}"
    )


def _of_kind(statements: Iterable[Scored], wanted: str) -> dict[Key, Scored]:
    return {key(s): s for s in statements if kind(s) == wanted}


def _count_found(
    score: Score, article: Article, gold: Mapping[Key, Scored], found: Mapping[Key, Scored]
) -> None:
    spoken_of = {(actor, claim) for actor, claim, _ in gold}
    allowed = implied_by(gold)
    for k, statement in found.items():
        outcome = "right" if k in gold else "implied" if k in allowed else "wrong"
        for tally in (score.total, score.claims[k[1]]):
            setattr(tally, outcome, getattr(tally, outcome) + 1)
        score.false_directions += outcome == "wrong" and k[:2] in spoken_of
        if outcome == "right":
            _count_quality(score.quality, article, statement, gold[k])


def _count_quality(
    quality: Counter[str], article: Article, statement: Scored, label: Scored
) -> None:
    quality["position"] += statement.position is label.position
    quality["speaker"] += _surname(statement.speaker) == _surname(label.speaker)
    quality["via"] += statement.via is label.via
    quality["evidence"] += statement.evidence in article.text or statement.evidence in article.title


def _count_missed(
    score: Score, gold: Mapping[Key, Scored], found: Mapping[Key, Scored],
    usual: Mapping[tuple[str, str], Direction],
) -> None:  # fmt: skip
    for k, label in gold.items():
        hit = k in found
        score.found[label.position, hit] += 1
        if usual.get(k[:2], k[2]) != k[2]:
            score.surprises.right += hit
            score.surprises.missed += not hit
        if not hit:
            score.total.missed += 1
            score.claims[k[1]].missed += 1


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _surname(name: str) -> str:
    """A speaker's last word, without accents, case or the spellings of one Slavic ending."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    last = (re.findall(r"[a-z]+", plain) or [""])[-1]
    return re.sub(r"(skiy|skyy|skyj|skij|skyi|ski|sky)$", "sky", last).replace("sergei", "sergey")
