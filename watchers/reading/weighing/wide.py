"""Every plausible (actor, claim) pair of every sentence, for a linear model to weigh.

Knows what the stages found: who could hold a position, what could be meant, what the rules made of it. Knows
no weights. Wide on purpose: the model says which pairs hold.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from watchers.model import Position, Via, When
from watchers.reading.article import Findings
from watchers.reading.composition import OPPOSITE, Composed
from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import SOLDIERS
from watchers.reading.stance.chain import Governed
from watchers.reading.statements.candidates import Candidate
from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice
from watchers.reading.weighing.conjunctions import Facts, joined
from watchers.reading.weighing.cue_evidence import SIGN
from watchers.reading.weighing.evidence import Evidence, Features, Span
from watchers.reading.weighing.holders import Holder, Holders
from watchers.reading.weighing.tones import Tones

#: Claims that are weighed in one sentence, the likeliest first.
_CLAIMS_MAX = 4
#: How much a claim counts where it is named, and where the topic is carried on.
_NAMED, _CARRIED = 3.0, 1.0
#: What is left of a claim after each sentence that does not name it, and when it is forgotten.
_FADE, _FORGOTTEN = 0.7, 0.25
#: Sentences, the headline among them, of an article in which nothing can stand out.
_BRIEF_MAX = 3
#: Parts in which an actor may hold a claim that the sentence carries on without naming it: a user's, and a shipped one.
_CARRYING = frozenset({"source", "agent", "last-0"})
_SOURCES = frozenset({"source"})
#: What the rules gave elsewhere in the sentence: its claim to another, or its holder another.
_RIVALS = ("r-claim-other", "r-holder-other")


@dataclass(slots=True)
class Pair:
    """One reading of one sentence: whose position on what it might report, and the evidence for and against."""

    actor: str
    claim: str
    trace: Trace
    #: The voice of the actor that would hold it; `None` where the sentence names it as an adjective alone.
    voice: Voice | None
    name: str
    quoted: bool
    #: Groups of features; pairs share those of their sentence, actor and claim.
    features: tuple[Features, ...]
    #: Positions that the sentence's cues would give it, the likeliest first.
    positions: tuple[Position, ...]
    #: What the rules made of the same sentence, actor and claim.
    ruled: Candidate | None = None
    #: Whether it is a user's claim, and the article names another one more often.
    is_aside: bool = False


@dataclass(slots=True)
class _Known:
    """A holder with what holds for it in the whole sentence."""

    actor: str
    name: str
    voice: Voice | None
    features: Features
    part: str
    #: Which parts others play there that it does not.
    others: str


@dataclass(slots=True)
class _Slot:
    """A claim in play in a sentence, in the mouth of one holder."""

    claim: str
    #: The name by which mentions go: the claim's, or the soldiers' of a place.
    key: str
    features: Features
    anchor: Span | None
    mention: Mention | None
    polarity: int
    #: How it is named and whether it is the first claim in play: for conjunctions.
    named: str
    rank: str


@dataclass(slots=True)
class _InPlay:
    """A claim, or soldiers, in a sentence, whoever speaks of them."""

    key: str
    rank: int
    #: here, or topic.
    place: str
    mention: Mention
    anchor: Span | None
    #: Features of how it is named, and the same in a word, for conjunctions.
    named: list[str]
    how: str
    #: Claims that are not meant here, whoever speaks.
    barred: frozenset[str]
    #: Features worked out for holders so far.
    slots: dict[tuple[str, str, bool], Features] = field(default_factory=dict)


class Wide:
    """Generates the pairs of one article after its rules have been run."""

    def __init__(self, knowledge: Knowledge, found: Findings, tones: Tones) -> None:
        self.know, self.found, self.tones = knowledge, found, tones
        self.active = found.active
        self.ruled: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        self.by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in found.candidates:
            self.by_sentence[candidate.sentence.index].append(candidate)
            self.ruled[candidate.actor, candidate.claim].append(candidate)
        self.chains: dict[int, list[tuple[Governed, Composed]]] = defaultdict(list)
        for index, chain, composed in found.governed:
            self.chains[index].append((chain, composed))
        traces = found.traces
        self.claim_rank = _prominence((m.claim for m in t.mentions) for t in traces)
        self.actor_rank = _prominence((a for v in t.voices for a in v.actors) for t in traces)
        #: Claim -> how much of it the last sentences named.
        self.carried: dict[str, float] = {}
        self.in_title: set[str] = set()
        self.holders = Holders(self.know.actors)
        self.length = "brief" if len(traces) <= _BRIEF_MAX else "full"

    def pairs(self) -> list[Pair]:
        made: list[Pair] = []
        for trace in self.found.traces:
            claims = self._claims(trace)
            if claims:
                made += self._sentence(trace, claims)
            self._carry(trace)
        return made

    def _sentence(self, trace: Trace, claims: list[str]) -> Iterable[Pair]:
        holders = self.holders.find(trace).values()
        ruled = {(c.actor, c.claim) for c in self.by_sentence.get(trace.sentence.index, ())}
        if not (trace.mentions or ruled) and all(h.parts.isdisjoint(_CARRYING) for h in holders):
            return
        evidence = Evidence(trace, self.tones, self.found.clauses.get(trace.sentence.index))
        whole: Features = ()
        plays = self._in_play(trace, claims, evidence)
        for holder in holders:
            slots = self._slots(holder, plays, ruled)
            if not slots:
                continue
            whole = whole or evidence.whole(len(claims), len(holders))
            known = self._known(holder, holders, evidence)
            for slot in slots:
                yield self._pair(trace, known, slot, evidence, whole)

    # -- what ----------------------------------------------------------------------------------------

    def _claims(self, trace: Trace) -> list[str]:
        """The claims in play, the likeliest first; soldiers stand for the claims about them."""
        found = dict.fromkeys((m.claim for m in trace.mentions), _NAMED)
        ruled = (chain.mention for chain, _ in self.chains.get(trace.sentence.index, ()))
        for mention in (*trace.topic, *ruled):
            found.setdefault(mention.claim, _CARRIED)
        strength = {c: v + self.carried.get(c, 0.0) for c, v in found.items()}
        return sorted(found, key=lambda c: (-strength[c], c))[:_CLAIMS_MAX]

    def _carry(self, trace: Trace) -> None:
        """What the next sentences may be on without saying so."""
        faded = {c: _FADE * v for c, v in self.carried.items() if _FADE * v > _FORGOTTEN}
        self.carried = faded | {m.claim: 1.0 for m in trace.mentions}
        if trace.sentence.in_title:
            self.in_title = {m.claim for m in trace.mentions}
        self.holders.remember(trace)

    def _in_play(self, trace: Trace, claims: list[str], evidence: Evidence) -> list[_InPlay]:
        """The places where the sentence's claims are named, or carried to, whoever holds them."""
        chains = self.chains.get(trace.sentence.index, ())
        made = []
        for rank, key in enumerate(claims):
            here = [m for m in trace.mentions if m.claim == key]
            if len(here) > 1:
                here.sort(key=lambda m: not self._is_governed(trace, m))
            carried = [m for m in (*trace.topic, *(c.mention for c, _ in chains)) if m.claim == key]
            place = "here" if here else "topic"
            for mention in here or carried[:1]:
                anchor = (mention.i, mention.j) if here else None
                named = evidence.of_mention(mention) if here else []
                how = f"{place}-{mention.how}"
                barred = trace.barred | mention.barred
                made.append(_InPlay(key, rank, place, mention, anchor, named, how, barred))
        return made

    def _slots(
        self,
        holder: Holder,
        plays: list[_InPlay],
        ruled: Collection[tuple[str, str]],
    ) -> list[_Slot]:
        """The claims for one holder, those that the rules gave it among them: soldiers become the claim that they are in its mouth."""
        made: dict[str, _Slot] = {}
        meanings = [
            (play, name, relation)
            for play in plays
            for name, relation in self._named(play.key, play.mention, holder.actor)
        ]
        if len(meanings) > 1:
            # What a mention means outright comes before what another could mean.
            meanings.sort(key=lambda one: one[2].startswith(("mine-", "force-")))
        for play, name, relation in meanings:
            mention = play.mention
            if name not in self.active or name in play.barred or name in made:
                continue
            if not self._may_hold(holder, name, play.place) and (holder.actor, name) not in ruled:
                continue
            only = mention.only not in ("", holder.actor)
            features = play.slots.get((name, relation, only))
            if features is None:
                features = tuple(self._of_claim(name, play, relation))
                features += ("c-only-another",) * only
                play.slots[name, relation, only] = features
            made[name] = _Slot(
                name, play.key, features, play.anchor, mention if play.place == "here" else None,
                mention.polarity, play.how, "later" if play.rank else "first",
            )  # fmt: skip
        return list(made.values())

    def _may_hold(self, holder: Holder, claim: str, place: str) -> bool:
        """Whether the actor's part is large enough for a claim that is named, or carried on, there.

        Of the pairs that are left out, one in a thousand would hold: who is spoken of, who spoke two sentences ago; and a
        shipped claim, with its many keywords, is left unnamed so seldom that only a source can mean it.
        """
        if place == "here":
            return True
        return not holder.parts.isdisjoint(_CARRYING if self.know.is_users(claim) else _SOURCES)

    def _of_claim(self, name: str, play: _InPlay, relation: str) -> list[str]:
        key, place, mention = play.key, play.place, play.mention
        carried = _bucket(self.carried.get(key, 0.0))
        made = [
            f"c-{place}-{mention.how}", f"c-{place}", f"c-rank={play.rank}", f"c-carried={carried}",
            f"c-prominence={self.claim_rank.get(key, 'none')}", *play.named,
        ]  # fmt: skip
        if relation:
            made += [f"c-doer-{relation}", "c-soldiers", f"c-doer-{relation}-{place}"]
        else:
            made.append("c-matter")
        if self.know.is_users(name):
            made += [f"c-own-{place}", f"c-own-{mention.how}", f"c-own-carried={carried}"]
        if key in self.in_title:
            made.append("c-title")
        if mention.polarity < 0:
            made.append("c-against")
        return made

    def _named(self, claim: str, mention: Mention, actor: str) -> Iterable[tuple[str, str]]:
        """(claim, whose soldiers as seen from the holder) for a mention in the mouth of an actor."""
        return (
            self._soldiers(claim, mention, actor) if claim.startswith(SOLDIERS) else [(claim, "")]
        )

    def _soldiers(self, claim: str, mention: Mention, actor: str) -> Iterable[tuple[str, str]]:
        """The claims that soldiers may stand for: what they mean outright, one's own, and the force."""
        deployment = self.know.deployment_of(claim)
        others = deployment.claims.get("others")
        sends = not self.know.is_collective(actor) and actor not in deployment.outsiders
        mine = deployment.claims.get(actor, deployment.claims.get("own")) if sends else None
        doer = mention.doer
        known = doer in ("west", "own", "bare")
        relation = doer if known else "same" if doer == actor else "other"
        meant = self.know.claim_for(mention, actor)
        if meant is not None and meant[0] == actor:
            yield meant[1], relation
        if mine and relation != "other" and (meant is None or meant[1] != mine):
            yield mine, f"mine-{relation}"
        if others and (meant is None or meant[1] != others):
            yield others, f"force-{relation}"

    def _is_governed(self, trace: Trace, mention: Mention) -> bool:
        return any(chain.mention == mention for chain, _ in self.chains[trace.sentence.index])

    # -- who -----------------------------------------------------------------------------------------

    def _known(self, holder: Holder, holders: Collection[Holder], evidence: Evidence) -> _Known:
        """What holds for an actor in the whole sentence."""
        others = [
            part
            for part in ("source", "agent")
            if part not in holder.parts and any(part in h.parts for h in holders)
        ]
        made = [f"h-{part}" for part in sorted(holder.parts)]
        made += [f"h-other-{part}" for part in others]
        made.append(f"h-prominence={self.actor_rank.get(holder.actor, 'none')}")
        if holder.voice is None:
            made.append("h-unvoiced")
        else:
            made.append(f"h-rank={int(holder.voice.authority)}")
            if evidence.is_dateline(holder.voice):
                made.append("h-dateline")
        if self.know.is_collective(holder.actor):
            made.append("h-collective")
        name = self.know.actors[holder.actor].name
        return _Known(
            holder.actor, name, holder.voice, tuple(made), holder.part, "-".join(others) or "none"
        )

    # -- both ----------------------------------------------------------------------------------------

    def _pair(
        self, trace: Trace, holder: _Known, slot: _Slot, evidence: Evidence, whole: Features
    ) -> Pair:
        cued = evidence.of_cues(holder.actor, slot.key, slot.anchor, slot.polarity)
        chained: list[str] = []
        positions: list[Position] = []
        for chain, composed in self.chains.get(trace.sentence.index, ()):
            mention = chain.mention
            if mention.claim == slot.key and (
                slot.mention is None or mention.doer == slot.mention.doer
            ):
                chained += evidence.of_chain(chain, composed, holder.actor)
                positions.append(
                    composed.position if mention.polarity > 0 else OPPOSITE[composed.position]
                )
        ruled, rules = self._ruled(trace, holder.actor, slot.claim)
        facts = Facts(
            part=holder.part, others=holder.others, named=slot.named, rank=slot.rank,
            cue=cued.nearest, speaks=cued.at or "none", near=str(cued.near), sum=str(cued.total),
            chain=chained[0] if chained else "none", governs=chained[1] if chained else "none",
            length=self.length, rule=rules[0] if ruled else "none",
            rivals="-".join([r for r in _RIVALS if r in rules]) or "none",
        )  # fmt: skip
        chained += rules if chained else ["g-none", *rules]
        return Pair(
            actor=holder.actor, claim=slot.claim, trace=trace, voice=holder.voice,
            name=holder.name, quoted=evidence.is_quoted(slot.anchor),
            features=(
                whole, holder.features, slot.features, evidence.around(slot.anchor), cued.features,
                tuple(dict.fromkeys(chained)), evidence.of_speaker(holder.actor),
                evidence.between(holder.voice, slot.anchor), joined(facts),
            ),
            positions=(*positions, *cued.positions), ruled=ruled, is_aside=self._is_aside(slot.claim, slot.key),
        )  # fmt: skip

    def _is_aside(self, claim: str, key: str) -> bool:
        """Whether context alone says too little of a claim: a user's few keywords share words with one another."""
        return self.know.is_users(claim) and self.claim_rank.get(key) != "main"

    def _ruled(self, trace: Trace, actor: str, claim: str) -> tuple[Candidate | None, list[str]]:
        """What the rules say of the pair, here and elsewhere in the article."""
        ruled: Candidate | None = None
        made: list[str] = []
        for candidate in self.by_sentence.get(trace.sentence.index, ()):
            if candidate.actor == actor and candidate.claim == claim:
                ruled, kind = candidate, _kind(candidate)
                mine = [f"r{SIGN[candidate.position]}{kind}", f"r-any{kind}"]
                made = [*mine, *(f"r-{rule}" for rule in candidate.rules), *made]
            elif candidate.claim == claim:
                made.append("r-claim-other")
            elif candidate.actor == actor:
                made.append("r-holder-other")
        for candidate in self.ruled.get((actor, claim), ()):
            if candidate.sentence is not trace.sentence:
                made.append(f"R-{SIGN[candidate.position]}{_kind(candidate)}")
        return ruled, made


def _kind(candidate: Candidate) -> str:
    if candidate.via is Via.SECONDHAND:
        return "second"
    return "past" if candidate.when is When.PAST else ""


def _bucket(share: float) -> str:
    for low, name in ((0.95, "1"), (0.6, "high"), (0.4, "half"), (0.15, "low")):
        if share > low:
            return name
    return "0"


def _prominence(named: Iterable[Iterable[str]]) -> dict[str, str]:
    """How often each is named, beside the one that most sentences name: main, much, some."""
    counts: dict[str, int] = defaultdict(int)
    for names in named:
        for name in set(names):
            counts[name] += 1
    most = max(counts.values(), default=1)
    return {
        n: "main" if c == most else "much" if 2 * c >= most else "some" for n, c in counts.items()
    }
