"""How visitors are recognised: a day of birth, three pictures, a household; and how a minor comes."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_recognised"
down_revision = "2026_11_25_people"
branch_labels = None
depends_on = None

SAID = {"birth_day": sa.BigInteger, "pictures": sa.Text, "household": sa.BigInteger}
"""Columns that have an index where they are said."""


def upgrade() -> None:
    """Make room for what visitors say, and the table of households."""
    for name, kind in SAID.items():
        op.add_column("visitor", sa.Column(name, kind()))
        said = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"visitor_{name}", "visitor", [name], sqlite_where=said, postgresql_where=said)
    op.add_column("visitor", sa.Column("answered_by", sa.BigInteger()))
    op.add_column("visit", sa.Column("accompanied", sa.Text()))
    identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "household",
        sa.Column("id", identifier, primary_key=True, autoincrement=False),
        sa.Column("deleted", sa.Boolean()),
        sa.Column("erased", sa.Text()),
        sa.Column("card", sa.Text()),
    )
    op.create_index("household_card", "household", ["card"])


def downgrade() -> None:
    """Take them away; the journal keeps what was in them."""
    op.drop_index("household_card", "household")
    op.drop_table("household")
    op.drop_column("visit", "accompanied")
    op.drop_column("visitor", "answered_by")
    for name in SAID:
        op.drop_index(f"visitor_{name}", "visitor")
        op.drop_column("visitor", name)
