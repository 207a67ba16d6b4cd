"""Who speaks in each sentence as the rules see it: what a model's statement is held to.

Knows the rules' own names, reports and pronouns. Knows no claim, no position and no answer. A sentence
reaches whoever it names, whoever its pronouns mean, whoever was last reported to speak and whoever was
last named shortly before, so that a quotation that goes on has its speaker.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from watchers.actors import Actor, Actors
from watchers.model import Article
from watchers.reading.knowledge import Knowledge
from watchers.reading.speech.reports import find_reports
from watchers.reading.text.document import Document, Sentence
from watchers.reading.voices.cast import Cast
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voices import VoiceFinder
from watchers.reading.words.vocabulary import Mark, marks_by_sentence
from watchers.second_reader.sentences import LOOKED_AT_MAX_CHARS, Numbered
from watchers.second_reader.verifying import Hears
from watchers.spelling import words

#: Sentences after which "the last speaker" and "the last one named" are guesses.
_CARRY_SENTENCES = 6
#: Words that name an office or nobody; alone they do not tell one speaker from another.
_COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "s",
        "'s",
        "senior",
        "top",
        "former",
        "unnamed",
        "several",
        "two",
        "three",
        "new",
        "own",
        "his",
        "her",
        "its",
        "their",
        "who",
        "mr",
        "mrs",
        "ms",
        "sir",
        "dr",
        "lord",
        "lady",
        "president",
        "prime",
        "minister",
        "ministry",
        "premier",
        "chancellor",
        "secretary",
        "foreign",
        "defence",
        "defense",
        "state",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "officials",
        "leader",
        "leaders",
        "government",
        "source",
        "sources",
        "people",
        "person",
        "familiar",
        "with",
        "matter",
        "deputy",
        "vice",
        "chief",
        "envoy",
        "special",
        "ambassador",
        "adviser",
        "aide",
        "diplomat",
        "diplomats",
        "king",
        "queen",
        "pope",
        "general",
        "office",
        "head",
        "council",
        "national",
        "security",
        "affairs",
        "european",
        "union",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Listens to articles with what the rules were compiled from."""

    knowledge: Knowledge

    def listen(self, article: Article) -> Hears:
        """Who may be believed to speak where in the article."""
        reached = _Reached(self.knowledge, article)
        actors = self.knowledge.world

        def hears(sentence: Numbered, actor: str, speaker: str) -> bool:
            named = _Speaker.of(speaker, actors[actor], actors)
            if named.surnames and not named.stands_in(reached.all_words):
                return False  # nobody of that name is in the article at all
            if named.stands_in(words(sentence.text)):
                return True
            return any(named.is_voice(voice) for voice in reached.voices(sentence))

        return hears


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaker:
    """A speaker as the model names him."""

    actor: str
    #: Folded words that tell a person from others: the surname and its other spellings. None where
    #: an office, a body or the country itself is given, in whatever words.
    surnames: frozenset[str]
    #: Folded names of the country, its capital, its people and its bodies.
    country: frozenset[str]

    @classmethod
    def of(cls, speaker: str, actor: Actor, actors: Actors) -> "_Speaker":
        said = words(speaker)
        country = _names_of(actor)
        for person in (person for other in (actor, *actors) for person in other.people):
            names = [words(name) for name in (person.name, *person.aliases)]
            if any(name and _ends_with(said, name) for name in names):
                known = {name[-1] for name in names if name} - _COMMON - country
                return cls(actor=actor.id, surnames=frozenset(known), country=country)
        capitals = {
            words(word)[-1] for word in speaker.split() if word[:1].isupper() and words(word)
        }
        unknown = frozenset(capitals & set(said)) - _COMMON - country
        return cls(actor=actor.id, surnames=unknown, country=country)

    def stands_in(self, text: Iterable[str]) -> bool:
        """Whether a person is named there; for an office or body, whether its country is."""
        return not (self.surnames or self.country).isdisjoint(text)

    def is_voice(self, voice: Voice) -> bool:
        """The same by name, or by speaking for the same actor."""
        if voice.kind == "nobody":
            return bool(self.surnames) and self.stands_in(words(voice.label))
        return self.actor in voice.actors or self.stands_in(words(voice.label))


def _names_of(actor: Actor) -> frozenset[str]:
    bodies = [name for body in actor.bodies for name in body.names]
    named = (actor.name, *actor.names, *actor.adjectives, *actor.demonyms, *bodies)
    return frozenset(word for name in named for word in words(name)) - _COMMON


def _ends_with(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return said[-len(name) :] == name


class _Reached:
    """The voices of an article's sentences, found once."""

    def __init__(self, knowledge: Knowledge, article: Article) -> None:
        document = Document(article.title, article.text[:LOOKED_AT_MAX_CHARS])
        self.all_words = frozenset(words(document.raw))
        self._text_start = document.text_start
        self._voices: dict[int, tuple[Voice, ...]] = {}
        cast = Cast(knowledge.world, article.published.date())
        finder = VoiceFinder(cast, document.raw)
        hits = knowledge.names.find(document.folded, document.raw)
        named_at = marks_by_sentence(document.sentences, hits)
        cues = knowledge.lexicon.find(document.folded, document.raw)
        cued_at = marks_by_sentence(document.sentences, cues)
        last: list[tuple[Voice, Sentence]] = []
        for (sentence, names), (_, cued) in zip(named_at, cued_at, strict=True):
            voices = finder.find(sentence, names, cued)
            speaking = _speaking(sentence, [*names, *cued], voices)
            carried = [voice for voice, of in last if _is_near(of, sentence)]
            self._voices[sentence.start] = (*voices, *speaking, *carried)
            for voice in speaking:
                cast.heard(voice)
            named = [voice for voice in voices if voice.kind != "pronoun" and voice.role != "place"]
            last = [
                *(one for one in last if _is_near(one[1], sentence)),
                *((voice, sentence) for voice in (*named, *speaking)),
            ]

    def voices(self, sentence: Numbered) -> tuple[Voice, ...]:
        start = 0 if sentence.span is None else sentence.span[0] + self._text_start
        return self._voices.get(start, ())


def _speaking(sentence: Sentence, marks: list[Mark], voices: list[Voice]) -> list[Voice]:
    """Those who are reported to say something in the sentence."""
    reports = find_reports(sentence, sorted(marks, key=lambda mark: (mark.i, -mark.j)), voices)
    return [report.source for report in reports if report.source is not None]


def _is_near(before: Sentence, sentence: Sentence) -> bool:
    return sentence.index - before.index <= _CARRY_SENTENCES
