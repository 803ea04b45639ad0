"""The search key on PostgreSQL, where no trigger can call us: they mark whose key is to be made again, and it is then.

A mark takes the old key away in the same transaction: who was erased is found by nothing.
"""

from sqlalchemy import Connection, text

from kiosque.db.database import driver_of
from kiosque.db.journal import portions
from kiosque.db.records import visitor
from kiosque.db.sought import Sought, tsquery, tsvector
from kiosque.domain.finding import RULES, contacts_key, names_key, sounds_key

TABLE = f"person_key_{RULES}"

WORDS_LOOKED_AT = 1000
"""How well the server knows how often words are borne (its *statistics target*). By its usual hundred it supposes many
of a rare one, and goes through everybody, the newest first: 450 ms among 900,000 where the index takes one.
"""

_MAKING = f"""
    CREATE TABLE {TABLE} (visitor BIGINT PRIMARY KEY, names TEXT, key TSVECTOR);
    CREATE INDEX {TABLE}_found ON {TABLE} USING gin (key);
    CREATE INDEX {TABLE}_stale ON {TABLE} (visitor) WHERE key IS NULL;
    CREATE FUNCTION {TABLE}_mark() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            DELETE FROM {TABLE} WHERE visitor = OLD.id;
        ELSE
            INSERT INTO {TABLE} (visitor) VALUES (NEW.id)
            ON CONFLICT (visitor) DO UPDATE SET names = NULL, key = NULL;
        END IF;
        RETURN NULL;
    END $$;
    CREATE TRIGGER {TABLE}_mark AFTER INSERT OR DELETE OR UPDATE OF given_name, family_name, phone, email
        ON visitor FOR EACH ROW EXECUTE FUNCTION {TABLE}_mark();
    INSERT INTO {TABLE} (visitor) SELECT id FROM visitor;
"""  # noqa: S608 - our own names

_THERE = text("SELECT to_regclass(:name) IS NOT NULL")
_OLDER = text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^person_key_[0-9]+$'")
_STALE = text(f"SELECT visitor FROM {TABLE} WHERE key IS NULL ORDER BY visitor")  # noqa: S608 - as above
_KEEP = f"UPDATE {TABLE} SET names = %s, key = %s::tsvector WHERE visitor = %s"  # noqa: S608 - as above
_FOUND_FIRST = f"""
    WITH found AS MATERIALIZED (SELECT visitor, names FROM {TABLE} WHERE key @@ %s::tsquery)
    SELECT visitor, names FROM found ORDER BY visitor DESC LIMIT %s
"""  # noqa: S608 - as above
_LOOKED_AT = text(
    f"SELECT attstattarget FROM pg_attribute WHERE attrelid = '{TABLE}'::regclass AND attname = 'key'"  # noqa: S608 - as above
)
_FOUND = f"SELECT visitor, names FROM {TABLE} WHERE key @@ %s::tsquery ORDER BY visitor DESC LIMIT %s"  # noqa: S608 - as above


def complete(connection: Connection) -> bool:
    """Whether everybody's key is made."""
    there = connection.scalar(_THERE, {"name": TABLE})
    return bool(there) and connection.execute(_STALE).first() is None


def make(connection: Connection) -> None:
    """Make the key of those who have none."""
    if not connection.scalar(_THERE, {"name": TABLE}):
        for older in connection.scalars(_OLDER).all():
            connection.exec_driver_sql(f"DROP TABLE {older}; DROP FUNCTION {older}_mark CASCADE")
        connection.exec_driver_sql(_MAKING)
    table = visitor.c
    for some in portions(connection.scalars(_STALE).all()):
        query = visitor.select().where(table.id.in_(some))
        rows = [
            (names, tsvector((names, sounds_key(*name), contacts_key(row.phone, row.email))), row.id)
            for row in connection.execute(query)
            for name in [(row.given_name, row.family_name)]
            for names in [names_key(*name)]
        ]
        driver_of(connection).executemany(_KEEP, rows)
    if connection.scalar(_LOOKED_AT) != WORDS_LOOKED_AT:
        connection.exec_driver_sql(f"ALTER TABLE {TABLE} ALTER COLUMN key SET STATISTICS {WORDS_LOOKED_AT}")
        connection.exec_driver_sql(f"ANALYZE {TABLE}")


def matching(connection: Connection, sought: Sought, most: int, *, few: bool) -> list[tuple[int, str]]:
    """Return (visitor, words of the name) of those who answer to ``sought``, the newest first, at most ``most``.

    ``few``: they are all found before they are put in order. Else the server may go through everybody from the newest
    on, which is quick where many answer, and slow where it only supposes so: of two names at once it cannot tell.
    """
    sql = _FOUND_FIRST if few else _FOUND
    found: list[tuple[int, str]] = driver_of(connection).execute(sql, (tsquery(sought), most)).fetchall()
    return found
