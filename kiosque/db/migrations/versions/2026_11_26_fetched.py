"""What came of a file from a stick waits in the database: several processes serve one central."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_fetched"
down_revision = "2026_11_26_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.create_table(
        "fetched",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    """Forget what waits: bringing the file again makes it again."""
    op.drop_table("fetched")
