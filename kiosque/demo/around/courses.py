"""Workshops of a demo that are planned ahead: in a series, for a whole day, at a school; moved, called off, held."""

from dataclasses import dataclass, replace
from datetime import timedelta

from kiosque.actions.workshops import registrations, workshop_changes, workshop_groups, workshops
from kiosque.actions.workshops.workshops import Details, Repeats
from kiosque.db import records
from kiosque.demo.around.dates import AFTER_OPENING, in_a_week, in_school, slots_today
from kiosque.demo.around.here import Here
from kiosque.demo.around.rolls import hold
from kiosque.demo.events import Close, Event, Open
from kiosque.demo.phones import phone
from kiosque.domain.french import local
from kiosque.domain.validity import midnight

SERIES, SCHOOL, WHOLE_DAY = 0.008, 0.006, 0.006
"""A half-day: that a series is planned, that a workshop is held at the school, that one of a whole day is planned."""

CHANGES, CALLED_OFF = 0.02, 0.35
"""A half-day: that a workshop to come is otherwise than planned; of those, that it is not held at all."""

COURSES = (
    ("Débuter sur l’ordinateur", "prendre_en_main_du_materiel", "debutant"),
    ("Mon téléphone, pas à pas", "prendre_en_main_du_materiel", "debutant"),
    ("Raconter son village en photos", "creer_avec_le_numerique", "intermediaire"),
    ("Mon site, de bout en bout", "entrepreneuriat", "avance"),
)
"""Title, theme, level."""

SESSIONS, MINUTES, CAPACITY, FEWEST, MOST = 3, 90, 5, 3, 7
"""Of a series; more people may call than there are places."""

DAY_TITLE, DAY_THEME = "Une journée pour son dossier de retraite", "aide_aux_demarches_administratives"
LONGEST_DAY = 8 * 3600
"""Seconds from the beginning of the morning to the end of the afternoon."""

SCHOOL_TITLE, SCHOOL_THEME, SCHOOL_MINUTES = "Internet et nous", "securite_numerique", 60
SMALLEST_CLASS, LARGEST_CLASS = 12, 24

LATER = timedelta(minutes=30)
LOOKS_AHEAD = 10
"""Days."""
CALLS_FOR = 120
"""Seconds of a telephone call."""


@dataclass(frozen=True, slots=True)
class Courses:
    """What an animator plans when they open, and holds before they close."""

    def play(self, event: Event, here: Here) -> None:
        """Do what goes along with ``event``."""
        if isinstance(event, Close):
            hold(here)
        elif isinstance(event, Open):
            draw = here.rng.random()
            if draw < SERIES:
                self._plan_series(here)
            elif draw < SERIES + WHOLE_DAY:
                self._plan_day(here)
            elif draw < SERIES + WHOLE_DAY + SCHOOL:
                self._go_to_school(here)
            if here.rng.random() < CHANGES:
                self._change(here)

    def _plan_series(self, here: Here) -> None:
        """Plan a session each week, in term, that several hold; people call, and some wait."""
        starts_at = in_a_week(here.store)
        if starts_at is None:
            return
        title, theme, level = here.rng.choice(COURSES)
        others = tuple(each for each in here.team if each != here.animator)[:1]
        first = here.make(
            workshops.plan(
                here.store,
                title=title,
                theme=theme,
                starts_at=starts_at,
                minutes=MINUTES,
                capacity=CAPACITY,
                animator=here.animator,
                details=Details(level=level, others=others, repeats=Repeats(1, SESSIONS, in_term=True)),
            )
        ).record
        self._call(here, first, here.rng.randint(FEWEST, MOST), whole_series=True)

    def _plan_day(self, here: Here) -> None:
        """Plan a morning and an afternoon, for today: it was said on the door for weeks."""
        slots = slots_today(here.store)
        if len(slots) < 2 or here.store.now() > slots[0].end:  # noqa: PLR2004 - a morning and an afternoon
            return
        starts_at = max(slots[0].start + AFTER_OPENING, here.store.now())
        lasts = slots[-1].end - AFTER_OPENING // 2 - starts_at
        if lasts > LONGEST_DAY:
            return
        planned = here.make(
            workshops.plan(
                here.store,
                title=DAY_TITLE,
                theme=DAY_THEME,
                starts_at=starts_at,
                minutes=lasts // 60,
                capacity=CAPACITY,
                animator=here.animator,
                details=Details(level="intermediaire"),
            )
        )
        self._call(here, planned.record, FEWEST)

    def _go_to_school(self, here: Here) -> None:
        """Hold a workshop at the school while a colleague stays: the class is counted there, and nobody is named."""
        store = here.store
        if len(here.team) == 1 or not in_school(store):
            return
        away = next(each for each in here.team if each != here.animator)
        planned = here.make(
            workshops.plan(
                store,
                title=SCHOOL_TITLE,
                theme=SCHOOL_THEME,
                starts_at=store.now(),
                minutes=SCHOOL_MINUTES,
                capacity=LARGEST_CLASS,
                animator=away,
                details=Details(place="autre", where="L’école du village"),
            )
        )
        size = here.rng.randint(SMALLEST_CLASS, LARGEST_CLASS)
        here.make(workshop_groups.count_group(store, planned.record, size, "elementaire", author=here.animator))

    def _call(self, here: Here, workshop: int, how_many: int, *, whole_series: bool = False) -> None:
        for who in dict.fromkeys(here.circle.draw(here.rng) for _ in range(how_many)):
            here.wait(CALLS_FOR)
            here.make(
                registrations.register(
                    here.store,
                    workshop,
                    author=here.animator,
                    called=f"{who.given_name} {who.family_name}",
                    phone=phone(who),
                    whole_series=whole_series,
                )
            )

    def _change(self, here: Here) -> None:
        """Move the next workshop by half an hour, or call it off; whoever registered is told."""
        store, now = here.store, here.store.now()
        table = records.workshop
        ahead = table.c.started_at.between(now, now + LOOKS_AHEAD * 86_400)
        mine = (table.c.antenna == store.identity.antenna, table.c.deleted.is_not(True))
        row = store.first(table.select().where(*mine, ahead).order_by(table.c.started_at, table.c.id))
        if row is None or row.started_at < midnight(local(now).date() + timedelta(days=1)):
            return
        if here.rng.random() < CALLED_OFF:
            workshop_changes.call_off(store, row.id, author=here.animator)
            here.played.called_off()
        else:
            before = workshops.plan_of(store, row.id)
            moved = replace(before, starts_at=before.starts_at + int(LATER.total_seconds()))
            workshop_changes.correct(store, row.id, moved, author=here.animator)
        for each in workshop_changes.to_tell(store):
            here.wait(CALLS_FOR)
            workshop_changes.tell(store, each.registration, author=here.animator)
