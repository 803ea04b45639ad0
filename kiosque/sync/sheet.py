"""The expanded content of one frame: short tokens, then numbers and text laid out for compression; and its bounds.

Bytes of one nature lie together, because the compressor adapts to what is near: small tokens, the
leading bytes of numbers (mostly zero), their last bytes (mostly noise), and text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn, cast

import msgspec

from kiosque.journal.entry import Value
from kiosque.sync.refusal import malformed, too_large

MAX_EXPANDED = 1 << 20
"""Bytes of one expanded frame, and also the values it may stand for once every repetition is written out."""

MAX_DEPTH = 8
"""Tuples within tuples. The fields of today need two."""

INT64 = range(-(1 << 63), 1 << 63)
SEPARATOR = "\0"
_PLAIN = {str, bytes, bool, type(None)}
_SCALARS = {int, bool, type(None)}
_pack = msgspec.msgpack.Encoder().encode
_Sections = tuple[list[object], str, bytes, bytes, bytes]
_unpack = msgspec.msgpack.Decoder(_Sections, strict=True).decode


@dataclass(slots=True)
class Sheet:
    """What has been written of a frame, by section."""

    tokens: list[Value] = field(default_factory=list)
    small: bytearray = field(default_factory=bytearray)
    high: bytearray = field(default_factory=bytearray)
    low: bytearray = field(default_factory=bytearray)
    texts: list[str] = field(default_factory=list)

    def add(self, other: "Sheet") -> None:
        """Write ``other`` after what is written."""
        self.tokens += other.tokens
        self.small += other.small
        self.high += other.high
        self.low += other.low
        self.texts += other.texts

    def numbers(self, numbers: list[int], width: int) -> None:
        """Write natural numbers of ``width`` bytes as byte planes: first bytes, then second ones, and so on."""
        if not width:
            self.small += bytes(numbers)
        for place in reversed(range(width)):
            plane = bytes(number >> 8 * place & 255 for number in numbers)
            if place == 0 and width > 1:
                self.low += plane
            else:
                self.high += plane

    def packed(self) -> list[bytes]:
        """Return the sheet as MessagePack, cut between its sections."""
        # An array of five: the sections one after the other, as ``_Sections`` reads them.
        first = b"\x95" + _pack(self.tokens) + _pack(SEPARATOR.join(self.texts))
        return [first, _pack(self.small), _pack(self.high), _pack(self.low)]


class Reader:
    """Reads a sheet back. Every method raises ``Refused`` for anything else than what is asked for."""

    def __init__(self, expanded: bytes) -> None:
        """Read the sheet that ``expanded`` (at most ``MAX_EXPANDED`` bytes) packs."""
        try:
            self._tokens, text, self._small, self._high, self._low = _unpack(expanded)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise malformed(str(error)) from error
        self._texts: list[str] = text.split(SEPARATOR)
        self._next = self._next_small = self._next_high = self._next_low = self._next_text = 0
        self._budget = MAX_EXPANDED

    def spend(self, values: int) -> None:
        """Count ``values`` (and the characters and bytes within them) before they are made."""
        self._budget -= values
        if self._budget < 0:
            raise too_large("the frame stands for more than it may")

    def integer(self, low: int, high: int) -> int:
        """Return the next token, an integer from ``low`` to ``high``."""
        place = self._next
        self._next = place + 1
        if place >= len(self._tokens):
            raise malformed("a token is missing")
        token = self._tokens[place]
        if type(token) is not int or not low <= token <= high:
            self._unexpected(f"an integer from {low} to {high}")
        return token

    def value(self) -> Value:
        """Return the next token, any value of a field."""
        return self.values(1)[0]

    def values(self, count: int) -> list[Value]:
        """Return the next ``count`` tokens, any values of fields."""
        tokens = self._tokens[self._next : self._next + count]
        if len(tokens) != count:
            raise malformed("a token is missing")
        self._next += count
        types = {*map(type, tokens)}
        if types <= _PLAIN or (types == {int} and max(cast("list[int]", tokens)) in INT64):
            # Most columns: a look at the types is all that they need, for MessagePack has no integer below these.
            found = cast("list[Value]", tokens)
        else:
            found = [self._value(token, MAX_DEPTH) for token in tokens]
        self.spend(weight_of_all(found))
        return found

    def numbers(self, count: int, width: int) -> list[int]:
        """Return ``count`` natural numbers of ``width`` bytes that were written as byte planes."""
        self.spend(count)
        if not width:
            start, self._next_small = self._next_small, self._next_small + count
            return list(_slice(self._small, start, count))
        numbers = list(self._high_bytes(count))
        for place in reversed(range(width - 1)):
            plane = self._high_bytes(count) if place else self._low_bytes(count)
            numbers = [number << 8 | byte for number, byte in zip(numbers, plane, strict=True)]
        return numbers

    def texts(self, count: int) -> Sequence[str]:
        """Return the next ``count`` strings of the text."""
        found = self._texts[self._next_text : self._next_text + count]
        if len(found) != count:
            raise malformed("a string is missing")
        self._next_text += count
        self.spend(weight_of_all(found))
        return found

    def blob(self, count: int) -> bytes:
        """Return the next ``count`` bytes of the noise."""
        self.spend(1 + count)
        return self._low_bytes(count)

    def finish(self) -> None:
        """Raise unless everything has been read."""
        ends = (self._next, self._next_small, self._next_high, self._next_low, self._next_text)
        # No text at all and one empty string are the same bytes.
        texts = len(self._texts) if self._texts != [""] else self._next_text
        if ends != (len(self._tokens), len(self._small), len(self._high), len(self._low), texts):
            raise malformed("something is left over")

    def _high_bytes(self, count: int) -> bytes:
        start, self._next_high = self._next_high, self._next_high + count
        return _slice(self._high, start, count)

    def _low_bytes(self, count: int) -> bytes:
        start, self._next_low = self._next_low, self._next_low + count
        return _slice(self._low, start, count)

    def _value(self, token: object, depth: int) -> Value:
        if isinstance(token, list) and depth:
            return tuple(self._value(each, depth - 1) for each in token)
        if token is None or isinstance(token, bool | str | bytes):
            return token
        if isinstance(token, int) and token in INT64:
            return token
        return self._unexpected("a value")

    def _unexpected(self, wanted: str) -> NoReturn:
        raise malformed(f"token {self._next} is not {wanted}")


def weight_of_all(values: Sequence[Value]) -> int:
    """Return what values cost to hold together."""
    types = {*map(type, values)}
    if types <= _SCALARS:
        return len(values)
    if types == {str}:
        return len(values) + sum(map(len, cast("Sequence[str]", values)))
    return sum(map(weight, values))


def weight(value: Value) -> int:
    """Return what a value costs to hold: one, and one more for each character or byte."""
    if isinstance(value, tuple):
        return 1 + sum(map(weight, value))
    return 1 + len(value) if isinstance(value, str | bytes) else 1


def _slice(section: bytes, start: int, count: int) -> bytes:
    found = section[start : start + count]
    if len(found) != count:
        raise malformed("a column is shorter than its count")
    return found
