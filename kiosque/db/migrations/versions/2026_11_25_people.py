"""Groups that come together, and how to call somebody back."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_people"
down_revision = "2026_11_24_sync"
branch_labels = None
depends_on = None

CONTACTS = ("phone", "email")


def upgrade() -> None:
    """Make room for them."""
    for name in CONTACTS:
        op.add_column("visitor", sa.Column(name, sa.Text()))
    op.add_column("visit", sa.Column("group", sa.BigInteger()))
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "group",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("permanence", sa.BigInteger()),
        sa.Column("level", sa.Text()),
    )


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_table("group")
    op.drop_column("visit", "group")
    for name in CONTACTS:
        op.drop_column("visitor", name)
