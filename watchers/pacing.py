"""One request at a time to a host, with a pause between. Knows host names; sends nothing."""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager

from watchers.addresses import is_own_machine

#: Hosts kept in mind at once; idle ones beyond that are forgotten.
_MANY_HOSTS = 2_000


class HostGate:
    """Lets one caller a host through; hosts of one group (one platform) count as one host."""

    def __init__(self, *, pause_seconds: float, groups: Mapping[str, Iterable[str]]) -> None:
        self._pause = pause_seconds
        self._group_of = {host.lower(): name for name, hosts in groups.items() for host in hosts}
        self._closed = asyncio.Event()
        self._held_until: dict[str, float] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_at: dict[str, float] = {}
        #: How many wait for their turn at a host and are not patient.
        self._pressing: Counter[str] = Counter()

    def key(self, host: str) -> str:
        """The group of the host or of a domain above it, else the host itself."""
        name = host.lower()
        parts = name.split(".")
        for start in range(len(parts)):
            group = self._group_of.get(".".join(parts[start:]))
            if group is not None:
                return group
        return name

    def close(self) -> None:
        """Let nobody through any more; whoever waits for a turn is cancelled."""
        self._closed.set()

    def hold(self, host: str, *, until: float) -> None:
        """Remember that the host asked to be left alone until a moment of the caller's clock."""
        key = self.key(host)
        self._held_until[key] = max(until, self._held_until.get(key, until))

    def held_for(self, host: str, *, now: float) -> float:
        """Seconds for which the host wants to be left alone; 0 where it does not."""
        key = self.key(host)
        left = self._held_until.get(key, now) - now
        if left <= 0:
            self._held_until.pop(key, None)
        return max(0.0, left)

    @asynccontextmanager
    async def turn(self, host: str, *, patient: bool = False) -> AsyncIterator[None]:
        """Wait for the host's turn; who is patient lets everybody else go first.

        The pause is owed to publishers, not to one's own machine.
        """
        key = self.key(host)
        async with self._lock(key, patient):
            await self._pause_before(key)
            try:
                yield
            finally:
                pause = 0.0 if is_own_machine(host) else self._pause
                self._free_at[key] = time.monotonic() + pause
        if len(self._locks) > _MANY_HOSTS:
            self._forget_idle()

    @asynccontextmanager
    async def _lock(self, key: str, patient: bool) -> AsyncIterator[None]:
        lock = self._locks.setdefault(key, asyncio.Lock())
        self._pressing[key] += not patient
        try:
            await lock.acquire()
            while patient and self._pressing[key]:
                lock.release()  # to whoever waited longest; we stand in line again
                await asyncio.sleep(0)
                await lock.acquire()
        finally:
            self._pressing[key] -= not patient
        try:
            yield
        finally:
            lock.release()

    async def _pause_before(self, key: str) -> None:
        pause = self._free_at.get(key, 0.0) - time.monotonic()
        if pause > 0 and not self._closed.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), pause)
        if self._closed.is_set():
            raise asyncio.CancelledError

    def _forget_idle(self) -> None:
        now = time.monotonic()
        for key in [key for key, lock in self._locks.items() if not lock.locked()]:
            # A waiter that was just woken holds no lock yet, but its turn is not over either.
            if self._free_at.get(key, now) < now - self._pause:
                del self._locks[key]
                self._free_at.pop(key, None)
                self._pressing.pop(key, None)
