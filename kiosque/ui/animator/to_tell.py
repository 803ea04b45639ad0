"""Who is to be told that a workshop is moved, or called off: their number, and a touch once they were."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.workshops import workshop_changes
from kiosque.actions.workshops.workshop_changes import ToTell
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.people_texts import phone_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.places import Tell, Workshops
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody: their name, how to reach them and what of, and a picture."""

    registration: int
    name: str
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class TellState:
    """Who is to be told; None before it is known."""

    lines: tuple[Line, ...] | None = None


class TellScreen(AnimatorScreen[TellState]):
    """A line for each."""

    told = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.tell", workshop_words.TELL)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        nobody = nothing_yet(theme, "circle-check", workshop_words.TELL_NOBODY, workshop_words.TELL_NOBODY_HOW)
        self._stack.addWidget(nobody)
        self.body.addWidget(self._stack, 1)

    def draw(self, state: TellState) -> None:
        """Show ``state``."""
        self.say_where(workshop_words.TELL, workshop_words.TELL_HOW if state.lines else "")
        self._stack.setCurrentIndex(1 if state.lines == () else 0)
        empty(self._list)
        for line in state.lines or ():
            shown = Shown(line.name, line.note, line.icon, workshop_words.TELL, "phone", "attention")
            made = PersonRow(self.theme, f"tell.{line.registration}", shown)
            made.clicked.connect(tells(self.told, line.registration))
            self._list.addWidget(made)
        self._list.addStretch(1)


class TellPresenter(AnimatorPresenter[TellState]):
    """Reads who is left, and takes off who was told."""

    def start(self) -> None:
        """Read them."""
        self.show(TellState())
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(workshop_changes.to_tell, lambda found: self.show(TellState(tuple(map(_line, found)))))

    def back(self) -> None:
        """Back to the workshops."""
        self.backstage.stage.go(Workshops())

    def tell(self, registration: int) -> None:
        """Somebody was told."""
        author = self.backstage.animator
        self.write(lambda store: workshop_changes.tell(store, registration, author=author), self._told)

    def _told(self, done: Done) -> None:
        self.backstage.offer_undo(done, workshop_words.TOLD_NOW, texts.UNDONE, Tell())
        self.refresh()


def _line(each: ToTell) -> Line:
    when = f"{texts.day(local(each.starts_at).date())}, {texts.hour(each.starts_at)}"
    phone = phone_words(each.phone) if each.phone else workshop_words.NO_PHONE
    what = workshop_words.told_of(each.title, when, off=each.off)
    icon = "calendar-x" if each.off else "calendar-days"
    return Line(each.registration, each.name or words_of.UNNAMED, f"{phone} · {what}", icon)
