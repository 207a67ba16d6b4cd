"""What stands around a matter and is on another, or another's: aspects of it, what is asked, reported, left to neither side.

Knows nouns and verbs by which a sentence speaks past a matter. What stands over it is `chain.py`.
"""

import itertools
from dataclasses import replace

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.aspects import aspect_before, is_compared
from watchers.reading.stance.owned import Owned
from watchers.reading.stance.predicates import MEASURES, SOLDIERLY
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import GROUP_HEADS
from watchers.reading.words.clause_words import (
    ARTICLES,
    BE,
    KNOWING,
    OF_KNOWING,
    QUESTIONS,
    RUMOURS,
)
from watchers.reading.words.vocabulary import Mark

#: Tokens between "reports that" and the mention in the clause that it opens.
_RUMOUR_REACH = 9
#: Tokens from "denied" to the "that" of "denied several media reports that".
_DENIED_REACH = 8
_TELLING_OF = frozenset({"about", "alleging", "claiming", "of", "saying", "suggesting", "that"})
_NEITHER, _NEITHER_REACH = frozenset({"n't", "neither", "not"}), 12
FOR = frozenset({CueClass.COMMIT, CueClass.ENDORSE, CueClass.WANT})
_AGAINST = frozenset({CueClass.REJECT, CueClass.PREVENT, CueClass.DOUBT})
#: What is done to those of whom something is asked, and what they face then; tokens in which that is said.
_ASKED = frozenset({
    "advised", "asked", "begged", "called", "encouraged", "exhorted", "implored", "invited", "lobbied", "pressed", "pressured",
    "pushed", "requested", "told", "urged",
})  # fmt: skip
_CALLS = frozenset({
    "appeal", "appeals", "call", "calls", "demand", "demands", "plea", "pleas", "pressure", "request", "requests",
})  # fmt: skip
#: What may not have come: "there was no formal request for X".
_REQUESTS = frozenset({
    "call", "calls", "demand", "demands", "invitation", "invitations", "proposal", "proposals", "request", "requests", "suggestion",
})  # fmt: skip
_FACING = frozenset({
    "face", "faced", "faces", "facing", "get", "got", "heard", "hears", "receive", "received", "receives", "under",
})  # fmt: skip
_ASKED_REACH = 7
#: What else stands before what is asked: "talks on how", "unclear what role".
_OF_WHAT = frozenset({"about", "clear", "exactly", "of", "on", "over", "precisely", "unclear"})
#: Tokens from "know what" to the matter that it asks about.
_KNOWN_REACH = 11
#: Subjects of "there will not be a force", which is that there is none.
_EXPLETIVES = frozenset({"it", "there", "this", "that"})
#: As in "Poland is among the countries ready to send troops", and the tokens from there.
_AMONG, _AMONG_REACH = frozenset({"among", "one"}), 6
#: What asks for a part of a matter, and the tokens from there to the matter.
_ASKING = frozenset({"ask", "asked", "asking", "asks", "wonder", "wondered", "wondering", "wonders"})  # fmt: skip
_LEFT_REACH = 10
#: Others who say a thing, how they do so, and what makes somebody one of them.
_OTHERS, _SAYING = (
    frozenset({"anybody", "anyone", "those", "whoever"}),
    frozenset(
        {
            "argue",
            "assert",
            "believe",
            "claim",
            "claims",
            "insist",
            "insists",
            "say",
            "says",
            "think",
            "thinks",
        }
    ),
)
_ONE_OF = frozenset({"among", "agrees", "agreed", "agree", "joined", "joins", "sides", "sided", "support", "supports"})  # fmt: skip
_FOR_PARTS = frozenset({"how", "what", "when", "where", "which", "who", "why"})
#: Nouns of talk on a matter.
_TALKS = frozenset(
    {"call", "conference", "debate", "discussions", "meeting", "negotiations", "talks"}
)
#: Views of several that are not the same, what they do to come to one, and tokens from there to a matter.
_APART = frozenset({"contrary", "contrasting", "different", "differing", "divergent", "diverging", "opposing", "opposite"})  # fmt: skip
_VIEWS = frozenset({"accounts", "answers", "assessments", "opinions", "positions", "stances", "views"})  # fmt: skip
_VOTING = frozenset({"debate", "deliberate", "vote"})
_VIEWS_REACH = 9
#: Verbs of giving to somebody, and the tokens from whom to what.
_GIVING = frozenset({
    "gave", "give", "gives", "giving", "given", "grant", "granted", "lend", "lends", "lent", "offer", "offered", "offering", "offers",
})  # fmt: skip
_GIFT_REACH = 5
_COMES = frozenset({"came", "comes", "coming"})
#: Tokens from "asked" to "about": "asked the prime minister about".
_ASKED_WHOM = 4


#: Tokens before "about" in which a decision stands: "no decision to announce about".
_ABOUT_REACH = 3
#: What is about a matter as a stance is: "too soon for a decision about".
_DECIDED = frozenset({"decision", "decisions"})


#: What opens that which is doubted, and classes of what somebody may be willing to do.
_THAT = (["that"], ["whether"], ["if"])
_WILLING = frozenset({CueClass.COMMIT, CueClass.WANT})


class Around(Owned):
    """Tells what is said around a mention from what stands over it."""

    def _is_of_aspect(self, mention: Mention) -> bool:
        """As in "rejected a delay of X", "complained about the cost of X", but for the noun of a stance: "a vote for"."""
        if is_compared(self.words, mention):
            return True
        k = aspect_before(self.words, mention)
        return k is not None and not any(c.i <= k < c.j for c in self.cues)

    def _is_of_talks(self, mention: Mention) -> bool:
        """As in "will lead the security guarantees talks", "joined talks on a force": what is led or joined is talk of the matter."""
        if self.words[mention.j : mention.j + 1] != [] and self.words[mention.j] in _TALKS:
            return True
        begin = min((i for i, _ in mention.anchors), default=mention.i)
        lead = self.words[max(0, begin - _VIEWS_REACH) : begin]
        if any(a in _APART and b in _VIEWS for a, b in itertools.pairwise(lead)):
            return True  # "gave different answers on X"
        if any(a == "to" and b in _VOTING for a, b in itertools.pairwise(lead)):
            return "on" in lead  # "called for parliament to vote on X"
        within = self.words[mention.i : begin]
        return any(a in _TALKS and b in ("about", "on") for a, b in itertools.pairwise(within))

    def _is_left_to_others(self, mention: Mention) -> bool:
        """As in "asked why Kyiv needed X", "is not among the countries that oppose X": a question, and the others' view."""
        lead = self.words[max(0, mention.i - _LEFT_REACH) : mention.i]
        return any(
            two == ("not", "among") or (two[0] in _ASKING and two[1] in _FOR_PARTS)
            for two in itertools.pairwise(lead)
        ) or self._is_said_by_others(lead)

    def _is_said_by_others(self, lead: list[str]) -> bool:
        """As in "criticised those who say that", "is not one of those who think that": the view of others."""
        said = next((k for k in range(len(lead) - 1, 0, -1) if lead[k] in _SAYING), 0)
        if said == 0:
            return False
        opener = said - 1 - (lead[said - 1] == "who")
        if opener < 0 or lead[opener] not in _OTHERS:
            return False
        return _ONE_OF.isdisjoint(lead[:opener]) or "not" in lead[:opener]

    def _is_what_it_is(self, groups: list[Group], begin: int, mention: Mention) -> bool:
        """As in "The troops will not be a fighting force", "… will be occupation troops": of which kind something is."""
        if mention.how not in SOLDIERLY or any(g.cue is not None for g in groups):
            return False
        if not BE.isdisjoint(self.words[mention.i - 2 : mention.i]) and any(
            m.how in SOLDIERLY and begin <= m.i < mention.i for m in self.mentions
        ):
            return True
        k = mention.i - 1
        while k > begin and (self.words[k] == '"' or self.words[k].isalpha()) and k > mention.i - 4:
            if self.words[k] in ("a", "an"):
                return self.words[k - 1] in BE and _EXPLETIVES.isdisjoint(self.words[begin:k])
            k -= 1
        return False

    def _is_doubt_of_another(self, mention: Mention) -> bool:
        """As in "doubts that Rome wants to send soldiers": a doubt of Rome's will, and of nothing that it would do."""
        cues = [c for c in self.cues if c.i < mention.j]
        for outer in cues:
            if (
                outer.value.cue_class is not CueClass.DOUBT
                or self.words[outer.j : outer.j + 1] not in _THAT
            ):
                continue
            for inner in cues:
                if (
                    inner.i > outer.j
                    and inner.value.cue_class in _WILLING
                    and self.words[inner.j - 1] == "to"
                ):
                    return any(outer.j <= v.i < inner.i and v.role == "agent" for v in self.voices)
        return False

    def _is_of_others(self, first: int, mention: Mention) -> bool:
        """As in "a deal between Kyiv and countries willing to send troops", "listed states that oppose it": theirs, and no one's own."""
        willing = (
            first > 0
            and self.words[first - 1] in GROUP_HEADS
            and any(c.i == first and c.value.frame is Frame.STATE for c in self.cues)
            and not any(v.j == first for v in self.voices)
            and _AMONG.isdisjoint(self.words[max(0, first - _AMONG_REACH) : first])
        )
        return (willing or self._is_of_named(first)) and not self._listed_behind(mention.j)

    def _thought(self, left: Governed | None) -> Governed | None:
        """As in "argued that the force was a mistake", "is convinced that it means war": what is thought of a matter."""
        if left is None or len(left.groups) != 1 or not left.text.endswith(" that"):
            return left
        right = self._right(left.mention)
        if right is None or left.groups[0].negated or left.subject not in ("voices", "inherited"):
            return left
        return replace(right, subject=left.subject, subjects=left.subjects)

    def _is_asked_of(self, mention: Mention) -> bool:
        """As in "was urged to support X", "faces calls to back X", "received a request for X": what others want of the subject."""
        head = min(self.head(mention), mention.i)
        begin = self._clause_start(head)[0]
        for k in range(head - 1, begin, -1):
            if self.words[k] not in ("for", "to") or k < 2:
                continue
            if any(k - _ASKED_REACH <= m.i < k for m in self.modals):
                return False  # "could not be asked to hand over land"
            before = self.words[max(begin, k - _ASKED_REACH) : k - 1]
            asked = self.words[k - 1]
            if before[-1:] == ["or"]:
                before = before[:-2]  # "no proposal or request for"
            if (
                self.words[k] == "to"
                and asked in _ASKED
                and (not BE.isdisjoint(before[-2:]) or "been" in before)
            ):
                return True
            if asked in _CALLS and not _FACING.isdisjoint(before):
                return True
            if asked in _REQUESTS and "no" in before[-2:] and before[-1] != "to":
                return True  # "there was no formal request for X"
        return False

    def _is_given_to(self, mention: Mention) -> bool:
        """As in "agreed to give their force an American backstop": to whom a matter is given is another matter.

        What is offered *as* something is none: "offers to deploy soldiers as a guarantee".
        """
        return not _GIVING.isdisjoint(self.words[max(0, mention.i - 2) : mention.i]) and any(
            m.claim != mention.claim
            and 0 < m.i - mention.j <= _GIFT_REACH
            and not ARTICLES.isdisjoint(self.words[mention.j : m.i])
            and "as" not in self.words[mention.j : m.i]
            for m in self.mentions
        )

    def _is_neither(self, carrier: tuple[int, int] | None) -> bool:
        """As in "neither backed nor rejected the plan": two verbs that are each other's opposite."""
        last = next((c for c in self.cues if (c.i, c.j) == carrier), None)
        if last is None or self.words[last.i - 1] not in ("nor", "or"):
            return False
        low = max(0, last.i - _NEITHER_REACH)
        at = next((k for k in range(last.i - 2, low, -1) if self.words[k] in _NEITHER), -1)
        first = next((c for c in self.cues if 0 <= c.i - at <= 2 and c.j < last.i), None)
        if at < 0 or first is None:
            return False
        for_it = [c.value.cue_class in FOR for c in (first, last)]
        against = [c.value.cue_class in _AGAINST for c in (first, last)]
        return any(for_it) and any(against)

    def _done_by(self, cues: list[Mark], mention: Mention) -> tuple[Voice, ...]:
        """As in "The rejection of the force by Rome", "… comes from Rome and Madrid": whose a noun is, behind its matter."""
        k = self._after_place(mention.j)
        if not cues or cues[0].value.frame is not Frame.NOUN:
            return ()
        comes = self.words[k : k + 1] != [] and self.words[k] in _COMES
        if comes or "there" in self.words[: cues[0].i]:
            k = next((n for n in range(mention.j, k + 2) if self.words[n : n + 1] == ["from"]), -1)
            told = (v for v in self.voices if v.i in (k + 1, k + 2) and v.actors)
            return self._listed_from(k + 1) or tuple(told)[:1] if k >= 0 else ()
        if self.words[k : k + 1] != ["by"]:
            return ()
        by = tuple(v for v in self.voices if v.role == "by" and v.i - k in (1, 2))[:1]
        return self._those_at(by[0].i) or by if by else ()

    def _is_reported_rumour(self, mention: Mention) -> bool:
        """As in "Reports that Finland would send soldiers were dismissed": the clause is nobody's word."""
        head = self.words[max(0, mention.i - _RUMOUR_REACH) : mention.i]
        return any(
            one in RUMOURS and other in ("that", "of", "about")
            for one, other in itertools.pairwise(head)
        )

    def _denied_rumour(self, mention: Mention) -> Governed | None:
        """As in "China denied reports that it was considering X", "… reports of X": what was reported of it is not so."""
        words = self.words
        cue = next(
            (c for c in reversed(self.cues) if c.j <= mention.i and c.value.cue_class is CueClass.DENY), None
        )  # fmt: skip
        if cue is None or cue.value.frame is not Frame.VERB:
            return None
        reach = range(cue.i, min(cue.i + _DENIED_REACH, mention.i))
        begin = next((k for k in reach if words[k] in _TELLING_OF), None)
        if begin is None or RUMOURS.isdisjoint(words[cue.i : begin]):
            return None
        if not MEASURES.isdisjoint(words[max(0, mention.i - 3) : mention.i]):
            return None  # "denied reports that the number of troops had been cut"
        subject, subjects = self._subject(self._clause_start(cue.i)[0], cue.i, mention)
        told = [v for v in self.voices if begin < v.i < mention.i and v.role == "agent"]
        holders = {actor for v in subjects for actor in v.actors}
        if subject != "voices" or any(v.actors and holders.isdisjoint(v.actors) for v in told):
            return None
        within = [c.value.cue_class for c in self.cues if begin < c.i < mention.i]
        negative = bool(_AGAINST & {*within}) != any(begin < n.i < mention.i for n in self.negs)
        modals, negs, lead = self.before(max(0, cue.i - _NEITHER_REACH), cue.i, cue)
        groups = (
            Group(CueClass.DENY, Frame.VERB, modals, negs),
            Group(CueClass.REJECT if negative else CueClass.COMMIT, Frame.VERB),
        )
        return Governed(
            mention, groups, lead, (cue.i, cue.j), "left", subject, subjects, form=cue.value.form, text=cue.value.text
        )  # fmt: skip

    def _is_denied_report(self, mention: Mention) -> bool:
        """As in "dismissed a report that X had been agreed": what it says was so is nobody's word."""
        begin = max(0, mention.i - _RUMOUR_REACH)
        return any(
            begin <= c.i < mention.i and c.value.cue_class is CueClass.DENY for c in self.cues
        )

    def _is_asked_about(self, head: int) -> bool:
        """As in "urging more clarity on the force", "important to know what a force would do": who wants to know wants nothing else."""
        if self._is_to_be_known(head):
            return True
        low = max(0, head - 3)
        about = next((k for k in range(low, head) if self.words[k] == "about"), 0)
        open_yet = _DECIDED.isdisjoint(self.words[max(0, about - _ABOUT_REACH) : about])
        if about and '"' not in self.words[about:head] and open_yet:
            within = any(c.i <= about < c.j for c in self.cues)
            if not within:
                return True  # "wants to say something about the force"
        if any(c.value.text == "ask" and 0 <= about - c.j <= _ASKED_WHOM for c in self.cues):
            return True
        return any(
            noun in OF_KNOWING
            and link in ("about", "of", "on", "over", "regarding")
            and not any(c.i < k and k + 1 < c.j for c in self.cues)  # "gave no answer on"
            for k, (noun, link) in enumerate(itertools.pairwise(self.words[low:head]), low)
        )

    def _is_to_be_known(self, head: int) -> bool:
        """As in "important to understand how the force would work": what is to be known is not what is to be done.

        Who leaves it open does so in a stance: "was vague about how many would go".
        """
        low = max(0, head - _KNOWN_REACH)
        lead = self.words[low:head]
        begin = max((k + 1 for k, word in enumerate(lead) if not word[0].isalnum()), default=0)
        return any(
            other in QUESTIONS
            and (one in KNOWING or one in _OF_WHAT)
            and not any(c.i <= k < c.j for c in self.cues if c.value.cue_class is CueClass.DEFER)
            for k, (one, other) in enumerate(itertools.pairwise(lead[begin:]), low + begin)
        )

    def _is_pending(self, end: int) -> bool:
        """As in "The decision to send troops has not been taken"."""
        rest = " ".join(self.words[end : end + 12])
        return any(
            f"{head} {tail}" in rest
            for head in ("not been", "not yet been", "yet to be")
            for tail in ("taken", "made")
        )

    def _is_last_thing(self, begin: int, first: int) -> bool:
        """As in "the last thing Rome wants"."""
        return {"last", "thing"} <= set(self.words[begin:first])
