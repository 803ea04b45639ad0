"""One stream's bytes through zstd: compressed frame by frame, and expanded within bounds."""

from collections.abc import Sequence

import zstandard

from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.primer import primers
from kiosque.sync.refusal import malformed, too_large
from kiosque.sync.sheet import MAX_EXPANDED

MAX_COMPRESSED = 64 << 10
MAX_RATIO = 64
ANY_RATIO_BELOW = 256 << 10
"""Below, repetition may compress without limit: it cannot hurt."""

SURE = MAX_COMPRESSED - 1024
"""Expanded bytes that fit in a frame even when they do not compress."""

LIKELY = MAX_COMPRESSED * 3 // 4
"""The same for the quickest level's result: the final level never does a third worse."""

WINDOW_LOG = 18
"""256 KiB to look back, and so what a reader must hold. An antenna's year expands to half of it."""

LEVEL, QUICK_LEVEL = 19, 3

LARGE = 1500
"""Expanded bytes from which a table of codes for each section pays for itself."""

BITE = 16
"""Bytes expanded at a time: five blocks at most, so that a bomb makes 640 KiB before it is seen. 3 ms for 64 KiB."""

SECTIONS = 4


class Squeezer:
    """Compresses one stream's frames, one after the other: each section of a sheet after the same section before.

    Both ends look back into the primer before the first.
    """

    def __init__(self, level: int = LEVEL) -> None:
        # Our own magic and check stand for zstd's, at eight bytes less.
        self._parameters = zstandard.ZstdCompressionParameters.from_level(
            level,
            source_size=1 << WINDOW_LOG,
            window_log=WINDOW_LOG,
            format=zstandard.FORMAT_ZSTD1_MAGICLESS,
            write_content_size=False,
            write_checksum=False,
        )
        self._compressors: dict[int, zstandard.ZstdCompressionObj] = {}

    def squeeze(self, sections: Sequence[bytes]) -> bytes:
        """Compress a sheet: a large one section by section, a small one as a whole."""
        if sum(map(len, sections)) < LARGE:
            return piece(b"") + self._part(0, b"".join(sections))
        first, *others = [self._part(number, section) for number, section in enumerate(sections)]
        return b"".join(map(piece, others)) + first

    def _part(self, number: int, content: bytes) -> bytes:
        if number not in self._compressors:
            # A compressor each: two streams of one would share its state.
            of_section = zstandard.ZstdCompressor(compression_params=self._parameters, dict_data=primers()[number])
            self._compressors[number] = of_section.compressobj()
        compressor = self._compressors[number]
        return compressor.compress(content) + compressor.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


class Expander:
    """Expands a stream frame by frame, and stops soon after a bound is passed: within ``BITE`` bytes of input."""

    def __init__(self) -> None:
        self._expanders = [_expander(primers()[0])]

    def expand(self, squeezed: bytes) -> bytes:
        """Return what the next frame expands to. Raises ``Refused``."""
        most = min(MAX_EXPANDED, max(ANY_RATIO_BELOW, MAX_RATIO * len(squeezed)))
        expanded = bytearray()
        for number, part in enumerate(_parts(squeezed)):
            if number == len(self._expanders):
                self._expanders.append(_expander(primers()[number]))
            expand = self._expanders[number].decompress
            for start in range(0, len(part), BITE):
                try:
                    expanded += expand(part[start : start + BITE])
                except zstandard.ZstdError as error:
                    raise malformed(str(error)) from error
                if len(expanded) > most:
                    raise too_large(f"a frame expands to more than {most} bytes")
        return bytes(expanded)


def _parts(squeezed: bytes) -> list[bytes]:
    """Return the compressed sections of a frame, the first of them alone when it holds the whole sheet."""
    pieces = Pieces()
    pieces.feed(squeezed)
    others: list[bytes] = []
    while len(others) < SECTIONS - 1:
        part = pieces.next(MAX_COMPRESSED)
        if part is None:
            raise malformed("a section is cut")
        if not part and not others:
            break
        others.append(part)
    return [pieces.rest(), *others]


def _expander(dictionary: zstandard.ZstdCompressionDict | None) -> "zstandard.ZstdDecompressionObj":
    decompressor = zstandard.ZstdDecompressor(
        max_window_size=1 << WINDOW_LOG, format=zstandard.FORMAT_ZSTD1_MAGICLESS, dict_data=dictionary
    )
    return decompressor.decompressobj()


def fits(expanded: bytes) -> bool:
    """Return whether a sheet is sure to fit in a frame."""
    if len(expanded) <= SURE:
        return True
    return len(expanded) <= ANY_RATIO_BELOW and len(zstandard.ZstdCompressor(level=1).compress(expanded)) <= LIKELY
