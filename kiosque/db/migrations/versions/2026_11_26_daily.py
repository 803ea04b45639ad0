"""Figures that a central keeps per antenna and day, and what is to be counted again."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_daily"
down_revision = "2026_11_26_printing"
branch_labels = None
depends_on = None

FIGURES = (
    "permanences",
    "seconds",
    "still_open",
    "to_confirm",
    "visits",
    "interventions",
    "workshops",
    "attendances",
)


def key(name: str, kind: type[sa.types.TypeEngine[int]] = sa.BigInteger) -> sa.Column[int]:
    """Return a column of a primary key."""
    return sa.Column(name, kind(), primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Make the tables; a central fills them when it is next opened."""
    figures = [sa.Column(name, sa.Integer(), nullable=False) for name in FIGURES]
    op.create_table("daily", key("day", sa.Integer), key("antenna"), *figures, sqlite_with_rowid=False)
    op.create_table("stale", key("since"), key("until"), sqlite_with_rowid=False)
    op.create_table("kept", key("rules", sa.Integer))


def downgrade() -> None:
    """Take them away, and what marks days in them: an older program knows of neither."""
    served = op.get_bind().dialect.name != "sqlite"
    for table in ("permanence", "visit", "intervention", "workshop", "registration"):
        if served:
            op.execute(f"DROP TRIGGER IF EXISTS mark_{table} ON {table}")
            op.execute(f"DROP FUNCTION IF EXISTS mark_{table}()")
        for when in () if served else ("added", "changed", "removed"):
            op.execute(f"DROP TRIGGER IF EXISTS mark_{table}_{when}")
    for name in ("permanence", "begun", "open", "long", "visit", "visit_permanence", "intervention", "workshop"):
        op.execute(f"DROP INDEX IF EXISTS daily_{name}")
    for name in ("kept", "stale", "daily"):
        op.drop_table(name)
