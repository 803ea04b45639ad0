"""What is counted by code is kept by day: acts of help by theme and by body, visits by commune."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_coded"
down_revision = "2026_11_26_late"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; a central that keeps figures counts them all again when it is next opened."""
    op.create_table(
        "coded",
        sa.Column("scope", sa.Text(), primary_key=True),
        sa.Column("form", sa.Text(), primary_key=True),
        sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM kept")


def downgrade() -> None:
    """Take it away, and what finds the rows of an antenna."""
    for name in ("place", "presence", "task", "mending", "workshop_antenna", "workshop_theme"):
        op.execute(f"DROP INDEX IF EXISTS daily_{name}")
    op.drop_table("coded")
