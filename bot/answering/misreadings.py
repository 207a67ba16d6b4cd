"""What readers doubt and editors decide: a report is kept, and agreeing with it withdraws the change.

Knows the store, the ledger's door and the outbox. Knows no chat: whoever asks was let in elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.alerts import AlertRules
from bot.outbox import enqueue
from bot.telling import Names, view_changes, view_lines
from bot.views import ChangeView
from watchers.store import asking, reports
from watchers.store.ledger import LedgerStore
from watchers.store.reports import Fault, Report
from watchers.store.thread import DatabaseThread

if TYPE_CHECKING:
    from watchers.store.database import Connection


class Misreadings:
    """Keeps reports and carries out what editors decide."""

    def __init__(
        self,
        store: DatabaseThread,
        ledger: LedgerStore,
        names: Names,
        *,
        rules: AlertRules,
        clock: Callable[[], datetime],
        on_queued: Callable[[], None],
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._names = names
        self._rules = rules
        self._clock = clock
        self._on_queued = on_queued

    async def report(self, change: str, *, fault: Fault, words: str, by: str) -> int | None:
        """Keep it and return its number; `None` where there is no such change."""

        def keep(connection: Connection) -> int | None:
            doubted = asking.change(connection, change)
            if doubted is None:
                return None
            return reports.add_report(
                connection,
                change=change,
                statements=doubted.statements,
                fault=fault,
                words=words,
                by=by,
                now=self._clock(),
            )

        return await self._store.write(keep)

    async def open(self) -> Sequence[tuple[Report, ChangeView | None]]:
        """Reports nobody has decided, each with its change."""

        def ask(connection: Connection) -> list[tuple[Report, ChangeView | None]]:
            found = []
            for one in reports.open_reports(connection):
                doubted = asking.change(connection, one.change)
                views = view_changes(connection, [doubted] if doubted else [], self._names)
                found.append((one, views[0] if views else None))
            return found

        return await self._store.read(ask)

    async def agree(self, number: int, *, by: str) -> Report | None:
        """Take back what the change stands on; `None` where no open report has that number."""

        def withdraw(connection: Connection) -> Report | None:
            found = self._decide(connection, number, agreed=True, by=by)
            for statement in found.statements if found else ():
                note = f"report {number}: {found.fault.value}" if found else ""
                lines = self._ledger.mark_wrong(connection, statement, self._clock(), note)
                views = view_lines(connection, lines, self._names)
                enqueue(connection, views, rules=self._rules, now=self._clock())
            return found

        found = await self._store.write(withdraw)
        self._on_queued()
        return found

    async def dismiss(self, number: int, *, by: str) -> Report | None:
        """Leave the change as it is; `None` where no open report has that number."""
        return await self._store.write(lambda c: self._decide(c, number, agreed=False, by=by))

    def _decide(
        self, connection: Connection, number: int, *, agreed: bool, by: str
    ) -> Report | None:
        found = reports.report(connection, number)
        if found is None or found.agreed is not None:
            return None
        reports.decide(connection, number, agreed=agreed, by=by, now=self._clock())
        return found
