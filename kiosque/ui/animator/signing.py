"""Signing for a half-day of a workshop, on the screen, with a finger."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosque.actions.done import Done
from kiosque.actions.workshops import attendance
from kiosque.db.store import Store
from kiosque.domain.signature import RATIO, Point, pack
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Attendance, Sign
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button

PEN = 5
"""Pixels: about the line of a felt pen."""
FEWEST = 2
"""Points of a signature: one touch by mistake is none."""


@dataclass(frozen=True, slots=True)
class SignState:
    """Who signs; ``wrong``: what is missing."""

    name: str = ""
    wrong: str = ""


class SignaturePad(QWidget):
    """A white field on which a finger, a pen or a mouse draws."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sign.pad")
        self.setAccessibleName(workshop_words.SIGN_HERE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumHeight(220)
        self._theme = theme
        self._strokes: list[list[Point]] = []

    def sizeHint(self) -> QSize:
        """Ask for the proportions of a signature."""
        return QSize(900, round(900 / RATIO))

    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """Return what was drawn, from 0 to 1 across and down."""
        return tuple(map(tuple, self._strokes))

    def clear(self) -> None:
        """Begin again."""
        self._strokes = []
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        self._strokes.append([])
        self._add(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._strokes and event.buttons():
            self._add(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, a line to sign on, and the strokes."""
        del event
        palette, field = self._theme.palette, self._field()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.border), 2))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(field, 16, 16)
        line = field.bottom() - field.height() * 0.22
        painter.setPen(QPen(QColor(palette.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(field.left() + 32, line), QPointF(field.right() - 32, line))
        pen = QPen(QColor(palette.text), PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            points = [self._place(point) for point in stroke]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else points * 2))
        painter.end()

    def _field(self) -> QRectF:
        """Return the field in the proportions of a signature, in the middle."""
        width = min(self.width() - 4, (self.height() - 4) * RATIO)
        height = width / RATIO
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _place(self, point: Point) -> QPointF:
        field = self._field()
        return QPointF(field.left() + point[0] * field.width(), field.top() + point[1] * field.height())

    def _add(self, event: QMouseEvent) -> None:
        field, at = self._field(), event.position()
        across, down = (at.x() - field.left()) / field.width(), (at.y() - field.top()) / field.height()
        self._strokes[-1].append((min(1.0, max(0.0, across)), min(1.0, max(0.0, down))))
        self.update()


class SignScreen(AnimatorScreen[SignState]):
    """A name, and a field to sign in."""

    sent = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.sign", "")
        self._pad = SignaturePad(theme)
        self._said = words(workshop_words.SIGN_HERE, "a-label", "quiet", wrap=False)
        clear = button(theme, workshop_words.CLEAR, "sign.clear", icon="undo-2", size="animator-big")
        clear.clicked.connect(self._pad.clear)
        send = button(theme, workshop_words.SIGN_SEND, "sign.send", icon="check", kind="primary", size="animator-big")
        send.clicked.connect(lambda: self.sent.emit(self._pad.strokes()))
        self.body.addLayout(row(1, self._said, 1))
        self.body.addWidget(self._pad, 1)
        self.body.addLayout(row(clear, 1, send))

    def draw(self, state: SignState) -> None:
        """Show ``state``."""
        self.say_where(state.name, "")
        self._said.setText(state.wrong or workshop_words.SIGN_HERE)


class SignPresenter(AnimatorPresenter[SignState]):
    """Keeps the signature of one person."""

    def __init__(self, backstage: Backstage, screen: Draws[SignState], place: Sign) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._name = ""

    def start(self) -> None:
        """Read who signs."""
        place = self._place

        def name(store: Store) -> str:
            roll = attendance.roll(store, place.workshop)
            return next((each.name or "" for each in roll.attendees if each.registration == place.registration), "")

        self.read(name, self._found)

    def back(self) -> None:
        """To the workshop."""
        self.backstage.stage.go(self._home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is signing comes first."""
        self.later(readings)

    def send(self, strokes: tuple[tuple[Point, ...], ...]) -> None:
        """Keep it."""
        if sum(map(len, strokes)) < FEWEST:
            self.show(SignState(self._name, workshop_words.SIGN_EMPTY))
            return
        place, author, drawn = self._place, self.backstage.animator, pack(strokes)
        self.write(
            lambda store: attendance.sign(store, place.registration, drawn, author=author, half_day=place.half_day),
            self._signed,
        )

    def _signed(self, done: Done) -> None:
        self.backstage.stage.go(self._home())
        self.backstage.offer_undo(done, workshop_words.SIGNED_NOW, texts.UNDONE, self._home())

    def _home(self) -> Attendance:
        return Attendance(self._place.workshop, signing=True)

    def _found(self, name: str) -> None:
        self._name = name
        self.show(SignState(name))
