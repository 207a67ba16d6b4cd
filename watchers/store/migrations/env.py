"""What alembic runs: it is handed an open connection and the tables; it reads no file of its own."""

from typing import Any

from alembic import context

from watchers.store.database import UtcDateTime
from watchers.store.tables import metadata


def render_our_types(kind: str, item: Any, revision: Any) -> Any:
    """Write our own column type into a revision by its name, with its import."""
    if kind == "type" and isinstance(item, UtcDateTime):
        revision.imports.add("from watchers.store.database import UtcDateTime")
        return "UtcDateTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
    render_item=render_our_types,
)
context.run_migrations()
