"""What the kept texts have been read for. Knows the table; not what is watched."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from watchers.scope import ACTOR, CLAIM, Marks, Scope
from watchers.store.tables import pages, watched

#: What no configuration says of anything.
_UNREAD = "unread"


def load_marks(connection: Connection) -> Marks:
    """What was watched when the kept texts were last read; empty in a new store."""
    return {(row.kind, row.id): row.said for row in connection.execute(sa.select(watched))}


def save_marks(connection: Connection, marks: Marks) -> None:
    """From now on the kept texts count as read for these, and for nothing else."""
    connection.execute(watched.delete())
    rows = [{"kind": kind, "id": id_, "said": said} for (kind, id_), said in marks.items()]
    if rows:
        connection.execute(watched.insert(), rows)


def mark_unread(connection: Connection, scope: Scope) -> None:
    """Reading for these has begun: the texts count as read for nothing of them that was known before."""
    c = watched.c
    these = sa.or_(
        (c.kind == CLAIM) & c.id.in_(scope.claims), (c.kind == ACTOR) & c.id.in_(scope.actors)
    )
    connection.execute(watched.update().where(these).values(said=_UNREAD))


def has_texts(connection: Connection) -> bool:
    return connection.execute(sa.select(pages.c.canonical_link).limit(1)).first() is not None
