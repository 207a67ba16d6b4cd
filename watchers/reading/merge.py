"""From candidates to statements: one of now for an actor and a claim, beside those of the past and second-hand.

Knows the guide's rules for choosing. Knows no text.
"""

from collections import defaultdict

from watchers.model import Position, Statement, Via, When
from watchers.reading.resolve import Candidate
from watchers.reading.text import Document


def statements(candidates: list[Candidate], document: Document) -> tuple[Statement, ...]:
    """The statements of an article, in the order of their evidence."""
    grouped: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for candidate in _without_shadows(candidates):
        grouped[candidate.actor, candidate.claim, _kind(candidate)].append(candidate)
    made = [_statement(_best(group), document) for group in grouped.values()]
    return tuple(sorted(made, key=lambda s: (s.span or (-1, -1), s.actor, s.claim)))


def _without_shadows(candidates: list[Candidate]) -> list[Candidate]:
    """Refusing one's own soldiers says nothing about the force that is named with them."""
    candidates = [c for c in candidates if not _is_loose(c)]
    lent = {
        (c.actor, c.sentence.index)
        for c in candidates
        if c.claim == "own-troops" and c.position is not Position.SUPPORTS
    }
    return [
        c
        for c in candidates
        if not (c.claim == "western-force" and (c.actor, c.sentence.index) in lent)
    ]


def _is_loose(candidate: Candidate) -> bool:
    """Held together by nearness alone; with a subject before its cue and the claim's own words behind, it counts."""
    mention, chain, subject = candidate.rules[:3]
    return chain.startswith("chain-loose") and not (
        chain == "chain-loose" and subject == "subject-voices" and mention == "mention-keyword"
    )


def _kind(candidate: Candidate) -> str:
    return "secondhand" if candidate.via is Via.SECONDHAND else str(candidate.when)


def _best(group: list[Candidate]) -> Candidate:
    """The higher office, then what is no mere background, then the later words."""
    return max(
        group, key=lambda c: (c.authority, c.act is None, not c.sentence.in_title, c.sentence.index)
    )


def _statement(candidate: Candidate, document: Document) -> Statement:
    sentence = candidate.sentence
    start = sentence.start - document.text_start
    return Statement(
        actor=candidate.actor,
        claim=candidate.claim,
        position=candidate.position,
        speaker=candidate.speaker,
        authority=candidate.authority,
        when=candidate.when if candidate.via is not Via.SECONDHAND else When(candidate.when),
        via=candidate.via,
        act=candidate.act,
        said_on=candidate.said_on,
        evidence=document.original(sentence.start, sentence.end),
        span=None if sentence.in_title else (start, start + sentence.end - sentence.start),
        confidence=0.7,
        rules=candidate.rules,
        roles=candidate.roles,
    )
