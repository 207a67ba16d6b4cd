"""A matter that a relative clause is on: "X, which Rome rejects", "X, to which Rome is opposed", "it is X that Rome wants".

Knows relative clauses and clefts. What stands over a matter in its own clause is `chain.py`.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.fronted import Fronted
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE, CALLED, LINKS
from watchers.reading.words.vocabulary import Cue, Mark

_WHICH = frozenset({"that", "which", "whom"})
_ARTICLES = frozenset({"a", "an", "one", "something", "the"})
_TALKING = (["comment"], ["debate"], ["discuss"], ["mention"], ["speak"], ["talk"])
#: Tokens of "an utterly mad idea" before "that", and of a clause before its verb.
_NOUN_MAX, _VERB_MAX = 5, 8
#: Tokens between the verb of a clause that leans on a matter and what is said behind it.
_CLAUSE_MAX = 8
#: What "it is" may be said with: "it is precisely X that".
_IT_IS = (
    (BE - {"regarded", "considered", "treated"})
    | ADVERBS
    | frozenset({"exactly", "precisely", "a", "an", "the", "such"})
)
#: Verbs of what moves somebody: "what worries Rome is X", "what matters to Rome is X".
_WORRYING = frozenset({
    "alarms", "angers", "annoys", "bothers", "concerns", "disturbs", "enrages", "frightens", "fears", "frustrates", "infuriates",
    "irks", "irritates", "scares", "troubles", "unnerves", "unsettles", "upsets", "worries",
})  # fmt: skip
_MATTERING = frozenset({"counts", "matters"})


class Relatives(Fronted):
    """Finds who speaks of a mention in a clause that leans on it."""

    def _relative_of(self, mention: Mention) -> Governed | None:
        """Who holds what in the clause behind a matter."""
        if self._whole_of(mention) is not None:
            return None
        k = self._after_place(self._end_of(mention))
        if k + 2 >= len(self.words):
            return None
        if self.words[k] == ",":
            return self._leaning(mention, k + 1)
        if self.words[k] in _WHICH and self._is_cleft(mention):
            return self._spoken_of(mention, k + 1)
        return self._restricting(mention, k + (self.words[k] in _WHICH))

    def _restricting(self, mention: Mention, k: int) -> Governed | None:
        """As in "the force that Paris and London plan to send", "the guarantees Kyiv has asked for"."""
        subjects = self._subjects_at(k)
        if not subjects:
            return None
        if (
            len(subjects) == 1
            and (judged := self._gapped(subjects[0])) is not None
            and judged[1].value.frame is Frame.ABOUT
        ):
            return self._by(mention, subjects[0], *judged)
        lead = subjects[-1].j
        while lead < len(self.words) and self._is_auxiliary(lead):
            lead += 1
        mark = next(
            (c for c in self.cues if subjects[-1].j <= c.i <= lead < c.j and c.value.frame is Frame.VERB), None
        )  # fmt: skip
        if mark is None or not self._lacks_object_to(mark):
            return None
        is_past = mark.value.form in ("past", "part")
        if is_past and (self.words[mark.i - 1] in BE or mark.value.cue_class is CueClass.CONSIDER):
            return None
        if mark.value.cue_class is CueClass.TRANSPARENT:
            return None
        cue: Cue = mark.value
        modals, negs, _ = self.before(subjects[-1].j, mark.i, mark)
        group = Group(cue.cue_class, cue.frame, modals, negs, cue.negative)
        if len(subjects) > 1 and mention.doer:
            # What several send together is a force, and no one's own soldiers.
            mention = replace(mention, doer="west")
        return Governed(
            mention, (group,), subjects[-1].j, (mark.i, mark.j), "fronted", "voices", subjects, form=cue.form, text=cue.text
        )  # fmt: skip

    def _past(self, mention: Mention, leaning: Governed) -> list[Governed]:
        """What is said of a matter behind a clause that leans on it: "the force that Paris plans to send is a threat"."""
        start = leaning.cue[1] if leaning.cue is not None else mention.j
        end = min(start + _CLAUSE_MAX, len(self.words))
        verb = next((k for k in range(start, end) if self._is_finite(k)), None)
        found = self._right(replace(mention, j=verb)) if verb is not None else None
        return [replace(found, mention=mention)] if found is not None else []

    def _is_finite(self, k: int) -> bool:
        return self.words[k] in BE or self.words[k] in AUXILIARIES

    def _subjects_at(self, k: int) -> tuple[Voice, ...]:
        """Who opens a clause, with those that are joined to it: "Paris and London"."""
        found: list[Voice] = []
        while (voice := self._subject_at(k)) is not None:
            found.append(voice)
            k = voice.j + 1
            if self.words[voice.j : k] not in (["and"], [","]):
                break
        return tuple(found)

    def _lacks_object_to(self, mark: Mark) -> bool:
        """Whether what a verb is done to stands before it: "plan", "plan to send", "want to see"."""
        k = mark.j
        if self.words[k - 1] != "to" and self.words[k : k + 1] == ["to"]:
            k += 1
        if self.words[k - 1] == "to":
            if self.words[k : k + 1] in _TALKING:
                return False  # "the concessions that Moscow does not want to discuss"
            k += 1
        return self.words[k : k + 1] == ["to"] or self._lacks_object(replace(mark, j=k))

    def _leaning(self, mention: Mention, k: int) -> Governed | None:
        """As in ", which Rome rejects", ", to which Rome is opposed", ", an idea that Rome rejects", ", rejected by Rome"."""
        if self.words[k] in _WHICH:
            return self._spoken_of(mention, k + 1)
        if self.words[k + 1] == "by":
            return self._participle(mention, k)
        if self.words[k + 1] in ("which", "whom"):
            return self._stranded(mention, k + 2)
        if self.words[k] in _ARTICLES:
            for at in range(k, min(k + _NOUN_MAX, len(self.words) - 1)):
                if self.words[at] in LINKS or self.words[at] in ("something", "demand", "course"):
                    return self._spoken_of(mention, at + 1 + (self.words[at + 1] in _WHICH))
                if not self.words[at].isalpha():
                    break
        return None

    def _participle(self, mention: Mention, k: int) -> Governed | None:
        """As in ", rejected by Rome," behind a matter."""
        mark = next(
            (
                c for c in self.cues
                if c.i == k and c.j == k + 1 and c.value.frame is Frame.VERB and c.value.form in ("past", "part")
            ),
            None,
        )  # fmt: skip
        by = k + 2 + (self.words[k + 2 : k + 3] == ["the"])
        voice = next((v for v in self.voices if v.i == by and v.role == "by" and v.actors), None)
        if mark is None or voice is None:
            return None
        return self._by(mention, voice, (Group(mark.value.cue_class, Frame.VERB),), mark)

    def _is_cleft(self, mention: Mention) -> bool:
        """As in "it is X that Rome wants"."""
        begin = self._clause_start(mention.i)[0]
        lead = self.words[max(begin, mention.i - 6) : mention.i]
        at = next((k for k, word in enumerate(lead) if word == "it"), -1)
        return 0 <= at < len(lead) - 1 and all(w in _IT_IS for w in lead[at + 1 :])

    def _subject_at(self, k: int) -> Voice | None:
        """Who opens a clause: with an article, and where nothing but auxiliaries parts them from the verb."""
        return next(
            (v for v in self.voices if v.i in (k, k + 1) and v.role in ("agent", "owner") and v.actors
             and (v.i == k or self.words[k] in ("the", "a", "an"))),
            None,
        )  # fmt: skip

    def _spoken_of(self, mention: Mention, k: int) -> Governed | None:
        voice = self._subject_at(k)
        if voice is None or voice.role != "agent":
            return None
        found = self._gapped(voice)
        if found is None:
            return None
        groups, mark = found
        return self._by(mention, voice, groups, mark)

    def _stranded(self, mention: Mention, k: int) -> Governed | None:
        voice = self._subject_at(k)
        if voice is None:
            return None
        mark = next(
            (m for m in self.marks if m.kind == "stranded" and voice.j <= m.i <= voice.j + _VERB_MAX), None
        )  # fmt: skip
        if mark is None or not all(
            w in AUXILIARIES or w in ADVERBS or w in BE or w.endswith("ly") or w in ("not", "never", "has", "'s", "strongly")
            for w in self.words[voice.j : mark.i]
        ):  # fmt: skip
            return None
        cue: Cue = mark.value
        modals, negs, _ = self.before(voice.j, mark.i, mark)
        return self._by(
            mention, voice, (Group(cue.cue_class, cue.frame, modals, negs, cue.negative),), mark
        )

    def _by(
        self, mention: Mention, voice: Voice, groups: tuple[Group, ...], mark: Mark
    ) -> Governed:
        cue: Cue = mark.value
        return Governed(
            mention, groups, voice.j, (mark.i, mark.j), "fronted", "voices", (voice,), form=cue.form, text=cue.text
        )  # fmt: skip

    def _what_is(self, mention: Mention) -> Governed | None:
        """As in "What worries Rome is X", "What Rome finds unacceptable is X"."""
        k = mention.i - 1
        while k > 0 and self.words[k] in ("a", "an", "any", "the", "such", "precisely", "exactly"):
            k -= 1
        if k < 2 or self.words[k] not in BE:
            return None
        begin = k - 1
        while begin > 0 and self.words[begin] != "what" and self.words[begin].isalpha():
            begin -= 1
        if self.words[begin] != "what" or k - begin > _VERB_MAX:
            return None
        voice = next((v for v in self.voices if begin < v.i and v.j <= k and v.actors), None)
        if voice is None:
            return None
        for word, cue_class in ((_WORRYING, CueClass.DOUBT), (_MATTERING, CueClass.WANT)):
            if self.words[begin + 1] in word:
                group = Group(cue_class, Frame.VERB)
                cue = (begin + 1, begin + 2)
                return Governed(
                    mention, (group,), voice.j, cue, "fronted", "voices", (voice,), form="s", text=self.words[begin + 1]
                )  # fmt: skip
        judged = next((c for c in self.cues if c.j == k and c.value.frame is Frame.ABOUT), None)
        if judged is None or CALLED.isdisjoint(self.words[voice.j : judged.i]):
            return None
        modals, negs, _ = self.before(voice.j, judged.i, judged)
        return self._by(
            mention,
            voice,
            (Group(judged.value.cue_class, Frame.ABOUT, modals, negs, judged.value.negative),),
            judged,
        )
