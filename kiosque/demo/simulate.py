"""Playing a planned day at one antenna: each event becomes what a person would do, through actions only."""

import random
from dataclasses import dataclass, field

from kiosque.actions.helping import interventions
from kiosque.actions.helping.precise import Precise
from kiosque.actions.network import tasks
from kiosque.actions.opening import permanences, presence
from kiosque.db.store import Store
from kiosque.demo.around.acquaintances import Acquaintances
from kiosque.demo.around.booking import Booking
from kiosque.demo.around.courses import Courses
from kiosque.demo.around.details import precise
from kiosque.demo.around.here import Custom, Here
from kiosque.demo.around.keeping import Keeping
from kiosque.demo.around.mending import Mending
from kiosque.demo.around.wishing import Wishing
from kiosque.demo.bench import SESSION, Bench
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.counter import Counter
from kiosque.demo.events import (
    Arrive,
    Attendance,
    Call,
    Close,
    ComeTogether,
    Event,
    Help,
    Join,
    Leave,
    LeaveTogether,
    Open,
    Plan,
    Relay,
)
from kiosque.demo.holding import Workshops
from kiosque.demo.played import Played
from kiosque.demo.population import Person
from kiosque.demo.publics import Classes, said_of
from kiosque.demo.seats import Seats
from kiosque.domain.codes import SERVICES
from kiosque.domain.french import local

HOUR = 3600

ALWAYS: tuple[Custom, ...] = (Wishing(), Keeping())
WHEN_SURE: tuple[Custom, ...] = (Booking(), Courses(), Mending())
"""What is done now and then: some of it only at a PC whose clock is right, for it speaks of other days."""


@dataclass(slots=True)
class Player:
    """The people of one antenna, at its counter and behind it: at one PC. ``animators`` are record ids."""

    store: Store
    clock: Clock
    circle: Circle
    animators: tuple[int, ...]
    counter: Counter
    played: Played
    bench: Bench | None = None
    """Where there is a repair café."""
    _helps: list[tuple[int, int]] = field(default_factory=list)
    _classes: Classes = field(default_factory=Classes)
    _workshops: Workshops = field(default_factory=Workshops)
    _seats: Seats = field(default_factory=Seats)
    _animator: int = 0
    _planned_end: int = 0
    """Of the last opening, by the clock that was on the wall then."""

    @classmethod
    def at(
        cls,
        store: Store,
        clock: Clock,
        circle: Circle,
        animators: tuple[int, ...],
        rng: random.Random,
        played: Played,
        *,
        bench: Bench | None = None,
    ) -> "Player":
        """Return the people of ``circle`` in front of a PC; ``rng`` draws the codes of the cards that they have."""
        return cls(store, clock, circle, animators, Counter(rng, Acquaintances()), played, bench)

    @property
    def _clock_sure(self) -> bool:
        """Whether the kiosk takes its clock for right: one that is far off is in doubt."""
        return not self.clock.offset

    def play(self, event: Event) -> None:
        """Do what ``event`` says, at its time, and what goes along with it."""
        self.clock.move(event.at)
        if isinstance(event, Close):
            if permanences.current(self.store):
                self._play_around(event)
            self._close()
            return
        if isinstance(event, Open):
            self._open(event)
        else:
            self._live(event)
        self._play_around(event)

    def _live(self, event: Event) -> None:
        here = self._here(event)
        match event:
            case Relay():
                self._come(self.animators[event.place], alone=event.alone)
            case Arrive():
                self.counter.arrive(event, here)
                if event.reason == "desk":
                    visit = self.counter.visits[event.arrival]
                    self._seats.sit_down(self.store, event.arrival, visit, self.bench, self._animator)
            case Leave():
                self._seats.leave(self.store, event.arrival, self._animator)
                self.counter.leave(event, here)
            case Help():
                self._help(event, here)
            case ComeTogether() | LeaveTogether():
                self._classes.play(self.store, event, self._animator, self.played)
            case Plan() | Call() | Join() | Attendance():
                self._workshops.play(event, here)
            case _:
                pass

    def _play_around(self, event: Event) -> None:
        here = self._here(event)
        customs = ALWAYS if self.clock.offset else (*ALWAYS, self.counter.acquaintances, *WHEN_SURE)
        for custom in customs:
            custom.play(event, here)

    def _here(self, event: Event) -> Here:
        return Here(
            self.store,
            self._animator,
            self.animators,
            self.clock.offset,
            random.Random(event.at),
            lambda seconds: self.clock.move(self.clock.now + seconds),
            self.counter.visits,
            self.counter.people,
            self._helps,
            self.circle,
            self.played,
            self.bench,
        )

    def _open(self, event: Open) -> None:
        # Who came before has nothing to do with this permanence.
        for known in (self._helps, self._workshops.callers):
            known.clear()
        self.counter.clear()
        self._seats.clear()
        self._animator = self.animators[event.animator]
        while (found := permanences.current(self.store)) and found.forgotten:
            self._settle(found)
        self._planned_end = event.planned_end + self.clock.offset
        # Another PC of this antenna may have opened: it is open here too.
        if found is None:
            self._prepare()
            permanences.open_permanence(self.store, self._animator, clock_sure=self._clock_sure)
            self.played.wrote("permanence")
            self.played.wrote("presence")
        else:
            self._come(self._animator, alone=False)

    def _prepare(self) -> None:
        """On Mondays the hour before the opening went into getting ready."""
        now = self.store.now()
        if local(now).weekday() == 0:
            tasks.note_task(self.store, self._animator, activity="preparation", started_at=now - HOUR, ended_at=now)
            self.played.wrote("task")

    def _come(self, animator: int, *, alone: bool) -> None:
        """Somebody comes to the permanence that is open, and takes over or not; another PC may have closed it."""
        found = permanences.current(self.store)
        if found is None:
            return
        there = presence.there(self.store, found.id)
        relieved = [each.id for each in there if alone and each.animator != animator]
        presence.join(self.store, found.id, animator, relieved, clock_sure=self._clock_sure)
        if all(each.animator != animator for each in there):
            self.played.wrote("presence")
        self._animator = animator

    def _settle(self, forgotten: permanences.OpenPermanence) -> None:
        """The kiosk asks at the next start; the animator gives the planned hour, and headquarters will confirm it."""
        closed_at = max(forgotten.opened_at, self._planned_end)
        # A clock that was put right since may make any hour impossible: then it is closed now, and to be confirmed.
        told = closed_at if closed_at <= self.store.now() else None
        permanences.close_permanence(self.store, forgotten.id, author=self._animator, closed_at=told)

    def _close(self) -> None:
        """Close what is open; another PC of this antenna may have closed it."""
        found = permanences.current(self.store)
        if found:
            permanences.close_permanence(self.store, found.id, author=self._animator)

    def _help(self, event: Help, here: Here) -> None:
        if self.bench and event.arrivals and event.need.themes == (SESSION.theme,):
            self.bench.mend(self.store, here.visits[event.arrivals[0]], self._animator)
            return
        year = local(self.store.now()).year
        alone = here.people.get(event.arrivals[0]) if len(event.arrivals) == 1 else None
        done = interventions.log_intervention(
            self.store,
            visits=tuple(here.visits[arrival] for arrival in event.arrivals),
            themes=event.need.themes,
            duration=event.need.duration,
            service=self._offered(event.need.service),
            admin_themes=event.need.admin_themes,
            text=event.note,
            animator=self._animator,
            precise=self._precise(event, here, alone, year),
            profile=said_of(alone, year) if alone else {},
        )
        self._helps.append((done.record, done.at))
        self.played.helped(done.at)

    def _precise(self, event: Help, here: Here, alone: Person | None, year: int) -> Precise | None:
        """Return what is said more of help: of several who are helped together nothing, nor of who is not known."""
        if event.arrivals and alone is None:
            return None
        return precise(self.store, here.rng, event.need, alone, year)

    def _offered(self, service: str | None) -> str | None:
        """Return the body if the screen offers it: a PC that believes in another year knows it by another name."""
        today = local(self.store.now()).date()
        return service if service and SERVICES.find(service).valid_at(today) else None
