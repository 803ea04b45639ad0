"""What opens a PC: an animator's badge, a passphrase, or the PC's recovery code; the two codes and how they are read.

Their lengths differ, and differ from a member card's: none is ever taken for another.
"""

from kiosque.domain import crockford

BADGE, PASSPHRASE, RECOVERY = "badge", "passphrase", "recovery"
"""The forms of what opens; the first two are codes of a key's ``form``."""

BADGE_BYTES = 16
"""128 random bits: nothing has to slow down who would guess."""

BADGE_MARK = "KB"
BADGE_LENGTH = 29
"""The mark, twenty-six characters for the secret, and one that checks all of them."""

RECOVERY_BITS = 95
RECOVERY_LENGTH = 20
"""Five groups of four, to be read out by telephone: nineteen characters, and one that checks them."""


def badge_text(secret: bytes) -> str:
    """Return what the QR code of a badge says: its ``BADGE_BYTES`` random bytes."""
    places = BADGE_LENGTH - len(BADGE_MARK) - 1
    return crockford.checked(BADGE_MARK + crockford.digits(int.from_bytes(secret, "big"), places))


def read_badge(text: str) -> bytes | None:
    """Return the secret in what was scanned or typed, whatever its case, spaces and hyphens; None: no badge."""
    code = crockford.read(text, BADGE_LENGTH)
    if code is None or not code.startswith(BADGE_MARK):
        return None
    number = crockford.number(code[len(BADGE_MARK) : -1])
    return number.to_bytes(BADGE_BYTES, "big") if number >> 8 * BADGE_BYTES == 0 else None


def recovery_code(random: int) -> str:
    """Return the recovery code that carries ``RECOVERY_BITS`` random bits."""
    return crockford.checked(crockford.digits(random, RECOVERY_LENGTH - 1))


def read_recovery(text: str) -> str | None:
    """Return the recovery code in what was typed; None: no recovery code. Some passphrases look like one."""
    return crockford.read(text, RECOVERY_LENGTH)
