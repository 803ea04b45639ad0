"""An act of help: a theme, the body when there is one, a duration; the last tap saves."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosque.actions import interventions
from kiosque.actions.done import Done
from kiosque.domain.codelist import CodeList
from kiosque.domain.codes import DURATIONS, SERVICES, THEMES, admin_themes_allowed
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Desk, Intervene
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import Button, button, row, words
from kiosque.ui.widgets.grid import Grid, scrolled
from kiosque.ui.widgets.toast import ToastPlace

THEME_NARROWEST = 180
SERVICE_NARROWEST = 140
"""Pixels: the longest short label of each list on one line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A code, its short label, its icon."""

    code: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class InterventionState:
    """What is offered and what is chosen. ``services`` is empty when the theme has none."""

    title: str
    themes: tuple[Choice, ...]
    services: tuple[Choice, ...] = ()
    durations: tuple[int, ...] = DURATIONS
    theme: str | None = None
    service: str | None = None


class InterventionScreen(AnimatorScreen[InterventionState]):
    """Themes, then bodies when they matter, then durations: read from top to bottom."""

    toast = ToastPlace.OVER_BAR
    theme_chosen = Signal(str)
    service_chosen = Signal(str)
    duration_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.intervention", "")
        gap = 8 if theme.metrics.compact else 10
        self._themes = Grid(THEME_NARROWEST, gap, most=5)
        self._services = Grid(SERVICE_NARROWEST, gap, most=8)
        self._theme_buttons: dict[str, Button] = {}
        self._service_buttons: dict[str, Button] = {}
        self.body.setSpacing(gap)
        self.body.addWidget(words(words_of.THEME, "a-label"))
        self.body.addWidget(self._themes)
        self._bodies = self._of_services()
        self.body.addWidget(self._bodies, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)
        self._first = words(words_of.DURATION_AFTER, "a-text", "quiet", wrap=False)
        self.body.addLayout(row(words(words_of.DURATION, "a-label", wrap=False), self._first, 1))
        self._durations = QHBoxLayout()
        self._durations.setSpacing(gap)
        self._duration_buttons: list[Button] = []
        self.body.addLayout(self._durations)

    def draw(self, state: InterventionState) -> None:
        """Show ``state``."""
        self.title.setText(state.title)
        if not self._theme_buttons:
            self._offer(state)
        for code, each in self._theme_buttons.items():
            each.setChecked(code == state.theme)
        self._bodies.setVisible(bool(state.services))
        self._rest.setVisible(not state.services)
        if state.services and not self._service_buttons:
            self._service_buttons = self._buttons(
                "service", state.services, "chip", "animator", self.service_chosen.emit
            )
            self._services.put(list(self._service_buttons.values()))
        for code, each in self._service_buttons.items():
            each.setChecked(code == state.service)
        self._first.setVisible(state.theme is None)
        for each in self._duration_buttons:
            each.setEnabled(state.theme is not None)

    def _offer(self, state: InterventionState) -> None:
        self._theme_buttons = self._buttons("theme", state.themes, "plain", "theme", self.theme_chosen.emit)
        self._themes.put(list(self._theme_buttons.values()))
        for minutes in state.durations:
            said = texts.duration(minutes)
            made = button(self.theme, said, f"duration.{minutes}", kind="primary", size="animator-big")
            made.clicked.connect(lambda _checked=False, minutes=minutes: self.duration_chosen.emit(minutes))
            self._duration_buttons.append(made)
            self._durations.addWidget(made, 1)

    def _buttons(
        self,
        prefix: str,
        choices: tuple[Choice, ...],
        kind: str,
        fit: str,
        chosen: Callable[[str], None],
    ) -> dict[str, Button]:
        made = {}
        for choice in choices:
            each = button(self.theme, choice.label, f"{prefix}.{choice.code}", icon=choice.icon, kind=kind, size=fit)
            each.setProperty("align", "start" if choice.icon else "middle")
            each.setCheckable(True)
            each.clicked.connect(lambda _checked=False, code=choice.code: chosen(code))
            made[choice.code] = each
        return made

    def _of_services(self) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(6)
        free = words(words_of.SERVICE_FREE, "a-text", "quiet", wrap=False)
        lines.addLayout(row(words(words_of.SERVICE, "a-label", wrap=False), free, 1))
        area: QScrollArea = scrolled(self._services)
        lines.addWidget(area, 1)
        holder.hide()
        return holder


class InterventionPresenter(AnimatorPresenter[InterventionState]):
    """Holds the theme and the body until a duration saves them."""

    def __init__(self, backstage: Backstage, screen: Draws[InterventionState], place: Intervene) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._today = local(backstage.services.now()).date()
        title = words_of.intervention_for(place.whom)
        self._state = InterventionState(title, self._choices(THEMES), theme=place.theme, service=place.service)

    def start(self) -> None:
        """Show the themes; one may be chosen in advance."""
        self._next(self._state)

    def begun(self) -> tuple[str | None, str | None]:
        """Return the theme and the body that were chosen."""
        return self._state.theme, self._state.service

    def resume(self, begun: tuple[str | None, str | None]) -> None:
        """Choose them again."""
        theme, service = begun
        self._next(replace(self._state, theme=theme, service=service))

    def choose_theme(self, code: str) -> None:
        """A theme was touched."""
        service = self._state.service if admin_themes_allowed((code,)) else None
        self._next(replace(self._state, theme=code, service=service))

    def choose_service(self, code: str) -> None:
        """A body was touched; a second time takes it back."""
        self._next(replace(self._state, service=None if code == self._state.service else code))

    def choose_duration(self, minutes: int) -> None:
        """The last tap: save."""
        state, visits, animator = self._state, self._place.visits, self.backstage.animator
        if state.theme is None:
            return
        theme = state.theme
        self.write(
            lambda store: interventions.log_intervention(
                store,
                visits=visits,
                themes=(theme,),
                duration=minutes,
                service=state.service,
                animator=animator or None,
            ),
            lambda done: self._saved(done, theme, minutes),
        )

    def _saved(self, done: Done, theme: str, minutes: int) -> None:
        again = replace(self._place, theme=theme, service=self._state.service)
        self.backstage.stage.go(Desk(again))
        self.backstage.offer_undo(done, words_of.saved(short_of(THEMES.find(theme)), minutes), texts.UNDONE, Desk())

    def _next(self, state: InterventionState) -> None:
        bodies = self._choices(SERVICES) if state.theme and admin_themes_allowed((state.theme,)) else ()
        self._state = replace(state, services=bodies)
        self.show(self._state)

    def _choices(self, codes: CodeList) -> tuple[Choice, ...]:
        return tuple(Choice(code.code, short_of(code), code.icon) for code in codes.valid_at(self._today))
