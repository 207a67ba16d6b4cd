"""`volteface model export` and `import`: batch files for a provider, and the answers that come back."""

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.second_reading import model_of, reading_of
from bot.watching import compile_reader, watchlist_of
from watchers.article_files import load_articles
from watchers.errors import Misuse
from watchers.second_reader.batch import Given, read_answers, request_line
from watchers.second_reader.cached import CachedReader
from watchers.store.model_answers import StoredAnswer, keep_answer
from watchers.store.schema import open_database

if TYPE_CHECKING:
    from bot.settings import Configuration
    from watchers.settings import ModelSettings

#: Lines on what was not imported that are shown.
_REASONS_SHOWN = 5


def export_requests(files: Sequence[Path], *, settings: "Configuration") -> None:
    """Print a request for each article that is to be asked about; a summary on standard error."""
    model = model_of(settings)
    reading = reading_of(settings, compile_reader(watchlist_of(settings)))
    articles = asked = tokens = 0
    with closing(open_database(settings.store_url())) as database:
        reader = CachedReader(reading, database)
        for item in (item for path in files for item in load_articles(path)):
            articles += 1
            both = reader.read(item.article)
            if both.missing and both.question is not None:
                asked += 1
                tokens += both.question.prompt.tokens
                print(request_line(both.question, model.name, model.answer_tokens))
    print(
        f"{asked} requests for {articles} articles, about {tokens:,} tokens to read"
        f"{_price(model, tokens)}; the others name no claim, copy another or are answered",
        file=sys.stderr,
    )


def import_answers(files: Sequence[Path], *, settings: "Configuration") -> None:
    """Keep the answers of a provider's files; `Misuse` where one is none."""
    kept = renewed = 0
    reasons: list[str] = []
    name = settings.model.name if settings.model is not None else ""
    with closing(open_database(settings.store_url())) as database:
        for path in files:
            with database.write() as connection:
                for one in read_answers(_lines(path), name=str(path)):
                    if not isinstance(one, Given):
                        reasons.append(f"{one.key}: {one.reason}")
                        continue
                    answer = StoredAnswer(
                        key=one.key,
                        model=one.model or name,
                        prompt="",
                        content=one.reply.content,
                        input_tokens=one.reply.input_tokens,
                        output_tokens=one.reply.output_tokens,
                        imported=True,
                    )
                    is_new = keep_answer(connection, answer, now=datetime.now(UTC))
                    kept, renewed = kept + is_new, renewed + (not is_new)
    print(f"{kept} answers kept, {renewed} renewed, {len(reasons)} lines without an answer")
    for reason in reasons[:_REASONS_SHOWN]:
        print(f"  {reason}")
    if len(reasons) > _REASONS_SHOWN:
        print(f"  and {len(reasons) - _REASONS_SHOWN} more")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise Misuse(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: cannot be read: {error}") from error


def _price(model: "ModelSettings", tokens: int) -> str:
    return f", {tokens * model.input_price / 1e6:.2f} in price" if model.input_price else ""
