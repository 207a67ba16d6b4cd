"""What tests of the second reader are made from: articles, statements, the shipped claims and actors."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.watching import compile_reader
from tests.model_double import MODEL
from watchers.article_files import LabelledArticle, load_articles
from watchers.model import Article, Authority, Position, Statement, Via, When
from watchers.reading.reader import Reader
from watchers.second_reader.agreement import Bounds, Trust
from watchers.second_reader.guide import build_catalogue, load_guide
from watchers.second_reader.prompts import Prompt, build_prompt
from watchers.second_reader.reading import SecondReading
from watchers.watchlist import build_watchlist

CORPUS = Path(__file__).parent / "quality" / "corpus"
BOUNDS = Bounds(moves=0.5, confirms=0.9)

#: Six sentences: 0 is the headline.
MACRON = Article(
    id="macron",
    url="https://paper.example/macron",
    title="Macron weighs a force for Ukraine",
    text=(
        "PARIS - French President Emmanuel Macron spoke on Monday about European peacekeepers in "
        "Ukraine. He said France was ready to send troops to Ukraine after a ceasefire.\n\n"
        "“We will not let Ukraine down,” he said. The Kremlin called any Western force in Ukraine "
        "unacceptable.\n\nNobody else spoke."
    ),
    published=datetime(2025, 8, 18, 12, tzinfo=UTC),
    outlet="The Paper",
)


@cache
def reader() -> Reader:
    return compile_reader(build_watchlist())


@cache
def second_reading(trust: Trust | None = None) -> SecondReading:
    rules = reader()
    return SecondReading(
        reader=rules,
        catalogue=build_catalogue(load_guide(), rules.claims.values(), rules.actors),
        model=MODEL,
        trust=trust or Trust(),
        bounds=BOUNDS,
    )


def prompt_for(article: Article = MACRON) -> Prompt:
    return build_prompt(article, second_reading().catalogue)


def statement(**changes: Any) -> Statement:
    plain = Statement(
        actor="france",
        claim="own-troops",
        position=Position.SUPPORTS,
        speaker="Emmanuel Macron",
        authority=Authority.LEADER,
        when=When.NOW,
        via=Via.REPORTED,
        evidence="He said France was ready to send troops to Ukraine after a ceasefire.",
        confidence=0.8,
        rules=("says",),
    )
    return replace(plain, **changes)


def corpus(*names: str) -> list[LabelledArticle]:
    """Labelled articles of the quality corpus."""
    return [item for name in names for item in load_articles(CORPUS / f"{name}.jsonl")]
