"""A matter that is left to somebody to decide: "it is for Kyiv to decide on X", "X is a matter for parliament".

Knows who may decide, and the ways in which English leaves it to him. Whoever says so takes no side.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.predicates import SOLDIERLY
from watchers.reading.stance.verdicts import Verdicts
from watchers.reading.voices.voice_words import NATIONS
from watchers.reading.words.clause_words import ADVERBS, BE

_DECIDING = frozenset({
    "assess", "choose", "decide", "deciding", "determine", "discuss", "judge", "make", "negotiate", "resolve", "rule", "settle", "take",
})  # fmt: skip
_DECIDED = frozenset({
    "answered", "decided", "determined", "judged", "made", "negotiated", "resolved", "settled", "taken",
})  # fmt: skip
#: Chambers whose leave a government needs, and how they give it.
_CHAMBERS = frozenset({
    "assembly", "bundestag", "chamber", "chambers", "congress", "house", "lawmakers", "mps", "parliament", "senate", "seimas", "sejm",
})  # fmt: skip
_ASSENTING = frozenset(
    {"agree", "approve", "authorise", "authorize", "back", "consent", "endorse", "ratify", "vote"}
)
_ASSENTED = frozenset(
    {"agreed", "approved", "authorised", "authorized", "backed", "endorsed", "ratified"}
)
_ALL = frozenset({"all", "each", "every"})
_HAVING_TO = frozenset({"had", "has", "have", "need", "needs", "needed"})
_CHOICES = frozenset({
    "affair", "business", "call", "choice", "decision", "decisions", "issue", "matter", "question", "responsibility", "right",
})  # fmt: skip
_OWN = frozenset({"alone", "entirely", "national", "own", "sole", "solely", "sovereign"})
#: Who decides, where nobody is named.
_PARTIES = NATIONS | {
    "bundestag", "cabinet", "citizens", "congress", "country", "lawmakers", "leaders", "members", "nation", "others", "parliament",
    "parliaments", "parties", "people", "peoples", "senate", "state", "them", "themselves", "ukrainians", "voters",
}  # fmt: skip
#: As in "must be agreed with the allies".
_TOGETHER = frozenset({"between", "jointly", "together", "with"})
#: Those who say so themselves: "not for us to decide" leaves it to others.
_SPEAKING = frozenset({"me", "us", "anyone", "outsiders"})
_BEFORE_PARTY = frozenset({
    "all", "both", "each", "every", "individual", "its", "member", "other", "our", "participating", "the", "their", "these", "those",
    "two", "of", "people", "citizens", "leaders",
})  # fmt: skip
_EACH = NATIONS | {"each", "every", "individual", "members", "participating"}
_MAY = frozenset(
    {"can", "could", "may", "might", "must", "should", "will", "would", "has", "have", "is", "was"}
)
_BEHIND_PARTY = frozenset({
    "alone", "and", "as", "at", "but", "first", "himself", "if", "in", "itself", "later", "not", "once", "only", "or", "said",
    "says", "themselves", "together", "when", "while",
})  # fmt: skip
#: Tokens from what leaves it to somebody to the matter, of "the people of", and of "is ultimately entirely".
_REACH, _PARTY_MAX, _LEAD_MAX = 9, 5, 4
_EXCEPT = (("nobody", "but"), ("no", "one", "but"), ("nobody", "except"), ("no", "one", "except"), ("nobody", "other", "than"), ("no", "one", "other", "than"))  # fmt: skip
_LYING = frozenset({
    ("lay", "with"), ("lie", "with"), ("lies", "with"), ("rest", "with"), ("rested", "with"), ("rests", "with"),
})  # fmt: skip
#: As in "the decision belongs to Kyiv"; where the land does, nothing is left open.
_BELONGING_TO = frozenset({("belong", "to"), ("belonged", "to"), ("belongs", "to")})
#: As in "Kyiv must decide for itself".
_FOR_ITSELF = (["for", "himself"], ["for", "itself"], ["for", "themselves"])


class LeftTo(Verdicts):
    """Finds a matter that is left to somebody."""

    def _left_to(self, mention: Mention) -> list[Governed] | None:
        """What leaves a matter to somebody; nothing where it leaves to each what is his own: "each nation its soldiers"."""
        if self._needs_leave(mention):
            return []
        found = self._left_before(mention) or self._left_behind(mention)
        if found is None:
            return None
        k, end, side = found
        if mention.how in SOLDIERLY and not _EACH.isdisjoint(self.words[k:end]):
            return []
        group = Group(CueClass.DEFER, Frame.ABOUT)
        return [
            Governed(mention, (group,), k, (k, end), side, "matter", form="plain", text="left to")
        ]

    def _needs_leave(self, mention: Mention) -> bool:
        """As in "X must be ratified by all members", "must be agreed between the sides", "can be decided only in Rome".

        It is what a matter still needs, in the mouth of those for and against it.
        """
        words, start = self.words, self._after_place(mention.j)
        for k in range(start, min(start + _LEAD_MAX + 1, len(words) - 2)):
            lead, whom = words[start:k], words[k + 2 : k + 2 + _PARTY_MAX]
            needed = "must" in lead or not _HAVING_TO.isdisjoint(lead)
            if words[k] in _ASSENTED and words[k + 1] == "by":
                return needed and "be" in lead and whom[0] in _ALL and not _PARTIES.isdisjoint(whom)
            if words[k] in _ASSENTED or words[k] in _DECIDED:
                only = "only" in lead or words[k + 1] == "only"
                shared = needed and words[k + 1] in _TOGETHER
                return "be" in lead and (shared or (only and not _MAY.isdisjoint(lead)))
        return False

    def _left_before(self, mention: Mention) -> tuple[int, int, str] | None:
        """As in "it is up to Kyiv to decide on X", "only the Ukrainians can decide about X"."""
        anchor = min([mention.i, *(a for a, _ in mention.anchors)])
        for verb in range(min(mention.j, len(self.words)) - 1, max(1, anchor - _REACH) - 1, -1):
            word = self.words[verb]
            if word in _ASSENTING and mention.how in SOLDIERLY:
                chamber = self._chamber_before(verb)
                if chamber is not None:
                    return chamber, verb + 1, "left"
            if word not in _DECIDING and (word not in _CHOICES or self.words[verb - 1] == "the"):
                continue
            k = self._opened_by(verb) if word in _DECIDING else self._owned_by(verb)
            if k is not None and k < mention.j:
                return k, verb + 1, "left"
        return None

    def _chamber_before(self, verb: int) -> int | None:
        """As in "parliament must approve": the chamber before a verb by which it has to agree."""
        words, k = self.words, verb - 1
        if words[k] == "to" and words[k - 1] in _HAVING_TO:
            k -= 1
        elif words[k] != "must":
            return None
        return next(
            (n for n in range(k - 1, max(-1, k - 1 - _LEAD_MAX), -1) if words[n] in _CHAMBERS), None
        )

    def _opened_by(self, verb: int) -> int | None:
        """Where "it is for Kyiv to" or "only Kyiv can" begins before a verb of deciding."""
        for k in range(verb - 2, max(-1, verb - 2 - _REACH), -1):
            word = self.words[k]
            if (alone := self._alone(k, verb)) is not None:
                return alone
            if word == "for" or self.words[k - 1 : k + 1] == ["up", "to"]:
                start = k - (word == "to")
                party = self._party(k + 1)
                if party is not None and self._goes_to(party, verb):
                    return start if self._is_left(start, k + 1) else None
            if word == "only" or any(
                tuple(self.words[k : k + len(lead)]) == lead for lead in _EXCEPT
            ):
                after = k + 1
                while after < verb and self.words[after] in (
                    "but",
                    "except",
                    "one",
                    "other",
                    "than",
                ):
                    after += 1
                party = self._party(after)
                if party is not None and self._may_decide(party, verb):
                    return k
        return None

    def _alone(self, k: int, verb: int) -> int | None:
        """As in "Kyiv alone can decide", "Kyiv must decide for itself": where its name begins, if it ends at `k`."""
        by_itself = self.words[verb + 1 : verb + 3] in _FOR_ITSELF
        if self.words[k] != "alone" and not (by_itself and self.words[k] in _MAY):
            return None
        voice = next((v for v in self.voices if v.j == k and v.role == "agent"), None)
        return voice.i if voice is not None and self._may_decide(k, verb) else None

    def _goes_to(self, k: int, verb: int) -> bool:
        """Whether nothing but "alone", "and nobody else" stands before "to decide"."""
        return (
            self.words[verb - 1] == "to"
            and verb - 1 - k <= _LEAD_MAX
            and "," not in self.words[k:verb]
        )

    def _may_decide(self, k: int, verb: int) -> bool:
        between = self.words[k:verb]
        return (
            0 < len(between) <= _LEAD_MAX
            and not _MAY.isdisjoint(between)
            and not any(n.i in range(k, verb) for n in self.negs)
        )

    def _owned_by(self, noun: int) -> int | None:
        """As in "it is Ukraine's own decision whether …"."""
        owner = next(
            (v for v in self.voices if v.role == "owner" and 0 < noun - v.j <= _LEAD_MAX - 1), None
        )
        if owner is None or not all(w in _OWN or w == "'s" for w in self.words[owner.j : noun]):
            return None
        start = owner.i - (self.words[owner.i - 1] == "the")
        return start if self.words[start - 1] in BE and self.words[start - 2] == "it" else None

    def _is_left(self, start: int, party: int) -> bool:
        """Whether "is" stands before, and what is denied is denied of those who speak: "not for us to decide"."""
        k, negated = start - 1, False
        while k >= 0 and (
            self.words[k] in ADVERBS
            or self.words[k].endswith("ly")
            or self.words[k] in ("not", "only")
        ):
            negated |= self.words[k] == "not"
            k -= 1
        if k < 0 or self.words[k] not in BE:
            return False
        negated |= self.words[k].endswith("n't")
        return negated == (self.words[party] in _SPEAKING)

    def _left_behind(self, mention: Mention) -> tuple[int, int, str] | None:
        """As in "X is for Kyiv alone", "X is Kyiv's choice", "X can only be decided by Kyiv"."""
        k = self._after_place(mention.j)
        begin = k
        while k < len(self.words) and k - begin <= _LEAD_MAX and (
            self.words[k] in BE or self.words[k] in _MAY or self.words[k] in ADVERBS
            or self.words[k] in ("not", "only", "question", "questions", "still", "to") or self.words[k].endswith("ly")
        ):  # fmt: skip
            k += 1
        if k == begin or k >= len(self.words) - 1:
            decided = not _CHOICES.isdisjoint(self.words[max(0, mention.i - 2) : mention.j])
            if tuple(self.words[k : k + 2]) in _LYING or (
                decided and tuple(self.words[k : k + 2]) in _BELONGING_TO
            ):
                return self._ending(k, k + 2)
            return None
        linked = any(w in BE for w in self.words[begin:k])
        if self.words[k] in _ASSENTED and linked and self.words[k + 1] == "by":
            needed = not _HAVING_TO.isdisjoint(self.words[begin:k]) or "must" in self.words[begin:k]
            chamber = not _CHAMBERS.isdisjoint(self.words[k + 2 : k + 4])
            is_left = needed and chamber and mention.how in SOLDIERLY
            return (k, k + 2, "right") if is_left else None
        if self.words[k] in _DECIDED and linked and self.words[k + 1] == "by":
            urged = (
                "only" in self.words[begin:k]
                or "will" in self.words[begin:k]
                or self._is_country(k + 2)
            )
            return self._ending(k, k + 2) if urged and not self._denied(begin, k) else None
        if not linked:
            return None
        if self.words[k : k + 2] in (["in", "the"], ["a", "matter"]) or self.words[k] in (
            "a",
            "an",
            "something",
            "the",
        ):
            n = next(
                (
                    n
                    for n in range(k, min(k + 4, len(self.words)))
                    if self.words[n] in _CHOICES or self.words[n] == "something"
                ),
                None,
            )
            if n is None or self.words[n + 1 : n + 2] != ["for"] or self._denied(begin, k):
                return None
            return self._ending(k, n + 2)
        if self.words[k] == "for" or self.words[k : k + 2] == ["up", "to"]:
            party = k + 1 + (self.words[k] == "up")
            return self._ending(k, party) if self._is_left(k, party) else None
        return self._owned_behind(begin, k)

    def _owned_behind(self, begin: int, k: int) -> tuple[int, int, str] | None:
        k += self.words[k] == "the"
        owner = next((v for v in self.voices if v.i == k and v.role == "owner"), None)
        if owner is None or self._denied(begin, k):
            return None
        n = next(
            (
                n
                for n in range(owner.j, min(owner.j + 4, len(self.words)))
                if self.words[n] in _CHOICES
            ),
            None,
        )
        if n is None or not all(w in _OWN or w == "'s" for w in self.words[owner.j : n]):
            return None
        return k, n + 1, "right"

    def _is_country(self, k: int) -> bool:
        return any(v.kind == "country" and v.i in (k, k + 1) for v in self.voices)

    def _denied(self, begin: int, end: int) -> bool:
        return any(begin <= n.i < end for n in self.negs)

    def _ending(self, k: int, party: int) -> tuple[int, int, str] | None:
        """What is left to a party, where nothing else is said of him: not "is for Kyiv unacceptable"."""
        end = self._party(party)
        if end is None:
            return None
        word = self.words[end] if end < len(self.words) else "."
        settled = (
            word == "to" and self.words[end + 1 : end + 2] and self.words[end + 1] in _DECIDING
        )
        if settled or not word[0].isalpha() or word in _BEHIND_PARTY:
            return k, end, "right"
        return None

    def _party(self, k: int) -> int | None:
        """The token behind who may decide, whose name begins at `k`: "Kyiv", "the people of Ukraine", "each country"."""
        for n in range(k, min(k + _PARTY_MAX, len(self.words))):
            voice = next((v for v in self.voices if v.i == n), None)
            if voice is not None:
                return voice.j
            word = self.words[n]
            if word in _SPEAKING or (
                word in _PARTIES and self.words[n + 1 : n + 2] != ["of"] and word != "people"
            ):
                return n + 1
            if word == "people" and self.words[n + 1 : n + 2] != ["of"]:
                return n + 1
            if word not in _BEFORE_PARTY:
                return None
        return None
