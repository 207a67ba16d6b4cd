"""What help leaves out: "everything except soldiers", "in ways other than sending troops", "instead of sending troops it will train".

Knows the phrases that leave something out, and words for all that is not left out. Knows no cue's words.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.needs import Needs
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.voices.exceptions import EXCEPT, EXCEPT_OF
from watchers.reading.words.clause_words import NOTHING

#: What leaves out something of a whole, and what puts something else in its place.
_LESS = (
    *((word,) for word in EXCEPT), *EXCEPT_OF, ("excluding",), ("anything", "but"), ("everything", "but"), ("all", "but"),
    ("short", "of"), ("other", "than"), ("ways", "than"), ("means", "than"),
)  # fmt: skip
_INSTEAD = (("instead", "of"), ("rather", "than"), ("in", "place", "of"))
#: The whole of which something is left out.
_WHOLE = frozenset({
    "all", "anything", "anyhow", "contribution", "contributions", "every", "everything", "form", "forms", "kinds", "manner", "means",
    "much", "sorts", "support", "ways", "whatever", "help", "aid", "assistance",
})  # fmt: skip
#: What may stand between such a phrase and soldiers.
_BETWEEN = frozenset({
    "a", "actual", "actually", "an", "any", "by", "directly", "dispatching", "for", "his", "its", "our", "ground", "own", "sending", "send",
    "the", "their", "to", "with", "deploying", "deploy",
})  # fmt: skip
_AGAINST = frozenset({CueClass.PREVENT, CueClass.REFUSE, CueClass.REJECT})
#: Tokens of what may stand between, and from an opening phrase to its subject.
_BETWEEN_MAX, _SUBJECT_MAX = 3, 12


class Excepted(Needs):
    """Finds soldiers that somebody's help leaves out."""

    def _excepted(self, mention: Mention) -> Governed | None:
        """As in "will do everything except send soldiers", "Short of sending soldiers, Portugal will do everything"."""
        if mention.how not in SOLDIERLY or mention.polarity < 0:
            return None
        noun = min(a for a, _ in mention.anchors)
        found = self._leaving_out(noun) or self._leaving_out(mention.i)
        if found is None:
            return None
        k, end, instead = found
        begin = self._clause_start(k)[0]
        if begin >= k - 1:
            main, stop = mention.j, min(mention.j + _SUBJECT_MAX, len(self.words))
        else:
            main, stop = begin, k
        clause = self.words[main:stop]
        if not NOTHING.isdisjoint(clause) or "n't" in clause:
            return None
        if any(main <= c.i < stop and c.value.cue_class in _AGAINST for c in self.cues):
            return None  # "ruled out everything except sending soldiers"
        verbs = [m.i for m in (*self.modals, *self.cues) if main <= m.i < stop]
        if not (verbs if instead else not _WHOLE.isdisjoint(self._clause_words(main))):
            return None
        subject, subjects = self._subject(main, min(verbs, default=stop), mention)
        if subject not in ("voices", "inherited"):
            return None
        group = Group(CueClass.DOUBT if instead else CueClass.REJECT, Frame.VERB)
        return Governed(
            mention, (group,), main, (k, end), "left", subject, subjects, text=" ".join(self.words[k:end])
        )  # fmt: skip

    def _leaving_out(self, k: int) -> tuple[int, int, bool] | None:
        """Where a phrase stands that leaves out what begins at `k`, and whether it puts something else in its place."""
        for _ in range(_BETWEEN_MAX + 1):
            for phrases, instead in ((_LESS, False), (_INSTEAD, True)):
                for phrase in phrases:
                    if k >= len(phrase) and tuple(self.words[k - len(phrase) : k]) == phrase:
                        return k - len(phrase), k, instead
            if self.words[k - 1] not in _BETWEEN:
                return None
            k -= 1
        return None

    def _clause_words(self, k: int) -> list[str]:
        return self.words[k : self._clause_end(k)]
