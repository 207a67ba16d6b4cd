"""Who is told of in one breath with a subject: a list, company in commas, those whom it joins.

Knows lists of countries and words of company. Knows no cue.
"""

from watchers.reading.clauses.clauses import Clauses
from watchers.reading.matter.mentions import Mention
from watchers.reading.text.document import Sentence
from watchers.reading.voices.exceptions import is_all_but
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import GROUP_HEADS, PREPOSITIONS
from watchers.reading.words.clause_words import BE
from watchers.reading.words.vocabulary import Mark

#: Tokens between a matter and the list of those who do it.
_LIST_REACH = 8
#: How a list opens behind what those in it do.
_OPENING = (("–",), (":",), ("(",), (",", "among", "them"), (",", "including"))
#: Tokens of "joined" before those who are joined.
_JOIN_REACH = 4
#: What stands between subjects that share a verb.
JOINING = frozenset({
    "&", "'s", ",", "a", "also", "and", "as", "both", "extent", "greater", "lesser", "nor", "now", "or", "the", "to", "well",
})  # fmt: skip
#: Who is in the same position as a subject.
ALIKE = (
    ("like",), ("just", "like"), ("much", "like"), ("along", "with"), ("together", "with"), ("alongside",), ("as", "well", "as"),
)  # fmt: skip
#: Who is denied the same, right behind a subject.
_NOT_BUT = (
    ("but", "not"),
    ("and", "not"),
    ("though", "not"),
    ("although", "not"),
    ("if", "not"),
    ("rather", "than"),
)
#: Who is named beside a subject and does not do the same.
_APART = (
    ("unlike",), ("in", "contrast", "to"), ("contrary", "to"), ("backed", "by"), ("flanked", "by"), ("not",), *_NOT_BUT,
)  # fmt: skip
#: What both begin with: a sentence without any of them has no company.
_FIRST = frozenset(lead[0] for lead in (*ALIKE, *_APART))
#: What may follow a list in its sentence: it is no verb of whoever comes last.
_BEHIND_LISTS = PREPOSITIONS | frozenset({
    "after", "alike", "although", "amid", "and", "as", "because", "but", "earlier", "if", "last", "late", "this", "today", "when",
    "where", "which", "while", "who", "yesterday",
})  # fmt: skip
#: What leads from a group to its members.
_SUCH = (("such", "as"), ("like",), ("including",))
#: As in "Canada joined France in offering …": of all of whom it is told.
_JOINED = frozenset({"follow", "followed", "follows", "join", "joined", "joining", "joins"})
#: Of whom somebody is one, "who" they are, and what makes him one of them.
THOSE = frozenset({
    "capitals", "countries", "few", "governments", "leaders", "many", "members", "nations", "one", "ones", "people", "states", "those",
})  # fmt: skip
_BELONGING = frozenset({
    "also", "among", "and", "are", "belong", "belongs", "but", "count", "counts", "few", "firmly", "herself", "himself", "in", "is", "itself",
    "of", "on", "one", "ranks", "remains", "side", "sides", "stands", "the", "to", "too", "was", "were", "with",
})  # fmt: skip
_IN = frozenset({"by", "in"})
AND = frozenset({"and", "nor", "or"})


class Company(Clauses):
    """Finds who shares a subject's predicate, and who stands beside it and does not."""

    def __init__(
        self, sentence: Sentence, marks: list[Mark], voices: list[Voice], mentions: list[Mention], stops: set[int],
    ) -> None:  # fmt: skip
        super().__init__(sentence, marks, voices, mentions, stops)
        for voice in () if _FIRST.isdisjoint(self.words) else voices:
            if self.words[voice.j : voice.j + 1] == [","]:
                _, end = self._company(voice.j + 1, (*ALIKE, *_APART))
                if end > 0:
                    self._set_aside(voice.j + 1, end)
            elif (other := self._left_aside(voice)) is not None:
                self._set_aside(voice.j, other.j - 1)

    def _set_aside(self, begin: int, end: int) -> None:
        """Leave out of the clause around it who stands beside its subject, with what denies him the same."""
        self.asides[begin] = end
        self.negs = [n for n in self.negs if not begin <= n.i < end]

    def _left_aside(self, voice: Voice) -> Voice | None:
        """As in "Poland but not Hungary backs it": who is named right behind a subject, and does not do the same."""
        for lead in _NOT_BUT:
            k = voice.j + len(lead)
            if voice.role == "agent" and tuple(self.words[voice.j : k]) == lead:
                return self._voice_at(k)
        return None

    def _coordinated(self, last: Voice, agents: list[Voice]) -> list[Voice]:
        """The voices joined to the last one by "and", "or", "nor" or commas."""
        joined = [last, *self._alike(last)]
        for voice in reversed(agents[:-1]):
            between = self.words[voice.j : joined[0].i]
            if (
                between
                and not self._is_teller(voice)
                and all(w in JOINING for w in between)
                and (
                    self._opens_title(voice)
                    or not AND.isdisjoint(self.words[voice.i : last.j + 1])  # "Palau, Fiji and …"
                )
            ):
                joined.insert(0, voice)
            else:
                break
        if len(joined) > 1 and self._is_listed_elsewhere(joined[0]):
            return []
        opening = self._opening_company()
        if opening and not set(opening) & set(joined):
            joined = [*opening, *joined]  # "Like Germany, France backs …"
        return joined

    def _opens_title(self, voice: Voice) -> bool:
        """As in "UK, France lead push for …": a headline leaves out its "and"."""
        return self.sentence.in_title and (voice.i == 0 or self.words[voice.i - 1] == ",")

    def _is_teller(self, voice: Voice) -> bool:
        """As in "According to Moscow, London and Paris …"."""
        lead = self.words[max(0, voice.i - 3) : voice.i]
        return lead[-2:] == ["according", "to"] or lead == ["according", "to", "the"]

    def _listed_behind(self, after: int) -> tuple[Voice, ...]:
        """As in "Three countries will send soldiers – Britain, France and Estonia": who they are."""
        words = self.words
        if "but" in words[:after] and is_all_but(words, words.index("but")):
            return ()  # "All but three countries …: Britain, France and Denmark"
        reach = range(after, min(len(words), after + _LIST_REACH))
        for k in reach:
            opening = next(
                (lead for lead in _OPENING if tuple(words[k : k + len(lead)]) == lead), None
            )
            if opening is not None:
                listed = self._listed_from(k + len(opening))
                tells = len(listed) == 1 and words[listed[0].j : listed[0].j + 1]
                return () if tells and tells[0].isalpha() else listed  # "…: Poland has a border"
        return ()

    def _listed_in_dashes(self, begin: int) -> tuple[Voice, ...]:
        """As in "Several governments – Poland, Italy and Spain among them – have …": those before a clause that goes on."""
        words = self.words
        opening = next((k for k in range(begin - 2, 0, -1) if words[k] == "–"), 0)
        if words[begin - 1] != "–" or GROUP_HEADS.isdisjoint(words[:opening]):
            return ()
        listed = self._listed_from(opening + 1)
        return listed if len(listed) > 1 else ()

    def _listed_from(self, k: int) -> tuple[Voice, ...]:
        """The countries of a list that begins at a token."""
        words = self.words
        listed: list[Voice] = []
        while k < len(words) and (voice := self._country_at(k)) is not None:
            listed.append(voice)
            k = voice.j
            while k < len(words) and words[k] in (",", "and"):
                k += 1
        return tuple(listed)

    def _those_at(self, k: int) -> tuple[Voice, ...]:
        """As in "by France, Spain and Poland", "from countries such as Israel": who is named behind a preposition."""
        words = self.words
        head = next((n for n in range(k, min(k + 4, len(words))) if words[n] in GROUP_HEADS), k)
        lead = next(
            (one for one in _SUCH if tuple(words[head + 1 : head + 1 + len(one)]) == one), ()
        )
        k = head + 1 + len(lead) if lead else k
        listed = self._listed_from(k)
        if len(listed) < 2:
            return listed
        end = listed[-1].j
        goes_on = words[end : end + 1] != [] and words[end].isalpha()
        closes = "and" in words[k:end] or len(listed) > 2  # "by France, Spain, Colombia and Mali"
        closes = closes and not (goes_on and words[end] not in _BEHIND_LISTS)
        return listed if closes else listed[:1]  # "was rejected by France, and Germany doubts it"

    def _country_at(self, k: int) -> Voice | None:
        starts = (k, k + 1) if self.words[k] == "the" else (k,)
        return next((v for v in self.voices if v.i in starts and v.kind == "country"), None)

    def _is_listed_elsewhere(self, first: Voice) -> bool:
        """As in "Soldiers from Belgium, Poland and Spain": the list belongs to a preposition."""
        return any(
            v.role in ("object", "place") and v.j + 1 == first.i and self.words[v.j] == ","
            for v in self.voices
        )

    def _alike(self, voice: Voice) -> list[Voice]:
        """As in "Poland, like Romania, …", "Britain, together with France and Italy, …": of whom the same is told."""
        if self.words[voice.j : voice.j + 1] != [","]:
            return []
        return self._company(voice.j + 1, ALIKE)[0]

    def _company(self, k: int, leads: tuple[tuple[str, ...], ...]) -> tuple[list[Voice], int]:
        """The voices of an aside that opens at a token with one of the leads, and the comma that closes it."""
        lead = next((lead for lead in leads if tuple(self.words[k : k + len(lead)]) == lead), None)
        if lead is None:
            return [], -1
        k += len(lead)
        found: list[Voice] = []
        closed = False
        while (voice := self._voice_at(k)) is not None:
            found.append(voice)
            k = voice.j
            if closed or self.words[k : k + 1] not in ([","], ["and"], ["or"]):
                break
            closed = self.words[k] != ","
            if not closed and (not self._goes_on_listing(k + 1) or self._voice_at(k + 1) is None):
                break
            k += 1
        return (found, k) if found and self.words[k : k + 1] == [","] else ([], -1)

    def _goes_on_listing(self, k: int) -> bool:
        """Whether an "and" closes the list that a comma may go on with: "like France, Italy and Spain, Poland …"."""
        voice = self._voice_at(k)
        return voice is not None and (
            self.words[voice.j : voice.j + 1] in (["and"], ["or"])
            or (self.words[voice.j : voice.j + 1] == [","] and self._goes_on_listing(voice.j + 1))
        )

    def _voice_at(self, k: int) -> Voice | None:
        return next(
            (
                v
                for v in self.voices
                if v.i in (k, k + 1) and v.actors and (v.i == k or self.words[k] == "the")
            ),
            None,
        )

    def _opening_company(self) -> list[Voice]:
        """As in "Together with France and Italy, Poland …"."""
        return self._company(0, ALIKE)[0]

    def _joined(self, first: int) -> list[Voice]:
        """As in "Canada joined France and Britain in offering …": those who do what stands at a token."""
        if self.words[first - 1] not in _IN:
            return []
        listed: list[Voice] = []
        end = first - 1
        for voice in reversed(self.voices):
            if voice.j == end and voice.actors:
                listed.insert(0, voice)
                end = voice.i
                while end and self.words[end - 1] in (",", "and", "the"):
                    end -= 1
        if not listed or not end:
            return []
        verb = end - 1
        head = next((v for v in reversed(self.voices) if v.j <= verb and v.role == "agent"), None)
        if self.words[verb] not in _JOINED or head is None or verb - head.j > _JOIN_REACH:
            return []
        if any(head.j <= n.i < verb for n in self.negs):
            return []
        return [head, *listed]

    def _listed_of(self, voice: Voice, mention: Mention) -> tuple[Voice, ...]:
        """As in "Three European countries have ruled out X: Italy, Spain and Poland": the countries themselves."""
        named = self.words[voice.i : voice.j + 1]
        if voice.word != "they" and (GROUP_HEADS.isdisjoint(named) or voice.kind != "country"):
            return ()
        if voice.word == "they" and (voice.actors or GROUP_HEADS.isdisjoint(self.words[: voice.i])):
            return ()
        listed = self._listed_behind(mention.j)
        return listed if len(listed) > 1 else ()

    def _one_of_those(self, opener: int) -> Voice | None:
        """As in "Rome is one of those who want it", "Among those who want it is Rome"."""
        words = self.words
        told = next((v for v in self.voices if v.role == "agent" and v.j <= opener), None)
        if told is not None:
            return told if _BELONGING.issuperset(words[told.j : opener - 1]) else None
        return self._named_last(0) if words[0] in ("among", "one") else None

    def _named_last(self, after: int) -> Voice | None:
        """As in "Among its supporters is Rome": who is named behind "is", at the end."""
        return next(
            (
                v
                for v in self.voices
                if v.role == "agent" and v.i > after and self.words[v.i - 1] in BE
                and self.words[v.j : v.j + 1] in ([","], ["."], [";"], ["and"])
            ),
            None,
        )  # fmt: skip
