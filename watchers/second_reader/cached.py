"""Both readers over articles from files, with answers that are in the store already. Asks no server.

Knows the store. What replays and evaluations use: the same articles and answers give the same reading.
"""

from dataclasses import dataclass

from watchers.model import Article, Statement
from watchers.reading.reader import Reading
from watchers.second_reader.answers import Unreadable
from watchers.second_reader.copies import Copies
from watchers.second_reader.reading import Joint, Question, SecondReading
from watchers.second_reader.verifying import Checked
from watchers.store.database import Database
from watchers.store.model_answers import StoredAnswer, answer_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """What either reader makes of an article, and both together."""

    rules: Reading
    #: `None` where the article names no claim, or no answer is there, or it cannot be read.
    model: Checked | None
    joint: Joint | None
    #: What was or would be asked; `None` where the article names no claim.
    question: Question | None
    #: The answer that was read; that of another article where this one is a near-copy of it.
    answer: StoredAnswer | None
    #: An answer to this article is wanted and not there.
    missing: bool

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Of both together; of the rules where the model was not heard."""
        return self.rules.statements if self.joint is None else self.joint.statements


class CachedReader:
    """Reads articles in order; a near-copy of an earlier one takes over its answer."""

    def __init__(self, reading: SecondReading, database: Database) -> None:
        self.reading = reading
        self._database = database
        self._copies = Copies()
        self._originals: dict[int, Question] = {}

    def read(self, article: Article) -> Both:
        rules = self.reading.reader.read(article)
        question = self.reading.question(article, rules)
        if question is None:
            return Both(
                rules=rules, model=None, joint=None, question=None, answer=None, missing=False
            )
        answer = self._answer(question.key)
        source = question
        if answer is None:
            number = self._copies.original_of(question.sketch)
            source = question if number is None else self._originals[number]
            answer = self._answer(source.key) if number is not None else None
            if number is None:
                self._remember(question)
        else:
            self._remember(question)
        model = self._checked(answer, source, article)
        joint = self.reading.join(article, rules.statements, model) if model else None
        return Both(
            rules=rules,
            model=model,
            joint=joint,
            question=question,
            answer=answer,
            missing=answer is None and source is question,
        )

    def _remember(self, question: Question) -> None:
        number = len(self._originals) + 1
        self._originals[number] = question
        self._copies.add(number, question.sketch)

    def _answer(self, key: str) -> StoredAnswer | None:
        with self._database.read() as connection:
            return answer_of(connection, key)

    def _checked(
        self, answer: StoredAnswer | None, source: Question, article: Article
    ) -> Checked | None:
        if answer is None:
            return None
        checked = self.reading.check(answer.content, source.article)
        if isinstance(checked, Unreadable):
            return None
        return checked if source.article is article else self.reading.carried(checked, article)
