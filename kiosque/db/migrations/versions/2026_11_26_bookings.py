"""Bookings and passes of places to work at; groups at workshops; who is to be told that one is moved."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_bookings"
down_revision = "2026_11_26_desks"
branch_labels = None
depends_on = None

Of = type[sa.Text | sa.BigInteger]

KINDS: dict[str, dict[str, Of]] = {
    "booking": {
        "desk": sa.BigInteger,
        "visitor": sa.BigInteger,
        "name": sa.Text,
        "phone": sa.Text,
        "hours": sa.Text,
        "started_at": sa.BigInteger,
        "ended_at": sa.BigInteger,
        "regular": sa.BigInteger,
    },
    "pass": {
        "antenna": sa.BigInteger,
        "visitor": sa.BigInteger,
        "form": sa.Text,
        "days": sa.BigInteger,
        "started_at": sa.BigInteger,
        "ended_at": sa.BigInteger,
    },
}


def upgrade() -> None:
    """Make room for them."""
    op.add_column("group", sa.Column("workshop", sa.BigInteger()))
    op.add_column("registration", sa.Column("to_tell", sa.Boolean()))
    for kind, columns in KINDS.items():
        identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
        op.create_table(
            kind,
            sa.Column("id", identifier, primary_key=True, autoincrement=False),
            sa.Column("deleted", sa.Boolean()),
            sa.Column("erased", sa.Text()),
            *(sa.Column(name, of()) for name, of in columns.items()),
        )
    op.create_index("booking_desk", "booking", ["desk"])


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_index("booking_desk", "booking")
    for kind in reversed(KINDS):
        op.drop_table(kind)
    op.drop_column("registration", "to_tell")
    op.drop_column("group", "workshop")
