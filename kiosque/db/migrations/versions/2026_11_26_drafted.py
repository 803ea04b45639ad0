"""The figures of a report that is still written, counted once and kept with it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_drafted"
down_revision = "2026_11_26_once"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the figures of a draft are counted when it is next opened."""
    op.add_column("report", sa.Column("draft", sa.LargeBinary()))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("report", "draft")
