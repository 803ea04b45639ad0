"""Which characters the letters of the paper have: what they have not would stop a file that is kept for ever."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

import kiosque

FONTS = Path(kiosque.__file__).parent / "ui" / "assets" / "fonts"
"""Those of the project: the same everywhere, and no others."""
FAMILY = "Atkinson Hyperlegible Next"
REGULAR = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"

INSTEAD = "?"
_SPACES = "\n\t\u00ad"
"""What has no glyph and needs none: the last says where a word may be cut."""
_BY_SEGMENTS = 4
_UNICODE = ((3, 1), (0, 3), (0, 4), (3, 10))


def printable(text: str) -> str:
    """Return ``text`` with a mark in the place of each character that cannot be printed."""
    said = unicodedata.normalize("NFC", text)
    return "".join(each if _has(each) else _instead(each) for each in said)


def unprintable(text: str) -> str:
    """Return the characters of ``text`` that cannot be printed, each once, in their order."""
    said = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(each for each in said if _instead(each) == INSTEAD and not _has(each)))


def _has(each: str) -> bool:
    return each in _SPACES or ord(each) in _known()


def _instead(each: str) -> str:
    """Return what stands for a character: the plain ones that it is made of (₂ is 2), or else a mark."""
    plain = unicodedata.normalize("NFKC", each)
    return plain if all(map(_has, plain)) else INSTEAD


@cache
def _known() -> frozenset[int]:
    """Return the characters that have a glyph (OpenType, table ``cmap``, format 4: what these fonts have)."""
    font = REGULAR.read_bytes()
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for place in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * place)
        form, *_ = struct.unpack_from(">H", font, start + offset)
        if (platform, encoding) in _UNICODE and form == _BY_SEGMENTS:
            return frozenset(_segments(font, start + offset))
    raise ValueError(f"{REGULAR.name} has no characters that are read here")


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if tag == name:
            return int(offset)
    raise ValueError(f"{REGULAR.name} has no table {name!r}")


def _segments(font: bytes, start: int) -> set[int]:
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    count = doubled // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, start + 14 + place * doubled + (2 if place else 0)) for place in range(4)
    )
    found = set()
    for place, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + delta
            if offset:
                where = start + 16 + 3 * doubled + 2 * place + offset + 2 * (code - first)
                (indexed,) = struct.unpack_from(">H", font, where)
                glyph = indexed + delta if indexed else 0
            if glyph % 0x10000:
                found.add(code)
    return found
