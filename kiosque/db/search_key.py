"""The search key: finding people by a name half typed or misspelt, by a telephone number, by an e-mail address.

It is derived from the visitors' table by triggers, so that whatever writes there, and whatever erases, changes the key
in the same transaction. It is made where somebody is first looked for, and made again when its rules have changed.
"""

from sqlalchemy import Connection, text

from kiosque.db import server_key
from kiosque.db.database import Database, driver_of
from kiosque.db.sought import COLUMNS, CONTACTS, NAMES, SOUNDS, Either, Every, Sought, Word, fts5
from kiosque.domain import spelling
from kiosque.domain.finding import RULES, email_word, phone_word

TABLE = f"person_key_{RULES}"
_TRIGGERS = ("added", "changed", "removed")
_SOURCE = ("given_name", "family_name", "phone", "email")

MOST = 400
"""Candidates that are looked at: ranking as many takes some 2 ms, and who types one more letter has fewer."""

_TOLERANT = 3
"""Letters from which on a word may be misspelt."""


def ready(database: Database) -> None:
    """Make the key, of everybody who is known, unless it is there."""
    with database.reading() as connection:
        served = connection.dialect.name != "sqlite"
        if server_key.complete(connection) if served else _complete(connection):
            return
    with database.writing() as connection:
        if served:
            server_key.make(connection)
        else:
            _make(connection)


def _make(connection: Connection) -> None:
    for kind, name in _parts(connection):
        connection.execute(text(f"DROP {kind} {name}"))
    for statement in _making():
        connection.execute(text(statement))


def by_names(typed: tuple[str, ...]) -> Sought:
    """Return what those answer to who have each of ``typed`` as a whole word of their name."""
    return Every(tuple(Word(NAMES, word) for word in typed))


def by_starts(typed: tuple[str, ...]) -> Sought:
    """Return what those answer to of whose name a word begins with each of ``typed``."""
    return Every(tuple(Word(NAMES, word, starts=True) for word in typed))


def by_sounds(typed: tuple[str, ...]) -> Sought:
    """Return what those answer to of whose name a word begins, or sounds with one slip, like each of ``typed``."""
    return Every(tuple(map(_heard, typed)))


def by_either(some: tuple[str, ...], others: tuple[str, ...]) -> Sought | None:
    """Return what those answer to whose name sounds like one of ``some`` and one of ``others``; None without both."""
    if not some or not others:
        return None
    return Every(tuple(Either(tuple(map(_heard, each))) for each in (some, others)))


def by_contacts(phone: str, email: str) -> Sought | None:
    """Return what those answer to who may be called back so; None when neither is said."""
    said = tuple(Word(CONTACTS, word) for word in (phone_word(phone), email_word(email)) if word)
    return Either(said) if said else None


def by_phone_start(digits: str) -> Sought:
    """Return what those answer to whose telephone number begins with ``digits``."""
    return Word(CONTACTS, phone_word(digits), starts=True)


def matching(connection: Connection, sought: Sought, *, few: bool = False) -> list[tuple[int, str]]:
    """Return (visitor, words of the name) of those who answer to ``sought``, the newest first, at most ``MOST``.

    ``few``: hardly anybody does, of a first name and a surname together.
    """
    if connection.dialect.name != "sqlite":
        return server_key.matching(connection, sought, MOST, few=few)
    sql = f"SELECT rowid, names FROM {TABLE} WHERE {TABLE} MATCH ? ORDER BY rowid DESC LIMIT {MOST}"  # noqa: S608 - our own names
    # By the driver: hundreds of rows at each key that is pressed.
    found: list[tuple[int, str]] = driver_of(connection).execute(sql, (fts5(sought),)).fetchall()
    return found


def _heard(word: str) -> Sought:
    begins = Word(NAMES, word, starts=True)
    if len(word) < _TOLERANT:
        return begins
    return Either((begins, *(Word(SOUNDS, window) for window in sorted(spelling.windows(word)))))


def _complete(connection: Connection) -> bool:
    wanted = {("table", TABLE), *(("trigger", f"{TABLE}_{when}") for when in _TRIGGERS)}
    return wanted == set(_parts(connection))


def _parts(connection: Connection) -> list[tuple[str, str]]:
    """Return what there is of a key, of these rules or of older ones; not the tables that FTS5 keeps beneath."""
    found = connection.execute(
        text("SELECT type, name FROM sqlite_master WHERE name LIKE 'person\\_key\\_%' ESCAPE '\\'")
    )
    return [
        (row.type, row.name)
        for row in found
        if row.type == "trigger" or (row.type == "table" and row.name.removeprefix("person_key_").isdigit())
    ]


def _making() -> tuple[str, ...]:
    columns, keep = ", ".join(COLUMNS), f"DELETE FROM {TABLE} WHERE rowid = old.id;"  # noqa: S608 - our own names

    def keys(of: str) -> str:
        names = f"{of}given_name, {of}family_name"
        return f"names_key({names}), sounds_key({names}), contacts_key({of}phone, {of}email)"

    said = " OR ".join(f"new.{column} IS NOT NULL" for column in _SOURCE)
    add = f"INSERT INTO {TABLE} (rowid, {columns}) SELECT new.id, {keys('new.')} WHERE {said};"
    known = " OR ".join(f"{column} IS NOT NULL" for column in _SOURCE)
    return (
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5({columns}, tokenize = 'unicode61', prefix = '2 3', detail = column)",
        # Else FTS5 keeps deleted words until it merges them away.
        f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('secure-delete', 1)",  # noqa: S608
        f"INSERT INTO {TABLE} (rowid, {columns}) SELECT id, {keys('')} FROM visitor WHERE {known}",  # noqa: S608
        f"CREATE TRIGGER {TABLE}_added AFTER INSERT ON visitor BEGIN {add} END",
        f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE OF {', '.join(_SOURCE)} ON visitor BEGIN {keep} {add} END",
        f"CREATE TRIGGER {TABLE}_removed AFTER DELETE ON visitor BEGIN {keep} END",
    )
