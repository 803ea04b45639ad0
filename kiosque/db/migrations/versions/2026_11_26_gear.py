"""Equipment, its loans and inspections; what visitors wish, and how they found it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_gear"
down_revision = "2026_11_26_repairs"
branch_labels = None
depends_on = None

TIMES = ("started_at", "ended_at")
Of = type[sa.Text | sa.BigInteger]

KINDS: dict[str, dict[str, Of]] = {
    "equipment": {
        "antenna": sa.BigInteger,
        **dict.fromkeys(("name", "form", "label", "serial"), sa.Text),
        **dict.fromkeys(TIMES, sa.BigInteger),
    },
    "loan": {
        **dict.fromkeys(("antenna", "equipment", "visitor", *TIMES, "due"), sa.BigInteger),
        **dict.fromkeys(("age_band", "commune"), sa.Text),
    },
    "inspection": {
        **dict.fromkeys(("antenna", "equipment", "seen_at"), sa.BigInteger),
        **dict.fromkeys(("state", "problem"), sa.Text),
    },
    "wish": {
        "antenna": sa.BigInteger,
        "subject": sa.Text,
        **dict.fromkeys(("wished_on", "visitor"), sa.BigInteger),
        **dict.fromkeys(("name", "phone"), sa.Text),
        **dict.fromkeys(("workshop", "called_at"), sa.BigInteger),
    },
    "feedback": {
        **dict.fromkeys(("antenna", "half_day"), sa.BigInteger),
        "face": sa.Text,
        "answers": sa.BigInteger,
    },
}
INDEXED = ("loan", "inspection")


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
    for kind in INDEXED:
        op.create_index(f"{kind}_equipment", kind, ["equipment"])
    op.create_table(
        "smile",
        sa.Column("half_day", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("face", sa.Text(), primary_key=True),
        sa.Column("answers", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away from the tables; the journal keeps them."""
    op.drop_table("smile")
    for kind in INDEXED:
        op.drop_index(f"{kind}_equipment", kind)
    for kind in reversed(KINDS):
        op.drop_table(kind)
