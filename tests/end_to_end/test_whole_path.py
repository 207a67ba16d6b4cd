"""The real command, the real feeds on loopback, the real discord.py, and what a member sees of it."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from tests.end_to_end.small_web import Paper, Story, small_paper
from tests.shared import files

VOLTEFACE = str(Path(sys.executable).with_name("volteface"))

#: What is old when it comes is no news, so these are of today.
NOW = datetime.now(UTC)
OPEN = Story(
    title="Trump leaves the door open to troops",
    paragraphs=[
        "President Donald Trump said that he was not ruling out sending American troops to "
        "Ukraine as peacekeepers once the fighting stops.",
        "He spoke after talks at the White House with Volodymyr Zelensky and European leaders.",
    ],
    # More than a day before the other: of what is said on one day the last word counts.
    published=NOW - timedelta(hours=26),
)
CLOSED = Story(
    title="No American troops to Ukraine, Trump says",
    paragraphs=[
        "“We will not send American troops to Ukraine,” President Donald Trump said.",
        "He had been asked in a television interview about the guarantees that Kyiv is promised.",
    ],
    published=NOW - timedelta(hours=1),
)


class Runs:
    """`volteface` as a person types it, in a folder of its own."""

    def __init__(self, folder: Path, paper: Paper, double: Double | None = None) -> None:
        self.folder = folder
        discord = (
            f'[discord]\nchannel = "{world.CHANNEL_ID}"\napi_base = "{double.api_base}"\n'
            f'gateway = "{double.gateway_address}"\n'
            if double
            else ""
        )
        (folder / "config.toml").write_text(
            '[watch]\nbaseline = "none"\n'
            '[fetch]\nallow_private_hosts = ["127.0.0.1"]\n'
            f'[store]\nurl = "sqlite:///{folder}/store.sqlite"\n{discord}'
            f'[[feeds]]\nurl = "{paper.feed_url}"\noutlet = "Paper"\nevery = "1s"\n'
        )

    async def type(self, *words: str, token: str = world.TOKEN) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            VOLTEFACE,
            *words,
            cwd=self.folder,
            env={**os.environ, "DISCORD_TOKEN": token, "COLUMNS": "200"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
        assert process.returncode is not None
        text = output.decode()
        assert "Traceback" not in text, text
        return process.returncode, text


async def test_a_change_of_mind_is_told_once(tmp_path):
    async with small_paper() as paper, discord_double() as double:
        runs = Runs(tmp_path, paper, double)
        paper.stories = [OPEN]
        assert (await runs.type("run", "--once"))[0] == 0
        assert double.messages() == [], "the first sight of a feed is silent"
        paper.stories = [OPEN, CLOSED]
        for _ in range(2):
            await asyncio.sleep(1.2)  # the feed is due again
            code, said = await runs.type("run", "--once")
            assert code == 0, said
        (message,) = double.messages()
        embed = message["embeds"][0]
        shown = str(embed)
        assert "United States" in shown
        assert "We will not send American troops" in shown
        assert paper.page_url(1) in shown
        assert message["allowed_mentions"]["parse"] == [] if "allowed_mentions" in message else True
        assert double.complaints == []
        code, stance = await runs.type("stance", "us-troops", "us", "--format", "json")
        assert code == 0
        assert '"opposes"' in stance


async def test_without_a_token_alerts_go_to_the_terminal(tmp_path):
    async with small_paper() as paper:
        runs = Runs(tmp_path, paper)
        paper.stories = [OPEN]
        _, said = await runs.type("run", "--once", token="")
        assert "DISCORD_TOKEN and discord.channel not set" in said
        paper.stories = [OPEN, CLOSED]
        await asyncio.sleep(1.2)
        code, said = await runs.type("run", "--once", token="")
        assert code == 0
        assert "confirmed" in said.lower()
        assert "We will not send American troops" in said


WRONG_CHANNELS = {
    "a wrong token": ("not-a-token", str(world.CHANNEL_ID), "token"),
    "a channel that is not there": (world.TOKEN, "999", "channel"),
}


@pytest.mark.parametrize(("token", "channel", "named"), WRONG_CHANNELS.values(), ids=WRONG_CHANNELS)
async def test_a_channel_that_takes_nothing_is_named_and_nothing_is_lost(
    tmp_path, token, channel, named
):
    async with small_paper() as paper, discord_double() as double:
        runs = Runs(tmp_path, paper, double)
        right = (tmp_path / "config.toml").read_text()
        paper.stories = [OPEN]
        await runs.type("run", "--once")
        (tmp_path / "config.toml").write_text(right.replace(str(world.CHANNEL_ID), channel))
        paper.stories = [OPEN, CLOSED]
        await asyncio.sleep(1.2)
        code, said = await runs.type("run", "--once", token=token)
        assert code == 1
        assert named in said.lower()
        assert token not in said


async def test_a_dead_feed_is_named_and_the_rest_goes_on(tmp_path):
    async with small_paper() as paper:
        runs = Runs(tmp_path, paper)
        paper.stories = [OPEN]
        with (tmp_path / "config.toml").open("a") as config:
            config.write(f'[[feeds]]\nurl = "{paper.base}/nothing"\n')
        code, said = await runs.type("run", "--once", token="")
        assert code == 0
        assert f"{paper.base}/nothing: not found: HTTP 404" in said
        assert "1 articles read" in said


async def test_the_seed_articles_say_what_is_known_of_them(tmp_path):
    seeds = files("seeds")
    async with small_paper() as paper:
        runs = Runs(tmp_path, paper)
        for number, path in enumerate(seeds):
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            moment = datetime(2025, 8, 20, number, tzinfo=UTC)
            paper.stories.append(Story(title=lines[0], paragraphs=lines, published=moment))
        code, said = await runs.type("run", "--once", token="")
        assert code == 0
        assert "5 articles read" in said
        _, stances = await runs.type("stance", "--format", "json")
        for known in ('"us-troops"', '"western-force"', '"security-guarantees"'):
            assert known in stances
        assert "Scholz" not in stances


async def test_a_page_is_read_by_its_address(tmp_path):
    async with small_paper() as paper:
        runs = Runs(tmp_path, paper)
        paper.stories = [CLOSED]
        code, said = await runs.type("read", paper.page_url(0), "--format", "json")
        assert code == 0
        assert '"us-troops"' in said
        code, said = await runs.type("read", f"{paper.base}/nothing")
        assert (code, said.strip()) == (1, f"volteface: {paper.base}/nothing: not found: HTTP 404")


async def test_a_private_address_is_not_read_unless_it_is_named(tmp_path):
    async with small_paper() as paper:
        runs = Runs(tmp_path, paper)
        (tmp_path / "config.toml").unlink()
        code, said = await runs.type("read", paper.page_url(0))
        assert code == 1
        assert "private address" in said
        assert "allow_private_hosts" in said
