"""How an article's sentences speak of its claims: by name, in answer to a question, by words that point back.

Keeps the thread from sentence to sentence: the topic and the question that waits. Knows no speaker; whose a position
is, is the resolver's.
"""

from dataclasses import replace

from watchers.model import Position
from watchers.reading.composition import Composed, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.chain import ChainFinder
from watchers.reading.stance.turns import is_reversal, said_again, turn_of, turn_since
from watchers.reading.statements.resolve import Resolver
from watchers.reading.text.document import Sentence
from watchers.reading.thread.answers import ANSWERS, answers, governed_by_answer, signed
from watchers.reading.thread.discourse import (
    TOPIC_SENTENCES,
    Question,
    asked_range,
    frame_behind,
    framed_range,
    put_to,
)
from watchers.reading.thread.holding import Holding
from watchers.reading.thread.joining_in import acts
from watchers.reading.thread.pointing import is_likelihood, pointers
from watchers.reading.thread.questions import (
    Asked,
    answered,
    asked_of,
    gone_on,
    in_its_verb,
    said_in,
    word_of,
)
from watchers.reading.thread.sayings import sayings
from watchers.reading.thread.stances import bare_stances, is_within_silence
from watchers.reading.thread.topic import Topic, last_topic
from watchers.reading.trace import Trace
from watchers.reading.words.inflect import stem

#: What parts the word on a matter from the next one on it.
_PARTING = frozenset({";", "but", "–", "and", "while", "whereas", "though", "although"})
#: What opens a question that is told.
_ASKING = frozenset({"if", "whether"})
#: What opens a sentence whose second half is another's: "While France backs X, Germany is opposed".
_CONCEDING = frozenset({"although", "though", "unlike", "whereas", "while"})
#: Tokens of "the Dutch prime minister" between what parts two clauses and the second one's subject.
_LEAD_MAX = 3
#: Tokens of "would certainly" between a matter and the negation of its verb.
_TO_NEGATION = 2
#: What opens another matter there: "but on sanctions Germany is opposed".
_MATTERS = frozenset({"about", "as", "for", "in", "of", "on", "over", "regarding", "to", "with"})
#: Mentions that are read in one sentence; more are a list or an attack.
MENTIONS_MAX = 8


class Thread(Holding):
    """Follows one article, sentence after sentence, and has each position on a claim resolved."""

    def __init__(self, resolver: Resolver) -> None:
        super().__init__(resolver)
        #: Sentence -> its clauses, where it was looked through.
        self.clauses: dict[int, ChainFinder] = {}
        self._topic = Topic()
        self._question: Question | None = None
        #: What yes means to one that goes on from the last naming: 1 for it, -1 against it, 0 where that is not clear.
        self._sign = 1
        #: The stems of the words by which the topic was named last.
        self._stems: set[str] = set()

    def topic(self, sentence: Sentence) -> list[Mention]:
        """What the text is on, where the sentence does not say."""
        return self._topic.mentions(sentence)

    def reopen(self, sentence: Sentence) -> None:
        """Come back to what the text was on before the first entry of a roll call, at each of them."""
        self._topic.reopen(sentence)

    def follow(self, trace: Trace) -> None:
        """The positions of the next sentence, whose topic was asked for before."""
        sentence, mentions = trace.sentence, trace.mentions
        before = len(self._resolver.governed)
        if mentions or trace.topic or self._question is not None:
            told = {k for r in trace.reports for k in range(r.i, r.j)}
            chains = ChainFinder(sentence, trace.marks, trace.voices, mentions, told)
            self.clauses[sentence.index] = chains
            if mentions:
                self._answered_beside(trace, chains)
                self._named(trace, chains, mentions[:MENTIONS_MAX])
                if not self._turned(trace, mentions[:MENTIONS_MAX]):
                    self._pointed_back(trace, chains)
            else:
                self._unnamed(trace, chains)
        on = None if mentions else gone_on(sentence, trace.marks, trace.voices, trace.topic)
        if on is not None:
            self._question = replace(on, sign=self._sign) if self._sign else None
        elif mentions:
            self._sign = self._sign_of(sentence, before)
        asked = [] if on is None else list(on.mentions)
        self._topic.after(
            sentence, mentions or asked, carried=len(self._resolver.governed) > before
        )
        if mentions:
            self._stems = _stems(sentence, mentions[-1])

    def _sign_of(self, sentence: Sentence, before: int) -> int:
        """The sign of a question, or of what a sentence said behind the first `before` positions."""
        question = self._question
        if question is not None and question.sentence == sentence.index:
            return question.sign
        said = [composed.position.direction for _, _, composed in self._resolver.governed[before:]]
        return int(bool(said) and all(direction >= 0 for direction in said))

    # -- claims that the sentence names ----------------------------------------------------------------

    def _named(self, trace: Trace, chains: ChainFinder, mentions: list[Mention]) -> None:
        """Mentions that the sentence holds: asked about, or stated."""
        sentence = trace.sentence
        ranges = [(m, asked_range(sentence, trace.marks, trace.voices, m)) for m in mentions]
        asked = [(m, r) for m, r in ranges if r is not None]
        asks = "?" in sentence.words[-3:] and (
            (not trace.reports and sentence.quote[0] < 0) or put_to(sentence, trace.marks)
        )
        framed = [m for m in mentions if not asks and self._framed(trace, chains, m)]
        for mention in mentions:
            if mention.how == "faint":
                continue
            if mention not in [m for m, _ in asked] and not asks and mention not in framed:
                self._stated(trace, chains, mention)
        if asked:
            self._answered(trace, chains, [m for m, _ in asked], asked[0][1])
        if "?" in sentence.words[-3:]:
            self._question = Question(
                tuple(last_topic(sentence.words, mentions)),
                _sign(chains, mentions[-1]),
                sentence.index,
            )

    def _framed(self, trace: Trace, chains: ChainFinder, mention: Mention) -> bool:
        """As in "On X Rome remains sceptical", ""A mistake," he said of X": the stance stands outside the frame."""
        sentence, marks = trace.sentence, trace.marks
        behind = frame_behind(sentence, mention)
        frame = behind or framed_range(sentence, marks, mention)
        if frame is None or len(trace.reports) > 1:
            return False
        outside = [m for m in marks if not frame[0] <= m.i < frame[1]]
        stances = bare_stances(sentence, outside, trace.voices, mention, frame[0])
        self._take(trace, stances)
        if stances or behind:
            return bool(stances)
        found = answers(sentence, marks, chains, outside=frame)
        for composed, span in found:
            self._resolver.hold(trace, governed_by_answer(mention, span), composed)
        said = [] if found else sayings(sentence, outside, trace.reports, mention)
        self._hold(trace, said)
        return bool(found or said)

    def _answered(
        self, trace: Trace, chains: ChainFinder, mentions: list[Mention], asked: tuple[int, int]
    ) -> None:
        """As in "Asked about X, she said: …", "Asked about X, she shook her head"."""
        sentence = trace.sentence
        named = [(m, asked_of(trace, m, asked)) for m in mentions if m.how not in ("known", "echo")]
        if any(question.of_parts for _, question in named):
            return
        sign = _sign(chains, mentions[-1], asked[0])
        found = answers(sentence, trace.marks, chains, outside=asked)
        for mention, question in named:
            for composed, span in found:
                word = composed.rules[0].removeprefix("answer-")
                if word in ANSWERS:
                    self._hold(trace, answered(question, mention, word, span))
                else:
                    chain = governed_by_answer(mention, span)
                    self._resolver.hold(trace, chain, signed(composed, sign))
        replied = bool(found)
        for mention, question in [] if found else named:
            replied |= self._replied(trace, mention, question, asked)
        if not replied:
            for mention in self._pointers(trace, chains, mentions):
                if mention.i >= asked[1]:
                    self._stated(trace, chains, mention, quiet=True)
            self._question = Question(tuple(mentions), sign, sentence.index)

    def _replied(
        self, trace: Trace, mention: Mention, question: Asked, asked: tuple[int, int]
    ) -> bool:
        """Take what somebody replies outside of the question: a stance or a clause that says all by itself."""
        marks = [m for m in trace.marks if not asked[0] <= m.i < asked[1]]
        voices = [v for v in trace.voices if not asked[0] <= v.i < asked[1]]
        stances = bare_stances(trace.sentence, marks, voices, mention, aside=asked)
        said = [(chain, made) for chain in stances if (made := compose(chain.groups)) is not None]
        said = said or sayings(trace.sentence, marks, trace.reports, mention)
        again = None if said else in_its_verb(trace.sentence.words, trace.reports, asked)
        if again is not None:
            return self._hold(trace, answered(question, mention, *again))
        held = False
        for chain, composed in said:
            word, span = word_of(chain, composed), (chain.first, chain.first + 1)
            if word:
                reply = replace(trace, reports=[*trace.reports, *said_in(chain)])
                held |= self._hold(reply, answered(question, mention, word, span))
            else:
                held |= self._hold(trace, [(chain, composed)])
        return held

    def _pointed_back(self, trace: Trace, chains: ChainFinder) -> None:
        """As in "France sends troops, but Spain has ruled it out", "…, and Italy wants to do so": words behind the mention."""
        sentence, last = trace.sentence, max(m.j for m in trace.mentions)
        parting = _parting(trace)
        topic = last_topic(sentence.words, trace.mentions)
        for mention in (*self._pointers(trace, chains, topic), *acts(sentence, topic)):
            lead = sentence.words[last : mention.i]
            parted = next((k for k, w in enumerate(lead, last) if w in parting), None)
            if parted is None or is_likelihood(sentence.words, mention):
                continue
            within = any(c.i < mention.i and mention.j <= c.j for c in chains.cues)
            others = any(
                v.role == "agent" and v.actors and parted < v.i <= parted + 2 and v.j <= mention.i
                for v in trace.voices
            )
            if (
                "but" in lead and mention.how != "joining"
            ):  # "has not decided, but does not exclude it": the last word counts
                self._stated(trace, chains, replace(mention, how="turned"), quiet=True)
            elif within or others:
                self._stated(trace, chains, mention, quiet=True)
        self._said_behind(trace, topic[-1], last)

    def _said_behind(self, trace: Trace, mention: Mention, last: int) -> None:
        """As in "France wants X, but Germany is opposed", "… but nothing has been decided, she said": stances behind a mention."""
        words = trace.sentence.words
        parting = _parting(trace)
        parted = next((k for k in range(last, len(words)) if words[k] in parting), None)
        if parted is None and words[0] in _CONCEDING:
            parted = next((k for k in range(last, len(words)) if words[k] == ","), None)
        if parted is None:
            return
        marks = [m for m in trace.marks if m.i > parted]
        voices = [v for v in trace.voices if v.i > parted]
        for chain in bare_stances(trace.sentence, marks, voices, mention):
            lead = words[max(parted, chain.subjects[0].i - _LEAD_MAX) : chain.subjects[0].i]
            begins = (
                k for k in range(len(lead), 0, -1) if lead[k - 1] in parting or lead[k - 1] == ","
            )
            begin = next(begins, None)
            if begin is not None and _MATTERS.isdisjoint(lead[begin:]):
                self._take(trace, [chain])
        for chain, composed in sayings(trace.sentence, marks, trace.reports, mention):
            self._resolver.hold(trace, chain, composed)

    def _turned(self, trace: Trace, mentions: list[Mention]) -> bool:
        """As in "Rome, which had ruled out X, is now ready to do so": what was held before is past."""
        sentence = trace.sentence
        turn = turn_of(sentence, trace.marks, trace.voices, mentions[0])
        if turn is None:
            return False
        reports = [
            replace(r, source=turn.voice) if r.source is None and r.i >= turn.at else r
            for r in trace.reports
        ]
        trace = replace(trace, reports=reports, turn=turn.at)
        topic = last_topic(sentence.words, [m for m in mentions if m.j <= turn.at])
        chains = ChainFinder(
            sentence,
            [m for m in trace.marks if m.i >= turn.at],
            [turn.voice, *(v for v in trace.voices if v.i >= turn.at)],
            mentions,
            {k for r in trace.reports for k in range(r.i, r.j)},
        )
        again = [
            *self._pointers(trace, chains, topic, is_sure=True),
            *acts(sentence, topic),
            *said_again(sentence, turn, topic, _stems(sentence, topic[-1])),
        ]
        here = [replace(m, how="turn") for m in again if m.i >= turn.at]
        if not any(self._stated(trace, chains, m, quiet=True) for m in here):
            self._take(trace, bare_stances(sentence, chains.marks, chains.voices, topic[0]))
        self._resolver.overtake(sentence, turn, is_reversed=is_reversal(sentence.words[turn.at :]))
        return True

    # -- a sentence that names none --------------------------------------------------------------------

    def _unnamed(self, trace: Trace, chains: ChainFinder) -> None:
        """An answer to the question before it, or words that point back."""
        sentence, question = trace.sentence, self._question
        if question is not None:
            gap = sentence.index - question.sentence
            if gap > TOPIC_SENTENCES:
                self._question = None
            elif found := answers(
                sentence, trace.marks, chains, outside=None, short_only=gap > 1 or not trace.reports
            ):
                self._answer(trace, question, found)
                return
        if self._said_again(trace):
            return
        turn = turn_since(sentence, trace.voices)
        pointing = self._back_to_topic(trace, chains, is_turn=turn is not None)
        if turn is not None and not pointing and self._topic.is_single:
            pointing = said_again(sentence, turn, trace.topic, self._stems)
        asked = [
            (m, r) for m in pointing if (r := asked_range(sentence, trace.marks, trace.voices, m))
        ]
        if asked:  # "she said when asked about it"
            self._answered(trace, chains, [m for m, _ in asked], asked[0][1])
            return
        stated = [self._stated(trace, chains, m, quiet=True) for m in pointing]
        if not any(stated):
            self._said_of_topic(trace)
        if turn is not None:
            self._resolver.overtake(sentence, turn, is_reversed=is_reversal(sentence.words))

    def _back_to_topic(self, trace: Trace, chains: ChainFinder, *, is_turn: bool) -> list[Mention]:
        """The words that point back, as far as it is clear to what."""
        sentence, question = trace.sentence, self._question
        if sentence.words[-1] == "?" and not trace.reports:
            return []
        asked = question is not None and question.sentence == sentence.index - 1
        answers_it = asked and self._topic.is_last(sentence)
        if self._topic.is_single or answers_it or self._topic.is_headed(sentence):
            found = self._pointers(trace, chains, trace.topic, is_sure=is_turn)
            return found or acts(sentence, trace.topic)
        if not self._topic.is_near(sentence):
            return []
        return [
            replace(m, how="nearby")
            for m in self._pointers(trace, chains, trace.topic)
            if self._topic.is_called(sentence.words[m.j - 1])
        ]

    def _answer(
        self, trace: Trace, question: Question, found: list[tuple[Composed, tuple[int, int]]]
    ) -> None:
        """Take what a sentence answers to the question that waits."""
        self._question = None
        for mention in question.mentions:
            for composed, span in found:
                chain = governed_by_answer(mention, span)
                if question.of is not None:
                    chain = replace(chain, subject="voices", subjects=(question.of,))
                self._resolver.hold(trace, chain, signed(composed, question.sign))

    def _answered_beside(self, trace: Trace, chains: ChainFinder) -> None:
        """As in "Yes, but only with an American backstop": an answer in a sentence that names another matter."""
        question, sentence = self._question, trace.sentence
        if question is None or question.sentence != sentence.index - 1:
            return
        if {m.claim for m in trace.mentions}.isdisjoint(m.claim for m in question.mentions):
            found = answers(sentence, trace.marks, chains, outside=None, short_only=True)
            if found:
                self._answer(trace, question, found)

    def _said_of_topic(self, trace: Trace) -> None:
        """As in "Italy is opposed", ""Not with us," said X": a stance or a saying that does not name its matter."""
        sentence = trace.sentence
        for mention in trace.topic:
            stances = bare_stances(sentence, trace.marks, trace.voices, mention)
            self._take(trace, stances)
            if not stances:
                for chain, composed in sayings(sentence, trace.marks, trace.reports, mention):
                    self._resolver.hold(trace, chain, composed)

    def _said_again(self, trace: Trace) -> bool:
        """As in "Italy is for it. So is Spain.": the same of another as in the sentence before."""
        governed = self._resolver.governed
        if not governed or governed[-1][0] != trace.sentence.index - 1:
            return False
        _, chain, composed = governed[-1]
        before = len(governed)
        self._echoed(trace, chain, composed, start=0)
        return len(governed) > before

    def _pointers(
        self, trace: Trace, chains: ChainFinder, topic: list[Mention], *, is_sure: bool = False
    ) -> list[Mention]:
        tails = [m for m in trace.marks if m.kind == "tail"]
        found = pointers(
            trace.sentence, topic, chains.cues, tails, self._topic.is_topic, is_sure=is_sure
        )
        return [m for m in found if not is_within_silence(m, trace.marks)]


def _parting(trace: Trace) -> frozenset[str]:
    """A colon parts a matter from what is said of it, unless it opens what somebody says who was asked."""
    return _PARTING if any(m.kind == "ask" for m in trace.marks) else _PARTING | {":"}


def _stems(sentence: Sentence, mention: Mention) -> set[str]:
    return {stem(word) for word in sentence.words[mention.i : mention.j]}


def _sign(chains: ChainFinder, mention: Mention, asks: int = -1) -> int:
    """-1 where the question is put in the negative; at token `asks` is the verb that puts it, "questioned on whether"."""
    opener = next(
        (k for k in range(mention.i - 1, -1, -1) if chains.words[k] in _ASKING), mention.i
    )
    if any(
        opener < neg.i < mention.i or 0 <= neg.i - mention.j <= _TO_NEGATION for neg in chains.negs
    ):
        return -1  # "asked whether no soldiers would go", "whether he could promise that soldiers would not go"
    for chain in chains.govern(mention):
        composed = compose(chain.groups)
        if chain.cue is not None and (
            chain.cue[0] == asks or any(i <= chain.cue[0] < j for i, j in mention.anchors)
        ):
            continue  # "Will Kyiv give up land?": the matter's own words deny nothing
        if composed is not None and composed.position in (Position.OPPOSES, Position.RELUCTANT):
            return -1
    return 1
