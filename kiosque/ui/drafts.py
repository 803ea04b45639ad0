"""What an animator is writing: kept on this PC while they write it, given back after a power cut."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from types import ModuleType

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosque.domain.errors import KnownError
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Desk, Place

FORM = "form"
"""A property of buttons: true where a choice is part of a form, and does nothing by itself."""
PASSING = "passing"
"""A property of lines: true where what is typed is a question and not something that will be kept."""


class Draft(msgspec.Struct, frozen=True):
    """Where one was, the texts by the name of their line, and the names of the checked buttons of the form."""

    place: str
    fields: dict[str, object]
    lines: dict[str, str]
    checked: list[str]

    def where(self) -> Place | None:
        """Return the place; None when this version of the program has no such place any more."""
        kind = next((each for each in vars(places).values() if getattr(each, "name", "") == self.place), None)
        try:
            return msgspec.convert(self.fields, kind) if isinstance(kind, type) and issubclass(kind, Place) else None
        except msgspec.ValidationError:
            return None


@dataclass(slots=True)
class _At:
    """The screen in sight, whose lines are listened to; ``edited``: somebody has written there."""

    place: Place
    screen: QWidget
    edited: bool = False


class Drafts(QObject):
    """Keeps what is written a moment after each key; forgets it when its screen is left by its own ways."""

    def __init__(self, backstage: Backstage, parent: QObject) -> None:
        super().__init__(parent)
        self._backstage = backstage
        self._at: _At | None = None
        self._asked: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(backstage.services.settings.timings.draft)
        self._soon.timeout.connect(self.keep)

    def follow(self, place: Place, screen: QWidget) -> None:
        """Listen to ``screen``. At the counter nothing is kept: a visitor's form is theirs, and is wiped."""
        # The same screen drawn again, in other words or sizes, is still being written.
        edited_before = self._at is not None and self._at.place == place and self._at.edited
        self._at = None
        if place.counter or self._backstage.opened is None or not self._backstage.animator:
            return
        at = self._at = _At(place, screen, edited_before)

        def edited() -> None:
            at.edited = True
            self._soon.start()

        lines = _kept_lines(screen)
        for line in lines:
            line.textEdited.connect(edited)
        for each in screen.findChildren(QAbstractButton):
            if lines and each.property(FORM):
                each.clicked.connect(edited)

    def leave(self, *, to_come_back: bool = False) -> None:
        """The screen is left. ``to_come_back``: by nobody's wish, after a while without a touch."""
        self._soon.stop()
        at, self._at = self._at, None
        if at is None or not at.edited:
            return
        if to_come_back:
            self._at = at
            self.keep()
            self._at = None
            self._asked.discard(self._backstage.animator)
        else:
            self._submit(lambda store, animator: _db().forget_draft(store, animator))

    def end(self) -> None:
        """The window goes: keep what is still to be kept, while there is somebody to keep it."""
        if self._soon.isActive():
            self._soon.stop()
            self.keep()

    def keep(self) -> None:
        """Keep what is written now."""
        if self._at is None or not self._at.edited:
            return
        draft = draft_of(self._at.place, self._at.screen)
        if any(map(str.strip, draft.lines.values())):
            content = msgspec.json.encode(draft)
            self._submit(lambda store, animator: _db().keep_draft(store, animator, content))
        else:
            self._submit(lambda store, animator: _db().forget_draft(store, animator))

    def look(self, place: Place, back: Callable[[Draft, Place], None]) -> None:
        """At the desk, once for each animator who comes: see whether something was left, and go ``back`` to it."""
        animator = self._backstage.animator
        if not isinstance(place, Desk) or not animator or animator in self._asked:
            return
        self._asked.add(animator)

        def found(content: bytes | None) -> None:
            draft = msgspec.json.decode(content, type=Draft) if content else None
            there = draft.where() if draft else None
            if draft is not None and there is not None and self._backstage.animator == animator:
                back(draft, there)

        self._backstage.read(lambda store: _db().kept_draft(store, animator), found)

    def _submit(self, work: Callable[..., None]) -> None:
        opened = self._backstage.opened
        if opened is not None:
            store, animator = opened.store, opened.animator
            self._backstage.submit(Lane.DB, lambda: work(store, animator), _kept, _not_kept)


def draft_of(place: Place, screen: QWidget) -> Draft:
    """Return what is written on the ``screen`` of ``place``, but for secrets and for what is only looked for."""
    checked = (each for each in screen.findChildren(QAbstractButton) if each.property(FORM) and each.isChecked())
    # Which screen asked for a person is not kept: after a power cut somebody is written down for themselves.
    fields = {name: None if isinstance(getattr(place, name), Place) else value for name, value in asdict(place).items()}
    return Draft(
        place.name,
        fields,
        {each.objectName(): each.text() for each in _kept_lines(screen)},
        [each.objectName() for each in checked],
    )


def _kept_lines(screen: QWidget) -> list[QLineEdit]:
    named = (each for each in screen.findChildren(QLineEdit) if each.objectName())
    return [each for each in named if not is_secret(each) and not each.property(PASSING)]


def give_back(screen: QWidget, draft: Draft) -> None:
    """Write it again on ``screen``, as a hand would: whoever listens to its lines and its buttons hears of it."""
    for line in screen.findChildren(QLineEdit):
        text = draft.lines.get(line.objectName())
        if text is not None and text != line.text():
            line.setText(text)
            line.textEdited.emit(text)
    for each in screen.findChildren(QAbstractButton):
        if each.property(FORM) and not each.isChecked() and each.objectName() in draft.checked:
            each.click()


def is_secret(line: QLineEdit) -> bool:
    """Whether what is typed there opens something: it is never kept, even while it is shown."""
    hidden = line.echoMode() is not QLineEdit.EchoMode.Normal
    return hidden or bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)


def _db() -> ModuleType:
    # Loaded by name: the first paint does not wait for the database's libraries.
    return import_module("kiosque.db.drafts")


def _kept(_: None) -> None:
    pass


def _not_kept(_: KnownError) -> None:
    """Say nothing: what the person is doing will say it when it is sent, and a draft is no promise."""
