"""As what animators work has dates of its own, and they may leave."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_engagements"
down_revision = "2026_11_26_exports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("animator", sa.Column("left_at", sa.BigInteger()))
    op.create_table(
        "engagement",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("animator", sa.BigInteger()),
        sa.Column("status", sa.Text()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
    )


def downgrade() -> None:
    """Take it away from the tables; the journal keeps it."""
    op.drop_table("engagement")
    op.drop_column("animator", "left_at")
