"""What is to be said once waits for the page that says it, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_once"
down_revision = "2026_11_26_lacking"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "once",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("session", sa.LargeBinary(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_index("once_of", "once", ["session", "page"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("once")
