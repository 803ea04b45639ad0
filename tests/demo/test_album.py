"""Every screen has its pictures in the guide: `kiosque gallery --screens docs/guide` takes them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosque.demo.album import album
from kiosque.demo.album.album import NoSuchScreen, file_of
from kiosque.demo.album.views import VIEWS, name_of
from kiosque.ui import places
from kiosque.ui.language import Language, spoken
from kiosque.ui.palette import Look

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
MOST_BYTES_EACH = 24_000
"""On average: there are six pictures of each screen, and they are kept in the history of the source."""


def test_every_place_is_pictured() -> None:
    every = {each for each in vars(places).values() if isinstance(each, type) and issubclass(each, places.Place)}
    assert set(VIEWS) == {place for place in every if place.name}


def test_two_views_never_share_a_file() -> None:
    names = [name_of(place, view) for place, views in VIEWS.items() for view in views]
    assert len(names) == len(set(names))


def test_the_guide_holds_every_picture_and_no_other() -> None:
    images = GUIDE / album.IMAGES
    expected = set(album.files())
    assert {each.name for each in images.glob("*.png") if "-" in each.name} == expected
    assert (GUIDE / album.PAGE).read_text("utf-8") == album.page()
    assert sum((images / name).stat().st_size for name in expected) < MOST_BYTES_EACH * len(expected)


def test_a_screen_is_pictured_as_asked(tmp_path: Path) -> None:
    taken = album.take(tmp_path, ["counter.reason"], [Language.ENGLISH], [Look.DARK])
    (view,) = VIEWS[places.Reason]
    drawn = QImage(str(tmp_path / album.IMAGES / file_of(places.Reason, view, Language.ENGLISH, Look.DARK)))
    assert taken == 1
    assert (drawn.width(), drawn.height()) == album.SIZE
    assert drawn.colorCount() <= album.COLOURS
    assert spoken() is Language.FRENCH


def test_a_screen_that_does_not_exist_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(NoSuchScreen):
        album.take(tmp_path, ["counter.nowhere"])
