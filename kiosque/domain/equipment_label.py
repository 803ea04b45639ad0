"""The label on a piece of equipment: 80 random bits behind a mark. No card, badge or other label is as long."""

from kiosque.domain import crockford

RANDOM_BYTES = 10
MARK = "KM"

LENGTH = 19
"""The mark, sixteen characters for 80 random bits, and one that checks all of them."""


def label_text(random: bytes) -> str:
    """Return what the code of a label says: its ``RANDOM_BYTES`` random bytes, behind the mark."""
    places = LENGTH - len(MARK) - 1
    return crockford.checked(MARK + crockford.digits(int.from_bytes(random, "big"), places))


def read_label(text: str) -> str | None:
    """Return the label in what was scanned or typed, whatever its case, spaces and hyphens; None: no such label."""
    code = crockford.read(text, LENGTH)
    return code if code is not None and code.startswith(MARK) else None
