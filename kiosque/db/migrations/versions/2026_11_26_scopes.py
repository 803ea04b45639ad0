"""What a day comes to for each association too: summed once from the figures that are kept."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_scopes"
down_revision = "2026_11_26_counting"
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
NAMES = ", ".join(FIGURES)
SUMS = ", ".join(f"sum({name})" for name in FIGURES)


def table(*key: sa.Column[str]) -> None:
    """Make the table anew."""
    figures = [
        sa.Column(name, sa.Integer(), nullable=False, server_default="0" if name == "unnamed" else None)
        for name in FIGURES
    ]
    day = sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False)
    op.drop_table("whole")
    op.create_table("whole", *key, day, *figures, sqlite_with_rowid=False)


def upgrade() -> None:
    """Make it by scope, and sum up what is kept."""
    table(sa.Column("scope", sa.Text(), primary_key=True))
    fill = f"INSERT INTO whole (scope, day, {NAMES})"
    op.execute(f"{fill} SELECT '', day, {SUMS} FROM daily GROUP BY day")  # noqa: S608 - our own names
    theirs = f"SELECT a.association, d.day, {SUMS} FROM daily d JOIN antenna a ON a.id = d.antenna"  # noqa: S608
    op.execute(f"{fill} {theirs} WHERE a.association <> '' GROUP BY a.association, d.day")


def downgrade() -> None:
    """Make it of the network alone, and sum up what is kept."""
    table()
    op.execute(f"INSERT INTO whole (day, {NAMES}) SELECT day, {SUMS} FROM daily GROUP BY day")  # noqa: S608 - our own names
