"""Keys, feeds and what the central decides about devices. A device enrolled before is enrolled again."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_sync"
down_revision = "2026_11_23_first"
branch_labels = None
depends_on = None

ENDS = ("one", "other")
Type = type[sa.types.TypeEngine[Any]]


def identifier(name: str = "id", *, alone: bool = False) -> sa.Column[int]:
    """Return a primary key that is the row's own number on SQLite; ``alone`` lets the database draw it."""
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, primary_key=True, autoincrement="auto" if alone else False)


def key(name: str, kind: Type = sa.BigInteger) -> sa.Column[Any]:
    """Return a column of a primary key."""
    return sa.Column(name, kind(), primary_key=True, autoincrement=False)


def needed(name: str, kind: Type = sa.BigInteger) -> sa.Column[Any]:
    """Return a column that is never null."""
    return sa.Column(name, kind(), nullable=False)


def remake(name: str, columns: list[sa.Column[Any]], new: dict[str, str]) -> None:
    """Make a table again with other ``columns``, its rows kept; ``new`` gives the SQL of what they did not have."""
    op.create_table(f"{name}_remade", *columns)
    names = [column.name for column in columns]
    values = ", ".join(new.get(each, each) for each in names)
    op.execute(f"INSERT INTO {name}_remade ({', '.join(names)}) SELECT {values} FROM {name}")  # noqa: S608 - our own names
    op.drop_table(name)
    op.rename_table(f"{name}_remade", name)


def upgrade() -> None:
    """Make the new tables, and room in the old ones."""
    empty = "CAST('' AS BLOB)" if op.get_bind().dialect.name == "sqlite" else "''::bytea"
    who = [identifier("device"), needed("antenna"), needed("central"), needed("address", sa.Text)]
    keys = ("secret", "seed", "root", "certificate")
    remake(
        "identity",
        [*who, *(needed(each, sa.LargeBinary) for each in keys), needed("epoch")],
        {**dict.fromkeys(keys, empty), "epoch": "0"},
    )
    heard = [identifier("device"), needed("number"), needed("received_at")]
    held = [needed("in_doubt", sa.Boolean), needed("network"), needed("antenna"), needed("signed")]
    nothing = {"in_doubt": "false", "network": "0", "antenna": "0", "signed": "0", "signature": empty}
    remake("receipt", [*heard, *held, needed("signature", sa.LargeBinary)], nothing)
    secrets = ("secret", "public", "recovery")
    remake(
        "credential",
        [
            identifier("device"),
            needed("antenna"),
            needed("secret", sa.LargeBinary),
            needed("public", sa.LargeBinary),
            needed("key"),
            needed("recovery", sa.LargeBinary),
            needed("created_at"),
            sa.Column("revoked_at", sa.BigInteger()),
            sa.Column("accepted", sa.BigInteger()),
        ],
        {**dict.fromkeys(secrets, empty), "key": "0", "accepted": "NULL"},
    )
    op.create_table(
        "headquarters_key",
        identifier("serial"),
        needed("public", sa.LargeBinary),
        needed("signature", sa.LargeBinary),
        sa.Column("seed", sa.LargeBinary()),
        sa.Column("retired_at", sa.BigInteger()),
    )
    lean = {"sqlite_with_rowid": False}
    digest = needed("digest", sa.LargeBinary)
    op.create_table("feed", key("feed"), key("position"), needed("entry"), digest, **lean)
    op.create_table("epoch", identifier("feed"), needed("epoch"))
    op.create_table(
        "countersigned",
        identifier(),
        needed("serial"),
        needed("heads", sa.LargeBinary),
        needed("signature", sa.LargeBinary),
    )
    op.create_table("life", key("epoch"), key("feed"), needed("position"), needed("former"), **lean)
    op.create_table("visible", key("visitor"), key("antenna"), **lean)
    op.create_table(
        "enrolment_code",
        key("lookup", sa.LargeBinary),
        needed("device"),
        needed("sealed", sa.LargeBinary),
        needed("expires_at"),
    )
    op.create_table(
        "quarantine",
        identifier(alone=True),
        needed("device"),
        needed("arrived_at"),
        needed("reason", sa.Text),
        needed("detail", sa.Text),
        needed("content", sa.LargeBinary),
        sa.Column("settled_at", sa.BigInteger()),
    )
    op.create_table(
        "renumbering",
        key("public", sa.LargeBinary),
        needed("device"),
        needed("asked_at"),
        sa.Column("number", sa.BigInteger()),
    )
    op.create_table("question", identifier(alone=True), needed("start", sa.LargeBinary))
    for name in ENDS:
        op.create_index(f"link_{name}", "link", [name])
    texts = [sa.Column(name, sa.Text()) for name in ("erased", "form")]
    op.create_table(
        "key",
        identifier(),
        sa.Column("deleted", sa.Boolean()),
        texts[0],
        sa.Column("animator", sa.BigInteger()),
        texts[1],
        sa.Column("public", sa.LargeBinary()),
        sa.Column("salt", sa.LargeBinary()),
    )


def downgrade() -> None:
    """Take the new tables away; what a device proved itself with is lost, its journal is not."""
    for name in ENDS:
        op.drop_index(f"link_{name}", "link")
    decided = ("life", "countersigned", "renumbering", "quarantine", "enrolment_code", "visible")
    for name in ("key", "question", *decided, "epoch", "feed", "headquarters_key"):
        op.drop_table(name)
    empty = "CAST('' AS BLOB)" if op.get_bind().dialect.name == "sqlite" else "''::bytea"
    remake(
        "credential",
        [
            identifier("device"),
            needed("antenna"),
            needed("secret_hash", sa.LargeBinary),
            needed("created_at"),
            sa.Column("revoked_at", sa.BigInteger()),
        ],
        {"secret_hash": empty},
    )
    remake("receipt", [identifier("device"), needed("number"), needed("received_at")], {})
    who = [identifier("device"), needed("antenna"), needed("central"), needed("address", sa.Text)]
    remake("identity", [*who, needed("secret", sa.Text)], {"secret": "''"})
