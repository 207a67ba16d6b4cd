"""From who holds what to a candidate statement: position, time, way of telling, authority, rules and spans.

Knows everything of one sentence and whose the position is. Knows no other sentence, but for the last one's time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from watchers.model import Act, Authority, Position, RoleSpan, Via, When
from watchers.reading.composition import OPPOSITE, Composed
from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import JOINT, SOLDIERS
from watchers.reading.speech.report import Report
from watchers.reading.stance.chain import Governed
from watchers.reading.stance.conditions import conditioned
from watchers.reading.stance.insisting import is_insisted
from watchers.reading.stance.owned import tells_how_likely
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.stance.turns import Turn, reversal_at, tells_news
from watchers.reading.statements.when import said_on, time_of
from watchers.reading.text.document import Document, Sentence
from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice

#: What a government is called that governs no more.
_PRECEDING = frozenset({"former", "last", "preceding", "previous"})
#: Kinds of voices behind which an anonymous source may stand.
_OFFICIAL = frozenset({"official", "office", "body", "country"})
#: What they are called who speak for a government and are not named, nor is their office: "a senior French official".
_NAMELESS = frozenset({
    "adviser", "advisers", "advisor", "advisors", "aide", "aides", "diplomat", "diplomats", "insider", "insiders",
    "official", "officials", "people", "person", "source", "sources",
})  # fmt: skip

#: Rules by which something is told as done or to be done, or as somebody's will.
_DEEDS = frozenset({
    "act-done", "act-not-done", "act-will", "act-not-will", "act-would", "act-not-would", "commit",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One reading of one place, before the article's readings are merged."""

    actor: str
    claim: str
    position: Position
    speaker: str
    authority: Authority
    when: When
    via: Via
    act: Act | None
    said_on: date | None
    sentence: Sentence
    #: The token of the sentence at which it is stated.
    token: int
    rules: tuple[str, ...]
    roles: tuple[RoleSpan, ...] = ()
    #: Whether the holder is named as a country alone.
    country: bool = False
    #: Claims of whose matter the sentence speaks too, in this actor's mouth.
    beside: frozenset[str] = frozenset()

    @property
    def is_loose(self) -> bool:
        """Held together by nearness alone; with a subject before its cue and the claim's own words behind, it counts."""
        mention, chain, subject = self.rules[:3]
        return chain.startswith("chain-loose") and not (
            chain == "chain-loose" and subject == "subject-voices" and mention == "mention-keyword"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A position on a mention, where it is stated and in which report."""

    trace: Trace
    chain: Governed
    composed: Composed
    #: The token whose speaker speaks for it all.
    token: int
    report: Report | None


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a position, by which rule; where another tells it, who."""

    voice: Voice
    via: Via
    rule: str
    by: Voice | None = None


class Candidates:
    """Makes the candidates of one article, sentence after sentence."""

    def __init__(
        self, knowledge: Knowledge, document: Document, published: date, active: frozenset[str]
    ) -> None:
        self.know, self.document, self.published, self.active = knowledge, document, published, active  # fmt: skip
        self.found: list[Candidate] = []
        #: Sentence, holder and time of the last candidate.
        self._told = (-9, "", When.NOW)

    def add(self, stated: Stated, held: Held) -> None:
        """A candidate for each actor that a voice speaks for, on the claim that the mention is in its mouth."""
        mention, barred = stated.chain.mention, stated.trace.barred
        for actor in held.voice.actors:
            owner = self._owner(stated, actor)
            if owner is None:
                continue
            holder, claim = owner
            agent = self.know.claims[claim].agent if claim in self.know.claims else ""
            if agent and holder != agent and _tells_of_deed(stated, agent):
                holder = agent
            if (
                claim not in self.know.claims
                or holder not in self.know.actors
                or claim not in self.active - barred
            ):
                continue
            via = held.via if holder == actor else Via.SECONDHAND
            candidate = self._candidate(stated, held, holder, claim, via)
            self.found.append(candidate)
            force = self._force_joined(mention, candidate, barred)
            if force is not None:
                self.found.append(replace(candidate, claim=force))

    def _owner(self, stated: Stated, actor: str) -> tuple[str, str] | None:
        """Whose position on which claim it is; of another's soldiers only what he does is his: "said that France will send"."""
        mention, groups = stated.chain.mention, stated.chain.groups
        owner = self.know.claim_for(mention, actor)
        if mention.doer == actor or mention.doer not in self.know.actors:
            return owner
        if not groups or groups[0].cue is None:
            return owner
        if tells_how_likely(groups):
            return None  # "doubts that France will send soldiers"
        if owner is None or owner[0] == actor:
            return owner
        named = mention.how in SOLDIERLY
        return self.know.claim_for(replace(mention, doer="west"), actor) if named else None

    def overtake(self, sentence: Sentence, turn: Turn, *, is_reversed: bool) -> None:
        """What is told before a turn, in its sentence or the one before, is past; where it `is_reversed`, the opposite is now."""
        near = (sentence.index, sentence.index - (turn.at == 0))
        both = [
            c
            for c in self.found
            if c.sentence.index in near
            and c.actor in turn.voice.actors
            and (is_reversed or c.when is When.NOW)
        ]
        # "X, who had rejected it, changed his mind"
        news = (reversal_at(sentence.words) or 0) if is_reversed and turn.at == 0 else turn.at
        later = [c for c in both if c.sentence is sentence and c.token >= news]
        told = {(c.actor, c.claim): c.position.direction for c in later if not c.is_loose}
        for c in both:
            now = told.get((c.actor, c.claim))
            is_told = now is not None
            if c in later or now is c.position.direction:
                continue
            if not (is_told or is_reversed or turn.is_plain):
                continue
            if (
                is_reversed
                and not is_told
                and c.sentence is not sentence
                and tells_news(c.sentence.words)
            ):
                continue  # the sentence before told the change itself
            if is_reversed and not is_told:
                position, rules = OPPOSITE[c.position], (*c.rules, "reversed")
                self.found.append(replace(c, position=position, when=When.NOW, rules=rules))
            k = next(n for n, other in enumerate(self.found) if other is c)
            self.found[k] = replace(c, when=When.PAST, rules=(*c.rules, "overtaken"))

    def _force_joined(
        self, mention: Mention, offer: Candidate, barred: frozenset[str]
    ) -> str | None:
        """The claim about the force, where one's own soldiers are offered to it by name: "a peacekeeping force"."""
        if mention.how != "force" or offer.position is not Position.SUPPORTS:
            return None
        claims = self.know.deployment_of(mention.claim).claims
        others = claims.get("others")
        joined = offer.claim == claims.get("own") and others in self.active - barred
        return others if joined and others not in mention.barred else None

    def _candidate(self, stated: Stated, held: Held, actor: str, claim: str, via: Via) -> Candidate:
        chain, composed, sentence = stated.chain, stated.composed, stated.trace.sentence
        marks = stated.trace.marks
        position = composed.position if chain.mention.polarity > 0 else OPPOSITE[composed.position]
        if is_insisted(sentence.words, stated.trace.voices, chain, actor, position):
            position = OPPOSITE[position]
        position, conditions = conditioned(sentence.words, marks, chain, position)
        span = chain.cue or (chain.mention.i, chain.mention.j)
        told_at = stated.report.i if stated.report is not None else None
        nested = told_at is not None and any(r.covers(told_at) for r in stated.trace.reports)
        if nested or "free-indirect" in held.rule or "continued" in held.rule:
            told_at = 0  # what is told within told words is shifted back with them
        begin = stated.trace.turn if span[0] >= stated.trace.turn else 0
        when, act = time_of(
            sentence,
            marks,
            span,
            self.published,
            chain.form,
            told_at=told_at,
            begin=begin,
            first=chain.first,
        )
        if when is When.NOW and (
            self._carries_past(sentence, held) or _is_of_before(sentence.words, held.voice)
        ):
            when = When.PAST
        self._told = (sentence.index, held.voice.label, when)
        said = None
        if when is When.NOW or when is When.PAST:
            text = self.document.folded[sentence.start : sentence.end]
            said = said_on(text, self.published, present=False)
        via = _via(stated, held, via)
        rules = (
            f"mention-{chain.mention.how}", f"chain-{chain.side}", f"subject-{chain.subject}", *composed.rules,
            *conditions, held.rule, f"when-{when}",
        )  # fmt: skip
        return Candidate(
            actor=actor, claim=claim, position=position, authority=_authority(held, via), when=when, via=via,
            speaker=held.by.label if held.by is not None else held.voice.label_for(actor),
            act=composed.act or act, said_on=said, sentence=sentence, token=stated.token, rules=rules,
            roles=self._roles(stated), country=held.by is None and held.voice.kind == "country",
            beside=self._beside(stated.trace, actor),
        )  # fmt: skip

    def _carries_past(self, sentence: Sentence, held: Held) -> bool:
        """As in "Last week he said … He also called …": a pronoun goes on with what was recalled before it."""
        index, label, when = self._told
        return (
            when is When.PAST
            and sentence.index - index == 1
            and label == held.voice.label
            and sentence.words[0] in ("he", "she", "it")
            and sentence.words[1:2] == ["also"]
        )

    def _beside(self, trace: Trace, actor: str) -> frozenset[str]:
        """What the sentence is on beside the mention at hand; part of a force is the force."""
        owners = [self.know.claim_for(m, actor) for m in trace.mentions]
        found = {owner[1] for owner in owners if owner is not None}
        for m in trace.mentions:
            if m.claim.startswith(SOLDIERS) and (m.how == "force" or JOINT in m.doer):
                found.add(self.know.deployment_of(m.claim).claims.get("others", ""))
        return frozenset(found & self.active - trace.barred)

    def _roles(self, stated: Stated) -> tuple[RoleSpan, ...]:
        sentence = stated.trace.sentence
        shift = 0 if sentence.in_title else self.document.text_start
        return tuple(
            RoleSpan(
                role=role,
                start=sentence.starts[i] - shift,
                end=sentence.ends[j - 1] - shift,
                in_title=sentence.in_title,
            )
            for role, i, j in _role_tokens(stated)
            if i < j
        )


def _is_of_before(words: list[str], voice: Voice) -> bool:
    """As in "The previous government had been ready …": what those held who governed before."""
    return voice.kind == "body" and not _PRECEDING.isdisjoint(words[max(0, voice.i - 2) : voice.j])


def _tells_of_deed(stated: Stated, agent: str) -> bool:
    """As in "London said the US would help", "the American willingness": told of him who does it, and not asked of him."""
    chain = stated.chain
    if chain.side != "left" or _DEEDS.isdisjoint(stated.composed.rules):
        return False
    if chain.subject == "voices":
        return any(agent in voice.actors for voice in chain.subjects)
    named = any(end <= chain.first for _, end in chain.mention.names)
    return named and chain.subject in ("matter", "none")


def _role_tokens(stated: Stated) -> Iterable[tuple[str, int, int]]:
    chain, report = stated.chain, stated.report
    if chain.side != "answer":
        yield "claim", chain.mention.i, chain.mention.j
    if chain.cue:
        yield "cue", *chain.cue
    if report is not None and report.source is not None:
        yield "source", report.source.i, report.source.j
    for voice in chain.subjects:
        yield "source", voice.i, voice.j


def _via(stated: Stated, held: Held, via: Via) -> Via:
    if via is Via.SECONDHAND:
        return via
    trace = stated.trace
    if held.voice.kind in _OFFICIAL and (
        held.voice.label.split(" ")[-1] in _NAMELESS
        or any(m.kind == "anonymous" for m in trace.marks)
    ):
        return Via.ANONYMOUS
    direct = trace.sentence.quote[stated.token] >= 0 or held.rule.endswith("-authored")
    return Via.QUOTE if direct else via


def _authority(held: Held, via: Via) -> Authority:
    if via is Via.SECONDHAND:
        return Authority.NONE
    return Authority.ANONYMOUS if via is Via.ANONYMOUS else held.voice.authority
