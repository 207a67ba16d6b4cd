"""Keywords from a channel: what they meet, what others would do, saving and taking back.

Knows the configuration's file and the scan of the kept texts; no chat. Whoever asks was let in elsewhere;
who saved what is logged. A running bot takes the file over by itself.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.cards import Card, Tone, text_card
from bot.configuration.edit import read_text, validated, write_text
from bot.keywords.edit import Edit, edited
from bot.keywords.report import Row
from bot.keywords.scan import count_keywords, try_configuration
from bot.keywords.summary import alerts_among, met_lines, summary
from bot.settings import Configuration
from bot.text import Line, bold, clean, cut, line
from watchers.errors import Misuse
from watchers.store.database import Database
from watchers.trying import Trial, Tried

log = logging.getLogger(__name__)

T = TypeVar("T")

#: Keywords, changes and sentences of one answer.
_KEYWORDS, _MOVES, _SENTENCES = 20, 5, 6
_PHRASE_CHARS, _SENTENCE_CHARS = 60, 220

#: Tells the operator: a title and lines.
Say = Callable[[str, list[str]], Awaitable[None]]


class KeywordDesk:
    """Answers about keywords and changes them."""

    def __init__(
        self,
        path: Path,
        settings: Callable[[], Configuration],
        *,
        clock: Callable[[], datetime],
        say: Say,
    ) -> None:
        self._path = path
        self._settings = settings
        self._clock = clock
        self._say = say
        #: One scan at a time: each wants a core.
        self._scans = asyncio.Semaphore(1)
        self._files = asyncio.Lock()

    async def listed(self, claim: str) -> Card:
        """What a claim's keywords meet."""
        settings = self._settings()

        async def count(database: Database) -> tuple[list[Row], int, datetime | None]:
            return await count_keywords(
                settings, frozenset({claim}), database=database, progress=_quietly
            )

        rows, texts, _ = await self._scan(settings, count)
        lines = [_row_line(row) for row in rows[:_KEYWORDS]]
        if len(rows) > _KEYWORDS:
            lines.append(line(f"and {len(rows) - _KEYWORDS} more: `volteface keywords {claim}`"))
        return text_card(f"{claim}: {texts:,} kept texts", lines)

    async def tried(self, claim: str, edit: Edit) -> Card:
        """What would come and go; changes nothing. Raises `VoltefaceError`."""
        text = await asyncio.to_thread(edited, self._path, claim, edit)
        settings = validated(text, self._path)

        async def try_it(database: Database) -> Trial:
            return await try_configuration(
                settings,
                claim,
                database=database,
                now=self._clock(),
                progress=_quietly,
                processes=1,
                phrases=edit.phrases,
            )

        trial = await self._scan(settings, try_it)
        return text_card(f"{claim}, tried", [line(str(edit)), *_trial_lines(trial, settings)])

    async def save(self, claim: str, edit: Edit, *, by: str) -> tuple[Card, Edit]:
        """Write it into the configuration; with the part of it that was not there already.

        Raises `VoltefaceError`, and nothing is written.
        """
        async with self._files:
            edit = await asyncio.to_thread(self._news_in, claim, edit)
            if not edit:
                raise Misuse(f"{claim}: the configuration says so already")
            text = await asyncio.to_thread(edited, self._path, claim, edit)
            await asyncio.to_thread(write_text, self._path, text)
        log.info("keywords_saved by=%s claim=%s edit=%s", by, claim, edit)
        await self._say("Keywords", [f"{claim}: {edit}", f"Saved from the channel by {by}."])
        lines = [str(edit), "It is in force within seconds; kept texts are read for it."]
        return text_card(f"{claim}, saved", [line(one) for one in lines], tone=Tone.PLAIN), edit

    def _news_in(self, claim: str, edit: Edit) -> Edit:
        """What of an edit changes the file: no more must be taken back by its undoing."""
        before = read_text(self._path)
        kept = {
            field.name: tuple(
                phrase
                for phrase in getattr(edit, field.name)
                if edited(self._path, claim, Edit(**{field.name: (phrase,)})) != before
            )
            for field in fields(edit)
        }
        return Edit(**kept)

    async def _scan(
        self, settings: Configuration, work: Callable[[Database], Coroutine[Any, Any, T]]
    ) -> T:
        """Beside the bot: a connection, an event loop and workers of its own."""

        def run() -> T:
            with closing(Database(settings.store_url())) as database:
                return asyncio.run(work(database))

        async with self._scans:
            return await asyncio.to_thread(run)


def inverse(edit: Edit) -> Edit:
    """The edit that takes this one back."""
    return Edit(add=edit.remove, remove=(*edit.add, *edit.exclude))


def _quietly(_done: int, _total: int) -> None:
    """Nobody watches a bar in a channel."""


def _row_line(row: Row) -> Line:
    phrase = bold(cut(clean(row.keyword), _PHRASE_CHARS))
    notes = [flaw.value for flaw in row.flaws]
    note = f" · {', '.join(notes)}" if notes else ""
    if not row.texts or row.last is None:
        return line(phrase, note)
    return line(
        phrase,
        f" {row.texts:,} ({row.share:.1%}), last {row.last:%-d %b}, read in {row.speaking}",
        note,
    )


def _trial_lines(trial: Trial, settings: Configuration) -> list[Line]:
    numbers = summary(trial, settings)
    lines = [line(", ".join(f"{name} +{come} -{go}" for name, (come, go) in numbers.items()))]
    lines += [line(cut(clean(one), _SENTENCE_CHARS)) for one in met_lines(trial)]
    for sign, moves in (("+", trial.moves_come), ("-", trial.moves_go)):
        shown = alerts_among(moves, settings)[:_MOVES]
        lines += [line(f"{sign} {one.actor}: {one.before} → {one.after}") for one in shown]
    lines += [one for article in trial.articles for one in _sentences(article)][:_SENTENCES]
    if trial.since is not None:
        lines.append(line(f"{trial.texts:,} kept texts since {trial.since:%-d %B %Y}"))
    return lines


def _sentences(article: Tried) -> list[Line]:
    return [
        line(
            f"{sign} {s.actor} {s.position}: {cut(clean(s.evidence), _SENTENCE_CHARS)}", quoted=True
        )
        for sign, statements in (("+", article.come), ("-", article.go))
        for s in statements
    ]
