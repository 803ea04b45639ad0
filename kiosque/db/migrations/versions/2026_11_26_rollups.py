"""What a month comes to for each antenna, and a day for the network: summed once from the figures that are kept."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_rollups"
down_revision = "2026_11_26_published"
branch_labels = None
depends_on = None

FIGURES = (
    "permanences",
    "seconds",
    "still_open",
    "to_confirm",
    "visits",
    "unnamed",
    "interventions",
    "workshops",
    "attendances",
)


def key(name: str, kind: type[sa.types.TypeEngine[int]] = sa.BigInteger) -> sa.Column[int]:
    """Return a column of a primary key."""
    return sa.Column(name, kind(), primary_key=True, autoincrement=False)


def figures() -> list[sa.Column[int]]:
    """Return the columns of what is counted."""
    return [
        sa.Column(name, sa.Integer(), nullable=False, server_default="0" if name == "unnamed" else None)
        for name in FIGURES
    ]


def upgrade() -> None:
    """Make the tables; a central that keeps figures counts them all again when it is next opened."""
    op.create_table("monthly", key("month", sa.Integer), key("antenna"), *figures(), sqlite_with_rowid=False)
    op.create_table("whole", key("day", sa.Integer), *figures(), sqlite_with_rowid=False)
    op.execute("DELETE FROM kept")


def downgrade() -> None:
    """Take them away."""
    op.execute("DROP INDEX IF EXISTS daily_antenna")
    for name in ("whole", "monthly"):
        op.drop_table(name)
