"""What is said of a refusal, of a lack or of a judgement: "called the refusal of X a mistake", "denies that X means war".

Knows nouns and verbs that stand over a matter or a judgement and turn it round.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.sought import Sought
from watchers.reading.words.inflect import verb_forms
from watchers.reading.words.vocabulary import Cue, Mark

#: Classes of nouns that are against a matter, and of verbs that are against such a noun.
_AGAINST = frozenset({CueClass.DOUBT, CueClass.PREVENT, CueClass.REFUSE, CueClass.REJECT})
_JUDGING = _AGAINST | {CueClass.ENDORSE}
_PREDICATES = frozenset({Frame.ABOUT, Frame.ABOUT_VERB})
_LACKING = frozenset({"absence", "lack", "shortage", "want"})
#: What may stand between such a noun and the matter.
_FIRM = frozenset({
    "a", "adequate", "an", "any", "binding", "clear", "concrete", "credible", "effective", "firm", "ironclad", "proper", "real",
    "reliable", "robust", "serious", "solid", "strong", "such", "sufficient", "the", "true",
})  # fmt: skip
#: Nouns of what is not done, and tokens from there to the matter.
_FAILURES, _FAILURE_REACH = frozenset({"failure", "inability"}), 9
_LEADING = frozenset({"caused", "drove", "forced", "led", "made", "prompted", "pushed"})
#: What may stand between missing something and its lack.
_ABOUT = frozenset({
    "a", "about", "any", "at", "complete", "continuing", "of", "on", "over", "publicly", "that", "the", "this", "total",
})  # fmt: skip
#: Verbs of whoever misses something, beside those that refuse or doubt.
_MISSING = frozenset({
    "bemoan", "bemoaned", "bemoans", "complain", "complained", "complaining", "complains", "decried", "decry", "deplore", "deplored",
    "deplores", "lament", "lamented", "laments", "regret", "regrets", "regretted",
})  # fmt: skip
#: What is thought of a matter, in the mouth of those who do not share it: "the claim that it means war".
_THOUGHTS = frozenset({
    "accusation", "accusations", "allegation", "allegations", "argument", "arguments", "assertion", "belief", "charge", "charges", "claim",
    "claims", "contention", "criticism", "idea", "notion", "opinion", "premise", "suggestion", "suggestions", "theory", "thesis", "view",
})  # fmt: skip


def _forms(*verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb_forms(verb))


_DENYING = _forms(
    "challenge", "contest", "counter", "deny", "dismiss", "dispute", "question", "rebuff", "rebut", "refute", "reject"
)  # fmt: skip
_SHARING = _forms("share")
_DISPUTING = _forms("contest", "deny", "disagree", "dispute", "doubt", "question")
#: Verbs and adjectives of whoever shares it, where they are not negated.
_CERTAIN = frozenset({"certain", "convinced", "persuaded", "sure"})
_AGREEING = _forms("accept", "agree") | _CERTAIN
_UNSHARING = frozenset({"unconvinced", "unpersuaded"})
_UNCERTAIN, _DENIALS = _CERTAIN | _UNSHARING, _forms("deny")
#: Tokens between such a verb and "the idea", and of "is by no means at all" before it.
_THOUGHT_REACH, _DENIAL_REACH = 4, 4
#: Tokens of "of any firm" between a noun and the matter, of what may lead up to it, and from a verb to a lack.
_NOUN_REACH, _LEAD_MAX, _MISSING_REACH = 4, 5, 4


class Judged(Sought):
    """Finds judgements of what is against a matter."""

    def _judged(self, mention: Mention) -> list[Governed] | None:
        """What is said of a refusal of a matter, or of its lack; `None` where there is no such thing."""
        begin = min([mention.i, *(a for a, _ in mention.anchors)])
        lack = self._lack_before(begin)
        if lack is None:
            lack = self._failure_before(begin)
        if lack is not None:
            return self._missed(mention, lack)
        noun = next(
            (
                c for c in self.cues
                if c.value.frame is Frame.NOUN and c.value.cue_class in _AGAINST and 0 <= begin - c.j <= _NOUN_REACH
            ),
            None,
        )  # fmt: skip
        if noun is None or any(noun.j <= c.i < begin for c in self.cues):
            return None
        judgement = self._right(mention)
        if judgement is None or judgement.groups[0].cue not in _JUDGING:
            return None
        if not self._is_subject_noun(noun, judgement):
            return None
        cue: Cue = noun.value
        inner = Group(cue.cue_class, cue.frame, (), False, cue.negative)
        return [replace(judgement, groups=(*judgement.groups, inner))]

    def _disputed(self, mention: Mention) -> list[Governed] | None:
        """As in "denies that it would mean war", "is not convinced that it is needed": a judgement that is not shared.

        Who is not convinced that it would be bad is not yet for it.
        """
        that = min([mention.i, *(a for a, _ in mention.anchors)]) - 1
        while that > 1 and self.words[that] == "'s":
            that -= 2  # "that Ukraine's membership …"
        while that > 1 and self.words[that] in _FIRM:
            that -= 1
        if that < 2 or self.words[that] != "that":
            return None
        verb, denied = self._disputing(that)
        right = self._right(mention) if verb else None
        if right is None or right.groups[-1].frame not in _PREDICATES:
            return None
        if right.side == "called" and self.words[verb] in _AGREEING:
            return None  # "does not think that it is a good idea"
        subject, subjects = self._subject(self._clause_start(verb)[0], verb, mention)
        if subject not in ("voices", "inherited"):
            return None
        own = right.groups
        if self._is_denied(mention) and not any(that < n.i < mention.j for n in self.negs):
            own = tuple(replace(g, negated=not g.negated) for g in own)  # by the "not" of the verb
        if denied and self.words[verb] in _UNCERTAIN | _DENIALS and own[0].cue in _AGAINST:
            return []
        if denied and self.words[verb] in _DENIALS:
            return None  # a report that is denied
        groups = (Group(CueClass.DOUBT, Frame.VERB), *own) if denied else own
        return [
            replace(
                right, groups=groups, first=verb, side="right", subject=subject, subjects=subjects
            )
        ]

    def _disputing(self, that: int) -> tuple[int, bool]:
        """The verb over what somebody thinks, and whether it denies it; 0 where there is none."""
        words, k = self.words, that - 1
        negated = any(0 < k - n.i <= _DENIAL_REACH for n in self.negs)
        if words[k] == "doubt" and negated and words[k - 1] != "no":
            return 0, False  # "does not doubt that it can work"
        if words[k] in _UNSHARING or words[k] in _DISPUTING:
            return k, not negated
        if words[k] in _AGREEING and negated:
            return k, True
        if words[k] not in _THOUGHTS:
            return 0, False
        reach = range(k - 1, max(0, k - 1 - _THOUGHT_REACH), -1)
        verb = next((n for n in reach if words[n] in _DENYING | _SHARING), 0)
        negated = any(0 < verb - n.i <= _DENIAL_REACH for n in self.negs)
        return verb, negated == (words[verb] in _SHARING)

    def _is_subject_noun(self, noun: Mark, judgement: Governed) -> bool:
        """Whether a judgement is of the noun: it opens its clause, or somebody calls it so."""
        if judgement.side == "called":
            return True
        begin = self._clause_start(noun.i)[0]
        opens = noun.i - begin <= _LEAD_MAX and not any(
            begin <= m.i < noun.i for m in (*self.cues, *self.modals)
        )
        between = self.words[noun.j : judgement.cue[0]] if judgement.cue is not None else []
        return (
            opens
            and judgement.side == "right"
            and judgement.groups[0].frame in _PREDICATES
            and "and" not in between
        )

    def _lack_before(self, begin: int) -> int | None:
        """The token of "lack" in "the lack of any firm", right before a matter."""
        k = begin - 1
        while k > 1 and self.words[k] in _FIRM:
            k -= 1
        return k - 1 if k > 0 and self.words[k] == "of" and self.words[k - 1] in _LACKING else None

    def _failure_before(self, begin: int) -> int | None:
        """The token of "failure" in "the failure of the others to back", "… to block"."""
        low = max(0, begin - _FAILURE_REACH)
        failure = next(
            (k for k in range(begin - 1, low - 1, -1) if self.words[k] in _FAILURES), None
        )
        if failure is None or "to" not in self.words[failure:begin]:
            return None
        if not _LEADING.isdisjoint(self.words[failure:begin]):
            return None  # "the failure of the talks led him to"
        verbs = [c for c in self.cues if failure < c.i and c.j <= begin]
        return failure if verbs else None

    def _missed(self, mention: Mention, lack: int) -> list[Governed]:
        """Who misses a matter, or what somebody failed to do to it: he complains, or calls that unacceptable."""
        undone = any(lack < c.i < mention.i and c.value.cue_class in _AGAINST for c in self.cues)
        group = Group(CueClass.REJECT if undone else CueClass.WANT, Frame.NOUN)
        judgement = self._right(mention)
        if judgement is not None and judgement.groups[0].cue in _AGAINST:
            return [replace(judgement, groups=(group,))]
        reach = range(lack - 1, max(-1, lack - 1 - _MISSING_REACH), -1)
        verb = next((k for k in reach if self._is_missing(k)), None)
        if verb is None or not _ABOUT.issuperset(self.words[verb + 1 : lack]):
            return []
        if any(0 <= verb - n.i <= _MISSING_REACH for n in self.negs):
            return []  # "did not complain about the lack of it"
        subject, subjects = self._subject(self._clause_start(verb)[0], verb, mention)
        return [
            Governed(
                mention, (group,), verb, (verb, lack + 1), "left", subject, subjects, text="lack of"
            )
        ]

    def _is_missing(self, k: int) -> bool:
        return self.words[k] in _MISSING or any(
            c.i <= k < c.j and c.value.frame is Frame.VERB and c.value.cue_class in _AGAINST
            for c in self.cues
        )
