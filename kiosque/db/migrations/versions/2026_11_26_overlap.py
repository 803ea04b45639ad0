"""Why a report was frozen that shares days with another."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_overlap"
down_revision = "2026_11_26_purge"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("report", sa.Column("reason", sa.Text()))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("report", "reason")
