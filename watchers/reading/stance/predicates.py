"""What is said of a mention behind it: "… is unacceptable", "… was ruled out by Rome", "… will go".

Knows predicates, passives and acts. What stands before a mention is `chain.py`.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import HARD, Governed
from watchers.reading.clauses.subjects import Subjects
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.aspects import is_of_another_thing, is_talk
from watchers.reading.stance.complements import end_of_phrase, whole_of
from watchers.reading.stance.narrowing import denies
from watchers.reading.voices.voice import Voice
from watchers.reading.words.adverbials import before_adverbials
from watchers.reading.words.clause_words import (
    BE,
    BURDENSOME,
    CALLED,
    COMING,
    LEAST,
    NAMING,
    NOTHING,
    REMEDIES,
    SUPERLATIVES,
    TALKS,
    THERE,
)
from watchers.reading.words.vocabulary import Cue, Mark

#: Behind these a modal stands before its subject: "nor will American troops be sent".
_INVERTING = frozenset({"neither", "never", "nor"})
#: Ways of naming soldiers, who do what their verb says.
SOLDIERLY = frozenset({"men", "force", "again"})
_THE = frozenset({"the", "his", "her", "its", "our", "their"})
_OF_SOMEBODY = _THE | {"'s"}
_RELATIVE = frozenset({"which", "who", "whose"})
#: Tokens of "effective and most honest way" behind a superlative.
_PHRASE_MAX = 4
#: Tokens between the matter and a predicate that speaks of it.
_REACH_RIGHT = 12
#: Ways of naming a matter of which it can be told that it comes about.
_NAMED = frozenset({"keyword", "near"})
#: Classes that a passive carries without saying by whom: "was ruled out" is the speaker's news, "was discussed" is not.
_PASSIVE_ALONE = frozenset({CueClass.REJECT, CueClass.PREVENT, CueClass.DEFER, CueClass.DENY})
#: Classes that a passive carries where a modal tells what the speaker makes of it: "could be considered", "cannot be
#: accepted".
_PASSIVE_URGED = frozenset({
    CueClass.COMMIT, CueClass.CONSIDER, CueClass.ENDORSE, CueClass.NOT_EXCLUDED,
})  # fmt: skip
#: Classes that a word may be of which a proposition uses for what it wants.
_NOT_FOR = frozenset({CueClass.DEFER, CueClass.DOUBT, CueClass.PREVENT, CueClass.REJECT})
#: States that are said of a matter as of those who hold it.
_STATES_OF_MATTER = frozenset({
    "bound to", "certain to", "due to", "on track to", "open for", "open to", "ready for", "ready to", "set to",
    "sure to",
})  # fmt: skip
#: What opens a noun behind "due to".
_CAUSES = _THE | frozenset({"a", "an", "any", "growing", "such", "that", "these", "this", "those"})
#: Verbs of what somebody takes for so, and tokens from there to the matter of which he does.
_THINKING = frozenset({
    "believe", "believed", "believes", "expect", "feel", "feels", "felt", "think", "thinks", "thought",
})  # fmt: skip
_UNTHOUGHT_REACH = 7
#: Whoever does not think it, and tokens of "should seriously" from there to the verb.
_NOBODY, _NOBODY_REACH = frozenset({"no-one", "nobody"}), 4
#: What stands behind "is over".
_ENDS: tuple[list[str], ...] = ([], [","], [";"], ["."], ["and"], ["but"], ["for"], ['"'])
#: Tokens from "how" to the matter of which it tells.
_HOW_REACH = 4
#: Tokens of "on Ukrainian soil".
_PLACE_MAX = 3
#: Subjects that a predicate behind a comma has: "even if no plan has the force, it is important to …".
_OTHER_SUBJECTS = frozenset({"it", "that", "there", "this"})
#: Words that open a clause in which nothing is said to be so.
SUSPENDING = frozenset({"if", "unless", "whether", "until", "once"})
#: What opens "no member of our army", and the tokens from there to the army.
_NONE, _NONE_REACH = frozenset({"no", "none", "not"}), 5
#: Nouns by which a matter is only talked of, and what is said of it then: "the territorial question is important".
_ASKED, _ASKED_REACH = (
    frozenset(
        {"issue", "issues", "matter", "problem", "question", "questions", "subject", "topic"}
    ),
    3,
)
_WEIGHTY = frozenset({
    "central", "complex", "complicated", "crucial", "decisive", "delicate", "difficult", "essential", "fundamental", "hard",
    "important", "key", "main", "painful", "sensitive", "serious", "thorny", "urgent", "vital",
})  # fmt: skip
#: What of a matter may depend on something while it is settled itself: "the size of the force".
MEASURES = frozenset({
    "composition", "cost", "credibility", "details", "duration", "effectiveness", "exact", "extent", "fate", "form", "future",
    "length", "mandate", "number", "role", "scale", "scope", "shape", "size", "strength", "success", "timing",
})  # fmt: skip


#: What makes another verb of "come": the guarantees "had come up", "came under fire". "Support came from" tells whose.
_PARTICLES = frozenset({"across", "as", "at", "down", "off", "under", "up"})


#: What makes another verb of "be used", "be given": "must not be used as a pretext", "must be given up".
_NOT_COMING = (["as"], ["away"], ["out"], ["short"], ["up"])
#: Tokens from "belong in" to "not there".
_NOT_THERE = 4


class Predicates(Subjects):
    """Finds the predicates of a mention."""

    def _end_of(self, mention: Mention) -> int:
        """The token at which a matter ends with all that belongs to it."""
        return end_of_phrase(self.words, mention, self.mentions, self.cues, self.voices)

    def _whole_of(self, mention: Mention) -> Mention | None:
        """The matter to which one only belongs."""
        if len(self.mentions) == 1:
            return None
        return whole_of(self.words, mention, self.mentions, self.cues, self.voices)

    def _right(self, mention: Mention) -> Governed | None:
        """What is said of a mention behind it; looked for once."""
        if self._behind is None or self._behind[0] is not mention:
            found = self._find_right(mention)
            if found is not None and is_of_another_thing(self.words, mention):
                # "a decision on X will come later" is no word for or against either
                found = found if found.groups and found.groups[0].cue is CueClass.DEFER else None
            self._behind = mention, found
        return self._behind[1]

    def _find_right(self, mention: Mention) -> Governed | None:
        if self._clause_start(mention.i)[1] in SUSPENDING:
            return None
        if "how" in self.words[max(0, mention.i - _HOW_REACH) : mention.i]:
            return None  # "explained how the force would work"
        lacking = self.words[mention.i] == "without"  # "guarantees without Russia are a utopia"
        if not lacking and self._whole_of(mention) is not None:
            return None  # "troops as part of security guarantees would be a mistake"
        end = self._clause_end(mention.j)
        best = self._superlative(mention, end)
        if best is not None:
            return best
        for mark in self.marks:
            if mark.i < mention.j or mark.i >= end:
                continue
            if mark.i - mention.j > _REACH_RIGHT:
                break
            found = None
            if mark.kind == "cue" and not self._is_matter(mark, mention):
                found = self._right_cue(mention, mark)
            elif mark.kind == "act" and mention.how in SOLDIERLY:
                found = self._right_act(mention, mark)
            elif mark.kind == "modal" and mention.how in SOLDIERLY:
                found = self._right_being(mention, mark)
            elif mark.kind == "modal" and mention.how in _NAMED:
                found = self._right_coming(mention, mark)
            if found is not None:
                return found
        return None

    def _superlative(self, mention: Mention, end: int) -> Governed | None:
        """As in "… is the only guarantee that works", "… would be the least convincing of all options"."""
        for k in range(mention.j, min(mention.j + _REACH_RIGHT, end - 2)):
            if self.words[k] not in BE or self.words[k + 1] not in _THE:
                continue
            if any(v.role == "agent" and mention.j <= v.i < k for v in self.voices):
                return None
            grade = self.words[k + 2]
            phrase = self.words[k + 3 : min(k + 3 + _PHRASE_MAX, end)]
            if grade == "most" and not BURDENSOME.isdisjoint(phrase[:1]):
                grade = next((w for w in phrase if w in LEAST), "")
            if (grade not in SUPERLATIVES and grade not in LEAST) or REMEDIES.isdisjoint(phrase):
                return None
            negated = any(mention.j <= n.i <= k + 1 for n in self.negs) != self._is_denied(mention)
            cue = CueClass.DOUBT if grade in LEAST else CueClass.ENDORSE
            modals = tuple(m.value for m in self.modals if mention.j <= m.i < k)
            group = Group(cue, Frame.ABOUT, modals, negated)
            return Governed(
                mention, (group,), k, (k, k + 3), "right", "matter", (), form="plain", text="superlative"
            )  # fmt: skip
        return None

    def _called_right(self, mention: Mention) -> Governed | None:
        found = self._right(mention)
        return found if found is not None and found.side == "called" else None

    def _right_cue(self, mention: Mention, mark: Mark) -> Governed | None:
        cue: Cue = mark.value
        if cue.text == "over" and self.words[mark.j : mark.j + 1] not in _ENDS:
            return None  # "should have a say over the guarantees"
        modals, negs, lead = self.before(max(mention.j, mark.i - 8), mark.i, mark)
        said = lead if cue.frame is Frame.ABOUT else mark.j
        negs = negs and denies(self.words, self.negs, (mention.j, mark.j), said)
        denied = self._is_denied(mention)
        negs = negs and not self._is_neither_one(mention)  # the "nor" of the other one
        group = Group(cue.cue_class, cue.frame, modals, negs != denied, cue.negative)
        left_undone = self.words[mention.i - 1 : mention.i] == ["not"]
        if left_undone and not negs and cue.cue_class is CueClass.REJECT:
            # "Not sending soldiers would be a mistake"
            group = Group(CueClass.ENDORSE, cue.frame, modals)
        if cue.frame is Frame.STATE and self._is_of_matter(mark):
            group = replace(group, frame=Frame.ABOUT)
            return self._predicate(mention, mark, group, lead)
        if cue.frame is Frame.ABOUT:
            return self._predicate(mention, mark, group, lead)
        if cue.frame is Frame.ABOUT_VERB:
            return self._right_verb(mention, mark, group, lead)
        if cue.frame is Frame.VERB and cue.form in ("past", "part"):
            return self._passive(mention, mark, group, lead)
        return None

    def _right_verb(self, mention: Mention, mark: Mark, group: Group, lead: int) -> Governed | None:
        """As in "… would help", "believes … to be a mistake", "does not think … would help"."""
        cue: Cue = mark.value
        if cue.text.startswith("be ") and self.words[mention.j : mark.i] == ["to"]:
            found = self._predicate(mention, mark, replace(group, frame=Frame.ABOUT), lead)
            if found is not None and found.side == "called":
                return found
        if cue.text.startswith("belong") and any(
            0 <= n.i - mark.j <= _NOT_THERE for n in self.negs
        ):
            return None  # "Italian soldiers belong in Italy, not in Ukraine"
        others = _PARTICLES if cue.form == "base" else _PARTICLES | {"from"}
        if cue.text == "come" and not others.isdisjoint(self.words[mark.j : mark.j + 1]):
            return None
        if self._is_unthought(mention.i):
            if group.cue is not CueClass.ENDORSE or group.negated:
                return None
            group = replace(group, cue=CueClass.DOUBT)
        return self._deed(mention, mark, group, lead)

    def _is_unthought(self, i: int) -> bool:
        """As in "does not think that the force would help": what somebody thinks is not so."""
        for k in range(i - 1, max(0, i - _UNTHOUGHT_REACH), -1):
            if self.words[k] in HARD or self.words[k] in (",", '"', "and", "but", "so"):
                return False
            if self.words[k] in _THINKING:
                lead = self.words[max(0, k - _NOBODY_REACH) : k]
                nobody = not _NOBODY.isdisjoint(lead) or "no one" in " ".join(lead)
                return nobody or any(0 < k - n.i <= 2 for n in self.negs)
        return False

    def _is_neither_one(self, mention: Mention) -> bool:
        """As in "Neither Kyiv's accession nor a force is acceptable", of the accession."""
        return any(
            self.words[n.i] == "neither" and 0 < mention.i - n.i <= _NONE_REACH for n in self.negs
        )

    def _is_denied(self, mention: Mention) -> bool:
        """As in "No soldiers …", "Nothing about the force …"."""
        return self._is_neither_one(mention) or any(
            mention.i in (n.i + 1, n.j)
            or (mention.i <= n.i < mention.j)
            or self._is_none_of(n, mention)
            or (
                0 < mention.i - n.i <= 3
                and self.words[n.i] in NOTHING
                and CALLED.isdisjoint(self.words[n.j : mention.i])
            )
            for n in self.negs
            if not (
                n.i == mention.i and self.words[n.i] == "without"
            )  # a word of the matter itself
        )

    def _is_asked(self, mention: Mention) -> bool:
        """As in "the territorial question", "the issue of guarantees": the question, and not what it is about."""
        lead = self.words[max(0, mention.i - _ASKED_REACH) : mention.i]
        named = (*self.words[mention.i : mention.j + 1], *(lead if "of" in lead else ()))
        return not _ASKED.isdisjoint(named)

    def _is_none_of(self, neg: Mark, mention: Mention) -> bool:
        """As in "No member of the Croatian army", "none of our own soldiers"."""
        between = self.words[neg.j : mention.i]
        return (
            self.words[neg.i] in _NONE
            and 0 < len(between) <= _NONE_REACH
            and "of" in between[:2]
            and not any(neg.j <= m.i < mention.i for m in (*self.cues, *self.modals))
        )

    def _predicate(self, mention: Mention, mark: Mark, group: Group, lead: int) -> Governed | None:
        """As in "… is unacceptable", "called … unacceptable", "… was rejected by Rome"."""
        cue: Cue = mark.value
        between = self.words[mention.j : mark.i]
        if not _WEIGHTY.isdisjoint(self.words[mark.i : mark.j]) and self._is_asked(mention):
            return None
        praised = group.cue is CueClass.ENDORSE or (group.cue is CueClass.REJECT and group.negated)
        if praised and is_talk(self.words, mention):
            return None  # "the debate on X is useful", "is not over"
        called = self._called(mention, mark)
        if called is None and not (
            any(w in BE or w in ("as", "too") for w in between[-5:])
            or (self.sentence.in_title and (not between or self._is_place(between)))
            or (self.words[0] in BE and self.words[-1] == "?")
        ):
            return None
        if called is None and any(
            between[k] == "," and between[k + 1] in _OTHER_SUBJECTS for k in range(len(between) - 1)
        ):
            return None
        side = "right"
        subject, subjects = self._for_whom(mention, mark)
        if called is not None:
            side = "called"
            if any(n.j == called or self.words[n.i] == "nor" for n in self.negs if n.i < called):
                group = replace(group, negated=not group.negated)
            subject, subjects = self._subject(self._clause_start(called)[0], called, mention)
        elif cue.text.endswith("ed") and (agents := self._agents_of(mark)):
            side, subject, subjects = "passive", "voices", agents
        if cue.text.endswith("open") and not _ASKED.isdisjoint(
            self.words[max(0, mention.i - 4) : mention.i]
        ):
            group = Group(CueClass.DEFER, Frame.ABOUT)  # "The question of … remains open"
        return Governed(
            mention, (group,), lead, (mark.i, mark.j), side, subject, subjects, form="plain", text=cue.text
        )  # fmt: skip

    def _deed(self, mention: Mention, mark: Mark, group: Group, lead: int) -> Governed | None:
        """As in "… would mean war", "… were welcomed by Rome"."""
        cue: Cue = mark.value
        end = self._end_of(mention)
        if (
            any(v.i >= mention.j and v.j <= mark.i and v.role == "agent" for v in self.voices)
            or cue.form not in ("base", "s", "past")
            or self.words[mention.j : mark.i] == ["to"]  # "a force to guarantee peace": what for
            or not self._only_auxiliaries(end, mark.i)
            or (
                cue.cue_class is CueClass.CONSIDER
                and not MEASURES.isdisjoint(self.words[max(0, mention.i - 3) : mention.i])
            )
        ):
            return None
        side = "right"
        subject, subjects = self._for_whom(mention, mark)
        if cue.text.startswith("be ") and (agents := self._agents_of(mark)):
            side, subject, subjects = "passive", "voices", agents
        return Governed(
            mention, (group,), lead, (mark.i, mark.j), side, subject, subjects, form=cue.form, text=cue.text
        )  # fmt: skip

    def _passive(self, mention: Mention, mark: Mark, group: Group, lead: int) -> Governed | None:
        """As in "… was ruled out by Rome", "… has been ruled out"."""
        cue: Cue = mark.value
        if (
            cue.cue_class is CueClass.TRANSPARENT
            or self._is_taken_for(mark)
            or not any(w in BE for w in self.words[mention.j : mark.i][-4:])
            or (
                self.words[mark.j : mark.j + 1] == ["to"]
                and cue.text.endswith(("prepare", "prepare to"))
            )
        ):
            return None
        agents = self._agents_of(mark)
        if not agents and cue.cue_class not in _PASSIVE_ALONE and not _is_urged(group):
            return None
        subject, subjects = ("voices", agents) if agents else ("matter", ())
        return Governed(
            mention, (group,), lead, (mark.i, mark.j), "passive", subject, subjects, form=cue.form, text=cue.text
        )  # fmt: skip

    def _is_taken_for(self, mark: Mark) -> bool:
        """As in "would be considered "legitimate targets"": what a matter is taken for."""
        after = self.words[mark.j + 1 : mark.j + 2]
        return (
            mark.value.text == "consider"
            and self.words[mark.j : mark.j + 1] in (['"'], ["'"], ["a"], ["an"])
            and after != []
            and after[0].isalpha()
        )

    def _agents_of(self, mark: Mark) -> tuple[Voice, ...]:
        """Who does what a passive tells: "was rejected by Rome", "is backed by France, Spain and Poland"."""
        reach = range(mark.j, min(mark.j + 6, len(self.words) - 1))
        by = next((k for k in reach if self.words[k] == "by"), 0)
        if not by:
            return ()
        first = (v for v in self.voices if v.role == "by" and by < v.i and v.i - mark.j <= 6)
        return self._those_at(by + 1) or tuple(first)[:1]

    def _is_place(self, words: list[str]) -> bool:
        """As in "Russia: troops in Ukraine unacceptable": what a headline leaves between them."""
        words = words[:-1] if words[-1] in ("'", '"') else words
        return 0 < len(words) <= _PLACE_MAX and words[0] in ("for", "from", "in", "on", "to")

    def _only_auxiliaries(self, start: int, end: int) -> bool:
        """Whether nothing but auxiliaries, places and asides stands between a matter and its verb."""
        k = start
        while k < end:
            word = self.words[k]
            if word in ("in", "on", "to", "for", "from", "at", "of", "as"):
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
        between = self.words[mention.j : mark.i]
        if between[-2:] == ["to", "be"]:
            between = between[:-2]  # "declared the plan to be unacceptable"
        if not BE.isdisjoint(between) and not {"and", "but"}.isdisjoint(between):
            return None  # "did not think it wise to … and that it was unlikely …"
        joined = before_adverbials(self.words, mark.i) - 1
        if self.words[joined] in ("and", "but") and not any(
            mention.j <= c.i < joined and c.value.frame is Frame.ABOUT for c in self.cues
        ):
            return None  # "welcomed guarantees and ruled out a force"
        linked = not {"among", "as"}.isdisjoint(self.words[mention.j : mark.i + 1])
        if mark.i - mention.j > 5 and not linked:
            return None
        verbs = CALLED | NAMING if linked else CALLED
        for k in range(mention.i - 1, max(-1, mention.i - 12), -1):
            if self.words[k] in HARD or self.words[k] in _RELATIVE:
                return None
            if (
                self.words[k] in verbs and self.words[k - 1] not in _OF_SOMEBODY
            ):  # "in the view of Rome"
                return None if self._is_said_behind(k, mention) else k
        return None

    def _is_said_behind(self, k: int, mention: Mention) -> bool:
        """As in "spoke after Moscow said the force was unacceptable": who says it behind another verb."""
        return any(
            m.kind == "say" and k < m.i < mention.i and self.words[m.i] not in CALLED
            for m in self.marks
        )

    def _right_being(self, mention: Mention, modal: Mark) -> Governed | None:
        """As in "Our soldiers will be in Ukraine"."""
        k = modal.j
        while k < len(self.words) and (
            any(n.i == k for n in self.negs) or self.words[k].endswith("ly")
        ):
            k += 1
        if (
            modal.i - mention.j > 4
            or self.words[k : k + 1] != ["be"]
            or self.words[k + 1 : k + 2] == []
            or self.words[k + 1] not in THERE
        ):
            return None
        return self._right_act(mention, Mark(k, k + 1, "act", ("be there", "base")))

    def _right_coming(self, mention: Mention, modal: Mark) -> Governed | None:
        """As in "Air support could be part of the deal", "Guarantees will be provided": that the matter comes about."""
        end = self._end_of(mention)
        if not self._only_auxiliaries(end, modal.i):
            return None
        k = modal.j
        while k < len(self.words) and (
            any(n.i == k for n in self.negs)
            or self.words[k].endswith("ly")
            or self.words[k] == "also"
        ):
            k += 1
        way = next((way for way in COMING if tuple(self.words[k : k + len(way)]) == way), None)
        if way is not None and self.words[k + len(way) : k + len(way) + 1] in _NOT_COMING:
            return None
        if way is None or not TALKS.isdisjoint(
            self.words[k + len(way) : k + len(way) + _PHRASE_MAX]
        ):
            return None
        return self._right_act(mention, Mark(k, k + len(way), "act", (" ".join(way), "base")))

    def _right_act(self, mention: Mention, mark: Mark) -> Governed | None:
        """As in "British soldiers will go to Ukraine"."""
        modals = [
            m
            for m in self.modals
            if mention.j <= m.i < mark.i
            or m.i == mark.i
            or (0 <= mention.i - m.j <= 2 and self.words[m.i - 1] in _INVERTING)
        ]
        between = self.words[mention.j : mark.i]
        if (
            any(v.i >= mention.j and v.j <= mark.i and v.role == "agent" for v in self.voices)
            or "to" in between[:1]
            or self._is_noun(mark)
            or (mark.value[0] in ("have", "lead") and self.words[mark.j : mark.j + 1] == ["to"])
        ):
            return None
        negs = [
            n
            for n in self.negs
            if mention.j <= n.i < mark.i
            or 0 <= mention.i - n.j <= 2
            or any(n.j == m.i < mention.i for m in modals)
            or mention.i <= n.i < mention.j
            or self._is_none_of(n, mention)
        ]
        if not modals:
            return None
        lead = modals[0].i
        denied = len(negs) % 2 == 1
        if self._is_unthought(mention.i):
            denied = sum(n.i >= mention.i for n in negs) % 2 == 0
        group = Group(None, None, tuple(m.value for m in modals), denied)
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

    def _is_noun(self, mark: Mark) -> bool:
        """As in "will not be a fighting force": an act that only tells of which kind something is."""
        k = mark.i - 1 - (self.words[mark.i - 1] == '"')
        return mark.value[1] == "ing" and self.words[k] in ("a", "an")

    def _is_of_matter(self, mark: Mark) -> bool:
        """As in "The door is open to Kyiv", "The force is due to leave"; not "… is due to the lack of", which is why."""
        why = mark.value.text == "due to" and self.words[mark.j : mark.j + 1] != []
        return mark.value.text in _STATES_OF_MATTER and not (why and self.words[mark.j] in _CAUSES)

    def _is_matter(self, cue: Mark, mention: Mention) -> bool:
        """Whether a cue is what the claim is about: a moratorium, in a claim for one; "fight", in one for a force to fight."""
        own = mention.own if cue.value.cue_class in _NOT_FOR else ()
        return any(i < cue.j and cue.i < j for i, j in (*mention.matter, *own))


def _is_urged(group: Group) -> bool:
    """As in "could be considered", "will not be accepted": by whom goes without saying."""
    told = {"may", "must"} | ({"will", "would"} if group.negated else set())
    return group.cue in _PASSIVE_URGED and not told.isdisjoint(group.modals)
