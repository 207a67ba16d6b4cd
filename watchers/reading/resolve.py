"""Whose position a governed mention is: speaker or subject, first or second hand, with what authority.

Puts voices, reports and chains of one article together, sentence after sentence, with the discourse state.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from watchers.actors import Actors
from watchers.claims import Claim
from watchers.cues import CueClass
from watchers.model import Act, Article, Authority, Position, RoleSpan, Via, When
from watchers.reading.chain import ChainFinder, Governed
from watchers.reading.composition import OPPOSITE, Composed, compose
from watchers.reading.reports import Report, find_reports, innermost
from watchers.reading.soldiers import SOLDIERS, claim_of, find_soldiers
from watchers.reading.text import Document, Sentence
from watchers.reading.topics import Mention, Topics, echo_mentions
from watchers.reading.vocabulary import Automaton, Mark, marks_of
from watchers.reading.voices import Cast, Voice, VoiceFinder
from watchers.reading.when import said_on, time_of

#: Actors that speak of others' soldiers in Ukraine and send none of their own to the force.
_OUTSIDERS = frozenset({"russia", "ukraine", "belarus"})
_COLLECTIVE = frozenset({"eu", "europe", "nato", "un", "vatican"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What was compiled once for all articles."""

    actors: Actors
    world: Actors
    claims: Mapping[str, Claim]
    topics: Topics
    names: Automaton
    lexicon: Automaton
    with_soldiers: bool

    def look(self, folded: str) -> bool:
        return True


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
    rules: tuple[str, ...]
    features: Mapping[str, float]
    roles: tuple[RoleSpan, ...] = ()


Miss = tuple[str, str, tuple[int, int]]


@dataclass(slots=True)
class Held:
    """Who holds what: the outcome of resolving one governed mention for one voice."""

    voice: Voice
    via: Via
    rule: str
    by: Voice | None = None
    features: dict[str, float] = field(default_factory=dict)


class ArticleReader:
    """Reads one article from first sentence to last."""

    def __init__(self, knowledge: Knowledge, article: Article, document: Document) -> None:
        self.know, self.article, self.document = knowledge, article, document
        self.published = article.published.date()
        self.cast = Cast(knowledge.world, self.published)
        self.finder = VoiceFinder(self.cast, document.raw)
        self.candidates: list[Candidate] = []
        self.misses: list[Miss] = []
        self.topic: list[Mention] = []
        self.topic_age = 99
        self.spoken_of = False
        self.echo_of: dict[str, int] = {}
        self.last_speaker: Voice | None = None
        self.speaker_paragraph = -1

    def read(self) -> tuple[list[Candidate], list[Miss]]:
        names = self.know.names.find(self.document.folded, self.document.raw)
        self.active = self._in_context(names)
        position = 0
        for sentence in self.document.sentences:
            while position < len(names) and names[position][0] < sentence.start:
                position += 1
            stop = position
            while stop < len(names) and names[stop][0] < sentence.end:
                stop += 1
            self._sentence(sentence, marks_of(sentence, names[position:stop], 0))
        return self.candidates, self.misses

    def _in_context(self, names: list[tuple[int, int, object]]) -> frozenset[str]:
        families = {e.value[0] for _, _, e in names if e.kind == "fam"}  # type: ignore[attr-defined]
        return frozenset(
            claim.id
            for claim in self.know.claims.values()
            if not claim.context or families & set(claim.context)
        )

    # -- one sentence --------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, marks: list[Mark]) -> None:
        mentions = self._mentions(sentence, marks)
        voices = self.finder.find(sentence, marks)
        lexicon = self.know.lexicon.find(
            self.document.folded[sentence.start : sentence.end],
            self.document.raw[sentence.start : sentence.end],
        )
        marks = sorted(
            [*marks, *marks_of(sentence, lexicon, sentence.start)], key=lambda m: (m.i, -m.j)
        )
        reports = find_reports(sentence, marks, voices)
        if mentions:
            chains = ChainFinder(
                sentence, marks, voices, mentions, {k for r in reports for k in range(r.i, r.j)}
            )
            for mention in mentions:
                self._mention(sentence, marks, voices, reports, chains, mention)
            self.topic, self.topic_age = mentions, 0
        else:
            self.topic_age += 1
        self._remember_speaker(sentence, reports)

    def _mentions(self, sentence: Sentence, marks: list[Mark]) -> list[Mention]:
        topics = self.know.topics
        concepts = topics.concepts(sentence, marks)
        excluded = {m.value for m in marks if m.kind == "exclude"}
        found = topics.find(sentence, concepts, self.active - excluded)
        for claim in self.active - excluded - {m.claim for m in found}:
            keys = topics.echoes.get(claim)
            if keys and sentence.index - self.echo_of.get(claim, -99) <= 4:  # noqa: PLR2004
                found += list(echo_mentions(sentence, concepts, claim, keys).values())[:1]
        for mention in found:
            if mention.how == "keyword":
                self.echo_of[mention.claim] = sentence.index
        if self.know.with_soldiers and self.active:
            soldiers = find_soldiers(sentence, marks, spoken_of=self.spoken_of)
            if soldiers:
                self.spoken_of = True
            found += soldiers
        return found

    def _remember_speaker(self, sentence: Sentence, reports: list[Report]) -> None:
        for report in reports:
            if report.source is not None:
                self.cast.heard(report.source)
                self.last_speaker, self.speaker_paragraph = report.source, sentence.paragraph
            elif report.rule == "unknown-source":
                self.last_speaker = None

    # -- one mention ---------------------------------------------------------------------------------

    def _mention(
        self,
        sentence: Sentence,
        marks: list[Mark],
        voices: list[Voice],
        reports: list[Report],
        chains: ChainFinder,
        mention: Mention,
    ) -> None:
        governed = chains.govern(mention)
        if not governed:
            self._miss(mention, "claim without a cue", sentence)
            return
        for chain in governed:
            composed = compose(chain.groups)
            if composed is None:
                self._miss(mention, "cue without a position", sentence)
                continue
            self._hold(sentence, marks, voices, reports, chain, composed)

    def _hold(
        self,
        sentence: Sentence,
        marks: list[Mark],
        voices: list[Voice],
        reports: list[Report],
        chain: Governed,
        composed: Composed,
    ) -> None:
        token = chain.cue[0] if chain.cue else chain.mention.i
        report, outer = innermost(reports, token)
        speaker, rule = self._speaker(sentence, report, token)
        held = self._holders(chain, composed, report, speaker, rule)
        if not held:
            self._miss(chain.mention, "claim without speaker", sentence)
        for one in held:
            self._state(sentence, marks, chain, composed, one, report, token)

    def _speaker(
        self, sentence: Sentence, report: Report | None, token: int
    ) -> tuple[Voice | None, str]:
        if report is not None:
            return report.source, report.rule
        if (
            sentence.quote[token] >= 0
            and self.last_speaker is not None
            and sentence.paragraph - self.speaker_paragraph <= 1
        ):
            return self.last_speaker, "continued-quote"
        return None, "narrator"

    def _holders(
        self,
        chain: Governed,
        composed: Composed,
        report: Report | None,
        speaker: Voice | None,
        rule: str,
    ) -> list[Held]:
        if report is not None and speaker is None:
            return []
        if speaker is not None and not speaker.speaks:
            return []
        if chain.subject in ("voices", "inherited"):
            return [
                held
                for voice in chain.subjects
                for held in self._by_subject(chain, composed, voice, speaker, rule)
            ]
        if speaker is None:
            return []
        if chain.subject == "none" and chain.side == "left" and chain.groups[-1].cue is None:
            return []
        return [Held(speaker, Via.REPORTED, f"speaker-{rule}")]

    def _by_subject(
        self, chain: Governed, composed: Composed, voice: Voice, speaker: Voice | None, rule: str
    ) -> list[Held]:
        if voice.word in ("we", "i"):
            return [Held(speaker, Via.REPORTED, f"we-{rule}")] if speaker is not None else []
        if not voice.actors:
            return []
        if speaker is None:
            if composed.demand:
                return []
            return [Held(voice, Via.REPORTED, f"subject-{voice.kind}")]
        if set(voice.actors) & set(speaker.actors):
            return [Held(speaker, Via.REPORTED, f"subject-is-speaker-{rule}")]
        if composed.demand or (composed.cue is None and self._is_own_subject(chain.mention, voice)):
            return [Held(speaker, Via.REPORTED, f"of-another-{rule}")]
        return [
            Held(
                replace(voice, label=voice.label), Via.SECONDHAND, f"secondhand-{rule}", by=speaker
            )
        ]

    def _is_own_subject(self, mention: Mention, voice: Voice) -> bool:
        """Whether the voice is the one of whom the proposition speaks: Ukraine, in "Ukraine joins NATO"."""
        if mention.claim == SOLDIERS:
            return False
        claim = self.know.claims[mention.claim]
        pattern = self.know.topics.parse(claim.id, claim.proposition, 1)
        return any(
            ("@", actor) in element for element in pattern.elements for actor in voice.actors
        )

    # -- the statement ---------------------------------------------------------------------------------

    def _state(
        self,
        sentence: Sentence,
        marks: list[Mark],
        chain: Governed,
        composed: Composed,
        held: Held,
        report: Report | None,
        token: int,
    ) -> None:
        for actor in held.voice.actors:
            owner = self._claim(chain.mention, actor)
            if owner is None:
                continue
            holder, claim = owner
            via = held.via
            if holder != actor:
                via = Via.SECONDHAND
            if (
                claim not in self.know.claims
                or holder not in self.know.actors
                or claim not in self.active
            ):
                continue
            self.candidates.append(
                self._candidate(
                    sentence, marks, chain, composed, held, report, token, holder, claim, via
                )
            )

    def _claim(self, mention: Mention, actor: str) -> tuple[str, str] | None:
        if mention.claim != SOLDIERS:
            return actor, mention.claim
        found = claim_of(
            mention.doer, actor, collective=actor in _COLLECTIVE, outsider=actor in _OUTSIDERS
        )
        if found is None:
            return None
        whose, claim = found
        return (actor if whose == "holder" else mention.doer), claim

    def _candidate(
        self,
        sentence: Sentence,
        marks: list[Mark],
        chain: Governed,
        composed: Composed,
        held: Held,
        report: Report | None,
        token: int,
        actor: str,
        claim: str,
        via: Via,
    ) -> Candidate:
        position = composed.position if chain.mention.polarity > 0 else OPPOSITE[composed.position]
        position, conditions = self._conditions(sentence, marks, chain, position, claim)
        span = chain.cue or (chain.mention.i, chain.mention.j)
        when, act = time_of(sentence, marks, span, self.published, chain.form)
        said = None
        text = self.document.folded[sentence.start : sentence.end]
        if when is When.NOW or when is When.PAST:
            said = said_on(text, self.published, present=False)
        if via is not Via.SECONDHAND:
            if any(m.kind == "anonymous" for m in marks) and held.voice.kind in (
                "official",
                "office",
                "body",
                "country",
            ):
                via = Via.ANONYMOUS
            elif sentence.quote[token] >= 0:
                via = Via.QUOTE
        speaker = held.by.label if held.by is not None else held.voice.label
        authority = (
            Authority.NONE
            if via is Via.SECONDHAND
            else Authority.ANONYMOUS
            if via is Via.ANONYMOUS
            else held.voice.authority
        )
        rules = (
            f"mention-{chain.mention.how}",
            f"chain-{chain.side}",
            f"subject-{chain.subject}",
            *composed.rules,
            *conditions,
            held.rule,
            f"when-{when}",
        )
        features = dict.fromkeys(rules, 1.0)
        return Candidate(
            actor=actor, claim=claim, position=position, speaker=speaker, authority=authority, when=when, via=via,
            act=composed.act or act, said_on=said, sentence=sentence, rules=rules, features=features,
            roles=self._roles(sentence, chain, report),
        )  # fmt: skip

    def _conditions(
        self, sentence: Sentence, marks: list[Mark], chain: Governed, position: Position, claim: str
    ) -> tuple[Position, tuple[str, ...]]:
        conds = [
            m
            for m in marks
            if (m.kind == "cond" and m.i > chain.first) or (m.kind == "cond" and m.i == 0)
        ]
        evens = [m for m in marks if m.kind == "even"]
        leaves = [m for m in marks if m.kind == "leave"]
        parts = [m for m in marks if m.kind == "part"]
        for cond in conds:
            if any(e.i <= cond.i < e.j for e in evens):
                continue
            word = " ".join(sentence.words[cond.i : cond.j])
            if leaves:
                return position, ("condition-foreign-leave",)
            if (
                word in ("unless", "without american", "without us", "not before", "not until")
                and position is Position.OPPOSES
            ):
                return Position.OPEN, ("condition-unless",)
            if any(cond.i < p.i <= cond.i + 8 for p in parts):
                continue
            if position is Position.SUPPORTS:
                return Position.OPEN, ("condition",)
        return position, ()

    def _roles(
        self, sentence: Sentence, chain: Governed, report: Report | None
    ) -> tuple[RoleSpan, ...]:
        spans = [("claim", chain.mention.i, chain.mention.j)]
        if chain.cue:
            spans.append(("cue", *chain.cue))
        if report is not None and report.source is not None:
            spans.append(("source", report.source.i, report.source.j))
        spans += [("source", v.i, v.j) for v in chain.subjects]
        shift = 0 if sentence.in_title else self.document.text_start
        return tuple(
            RoleSpan(
                role=role,
                start=sentence.starts[i] - shift,
                end=sentence.ends[j - 1] - shift,
                in_title=sentence.in_title,
            )
            for role, i, j in spans
            if i < j
        )

    def _miss(self, mention: Mention, reason: str, sentence: Sentence) -> None:
        self.misses.append((mention.claim, reason, (sentence.start, sentence.end)))


__all__ = ["ArticleReader", "Candidate", "CueClass", "Knowledge", "Miss"]
