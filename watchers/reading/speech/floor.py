"""Who has the floor: the speaker of words that no report in their own sentence covers.

Knows who spoke last, who acted last, and interviews. Knows no claim and no position.
"""

from watchers.reading.speech.authored import FIRST_PERSON, is_headed, is_own_words, named_author
from watchers.reading.speech.report import Report
from watchers.reading.speech.utterances import Closing
from watchers.reading.text.dialogue import Dialogue, Turn
from watchers.reading.text.document import Document, Sentence
from watchers.reading.voices.cast import Cast
from watchers.reading.voices.joint import as_joint_paper, paper_at, paper_of, runs, several
from watchers.reading.voices.voice import Voice
from watchers.reading.words.report_words import ACTING, SUBORDINATING

#: Sentences for which unreported words may go on with what the last speaker was reported to say.
_CARRIED_MAX = 2
#: Tokens at the head of a sentence in which its subject stands.
_SUBJECT_MAX = 2
#: Tokens from a report verb to the colon that opens what is said below it.
_COLON_REACH = 7
#: Voices of a headline count so often when one looks for whom an interview is with.
_TITLE_COUNTS = 3
#: Modals and back-shifted verbs of indirect speech that goes on without a report.
_SHIFTED = frozenset({
    "could", "had", "must", "need", "needed", "needs", "should", "was", "were", "will", "would",
})  # fmt: skip


class Floor:
    """Follows the speakers of one article, sentence after sentence."""

    def __init__(self, cast: Cast, document: Document) -> None:
        self.cast, self._document = cast, document
        #: Whose own words the text is, where it is a statement or a speech; whether its headline says that it is one.
        self.author: Voice | None = None
        self._is_headed = False
        #: Whose words a paragraph is that is an embedded post.
        self.posts: dict[int, Voice] = {}
        self.dialogue = Dialogue(document)
        #: Who was last reported to speak, and where.
        self.speaker: Voice | None = None
        self.paragraph, self._sentence, self._carried = -1, -9, 0
        #: The paragraph of the sentence before.
        self._paragraph_before = -1
        #: Whether that was told in the present tense, in which speech that goes on is not shifted back.
        self._present = False
        #: Who is told at its end to have spoken the quotation of several sentences that is being read.
        self.closing: Closing | None = None
        #: Who was the subject of the sentence before, where it reports nobody.
        self._acting: Voice | None = None
        self._acted = -9
        #: The paragraph that a name and a colon opened: "STARMER: …".
        self._labelled = -1
        #: The paragraph above words without marks that are a speaker's: that of "X said:", and of such words.
        self._said_above, self._is_colon = -9, False
        #: The people who were reported to speak for each actor.
        self.heard: dict[str, dict[str, None]] = {}
        self._guests: dict[str, tuple[float, Voice]] = {}

    # -- whose words ------------------------------------------------------------------------------

    def quoted(
        self, sentence: Sentence, voices: list[Voice], token: int
    ) -> tuple[Voice | None, str]:
        """The speaker of quoted words whose sentence has no report."""
        if self.closing is not None and sentence.quote[token] == sentence.quote[-1]:
            return self.closing.source, "quote-named-behind"
        own = self._beside(sentence, voices, token)
        if own is not None:
            return own, "quoted-subject"
        guest = self.guest(sentence)
        if guest is not None:
            return guest, "interview"
        if self._acting is not None and self._acted == sentence.index - 1:
            return self._acting, "quoted-after-act"
        if self.is_near(sentence):
            return self.speaker, "continued-quote"
        return None, "narrator"

    def unquoted(
        self, sentence: Sentence, voices: list[Voice], token: int
    ) -> tuple[Voice | None, str]:
        """The speaker of words without marks whose sentence has no report."""
        guest = self.guest(sentence)
        if guest is not None:
            return guest, "interview"
        if self._labelled == sentence.paragraph or self._is_below(sentence):
            return self.speaker, "labelled"
        if self._goes_on(sentence, [v for v in voices if v.i < token]):
            return self.speaker, "free-indirect"
        return None, "narrator"

    def _is_below(self, sentence: Sentence) -> bool:
        """Whether it stands under "X said:", or under words of his that stood there."""
        if self.speaker is None or not 0 <= sentence.paragraph - self._said_above <= 1:
            return False
        return self._is_colon or not FIRST_PERSON.isdisjoint(sentence.words)

    def answering(self, sentence: Sentence, voices: list[Voice]) -> tuple[Voice | None, str]:
        """Who gives the answer in a sentence that has no report: its subject, else who spoke last."""
        guest = self.guest(sentence)
        if guest is not None:
            return guest, "interview"
        own = next(
            (
                v
                for v in voices
                if v.role == "agent" and v.i <= _SUBJECT_MAX and v.word not in ("we", "i")
            ),
            None,
        )
        if own is not None and own.speaks:
            return own, "answering-subject"
        return (self.speaker, "answering") if self.is_near(sentence) else (None, "narrator")

    def is_near(self, sentence: Sentence) -> bool:
        return self.speaker is not None and sentence.paragraph - self.paragraph <= 1

    def guest(self, sentence: Sentence) -> Voice | None:
        """Whom an interview is with, in his answers."""
        if not self.dialogue or self.dialogue.turn(sentence.index) is not Turn.ANSWER:
            return None
        ranked = sorted((one for one in self._guests.values()), key=lambda one: -one[0])
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def _beside(self, sentence: Sentence, voices: list[Voice], token: int) -> Voice | None:
        """The subject before a quotation of its own sentence: "For Kyiv the matter is 'closed'"."""
        number = sentence.quote[token]
        start = next(k for k, q in enumerate(sentence.quote) if q == number)
        if sentence.words[start + 1 : start + 2] and sentence.words[start + 1] in ACTING:
            return None  # "European countries 'are a first line of defence'": the subject is part of it
        ahead = [
            v
            for v in voices
            if v.j <= start
            and sentence.quote[v.i] < 0
            and v.role == "agent"
            and v.word not in ("we", "i")
        ]
        if not ahead:
            return None
        listed = runs(sentence.words, voices)  # "For Kyiv and Warsaw the matter is 'closed'"
        return next((run for run in listed if run.members[0] == ahead[0]), ahead[0])

    def _goes_on(self, sentence: Sentence, voices: list[Voice]) -> bool:
        """Whether an unreported sentence carries on what the last speaker was reported to say."""
        if self.speaker is None or sentence.in_title:
            return False
        if sentence.index - self._sentence > 1 or self._carried >= _CARRIED_MAX:
            return False
        if sentence.paragraph - self.paragraph > 1:
            return False
        others = [
            v for v in voices
            if v.role in ("agent", "by") and v.kind != "pronoun" and set(v.actors).isdisjoint(self.speaker.actors)
        ]  # fmt: skip
        shifted = not _SHIFTED.isdisjoint(sentence.words)
        if others:
            # "…, he said. But to hold, the force that the British plan would need American backing"
            return shifted and sentence.paragraph == self.paragraph
        return shifted or self.speaker.kind == "document" or self._present

    # -- what happens -----------------------------------------------------------------------------

    def after(
        self, sentence: Sentence, reports: list[Report], voices: list[Voice], subject: Voice | None
    ) -> None:
        """Remember who spoke and acted in a sentence that was read."""
        if self.author is None:
            self._look_for_author(sentence, voices)
        if self.dialogue and self.dialogue.turn(sentence.index) is Turn.NONE:
            self._meet(sentence, voices)
        if subject is not None and sentence.quote[subject.i] >= 0:
            subject = None
        subject = self._listed(sentence, voices) or subject
        for report in reports:
            if report.source is not None:
                self._spoke(sentence, report, report.source)
            elif report.rule == "unknown-source":
                self.speaker = None
        opens = sentence.paragraph != self._paragraph_before
        self._paragraph_before = sentence.paragraph
        if reports:
            return
        if self._is_below(sentence) and not FIRST_PERSON.isdisjoint(sentence.words):
            self._said_above = self.paragraph = sentence.paragraph
            self._is_colon = False
        if opens and sentence.quote[0] >= 0 and sentence.quote[-1] >= 0 and self.is_near(sentence):
            self.paragraph = sentence.paragraph  # a paragraph of his words alone
        if self._goes_on(sentence, voices):
            self._sentence = sentence.index
            self._carried += 1
        self.cast.acted(subject)
        if subject is not None and SUBORDINATING.isdisjoint(sentence.words[: subject.i]):
            self._acting, self._acted = subject, sentence.index

    def _spoke(self, sentence: Sentence, report: Report, source: Voice) -> None:
        """Remember who was reported to speak, and whether his words follow below."""
        self.cast.heard(source)
        if source.kind == "person" and len(source.actors) == 1:
            self.heard.setdefault(source.actors[0], {})[source.label] = None
        self.speaker, self.paragraph = source, sentence.paragraph
        self._sentence, self._carried = sentence.index, 0
        self._present = report.form == "s"
        opens = sentence.words[-1] == ":" and len(sentence.words) - report.j <= _COLON_REACH
        self._said_above, self._is_colon = sentence.paragraph if opens else -9, opens
        if report.rule == "colon" and source.i <= 1 and not sentence.in_title:
            self._labelled = sentence.paragraph

    def _look_for_author(self, sentence: Sentence, voices: list[Voice]) -> None:
        """Whose statement or speech the text is, once that has been said."""
        if sentence.in_title:
            self._is_headed = is_headed(sentence)
        author = named_author(sentence, voices, headed=self._is_headed)
        if author is not None and is_own_words(self._document, author):
            self.author = author

    def _listed(self, sentence: Sentence, voices: list[Voice]) -> Voice | None:
        """Remember who was named in one list, and which paper they put out; the paper where it is the subject."""
        listed = several(sentence, voices)
        self.cast.several = listed or self.cast.several
        others = [
            v
            for v in voices
            if v.role == "agent" and v.i <= _SUBJECT_MAX and v.word not in ("they", "paper")
        ]
        if listed is not None and listed.i <= 1:
            self.cast.acting_together = listed
        elif others:
            self.cast.acting_together = None
        paper = paper_of(sentence, voices, self.cast.several)
        signers, at = self.cast.signers, paper_at(sentence)
        is_theirs = paper is None or self.cast.is_collective(paper.actors[0])
        if signers is not None and at is not None and is_theirs:
            paper = as_joint_paper(signers, at, sentence.words[at])
        self.cast.fresh_paper = paper
        if paper is None:
            return None
        self.cast.paper = paper
        return (
            paper
            if paper.i <= _SUBJECT_MAX
            and not any(v.i < paper.i and v.role == "agent" for v in voices)
            else None
        )

    def _meet(self, sentence: Sentence, voices: list[Voice]) -> None:
        for voice in voices:
            if voice.kind in ("person", "office") and voice.speaks:
                count, _ = self._guests.get(voice.actors[0], (0.0, voice))
                known = self._guests.get(voice.actors[0])
                best = voice if known is None or voice.kind == "person" else known[1]
                self._guests[voice.actors[0]] = (
                    count + (_TITLE_COUNTS if sentence.in_title else 1),
                    best,
                )
