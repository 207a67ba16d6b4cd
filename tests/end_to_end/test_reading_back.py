"""A claim is added while it runs: what was kept is read for it, in silence."""

import asyncio
import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.end_to_end.running import LOOPBACK, running
from tests.end_to_end.small_web import Paper, Story, small_paper
from watchers.store.asking import standing
from watchers.store.database import Database
from watchers.store.tables import outbox_items

CORPUS = Path(__file__).parents[1] / "quality" / "corpus"
DOMAIN = json.loads((CORPUS / "nordic-nato.domain.json").read_text(encoding="utf-8"))


def stories(count: int) -> list[Story]:
    """Articles on Sweden and Finland in NATO, as if they were of the last days."""
    rows = (CORPUS / "nordic-nato.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    now = datetime.now(UTC).replace(microsecond=0)
    return [
        Story(
            title=row["title"],
            paragraphs=row["text"].split("\n\n"),
            published=now - timedelta(hours=len(rows) - number),
        )
        for number, row in enumerate(map(json.loads, rows))
    ]


def toml(table: str, content: dict[str, object]) -> str:
    return f"[{table}]\n" + "".join(f"{key} = {json.dumps(v)}\n" for key, v in content.items())


def configuration(paper: Paper, folder: Path, claims: list[str]) -> str:
    parts = [
        LOOPBACK,
        "[watch]\nseeds = false",
        toml("store", {"url": f"sqlite:///{folder / 'store.sqlite'}"}),
        *(toml(f"claims.{name}", DOMAIN["claims"][name]) for name in claims),
        *(toml(f"actors.{name}", actor) for name, actor in DOMAIN["actors"].items()),
        f'[[feeds]]\nurl = "{paper.feed_url}"\noutlet = "Paper"\nevery = "1s"',
    ]
    return "\n".join(parts)


async def test_a_new_claim_is_read_back_in_silence_and_says_what_it_found(tmp_path: Path):
    config = tmp_path / "config.toml"
    async with small_paper() as paper:
        paper.stories = stories(20)
        config.write_text(configuration(paper, tmp_path, ["turkey-f16"]))
        async with running(config) as bot:
            await bot.until_event("entry_done", count=20, seconds=60)
            config.write_text(configuration(paper, tmp_path, ["turkey-f16", "sweden-joins"]))
            await bot.until_event("read_back", seconds=60)
            found = bot.events("read_back")[0]
            assert found["for"] == "sweden-joins"
            assert found["texts"] == 20
            assert found["articles"] >= 5
            assert found["actors"] >= 3
            await asyncio.sleep(1)
            assert not any("SUPPORTS" in line.upper() for line in bot.shown)
        url = f"sqlite:///{tmp_path / 'store.sqlite'}"
        with closing(Database(url)) as database, database.read() as connection:
            held = standing(connection, actor=None, claim="sweden-joins")
            assert len(held) == found["actors"]
            assert connection.execute(outbox_items.select()).all() == []

        # What was added while nothing ran is read back for at the next start, and then no more.
        both = ["turkey-f16", "sweden-joins", "finland-joins"]
        config.write_text(configuration(paper, tmp_path, both))
        async with running(config) as bot:
            await bot.until_event("read_back", seconds=60)
            assert bot.events("read_back")[0]["for"] == "finland-joins"
        async with running(config) as bot:
            await bot.until_event("reload_ready")
            await asyncio.sleep(3)
            assert bot.events("reading_back_begins") == []
