"""Wrong passwords are counted in the database, and what programs ask is written down, request by request."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_tries"
down_revision = "2026_11_26_public"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "attempt",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    op.create_index("attempt_of", "attempt", ["lookup", "at"])
    op.create_table(
        "asked",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
    )
    op.create_index("asked_at", "asked", ["at"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("asked")
    op.drop_table("attempt")
