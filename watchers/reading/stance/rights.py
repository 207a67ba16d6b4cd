"""What somebody may do by right: "has no say over the troops", "not for Moscow to decide", "has a place in NATO".

Knows verbs of having and giving with their objects. Knows no claim and no position.
"""

from watchers.cues import CueClass
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.stance.threats import Threats
from watchers.reading.words.vocabulary import Mark

_HAVING = frozenset({"had", "has", "have", "having"})
_ARTICLES = frozenset({"a", "any", "no", "the"})
#: What somebody may have over a matter, how he comes by it, and tokens from there to the matter.
_RIGHTS, _OVER = frozenset({"say", "veto", "voice"}), frozenset({"in", "on", "over"})
_OF_RIGHTS = _ARTICLES | {"of", "power", "right"}
_GRANTING = frozenset({
    "deny", "denied", "gave", "get", "gets", "getting", "give", "given", "gives", "giving", "got", "grant", "granted", "grants",
    "without",
})  # fmt: skip
_RIGHT_REACH, _NOT_FOR_REACH = 6, 8
#: What stands between "has" and a thing that is had.
_SOME = frozenset(
    {"a", "an", "and", "every", "full", "future", "its", "legitimate", "proper", "rightful", "the"}
)
_HAD, _DO_NOT = (
    frozenset({"gets", "got", "had", "has", "have"}),
    frozenset({"didn't", "doesn't", "don't", "not"}),
)
#: What somebody has or not by right: that he does not have soldiers or guarantees refuses him nothing.
_DUES = frozenset({
    "business", "chair", "claim", "future", "part", "place", "right", "role", "room", "say", "seat", "veto", "voice", "vote",
})  # fmt: skip


class Rights(Threats):
    """Tells a right over a matter, or to it, from a stance."""

    def _is_under_right(self, mention: Mention) -> bool:
        """As in "will have no say over the troops", "not for Moscow to decide whether they come": nothing is told of the matter itself."""
        return any(
            self.words[k] in _RIGHTS and self.words[k + 1] in _OVER and self._is_had(k)
            for k in range(max(1, mention.i - _RIGHT_REACH), mention.i - 1)
        ) or any(
            c.value.text.startswith("decide")
            and 0 <= mention.i - c.j <= _RIGHT_REACH
            and self._is_not_for(c.i)
            for c in self.cues
        )

    def _is_had(self, k: int) -> bool:
        """Whether the right at token `k` is one that somebody has or is given, and does not use: "threatened a veto"."""
        at = k - 1
        while self.words[at] in _OF_RIGHTS:
            at -= 1
        whose = at - (self.words[at - 1] in _ARTICLES)
        if any(c.j == whose and c.value.cue_class is CueClass.REJECT for c in self.cues):
            return True  # "ruled out | a Russian | veto over"
        receiver = next((v for v in self.voices if v.j == at + 1), None)
        return self.words[receiver.i - 1 if receiver else at] in _HAVING | _GRANTING

    def _is_mere_right(self, mark: Mark) -> bool:
        """As in "Russia has no veto over X", "does not get to decide on X": what somebody could do, and not what he does."""
        lead = self.words[max(0, mark.i - 2) : mark.i]
        if mark.value.text.startswith("decide"):
            return lead in (["get", "to"], ["gets", "to"], ["right", "to"])
        return (
            mark.value.text.startswith("veto")
            and len(lead) == 2
            and lead[0] in _HAVING
            and lead[1] in _ARTICLES
        )

    def _is_not_for(self, i: int) -> bool:
        """As in "not up to Moscow to decide", "not for Putin to decide"."""
        lead = self.words[max(0, i - _NOT_FOR_REACH) : i]
        return (
            lead[-1:] == ["to"]
            and "not" in lead
            and not {"for", "up"}.isdisjoint(lead[lead.index("not") : -2])
        )

    def _has_none(self, head: int, mention: Mention) -> bool:
        """As in "Moscow has no say", "did not have a veto": what somebody is said not to be entitled to."""
        return any(n.j == head or mention.i < n.i < mention.j for n in self.negs) and any(
            self.words[k] in _HAD
            and (
                self.words[k + 1] == "no"
                or (
                    self.words[k - 1] in _DO_NOT and not _DUES.isdisjoint(self.words[k + 1 : k + 4])
                )
            )
            for k in range(max(0, head - 4), mention.j - 1)
        )

    def _has_it(self, head: int, mention: Mention) -> bool:
        """As in "Ukraine has a place in NATO", said by somebody: that it is so."""
        k = head - 1
        while k > 0 and (self.words[k] in _SOME or self.words[k].endswith("ly")):
            k -= 1
        return (
            mention.how not in SOLDIERLY
            and k > 0
            and self.words[k] in ("has", "have", "had")
            and k < head - 1
            and bool(self.stops or self.sentence.quote[k] >= 0)
            and any(v.j == k and v.role == "agent" and v.kind == "country" for v in self.voices)
        )
