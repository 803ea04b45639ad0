"""Visits of people who were erased before these arrived."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_late"
down_revision = "2026_11_26_rollups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "late",
        sa.Column("antenna", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("month", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("late")
