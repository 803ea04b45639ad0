"""Until when animators work, where they go, and what they learnt."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_staff"
down_revision = "2026_11_26_workshops"
branch_labels = None
depends_on = None

TIMES = ("started_at", "ended_at")
Of = type[sa.Text | sa.BigInteger]

KINDS: dict[str, dict[str, Of]] = {
    "stop": {
        "animator": sa.BigInteger,
        "antenna": sa.BigInteger,
        "hours": sa.Text,
        **dict.fromkeys(TIMES, sa.BigInteger),
    },
    "training": {
        "subject": sa.Text,
        **dict.fromkeys(TIMES, sa.BigInteger),
        "hours": sa.BigInteger,
        "animators": sa.Text,
    },
}


def upgrade() -> None:
    """Make room for them."""
    for name in TIMES:
        op.add_column("animator", sa.Column(name, sa.BigInteger()))
    for kind, columns in KINDS.items():
        identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
        op.create_table(
            kind,
            sa.Column("id", identifier, primary_key=True, autoincrement=False),
            sa.Column("deleted", sa.Boolean()),
            sa.Column("erased", sa.Text()),
            *(sa.Column(name, of()) for name, of in columns.items()),
        )


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    for kind in reversed(KINDS):
        op.drop_table(kind)
    for name in TIMES:
        op.drop_column("animator", name)
