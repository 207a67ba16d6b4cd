"""A cue or demand that stands near a mention where word order ties nothing: what a model may weigh.

Knows stretches of a sentence. Chains that word order ties are `chain.py` and `fronted.py`.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.aspects import is_of_another_thing
from watchers.reading.stance.demands import demanded
from watchers.reading.stance.telling import Telling, is_mere_talk
from watchers.reading.words.clause_words import BE
from watchers.reading.words.vocabulary import Cue, Mark

_NO_STANCE = frozenset(
    {
        CueClass.TRANSPARENT,
        CueClass.CONSIDER,
        CueClass.CORRECT,
        CueClass.RETRACT,
        CueClass.FAIL,
        CueClass.REFUSE,
        CueClass.STOP_SHORT,
        CueClass.DENY,
    }
)

#: Tokens of "ultimately be stopped" behind "must".
_VERB_REACH = 3


class Loose(Telling):
    """Finds the nearest cue of a mention."""

    def _loose(self, mention: Mention) -> Governed | None:
        """The nearest cue of the same stretch of sentence, where word order tells nothing."""
        low, high = self._stretch(mention)
        best: tuple[int, Mark] | None = None
        for mark in self.cues:
            if (
                not low <= mark.i < high
                or mark.value.cue_class in _NO_STANCE
                or self._is_matter(mark, mention)
                or self._is_taken(mark, mention)
                or self._is_aside(mark, mention.i)
                or self._has_own_object(mark, mention.i)
            ):
                continue
            if mark.value.frame is Frame.ABOUT and not any(
                w in BE for w in self.words[max(0, mark.i - 4) : mark.i]
            ):
                continue
            distance = mention.i - mark.j if mark.j <= mention.i else mark.i - mention.j
            if best is None or distance < best[0]:
                best = (distance, mark)
        if best is None or mention.i <= best[1].i < mention.j:
            demanded = self._demanded(mention, low, high)
            if best is None or (demanded is not None and demanded.side == "must"):
                return demanded
        mark = best[1]
        between = self.words[mark.j : mention.i]
        if "without" in between[1:] and between[between.index("without") - 1] not in (",", "that"):
            return None  # "accepted a compromise without guarantees"
        begin, opener = self._clause_start(mention.i)
        if opener == "whether" and mark.j <= begin and mark.value.cue_class is CueClass.CONSIDER:
            return None  # "Leaders discussed whether Kyiv should join": what they think is not told
        if any(0 <= mark.i - c.j <= 1 and c.i < mark.i for c in self.cues):
            return None  # "ruled out accepting Ukraine as a member": another one stands over it
        cue: Cue = mark.value
        modals, negated, lead = self.before(max(low, mark.i - 8), mark.i, mark)
        if mark.j <= mention.i and self._is_of_named(lead):
            return None
        subject, subjects = self._subject(max(low, self._clause_start(mark.i)[0]), lead, mention)
        group = Group(cue.cue_class, cue.frame, modals, negated, cue.negative)
        if is_mere_talk((group,), cue.text, cue.form, mention):
            return None
        side = "loose" if mark.j <= mention.i else "loose-right"
        return Governed(
            mention,
            (group,),
            lead,
            (mark.i, mark.j),
            side,
            subject,
            subjects,
            "",
            form=cue.form,
            text=cue.text,
        )

    def _is_taken(self, mark: Mark, mention: Mention) -> bool:
        """Whether a cue stands nearer to another claim's mention."""
        mine = min(abs(mark.i - mention.j), abs(mention.i - mark.j))
        return any(
            o.claim != mention.claim and min(abs(mark.i - o.j), abs(o.i - mark.j)) < mine
            for o in self.mentions
        )

    def _demanded(self, mention: Mention, low: int, high: int) -> Governed | None:
        """As in "Any settlement must include guarantees": a demand with an unknown verb."""
        modals = [
            m
            for m in self.modals
            if low <= m.i < high and (m.value == "must" or self._is_forbidden(m, mention))
        ]
        if not modals or is_of_another_thing(self.words, mention):
            return None
        modal = min(modals, key=lambda m: abs(m.i - mention.i))
        negs = [n for n in self.negs if abs(n.i - modal.i) <= 2]
        subject, subjects = self._subject(
            max(low, self._clause_start(modal.i)[0]), modal.i, mention
        )
        group: Group | None = Group(None, None, ("must",), bool(negs))
        if modal.i >= mention.j:
            verb = range(modal.j, modal.j + _VERB_REACH)
            is_own = any(k in verb for i, j in mention.matter for k in range(i, j))
            group = demanded(self.words, modal.j, negated=bool(negs), is_own=is_own)
        if group is None:
            return None
        rest = self.words[modal.j : modal.j + 6]
        if "by" in rest and any(w in ("decided", "made", "taken") for w in rest):
            group = Group(CueClass.DEFER, Frame.VERB)  # "must be taken by Kyiv alone"
        side = (
            "must"
            if 0 <= modal.i - mention.j <= 1
            or 0 <= mention.i - modal.j <= 2
            or mention.i <= modal.i < mention.j
            else "loose-must"
        )
        return Governed(mention, (group,), modal.i, (modal.i, modal.j), side, subject, subjects)

    def _is_forbidden(self, modal: Mark, mention: Mention) -> bool:
        """As in "Borders cannot be changed by force": what may not be, inside the matter's own words."""
        return (
            modal.value == "may"
            and mention.i <= modal.i < mention.j
            and "be" in self.words[modal.i : modal.i + 3]
            and any(0 <= n.i - modal.i <= 1 for n in self.negs)
        )
