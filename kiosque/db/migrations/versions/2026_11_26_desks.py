"""Coworking places and self-service computers, and who takes them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_desks"
down_revision = "2026_11_26_programmes"
branch_labels = None
depends_on = None

Of = type[sa.Text | sa.BigInteger | sa.Boolean]

KINDS: dict[str, dict[str, Of]] = {
    "desk": {"antenna": sa.BigInteger, "name": sa.Text, "form": sa.Text},
    "desk_use": {
        "desk": sa.BigInteger,
        "visit": sa.BigInteger,
        "started_at": sa.BigInteger,
        "ended_at": sa.BigInteger,
        "at_closing": sa.Boolean,
        "pages": sa.BigInteger,
    },
}


def upgrade() -> None:
    """Make room for them."""
    for kind, columns in KINDS.items():
        identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
        op.create_table(
            kind,
            sa.Column("id", identifier, primary_key=True, autoincrement=False),
            sa.Column("deleted", sa.Boolean()),
            sa.Column("erased", sa.Text()),
            *(sa.Column(name, of()) for name, of in columns.items()),
        )
    op.create_index("desk_use_desk", "desk_use", ["desk"])


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_index("desk_use_desk", "desk_use")
    for kind in reversed(KINDS):
        op.drop_table(kind)
