"""The pictures of the gallery on disk: small, approved by a person, and compared with what is drawn today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QImageWriter

from kiosque.ui.gallery import sheet
from kiosque.ui.gallery.exhibits import EXHIBITS, Exhibit
from kiosque.ui.palette import Look
from kiosque.ui.theme import Theme

NEAR = 12
"""Of 255, in each channel: nobody sees a difference that small, and palettes of 256 colours make some."""
FEW = 0.005
"""Part of a cell: the rims of letters, drawn by another build of the same library. A ring is far more."""
PALETTE = 256


@dataclass(frozen=True, slots=True)
class Difference:
    """What does not look as approved; ``part`` of its pixels, 1 when there is nothing to compare."""

    exhibit: str
    state: str
    part: float

    def __str__(self) -> str:
        return f"{self.exhibit}, {self.state}: {self.part:.1%}"


def name_of(exhibit: Exhibit, look: Look) -> str:
    """Return the file name of a sheet."""
    return f"{look.value}-{exhibit.name.replace(' ', '-')}.png"


def approve(folder: Path, looks: Sequence[Look] = tuple(Look)) -> int:
    """Write every sheet into ``folder``, in place of what was approved there; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        if any(old.name.startswith(f"{look.value}-") for look in looks):
            old.unlink()
    written = 0
    for look in looks:
        for exhibit, drawn in drawn_in(sheet.theme_of(look)):
            save_small(drawn.image, folder / name_of(exhibit, look))
            written += 1
    return written


def drawn_in(theme: Theme, exhibits: Sequence[Exhibit] = EXHIBITS) -> list[tuple[Exhibit, sheet.Sheet]]:
    """Draw ``exhibits`` as every machine draws them."""
    with sheet.same_everywhere(), sheet.hosting(theme) as host:
        return [(exhibit, sheet.draw(exhibit, theme, host)) for exhibit in exhibits]


def compare(folder: Path, theme: Theme, exhibits: Sequence[Exhibit] = EXHIBITS) -> list[Difference]:
    """Return what looks otherwise in ``theme`` than was approved in ``folder``."""
    found = []
    for exhibit, drawn in drawn_in(theme, exhibits):
        approved = QImage(str(folder / name_of(exhibit, theme.look))).convertToFormat(QImage.Format.Format_RGB32)
        if approved.size() != drawn.image.size():
            found.append(Difference(exhibit.name, "size", 1.0))
            continue
        for state, cell in drawn.cells:
            part = unlike(approved, drawn.image, cell)
            if part > FEW:
                found.append(Difference(exhibit.name, state.value, part))
    return found


def unlike(one: QImage, other: QImage, where: QRect) -> float:
    """Return the part of the pixels of ``where`` that differ by more than ``NEAR`` in a channel."""
    if one.copy(where) == other.copy(where):
        return 0.0
    ours, theirs = _bytes(one, where), _bytes(other, where)
    pairs = Counter(zip(_pixels(ours), _pixels(theirs), strict=True))
    far = sum(count for (left, right), count in pairs.items() if left != right and _far(left, right))
    return far / (where.width() * where.height())


def save_small(image: QImage, path: Path, colours: int = PALETTE) -> None:
    """Write ``image`` in at most 256 ``colours`` (PNG). Raises ``OSError``."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, _palette(plain, colours))
    writer = QImageWriter(str(path))
    # For PNG it says how long to compress, and loses nothing.
    writer.setQuality(0)
    if not writer.write(small):
        message = f"cannot write {path}"
        raise OSError(message)


def _palette(image: QImage, most: int) -> list[int]:
    """Return at most so many colours: half of them the commonest, grounds and skies; then rims, spread out."""
    counted = [colour | 0xFF000000 for colour, _ in Counter(_pixels(_bytes(image))).most_common()]
    if len(counted) <= most:
        return counted
    grounds, apart = counted[: most // 2], 0
    while True:
        kept = list(grounds)
        for colour in counted[most // 2 :]:
            if all(_far(colour, other, apart) for other in kept):
                kept.append(colour)
                if len(kept) > most:
                    break
        if len(kept) <= most:
            return kept
        apart += 2


def _bytes(image: QImage, where: QRect | None = None) -> bytes:
    return bytes((image.copy(where) if where else image).constBits())


def _pixels(held: bytes) -> memoryview:
    return memoryview(held).cast("I")


def _far(left: int, right: int, near: int = NEAR) -> bool:
    return any(abs((left >> shift & 255) - (right >> shift & 255)) > near for shift in (0, 8, 16))
