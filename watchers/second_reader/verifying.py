"""What of an answer holds against the article: nothing of it is believed that code can check.

Knows the article's sentences, actors and claims, and asks the rules who speaks where. The evidence is
the sentence itself, whatever the model made of it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from watchers.actors import Actors
from watchers.claims import Claim
from watchers.model import Article, Authority, Direction, Statement, Via, When
from watchers.second_reader.answers import Answer, Drop, Dropped, Raw
from watchers.second_reader.sentences import Numbered, Sheet

#: Whether the rules find that speaker, who speaks for that actor, in that sentence.
Hears = Callable[[Numbered, str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is left of an answer, and what is not, with the reasons."""

    statements: tuple[Statement, ...]
    dropped: tuple[Drop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Holds answers to what is known. `mark` are the rule ids of every statement that passes."""

    actors: Actors
    claims: Mapping[str, Claim]
    mark: tuple[str, ...]

    def check(self, answer: Answer, article: Article, sheet: Sheet, hears: Hears) -> Checked:
        dropped = list(answer.dropped)
        sound: list[tuple[Raw, Statement]] = []
        for raw in answer.statements:
            made = self._check_one(raw, article, sheet, hears)
            if isinstance(made, Dropped):
                dropped.append(Drop(reason=made, given=str(raw)))
            else:
                sound.append((raw, made))
        kept, twice = _one_each(sound)
        return Checked(statements=tuple(kept), dropped=(*dropped, *twice))

    def _check_one(
        self, raw: Raw, article: Article, sheet: Sheet, hears: Hears
    ) -> Statement | Dropped:
        published = article.published.date()
        unknown = self._unknown(raw)
        if unknown is not None:
            return unknown
        sentence = sheet[raw.sentence]
        if sentence is None:
            return Dropped.NO_SUCH_SENTENCE
        if raw.said_on is not None and raw.said_on > published:
            return Dropped.FUTURE_DATE
        authority = self._authority(raw, published)
        if authority is Authority.NONE and raw.via is not Via.SECONDHAND:
            return Dropped.SPEAKS_FOR_NOBODY
        if not hears(sentence, raw.actor, raw.speaker):
            return Dropped.SPEAKER_NOT_THERE
        return self._statement(raw, sentence, authority, published)

    def _unknown(self, raw: Raw) -> Dropped | None:
        if raw.actor not in self.actors:
            return Dropped.UNKNOWN_ACTOR
        claim = self.claims.get(raw.claim)
        if claim is None:
            return Dropped.UNKNOWN_CLAIM
        is_group = claim.doer == "own" and self.actors[raw.actor].collective
        return Dropped.COLLECTIVE if is_group else None

    def _authority(self, raw: Raw, published: date) -> Authority:
        if raw.via is Via.ANONYMOUS:
            return Authority.ANONYMOUS
        if raw.via is Via.SECONDHAND:
            return Authority.NONE  # who says it of another speaks for somebody else
        return self.actors.authority(raw.actor, raw.speaker, raw.said_on or published)

    def _statement(
        self, raw: Raw, sentence: Numbered, authority: Authority, published: date
    ) -> Statement:
        # Direct speech confirms alone, so it is believed only where quotation marks stand.
        unquoted = raw.via is Via.QUOTE and not sentence.quoted
        return Statement(
            actor=raw.actor,
            claim=raw.claim,
            position=raw.position,
            speaker=raw.speaker,
            authority=authority,
            when=raw.when,
            via=Via.REPORTED if unquoted else raw.via,
            act=raw.act,
            said_on=None if raw.said_on == published else raw.said_on,
            evidence=sentence.text,
            span=sentence.span,
            rules=self.mark,
        )


def _one_each(sound: list[tuple[Raw, Statement]]) -> tuple[list[Statement], list[Drop]]:
    """One statement for an actor, a claim and a time; of a word against a report of it, the word.

    A model that gives two directions for one is unsure, and neither counts.
    """
    grouped: defaultdict[tuple[str, str, When], list[tuple[Raw, Statement]]] = defaultdict(list)
    for raw, statement in sound:
        grouped[statement.actor, statement.claim, statement.when].append((raw, statement))
    kept: list[Statement] = []
    dropped: list[Drop] = []
    for group in grouped.values():
        own = [pair for pair in group if pair[1].via is not Via.SECONDHAND] or group
        directions: set[Direction] = {statement.position.direction for _, statement in own}
        if len(directions) > 1:
            dropped += [Drop(reason=Dropped.CONTRADICTS_ITSELF, given=str(raw)) for raw, _ in group]
            continue
        kept.append(own[0][1])
        others = [raw for raw, statement in group if statement is not own[0][1]]
        dropped += [Drop(reason=Dropped.REPEATED, given=str(raw)) for raw in others]
    return kept, dropped
