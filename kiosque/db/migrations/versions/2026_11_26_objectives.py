"""What was promised to funders, in versions with dates."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_objectives"
down_revision = "2026_11_26_rights"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "objective",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("objective", sa.Text()),
        sa.Column("target", sa.BigInteger()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("reason", sa.Text()),
    )


def downgrade() -> None:
    """Take it away from the tables; the journal keeps it."""
    op.drop_table("objective")
