"""The gallery, put together: on the screen, or as pictures to approve and to compare."""

import os
from pathlib import Path

from kiosque.domain.errors import KnownError


class LooksOtherwise(KnownError):
    """Something is not drawn as it was approved."""


def show() -> int:
    """Show every component until the window is closed; return the exit status."""
    from kiosque.ui.gallery import window

    return window.show()


def approve(folder: Path) -> int:
    """Write the picture of every component in every state and look into ``folder``; return how many."""
    from kiosque.ui.gallery import pictures

    _draw_without_a_screen()
    return pictures.approve(folder)


def compare(folder: Path) -> None:
    """Compare what is drawn with what was approved in ``folder``. Raises ``LooksOtherwise``."""
    from kiosque.ui.gallery import pictures, sheet
    from kiosque.ui.palette import Look

    _draw_without_a_screen()
    found = [str(each) for look in Look for each in pictures.compare(folder, sheet.theme_of(look))]
    if found:
        raise LooksOtherwise("Dessiné autrement que ce qui fut approuvé : " + " ; ".join(found))


def take_screens(guide: Path, only: tuple[str, ...]) -> int:
    """Picture every screen, or those of the places ``only``, for the guide; return how many pictures were taken.

    Raises ``KnownError``.
    """
    from kiosque.demo.album import album

    _draw_without_a_screen()
    return album.take(guide, only)


def _draw_without_a_screen() -> None:
    """Draw as the tests do, whatever screen is there: to be called before the first window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosque.ui.app import application

    application()
