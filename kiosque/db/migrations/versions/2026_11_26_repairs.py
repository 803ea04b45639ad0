"""Objects that are repaired, attempts to repair them, who may use a machine; how many volunteers hold a workshop."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_repairs"
down_revision = "2026_11_26_profile"
branch_labels = None
depends_on = None

Of = type[sa.Text | sa.BigInteger]

KINDS: dict[str, dict[str, Of]] = {
    "repair": {
        "permanence": sa.BigInteger,
        "item": sa.BigInteger,
        "visit": sa.BigInteger,
        "workshop": sa.BigInteger,
        "repaired_at": sa.BigInteger,
        "problem": sa.Text,
        "outcome": sa.Text,
        "barrier": sa.Text,
        "note": sa.Text,
    },
    "item": {
        "antenna": sa.BigInteger,
        "category": sa.Text,
        "brand": sa.Text,
        "year": sa.BigInteger,
        "weight": sa.BigInteger,
        "origin": sa.BigInteger,
    },
    "authorisation": {
        "desk": sa.BigInteger,
        "visitor": sa.BigInteger,
        "animator": sa.BigInteger,
        "started_at": sa.BigInteger,
        "ended_at": sa.BigInteger,
    },
}
INDEXES = (("repair", "item"), ("item", "origin"), ("authorisation", "desk"))


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
    for kind, column in INDEXES:
        op.create_index(f"{kind}_{column}", kind, [column])
    op.add_column("workshop", sa.Column("volunteers", sa.BigInteger()))


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_column("workshop", "volunteers")
    for kind, column in INDEXES:
        op.drop_index(f"{kind}_{column}", kind)
    for kind in reversed(KINDS):
        op.drop_table(kind)
