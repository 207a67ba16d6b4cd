"""What a question asks that somebody tells of: "asked whether X would …, she said no".

Reads it as the sentence that it would be; what yes and no say of that sentence is looked up. Knows no speaker.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchers.model import Position
from watchers.reading.composition import MAYBE, NEGATED, Composed, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.speech.report import Report
from watchers.reading.stance.chain import ChainFinder, Governed
from watchers.reading.text.document import Sentence
from watchers.reading.thread.answers import ANSWERS, governed_by_answer, verb_again
from watchers.reading.thread.discourse import Question
from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice
from watchers.reading.words.vocabulary import Mark

Span = tuple[int, int]

_WHETHER = frozenset({"if", "whether"})
#: Words that ask for a part of what is done; who answers has not said whether it is.
_FOR_PARTS = frozenset({"how", "what", "when", "where", "which", "who", "why"})
#: Verbs by which a question is for what somebody thinks all the same: "asked what he thought of".
_THINKING = frozenset({"feel", "feels", "felt", "made", "makes", "say", "saw", "sees", "think", "thinks", "thought"})  # fmt: skip
#: Words of saying yes or no, where a stance says it of the question and not of the matter.
_SAYING = frozenset({"answer", "nod", "reply", "respond", "say", "shake"})

#: Tokens of a question that goes on to others, the marks that name them, and what else may stand in it.
_SHORT_MAX, _NATIONS = 8, frozenset({"adj", "demonym", "name"})
_GOING_ON = frozenset({
    "a", "about", "and", "as", "but", "flag", "how", "of", "ones", "or", "so", "such", "the", "then", "there", "too",
    "under", "what",
})  # fmt: skip
#: Whose soldiers those of a force are that is no single country's.
_MANY = frozenset({"bare", "west"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks of a matter."""

    #: What it would say as a sentence; empty where it is on the matter as a whole, "asked about X".
    put: tuple[tuple[Governed, Composed], ...]
    #: Whether yes and no can be understood.
    is_clear: bool
    #: Whether it is for a part of what is done: when, why, how many.
    of_parts: bool = False


def asked_of(trace: Trace, mention: Mention, asked: Span) -> Asked:
    """What the question at tokens `asked` asks of a matter that it names."""
    words = trace.sentence.words
    if mention.j > asked[1]:
        return Asked((), is_clear=False)  # named behind the question
    lead = range(asked[0] + 1, mention.i)
    openers = [k for k in lead if words[k] in _WHETHER]
    if len(openers) > 1:
        return Asked((), is_clear=False)  # "asked whether he could say if"
    whether = openers[0] if openers else None
    if whether is None:
        whether = next((k for k in reversed(lead) if words[k] == "that"), None)
    if whether is not None:
        put = tuple(_put(trace, mention, (whether + 1, asked[1])))
        return Asked(put, bool(put))
    of_parts = any(words[k] in _FOR_PARTS for k in lead)
    if of_parts and _THINKING.isdisjoint(words[asked[0] : mention.i]):
        return Asked((), is_clear=False, of_parts=True)
    return Asked((), is_clear=True)


def _put(trace: Trace, mention: Mention, span: Span) -> Iterator[tuple[Governed, Composed]]:
    """What stands over a matter in a question, read as a sentence of its own."""
    begin, end = span
    sentence = trace.sentence
    clause = replace(
        sentence,
        words=[*sentence.words[begin:end], "."],
        starts=sentence.starts[begin : end + 1],
        ends=sentence.ends[begin : end + 1],
        quote=[*sentence.quote[begin:end], -1],
    )
    marks = [
        Mark(m.i - begin, m.j - begin, m.kind, m.value) for m in trace.marks if begin <= m.i < end
    ]
    voices = [replace(v, i=v.i - begin, j=v.j - begin) for v in trace.voices if begin <= v.i < end]
    here = _moved(mention, -begin)
    others = [_moved(m, -begin) for m in trace.mentions if begin <= m.i and m.j <= end]
    for chain in ChainFinder(clause, marks, voices, others, set()).govern(here):
        composed = compose(chain.groups)
        if composed is None or chain.side.startswith("loose"):
            continue
        named = [replace(v, i=v.i + begin, j=v.j + begin) for v in chain.subjects]
        if all(v.kind == "pronoun" for v in named):
            yield replace(chain, subject="matter", subjects=()), composed
        else:
            yield replace(chain, subjects=tuple(named)), composed


def _moved(mention: Mention, by: int) -> Mention:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((i + by, j + by) for i, j in spans)

    return replace(
        mention, i=mention.i + by, j=mention.j + by, anchors=moved(mention.anchors),
        names=moved(mention.names), matter=moved(mention.matter), own=moved(mention.own),
    )  # fmt: skip


def gone_on(
    sentence: Sentence, marks: list[Mark], voices: list[Voice], topic: list[Mention]
) -> Question | None:
    """As in "And Poland?", "What about Dutch ones?", "Brazilians?": what was asked before, of others."""
    words = sentence.words
    if not topic or words[-1] != "?" or len(words) > _SHORT_MAX:
        return None
    named = [m for m in marks if m.kind in _NATIONS]
    if not named or any(m.value != named[0].value for m in named):
        return None
    rest = [w for k, w in enumerate(words[:-1]) if not any(m.i <= k < m.j for m in named)]
    if not _GOING_ON.issuperset(rest):
        return None
    nation, is_named = named[0].value, named[0].kind == "name"
    theirs = tuple(
        replace(m, doer=nation) if m.doer and not (is_named and m.doer in _MANY) else m
        for m in topic
    )
    if any(m.doer == nation for m in theirs):
        return Question(theirs, 1, sentence.index)
    of = next((v for v in voices if v.actors == (nation,)), None)
    if of is None:
        return None
    return Question(theirs, 1, sentence.index, replace(of, i=0, j=0, role="agent"))


def word_of(chain: Governed, composed: Composed) -> str:
    """Which word a stance gives to a question: yes, no, maybe or open; empty where it speaks to the matter itself."""
    word = composed.rules[0].removeprefix("answer-")
    if word in ANSWERS:
        return word
    if chain.text.split(" ")[0] not in _SAYING or composed.position is Position.UNDECIDED:
        return ""
    return "yes" if composed.position.direction > 0 else "no"


def said_in(chain: Governed) -> list[Report]:
    """The report that a stance of yes or no is: "shook his head", "said no"."""
    return [
        Report(v, chain.first, chain.first, chain.first, chain.first + 1, "says")
        for v in chain.subjects
    ]


def in_its_verb(words: list[str], reports: list[Report], asked: Span) -> tuple[str, Span] | None:
    """As in "…, Merz said he would not": the word that it gives, and where."""
    for report in reports:
        i = report.j + (words[report.j : report.j + 1] == ["that"])
        again = verb_again(words, i) if report.i >= asked[1] else None
        if again is not None:
            return again
    return None


def answered(
    asked: Asked, mention: Mention, word: str, span: Span
) -> list[tuple[Governed, Composed]]:
    """What "yes", "no", "maybe" or "open" at tokens `span` says of a matter in answer to a question."""
    rules = (f"answer-{word}",)
    if not asked.is_clear:
        return []
    if not asked.put:
        chain = governed_by_answer(mention, span)
        return [(chain, Composed(ANSWERS[word], None, rules=rules))]
    found = []
    for chain, composed in asked.put:
        position = _position(composed, word)
        if position is not None:
            theirs = replace(
                governed_by_answer(mention, span), subject=chain.subject, subjects=chain.subjects
            )
            found.append((theirs, replace(composed, position=position, rules=(*composed.rules, *rules))))  # fmt: skip
    return found


def _position(composed: Composed, word: str) -> Position | None:
    if word == "open":
        return Position.UNDECIDED
    if word == "yes" or composed.position is Position.UNDECIDED:
        return composed.position if word == "yes" else None
    if composed.position.direction < 0:
        return Position.OPEN if word == "no" else Position.RELUCTANT
    table, plain = (NEGATED, Position.OPPOSES) if word == "no" else (MAYBE, Position.OPEN)
    return plain if composed.cue is None else table[composed.cue]
