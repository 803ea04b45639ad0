"""Pieces: bytes with their length before them, so that a reader knows where each ends before it reads it."""

from kiosque.sync.refusal import malformed, too_large

_CONTINUES = 0x80
_SEVEN = 7
LONGEST_PREFIX = 3
"""Bytes of a length: 2 MiB at most, far above every bound."""


def piece(content: bytes) -> bytes:
    """Return ``content`` behind its length (LEB128: seven bits a byte, the least first)."""
    prefix = bytearray()
    rest = len(content)
    while rest >= _CONTINUES:
        prefix.append(rest & _CONTINUES - 1 | _CONTINUES)
        rest >>= _SEVEN
    return bytes(prefix) + bytes([rest]) + content


class Pieces:
    """Cuts what arrives, in chunks of any size, into pieces. It never holds more than one piece and one chunk."""

    def __init__(self) -> None:
        self._arrived = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""
        self._arrived += chunk

    def next(self, most: int) -> bytes | None:
        """Return the next piece when it has arrived whole. Raises ``Refused`` as soon as it claims over ``most``."""
        length, start = self._prefix()
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

    def _prefix(self) -> tuple[int, int | None]:
        """Return the next length and where its content starts; None when the prefix is not whole."""
        length = 0
        for place, byte in enumerate(self._arrived[:LONGEST_PREFIX]):
            length |= (byte & _CONTINUES - 1) << _SEVEN * place
            if byte < _CONTINUES:
                return length, place + 1
        if len(self._arrived) >= LONGEST_PREFIX:
            raise malformed("a length without an end")
        return 0, None
