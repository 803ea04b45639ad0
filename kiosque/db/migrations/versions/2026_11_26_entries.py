"""Who came in to headquarters' pages, what was refused, and whose record was read: written down."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_entries"
down_revision = "2026_11_26_scopes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "entrance",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("happened", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
    )
    op.create_index("entrance_at", "entrance", ["at"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("entrance")
