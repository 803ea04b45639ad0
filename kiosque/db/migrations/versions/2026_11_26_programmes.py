"""What more is said of an act of help, and programmes for key publics."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_programmes"
down_revision = "2026_11_26_staff"
branch_labels = None
depends_on = None

WORDS = ("material", "autonomy", "referral", "mandate")
TEXTS = ("themes", "services", "age_bands")


def upgrade() -> None:
    """Make room for them."""
    for name in WORDS:
        op.add_column("intervention", sa.Column(name, sa.Text()))
    op.add_column("intervention", sa.Column("programme", sa.BigInteger()))
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "programme",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("audience", sa.Text()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        *(sa.Column(name, sa.Text()) for name in TEXTS),
    )


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_table("programme")
    for name in ("programme", *WORDS):
        op.drop_column("intervention", name)
