"""What is chosen while an act of help is noted; a duration saves it."""

from dataclasses import dataclass, replace

from kiosque.actions.done import Done
from kiosque.actions.helping import interventions
from kiosque.actions.helping.offers import Offers, offers
from kiosque.actions.network import programmes
from kiosque.actions.visitors import groups, profile, reception
from kiosque.db.store import Store
from kiosque.domain.codes import SERVICES, THEME_OF_REASON, THEMES, admin_themes_allowed
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.choices import NONE, choices_of
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.intervention import InterventionState
from kiosque.ui.animator.precise import FORMAL, Named, held_by, precise_from, profile_from
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CorrectVisit, Desk, Dossier, Intervene, Repair
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import short_of


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
        if (group := place.group) is not None:
            self.write(lambda store: groups.sign_out_group(store, group, author=author), self._left)
        else:
            [visit] = place.visits
            self.write(lambda store: reception.sign_out(store, visit), self._left)

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


def _leaving(place: Intervene) -> str:
    if place.group is not None:
        return desk_words.ALL_LEAVE
    return desk_words.LEAVES if len(place.visits) == 1 else ""


def _record(place: Intervene) -> str:
    if place.visitor is not None:
        return desk_words.RECORD
    return desk_words.VISIT if len(place.visits) == 1 else ""
