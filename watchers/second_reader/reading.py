"""One article's second reading, step by step: worth asking, the question, the answer, both together.

Puts the pure parts in order; knows no server, store or clock. What takes milliseconds of computing
stands here, so that the shell can run it beside its event loop.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchers.claims import Claim
from watchers.model import Article, Statement
from watchers.reading.reader import Reader, Reading
from watchers.second_reader.agreement import Bounds, Trust, agree
from watchers.second_reader.answers import Drop, Unreadable, read_answer
from watchers.second_reader.copies import carry_over, sketch
from watchers.second_reader.prompts import Catalogue, Prompt, build_prompt
from watchers.second_reader.sentences import number_sentences
from watchers.second_reader.speakers import Hearing
from watchers.second_reader.verifying import Checked, Checker


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An article that is worth asking about."""

    article: Article
    prompt: Prompt
    #: Under which the answer is kept.
    key: str
    sketch: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What the rules and the model make of an article together."""

    statements: tuple[Statement, ...]
    #: What the model said, as far as it holds against the article.
    model: tuple[Statement, ...]
    dropped: tuple[Drop, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What became of each statement of the model's, for `volteface why`."""
        said = (f"{s.actor} {s.position} {s.claim} ({s.speaker}, {s.when})" for s in self.model)
        return (*said, *(f"dropped: {drop.reason}: {drop.given}" for drop in self.dropped))


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """Everything that a second reading needs beside the server's answer."""

    #: The rules, for what they see of names and matters.
    reader: Reader
    catalogue: Catalogue
    #: The model's name, as it stands with each of its statements.
    model: str
    trust: Trust
    bounds: Bounds

    @property
    def version(self) -> str:
        return self.catalogue.version

    def trusting(self, trust: Trust) -> "SecondReading":
        return replace(self, trust=trust)

    def question(self, article: Article, rules: Reading | None = None) -> Question | None:
        """What to ask; `None` where the article names no claim, and the model would be paid to say so.

        `rules` is what the rules read in it, where that is known.
        """
        read = rules or self.reader.read(article)
        if not (read.statements or read.near_misses):
            return None
        prompt = build_prompt(article, self.catalogue)
        return Question(
            article=article,
            prompt=prompt,
            key=prompt.key(self.model),
            sketch=sketch(article.title, article.text),
        )

    def check(self, content: str, article: Article) -> Checked | Unreadable:
        """What of an answer holds against the article that was asked about."""
        answer = read_answer(content)
        if isinstance(answer, Unreadable):
            return answer
        hears = Hearing(knowledge=self.reader.knowledge).listen(article)
        return self._checker.check(answer, article, number_sentences(article), hears)

    def join(self, article: Article, rules: Sequence[Statement], checked: Checked) -> Joint:
        """The rules' reading and the model's as one."""
        agreed = agree(rules, checked.statements, self.trust, self.bounds)
        return Joint(
            statements=agreed.statements,
            model=checked.statements,
            dropped=(*checked.dropped, *agreed.dropped),
        )

    def as_known(
        self, article: Article, rules: Sequence[Statement], said: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """The rules' reading of a changed article with the model's of before, where its words stand."""
        still = tuple(
            replace(one, span=_span_of(one.evidence, article.text))
            for one in said
            if one.evidence in article.text or one.evidence == article.title
        )
        return self.join(article, rules, Checked(statements=still, dropped=())).statements

    def carried(self, checked: Checked, copy: Article) -> Checked:
        """The reading of an original, as far as its near-copy has the sentences."""
        statements = carry_over(checked.statements, number_sentences(copy))
        return Checked(statements=statements, dropped=())

    @property
    def _checker(self) -> Checker:
        claims: dict[str, Claim] = dict(self.reader.claims)
        mark = ("language-model", f"prompt-{self.version}", self.model)
        return Checker(actors=self.reader.actors, claims=claims, mark=mark)


def _span_of(evidence: str, text: str) -> tuple[int, int] | None:
    start = text.find(evidence)
    return None if start < 0 else (start, start + len(evidence))
