"""One stream's bytes through zstd: compressed frame by frame, and expanded within bounds."""

import zstandard

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

LEVEL = 19

LARGE = 4 << 10
"""Expanded bytes from which a table of codes for each section pays for itself (measured: from 2 to 6 KiB)."""

BITE = 16
"""Bytes expanded at a time: five blocks at most, so that a bomb makes 640 KiB before it is seen. 3 ms for 64 KiB."""


class Squeezer:
    """Compresses one stream's frames, one after the other. Both ends look back into ``primer`` before the first."""

    def __init__(self, primer: bytes) -> None:
        # Our own magic and check stand for zstd's, at eight bytes less.
        parameters = zstandard.ZstdCompressionParameters.from_level(
            LEVEL,
            source_size=1 << WINDOW_LOG,
            window_log=WINDOW_LOG,
            format=zstandard.FORMAT_ZSTD1_MAGICLESS,
            write_content_size=False,
            write_checksum=False,
        )
        dictionary = _dictionary(primer)
        self._compressor = zstandard.ZstdCompressor(compression_params=parameters, dict_data=dictionary).compressobj()

    def squeeze(self, sections: list[bytes]) -> bytes:
        """Compress a sheet: a large one section by section, each with codes of its own; a small one as a whole."""
        if sum(map(len, sections)) < LARGE:
            sections = [b"".join(sections)]
        flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK
        return b"".join(self._compressor.compress(each) + self._compressor.flush(flush) for each in sections)


class Expander:
    """Expands a stream frame by frame, and stops soon after a bound is passed: within ``BITE`` bytes of input."""

    def __init__(self, primer: bytes) -> None:
        decompressor = zstandard.ZstdDecompressor(
            max_window_size=1 << WINDOW_LOG,
            format=zstandard.FORMAT_ZSTD1_MAGICLESS,
            dict_data=_dictionary(primer),
        )
        self._expand = decompressor.decompressobj().decompress

    def expand(self, compressed: bytes) -> bytes:
        """Return what the next frame expands to. Raises ``Refused``."""
        most = min(MAX_EXPANDED, max(ANY_RATIO_BELOW, MAX_RATIO * len(compressed)))
        expanded = bytearray()
        for start in range(0, len(compressed), BITE):
            try:
                expanded += self._expand(compressed[start : start + BITE])
            except zstandard.ZstdError as error:
                raise malformed(str(error)) from error
            if len(expanded) > most:
                raise too_large(f"a frame expands to more than {most} bytes")
        return bytes(expanded)


def fits(expanded: bytes) -> bool:
    """Return whether a sheet is sure to fit in a frame."""
    if len(expanded) <= SURE:
        return True
    return len(expanded) <= ANY_RATIO_BELOW and len(zstandard.ZstdCompressor(level=1).compress(expanded)) <= LIKELY


def _dictionary(primer: bytes) -> zstandard.ZstdCompressionDict | None:
    return zstandard.ZstdCompressionDict(primer, dict_type=zstandard.DICT_TYPE_RAWCONTENT) if primer else None
