"""Of which association an account is."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_rights"
down_revision = "2026_11_26_tasks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.add_column("account", sa.Column("association", sa.Text()))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("account", "association")
