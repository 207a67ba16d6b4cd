"""`volteface run` as a process of its own, its log at hand line by line."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What a configuration needs to watch a paper on loopback without manners.
LOOPBACK = """
[fetch]
allow_private_hosts = ["127.0.0.1"]
pause_seconds = 0.0
[polling]
floor = "1s"
[log]
format = "json"
"""


@dataclass(slots=True, kw_only=True)
class Running:
    process: asyncio.subprocess.Process
    #: The log's lines, each an object.
    log: list[dict[str, Any]] = field(default_factory=list)
    #: What a person at the terminal sees.
    shown: list[str] = field(default_factory=list)

    def events(self, name: str) -> list[dict[str, Any]]:
        return [line for line in self.log if line["event"] == name]

    async def until(self, there: Callable[[], bool], *, seconds: float = 60) -> None:
        async with asyncio.timeout(seconds):
            while not there():
                assert self.process.returncode is None, self.shown[-5:]
                await asyncio.sleep(0.02)

    async def until_event(self, name: str, *, count: int = 1, seconds: float = 60) -> None:
        await self.until(lambda: len(self.events(name)) >= count, seconds=seconds)

    def hang_up(self) -> None:
        self.process.send_signal(signal.SIGHUP)


@asynccontextmanager
async def running(config: Path, **environment: str) -> AsyncIterator[Running]:
    """Volteface, watching as `config` says until the block is left; it must end well."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from bot.cli import main; main()", "run", "--config", str(config)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "DISCORD_TOKEN": "", **environment},
    )
    bot = Running(process=process)
    readers = [asyncio.create_task(_read_log(bot)), asyncio.create_task(_read_screen(bot))]
    try:
        yield bot
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 20) == 0, bot.log[-3:]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await asyncio.gather(*readers)


async def _read_log(bot: Running) -> None:
    assert bot.process.stderr is not None
    async for line in bot.process.stderr:
        text = line.decode()
        bot.log.append(json.loads(text) if text.startswith("{") else {"event": text.strip()})


async def _read_screen(bot: Running) -> None:
    assert bot.process.stdout is not None
    async for line in bot.process.stdout:
        bot.shown.append(line.decode().rstrip())
