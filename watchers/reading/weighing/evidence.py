"""What a sentence holds for and against a pair of actor and claim, as masked features: names of facts, never of actors.

Knows cues, clauses, speakers and the words around a claim's matter. Knows no weights, and in its features no
actor's name, no claim's id and no word of a claim, so that what is learned on one domain holds in another.

How to read a feature: `s--:me/told@1=` is a rejecting cue ("--" to "++") whose subject is the actor ("me"),
told by the narrator, near the claim's words ("1" to "3", "x": another clause), and nearer to them than to any
other claim's ("=", else "!").
"""

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from watchers.model import Position
from watchers.reading.clauses.clauses import Clauses, Governed
from watchers.reading.composition import OPPOSITE, Composed
from watchers.reading.matter.mentions import Mention
from watchers.reading.speech.report import innermost
from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice
from watchers.reading.weighing.cue_evidence import SIGN, SeenCue, cue_features, cues_of, whose
from watchers.reading.weighing.evidence_words import BREAKS, CLAUSE_ENDS, MASKED, PREPOSITIONS, TOLD
from watchers.reading.weighing.tones import Toned, Tones
from watchers.reading.words.vocabulary import Mark

Features = tuple[str, ...]
Span = tuple[int, int]

#: Tokens: short and long sentences, near and middling distances.
_SHORT, _LONG, _NEAR, _MIDDLING = 12, 34, 3, 9
#: Tokens of a clause on either side of a claim's words that are taken for what is said of it.
_CLAUSE_REACH = 14
#: Tokens between a holder and a claim's words: upper ends of the steps.
_GAPS = ((4, "1"), (10, "2"), (20, "3"))
#: Sentences from the top that count as the lead.
_LEAD = 3
#: Facts of which the names are remembered.
_REMEMBERED = 5_000


@dataclass(slots=True)
class CueEvidence:
    """The features of a sentence's cues for one pair, and the positions they would give it, nearest first."""

    features: Features
    positions: tuple[Position, ...]
    #: What the nearest cue says, who speaks at the claim's words, and the sums of what is said: for conjunctions.
    nearest: str = "no-cue"
    at: str = ""
    near: int = 0
    total: int = 0


@dataclass(slots=True)
class _Seen:
    """A sentence as seen from one actor."""

    #: For each cue its subject and who speaks.
    cues: tuple[str, ...]
    #: Each tone with who speaks where it stands.
    tones: Features


class Evidence:
    """The features of one sentence; what several pairs share is worked out once."""

    def __init__(self, trace: Trace, tones: Tones, clauses: Clauses | None = None) -> None:
        self.trace, self.sentence = trace, trace.sentence
        self._tones, self._clauses = tones, clauses
        self._zones: dict[tuple[int, int, Span | None], tuple[str, int]] = {}
        self._around: dict[Span | None, Features] = {}
        self._told: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._seen: dict[str, _Seen] = {}
        self._cued: dict[tuple[tuple[str, ...], str, str, Span | None, int], CueEvidence] = {}

    @cached_property
    def cues(self) -> list[SeenCue]:
        trace = self.trace
        clauses = self._clauses or Clauses(
            trace.sentence, trace.marks, trace.voices, trace.mentions, set()
        )
        return cues_of(trace, clauses)

    # -- of the sentence -----------------------------------------------------------------------------

    def whole(self, claims: int, holders: int) -> Features:
        """What holds for every pair of the sentence."""
        trace, sentence = self.trace, self.sentence
        size = len(sentence.words)
        made = [
            "title" if sentence.in_title else "lead" if sentence.index < _LEAD else "body",
            "short" if size < _SHORT else "long" if size > _LONG else "middling",
            f"claims={min(claims, 3)}", f"holders={min(holders, 4)}", f"cues={min(len(self.cues), 4)}",
        ]  # fmt: skip
        made += [f"has-{kind}" for kind in sorted({m.kind for m in trace.marks} & TOLD)]
        if trace.reports:
            made.append("reported")
        if any(r.source is None for r in trace.reports):
            made.append("unknown-source")
        if any(r.source is not None and not r.source.speaks for r in trace.reports):
            made.append("source-speaks-for-nobody")
        if any(v.kind == "nobody" for v in trace.voices):
            made.append("nobody")
        if max(sentence.quote) >= 0:
            made.append("quoted")
        if sentence.words[-1] == "?":
            made.append("asks")
        made += dict.fromkeys(f"t-{toned.tone}" for toned in self._toned)
        return (*made, *[f"w-{stem}" for stem in sorted({*self._plain} - {""})])

    @cached_property
    def _plain(self) -> list[str]:
        """The stem at each token, where its word names nobody and no claim; else nothing."""
        masked, words = self._masked, self.sentence.words
        return [
            stem if k not in masked and len(word) > 1 and word.isalpha() else ""
            for k, (word, stem) in enumerate(zip(words, self.trace.concepts.stems, strict=True))
        ]

    @cached_property
    def _toned(self) -> list[Toned]:
        """The toned words that name nobody and no claim."""
        found = self._tones.find(self.trace.concepts.stems)
        return [toned for toned in found if toned.i not in self._masked]

    @cached_property
    def _masked(self) -> frozenset[int]:
        """Tokens that name somebody or a claim's matter."""
        marks = [range(m.i, m.j) for m in self.trace.marks if m.kind in MASKED]
        names = [range(v.i, v.j) for v in self.trace.voices if v.kind in ("person", "nobody")]
        return frozenset(itertools.chain(*marks, *names))

    def _breaks_between(self, low: int, high: int) -> int:
        """How many tokens end a clause from `low` to `high`."""
        return self._breaks[high] - self._breaks[low] if low < high else 0

    @cached_property
    def _breaks(self) -> list[int]:
        """How many tokens before each, and before the end, end a clause."""
        ends = [word in BREAKS for word in self.sentence.words]
        return list(itertools.accumulate(ends, initial=0))

    # -- around a claim's words ----------------------------------------------------------------------

    def around(self, anchor: Span | None) -> Features:
        """Modals, negations, answers and plain words, as they stand to a claim's words."""
        known = self._around.get(anchor)
        if known is not None:
            return known
        made = []
        for mark in self._answering:
            if mark.kind == "modal":
                made.append(f"modal-{mark.value}@{self._zone(mark, anchor)[0]}")
            elif mark.kind == "neg":
                made.append(f"neg@{self._zone(mark, anchor)[0]}")
            else:
                made.append(f"answer-{mark.value}")
        if anchor is not None:
            made += self._in_clause(anchor)
            if self.is_quoted(anchor):
                made.append("anchor-quoted")
        self._around[anchor] = found = tuple(dict.fromkeys(made))
        return found

    @cached_property
    def _answering(self) -> list[Mark]:
        """Modals, negations and answers."""
        return [m for m in self.trace.marks if m.kind in ("modal", "neg", "answer")]

    def is_quoted(self, anchor: Span | None) -> bool:
        return (
            anchor is not None
            and self.sentence.quote[min(anchor[0], len(self.sentence.quote) - 1)] >= 0
        )

    def _clause_of(self, anchor: Span) -> range:
        """The tokens of the clause that a claim's words stand in."""
        (low, high), ends = anchor, self._clause_ends
        before, behind = bisect_left(ends, low), bisect_left(ends, high)
        begin = max(low - _CLAUSE_REACH, ends[before - 1] + 1 if before else 0)
        end = min(high + _CLAUSE_REACH, ends[behind])
        return range(begin, end)

    @cached_property
    def _clause_ends(self) -> list[int]:
        """The tokens that end a clause, and the end of the sentence."""
        words = self.sentence.words
        return [*(k for k, word in enumerate(words) if word in CLAUSE_ENDS), len(words)]

    def _in_clause(self, anchor: Span) -> list[str]:
        clause = self._clause_of(anchor)
        made = [f"cl-{stem}" for stem in self._plain[clause.start : clause.stop] if stem]
        return made + [f"t-{toned.tone}@clause" for toned in self._toned if toned.i in clause]

    def of_mention(self, mention: Mention) -> list[str]:
        """How well the claim is named: its words, how tightly they stand, what they hang on, who shares them."""
        held = sum(b - a for a, b in (*mention.anchors, *mention.names))
        slack = mention.j - mention.i - held
        made = [
            f"m-content={min(len(mention.anchors), 3)}", f"m-names={min(len(mention.names), 2)}",
            f"m-slack={'0' if slack <= 0 else 'low' if slack <= 2 else 'high'}",
            f"m-act={mention.act}",
        ]  # fmt: skip
        lead = self._lead_preposition(mention.i)
        if lead:
            made.append(f"m-prep={lead}")
        rivals = [
            m for m in self.trace.mentions
            if m.claim != mention.claim and m.i < mention.j and mention.i < m.j
        ]  # fmt: skip
        if rivals:
            made.append("m-shared")
        size = len(mention.anchors) + len(mention.names)
        if any(len(m.anchors) + len(m.names) > size for m in rivals):
            made.append("m-outdone")
        return made

    def _lead_preposition(self, i: int) -> str:
        """The preposition on which the claim's words hang: "as part of any guarantee"."""
        words = self.sentence.words
        for k in range(i - 1, max(-1, i - 4), -1):
            if words[k] in PREPOSITIONS:
                before = words[max(0, k - 1)]
                known = before in ("part", "context", "framework", "talk", "talks")
                return f"{before}-{words[k]}" if known else words[k]
            if not words[k].isalpha():
                return ""
        return ""

    # -- of a pair -----------------------------------------------------------------------------------

    def of_cues(self, actor: str, key: str, anchor: Span | None, polarity: int) -> CueEvidence:
        """Every cue: what it says, who its subject is, who speaks, how near the claim's words are."""
        who = self._seen_by(actor).cues
        at = self.speaker(anchor[0], actor) if anchor is not None else ""
        known = self._cued.get((who, at, key, anchor, polarity))
        if known is None:
            known = self._of_cues(who, at, key, anchor, polarity)
            self._cued[who, at, key, anchor, polarity] = known
        return known

    def _of_cues(
        self, who: tuple[str, ...], at: str, key: str, anchor: Span | None, polarity: int
    ) -> CueEvidence:
        made: list[str] = []
        total = near = 0
        found: list[tuple[int, Position]] = []
        for cue, one in zip(self.cues, who, strict=True):
            zone, gap = self._zone(cue.mark, anchor)
            position = cue.position if polarity > 0 else OPPOSITE[cue.position]
            aim = "" if not cue.claims else "=" if key in cue.claims else "!"
            made += cue_features(position, cue.label, one, zone, aim)
            if not one.startswith("other/") or one == "other/me":
                strength = position.strength
                total += strength
                near += strength if zone[1:2] in ("1", "2") and aim != "!" else 0
                found.append((gap, position))
        total, near = max(-2, min(2, total)), max(-2, min(2, near))
        found.sort(key=lambda one: one[0])
        nearest = f"nearest{SIGN[found[0][1]]}" if found else "no-cue"
        made += [f"sum={total}", f"near={near}", nearest]
        if at:
            made.append(f"at:{at}")
        positions = tuple([position for _, position in found])
        return CueEvidence(tuple(dict.fromkeys(made)), positions, nearest, at, near, total)

    def of_speaker(self, actor: str) -> Features:
        """Each tone with who speaks where it stands, as seen from the actor."""
        return self._seen_by(actor).tones

    def _seen_by(self, actor: str) -> _Seen:
        known = self._seen.get(actor)
        if known is None:
            cues = [
                f"{whose(cue.subject, actor)}/{self.speaker(cue.mark.i, actor)}"
                for cue in self.cues
            ]
            tones = [f"t-{toned.tone}:{self.speaker(toned.i, actor)}" for toned in self._toned]
            known = self._seen[actor] = _Seen(tuple(cues), tuple(dict.fromkeys(tones)))
        return known

    def between(self, voice: Voice | None, anchor: Span | None) -> Features:
        """How a holder who is named in the sentence stands to a claim's words, and what is between them."""
        if anchor is None or voice is None or id(voice) not in self._present:
            return ()
        side = "L" if voice.j <= anchor[0] else "R"
        low, high = (voice.j, anchor[0]) if side == "L" else (anchor[1], voice.i)
        others = [v for v in self.trace.voices if low <= v.i < high and v.actors and v is not voice]
        breaks = self._breaks_between(low, high)
        tones = [toned.tone for toned in self._toned if low <= toned.i < high]
        return _between(side, _gap(high - low), min(len(others), 2), min(breaks, 2), tuple(tones))

    @cached_property
    def _present(self) -> frozenset[int]:
        """The voices of the sentence, by identity."""
        return frozenset(map(id, self.trace.voices))

    def of_chain(self, chain: Governed, composed: Composed, actor: str) -> list[str]:
        """A chain of the rules over the claim's words, whoever they took for its holder."""
        position = composed.position if chain.mention.polarity > 0 else OPPOSITE[composed.position]
        sign, subject = SIGN[position], chain.subject
        if subject in ("voices", "inherited") and chain.subjects:
            mine = next((v for v in chain.subjects if actor in v.actors), chain.subjects[0])
            subject = whose(mine, actor)
        who = f"{subject}/{self.speaker(chain.cue[0] if chain.cue else chain.mention.i, actor)}"
        return [f"g{sign}", f"g{sign}:{who}", f"g:{who}", f"g:{chain.side}"]

    def speaker(self, token: int, actor: str) -> str:
        """Who speaks at a token, as seen from the actor."""
        known = self._told.get(token)
        if known is None:
            known = self._told[token] = self._told_at(token)
        role, actors = known
        if role == "report":
            return "me" if actor in actors else "other"
        if role == "quote-on":
            return "goes-on" if actor in actors else "other-goes-on"
        return role

    def _told_at(self, token: int) -> tuple[str, tuple[str, ...]]:
        trace = self.trace
        report, _ = innermost(trace.reports, token)
        if report is not None:
            source = report.source
            return (
                ("nobody", ()) if source is None or not source.speaks else ("report", source.actors)
            )
        if token < len(self.sentence.quote) and self.sentence.quote[token] >= 0:
            if trace.before is None or trace.before_gap > 1:
                return "quote", ()
            return "quote-on", trace.before.actors
        return "told", ()

    def _zone(self, mark: Mark, anchor: Span | None) -> tuple[str, int]:
        """Side, nearness and whether a clause ends between a mark and the claim's words; the gap."""
        key = mark.i, mark.j, anchor
        known = self._zones.get(key)
        if known is None:
            known = self._zones[key] = self._measured(mark, anchor)
        return known

    def _measured(self, mark: Mark, anchor: Span | None) -> tuple[str, int]:
        if anchor is None:
            return "F", 99
        i, j = anchor
        if mark.i < j and i < mark.j:
            return "I1", 0
        left = mark.j <= i
        low, high = (mark.j, i) if left else (j, mark.i)
        gap = high - low
        broken = self._breaks_between(low, high)
        near = "1" if gap <= _NEAR else "2" if gap <= _MIDDLING else "3"
        return f"{'L' if left else 'R'}{near}{'x' if broken else ''}", gap

    def is_dateline(self, voice: Voice) -> bool:
        """Whether it is a place before a dash, "BRUSSELS (Agency) -", whatever else it stands for."""
        words = self.sentence.words[voice.j : voice.j + 8]
        return (
            voice.i == 0 and not self.sentence.in_title and self.sentence.index <= _LEAD
            and any(word in ("–", "-") for word in words)
        )  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def _between(side: str, gap: str, others: int, breaks: int, tones: tuple[str, ...]) -> Features:
    made = [f"v-{side}{gap}", f"v-between={others}", f"v-breaks={breaks}{side}"]
    return tuple(dict.fromkeys(made + [f"t-{tone}@between" for tone in tones]))


def _gap(tokens: int) -> str:
    for most, name in _GAPS:
        if tokens <= most:
            return name
    return "4"
