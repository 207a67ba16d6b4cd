"""The cues of a sentence as evidence: each with its negation and modals, its subject, and the claims beside it.

Knows clauses and what cues amount to. Knows no pair of actor and claim, and no weights.
"""

from dataclasses import dataclass
from functools import lru_cache

from watchers.model import Position
from watchers.reading.clauses.clauses import Clauses
from watchers.reading.composition import Group, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice
from watchers.reading.words.vocabulary import Mark

SIGN = {
    Position.OPPOSES: "--", Position.RELUCTANT: "-", Position.UNDECIDED: "0", Position.OPEN: "+", Position.SUPPORTS: "++",
}  # fmt: skip
#: Tokens between a subject and its cue.
_SUBJECT_REACH = 12
#: Cues of which the features are remembered.
_REMEMBERED = 5_000


@dataclass(slots=True)
class SeenCue:
    """A cue with what it says, of whom, and beside which claims."""

    mark: Mark
    position: Position
    label: str
    subject: Voice | None
    #: The claims whose words stand nearest; empty where the sentence names none.
    claims: frozenset[str]


def whose(subject: Voice | None, actor: str) -> str:
    """The subject of a cue, as seen from the actor."""
    if subject is None:
        return "none"
    if actor in subject.actors:
        return "me"
    if subject.actors:
        return "other"
    return "we" if subject.word in ("we", "i") else "unknown"


def cues_of(trace: Trace, clauses: Clauses) -> list[SeenCue]:
    """The sentence's cues, each with its own negation and modals and its nearest subject."""
    agents = [v for v in trace.voices if v.role in ("agent", "owner")]
    made = []
    for mark in clauses.cues:
        modals, negated, _ = clauses.before(max(0, mark.i - 8), mark.i, mark)
        cue = mark.value
        composed = compose([Group(cue.cue_class, cue.frame, modals, negated, cue.negative)])
        if composed is None:
            continue
        subject = None
        for voice in agents:
            if voice.j <= mark.i and mark.i - voice.j <= _SUBJECT_REACH:
                subject = voice
        label = f"{cue.cue_class}{'-not' if negated else ''}{'-may' if 'may' in modals else ''}"
        made.append(
            SeenCue(mark, composed.position, label, subject, _nearest_claims(trace.mentions, mark))
        )
    return made


def _nearest_claims(mentions: list[Mention], mark: Mark) -> frozenset[str]:
    """The claims whose words stand nearest to a cue."""
    gaps = [(max(m.i - mark.j, mark.i - m.j, 0), m.claim) for m in mentions]
    least = min((gap for gap, _ in gaps), default=0)
    return frozenset(claim for gap, claim in gaps if gap <= least + 1)


@lru_cache(maxsize=_REMEMBERED)
def cue_features(position: Position, label: str, who: str, zone: str, aim: str) -> tuple[str, ...]:
    """What a cue says, with whose it is, where it stands and whether it is aimed at the claim."""
    sign, side, close = SIGN[position], zone[0], zone[1:2]
    return (
        f"s{sign}@{zone}", f"s{sign}:{who}", f"s{sign}:{who}@{close}{aim}", f"s{sign}{aim}",
        f"k-{label}@{side}{aim}",
    )  # fmt: skip
