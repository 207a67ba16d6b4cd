"""From candidates to statements: one of now for an actor and a claim, beside those of the past and second-hand.

Knows the guide's rules for choosing. Knows no text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from watchers.model import Act, Authority, Position, Statement, Via, When
from watchers.reading.statements.candidates import Candidate
from watchers.reading.text.document import Document

#: A claim that somebody is for -> the claim that he is for too, where his sentence speaks to it.
_IMPLIES = {"own-troops": "western-force", "article-5-guarantee": "security-guarantees"}
_IMPLIED_CONFIDENCE = 0.5
#: Ways of speaking of a matter without its name: stances, which a headline need not overrule, and words that point back.
_STANCES = frozenset({"mention-bare", "mention-said"})
_UNNAMED = _STANCES | {"mention-joining", "mention-pointer"}
#: Sentences of a text that may end with a remark taken back.
_BRIEF_MAX = 3


def statements(candidates: list[Candidate], document: Document) -> tuple[Statement, ...]:
    """The statements of an article, in the order of their evidence."""
    grouped: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for candidate in _without_shadows(_without_half_told(candidates, document)):
        grouped[candidate.actor, candidate.claim, _kind(candidate)].append(candidate)
    best = {key: _best(group) for key, group in grouped.items()}
    made = [_statement(candidate, document) for candidate in best.values()]
    made += _implied(best, document)
    return tuple(sorted(made, key=lambda s: (s.span or (-1, -1), s.actor, s.claim)))


def _implied(
    best: Mapping[tuple[str, str, str], Candidate], document: Document
) -> Iterable[Statement]:
    """What goes with a position where the sentence speaks to both: who offers soldiers for a force backs the force."""
    spoken_of = {key[:2] for key in best}
    for (actor, claim, kind), candidate in best.items():
        other = _IMPLIES.get(claim, "")
        if (
            kind == When.NOW
            and candidate.position.direction > 0
            and other in candidate.beside
            and (actor, other) not in spoken_of
        ):
            statement = _statement(candidate, document)
            rules = (*statement.rules, f"implied-by-{claim}")
            yield replace(statement, claim=other, confidence=_IMPLIED_CONFIDENCE, rules=rules)


def _without_half_told(candidates: list[Candidate], document: Document) -> list[Candidate]:
    """Without what is taken back in a text that is long enough to say what stands instead."""
    brief = sum(not s.in_title for s in document.sentences) <= _BRIEF_MAX
    return [c for c in candidates if brief or c.act is not Act.RETRACTS]


def _without_shadows(candidates: list[Candidate]) -> list[Candidate]:
    """Refusing one's own soldiers, or America's help, says nothing about the force that is named with it.

    Whoever backs the force in other words than those of his refusal has said something of it.
    """
    candidates = [c for c in candidates if not c.is_loose]
    lent = {
        (c.actor, c.sentence.index): c
        for c in candidates
        if (c.claim == "own-troops" and c.position is not Position.SUPPORTS)
        or (c.claim == "us-backstop" and c.position.direction <= 0)
    }
    return [
        c
        for c in candidates
        if c.claim != "western-force"
        or (refusal := lent.get((c.actor, c.sentence.index))) is None
        or (c.position.direction * refusal.position.direction < 0 and c.token != refusal.token)
    ]


def _kind(candidate: Candidate) -> str:
    return "secondhand" if candidate.via is Via.SECONDHAND else str(candidate.when)


def _best(group: list[Candidate]) -> Candidate:
    """What is no restated background, then the higher office, then what is expressly somebody's word, then the later words.

    Words that do not name the matter ("it", "do so", "is opposed") may be the better evidence and never gainsay those
    that name it.
    """
    group = [c for c in group if not _is_silence(c)] or group
    stances = any(c.rules[0] in _STANCES for c in group)
    named = [
        c for c in group if c.rules[0] not in _UNNAMED and not (stances and c.sentence.in_title)
    ]
    if named:
        position = max(named, key=_rank).position
        group = [c for c in group if c.position is position]
    return max(group, key=_rank)


def _is_silence(c: Candidate) -> bool:
    """As in "declined to comment on": no word against what was said elsewhere."""
    words = c.sentence.words
    at = words.index("comment") if "comment" in words else 0
    return c.position is Position.UNDECIDED and at > 0 and words[at - 1] in ("no", "not", "to")


def _rank(c: Candidate) -> tuple[bool, Authority, bool, bool, bool, int, bool]:
    turned = c.rules[0] == "mention-turned"
    expressly = "speaker-free-indirect" not in c.rules
    fresh = c.act is not Act.RESTATES
    return (
        fresh,
        c.authority,
        c.act is None,
        not c.sentence.in_title,
        expressly,
        c.sentence.index,
        turned,
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
