"""What headquarters says of the codes of its lists."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_codes"
down_revision = "2026_11_26_engagements"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "code",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("list", sa.Text()),
        sa.Column("code", sa.Text()),
        sa.Column("label", sa.Text()),
        sa.Column("short", sa.Text()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("successor", sa.Text()),
    )


def downgrade() -> None:
    """Take it away from the tables; the journal keeps it."""
    op.drop_table("code")
