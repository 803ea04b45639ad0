"""Visitors of a demo wish for workshops, and say by a face how it was; animators plan what most of them wish for."""

from dataclasses import dataclass

from kiosque.actions.visitors import feedback
from kiosque.actions.workshops import wishes, workshops
from kiosque.actions.workshops.workshops import Details
from kiosque.demo.around.dates import in_a_week
from kiosque.demo.around.here import Here
from kiosque.demo.events import Arrive, Event, Leave, Open
from kiosque.demo.phones import phone
from kiosque.domain.codes import HERE
from kiosque.domain.request_codes import FACES, SUBJECTS, THEME_OF_SUBJECT

WISHES, LEAVES_NUMBER, SMILES = 0.01, 0.4, 0.15
"""Share of those who come who wish for a workshop, of those who wish who ask to be called, and of those who say that
they leave who touch a face."""

HOW_IT_WAS = (55, 32, 9, 4)
"""How often each face is touched: plausible, not measured."""

ANSWERS, ENOUGH = 0.06, 2
"""A half-day: that the animator looks at the wishes, and plans the first that so many share."""

COMES = 0.7
"""Share of those who are called who register."""

MINUTES, PLACES = 90, 8


@dataclass(frozen=True, slots=True)
class Wishing:
    """Who would like what here."""

    def play(self, event: Event, here: Here) -> None:
        """Do what goes along with ``event``."""
        rng = here.rng
        match event:
            case Arrive() if rng.random() < WISHES:
                self._wish(event, here)
            case Leave() if rng.random() < SMILES:
                feedback.smile(here.store, rng.choices(FACES.codes, HOW_IT_WAS)[0].code)
            case Open() if rng.random() < ANSWERS and not here.offset:
                self._answer(here)
            case _:
                pass

    def _wish(self, event: Arrive, here: Here) -> None:
        made = wishes.wish(here.store, here.rng.choice(SUBJECTS.codes).code)
        if here.rng.random() < LEAVES_NUMBER:
            who = event.person
            called = f"{who.given_name} {who.family_name}"
            wishes.ask_to_be_called(here.store, made.record, called=called, phone=phone(who))

    def _answer(self, here: Here) -> None:
        """Plan what most wish for, a week from now, and call those who asked for it."""
        store, author = here.store, here.animator
        shared = (each for each in wishes.wanted(store) if each.wishes >= ENOUGH)
        # Of another idea one has to hear more first.
        wanted = next((each for each in shared if each.subject in THEME_OF_SUBJECT), None)
        starts_at = in_a_week(store)
        if wanted is None or starts_at is None:
            return
        planned = here.make(
            workshops.plan(
                store,
                title=SUBJECTS.label(wanted.subject),
                theme=THEME_OF_SUBJECT[wanted.subject],
                starts_at=starts_at,
                minutes=MINUTES,
                capacity=PLACES,
                animator=author,
                details=Details(level="debutant", place=HERE),
            )
        )
        wishes.answer(store, wanted.subject, planned.record, author=author)
        for each in wishes.to_call(store):
            here.wait(60)
            if here.rng.random() < COMES:
                here.make(wishes.enrol(store, each.wish, author=author))
            else:
                wishes.call(store, each.wish, author=author)
