"""Keys of the API; the address of an antenna, and who runs it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_exports"
down_revision = "2026_11_26_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.add_column("antenna", sa.Column("address", sa.Text()))
    op.add_column("antenna", sa.Column("pivot", sa.Text()))
    op.create_table(
        "api_key",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("lookup", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("association", sa.Text()),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger()),
        sa.Column("used_at", sa.BigInteger()),
    )


def downgrade() -> None:
    """Forget it; the journal keeps the addresses."""
    op.drop_table("api_key")
    op.drop_column("antenna", "pivot")
    op.drop_column("antenna", "address")
