"""A matter that stands before whoever speaks of it: "X, Rome rejects", "X is an idea that Rome rejects", "excluded is X".

Knows the orders in which English puts an object or a predicate first. What follows the plain order is `chain.py`.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.predicates import Predicates
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALLED,
    COOL,
    DOUBTING,
    HAVING,
    LAST,
    LINKS,
    MEETING,
    PLACES,
    RECEPTIONS,
    RESISTANCE,
    SETTLING,
    SOFT,
    SUPPORT,
    UNSETTLED,
    WARM,
)
from watchers.reading.words.vocabulary import Cue, Mark

#: Tokens that may stand before a matter that opens its clause: "to any".
_HEAD_MAX = 3
#: Tokens of "for Ukraine itself" between a matter and what is said of it.
_PLACE_MAX = 6
#: Tokens of "something that", "the last thing that", "an idea which".
_LINK_MAX = 6
#: Tokens between a subject and its verb: auxiliaries and adverbs.
_VERB_MAX = 6
#: Tokens between a verb and what completes it behind the matter: "put … on hold".
_SPLIT_MAX = 10
#: What opens something else than another name for the matter: ", despite reports that", ", amid signs that".
_NO_LINKS = (SOFT - {"which", "who", "whom", "whose"}) | {
    "amid", "contrary", "following", "given", "with", "without",
}  # fmt: skip
_BEFORE_WHETHER = frozenset({'"', ",", ";", ":", "–", "and", "but"})
#: Words that may follow a verb whose object stands before it.
_BEHIND = frozenset({
    "after", "again", "as", "at", "because", "before", "by", "for", "from", "herself", "himself", "if", "in", "into", "most",
    "now", "on", "once", "so", "there", "today", "too", "under", "unless", "until", "when",
})  # fmt: skip
_BEFORE_BE = (AUXILIARIES - BE) | ADVERBS
#: What stands between what a matter meets with and whose that is.
_FROM = frozenset({"by", "from", "in", "of", "with"})
#: Particles that end what is split by a matter, and what opens a noun behind them.
_PARTICLES_ALONE = frozenset({"about", "down", "off", "out", "over", "up"})
_NOUN_OPENERS = frozenset({
    "a", "all", "an", "any", "every", "his", "her", "its", "no", "our", "that", "the", "their", "these", "this", "those",
})  # fmt: skip
_CLOSING = frozenset(
    {",", ".", ";", ":", "–", '"', "!", "?", "and", "but", "or", "while", "whereas"}
)


class Fronted(Predicates):
    """Finds who speaks of a mention that stands before its subject and verb."""

    def _before_subject(self, mention: Mention) -> Governed | None:
        """As in "Soldiers in Ukraine Rome has ruled out", "… is an idea that Rome has ruled out"."""
        link = self._link(mention)
        if link is None:
            return None
        start, turned = link
        voice = next(
            (v for v in self.voices if v.i in (start, start + 1) and v.role == "agent"), None
        )
        if voice is None or (voice.i > start and self.words[start] not in ("the", "a", "an")):
            return None
        found = self._gapped(voice)
        if found is None:
            return None
        groups, mark = found
        if turned:
            outer = groups[0]
            groups = (replace(outer, negated=not outer.negated, negative=False), *groups[1:])
        cue: Cue = mark.value
        return Governed(
            mention, groups, voice.j, (mark.i, mark.j), "fronted", "voices", (voice,), form=cue.form, text=cue.text,
        )  # fmt: skip

    def _link(self, mention: Mention) -> tuple[int, bool] | None:
        """Where the subject would begin behind a matter, whether the way there is negated, and whether it is relative."""
        k = self._after_place(mention.j)
        if k >= len(self.words):
            return None
        at_head = self._opens_clause(mention)
        if at_head and not (self.words[k] in BE or self.words[k] in AUXILIARIES):
            return k + (self.words[k] == ","), self._refused(mention)
        turned = self._refused(mention)
        while k < len(self.words) and self.words[k] in _BEFORE_BE:
            turned ^= any(n.i == k for n in self.negs)
            k += 1
        if k >= len(self.words) or (self.words[k] != "," and self.words[k] not in BE):
            return None
        if self.words[k + 1 : k + 2] and self.words[k + 1] in _NO_LINKS:
            return None
        for at in range(k + 1, min(k + 1 + _LINK_MAX, len(self.words))):
            word = self.words[at]
            turned ^= any(n.i == at for n in self.negs) or word in LAST
            if word in ("that", "which", "what"):
                return at + 1, turned
            if word in LINKS and any(
                v.role == "agent"
                and (v.i == at + 1 or (v.i == at + 2 and self.words[at + 1] in ("the", "a", "an")))
                for v in self.voices
            ):
                return at + 1, turned
            if not word.isalpha() or word in AUXILIARIES:
                return None
        return None

    def _refused(self, mention: Mention) -> bool:
        """As in "No soldiers", "No American soldiers"."""
        return any(
            n.i == mention.i - 1 or (n.i == mention.i - 2 and self.words[n.i] == "no")
            for n in self.negs
        )

    def _after_place(self, k: int) -> int:
        """Behind "in Ukraine", "for the country"."""
        end = min(k + _PLACE_MAX, len(self.words))
        while k < end and self.words[k] in PLACES:
            k += 1 + (self.words[k + 1 : k + 2] in (["the"], ["a"]))
            k += 1
            if k < len(self.words) and self.words[k] in ("'s", "itself", "soil", "territory"):
                k += 1
        return k

    def _opens_clause(self, mention: Mention) -> bool:
        begin, opener = self._clause_start(mention.i)
        lead = self.words[begin : mention.i]
        return (
            len(lead) <= _HEAD_MAX
            and opener in ("", "but", "and", "while", "whereas", "whether")
            and not any(begin <= m.i < mention.i for m in (*self.modals, *self.cues))
            and not any((w in BE and w != "'s") or w in PLACES for w in lead)
        )

    def _gapped(self, voice: Voice) -> tuple[tuple[Group, ...], Mark] | None:
        """The verb of a subject, where its object is missing: "Rome has ruled out", "the Kremlin calls unacceptable"."""
        k = voice.j
        end = min(k + _VERB_MAX, len(self.words))
        marks = sorted(
            (c for c in self.cues if voice.j <= c.i <= end),
            key=lambda c: (c.value.frame is not Frame.ABOUT, c.i, -c.j),
        )
        for mark in marks:
            cue: Cue = mark.value
            between = self.words[voice.j : mark.i]
            called = any(w in CALLED for w in between)
            if not all(
                self._is_auxiliary(voice.j + n) or w in CALLED for n, w in enumerate(between)
            ):
                if cue.frame is Frame.ABOUT:
                    continue
                return None
            if cue.frame is Frame.ABOUT and called:
                modals, negs, _ = self.before(voice.j, mark.i, mark)
                return (Group(cue.cue_class, cue.frame, modals, negs, cue.negative),), mark
            if cue.frame is Frame.VERB and cue.form in ("past", "s", "base", "part") and not called:
                if cue.cue_class is CueClass.TRANSPARENT:
                    continue
                if between and between[-1] in BE:
                    return None
                if not self._lacks_object(mark):
                    return None
                modals, negs, _ = self.before(voice.j, mark.i, mark)
                return (Group(cue.cue_class, cue.frame, modals, negs, cue.negative),), mark
        return None

    def _whether(self, mention: Mention) -> Governed | None:
        """As in "Whether Germany would send soldiers, he left open", "… is not decided"."""
        begin, opener = self._clause_start(mention.i)
        if opener != "whether" or not (begin < 2 or self.words[begin - 2] in _BEFORE_WHETHER):
            return None
        end = (
            self._clause_end(mention.j) + 1
        )  # with the verb of saying that ends it: "he would not say"
        for k in range(mention.j, min(end, len(self.words))):
            mark = next(
                (c for c in self.cues if c.i == k and c.value.cue_class in (CueClass.DEFER, CueClass.CONSIDER)), None
            )  # fmt: skip
            if mark is None and not (
                self.words[k] in UNSETTLED
                or (self.words[k] in SETTLING and any(0 < k - n.i <= 4 for n in self.negs))
            ):
                continue
            voices = [v for v in self.voices if mention.j <= v.i and v.j <= k and v.role == "agent"]
            subject, subjects = ("voices", (voices[-1],)) if voices else ("matter", ())
            group = Group(CueClass.DEFER, Frame.ABOUT)
            return Governed(
                mention, (group,), k, (k, k + 1), "fronted", subject, subjects, text="whether"
            )
        return None

    def _is_auxiliary(self, k: int) -> bool:
        word = self.words[k]
        return (
            word in AUXILIARIES
            or word in ADVERBS
            or word.endswith("ly")
            or any(m.i <= k < m.j for m in (*self.modals, *self.negs))
        )

    def _lacks_object(self, mark: Mark) -> bool:
        """Whether nothing behind a verb could be what it is done to."""
        if mark.j >= len(self.words):
            return True
        word = self.words[mark.j]
        if word in _CLOSING or word in BE or word in AUXILIARIES or word.endswith("ly"):
            return True
        return word in _BEHIND and not any(mark.j <= m.i <= mark.j + 3 for m in self.mentions)

    # -- the predicate first -------------------------------------------------------------------------

    def _predicate_first(self, mention: Mention) -> Governed | None:
        """As in "Excluded, she said, is a Russian veto", "Unacceptable is what Moscow called the force"."""
        for k in range(mention.i - 1, max(-1, mention.i - 6), -1):
            if self.words[k] in BE:
                break
            if self.words[k] in (";", ":", '"', "?", "that", "which"):
                return None
        else:
            return None
        if any(k < c.i < mention.i for c in self.cues) or any(
            k < v.i and v.j <= mention.i and v.role == "agent" for v in self.voices
        ):
            return None
        for mark in self.cues:
            cue: Cue = mark.value
            if mark.j > k:
                break
            lead = self.words[max(0, mark.i - 2) : mark.i]
            opens = not lead or lead[-1] in ('"', ":", ";", "–") or (
                lead[-1] in ("equally", "also", "just", "as", "not", "completely", "absolutely", "totally") and len(lead) == mark.i
            )  # fmt: skip
            fits = cue.frame is Frame.ABOUT or (
                cue.frame is Frame.VERB and cue.form in ("past", "part") and cue.cue_class in (CueClass.REJECT, CueClass.PREVENT)
            )  # fmt: skip
            if not (opens and fits):
                continue
            between = self.words[mark.j : k]
            if not between or (between[0] in (",", '"') and "," in (between[-1], between[0])):
                negated = any(n.i == mark.i - 1 for n in self.negs)
                group = Group(cue.cue_class, Frame.ABOUT, (), negated, cue.negative)
                return Governed(
                    mention, (group,), mark.i, (mark.i, mark.j), "right", "matter", (), form="plain", text=cue.text
                )  # fmt: skip
        return None

    # -- verbs with something behind the matter --------------------------------------------------------

    def _split(self, mention: Mention) -> Governed | None:
        """As in "put the plan on hold", "gave the idea a flat no": a verb before the matter, the rest behind it."""
        after = self._after_place(mention.j)
        for tail in self.marks:
            if tail.kind != "tail" or not mention.j <= tail.i <= max(after, mention.j + 1):
                continue
            if tail.j == tail.i + 1 and self._opens_phrase(tail.i):
                continue  # "declared its support for a veto over the guarantees"
            cue, forms = tail.value
            head = min([a for a, _ in mention.anchors], default=mention.i)
            for k in range(head - 1, max(-1, head - _SPLIT_MAX), -1):
                word = self.words[k]
                if word in forms:
                    if any(c.i == k and c.j > k + 1 for c in self.cues):
                        break  # "left open the possibility of … to Ukraine": the verb has its own rest
                    return self._split_by(mention, tail, k, cue, forms[word])
                if word in (",", ";", ":", '"', "that", "and", "but") or any(
                    v.i <= k < v.j and v.role == "agent" for v in self.voices
                ):
                    break
        return None

    def _opens_phrase(self, k: int) -> bool:
        """Whether a particle has a noun of its own behind it, where "declared the talks over" has none."""
        behind = self.words[k + 1 : k + 2]
        return self.words[k] in _PARTICLES_ALONE and behind != [] and behind[0] in _NOUN_OPENERS

    def _split_by(self, mention: Mention, tail: Mark, k: int, cue: Cue, form: str) -> Governed:
        verb = Mark(k, k + 1, "cue", replace(cue, form=form))
        begin, opener = self._clause_start(k)
        modals, negs, lead = self.before(max(begin, k - 8), k, verb)
        subject, subjects = self._subject(begin, min(lead, k), mention)
        group = Group(cue.cue_class, Frame.VERB, modals, negs)
        return Governed(
            mention, (group,), lead, (tail.i, tail.j), "left", subject, subjects, opener, form=form, text=cue.text
        )  # fmt: skip

    def _having(self, mention: Mention) -> Governed | None:
        """As in "The force has London's support", "… would meet with resistance from Moscow"."""
        if self._whole_of(mention) is not None:
            return None
        k = self._after_place(self._end_of(mention))
        while k < len(self.words) and self._is_auxiliary(k) and self.words[k] not in HAVING:
            k += 1
        if k >= len(self.words) or (self.words[k] not in HAVING and self.words[k] not in MEETING):
            return None
        for at in range(k + 1, min(k + 7, len(self.words))):
            word = self.words[at]
            if word in (",", ";", ":", '"', "."):
                return None
            cue = self._met_with(at)
            if cue is None:
                continue
            owners = (v for v in self.voices if v.role == "owner" and k < v.i and v.j <= at)
            voices = tuple(owners)[:1] or self._behind_noun(at)
            if not voices:
                return None
            negs = [n for n in self.negs if mention.j <= n.i < at]
            modals = tuple(
                m.value for m in self.modals if mention.j <= m.i <= k and m.value == "may"
            )
            group = Group(cue, Frame.NOUN, modals, self._is_negated(negs))
            return Governed(
                mention, (group,), k, (at, at + 1), "right", "voices", voices, text=word
            )
        return None

    def _behind_noun(self, at: int) -> tuple[Voice, ...]:
        """Whose a noun is that a matter meets with: "resistance from Moscow", "the support of states such as Spain"."""
        if self.words[at + 1 : at + 2] == [] or self.words[at + 1] not in _FROM:
            return ()
        near = tuple(v for v in self.voices if 1 <= v.i - at <= 3)[:1]
        return self._those_at(at + 2) or near

    def _met_with(self, k: int) -> CueClass | None:
        """What a noun tells of a matter that has it or meets with it: "a supporter in", "a flat no", "a cool reception"."""
        word, before = self.words[k], self.words[k - 1]
        if word in RECEPTIONS:
            return (
                CueClass.ENDORSE if before in WARM else CueClass.DOUBT if before in COOL else None
            )
        if word == "light" and before == "green":
            return CueClass.ENDORSE
        if word == "no" and _FROM.isdisjoint(self.words[k + 1 : k + 2]):
            return None
        if word in SUPPORT:
            return CueClass.ENDORSE
        if word in RESISTANCE:
            return CueClass.REJECT
        return CueClass.DOUBT if word in DOUBTING else None

    def _tagged(self, mention: Mention) -> Governed | None:
        """As in "Guarantees yes, membership no"."""
        k = self._after_place(mention.j)
        if k >= len(self.words) or self.words[k] not in ("first", "yes", "no", "never"):
            return None
        after = self.words[k + 1 : k + 2]
        if after and after[0] not in _CLOSING:
            return None
        cue = {"yes": CueClass.ENDORSE, "first": CueClass.WANT}.get(self.words[k], CueClass.REJECT)
        return Governed(mention, (Group(cue, Frame.ABOUT),), k, (k, k + 1), "right", "matter", ())
