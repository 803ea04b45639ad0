"""ICU's data without what no screen of ours needs: 29 of its 32 MB, in the heaviest file of the bundle.

Qt is built on ICU and does not start without it; it compares and converts text with it. What is left out: names of
languages, places, currencies and zones (Qt has its own), the rules of other languages, old encodings, transliteration,
and dictionaries that break lines of Thai or Chinese. ICU itself does without whatever it does not find. The library
holds data only: one table, sorted by name, under the one symbol of an ELF file.
"""

import re
import struct
from collections.abc import Iterator

_LEFT_OUT = re.compile(r"[^/]+/(?:(?:brkitr|curr|lang|rbnf|region|translit|unit|zone)/.*|.*\.(?:cfu|cnv|spp))")
_LOCALE = re.compile(r"[^/]+/(?:coll/)?(?!res_index)([a-z]{2,3})(?:_.*)?\.res")
_SPOKEN = ("en", "fr")

MAGIC = b"\xda\x27\x14\x00"
"""Two bytes into the data: ICU's mark, and the size of what follows it."""
_PAGE = 0x1000
_ALIGNED = 16

_PROGRAMS_AT, _SECTIONS_AT, _COUNTS_AT = 32, 40, 54
"""In an ELF file of 64 bits: where the offsets of its two tables stand, and the sizes and counts of their rows."""
_PROGRAM = struct.Struct("<IIQQQQQQ")
_LOAD = 1


def slim(library: bytes) -> bytes:
    """Return ``libicudata.so`` with less data in it. Raises ``ValueError`` for a library of another make."""
    start = library.find(MAGIC) - 2
    if start < 0 or start % _PAGE:
        message = "no ICU data where a page begins"
        raise ValueError(message)
    return _relinked(library, start, _packed(library[start:]))


def _wanted(name: str) -> bool:
    locale = _LOCALE.fullmatch(name)
    return not _LEFT_OUT.fullmatch(name) and (locale is None or locale[1] in _SPOKEN)


def items(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the items of ICU's common data (its *CmnD* format): their names and contents, in order."""
    (size,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, size)
    table = [struct.unpack_from("<II", data, size + 4 + 8 * place) for place in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - size]
    for (named, begin), end in zip(table, ends, strict=True):
        at = size + named
        yield data[at : data.index(b"\0", at)].decode(), data[size + begin : size + end]


def _packed(data: bytes) -> bytes:
    """Return the same data with the wanted items only."""
    (size,) = struct.unpack_from("<H", data)
    kept = [(name.encode() + b"\0", content) for name, content in items(data) if _wanted(name)]
    table, names, contents = [], b"", b""
    first_name = 4 + 8 * len(kept)
    first = _up(first_name + sum(len(name) for name, _ in kept), _ALIGNED)
    for name, content in kept:
        table.append(struct.pack("<II", first_name + len(names), first + len(contents)))
        names += name
        contents += content.ljust(_up(len(content), _ALIGNED), b"\0")
    index = struct.pack("<I", len(kept)) + b"".join(table) + names
    return data[:size] + index.ljust(first, b"\0") + contents


def _relinked(library: bytes, start: int, data: bytes) -> bytes:
    """Put ``data`` in the place of what begins at ``start``, up to the end of its segment; what follows moves up.

    Addresses stay: nothing is linked anew. The descriptions of the sections, which only tools read, are left out.
    """
    (table,) = struct.unpack_from("<Q", library, _PROGRAMS_AT)
    _, count = struct.unpack_from("<HH", library, _COUNTS_AT)
    head = bytearray(library[:start])
    struct.pack_into("<Q", head, _SECTIONS_AT, 0)
    struct.pack_into("<HHH", head, _COUNTS_AT + 4, 0, 0, 0)
    programs = [_PROGRAM.unpack_from(library, table + _PROGRAM.size * place) for place in range(count)]
    offset = next(begin for kind, _, begin, *_ in programs if kind == _LOAD and begin > start)
    moved = _up(start + len(data), _PAGE) + offset % _PAGE
    for place, (kind, flags, begin, address, physical, held, memory, align) in enumerate(programs):
        if kind == _LOAD and begin == 0:
            said = (begin, address, physical, start + len(data), start + len(data))
        elif begin >= offset:
            said = (begin - offset + moved, address, physical, held, memory)
        else:
            said = (begin, address, physical, held, memory)
        _PROGRAM.pack_into(head, table + _PROGRAM.size * place, kind, flags, *said, align)
    end = max(begin + held for _, _, begin, _, _, held, *_ in programs)
    return (bytes(head) + data).ljust(moved, b"\0") + library[offset:end]


def _up(number: int, step: int) -> int:
    return -(-number // step) * step
