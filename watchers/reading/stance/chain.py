"""From a mention to its governors: the cues, modals and negations that stand over it, and their subject.

Knows clauses and word order. What the chain amounts to is looked up in `composition.py`.
"""

from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.around import FOR, Around
from watchers.reading.stance.predicates import SOLDIERLY, SUSPENDING
from watchers.reading.stance.telling import is_mere_talk
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import NATIONS
from watchers.reading.words.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALLED,
)
from watchers.reading.words.vocabulary import Cue, Mark

__all__ = ["ChainFinder", "Governed"]

_WEAK = frozenset({"by", "via"})
#: Nouns of these classes may merely wrap the matter: "the debate on peacekeepers".
_WRAPPERS = frozenset({CueClass.CONSIDER, CueClass.COMMIT, CueClass.ENDORSE, CueClass.DEFER})
#: Nouns of what somebody has in mind, which are nobody's matter: "signalled openness to talks".
_MINDS = frozenset({"appetite", "interest", "openness", "readiness", "willingness"})
#: As in "met to discuss", "travelled to Kyiv to talk about".
_GATHERING = frozenset({
    "arrive", "arrived", "came", "convene", "convened", "flew", "gather", "gathered", "gathering", "held", "meet", "meeting",
    "meets", "met", "sat", "summit", "talks", "travelled", "traveled", "travels", "visited",
})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the", "this"})
#: What makes a time of "war", and what a matter only takes the form of.
_BEFORE_OR_AFTER = ("post-", "pre-")
_AS_A_FORM = ["in", "the", "form", "of"]
#: Tokens from "hold" to the matter that is held: "hold a one-on-one with".
_HELD_REACH = 3
#: Verbs that a claim may have among its own words, and that hold a position on the rest of them.
_OWN_VERBS = frozenset({
    "debate", "demand", "discuss", "doubt", "exclude", "need", "offer", "oppose", "pledge", "promise", "question", "reject",
    "rule", "seek", "support", "vow", "want",
})  # fmt: skip
#: Verbs by which something is expected of somebody.
_TRUSTING = frozenset({"bank on", "count on", "depend on", "rely on", "trust"})
_DECIDING_ON = frozenset({"decide about", "decide on"})
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone"})
#: Verbs of talks that are held.
_TALKING_OF = frozenset({"debate", "discuss", "review", "talk about"})
#: What nobody does to somebody who says that he is left alone: "nobody is asking us to".
_DEMANDING = frozenset({"ask", "ask for", "call for", "demand", "expect", "press for", "push for", "require", "urge"})  # fmt: skip
#: What leads from a stance to another.
_TURNING = frozenset({
    "changed", "gone", "go", "going", "goes", "move", "moved", "moves", "moving", "shift", "shifted", "shifting", "swing", "swung", "switch",
    "switched", "turn", "turned", "turning", "turns", "went",
})  # fmt: skip
#: Tokens from "it" to "be" in "it would surely be wrong to".
_IT_REACH = 4
#: As in "will help, though no troops will go".
_BUT = frozenset({"although", "but", "though", "yet"})
#: Classes that leave open what "whether" asks: "it is unclear whether", "is weighing whether to".
_LEAVING_OPEN = frozenset({CueClass.DEFER, CueClass.CONSIDER})


class ChainFinder(Around):
    """Finds what governs the mentions of one sentence."""

    def govern(self, mention: Mention) -> list[Governed]:
        """What stands over a mention, and what a clause that leans on it says."""
        leaning = self._relative_of(mention)
        over = self._over(mention)
        if leaning is None:
            return over
        others = [one for one in over if not _is_same(one, leaning)] or self._past(mention, leaning)
        left = None if others else self._thought(self._left(mention))
        if left is not None and left.groups and not _is_same(left, leaning):
            others = [self._passed_over(one) for one in self._with_owner(left)]
        return [leaning, *others]

    def _over(self, mention: Mention) -> list[Governed]:
        """What stands over a mention: before it, else behind it."""
        judged = self._judged(mention)
        if judged is not None:
            return judged
        disputed = self._disputed(mention)
        if disputed is not None:
            return disputed
        if (
            self._is_of_aspect(mention)
            or self._is_of_talks(mention)
            or self._is_left_to_others(mention)
            or self._is_asked_of(mention)
            or self._is_given_to(mention)
            or self._is_under_right(mention)
            or self._is_doubt_of_another(mention)
        ):
            return []
        called = self._called_right(mention)
        if called is not None and not (
            called.groups[0].cue in FOR and self._is_denied_report(mention)
        ):
            return [called]
        denied_rumour = self._denied_rumour(mention)
        if denied_rumour is not None:
            return [denied_rumour]
        if self._is_reported_rumour(mention):
            passive = self._right(mention)
            denied = passive is not None and (
                passive.side == "passive" or passive.groups[0].cue is CueClass.DENY
            )
            return [passive] if passive is not None and denied else []
        left_to = self._left_to(mention)
        if left_to is not None:
            return left_to
        beside = (
            self._excepted(mention)
            or self._within_matter(mention)
            or self._threat(mention)
            or self._in_return(mention)
        )
        if beside is not None:
            return [beside]
        if self._is_condition_of_all(mention) or self._is_unless(mention):
            group = Group(CueClass.WANT, Frame.NOUN)
            cue = (mention.i, mention.j)
            subject, subjects = self._who_needs(mention)
            return [Governed(mention, (group,), mention.i, cue, "left", subject, subjects)]
        fronted = (
            self._verdict(mention)
            or self._before_subject(mention)
            or self._predicate_first(mention)
            or self._split(mention)
            or self._whether(mention)
            or self._what_is(mention)
        )
        if fronted is not None:
            return [fronted]
        left = self._thought(self._left(mention) or self._opening_verb(mention))
        if left is not None and left.groups:
            answered = self._having(mention) if self._is_made(left) else None
            own = [self._passed_over(one) for one in self._with_owner(left)]
            return [*own, answered] if answered is not None else own
        right = self._having(mention) or self._right(mention) or self._tagged(mention)
        if right is not None:
            return [right]
        asked = self._whole_of(mention) is not None or self._is_asked_about(self.head(mention))
        loose = None if asked else self._loose(mention)
        return [self._passed_over(loose)] if loose is not None else []

    def _opening_verb(self, mention: Mention) -> Governed | None:
        """As in "France promises security for Kyiv": a verb that is one of the matter's own words."""
        mark = next(
            (
                c for c in self.cues
                if c.i == mention.i and c.j < mention.j and c.value.frame is Frame.VERB
                and c.value.text.split()[0] in _OWN_VERBS
            ),
            None,
        )  # fmt: skip
        if mark is None or mention.how in SOLDIERLY or self._is_matter(mark, mention):
            return None
        begin, opener = self._clause_start(mark.i)
        modals, negs, lead = self.before(max(begin, mark.i - 8), mark.i, mark)
        subject, subjects = self._subject(begin, lead, mention)
        if subject not in ("voices", "inherited") or opener in SUSPENDING:
            return None
        cue: Cue = mark.value
        group = Group(cue.cue_class, cue.frame, modals, negs, cue.negative)
        return Governed(
            mention, (group,), lead, (mark.i, mark.j), "left", subject, subjects, opener, form=cue.form, text=cue.text
        )  # fmt: skip

    def _left_open(self, opener: int, mention: Mention) -> Governed | None:
        """As in "It is premature to say whether soldiers will go": the main clause leaves the matter open."""
        start = self._clause_start(opener)[0]
        cues = [
            c for c in self.cues if start <= c.i < opener and c.value.cue_class in _LEAVING_OPEN
        ]
        if not cues:
            return None
        mark = cues[-1]
        if mark.value.text in _TALKING_OF and mark.value.form in ("past", "ing"):
            return None  # as in "Leaders discussed whether Kyiv should join"
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

    def _cues_over(self, mention: Mention, begin: int, head: int) -> list[Mark]:
        """The cues before a matter that stand over it, the outermost first; none that is a word of what it belongs to."""
        whole = self._whole_of(mention)
        own = range(whole.i, whole.j) if whole is not None else ()
        cues = [
            c
            for c in self.cues
            if begin <= c.i < head
            and c.i not in own
            and c.j <= max(head, c.i + 1) + 2
            and self._governs_left(c, head)
            and not self._is_matter(c, mention)
            and not self._is_mere_report(c, mention)
            and not self._is_mere_right(c)
            and not self._is_held(c, head)
            and not self._has_own_object(c, head)
            and not self._is_turned_from(c)
            and not self._is_attribute(c, head)
            and not any(k <= c.i < end <= head for k, end in self.asides.items())
        ]
        near = self._near(cues, head)
        link = self.words[mention.i - 1 - (self.words[mention.i - 1] in _ARTICLES)]
        if whole is not None and near and near[-1].i < whole.i and link == "of":
            return []  # "rejected European leadership of the guarantees"
        return near

    def _opens_with_none(self, begin: int, outermost: Group) -> bool:
        """As in "none of the allies should press for it": what none of them is to do, with no "not" by the verb."""
        return self.words[begin : begin + 2] == ["none", "of"] and not outermost.negated

    def _is_not_yet(self, groups: list[Group], first: int, carrier: tuple[int, int] | None) -> bool:
        """As in "has not yet agreed to", "is not yet ready to": what somebody may still do is not refused."""
        if len(groups) != 1 or carrier is None:
            return False
        one = groups[0]
        held_back = one.negated and (one.cue is CueClass.COMMIT or one.modals == ("done",))
        refused = one.negative and self.words[carrier[0]] == "not"  # "not agree to"
        return (held_back or refused) and "yet" in self.words[max(0, first - 2) : carrier[1]]

    def _is_turned_from(self, cue: Mark) -> bool:
        """As in "has gone from opposing to supporting it": what somebody held before."""
        k = cue.i - 1 - (self.words[cue.i - 1] in _ARTICLES)
        return (
            k > 0
            and self.words[k] == "from"
            and not _TURNING.isdisjoint(self.words[max(0, k - 2) : k])
        )

    def _is_attribute(self, cue: Mark, head: int) -> bool:
        """As in "the planned European force": what a matter is called by, and nobody's stance."""
        return (
            cue.value.form in ("past", "part")
            and self.words[max(0, cue.i - 1)] in _ARTICLES
            and head - cue.j <= 1
        )

    def _is_held(self, cue: Mark, head: int) -> bool:
        """As in "would hold talks with": what is held there is the matter, and no opinion."""
        return (
            cue.value.text == "hold"
            and cue.value.form == "base"
            and 0 <= head - cue.j <= _HELD_REACH
        )

    def _is_denied_behind(self, mention: Mention) -> bool:
        """As in "insists that soldiers must not come to Kyiv": what is not to be stands behind the matter."""
        reach = range(mention.anchors[0][0], mention.j + 2) if mention.anchors else ()
        modal = {m.j for m in self.modals}
        return any(
            n.i in reach and (n.i in modal or self.words[n.i] == "cannot") for n in self.negs
        )

    def _left(self, mention: Mention) -> Governed | None:
        head = self.head(mention)
        begin, opener = self._clause_start(head)
        cues = self._cues_over(mention, begin, head)
        if self._is_asked_about(head) or self._is_left_out(begin, mention):
            return None
        if cues and self._is_by_the_way(cues, begin, head, mention):
            return None
        if self.words[mention.i] == "without":
            return self._without(begin, mention, opener)
        groups, first, carrier, form, text = self._groups(begin, head, cues, mention)
        groups = self._as_aim(self._without_secured(groups, mention), first)
        groups = self._as_sought(groups, begin, head, cues, mention)
        if (
            self._is_neither(carrier)
            or self._is_not_yet(groups, first, carrier)
            or (text.startswith("decision") and self._is_pending(mention.j))
            or (text in _DECIDING_ON and groups[0].negated)  # "nor has he decided on it"
        ):
            groups = [Group(CueClass.DEFER, Frame.VERB)]
        if opener in ("whether", "if"):
            return self._left_open(begin - 1, mention)
        if not groups:
            return self._without_verb(begin, head, mention, opener)
        is_deed = mention.how in SOLDIERLY or mention.act == "part"
        if text.endswith(" that") and is_deed and self._is_denied_behind(mention):
            return None
        is_nobodys = groups[0].cue is CueClass.TRANSPARENT and self._is_of_anybody(first)
        is_nobodys |= text == "think of" and "what" in self.words[begin:first]
        if opener in SUSPENDING or is_nobodys or is_mere_talk(groups, text, form, mention):
            return None
        if self._is_what_it_is(groups, begin, mention) or self._is_of_others(first, mention):
            return None
        subject, subjects = self._whose(begin, first, cues, mention)
        noun = bool(cues) and cues[0].value.frame is Frame.NOUN
        if subject == "none" and cues and self._opens_with_none(begin, groups[0]):
            groups[0] = replace(groups[0], negated=True)
        outer = groups[0]
        urged = outer.cue is None or (outer.frame is Frame.VERB and outer.modals)
        unthought = (noun or urged) and self._is_unthought(cues[0].i if noun else first)
        if self._is_last_thing(begin, first) or unthought or (noun and self._is_gone(mention)):
            groups[0] = replace(groups[0], negated=not groups[0].negated)
        done = self._done(mention, cues, groups, begin, first, subject, subjects)
        if done is None:
            return None
        return Governed(
            done,
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

    def _is_of_anybody(self, first: int) -> bool:
        """As in "Whoever believes it", "Anyone who thinks so": nobody's thought, and mostly one that is mocked."""
        lead = self.words[max(0, first - 2) : first]
        return lead[-1:] == ["whoever"] or (lead[-1:] == ["who"] and lead[0] in _ANYBODY)

    def _whose(
        self, begin: int, first: int, cues: list[Mark], mention: Mention
    ) -> tuple[str, tuple[Voice, ...]]:
        """The subject of a chain that begins at token `first`; where it names none, by whom the thing is done."""
        if self._is_of_named(first):
            subject, subjects = "voices", self._listed_behind(mention.j)
        else:
            subject, subjects = self._subject(begin, first, mention)
        if subject in ("impersonal", "inherited", "matter", "none"):
            by = self._done_by(cues, mention)
            return ("voices", by) if by else (subject, subjects)
        return subject, subjects

    def _done(
        self,
        mention: Mention,
        cues: list[Mark],
        groups: list[Group],
        begin: int,
        first: int,
        subject: str,
        subjects: tuple[Voice, ...],
    ) -> Mention | None:
        """A mention with whose deed it is; `None` where nothing is held of it."""
        outer = groups[0]
        if (
            subject == "none"
            and outer.negated
            and not outer.modals
            and cues
            and cues[0].value.text in _DEMANDING
        ):
            return None  # "nobody is asking Kyiv to cede land"
        asked = self._asked_of(mention, cues, subjects)
        if cues or subject in ("impersonal", "none"):
            return self._deed_of(asked, cues[0].j if cues else begin, groups)
        named = max((v.j for v in subjects), default=first)
        others = named < first and self.words[first - 1] in NATIONS
        others = others and {"and", "with"}.isdisjoint(self.words[named:first])
        return None if others and asked.how in SOLDIERLY else asked  # "hopes other countries will"

    def _without_verb(
        self, begin: int, head: int, mention: Mention, opener: str
    ) -> Governed | None:
        """As in "…, but no ground troops", "No Italian soldiers", "No backstop, no boots"."""
        if opener in _BUT and self._is_verbless(begin, head):
            return self._shared(begin, mention)
        if not self._is_bare_refusal(begin, head, mention):
            return None
        group = Group(None, None, ("will",), negated=True)
        if self.words[mention.j : mention.j + 2] == [",", "no"]:
            group = Group(CueClass.WANT, Frame.NOUN)
        return Governed(mention, (group,), begin, (begin, mention.j), "verbless", "matter")

    def _is_by_the_way(self, cues: list[Mark], begin: int, head: int, mention: Mention) -> bool:
        """Whether the cues before a matter are a part of it, a purpose, or tell of it only."""
        if self._is_purpose(cues[0], begin) or self._is_aside(cues[0], head):
            return True
        if len(cues) > 1 and self._is_trusted_for(cues[-1], head):
            return True
        return self._is_gerund_matter(cues[0], begin) and (
            self._right(mention) is not None
            or self._is_subject(cues[0], mention)
            or (
                all(
                    c.value.frame is Frame.NOUN
                    and c.value.cue_class is CueClass.CONSIDER
                    and not c.value.negative
                    for c in cues
                )
                and not self._is_object(begin, cues[0])
            )
        )

    def _is_trusted_for(self, cue: Mark, head: int) -> bool:
        """As in "warned against relying on Washington for guarantees": against whom it is, and not against what he would give."""
        return cue.value.text in _TRUSTING and "for" in self.words[cue.j + 1 : head]

    def _is_subject(self, noun: Mark, mention: Mention) -> bool:
        """As in "the plan for a force was Macron's fantasy": whatever is said of it is not read."""
        after = self.words[self._after_place(mention.j) :][:1]
        return self.words[noun.i - 1] in _ARTICLES and not BE.isdisjoint(after)

    def _is_purpose(self, first: Mark, begin: int) -> bool:
        """As in "met in Paris to discuss a force": what a meeting is for is nobody's thought."""
        return (
            first.value.cue_class is CueClass.CONSIDER
            and first.value.form == "base"
            and self.words[first.i - 1 : first.i] == ["to"]
            and not _GATHERING.isdisjoint(self.words[begin : first.i])
        )

    def _governs_left(self, mark: Mark, head: int) -> bool:
        cue: Cue = mark.value
        linking = (
            self.words[mark.j : mark.j + 1] == ["it"]
            and self.words[mark.j - 1] in CALLED
            and self.words[mark.j + 2 : mark.j + 3] in (["that"], ["to"])
        )
        if linking or (cue.frame is Frame.ABOUT_VERB and not self._is_said_first(mark)):
            return False
        if self.words[mark.i].startswith(_BEFORE_OR_AFTER):
            return False  # "post-war guarantees"
        if cue.text == "over" and self.words[mark.i - 1] not in BE:
            return False  # "a row over talk of a force"
        if cue.frame is Frame.ABOUT:
            return (
                mark.j <= head
                and not self._has_complement(mark)
                and any(
                    w in ("to", "that", "for", "of", "if") for w in self.words[mark.j : mark.j + 2]
                )
            )
        weak = self.words[mark.j : mark.j + 1] != [] and self.words[mark.j] in _WEAK
        if weak and cue.form == "past":
            return (
                self.words[mark.i - 1] in BE
            )  # "talks led by Washington", not "must be backed by"
        return not (weak and cue.form == "part")

    def _has_complement(self, mark: Mark) -> bool:
        """As in "the key to guarantees lies with Washington": what a noun goes with, and nothing said of it."""
        begin = self._clause_start(mark.i)[0]
        return (
            self.words[mark.i] in _ARTICLES
            and self.words[mark.j : mark.j + 1] in (["for"], ["of"], ["to"])
            and not self.words[mark.j + 1].endswith("ing")  # "the aim of joining"
            and "it" not in self.words[begin : mark.i]
        )

    def _is_said_first(self, mark: Mark) -> bool:
        """As in "It would be wrong to send soldiers": what is said of a matter stands before it."""
        cue: Cue = mark.value
        before = self.words[max(0, mark.i - _IT_REACH) : mark.i + 1]
        return (
            cue.text.startswith("be ")
            and "it" in before
            and self.words[mark.j : mark.j + 1] in (["not"], ["to"], ["that"])
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
        """As in "…, but no ground troops", "…, but not in the form of membership": nothing but a negation and the matter."""
        lead = self.words[begin:head]
        if lead[1:5] == _AS_A_FORM:
            lead = lead[4:]
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

    def _is_object(self, begin: int, noun: Mark) -> bool:
        """As in "Portugal admits the possibility of": a noun that somebody's verb has for its object."""
        agents = [v for v in self.voices if begin <= v.i and v.j < noun.i and v.role == "agent"]
        if not agents:
            return False
        between = [
            w
            for w in self.words[agents[-1].j : noun.i]
            if w not in AUXILIARIES and w not in ADVERBS
        ]
        return (
            0 < len(between) <= 3
            and between[-1] in ("the", "a", "an", "any", "its")
            and len(between) > 1
            and between[0].isalpha()
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
            and first.value.text.split(" ")[0] not in _MINDS
            and not any(v.role == "owner" for v in self.voices if begin <= v.i < first.i)
            and (
                first.i == 0 or self.words[first.i - 1] not in ("his", "her", "its", "their", "our")
            )
        )


def _is_same(one: Governed, leaning: Governed) -> bool:
    """Whether the words of a clause were read twice, or by nearness alone."""
    return one.cue == leaning.cue or one.side.startswith("loose")
