"""News of a claim that comes while the past is still read back for it is told as news, once."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.keywords.reading_back import marks_of
from bot.settings import Configuration
from bot.watching import watchlist_of
from tests.end_to_end.running import LOOPBACK, Running, running
from tests.end_to_end.small_web import Paper, Story, small_paper
from watchers.articles.keeping import kept_article
from watchers.model import Article
from watchers.store.pages import keep_page
from watchers.store.schema import open_database
from watchers.store.watched import save_marks

#: Texts that are read back before the one that counts: some seconds' work for two idle processors.
OTHERS = 300
#: Seconds; a machine with much else to do takes its time for them.
PATIENCE = 240
CLAIM = """
[claims.harbour-treaty]
proposition = "The harbour treaty is ratified."
keywords = ["harbour treaty", "ratify the harbour treaty"]
"""
AGAINST = "Prime Minister Keir Starmer said Britain opposes the harbour treaty."
FOR = "“Britain will ratify the harbour treaty,” Prime Minister Keir Starmer said on {day}."


def kept(now: datetime) -> Iterator[Article]:
    """A month in which Britain was against it, which the last text alone says."""
    idle = "The council spoke of the harbour treaty and of much else.\n\n"
    for number in range(OTHERS + 1):
        text = idle * 40 if number < OTHERS else f"{AGAINST}\n\n{idle}"
        at = now - timedelta(days=3) + timedelta(seconds=number)
        url = f"https://paper.example/{number}"
        yield Article(id=url, url=url, title="News", text=text, published=at, outlet="Old Paper")


def fill(store: Path, now: datetime) -> None:
    settings = Configuration()
    with closing(open_database(f"sqlite:///{store}")) as database, database.write() as connection:
        for article in kept(now):
            keep_page(connection, article.url, kept_article(article), now=article.published)
        save_marks(connection, marks_of(settings, watchlist_of(settings)))


def configuration(paper: Paper, folder: Path, more: str = "") -> str:
    feed = f'[[feeds]]\nurl = "{paper.feed_url}"\noutlet = "Paper"\nevery = "1s"\n'
    return f'{LOOPBACK}\n[store]\nurl = "sqlite:///{folder / "store.sqlite"}"\n{more}\n{feed}'


def news(now: datetime) -> Story:
    said = FOR.format(day=f"{now:%A}")
    return Story(title="Britain to ratify", paragraphs=[said, "It rained."], published=now)


def alerts(bot: Running) -> list[str]:
    return [line for line in bot.shown if "reversal: United Kingdom" in line]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stored") / "store.sqlite"
    fill(path, datetime.now(UTC).replace(microsecond=0))
    return path


@pytest.fixture
async def paper(stored: Path, tmp_path: Path):
    shutil.copy(stored, tmp_path / "store.sqlite")
    async with small_paper() as paper:
        now = datetime.now(UTC).replace(microsecond=0)
        old = Story(title="Rain", paragraphs=["It rained on the town."] * 3, published=now)
        paper.stories = [old]
        (tmp_path / "config.toml").write_text(configuration(paper, tmp_path))
        yield paper


async def test_a_change_that_comes_while_the_past_is_read_back_is_told_once(
    paper: Paper, tmp_path: Path
):
    config = tmp_path / "config.toml"
    async with running(config) as bot:
        await bot.until_event("entry_done")
        config.write_text(configuration(paper, tmp_path, CLAIM))
        await bot.until_event("reading_back_begins")
        paper.stories.append(news(datetime.now(UTC).replace(microsecond=0)))
        await bot.until_event("read_back", seconds=PATIENCE)
        await bot.until(lambda: bool(alerts(bot)), seconds=PATIENCE)
        events = [e["event"] for e in bot.log]
        assert events.index("read_back") < len(events) - 1 - events[::-1].index("entry_done")
        await asyncio.sleep(2)
        assert len(alerts(bot)) == 1


async def test_what_was_put_off_when_it_was_stopped_is_told_at_the_next_start(
    paper: Paper, tmp_path: Path
):
    config = tmp_path / "config.toml"
    async with running(config) as bot:
        await bot.until_event("entry_done")
        config.write_text(configuration(paper, tmp_path, CLAIM))
        await bot.until_event("reading_back_begins")
        paper.stories.append(news(datetime.now(UTC).replace(microsecond=0)))
        await bot.until(lambda: 1 in paper.asked)
        await asyncio.sleep(0.5)
    assert bot.events("read_back") == []
    async with running(config) as bot:
        await bot.until(lambda: bool(alerts(bot)), seconds=PATIENCE)
        assert bot.events("read_back")
        await asyncio.sleep(2)
        assert len(alerts(bot)) == 1


async def test_a_save_that_is_about_something_else_meanwhile_changes_nothing(
    paper: Paper, tmp_path: Path
):
    config = tmp_path / "config.toml"
    async with running(config) as bot:
        await bot.until_event("entry_done")
        config.write_text(configuration(paper, tmp_path, CLAIM))
        await bot.until_event("reading_back_begins")
        paper.stories.append(news(datetime.now(UTC).replace(microsecond=0)))
        await bot.until(lambda: 1 in paper.asked)
        more = f"{CLAIM}\n[alerts]\nfold_above = 7\n"
        config.write_text(configuration(paper, tmp_path, more))
        await bot.until_event("configuration_taken", count=2, seconds=PATIENCE)
        await bot.until(lambda: bool(alerts(bot)), seconds=PATIENCE)
        await asyncio.sleep(2)
        assert len(bot.events("reading_back_begins")) == 1
        assert len(alerts(bot)) == paper.asked.count(1) == 1


async def test_another_save_meanwhile_begins_anew_and_tells_it_once(paper: Paper, tmp_path: Path):
    config = tmp_path / "config.toml"
    async with running(config) as bot:
        await bot.until_event("entry_done")
        config.write_text(configuration(paper, tmp_path, CLAIM))
        await bot.until_event("reading_back_begins")
        paper.stories.append(news(datetime.now(UTC).replace(microsecond=0)))
        await bot.until(lambda: 1 in paper.asked)
        more = CLAIM.replace('"harbour treaty",', '"harbour treaty", "harbour pact",')
        config.write_text(configuration(paper, tmp_path, more))
        await bot.until_event("reading_back_begins", count=2, seconds=PATIENCE)
        await bot.until(lambda: bool(alerts(bot)), seconds=PATIENCE)
        await asyncio.sleep(2)
        assert len(bot.events("read_back")) == 1
        assert len(alerts(bot)) == 1
