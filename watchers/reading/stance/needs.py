"""What nothing can do without, and what is passed over for something else.

Knows "without", "unless", "instead of", "rather than". Knows no cue's words.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group, compose
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.left_to import LeftTo
from watchers.reading.voices.voice import Voice

#: Tokens of "in exchange for firm, binding" before a matter.
_RETURN_REACH = 6
#: Tokens between "only" and a matter, and between "with" and a matter.
_ONLY_REACH, _WITH_REACH = 9, 4
#: Tokens from "would sooner" to "than".
_RATHER_REACH = 10
#: Tokens between a matter and the negation that it lifts.
_REACH = 16


#: Classes of a stance that is against the whole bargain.
_REFUSING = frozenset({CueClass.REJECT, CueClass.PREVENT, CueClass.REFUSE})
#: First words of refusals that are a price: "renounce membership in return for guarantees".
_GIVING = frozenset({
    "abandon", "drop", "forego", "forgo", "forswear", "give", "relinquish", "renounce", "sacrifice", "shelve", "surrender", "trade",
    "waive", "withdraw",
})  # fmt: skip

#: As in "peace depends on X": what hinges, and tokens from there to the matter.
_HINGING = frozenset({"depend", "depended", "depends", "hinge", "hinged", "hinges"})
_UPON, _TO_HINGE = frozenset({"on", "upon"}), 4
_OUTCOMES = frozenset({"ceasefire", "credibility", "deal", "everything", "peace", "settlement", "stability", "success", "truce"})  # fmt: skip


#: What is not to be without it.
_IMPOSSIBLE = frozenset(
    {"hopeless", "impossible", "inconceivable", "pointless", "unattainable", "unthinkable"}
)
#: Verbs of leaving out, and tokens from "no deal" to them.
_EXCLUDING = frozenset(
    {"excluded", "excludes", "ignored", "ignores", "lacked", "lacks", "omits", "omitted"}
)
_NO_DEAL_REACH = 4


class Needs(LeftTo):
    """Finds what is said to be needed, or not chosen."""

    def _is_condition_of_all(self, mention: Mention) -> bool:
        """As in "Without firm guarantees there will be no peace": what nothing can do without."""
        if (
            self._is_only_with(mention)
            or self._is_hinge(mention)
            or self._is_left_out_of_none(mention)
        ):
            return True
        lead = self.words[max(0, mention.i - 3) : mention.i]
        if "without" not in lead or mention.polarity < 0 or self.words[mention.i] == "without":
            return False
        start = self._clause_start(mention.i)[0]
        without = mention.i - len(lead) + lead.index("without")
        before = any(start <= n.i < without for n in self.negs) or not _IMPOSSIBLE.isdisjoint(
            self.words[start:without]
        )
        return before or (
            start >= mention.i - 4 and any(mention.i < n.i < mention.i + _REACH for n in self.negs)
        )

    def _is_left_out_of_none(self, mention: Mention) -> bool:
        """As in "will accept no deal that excludes firm guarantees": of nothing may it be left out."""
        for k in range(mention.i - 1, max(1, mention.i - _TO_HINGE), -1):
            if self.words[k] in _EXCLUDING:
                lead = self.words[max(0, k - _NO_DEAL_REACH) : k]
                return mention.polarity > 0 and lead[-1:] in (["that"], ["which"]) and "no" in lead
        return False

    def _who_needs(self, mention: Mention) -> tuple[str, tuple[Voice, ...]]:
        """Whose need it is: of whoever will accept nothing without it, else of whoever says so."""
        begin = self._clause_start(mention.i)[0]
        cue = next((c for c in self.cues if begin <= c.i < mention.i), None)
        if cue is None or (cue.value.cue_class, cue.value.frame) != (CueClass.COMMIT, Frame.VERB):
            return "matter", ()
        subject, subjects = self._subject(begin, self.before(begin, cue.i, cue)[2], mention)
        return (subject, subjects) if subject == "voices" else ("matter", ())

    def _is_hinge(self, mention: Mention) -> bool:
        """As in "Lasting peace depends on firm guarantees", "Everything hinges on membership"."""
        for k in range(mention.i - 1, max(1, mention.i - _TO_HINGE), -1):
            if self.words[k] in _UPON and self.words[k - 1] in _HINGING:
                lead = self.words[max(self._clause_start(k)[0], k - _REACH) : k - 1]
                return mention.polarity > 0 and not _OUTCOMES.isdisjoint(lead)
        return False

    def _is_only_with(self, mention: Mention) -> bool:
        """As in "Peace can only last with firm guarantees", "… is possible only through membership"."""
        begin = self._clause_start(mention.i)[0]
        lead = self.words[max(begin, mention.i - _ONLY_REACH) : mention.i]
        at = next(
            (k for k in range(len(lead) - 1, -1, -1) if lead[k] in ("with", "through", "by")), -1
        )
        return (
            at >= 0
            and len(lead) - at <= _WITH_REACH
            and "only" in lead[:at]
            and mention.polarity > 0
            and not any(
                v.role == "agent" and v.i >= mention.i - len(lead) + at
                for v in self.voices
                if v.j <= mention.i
            )
        )

    def _in_return(self, mention: Mention) -> Governed | None:
        """As in "could give up its bid in exchange for guarantees": what somebody wants for what he gives."""
        i = min([mention.i, *(a for a, _ in mention.anchors)])
        lead = self.words[max(0, i - _RETURN_REACH) : i]
        at = next(
            (
                k for k in range(len(lead) - 2)
                if lead[k] == "in" and lead[k + 1] in ("exchange", "return") and lead[k + 2] == "for"
            ),
            -1,
        )  # fmt: skip
        if at < 0 or mention.polarity < 0:
            return None
        k = i - len(lead) + at
        begin = self._clause_start(k)[0]
        before = [c for c in self.cues if begin <= c.i < k]
        subject, subjects = self._subject(begin, before[0].i if before else k, mention)
        if subject not in ("voices", "inherited"):
            return None
        if any(
            c.value.cue_class in _REFUSING and c.value.text.split()[0] not in _GIVING
            for c in before
        ):
            return None  # "rules out sending soldiers in exchange for guarantees"
        group = Group(CueClass.WANT, Frame.NOUN)
        return Governed(
            mention, (group,), k, (k, k + 3), "left", subject, subjects, text="in return for"
        )

    def _is_unless(self, mention: Mention) -> bool:
        """As in "Nothing will hold unless Kyiv gets firm guarantees": what nothing can do without."""
        begin, opener = self._clause_start(mention.i)
        return (
            opener == "unless"
            and mention.polarity > 0
            and any(n.i < begin - 1 or n.i >= mention.j for n in self.negs)
            and not any(begin <= n.i < mention.j for n in self.negs)
            and not any(m.claim != mention.claim and m.j <= begin for m in self.mentions)
        )

    def _without(self, begin: int, mention: Mention, opener: str) -> Governed | None:
        """As in "Nothing can be settled without Moscow": whatever the verb, its modal and negation count."""
        modals = [m for m in self.modals if begin <= m.i < mention.i]
        if not modals and self.words[begin : begin + 1] in (["no"], ["nothing"]):
            group = Group(None, None, ("must",), negated=True)
            return Governed(mention, (group,), begin, (begin, mention.j), "verbless", "matter")
        if not modals:
            return None
        negs = [n for n in self.negs if begin <= n.i < mention.i]
        subject, subjects = self._subject(begin, modals[0].i, mention)
        subject = "matter" if subject == "none" else subject
        group = Group(None, None, tuple(m.value for m in modals), self._is_negated(negs))
        return Governed(
            mention,
            (group,),
            modals[0].i,
            (modals[0].i, modals[0].j),
            "left",
            subject,
            subjects,
            opener,
        )

    def _passed_over(self, chain: Governed) -> Governed:
        """As in "wants guarantees instead of a force", "prefers guarantees to a force": what is not chosen."""
        i = min([chain.mention.i, *(a for a, _ in chain.mention.anchors)])
        while i > 1 and self.words[i - 1] == "'s":
            i -= 2  # "prefers talks to Ukraine's membership"
        lead = [
            w for w in self.words[max(0, i - 5) : i] if w not in ("a", "an", "any", "such", "the")
        ]
        chosen = lead[-2:] in (
            ["instead", "of"],
            ["rather", "than"],
            ["place", "of"],
        ) or lead[-3:] == ["as", "opposed", "to"]
        does = chain.mention.act == "base" and i == chain.mention.i  # "favours a bid to join"
        preferred = chain.text.split(" ")[0] in ("prefer", "favour", "favor") and lead[-1:] in (
            [] if does else ["to"],
            ["over"],
        )
        between = self.words[chain.cue[1] : i] if chain.cue else []
        lesser = lead[-1:] == ["than"] and self._is_rather_not((i, i))
        if not (
            chosen
            or lesser
            or (preferred and len(between) > 1)
            or self._is_rather_not(chain.cue or (i, i))
        ):
            return chain
        made = compose(chain.groups)
        if made is None or made.position.direction <= 0:
            return chain
        if self._is_rather_not(chain.cue or (i, i)):
            return replace(chain, groups=(Group(CueClass.REJECT, Frame.VERB),))
        return replace(chain, groups=(Group(CueClass.DOUBT, Frame.VERB),))

    def _is_rather_not(self, cue: tuple[int, int]) -> bool:
        """As in "would sooner resign than accept it", "would rather have no deal than it": the lesser evil is what is chosen."""
        at = next(
            (k for k in range(cue[0] - 1, cue[0] - 4, -1) if self.words[k : k + 1] == ["than"]), 0
        )
        lead = self.words[max(0, at - _RATHER_REACH) : at]
        return (
            at > 0
            and not {"rather", "sooner"}.isdisjoint(lead)
            and not {"would", "'d"}.isdisjoint(lead)
        )
