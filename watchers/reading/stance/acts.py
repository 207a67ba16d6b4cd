"""The act that a claim names, with its modals and negation, and the row of cues that stands over it.

Knows verb groups. What is missing a verb, or has it elsewhere, is `chain.py` and `fronted.py`.
"""

import itertools

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import OWNING, Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.loose import Loose
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.words.adverbials import before_adverbials
from watchers.reading.words.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BROUGHT,
    COMING,
    GROUP_ENDS,
    LIGHT_VERBS,
    NOTHING,
)
from watchers.reading.words.vocabulary import Cue, Mark

_TALKING = frozenset({"debate", "discuss", "speak", "talk"})
#: What puts talk off: "will discuss it when the time comes".
_LATER = frozenset({"later", "once", "when"})
_LATER_REACH, _TO_COME = 8, frozenset({"will", "would"})
_WARRANTING = frozenset({"assure", "confirm", "ensure", "guarantee", "promise"})
_OFFERING = frozenset({"offer", "offered", "offering", "offers"})
_COPULAS = {
    "are": "s", "is": "s", "lay": "past", "lie": "base", "lies": "s", "remain": "base", "remained": "past", "remains": "s",
    "was": "past", "were": "past",
}  # fmt: skip
_WITHIN = frozenset({"among", "in", "inside", "outside", "with", "within"})
#: Words that open a clause in which nothing is told to be so.
SUSPENDED = frozenset({"if", "once", "unless", "until", "when", "where", "whether", "which", "who"})
#: Those that open what is asked: "too early to say whether the assets would be seized".
ASKING = frozenset({"if", "whether"})
_RELATIVES = frozenset({"that", "which", "who", "whose"})
_HAVING = frozenset({"already", "also", "had", "has", "have"})
#: Verbs under which an act is done: "continues to send", where "tries to send" leaves it open.
_GOING_ON = frozenset({
    "begin to", "choose to", "continue to", "get to", "go on to", "hasten to", "manage to", "not hesitate to",
    "proceed to", "rush to", "start to",
})  # fmt: skip
#: What has happened to somebody, or between two, and tells no will: "they last met in 2019", "has lost Crimea".
_BEFALLING = frozenset({"lost", "met", "spoke", "spoken", "talked"})
#: What parts a verb from a matter that something is done to another thing for: "will be linked to".
_OTHER_THINGS = frozenset({"from", "to"})
#: Verbs of going somewhere to do something, and tokens from "will" to what is done there.
_TRAVELLING, _TRAVEL_MAX = frozenset({"come", "fly", "go", "head", "travel"}), 7
#: Tokens between a cue and the matter that it governs.
_REACH = 16


class Acts(Loose):
    """Finds the verb groups over a mention."""

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
            if cue_class is CueClass.CONSIDER and cue.frame is Frame.VERB:
                cue_class = self._considered(mark, mention, modals, negated=negs)
            if negs and "may" in modals and cue.text.split()[0] in _WARRANTING:
                cue_class = CueClass.DEFER  # "cannot promise": nothing is refused
            groups.append(Group(cue_class, cue.frame, modals, negs, cue.negative))
            if n == 0:
                first, form, text = min(lead, mark.i), cue.form, cue.text
            if cue.cue_class is not CueClass.TRANSPARENT or carrier is None:
                carrier = (mark.i, mark.j)
            at = mark.j
        act = self._act_group(max(at, begin), head, mention, has_cue=bool(cues))
        if act is None and groups and all(_is_of_act(m.value) for m in cues):
            bare = self._of_act(groups, cues[0].value, mention)
            groups = [bare] if bare is not None else groups
        if act is not None:
            group, lead = act
            groups.append(group)
            if not cues:
                first, form, carrier = lead, mention.act, (lead, head + 1)
        return groups, first, carrier, form, text

    def _considered(
        self, mark: Mark, mention: Mention, modals: tuple[str, ...], *, negated: bool
    ) -> CueClass:
        """What talk of a matter amounts to: "would not talk about X" says nothing, "will look at X when …" not yet."""
        verb = mark.value.text.split()[0]
        if negated and verb in _TALKING and mark.value.form == "base":
            return CueClass.DEFER if modals else CueClass.TRANSPARENT
        if not _TO_COME.isdisjoint(modals) and not _LATER.isdisjoint(
            self.words[mention.j : mention.j + _LATER_REACH]
        ):
            return CueClass.DEFER
        return CueClass.CONSIDER

    def _of_act(self, groups: list[Group], outer: Cue, mention: Mention) -> Group | None:
        """The act under "be allowed to", "continue to": its modals and negation are those of the verbs over it."""
        if mention.act != "base" or outer.form not in ("base", "s", "past"):
            return None
        modals = tuple(m for group in groups for m in group.modals)
        if not modals and (outer.form == "base" or outer.text not in _GOING_ON):
            return None
        negated = sum(group.negated for group in groups) % 2 == 1
        return Group(None, None, modals or ("done",), negated)

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
            negated = self._is_negated(negs)
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
                or (self.words[m.i] == "no" and m.i == head + 1 < mention.j)  # "join no alliance"
            ]
            return Group(
                None, None, tuple(m.value for m in modals), self._is_negated(negs)
            ), modals[0].i
        is_not_for = self.words[mention.i] == "up" and any(n.j == mention.i for n in negs)
        if is_not_for or self._has_none(head, mention):
            return Group(None, None, ("done",), negated=True), head
        if self._has_it(head, mention):
            return Group(None, None, ("done",)), head
        if self._is_told(head, mention, negated=bool(negs)):
            return Group(None, None, ("done",), self._is_negated(negs)), head
        if self._is_to_come(head, mention):
            return Group(None, None, ("will",), self._is_negated(negs)), head
        if mention.act == "base" and any(
            w in ("do", "does", "did", "don't", "doesn't", "didn't")
            for w in self.words[max(low, head - 4) : head]
        ):
            return Group(None, None, ("done",), self._is_negated(negs)), head
        return None

    def _is_to_come(self, head: int, mention: Mention) -> bool:
        """As in the headline "Belgium to send troops", "Italy not to send troops"."""
        if (
            not self.sentence.in_title
            or mention.act != "base"
            or self.words[head - 1 : head] != ["to"]
        ):
            return False
        before = head - 1 - (self.words[head - 2 : head - 1] == ["not"])
        return any(v.j == before and v.role == "agent" for v in self.voices)

    def _is_told(self, head: int, mention: Mention, *, negated: bool) -> bool:
        """Whether the act is told as done: "Croatia brings back conscription", "Canada is resuming its payments"."""
        before = self.words[head - 1] if head else ""
        if mention.how == "echo" or before in ("that", "which", "who", "to", "of"):
            return False
        if self.words[head + 1 : head + 2] == ["that"]:
            return False  # "admitted that Ukraine was far from NATO"
        if mention.act in ("part", "past") and not _BEFALLING.isdisjoint(
            self.words[mention.i : mention.j]
        ):
            return False
        if mention.how in SOLDIERLY and not (negated or self._names_the_place(mention)):
            return False  # "Italy has deployed 1,900 soldiers around the venues"
        behind = self.words[mention.j : mention.j + 1]
        if mention.act == "past" and behind and behind[0] in BE | AUXILIARIES:
            return False  # "guarantees modelled on Article 5 would be a mistake"
        if mention.act == "past":
            return not any(b == head for _, b in (*mention.anchors, *mention.names)) or any(
                v.j == head and v.role == "agent" for v in self.voices
            )
        return (
            mention.act == "s"
            or (mention.act == "part" and self._perfect(head))
            or (mention.act == "ing" and self._progressive(head))
        )

    def _names_the_place(self, mention: Mention) -> bool:
        return any(m.kind == "there" for m in self.marks) or self.words[mention.i] in _OFFERING

    def _perfect(self, head: int) -> bool:
        return any(w in ("has", "have", "had") for w in self.words[max(0, head - 4) : head])

    def _progressive(self, head: int) -> bool:
        k = head - 1
        while k > 0 and (
            self.words[k] in ADVERBS
            or self.words[k] in ("its", "not", "the", "their")
            or self.words[k].endswith(("ing", "ly"))
        ):
            k -= 1
        return k >= 0 and self.words[k] in ("is", "are", "was", "were", "'s", "'re")

    def _reaches(self, modal: Mark, head: int, mention: Mention) -> bool:
        """Whether a modal belongs to the act: no other verb may stand between them."""
        if self._is_brought_to(modal, head, mention):
            return True
        if mention.act and head - modal.j <= 4 and mention.act in ("base", "part", "past", "ing"):
            if all(
                w in LIGHT_VERBS or w.endswith("ly") or w in ("to", ",", "neither", "no", "not")
                for w in self.words[modal.j : head]
            ):
                return True
            if mention.act == "base" and self.words[modal.j] not in _TRAVELLING:
                return False
        between = self.words[modal.j : head]
        if mention.act == "base" and not _TRAVELLING.isdisjoint(between[:2]):
            return (
                between[-1] == "to" and len(between) <= _TRAVEL_MAX
            )  # "will fly to Istanbul to meet"
        if not between:
            return True
        if not mention.act and (",", "and") in itertools.pairwise(between):
            return False  # "would be a mistake, and European troops are …"
        k = 0
        while k < len(between) and (
            between[k] in ("not", "never", "also", "still", "only", "therefore", "then", "no")
            or between[k].endswith("ly")
        ):
            k += 1
        if (
            between[k : k + 1] == ["be"]
            and self.words[mention.i - 1] in _OTHER_THINGS
            and not mention.act
        ):
            return False  # "cannot be separated from guarantees"
        if between[k : k + 1] == ["be"] and "to" in between[k + 2 :]:
            return False  # "would be bold to begin with"
        return k < len(between) and between[k] in LIGHT_VERBS and len(between) - k <= 7

    def _is_brought_to(self, modal: Mark, head: int, mention: Mention) -> bool:
        """As in "must not be forced to cede", "should be allowed to join"."""
        between = self.words[modal.j : head]
        return (
            mention.act == "base"
            and len(between) > 1
            and between[-1] == "to"
            and between[-2] in BROUGHT
            and all(
                w in ("be", "been", "feel", "not", "never", "also") or w.endswith("ly")
                for w in between[:-2]
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
            if kept and self._is_second(mark, kept[0]):
                break
            # but "refused to accept" goes over both
            whole = " to " in mark.value.text and kept and kept[0].value.form == "base"
            if kept and not whole and self._are_coordinated(mark, kept[0]):
                at = mark.i
                continue  # "refused to accept and support X"
            kept.insert(0, mark)
            at = mark.i
        return kept

    def _is_second(self, one: Mark, other: Mark) -> bool:
        """As in "no to haste and no to membership", "rejected the plan and backs a force": two of a kind, each with its own matter."""
        k = other.i - 1
        while self.words[k] in _HAVING or self.words[k] in BE:
            k -= 1
        k = before_adverbials(self.words, k + 1) - 1
        if self.words[k] not in ("and", "but") or one.j == k:
            return False
        if other.value.text in ("no to", "yes to"):
            return True
        if Frame.NOUN in (one.value.frame, other.value.frame):
            return one.value.frame is other.value.frame
        finite = ("past", "s")
        if one.value.form == other.value.form == "base" and self.words[one.j] in OWNING:
            return True  # "will drop its veto and support X"
        if other.value.cue_class is CueClass.TRANSPARENT:
            return False
        first = one.value.form in finite or one.value.frame is Frame.STATE
        led = not (_HAVING | BE).isdisjoint(self.words[k + 1 : other.i])
        return first and (other.value.form in finite or led)

    def _are_coordinated(self, one: Mark, other: Mark) -> bool:
        """As in "Accept, even welcome": two verbs side by side, not one over the other."""
        between = self.words[one.j : other.i]
        return bool(between) and all(
            w in _HAVING or w in (",", "or", "nor", "and", "even", "not") for w in between
        )

    def head(self, mention: Mention) -> int:
        """The token that modals and cues attach to: the act, else the first word of the matter."""
        if mention.how in SOLDIERLY or mention.matter:
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
            and not self._is_matter(c, mention)
            and c.value.cue_class is not CueClass.TRANSPARENT
            and not self._describes(c)
        ]
        behind = [a for a in starts if inside and a >= inside[-1].j]
        return behind[0] if behind else starts[0]

    def _copula_within(self, mention: Mention) -> Governed | None:
        """As in "Ukraine's place is in NATO": the matter's own words make a sentence of it."""
        if mention.how != "keyword" or mention.act or self._clause_start(mention.i)[1] in SUSPENDED:
            return None
        places = sorted({*mention.anchors, *mention.names})
        for (_, end), (start, _) in itertools.pairwise(places):
            between = self.words[end:start]
            verbs = [n for n, word in enumerate(between, end) if word in _COPULAS]
            if len(verbs) != 1 or any(c.i >= end and c.j <= start for c in self.cues):
                continue
            if any(end <= m.i < start for m in self.modals) or any(
                not w.isalpha() or w in GROUP_ENDS for w in between
            ):
                continue
            k = verbs[0]
            rest = [
                w for w in self.words[k + 1 :] if w not in ADVERBS - {"in"} and not w.endswith("ly")
            ]
            if rest[:1] == [] or rest[0] not in _WITHIN:
                continue
            group = Group(None, None, ("done",), any(end <= n.i < start for n in self.negs))
            return Governed(
                mention, (group,), k, (k, mention.j), "right-act", "matter", form=_COPULAS[self.words[k]]
            )  # fmt: skip
        return None

    def _verb_within(self, mention: Mention) -> Governed | None:
        """As in "Ukraine belongs in NATO": a verb that says what becomes of the matter, among its own words."""
        mark = next(
            (
                c for c in self.cues
                if c.value.frame is Frame.ABOUT_VERB and c.value.form in ("base", "s", "past")
                and c.value.cue_class is not CueClass.CONSIDER  # "the soldiers depend on American support"
                and mention.i < c.i and c.j < mention.j and not self._is_matter(c, mention)
            ),
            None,
        )  # fmt: skip
        if mark is None or self._clause_start(mention.i)[1] in SUSPENDED:
            return None
        modals, negs, lead = self.before(mention.i, mark.i, mark)
        cue: Cue = mark.value
        if "may" in modals or (cue.form == "base" and not (modals or negs)):
            return None  # "American help", "planes to help"
        endorsed = (
            cue.cue_class is CueClass.ENDORSE
        )  # what does not belong there is refused, and not just unloved
        cue_class = CueClass.COMMIT if endorsed else cue.cue_class
        group = Group(cue_class, Frame.VERB, modals, negs, cue.negative)
        return Governed(
            mention, (group,), lead, (mark.i, mark.j), "right", "matter", form=cue.form, text=cue.text
        )  # fmt: skip

    def _describes(self, cue: Mark) -> bool:
        """As in "no meeting planned between …": a participle that goes with the noun before it."""
        return (
            cue.value.form in ("past", "part")
            and any(b == cue.i for m in self.mentions for _, b in m.anchors)
            and not any(v.j == cue.i and v.role == "agent" for v in self.voices)
        )

    def _within_matter(self, mention: Mention) -> Governed | None:
        """As in "The assets themselves would not be seized": the modal stands among the matter's own words."""
        if mention.how in SOLDIERLY:
            return None
        stands = self._copula_within(mention) or self._verb_within(mention)
        if stands is not None:
            return stands
        if mention.act not in ("base", "past", "part") and not self._comes_within(mention):
            return None
        if self._clause_start(mention.i)[1] in ASKING:
            return None
        modals = [m for m in self.modals if mention.i < m.i < mention.j - 1]
        if not modals or any(
            v.role == "agent" and mention.i <= v.i < mention.j for v in self.voices
        ):
            return None
        if self.words[modals[0].i - 1] in _RELATIVES:
            return None  # "shells that could be bought": which of them, and not that they are
        if any(
            0 <= mention.i - c.j <= 2 and c.value.cue_class is not CueClass.TRANSPARENT
            for c in self.cues
        ):
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

    def _comes_within(self, mention: Mention) -> bool:
        """As in "The ships will be escorted", "Observers could be sent to Kyiv": a passive among the words of a user's matter."""
        held = self.words[mention.i : mention.j]
        starts = {a - mention.i for a, _ in mention.anchors}
        return bool(mention.own and not mention.act) and any(
            one == "be"
            and ((k in starts and other.endswith(("ed", "en"))) or (one, other) in COMING)
            for k, (one, other) in enumerate(itertools.pairwise(held), 1)
        )


def _is_of_act(cue: Cue) -> bool:
    """As in "continue to", "be able to": a verb that says how an act goes on and nothing of it."""
    return cue.cue_class is CueClass.TRANSPARENT and cue.text.endswith(" to")
