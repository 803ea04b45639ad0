"""Who came, by month and antenna, at a central; and how many of those who are gone."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_came"
down_revision = "2026_11_26_two_proofs"
branch_labels = None
depends_on = None

COUNTS = ("people", "households", "apart")


def key(name: str, kind: type[sa.types.TypeEngine[int]] = sa.BigInteger) -> sa.Column[int]:
    """Return a column of a primary key."""
    return sa.Column(name, kind(), primary_key=True, autoincrement=False)


def number(name: str, kind: type[sa.types.TypeEngine[int]] = sa.Integer) -> sa.Column[int]:
    """Return a column that always says something."""
    return sa.Column(name, kind(), nullable=False)


def upgrade() -> None:
    """Make the tables; a central fills them when it is next opened, and counts its days again."""
    op.create_table(
        "came",
        *(key("visitor"), key("month", sa.Integer), key("antenna")),
        *(number("person", sa.BigInteger), sa.Column("home", sa.BigInteger())),
        *(number("visits"), number("first_at", sa.BigInteger), number("last_at", sa.BigInteger)),
        sqlite_with_rowid=False,
    )
    op.create_index("came_month", "came", ["month", "last_at"])
    op.create_index("came_antenna", "came", ["antenna", "month"])
    op.create_index("came_person", "came", ["person", "month"])
    at_home = sa.text("home IS NOT NULL")
    op.create_index("came_home", "came", ["home", "month"], sqlite_where=at_home, postgresql_where=at_home)
    for name in ("returns", "gone"):
        op.create_table(
            name,
            sa.Column("scope", sa.Text(), primary_key=True),
            *(key("month", sa.Integer), key("later", sa.Integer)),
            *(number(count) for count in COUNTS),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "belongs", key("antenna"), sa.Column("association", sa.Text(), nullable=False), sqlite_with_rowid=False
    )
    op.create_table("moved", key("visitor"))
    op.create_table("people_kept", key("rules", sa.Integer))
    op.add_column("daily", sa.Column("unnamed", sa.Integer(), nullable=False, server_default="0"))
    op.execute("DELETE FROM kept")


def downgrade() -> None:
    """Take them away, and what marks people in them. How many are gone is known no more."""
    served = op.get_bind().dialect.name != "sqlite"
    for table in ("visit", "visitor", "link", "household", "permanence"):
        for when in ("added", "changed", "removed"):
            name = f"moved_{table}_{when}"
            op.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}" if served else f"DROP TRIGGER IF EXISTS {name}")
            if served:
                op.execute(f"DROP FUNCTION IF EXISTS {name}()")
    op.execute("DROP INDEX IF EXISTS moved_visit")
    op.drop_column("daily", "unnamed")
    op.execute("DELETE FROM kept")
    for name in ("people_kept", "moved", "belongs", "gone", "returns", "came"):
        op.drop_table(name)
