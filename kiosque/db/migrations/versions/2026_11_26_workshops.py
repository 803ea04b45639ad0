"""Workshops in series, elsewhere, by several; a waiting list that is called; attendance by half-day, signed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_workshops"
down_revision = "2026_11_26_network"
branch_labels = None
depends_on = None

Of = type[sa.Text | sa.BigInteger | sa.Boolean]

NEW: dict[str, dict[str, Of]] = {
    "workshop": {
        "animators": sa.Text,
        "level": sa.Text,
        "programme": sa.BigInteger,
        "series": sa.BigInteger,
        "place": sa.Text,
        "where": sa.Text,
    },
    "registration": {"phone": sa.Text, "waiting": sa.Boolean, "called_at": sa.BigInteger},
    "visit": {"workshop": sa.BigInteger},
}


def upgrade() -> None:
    """Make room for them."""
    for table, columns in NEW.items():
        for name, of in columns.items():
            op.add_column(table, sa.Column(name, of()))
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "attendance",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("registration", sa.BigInteger()),
        sa.Column("half_day", sa.BigInteger()),
        sa.Column("state", sa.Text()),
        sa.Column("signature", sa.LargeBinary()),
    )
    op.create_index("attendance_registration", "attendance", ["registration"])


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_index("attendance_registration", "attendance")
    op.drop_table("attendance")
    for table, columns in NEW.items():
        for name in columns:
            op.drop_column(table, name)
