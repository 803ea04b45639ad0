"""Who is at a permanence, from when to when."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_presence"
down_revision = "2026_11_25_recognised"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    numbers = ("permanence", "animator", "started_at", "ended_at")
    op.create_table(
        "presence",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        *(sa.Column(name, sa.BigInteger()) for name in numbers),
    )
    op.create_index("presence_permanence", "presence", ["permanence"])


def downgrade() -> None:
    """Take it away; the journal keeps what was in it."""
    op.drop_table("presence")
