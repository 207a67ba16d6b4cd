"""Every plausible (actor, claim) pair of every sentence, with masked features for a linear model to weigh.

Knows what the stages found. Knows no weights and, in its features, no actor's name and no claim's id: what is
learned on one domain must hold in another. Wide on purpose: the model says which pairs hold.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchers.cues import CueClass
from watchers.model import Position, Via, When
from watchers.reading.chain import ChainFinder, Governed
from watchers.reading.composition import OPPOSITE, Composed, Group, compose
from watchers.reading.inflect import stem
from watchers.reading.relevance import Relevance
from watchers.reading.resolve import ArticleReader, Candidate, Trace
from watchers.reading.soldiers import SOLDIERS
from watchers.reading.topics import Mention
from watchers.reading.vocabulary import Mark
from watchers.reading.voices import Voice

#: Claims that are weighed in one sentence, the likeliest first.
_CLAIMS_MAX = 4
#: Share of a keyword that a sentence without a mention must hold, its surroundings included.
_SHARE_MIN = 0.34
#: Sentences through which a claim is carried.
_CARRIED_MAX = 3
_BREAKS = frozenset(
    "; : – ? ! but while whereas although though which who because if unless when where until whether after before so despite since".split()
)
_SIGN = {
    Position.OPPOSES: "--", Position.RELUCTANT: "-", Position.UNDECIDED: "0", Position.OPEN: "+", Position.SUPPORTS: "++",
}  # fmt: skip

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One reading of one sentence: whose position on what it might report, and the evidence for and against."""

    actor: str
    claim: str
    trace: Trace
    #: The voice of the actor that would hold it, as good as the sentence names it.
    voice: Voice | None
    by: Voice | None
    quoted: bool
    #: Groups of features; those of a sentence are shared by its pairs.
    features: tuple[Features, ...]
    #: What the rules made of the same sentence, actor and claim.
    ruled: Candidate | None = None


@dataclass(slots=True)
class _Slot:
    """A claim in play in a sentence, for one kind of holder."""

    claim: str
    features: list[str]
    anchor: tuple[int, int] | None
    mention: Mention | None
    polarity: int = 1


@dataclass(slots=True)
class _Holder:
    """An actor in play in a sentence, with the parts it plays there."""

    actor: str
    roles: set[str] = field(default_factory=set)
    voice: Voice | None = None
    by: Voice | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    mark: Mark
    position: Position
    negated: bool
    maybe: bool
    subject: Voice | None


class Wide:
    """Generates the pairs of one article after its rules have been run."""

    def __init__(self, reading: ArticleReader, relevance: Relevance) -> None:
        self.reading, self.relevance = reading, relevance
        self.know = reading.know
        self.active = reading.active
        self.by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in reading.candidates:
            self.by_sentence[candidate.sentence.index].append(candidate)
        self.chains: dict[int, list[tuple[Governed, Composed]]] = defaultdict(list)
        for index, chain, composed in reading.governed:
            self.chains[index].append((chain, composed))
        #: Claim -> how much of it the last sentences named, the nearest counting most.
        self.carried: dict[str, float] = {}
        self.carried_age: dict[str, int] = {}
        self.in_title: set[str] = set()
        self.lead: list[str] = []
        self.paragraph_agent: tuple[int, str] = (-9, "")

    def pairs(self) -> list[Pair]:
        made: list[Pair] = []
        for trace in self.reading.traces:
            made += self._sentence(trace)
        return made

    # -- one sentence ------------------------------------------------------------------------------

    def _sentence(self, trace: Trace) -> list[Pair]:
        shares = self.relevance.shares(trace.concepts)
        claims = self._claims(trace, shares)
        made: list[Pair] = []
        if claims:
            holders = self._holders(trace)
            if holders:
                cues = _cues(trace)
                base = self._base(trace, cues, holders, claims)
                for holder in holders.values():
                    made += self._of_holder(trace, holder, holders, claims, cues, base, shares)
        self._carry(trace, shares)
        return made

    def _claims(self, trace: Trace, shares: Mapping[str, float]) -> dict[str, float]:
        """The claims in play and how strongly; soldiers stand for their three claims."""
        found: dict[str, float] = {}
        for mention in trace.mentions:
            found[mention.claim] = 3.0
        for mention in trace.topic:
            found.setdefault(mention.claim, 0.0)
            found[mention.claim] = max(found[mention.claim], 1.0)
        for claim in self.active:
            total = shares.get(claim, 0.0) + 0.5 * self.carried.get(claim, 0.0)
            if total >= _SHARE_MIN:
                found[claim] = found.get(claim, 0.0) + total
        for claim, strength in self.carried.items():
            if claim.startswith(SOLDIERS) and strength > 0.3:  # noqa: PLR2004 - within three sentences
                found.setdefault(claim, strength)
        best = sorted(found, key=lambda c: (-found[c], c))[:_CLAIMS_MAX]
        return {claim: found[claim] for claim in best}

    def _carry(self, trace: Trace, shares: Mapping[str, float]) -> None:
        faded = {c: 0.7 * v for c, v in self.carried.items() if v > 0.25}  # noqa: PLR2004
        for claim, share in shares.items():
            faded[claim] = max(faded.get(claim, 0.0), share)
        for mention in trace.mentions:
            faded[mention.claim] = 1.0
        self.carried = faded
        if trace.sentence.in_title:
            self.in_title = {m.claim for m in trace.mentions} | {
                c for c, s in shares.items() if s > 0.6  # noqa: PLR2004
            }
        agents = [v for v in trace.voices if v.role == "agent" and v.actors]
        if agents:
            if not self.lead:
                self.lead = [a for v in agents[:1] for a in v.actors]
            self.paragraph_agent = (trace.sentence.paragraph, agents[0].actors[0])

    # -- who -----------------------------------------------------------------------------------------

    def _holders(self, trace: Trace) -> dict[str, _Holder]:
        found: dict[str, _Holder] = {}

        def play(actor: str, role: str, voice: Voice | None) -> None:
            if actor not in self.know.actors:
                return
            holder = found.setdefault(actor, _Holder(actor))
            holder.roles.add(role)
            if voice is not None and (
                holder.voice is None or (role.startswith("source") and "source" not in holder.roles)
            ):
                holder.voice = voice

        for report in trace.reports:
            if report.source is not None:
                for actor in report.source.actors:
                    play(actor, "source", report.source)
                    play(actor, f"source-{report.rule}", report.source)
        first = True
        for voice in trace.voices:
            for actor in voice.actors:
                play(actor, voice.role, voice)
                play(actor, f"{voice.kind}-{voice.role}", voice)
                if voice.word in ("he", "she", "they", "it"):
                    play(actor, "pronoun", voice)
                if first and voice.role == "agent":
                    play(actor, "first-agent", voice)
            first = first and not (voice.actors and voice.role == "agent")
        inside = {k for v in trace.voices for k in range(v.i, v.j)}
        for mark in trace.marks:
            if mark.kind == "adj" and mark.i not in inside:
                play(mark.value, "adjective", None)
        if trace.before is not None and trace.before_gap <= 2:  # noqa: PLR2004
            for actor in trace.before.actors:
                play(actor, f"last-{trace.before_gap}", trace.before)
        paragraph, actor = self.paragraph_agent
        if actor and trace.sentence.paragraph - paragraph <= 1:
            play(actor, "agent-before", None)
        for actor in self.lead:
            if actor in found:
                found[actor].roles.add("lead")
        return found

    # -- features --------------------------------------------------------------------------------

    def _base(
        self, trace: Trace, cues: list[_Cue], holders: Mapping[str, _Holder], claims: Mapping[str, float]
    ) -> Features:
        """What holds for the whole sentence."""
        sentence, made = trace.sentence, []
        made.append("title" if sentence.in_title else "lead" if sentence.index <= 2 else "body")  # noqa: PLR2004
        size = len(sentence.words)
        made.append("short" if size < 12 else "long" if size > 34 else "middling")  # noqa: PLR2004
        made.append(f"claims={min(len(claims), 3)}")
        made.append(f"holders={min(len(holders), 4)}")
        made.append(f"cues={min(len(cues), 4)}")
        kinds = {m.kind for m in trace.marks}
        made += [f"has-{kind}" for kind in sorted(kinds & _TOLD)]
        if trace.reports:
            made.append("reported")
            if any(r.source is None for r in trace.reports):
                made.append("unknown-source")
            if any(r.source is not None and not r.source.speaks for r in trace.reports):
                made.append("source-speaks-for-nobody")
        if any(v.kind == "nobody" for v in trace.voices):
            made.append("nobody")
        if any(q >= 0 for q in sentence.quote):
            made.append("quoted")
        if sentence.words[-1] == "?":
            made.append("asks")
        made += [f"w-{w}" for w in _words(trace)]
        return tuple(made)

    def _of_holder(
        self, trace: Trace, holder: _Holder, holders: Mapping[str, _Holder], claims: Mapping[str, float],
        cues: list[_Cue], base: Features, shares: Mapping[str, float],
    ) -> list[Pair]:  # fmt: skip
        roles = tuple(f"h-{role}" for role in sorted(holder.roles))
        others = [h for h in holders.values() if h is not holder]
        more = [*roles]
        if "source" not in holder.roles and any("source" in h.roles for h in others):
            more.append("h-other-source")
        if holder.roles <= {"agent-before", "lead"} or not holder.voice:
            more.append("h-unvoiced")
        if "agent" not in holder.roles and any("agent" in h.roles for h in others):
            more.append("h-other-agent")
        if holder.voice is not None:
            more.append(f"h-rank={int(holder.voice.authority)}")
        if self.reading.is_collective(holder.actor):
            more.append("h-collective")
        who = tuple(more)
        made = []
        for slot in self._slots(trace, holder, claims, shares):
            made.append(self._pair(trace, holder, slot, cues, (base, who)))
        return made

    def _slots(
        self, trace: Trace, holder: _Holder, claims: Mapping[str, float], shares: Mapping[str, float]
    ) -> list[_Slot]:
        """The claims for one holder: soldiers become the claim that they are in its mouth."""
        made: dict[str, _Slot] = {}
        rank = {claim: n for n, claim in enumerate(claims)}
        for claim, strength in claims.items():
            mentions = [m for m in trace.mentions if m.claim == claim]
            topic = [m for m in trace.topic if m.claim == claim] if not mentions else []
            for mention in mentions or topic or [None]:
                for name, doer in self._named(claim, mention, holder.actor):
                    if name not in self.active:
                        continue
                    how = mention.how if mention is not None else "share"
                    place = "here" if mentions else "topic" if topic else "share"
                    feats = [f"c-{place}-{how}", f"c-{place}", f"c-rank={rank[claim]}"]
                    if doer:
                        feats += [f"c-doer-{doer}", "c-soldiers", f"c-doer-{doer}-{place}"]
                    else:
                        feats += [f"c-share={_bucket(shares.get(claim, 0.0))}", "c-matter"]
                    feats.append(f"c-carried={_bucket(self.carried.get(claim, 0.0))}")
                    if claim in self.in_title:
                        feats.append("c-title")
                    if mention is not None and mention.only and mention.only != holder.actor:
                        feats.append("c-only-another")
                    if mention is not None and mention.polarity < 0:
                        feats.append("c-against")
                    if not doer and self.relevance.is_party(claim, holder.actor):
                        feats.append("c-party")
                    if name in made and strength <= 3:  # noqa: PLR2004
                        continue
                    anchor = (mention.i, mention.j) if mentions and mention is not None else self.relevance.anchor(claim, trace.concepts)
                    made.setdefault(
                        name, _Slot(name, feats, anchor, mention if mentions else None, mention.polarity if mention else 1)
                    )
        return list(made.values())

    def _named(self, claim: str, mention: Mention | None, actor: str) -> Iterable[tuple[str, str]]:
        """(claim, doer's relation to the holder) for a mention in the mouth of an actor."""
        if not claim.startswith(SOLDIERS):
            yield claim, ""
            return
        deployment = self.know.deployments[int(claim.removeprefix(SOLDIERS))]
        others = deployment.claims.get("others")
        sends = not self.reading.is_collective(actor) and actor not in deployment.outsiders
        mine = deployment.claims.get(actor, deployment.claims.get("own")) if sends else None
        doer = mention.doer if mention is not None else "carried"
        relation = doer if doer in ("west", "own", "bare", "carried") else "same" if doer == actor else "other"
        meant = self.reading.claim_for(mention, actor) if mention is not None else None
        if meant is not None and meant[0] == actor:
            yield meant[1], relation
        if mine and relation not in ("other",) and (meant is None or meant[1] != mine):
            yield mine, f"mine-{relation}"
        if others and (meant is None or meant[1] != others):
            yield others, f"force-{relation}"

    def _pair(
        self, trace: Trace, holder: _Holder, slot: _Slot, cues: list[_Cue], shared: tuple[Features, ...]
    ) -> Pair:
        made = self._of_cues(trace, holder, slot, cues)
        made += self._of_chains(trace, holder, slot)
        ruled = None
        for candidate in self.by_sentence.get(trace.sentence.index, ()):
            if candidate.actor == holder.actor and candidate.claim == slot.claim:
                ruled = candidate
                made += _ruled(candidate)
            elif candidate.claim == slot.claim:
                made.append("r-claim-other")
            elif candidate.actor == holder.actor:
                made.append("r-holder-other")
        for candidate in self.reading.candidates:
            if (
                candidate.actor == holder.actor and candidate.claim == slot.claim
                and candidate.sentence is not trace.sentence
            ):  # fmt: skip
                made.append(f"R-{_SIGN[candidate.position]}{_kind(candidate)}")
        quoted = slot.anchor is not None and trace.sentence.quote[min(slot.anchor[0], len(trace.sentence.words) - 1)] >= 0
        if quoted:
            made.append("anchor-quoted")
        return Pair(
            holder.actor, slot.claim, trace, holder.voice, holder.by, quoted,
            (*shared, tuple(slot.features), tuple(dict.fromkeys(made))), ruled,
        )  # fmt: skip

    def _of_cues(self, trace: Trace, holder: _Holder, slot: _Slot, cues: list[_Cue]) -> list[str]:
        made: list[str] = []
        total = near = 0
        for cue in cues:
            zone = _zone(trace, cue.mark, slot.anchor)
            position = cue.position if slot.polarity > 0 else OPPOSITE[cue.position]
            sign = _SIGN[position]
            whose = (
                "none" if cue.subject is None
                else "own" if holder.actor in cue.subject.actors
                else "other" if cue.subject.actors else "we" if cue.subject.word in ("we", "i") else "unknown"
            )  # fmt: skip
            side = zone[0]
            made += [f"s{sign}@{zone}", f"s{sign}:{whose}", f"s{sign}:{whose}@{side}"]
            made.append(
                f"k-{cue.mark.value.cue_class}{'!' if cue.negated else ''}{'?' if cue.maybe else ''}@{side}"
            )
            if whose in ("own", "none", "we"):
                total += position.strength
                if zone[1:] in ("1", "2"):
                    near += position.strength
        made.append(f"sum={max(-2, min(2, total))}")
        made.append(f"near={max(-2, min(2, near))}")
        if not cues:
            made.append("no-cue")
        for mark in trace.marks:
            if mark.kind in ("modal", "neg"):
                made.append(f"{mark.kind}-{mark.value if mark.kind == 'modal' else 'n'}@{_zone(trace, mark, slot.anchor)}")
            elif mark.kind == "answer":
                made.append(f"answer-{mark.value}")
        return made

    def _of_chains(self, trace: Trace, holder: _Holder, slot: _Slot) -> list[str]:
        made: list[str] = []
        for chain, composed in self.chains.get(trace.sentence.index, ()):
            mention = chain.mention
            fits = mention.claim == slot.claim or (mention.claim.startswith(SOLDIERS) and "c-soldiers" in slot.features)
            if not fits:
                continue
            if mention.claim.startswith(SOLDIERS) and slot.mention is not None and mention.doer != slot.mention.doer:
                continue
            position = composed.position if mention.polarity > 0 else OPPOSITE[composed.position]
            whose = (
                chain.subject if chain.subject not in ("voices", "inherited")
                else "own" if any(holder.actor in v.actors for v in chain.subjects)
                else "we" if any(v.word in ("we", "i") for v in chain.subjects) else "other"
            )  # fmt: skip
            sign = _SIGN[position]
            spoken = "source" if "source" in holder.roles else "agent" if "agent" in holder.roles else "else"
            made += [f"g{sign}", f"g{sign}:{whose}", f"g:{whose}:{spoken}", f"g:{chain.side}"]
        if not made:
            made.append("g-none")
        return made


_TOLD = frozenset({"cond", "past", "still", "even", "leave", "part", "anonymous", "ask", "exclude"})


def _kind(candidate: Candidate) -> str:
    if candidate.via is Via.SECONDHAND:
        return "second"
    return "past" if candidate.when is When.PAST else ""


def _ruled(candidate: Candidate) -> list[str]:
    kind = _kind(candidate)
    made = [f"r{_SIGN[candidate.position]}{kind}", f"r-any{kind}"]
    return made + [f"r-{rule}" for rule in candidate.rules]


def _bucket(share: float) -> str:
    return "1" if share > 0.95 else "high" if share > 0.6 else "half" if share > 0.4 else "low" if share > 0.15 else "0"  # noqa: PLR2004


def _zone(trace: Trace, mark: Mark, anchor: tuple[int, int] | None) -> str:
    """Where a mark stands as seen from the claim's words: side, nearness, and whether a clause ends between."""
    if anchor is None:
        return "F"
    i, j = anchor
    if mark.i < j and i < mark.j:
        return "I1"
    left = mark.j <= i
    low, high = (mark.j, i) if left else (j, mark.i)
    gap = high - low
    broken = any(word in _BREAKS for word in trace.sentence.words[low:high])
    near = "1" if gap <= 3 else "2" if gap <= 9 else "3"  # noqa: PLR2004
    return f"{'L' if left else 'R'}{near}{'x' if broken else ''}"


def _cues(trace: Trace) -> list[_Cue]:
    """The sentence's cues, each with its own negation and modals and its nearest subject."""
    chains = ChainFinder(trace.sentence, trace.marks, trace.voices, trace.mentions, set())
    made = []
    agents = [v for v in trace.voices if v.role in ("agent", "owner")]
    for mark in chains.cues:
        modals, negated, _ = chains.before(max(0, mark.i - 8), mark.i, mark)
        value = mark.value
        composed = compose([Group(value.cue_class, value.frame, modals, negated, value.negative)])
        if composed is None:
            continue
        subject = None
        for voice in agents:
            if voice.j <= mark.i and mark.i - voice.j <= 12:  # noqa: PLR2004 - a subject and its adverbs
                subject = voice
        made.append(_Cue(mark, composed.position, negated, "may" in modals, subject))
    return made


_MASKED = frozenset(
    {"name", "adj", "demonym", "person", "body", "fam", "men", "force", "west", "land", "there", "elsewhere", "block"}
)


def _words(trace: Trace) -> list[str]:
    """Stems of the sentence's plain words: no names, no words of any claim, no numbers."""
    hidden = {k for m in trace.marks if m.kind in _MASKED for k in range(m.i, m.j)}
    hidden |= {k for v in trace.voices if v.kind in ("person", "nobody") for k in range(v.i, v.j)}
    found = {
        stem(word)
        for k, word in enumerate(trace.sentence.words)
        if k not in hidden and word.isalpha() and len(word) > 1
    }
    return sorted(found)


__all__ = ["Pair", "Wide"]

_ = (CueClass, math)
