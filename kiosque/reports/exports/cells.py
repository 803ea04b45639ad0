"""What a value looks like in a file, and which values never stand in one."""

from datetime import UTC, timedelta

from kiosque.domain.french import local
from kiosque.domain.kinds import Field, Type
from kiosque.domain.records import HOUSEHOLD, VISITOR

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so (OWASP, CSV injection)."""

SECRETS = frozenset({*(VISITOR.field(name) for name in ("card", "birth_day", "pictures")), HOUSEHOLD.field("card")})
"""Whoever holds a card's token, knows three pictures or a day of birth is taken for that person at a counter."""

NOT_EXPORTED = frozenset({"deleted", "erased"})

Cell = str | int | None
A_MINUTE = timedelta(minutes=1)


def leaves(field: Field) -> bool:
    """Whether a field may stand in a file at all.

    Bytes never do: an animator's public key and salt are what a passphrase can be guessed against, and a signature is
    a proof that is shown where it was made.
    """
    return field not in SECRETS and field.name not in NOT_EXPORTED and field.type is not Type.BYTES


def cell(of: Type, value: object) -> Cell:
    """Return a stored value as it stands in a file of text."""
    if value is None:
        return None
    if of is Type.TIME and isinstance(value, int):
        return moment(value)
    if of is Type.BOOL:
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    return neutral(str(value))


def moment(seconds: int) -> Cell:
    """Return a time (UTC seconds) as local time, ISO 8601 with its offset.

    Before 1911 Paris was nine minutes and some seconds before Greenwich, which RFC 3339 has no way to write: UTC then.
    """
    try:
        here = local(seconds)
        offset = here.utcoffset() or timedelta(0)
        return (here.astimezone(UTC) if offset % A_MINUTE else here).isoformat(sep=" ")
    except (ValueError, OverflowError, OSError):
        # A year that no calendar has came from a broken clock or a forged entry: shown as it is, it stops no file.
        return seconds


def neutral(text: str) -> str:
    """Return ``text`` such that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
