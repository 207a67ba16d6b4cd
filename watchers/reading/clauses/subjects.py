"""Whose a clause is: its subject, coordinated, relative, inherited or impersonal.

Knows noun phrases and their order. Knows no cue's class.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.company import THOSE, Company
from watchers.reading.matter.mentions import Mention
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import GROUP_HEADS
from watchers.reading.words.adverbials import before_adverbials
from watchers.reading.words.clause_words import (
    ADVERBS,
    BE,
    JUDGED,
    SUBJECTLESS,
)
from watchers.reading.words.vocabulary import Mark

_SUBJECT_GAP = 14
_WITHIN = frozenset({"at", "in", "inside", "within"})
#: The last words of those of whom all or none think something: "no one in Rome", "everybody in the government".
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody", "none", "one"})
#: What may open a clause before "Italian support for"; letters of a name that is no abbreviation.
_OPENING = frozenset({
    "a", "and", "any", "be", "but", "continued", "full", "growing", "is", "no", "strong", "the", "there", "was", "will", "would",
})  # fmt: skip
_NAME_MIN = 4
#: Verbs whose object is a noun, and not what is said.
_EXPRESSING = frozenset({"expressed", "expresses", "voiced", "voices"})
#: What may stand before a verb in "-ing" with which a sentence begins.
_BEFORE_GERUND = frozenset({"again", "by", "firmly", "flatly", "in", "while"})
_SELF = frozenset({"herself", "himself", "itself", "themselves"})
#: What a government says or does things with.
_DOCUMENTS = frozenset({
    "act", "bill", "communique", "decision", "declaration", "decree", "doctrine", "law", "manifesto", "motion", "note", "order",
    "ordinance", "programme", "program", "resolution", "statement", "strategy", "vote",
})  # fmt: skip
#: What is to be done, by whoever says so.
_AIMS = frozenset({"aim", "duty", "goal", "job", "objective", "priority", "responsibility", "task"})
#: What is somebody's own, where he is named with it, and tokens from there to "is to".
_OWN_AIMS = frozenset({
    "aim", "ambition", "condition", "demand", "desire", "goal", "intention", "objective", "plan", "purpose", "requirement", "wish",
})  # fmt: skip
_AIM_REACH = 12
#: Tokens between an owner and such a noun, and from that to its verb.
_OWNED_REACH = 3
#: What "for Moscow" behind a predicate names the judge of; what is good for somebody may be another's judgement.
_OF_ITS_JUDGE = frozenset({CueClass.REJECT, CueClass.DOUBT, CueClass.NOT_EXCLUDED})
#: Tokens from "is" to a state that somebody is in: "is still very much in favour of".
_STATE_REACH = 4


#: Frames of cues whose subject holds the position: "Putin is ready to meet Zelensky", told by whom it may.
_HOLDING = frozenset({Frame.STATE, Frame.VERB})
#: What a matter has or meets in a capital: "has little chance in Rome".
_RECEIVED = frozenset({
    "backing", "badly", "chance", "coolly", "enthusiasm", "friends", "prospects", "support", "sympathy", "warmly", "well",
})  # fmt: skip


class Subjects(Company):
    """Finds the subject of what stands over a mention."""

    def _subject(self, begin: int, first: int, mention: Mention) -> tuple[str, tuple[Voice, ...]]:
        inside = [
            v
            for v in self.voices
            if begin <= v.i
            and v.j <= first
            and not any(k < v.i <= end < first for k, end in self.asides.items())
            and not (
                mention.i <= v.i < mention.j and mention.how == "keyword" and v.kind == "country"
            )
        ]
        agents = [
            v
            for v in inside
            if v.role == "agent"
            and first - v.j <= _SUBJECT_GAP
            and not self._is_helped_first(v, first)
            and not self._is_apposed(v)
        ]
        noun = any(c.i == first and c.value.frame is Frame.NOUN for c in self.cues)
        owner = [
            v
            for v in inside
            if v.role == "owner"
            and first - v.j <= 4
            and noun
            and "," not in self.words[v.j : first]
        ]
        of = self._noun_of(first) or self._whose_aim(first)
        if of is not None:
            return "voices", (of,)
        placed = self._of_place(begin, first)
        if placed is not None and not agents:
            return "voices", (placed,)
        if noun and self._is_speakers_own(begin, first):
            return "impersonal", ()
        if agents and mention.i <= agents[-1].i < mention.j:
            within = self._within(first, mention)
            is_holding = within != () and any(
                within[0].j <= c.i
                and c.j < mention.j
                and c.value.frame in _HOLDING
                and self.words[c.j - 1] == "to"
                for c in self.cues
            )
            return ("voices" if is_holding else "matter"), within
        if agents and agents[-1].word == "it" and self._is_impersonal(agents[-1].j):
            return "impersonal", ()
        if agents:
            last = agents[-1]
            if owner and owner[-1].i > last.i:
                return "voices", (owner[-1],)
            named = [
                v
                for v in self.voices
                if v.j <= last.j and (v.role == "agent" or self.words[v.i - 1] == "including")
            ]
            listed = self._listed_of(last, mention)
            if listed:
                return "voices", listed
            return "voices", tuple(self._joined(first) or self._coordinated(last, named))
        if owner:
            return "voices", (owner[-1],)
        nation = self._nation_before(begin, first) if noun else None
        if nation is not None:
            return "voices", (nation,)
        return self._without_agent(begin, first, mention)

    def _is_helped_first(self, voice: Voice, first: int) -> bool:
        """As in "must be strengthening Ukraine and providing guarantees": the object of a deed that stands beside another."""
        words = self.words
        return (
            first - voice.j == 1
            and words[first - 1] in ("and", "or")
            and words[first].endswith("ing")
            and words[voice.i - 1].endswith("ing")
        )

    def _without_agent(
        self, begin: int, first: int, mention: Mention
    ) -> tuple[str, tuple[Voice, ...]]:
        """Whose a verb is with no voice before it in its clause."""
        words = self.words
        lead = words[begin : max(begin, before_adverbials(words, first))]
        issued = self._issued(begin, first)
        if issued is not None:
            return "voices", (issued,)
        if begin and words[begin - 1] in ("who", "which"):
            return self._relative(begin - 1)
        main = self._subject_behind(first, mention)
        if main is None and words[begin] == "among" and first == begin:
            main = self._named_last(mention.j)
        if main is not None:
            return "voices", (main,)
        if not [w for w in lead if w.isalnum() and w not in SUBJECTLESS and not w.endswith("ly")]:
            return self._inherited(begin)
        if begin and words[begin - 1] in _EXPRESSING and words[first - 1] == "and":
            return self._inherited(begin)  # "He expressed gratitude for the help and reaffirmed …"
        if words[begin : begin + 1] and any(w in ("there", "it") for w in lead[:4]):
            if "there" in lead and not {"that", "who"}.isdisjoint(lead[lead.index("there") :]):
                return "voices", self._listed_behind(
                    mention.j
                )  # "There are countries that oppose it: Spain, Italy"
            return "impersonal", ()
        if any(m.i < first and m.j > begin and m.i >= begin for m in self.mentions):
            return "matter", self._within(first, mention)
        if not _AIMS.isdisjoint(lead) and not BE.isdisjoint(lead):
            return "impersonal", ()  # "our priority must be helping Kyiv and providing guarantees"
        if any(c.i == first and c.value.frame is Frame.NOUN for c in self.cues) and len(lead) <= 2:
            return "impersonal", ()
        listed = () if GROUP_HEADS.isdisjoint(lead) else self._listed_behind(mention.j)
        return ("voices", listed) if listed else ("none", ())

    def _subject_behind(self, first: int, mention: Mention) -> Voice | None:
        """As in "Rejecting X, Rome backed Y", "While rejecting X, Rome …": the subject of the main clause."""
        words = self.words
        if not words[first].endswith("ing") or not _BEFORE_GERUND.issuperset(words[:first]):
            return None
        k = next((k for k in range(mention.j, len(words)) if words[k] == ","), len(words))
        if not BE.isdisjoint(words[mention.j : k]):
            return None  # "Letting Russia keep land was a trap, she said"
        return next(
            (v for v in self.voices if v.i == k + 1 and v.role == "agent" and v.actors), None
        )

    def _of_place(self, begin: int, first: int) -> Voice | None:
        """As in "Nobody in Rome wants", "In Rome nobody wants", "no appetite in Rome for": whose it is to want."""
        cue = next(
            (c for c in self.cues if c.i <= first < c.j and c.value.frame is Frame.NOUN), None
        )
        for voice in self.voices:
            if not voice.actors or voice.kind not in ("country", "body", "official"):
                continue
            k = voice.i - 1 - (self.words[voice.i - 1] == "the")
            if k < 0 or self.words[k] not in _WITHIN:
                continue
            if cue is not None and cue.i < voice.i and voice.j < cue.j:
                return voice
            after = voice.j + (self.words[voice.j : voice.j + 1] == [","])
            if begin <= k <= first and (
                (k and self.words[k - 1] in _ANYBODY)
                or (k == begin and not _ANYBODY.isdisjoint(self.words[after : after + 2]))
                or (k == begin and cue is not None and self._is_undecided_there(cue, after))
            ):
                return voice
        return None

    def _is_undecided_there(self, cue: Mark, after: int) -> bool:
        """As in "In Rome no decision has been taken on it", "In Rome there is no decision on it"."""
        lead = self.words[after : cue.i]
        return cue.value.cue_class is CueClass.DEFER and (not lead or lead[0] == "there")

    def _issued(self, begin: int, first: int) -> Voice | None:
        """As in "A decree of the Czech government bars …", "Berlin's decision opens the way for …": who issued it."""
        words = self.words
        noun = next((k for k in range(begin, first) if words[k] in _DOCUMENTS), None)
        if noun is None or words[first - 1] in BE:
            return None
        whose = (v for v in self.voices if begin <= v.i and v.j <= first and v.actors)
        for voice in whose:
            owns = voice.role == "owner" and 0 < noun - voice.j <= _OWNED_REACH
            made = voice.role in ("object", "by") and first - voice.j <= 1 and not {
                "by", "of", "from"
            }.isdisjoint(words[noun + 1 : voice.i])  # fmt: skip
            if (owns and first - noun <= _OWNED_REACH) or (made and noun < voice.i):
                return voice
        return None

    def _is_speakers_own(self, begin: int, first: int) -> bool:
        """As in "Kyiv has our support for …", "No to …": a noun of whoever speaks."""
        if any(w in ("our", "my") for w in self.words[max(begin, first - 3) : first]):
            return True
        opens = first == begin and (begin == 0 or not self.words[begin - 1].isalpha())
        return opens and not any(v.role == "agent" and v.j <= begin for v in self.voices)

    def _for_whom(self, mention: Mention, mark: Mark) -> tuple[str, tuple[Voice, ...]]:
        """Whose judgement a predicate is: "For Moscow the force is a threat", "… is a red line for Moscow"."""
        begin, opener = self._clause_start(mention.i)
        after = mark.j
        if opener in ("which", "whom") and self.words[begin - 2 : begin - 1] == ["for"]:
            voice = next((v for v in self.voices if 0 < begin - 2 - v.j <= 1), None)
            if voice is not None:
                return "voices", (voice,)  # "Moscow, for which the force is a threat, …"
        if self.words[begin : begin + 1] == ["for"]:
            voice = next((v for v in self.voices if v.i in (begin + 1, begin + 2)), None)
            if voice is not None and all(
                w in (",", "the", "a", "an", "any", "'s") for w in self.words[voice.j : mention.i]
            ):
                return "voices", (voice,)
        received = mark.value.text.split()[-2:]
        if received[-1] == "in" and received[0] in _RECEIVED:
            voice = next((v for v in self.voices if v.i in (after, after + 1) and v.actors), None)
            return ("voices", (voice,)) if voice is not None else ("matter", ())
        judged = self.words[after : after + 1] in (["for"], ["to"], ["with"])
        if judged and self.words[after - 1] in JUDGED:
            voice = next((v for v in self.voices if v.i in (after + 1, after + 2)), None)
            if voice is not None and mark.value.cue_class in _OF_ITS_JUDGE:
                return "voices", (voice,)
            if voice is not None:
                return "matter", (voice,)
        return "matter", ()

    def _within(self, first: int, mention: Mention) -> tuple[Voice, ...]:
        """The subject that opens the matter's own words: "Trump pledged air cover"."""
        return tuple(
            v
            for v in self.voices
            if v.i == mention.i and v.role == "agent" and v.j <= first < mention.j
        )

    def _nation_before(self, begin: int, first: int) -> Voice | None:
        """As in "Italian support for X is firm", "There will be no Italian support for X": whose a noun is that opens a clause."""
        adjective = next((m for m in self.marks if m.kind == "adj" and m.j == first), None)
        if adjective is None or not _OPENING.issuperset(self.words[begin : adjective.i]):
            return None
        name = " ".join(self.words[adjective.i : adjective.j])
        label = f"{name.upper() if len(name) < _NAME_MIN else name.title()} government"
        return Voice(adjective.i, adjective.j, "country", (adjective.value,), label, role="owner")

    def _noun_of(self, first: int) -> Voice | None:
        """As in "The refusal of Kyriakos Mitsotakis to …": whose noun it is."""
        cue = next((c for c in self.cues if c.i == first and c.value.frame is Frame.NOUN), None)
        if cue is None or self.words[cue.j - 1] != "of":
            return None
        return next(
            (
                v
                for v in self.voices
                if v.i == cue.j
                and not any(
                    m.i <= v.i < m.j for m in self.mentions
                )  # "the refusal of European leadership"
                and v.role != "owner"  # "the refusal of Ukraine's demand"
                and v.kind in ("country", "person", "office", "body")
            ),
            None,
        )

    def _whose_aim(self, first: int) -> Voice | None:
        """As in "The main demand of Putin is to ban X", "Moscow's goal is to": whose it is, whoever tells of it."""
        words = self.words
        reach = range(max(1, first - 2), min(first + _AIM_REACH, len(words) - 1))
        k = next((n for n in reach if words[n] in BE and words[n + 1] == "to"), 0)
        noun = next(
            (n for n in range(k - 1, max(-1, k - _AIM_REACH), -1) if words[n] in _OWN_AIMS), -1
        )
        if noun < 0:
            return None
        return next(
            (
                v
                for v in self.voices
                if v.actors
                and (
                    (v.role == "owner" and 0 <= noun - v.j <= _OWNED_REACH + 1)
                    or (words[noun + 1] == "of" and 0 < v.i - noun - 1 <= _OWNED_REACH and v.j <= k)
                )
            ),
            None,
        )

    def _is_impersonal(self, after: int) -> bool:
        """As in "It is too early to …", "it also remains unclear whether …"; not "it is ready to …"."""
        words, k = self.words, after
        leading = {m.i for m in (*self.modals, *self.negs)}
        while k < len(words) and (k in leading or words[k] in ADVERBS or words[k].endswith("ly")):
            k += 1
        if k >= len(words) or words[k] not in BE:
            return False
        return not any(
            0 < c.i - k <= _STATE_REACH
            and (
                c.value.form == "ing"
                if c.value.frame is Frame.VERB
                else c.value.frame is Frame.STATE and words[c.j - 1] in ("against", "of", "to")
            )
            for c in self.cues
        )

    def _is_named_by(self, voice: Voice) -> bool:
        """As in "a Putin-Zelensky meeting": somebody in a matter's own name."""
        return any(m.i <= voice.i < m.j and m.how == "keyword" for m in self.mentions)

    def _relative(self, opener: int) -> tuple[str, tuple[Voice, ...]]:
        before = [
            v
            for v in self.voices
            if v.j <= opener
            and not any(w.isalpha() and w not in _SELF for w in self.words[v.j : opener])
        ]
        if before:
            return "voices", (before[-1],)
        one = self._one_of_those(opener) if self.words[opener - 1] in THOSE else None
        return ("voices", (one,)) if one is not None else ("none", ())

    def _is_object_too(self, voice: Voice) -> bool:
        """As in "was glad to see Moscow and Kyiv talk and hoped": the second of two of whom the first is an object."""
        return (
            voice.i > 0
            and self.words[voice.i - 1] == "and"
            and any(v.role == "object" and v.j == voice.i - 1 for v in self.voices)
        )

    def _inherited(self, begin: int) -> tuple[str, tuple[Voice, ...]]:
        """The subject of the clause before: "Poland will send no soldiers but is ready to help"."""
        if begin == 0:
            return "none", ()
        if self.words[begin - 1] in ("who", "which", "that"):
            return self._relative(begin - 1)
        listed = self._listed_in_dashes(begin)
        if listed:
            return "voices", listed
        if self.words[begin - 1] == "–" and self.words[0] in ("no", "nobody", "none"):
            return "none", ()  # "No country – neither Poland nor Spain – has offered"
        earlier = [
            v
            for v in self.voices
            if v.j <= begin and v.role == "agent" and not self._is_object_too(v)
        ]
        own = [v for v in earlier if not self._is_named_by(v)]
        earlier = own or earlier  # "Macron backs a Putin-Zelensky meeting but doubts …"
        if not earlier:
            return "none", ()
        if begin - 1 in self.stops and self.words[begin] == ",":
            aside = [v for v in earlier[:-1] if self.words[v.j] == "," and v.j + 1 == earlier[-1].i]
            return (
                ("voices", (aside[-1],)) if aside else ("none", ())
            )  # "Russia, Trump said, has …"
        return "inherited", (
            earlier[0] if earlier[0].j < begin and len(earlier) == 1 else earlier[-1],
        )
