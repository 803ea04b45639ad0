"""What headquarters decides of hours, what people ask of their data, and what somebody should look at."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_watching"
down_revision = "2026_11_26_codes"
branch_labels = None
depends_on = None

DECIDED = ("decided_from", "decided_until")


def upgrade() -> None:
    """Make room for it."""
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    whole, text = sa.BigInteger, sa.Text
    for name in DECIDED:
        op.add_column("permanence", sa.Column(name, sa.BigInteger()))
    op.create_table(
        "request",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", text()),
        sa.Column("right", text()),
        sa.Column("received_on", whole()),
        sa.Column("name", text()),
        sa.Column("contact", text()),
        sa.Column("wording", text()),
        sa.Column("visitor", whole()),
        sa.Column("prolonged", sa.Boolean()),
        sa.Column("outcome", text()),
        sa.Column("answered_on", whole()),
        sa.Column("answer", text()),
    )
    op.create_table(
        "looked_through",
        sa.Column("device", identifier, primary_key=True, autoincrement=False),
        sa.Column("number", whole(), nullable=False),
    )
    op.create_table(
        "found",
        sa.Column("id", identifier, primary_key=True),
        sa.Column("form", text(), nullable=False),
        sa.Column("record", whole(), nullable=False),
        sa.Column("other", whole(), nullable=False),
        sa.Column("found_at", whole(), nullable=False),
        sa.Column("settled_at", whole()),
    )
    op.create_index("found_record", "found", ["form", "record", "other"], unique=True)
    op.create_table(
        "forgetting",
        sa.Column("record", identifier, primary_key=True, autoincrement=False),
        sa.Column("feed", whole(), primary_key=True, autoincrement=False),
        sa.Column("position", whole(), nullable=False),
        sa.Column("asked_at", whole(), nullable=False),
    )
    op.create_table(
        "decision",
        sa.Column("entry", identifier, primary_key=True, autoincrement=False),
        sa.Column("account", text(), nullable=False),
        sa.Column("reason", text(), nullable=False),
    )


def downgrade() -> None:
    """Take it away from the tables; the journal keeps what is of it."""
    for name in ("decision", "forgetting", "found", "looked_through", "request"):
        op.drop_table(name)
    for name in DECIDED:
        op.drop_column("permanence", name)
