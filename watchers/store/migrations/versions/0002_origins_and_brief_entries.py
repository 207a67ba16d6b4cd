"""Whom an entry is from, and which are not worth their page."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin_name", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("origin_url", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column("brief", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.drop_index(batch_op.f("ix_entries_waiting"))
        batch_op.create_index(
            "ix_entries_waiting",
            ["done", "silent", "feed_id", "published", "next_try_at"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_index("ix_entries_waiting")
        batch_op.create_index(
            batch_op.f("ix_entries_waiting"), ["done", "next_try_at"], unique=False
        )
        batch_op.drop_column("brief")
        batch_op.drop_column("origin_url")
        batch_op.drop_column("origin_name")
