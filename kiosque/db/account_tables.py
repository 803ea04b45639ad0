"""The tables of headquarters' accounts: who they are, where they are logged in, what they took away. The central's."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text

from kiosque.db.metadata import Identifier, metadata

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("password_hash", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("association", Text),
    Column("disabled_at", BigInteger),
    Column("used_at", BigInteger),
    Column("secret", Text),
    Column("step", BigInteger),
    Column("code_due", BigInteger),
)
"""Who may look at headquarters' pages.

``association``: the only one whose antennas they see. ``secret`` is what their six-digit codes are made from, ``step``
the last one that was accepted, ``code_due`` from when they are asked for one at the latest.
"""

session = Table(
    "session",
    metadata,
    Column("lookup", LargeBinary, primary_key=True),
    Column("account", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("browser", Text, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
)
"""Who is logged in, and where; ``stage``: whether all that was asked of them is done. The cookie itself is nowhere."""
Index("session_account", session.c.account)

once = Table(
    "once",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("session", LargeBinary, nullable=False),
    Column("page", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
"""What a page says once to a session; ``sealed`` under a key of its cookie, which is nowhere here."""
Index("once_of", once.c.session, once.c.page)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("lookup", LargeBinary, primary_key=True),
    Column("account", Text, nullable=False),
)
"""What opens an account once without its telephone. The codes themselves are nowhere."""

invitation = Table(
    "invitation",
    metadata,
    Column("lookup", LargeBinary, primary_key=True),
    Column("account", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
)
"""One-time links by which somebody chooses a password. The links themselves are nowhere."""

taken = Table(
    "taken",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("account", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("names", Boolean, nullable=False),
)
"""Which data was taken away, by whom, and why; ``names``: people are named in it."""

shared = Table(
    "shared",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("lookup", LargeBinary, nullable=False, unique=True),
    Column("funder", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("revoked_at", BigInteger),
    Column("seen_at", BigInteger),
    Column("seen", Integer, nullable=False),
)
"""Pages that a funder reads without an account: of the days from ``first`` to ``last``, ``until`` a moment."""

published = Table(
    "published",
    metadata,
    Column("first", Text, primary_key=True),
    Column("last", Text, primary_key=True),
    Column("made_at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What funders read of a period, as it was counted once: two counts of one period could be subtracted."""

api_key = Table(
    "api_key",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("lookup", LargeBinary, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("association", Text),
    Column("made_at", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("used_at", BigInteger),
)
"""What opens the API to a program: what it may ask (``scopes``), and of which association. The keys are nowhere."""

attempt = Table(
    "attempt",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("lookup", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""Wrong passwords and codes of the last minutes. Whose they were is nowhere: they are found by what was tried."""
Index("attempt_of", attempt.c.lookup, attempt.c.at)

asked = Table(
    "asked",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("answered", Boolean, nullable=False),
)
"""What programs asked: ``who`` is a key or an account, ``what`` an address and its days. Nobody is named in it."""
Index("asked_at", asked.c.at)

entrance = Table(
    "entrance",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("happened", Text, nullable=False),
    Column("page", Text, nullable=False),
)
"""Who came in, what was refused, whose record was read: ``page`` is an address, which holds no name."""
Index("entrance_at", entrance.c.at)

TABLES = frozenset(
    {account, session, once, recovery_code, invitation, taken, shared, published, api_key, attempt, asked, entrance}
)
