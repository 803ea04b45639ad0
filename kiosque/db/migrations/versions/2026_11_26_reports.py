"""What the project costs, and activity reports with what is said in them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_reports"
down_revision = "2026_11_26_daily"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "cost",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("nature", sa.Text()),
        sa.Column("label", sa.Text()),
        sa.Column("amount", sa.BigInteger()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
    )
    op.create_table(
        "report",
        sa.Column("id", identifier, primary_key=True),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("funder", sa.BigInteger()),
        sa.Column("association", sa.Text()),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("frozen_at", sa.BigInteger()),
        sa.Column("frozen_by", sa.Text()),
        sa.Column("contents", sa.LargeBinary()),
    )
    op.create_table(
        "report_comment",
        sa.Column("report", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("section", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Take the costs away from the tables; the journal keeps them. Reports are gone."""
    op.drop_table("report_comment")
    op.drop_table("report")
    op.drop_table("cost")
