"""What headquarters kept no longer, day by day: counts, and nobody."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_purge"
down_revision = "2026_11_26_coded"
branch_labels = None
depends_on = None

COUNTS = ("people", "names", "animators", "lines", "awaited", "soon")


def upgrade() -> None:
    """Make the table."""
    counts = [sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS]
    op.create_table("purge", sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False), *counts)


def downgrade() -> None:
    """Take it away."""
    op.drop_table("purge")
