"""What was noted otherwise than it was, in a demo: corrected at the closing, or put in the bin, and taken out again."""

from dataclasses import dataclass

from kiosque.actions import bins, corrections
from kiosque.actions.helping import interventions
from kiosque.demo.around.here import Here
from kiosque.demo.events import Close, Event
from kiosque.domain import codes

HELP, VISIT = 0.12, 0.1
"""A half-day: that an act of help, or a visit, is corrected."""

TWICE, MISTAKEN = 0.04, 0.03
"""A half-day: that help was noted twice, and one of it goes to the bin; that what was right did, and comes back."""

LOOKS_AGAIN = 120
"""Seconds."""

TOLD = "Terminé à la maison"


@dataclass(frozen=True, slots=True)
class Mending:
    """What an animator sees when they look at what they noted, before they close."""

    def play(self, event: Event, here: Here) -> None:
        """Look at what was noted before a closing; mostly all of it is right."""
        if not isinstance(event, Close):
            return
        rng = here.rng
        corrects, twice, mistaken = rng.random() < HELP, rng.random() < TWICE, rng.random() < MISTAKEN
        if here.helps and corrects:
            self._correct_help(here)
        if here.helps and twice:
            self._note_twice(here)
        if here.helps and mistaken:
            self._throw_away_and_take_back(here)
        if here.visits and rng.random() < VISIT:
            self._correct_visit(here)

    def _correct_help(self, here: Here) -> None:
        """It took longer than was said, and there was something to say."""
        record, _ = here.rng.choice(here.helps)
        before = corrections.help_of(here.store, record)
        longer = next((each for each in codes.DURATIONS if each > before.duration), before.duration)
        corrections.correct_help(
            here.store,
            record,
            themes=before.themes,
            duration=longer,
            service=before.service,
            admin_themes=before.admin_themes,
            text=before.note or TOLD,
            author=here.animator,
        )

    def _note_twice(self, here: Here) -> None:
        record, _ = here.helps[-1]
        again = here.make(interventions.repeat(here.store, record, animator=here.animator))
        here.wait(LOOKS_AGAIN)
        bins.throw_away(here.store, again.record, author=here.animator)
        here.played.threw_away_help(again.at)

    def _throw_away_and_take_back(self, here: Here) -> None:
        record, _ = here.helps[0]
        bins.throw_away(here.store, record, author=here.animator)
        here.wait(LOOKS_AGAIN)
        bins.restore(here.store, record, author=here.animator)

    def _correct_visit(self, here: Here) -> None:
        """The animator saw when somebody left who did not say so, or knows why they came."""
        visit = here.rng.choice(list(here.visits.values()))
        before = corrections.stay_of(here.store, visit)
        left_at = before.left_at if before.left_at is not None else here.store.now()
        corrections.correct_visit(
            here.store,
            visit,
            reason=before.reason or "other",
            arrived_at=before.arrived_at,
            left_at=left_at,
            author=here.animator,
        )
