"""From a mention to its governors: the cues, modals and negations that stand over it, and their subject.

Knows clauses and word order. What the chain amounts to is looked up in `composition.py`.
"""

import itertools
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clause_words import (
    BE,
    LIGHT_VERBS,
    NOTHING,
    RUMOURS,
)

#: Ways of naming soldiers, who do what their verb says.
from watchers.reading.clauses import Governed
from watchers.reading.composition import Group, compose
from watchers.reading.loose import Loose
from watchers.reading.mentions import Mention
from watchers.reading.predicates import SOLDIERLY, SUSPENDING
from watchers.reading.vocabulary import Cue, Mark

__all__ = ["ChainFinder", "Governed"]

#: Tokens between a cue and the matter that it governs.
_REACH = 16
_WEAK = frozenset({"by", "via"})
#: Tokens between "reports that" and the mention in the clause that it opens.
_RUMOUR_REACH = 9
#: Nouns of these classes may merely wrap the matter: "the debate on peacekeepers".
_WRAPPERS = frozenset({CueClass.CONSIDER, CueClass.COMMIT, CueClass.ENDORSE, CueClass.DEFER})


#: Classes that leave open what "whether" asks: "it is unclear whether", "is weighing whether to".
_LEAVING_OPEN = frozenset({CueClass.DEFER, CueClass.CONSIDER})


class ChainFinder(Loose):
    """Finds what governs the mentions of one sentence."""

    def govern(self, mention: Mention) -> list[Governed]:
        """What stands over a mention: before it, else behind it."""
        called = self._called_right(mention)
        if called is not None:
            return [called]
        if self._is_reported_rumour(mention):
            passive = self._right(mention)
            denied = passive is not None and (
                passive.side == "passive" or passive.groups[0].cue is CueClass.DENY
            )
            return [passive] if passive is not None and denied else []
        within = self._within_matter(mention)
        if within is not None:
            return [within]
        if self._is_condition_of_all(mention) or self._is_unless(mention):
            group = Group(CueClass.WANT, Frame.NOUN)
            cue = (mention.i, mention.j)
            return [Governed(mention, (group,), mention.i, cue, "left", "matter")]
        fronted = (
            self._before_subject(mention)
            or self._predicate_first(mention)
            or self._split(mention)
            or self._whether(mention)
        )
        if fronted is not None:
            return [fronted]
        left = self._left(mention)
        if left is not None and left.groups:
            return [self._passed_over(left)]
        right = self._right(mention) or self._having(mention) or self._tagged(mention)
        if right is not None:
            return [right]
        loose = self._loose(mention)
        return [loose] if loose is not None else []

    def _passed_over(self, chain: Governed) -> Governed:
        """As in "wants guarantees instead of a force", "prefers guarantees to a force": what is not chosen."""
        i = min([chain.mention.i, *(a for a, _ in chain.mention.anchors)])
        lead = [
            w for w in self.words[max(0, i - 5) : i] if w not in ("a", "an", "any", "such", "the")
        ]
        chosen = lead[-2:] in (
            ["instead", "of"],
            ["rather", "than"],
            ["opposed", "to"],
            ["place", "of"],
        )
        preferred = chain.text.split(" ")[0] in ("prefer", "favour", "favor") and lead[-1:] in (
            ["to"],
            ["over"],
        )
        between = self.words[chain.cue[1] : i] if chain.cue else []
        if not (chosen or (preferred and len(between) > 1)):
            return chain
        made = compose(chain.groups)
        if made is None or made.position.direction <= 0:
            return chain
        return replace(chain, groups=(Group(CueClass.DOUBT, Frame.VERB),))

    def _within_matter(self, mention: Mention) -> Governed | None:
        """As in "The assets themselves would not be seized": the modal stands among the matter's own words."""
        if mention.how in SOLDIERLY or mention.act not in ("base", "past", "part"):
            return None
        modals = [m for m in self.modals if mention.i < m.i < mention.j - 1]
        if not modals or any(
            v.role == "agent" and mention.i <= v.i < mention.j for v in self.voices
        ):
            return None
        if any(c.j <= mention.i and mention.i - c.j <= 2 for c in self.cues):
            return None
        negs = [
            n
            for n in self.negs
            if mention.i <= n.i < mention.j
            or n.j == mention.i
            or (0 < mention.i - n.i <= 3 and self.words[n.i] in NOTHING)
        ]
        group = Group(None, None, tuple(m.value for m in modals), self._is_negated(negs))
        cue = (modals[0].i, mention.j)
        return Governed(mention, (group,), modals[0].i, cue, "right-act", "matter", form="base")

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

    def _is_condition_of_all(self, mention: Mention) -> bool:
        """As in "Without firm guarantees there will be no peace": what nothing can do without."""
        lead = self.words[max(0, mention.i - 3) : mention.i]
        if "without" not in lead or mention.polarity < 0 or self.words[mention.i] == "without":
            return False
        start = self._clause_start(mention.i)[0]
        without = mention.i - len(lead) + lead.index("without")
        before = any(start <= n.i < without for n in self.negs)
        return before or (
            start >= mention.i - 4 and any(mention.i < n.i < mention.i + _REACH for n in self.negs)
        )

    def _is_pending(self, end: int) -> bool:
        """As in "The decision to send troops has not been taken"."""
        rest = " ".join(self.words[end : end + 12])
        return any(
            f"{head} {tail}" in rest
            for head in ("not been", "not yet been", "yet to be")
            for tail in ("taken", "made")
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

    def _left_open(self, opener: int, mention: Mention) -> Governed | None:
        """As in "It is premature to say whether soldiers will go": the main clause leaves the matter open."""
        start = self._clause_start(opener)[0]
        cues = [
            c for c in self.cues if start <= c.i < opener and c.value.cue_class in _LEAVING_OPEN
        ]
        if not cues:
            return None
        mark = cues[-1]
        subject, subjects = self._subject(start, mark.i, mention)
        negs = self.before(max(start, mark.i - 8), mark.i, mark)[1]
        negated = negs and mark.value.cue_class is CueClass.CONSIDER
        group = Group(mark.value.cue_class, mark.value.frame, negated=negated)
        return Governed(
            mention,
            (group,),
            mark.i,
            (mark.i, mark.j),
            "left-open",
            subject,
            subjects,
            text=mark.value.text,
        )

    def _is_reported_rumour(self, mention: Mention) -> bool:
        """As in "Reports that Finland would send soldiers were dismissed": the clause is nobody's word."""
        head = self.words[max(0, mention.i - _RUMOUR_REACH) : mention.i]
        return any(
            one in RUMOURS and other in ("that", "of", "about")
            for one, other in itertools.pairwise(head)
        )

    def head(self, mention: Mention) -> int:
        """The token that modals and cues attach to: the act, else the first word of the matter."""
        if mention.how in SOLDIERLY:
            return mention.i
        starts = sorted(a for a, _ in mention.anchors)
        if not starts:
            return mention.i
        inside = [
            c
            for c in self.cues
            if starts[0] < c.i
            and c.j <= starts[-1]
            and not any(a < c.j and c.i < b for a, b in mention.anchors)
            and c.value.cue_class is not CueClass.TRANSPARENT
        ]
        behind = [a for a in starts if inside and a >= inside[-1].j]
        return behind[0] if behind else starts[0]

    def _left(self, mention: Mention) -> Governed | None:
        head = self.head(mention)
        begin, opener = self._clause_start(head)
        cues = [
            c
            for c in self.cues
            if begin <= c.i
            and c.i < head
            and c.j <= max(head, c.i + 1) + 2
            and self._governs_left(c, head)
        ]
        cues = [c for c in cues if c.i < head and not self._is_matter(c, mention)]
        cues = [c for c in cues if not self._is_mere_report(c, mention)]
        cues = self._near(cues, head)
        if cues and self._is_gerund_matter(cues[0], begin):
            right = self._right(mention)
            if right is not None or (
                len(cues) == 1
                and cues[0].value.frame is Frame.NOUN
                and cues[0].value.cue_class is CueClass.CONSIDER
            ):
                return None
        if self.words[mention.i] == "without":
            return self._without(begin, mention, opener)
        groups, first, carrier, form, text = self._groups(begin, head, cues, mention)
        if text == "decide on" and "only" in self.words[begin:first]:
            group = Group(CueClass.DEFER, Frame.VERB)  # "Only Kyiv can decide on …"
            return Governed(mention, (group,), first, carrier, "left", "impersonal", text=text)
        if text.startswith("decision") and self._is_pending(mention.j):
            groups = [Group(CueClass.DEFER, Frame.NOUN)]
        if opener in ("whether", "if"):
            return self._left_open(begin - 1, mention)
        if not groups and opener == "but" and self._is_verbless(begin, head):
            return self._shared(begin, mention)
        if not groups and self._is_bare_refusal(begin, head, mention):
            group = Group(None, None, ("will",), negated=True)
            if self.words[mention.j : mention.j + 2] == [",", "no"]:
                group = Group(CueClass.WANT, Frame.NOUN)  # "No backstop, no boots"
            return Governed(mention, (group,), begin, (begin, mention.j), "verbless", "matter")
        if not groups or opener in SUSPENDING:
            return None
        subject, subjects = self._subject(begin, first, mention)
        noun = bool(cues) and cues[0].value.frame is Frame.NOUN
        return Governed(
            mention,
            tuple(groups),
            first,
            carrier,
            "left",
            subject,
            subjects,
            opener,
            noun,
            form,
            text,
        )

    def _governs_left(self, mark: Mark, head: int) -> bool:
        cue: Cue = mark.value
        if cue.frame is Frame.ABOUT_VERB:
            return False
        if cue.frame is Frame.ABOUT:
            return mark.j <= head and any(
                w in ("to", "that", "for", "of", "if") for w in self.words[mark.j : mark.j + 2]
            )
        return not (cue.form == "part" and mark.j < len(self.words) and self.words[mark.j] in _WEAK)

    def _is_mere_report(self, cue: Mark, mention: Mention) -> bool:
        """As in "insisted that Polish soldiers would stay at home": nothing of the kind is wanted."""
        return (
            mention.how in SOLDIERLY
            and self.words[cue.j - 1] == "that"
            and cue.j <= mention.i
            and any(m.value in ("will", "would") and 0 <= m.i - mention.j <= 1 for m in self.modals)
        )

    def _is_bare_refusal(self, begin: int, head: int, mention: Mention) -> bool:
        """As in "No Italian soldiers": a clause that holds nothing but a refusal."""
        lead = self.words[begin:head]
        if (
            not (
                mention.how in SOLDIERLY
                or (
                    mention.how == "keyword"
                    and (self.sentence.in_title or self.sentence.quote[mention.i] >= 0)
                )
            )
            or (mention.act and mention.how == "keyword")
            or not any(w in ("never", "no", "not", "zero") for w in lead[:2])
            or len(lead) > 4
        ):
            return False
        end = self._clause_end(mention.j)
        rest = range(mention.j, end)
        return not any(m.i in rest for m in (*self.modals, *self.cues)) and not any(
            self.words[k] in BE or self.words[k] in ("has", "have", "had") for k in rest
        )

    def _is_verbless(self, begin: int, head: int) -> bool:
        """As in "…, but no ground troops": nothing but a negation and the matter."""
        lead = self.words[begin:head]
        return len(lead) <= 3 and any(n.i in range(begin, head + 1) for n in self.negs)

    def _shared(self, begin: int, mention: Mention) -> Governed | None:
        """The verb of the clause before, negated: "will give air support but no ground troops"."""
        end = begin - 1
        start = self._clause_start(end)[0]
        cues = [
            c
            for c in self.cues
            if start <= c.i < end and c.value.frame in (Frame.VERB, Frame.STATE)
        ]
        modals = [m for m in self.modals if start <= m.i < end]
        if not cues and not modals:
            return None
        first = modals[0].i if modals else cues[0].i
        subject, subjects = self._subject(start, first, mention)
        group = Group(None, None, tuple(m.value for m in modals) or ("will",), negated=True)
        return Governed(
            mention, (group,), first, (mention.i - 1, mention.j), "shared", subject, subjects
        )

    def _is_gerund_matter(self, first: Mark, begin: int) -> bool:
        """As in "Discussing guarantees without Russia is a road to nowhere": the matter, not a stance."""
        lead = self.words[begin : first.i]
        return (
            first.value.form == "ing"
            and all(not w.isalpha() or w.endswith("ly") or w in ("that", "and") for w in lead)
        ) or (
            first.value.frame is Frame.NOUN
            and first.value.cue_class in _WRAPPERS
            and not any(v.role == "owner" for v in self.voices if begin <= v.i < first.i)
            and (
                first.i == 0 or self.words[first.i - 1] not in ("his", "her", "its", "their", "our")
            )
        )

    def _near(self, cues: list[Mark], head: int) -> list[Mark]:
        """The cues in one chain: each within reach of the next thing to its right."""
        kept: list[Mark] = []
        at = head
        for mark in reversed(cues):
            if at - mark.j > _REACH:
                break
            if kept and kept[0].value.form == "ing" and self.words[kept[0].i - 1] == ",":
                break
            if kept and self._are_coordinated(mark, kept[0]):
                break
            kept.insert(0, mark)
            at = mark.i
        return kept

    def _are_coordinated(self, one: Mark, other: Mark) -> bool:
        """As in "Accept, even welcome": two verbs side by side, not one over the other."""
        between = self.words[one.j : other.i]
        return bool(between) and all(w in (",", "or", "nor", "and", "even", "not") for w in between)

    def _groups(
        self, begin: int, head: int, cues: list[Mark], mention: Mention
    ) -> tuple[list[Group], int, tuple[int, int] | None, str, str]:
        groups: list[Group] = []
        first, carrier = head, None
        at = begin
        form, text = "", ""
        for n, mark in enumerate(cues):
            lowest = max(at, mark.i - 9)
            modals, negs, lead = self.before(lowest, mark.i, mark)
            cue: Cue = mark.value
            cue_class = cue.cue_class
            if cue.text == "decide on" and cue.form in ("base", "ing"):
                cue_class = CueClass.DEFER  # "will decide on …", "before deciding on …"
            groups.append(Group(cue_class, cue.frame, modals, negs, cue.negative))
            if n == 0:
                first, form, text = min(lead, mark.i), cue.form, cue.text
            if cue.cue_class is not CueClass.TRANSPARENT or carrier is None:
                carrier = (mark.i, mark.j)
            at = mark.j
        act = self._act_group(max(at, begin), head, mention, has_cue=bool(cues))
        if act is not None:
            group, lead = act
            groups.append(group)
            if not cues:
                first, form, carrier = lead, mention.act, (lead, head + 1)
        return groups, first, carrier, form, text

    def _act_group(
        self, low: int, head: int, mention: Mention, *, has_cue: bool
    ) -> tuple[Group, int] | None:
        """The act itself with its modals and negation; `None` where there is no act and no modal."""
        noun_end = mention.anchors[0][0] if mention.anchors else mention.j
        modals = [m for m in self.modals if low <= m.i < head]
        span_end = (
            max(head, mention.j if mention.how == "again" else noun_end)
            if mention.how in SOLDIERLY
            else head
        )
        negs = [m for m in self.negs if low <= m.i < span_end or (m.i == mention.i - 1)]
        negs = [m for m in negs if m.i >= low]
        if has_cue:
            negated = len(negs) % 2 == 1
            return (
                (Group(None, None, tuple(m.value for m in modals), negated), head)
                if negs or modals
                else None
            )
        if modals:
            if not self._reaches(modals[-1], head, mention):
                return None
            negs = [
                m
                for m in self.negs
                if max(low, modals[0].i - 6) <= m.i < span_end
                or (span_end <= m.i and any(m.j == a for a, _ in mention.anchors))  # "have no say"
            ]
            return Group(
                None, None, tuple(m.value for m in modals), self._is_negated(negs)
            ), modals[0].i
        is_not_for = self.words[mention.i] == "up" and any(n.j == mention.i for n in negs)
        if is_not_for or self._has_none(head, mention):
            return Group(None, None, ("done",), negated=True), head
        if (
            mention.act in ("past", "s")
            or (mention.act == "part" and self._perfect(head))
            or (mention.act == "ing" and self._progressive(head))
        ):
            return Group(None, None, ("done",), self._is_negated(negs)), head
        if mention.act == "base" and any(
            w in ("do", "does", "did", "don't", "doesn't", "didn't")
            for w in self.words[max(low, head - 4) : head]
        ):
            return Group(None, None, ("done",), self._is_negated(negs)), head
        return None

    def _has_none(self, head: int, mention: Mention) -> bool:
        """As in "Moscow has no say": what somebody is said not to have."""
        return any(
            self.words[n.i] == "no" and (n.j == head or mention.i < n.i < mention.j)
            for n in self.negs
        ) and any(
            self.words[k] in ("has", "have", "had", "gets", "got") and self.words[k + 1] == "no"
            for k in range(max(0, head - 4), mention.j - 1)
        )

    def _perfect(self, head: int) -> bool:
        return any(w in ("has", "have", "had") for w in self.words[max(0, head - 4) : head])

    def _progressive(self, head: int) -> bool:
        return any(w in ("is", "are", "was", "were") for w in self.words[max(0, head - 3) : head])

    def _reaches(self, modal: Mark, head: int, mention: Mention) -> bool:
        """Whether a modal belongs to the act: no other verb may stand between them."""
        if mention.act and head - modal.j <= 4 and mention.act in ("base", "part", "past", "ing"):
            if all(
                w in LIGHT_VERBS or w.endswith("ly") or w in ("to", ",", "no", "not")
                for w in self.words[modal.j : head]
            ):
                return True
            if mention.act == "base":
                return False
        between = self.words[modal.j : head]
        if not between:
            return True
        k = 0
        while k < len(between) and (
            between[k] in ("not", "never", "also", "still", "only", "therefore", "then", "no")
            or between[k].endswith("ly")
        ):
            k += 1
        return k < len(between) and between[k] in LIGHT_VERBS and len(between) - k <= 7
