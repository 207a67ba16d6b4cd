"""What a sentence answers to a question that was put before it: in a word, in the question's own verb, in a stance.

Knows answers and where they stand. Knows no claim, no speaker and nothing of the question but its sign.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.model import Position
from watchers.reading.composition import OPPOSITE, Composed, Group, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.chain import ChainFinder, Governed
from watchers.reading.text.document import Sentence
from watchers.reading.thread.stances import is_within_silence
from watchers.reading.words.clause_words import AUXILIARIES, BE, KNOWING
from watchers.reading.words.vocabulary import Mark

#: What a kind of answer says of what was asked.
ANSWERS = {
    "yes": Position.SUPPORTS,
    "no": Position.OPPOSES,
    "maybe": Position.OPEN,
    "open": Position.UNDECIDED,
}
_OPENERS = frozenset({'"', "'", ":", "–", "-", "*", "and", "but", "well", "oh", ","})
#: As in "said he would not", "They had": the question's own verb again.
_AGAIN = frozenset({"he", "i", "it", "she", "that", "there", "they", "this", "we"})
_VERBS = {
    **dict.fromkeys(("am", "are", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will", "would"), "yes"),
    **dict.fromkeys(("can", "could", "may", "might"), "maybe"),
}  # fmt: skip
#: The verb of contractions that hold "not" and do not merely add it.
_WHOLE = {"can't": "can", "cannot": "can", "won't": "will"}
_PAUSES = frozenset({'"', ",", ".", ";", "–"})
#: Of those, who does nothing, and the verbs that are an answer without a report: not "That is, …".
_NO_DOERS, _MODALS = frozenset({"that", "there", "this"}), frozenset({
    "can", "can't", "cannot", "could", "couldn't", "may", "might", "will", "won't", "would", "wouldn't",
})  # fmt: skip
#: What goes on behind such an answer without turning it into a sentence of its own.
_ADDING = frozenset({"adding", "and", "as", "but", "if", "once", "provided", "though"})
#: What opens an answer that is yes on a condition.
_CONDITIONS = frozenset({"after", "if", "in", "on", "once", "provided", "should", "under", "with"})
_IN_PRINCIPLE = (["principle"], ["theory"])


def answers(
    sentence: Sentence,
    marks: list[Mark],
    chains: ChainFinder,
    *,
    outside: tuple[int, int] | None,
    short_only: bool = False,
) -> list[tuple[Composed, tuple[int, int]]]:
    """What a sentence answers: its short answers, else the cues that it has outside the question."""
    free = [m for m in marks if outside is None or not outside[0] <= m.i < outside[1]]
    for mark in free:
        if mark.kind == "answer" and _opens(sentence, mark, outside):
            position = ANSWERS[mark.value]
            return [
                (
                    Composed(position, CueClass.COMMIT, rules=(f"answer-{mark.value}",)),
                    (mark.i, mark.j),
                )
            ]
    if outside is None:
        again = None if short_only else _answer_in_verb(sentence)
        again = again or _answer_on_condition(sentence, free)
        if again is not None:
            word, span = again
            return [(Composed(ANSWERS[word], CueClass.COMMIT, rules=(f"answer-{word}",)), span)]
    if short_only:
        return []
    found = []
    allowed = {
        m.i
        for m in free
        if m.kind == "cue"
        and (m.value.cue_class is CueClass.DEFER or not is_within_silence(m, marks))
    }
    for cue in chains.cues:
        if cue.i not in allowed or cue.value.cue_class is CueClass.TRANSPARENT:
            continue
        if not KNOWING.isdisjoint(sentence.words[cue.j : cue.j + 2]):
            continue  # "it is important to know what the format would be"
        if cue.value.cue_class is CueClass.CONSIDER and sentence.words[cue.i - 1] == "been":
            continue  # "This has been discussed": by whom, it does not say
        quoted = sentence.quote[cue.i] >= 0
        if (
            (
                cue.value.frame is Frame.ABOUT
                and (_follows_be(sentence, cue.i) or (quoted and not _is_object(sentence, cue.i)))
            )
            or (
                cue.value.frame in (Frame.VERB, Frame.STATE)
                and sentence.words[cue.j : cue.j + 1]
                in (
                    ["it"],
                    ["this"],
                    ["them"],
                )
            )
            or (
                quoted
                and cue.value.frame in (Frame.VERB, Frame.STATE)
                and cue.value.cue_class
                in (CueClass.CONSIDER, CueClass.DEFER, CueClass.REJECT, CueClass.DOUBT)
            )
            or (quoted and cue.value.frame is Frame.ABOUT_VERB and _is_of_it(sentence.words, cue.i))
        ):
            found.append(_answer_of(chains, cue))
    return [one for one in found if one is not None][:1]


def _answer_in_verb(sentence: Sentence) -> tuple[str, tuple[int, int]] | None:
    """As in "They would, Fidan said.", ""He will not," she said.": the question's own verb, and no more than that."""
    words = sentence.words
    begin = int(words[0] == '"')
    again = verb_again(words, begin)
    if (
        again is None
        or words[begin] in _NO_DOERS
        or _MODALS.isdisjoint(words[begin + 1 : begin + 2])
    ):
        return None
    rest = [k for k in range(again[1][1], len(words) - 1) if words[k] == ","]
    goes_on = any(words[k + 1] not in _ADDING for k in rest[1:])
    of_others = "of" in words[again[1][1] :]  # "They would, Merz said of the British."
    return None if goes_on or of_others or "?" in words[-3:] else again


def _answer_on_condition(
    sentence: Sentence, marks: list[Mark]
) -> tuple[str, tuple[int, int]] | None:
    """As in "If Washington provides the cover, then yes, he said", "In principle yes, she said"."""
    words = sentence.words
    begin = int(words[0] == '"')
    if _CONDITIONS.isdisjoint(words[begin : begin + 1]) or "?" in words[-3:]:
        return None
    if words[begin] == "in" and words[begin + 1 : begin + 2] not in _IN_PRINCIPLE:
        return None  # "In Poland, yes"
    for mark in marks:
        if mark.kind == "answer" and mark.value == "yes" and mark.j - mark.i == 1:
            led = words[mark.i - 1] in (",", "then") or mark.i == begin + 2
            if led and words[mark.j : mark.j + 1] in ([], [","], ["."], ['"']):
                return "maybe", (mark.i, mark.j)
    return None


def verb_again(words: list[str], i: int) -> tuple[str, tuple[int, int]] | None:
    """The word that "he would not", "they could" before a pause gives to a question with that verb, and where."""
    if len(words) < i + 3 or words[i] not in _AGAIN:
        return None
    verb, j = words[i + 1], i + 2
    contracted = verb in _WHOLE or verb.endswith("n't")
    denied = contracted or words[j : j + 1] in (["not"], ["never"])
    j += denied and not contracted
    word = _VERBS.get(_WHOLE.get(verb, verb.removesuffix("n't")))
    if word is None or words[j : j + 1] == [] or words[j] not in _PAUSES:
        return None
    return ("no" if denied else word), (i, j)


def _is_of_it(words: list[str], i: int) -> bool:
    """As in "It would be a mistake", "That makes no sense": what a verb says of the matter itself."""
    while i and words[i - 1] in AUXILIARIES:
        i -= 1
    return i > 0 and words[i - 1] in ("it", "that", "this")


def _is_object(sentence: Sentence, i: int) -> bool:
    """As in "to wage war on": what somebody does, and no judgement."""
    return (
        i > 1
        and sentence.words[i - 2] == "to"
        and sentence.words[i - 1].isalpha()
        and sentence.words[i - 1] not in BE
    )


def _follows_be(sentence: Sentence, i: int) -> bool:
    return any(
        w in ("is", "was", "be", "are", "were", "being", "been")
        for w in sentence.words[max(0, i - 3) : i]
    )


def _opens(sentence: Sentence, mark: Mark, outside: tuple[int, int] | None) -> bool:
    """Whether an answer stands where answers stand: at the head of the sentence or of a quotation."""
    k = mark.i - 1
    while k >= 0 and sentence.words[k] in _OPENERS:
        if sentence.words[k] in ('"', "'", ":", "–"):
            return _closes(sentence, mark)
        k -= 1
    return k < 0 and _closes(sentence, mark)


def _closes(sentence: Sentence, mark: Mark) -> bool:
    """An answer is followed by a pause, not by what it would belong to: "No soldiers …"."""
    after = sentence.words[mark.j] if mark.j < len(sentence.words) else "."
    return not after.isalnum() or after in ("and", "but", "said", "says", "replied", "answered")


def _answer_of(chains: ChainFinder, cue: Mark) -> tuple[Composed, tuple[int, int]] | None:
    modals, negated, _ = chains.before(max(0, cue.i - 8), cue.i, cue)
    made = compose(
        [Group(cue.value.cue_class, cue.value.frame, modals, negated, cue.value.negative)]
    )
    return None if made is None else (made, (cue.i, cue.j))


def signed(composed: Composed, sign: int) -> Composed:
    """An answer to a negative question, turned; who does not rule a matter out leaves it open."""
    if sign > 0 or composed.rules[-1:] == ("answer-open",):
        return composed
    no = composed.rules[-1:] == ("answer-no",)
    position = Position.OPEN if no else OPPOSITE[composed.position]
    return replace(composed, position=position, rules=(*composed.rules, "negative-question"))


def governed_by_answer(mention: Mention, span: tuple[int, int]) -> Governed:
    """A mention whose cue is an answer elsewhere."""
    return Governed(mention, (), span[0], span, "answer", "matter")
