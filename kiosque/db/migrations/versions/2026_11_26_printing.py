"""Pages that are printed by who has no place."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_printing"
down_revision = "2026_11_26_watching"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.add_column("visit", sa.Column("pages", sa.BigInteger()))


def downgrade() -> None:
    """Take it away from the tables; the journal keeps it."""
    op.drop_column("visit", "pages")
