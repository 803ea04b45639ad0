"""The label of an object: its record's number, written so that a person can read it out and a slip is caught."""

from kiosque.domain import crockford

SIGN = "R"
_PLACES = 11
"""Characters of five bits: a record's number has 53."""
CODE_LENGTH = len(SIGN) + _PLACES + 1
"""No card and no badge is so long, and the codes of what is sold begin with a digit."""


def label_code(item: int) -> str:
    """Return the code on the label of an object."""
    return crockford.checked(SIGN + crockford.digits(item, _PLACES))


def read_label(text: str) -> int | None:
    """Return which object a label that was scanned or typed names; None when it is no label."""
    code = crockford.read(text, CODE_LENGTH)
    return crockford.number(code[len(SIGN) : -1]) if code and code.startswith(SIGN) else None
