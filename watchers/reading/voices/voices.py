"""Who is named in a sentence: countries, people, offices, descriptions, pronouns, and those who speak for nobody.

Knows in which order a phrase is tried as what. Whether somebody speaks is `reports.py`, what about is others' work.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from watchers.model import Authority
from watchers.reading.text.document import Sentence
from watchers.reading.voices.counted import counted
from watchers.reading.voices.joint import COUNTED, PAPERS, SIGNERS, as_joint_paper, telling_paper
from watchers.reading.voices.offices import Offices
from watchers.reading.voices.papers import PLANS, plan_again, plan_of, tells
from watchers.reading.voices.voice import PRONOUNS, Voice, fits
from watchers.reading.voices.voice_words import (
    DESCRIPTIONS,
    GROUP_HEADS,
    GROUPS,
    HIS_PEOPLE,
    HOMES,
    MEMBERS,
    MODIFIERS,
    SOME,
    TITLES,
)
from watchers.reading.words.clause_words import ARTICLES, CALLED
from watchers.reading.words.report_words import INTRODUCERS, LINES, SAYING, VIEWS
from watchers.reading.words.vocabulary import Mark

_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "our": "we", "my": "i"}
_BREAKS = frozenset({",", '"', "'", "–", "?", "!", "("})
#: What may follow "for him" where it is his point of view, and "his answer" where it is told.
_SEEN_FOR = frozenset({"it", "that", "there", "this"})
_BEING = frozenset({":", "has", "is", "remained", "remains", "was"})
#: Pronouns in other cases, and what they are as a subject.
_OBLIQUE = {
    "him": "he",
    "his": "he",
    "her": "she",
    "it": "it",
    "its": "it",
    "them": "they",
    "their": "they",
}
_FORMER = frozenset({"former", "ex", "retired", "then", "late"})
#: Kinds of marks that name somebody or say what he is.
_NAMING = frozenset({
    "adj", "block", "body", "demonym", "former", "gbody", "name", "nobody", "office", "offices", "official", "person",
})  # fmt: skip
#: Small words at which somebody may be named; else it takes a capital, or a known expression.
_OPENERS = frozenset({
    *PRONOUNS, *_OBLIQUE, *_POSSESSIVES, *GROUPS, *PAPERS, *PLANS, *SIGNERS, *_FORMER, "all", "both", "neither", "the",
})  # fmt: skip
#: Tokens of "the former Social Democrat".
_DESCRIPTION_MAX = 5
#: What opens a clause whose subject "he" goes on with: "Although X is for it, he has …".
_CONCEDING = frozenset(
    {"although", "because", "even", "once", "though", "unless", "whereas", "whether"}
)
#: What stands before a paper that was spoken of, and before one of those who were named together.
_PAPER_LEADS = frozenset({"closing", "common", "final", "joint", "the", "their", "this"})
_HEADED = (["government"], ["state"])
_SHARED = _PAPER_LEADS - {"the", "this"}
_BEFORE_TELLER = ARTICLES | MODIFIERS | TITLES | {"'s"}
#: Signers from whom on "European leaders" are they.
_SIGNERS_MIN = 3
_REFLEXIVES = (["herself"], ["himself"], ["itself"], ["themselves"])
#: What ends the words that are told, before whoever tells them.
_ENDS = frozenset({",", '"', "–"})
#: Tokens of a clause between a name and its verb: "Donald Tusk, who met Emmanuel Macron on Monday, said".
_ASIDE_MAX = 14
_BECOMES = frozenset({"became", "becomes", "is", "was"})
_COMPLEMENT_LEADS = frozenset(
    {"a", "an", "first", "last", "latest", "now", "only", "second", "the", "third"}
)
#: Voices that were named before "it", among which the last one that acted is looked for.
_OUTLET_REACH = 4
#: Tokens at the head of a sentence in which its subject stands.
_SUBJECT_MAX = 6

#: Tokens from a collective's name to the noun of its members: "NATO member states".
_MEMBERS_REACH = 2


class VoiceFinder(Offices):
    """Reads the noun phrases of one sentence after another."""

    def find(self, sentence: Sentence, marks: list[Mark], cues: Iterable[Mark] = ()) -> list[Voice]:
        self._begin(sentence, marks, cues)
        found, i = self.found, 0
        named = {mark.i for mark in marks if mark.kind in _NAMING}
        plans = not PLANS.isdisjoint(self.words)
        heads = [
            k
            for k, (word, capital) in enumerate(zip(self.words, self._capitals, strict=True))
            if capital or word in _OPENERS or k in named
        ]
        for head in heads:
            if head < i:
                continue
            voice, i = self._phrase(head, found)
            voice = (self._plan(head, voice, i) if plans else None) or voice
            if voice is not None:
                voice = self._of_some(self._as_subject(self._headed(self._house_of(voice, i))))
                voice = self._as_signers(voice)
                i = max(i, voice.j)
                found.append(voice)
                if voice.i <= _SUBJECT_MAX and voice.role == "agent" and self.subject is None:
                    self.subject = voice
        if self.bare:
            self._give_to_teller()
        paper = None if PAPERS.isdisjoint(self.words) else telling_paper(sentence, found)
        if paper is not None:
            found.append(paper)
            found.sort(key=lambda v: v.i)
        return found

    def _as_signers(self, voice: Voice) -> Voice:
        """As in "European leaders wrote", where the article tells elsewhere which of them put their names to it."""
        signers = self.cast.signers
        if signers is None or len(signers.actors) < _SIGNERS_MIN or len(voice.actors) != 1:
            return voice
        if voice.kind not in ("official", "document"):
            return voice
        actor = voice.actors[0]
        if actor not in self.cast.actors or not self.cast.actors[actor].collective:
            return voice
        return replace(voice, actors=signers.actors, label=signers.label, plural=True)

    def _give_to_teller(self) -> None:
        """As in "The government will not send troops, the Estonian minister said": it is the teller's."""
        first, j = min(self.bare.items())
        teller = next((v for v in reversed(self.found) if v.i >= j and self._tells(v)), None)
        if teller is None:
            return
        before = [v for v in self.found if v.i < first and v.role == "agent" and v.actors]
        if any(v.actors != teller.actors for v in before):
            return  # "France is divided: the government …"
        for i, j in self.bare.items():
            fitting = self.words[i] not in ("he", "she") or fits(teller, PRONOUNS[self.words[i]])
            known = next((v for v in self.found if v.i == i), None)
            if known is not None and known.actors:
                continue  # "Berlin is split. The government will not send troops, Tusk said"
            if fitting and j <= teller.i and self._role(i, j) == "agent":
                self.found[:] = [v for v in self.found if v.i != i]
                self.found.append(replace(teller, i=i, j=j, role="agent", word="home"))
        self.found.sort(key=lambda v: v.i)

    def _tells(self, voice: Voice) -> bool:
        """Whether a voice stands in ", the Estonian minister said", ", said Michal", "according to Tallinn"."""
        if len(voice.actors) != 1 or self.cast.is_collective(voice.actors[0]):
            return False
        k = voice.i
        while k > 0 and self.words[k - 1] in _BEFORE_TELLER:
            k -= 2 if self.words[k - 1] == "'s" else 1
        lead = self.words[max(0, k - 2) : k]
        if lead == ["according", "to"]:
            return True
        if lead[-1:] and lead[-1] in SAYING:
            return lead[0] in _ENDS
        if lead[-1:] == [] or lead[-1] not in _ENDS:
            return False
        j = voice.j + (self.words[voice.j : voice.j + 1] in _REFLEXIVES)
        aside = self.words[j : j + _ASIDE_MAX]
        says_later = any(a == "," and b in SAYING for a, b in pairwise(aside))
        return self._says(j) or (aside[:1] == [","] and says_later)

    def _plan(self, head: int, voice: Voice | None, end: int) -> Voice | None:
        """As in "The American draft would …", "the draft says": it speaks for its author, where one alone has a plan."""
        nation = self._nation(head)
        actors: tuple[str, ...] = ()
        if voice is not None:
            span, actors = plan_of(self.words, voice.i, voice.j), voice.actors
        elif nation is not None and nation.kind != "demonym":
            span, actors = plan_of(self.words, head, end), (nation.value,)
        else:
            span = plan_again(self.words, head)
            if len(self.cast.planners) == 1:
                actors = next(iter(self.cast.planners))
        if span is None or not actors:
            return None
        self.cast.planners.add(actors)
        if self._role(*span) != "agent" or not tells(self.words, span[1]):
            return None
        return self._voice(*span, "document", actors, self._text(*span), word="paper")

    def _as_subject(self, voice: Voice) -> Voice:
        """As in "Starmer became the first European leader to say": the office is what the subject is."""
        k = voice.i - 1
        while k > 0 and self.words[k] in _COMPLEMENT_LEADS:
            k -= 1
        subject = self.found[-1] if self.found else None
        if (
            voice.kind != "office"
            or subject is None
            or subject.j != k
            or self.words[k] not in _BECOMES
        ):
            return voice
        return replace(subject, i=voice.i, j=voice.j) if subject.role == "agent" else voice

    def _of_some(self, voice: Voice) -> Voice:
        """As in "some European countries", "few NATO members": what some of them hold is not held by all."""
        heads = self.words[voice.i : voice.j + _MEMBERS_REACH]
        lead = self.words[max(0, voice.i - 2) : voice.i + 1]
        if SOME.isdisjoint(lead) or MEMBERS.isdisjoint(heads):
            return voice
        is_of_all = any(self.cast.is_collective(actor) for actor in voice.actors)
        return replace(voice, actors=()) if is_of_all else voice

    def _house_of(self, voice: Voice, end: int) -> Voice:
        """Those who speak for an office: "the prime minister's office", "António Costa's people"."""
        j = voice.j
        if voice.kind not in ("person", "office") or voice.word or end > j or not voice.speaks:
            return voice
        of = voice.i - 1 - (self.words[voice.i - 1] in ARTICLES)
        if of > 0 and self.words[of] == "of" and self.words[of - 1] in HIS_PEOPLE:
            label = self._text(of - 1, j)  # "the office of the French president"
            return replace(
                voice,
                i=of - 1,
                kind="body",
                label=label,
                role=self._role(of - 1, j),
                surname="",
                gender="",
            )
        if (
            self.words[j : j + 1] != ["'s"]
            or self.words[j + 1 : j + 2] == []
            or self.words[j + 1] not in HIS_PEOPLE
        ):
            return voice
        label = self._text(voice.i, j + 2)
        return replace(
            voice,
            j=j + 2,
            kind="body",
            label=label,
            role=self._role(voice.i, j + 2),
            surname="",
            gender="",
        )

    def _phrase(self, i: int, found: list[Voice]) -> tuple[Voice | None, int]:
        word = self.words[i]
        if word in PRONOUNS:
            return self._pronoun(i, found)
        again = self._again(i, found)
        if again is not None:
            return again
        longest = self._longest_of_each(i)
        block = longest.get("block")
        if block is not None and self._blocks(block):
            return self._voice(i, block.j, "nobody", (), self._text(i, block.j)), block.j
        if word in _FORMER or "former" in longest:
            voice, j = self._former(i, found)
            if voice is not None:
                return voice, j
        return self._named(i, longest)

    def _named(self, i: int, longest: Mapping[str, Mark]) -> tuple[Voice | None, int]:
        """Somebody by name, nation, body, office or description."""
        person, body = longest.get("person"), longest.get("body")
        nation = self._nation(i)
        if person is not None and (nation is None or person.j >= nation.j):
            return self._person(i, person.j)
        if body is not None and nation is not None and body.j > nation.j:
            return self._described(body)
        if nation is not None:
            return self._of_nations(nation) or self._of_nation(nation)
        native = self._native(i)
        if native is not None:
            return native, i + 1
        for kind in ("body", "office", "offices", "gbody", "official", "nobody"):
            if kind in longest:
                return self._described(longest[kind])
        return self._unknown(i)

    def _again(self, i: int, found: list[Voice]) -> tuple[Voice | None, int] | None:
        """Somebody who was named before: by pronoun, as "her government", a paper, a group, a description."""
        word = self.words[i]
        meant = self._source_pronoun(i) if word in _OBLIQUE else ""
        if meant:
            return self._pronoun(i, found, meant)
        if word in _POSSESSIVES and self.words[i + 1 : i + 3] == ["armed", "forces"]:
            return self._home(i, found, i + 3)
        if word in _POSSESSIVES and self.words[i + 1 : i + 2] and self.words[i + 1] in HOMES:
            return self._home(i, found, i + 2)
        if word in ("the", "this") and self.words[i + 1 : i + 2] in (["country"], ["nation"]):
            self.bare[i] = i + 2
            country = self._country(i, found)
            return None if country is None else (country, country.j)
        voice = self._paper(i) or (self._group(i) if word in GROUPS else self._counted(i))
        if voice is None and word == "the":
            voice = self._as_described(i, found)
        return None if voice is None else (voice, voice.j)

    def _counted(self, i: int) -> Voice | None:
        """As in "Both are in favour", "the two leaders": those who were named together just before."""
        group = self.cast.acting_together
        found = counted(self.words, i) if group is not None else None
        if group is None or found is None or len(group.actors) != found[0]:
            return None
        return replace(group, i=i, j=found[1], role=self._role(i, found[1]))

    def _as_described(self, i: int, found: list[Voice]) -> Voice | None:
        """As in "the retired general", "the Social Democrat": who speaks, called by what else he is."""
        reach = min(i + _DESCRIPTION_MAX, len(self.words))
        end = next((k + 1 for k in range(i + 1, reach) if self.words[k] in DESCRIPTIONS), None)
        if end is None or any(not self.words[k][:1].isalpha() for k in range(i + 1, end)):
            return None
        if self._capital(end) or self.words[end : end + 1] in (["'s"], ["of"]):
            return None
        if found and found[-1].j >= i - 1 and self.words[i - 1 : i] == [","]:
            return None  # "Tajani, the host, said": an apposition
        known = self.cast.speaker
        if known is None or known.kind not in ("person", "nobody") or not known.surname:
            return None
        for k in range(i + 1, end):
            nation = self._nation(k)
            if nation is not None and nation.value not in (*known.actors, *known.native):
                return None
        return replace(known, i=i, j=end, role=self._role(i, end), word="")

    def _paper(self, i: int) -> Voice | None:
        """As in "the declaration", "the six": a paper that was spoken of, or those who signed it."""
        cast, word = self.cast, self.words[i]
        if word not in PAPERS and word not in SIGNERS:
            return None
        lead = self.words[i - 1] if i else ""
        behind = self.words[i + 1 : i + 3]
        opens = i == 0 and word in SIGNERS and cast.paper is not None  # "Leaders agreed that …"
        if behind[:1] == ["of"] and behind[1:] not in _HEADED:
            return None
        if lead not in _PAPER_LEADS and not opens and (lead != "all" or word in PAPERS):
            return None
        several = cast.several
        if word in SIGNERS:
            if several is None and not PAPERS.isdisjoint(self.words):
                several = cast.signers
            if several is None or lead not in ("", "all", "the", "this"):
                return None
            if lead == "all" and COUNTED.get(word, len(several.actors)) != len(several.actors):
                return None
            return replace(several, i=i, j=i + 1, kind="official", role=self._role(i, i + 1))
        paper = cast.paper
        if paper is None and several is not None and several.role == "agent" and lead in _SHARED:
            paper = as_joint_paper(several, i, word)
        if paper is None and cast.signers is not None:
            paper = as_joint_paper(cast.signers, i, word)
        return paper and replace(paper, i=i, j=i + 1, role=self._role(i, i + 1))

    def _group(self, i: int) -> Voice | None:
        """As in "the Baltic states", "Nordic and Baltic leaders", "the E3": all of their governments."""
        j = i + 1
        names = [self.words[i]]
        while (
            self.words[j : j + 1] == ["and"]
            and self.words[j + 1 : j + 2]
            and self.words[j + 1] in GROUPS
        ):
            names.append(self.words[j + 1])
            j += 2
        while j < min(i + 5, len(self.words)) and self.words[j] in MODIFIERS:
            j += 1
        headed = self.words[j : j + 1] and self.words[j] in GROUP_HEADS
        if not headed and self.words[i] != "e3":
            return None
        j = j + 1 if headed else i + 1
        members = [a for name in names for a in GROUPS[name] if a in self.cast.actors]
        named = [a for a in members if a in self.cast.mentioned]
        actors = tuple(named or members)  # whom a text names of them are those who are meant
        if not actors:
            return None
        return self._voice(i, j, "country", actors, self._text(i, j), plural=True)

    def _blocks(self, block: Mark) -> bool:
        inside = [m for k in range(block.i, block.j) for m in self.at.get(k, ())]
        if any(m.kind in ("name", "body") and m.i == block.i and m.j >= block.j for m in inside):
            return False  # "European Union" is no "European …" and a name of its own
        return not any(m.kind == "person" and m.j > block.j for m in inside)

    def _home(self, i: int, found: list[Voice], j: int) -> tuple[Voice | None, int]:
        """As in "His country", "her government": the actor for which he or she speaks."""
        if self.words[i] in ("our", "my"):
            return Voice(i, j, "pronoun", (), "we", word="we", authority=Authority.NONE), j
        if self.words[i] in ("his", "her", "its"):
            self.bare[i] = j
        meant = self.cast.pronoun(_POSSESSIVES[self.words[i]], found)
        if meant is None or not meant.actors:
            return None, i + 1
        return replace(meant, i=i, j=j, role=self._role(i, j), word="home"), j

    def _country(self, i: int, found: list[Voice]) -> Voice | None:
        """As in "Fajon said the country would not …": that of whoever speaks, as a subject."""
        j = i + 2
        if self._role(i, j) != "agent" or self.words[j : j + 1] in (["'s"], ["of"], ["that"]):
            return None
        named = [v for v in found if v.role == "agent" and v.kind != "pronoun"]
        meant = named[-1] if named else self.cast.pronoun("it", found)
        if meant is None or len(meant.actors) != 1 or self.cast.is_collective(meant.actors[0]):
            return None
        others = [v for v in found if v.kind == "country" and v.actors and v.actors != meant.actors]
        if any(not named or v.i >= named[-1].j for v in others):
            return None  # "Macron praised Denmark: the country will …"
        return replace(meant, i=i, j=j, role="agent", word="home")

    def _source_pronoun(self, i: int) -> str:
        """The pronoun in "according to him", "in her view", "by his account"; else nothing."""
        before, after = self.words[max(0, i - 2) : i], self.words[i + 1 : i + 3]
        if before == ["according", "to"] and not (
            after and self.words[i] in _POSSESSIVES and after[0].isalpha()
        ):
            return _OBLIQUE[self.words[i]]
        for_him = i == 1 and before == ["for"] and self.words[i] in ("him", "her")
        if for_him and after and not (after[0].isalpha() and after[0] not in _SEEN_FOR):
            return _OBLIQUE[self.words[i]]
        line = self.words[i] in ("his", "her") and not LINES.isdisjoint(after[:1])
        if line and after[1:] and after[1] in _BEING:
            return _OBLIQUE[self.words[i]]
        viewed = before[-1:] in (["in"], ["by"], ["to"]) and not VIEWS.isdisjoint(after)
        return (
            _OBLIQUE[self.words[i]]
            if viewed and self.words[i] in ("his", "her", "its", "their")
            else ""
        )

    def _pronoun(self, i: int, found: list[Voice], word: str = "") -> tuple[Voice | None, int]:
        word = word or self.words[i]
        if word in ("we", "i"):
            return Voice(i, i + 1, "pronoun", (), word, word=word, authority=Authority.NONE), i + 1
        if word == "it" and self._stands_for_clause(i):
            return None, i + 1
        if word == "it" and self._is_outlets(i, found):
            return Voice(i, i + 1, "pronoun", (), word, word=word, authority=Authority.NONE), i + 1
        paper = self.cast.fresh_paper
        if word == "it" and paper is not None and self._says(i + 1):
            return replace(paper, i=i, j=i + 1, role="agent", word=word), i + 1
        meant = self._as_for(i, word, found)
        if meant is None and word == "it":
            meant = self._same_subject(i, found)
        meant = meant or self.cast.pronoun(word, found, apart=self._apart(i))
        if meant is None:
            if i == 0 and word in ("he", "she"):
                self.bare[i] = i + 1  # "He would never accept it, Robert Fico said"
            return Voice(i, i + 1, "pronoun", (), word, word=word, authority=Authority.NONE), i + 1
        return replace(meant, i=i, j=i + 1, role="agent", word=word), i + 1

    def _as_for(self, i: int, word: str, found: list[Voice]) -> Voice | None:
        """As in "As for Berlin, it has always …", "As for Merz, he …"."""
        if self.words[:2] != ["as", "for"] or self.words[i - 1] != "," or not found:
            return None
        kinds = ("country", "body") if word == "it" else ("person", "office")
        about = found[0]
        return about if about.i in (2, 3) and about.j == i - 1 and about.kind in kinds else None

    def _same_subject(self, i: int, found: list[Voice]) -> Voice | None:
        """As in "Romania has joined the coalition, but it will not …": the subject of the sentence goes on."""
        if self.words[i - 1] not in ("and", "but") or self.words[i - 2] != ",":
            return None
        return next(
            (
                v
                for v in found[:1]
                if v.i <= 1 and v.role == "agent" and not v.plural and v.kind in ("country", "body")
            ),
            None,
        )

    def _is_outlets(self, i: int, found: list[Voice]) -> bool:
        """As in "The Financial Times has seen the draft. It says …": what a paper tells is no government's word."""
        acting = [v for v in (*self.cast.recent[-_OUTLET_REACH:], *found) if v.role == "agent"]
        return self._says(i + 1) and acting != [] and acting[-1].kind == "nobody"

    def _says(self, k: int) -> bool:
        """Whether a verb of saying, alone or behind a small word, stands at token `k`."""
        k += self.words[k : k + 1] in (["also"], ["had"], ["has"])
        return self.words[k : k + 1] != [] and self.words[k] in SAYING

    def _stands_for_clause(self, i: int) -> bool:
        """As in "did not think it practical to …", "finds it hard that …"."""
        return (
            i > 0
            and self.words[i - 1] in CALLED
            and self.words[i + 2 : i + 3] in (["that"], ["to"])
        )

    def _apart(self, i: int) -> int | None:
        """Where the words reported by "…, he said" begin, for a pronoun that stands behind or amid them."""
        if not i or (
            self.words[i - 1] not in _BREAKS and self.words[i - 1] not in ("said", "says")
        ):
            return None
        if not self.words[i + 1 : i + 2] or self.words[i + 1] not in SAYING:
            return None
        if self.words[i - 1] not in _BREAKS and any(v.role == "agent" for v in self.found):
            return None  # "Erdogan, the host, said he had offered"
        if self.words[0] in INTRODUCERS or self.words[0] in _CONCEDING:
            return None
        return next(
            (k + 1 for k in range(i - 2, 0, -1) if self.words[k] in (";", ":", "–", ".")), 0
        )
