"""The first tables: the journal, ten kinds of record, and what stays on the machine."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_first"
down_revision = None
branch_labels = None
depends_on = None

KINDS = {
    "antenna": "code:text name:text form:text association:text commune:text opening_hours:text fictitious_hours:bool",
    "animator": "given_name:text family_name:text association:text status:text antenna:int",
    "device": "device_number:int antenna:int",
    "permanence": "antenna:int animator:int started_at:int ended_at:int to_confirm:bool",
    "visitor": "card:text given_name:text family_name:text birth_year:int age_band:text commune:text",
    "visit": "permanence:int visitor:int started_at:int ended_at:int reason:text age_band:text commune:text",
    "intervention": "permanence:int animator:int visits:text visitors:text given_at:int duration:int themes:text "
    "admin_themes:text service:text place:text age_bands:text communes:text note:text",
    "workshop": "antenna:int animator:int title:text theme:text started_at:int ended_at:int capacity:int",
    "registration": "workshop:int visitor:int visit:int name:text state:text age_band:text commune:text",
    "link": "one:int other:int verdict:text",
}
INDEXES = {"visitor": "card", "intervention": "permanence", "registration": "workshop"}
TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {"text": sa.Text, "int": sa.BigInteger, "bool": sa.Boolean}
LOCAL = ("identity", "receipt", "account", "credential")


def identifier(name: str = "id") -> sa.Column[int]:
    """Return a primary key that is the row's own number on SQLite."""
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def needed(name: str, kind: type[sa.types.TypeEngine[Any]]) -> sa.Column[object]:
    """Return a column that is never null."""
    return sa.Column(name, kind(), nullable=False)


def upgrade() -> None:
    """Make every table."""
    numbers = ("clock", "base", "written_at", "author", "kind", "record")
    op.create_table(
        "entry",
        identifier(),
        *(needed(name, sa.Integer if name == "kind" else sa.BigInteger) for name in numbers),
        *(needed(name, sa.LargeBinary) for name in ("changes", "personal", "digest")),
    )
    updates = sa.text("record != id")
    op.create_index("entry_update", "entry", ["record"], sqlite_where=updates, postgresql_where=updates)
    for name, fields in KINDS.items():
        columns = [field.split(":") for field in f"deleted:bool erased:text {fields}".split()]
        op.create_table(name, identifier(), *(sa.Column(column, TYPES[kind]()) for column, kind in columns))
    for name, column in INDEXES.items():
        op.create_index(f"{name}_{column}", name, [column])
    op.create_table(
        "identity",
        identifier("device"),
        needed("antenna", sa.BigInteger),
        needed("central", sa.BigInteger),
        needed("address", sa.Text),
        needed("secret", sa.Text),
    )
    since = needed("received_at", sa.BigInteger)
    op.create_table("receipt", identifier("device"), needed("number", sa.BigInteger), since)
    op.create_table(
        "account",
        sa.Column("name", sa.Text(), primary_key=True),
        needed("password_hash", sa.Text),
        needed("role", sa.Text),
        needed("created_at", sa.BigInteger),
    )
    op.create_table(
        "credential",
        identifier("device"),
        needed("antenna", sa.BigInteger),
        needed("secret_hash", sa.LargeBinary),
        needed("created_at", sa.BigInteger),
        sa.Column("revoked_at", sa.BigInteger()),
    )


def downgrade() -> None:
    """Take every table away."""
    for name in (*LOCAL, *KINDS, "entry"):
        op.drop_table(name)
