"""What animators are writing."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_draft"
down_revision = "2026_11_25_presence"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "draft",
        sa.Column("animator", identifier, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("draft")
