"""An act of help: a theme, the body when there is one, a duration; the last tap saves."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.helping import interventions
from kiosque.actions.helping.offers import Offers, offers
from kiosque.actions.network import programmes
from kiosque.actions.visitors import groups, profile, reception
from kiosque.db.store import Store
from kiosque.domain.codes import DURATIONS, SERVICES, THEME_OF_REASON, THEMES, admin_themes_allowed
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import NONE, Choice, Choices, Family, Style, choices_of
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.precise import FORMAL, Named, PreciseForm, held_by, precise_from, profile_from
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CorrectVisit, Desk, Dossier, Intervene, Repair
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
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


@dataclass(frozen=True, slots=True)
class Begun:
    """What was chosen, for the same screen in another language."""

    theme: str | None
    service: str | None
    precising: bool
    held: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Read:
    """What is usual here, the programmes that run, and what is known of those helped."""

    offers: Offers
    programmes: tuple[Named, ...]
    profile: dict[str, str]


class InterventionPresenter(AnimatorPresenter[InterventionState]):
    """Saves when a duration is touched. What is offered is read once: nothing moves under a finger."""

    def __init__(self, backstage: Backstage, screen: Draws[InterventionState], place: Intervene) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._bodies = NONE
        self._known: dict[str, str] = {}
        self._state = InterventionState(
            words_of.intervention_for(place.whom),
            who=place.group is None,
            leaving=_leaving(place),
            record=_record(place),
        )

    def start(self) -> None:
        """Ask what is usual here."""
        visits = self._place.visits
        self.read(lambda store: _read(store, visits), self._offered)

    def begun(self) -> Begun:
        """Return what was chosen."""
        state = self._state
        return Begun(state.theme, state.service, state.precising, state.held)

    def resume(self, begun: Begun) -> None:
        """Choose it again."""
        self._next(
            replace(self._state, theme=begun.theme, service=begun.service, precising=begun.precising, held=begun.held)
        )

    def mend(self) -> None:
        """An object is repaired, rather than somebody helped."""
        visit = next(iter(self._place.visits), None)
        self.backstage.stage.go(Repair(visit, self._place.whom if visit else ""))

    def precise(self) -> None:
        """Say more, or no more."""
        self._next(replace(self._state, precising=not self._state.precising))

    def precised(self, family: str, held: frozenset[str]) -> None:
        """Something more was said."""
        self._next(replace(self._state, held={**self._state.held, family: held}))

    def choose_theme(self, code: str) -> None:
        """A theme was touched."""
        formal = admin_themes_allowed((code,))
        held = {family: each for family, each in self._state.held.items() if formal or family not in FORMAL}
        self._next(replace(self._state, theme=code, service=self._state.service if formal else None, held=held))

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
                admin_themes=sorted(state.held.get("admin_themes", ())),
                animator=animator or None,
                precise=precise_from(state.held),
                profile=profile_from(state.held, self._known),
            ),
            lambda done: self._saved(done, theme, minutes),
        )

    def leaves(self) -> None:
        """Who is on this screen leaves."""
        place, author = self._place, self.backstage.animator
        work: Callable[[Store], Done]
        if place.group is not None:
            group = place.group
            work = lambda store: groups.sign_out_group(store, group, author=author)  # noqa: E731 - one of two works
        else:
            [visit] = place.visits
            work = lambda store: reception.sign_out(store, visit)  # noqa: E731 - the other
        self.write(work, self._left)

    def record(self) -> None:
        """To the record of the person, or to that of the visit of somebody without one."""
        if self._place.visitor is not None:
            self.backstage.stage.go(Dossier(self._place.visitor))
        else:
            self.backstage.stage.go(CorrectVisit(self._place.visits[0]))

    def _left(self, done: Done) -> None:
        self.backstage.stage.go(Desk())
        self.backstage.offer_undo(done, desk_words.LEFT, texts.UNDONE, Desk())

    def _saved(self, done: Done, theme: str, minutes: int) -> None:
        self.backstage.stage.go(Desk())
        self.backstage.offer_undo(done, words_of.saved(short_of(THEMES.find(theme)), minutes), texts.UNDONE, Desk())

    def _offered(self, read: Read) -> None:
        found = read.offers
        themes = choices_of(THEMES, found.themes)
        self._bodies = choices_of(SERVICES, found.services)
        self._known = read.profile
        self._next(
            replace(
                self._state,
                themes=themes,
                durations=found.durations,
                other_durations=found.other_durations,
                theme=self._state.theme or found.theme,
                programmes=read.programmes,
                held=held_by(read.profile) | self._state.held,
            )
        )

    def _next(self, state: InterventionState) -> None:
        bodies = self._bodies if state.theme and admin_themes_allowed((state.theme,)) else NONE
        mending = state.theme == THEME_OF_REASON["repair"] and len(self._place.visits) <= 1
        self._state = replace(state, services=bodies, mending=mending)
        self.show(self._state)


def _read(store: Store, visits: tuple[int, ...]) -> Read:
    running = programmes.programmes(store, local(store.now()).date())
    named = tuple(Named(each.id, each.name) for each in running)
    return Read(offers(store, visits), named, profile.profile_of(store, visits))


def _minutes(durations: tuple[int, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(minutes), texts.duration(minutes)) for minutes in durations)


def _leaving(place: Intervene) -> str:
    if place.group is not None:
        return desk_words.ALL_LEAVE
    return desk_words.LEAVES if len(place.visits) == 1 else ""


def _record(place: Intervene) -> str:
    if place.visitor is not None:
        return desk_words.RECORD
    return desk_words.VISIT if len(place.visits) == 1 else ""
