"""From a mention to its governors: the cues, modals and negations that stand over it, and their subject.

Knows clauses and word order. What the chain amounts to is looked up in `composition.py`.
"""

from dataclasses import dataclass

from watchers.cues import CueClass, Frame
from watchers.reading.clause_words import (
    BE,
    CALLED,
    GROUP_ENDS,
    LIGHT_VERBS,
    NOUN_LIKE,
    RUMOURS,
    SOFT,
    STATES,
    STRETCH_ENDS,
    THERE,
    VERB_LEADS,
)
from watchers.reading.composition import Group
from watchers.reading.text import Sentence
from watchers.reading.topics import Mention
from watchers.reading.vocabulary import Cue, Mark
from watchers.reading.voices import Voice

#: Ways of naming soldiers, who do what their verb says.
_SOLDIERLY = frozenset({"men", "force", "again"})

#: Tokens between a cue and the matter that it governs.
_REACH = 16
#: Tokens between the matter and a predicate that speaks of it.
_REACH_RIGHT = 12

_HARD = frozenset({";", ":", "–", "?", "!"})
_SUBJECT_GAP = 14
_WEAK = frozenset({"by", "via"})


@dataclass(frozen=True, slots=True)
class Governed:
    """A mention with what stands over it."""

    mention: Mention
    groups: tuple[Group, ...]
    #: Tokens of the outermost cue or modal, and of the cue that carries the position.
    first: int
    cue: tuple[int, int] | None
    #: left, right, passive, called, answer, shared, verbless, loose
    side: str
    #: voices, impersonal, matter, inherited, none
    subject: str
    subjects: tuple[Voice, ...] = ()
    #: What opened the clause: if, whether, when …; else empty.
    opener: str = ""
    noun: bool = False
    #: Form of the outermost verb: base, s, past, part, ing, plain.
    form: str = ""
    text: str = ""


class ChainFinder:
    """Finds what governs the mentions of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        marks: list[Mark],
        voices: list[Voice],
        mentions: list[Mention],
        stops: set[int],
    ) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.marks = marks
        self.voices, self.mentions = voices, mentions
        self.cues = self._one_for_each_place([m for m in marks if m.kind == "cue"])
        self.modals = [m for m in marks if m.kind == "modal"]
        self.negs = [m for m in marks if m.kind == "neg" and self.words[m.j : m.j + 1] != ["only"]]
        #: Tokens of report verbs: a clause ends there.
        self.stops = stops

    def _one_for_each_place(self, cues: list[Mark]) -> list[Mark]:
        """Where one expression may be noun or verb, the word before it decides; a state needs its "be"."""
        kept: dict[tuple[int, int], Mark] = {}
        for mark in cues:
            frame = mark.value.frame
            if frame is Frame.STATE and not self._is_state(mark.i):
                continue
            if frame is Frame.VERB and not self._is_verb(mark):
                continue
            known = kept.get((mark.i, mark.j))
            if known is None or self._fits_frame(frame, mark.i) > self._fits_frame(
                known.value.frame, mark.i
            ):
                kept[mark.i, mark.j] = mark
        return list(kept.values())

    def _is_verb(self, mark: Mark) -> bool:
        """A word that is verb and noun alike needs a place where only a verb can stand."""
        cue: Cue = mark.value
        if cue.form not in ("base", "s") or cue.text.split()[0] not in NOUN_LIKE:
            return True
        before = self.words[mark.i - 1] if mark.i else ""
        if any(v.j == mark.i for v in self.voices):
            return (
                cue.form == "s"
                or any(
                    v.j == mark.i and (v.plural or v.word in ("we", "they", "i"))
                    for v in self.voices
                )
                or self.sentence.in_title
            )
        if before in VERB_LEADS or before.endswith("ly") or before.endswith("n't"):
            return True
        return not before

    def _fits_frame(self, frame: Frame, i: int) -> int:
        """How well a frame fits the words before a token."""
        if frame is Frame.NOUN:
            return 2 if self._before_noun(i) else 0
        if frame is Frame.ABOUT:
            return 2 if i and self.words[i - 1] in BE else 0
        return 1

    def _is_state(self, i: int) -> bool:
        before = self.words[max(0, i - 4) : i]
        return (
            any(w in BE or w in STATES for w in before)
            or not before
            or (self.sentence.in_title and before[-1].isalpha())
        )

    def _before_noun(self, i: int) -> bool:
        return i > 0 and self.words[i - 1] in (
            "'s",
            "his",
            "her",
            "its",
            "their",
            "our",
            "the",
            "a",
            "an",
            "no",
            "any",
            "this",
            "that",
            "firm",
            "clear",
            "of",
        )

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
        left = self._left(mention)
        if left is not None and left.groups:
            return [left]
        right = self._right(mention)
        if right is not None:
            return [right]
        loose = self._loose(mention)
        return [loose] if loose is not None else []

    def _is_pending(self, end: int) -> bool:
        """ "The decision to send troops has not been taken"."""
        rest = " ".join(self.words[end : end + 12])
        return any(
            f"{head} {tail}" in rest
            for head in ("not been", "not yet been", "yet to be")
            for tail in ("taken", "made")
        )

    def _without(self, begin: int, mention: Mention, opener: str) -> Governed | None:
        """ "Nothing can be settled without Moscow": whatever the verb, its modal and negation count."""
        modals = [m for m in self.modals if begin <= m.i < mention.i]
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
        """ "It is premature to say whether soldiers will go": the main clause leaves the matter open."""
        start = self._clause_start(opener)[0]
        cues = [
            c for c in self.cues if start <= c.i < opener and c.value.cue_class is CueClass.DEFER
        ]
        if not cues:
            return None
        mark = cues[-1]
        subject, subjects = self._subject(start, mark.i, mention)
        group = Group(CueClass.DEFER, mark.value.frame)
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

    def _is_matter(self, cue: Mark, mention: Mention) -> bool:
        """Whether a cue is what the claim is about: a moratorium, in a claim for one."""
        return any(i < cue.j and cue.i < j for i, j in mention.matter)

    def _is_reported_rumour(self, mention: Mention) -> bool:
        """ "Reports that Finland would send soldiers were dismissed": the clause is nobody's word."""
        head = self.words[max(0, mention.i - _RUMOUR_REACH) : mention.i]
        return any(
            one in RUMOURS and other in ("that", "of", "about")
            for one, other in zip(head, head[1:], strict=False)
        )

    # -- anywhere in the clause ----------------------------------------------------------------------

    def _loose(self, mention: Mention) -> Governed | None:
        """The nearest cue of the same stretch of sentence, where word order tells nothing."""
        low, high = self._stretch(mention)
        best: tuple[int, Mark] | None = None
        for mark in self.cues:
            if (
                not low <= mark.i < high
                or mark.value.cue_class in _NO_STANCE
                or self._is_taken(mark, mention)
            ):
                continue
            if mark.value.frame is Frame.ABOUT and not any(
                w in BE for w in self.words[max(0, mark.i - 4) : mark.i]
            ):
                continue
            distance = mention.i - mark.j if mark.j <= mention.i else mark.i - mention.j
            if best is None or distance < best[0]:
                best = (distance, mark)
        if best is None:
            return self._demanded(mention, low, high)
        mark = best[1]
        cue: Cue = mark.value
        modals, negated, lead = self.before(max(low, mark.i - 8), mark.i, mark)
        subject, subjects = self._subject(max(low, self._clause_start(mark.i)[0]), lead, mention)
        group = Group(cue.cue_class, cue.frame, modals, negated, cue.negative)
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
        """ "Any settlement must include guarantees": a demand with an unknown verb."""
        modals = [m for m in self.modals if low <= m.i < high and m.value == "must"]
        if not modals:
            return None
        modal = min(modals, key=lambda m: abs(m.i - mention.i))
        negs = [n for n in self.negs if abs(n.i - modal.i) <= 2]  # noqa: PLR2004 - "must not"
        subject, subjects = self._subject(
            max(low, self._clause_start(modal.i)[0]), modal.i, mention
        )
        group = Group(None, None, ("must",), bool(negs))
        side = (
            "must"
            if 0 <= modal.i - mention.j <= 1 or 0 <= mention.i - modal.j <= 2
            else "loose-must"
        )
        return Governed(mention, (group,), modal.i, (modal.i, modal.j), side, subject, subjects)

    def _stretch(self, mention: Mention) -> tuple[int, int]:
        """Around a mention, up to what ends a clause for good."""
        low = mention.i
        while low > 0 and self.words[low - 1] not in STRETCH_ENDS and low - 1 not in self.stops:
            low -= 1
        high = mention.j
        while (
            high < len(self.words)
            and self.words[high] not in STRETCH_ENDS
            and high not in self.stops
        ):
            high += 1
        return low, high

    # -- before the mention ------------------------------------------------------------------------

    def head(self, mention: Mention) -> int:
        """The token that modals and cues attach to: the act, else the first word of the matter."""
        if mention.how in _SOLDIERLY:
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
        if text.startswith("decision") and self._is_pending(mention.j):
            groups = [Group(CueClass.DEFER, Frame.NOUN)]
        if opener in ("whether", "if"):
            return self._left_open(begin - 1, mention)
        if not groups and opener == "but" and self._is_verbless(begin, head):
            return self._shared(begin, mention)
        if not groups and self._is_bare_refusal(begin, head, mention):
            group = Group(None, None, ("will",), negated=True)
            return Governed(mention, (group,), begin, (begin, mention.j), "verbless", "matter")
        if not groups or opener in _SUSPENDING:
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
        if cue.form == "part" and mark.j < len(self.words) and self.words[mark.j] in _WEAK:
            return False
        return True

    def _is_bare_refusal(self, begin: int, head: int, mention: Mention) -> bool:
        """ "No Italian soldiers": a clause that holds nothing but a refusal."""
        lead = self.words[begin:head]
        if (
            mention.how not in _SOLDIERLY
            or not any(w in ("no", "not", "zero") for w in lead[:2])
            or len(lead) > 4
        ):
            return False
        end = self._clause_end(mention.j)
        rest = range(mention.j, end)
        return not any(m.i in rest for m in (*self.modals, *self.cues)) and not any(
            self.words[k] in BE or self.words[k] in ("has", "have", "had") for k in rest
        )

    def _is_verbless(self, begin: int, head: int) -> bool:
        """ "…, but no ground troops": nothing but a negation and the matter."""
        lead = self.words[begin:head]
        return len(lead) <= 3 and any(n.i in range(begin, head + 1) for n in self.negs)  # noqa: PLR2004

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
        """ "Discussing guarantees without Russia is a road to nowhere": the matter, not a stance."""
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
        """ "Accept, even welcome": two verbs side by side, not one over the other."""
        between = self.words[one.j : other.i]
        return bool(between) and all(w in (",", "or", "nor", "and", "even", "not") for w in between)

    def _clause_start(self, head: int) -> tuple[int, str]:
        """Where the clause around a token begins, and the word that opens it."""
        k = head - 1
        quote = self.sentence.quote
        while k >= 0:
            word = self.words[k]
            if k in self.stops and not self._is_cue(k):
                return k + 1, ""
            if word in _HARD:
                return k + 1, ""
            if (
                word == '"'
                and quote[k] >= 0
                and (k == 0 or self.words[k - 1] in (",", ":", '"') or k - 1 in self.stops)
            ):
                return k + 1, ""
            if word in SOFT and not self._within_cue(k):
                if word == "as" and k and self.words[k - 1] in ("soon", "long"):
                    return k + 1, "if"
                return k + 1, word
            if word in ("and", "or", ",", "–") and self._new_subject(k + 1, head):
                return k + 1, ""
            k -= 1
        return 0, ""

    def _is_cue(self, token: int) -> bool:
        return any(
            c.i <= token < c.j and c.value.cue_class not in (CueClass.TRANSPARENT,)
            for c in self.cues
        )

    def _within_cue(self, token: int) -> bool:
        return any(c.i <= token < c.j for c in self.cues) or any(
            m.i <= token < m.j for m in self.marks if m.kind in ("even", "past")
        )

    def _new_subject(self, start: int, head: int) -> bool:
        """A voice right after "and" or a comma, with a verb of its own behind it."""
        if self.words[start - 1] != "," and any(v.j == start - 1 for v in self.voices):
            return False  # "Britain and France have offered": one subject
        voice = next(
            (v for v in self.voices if v.i in (start, start + 1) and v.role in ("agent",)), None
        )
        if voice is None or voice.j >= head:
            return False
        following = range(voice.j, min(voice.j + 3, head + 1))
        return any(m.i in following for m in (*self.modals, *self.cues)) or any(
            self.words[k] in BE or self.words[k] in ("has", "have", "had", "did", "does", "do")
            for k in following
            if k < len(self.words)
        )

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
            groups.append(Group(cue.cue_class, cue.frame, modals, negs, cue.negative))
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

    def before(self, low: int, high: int, mark: Mark) -> tuple[tuple[str, ...], bool, int]:
        """Modals and negation of the verb group that ends at `high`, and where the group begins."""
        begin = high
        while begin > low and not self._ends_group(begin - 1, mark):
            begin -= 1
        modals = [m for m in self.modals if begin <= m.i < high and m.j <= max(high, m.i + 1)]
        negs = [
            m
            for m in self.negs
            if begin <= m.i < high
            and (self.words[m.i] != "no" or m.j == high or mark.value.frame is not Frame.VERB)
        ]
        if (
            not modals
            and not negs
            and begin == high - (self.words[begin - 1] == "even")
            and begin > low
        ):
            shared = self._coordinated_cue(begin, mark)
            if shared is not None:
                return self.before(max(0, shared.i - 8), shared.i, shared)
        near = [m.i for m in negs if (modals[0].i if modals else high) - m.i <= 2]  # noqa: PLR2004 - "did not"
        lead = min([*(m.i for m in modals), *near], default=high)
        return tuple(m.value for m in modals), self._is_negated(negs), lead

    def _coordinated_cue(self, begin: int, mark: Mark) -> Mark | None:
        """The verb before "or", "nor" or a comma that shares its modal and negation with this one."""
        k = begin - 1
        while k >= 0 and self.words[k] in (",", "or", "nor", "even", "and"):
            k -= 1
        if k == begin - 1:
            return None
        frames = (Frame.VERB, Frame.STATE)
        return next(
            (
                c
                for c in self.cues
                if c.j in (k + 1, k, k - 1)
                and c.i < mark.i
                and c.value.frame in frames
                and mark.value.frame in frames
            ),
            None,
        )

    def _ends_group(self, token: int, mark: Mark) -> bool:
        """What cannot stand between a modal or negation and its verb."""
        word = self.words[token]
        if (
            word in GROUP_ENDS
            or word in _HARD
            or (mark.value.frame is Frame.VERB and word in ("to", "of"))
        ):
            return True
        if any(v.j == token + 1 and v.role == "agent" and v.word != "it" for v in self.voices):
            inverted = any(m.j == v.i for m in self.modals for v in self.voices if v.j == token + 1)
            return not inverted
        return any(c.j == token + 1 and (c.i, c.j) != (mark.i, mark.j) for c in self.cues)

    def _is_negated(self, negs: list[Mark]) -> bool:
        """Two negations undo each other, "neither … nor" is one."""
        words = [self.words[m.i] for m in negs]
        return (len(words) - words.count("nor") * ("neither" in words or len(words) > 1)) % 2 == 1

    def _act_group(
        self, low: int, head: int, mention: Mention, *, has_cue: bool
    ) -> tuple[Group, int] | None:
        """The act itself with its modals and negation; `None` where there is no act and no modal."""
        noun_end = mention.anchors[0][0] if mention.anchors else mention.j
        modals = [m for m in self.modals if low <= m.i < head]
        span_end = (
            max(head, mention.j if mention.how == "again" else noun_end)
            if mention.how in _SOLDIERLY
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
            negs = [m for m in self.negs if max(low, modals[0].i - 6) <= m.i < span_end]
            return Group(
                None, None, tuple(m.value for m in modals), self._is_negated(negs)
            ), modals[0].i
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

    def _perfect(self, head: int) -> bool:
        return any(w in ("has", "have", "had") for w in self.words[max(0, head - 4) : head])

    def _progressive(self, head: int) -> bool:
        return any(w in ("is", "are", "was", "were") for w in self.words[max(0, head - 3) : head])

    def _reaches(self, modal: Mark, head: int, mention: Mention) -> bool:
        """Whether a modal belongs to the act: no other verb may stand between them."""
        if mention.act and head - modal.j <= 4 and mention.act in ("base", "part", "past", "ing"):  # noqa: PLR2004
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
        return k < len(between) and between[k] in LIGHT_VERBS and len(between) - k <= 7  # noqa: PLR2004

    # -- the subject ---------------------------------------------------------------------------------

    def _subject(self, begin: int, first: int, mention: Mention) -> tuple[str, tuple[Voice, ...]]:
        words = self.words
        inside = [
            v
            for v in self.voices
            if begin <= v.i
            and v.j <= first
            and not (
                mention.i <= v.i < mention.j and mention.how == "keyword" and v.kind == "country"
            )
        ]
        agents = [v for v in inside if v.role == "agent" and first - v.j <= _SUBJECT_GAP]
        noun = any(c.i == first and c.value.frame is Frame.NOUN for c in self.cues)
        owner = [v for v in inside if v.role == "owner" and first - v.j <= 4 and noun]  # noqa: PLR2004 - "Italy's firm opposition to"
        of = self._noun_of(first)
        if of is not None:
            return "voices", (of,)
        if agents and mention.i <= agents[-1].i < mention.j:
            return "matter", ()
        if agents and agents[-1].word == "it" and self._is_impersonal(agents[-1].j):
            return "impersonal", ()
        if agents:
            last = agents[-1]
            if owner and owner[-1].i > last.i:
                return "voices", (owner[-1],)
            return "voices", tuple(self._coordinated(last, agents))
        if owner:
            return "voices", (owner[-1],)
        lead = words[begin:first]
        if begin and words[begin - 1] in ("who", "which"):
            return self._relative(begin - 1)
        if not [
            w
            for w in lead
            if w.isalnum()
            and w
            not in (
                "also",
                "still",
                "now",
                "then",
                "and",
                "not",
                "never",
                "has",
                "have",
                "had",
                "is",
                "was",
                "are",
                "were",
                "will",
                "would",
                "no",
                "both",
                "neither",
                "yet",
            )
        ]:
            return self._inherited(begin)
        if words[begin : begin + 1] and any(w in ("there", "it") for w in lead[:4]):
            return "impersonal", ()
        if any(m.i < first and m.j > begin and m.i >= begin for m in self.mentions):
            return "matter", ()
        if any(c.i == first and c.value.frame is Frame.NOUN for c in self.cues) and len(lead) <= 2:  # noqa: PLR2004
            return "impersonal", ()
        return "none", ()

    def _noun_of(self, first: int) -> Voice | None:
        """ "The refusal of Kyriakos Mitsotakis to …": whose noun it is."""
        cue = next((c for c in self.cues if c.i == first and c.value.frame is Frame.NOUN), None)
        if cue is None or self.words[cue.j - 1] != "of":
            return None
        return next(
            (
                v
                for v in self.voices
                if v.i == cue.j and v.kind in ("country", "person", "office", "body")
            ),
            None,
        )

    def _is_impersonal(self, after: int) -> bool:
        """ "It is too early to …", "it would be madness to …"."""
        k = after
        while k < len(self.words) and any(m.i == k for m in (*self.modals, *self.negs)):
            k += 1
        return k < len(self.words) and self.words[k] in BE

    def _coordinated(self, last: Voice, agents: list[Voice]) -> list[Voice]:
        """The voices joined to the last one by "and", "or", "nor" or commas."""
        joined = [last]
        for voice in reversed(agents[:-1]):
            between = self.words[voice.j : joined[0].i]
            if (
                between
                and all(
                    w in ("and", "or", "nor", ",", "the", "both", "as", "well", "&", "'s")
                    for w in between
                )
                and (
                    "and" in self.words[voice.i : last.i]
                    or "or" in self.words[voice.i : last.i]
                    or "nor" in self.words[voice.i : last.i]
                )
            ):
                joined.insert(0, voice)
            else:
                break
        if (
            self.words[:1] == ["like"]
            and self.voices
            and self.voices[0].i <= 2
            and self.voices[0].actors
            and self.voices[0] not in joined
        ):
            joined.insert(0, self.voices[0])  # "Like Germany, France backs …"
        return joined

    def _relative(self, opener: int) -> tuple[str, tuple[Voice, ...]]:
        before = [v for v in self.voices if v.j <= opener and opener - v.j <= 2]  # noqa: PLR2004
        return ("voices", (before[-1],)) if before else ("none", ())

    def _inherited(self, begin: int) -> tuple[str, tuple[Voice, ...]]:
        """The subject of the clause before: "Poland will send no soldiers but is ready to help"."""
        if begin == 0:
            return "none", ()
        if self.words[begin - 1] in ("who", "which", "that"):
            return self._relative(begin - 1)
        earlier = [v for v in self.voices if v.j <= begin and v.role == "agent"]
        if not earlier:
            return "none", ()
        return "inherited", (
            earlier[0] if earlier[0].j < begin and len(earlier) == 1 else earlier[-1],
        )

    # -- behind the mention --------------------------------------------------------------------------

    def _right(self, mention: Mention) -> Governed | None:
        if self._clause_start(mention.i)[1] in _SUSPENDING:
            return None
        end = self._clause_end(mention.j)
        for mark in self.marks:
            if mark.i < mention.j or mark.i >= end:
                continue
            if mark.i - mention.j > _REACH_RIGHT:
                break
            found = None
            if mark.kind == "cue" and not self._is_matter(mark, mention):
                found = self._right_cue(mention, mark)
            elif mark.kind == "act" and mention.how in _SOLDIERLY:
                found = self._right_act(mention, mark)
            elif mark.kind == "modal" and mention.how in _SOLDIERLY:
                found = self._right_being(mention, mark)
            if found is not None:
                return found
        return None

    def _clause_end(self, start: int) -> int:
        for k in range(start, len(self.words)):
            word = self.words[k]
            if word in _HARD or (
                word in ("but", "while", "whereas", "although", "because") and k > start
            ):
                return k
            if k in self.stops and not self._is_cue(k):
                return k
        return len(self.words)

    def _called_right(self, mention: Mention) -> Governed | None:
        found = self._right(mention)
        return found if found is not None and found.side == "called" else None

    def _right_cue(self, mention: Mention, mark: Mark) -> Governed | None:
        cue: Cue = mark.value
        between = self.words[mention.j : mark.i]
        modals, negs, lead = self.before(max(mention.j, mark.i - 8), mark.i, mark)
        if any(
            n.i == mention.i - 1
            or (mention.i <= n.i < mention.j)
            or (0 < mention.i - n.i <= 3 and self.words[n.i] in ("no", "not", "neither"))
            for n in self.negs
        ):
            negs = not negs
        group = Group(cue.cue_class, cue.frame, modals, negs, cue.negative)
        if cue.frame is Frame.ABOUT:
            if (
                any(w in BE or w in ("be", "as", "too") for w in between[-5:])
                or (not between and self.sentence.in_title)
                or (self.words[0] in BE and self.words[-1] == "?")
                or self._called(mention, mark) is not None
            ):
                called = self._called(mention, mark)
                side, subject, subjects = "right", "matter", ()
                if called is not None:
                    side = "called"
                    subject, subjects = self._subject(
                        self._clause_start(called)[0], called, mention
                    )
                return Governed(
                    mention,
                    (group,),
                    lead,
                    (mark.i, mark.j),
                    side,
                    subject,
                    subjects,
                    "",
                    form="plain",
                    text=cue.text,
                )
            return None
        if cue.frame is Frame.ABOUT_VERB:
            if any(
                v.i >= mention.j and v.j <= mark.i and v.role == "agent" for v in self.voices
            ) or cue.form not in ("base", "s", "past"):
                return None
            if not self._only_auxiliaries(mention.j, mark.i):
                return None
            return Governed(
                mention,
                (group,),
                lead,
                (mark.i, mark.j),
                "right",
                "matter",
                (),
                "",
                form=cue.form,
                text=cue.text,
            )
        if (
            cue.frame is Frame.VERB
            and cue.form in ("past", "part")
            and any(w in BE for w in between[-4:])
        ):
            agent = next(
                (v for v in self.voices if v.role == "by" and v.i >= mark.j and v.i - mark.j <= 6),
                None,
            )
            if cue.cue_class is CueClass.TRANSPARENT or (
                self.words[mark.j : mark.j + 1] == ["to"]
                and cue.text.endswith(("prepare", "prepare to"))
            ):
                return None
            if agent is None and cue.cue_class not in _PASSIVE_ALONE:
                return None
            if agent is not None:
                return Governed(
                    mention,
                    (group,),
                    lead,
                    (mark.i, mark.j),
                    "passive",
                    "voices",
                    (agent,),
                    "",
                    form=cue.form,
                    text=cue.text,
                )
            return Governed(
                mention,
                (group,),
                lead,
                (mark.i, mark.j),
                "passive",
                "matter",
                (),
                "",
                form=cue.form,
                text=cue.text,
            )
        return None

    def _only_auxiliaries(self, start: int, end: int) -> bool:
        """Whether nothing but auxiliaries, places and asides stands between a matter and its verb."""
        k = start
        while k < end:
            word = self.words[k]
            if word in ("in", "on", "to", "for", "from", "at", "of"):
                k += 1 + (self.words[k + 1] in ("the", "a"))
            elif not (
                word in BE
                or word
                in (
                    "not",
                    "never",
                    "also",
                    "only",
                    "simply",
                    "do",
                    "does",
                    "did",
                    "have",
                    "has",
                    "'s",
                    "soil",
                    "territory",
                    ",",
                )
                or word.endswith("ly")
                or any(m.i <= k < m.j for m in (*self.modals, *self.negs))
                or any(m.kind == "act" and m.i <= k < m.j for m in self.marks)
            ):
                return False
            k += 1
        return True

    def _called(self, mention: Mention, mark: Mark) -> int | None:
        """The verb in "called the idea of Western troops unacceptable", "dismissed it as premature"."""
        if mark.i - mention.j > 5 and not any(w == "as" for w in self.words[mention.j : mark.i]):  # noqa: PLR2004
            return None
        for k in range(mention.i - 1, max(-1, mention.i - 12), -1):
            if self.words[k] in _HARD:
                return None
            if self.words[k] in CALLED:
                return k
        return None

    def _right_being(self, mention: Mention, modal: Mark) -> Governed | None:
        """ "Our soldiers will be in Ukraine"."""
        k = modal.j
        while k < len(self.words) and any(n.i == k for n in self.negs):
            k += 1
        if (
            modal.i - mention.j > 4
            or self.words[k : k + 1] != ["be"]
            or self.words[k + 1 : k + 2] == []
            or self.words[k + 1] not in THERE
        ):
            return None
        return self._right_act(mention, Mark(k, k + 1, "act", ("be there", "base")))

    def _right_act(self, mention: Mention, mark: Mark) -> Governed | None:
        """ "British soldiers will go to Ukraine"."""
        modals = [m for m in self.modals if mention.j <= m.i < mark.i or m.i == mark.i]
        between = self.words[mention.j : mark.i]
        if (
            any(v.i >= mention.j and v.j <= mark.i and v.role == "agent" for v in self.voices)
            or "to" in between[:1]
        ):
            return None
        negs = [
            n
            for n in self.negs
            if mention.j <= n.i < mark.i
            or 0 <= mention.i - n.j <= 2  # noqa: PLR2004 - "not a single Hungarian soldier"
            or mention.i <= n.i < mention.j
        ]
        if not modals:
            return None
        lead = modals[0].i
        group = Group(None, None, tuple(m.value for m in modals), len(negs) % 2 == 1)
        return Governed(
            mention,
            (group,),
            lead,
            (lead, mark.j),
            "right-act",
            "matter",
            (),
            self._clause_start(mention.i)[1],
            form="base",
        )


#: Classes that a passive carries without saying by whom: "was ruled out" is the speaker's news, "was discussed" is not.
_PASSIVE_ALONE = frozenset({CueClass.REJECT, CueClass.PREVENT, CueClass.DEFER, CueClass.DENY})
#: Words that open a clause in which nothing is said to be so.
_SUSPENDING = frozenset({"if", "unless", "whether", "until", "once"})
#: Tokens between "reports that" and the mention in the clause that it opens.
_RUMOUR_REACH = 9
_NO_STANCE = frozenset(
    {
        CueClass.TRANSPARENT,
        CueClass.CORRECT,
        CueClass.RETRACT,
        CueClass.FAIL,
        CueClass.REFUSE,
        CueClass.STOP_SHORT,
        CueClass.DENY,
    }
)
#: Nouns of these classes may merely wrap the matter: "the debate on peacekeepers".
_WRAPPERS = frozenset({CueClass.CONSIDER, CueClass.COMMIT, CueClass.ENDORSE, CueClass.DEFER})
