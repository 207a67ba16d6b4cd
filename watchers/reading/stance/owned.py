"""A stance that is another's: "welcomed X's refusal to …", "mocked X's offer", "thanked X for refusing to …".

Knows owners and nouns of stances. What an owner holds is his, at second hand where an official speaks of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.judged import Judged
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import NATIONS
from watchers.reading.words.clause_words import ADVERBS, BE
from watchers.reading.words.vocabulary import Mark

#: Tokens of "the repeated and firm" between an owner and the noun of his stance.
_OWNER_REACH = 4
#: Tokens of "has strongly condemned" between a subject and an owner, and what no verb's object stands behind.
_VERB_MAX = 4
_ACCUSING = frozenset(
    {"accuse", "accused", "accuses", "accusing", "suspect", "suspected", "suspects"}
)
#: Who may be asked for soldiers without a name, and tokens of "on all its" between asking and him.
_ASKED = NATIONS | {"europeans", "leaders", "members", "others", "them"}
_ASKED_REACH = 3
#: What stands between somebody and what he does, beside modals and negations.
_BEFORE_DEED = frozenset({
    "agree", "be", "being", "decide", "ever", "forced", "made", "obliged", "ready", "refuse", "some", "soon", "their", "to",
})  # fmt: skip
#: What makes somebody no one who is asked: "needs no approval of allies to", "proposed to allies to", "agreed with".
_ASIDE_OF = frozenset({"of", "to", "with"})
_LIKELIHOOD = frozenset({CueClass.CONSIDER, CueClass.DOUBT, CueClass.NOT_EXCLUDED})
#: What becomes of a stance that somebody gives up, what leads there, and how many tokens of it.
_GONE = frozenset({
    "abandoned", "collapsed", "collapsing", "crumbled", "crumbles", "crumbling", "dropped", "eased", "easing", "ebbing", "ended", "ending",
    "evaporated", "faded", "fading", "gone", "history", "lifted", "melted", "melting", "over", "overcome", "receding", "softened", "softening",
    "vanished", "waned", "waning", "weakened", "weakening", "withdrawn",
})  # fmt: skip
_GOING = BE | {"appeared", "appears", "be", "been", "being", "finally", "had", "has", "have", "now", "seemed", "seems", "slowly", "to"}  # fmt: skip
_GOING_MAX = 5
_SHARING = frozenset({"share", "shared", "shares", "sharing"})
_PARTING = frozenset({",", ";", ":", "–", '"', "and", "but", "or", "said", "says", "that"})


class Owned(Judged):
    """Parts the stance of an owner from what the subject thinks of it."""

    def _with_owner(self, left: Governed) -> list[Governed]:
        """A chain, and beside or instead of it that of the owner whose stance it is about."""
        stance = next((c for c in self.cues if left.cue == (c.i, c.j)), None)
        if stance is not None and self._is_accused(stance):
            return []
        owner = None if stance is None else self._owner_of(stance)
        if stance is None or owner is None or not owner.speaks:
            return [left]
        teller = next(
            (v for v in reversed(self.voices) if v.role == "agent" and v.j < owner.i), None
        )
        if teller is None or set(teller.actors) & set(owner.actors):
            return [left]
        between = self.words[teller.j : owner.i]
        if left.first >= owner.i and (len(between) > _VERB_MAX or not _PARTING.isdisjoint(between)):
            return [left]
        groups, _, carrier, form, text = self._groups(
            stance.i, self.head(left.mention), [stance], left.mention
        )
        theirs = replace(
            left, groups=tuple(groups), first=stance.i, cue=carrier, subject="voices", subjects=(owner,),
            form=form, text=text, teller=teller if teller.speaks else None,
        )  # fmt: skip
        return [theirs, *(self._shared_by(teller, theirs) or self._of_subject(left, theirs))]

    def _shared_by(self, subject: Voice, theirs: Governed) -> list[Governed]:
        """As in "shares Rome's doubts about it", "does not share Rome's enthusiasm for it"."""
        owner = theirs.subjects[0]
        between = self.words[subject.j : owner.i]
        if _SHARING.isdisjoint(between[-2:]) or subject.role != "agent":
            return []
        if any(subject.j <= c.i < owner.i for c in self.cues):
            return []  # "refuses to share Rome's doubts"
        negated = any(subject.j <= n.i < owner.i for n in self.negs)
        group = replace(theirs.groups[0], negated=negated)
        return [
            replace(
                theirs,
                groups=(group, *theirs.groups[1:]),
                first=subject.j,
                subjects=(subject,),
                teller=None,
            )
        ]

    def _is_gone(self, mention: Mention) -> bool:
        """As in "Rome's opposition to it has been lifted", "… is weakening": a stance that is held no more, or less."""
        k = begin = self._after_place(mention.j)
        while self.words[k : k + 1] and self.words[k] in _GOING and k - begin < _GOING_MAX:
            k += 1
        denied = any(begin <= n.i < k for n in self.negs)
        return k > begin and self.words[k : k + 1] != [] and self.words[k] in _GONE and not denied

    def _asked_of(self, mention: Mention, cues: list[Mark], subjects: tuple[Voice, ...]) -> Mention:
        """As in "urged Berlin to send soldiers", "asked its allies for soldiers": not those of whoever asks."""
        k = mention.i - 1
        if mention.how not in SOLDIERLY or self.words[k] not in ("for", "to"):
            return mention
        end = k - (self.words[k - 1] == "not")
        asked = next((v for v in self.voices if v.j == end), None)
        begin = end - 1 if asked is None else asked.i
        if asked is None and self.words[begin] not in _ASKED:
            return mention
        if asked is not None and {a for v in subjects for a in v.actors} & set(asked.actors):
            return mention
        asking = (
            c
            for c in cues
            if 0 <= begin - c.j <= _ASKED_REACH
            and _ASIDE_OF.isdisjoint(self.words[c.j : begin])
            and c.value.text != "agree with"
            and (c.value.frame is Frame.VERB or self.words[c.j - 1] == "for")
        )
        if all(c.value.cue_class is CueClass.COMMIT for c in asking):
            return mention
        is_american = asked is not None and asked.actors == ("us",)
        return replace(mention, doer="us") if is_american else _of_others(mention)

    def _deed_of(self, mention: Mention, begin: int, groups: list[Group]) -> Mention | None:
        """As in "doubts that Paris will send soldiers", "against others sending soldiers": whose deed is spoken of.

        He is named behind the token `begin`. `None` where it is told how likely it is that others do it.
        """
        if mention.how not in SOLDIERLY or mention.doer not in ("own", "bare"):
            return mention
        k = min([mention.i, *(i for i, _ in mention.anchors)])
        while k > begin and self._leads_to_deed(k - 1):
            k -= 1
        doer = next(
            (
                v for v in self.voices
                if v.j == k and v.i >= begin and v.actors and (v.role == "agent" or self.words[v.i - 1] == "for")
            ),
            None,
        )  # fmt: skip
        if doer is None:
            named = k > begin and self.words[k - 1] in _ASKED and self.words[k - 2] != "service"
            if not named or (self.words[k] == "to" and "for" not in self.words[begin:k]):
                return mention
            return None if tells_how_likely(groups) else _of_others(mention)
        is_told = (
            self.words[k] == "to" and self.words[doer.i - 1] != "for"
        )  # "promised Kyiv to send"
        if is_told or len(doer.actors) != 1:
            return mention
        return replace(mention, doer=doer.actors[0])

    def _leads_to_deed(self, k: int) -> bool:
        """Whether a token stands between a subject and what it does: "would | not | be | forced | to | send"."""
        return (
            self.words[k] in _BEFORE_DEED
            or self.words[k] in ADVERBS
            or any(m.i <= k < m.j for m in (*self.modals, *self.negs))
        )

    def _is_accused(self, stance: Mark) -> bool:
        """As in "accused Rome of blocking the force": what somebody is charged with is nobody's word."""
        at = stance.i - 1
        lead = self.words[max(0, at - _VERB_MAX - 3) : at]
        return (
            stance.value.form == "ing"
            and self.words[at] == "of"
            and not _ACCUSING.isdisjoint(lead)
            and self.words[at - 1] not in _ACCUSING
        )

    def _owner_of(self, stance: Mark) -> Voice | None:
        """Whose a stance is, where the clause is about somebody's view of it."""
        if stance.value.form == "ing" and self.words[stance.i - 1] == "for":
            return next((v for v in self.voices if v.j == stance.i - 1), None)
        if stance.value.frame is not Frame.NOUN:
            return None
        owners = [
            v for v in self.voices if v.role == "owner" and 0 < stance.i - v.j <= _OWNER_REACH
        ]
        return owners[-1] if owners else None

    def _of_subject(self, left: Governed, theirs: Governed) -> list[Governed]:
        """What the subject holds of the matter: of soldiers, only where he speaks of others' that would be sent."""
        if theirs.first <= left.first:
            return []
        if left.mention.how not in SOLDIERLY:
            return [left]
        made = compose(theirs.groups)
        if made is None or made.position.direction <= 0:
            return []
        return [replace(left, mention=_of_others(left.mention))]


def tells_how_likely(groups: Sequence[Group]) -> bool:
    """As in "doubts that somebody will send soldiers": how likely a deed is, and not whether it is wanted."""
    return groups[0].cue in _LIKELIHOOD and groups[-1].cue is None


def _of_others(mention: Mention) -> Mention:
    return replace(mention, doer="west") if mention.doer in ("own", "bare") else mention
