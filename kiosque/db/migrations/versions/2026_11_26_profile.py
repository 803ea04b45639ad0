"""What is said of somebody in codes, where a class comes from, and programmes by sector and status."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_profile"
down_revision = "2026_11_26_bookings"
branch_labels = None
depends_on = None

ONE = ("gender", "status", "sector")
SEVERAL = ("genders", "statuses", "sectors")
COLUMNS = {
    "visitor": ONE,
    "visit": ONE,
    "registration": ONE,
    "intervention": SEVERAL,
    "programme": ("statuses", "sectors"),
    "group": ("school",),
}


def upgrade() -> None:
    """Make room for it."""
    for table, names in COLUMNS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text()))


def downgrade() -> None:
    """Take it away from the tables; the journal keeps it."""
    for table, names in COLUMNS.items():
        for name in reversed(names):
            op.drop_column(table, name)
