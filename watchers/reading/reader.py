"""The reader: an article in, the positions that it reports out. Puts the stages in order.

Knows every stage's name and none of their rules. Pure: the same article gives the same reading.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from watchers.actors import Actors
from watchers.claims import Claim, Family, Soldiers
from watchers.cues import Cues
from watchers.model import Article, Statement
from watchers.reading.article import ArticleReader, Findings
from watchers.reading.glance import Glance
from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.deployments import deployments
from watchers.reading.matter.topics import Topics
from watchers.reading.statements import merge
from watchers.reading.text.document import TEXT_MAX_CHARS, Document, fold
from watchers.reading.weighing.tones import Tones
from watchers.reading.weighing.weigh import Weigher, judge
from watchers.reading.weighing.wide import Pair, Wide
from watchers.reading.words.vocabulary import (
    Automaton,
    claim_entries,
    family_entries,
    lexicon_of,
    name_entries,
    soldier_entries,
    speaker_entries,
)
from watchers.weights import Weights

#: What the rules' reading is worth at least where there is no article around it by which the model could weigh it: in a
#: text of a sentence or two seven of eight were right, in a headline alone two of three on unseen articles. The model
#: would veto most of them.
BRIEF_CONFIDENCE, HEADLINE_CONFIDENCE = 0.8, 0.65
#: Sentences of a text that is too brief for the model.
_BRIEF_MAX = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A place where a claim was named and no statement made, with the reason."""

    claim: str
    reason: str
    evidence: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article yields."""

    statements: tuple[Statement, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    #: Why the article was not read at all; empty where it was.
    refusal: str = ""


class ArticleReading(Protocol):
    """The seam for another reader. Called once an article, in any order; never raises for bad text."""

    def read(self, article: Article) -> Reading:
        """The positions that the article reports."""
        ...


class Reader:
    """The deterministic reader; compiled once, used for many articles."""

    def __init__(
        self, *, actors: Actors, world: Actors, claims: tuple[Claim, ...], families: tuple[Family, ...], soldiers: Soldiers,
        cues: Cues, weights: Weights | None = None,
    ) -> None:  # fmt: skip
        self.actors, self.claims = actors, {claim.id: claim for claim in claims}
        every = [
            *name_entries(world),
            *speaker_entries(cues),
            *soldier_entries(soldiers),
            *claim_entries(claims),
        ]
        words = Automaton([*every, *family_entries(families)])
        words.families = frozenset(family.name for family in families)  # type: ignore[attr-defined]
        known = {fold(name) for actor in world for name in (actor.name, *actor.names)}
        entities = frozenset(f.name for f in families if any(word in known for word in f.words))
        topics = Topics(
            claims,
            words,
            entities,
            frozenset(a.id for a in world if a.collective or a.id in ("nato", "eu", "un")),
            {f.name: f.opposite for f in families if f.opposite},
            _owners(families, world),
        )
        needed = family_entries(f for f in families if f.name in topics.families)
        self.knowledge = Knowledge(
            actors=actors,
            world=world,
            claims=self.claims,
            topics=topics,
            names=Automaton([*every, *needed]),
            lexicon=lexicon_of(cues),
            deployments=deployments(claims, soldiers, _countries(world)),
            beside={
                near: frozenset(claim.id for claim in claims if near in claim.beside)
                for near in {name for claim in claims for name in claim.beside}
            },
        )
        self._weights, self._tones = weights, Tones(cues.tones)
        self._weigher = Weigher(weights) if weights is not None else None
        self._glance = Glance(self.knowledge.topics, claims, families, world, soldiers)

    def read(self, article: Article) -> Reading:
        if len(article.text) + len(article.title) > TEXT_MAX_CHARS:
            return Reading(refusal="too_long")
        document = Document(article.title, article.text)
        if not self._names_a_claim(document.folded):
            return Reading(refusal="no_claim")
        found = ArticleReader(self.knowledge, article, document).read()
        statements = merge.statements(found.candidates, document)
        near = [
            NearMiss(
                claim=claim,
                reason=reason,
                evidence=document.original(*span),
                span=_in_text(span, document),
            )
            for claim, reason, span in found.misses
        ]
        if self._weights is not None and self._weigher is not None:
            least = _least_worth(document)
            weights = replace(self._weights, veto=0.0, fill=1.1) if least else self._weights
            weighed = self._weigher.weigh(self._pairs(found))
            judged = judge(weighed, statements, weights, document)
            statements = judged.statements
            if least:
                statements = tuple(
                    replace(s, confidence=max(s.confidence, least)) for s in statements
                )
            near += [
                NearMiss(claim=s.claim, reason=f"vetoed ({', '.join(s.rules)})", evidence=s.evidence, span=s.span)
                for s in judged.vetoed
            ]  # fmt: skip
        return Reading(statements=statements, near_misses=tuple(near))

    def pairs(self, article: Article) -> tuple[list[Pair], tuple[Statement, ...], Document]:
        """Every pair of an article with the rules' own statements: what a model is fitted on."""
        document = Document(article.title, article.text)
        found = ArticleReader(self.knowledge, article, document).read()
        return self._pairs(found), merge.statements(found.candidates, document), document

    def _pairs(self, found: Findings) -> list[Pair]:
        return Wide(self.knowledge, found, self._tones).pairs()

    def names_a_claim(self, text: str) -> bool:
        """The cheap look: whether a text could speak of any claim at all. Also for raw pages."""
        return self._names_a_claim(fold(text[:TEXT_MAX_CHARS]))

    def _names_a_claim(self, folded: str) -> bool:
        return self._glance.names_one(folded)


def _owners(families: tuple[Family, ...], world: Actors) -> dict[str, str]:
    """Family of one country's names -> the country."""
    known = _countries(world)
    single = {}
    for family in families:
        actors = {known[word] for word in family.words if word in known}
        if len(actors) == 1 and not world[next(iter(actors))].collective:
            single[family.name] = actors.pop()
    return single


def _countries(world: Actors) -> dict[str, str]:
    return {fold(name): actor.id for actor in world for name in (actor.name, *actor.names)}


def _in_text(span: tuple[int, int], document: Document) -> tuple[int, int] | None:
    if span[0] < document.text_start:
        return None
    return span[0] - document.text_start, span[1] - document.text_start


def _least_worth(document: Document) -> float:
    """What a brief text's statements are worth whatever the model says of them; 0 where it has the last word."""
    told = sum(not sentence.in_title for sentence in document.sentences)
    if told > _BRIEF_MAX:
        return 0.0
    return BRIEF_CONFIDENCE if told else HEADLINE_CONFIDENCE


__all__ = ["ArticleReading", "NearMiss", "Reader", "Reading"]
