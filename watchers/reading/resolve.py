"""Whose position a governed mention is: speaker or subject, first or second hand, with what authority.

Puts voices, reports and chains of one article together, sentence after sentence, with the discourse state.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from watchers.actors import Actors
from watchers.claims import Claim
from watchers.cues import CueClass
from watchers.model import Act, Article, Authority, Position, RoleSpan, Via, When
from watchers.reading.cast import Cast
from watchers.reading.chain import ChainFinder, Governed
from watchers.reading.composition import OPPOSITE, Composed, compose
from watchers.reading.conditions import conditioned
from watchers.reading.discourse import (
    TOPIC_SENTENCES,
    Question,
    answers,
    asked_range,
    framed_range,
    governed_by_answer,
    pointers,
    signed,
)
from watchers.reading.ellipsis import echoed
from watchers.reading.floor import Floor
from watchers.reading.mentions import Concepts, Mention, echo_mentions
from watchers.reading.report import Report, innermost
from watchers.reading.reports import find_reports
from watchers.reading.soldier_words import SOLDIERS
from watchers.reading.soldiers import JOINT, Deployment, claim_of, find_soldiers, with_keywords
from watchers.reading.stances import bare_stances
from watchers.reading.text import Document, Sentence
from watchers.reading.topics import Topics
from watchers.reading.vocabulary import Automaton, Entry, Mark, marks_of
from watchers.reading.voice import Voice
from watchers.reading.voices import VoiceFinder
from watchers.reading.when import said_on, time_of

#: Mentions that are read in one sentence; more are a list or an attack.
MENTIONS_MAX = 8
#: Verbs of which the guide wants no position.
_NOT_IN_EARNEST = frozenset({"joke", "quip", "laugh"})
#: Sentences for which a word of the claim's own ("the bid") is enough to name it again.
ECHO_SENTENCES = 3
#: Sentences that a headline is worth when one counts what an article is on.
_TITLE_COUNTS = 3
#: Verbs that say what somebody ought to have, in the mouth of another.
_NEEDS = frozenset({"need", "require", "deserve", "get", "receive"})
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
    deployments: Sequence[Deployment]


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
    #: Whether the holder is named as a country alone.
    country: bool = False
    #: Claims of whose matter the sentence speaks too, in this actor's mouth.
    beside: frozenset[str] = frozenset()


Miss = tuple[str, str, tuple[int, int]]


@dataclass(slots=True)
class Held:
    """Who holds what: the outcome of resolving one governed mention for one voice."""

    voice: Voice
    via: Via
    rule: str
    by: Voice | None = None
    features: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trace:
    """What the stages found in one sentence, for whoever weighs the candidates afterwards."""

    sentence: Sentence
    marks: list[Mark]
    voices: list[Voice]
    reports: list[Report]
    mentions: list[Mention]
    topic: list[Mention]
    concepts: Concepts
    #: Who spoke last before this sentence, and how many paragraphs ago.
    before: Voice | None
    before_gap: int
    #: Claims of which the sentence says nothing, by a phrase that means another matter.
    barred: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with everything that was found in it."""

    sentence: Sentence
    marks: list[Mark]
    voices: list[Voice]
    reports: list[Report]
    chains: ChainFinder


def _describes_soldiers(mention: Mention, soldiers: list[Mention]) -> bool:
    """As in "Entry of NATO servicemen": the name goes with the soldiers, not with the entry."""
    return any(
        0 <= noun[0] - name[1] <= 1
        for name in mention.names
        for m in soldiers
        for noun in m.anchors
    )


def _last_topic(mentions: list[Mention]) -> list[Mention]:
    """The last mention, with those that share its words: two bids in one breath."""
    last = mentions[-1]
    return [m for m in mentions if m is last or set(m.anchors) & set(last.anchors)]


def _may_go_on(chain: Governed) -> bool:
    """Whether a clause can be what a speaker says: it is on a matter, on nobody, or on "us"."""
    return chain.subject in ("matter", "impersonal", "none") or any(
        v.word in ("we", "i") for v in chain.subjects
    )


class ArticleReader:
    """Reads one article from first sentence to last."""

    def __init__(self, knowledge: Knowledge, article: Article, document: Document) -> None:
        self.know, self.article, self.document = knowledge, article, document
        self.published = article.published.date()
        self.cast = Cast(knowledge.world, self.published)
        self.finder = VoiceFinder(self.cast, document.raw)
        self.candidates: list[Candidate] = []
        self.misses: list[Miss] = []
        self.traces: list[Trace] = []
        #: Every chain that has a position, whoever holds it, with the number of its sentence.
        self.governed: list[tuple[int, Governed, Composed]] = []
        self.concepts = Concepts()
        self.mentions: list[Mention] = []
        #: Claims that the sentence does not speak of, whatever its words.
        self.barred: frozenset[str] = frozenset()
        self.topic: list[Mention] = []
        self.topic_place = (-99, -99)
        self.question: Question | None = None
        #: Soldiers by the number of their place -> the last sentence that named them.
        self.spoken_of: dict[int, int] = {}
        self.echo_of: dict[str, int] = {}
        #: The claims that the last naming sentence was on.
        self.focus: set[str] = set()
        #: The one or two of a user's claims that the article is mostly on.
        self.main: frozenset[str] = frozenset()
        self.floor = Floor(self.cast, document)
        #: Sentence, holder and time of the last candidate.
        self.told = (-9, "", When.NOW)

    def read(self) -> tuple[list[Candidate], list[Miss]]:
        names = self.know.names.find(self.document.folded, self.document.raw)
        for _, _, entry in names:
            if entry.kind == "person":
                actor, person = entry.value
                known = self.cast.appearing.setdefault(actor, [])
                if person not in known:
                    known.append(person)
        self.active = self._in_context(names)
        counts = self._counted(names)
        self.established, self.main = frozenset(counts), self.know.topics.main_of(counts)
        position = 0
        for sentence in self.document.sentences:
            while position < len(names) and names[position][0] < sentence.start:
                position += 1
            stop = position
            while stop < len(names) and names[stop][0] < sentence.end:
                stop += 1
            self._sentence(sentence, marks_of(sentence, names[position:stop], 0))
        self.candidates = [self._with_person(one) for one in self.candidates]
        return self.candidates, self.misses

    def _with_person(self, candidate: Candidate) -> Candidate:
        """A government's position in the mouth of the one person who was heard to speak for it."""
        heard = self.floor.heard.get(candidate.actor, {})
        if candidate.country and len(heard) == 1:
            return replace(candidate, speaker=next(iter(heard)))
        return candidate

    def _counted(self, names: list[tuple[int, int, Entry]]) -> Counter[str]:
        """In how many sentences each claim is named by its own words; the headline counts threefold."""
        found: Counter[str] = Counter()
        if not self.know.topics.core:
            return found
        position = 0
        for sentence in self.document.sentences:
            while position < len(names) and names[position][0] < sentence.start:
                position += 1
            stop = position
            while stop < len(names) and names[stop][0] < sentence.end:
                stop += 1
            concepts = self.know.topics.concepts(
                sentence, marks_of(sentence, names[position:stop], 0)
            )
            topics = self.know.topics
            named = topics.find(sentence, concepts, self.active)
            named += topics.near_names(concepts, self.active, named, frozenset())
            for mention in topics.settled(named, concepts, ()):
                found[mention.claim] += _TITLE_COUNTS if sentence.in_title else 1
        return found

    def _in_context(self, names: list[tuple[int, int, Entry]]) -> frozenset[str]:
        families = {e.value[0] for _, _, e in names if e.kind == "fam"}
        return frozenset(
            claim.id
            for claim in self.know.claims.values()
            if not claim.context or families & set(claim.context)
        )

    # -- one sentence --------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, marks: list[Mark]) -> None:
        self.mentions = mentions = self._mentions(sentence, marks)
        voices = self.finder.find(sentence, marks)
        lexicon = self.know.lexicon.find(
            self.document.folded[sentence.start : sentence.end],
            self.document.raw[sentence.start : sentence.end],
        )
        marks = sorted(
            [*marks, *marks_of(sentence, lexicon, sentence.start)], key=lambda m: (m.i, -m.j)
        )
        reports = find_reports(sentence, marks, voices)
        topic = self._topic(sentence)
        if mentions or topic or self.question is not None:
            chains = ChainFinder(
                sentence, marks, voices, mentions, {k for r in reports for k in range(r.i, r.j)}
            )
            scene = Scene(sentence, marks, voices, reports, chains)
            self._named(scene, mentions[:MENTIONS_MAX])
            if not mentions:
                self._unnamed(scene, topic)
            else:
                self._pointed_back(scene, mentions)
        if mentions:
            self.topic, self.topic_place = (
                _last_topic(mentions),
                (sentence.index, sentence.paragraph),
            )
        self.traces.append(
            Trace(
                sentence,
                marks,
                voices,
                reports,
                mentions,
                topic,
                self.concepts,
                self.floor.speaker,
                sentence.paragraph - self.floor.paragraph,
                self.barred,
            )
        )
        self.floor.after(sentence, reports, voices, self.finder.subject)

    def _topic(self, sentence: Sentence) -> list[Mention]:
        """What the text is on, where the sentence does not say."""
        index, paragraph = self.topic_place
        near = sentence.index - index <= TOPIC_SENTENCES and sentence.paragraph - paragraph <= 1
        return self.topic if near else []

    def _named(self, scene: "Scene", mentions: list[Mention]) -> None:
        """Mentions that the sentence holds: asked about, or stated."""
        sentence = scene.sentence
        asked = [
            (m, r) for m in mentions if (r := asked_range(sentence, scene.marks, m)) is not None
        ]
        asks = "?" in sentence.words[-3:] and not scene.reports and sentence.quote[0] < 0
        framed = [m for m in mentions if not asks and self._framed(scene, m)]
        for mention in mentions:
            if mention not in [m for m, _ in asked] and not asks and mention not in framed:
                self._mention(scene, mention)
        if asked:
            self._answered(scene, [m for m, _ in asked], asked[0][1])
        if (mentions and sentence.words[-1:] == ["?"]) or (mentions and "?" in sentence.words[-3:]):
            self.question = Question(
                tuple(_last_topic(mentions)), self._sign(scene, mentions[-1]), sentence.index
            )

    def _framed(self, scene: "Scene", mention: Mention) -> bool:
        """As in "On X Rome remains sceptical", ""A mistake," he said of X": the stance stands outside the frame."""
        frame = framed_range(scene.sentence, scene.marks, mention)
        if frame is None or len(scene.reports) > 1:
            return False
        outside = [m for m in scene.marks if not frame[0] <= m.i < frame[1]]
        stances = bare_stances(scene.sentence, outside, scene.voices, mention)
        for chain in stances:
            self._holds(scene, chain)
        found = [] if stances else answers(scene.sentence, scene.marks, scene.chains, outside=frame)
        for composed, span in found:
            self._hold(scene, governed_by_answer(mention, span), composed)
        return bool(stances or found)

    def _sign(self, scene: "Scene", mention: Mention) -> int:
        """-1 where the question is put in the negative."""
        for chain in scene.chains.govern(mention):
            composed = compose(chain.groups)
            if composed is not None and composed.position in (Position.OPPOSES, Position.RELUCTANT):
                return -1
        return 1

    def _answered(self, scene: "Scene", mentions: list[Mention], asked: tuple[int, int]) -> None:
        """As in "Asked about X, she said: …"."""
        sign = self._sign(scene, mentions[-1])
        found = answers(scene.sentence, scene.marks, scene.chains, outside=asked)
        for mention in [m for m in mentions if m.how not in ("known", "echo")]:
            for composed, span in found:
                self._hold(scene, governed_by_answer(mention, span), signed(composed, sign))
        if not found:
            for mention in pointers(scene.sentence, mentions, scene.chains.cues):
                if mention.i >= asked[1]:
                    self._mention(scene, mention, quiet=True)
            self.question = Question(tuple(mentions), sign, scene.sentence.index)

    def _unnamed(self, scene: "Scene", topic: list[Mention]) -> None:
        """A sentence that names no claim: an answer to the question before it, or words that point back."""
        question = self.question
        if question is not None:
            if scene.sentence.index - question.sentence > TOPIC_SENTENCES:
                self.question = None
            elif found := answers(
                scene.sentence,
                scene.marks,
                scene.chains,
                outside=None,
                short_only=scene.sentence.index - question.sentence > 1 or not scene.reports,
            ):
                self.question = None
                for mention in question.mentions:
                    for composed, span in found:
                        self._hold(
                            scene,
                            governed_by_answer(mention, span),
                            signed(composed, question.sign),
                        )
                return
        before = len(self.governed)
        for mention in pointers(scene.sentence, topic, scene.chains.cues):
            self._mention(scene, mention, quiet=True)
        if len(self.governed) == before:
            self._taken_up(scene, topic)

    def _taken_up(self, scene: "Scene", topic: list[Mention]) -> None:
        """As in "Italy is opposed", "So is Spain": a stance on what the sentence before named."""
        for mention in topic:
            stances = bare_stances(scene.sentence, scene.marks, scene.voices, mention)
            for chain in stances:
                self._holds(scene, chain)

    def _holds(self, scene: "Scene", chain: Governed) -> None:
        composed = compose(chain.groups)
        if composed is not None:
            self._hold(scene, chain, composed)

    def _pointed_back(self, scene: "Scene", mentions: list[Mention]) -> None:
        """As in "In 2024 he floated sending troops; this week he ruled it out": a verb with "it" behind the mention."""
        words = scene.sentence.words
        for mention in pointers(scene.sentence, _last_topic(mentions), scene.chains.cues):
            within = any(c.i < mention.i and mention.j <= c.j for c in scene.chains.cues)
            last = max(m.j for m in mentions)
            if (
                within
                and mention.i > last
                and any(w in (";", "but", "–", "and") for w in words[last : mention.i])
            ):
                self._mention(scene, mention, quiet=True)

    def _mentions(self, sentence: Sentence, marks: list[Mark]) -> list[Mention]:
        topics = self.know.topics
        concepts = self.concepts = topics.concepts(sentence, marks)
        excluded = frozenset(m.value for m in marks if m.kind == "exclude")
        self.barred = excluded | topics.taken_away(sentence, concepts)
        open_ = self.active - self.barred
        found = topics.find(sentence, concepts, open_, known=self.echo_of)
        found += topics.near_names(concepts, open_, found, self.established, self.focus | self.main)
        for claim in sorted(open_ - {m.claim for m in found}):
            found += self._echo(sentence, concepts, claim, found)
        found = topics.settled(found, concepts, self.focus | self.main)
        named = {m.claim for m in found if m.how in ("keyword", "near")}
        for claim in named:
            self.echo_of[claim] = sentence.index
        if named:
            self.focus = named
        for number, deployment in enumerate(self.know.deployments):
            if open_.isdisjoint(deployment.claims.values()):
                continue
            text = self.document.folded[sentence.start : sentence.end]
            soldiers = find_soldiers(
                sentence,
                marks,
                deployment,
                text,
                spoken_of=number in self.spoken_of,
                is_near=sentence.index - self.spoken_of.get(number, -99) <= TOPIC_SENTENCES,
            )
            keyed = [m for m in found if m.claim in deployment.claims.values()]
            if any(self.know.claims[m.claim].doer for m in keyed):
                soldiers = with_keywords(keyed, soldiers, deployment)
            if soldiers:
                self.spoken_of[number] = sentence.index
                found = [m for m in found if m.claim not in deployment.claims.values()]
            found = [m for m in found if not _describes_soldiers(m, soldiers)]
            found += [replace(m, claim=f"{SOLDIERS}{number}", barred=self.barred) for m in soldiers]
        return found

    def _echo(
        self, sentence: Sentence, concepts: Concepts, claim: str, found: list[Mention]
    ) -> list[Mention]:
        """The claim named by half: by a word of its own, once the article is on it or on its neighbour."""
        keys = self.know.topics.echoes.get(claim)
        if not keys or keys.isdisjoint(concepts.at):
            return []
        again = list(echo_mentions(sentence, concepts, claim, keys).values())
        again = [m for m in again if not any(o.i <= m.i < o.j for o in found)]
        again = [self.know.topics.of_ban(concepts, m) for m in again]
        if not again:
            return []
        last = self.echo_of.get(claim, -99)
        if claim in self.focus | self.main and sentence.index - last <= ECHO_SENTENCES:
            return again[:1]
        if claim in self.established and any(
            again[0].anchors[0] in concepts.at.get(key, ())
            and self.know.topics.is_exclusive(claim, key)
            for key in keys
        ):
            return again[:1]
        name = self.know.topics.owner(claim)
        return (
            [replace(again[0], only=name, how="own-echo")]
            if name and self.know.topics.is_core(claim, again[0], concepts)
            else []
        )

    # -- one mention ---------------------------------------------------------------------------------

    def _mention(self, scene: "Scene", mention: Mention, *, quiet: bool = False) -> None:
        governed = scene.chains.govern(mention)
        if not governed and not quiet:
            self._miss(mention, "claim without a cue", scene.sentence)
        for chain in governed:
            composed = compose(chain.groups)
            if composed is None:
                if not quiet:
                    self._miss(mention, "cue without a position", scene.sentence)
                continue
            self._hold(scene, chain, composed)
            self._echoed(scene, chain, composed)

    def _echoed(self, scene: "Scene", chain: Governed, composed: Composed) -> None:
        """As in "… and so will Italy", "… while Spain does not": the same of others, or the opposite."""
        if chain.side.startswith("loose") or chain.subject not in ("voices", "inherited"):
            return
        negative = composed.position in (Position.OPPOSES, Position.RELUCTANT)
        for voice, sign in echoed(
            scene.sentence,
            scene.marks,
            scene.voices,
            max(chain.mention.j, chain.first),
            negative=negative,
        ):
            position = composed.position if sign > 0 else OPPOSITE[composed.position]
            self._hold(
                scene,
                replace(
                    chain,
                    subjects=(voice,),
                    subject="voices",
                    cue=(voice.i, voice.j),
                    side="echoed",
                ),
                replace(composed, position=position, rules=(*composed.rules, "echoed")),
            )

    def _hold(self, scene: "Scene", chain: Governed, composed: Composed) -> None:
        token = chain.cue[0] if chain.cue else chain.mention.i
        self.governed.append((scene.sentence.index, chain, composed))
        report, _ = innermost(scene.reports, token)
        if report is None and chain.subject == "matter" and token < chain.mention.i:
            report, _ = innermost(scene.reports, chain.mention.i)  # "Excluded, she said, is …"
        speaker, rule = self._speaker(scene.sentence, scene.voices, report, token, chain)
        held = self._holders(chain, composed, report, speaker, rule)
        if not held:
            self._miss(chain.mention, "claim without speaker", scene.sentence)
        for one in held:
            self._state(scene.sentence, scene.marks, chain, composed, one, report, token)

    def _speaker(
        self,
        sentence: Sentence,
        voices: list[Voice],
        report: Report | None,
        token: int,
        chain: Governed,
    ) -> tuple[Voice | None, str]:
        if report is not None:
            return report.source, report.rule
        floor = self.floor
        if sentence.quote[token] >= 0:
            return floor.quoted(sentence, voices, token)
        if chain.side == "answer":
            return floor.answering(sentence, voices)
        if chain.side.startswith("loose") or not _may_go_on(chain):
            return None, "narrator"
        return floor.unquoted(sentence, voices, token)

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
        if report is not None and report.verb in _NOT_IN_EARNEST:
            return []
        if chain.subject in ("voices", "inherited"):
            return [
                held
                for voice in chain.subjects
                for held in self._by_subject(chain, composed, voice, speaker, rule)
            ]
        if speaker is None:
            if composed.cue is None or composed.demand:
                return []
            return [
                Held(v, Via.REPORTED, "within-person")
                for v in chain.subjects
                if v.speaks and v.kind == "person"
            ]
        if chain.subject == "none":
            asks = chain.text.split(" ")[0] in _NEEDS
            if not composed.demand and not asks and composed.position.direction > 0:
                return []
            return [Held(speaker, Via.REPORTED, f"nobody's-{rule}")]
        return [Held(speaker, Via.REPORTED, f"speaker-{rule}")]

    def _by_subject(
        self, chain: Governed, composed: Composed, voice: Voice, speaker: Voice | None, rule: str
    ) -> list[Held]:
        if voice.word in ("we", "i"):
            return [Held(speaker, Via.REPORTED, f"we-{rule}")] if speaker is not None else []
        if voice.word == "they" and speaker is not None and speaker.plural:
            return [Held(speaker, Via.REPORTED, f"they-{rule}")]
        if not voice.actors:
            return []
        if speaker is None:
            if composed.demand:
                return []
            return [Held(voice, Via.REPORTED, f"subject-{voice.kind}")]
        if set(voice.actors) & set(speaker.actors):
            return [Held(speaker, Via.REPORTED, f"subject-is-speaker-{rule}")]
        needs = chain.text.split(" ")[0] in _NEEDS
        of_all = any(self.is_collective(actor) for actor in voice.actors)
        if composed.demand or (
            (composed.cue is None or needs)
            and (self._is_own_subject(chain.mention, voice) or (needs and of_all))
        ):
            return [Held(speaker, Via.REPORTED, f"of-another-{rule}")]
        return [
            Held(
                replace(voice, label=voice.label), Via.SECONDHAND, f"secondhand-{rule}", by=speaker
            )
        ]

    def _is_own_subject(self, mention: Mention, voice: Voice) -> bool:
        """Whether the voice is the one of whom the proposition speaks: Ukraine, in "Ukraine joins NATO"."""
        if mention.claim not in self.know.claims:
            deployment = self.know.deployments[int(mention.claim.removeprefix(SOLDIERS))]
            return bool(set(voice.actors) & set(deployment.outsiders))
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
            owner = self.claim_for(chain.mention, actor)
            if owner is None:
                continue
            holder, claim = owner
            via = held.via
            if holder != actor:
                via = Via.SECONDHAND
            if (
                claim not in self.know.claims
                or holder not in self.know.actors
                or claim not in self.active - self.barred
            ):
                continue
            candidate = self._candidate(
                sentence, marks, chain, composed, held, report, token, holder, claim, via
            )
            self.candidates.append(candidate)
            force = self._force_joined(chain.mention, candidate)
            if force is not None:
                self.candidates.append(replace(candidate, claim=force))

    def _force_joined(self, mention: Mention, offer: Candidate) -> str | None:
        """The claim about the force, where one's own soldiers are offered to it by name: "a peacekeeping force"."""
        if mention.how != "force" or offer.position is not Position.SUPPORTS:
            return None
        claims = self.know.deployments[int(mention.claim.removeprefix(SOLDIERS))].claims
        others = claims.get("others")
        joined = offer.claim == claims.get("own") and others in self.active - self.barred
        return others if joined and others not in mention.barred else None

    def claim_for(self, mention: Mention, actor: str) -> tuple[str, str] | None:
        if mention.claim in self.know.claims:
            return None if mention.only and mention.only != actor else (actor, mention.claim)
        deployment = self.know.deployments[int(mention.claim.removeprefix(SOLDIERS))]
        owner = claim_of(deployment, mention.doer, actor, collective=self.is_collective(actor))
        return None if owner is None or owner[1] in mention.barred else owner

    def is_collective(self, actor: str) -> bool:
        return actor in _COLLECTIVE or (
            actor in self.know.world and self.know.world[actor].collective
        )

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
        position, conditions = conditioned(sentence.words, marks, chain.first, position)
        span = chain.cue or (chain.mention.i, chain.mention.j)
        when, act = time_of(sentence, marks, span, self.published, chain.form)
        if when is When.NOW and self._carries_past(sentence, held):
            when = When.PAST
        self.told = (sentence.index, held.voice.label, when)
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
        speaker = held.by.label if held.by is not None else held.voice.label_for(actor)
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
            roles=self._roles(sentence, chain, report), country=held.by is None and held.voice.kind == "country",
            beside=self._beside(actor),
        )  # fmt: skip

    def _beside(self, actor: str) -> frozenset[str]:
        """What the sentence is on beside the mention at hand; part of a force is the force."""
        owners = [self.claim_for(m, actor) for m in self.mentions]
        found = {claim for owner in owners if owner is not None for claim in owner[1:]}
        for m in self.mentions:
            if m.claim.startswith(SOLDIERS) and (m.how == "force" or JOINT in m.doer):
                deployment = self.know.deployments[int(m.claim.removeprefix(SOLDIERS))]
                found |= {deployment.claims.get("others", "")}
        return frozenset(found & self.active - self.barred)

    def _carries_past(self, sentence: Sentence, held: Held) -> bool:
        """As in "Last week he said … He also called …": a pronoun goes on with what was recalled before it."""
        index, label, when = self.told
        return (
            when is When.PAST
            and sentence.index - index == 1
            and label == held.voice.label
            and sentence.words[0] in ("he", "she", "it")
            and sentence.words[1:2] == ["also"]
        )

    def _roles(
        self, sentence: Sentence, chain: Governed, report: Report | None
    ) -> tuple[RoleSpan, ...]:
        spans = [] if chain.side == "answer" else [("claim", chain.mention.i, chain.mention.j)]
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
