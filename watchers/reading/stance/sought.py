"""What somebody tries in vain to get: "failed to secure guarantees", "has not won support for it", "could not persuade Trump to".

Knows verbs of getting and how English says that they came to nothing. Knows no subject.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.acts import Acts
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.words.clause_words import ADVERBS
from watchers.reading.words.vocabulary import Mark

#: Verbs of getting something or of winning somebody over, in their plain form and as participles.
_PLAIN = frozenset({
    "achieve", "arrange", "attain", "bring", "broker", "clinch", "convince", "extract", "gain", "garner", "get", "land", "muster", "obtain", "organise", "organize",
    "persuade", "rally", "secure", "sway", "win", "wrest", "wring",
})  # fmt: skip
_DONE = frozenset({
    "achieved", "attained", "clinched", "convinced", "extracted", "gained", "garnered", "got", "gotten", "landed", "mustered",
    "obtained", "persuaded", "rallied", "secured", "swayed", "won", "wrested", "wrung",
})  # fmt: skip
_WINNING_OVER = frozenset({"convince", "convinced", "persuade", "persuaded", "sway", "swayed"})
_NOBODY = (["few"], ["no"], ["nobody"])
#: What stands before a verb of getting where somebody is got, and behind one that is none.
_BEEN = (["be"], ["been"], ["is"], ["was"], ["were"])
_NO_OBJECTS = frozenset({"herself", "himself", "itself", "over", "rid", "themselves", "used"})
#: What leads to such a verb where nothing came of it, and tokens of "could not | in the end".
_CAN, _HAVE, _DID = frozenset({"can", "could"}), frozenset({"had", "has", "have"}), frozenset({"did", "does", "do"})  # fmt: skip
_DENIED_MAX = 4
#: Tokens from "has" to "not" in "has so far not".
_SO_FAR = 3


class Sought(Acts):
    """Finds what somebody wants and does not get."""

    def _as_sought(
        self, groups: list[Group], begin: int, head: int, cues: list[Mark], mention: Mention
    ) -> list[Group]:
        """What stands over a matter that somebody did not get: he wants it all the same."""
        if not groups:
            return groups
        getting = next((k for k in range(begin, head) if self._is_in_vain(k)), None)
        if getting is None:
            return groups
        behind = self.words[getting:head]
        if self.words[getting] in _WINNING_OVER and (mention.how in SOLDIERLY or "that" in behind):
            return []  # "failed to persuade Berlin to send soldiers", "… that it was right": whose, or how, is not told
        if "against" in behind:
            return [Group(CueClass.REJECT, Frame.VERB)]  # "could not secure a majority against it"
        inner = [c for c in cues if c.i > getting]
        within = self._groups(getting + 1, head, inner, mention)[0]
        return [Group(CueClass.WANT, Frame.VERB), *within]

    def _is_in_vain(self, k: int) -> bool:
        """Whether a verb of getting at a token came to nothing: "failed to", "was unable to", "has not", "could not"."""
        word = self.words[k]
        if (word not in _PLAIN and word not in _DONE) or self.words[k - 1 : k] in _BEEN:
            return False
        if not _NO_OBJECTS.isdisjoint(self.words[k + 1 : k + 2]):
            return False  # "could not bring himself to", "could not get over it"
        if word in _WINNING_OVER and self.words[k + 1 : k + 2] in _NOBODY:
            return True
        if word in _PLAIN and any(
            c.j == k and c.value.cue_class is CueClass.FAIL for c in self.cues
        ):
            return True
        lead = self.words[max(0, k - _DENIED_MAX) : k]
        helpers = _HAVE if word in _DONE else _CAN | _DID
        denied = next((n for n in self.negs if k - len(lead) <= n.i < k), None)
        if denied is None:
            return False
        between = [w for w in lead[denied.j - k + len(lead) :] if w not in ADVERBS]
        before = self.words[max(0, denied.i - _SO_FAR) : denied.j]
        return not between and not helpers.isdisjoint(before)
