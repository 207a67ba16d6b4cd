"""Notice that the configuration was saved, once it is whole. Knows a file's bytes; not what they mean.

The file is read a few times a second and compared, which costs nothing at its size. A watch on the
folder would miss what an editor, a container's mount or a network folder does in ways of its own.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

#: Seconds between two looks.
LOOK = 0.25
#: Seconds for which the file must stand unchanged before it counts as saved.
QUIET = 0.5
#: Seconds after which a file that is saved without a pause is taken as it is, if it is whole.
LONGEST = 2.0
#: Seconds for which a broken file must stand before it counts as meant: editors write in pieces.
BROKEN = 1.5


class ConfigWatch:
    """Hands out the file's content each time that it has come to rest and differs from the last."""

    def __init__(self, path: Path, acted_on: bytes | None) -> None:
        self._path = path
        self._acted_on = acted_on
        self._asked = asyncio.Event()

    def ask(self) -> None:
        """Hand the file out at its next rest, changed or not; for a signal handler."""
        self._asked.set()

    async def next(self, is_whole: Callable[[bytes], Awaitable[bool]]) -> bytes | None:
        """The content at its next rest; `None` where the file is gone. Waits as long as it takes."""
        while True:
            content = await self._read()
            if content != self._acted_on or self._asked.is_set():
                content = await self._at_rest(content, is_whole)
                if content != self._acted_on or self._asked.is_set():
                    self._asked.clear()
                    self._acted_on = content
                    return content
            await self._pause()

    async def _at_rest(
        self, content: bytes | None, is_whole: Callable[[bytes], Awaitable[bool]]
    ) -> bytes | None:
        began = still_since = time.monotonic()
        while True:
            await asyncio.sleep(LOOK)
            latest = await self._read()
            now = time.monotonic()
            if latest != content:
                content, still_since = latest, now
            still = now - still_since
            if still < QUIET and now - began < LONGEST:
                continue
            if still >= BROKEN or (content is not None and await is_whole(content)):
                return content

    async def _read(self) -> bytes | None:
        return await asyncio.to_thread(_content, self._path)

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._asked.wait(), LOOK)
        except TimeoutError:
            return


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
