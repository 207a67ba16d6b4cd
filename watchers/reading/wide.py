"""Every plausible (actor, claim) pair of every sentence, for a linear model to weigh.

Knows what the stages found: who could hold a position, what could be meant, what the rules made of it. Knows
no weights. Wide on purpose: the model says which pairs hold.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchers.model import Position, Via, When
from watchers.reading.chain import Governed
from watchers.reading.composition import OPPOSITE, Composed
from watchers.reading.evidence import SIGN, Evidence, Features, Span
from watchers.reading.mentions import Mention
from watchers.reading.relevance import Relevance
from watchers.reading.resolve import ArticleReader, Candidate, Trace
from watchers.reading.soldier_words import SOLDIERS
from watchers.reading.voice import Voice

#: Claims that are weighed in one sentence, the likeliest first.
_CLAIMS_MAX = 4
#: Share of a keyword that a sentence without a mention must hold, its surroundings included.
_SHARE_MIN = 0.34
#: How much a claim counts where it is named, and where the topic is carried on.
_NAMED, _CARRIED = 3.0, 1.0
#: What is left of a claim after each sentence that does not name it, and when it is forgotten.
_FADE, _FORGOTTEN = 0.7, 0.25
#: Parts that an actor must play to hold a claim which the sentence does not name.
_SOURCES = frozenset({"source"})
_SUBJECTS = frozenset({"agent", "owner", "last-0", "last-1", "agent-before"})
#: Paragraphs for which the last speaker may still be speaking.
_SPEAKER_PARAGRAPHS = 2


#: An actor, the voice that names it, and the parts it plays.
_Part = tuple[str, Voice | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Slot:
    """A claim in play in a sentence, in the mouth of one holder."""

    claim: str
    #: The name by which mentions go: the claim's, or the soldiers' of a place.
    key: str
    features: Features
    anchor: Span | None
    mention: Mention | None
    polarity: int


@dataclass(frozen=True, slots=True)
class _InPlay:
    """A claim, or soldiers, in a sentence, whoever speaks of them."""

    key: str
    rank: int
    #: here, topic or share.
    place: str
    mention: Mention | None
    anchor: Span | None
    #: Features of how it is named.
    named: list[str]
    #: Claims that are not meant here, whoever speaks.
    barred: frozenset[str]
    #: Features worked out for holders so far.
    slots: dict[tuple[str, str, bool, bool], Features] = field(default_factory=dict)


@dataclass(slots=True)
class _Holder:
    """An actor in play in a sentence, with the parts it plays there."""

    actor: str
    roles: set[str] = field(default_factory=set)
    voice: Voice | None = None
    features: Features = ()


class Wide:
    """Generates the pairs of one article after its rules have been run."""

    def __init__(self, reading: ArticleReader, relevance: Relevance) -> None:
        self.reading, self.relevance = reading, relevance
        self.know, self.active = reading.know, reading.active
        self.ruled: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        self.by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in reading.candidates:
            self.by_sentence[candidate.sentence.index].append(candidate)
            self.ruled[candidate.actor, candidate.claim].append(candidate)
        self.chains: dict[int, list[tuple[Governed, Composed]]] = defaultdict(list)
        for index, chain, composed in reading.governed:
            self.chains[index].append((chain, composed))
        traces = reading.traces
        self.claim_rank = _prominence((m.claim for m in t.mentions) for t in traces)
        self.actor_rank = _prominence((a for v in t.voices for a in v.actors) for t in traces)
        #: Claim -> how much of it the last sentences named.
        self.carried: dict[str, float] = {}
        self.in_title: set[str] = set()
        self.lead: frozenset[str] = frozenset()
        self.last_agent: tuple[int, str] = (-9, "")

    def pairs(self) -> list[Pair]:
        made: list[Pair] = []
        for trace in self.reading.traces:
            shares = self.relevance.shares(trace.concepts)
            claims = self._claims(trace, shares)
            if claims:
                made += self._sentence(trace, claims, shares)
            self._carry(trace, shares)
        return made

    def _sentence(
        self, trace: Trace, claims: Mapping[str, float], shares: Mapping[str, float]
    ) -> Iterable[Pair]:
        holders = self._holders(trace)
        if not holders:
            return
        evidence = Evidence(trace)
        whole: Features = ()
        plays = self._in_play(trace, claims, evidence)
        for holder in holders.values():
            for slot in self._slots(holder, plays, shares):
                whole = whole or evidence.whole(len(claims), len(holders))
                holder.features = holder.features or self._of_holder(holder, holders, evidence)
                yield self._pair(trace, holder, slot, evidence, whole)

    # -- what ----------------------------------------------------------------------------------------

    def _claims(self, trace: Trace, shares: Mapping[str, float]) -> dict[str, float]:
        """The claims in play and how strongly; soldiers stand for the claims about them."""
        found: dict[str, float] = {m.claim: _NAMED for m in trace.mentions}
        for mention in trace.topic:
            found[mention.claim] = max(found.get(mention.claim, 0.0), _CARRIED)
        for claim in self.active - trace.barred:
            total = shares.get(claim, 0.0) + 0.5 * self.carried.get(claim, 0.0)
            if total >= _SHARE_MIN:
                found[claim] = found.get(claim, 0.0) + total
        for claim, strength in self.carried.items():
            if claim.startswith(SOLDIERS):
                found.setdefault(claim, strength)
        best = sorted(found, key=lambda c: (-found[c], c))[:_CLAIMS_MAX]
        return {claim: found[claim] for claim in best}

    def _carry(self, trace: Trace, shares: Mapping[str, float]) -> None:
        """What the next sentences may be on without saying so."""
        faded = {c: _FADE * v for c, v in self.carried.items() if _FADE * v > _FORGOTTEN}
        for claim, share in shares.items():
            faded[claim] = max(faded.get(claim, 0.0), share)
        faded |= {m.claim: 1.0 for m in trace.mentions}
        self.carried = faded
        if trace.sentence.in_title:
            self.in_title = {m.claim for m in trace.mentions}
        agents = [v for v in trace.voices if v.role == "agent" and v.actors]
        if agents:
            self.lead = self.lead or frozenset(agents[0].actors)
            self.last_agent = (trace.sentence.paragraph, agents[0].actors[0])

    def _in_play(
        self, trace: Trace, claims: Mapping[str, float], evidence: Evidence
    ) -> list[_InPlay]:
        """The places where the sentence's claims are named, or carried to, whoever holds them."""
        made = []
        for rank, key in enumerate(claims):
            here = [m for m in trace.mentions if m.claim == key]
            here.sort(key=lambda m: not self._is_governed(trace, m))
            topic = [m for m in trace.topic if m.claim == key] if not here else []
            place = "here" if here else "topic" if topic else "share"
            for mention in here or topic or (None,):
                if here and mention is not None:
                    anchor: Span | None = (mention.i, mention.j)
                    named = evidence.of_mention(mention)
                else:
                    anchor, named = self.relevance.anchor(key, trace.concepts), []
                barred = trace.barred | (mention.barred if mention is not None else frozenset())
                made.append(_InPlay(key, rank, place, mention, anchor, named, barred))
        return made

    def _slots(
        self, holder: _Holder, plays: list[_InPlay], shares: Mapping[str, float]
    ) -> Iterable[_Slot]:
        """The claims for one holder: soldiers become the claim that they are in its mouth."""
        made: set[str] = set()
        meanings = [
            (play, name, relation)
            for play in plays
            for name, relation in self._named(play.key, play.mention, holder.actor)
        ]
        # What a mention means outright comes before what another could mean.
        meanings.sort(key=lambda one: one[2].startswith(("mine-", "force-")))
        for play, name, relation in meanings:
            mention = play.mention
            if name not in self.active or name in play.barred or name in made:
                continue
            if play.place != "here" and not self._may_hold(holder, name):
                continue
            made.add(name)
            only = mention is not None and mention.only not in ("", holder.actor)
            party = not relation and self.relevance.is_party(play.key, holder.actor)
            features = play.slots.get((name, relation, only, party))
            if features is None:
                features = tuple(self._of_claim(name, play, relation, shares))
                features += ("c-only-another",) * only + ("c-party",) * party
                play.slots[name, relation, only, party] = features
            yield _Slot(
                name, play.key, features, play.anchor, mention if play.place == "here" else None,
                mention.polarity if mention is not None else 1,
            )  # fmt: skip

    def _may_hold(self, holder: _Holder, claim: str) -> bool:
        """Whether the actor's part is large enough for a claim that the sentence does not name.

        Of such pairs, one in a hundred holds where the actor is a mere object; a shipped claim, with its many
        keywords, is left unnamed so seldom that nobody but a source can be meant (one in 500 of the others).
        """
        parts = _SOURCES | _SUBJECTS if self.relevance.has_few(claim) else _SOURCES
        return not holder.roles.isdisjoint(parts)

    def _of_claim(
        self, name: str, play: _InPlay, relation: str, shares: Mapping[str, float]
    ) -> list[str]:
        key, place, mention = play.key, play.place, play.mention
        how = mention.how if mention is not None else "share"
        share, carried = _bucket(shares.get(key, 0.0)), _bucket(self.carried.get(key, 0.0))
        made = [
            f"c-{place}-{how}", f"c-{place}", f"c-rank={play.rank}", f"c-carried={carried}",
            f"c-prominence={self.claim_rank.get(key, 'none')}", *play.named,
        ]  # fmt: skip
        if relation:
            made += [f"c-doer-{relation}", "c-soldiers", f"c-doer-{relation}-{place}"]
        else:
            made += [f"c-share={share}", "c-matter"]
        if self.relevance.has_few(name):
            made += [f"c-few-{place}", f"c-few-{how}", f"c-few-share={share}", f"c-few-carried={carried}"]  # fmt: skip
        if key in self.in_title:
            made.append("c-title")
        if mention is not None and mention.polarity < 0:
            made.append("c-against")
        return made

    def _named(self, claim: str, mention: Mention | None, actor: str) -> Iterable[tuple[str, str]]:
        """(claim, whose soldiers as seen from the holder) for a mention in the mouth of an actor."""
        if not claim.startswith(SOLDIERS):
            yield claim, ""
            return
        deployment = self.know.deployments[int(claim.removeprefix(SOLDIERS))]
        others = deployment.claims.get("others")
        sends = not self.reading.is_collective(actor) and actor not in deployment.outsiders
        mine = deployment.claims.get(actor, deployment.claims.get("own")) if sends else None
        doer = mention.doer if mention is not None else "carried"
        known = doer in ("west", "own", "bare", "carried")
        relation = doer if known else "same" if doer == actor else "other"
        meant = self.reading.claim_for(mention, actor) if mention is not None else None
        if meant is not None and meant[0] == actor:
            yield meant[1], relation
        if mine and relation != "other" and (meant is None or meant[1] != mine):
            yield mine, f"mine-{relation}"
        if others and (meant is None or meant[1] != others):
            yield others, f"force-{relation}"

    def _is_governed(self, trace: Trace, mention: Mention) -> bool:
        return any(chain.mention == mention for chain, _ in self.chains[trace.sentence.index])

    # -- who -----------------------------------------------------------------------------------------

    def _holders(self, trace: Trace) -> dict[str, _Holder]:
        """The actors in play: sources, subjects, owners, adjectives, the last speaker and subject."""
        found: dict[str, _Holder] = {}
        for actor, voice, roles in (*_in_sentence(trace), *self._from_before(trace)):
            if actor in self.know.actors:
                holder = found.setdefault(actor, _Holder(actor))
                holder.roles.update(roles)
                holder.voice = holder.voice or voice
        for actor in self.lead & found.keys():
            found[actor].roles.add("lead")
        return found

    def _from_before(self, trace: Trace) -> Iterable[_Part]:
        if trace.before is not None and trace.before_gap <= _SPEAKER_PARAGRAPHS:
            for actor in trace.before.actors:
                yield actor, trace.before, (f"last-{trace.before_gap}",)
        paragraph, actor = self.last_agent
        if actor and trace.sentence.paragraph - paragraph <= 1:
            yield actor, None, ("agent-before",)

    def _of_holder(
        self, holder: _Holder, holders: Mapping[str, _Holder], evidence: Evidence
    ) -> Features:
        made = [f"h-{role}" for role in sorted(holder.roles)]
        others = [h for h in holders.values() if h is not holder]
        made += [
            f"h-other-{part}"
            for part in ("source", "agent")
            if part not in holder.roles and any(part in h.roles for h in others)
        ]
        made.append(f"h-prominence={self.actor_rank.get(holder.actor, 'none')}")
        if holder.voice is None:
            made.append("h-unvoiced")
        else:
            made.append(f"h-rank={int(holder.voice.authority)}")
            if evidence.is_dateline(holder.voice):
                made.append("h-dateline")
        if self.reading.is_collective(holder.actor):
            made.append("h-collective")
        return tuple(made)

    # -- both ----------------------------------------------------------------------------------------

    def _pair(
        self, trace: Trace, holder: _Holder, slot: _Slot, evidence: Evidence, whole: Features
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
        return Pair(
            actor=holder.actor, claim=slot.claim, trace=trace, voice=holder.voice,
            name=self.know.actors[holder.actor].name, quoted=evidence.is_quoted(slot.anchor),
            features=(
                whole, holder.features, slot.features, evidence.around(slot.anchor), cued.features,
                tuple(dict.fromkeys((*(chained or ("g-none",)), *rules))),
            ),
            positions=(*positions, *cued.positions), ruled=ruled,
        )  # fmt: skip

    def _ruled(self, trace: Trace, actor: str, claim: str) -> tuple[Candidate | None, list[str]]:
        """What the rules say of the pair, here and elsewhere in the article."""
        ruled, made = None, []
        for candidate in self.by_sentence.get(trace.sentence.index, ()):
            if candidate.actor == actor and candidate.claim == claim:
                ruled, kind = candidate, _kind(candidate)
                made += [f"r{SIGN[candidate.position]}{kind}", f"r-any{kind}"]
                made += [f"r-{rule}" for rule in candidate.rules]
            elif candidate.claim == claim:
                made.append("r-claim-other")
            elif candidate.actor == actor:
                made.append("r-holder-other")
        for candidate in self.ruled.get((actor, claim), ()):
            if candidate.sentence is not trace.sentence:
                made.append(f"R-{SIGN[candidate.position]}{_kind(candidate)}")
        return ruled, made


def _in_sentence(trace: Trace) -> Iterable[_Part]:
    """Who is named in a sentence, and as what."""
    for report in trace.reports:
        for actor in report.source.actors if report.source is not None else ():
            yield actor, report.source, ("source", f"source-{report.rule}")
    first = True
    for voice in trace.voices:
        roles = [voice.role, f"{voice.kind}-{voice.role}"]
        if voice.word in ("he", "she", "they", "it"):
            roles.append("pronoun")
        if first and voice.role == "agent" and voice.actors:
            roles.append("first-agent")
            first = False
        for actor in voice.actors:
            yield actor, voice, tuple(roles)
    inside = {k for v in trace.voices for k in range(v.i, v.j)}
    for mark in trace.marks:
        if mark.kind == "adj" and mark.i not in inside:
            yield mark.value, None, ("adjective",)


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
