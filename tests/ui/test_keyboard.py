"""The keyboard on the screen: there for a finger, gone for a hand that types, never over what is written."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db.folder import Opened
from kiosque.ui import places
from kiosque.ui.keyboard.board import Board
from kiosque.ui.keyboard.host import page_for
from kiosque.ui.keyboard.keys import PAD_UNITS, UNITS, Page, Role, rows
from kiosque.ui.keyboard.texts import words_of
from kiosque.ui.palette import Look
from kiosque.ui.theme import Theme, metrics_for
from kiosque.ui.widgets.buttons import Button
from tests.stores import Space
from tests.ui.conftest import Kiosk, start
from tests.ui.hands import words

DENSITY = 96 / 25.4
ACCENTS = "éèêëàâçîïôùûüœ"


@pytest.fixture
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(kiosk: Kiosk, finger: QPointingDevice, name: str) -> None:
    """Touch the middle of what bears that name, as the driver of a touch screen says it."""
    target = kiosk.robot.find(name)
    spot = target.mapTo(kiosk.window, target.rect().center())
    QTest.touchEvent(kiosk.window, finger).press(0, spot, kiosk.window)
    kiosk.robot.pump()
    QTest.touchEvent(kiosk.window, finger).release(0, spot, kiosk.window)
    kiosk.robot.pump()


@pytest.fixture(params=[(1024, 600), (1366, 768), (768, 1366)], ids=str)
def kiosk(qapp: QApplication, nyons: Space, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    """A counter that is open, in a window of one of the sizes."""
    del qapp
    permanences.open_permanence(nyons.store, nyons.animator)
    made = start(nyons, size=request.param)
    made.window.backstage.opened = Opened(nyons.store, nyons.animator)
    made.window.go(places.Home())
    made.robot.wait_for(lambda: "Bonjour" in words(made))
    try:
        yield made
    finally:
        made.close()


def form(kiosk: Kiosk) -> None:
    visit = reception.sign_in_unnamed(kiosk.space.store, "digital").visit
    kiosk.window.go(places.Form(visit))
    kiosk.robot.pump()


def line(kiosk: Kiosk, name: str) -> QLineEdit:
    found = kiosk.robot.find(name)
    assert isinstance(found, QLineEdit)
    return found


def whole(kiosk: Kiosk, widget: QWidget) -> bool:
    """Whether nothing hides any part of what is written."""
    corners = (QPoint(2, 2), widget.rect().bottomRight() - QPoint(2, 2))
    return all(kiosk.window.childAt(widget.mapTo(kiosk.window, corner)) is widget for corner in corners)


def test_a_name_is_written_by_touch_from_its_capital_to_the_next_line(kiosk: Kiosk, finger: QPointingDevice) -> None:
    form(kiosk)
    assert not kiosk.robot.has("key.a")
    touch(kiosk, finger, "form.given_name")
    assert whole(kiosk, line(kiosk, "form.given_name"))
    for key in "zoé-ève":
        if not kiosk.robot.has(f"key.{key}"):
            touch(kiosk, finger, "key.accents")
        touch(kiosk, finger, f"key.{key}")
        if kiosk.robot.has("key.letters") and not kiosk.robot.has("key.z"):
            touch(kiosk, finger, "key.letters")
    assert line(kiosk, "form.given_name").text() == "Zoé-Ève"
    touch(kiosk, finger, "key.erase")
    assert line(kiosk, "form.given_name").text() == "Zoé-Èv"
    touch(kiosk, finger, "key.next")
    assert QApplication.focusWidget() is line(kiosk, "form.family_name")
    touch(kiosk, finger, "key.next")
    for key in "1951":
        touch(kiosk, finger, f"key.{key}")
    assert line(kiosk, "form.birth_year").text() == "1951"
    assert whole(kiosk, line(kiosk, "form.birth_year"))
    touch(kiosk, finger, "key.next")
    for key in "nyons":
        touch(kiosk, finger, f"key.{key}")
    assert line(kiosk, "form.commune").text() == "Nyons"
    assert whole(kiosk, line(kiosk, "form.commune"))
    assert kiosk.robot.find("key.next").accessibleName() == words_of.SEND


def test_a_finger_that_comes_to_a_line_finds_the_keyboard_there(kiosk: Kiosk, finger: QPointingDevice) -> None:
    touch(kiosk, finger, "counter.card")
    kiosk.robot.wait_for("counter.card")
    for key in "7K2M9":
        touch(kiosk, finger, f"key.{key}")
    assert line(kiosk, "card.code").text() == "7K2M 9"
    assert whole(kiosk, line(kiosk, "card.code"))
    touch(kiosk, finger, "key.hide")
    assert not kiosk.robot.has("key.K")
    touch(kiosk, finger, "card.code")
    assert kiosk.robot.has("key.K")
    touch(kiosk, finger, "key.hide")
    touch(kiosk, finger, "back")
    kiosk.robot.wait_for("counter.home")
    assert not kiosk.robot.has("key.K")


def test_a_hand_that_types_hides_it_and_a_mouse_does_not_bring_it(kiosk: Kiosk, finger: QPointingDevice) -> None:
    form(kiosk)
    kiosk.robot.tap("form.family_name")
    assert not kiosk.robot.has("key.a")
    touch(kiosk, finger, "form.given_name")
    assert kiosk.robot.has("key.a")
    QTest.keyClick(line(kiosk, "form.given_name"), Qt.Key.Key_Z)
    kiosk.robot.pump()
    assert not kiosk.robot.has("key.a")


def test_a_button_asks_for_it_and_a_screen_that_says_it_is_a_mouse_gets_it_always(kiosk: Kiosk) -> None:
    form(kiosk)
    if kiosk.robot.has("aids.keyboard"):
        kiosk.robot.tap("aids.keyboard")
        assert kiosk.robot.has("key.a")
        kiosk.robot.tap("key.z")
        assert line(kiosk, "form.given_name").text() == "Z"
        kiosk.robot.tap("key.hide")
    kiosk.window.settle(kiosk.window.backstage.settings)
    kiosk.window._keyboard.always = True  # noqa: SLF001 - the setting of the PC
    handle = kiosk.window.windowHandle()
    assert handle is not None
    target = line(kiosk, "form.family_name")
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=target.mapTo(kiosk.window, target.rect().center()))
    kiosk.robot.pump()
    assert kiosk.robot.has("key.a")


def test_capitals_hold_for_one_letter_or_for_all(qapp: QApplication, nyons: Space, finger: QPointingDevice) -> None:
    del qapp
    kiosk = start(nyons)
    try:
        touch(kiosk, finger, "animator")
        touch(kiosk, finger, "unlock.passphrase")
        for key in ("o", "capitals", "o", "o", "capitals", "capitals", "o", "o", "capitals", "o"):
            touch(kiosk, finger, f"key.{key}")
        secret = line(kiosk, "unlock.passphrase")
        # A passphrase begins as it is: no capital by itself.
        assert secret.text() == "oOoOOo"
        assert not any("majuscules" in each.accessibleName() for each in kiosk.window.findChildren(QLineEdit))
    finally:
        kiosk.close()


def test_every_accent_can_be_written_with_or_without_a_row_for_them() -> None:
    for roomy in (True, False):
        letters = rows(Page.LETTERS, roomy=roomy)
        keys = [key for row in (*letters, *rows(Page.ACCENTS)) for key in row]
        assert set(ACCENTS) <= {key.text for key in keys}
        assert {"'", "-", " "} <= {key.text for row in letters for key in row}
        assert roomy is not any(key.role is Role.ACCENTS for row in letters for key in row)


@pytest.mark.parametrize("page", Page, ids=lambda page: page.value)
@pytest.mark.parametrize("extra", ["", "/"])
def test_rows_are_as_wide_as_each_other(page: Page, extra: str) -> None:
    units = PAD_UNITS if page is Page.PAD else UNITS
    for roomy in (True, False):
        for row in rows(page, extra, roomy=roomy):
            assert sum(key.width for key in row) == pytest.approx(units), row


def test_a_code_has_no_letter_that_is_taken_for_another() -> None:
    written = {key.text for row in rows(Page.CODE) for key in row if key.text}
    assert written == set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@pytest.mark.parametrize("page", Page, ids=lambda page: page.value)
def test_every_key_has_a_name_of_its_own_and_leaves_the_focus_to_the_line(qapp: QApplication, page: Page) -> None:
    del qapp
    board = Board(Theme(Look.LIGHT, metrics_for(1080, DENSITY)), QSize(1920, 1080))
    for capitals in (True, False):
        board.draw(page, extra=":", capitals=capitals)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        keys = board.findChildren(Button)
        names = [each.accessibleName() for each in keys]
        assert all(names)
        assert len(set(names)) == len(names)
        assert all(each.focusPolicy() == Qt.FocusPolicy.NoFocus for each in keys)
        QApplication.processEvents()
    board.deleteLater()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1080, 1920), (3840, 2160)], ids=str)
@pytest.mark.parametrize("page", Page, ids=lambda page: page.value)
def test_keys_are_as_large_as_a_fingertip_where_there_is_room(
    qapp: QApplication, page: Page, size: tuple[int, int]
) -> None:
    del qapp
    theme = Theme(Look.LIGHT, metrics_for(size[1], DENSITY))
    host = QWidget()
    host.resize(*size)
    board = Board(theme, QSize(*size))
    board.setParent(host)
    board.draw(page)
    board.resize(size[0], board.sizeHint().height())
    host.show()
    QApplication.processEvents()
    keys = [each for each in board.findChildren(Button) if each.isVisible()]
    assert min(each.width() for each in keys) >= theme.metrics.target
    assert min(each.height() for each in keys) >= theme.metrics.target
    assert board.height() <= 0.55 * size[1]
    host.hide()
    host.deleteLater()


@pytest.mark.parametrize(
    ("hint", "page"),
    [
        (Qt.InputMethodHint.ImhNone, Page.LETTERS),
        (Qt.InputMethodHint.ImhDigitsOnly, Page.PAD),
        (Qt.InputMethodHint.ImhDate, Page.PAD),
        (Qt.InputMethodHint.ImhTime, Page.PAD),
        (Qt.InputMethodHint.ImhUppercaseOnly, Page.CODE),
        (Qt.InputMethodHint.ImhSensitiveData, Page.LETTERS),
    ],
)
def test_a_line_gets_the_keys_that_it_needs(qapp: QApplication, hint: Qt.InputMethodHint, page: Page) -> None:
    del qapp
    written = QLineEdit()
    written.setInputMethodHints(hint)
    assert page_for(written) is page


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("é", "e accent aigu"),
        ("È", "e accent grave majuscule"),
        ("ô", "o accent circonflexe"),
        ("ï", "i tréma"),
        ("ç", "c cédille"),
        ("ñ", "n tilde"),
        ("Œ", "o e liés majuscule"),
        ("'", "Apostrophe"),
        ("-", "Trait d’union"),
        (" ", "Espace"),
        ("a", "a"),
        ("7", "7"),
    ],
)
def test_a_key_says_what_it_writes(text: str, name: str) -> None:
    assert words_of.sign(text) == name
