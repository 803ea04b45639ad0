"""The lines in which somebody is written down, and who may be known already beside them."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.communes import suggest
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.animator.profile_part import ProfilePart
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.toast import UNDER

FIELDS = ("given_name", "family_name", "birth_year", "commune", "phone", "email")
KEYS = {
    "birth_year": Qt.InputMethodHint.ImhDigitsOnly,
    "phone": Qt.InputMethodHint.ImhDialableCharactersOnly,
    "email": Qt.InputMethodHint.ImhEmailCharactersOnly,
}
"""What is typed where it is no word."""
COMMUNE = FIELDS.index("commune") + 1
"""Where the communes that may be meant stand."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the lines, as it was typed."""

    given_name: str = ""
    family_name: str = ""
    birth_year: str = ""
    commune: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be the one that is written down."""

    visitor: int
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class WriteState:
    """``typed`` is put into the lines once, ``commune`` when one is chosen; ``known`` is None where none is wanted."""

    title: str
    how: str
    typed: Typed | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    suggested: tuple[str, ...] = ()
    commune: str | None = None
    known: tuple[Known, ...] | None = None
    profile: dict[str, str | None] = field(default_factory=dict)
    look_at: str | None = None


class WriteScreen(AnimatorScreen[WriteState]):
    """Six lines in two columns, and under them what is said in codes; at the right, who may be known already."""

    edited = Signal(str, object)
    commune_typed = Signal(str)
    commune_chosen = Signal(str)
    known = Signal(object)
    profiled = Signal(str, object)
    sent = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.write", "")
        labels = (
            people_words.GIVEN_NAME,
            people_words.FAMILY_NAME,
            people_words.BIRTH_YEAR,
            people_words.COMMUNE,
            people_words.PHONE,
            people_words.EMAIL,
        )
        self._fields = {
            name: Field(theme, f"write.{name}", label, visitor=False, keys=KEYS.get(name, Qt.InputMethodHint.ImhNone))
            for name, label in zip(FIELDS, labels, strict=True)
        }
        self._offered = QWidget()
        self._chips = Flow(self._offered, 8)
        self._panel = panel("card")
        self._known = self._side(self._panel)
        sides = self.side_by_side(listed(theme, self._answers(), stacked=True), self._panel, spacing=20)
        if not theme.metrics.narrow:
            self._panel.setMinimumWidth(300)
            sides.setStretch(0, 3)
            sides.setStretch(1, 2)
        self.body.addLayout(sides, 1)
        save = button(theme, people_words.SAVE, "write.save", icon="check", kind="primary", clicked=self._send)
        self.body.addLayout(row(1, save))

    def first_focus(self) -> QWidget | None:
        """Type the first name at once."""
        return self._fields["given_name"].line

    def draw(self, state: WriteState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.how)
        if state.typed is not None:
            for name, each in self._fields.items():
                each.line.setText(str(getattr(state.typed, name)))
        if state.commune is not None:
            self._fields["commune"].line.setText(state.commune)
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        suggest(
            self.theme,
            self._chips,
            "write.commune",
            state.suggested,
            self.commune_chosen,
            every=bool(state.wrong.get("commune")),
        )
        self._profile.hold(state.profile)
        self._panel.setVisible(state.known is not None)
        self._draw_known(state.known or ())
        if state.look_at is not None:
            self._fields[state.look_at].line.setFocus()

    def _draw_known(self, known: tuple[Known, ...]) -> None:
        empty(self._known)
        how = people_words.ALREADY_HOW if known else people_words.ALREADY_NONE
        self._known.addWidget(words(people_words.ALREADY, "a-label"))
        self._known.addWidget(words(how, "a-text", "quiet"))
        for each in known:
            made = PersonRow(self.theme, f"known.{each.visitor}", Shown(each.name, each.note, "user-round"))
            made.clicked.connect(tells(self.known, each.visitor))
            self._known.addWidget(made)
        self._known.addStretch(1)

    def _answers(self) -> QWidget:
        holder, grid = QWidget(), QGridLayout()
        columns = 1 if self.theme.metrics.narrow else 2
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, (name, each) in enumerate(self._fields.items()):
            each.line.textEdited.connect(lambda _text, name=name: self.edited.emit(name, self._typed()))
            each.line.returnPressed.connect(self._send)
            # The communes that may be meant stand under the line that they are for.
            line = place // columns + (1 if place >= COMMUNE else 0)
            grid.addWidget(each, line, place % columns, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._offered, COMMUNE // columns, 0, 1, columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._fields["commune"].line.textEdited.connect(self.commune_typed)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(grid)
        lines.addSpacing(10)
        self._profile = ProfilePart(self.theme, "write")
        self._profile.chosen.connect(self.profiled)
        lines.addWidget(self._profile)
        lines.addSpacing(UNDER)
        lines.addStretch(1)
        return holder

    def _side(self, card: QWidget) -> QVBoxLayout:
        holder, inside = QWidget(), QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 14)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        inside.addWidget(listed(self.theme, holder, stacked=True))
        return lines

    def _typed(self) -> Typed:
        return Typed(**{name: each.text() for name, each in self._fields.items()})

    def _send(self) -> None:
        self.sent.emit(self._typed())
