"""`volteface prompt ARTICLE`: exactly what a model would be sent about an article. Sends nothing."""

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from bot.commands.read import articles_in
from bot.second_reading import reading_of
from bot.watching import compile_reader, watchlist_of
from watchers.second_reader.prompts import build_prompt
from watchers.second_reader.sentences import estimate_tokens
from watchers.second_reader.wire import request_body

if TYPE_CHECKING:
    from bot.settings import Configuration

#: What an answer may have where no `[model]` says otherwise.
_ANSWER_TOKENS = 2_000


def prompt(source: str, *, settings: "Configuration", as_lines: bool, now: datetime) -> None:
    """Print each article's prompt; as JSON, the request's body."""
    reading = reading_of(settings, compile_reader(watchlist_of(settings)))
    tokens = settings.model.answer_tokens if settings.model else _ANSWER_TOKENS
    for article in articles_in(source, settings, now=now):
        made = build_prompt(article, reading.catalogue)
        if as_lines:
            print(json.dumps(request_body(reading.model, made, tokens), ensure_ascii=False))
            continue
        print(f"{made.system}\n\n---- the article ----\n\n{made.user}")
        worth = "" if reading.question(article) else "; it names no claim and would not be sent"
        missing = f"; no room for {', '.join(made.left_out)}" if made.left_out else ""
        print(
            f"\nprompt {made.version}: about {made.frame_tokens} tokens and "
            f"{estimate_tokens(made.user)} of the article{missing}{worth}",
            file=sys.stderr,
        )
