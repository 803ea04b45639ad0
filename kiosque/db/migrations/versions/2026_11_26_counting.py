"""How far it is while the figures of a report are counted."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_counting"
down_revision = "2026_11_26_drafted"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("report", sa.Column("counting", sa.BigInteger()))
    op.add_column("report", sa.Column("counted", sa.Integer()))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("report", "counted")
    op.drop_column("report", "counting")
