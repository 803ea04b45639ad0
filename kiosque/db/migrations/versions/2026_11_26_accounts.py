"""Sessions, second factors, invitations, what was taken away, pages for funders. Accounts of before get two weeks."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_accounts"
down_revision = "2026_11_26_objectives"
branch_labels = None
depends_on = None

OF_ACCOUNT = {
    "disabled_at": sa.BigInteger,
    "used_at": sa.BigInteger,
    "secret": sa.Text,
    "step": sa.BigInteger,
    "code_due": sa.BigInteger,
}
TWO_WEEKS = 14 * 86_400
"""Seconds in which whoever has an account already gets a second factor."""


def needed(name: str, kind: type[sa.types.TypeEngine[Any]] = sa.BigInteger) -> sa.Column[Any]:
    """Return a column that is never null."""
    return sa.Column(name, kind(), nullable=False)


def lookup() -> sa.Column[bytes]:
    """Return the key of what is found by a secret that is not kept."""
    return sa.Column("lookup", sa.LargeBinary(), primary_key=True)


def numbered() -> sa.Column[int]:
    """Return a key that the database draws."""
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True)


def upgrade() -> None:
    """Make room for it."""
    for name, kind in OF_ACCOUNT.items():
        op.add_column("account", sa.Column(name, kind()))
    now = "unixepoch()" if op.get_bind().dialect.name == "sqlite" else "CAST(extract(epoch FROM now()) AS BIGINT)"
    op.execute(f"UPDATE account SET code_due = {now} + {TWO_WEEKS}")  # noqa: S608 - our own words
    moments = (needed("begun_at"), needed("seen_at"), needed("until"))
    said = (needed("account", sa.Text), needed("stage", sa.Text), needed("browser", sa.Text))
    op.create_table("session", lookup(), *said, *moments)
    op.create_index("session_account", "session", ["account"])
    op.create_table("recovery_code", lookup(), needed("account", sa.Text))
    op.create_table("invitation", lookup(), needed("account", sa.Text), needed("until"))
    why = (needed("account", sa.Text), needed("what", sa.Text), needed("reason", sa.Text))
    op.create_table("taken", numbered(), needed("at"), *why, needed("names", sa.Boolean))
    op.create_table(
        "shared",
        numbered(),
        sa.Column("lookup", sa.LargeBinary(), nullable=False, unique=True),
        *(needed(name, sa.Text) for name in ("funder", "first", "last")),
        needed("until"),
        needed("made_at"),
        needed("made_by", sa.Text),
        sa.Column("revoked_at", sa.BigInteger()),
        sa.Column("seen_at", sa.BigInteger()),
        needed("seen", sa.Integer),
    )


def downgrade() -> None:
    """Forget it."""
    for name in ("shared", "taken", "invitation", "recovery_code", "session"):
        op.drop_table(name)
    for name in reversed(OF_ACCOUNT):
        op.drop_column("account", name)
