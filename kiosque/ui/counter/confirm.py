"""Whether it is they, with a name that shows little; and what is said, always the same, when it is not."""

from kiosque.actions.done import undo
from kiosque.actions.visitors import households, reception, recognition
from kiosque.actions.visitors.households import Came
from kiosque.actions.visitors.visits import AlreadyHere
from kiosque.domain.codes import ALONE, WITH_ADULT
from kiosque.domain.errors import KnownError
from kiosque.journal.entry import COUNTER
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.question import Question
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Already, Home, NotFound, Reason, Welcome
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts


def is_it_you(masked: str) -> Question:
    """Ask whether it is they, before anything is written."""
    return Question(
        "counter.is_it_you",
        known_words.IS_IT_YOU_FOUND,
        known_words.is_it_you(masked),
        (),
        known_words.IS_IT_YOU_NO,
        known_words.IS_IT_YOU_YES,
        "user-search",
        ("x", "check"),
    )


def recognised(masked: str) -> Question:
    """Ask whether it is they, whose visit was counted with the last picture."""
    return Question(
        "counter.recognised",
        words_of.VISIT_COUNTED,
        known_words.is_it_you(masked),
        (),
        known_words.IS_IT_YOU_NO,
        known_words.IS_IT_YOU_YES,
        "circle-check",
        ("x", "check"),
    )


def not_found(place: places.NotFound) -> Question:
    """Say that nobody was found, or that one must wait; offer what goes without a name."""
    leave = place.leaving
    return Question(
        "counter.not_found",
        known_words.NOT_FOUND_FINE,
        known_words.NOT_FOUND_PATIENCE if place.patience else known_words.NOT_FOUND,
        (),
        known_words.NOT_FOUND_AGAIN,
        known_words.NOT_FOUND_LEAVING if leave else known_words.NOT_FOUND_UNNAMED,
        "hourglass" if place.patience else "hand",
        ("house", "log-out" if leave else "user-round"),
    )


def with_adult() -> Question:
    """Ask how minors come."""
    return Question(
        "counter.with_adult",
        known_words.WITH_ADULT_BEFORE,
        known_words.WITH_ADULT,
        (),
        known_words.WITH_ADULT_NO,
        known_words.WITH_ADULT_YES,
        "users",
        ("user-round", "users"),
    )


class IsItYouPresenter(CounterPresenter[Question]):
    """Who says yes arrives, or leaves; who says no is told what a miss is told."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], place: places.IsItYou) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def no(self) -> None:
        """Somebody else."""
        self.backstage.stage.go(NotFound(self._place.leaving))

    def yes(self) -> None:
        """It is they."""
        visitor = self._place.visitor
        if self._place.leaving:
            self.write(lambda store: recognition.sign_out_visitor(store, visitor), self.left, self._refused)
        else:
            self.write(
                lambda store: reception.sign_in_visitor(store, visitor, author=COUNTER), self._arrived, self._refused
            )

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, AlreadyHere):
            self.backstage.stage.go(Already(error.visit))
        else:
            self.backstage.refused(error)


class RecognisedPresenter(CounterPresenter[Question]):
    """Who says no takes the visit back; who says nothing is counted."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], place: places.Recognised) -> None:
        super().__init__(backstage, screen)
        self._signed = place.signed

    def yes(self) -> None:
        """It is they: greet them."""
        self.backstage.stage.go(Welcome(self._signed))

    def no(self) -> None:
        """Somebody else: nothing of it stays."""
        signed = self._signed
        self.write(lambda store: undo(store, signed), lambda _: self.backstage.stage.go(NotFound()), self._too_late)

    def _too_late(self, error: KnownError) -> None:
        # An animator puts it right: the counter shows nothing of whom it is about.
        self.backstage.stage.go(NotFound())
        self.backstage.refused(error)


class NotFoundPresenter(CounterPresenter[Question]):
    """Goes on without a name."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], *, leaving: bool) -> None:
        super().__init__(backstage, screen)
        self._leaving = leaving

    def no(self) -> None:
        """Back to the beginning."""
        self.backstage.stage.go(Home())

    def yes(self) -> None:
        """Enter without a name; who leaves has nothing to say."""
        self.backstage.stage.go(Home() if self._leaving else Reason(first=False))


class WithAdultPresenter(CounterPresenter[Question]):
    """The answer counts the visits."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], place: places.WithAdult) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def no(self) -> None:
        """They come alone."""
        self._arrive(ALONE)

    def yes(self) -> None:
        """An adult is with them."""
        self._arrive(WITH_ADULT)

    def _arrive(self, how: str) -> None:
        place = self._place
        self.write(
            lambda store: households.sign_in_members(store, place.household, place.coming, how),
            lambda came: arrived(self.backstage, came),
        )


def arrived(backstage: Backstage, came: Came) -> None:
    """Greet a household, and offer to take its visits back."""
    backstage.stage.go(Welcome(None))
    backstage.offer_undo(came, known_words.HOUSEHOLD_COUNTED, texts.UNDONE, Home())
