"""Lucide icons, coloured by the theme and sharp on every screen."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (files("kiosque.ui") / "assets" / "icons" / f"{name}.svg").read_text("utf-8")


def drawing(name: str, colour: str) -> QSvgRenderer:
    """Return what draws the icon ``name`` in ``colour``. Raises ``FileNotFoundError`` when it does not ship."""
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """Draw the icon ``name`` in ``colour`` on a square of ``side`` pixels at the device pixel ratio ``ratio``.

    Raises ``FileNotFoundError`` when the icon is not among those that ship.
    """
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing(name, colour).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
