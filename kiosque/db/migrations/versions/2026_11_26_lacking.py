"""What is not counted by code yet: of a form, or of one programme."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_lacking"
down_revision = "2026_11_26_overlap"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; what a central lacks is noted in it when it is next opened."""
    op.create_table(
        "lacking",
        sa.Column("form", sa.Text(), primary_key=True),
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("until", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away, with what marks by more columns than an older program does: that one makes its own again."""
    served = op.get_bind().dialect.name != "sqlite"
    marked = ("permanence", "visit", "intervention", "workshop", "registration", "group", "repair", "item")
    for trigger, table in (("lack_programme", "programme"), *((f"mark_{table}", table) for table in marked)):
        if served:
            op.execute(f'DROP TRIGGER IF EXISTS {trigger} ON "{table}"')
            op.execute(f"DROP FUNCTION IF EXISTS {trigger}()")
        for when in () if served else ("added", "changed", "removed"):
            op.execute(f"DROP TRIGGER IF EXISTS {trigger}_{when}")
    for name in ("together", "group", "mending_place", "mending_session", "wish", "desk_use"):
        op.execute(f"DROP INDEX IF EXISTS daily_{name}")
    op.execute("DELETE FROM kept")
    op.drop_table("lacking")
