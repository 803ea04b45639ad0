"""What funders read is kept as it was counted. Links of before, of any days, end: they could be subtracted."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_published"
down_revision = "2026_11_26_apart"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and take back the links."""
    op.create_table(
        "published",
        sa.Column("first", sa.Text(), primary_key=True),
        sa.Column("last", sa.Text(), primary_key=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    now = "unixepoch()" if op.get_bind().dialect.name == "sqlite" else "CAST(extract(epoch FROM now()) AS BIGINT)"
    op.execute(f"UPDATE shared SET revoked_at = {now} WHERE revoked_at IS NULL")  # noqa: S608 - our own words


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("published")
