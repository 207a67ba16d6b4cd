"""What alembic runs: it is handed an open connection and the tables; it reads no file of its own."""

from alembic import context

from watchers.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
context.run_migrations()
