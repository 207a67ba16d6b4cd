"""The words of one sentence as noun phrases are built of them: nations, heads, names, and the part a phrase plays.

Knows marks and word order. Knows no rule of who is meant.
"""

import itertools
from collections.abc import Iterable
from dataclasses import replace

from watchers.model import Authority
from watchers.reading.text.document import Sentence
from watchers.reading.voices.cast import Cast
from watchers.reading.voices.exceptions import is_exception, is_left_out, is_many_but
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voice_words import (
    ADDRESSING,
    COMPANIONS,
    DETERMINERS,
    GROUP_HEADS,
    HOMES,
    LIKENED,
    NATIONS,
    NOT_NAMES,
    PLACE_ONLY,
    PREPOSITIONS,
    TITLES,
)
from watchers.reading.words.report_words import ACTING, SAYING
from watchers.reading.words.vocabulary import Mark

#: As in "a spokesman for the Polish foreign ministry", "the leaders of European countries".
_HEADS = GROUP_HEADS | HOMES
#: Small words within a name.
_PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "der", "di", "el", "la", "le", "ter", "van", "von",
})  # fmt: skip
_PAIR = 2
#: Tokens from "leader of" to "party".
_PARTY_REACH = 8
#: What ends the name of a party: "the prime minister of Spain told his party".
_NO_PARTY = (
    SAYING | ACTING | frozenset({"her", "his", "its", "our", "their", "who", "whose", "with"})
)
#: Of what a leader speaks for a country.
_LED = frozenset({"bloc", "country", "government", "nation", "republic", "state", "world"})
#: Tokens from the head of a sentence to "like", where a group's members are named.
_GROUP_MAX = 3
#: Tokens from a subject to the verb whose object is named behind it, verbs in other forms, and what is no verb.
_VERB_MAX = 4
_OTHER_FORMS = frozenset({
    "arm", "back", "beat", "brought", "fought", "fund", "held", "help", "helping", "hit", "kept", "led", "lost", "made",
    "serve", "struck", "support", "supporting", "taught", "took", "visit", "visiting", "won",
})  # fmt: skip
_NO_VERB = NATIONS | {
    "although", "and", "as", "because", "before", "but", "foes", "friends", "if", "leaders", "members", "officials", "or", "rivals",
    "since", "than", "that", "though", "until", "when", "where", "whether", "which", "while", "who", "whose",
}  # fmt: skip
#: Verbs behind which a clause may begin without a "that", and those that have whoever stands behind them for their object.
_OF_CLAUSES = frozenset({
    "acknowledged", "acknowledges", "agreed", "agrees", "believes", "believed", "claims", "considers", "denies",
    "doubts", "expects", "expected", "fears", "feared", "feels", "hinted", "hoped", "hopes", "indicated", "is", "knows", "learned", "means",
    "sees", "suggested", "suggests", "thinks", "understands", "vowed", "vows",
    "wanted", "wants", "was", "wished", "wishes",
})  # fmt: skip
_MODALS = frozenset({
    "can", "cannot", "could", "couldn't", "may", "might", "must", "mustn't", "shall", "should", "shouldn't", "to", "will", "won't",
    "would", "wouldn't",
})  # fmt: skip
_TAKING = frozenset({
    "gave", "give", "given", "gives", "giving", "grant", "granted", "grants", "leaves", "left", "lend", "lends", "lent", "send", "sends", "sent",
    "toured", "visited", "visits",
})  # fmt: skip
_PARTICLES_OF_VERBS = frozenset({"back", "down", "off", "out", "up"})
#: What comes behind an object: no subject has the first of these behind it.
_NO_SUBJECT_ENDS = frozenset({".", ";", "although", "because", "but", "though", "yet"})
_OBJECT_ENDS = frozenset({",", "as", "when", "while"})
_MORE = (["all"], ["its"], ["other"], ["the"])
#: Verbs and articles of what somebody becomes: "became the first European leader to …".
_BECOMING = frozenset({"are", "as", "be", "became", "become", "becomes", "becoming", "is", "was"})
_WON = (["the", "first"], ["the", "only"], ["the", "latest"])
#: Letters of a word that has a small first one in a headline in capitals.
_SHORT = 4
#: Chambers whose members speak for no government, and what they are.
_CHAMBERS = frozenset(
    {"assembly", "bundestag", "council", "duma", "parliament", "rada", "sejm", "senate"}
)
_MEMBERS = frozenset({
    "chair", "chairman", "chairwoman", "chief", "committee", "deputies", "deputy", "faction", "head", "lawmaker", "lawmakers",
    "member", "members", "speaker",
})  # fmt: skip
#: What stands before a country's name: "the prime minister of neighbouring Norway".
_BEFORE_NATIONS = frozenset({"nearby", "neighboring", "neighbouring", "the"})
#: What a country is: "the French Republic", "the Republic of Lithuania", "the Federal Republic of Germany".
_STATES = frozenset({"confederation", "federal", "federation", "kingdom", "republic"})
_FIELDS = (["defence"], ["defense"], ["finance"], ["foreign"], ["interior"])


class Phrases:
    """One sentence with what is known of its words."""

    def __init__(self, cast: Cast, raw: str) -> None:
        self.cast, self.raw = cast, raw

    def _begin(self, sentence: Sentence, marks: list[Mark], cues: Iterable[Mark]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.at: dict[int, list[Mark]] = {}
        for mark in marks:
            if mark.value == "opposition" and self.words[mark.j : mark.j + 1] == ["to"]:
                continue  # "Hungary's opposition to the plan": what Hungary thinks
            self.at.setdefault(mark.i, []).append(mark)
        raw = self.raw
        self._capitals = [raw[start].isupper() for start in sentence.starts]
        if sentence.in_title and self._is_in_capitals():
            for mark in cues:
                self._capitals[mark.i] = False  # "Trump Rules Out Troops" names one man
        self.found: list[Voice] = []
        #: Who the sentence begins with, where it begins with somebody.
        self.subject: Voice | None = None
        #: Where "the government", "his country", "he" stand for somebody not named yet: from which token to which.
        self.bare: dict[int, int] = {}

    def _is_in_capitals(self) -> bool:
        """As in "Trump Rules Out Troops for Ukraine": a headline in which every word of some length has a capital."""
        long = [k for k, word in enumerate(self.words) if len(word) > _SHORT and word.isalpha()]
        return all(self._capitals[k] for k in long)

    def _longest(self, marks: "list[Mark] | tuple[Mark, ...]", kind: str) -> Mark | None:
        best = None
        for mark in marks:
            if mark.kind == kind and (best is None or mark.j > best.j):
                best = mark
        return best

    def _longest_of_each(self, i: int) -> dict[str, Mark]:
        """The longest mark of each kind that begins at a token."""
        best: dict[str, Mark] = {}
        for mark in self.at.get(i, ()):
            known = best.get(mark.kind)
            if known is None or mark.j > known.j:
                best[mark.kind] = mark
        return best

    def _nation(self, i: int) -> Mark | None:
        best = None
        for mark in self.at.get(i, ()):
            if mark.kind in ("name", "adj", "demonym") and (
                best is None or mark.j > best.j or (mark.j == best.j and mark.kind == "name")
            ):
                best = mark
        return best

    def _nations(self, k: int) -> tuple[tuple[str, ...], int]:
        """The nations of a list that begins at `k`, and where it ends."""
        nations: list[str] = []
        end = first = k
        several = k > 1 and self.words[k - 2].endswith("s")  # "leaders of France, Germany"
        joined = False
        while k < len(self.words):
            leads = self.words[k] in _BEFORE_NATIONS or self.words[k].isdigit()
            if leads and self._nation(k) is None:
                k += 1
                continue
            if self.words[k] in _STATES and self.words[k + 1 : k + 2] == ["of"]:
                k += 2  # "the Republic of Lithuania"
                continue
            nation = self._nation(k)
            body = self._longest(self.at.get(k, ()), "body")
            if body is not None and not nations and (nation is None or body.j > nation.j):
                return (body.value[0],), body.j  # "a spokesman for the European Commission"
            if nation is not None and nation.kind == "adj":
                head = nation.j + (self.words[nation.j : nation.j + 1] in _FIELDS)
                if self.words[head : head + 1] and self.words[head] in _HEADS | _STATES:
                    return (*nations, nation.value), head + 1
            if nation is None or nation.kind != "name":
                break
            if nations and self.words[nation.j : nation.j + 1] == ["'s"]:
                break  # "according to the government of Poland, Ukraine's membership"
            nations.append(nation.value)
            first = first if len(nations) > 1 else nation.j
            end = k = nation.j
            while self.words[k : k + 1] and self.words[k] in ("and", ","):
                joined = joined or self.words[k] == "and"
                k += 1
        if len(nations) == _PAIR and not joined and not several:
            return tuple(nations[:1]), first  # "according to the president of France, Germany …"
        return tuple(nations), end

    def _later_nation(self, j: int) -> tuple[str, ...]:
        """The nation in "officials in Warsaw", "ministry in Helsinki", "president of Poland"."""
        if j < len(self.words) and self.words[j] in ("of", "in", "for", "from"):
            return self._nations_of(j + 1)[0]
        return ()

    def _nations_of(self, k: int) -> tuple[tuple[str, ...], int]:
        """As in "press secretary of | the President of Russia": the nations behind other offices, and where they end."""
        at = k + (self.words[k : k + 1] == ["the"])
        head = self._head(at)
        while head is not None and self.words[head.j : head.j + 1] in (["of"], ["for"]):
            k = head.j + 1
            head = self._head(k + (self.words[k : k + 1] == ["the"]))
        return self._nations(k)

    def _head(self, k: int) -> Mark | None:
        best = None
        for mark in self.at.get(k, ()):
            if mark.kind in ("office", "offices", "gbody", "official", "nobody", "former") and (
                best is None or mark.j > best.j
            ):
                best = mark
        return best

    def _second_office(self, head: Mark) -> Mark:
        """As in "Deputy Prime Minister and Minister of Defence Kosiniak-Kamysz": one man with two offices."""
        k = head.j + 1
        if self.words[head.j : k] not in (["and"], ["–"]) or not self._capital(head.i):
            return head
        second = self._head(k)
        if head.kind != "office" or second is None or second.kind != "office":
            return head
        end = second.j
        if self.words[end : end + 1] in (["of"], ["for"]):
            end = max(end, self._nations_of(end + 1)[1])
        is_named = self._capital(k) and self._capital(end) and self.words[end] not in NOT_NAMES
        return Mark(head.i, second.j, "office", second.value) if is_named else head

    def _text(self, i: int, j: int) -> str:
        return self.raw[self.sentence.starts[i] : self.sentence.ends[j - 1]]

    def _capital(self, i: int) -> bool:
        return i < len(self.words) and self._capitals[i]

    def _joined(self, one: int, other: int) -> bool:
        return self.sentence.starts[other] - self.sentence.ends[one] == 1

    def _is_known(self, k: int) -> bool:
        """Whether a known name begins here: "Like Germany" is no name."""
        return any(m.kind in ("name", "adj", "person", "office") for m in self.at.get(k, ()))

    def _name_end(self, i: int) -> int:
        """The end of the run of capitalised words at `i`."""
        k = i
        while k < len(self.words) and k - i < 5:
            if (
                (
                    self._capital(k)
                    and self.words[k][:1].isalpha()
                    and self.words[k] not in NOT_NAMES
                    and (k == i or (self._joined(k - 1, k) and not self._is_known(k)))
                )
                or (k > i and self.words[k] in _PARTICLES and self._capital(k + 1))
                or (k > i and self.words[k] == "." and len(self.words[k - 1]) == 1)
            ):
                k += 1
            else:
                break
        return max(k, i)

    def _headed(self, voice: Voice) -> Voice:
        """As in "the head of the Estonian government": who leads it speaks for it; "a State Duma deputy" speaks for nobody."""
        if voice.kind != "body" or self.words[voice.j : voice.j + 1] == ["'s"]:
            return voice
        words, k = self.words, voice.i - 1 - (self.words[voice.i - 1] == "the")
        lead = words[k - 1] if k > 0 and words[k] == "of" else ""
        of_many = voice.actors and self.cast.is_collective(
            voice.actors[0]
        )  # "the European Council"
        if words[voice.j - 1] in _CHAMBERS and not of_many and words[voice.j - 2] != "security":
            is_member = lead in _MEMBERS or not _MEMBERS.isdisjoint(words[voice.j : voice.j + 1])
            return replace(voice, kind="nobody", actors=()) if is_member else voice
        if lead not in ("head", "chief"):
            return voice
        i = k - 1
        role, label = self._role(i, voice.j), f"the {self._text(i, voice.j)}"
        return replace(voice, i=i, kind="office", role=role, label=label)

    def _is_title_won(self, i: int) -> bool:
        """As in "Starmer became the first European leader to say …": what somebody is, and nobody else."""
        lead = self.words[max(0, i - 3) : i]
        return lead[1:] in _WON and lead[0] in _BECOMING

    def _role(self, i: int, j: int) -> str:
        if j < len(self.words) and self.words[j] == "'s":
            return "owner"
        if self._is_title_won(i):
            return "object"
        k = i - 1
        while k >= 0 and (self.words[k] in DETERMINERS or self.words[k] in TITLES):
            k -= 1
        if k < 0:
            return "agent"
        if self._is_second_object(k, j):
            return "object"
        if self.words[k] == "by":
            return "by"
        if is_exception(self.words, k):
            return "object"
        if self.words[k] == "like" and 0 < k <= _GROUP_MAX and self.words[k - 1] in LIKENED:
            return "agent"  # "Major powers like Germany and Italy"
        if self.words[k] == "to" and k and self.words[k - 1] == "according":
            return "agent"
        if is_many_but(self.words, k):
            return "object"
        if self.words[k] in ADDRESSING:
            return "object"
        if self.words[k] in PLACE_ONLY:
            return "place"
        is_object = self.words[k] in PREPOSITIONS or self._is_direct_object(k, j)
        return "object" if is_object else "agent"

    def _is_direct_object(self, k: int, j: int) -> bool:
        """As in "Italy helps Ukraine but rejects …", "Rome has armed Kyiv, and …": behind a verb at token `k`, and no subject of another."""
        last = self.found[-1] if self.found else None
        if last is None or last.role != "agent" or not last.j <= k < last.j + _VERB_MAX:
            return False
        between = self.words[last.j : k + 1]
        verb = (
            between[-2] if between[-1] in _PARTICLES_OF_VERBS and len(between) > 1 else between[-1]
        )
        if verb in SAYING or not _NO_VERB.isdisjoint(between):
            return False
        if not all(word.replace("'", "").isalpha() for word in between):
            return False
        if verb in _TAKING:
            return True
        bare = verb not in _OTHER_FORMS and not _MODALS.isdisjoint(
            between[:-1]
        )  # "must not join NATO"
        if bare and f"{verb}s" in _OF_CLAUSES:
            return False
        if not bare and not verb.endswith(("ed", "s")) and verb not in _OTHER_FORMS:
            return False
        after = self.words[j] if j < len(self.words) else "."
        if after in _NO_SUBJECT_ENDS or verb in _OF_CLAUSES:
            return after in _NO_SUBJECT_ENDS
        if after in ("and", "or"):
            return not self._capital(j + 1) and self.words[j + 1 : j + 2] not in _MORE
        return after in _OBJECT_ENDS or after in PREPOSITIONS

    def _leads_party(self, j: int) -> bool:
        """As in "leader of the Socialist Left Party", "head of Norway's largest opposition party"."""
        if self.words[j : j + 1] != ["of"]:
            return False
        behind = itertools.takewhile(
            lambda w: (w.isalpha() or w == "'s") and w not in _NO_PARTY,
            self.words[j + 1 : j + _PARTY_REACH],
        )
        return "party" in behind

    def _leads_others(self, j: int) -> bool:
        """As in "the leader of the opposition", "the leader of the Greens": neither a country nor its government."""
        return self.words[j - 1 : j + 1] == ["leader", "of"] and _LED.isdisjoint(
            self.words[j + 1 : j + 4]
        )

    def _is_second_object(self, k: int, j: int) -> bool:
        """As in "met with France and Britain", "a meeting of Putin and Zelensky": named behind "and" with an object, no verb's subject."""
        last = self.found[-1] if self.found else None
        if last is None or self.words[k] not in ("and", "or") or last.j != k:
            return False
        lead = self.words[last.i - 1]
        if lead == "between":
            return True
        return (
            last.role == "object"
            and (lead in COMPANIONS or lead == "of" or is_left_out(self.words, last.i - 1))
            and self.words[j : j + 1] != []
            and (
                self.words[j] in PREPOSITIONS
                or not self.words[j].isalpha()
                or is_left_out(self.words, last.i - 1)
            )
        )

    def _voice(
        self, i: int, j: int, kind: str, actors: tuple[str, ...], label: str, *, title: str = "", gender: str = "",
        plural: bool = False, word: str = "", surname: str = "", native: tuple[str, ...] = (), authority: Authority | None = None,
    ) -> Voice:  # fmt: skip
        role = self._role(i, j)
        if authority is None:
            authority = self.cast.rank(actors[0], label) if actors else Authority.NONE
        voice = Voice(
            i,
            j,
            kind,
            actors,
            label,
            gender,
            plural or len(actors) > 1,
            role,
            word,
            authority,
            surname,
            native,
        )
        if kind != "pronoun":
            self.cast.meet(voice, title)
        return voice

    def _government(self, actor: str) -> str:
        if actor not in self.cast.actors:
            return actor
        record = self.cast.actors[actor]
        if record.collective or not record.adjectives:
            return record.name
        return f"{record.adjectives[0]} government"
