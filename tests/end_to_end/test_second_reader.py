"""`volteface run --once` with a model behind a loopback address, and what a person sees of it."""

import asyncio
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.end_to_end.small_web import Paper, Story, small_paper
from tests.model_double import ModelDouble, Silence, Status, model_double, says, sentences_of

VOLTEFACE = str(Path(sys.executable).with_name("volteface"))
KEY = "sk-secret-of-the-test"
NOW = datetime.now(UTC)
#: What the rules read.
OPEN = Story(
    title="Trump leaves the door open to troops",
    paragraphs=[
        "President Donald Trump said that he was not ruling out sending American troops to "
        "Ukraine as peacekeepers once the fighting stops.",
        "He spoke after talks at the White House with Volodymyr Zelensky and European leaders.",
    ],
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
    """`volteface` as a person types it."""

    def __init__(self, folder: Path, paper: Paper, double: ModelDouble | None) -> None:
        self.folder = folder
        model = (
            '[reading]\nreaders = ["rules", "model"]\n'
            f'[model]\nbase_url = "{double.base_url}"\nname = "double-1"\ntimeout = "2s"\n'
            if double
            else ""
        )
        (folder / "config.toml").write_text(
            '[watch]\nbaseline = "none"\n'
            '[fetch]\nallow_private_hosts = ["127.0.0.1"]\npause_seconds = 0.0\n'
            f'[store]\nurl = "sqlite:///{folder}/store.sqlite"\n{model}'
            '[log]\nlevel = "debug"\n'
            f'[[feeds]]\nurl = "{paper.feed_url}"\noutlet = "Paper"\nevery = "1s"\n'
        )

    async def type(self, *words: str) -> tuple[int, str]:
        """Exit code and all that was printed; never the key."""
        environment = {**os.environ, "VOLTEFACE_MODEL_KEY": KEY, "COLUMNS": "200"}
        environment.pop("DISCORD_TOKEN", None)
        process = await asyncio.create_subprocess_exec(
            VOLTEFACE, *words, cwd=self.folder, env=environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        output, _ = await process.communicate()
        text = output.decode()
        assert "Traceback" not in text, text
        assert KEY not in text, "the key is in no log"
        return process.returncode or 0, text


def agreeing(body):
    """A model that reads what the rules read."""
    sentences = sentences_of(body)
    position = "opposes" if "will not" in sentences[1] else "open"
    return says(
        {"sentence": 1, "actor": "us", "claim": "us-troops", "position": position,
         "speaker": "Donald Trump", "via": "quote"}
    )  # fmt: skip


async def watch_twice(runs: Runs, paper: Paper) -> tuple[int, str]:
    paper.stories = [OPEN]
    await runs.type("run", "--once")
    paper.stories = [OPEN, CLOSED]
    await asyncio.sleep(1)
    return await runs.type("run", "--once")


async def test_both_readers_agree_and_why_says_so(tmp_path):
    async with small_paper() as paper, model_double(answer=agreeing) as double:
        runs = Runs(tmp_path, paper, double)
        code, text = await watch_twice(runs, paper)
        assert code == 0
        assert "Confirmed reversal: United States" in text
        assert len(double.requests) == 2
        assert double.requests[0].headers["authorization"] == f"Bearer {KEY}"
        _, why = await runs.type("why", paper.page_url(1))
        assert "model    us opposes us-troops (Donald Trump, now)" in why


#: Seconds for two polls and a few requests of two seconds each; on a busy machine they took 95.
PATIENCE = 240
DOWN = {"silent": Silence(), "refusing": Status(code=401)}


@pytest.mark.parametrize("script", DOWN.values(), ids=DOWN)
async def test_with_the_model_down_the_rules_alert_all_the_same(tmp_path, script):
    async with small_paper() as paper, model_double(answer=lambda _: script) as double:
        runs = Runs(tmp_path, paper, double)
        began = time.monotonic()
        code, text = await watch_twice(runs, paper)
        assert code == 0
        assert "reversal: United States" in text
        assert double.requests
        assert time.monotonic() - began < PATIENCE
        _, why = await runs.type("why", paper.page_url(1))
        assert "model    waits for it" in why


async def test_without_a_model_nothing_of_it_is_imported(tmp_path):
    async with small_paper() as paper:
        Runs(tmp_path, paper, None)
        paper.stories = [OPEN]
        code = (
            "import sys\nfrom bot.cli import app\n"
            "try:\n    app(['run', '--once'])\nexcept SystemExit:\n    pass\n"
            "named = sorted(n for n in sys.modules if n.startswith(('openai', 'watchers.second_reader.')))\n"
            "print('IMPORTED', named)\n"
        )
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, cwd=tmp_path, stdout=asyncio.subprocess.PIPE
        )
        output, _ = await process.communicate()
        assert "IMPORTED []" in output.decode()
