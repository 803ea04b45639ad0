"""An act of help: a theme, the body when there is one, a duration; the last tap saves."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.codes import DURATIONS, admin_themes_allowed
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import NONE, Choice, Choices, Family, Style
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.precise import Named, PreciseForm
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import ToastPlace

THEMES_STYLE = Style("plain", "theme", 124, 7, 180, 5, tiles=True)
SERVICES_STYLE = Style("chip", "animator", 128, 7, 128, 7)
DURATIONS_STYLE = Style("primary", "animator-big", 104, 7, 104, 7)
"""The longest short label of each list stands on one line."""


@dataclass(frozen=True, slots=True)
class InterventionState:
    """What is offered and what is chosen. ``services`` is empty when the theme has none."""

    title: str
    themes: Choices = NONE
    services: Choices = NONE
    durations: tuple[int, ...] = DURATIONS
    other_durations: tuple[int, ...] = ()
    theme: str | None = None
    service: str | None = None
    leaving: str = ""
    """What the button that notes the departure says; empty when nobody in particular can leave."""
    record: str = ""
    """What the button that opens the person's record, or the visit's, says."""
    precising: bool = False
    """Whether more is said than what must be; ``held`` is what, by family."""
    held: dict[str, frozenset[str]] = field(default_factory=dict)
    programmes: tuple[Named, ...] = ()
    who: bool = True
    """Whether something may be said of those helped; of a group its level says it."""
    mending: bool = False
    """Whether what is helped with may be an object to be repaired."""


class InterventionScreen(AnimatorScreen[InterventionState]):
    """Themes, then bodies when they matter, then durations: read from top to bottom."""

    toast = ToastPlace.OVER_BAR
    theme_chosen = Signal(str)
    service_chosen = Signal(str)
    duration_chosen = Signal(int)
    leaves = Signal()
    record = Signal()
    mend = Signal()
    precise = Signal()
    precised = Signal(str, frozenset)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.intervention", "")
        self._more = [
            button(theme, desk_words.RECORD, "intervention.record", icon="id-card", kind="bare"),
            button(theme, desk_words.LEAVES, "intervention.leaves", icon="log-out", kind="bare"),
        ]
        for each, signal in zip(self._more, (self.record, self.leaves), strict=True):
            each.clicked.connect(signal)
            each.hide()
        self._precise = button(theme, desk_words.PRECISE, "intervention.precise", icon="plus", kind="chip")
        self._precise.setCheckable(True)
        self._precise.clicked.connect(self.precise)
        self._mend = button(theme, repair_words.NOTE_ONE, "intervention.mend", icon="wrench", kind="chip")
        self._mend.clicked.connect(self.mend)
        self._mend.hide()
        self.beside_title(*self._more)
        self._form = PreciseForm(theme, "intervention")
        self._form.chosen.connect(self.precised)
        self._themes = self._family("theme", (desk_words.OTHERS, desk_words.THEME_OTHERS), THEMES_STYLE)
        self._services = self._family("service", (desk_words.OTHERS, desk_words.SERVICE_OTHERS), SERVICES_STYLE)
        self._durations = self._family("duration", (desk_words.OTHERS, desk_words.DURATION_OTHERS), DURATIONS_STYLE)
        self._themes.chosen.connect(self.theme_chosen)
        self._services.chosen.connect(self.service_chosen)
        self._durations.chosen.connect(lambda minutes: self.duration_chosen.emit(int(minutes)))
        self.body.setSpacing(8 if theme.metrics.compact else 10)
        self._bodies = QWidget()
        self.body.addWidget(listed(theme, self._what()), 1)
        self._first = words(words_of.DURATION_AFTER, "a-text", "quiet", wrap=False)
        how_long = words(words_of.DURATION, "a-label", wrap=False)
        across = self.side_by_side(spacing=12)
        across.addLayout(row(how_long, self._first, 1), 1)
        across.addWidget(self._mend)
        across.addWidget(self._precise)
        self.body.addLayout(across)
        self.body.addWidget(self._durations.usual)
        self.body.addWidget(self._durations.others)

    def draw(self, state: InterventionState) -> None:
        """Show ``state``."""
        self.title.setText(state.title)
        for each, said in zip(self._more, (state.record, state.leaving), strict=True):
            each.setText(f" {said}")
            each.setAccessibleName(said)
            each.setVisible(bool(said))
        self._themes.offer(state.themes, state.theme)
        self._bodies.setVisible(bool(state.services))
        self._services.offer(state.services, state.service)
        self._durations.offer(Choices(*map(_minutes, (state.durations, state.other_durations))), None)
        self._mend.setVisible(state.mending)
        self._precise.setChecked(state.precising)
        self._form.setVisible(state.precising)
        formal = state.theme is not None and admin_themes_allowed((state.theme,))
        self._form.show_held(state.held, state.programmes, formal=formal, who=state.who)
        self._first.setVisible(state.theme is None)
        self._durations.enable(enabled=state.theme is not None)

    def _family(self, name: str, more: tuple[str, str], style: Style) -> Family:
        return Family(self, self.theme, name, more, style)

    def _what(self) -> QWidget:
        """Lay the themes, and under them the bodies."""
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.body.spacing())
        lines.addWidget(words(words_of.THEME, "a-label"))
        lines.addWidget(self._themes.usual)
        lines.addWidget(self._themes.others)
        inside = QVBoxLayout(self._bodies)
        inside.setContentsMargins(0, self.body.spacing(), 0, 0)
        inside.setSpacing(self.body.spacing())
        free = words(words_of.SERVICE_FREE, "a-text", "quiet", wrap=False)
        inside.addLayout(row(words(words_of.SERVICE, "a-label", wrap=False), free, 1))
        inside.addWidget(self._services.usual)
        inside.addWidget(self._services.others)
        self._bodies.hide()
        lines.addWidget(self._bodies)
        self._form.hide()
        lines.addWidget(self._form)
        lines.addStretch(1)
        return holder


def _minutes(durations: tuple[int, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(minutes), texts.duration(minutes)) for minutes in durations)
