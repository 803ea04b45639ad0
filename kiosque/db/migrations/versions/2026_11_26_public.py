"""What anybody may read of an antenna; who left and opens no PC any more."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_public"
down_revision = "2026_11_26_erased"
branch_labels = None
depends_on = None

TEXTS = ("telephone", "email", "website", "booking", "access", "summary", "care", "publics", "fees")


def upgrade() -> None:
    """Make room for it."""
    for name in TEXTS:
        op.add_column("antenna", sa.Column(name, sa.Text()))
    op.add_column("animator", sa.Column("shut", sa.Boolean()))


def downgrade() -> None:
    """Forget it; the journal keeps it."""
    op.drop_column("animator", "shut")
    for name in reversed(TEXTS):
        op.drop_column("antenna", name)
