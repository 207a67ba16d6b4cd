"""What was compiled once for all articles: actors, claims, names, cues, and whose claim soldiers are.

Knows configuration. Knows no article and no sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchers.actors import Actors
from watchers.claims import Claim
from watchers.reading.matter.deployments import Deployment, claim_of
from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import SOLDIERS
from watchers.reading.matter.topics import Topics
from watchers.reading.words.vocabulary import Automaton

_COLLECTIVE = frozenset({"eu", "europe", "nato", "un", "vatican"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Compiled once, used for many articles."""

    #: Who can hold a position.
    actors: Actors
    #: Everybody who can be named, the actors among them.
    world: Actors
    claims: Mapping[str, Claim]
    topics: Topics
    names: Automaton
    lexicon: Automaton
    deployments: Sequence[Deployment]
    #: Claim -> the claims that go by wider words once it is named.
    beside: Mapping[str, frozenset[str]]

    def is_collective(self, actor: str) -> bool:
        return actor in _COLLECTIVE or (actor in self.world and self.world[actor].collective)

    def is_users(self, claim: str) -> bool:
        """Whether a user wrote the claim; then it has few keywords, and much that means it holds none of them whole."""
        return claim in self.topics.siblings.weights

    def deployment_of(self, claim: str) -> Deployment:
        """The deployment whose soldiers go by this name; `ValueError` for another claim's."""
        return self.deployments[int(claim.removeprefix(SOLDIERS))]

    def claim_for(self, mention: Mention, actor: str) -> tuple[str, str] | None:
        """The holder and the claim that a mention is in an actor's mouth; `None` where it is nobody's."""
        if mention.only and mention.only != actor:
            return None
        if mention.claim in self.claims:
            return actor, mention.claim
        owner = claim_of(
            self.deployment_of(mention.claim),
            mention.doer,
            actor,
            collective=self.is_collective(actor),
        )
        return None if owner is None or owner[1] in mention.barred else owner

    def speaks_of(self, claim: str, actors: Sequence[str]) -> bool:
        """Whether the proposition speaks of one of the actors: of Ukraine, in "Ukraine joins NATO"."""
        if claim not in self.claims:
            return bool(set(actors) & set(self.deployment_of(claim).outsiders))
        pattern = self.topics.parse(claim, self.claims[claim].proposition, 1)
        return any(("@", actor) in element for element in pattern.elements for actor in actors)
