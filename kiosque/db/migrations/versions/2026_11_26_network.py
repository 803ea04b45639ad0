"""What an antenna stands in, its hours between two dates, who supports it, and what was asked there."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_network"
down_revision = "2026_11_26_draft"
branch_labels = None
depends_on = None

WORDS = ("room", "position", "size")
TIMES = ("started_at", "ended_at")

KINDS: dict[str, dict[str, type[sa.Text | sa.BigInteger]]] = {
    "hours": {
        "antenna": sa.BigInteger,
        "hours": sa.Text,
        **dict.fromkeys(TIMES, sa.BigInteger),
        "reason": sa.Text,
    },
    "partner": {"name": sa.Text, "form": sa.Text},
    "support": {
        "partner": sa.BigInteger,
        "antenna": sa.BigInteger,
        "nature": sa.Text,
        "label": sa.Text,
        **dict.fromkeys(TIMES, sa.BigInteger),
        "share": sa.BigInteger,
    },
    "survey": {
        "antenna": sa.BigInteger,
        "asked_at": sa.BigInteger,
        "answers": sa.BigInteger,
        "teleworkers": sa.BigInteger,
        "desks": sa.BigInteger,
        "needs": sa.Text,
    },
}


def upgrade() -> None:
    """Make room for them."""
    for name in WORDS:
        op.add_column("antenna", sa.Column(name, sa.Text()))
    for name in TIMES:
        op.add_column("antenna", sa.Column(name, sa.BigInteger()))
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
    for name in (*TIMES, *WORDS):
        op.drop_column("antenna", name)
