"""Who objected, and of whom what is kept is frozen: flags of a visitor's record, by which all actions go."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_apart"
down_revision = "2026_11_26_came"
branch_labels = None
depends_on = None

ASKED = ("restricted_at", "objected_at")
COLUMNS = ("restricted_at", "restriction_lifted", "objected_at", "objection_lifted")


def upgrade() -> None:
    """Make room for them, and find at once whose are up."""
    for name in COLUMNS:
        op.add_column("visitor", sa.Column(name, sa.BigInteger()))
    for name in ASKED:
        said = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"visitor_{name}", "visitor", [name], sqlite_where=said, postgresql_where=said)


def downgrade() -> None:
    """Take them away from the table; the journal keeps them."""
    for name in ASKED:
        op.drop_index(f"visitor_{name}", "visitor")
    for name in reversed(COLUMNS):
        op.drop_column("visitor", name)
