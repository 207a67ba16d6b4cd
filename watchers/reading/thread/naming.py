"""Which claims each sentence of an article names: by keywords, by half once the article is on them, by soldiers.

Knows claims and what the sentences before named. Knows no cue, no speaker and no position.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.mentions import Concepts, Mention, echo_mentions
from watchers.reading.matter.soldier_words import SOLDIERS
from watchers.reading.matter.soldiers import find_soldiers, with_keywords
from watchers.reading.matter.topics import CLAUSE_ENDS, is_taken
from watchers.reading.text.document import Document, Sentence
from watchers.reading.thread.discourse import TOPIC_SENTENCES
from watchers.reading.words.vocabulary import Hit, Mark

#: Sentences for which a word of the claim's own ("the bid") is enough to name it again.
ECHO_SENTENCES = 3
#: Sentences for which "such a deployment" is one of the soldiers named last.
SUCH_SENTENCES = 4
#: What leads to the place of a matter, and tokens in which it is named: "for the defence of Israel".
_PLACE_LEADS = frozenset(
    {"across", "at", "for", "from", "in", "inside", "near", "of", "on", "over", "to"}
)
_PLACE_REACH = 4
#: Tokens between a mention and what makes it another matter: "talks with Putin by telephone".
_ASIDE_REACH = 6
#: Sentences that a headline is worth when one counts what an article is on.
_TITLE_COUNTS = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """What one sentence names."""

    mentions: list[Mention]
    concepts: Concepts
    #: Claims that the sentence does not speak of, whatever its words.
    barred: frozenset[str]


class Namer:
    """Finds the claims that the sentences of one article name, from first to last."""

    def __init__(
        self,
        knowledge: Knowledge,
        document: Document,
        names: Sequence[Hit],
        marked: Sequence[tuple[Sentence, list[Mark]]],
    ) -> None:
        self.know, self.document = knowledge, document
        #: Claims of which the article can speak: those without a context, and those whose context it names.
        self.active = self._in_context(names)
        counts = self._counted(marked)
        self._established = frozenset(counts)
        #: The one or two of a user's claims that the article is mostly on.
        self._main = knowledge.topics.main_of(counts)
        #: The claims that the last naming sentence was on.
        self._focus: set[str] = set()
        #: Claim -> the last sentence that named it.
        self._echo_of: dict[str, int] = {}
        #: Claims that wider words name: those that were named, and those beside them.
        self._known: set[str] = set()
        #: Soldiers by the number of their place -> the last sentence that named them, and whose they were.
        self._spoken_of: dict[int, tuple[int, frozenset[str]]] = {}
        #: Soldiers by the number of their place -> whether no place but another has been named so far.
        self._begun_elsewhere: dict[int, bool] = {}

    def find(self, sentence: Sentence, marks: list[Mark]) -> Naming:
        """The claims that the next sentence names."""
        topics = self.know.topics
        concepts = topics.concepts(sentence, marks)
        excluded = frozenset(m.value for m in marks if m.kind == "exclude")
        barred = excluded | topics.taken_away(sentence, concepts)
        open_ = self.active - barred
        aside = [m for m in marks if m.kind == "aside"]
        taken = {(m.value, m.i, m.j) for m in marks if m.kind == "taken"}
        found = topics.find(sentence, concepts, open_, known=self._known, taken=taken)
        preferred = self._focus | self._main
        found += topics.near_names(concepts, open_, found, self._established, preferred)
        for claim in sorted((topics.echoed(concepts) & open_) - {m.claim for m in found}):
            again = self._echo(sentence, concepts, claim, found)
            found += [m for m in again if not any(is_taken(m, *place) for place in taken)]
        found = topics.settled(found, concepts, preferred)
        found = [topics.siblings.handled(m, sentence.words, concepts) for m in found]
        found = [
            m
            for m in found
            if not self._is_elsewhere(sentence, m)
            and not any(m.claim == e.value and _is_beside(m, e, sentence.words) for e in aside)
        ]
        barred |= {e.value for e in aside} - {m.claim for m in found}
        named = {m.claim for m in found if m.how in ("faint", "keyword", "near")}
        for claim in named:
            self._echo_of[claim] = sentence.index
        self._known |= {c for name in named for c in (name, *self.know.beside.get(name, ()))}
        if named:
            self._focus = named
        return Naming(self._with_soldiers(sentence, marks, found, barred), concepts, barred)

    def _is_elsewhere(self, sentence: Sentence, mention: Mention) -> bool:
        """As in "American air support for Israel", "fighter jets in Romania": the matter of a shipped claim in another place."""
        if not self.know.claims[mention.claim].context:
            return False
        words = sentence.words[mention.j : mention.j + _PLACE_REACH]
        if not words or words[0] not in _PLACE_LEADS:
            return False
        text = self.document.folded[
            sentence.starts[mention.j] : sentence.ends[mention.j + len(words) - 1]
        ]
        return any(d.is_elsewhere(text, 0) for d in self.know.deployments[:1])

    def _with_soldiers(
        self, sentence: Sentence, marks: list[Mark], found: list[Mention], barred: frozenset[str]
    ) -> list[Mention]:
        """Soldiers stand for the claims about them, whose own mentions give way."""
        for number, deployment in enumerate(self.know.deployments):
            if (self.active - barred).isdisjoint(deployment.claims.values()):
                continue
            text = self.document.folded[sentence.start : sentence.end]
            if self._is_on_another_theatre(number, text):
                continue
            last, doers = self._spoken_of.get(number, (-99, frozenset[str]()))
            gap = sentence.index - last
            soldiers = find_soldiers(
                sentence,
                marks,
                deployment,
                text,
                spoken_of=number in self._spoken_of,
                is_near=gap <= TOPIC_SENTENCES,
                antecedents=doers if gap <= SUCH_SENTENCES else frozenset(),
            )
            keyed = [m for m in found if m.claim in deployment.claims.values()]
            if any(self.know.claims[m.claim].doer for m in keyed):
                soldiers = with_keywords(keyed, soldiers, deployment)
            if soldiers:
                self._spoken_of[number] = sentence.index, frozenset(m.doer for m in soldiers)
                for claim in deployment.claims.values():
                    self._known.update(self.know.beside.get(claim, ()))
                found = [m for m in found if m.claim not in deployment.claims.values()]
            found = [m for m in found if not _describes_soldiers(m, soldiers)]
            found += [replace(m, claim=f"{SOLDIERS}{number}", barred=barred) for m in soldiers]
        return found

    def _is_on_another_theatre(self, number: int, text: str) -> bool:
        """Whether the article began with soldiers' other places and has not come to this one yet: a force for Haiti."""
        if self._begun_elsewhere.get(number) is not False:
            place = self.know.deployments[number].place_of(text)
            if place:
                self._begun_elsewhere[number] = place < 0
        return self._begun_elsewhere.get(number, False)

    def _echo(
        self, sentence: Sentence, concepts: Concepts, claim: str, found: list[Mention]
    ) -> list[Mention]:
        """The claim named by half: by a word of its own, once the article is on it or on its neighbour."""
        topics = self.know.topics
        keys = topics.echoes[claim]
        again = echo_mentions(concepts, claim, keys)
        again = [m for m in again if not any(o.i <= m.i < o.j for o in found)]
        again = [topics.of_ban(concepts, m) for m in again]
        if not again:
            return []
        last = self._echo_of.get(claim, -99)
        if claim in self._focus | self._main and sentence.index - last <= ECHO_SENTENCES:
            return again[:1]
        if claim in self._established and any(
            again[0].anchors[0] in concepts.at.get(key, ()) and topics.is_exclusive(claim, key)
            for key in keys
        ):
            return again[:1]
        name = topics.owner(claim)
        if name and topics.is_core(claim, again[0], concepts):
            return [replace(again[0], only=name, how="own-echo")]
        return []

    # -- of the whole article --------------------------------------------------------------------------

    def _in_context(self, names: Sequence[Hit]) -> frozenset[str]:
        families = {e.value[0] for _, _, e in names if e.kind == "fam"}
        return frozenset(
            claim.id
            for claim in self.know.claims.values()
            if not claim.context or not families.isdisjoint(claim.context)
        )

    def _counted(self, marked: Sequence[tuple[Sentence, list[Mark]]]) -> Counter[str]:
        """In how many sentences each claim is named by its own words; the headline counts threefold."""
        found: Counter[str] = Counter()
        topics = self.know.topics
        for sentence, marks in marked if topics.core else ():
            concepts = topics.concepts(sentence, marks)
            named = topics.find(sentence, concepts, self.active)
            named += topics.near_names(concepts, self.active, named, frozenset())
            for mention in topics.settled(named, concepts, ()):
                found[mention.claim] += _TITLE_COUNTS if sentence.in_title else 1
        return found


def _is_beside(mention: Mention, mark: Mark, words: list[str]) -> bool:
    """Whether words of another matter stand with a mention: not in "offered to meet Putin, who had sent delegations"."""
    between = words[min(mention.j, mark.j) : max(mention.i, mark.i)]
    return len(between) <= _ASIDE_REACH and CLAUSE_ENDS.isdisjoint(between)


def _describes_soldiers(mention: Mention, soldiers: list[Mention]) -> bool:
    """As in "Entry of NATO servicemen": the name goes with the soldiers, not with the entry."""
    return any(
        0 <= noun[0] - name[1] <= 1
        for name in mention.names
        for m in soldiers
        for noun in m.anchors
    )
