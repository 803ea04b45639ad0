"""Pieces: bytes with their length before them, so that a reader knows where each ends before it reads it."""

from kiosque.sync.refusal import malformed, too_large

_CONTINUES = 0x80
_SEVEN = 7
LONGEST_PREFIX = 3
"""Bytes of a length: 2 MiB at most, far above every bound."""


def natural(number: int) -> bytes:
    """Return a natural number as LEB128: seven bits a byte, the least first."""
    packed = bytearray()
    while number >= _CONTINUES:
        packed.append(number & _CONTINUES - 1 | _CONTINUES)
        number >>= _SEVEN
    packed.append(number)
    return bytes(packed)


def read_natural(packed: bytes | bytearray, start: int, longest: int) -> tuple[int, int | None]:
    """Return the number at ``start``, and where it ends: None when it is not whole.

    Raises ``Refused`` when it is longer than ``longest`` bytes.
    """
    number = 0
    for place, byte in enumerate(packed[start : start + longest]):
        number |= (byte & _CONTINUES - 1) << _SEVEN * place
        if byte < _CONTINUES:
            return number, start + place + 1
    if len(packed) >= start + longest:
        raise malformed("a number without an end")
    return 0, None


def piece(content: bytes) -> bytes:
    """Return ``content`` behind its length."""
    return natural(len(content)) + content


class Pieces:
    """Cuts what arrives, in chunks of any size, into pieces. It never holds more than one piece and one chunk."""

    def __init__(self) -> None:
        self._arrived = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""
        self._arrived += chunk

    def next(self, most: int) -> bytes | None:
        """Return the next piece when it has arrived whole. Raises ``Refused`` as soon as it claims over ``most``."""
        length, start = read_natural(self._arrived, 0, LONGEST_PREFIX)
        if start is None:
            return None
        if length > most:
            raise too_large(f"a piece of {length} bytes where {most} are allowed")
        end = start + length
        if len(self._arrived) < end:
            return None
        found = bytes(self._arrived[start:end])
        del self._arrived[:end]
        return found

    def rest(self) -> bytes:
        """Return, and forget, what has arrived beyond the last piece."""
        rest = bytes(self._arrived)
        self._arrived.clear()
        return rest
