"""A record's number as a person reads it out: the PC that made it, and which it was there (*12-345*)."""

from kiosque.actions.inputs import BadInput
from kiosque.journal.entry import device_of, entry_id, number_of

SEPARATOR = "-"


def spoken(record: int) -> str:
    """Return the number of a record as it is read out."""
    return f"{device_of(record)}{SEPARATOR}{number_of(record)}"


def heard(text: str) -> int:
    """Return the record that is meant by ``text``. Raises ``BadInput``."""
    device, _, number = text.strip().partition(SEPARATOR)
    if not (device.isdecimal() and number.isdecimal() and len(device) + len(number) < len("0000000-0000000000")):
        raise BadInput("record", "Un numéro s’écrit comme ceci\u00a0: 12-345.")
    return entry_id(int(device), int(number))
