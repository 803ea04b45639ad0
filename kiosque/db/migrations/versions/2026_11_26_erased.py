"""Who is erased is found at once: whatever arrives is held against them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_erased"
down_revision = "2026_11_26_fetched"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    said = sa.text("erased IS NOT NULL")
    op.create_index("visitor_erased", "visitor", ["erased"], sqlite_where=said, postgresql_where=said)


def downgrade() -> None:
    """Take it away."""
    op.drop_index("visitor_erased", "visitor")
