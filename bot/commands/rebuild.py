"""`volteface rebuild`: everything derived again from what was learned, and whether it is the same."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

from watchers.ledger.policy import Policy

if TYPE_CHECKING:
    from watchers.store.database import Database


def rebuild(database: "Database", policy: Policy, *, now: datetime, as_lines: bool) -> bool:
    """Rebuild in one transaction; whether the ledger is as it was, to the byte."""
    from watchers.store.ledger_rebuild import rebuild as derive

    with database.write() as connection:
        done = derive(connection, policy, now)
    if as_lines:
        print(
            json.dumps(
                {
                    "events": done.events,
                    "statements": done.statements,
                    "same": done.same,
                    "digest": done.after,
                }
            )
        )
        return done.same
    print(f"Derived again from {done.events} events with {done.statements} statements.")
    if done.same:
        print(f"The ledger is the same, byte for byte ({done.after[:12]}).")
    else:
        print(
            "The ledger is another now: its policy's numbers or its rules have changed since. "
            "What was told before stays as it was told."
        )
    return done.same
