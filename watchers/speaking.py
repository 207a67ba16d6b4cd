"""Tell who speaks in a short phrase such as "spokesman for Friedrich Merz", and with what rank.

Knows how English puts offices, bodies and people together. Knows no actor: whoever asks hands in
what the phrases that can occur stand for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from watchers.model import Authority


class Naming(StrEnum):
    """What a phrase names."""

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"
    #: The actor itself: "Poland", "Warsaw".
    NAME = "name"
    #: "Polish", "the Poles".
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one phrase stands for."""

    naming: Naming
    #: The rank that it gives on a day.
    rank: Callable[[date], Authority]


#: Folded words to what they stand for.
Lexicon = Mapping[tuple[str, ...], Sequence[Meaning]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase of the lexicon in a speaker's words; `start` and `end` count words."""

    start: int
    end: int
    words: tuple[str, ...]
    meanings: Sequence[Meaning]

    def named(self, *namings: Naming) -> list[Meaning]:
        return [meaning for meaning in self.meanings if meaning.naming in namings]

    def rank(self, on: date, *namings: Naming) -> Authority:
        return max((meaning.rank(on) for meaning in self.named(*namings)), default=Authority.NONE)


_TITLES = (Naming.OFFICE, Naming.BODY)
#: Characters before and behind a name among which its office may stand.
NEAR_CHARS = 80
_BEFORE_NAME = re.compile(r"(?:[\w’'-]+ )+$")
_BEHIND_NAME = re.compile(r", [\w’' -]+(?=[,.;])")

#: Before a title: whoever bears it speaks for nobody today, or not yet.
_OUTSIDE = frozenset(
    {"former", "ex", "opposition", "shadow", "retired", "elect", "designate", "candidate"}
)

#: Directly before a title: a rank below it.
_DEPUTY = frozenset({"deputy", "vice", "assistant", "under", "junior"})

#: Stands for somebody else.
_VOICES = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "office"}
)

#: After these another is named who is not the speaker.
_RELATIONS = frozenset(
    {"of", "for", "to", "from", "with", "by", "on", "in", "at", "under", "inside"}
)

_FILLERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "then"})

#: A paper is signed by those whom it is of.
_PAPERS = frozenset({"statement", "declaration", "communique", "memorandum"})

#: Words that say by themselves that a name is withheld.
_WITHHELD = frozenset(
    {"source", "sources", "familiar", "anonymity", "unnamed", "unidentified", "anonymously"}
)

_INDEFINITE = frozenset({"a", "an", "one", "two", "three", "several", "some"})

_UNNAMED = frozenset(
    {"official", "officials", "officer", "officers", "diplomat", "diplomats", "aide", "aides", "adviser",
     "advisor", "person", "people", "voice", "insider"}
)  # fmt: skip


def find(words: tuple[str, ...], lexicon: Lexicon) -> list[Found]:
    """The phrases of the lexicon in `words`, leftmost and longest first, none over another."""
    longest = max(map(len, lexicon), default=0)
    found: list[Found] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + longest), start, -1):
            meanings = lexicon.get(words[start:end])
            if meanings:
                found.append(Found(start=start, end=end, words=words[start:end], meanings=meanings))
                start = end
                break
        else:
            start += 1
    return found


def rank_of(
    words: tuple[str, ...], found: Sequence[Found], lexicon: Lexicon, on: date
) -> Authority:
    """The rank of whoever speaks in `words`, in which the lexicon has `found` its phrases.

    An unknown name without a title is an OFFICIAL.
    """
    people = speaking_people(words, found)
    if people:
        return max(person.rank(on, Naming.PERSON) for person in people)
    if _OUTSIDE.intersection(words):
        return Authority.NONE
    if _is_withheld(words):
        return Authority.ANONYMOUS
    voice = _free_voice(words, found)
    if voice is not None:
        return _voice_rank(voice, found, lexicon, on)
    titles = [phrase for phrase in found if phrase.named(*_TITLES)]
    heads = [title for title in titles if _is_head(title, words, found)]
    if not heads and _PAPERS.intersection(words):
        heads = titles
    return max((_title_rank(title, words, on) for title in heads), default=Authority.OFFICIAL)


def introductions_of(name: str, text: str) -> list[tuple[str, str]]:
    """The words before a name and what is put behind it, each time that it stands in the text."""
    found = []
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        before = _BEFORE_NAME.search(text[max(0, place - NEAR_CHARS) : place])
        behind = _BEHIND_NAME.match(text[end : end + NEAR_CHARS])
        found.append((before[0] if before else "", behind[0] if behind else ""))
        place = text.find(name, end)
    return found


def office_before(words: tuple[str, ...], found: Sequence[Found]) -> tuple[str, ...]:
    """The office that ends these words, with the word that may make it another: "former", "Polish"."""
    offices = (one for one in found if one.end == len(words) and one.named(*_TITLES))
    office = next(offices, None)
    return words[max(0, office.start - 1) :] if office else ()


def speaking_people(words: tuple[str, ...], found: Sequence[Found]) -> list[Found]:
    """The people who are themselves the speakers, not those of whom or for whom somebody speaks."""
    people = [phrase for phrase in found if phrase.named(Naming.PERSON)]
    return [person for person in people if _is_head(person, words, found)]


def _is_head(phrase: Found, words: tuple[str, ...], found: Sequence[Found]) -> bool:
    """Whether a phrase is the speaker and not what the speaker belongs to."""
    after = words[phrase.end] if phrase.end < len(words) else ""
    if after == "'s" or after in _VOICES:
        return False
    if any(other.start == phrase.end and other.named(*_TITLES) for other in found):
        return False
    return _before(phrase, words, found) not in _RELATIONS


def _before(phrase: Found, words: tuple[str, ...], found: Sequence[Found]) -> str:
    """The word before a phrase and before the articles, adjectives and titles in front of it."""
    at = phrase.start
    while at:
        front = next((other for other in found if other.end == at), None)
        if front is not None:
            if not front.named(Naming.ADJECTIVE, *_TITLES) and words[front.end] != "'s":
                return ""  # "Prime Minister of Canada Mark Carney"
            at = front.start
        elif words[at - 1] in _FILLERS or words[at - 1] in _DEPUTY or words[at - 1] == "'s":
            at -= 1
        else:
            return words[at - 1]
    return ""


def _is_withheld(words: tuple[str, ...]) -> bool:
    if _WITHHELD.intersection(words):
        return True
    if ("close", "to") in pairwise(words):
        return True
    return bool(words) and words[0] in _INDEFINITE and bool(_UNNAMED.intersection(words))


def _free_voice(words: tuple[str, ...], found: Sequence[Found]) -> str | None:
    """A bare "spokesman", in contrast to a title of its own such as "Kremlin spokesman"."""
    for at, word in enumerate(words):
        inside = any(phrase.start <= at < phrase.end and len(phrase.words) > 1 for phrase in found)
        if word in _VOICES and not inside:
            return word
    return None


def _voice_rank(voice: str, found: Sequence[Found], lexicon: Lexicon, on: date) -> Authority:
    """A leader's voice ranks with the ministers, unless its title has a rank; others are officials."""
    best = Authority.OFFICIAL
    for phrase in found:
        highest = phrase.rank(on, Naming.PERSON, *_TITLES)
        is_house = phrase.rank(on, Naming.BODY) == Authority.MINISTER
        if highest == Authority.LEADER or is_house:
            best = Authority.MINISTER
        for start in range(
            len(phrase.words)
        ):  # "German government": is "government spokesman" a title?
            for meaning in lexicon.get((*phrase.words[start:], voice), ()):
                best = max(best, meaning.rank(on))
    return best


def _title_rank(title: Found, words: tuple[str, ...], on: date) -> Authority:
    rank = title.rank(on, *_TITLES)
    if title.start and words[title.start - 1] in _DEPUTY:
        return min(rank, Authority.ENVOY)
    return rank
