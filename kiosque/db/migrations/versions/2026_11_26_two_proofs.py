"""Every account has two proofs: those that needed none before get two weeks."""

from alembic import op

revision = "2026_11_26_two_proofs"
down_revision = "2026_11_26_tries"
branch_labels = None
depends_on = None

TWO_WEEKS = 14 * 86_400
"""Seconds."""


def upgrade() -> None:
    """Ask nobody today who came in by a password yesterday. Where no code is ever due, none is."""
    now = "unixepoch()" if op.get_bind().dialect.name == "sqlite" else "CAST(extract(epoch FROM now()) AS BIGINT)"
    asked = "role IN ('figures', 'association') AND secret IS NULL AND COALESCE(code_due, 0) < " + now
    op.execute(f"UPDATE account SET code_due = {now} + {TWO_WEEKS} WHERE {asked}")  # noqa: S608 - our own words


def downgrade() -> None:
    """Leave it: an older program asks no code of them."""
