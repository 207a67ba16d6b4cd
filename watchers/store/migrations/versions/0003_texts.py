"""Know texts by number, and who has printed them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger_carriers",
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("text", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"], ["ledger_events.seq"], name=op.f("fk_ledger_carriers_seq_ledger_events")
        ),
        sa.PrimaryKeyConstraint("actor", "claim", "text", "name", name=op.f("pk_ledger_carriers")),
    )
    op.create_table(
        "ledger_echoes",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("original", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["original"],
            ["ledger_statements.id"],
            name=op.f("fk_ledger_echoes_original_ledger_statements"),
        ),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["ledger_statements.id"],
            name=op.f("fk_ledger_echoes_statement_ledger_statements"),
        ),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_ledger_echoes")),
    )
    with op.batch_alter_table("ledger_echoes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_echoes_original"), ["original"], unique=False)

    # Until now each article was known by a text of its own.
    for table in ("ledger_articles", "ledger_sketches"):
        op.add_column(table, sa.Column("text", sa.Integer(), nullable=True))
        old = sa.table(table, sa.column("seq", sa.Integer), sa.column("text", sa.Integer))
        op.execute(sa.update(old).values(text=old.c.seq))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("text", nullable=False)
    with op.batch_alter_table("ledger_articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_articles_text"), ["text"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("ledger_sketches", schema=None) as batch_op:
        batch_op.drop_column("text")

    with op.batch_alter_table("ledger_articles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_articles_text"))
        batch_op.drop_column("text")

    with op.batch_alter_table("ledger_echoes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_echoes_original"))

    op.drop_table("ledger_echoes")
    op.drop_table("ledger_carriers")
