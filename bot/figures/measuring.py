"""Count a reader's errors by kind against labelled articles: what the simulation is fed with.

Knows labels and predictions as sets; prints no text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.figures.scoring import implied_by, key, kind
from watchers.article_files import Label, LabelledArticle
from watchers.model import Statement, Via, When

#: Confidences are counted in steps of this.
STEP = 0.05


@dataclass(slots=True, kw_only=True)
class Errors:
    """Statements of now that were read, by what they are according to the labels."""

    kinds: Counter[str] = field(default_factory=Counter)
    #: Confidences of the right and of the wrong ones, by the lower end of their step.
    right: Counter[float] = field(default_factory=Counter)
    wrong: Counter[float] = field(default_factory=Counter)

    def add(self, labelled: LabelledArticle, read: Sequence[Statement]) -> None:
        labels = labelled.labels
        implied = implied_by(key(label) for label in labels if kind(label) == "now")
        now = [one for one in read if kind(one) == "now" and key(one) not in implied]
        for one in now:
            outcome = kind_of(one, labels)
            self.kinds[outcome] += 1
            bucket = round(int(min(one.confidence, 0.999) / STEP) * STEP, 2)
            (self.right if outcome in ("right", "degree") else self.wrong)[bucket] += 1
        told = {(one.actor, one.claim) for one in now}
        for label in labels:
            if kind(label) == "now":
                self.kinds["labelled"] += 1
                self.kinds["missed"] += (label.actor, label.claim) not in told

    def rates(self) -> dict[str, float]:
        """Each kind's share of the statements that were read; `missed` of those that are there."""
        read = sum(self.kinds[kind] for kind in ("right", "degree", *WRONG))
        rates = {kind: self.kinds[kind] / max(1, read) for kind in ("degree", *WRONG)}
        rates["missed"] = self.kinds["missed"] / max(1, self.kinds["labelled"])
        return {kind: round(rate, 4) for kind, rate in rates.items()}


#: Kinds of error that can make a wrong alert.
WRONG = ("direction", "claim", "holder", "past", "secondhand", "invented")


def kind_of(one: Statement, labels: Iterable[Label]) -> str:
    """What a statement that was read as of now is."""
    labels = list(labels)
    same = [label for label in labels if (label.actor, label.claim) == (one.actor, one.claim)]
    now = [label for label in same if label.when is When.NOW and label.via is not Via.SECONDHAND]
    if now:
        if any(label.position is one.position for label in now):
            return "right"
        agree = any(label.position.direction is one.position.direction for label in now)
        return "degree" if agree else "direction"
    if same:
        return "secondhand" if any(label.via is Via.SECONDHAND for label in same) else "past"
    if any(label.actor == one.actor for label in labels):
        return "claim"
    return "holder" if any(label.claim == one.claim for label in labels) else "invented"
