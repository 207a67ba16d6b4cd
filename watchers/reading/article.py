"""One article through the stages, from its first sentence to its last: what it names, who speaks, what is held.

Knows the stages' names and their order. Knows none of their rules, and no weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter

from watchers.model import Article
from watchers.reading.clauses.clauses import Clauses
from watchers.reading.clauses.gaps import gapped, stranded
from watchers.reading.composition import Composed
from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.trims import trimmed
from watchers.reading.speech.entries import Entries
from watchers.reading.speech.floor import Floor
from watchers.reading.speech.posts import signature_at, signed_posts
from watchers.reading.speech.report import Report
from watchers.reading.speech.reports import find_reports
from watchers.reading.speech.utterances import Closing, closing_of, runs
from watchers.reading.stance.chain import Governed
from watchers.reading.statements.candidates import Candidate, Candidates
from watchers.reading.statements.resolve import Miss, Resolver
from watchers.reading.text.document import Document, Sentence
from watchers.reading.thread.naming import Namer, Naming
from watchers.reading.thread.thread import Thread
from watchers.reading.trace import Trace
from watchers.reading.voices.cast import Cast
from watchers.reading.voices.joint import is_signing, signers_of
from watchers.reading.voices.voice import Voice
from watchers.reading.voices.voices import VoiceFinder
from watchers.reading.words.leaving import with_leaving
from watchers.reading.words.vocabulary import Hit, Mark, marks_by_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the rules found in one article."""

    #: Claims of which the article can speak.
    active: frozenset[str]
    #: Every sentence.
    traces: list[Trace]
    #: Every chain that has a position, whoever holds it, with the number of its sentence.
    governed: list[tuple[int, Governed, Composed]]
    #: Sentence -> its clauses, where they were looked through.
    clauses: Mapping[int, Clauses]
    candidates: list[Candidate]
    misses: list[Miss]


@dataclass(frozen=True, slots=True)
class _Heard:
    """One sentence before it is known whose words it has."""

    sentence: Sentence
    naming: Naming
    voices: list[Voice]
    marks: list[Mark]
    reports: list[Report]
    subject: Voice | None


class ArticleReader:
    """Reads one article from first sentence to last."""

    def __init__(self, knowledge: Knowledge, article: Article, document: Document) -> None:
        self._document, self._lexicon = document, knowledge.lexicon
        self._own = knowledge.topics.siblings.weights.keys()
        published = article.published.date()
        names = knowledge.names.find(document.folded, document.raw)
        self._named = list(marks_by_sentence(document.sentences, names))
        cues = knowledge.lexicon.find(document.folded, document.raw)
        self._cued = [marks for _, marks in marks_by_sentence(document.sentences, cues)]
        cast = Cast(knowledge.world, published)
        _introduce(cast, names)
        self._floor = Floor(cast, document)
        for sentence, marks in self._named:
            signs = cast.signers is None and is_signing(sentence.words)
            if signs or signature_at(sentence.words) is not None:
                finder = VoiceFinder(Cast(knowledge.world, published), document.raw)
                voices = finder.find(sentence, marks)
                cast.signers = signers_of(sentence, voices) if signs else cast.signers
                self._floor.posts.update(signed_posts(sentence, voices))
        self._finder = VoiceFinder(cast, document.raw)
        self._namer = Namer(knowledge, document, names, self._named)
        self._candidates = Candidates(knowledge, document, published, self._namer.active)
        self._resolver = Resolver(knowledge, self._floor, self._candidates)
        self._thread = Thread(self._resolver)
        self._entries = Entries(self._named)

    def read(self) -> Findings:
        traces: list[Trace] = []
        marked = zip(self._named, self._cued, strict=True)
        for length in runs((s for s, _ in self._named), self._document.unclosed):
            heard = [
                self._hear(sentence, names, cues)
                for (sentence, names), cues in islice(marked, length)
            ]
            traces += self._run(heard)
        return Findings(
            active=self._namer.active,
            traces=traces,
            governed=self._resolver.governed,
            clauses=self._thread.clauses,
            candidates=[self._with_person(one) for one in self._candidates.found],
            misses=self._resolver.misses,
        )

    def _hear(self, sentence: Sentence, names: list[Mark], cues: list[Mark]) -> _Heard:
        """What a sentence names and who speaks in it."""
        naming = self._namer.find(sentence, names)
        voices = self._finder.find(sentence, names, cues)
        marks = self._with_cues(sentence, names, cues)
        voices, told = self._entries.headed(sentence, marks, voices)
        reports = told or find_reports(sentence, marks, voices)
        return _Heard(sentence, naming, voices, marks, reports, self._finder.subject)

    def _run(self, heard: list[_Heard]) -> list[Trace]:
        """The sentences of one quotation or teller, or a single one, each followed after the other."""
        closing = None
        if len(heard) > 1:
            closing = closing_of(heard[-1].sentence, heard[-1].reports)
        apart = closing is not None and closing.apart
        told = heard[:-1] if apart else heard
        traces = [self._sentence(one, closing) for one in told]
        return traces + [self._sentence(one, None) for one in heard[len(told) :]]

    def _sentence(self, heard: _Heard, closing: Closing | None) -> Trace:
        sentence, voices, reports = heard.sentence, heard.voices, heard.reports
        self._floor.closing = closing
        before, gap = self._floor.speaker, sentence.paragraph - self._floor.paragraph
        if closing is not None and closing.source is not None:
            before, gap = closing.source, 0
        elif self._floor.author is not None:
            before, gap = self._floor.author, 0
        if sentence.index in self._entries:
            self._thread.reopen(sentence)
        trace = Trace(
            sentence=sentence,
            marks=heard.marks,
            voices=voices,
            reports=reports,
            mentions=trimmed(
                heard.naming.mentions, sentence.words, voices, reports, heard.marks, self._own
            ),
            topic=self._thread.topic(sentence),
            concepts=heard.naming.concepts,
            before=before,
            before_gap=gap,
            barred=heard.naming.barred,
        )
        self._thread.follow(trace)
        self._floor.after(sentence, reports, voices, heard.subject)
        return trace

    def _with_cues(self, sentence: Sentence, names: list[Mark], whole: list[Mark]) -> list[Mark]:
        """The marks of names and cues, of those too between whose words something stands."""
        folded = self._document.folded[sentence.start : sentence.end]
        raw = self._document.raw[sentence.start : sentence.end]
        cues = gapped(sentence, folded, raw, self._lexicon, whole)
        ahead = (
            stranded(sentence, folded, raw, self._lexicon)
            if "which" in folded or "whom" in folded
            else []
        )
        marks = [*names, *cues, *ahead]
        marks.sort(key=attrgetter("j"), reverse=True)  # the longer one first,
        marks.sort(key=attrgetter("i"))  # of those with one start
        return with_leaving(marks, sentence.words)

    def _with_person(self, candidate: Candidate) -> Candidate:
        """A government's position in the mouth of the one person who was heard to speak for it."""
        heard = self._floor.heard.get(candidate.actor, {})
        if candidate.country and len(heard) == 1:
            return replace(candidate, speaker=next(iter(heard)))
        return candidate


def _introduce(cast: Cast, names: list[Hit]) -> None:
    """The people whom an article names, in the order in which they appear."""
    for _, _, entry in names:
        if entry.kind in ("name", "adj", "demonym", "land"):
            cast.mentioned.add(entry.value)
        elif entry.kind == "person":
            actor, person = entry.value
            cast.mentioned.add(actor)
            known = cast.appearing.setdefault(actor, [])
            if person not in known:
                known.append(person)
